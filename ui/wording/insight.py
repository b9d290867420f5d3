"""The words of what the figures of an opened stage say, and of what they do not decide."""

from __future__ import annotations

from smes_panel.model.ballot import Method
from smes_panel.model.words import Words
from ui.wording.tongue import Counted

SHORTLIST = Words("Présélection", "Voorselectie", "Shortlist")
SHORTLISTED = Counted(
    Words("{n} personne", "{n} persoon", "{n} person"), Words("{n} personnes", "{n} personen", "{n} people")
)
NOBODY_CHOSEN = Words(
    "Personne encore. S ajoute la personne de la ligne, ou la retire.",
    "Nog niemand. S voegt de persoon van de rij toe, of haalt die eruit.",
    "Nobody yet. S adds the person of the row, or takes them out.",
)
TAKE_OUT = Words("Retirer {who} de la présélection", "{who} uit de voorselectie halen", "Take {who} off the shortlist")
NOT_HERE = Words(
    "La présélection se fait à l’étape dossier.",
    "De voorselectie gebeurt in de fase dossier.",
    "The shortlist is made at the file stage.",
)
NO_DECISION = Words(
    "Aucun total n’est une décision. Rien n’est annoncé d’ici.",
    "Geen enkel totaal is een beslissing. Van hieruit wordt niets meegedeeld.",
    "No total is ever a decision. Nothing is announced from here.",
)

DISCUSS = Words("À discuter d’abord", "Eerst te bespreken", "To discuss first")
DISCUSS_WHY = Words(
    "Dans l’ordre des désaccords, pas des totaux.",
    "In volgorde van meningsverschil, niet van totaal.",
    "In the order of disagreement, not of totals.",
)
APART_ON = Counted(
    Words("{who}, {n} critère", "{who}, {n} criterium", "{who}, {n} criterion"),
    Words("{who}, {n} critères", "{who}, {n} criteria", "{who}, {n} criteria"),
)
NOTHING_APART = Words(
    "Sur aucun critère les avis ne s’écartent de deux degrés.",
    "Op geen enkel criterium liggen de beoordelingen twee niveaus uit elkaar.",
    "On no criterion are the opinions two levels apart.",
)
MORE = Counted(
    Words("et {n} autre", "en nog {n}", "and {n} more"), Words("et {n} autres", "en nog {n}", "and {n} more")
)

TOTAL = Words(
    "Total de {mean}, entre {low} et {high} selon ce qui manque.",
    "Totaal {mean}, tussen {low} en {high} naargelang wat ontbreekt.",
    "Total of {mean}, between {low} and {high} depending on what is missing.",
)
TOTAL_UNKNOWN = Words(
    "Rien n’est noté ; le total serait entre {low} et {high}.",
    "Er zijn geen scores; het totaal zou tussen {low} en {high} liggen.",
    "Nothing is rated; the total would lie between {low} and {high}.",
)
TOTAL_EXACT = Words(
    "Total de {mean}, sans note manquante.",
    "Totaal {mean}, zonder ontbrekende score.",
    "Total of {mean}, none missing.",
)
NO_TOTAL = Words(
    "Pas de total : rien n’est demandé.", "Geen totaal: er is niets gevraagd.", "No total: nothing is asked."
)
BESIDE = Words(
    "Quoi que valent les notes manquantes : au-dessus de {above}, au-dessous de {below}.",
    "Wat de ontbrekende scores ook zijn: boven {above}, onder {below}.",
    "Whatever the missing ratings are: above {above}, below {below}.",
)
OPEN_WITH = Words("Ordre ouvert avec : {who}.", "Volgorde open met: {who}.", "Order open with: {who}.")

