"""The words of the evaluate page."""

from __future__ import annotations

from smes_panel.model.application import DocumentKind
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Words
from ui.wording.tongue import Counted

# The list

MINE = Words("Mes candidatures", "Mijn kandidaturen", "My applications")
HANDED_IN_OF = Words("{n} sur {m} remis", "{n} van {m} ingediend", "{n} of {m} handed in")
BEGUN = Words("En cours", "Bezig", "In progress")
TO_READ = Words("À lire", "Te lezen", "To read")
DONE = Words("Avis remis", "Ingediend", "Handed in")
LINE_BEGUN = Words("{key} · {n}/{m} critères", "{key} · {n}/{m} criteria", "{key} · {n}/{m} criteria")
LINE_DONE = Words("{key} · avis remis", "{key} · ingediend", "{key} · handed in")
NO_NAME = Words("Nom inconnu", "Naam onbekend", "Name unknown")
STAGE = Words("Étape", "Fase", "Stage")
STAGES = {
    Stage.SCREENING: Words("Étape dossier", "Fase dossier", "File stage"),
    Stage.INTERVIEW: Words("Étape entretien", "Fase gesprek", "Interview stage"),
}
STAGE_NAMES = {
    Stage.SCREENING: Words("Dossier", "Dossier", "File"),
    Stage.INTERVIEW: Words("Entretien", "Gesprek", "Interview"),
}

# The document

DOCUMENT = {
    DocumentKind.CV: Words("CV", "Cv", "CV"),
    DocumentKind.LETTER: Words("Lettre", "Brief", "Letter"),
    DocumentKind.MESSAGE: Words("E-mail", "E-mail", "E-mail"),
    DocumentKind.OTHER: Words("Autre", "Ander", "Other"),
}
NTH = Words("{kind} {n}", "{kind} {n}", "{kind} {n}")
DOCUMENT_OF = Words("{kind} de {who}", "{kind} van {who}", "{kind} of {who}")
PAGE_OF = Words("Page {n} sur {m}", "Pagina {n} van {m}", "Page {n} of {m}")
PAGE_OF_SHORT = Words("{n}/{m}", "{n}/{m}", "{n}/{m}")
PREVIOUS_PAGE = Words("Page précédente", "Vorige pagina", "Previous page")
NEXT_PAGE = Words("Page suivante", "Volgende pagina", "Next page")
TEXT_WIDTH = Words("Largeur du texte", "Tekstbreedte", "Text width")
PAGE_WIDTH = Words("Largeur de la page", "Paginabreedte", "Page width")
PERCENT = Words("{n} %", "{n} %", "{n}%")
SIZE = Words("Taille du document", "Grootte van het document", "Size of the document")
TONE = Words("Papier : {tone}", "Papier: {tone}", "Paper: {tone}")
TONES = {
    "white": Words("blanc", "wit", "white"),
    "dimmed": Words("tamisé", "gedempt", "dimmed"),
    "night": Words("nuit", "nacht", "night"),
}
FIND = Words("Chercher dans le document", "Zoeken in het document", "Find in the document")
FOUND = Words("{n} sur {m}", "{n} van {m}", "{n} of {m}")
FOUND_SOME = Counted(
    Words("{n} résultat", "{n} resultaat", "{n} hit"), Words("{n} résultats", "{n} resultaten", "{n} hits")
)
WHOLE = Words("Plein cadre", "Volledig venster", "Full frame")
NO_DOCUMENT = Words(
    "Aucun document n’est joint à cette candidature.",
    "Bij deze kandidatuur zit geen document.",
    "No document came with this application.",
)
NOT_HERE_YET = Words(
    "Ce document n’est pas encore arrivé sur cet ordinateur. Il viendra avec le prochain paquet.",
    "Dit document staat nog niet op deze computer. Het komt met het volgende pakket.",
    "This document has not arrived on this computer yet. It will come with the next packet.",
)
NO_TEXT = Words(
    "Ce document ne s’affiche pas : son format ne se lit pas ici. Il est conservé tel qu’il a été reçu.",
    "Dit document wordt niet getoond: het formaat is hier niet leesbaar. Het blijft bewaard zoals het ontvangen is.",
    "This document cannot be shown: its format does not read here. It is kept as it was received.",
)
TO_DO = Words(
    "Demandez un nouvel envoi. Vous pouvez noter « pas évaluable » (touche 0).",
    "Vraag een nieuwe versie. U kunt “niet te beoordelen” kiezen (toets 0).",
    "Ask for a new copy. You can choose “cannot be assessed” (key 0).",
)

