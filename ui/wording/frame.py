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

TO_HELP = Words("aide", "hulp", "help")
CANCEL = Words("Interrompre", "Stoppen", "Stop")
N_OF_M = Words("{n} sur {m}", "{n} van {m}", "{n} of {m}")
LOCKED_IDLE = Words(
    "Verrouillé après dix minutes sans activité. Tout ce qui était saisi est enregistré.",
    "Vergrendeld na tien minuten zonder activiteit. Alles wat ingevoerd was, is bewaard.",
    "Locked after ten minutes without activity. All that was typed is saved.",
)
CHANGE_MEMBER = Words("Changer de personne à l’écran", "Iemand anders aan het scherm", "Somebody else at the screen")
SECOND_WINDOW = Words("Deuxième fenêtre", "Tweede venster", "Second window")
DEMONSTRATION = Words("Création de la démonstration", "Demonstratie wordt gemaakt", "Making the demonstration")
DEMONSTRATION_READY = Words(
    "Voici la démonstration. Les personnes et les documents sont inventés.",
    "Dit is de demonstratie. De personen en documenten zijn verzonnen.",
    "This is the demonstration. Its people and documents are invented.",
)
DEMONSTRATION_KEY = Words(
    "Sa phrase de passe, pour la rouvrir : {phrase}",
    "De wachtwoordzin om ze opnieuw te openen: {phrase}",
    "Its passphrase, to open it again: {phrase}",
)

ALL_KEYS = Words("Toutes les touches", "Alle toetsen", "All keys")
KEYS_OF = Words("écran {page}", "scherm {page}", "{page} screen")
SEEK_KEY = Words("Chercher une touche", "Toets zoeken", "Search a key")
NO_SUCH_KEY = Words("Aucune touche ne porte ces mots.", "Geen toets met die woorden.", "No key goes by these words.")
THIS_PAGE = Words("Écran {page}", "Scherm {page}", "{page} screen")
GO = Words("Avancer", "Verdergaan", "Go on")
EVERYWHERE_TITLE = Words("Partout", "Overal", "Everywhere")
EVERYWHERE = (
    (
        "Ctrl K",
        Words("aller à… (nom, critère, action)", "ga naar… (naam, criterium, actie)", "go to… (name, criterion)"),
    ),
    ("Ctrl F", Words("chercher dans l’écran", "zoeken in het scherm", "search in the screen")),
    ("Ctrl Z", Words("annuler", "ongedaan maken", "undo")),
    ("Ctrl Y", Words("rétablir", "opnieuw doen", "redo")),
    ("Ctrl N", Words("deuxième fenêtre", "tweede venster", "second window")),
    ("Ctrl L", Words("verrouiller", "vergrendelen", "lock")),
    ("F1", Words("cette aide", "deze hulp", "this help")),
)
TO_CLOSE = Words("fermer, revenir", "sluiten, terug", "close, go back")
BELGIAN_TITLE = Words("Clavier belge (AZERTY)", "Belgisch toetsenbord (AZERTY)", "Belgian keyboard (AZERTY)")
BELGIAN = Words(
    "les chiffres marchent sans Maj, avec ou sans Ctrl",
    "de cijfers werken zonder Shift, met of zonder Ctrl",
    "digits work without Shift, with or without Ctrl",
)
GO_TO = Words("Aller à", "Ga naar", "Go to")
GO_HINT = Words("Nom, numéro, critère, écran", "Naam, nummer, criterium, scherm", "Name, number, criterion, screen")
NOTHING_SO_CALLED = Words("Rien ne porte ces mots.", "Niets gevonden met die woorden.", "Nothing goes by these words.")
SORT_PAGE = Words("écran", "scherm", "screen")
SORT_ACTION = Words("action", "actie", "action")
SORT_CRITERION = Words("critère", "criterium", "criterion")
SORT_APPLICATION = Words("candidature", "kandidatuur", "application")

OPEN_DOSSIER = Words("Ouvrir un dossier", "Dossier openen", "Open a file")
DOSSIER_FILES = Words("Dossiers Smes Panel (*.smes)", "Smes Panel-dossiers (*.smes)", "Smes Panel files (*.smes)")

MAKE_DOSSIER = Words("Enregistrer le nouveau dossier", "Nieuw dossier bewaren", "Save the new file")
CHOOSE_POSTING = Words("Choisir l’annonce", "Vacaturetekst kiezen", "Choose the posting")
POSTING_FILES = Words(
    "Annonces (*.txt *.md *.html *.htm *.pdf *.docx *.odt *.doc *.rtf)",
    "Vacatureteksten (*.txt *.md *.html *.htm *.pdf *.docx *.odt *.doc *.rtf)",
    "Postings (*.txt *.md *.html *.htm *.pdf *.docx *.odt *.doc *.rtf)",
)
CHOOSE_FOLDER = Words(
    "Choisir où créer la démonstration", "Kiezen waar de demonstratie komt", "Choose where to make the demonstration"
)

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
