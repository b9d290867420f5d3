"""The words of every refusal: what happened, what is kept, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from smes_panel import errors
from smes_panel.errors import PanelError
from smes_panel.model.words import Words
from ui.widgets.notice import Matter
from ui.wording.tongue import Tongue

HAPPENED = Words("Ce qui s’est passé", "Wat er gebeurde", "What happened")
KEPT = Words("Ce qui est conservé", "Wat bewaard blijft", "What is kept")
CAN_GO_ON = Words("vous pouvez continuer", "u kunt verder werken", "you can go on")
TO_SETTLE = Words("à régler", "op te lossen", "to be settled")
TO_DO = Words("Que faire", "Wat te doen", "What to do")


@dataclass(frozen=True, slots=True)
class Trouble:
    """A refusal in words. `picture` is its icon; `grave` says that nothing can go on before it is settled."""

    title: Words
    happened: Words
    kept: Words
    to_do: Words
    picture: str = "triangle-alert"
    grave: bool = False


_UNTOUCHED = Words(
    "Le fichier n’a pas été touché.", "Het bestand is niet aangeraakt.", "The file has not been touched."
)

TROUBLES: dict[type[PanelError], Trouble] = {
    errors.WrongPassphrase: Trouble(
        Words("Phrase de passe incorrecte", "Wachtwoordzin onjuist", "Wrong passphrase"),
        Words(
            "La phrase saisie n’ouvre pas ce dossier, ou le début du fichier est abîmé : on ne peut pas les "
            "distinguer.",
            "De ingevoerde zin opent dit dossier niet, of het begin van het bestand is beschadigd: dat verschil is "
            "niet te zien.",
            "It does not open this file, or the start of the file is damaged: the two cannot be told apart.",
        ),
        Words(
            "Rien n’est effacé, même après plusieurs essais.",
            "Er wordt niets gewist, ook niet na meerdere pogingen.",
            "Nothing is erased, even after several tries.",
        ),
        Words(
            "Vérifiez Verr. Maj et la disposition du clavier, ou essayez une copie. Sans la phrase, personne ne peut "
            "ouvrir ce dossier ; une copie a la même phrase.",
            "Controleer Caps Lock en de toetsenbordindeling, of probeer een kopie. Zonder die zin kan niemand dit "
            "dossier openen; een kopie heeft dezelfde zin.",
            "Check Caps Lock and the keyboard layout, or try a copy. Without it nobody can open this file; a copy has "
            "the same passphrase.",
        ),
        "key-round",
    ),
    errors.NotADossier: Trouble(
        Words("Ce fichier n’est pas un dossier", "Dit bestand is geen dossier", "This is not one of our files"),
        Words(
            "Smes Panel n’a pas écrit ce fichier.",
            "Smes Panel heeft dit bestand niet geschreven.",
            "Smes Panel did not write it.",
        ),
        _UNTOUCHED,
        Words("Choisissez un fichier .smes.", "Kies een .smes-bestand.", "Choose a .smes file."),
        "file-x",
    ),
    errors.FileTooNew: Trouble(
        Words(
            "Ce dossier vient d’une version plus récente",
            "Dit dossier komt uit een nieuwere versie",
            "This file comes from a newer version",
        ),
        Words("Cette version ne sait pas le lire.", "Deze versie kan het niet lezen.", "This version cannot read it."),
        _UNTOUCHED,
        Words(
            "Installez la dernière version de Smes Panel.",
            "Installeer de nieuwste versie van Smes Panel.",
            "Install the latest version of Smes Panel.",
        ),
        "file-x",
        grave=True,
    ),
    errors.FileDamaged: Trouble(
        Words("Ce dossier est abîmé", "Dit dossier is beschadigd", "This file is damaged"),
        Words(
            "Le fichier s’ouvre, mais une partie ne se lit plus.",
            "Het bestand gaat open, maar een deel is niet meer leesbaar.",
            "The file opens, but a part of it does not read.",
        ),
        _UNTOUCHED,
        Words("Ouvrez la copie la plus récente.", "Open de recentste kopie.", "Open the most recent copy."),
        "file-x",
        grave=True,
    ),
    errors.FileInUse: Trouble(
        Words("Ce dossier est déjà ouvert", "Dit dossier is al open", "This file is already open"),
        Words(
            "Une autre fenêtre ou un autre programme l’utilise.",
            "Een ander venster of programma gebruikt het.",
            "Another window or program is using it.",
        ),
        _UNTOUCHED,
        Words(
            "Fermez l’autre fenêtre, puis réessayez.",
            "Sluit het andere venster en probeer opnieuw.",
            "Close the other window, then try again.",
        ),
        "lock",
    ),
    errors.FileNotFound: Trouble(
        Words("Dossier introuvable", "Dossier niet gevonden", "File not found"),
        Words(
            "Le fichier a été déplacé, renommé ou effacé.",
            "Het bestand is verplaatst, hernoemd of gewist.",
            "The file was moved, renamed or deleted.",
        ),
        Words("Rien n’a changé ici.", "Hier is niets gewijzigd.", "Nothing has changed here."),
        Words(
            "Cherchez-le avec « Ouvrir un fichier ».",
            "Zoek het met “Bestand openen”.",
            "Look for it with “Open a file”.",
        ),
        "file-x",
    ),
    errors.FileExists: Trouble(
        Words("Il y a déjà un fichier à cet endroit", "Daar staat al een bestand", "There is a file there already"),
        Words("Rien n’a été écrit.", "Er is niets geschreven.", "Nothing was written."),
        Words(
            "Le fichier en place est intact.",
            "Het bestaande bestand is ongewijzigd.",
            "The file in place is untouched.",
        ),
        Words("Choisissez un autre nom.", "Kies een andere naam.", "Choose another name."),
    ),
    errors.FolderReadOnly: Trouble(
        Words("Impossible d’écrire à cet endroit", "Hier kan niet geschreven worden", "Nothing can be written there"),
        Words(
            "Le dossier choisi n’accepte pas de fichier, ou le disque est plein.",
            "De gekozen map neemt geen bestand aan, of de schijf is vol.",
            "The folder chosen takes no file, or the disk is full.",
        ),
        Words(
            "Ce qui était déjà enregistré est entier.",
            "Wat al bewaard was, is volledig.",
            "What was saved before is whole.",
        ),
        Words(
            "Choisissez un autre dossier, à vous.", "Kies een andere, eigen map.", "Choose another folder, of your own."
        ),
        "hard-drive",
    ),
    errors.PrinterFailed: Trouble(
        Words("L’imprimante ne répond plus", "De printer reageert niet meer", "The printer has stopped"),
        Words(
            "Elle n’a rien pris, ou s’est arrêtée en route.",
            "Ze nam niets aan, of stopte onderweg.",
            "It took nothing, or stopped on the way.",
        ),
        Words(
            "Les feuilles sorties sont bonnes.", "De gedrukte bladen zijn goed.", "The sheets that came out are good."
        ),
        Words(
            "Vérifiez l’imprimante, ou enregistrez en PDF et imprimez à 100 %.",
            "Controleer de printer, of bewaar als pdf en druk af op 100 %.",
            "Check the printer, or save as PDF and print at 100%.",
        ),
        "printer",
    ),
    errors.PlaceReadOnly: Trouble(
        Words("Cet endroit est en lecture seule", "Deze plaats is alleen-lezen", "This place cannot be written to"),
        Words(
            "Le dossier ne peut pas être enregistré là où il se trouve.",
            "Het dossier kan niet bewaard worden waar het staat.",
            "The file cannot be saved where it is.",
        ),
        _UNTOUCHED,
        Words(
            "Copiez-le dans un dossier à vous, puis ouvrez la copie.",
            "Kopieer het naar een eigen map en open de kopie.",
            "Copy it to a folder of yours, then open the copy.",
        ),
        "hard-drive",
        grave=True,
    ),
    errors.DiskFull: Trouble(
        Words("Plus de place sur le disque", "Geen schijfruimte meer", "The disk is full"),
        Words(
            "Le dernier geste n’a pas pu être écrit.",
            "De laatste handeling kon niet worden weggeschreven.",
            "The last action could not be written.",
        ),
        Words(
            "Il est gardé en mémoire et réessayé toutes les 20 secondes ; tout le reste est enregistré.",
            "Ze staat in het geheugen en wordt om de 20 seconden opnieuw geprobeerd; al de rest is bewaard.",
            "It is held in memory and retried every 20 seconds; all else is saved.",
        ),
        Words(
            "Libérez 50 Mo ou enregistrez une copie sur une clé USB. Ne fermez pas encore l’application.",
            "Maak 50 MB vrij of bewaar een kopie op een usb-stick. Sluit de toepassing nog niet.",
            "Free 50 MB or save a copy to a USB stick. Do not close the application yet.",
        ),
        "hard-drive",
        grave=True,
    ),
    errors.EngineTooOld: Trouble(
        Words(
            "Une partie de l’installation est trop ancienne",
            "Een deel van de installatie is te oud",
            "A part of the installation is too old",
        ),
        Words(
            "Le moteur qui garde les dossiers n’est pas celui que cette version attend.",
            "De motor die dossiers bewaart, is niet degene die deze versie verwacht.",
            "The engine that keeps the files is not the one that this version expects.",
        ),
        _UNTOUCHED,
        Words("Réinstallez Smes Panel.", "Installeer Smes Panel opnieuw.", "Install Smes Panel again."),
        "hard-drive",
        grave=True,
    ),
    errors.NothingToUndo: Trouble(
        Words("Rien à annuler", "Niets ongedaan te maken", "Nothing to undo"),
        Words(
            "Aucun geste de cette séance ne reste à annuler ou à rétablir.",
            "Er is geen handeling van deze sessie om ongedaan te maken of opnieuw te doen.",
            "No action of this session is left to undo or redo.",
        ),
        Words("Tout est enregistré.", "Alles is bewaard.", "Everything is saved."),
        Words("Continuez.", "Werk verder.", "Go on."),
    ),
    errors.GridSealed: Trouble(
        Words("Ces avis sont scellés", "Deze beoordelingen zijn verzegeld", "These opinions are sealed"),
        Words("{reason}", "{reason}", "{reason}"),
        Words("Tout est resté tel quel.", "Alles is gebleven zoals het was.", "Everything stayed as it was."),
        Words(
            "Attendez l’ouverture, ou reprenez votre avis tant que ce n’est pas ouvert.",
            "Wacht op de opening, of neem uw beoordeling terug zolang er niet geopend is.",
            "Wait for the opening, or take your opinion back while it is not open.",
        ),
        "lock",
    ),
    errors.UnknownName: Trouble(
        Words("Introuvable dans ce dossier", "Niet gevonden in dit dossier", "Not found in this file"),
        Words("{reason}", "{reason}", "{reason}"),
        Words(
            "Rien n’a changé dans le dossier.", "In het dossier is niets gewijzigd.", "Nothing has changed in the file."
        ),
        Words("Vérifiez le nom ou le numéro.", "Controleer de naam of het nummer.", "Check the name or the number."),
        "search",
    ),
    errors.LetterBlocked: Trouble(
        Words(
            "Il manque quelque chose à ce courrier", "Er ontbreekt iets in deze brief", "This letter lacks something"
        ),
        Words("{reason}", "{reason}", "{reason}"),
        Words("Aucun courrier n’a été écrit.", "Er is geen brief geschreven.", "No letter was written."),
        Words("Complétez ce qui manque.", "Vul aan wat ontbreekt.", "Fill in what is missing."),
        "file-text",
    ),
    errors.KeyLocked: Trouble(
        Words("Phrase de passe incorrecte", "Wachtwoordzin onjuist", "Wrong passphrase"),
        Words("{reason}", "{reason}", "{reason}"),
        Words("Rien n’a été signé.", "Er is niets ondertekend.", "Nothing was signed."),
        Words(
            "Vérifiez Verr. Maj et la disposition du clavier. Sans la phrase, faites une nouvelle clé et sa carte.",
            "Controleer Caps Lock en de toetsenbordindeling. Zonder de zin maakt u een nieuwe sleutel en kaart.",
            "Check Caps Lock and the keyboard layout. Without it, make a new key and its card.",
        ),
        "key-round",
    ),
    errors.RequestRefused: Trouble(
        Words("Rien à signer ici", "Hier valt niets te ondertekenen", "Nothing to sign here"),
        Words("{reason}", "{reason}", "{reason}"),
        Words("Rien n’a été signé.", "Er is niets ondertekend.", "Nothing was signed."),
        Words(
            "Demandez au jury un nouveau fichier.", "Vraag de jury een nieuw bestand.", "Ask the panel for a new file."
        ),
        "file-x",
    ),
    errors.ReplyRefused: Trouble(
        Words("Cette réponse ne compte pas", "Dit antwoord telt niet", "This reply does not count"),
        Words("{reason}", "{reason}", "{reason}"),
        Words("Aucune signature n’a été notée.", "Er is geen handtekening genoteerd.", "No signature was recorded."),
        Words(
            "Redemandez la réponse à qui signe.",
            "Vraag het antwoord opnieuw aan wie ondertekent.",
            "Ask who signs for the reply again.",
        ),
        "file-x",
    ),
    errors.BadInput: Trouble(
        Words("Cela ne peut pas être repris", "Dit kan niet worden overgenomen", "This cannot be used"),
        Words("{reason}", "{reason}", "{reason}"),
        Words("Rien n’a changé.", "Er is niets gewijzigd.", "Nothing has changed."),
        Words("Corrigez, puis recommencez.", "Verbeter en probeer opnieuw.", "Correct it, then try again."),
    ),
    errors.SetAside: Trouble(
        Words("Mis de côté", "Opzijgelegd", "Set aside"),
        Words("{reason}", "{reason}", "{reason}"),
        Words(
            "L’élément est resté où il était.", "Het item is gebleven waar het was.", "The item was left where it is."
        ),
        Words("Ouvrez-le pour voir ce que c’est.", "Open het om te zien wat het is.", "Open it to see what it is."),
        "file-x",
    ),
    errors.Stopped: Trouble(
        Words("Interrompu", "Gestopt", "Stopped"),
        Words("Vous avez interrompu ce travail.", "U hebt dit werk gestopt.", "You stopped this work."),
        Words(
            "Rien de l’élément inachevé n’a été gardé.",
            "Van het onafgewerkte item is niets bewaard.",
            "Nothing of the unfinished item was kept.",
        ),
        Words("Recommencez quand vous voulez.", "Begin opnieuw wanneer u wilt.", "Start again whenever you like."),
        "x",
    ),
    errors.NothingOfYours: Trouble(
        Words("Annulation impossible", "Ongedaan maken kan niet", "Cannot be undone"),
        Words(
            "Quelqu’un d’autre a modifié la même chose depuis.",
            "Iemand anders heeft hetzelfde intussen gewijzigd.",
            "Somebody else has changed it since.",
        ),
        Words("Son changement reste en place.", "Die wijziging blijft staan.", "Their change stays."),
        Words("Voyez ensemble ce qui doit rester.", "Spreek af wat moet blijven.", "Agree on what should stay."),
    ),
}

OTHER = Trouble(
    Words("Ce geste a été refusé", "Deze handeling is geweigerd", "This action was refused"),
    Words("{reason}", "{reason}", "{reason}"),
    Words("Rien n’a changé dans le dossier.", "In het dossier is niets gewijzigd.", "Nothing has changed in the file."),
    Words("Corrigez, puis recommencez.", "Verbeter en probeer opnieuw.", "Correct it, then try again."),
)
"""For a refusal without words of its own; `{reason}` is the core's sentence."""


def trouble(error: PanelError) -> Trouble:
    """The words for a refusal: its own, else those of the nearest kind, else the general ones."""
    return next((TROUBLES[kind] for kind in type(error).__mro__ if kind in TROUBLES), OTHER)


def told(tongue: Tongue, error: PanelError) -> Matter:
    """A refusal as a notice shows it."""
    # The words of every gesture come with these, and the first screen needs none of them.
    from ui.wording.refusals import reason

    said = trouble(error)
    parts = (
        (tongue(HAPPENED), tongue(said.happened, reason=reason(tongue, str(error)))),
        (tongue(KEPT), tongue(said.kept)),
        (tongue(TO_DO), tongue(said.to_do)),
    )
    return Matter(tongue(said.title), parts, said.picture, said.grave, tongue(TO_SETTLE if said.grave else CAN_GO_ON))