# Before the first document

START = Words("Prêt·e à lire ?", "Klaar om te lezen?", "Ready to read?")
START_SENTENCE = Words(
    "La première ouverture d’un document arrête les critères : après, tout changement demande un motif, daté et "
    "visible. On note ce que le dossier montre, pas la personne.",
    "Zodra het eerste document opengaat, liggen de criteria vast: daarna vraagt elke wijziging een reden, met datum en "
    "zichtbaar. We beoordelen wat het dossier aantoont, niet de persoon.",
    "The first document opened settles the criteria: from then on every change needs a reason, dated and visible. "
    "We rate what the file shows, not the person.",
)
START_READING = Words("Commencer la lecture", "Beginnen met lezen", "Start reading")
REVIEW_CRITERIA = Words("Revoir les critères", "Criteria nakijken", "Review the criteria")
FROZEN = Words("Les critères sont arrêtés.", "De criteria liggen vast.", "The criteria are settled.")
FROZEN_SENTENCE = Words(
    "Un premier document est ouvert : un changement aux critères demande désormais un motif.",
    "Er is een eerste document geopend: een wijziging aan de criteria vraagt voortaan een reden.",
    "A first document is open: changing the criteria now needs a reason.",
)

# The checklist

CHECKLIST = Words("Critères", "Criteria", "Criteria")
N_OF_M = Words("{n} sur {m}", "{n} van {m}", "{n} of {m}")
ESSENTIAL = Words("essentiel", "essentieel", "essential")
ALL = Words("Tous", "Alle", "All")
REMAINING = Words("Restants {n}", "Resterend {n}", "Remaining {n}")
SHOWN = Words("Critères montrés", "Getoonde criteria", "Criteria shown")
NONE_LEFT = Words("Tout est noté.", "Alles is beoordeeld.", "Everything is rated.")
POSTED = Words("Ce que dit l’annonce : « {wording} »", "In de vacature: “{wording}”", "In the posting: “{wording}”")
SHOWS = Words("Ce que le dossier montre", "Wat het dossier aantoont", "What the file shows")
LEVEL = Words("{word} : {anchor}", "{word}: {anchor}", "{word}: {anchor}")
NOT_ASSESSABLE_AT = {
    Stage.SCREENING: Words(
        "Pas évaluable sur dossier", "Niet te beoordelen op basis van het dossier", "Cannot be assessed on the file"
    ),
    Stage.INTERVIEW: Words(
        "Pas évaluable en entretien", "Niet te beoordelen in het gesprek", "Cannot be assessed in the interview"
    ),
}
COMMENT = Words("Commentaire", "Opmerking", "Comment")
COMMENTED = Words("commenté", "met opmerking", "commented")
QUESTION = Words("Question : {question}", "Vraag: {question}", "Question: {question}")
CRITERION = Words("{number} {label}", "{number} {label}", "{number} {label}")

# Handing in