ROBUST = Words("Ce à quoi elle tient", "Waar ze van afhangt", "What it hangs on")
COUNTING = Words("Les chiffres se calculent.", "De cijfers worden berekend.", "The figures are being worked out.")
CHOOSE = Words(
    "Une fois des personnes choisies, une phrase dira ce qui changerait cette présélection.",
    "Zodra er personen gekozen zijn, zegt een zin wat deze voorselectie zou veranderen.",
    "Once people are chosen, a sentence will say what would change this shortlist.",
)
HOLDS = Words(
    "Elle reste la même sous chacun des {n} changements essayés, un à la fois : façon de compter, poids d’un cran, "
    "un membre en moins.",
    "Ze houdt stand bij elk van de {n} geprobeerde wijzigingen, één per keer: telwijze, gewicht met één stap, een lid "
    "minder.",
    "It holds under each of the {n} changes tried, one at a time: way of counting, a weight by one step, one member "
    "fewer.",
)
FLIPS = Words("Elle change si {what} : {who}.", "Ze verandert als {what}: {who}.", "It changes if {what}: {who}.")
FLIPS_MORE = Counted(
    Words(
        "Aussi sous {n} autre changement sur {of}.",
        "Ook bij {n} andere wijziging van de {of}.",
        "Also under {n} other change of {of}.",
    ),
    Words(
        "Aussi sous {n} autres changements sur {of}.",
        "Ook bij {n} andere wijzigingen van de {of}.",
        "Also under {n} other changes of {of}.",
    ),
)
OTHER_THAN_MEANS = Words(
    "Elle ne suit pas l’ordre des moyennes : {who}. Ce peut être voulu ; le jury en dit la raison.",
    "Ze volgt de volgorde van de gemiddelden niet: {who}. Dat kan de bedoeling zijn; de jury zegt waarom.",
    "It does not follow the order of the means: {who}. That may be meant; the panel says why.",
)
IF_METHOD = Words("l’on compte par {method}", "men telt met {method}", "one counts by {method}")
IF_UP = Words(
    "le critère {number} pèse un cran de plus",
    "criterium {number} één stap zwaarder weegt",
    "criterion {number} weighs one step more",
)
IF_DOWN = Words(
    "le critère {number} pèse un cran de moins",
    "criterium {number} één stap minder weegt",
    "criterion {number} weighs one step less",
)
IF_WITHOUT = Words(
    "l’avis de {name} est laissé de côté",
    "de beoordeling van {name} niet meetelt",
    "the opinion of {name} is left aside",
)
METHODS = {
    Method.MEAN: Words("moyenne", "gemiddelde", "mean"),
    Method.MEDIAN: Words("médiane", "mediaan", "median"),
    Method.BORDA: Words("Borda", "Borda", "Borda"),
    Method.SCHULZE: Words("Schulze", "Schulze", "Schulze"),
    Method.MAJORITY: Words("jugement majoritaire", "meerderheidsoordeel", "majority judgment"),
}
ENTERS = Counted(
    Words("{who} y entrerait", "{who} zou erin komen", "{who} would come in"),
    Words("{who} y entreraient", "{who} zouden erin komen", "{who} would come in"),
)
LEAVES = Counted(
    Words("{who} en sortirait", "{who} zou eruit gaan", "{who} would go out"),
    Words("{who} en sortiraient", "{who} zouden eruit gaan", "{who} would go out"),
)
ALL_CHANGES = Words("Voir chaque changement", "Elke wijziging tonen", "See each change")
FEWER_CHANGES = Words("Voir l’essentiel", "Alleen de hoofdzaak", "See the main one")
CERTAIN = Words(
    "Quoi que valent les notes manquantes, {n} sur {of} ont un des {of} plus hauts totaux.",
    "Wat de ontbrekende scores ook zijn, {n} van {of} hebben een van de {of} hoogste totalen.",
    "Whatever the missing ratings are, {n} of {of} have one of the {of} highest totals.",
)
NOTHING_MISSING = Words(
    "Aucune note ne manque : les totaux sont exacts.",
    "Er ontbreekt geen score: de totalen zijn exact.",
    "No rating is missing: the totals are exact.",
)

AGREEMENT = Words("Accord entre membres", "Overeenstemming tussen leden", "Agreement between members")
ALIKE = (
    (0.8, Words("Les notes se ressemblent beaucoup", "De scores lijken sterk op elkaar", "The ratings are much alike")),
    (2 / 3, Words("Les notes se ressemblent", "De scores lijken op elkaar", "The ratings are alike")),
    (
        0.0,
        Words("Les notes se ressemblent en partie", "De scores lijken deels op elkaar", "The ratings are partly alike"),
    ),
    (
        float("-inf"),
        Words(
            "Les notes ne se ressemblent pas plus que par hasard",
            "De scores lijken niet meer op elkaar dan bij toeval",
            "The ratings are no more alike than by chance",
        ),
    ),
)
ALPHA = Words(
    "{alike} (alpha {value}, entre {low} et {high}).",
    "{alike} (alfa {value}, tussen {low} en {high}).",
    "{alike} (alpha {value}, between {low} and {high}).",
)
ALPHA_ALONE = Words("{alike} (alpha {value}).", "{alike} (alfa {value}).", "{alike} (alpha {value}).")
ROUGH = Words(
    "À {n} membres, l’indication est grossière : elle dit qu’en parler vaut la peine, pas qui a raison.",
    "Met {n} leden is dit een ruwe aanwijzing: ze zegt dat een gesprek de moeite loont, niet wie gelijk heeft.",
    "With {n} members this is a rough hint: it says that a talk is worth while, not who is right.",
)
NO_PAIRS = Words(
    "Pas d’accord à calculer : aucune case n’a deux notes.",
    "Geen overeenstemming te berekenen: geen enkel vak heeft twee scores.",
    "No agreement to work out: no cell has two ratings.",
)
NO_VARIATION = Words(
    "Toutes les notes comparables sont égales : l’accord ne se distingue pas du hasard.",
    "Alle vergelijkbare scores zijn gelijk: overeenstemming is niet van toeval te onderscheiden.",
    "All ratings that can be compared are the same: agreement cannot be told from chance.",
)

