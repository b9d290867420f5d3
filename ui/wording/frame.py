"""The words of the frame: rail, status bar, keys, choices of appearance, the crash dialog."""

from __future__ import annotations

from smes_panel.model.words import Language, Words

PRODUCT = Words("Smes Panel", "Smes Panel", "Smes Panel")

HOME = Words("Accueil", "Start", "Home")
VACANCY = Words("Poste", "Vacature", "Vacancy")
APPLICATIONS = Words("Candidatures", "Kandidaturen", "Applications")
EVALUATE = Words("Évaluer", "Beoordelen", "Evaluate")
COMPARE = Words("Comparer", "Vergelijken", "Compare")
INTERVIEWS = Words("Entretiens", "Gesprekken", "Interviews")
DECIDE = Words("Décider", "Beslissen", "Decide")
LETTERS = Words("Courriers", "Brieven", "Letters")
PANEL = Words("Jury", "Jury", "Panel")
LOCK = Words("Verrouiller", "Vergrendelen", "Lock")

PAGES = (HOME, VACANCY, APPLICATIONS, EVALUATE, COMPARE, INTERVIEWS, DECIDE, LETTERS, PANEL)
"""In the order of their digits: Ctrl+1 is the first."""

NOT_HERE = Words(
    "{page} n’existe pas encore dans cette version.",
    "{page} bestaat nog niet in deze versie.",
    "{page} does not exist in this version yet.",
)
UNLOCK_FIRST = Words("Déverrouillez d’abord un dossier.", "Ontgrendel eerst een dossier.", "Unlock a file first.")

RAIL = Words("Écrans", "Schermen", "Screens")
STATUS = Words("État", "Status", "Status")
SAVED = Words(
    "Enregistré à {clock}, chiffré sur cet ordinateur",
    "Bewaard om {clock}, versleuteld op deze computer",
    "Saved at {clock}, encrypted on this computer",
)
ALL_LOCKED = Words("Tous les dossiers sont verrouillés", "Alle dossiers zijn vergrendeld", "All files are locked")
NEWCOMER = Words(
    "Copie ou autre ordinateur : vos gestes s’ajoutent ici sous une nouvelle clé. Rien d’autre ne change.",
    "Kopie of andere computer: uw handelingen komen hier onder een nieuwe sleutel. Verder verandert er niets.",
    "A copy, or another computer: your actions are added here under a new key. Nothing else changes.",
)
UNDO = Words("Annuler", "Ongedaan maken", "Undo")
REDO = Words("Rétablir", "Opnieuw", "Redo")
NOTHING_TO_UNDO = Words("Rien à annuler.", "Niets ongedaan te maken.", "Nothing to undo.")
NOTHING_TO_REDO = Words("Rien à rétablir.", "Niets opnieuw te doen.", "Nothing to redo.")

APPEARANCE = Words("Langue et affichage", "Taal en weergave", "Language and display")
LANGUAGE = Words("Langue", "Taal", "Language")
COLOURS = Words("Couleurs", "Kleuren", "Colours")
TEXT_SIZE = Words("Taille du texte", "Tekstgrootte", "Text size")
PERCENT = Words("{n} %", "{n} %", "{n}%")
SYSTEM = Words("Système", "Systeem", "System")
LIGHT = Words("Clair", "Licht", "Light")
DARK = Words("Sombre", "Donker", "Dark")
COLOUR_MODES = {"system": SYSTEM, "light": LIGHT, "dark": DARK}
LANGUAGES = {Language.FR: "Français", Language.NL: "Nederlands", Language.EN: "English"}
"""A language is called by its own name, whatever the language of the moment."""

CTRL = Words("Ctrl", "Ctrl", "Ctrl")
ARROWS = Words("Flèches", "Pijltjes", "Arrows")
ENTER = Words("Entrée", "Enter", "Enter")
ESCAPE = Words("Échap", "Esc", "Esc")
TAB = Words("Tab", "Tab", "Tab")
TO_BROWSE = Words("parcourir", "bladeren", "browse")
TO_CHOOSE = Words("choisir", "kiezen", "choose")
TO_OPEN = Words("ouvrir", "openen", "open")
TO_SEARCH = Words("chercher", "zoeken", "search")
TO_LOCK = Words("verrouiller", "vergrendelen", "lock")
TO_SORT = Words("trier", "sorteren", "sort")
A_CRITERION = Words("critère", "criterium", "criterion")
ANOTHER_FILE = Words("autre fichier", "ander bestand", "other file")

OPEN_DOSSIER = Words("Ouvrir un dossier", "Dossier openen", "Open a file")
DOSSIER_FILES = Words("Dossiers Smes Panel (*.smes)", "Smes Panel-dossiers (*.smes)", "Smes Panel files (*.smes)")

CRASHED = Words(
    "Une erreur imprévue s’est produite.", "Er deed zich een onverwachte fout voor.", "Something unexpected went wrong."
)
CRASH_KEPT = Words(
    "Tout ce que la barre d’état disait enregistré l’est. Le dernier geste n’a peut-être pas été fait.",
    "Alles wat volgens de statusbalk bewaard was, is bewaard. De laatste handeling is misschien niet uitgevoerd.",
    "All that the status bar said was saved is saved. The last action may not have been done.",
)
CRASH_DO = Words(
    "Vous pouvez continuer. Si cela se répète, transmettez le texte ci-dessous : il ne contient ni nom, ni contenu de "
    "dossier.",
    "U kunt verder werken. Komt dit terug, bezorg dan de tekst hieronder: die bevat geen namen en geen inhoud van "
    "dossiers.",
    "You can go on. If it happens again, pass on the text below: it holds no name and nothing of a file’s content.",
)
COPY_TEXT = Words("Copier le texte", "Tekst kopiëren", "Copy the text")
CLOSE = Words("Fermer", "Sluiten", "Close")
