"""The words of what protects the reading: the order drawn, conflicts of interest, what is not asked, names hidden."""

from __future__ import annotations

from smes_panel.model.words import Words

# The order

DRAWN = Words("Ordre tiré au sort\u00a0: {seed}", "Volgorde geloot: {seed}", "Order drawn: {seed}")
DRAWN_WHY = Words(
    "L’ordre de lecture est tiré au sort pour vous à partir de cette graine, gardée dans le dossier\u00a0: {seed}. Vos "
    "collègues en ont un autre.",
    "De leesvolgorde is voor u geloot met dit startgetal, dat in het dossier staat: {seed}. Uw collega’s hebben een "
    "andere.",
    "The reading order is drawn for you from this seed, which is kept in the file: {seed}. Your colleagues have "
    "another one.",
)
ACROSS = Words(
    "C{number}, candidature {n} sur {m}", "C{number}, kandidatuur {n} van {m}", "C{number}, application {n} of {m}"
)
NONE_BESIDE = Words(
    "Aucune autre candidature de ce côté dans votre ordre de lecture.",
    "Geen andere kandidatuur aan deze kant van uw leesvolgorde.",
    "No other application on this side of your reading order.",
)
SHIFT_N_P = Words("Maj N, Maj P", "Shift N, Shift P", "Shift N, Shift P")
SAME_CRITERION = Words(
    "le même critère, candidature suivante, précédente",
    "hetzelfde criterium, volgende, vorige kandidatuur",
    "the same criterion, next, previous application",
)

# Conflicts of interest

CONFLICT = Words("Conflit d’intérêts…", "Belangenconflict…", "Conflict of interest…")
DECLARES = Words("déclarer un conflit d’intérêts", "belangenconflict melden", "declare a conflict of interest")
CLOSED = Words("Conflit déclaré", "Conflict gemeld", "Conflict declared")
CLOSED_LINE = Words("fermée, ne compte pas", "gesloten, telt niet mee", "closed, not counted")
WITH = Words(
    "Conflit d’intérêts avec {who}, {key}\u00a0?",
    "Belangenconflict met {who}, {key}?",
    "A conflict of interest with {who}, {key}?",
)
WITH_KEY = Words(
    "Conflit d’intérêts avec {key}\u00a0?", "Belangenconflict met {key}?", "A conflict of interest with {key}?"
)
DOES = Words(
    "{key} se ferme pour vous, passe en fin de liste sous son seul numéro et ne compte plus chez vous.",
    "{key} sluit voor u, komt achteraan de lijst met alleen het nummer en telt bij u niet meer mee.",
    "{key} closes to you, goes to the end of the list under its number alone and no longer counts for you.",
)
DOES_LATE = Words(
    "Les notes déjà données quittent les totaux et restent dans la trace.",
    "Scores die u al gaf, vallen weg uit de totalen en blijven in de geschiedenis.",
    "Ratings already given leave the totals and stay in the record.",
)
READ_BY = Words(
    "Le motif va au procès-verbal\u00a0; la présidence et le secrétariat le lisent.",
    "De reden komt in het proces-verbaal; de voorzitter en het secretariaat lezen ze.",
    "The reason goes into the minutes; the chair and the secretary read it.",
)
KIND = Words("Sorte de lien", "Soort band", "Kind of tie")
KINDS = (
    Words("Famille ou proche", "Familie of naaste", "Family or close person"),
    Words("Lien de travail", "Band via het werk", "Work tie"),
    Words("Intérêt personnel", "Persoonlijk belang", "Personal interest"),
    Words("Autre", "Andere", "Other"),
)
IN_WORDS = Words("En quelques mots", "In enkele woorden", "In a few words")
COLON = Words("\u00a0: ", ": ", ": ")
DECLARE = Words("Déclarer", "Melden", "Declare")
KEEP = Words("Ne rien déclarer", "Niets melden", "Declare nothing")
KIND_FIRST = Words("Choisissez une sorte de lien.", "Kies een soort band.", "Choose a kind of tie.")
WORDS_FIRST = Words("Dites-le en quelques mots.", "Zeg het in enkele woorden.", "Say it in a few words.")
CLOSED_FILE = Words(
    "{key} vous est fermée. Conflit d’intérêts déclaré {when}. Motif\u00a0: {reason}",
    "{key} is voor u gesloten. Belangenconflict gemeld {when}. Reden: {reason}",
    "{key} is closed to you. Conflict of interest declared {when}. Reason: {reason}",
)
CLOSED_TWIN = Words(
    "{key} vous est fermée\u00a0: vous avez déclaré un conflit d’intérêts avec la même personne.",
    "{key} is voor u gesloten: u hebt een belangenconflict met dezelfde persoon gemeld.",
    "{key} is closed to you: you declared a conflict of interest with the same person.",
)
CLOSED_FOOT = Words(
    "Fermée pour vous, dans aucun compte. Une déclaration retirée reste dans la trace.",
    "Voor u gesloten, in geen enkele telling. Een ingetrokken melding blijft in de geschiedenis.",
    "Closed to you, in no count. A declaration withdrawn stays in the record.",
)
WITHDRAW = Words("Retirer la déclaration", "Melding intrekken", "Withdraw the declaration")
DECLARED = Words(
    "{key}\u00a0: conflit d’intérêts déclaré. Elle est en fin de liste, fermée.",
    "{key}: belangenconflict gemeld. Ze staat achteraan de lijst, gesloten.",
    "{key}: conflict of interest declared. It is at the end of the list, closed.",
)
WITHDRAWN = Words(
    "{key}\u00a0: déclaration retirée. La candidature vous est rouverte.",
    "{key}: melding ingetrokken. De kandidatuur is weer open voor u.",
    "{key}: declaration withdrawn. The application is open to you again.",
)

