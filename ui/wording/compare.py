"""The words of the compare page."""

from __future__ import annotations

from smes_panel.model.assessment import RatingState
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language, Words
from ui.wording.tongue import Counted, Tongue

STAGES = {
    Stage.SCREENING: Words("Comparer, étape dossier", "Vergelijken, fase dossier", "Compare, file stage"),
    Stage.INTERVIEW: Words("Comparer, étape entretien", "Vergelijken, fase gesprek", "Compare, interview stage"),
}
STAGE = Words("Étape", "Fase", "Stage")
STAGE_NAMES = {
    Stage.SCREENING: Words("Dossier", "Dossier", "File"),
    Stage.INTERVIEW: Words("Entretien", "Gesprek", "Interview"),
}
VIEW = Words("Ce que montrent les cases", "Wat de vakken tonen", "What the cells show")
MEDIANS = Words("Médianes", "Medianen", "Medians")
MINE = Words("Mon avis", "Mijn beoordeling", "My opinion")
BY_MEMBER = Words("Par membre", "Per lid", "By member")
DISAGREEMENTS = Words("Désaccords  {n}", "Meningsverschillen  {n}", "Disagreements  {n}")
PRINT = Words("Imprimer en PDF", "Afdrukken als pdf", "Print to PDF")
EXPORT = Words("Exporter", "Exporteren", "Export")
PDF_FILES = Words("Documents PDF (*.pdf)", "Pdf-documenten (*.pdf)", "PDF documents (*.pdf)")
TABLE_FILES = Words(
    "Classeurs (*.xlsx);;Tables CSV (*.csv)",
    "Werkmappen (*.xlsx);;Csv-tabellen (*.csv)",
    "Workbooks (*.xlsx);;CSV tables (*.csv)",
)
FILE_NAME = {
    Stage.SCREENING: Words("comparaison-dossier", "vergelijking-dossier", "comparison-file"),
    Stage.INTERVIEW: Words("comparaison-entretien", "vergelijking-gesprek", "comparison-interview"),
}
SAVED_AS = Words("Tableau enregistré : {name}", "Tabel bewaard: {name}", "Table saved: {name}")

COUNT = Counted(
    Words("{n} candidature", "{n} kandidatuur", "{n} application"),
    Words("{n} candidatures", "{n} kandidaturen", "{n} applications"),
)
GIVEN_BY = Counted(
    Words("avis remis par {n} membre", "beoordelingen van {n} lid", "opinions of {n} member"),
    Words("avis remis par {n} membres", "beoordelingen van {n} leden", "opinions of {n} members"),
)
OPENED = Words("ouverts {when}", "geopend {when}", "opened {when}")
WITHOUT = Counted(
    Words("sans {n} avis manquant", "zonder {n} ontbrekende", "without {n} missing"),
    Words("sans {n} avis manquants", "zonder {n} ontbrekende", "without {n} missing"),
)
TABLE = Words("Candidatures et critères", "Kandidaturen en criteria", "Applications and criteria")
CANDIDATE = Words("Candidat·e", "Kandidaat", "Candidate")
MEAN = Words("Moyenne pondérée", "Gewogen gemiddelde", "Weighted mean")
UNSHOWN = Words("Essentiels non montrés", "Essentieel, niet aangetoond", "Essentials not shown")
LOWEST_TOTAL = Words("Total le plus bas", "Laagste totaal", "Lowest total")
HIGHEST_TOTAL = Words("Total le plus haut", "Hoogste totaal", "Highest total")
AID = Words(
    "Le total aide à discuter ; il ne décide pas.",
    "Het totaal beslist niets.",
    "The total helps the discussion; it does not decide.",
)
BY_NUMBER = Words(
    "Dans l’ordre des numéros, jamais un classement",
    "In volgorde van nummer, nooit een rangschikking",
    "In the order of the numbers, never a ranking",
)
SORTED_DOWN = Words(
    "Tri : {what}, décroissant. Pas un classement.",
    "Sortering: {what}, aflopend. Geen rangschikking.",
    "Sorted by {what}, highest first. Not a ranking.",
)
SORTED_UP = Words(
    "Tri : {what}, croissant. Pas un classement.",
    "Sortering: {what}, oplopend. Geen rangschikking.",
    "Sorted by {what}, lowest first. Not a ranking.",
)
THE_MEAN = Words("moyenne pondérée", "gewogen gemiddelde", "weighted mean")
THE_UNSHOWN = Words("essentiels non montrés", "essentieel, niet aangetoond", "essentials not shown")
THE_CRITERION = Words("critère {number}", "criterium {number}", "criterion {number}")