LEANINGS = Words("Pour la présidence", "Voor de voorzitter", "For the chair")
LEANINGS_WHY = Words(
    "Repères pour régler l’échelle ensemble. Chacun peut aussi être juste.",
    "Aanknopingspunten om de schaal samen af te stemmen. Elk kan ook terecht zijn.",
    "Pointers for settling the scale together. Each may also be right.",
)
LOWER = Words(
    "{name} note {n} degré plus bas que les collègues en moyenne, sur {cells} cases.",
    "{name} scoort gemiddeld {n} niveau lager dan de collega’s, over {cells} vakken.",
    "{name} rates {n} of a level lower than colleagues on average, over {cells} cells.",
)
HIGHER = Words(
    "{name} note {n} degré plus haut que les collègues en moyenne, sur {cells} cases.",
    "{name} scoort gemiddeld {n} niveau hoger dan de collega’s, over {cells} vakken.",
    "{name} rates {n} of a level higher than colleagues on average, over {cells} cells.",
)
HALO = Words(
    "{name} note les critères d’une même personne de façon proche : écart type {own}, collègues {others}.",
    "{name} scoort de criteria van één persoon dicht bij elkaar: standaardafwijking {own}, collega’s {others}.",
    "{name} rates one person’s criteria close together: standard deviation {own}, colleagues {others}.",
)
NO_LEANING = Words(
    "Aucun membre ne s’écarte nettement des collègues.",
    "Geen enkel lid wijkt duidelijk af van de collega’s.",
    "No member lies clearly apart from the colleagues.",
)

WHAT_IF = Words("Et si…", "Wat als…", "What if…")
SUPPOSE = Words(
    "le critère {number} pesait {weight}",
    "criterium {number} gewicht {weight} had",
    "criterion {number} weighed {weight}",
)
SUPPOSED = Words(
    "Et si… {what} ? Simulation, jamais enregistrée.",
    "Wat als… {what}? Simulatie, nooit bewaard.",
    "What if… {what}? Simulation, never saved.",
)
SUPPOSE_NOTHING = Words(
    "Et si un critère pesait autrement ? Simulation, jamais enregistrée.",
    "Wat als een criterium anders woog? Simulatie, nooit bewaard.",
    "What if a criterion weighed otherwise? Simulation, never saved.",
)
AND = Words(" et ", " en ", " and ")
BACK_TO_AGREED = Words("Revenir aux poids arrêtés", "Terug naar de vastgelegde gewichten", "Back to the agreed weights")
WEIGHT_OF = Words(
    "Poids du critère {number}, pour voir",
    "Gewicht van criterium {number}, om te zien",
    "Weight of criterion {number}, to see",
)
CRITERION = Words("Critère {number}", "Criterium {number}", "Criterion {number}")
LESS = Words("Moins de poids", "Minder gewicht", "Less weight")
MORE_WEIGHT = Words("Plus de poids", "Meer gewicht", "More weight")
AGREED_AGAIN = Words(
    "Les poids arrêtés sont de retour.", "De vastgelegde gewichten zijn terug.", "The agreed weights are back."
)
SUPPOSED_WEIGHT = Words("{weight}, arrêté {agreed}", "{weight}, vastgelegd {agreed}", "{weight}, agreed {agreed}")
MOVED_UP = Words("{n} place plus haut", "{n} plaats hoger", "{n} place higher")
MOVED_DOWN = Words("{n} place plus bas", "{n} plaats lager", "{n} place lower")

PASSAGES = Words("Passages", "Passages", "Passages")
READ_PASSAGES = Words("Lire les passages  {n}", "Passages lezen  {n}", "Read the passages  {n}")
NO_PASSAGES = Words(
    "Aucun passage n’est attaché à cette case.",
    "Aan dit vak is geen passage gekoppeld.",
    "No passage is attached to this cell.",
)
PASSAGE_OF = Words("{name}, {document}, p. {page}", "{name}, {document}, p. {page}", "{name}, {document}, p. {page}")
DRAWN = Words("Un rectangle sur la page.", "Een rechthoek op de pagina.", "A rectangle on the page.")
GONE_DOCUMENT = Words("document absent d’ici", "document hier niet aanwezig", "document not here")

COPIED = Counted(
    Words("Tableau copié, {n} ligne.", "Tabel gekopieerd, {n} rij.", "Table copied, {n} row."),
    Words("Tableau copié, {n} lignes.", "Tabel gekopieerd, {n} rijen.", "Table copied, {n} rows."),
)

TO_SHORTLIST = Words("présélection", "voorselectie", "shortlist")
TO_WEIGH = Words("poids", "gewichten", "weights")
TO_DISCUSS = Words("désaccord suivant", "volgend meningsverschil", "next disagreement")
TO_PASSAGES = Words("passages", "passages", "passages")
TO_COPY = Words("copier le tableau", "tabel kopiëren", "copy the table")
TO_PRINT = Words("imprimer en PDF", "afdrukken als pdf", "print to PDF")
TO_RESET = Words("poids arrêtés", "vastgelegde gewichten", "agreed weights")
KEYS_HERE = Words("Comparer", "Vergelijken", "Compare")