HIDDEN = Words(
    "Avis des collègues masqués jusqu’à l’ouverture, quand tous seront remis",
    "Beoordelingen van collega’s blijven verborgen tot alle beoordelingen ingediend zijn",
    "Colleagues’ opinions stay hidden until all are handed in",
)
HAS_HANDED_IN = Words("{who} a remis", "{who} diende in", "{who} has handed in")
HAS_NOT = Words("{who} n’a pas encore remis", "{who} diende nog niet in", "{who} has not handed in yet")
SKIP = Words("Passer", "Overslaan", "Skip")
HAND_IN = Words("Remettre mon avis", "Indienen", "Hand in my opinion")
NEXT_FILE = Words("Candidature suivante", "Volgende kandidatuur", "Next application")
LEFT = Counted(
    Words(
        "Il reste {n} critère. Notez-le, ou choisissez « pas évaluable ».",
        "Nog {n} criterium. Beoordeel het of kies “niet te beoordelen”.",
        "{n} criterion left. Rate it, or choose “cannot be assessed”.",
    ),
    Words(
        "Il reste {n} critères. Notez-les, ou choisissez « pas évaluable ».",
        "Nog {n} criteria. Beoordeel ze of kies “niet te beoordelen”.",
        "{n} criteria left. Rate them, or choose “cannot be assessed”.",
    ),
)
HANDED_IN = Words("Avis sur {key} remis.", "Beoordeling van {key} ingediend.", "Opinion on {key} handed in.")
TAKE_BACK = Words("Reprendre", "Terugnemen", "Take back")
TAKEN_BACK = Words("Avis sur {key} repris.", "Beoordeling van {key} teruggenomen.", "Opinion on {key} taken back.")
HANDED_IN_AT = Words("Avis remis · {when}", "Ingediend · {when}", "Handed in · {when}")
SEALED = Words(
    "Votre avis est remis. Vous pouvez le reprendre jusqu’à l’ouverture.",
    "Uw beoordeling is ingediend. U kunt ze terugnemen tot de opening.",
    "Your opinion is handed in. You can take it back until the opening.",
)
OPENED = Words(
    "Avis ouverts {when}. Les notes ne changent plus.",
    "Beoordelingen geopend {when}. De scores wijzigen niet meer.",
    "Opinions opened {when}. Ratings no longer change.",
)
ME = Words("Moi", "Ik", "Me")
OPINION = Words("{who} : {said}", "{who}: {said}", "{who}: {said}")
RATE_THERE = Words(
    "Les notes se donnent dans la liste des critères (F6).",
    "Scores geeft u in de lijst met criteria (F6).",
    "Ratings are given in the list of criteria (F6).",
)

# Empty states

NOBODY = Words("Qui lit ?", "Wie leest?", "Who is reading?")
NOBODY_SENTENCE = Words(
    "Chaque membre note seul·e, sur ses propres lignes. Choisissez qui est à l’écran pour ouvrir vos candidatures.",
    "Elk jurylid beoordeelt apart, op eigen regels. Kies wie aan het scherm zit om uw kandidaturen te openen.",
    "Each member rates alone, on lines of their own. Choose who is at the screen to open your applications.",
)
CHOOSE_MEMBER = Words("Choisir qui est à l’écran", "Kiezen wie aan het scherm zit", "Choose who is at the screen")
NO_PANEL = Words("Le jury n’est pas encore composé.", "De jury is nog niet samengesteld.", "There is no panel yet.")
NO_PANEL_SENTENCE = Words(
    "Une présidence et des membres liront les candidatures, chacun·e de son côté. Les avis restent cachés jusqu’à ce "
    "que tous soient remis.",
    "Een voorzitter en leden lezen de kandidaturen, ieder apart. Beoordelingen blijven verborgen tot alle ingediend "
    "zijn.",
    "A chair and members will read the applications, each on their own. Opinions stay hidden until all are handed in.",
)
NO_CRITERIA = Words("Aucun critère à noter ici.", "Hier is geen criterium te beoordelen.", "No criterion to rate here.")
NO_CRITERIA_SENTENCE = Words(
    "Aucun critère du profil n’est lu à cette étape. Les étapes se choisissent dans le poste.",
    "Geen enkel criterium van het profiel hoort bij deze fase. De fasen kiest u bij de vacature.",
    "No criterion of the profile is read at this stage. Stages are chosen with the vacancy.",
)
NOTHING = Words("Rien à lire pour le moment.", "Nog niets te lezen.", "Nothing to read yet.")
NOTHING_SENTENCE = {
    Stage.SCREENING: Words(
        "Les candidatures reçues apparaîtront ici, dans l’ordre de leur numéro.",
        "Ontvangen kandidaturen komen hier, in volgorde van nummer.",
        "Applications will appear here, in the order of their number.",
    ),
    Stage.INTERVIEW: Words(
        "Les personnes invitées à un entretien apparaîtront ici.",
        "Wie voor een gesprek uitgenodigd is, komt hier.",
        "People invited to an interview will appear here.",
    ),
}
ALL_DONE = Counted(
    Words("Vous avez remis votre avis.", "U hebt uw beoordeling ingediend.", "You have handed in your opinion."),
    Words(
        "Vous avez remis vos {n} avis.",
        "U hebt uw {n} beoordelingen ingediend.",
        "You have handed in your {n} opinions.",
    ),
)
STILL_MISSING = Words(
    "Il manque encore ceux de {names}. Vous pouvez relire ou reprendre les vôtres jusqu’à l’ouverture.",
    "Die van {names} ontbreken nog. U kunt de uwe nalezen of terugnemen tot de opening.",
    "Those of {names} are still missing. You can reread or take back yours until they are opened.",
)
WAITS = Words("{name} ({n})", "{name} ({n})", "{name} ({n})")
ALL_IN = Words(
    "Tous les avis sont remis et ouverts. La comparaison vous attend.",
    "Alle beoordelingen zijn ingediend en geopend. De vergelijking wacht.",
    "All opinions are handed in and open. The comparison awaits you.",
)
REREAD = Words("Relire mes avis", "Mijn beoordelingen nalezen", "Reread my opinions")
AND = Words("{first} et {last}", "{first} en {last}", "{first} and {last}")