HEAD = Words("critère {number}, {label}", "criterium {number}, {label}", "criterion {number}, {label}")
ESSENTIAL = Words("essentiel", "essentieel", "essential")
WEIGHT = Words("poids {weight}", "gewicht {weight}", "weight {weight}")
CELL = Words("{who}, {what} : {score}", "{who}, {what}: {score}", "{who}, {what}: {score}")
ALIKE = Words("médiane {median}, avis unanimes", "mediaan {median}, allen gelijk", "median {median}, all alike")
RANGE = Words(
    "médiane {median}, de {low} à {high}", "mediaan {median}, van {low} tot {high}", "median {median}, {low} to {high}"
)
SPREAD = Words("écart de {n}", "verschil van {n}", "{n} apart")
NOT_SHOWN = Words("essentiel non montré", "essentieel, niet aangetoond", "essential not shown")
NOTHING_ASKED = Words("pas demandé", "niet gevraagd", "not asked")
NO_MEAN = Words("pas de moyenne, rien n’est noté", "geen gemiddelde, geen scores", "no mean, nothing is rated")
INTERVAL = Words(
    "{mean}, entre {low} et {high} selon ce qui manque",
    "{mean}, tussen {low} en {high} naargelang wat ontbreekt",
    "{mean}, between {low} and {high} depending on what is missing",
)
NONE = Words("aucun", "geen", "none")
LEVELS = (
    Words("Pas montré", "Niet aangetoond", "Not shown"),
    Words("En partie", "Gedeeltelijk", "Partly"),
    Words("Clairement", "Duidelijk", "Clearly"),
    Words("Très solide", "Zeer sterk", "Very strong"),
)
STATES = {
    RatingState.NOT_ASSESSABLE: Words("Pas évaluable", "Niet te beoordelen", "Cannot be assessed"),
    RatingState.NOT_RATED: Words("Pas noté", "Geen score", "Not rated"),
    RatingState.ABSTAINED: Words("Abstention", "Onthouding", "Abstained"),
    RatingState.RECUSED: Words("Déport", "Verschoning", "Recused"),
    RatingState.NOT_ASKED: Words("Pas demandé", "Niet gevraagd", "Not asked"),
}
MISSING = {
    RatingState.NOT_ASSESSABLE: Counted(
        Words("{n} avis pas évaluable", "{n} niet te beoordelen", "{n} cannot be assessed"),
        Words("{n} avis pas évaluable", "{n} niet te beoordelen", "{n} cannot be assessed"),
    ),
    RatingState.NOT_RATED: Counted(
        Words("{n} avis pas noté", "{n} zonder score", "{n} not rated"),
        Words("{n} avis pas notés", "{n} zonder score", "{n} not rated"),
    ),
    RatingState.ABSTAINED: Counted(
        Words("{n} abstention", "{n} onthouding", "{n} abstained"),
        Words("{n} abstentions", "{n} onthoudingen", "{n} abstained"),
    ),
}
LEVEL = Words("{level} {word}", "{level} {word}", "{level} {word}")
OF_MEMBER = Words("{name} : {opinion}", "{name}: {opinion}", "{name}: {opinion}")

LEGEND = Words("Légende", "Legende", "Legend")
LEGEND_RANGE = Words(
    "médiane et étendue des avis", "mediaan en spreiding van de beoordelingen", "median and range of opinions"
)
LEGEND_APART = Words("écart de 2 ou plus", "verschil van 2 of meer", "2 or more apart")
LEGEND_MEMBERS = Words("dans l’ordre : {names}", "in volgorde: {names}", "in order: {names}")