# Not asked

NOT_ASKED = Words("pas demandé", "niet gevraagd", "not asked")
NOT_ASKED_OF_YOU = Words(
    "Ce critère ne vous est pas demandé\u00a0: il ne compte dans aucun de vos chiffres.",
    "Dit criterium wordt u niet gevraagd: het telt in geen van uw cijfers mee.",
    "This criterion is not asked of you: it is in none of your figures.",
)

# Names hidden

HIDDEN_NAMES = Words(
    "Lecture sans les noms\u00a0: vous lisez les mots du document, noms, adresses et téléphones couverts.",
    "Lezen zonder namen: u leest de woorden van het document, met namen, adressen en telefoons bedekt.",
    "Reading without names: you read the words of the document, with names, addresses and telephones covered.",
)
HIDDEN_PAGES = Words(
    "La page, sa photo et sa mise en page restent cachées\u00a0; l’original (O) montre tout.",
    "De pagina, met foto en opmaak, blijft verborgen; het origineel (O) toont alles.",
    "The page, with its photo and layout, stays hidden; the original (O) shows everything.",
)
HIDDEN_WHOLE = Words(
    "De ce document sans texte, rien n’a pu être couvert\u00a0: sa page ne s’affiche pas d’elle-même.",
    "Van dit document zonder tekst kon niets bedekt worden: de pagina verschijnt niet vanzelf.",
    "Nothing of this document without text could be covered: its page does not show by itself.",
)
SHOW_PAGE = Words("Voir la page quand même", "De pagina toch tonen", "Show the page all the same")
WITHHELD = Words("Page non montrée", "Pagina niet getoond", "Page not shown")
WITHHELD_WHY = Words(
    "Vous lisez sans les noms. De ce document, aucun texte n’a pu être lu\u00a0: rien n’y serait couvert, ni nom, ni "
    "photo.",
    "U leest zonder namen. Van dit document kon geen tekst gelezen worden: niets zou bedekt zijn, naam noch foto.",
    "You are reading without names. No text of this document could be read: nothing in it would be covered, neither "
    "name nor photo.",
)
HIDDEN_OUTSIDE = Words(
    "L’original montre le nom et la photo, que vous ne lisez pas à cette étape.",
    "Het origineel toont de naam en de foto, die u in deze fase niet leest.",
    "The original shows the name and the photo, which you do not read at this stage.",
)

# How the panel reads, beside the checklist

READING = Words("Lecture", "Lezing", "Reading")
NAMES = Words("Noms des candidat·es", "Namen van de kandidaten", "Names of the candidates")
NAMES_SHOWN = Words("montrés", "zichtbaar", "shown")
NAMES_HIDDEN = Words("cachés", "verborgen", "hidden")
NAMES_WHY = Words(
    "Cachés\u00a0: qui évalue lit les mots sans nom, adresse ni téléphone, et pas les pages, jusqu’à l’ouverture des "
    "avis sur dossier. Se règle avant le premier avis remis.",
    "Verborgen: wie beoordeelt, leest de woorden zonder naam, adres of telefoon, en niet de pagina’s, tot de opening "
    "van de beoordelingen op dossier. Te regelen vóór de eerste ingediende beoordeling.",
    "Hidden: those who rate read the words without name, address or telephone, and not the pages, until the opinions "
    "on file open. To be settled before the first opinion is handed in.",
)
ASKED_OF = Words("Quel critère à qui", "Welk criterium aan wie", "Which criterion of whom")
CRITERION = Words("Critère", "Criterium", "Criterion")
ASKED_HOW = Words(
    "Espace change\u00a0: un critère barré n’est pas demandé à ce membre et ne laisse pas de trou.",
    "Spatie wijzigt: een doorstreept criterium wordt niet aan dit jurylid gevraagd en laat geen gat.",
    "Space changes it: a criterion struck out is not asked of this member and leaves no gap.",
)
ASKED_BY = Words(
    "La présidence ou le secrétariat en décide\u00a0; un critère barré n’est pas demandé à ce membre.",
    "De voorzitter of het secretariaat beslist; een doorstreept criterium wordt niet aan dit jurylid gevraagd.",
    "The chair or the secretary decides; a criterion struck out is not asked of this member.",
)
NO_RATERS = Words("Le jury n’est pas encore composé.", "De jury is nog niet samengesteld.", "There is no panel yet.")
YES = Words("oui", "ja", "yes")
ASKED_SAID = Words(
    "{criterion}\u00a0: demandé à {who}", "{criterion}: gevraagd aan {who}", "{criterion}: asked of {who}"
)
ASKED_NOT_SAID = Words(
    "{criterion}\u00a0: pas demandé à {who}", "{criterion}: niet gevraagd aan {who}", "{criterion}: not asked of {who}"
)