# Keys

SPACE = Words("Espace", "Spatie", "Space")
BACKSPACE = Words("Retour arr.", "Backspace", "Backspace")
PAGE_KEYS = Words("PgPréc, PgSuiv", "PgUp, PgDn", "PgUp, PgDn")
START_END = Words("Début, Fin", "Home, End", "Home, End")
UP_DOWN = Words("Haut, Bas", "Omhoog, Omlaag", "Up, Down")
SHIFT_F6 = Words("Maj F6", "Shift F6", "Shift F6")
CTRL_ENTER = Words("Ctrl ↵", "Ctrl ↵", "Ctrl ↵")
CTRL_ENTER_SAID = Words("Ctrl Entrée", "Ctrl Enter", "Ctrl Enter")
TO_RATE = Words("noter", "beoordelen", "rate")
TO_NOT_ASSESS = Words("pas évaluable", "niet te beoordelen", "cannot be assessed")
TO_COMMENT = Words("commenter", "opmerking", "comment")
TO_PROVE = Words("preuve", "bewijs", "evidence")
TO_NEXT_GAP = Words("critère suivant", "volgend criterium", "next criterion")
TO_NEXT_FILE = Words("suivante", "volgende", "next")
TO_PANE = Words("volet suivant", "volgend deel", "next pane")
READING = Words("Lire", "Lezen", "Read")
RATING = Words("Noter", "Beoordelen", "Rate")
READING_KEYS = (
    ("N, P", Words("candidature suivante, précédente", "volgende, vorige kandidatuur", "next, previous application")),
    ("D", Words("document suivant", "volgend document", "next document")),
    ("+, −", Words("agrandir, réduire", "groter, kleiner", "larger, smaller")),
    ("Ctrl 0", Words("largeur du texte", "tekstbreedte", "text width")),
    ("Ctrl M", Words("papier : blanc, tamisé, nuit", "papier: wit, gedempt, nacht", "paper: white, dimmed, night")),
    ("Ctrl F", Words("chercher dans le document", "zoeken in het document", "find in the document")),
    ("F3", Words("résultat suivant", "volgend resultaat", "next hit")),
    ("O", Words("ouvrir dans un autre programme", "in een ander programma openen", "open in another program")),
    ("F8", Words("plein cadre", "volledig venster", "full frame")),
    ("F6", Words("volet suivant", "volgend deel", "next pane")),
)
SCROLL = Words("faire défiler, de partout", "scrollen, van overal", "scroll, from any pane")
ENDS = Words("début, fin du document", "begin, einde van het document", "start, end of the document")
BACK_A_PANE = Words("volet précédent", "vorig deel", "previous pane")
RATING_KEYS = (
    ("1–4", Words("noter", "score geven", "rate")),
    ("0", Words("pas évaluable", "niet te beoordelen", "cannot be assessed")),
    ("C", Words("commenter", "opmerking", "comment")),
    ("R", Words("restants seulement", "alleen resterende", "remaining only")),
)
CLEARS = Words("effacer la note", "score wissen", "clear the rating")
NEXT_GAP = Words("critère suivant sans note", "volgend criterium zonder score", "next criterion without rating")
CRITERIA = Words("critère précédent, suivant", "vorig, volgend criterium", "previous, next criterion")
BACK = Words("revenir à la liste", "terug naar de lijst", "back to the list")
HANDS_IN = Words("remettre et continuer", "indienen en verder", "hand in and go on")