OPINIONS = Words("Les avis sur cette case", "De beoordelingen van dit vak", "The opinions on this cell")
CELL_TITLE = Words("{who}, {number} {label}", "{who}, {number} {label}", "{who}, {number} {label}")
NO_COMMENT = Words("Sans commentaire", "Zonder opmerking", "No comment")
CLOSE_OPINIONS = Words("Fermer les avis", "Beoordelingen sluiten", "Close the opinions")

CONCLUDE = Words("Noter la conclusion", "Besluit noteren", "Note the conclusion")
CORRECT = Words("Corriger mon avis…", "Mijn beoordeling verbeteren…", "Correct my opinion…")
PANEL_GIVES = Words("Note du jury", "Score van de jury", "Rating of the panel")
MY_SECOND = Words("Ma note, corrigée", "Mijn score, verbeterd", "My rating, corrected")
PANEL_WHY = Words(
    "Pourquoi, si la note s’écarte de la médiane",
    "Waarom, als de score van de mediaan afwijkt",
    "Why, if it moves from the median",
)
SECOND_WHY = Words(
    "Pourquoi je corrige (daté, visible)",
    "Waarom ik verbeter (met datum, zichtbaar)",
    "Why I correct it (dated, visible)",
)
KEEP_CONCLUSION = Words("Noter la conclusion", "Besluit noteren", "Note the conclusion")
KEEP_SECOND = Words("Corriger mon avis", "Mijn beoordeling verbeteren", "Correct my opinion")
TAKE_CONCLUSION = Words("Retirer la conclusion", "Besluit verwijderen", "Remove the conclusion")
DROP_SAYING = Words("Laisser comme c’est", "Laten zoals het is", "Leave it as it is")
CONCLUDED = Words(
    "Note du jury : {level} ({start}).",
    "Score van de jury: {level} ({start}).",
    "Rating of the panel: {level} ({start}).",
)
FROM_MEDIAN = Words("médiane {median}", "mediaan {median}", "median {median}")
FROM_NOTHING = Words("sans médiane", "zonder mediaan", "no median")
PANEL_SAYS = Words("note du jury {level}", "score van de jury {level}", "rating of the panel {level}")
CORRECTED = Words(
    "Corrigé, {when} : {opinion}. {reason}",
    "Verbeterd, {when}: {opinion}. {reason}",
    "Corrected, {when}: {opinion}. {reason}",
)
NOTHING_TO_CORRECT = Words(
    "Vous n’avez pas de note à corriger ici.",
    "U hebt hier geen score te verbeteren.",
    "You have no rating to correct here.",
)
LEGEND_PANEL = Words("cercle : note du jury", "cirkel: score van de jury", "ring: rating of the panel")
TO_CONCLUDE = Words("conclusion", "besluit", "conclusion")
TO_CORRECT = Words("corriger", "verbeteren", "correct")

