"""The words of the unlock page."""

from __future__ import annotations

from smes_panel.model.words import Words
from ui.wording.tongue import Counted

HERE = Words("Dossiers sur cet ordinateur", "Dossiers op deze computer", "Files on this computer")
OPEN_ANOTHER = Words("Ouvrir un fichier", "Bestand openen", "Open a file")
LOCKED = Words("verrouillé", "vergrendeld", "locked")
MISSING = Words("introuvable", "niet gevonden", "not found")
OPENED_ON = Words("ouvert le {day}", "geopend op {day}", "opened on {day}")
NONE_TITLE = Words("Aucun dossier pour le moment", "Nog geen dossier", "No file yet")
NONE_SENTENCE = Words(
    "Ouvrez un fichier .smes reçu ou créé sur cet ordinateur. Pour en créer un : « smes-panel new ».",
    "Open een .smes-bestand dat u kreeg of op deze computer maakte. Een nieuw dossier: “smes-panel new”.",
    "Open a .smes file that you received or made on this computer. To create one: “smes-panel new”.",
)
OPEN_NAMED = Words("Ouvrir « {name} »", "“{name}” openen", "Open “{name}”")
CHOOSE_FIRST = Words("Choisissez un dossier", "Kies een dossier", "Choose a file")
STAYS_HERE = Words(
    "Votre phrase de passe reste sur cet ordinateur.",
    "Uw wachtwoordzin blijft op deze computer.",
    "Your passphrase stays on this computer.",
)
PASSPHRASE = Words("Phrase de passe", "Wachtwoordzin", "Passphrase")
SHOW = Words("Montrer la phrase", "Zin tonen", "Show the passphrase")
HIDE = Words("Masquer la phrase", "Zin verbergen", "Hide the passphrase")
OPEN = Words("Ouvrir", "Openen", "Open")
NO_NETWORK = Words(
    "Aucune connexion requise. Rien n’est envoyé sur internet.",
    "Geen verbinding nodig. Er wordt niets naar het internet gestuurd.",
    "No connection needed. Nothing is sent over the internet.",
)
COUNT = Counted(
    Words("{n} dossier", "{n} dossier", "{n} file"),
    Words("{n} dossiers", "{n} dossiers", "{n} files"),
)