# Evidence

ATTACH_TO = Words("Attacher au critère", "Koppelen aan criterium", "Attach to criterion")
ATTACH_NUMBER = Words("Numéro du critère", "Nummer van het criterium", "Number of the criterion")
PASSAGES = Counted(
    Words("{n} passage", "{n} passage", "{n} passage"), Words("{n} passages", "{n} passages", "{n} passages")
)
PASSAGE_PLACE = Words("{document} p. {page}", "{document} p. {page}", "{document} p. {page}")
PASSAGE_WORDS = Words("«\u00a0{words}\u00a0»", "“{words}”", "“{words}”")
PASSAGE_AREA = Words("Partie de la page", "Deel van de pagina", "Part of the page")
PASSAGE_LOST = Words("introuvable, {place}", "niet teruggevonden, {place}", "not found, {place}")
PASSAGE_GONE = Words("pièce absente", "stuk ontbreekt", "document missing")
PASSAGE_SAID = Words("Passage {words}, {place}", "Passage {words}, {place}", "Passage {words}, {place}")
TAKEN_FIRST = Words(
    "Phrase prise\u00a0: E l’attache, Alt ↑ ↓ en prend une autre.",
    "Zin genomen: E koppelt ze, Alt ↑ ↓ neemt een andere.",
    "Sentence taken: E attaches it, Alt ↑ ↓ takes another.",
)
NO_SUCH_NUMBER = Words(
    "Aucun critère ne porte le numéro {number} à cette étape.",
    "Geen criterium draagt nummer {number} in deze fase.",
    "No criterion has the number {number} at this stage.",
)
ATTACHED_ALREADY = Words(
    "Ce passage est déjà attaché au critère {number}.",
    "Deze passage is al aan criterium {number} gekoppeld.",
    "This passage is attached to criterion {number} already.",
)
TOO_LONG = Words(
    "Un passage tient en 2 000 signes\u00a0: prenez-en moins.",
    "Een passage telt hoogstens 2.000 tekens: neem er minder.",
    "A passage holds at most 2,000 characters: take less.",
)
PROVING = Words("Prouver", "Bewijzen", "Evidence")
EVIDENCE_KEYS = (
    (
        Words("Alt ↑ ↓", "Alt ↑ ↓", "Alt ↑ ↓"),
        Words("phrase précédente, suivante", "vorige, volgende zin", "previous, next sentence"),
    ),
    (
        Words("Maj Alt ↑ ↓", "Shift Alt ↑ ↓", "Shift Alt ↑ ↓"),
        Words("étendre d’une phrase", "met een zin uitbreiden", "extend by a sentence"),
    ),
)
ATTACH_HERE = Words("attacher au critère ouvert", "koppelen aan het open criterium", "attach to the open criterion")
SHIFT_E = Words("Maj E", "Shift E", "Shift E")
ATTACH_THERE = Words("attacher à un autre critère", "koppelen aan een ander criterium", "attach to another criterion")
NEXT_PASSAGE = Words("passage suivant", "volgende passage", "next passage")
DELETE = Words("Suppr", "Delete", "Delete")
DETACH = Words("détacher le passage", "passage loskoppelen", "detach the passage")
