"""The fixed words of the sheets, in the three languages of the house."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from smes_panel.model.decision import Outcome
from smes_panel.model.sheet import Appraisal
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language, Words

CONFIDENTIAL = Words("document confidentiel", "vertrouwelijk document", "confidential document")
GRID = Words("Grille d’entretien", "Gespreksformulier", "Interview grid")
CHECKLIST = Words("Grille de lecture du dossier", "Leesformulier bij het dossier", "Reading grid")
CONTINUED = Words("{title}, suite", "{title}, vervolg", "{title}, continued")
REFERENCE = Words("Référence {reference}", "Referentie {reference}", "Reference {reference}")

CONCLUDED = Words(
    "Conclusion du jury, {key}, critère {number}\u00a0: {level} (médiane {median}). {why}",
    "Besluit van de jury, {key}, criterium {number}: {level} (mediaan {median}). {why}",
    "Conclusion of the panel, {key}, criterion {number}: {level} (median {median}). {why}",
)
CORRECTED = Words(
    "Avis corrigé après l’ouverture, {member}, {key}, critère {number}\u00a0: {first}, puis {level}. {why}",
    "Beoordeling verbeterd na de opening, {member}, {key}, criterium {number}: {first}, dan {level}. {why}",
    "Opinion corrected after the opening, {member}, {key}, criterion {number}: {first}, then {level}. {why}",
)

CANDIDATE = Words("Candidat·e", "Kandidaat", "Candidate")
NUMBER = Words("Numéro (K-…)", "Nummer (K-…)", "Number (K-…)")
MEMBER = Words("Membre du jury", "Jurylid", "Panel member")
WHEN = Words("Date et heure", "Datum en uur", "Date and time")
ROOM = Words("Lieu", "Plaats", "Place")
DATE = Words("Date", "Datum", "Date")
SIGNATURE = Words("Signature", "Handtekening", "Signature")

ONE_CROSS = Words("Une seule croix par critère.", "Eén kruisje per criterium.", "One cross per criterion.")
TO_CORRECT = Words(
    "Pour corriger\u00a0: noircissez la case fausse, cochez la bonne.",
    "Verbeteren? Maak het foute vakje zwart en kruis het juiste aan.",
    "To correct: blacken the wrong box, cross the right one.",
)
ESSENTIAL = Words("essentiel", "essentieel", "essential")
NOTES = Words("Notes", "Notities", "Notes")

OVERALL = Words("Appréciation d’ensemble", "Algemene indruk", "Overall view")
BEFORE_TALKING = Words(
    "(après l’entretien, avant d’en parler)",
    "(na het gesprek, vóór het overleg)",
    "(after the interview, before talking about it)",
)
APPRAISALS = {
    Appraisal.RETAIN: Words("À retenir", "Selecteren", "Select"),
    Appraisal.DISCUSS: Words("À discuter", "Te bespreken", "Discuss"),
    Appraisal.RESERVE: Words("Réserve", "Reserve", "Reserve"),
    Appraisal.DECLINE: Words("Ne pas retenir", "Niet selecteren", "Do not select"),
    Appraisal.ABSTAIN: Words("Je m’abstiens", "Ik onthoud mij", "I abstain"),
}
SENTENCE = Words("En une phrase", "In één zin", "In one sentence")
ENDED = Words("Heure de fin", "Einduur", "End time")

RULE = Words(
    "On note ce que le dossier montre, pas la personne.",
    "We beoordelen wat het dossier aantoont, niet de persoon.",
    "We rate what the file shows, not the person.",
)
ONE_A_LINE = Words(
    "Une croix par ligne\u00a0; 0 = pas évaluable sur dossier.",
    "Eén kruisje per regel; 0 = niet te beoordelen.",
    "One cross per line; 0 = cannot be assessed from the file.",
)
ORDER = Words("N°", "Nr.", "No.")
CRITERION = Words("Critère", "Criterium", "Criterion")
EVIDENCE = Words("Preuve\u00a0: page, passage", "Bewijs: pagina, passage", "Evidence: page, passage")
WEIGHT = Words("poids {weight}", "gewicht {weight}", "weight {weight}")
REMARK = Words("Remarque", "Opmerking", "Remark")

LEVELS = (
    Words("Pas évaluable", "Niet te beoordelen", "Cannot be assessed"),
    Words("Pas montré", "Niet aangetoond", "Not shown"),
    Words("En partie", "Gedeeltelijk", "Partly"),
    Words("Clairement", "Duidelijk", "Clearly"),
    Words("Très solide", "Zeer sterk", "Very strong"),
)
NOT_ASSESSABLE_BRIEFLY = Words("Pas éval.", "Niet beoord.", "Not assess.")

BLANK = Words("vierge · v{version}", "blanco · v{version}", "blank · v{version}")
ABOUT_BLANK = Words(
    "Smes Panel · grille vierge v{version}",
    "Smes Panel · blanco formulier v{version}",
    "Smes Panel · blank grid v{version}",
)
ABOUT = Words(
    "Smes Panel · grille v{version} · imprimée le {day}",
    "Smes Panel · formulier v{version} · afgedrukt op {day}",
    "Smes Panel · grid v{version} · printed on {day}",
)
RETURN_GRID = Words(
    "À remettre à la présidence du jury après l’entretien. À détruire après relecture.",
    "Na het gesprek af te geven aan de juryvoorzitter. Na nalezing te vernietigen.",
    "Hand to the panel chair after the interview. Destroy once read back.",
)
RETURN_CHECKLIST = Words(
    "À remettre à la présidence du jury. À détruire après relecture.",
    "Af te geven aan de juryvoorzitter. Na nalezing te vernietigen.",
    "Hand to the panel chair. Destroy once read back.",
)
COMPARISON = {
    Stage.SCREENING: Words(
        "Tableau comparatif, étape dossier", "Vergelijkende tabel, fase dossier", "Comparison, file stage"
    ),
    Stage.INTERVIEW: Words(
        "Tableau comparatif, étape entretien", "Vergelijkende tabel, fase gesprek", "Comparison, interview stage"
    ),
}
GIVEN_BY = Words("avis remis par {n}", "beoordelingen van {n}", "opinions of {n}")
WORKING_PAPER = Words(
    "Document de travail confidentiel.", "Vertrouwelijk werkdocument.", "Confidential working document."
)
SEEN_AT = Words("Situation au {when}", "Stand op {when}", "As of {when}")
BY_NUMBER = Words(
    "Ordre des numéros, jamais un classement. La moyenne aide à discuter ; elle ne décide pas.",
    "In volgorde van nummer, nooit een rangschikking. Het gemiddelde helpt het gesprek; het beslist niet.",
    "In the order of the numbers, never a ranking. The mean helps the discussion; it does not decide.",
)
BY_CRITERION = Words(
    "Ordre : critère {number}. L’ordre aide à discuter ; il ne décide pas.",
    "Volgorde: criterium {number}. De volgorde helpt het gesprek; ze beslist niet.",
    "Order: criterion {number}. The order helps the discussion; it does not decide.",
)
BY_MEAN = Words(
    "Ordre : moyenne pondérée. L’ordre aide à discuter ; il ne décide pas.",
    "Volgorde: gewogen gemiddelde. De volgorde helpt het gesprek; ze beslist niet.",
    "Order: weighted mean. The order helps the discussion; it does not decide.",
)
MEAN = Words("Moyenne pondérée", "Gewogen gemiddelde", "Weighted mean")
UNSHOWN = Words("Essentiels non montrés", "Essentieel, niet aangetoond", "Essentials not shown")
OUTCOME = Words("Suite", "Gevolg", "Outcome")
OUTCOMES = {
    Outcome.INVITED: Words("invité·e", "uitgenodigd", "invited"),
    Outcome.NOT_SHORTLISTED: Words("non retenu·e", "niet geselecteerd", "not shortlisted"),
    Outcome.SELECTED: Words("engagement", "aanwerving", "hire"),
    Outcome.RESERVE: Words("réserve", "reserve", "reserve"),
    Outcome.NOT_SELECTED: Words("non retenu·e", "niet geselecteerd", "not selected"),
    Outcome.WITHDRAWN: Words("désistement", "teruggetrokken", "withdrawn"),
    Outcome.INADMISSIBLE: Words("irrecevable", "niet ontvankelijk", "inadmissible"),
}
DIGIT_IS_MEDIAN = Words("chiffre : médiane", "cijfer: mediaan", "digit: median")
RANGE = Words(
    "de l’avis le plus bas au plus haut", "van de laagste tot de hoogste beoordeling", "from lowest to highest opinion"
)
APART = Words("écart de 2 ou plus", "verschil van 2 of meer", "2 or more apart")
NOT_RATED = Words("pas noté", "geen score", "not rated")
RATED_AS_FIXED = Words(
    "Smes Panel · critères et poids arrêtés le {day}",
    "Smes Panel · criteria en gewichten vastgelegd op {day}",
    "Smes Panel · criteria and weights settled on {day}",
)
DESTROY_AFTER_MEETING = Words(
    "À détruire après la réunion du jury",
    "Te vernietigen na de juryvergadering",
    "Destroy after the panel’s meeting",
)
PAGE = Words("Page {page} sur {pages}", "Pagina {page} van {pages}", "Page {page} of {pages}")


def day_said(day: date, language: Language) -> str:
    """The day in full: 4 juillet 2022, 1er juillet 2022, 4 juli 2022, 4 July 2022."""
    said = format_date(day, "d MMMM y", locale="en_GB" if language is Language.EN else language.value)
    return said.replace("1 ", "1er ", 1) if language is Language.FR and day.day == 1 else said


def weight_said(weight: float, language: Language) -> str:
    """The weight of a criterion: 3, or 1,5 (1.5 in English)."""
    figure = f"{weight:g}"
    return figure if language is Language.EN else figure.replace(".", ",")


def decimal(figure: float, language: Language) -> str:
    """A mean on the scale of 1 to 4, with one decimal: 3,5 (3.5 in English)."""
    said = f"{figure:.1f}"
    return said if language is Language.EN else said.replace(".", ",")