WAITING = Words(
    "La comparaison s’ouvre après vos avis",
    "Vergelijken kan na uw beoordelingen",
    "Comparison opens after your opinions",
)
WAITING_FOR_ME = Counted(
    Words(
        "Pour que chacun·e lise d’un œil neuf, les notes s’ouvrent pour tout le jury à la fois. Il "
        "vous reste un avis à remettre.",
        "Zo leest iedereen onbevangen: de scores gaan voor de hele jury tegelijk open. U moet nog één "
        "beoordeling indienen.",
        "So that everyone reads with fresh eyes, ratings open for the whole panel at once. You have one opinion left "
        "to hand in.",
    ),
    Words(
        "Pour que chacun·e lise d’un œil neuf, les notes s’ouvrent pour tout le jury à la fois. Il vous reste {n} avis "
        "à remettre.",
        "Zo leest iedereen onbevangen: de scores gaan voor de hele jury tegelijk open. U moet nog {n} beoordelingen "
        "indienen.",
        "So that everyone reads with fresh eyes, ratings open for the whole panel at once. You have {n} opinions left "
        "to hand in.",
    ),
)
WAITING_FOR_ALL = Words(
    "La comparaison s’ouvre quand tous les avis sont remis",
    "Vergelijken kan zodra alle beoordelingen ingediend zijn",
    "Comparison opens once all opinions are handed in",
)
STILL_MISSING = Words(
    "Pour que chacun·e lise d’un œil neuf, les notes s’ouvrent pour tout le jury à la fois. Il manque encore : {who}.",
    "Zo leest iedereen onbevangen: de scores gaan voor de hele jury tegelijk open. Nog te ontvangen: {who}.",
    "So that everyone reads with fresh eyes, ratings open for the whole panel at once. Still missing: {who}.",
)
NAME_AND_COUNT = Words("{name} ({n})", "{name} ({n})", "{name} ({n})")
KEEP_READING = Words("Continuer mes lectures", "Verder lezen", "Keep reading")
NOBODY = Words("Rien à comparer pour le moment", "Nog niets te vergelijken", "Nothing to compare yet")
NOBODY_SCREENING = Words(
    "Les notes se comparent ici une fois les candidatures lues par le jury.",
    "Hier vergelijkt u de scores zodra de jury de kandidaturen gelezen heeft.",
    "Ratings are compared here once the panel has read the applications.",
)
NOBODY_INTERVIEW = Words(
    "Personne n’est encore invité à un entretien.",
    "Nog niemand is uitgenodigd voor een gesprek.",
    "Nobody is invited to an interview yet.",
)
NO_DISAGREEMENT = Words("Aucun désaccord", "Geen meningsverschillen", "No disagreement")
NO_DISAGREEMENT_SENTENCE = Words(
    "Sur chaque critère, les avis tiennent en un seul degré d’écart.",
    "Voor elk criterium liggen de beoordelingen hoogstens één niveau uit elkaar.",
    "On each criterion the opinions are within one level of each other.",
)
WHO_HANDED_IN = Words(
    "Vous voyez qui a remis, jamais quoi.", "U ziet wie indiende, nooit wat.", "You see who handed in, never what."
)
HANDED_IN = Words("{n} sur {of} remis", "{n} van {of} ingediend", "{n} of {of} handed in")
OPEN_NOW = Words("Ouvrir sans attendre…", "Openen zonder te wachten…", "Open without waiting…")
SEE_THEM_TITLE = Words(
    "Voir les avis des collègues ?", "Beoordelingen van collega’s bekijken?", "See colleagues’ opinions?"
)
SEE_THEM = Words(
    "Les avis remis s’ouvrent pour tout le jury à la fois, sans ceux qui manquent. Ensuite, les notes données restent "
    "et plus aucune n’est prise. La raison est gardée avec la date.",
    "De ingediende beoordelingen gaan voor de hele jury tegelijk open, zonder de ontbrekende. Daarna blijven de "
    "gegeven scores en komen er geen meer bij. De reden wordt met de datum bewaard.",
    "The opinions handed in open for the whole panel at once, without those missing. After that the ratings given stay "
    "and no more are taken. The reason is kept with its date.",
)
REASON = Words("Pourquoi sans attendre", "Waarom zonder te wachten", "Why without waiting")
LATER = Words("Plus tard", "Later", "Later")
SEE = Words("Voir les avis", "Bekijken", "See them")

TO_MOVE = Words("case", "vak", "cell")
TO_SEE = Words("avis", "beoordelingen", "opinions")


def decimal(tongue: Tongue, figure: float) -> str:
    """A mean on the scale of 1 to 4, with one decimal: 3,5 (3.5 in English)."""
    said = f"{figure:.1f}"
    return said if tongue.language is Language.EN else said.replace(".", ",")


def weight(tongue: Tongue, figure: float) -> str:
    """The weight of a criterion: 3, or 1,5 (1.5 in English)."""
    said = f"{figure:g}"
    return said if tongue.language is Language.EN else said.replace(".", ",")


def hundredths(tongue: Tongue, figure: float) -> str:
    """A coefficient, with two decimals: 0,62 (0.62 in English)."""
    said = f"{figure:.2f}".replace("-", "−")
    return said if tongue.language is Language.EN else said.replace(".", ",")
