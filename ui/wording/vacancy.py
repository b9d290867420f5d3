"""The words of the vacancy page."""

from __future__ import annotations

from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Words
from ui.wording.tongue import Counted

TITLE = Words("Poste et critères", "Vacature en criteria", "Vacancy and criteria")
CRITERIA = Counted(
    Words("{n} critère tiré de l’annonce", "{n} criterium uit de vacature", "{n} criterion from the posting"),
    Words("{n} critères tirés de l’annonce", "{n} criteria uit de vacature", "{n} criteria from the posting"),
)
ESSENTIALS = Counted(
    Words("{n} essentiel", "{n} essentieel", "{n} essential"),
    Words("{n} essentiels", "{n} essentieel", "{n} essential"),
)
DESIRABLES = Counted(
    Words("{n} souhaité", "{n} gewenst", "{n} desirable"),
    Words("{n} souhaités", "{n} gewenst", "{n} desirable"),
)
SCALE = Words("Échelle de 1 à 4", "Schaal van 1 tot 4", "Scale from 1 to 4")
FROZEN = Words("arrêtée le {day}", "vastgelegd op {day}", "settled on {day}")
NOT_FROZEN = Words(
    "à arrêter avant la première lecture", "vast te leggen vóór de eerste lezing", "to settle before the first reading"
)

POSTING = Words("Annonce", "Vacaturetekst", "Posting")
ORIGINAL = Words("Texte d’origine", "Origineel", "Original text")
TO_SETTLE = Words("À arrêter {n}", "Te bepalen {n}", "To settle {n}")
VIEWS = Words("Ce que montre le volet", "Wat het paneel toont", "What the pane shows")
MISSION = Words("Mission", "Opdracht", "Mission")
TASKS = Words("Missions et activités", "Taken en activiteiten", "Tasks and activities")
PROFILE = Words("Profil", "Profiel", "Profile")
CONDITIONS = Words("Conditions", "Voorwaarden", "Conditions")
FACTS = Words("Ce que dit l’annonce", "Wat de vacaturetekst zegt", "What the posting says")
ORGANISATION = Words("Organisation : {said}", "Organisatie: {said}", "Organisation: {said}")
CONTRACT = Words("Contrat : {said}", "Contract: {said}", "Contract: {said}")
HOURS = Words(
    "Temps de travail : {said} h par semaine", "Arbeidstijd: {said} u. per week", "Working time: {said} h a week"
)
ENDS_ON = Words("Jusqu’au {said}", "Tot {said}", "Until {said}")
COMMITTEE = Words("Commission paritaire : {said}", "Paritair comité: {said}", "Joint committee: {said}")
PAY = Words("Barèmes : CP {said}", "Barema’s: PC {said}", "Pay scales: PC {said}")
STARTS = Words("Entrée en fonction : {said}", "Indiensttreding: {said}", "Start: {said}")
APPLY_TO = Words("Candidatures à : {said}", "Kandidaturen naar: {said}", "Applications to: {said}")
DEADLINE = Words("Échéance : {said}", "Deadline: {said}", "Deadline: {said}")
DOCUMENTS = Words("Pièces demandées : {said}", "Gevraagde stukken: {said}", "Documents asked: {said}")
REFERENCE = Words("Référence : {said}", "Referentie: {said}", "Reference: {said}")
ALL_SETTLED = Words("Tout est arrêté", "Alles is vastgelegd", "Everything is settled")
ALL_SETTLED_WHY = Words(
    "L’annonce et vos réponses ne laissent aucune question ouverte.",
    "De vacaturetekst en uw antwoorden laten geen vraag open.",
    "The posting and your answers leave no question open.",
)
QUESTIONS_OPEN = Words("Questions ouvertes", "Open vragen", "Open questions")
ABOUT_POSTING = Words("L’annonce ne le dit pas", "De vacaturetekst zegt het niet", "The posting does not say")
ABOUT_CRITERION = Words("Critère {number}", "Criterium {number}", "Criterion {number}")
ANSWERED = Words("{answer}, le {day}", "{answer}, op {day}", "{answer}, on {day}")

TABLE = Words("Les critères", "De criteria", "The criteria")
CRITERION = Words("Critère", "Criterium", "Criterion")
LEVEL = Words("Niveau", "Niveau", "Level")
WEIGHT = Words("Poids", "Gewicht", "Weight")
STAGE = Words("Étape", "Fase", "Stage")
QUESTIONS = Words("Questions", "Vragen", "Questions")
ANCHORS = Words("Repères", "IJkpunten", "Anchors")
REMARKS = Words("Remarques", "Opmerkingen", "Remarks")
REMARK_COUNT = Counted(
    Words("{n} remarque", "{n} opmerking", "{n} remark"),
    Words("{n} remarques", "{n} opmerkingen", "{n} remarks"),
)
ESSENTIAL = Words("essentiel", "essentieel", "essential")
DESIRABLE = Words("souhaité", "gewenst", "desirable")
UNSETTLED = Words("à arrêter", "te bepalen", "to settle")
NONE = Words("–", "–", "–")
STAGES = {
    Stage.SCREENING: Words("dossier", "dossier", "file"),
    Stage.INTERVIEW: Words("entretien", "gesprek", "interview"),
}
PROPOSAL = Words("{value} (proposition)", "{value} (voorstel)", "{value} (proposal)")
NO_STAGE = Words("aucune", "geen", "none")
HAS_ANCHORS = Words("repères écrits", "ijkpunten geschreven", "anchors written")
NO_ANCHORS = Words("repères à écrire", "ijkpunten te schrijven", "anchors to write")

DETAILS = Words("Détails du critère", "Details van het criterium", "Details of the criterion")
SAYS = Words(
    "Ce que dit l’annonce : « {wording} »", "De vacaturetekst zegt: “{wording}”", "The posting says: “{wording}”"
)
ANCHORS_AT = Words(
    "repères de l’échelle, étape {stage}",
    "ijkpunten van de schaal, fase {stage}",
    "anchors of the scale, {stage} stage",
)
LEVELS = {
    1: Words("Pas montré", "Niet aangetoond", "Not shown"),
    2: Words("En partie", "Gedeeltelijk", "Partly"),
    3: Words("Clairement", "Duidelijk", "Clearly"),
    4: Words("Très solide", "Zeer sterk", "Very strong"),
}
NOT_WRITTEN = Words("à écrire", "te schrijven", "to be written")
SAME_QUESTION = Counted(
    Words(
        "Question d’entretien, la même pour chaque personne",
        "Gespreksvraag, dezelfde voor iedereen",
        "Interview question, the same for everyone",
    ),
    Words(
        "Questions d’entretien, les mêmes pour chaque personne",
        "Gespreksvragen, dezelfde voor iedereen",
        "Interview questions, the same for everyone",
    ),
)
NO_QUESTION = Words("Aucune question écrite.", "Nog geen vraag geschreven.", "No question written yet.")
PROPOSED = Words(
    "Propositions à confirmer : {what}", "Te bevestigen voorstellen: {what}", "Proposals to confirm: {what}"
)
COLUMNS = {
    "essential": Words("niveau", "niveau", "level"),
    "weight": Words("poids", "gewicht", "weight"),
    "stages": Words("étape", "fase", "stage"),
    "anchors": Words("repères", "ijkpunten", "anchors"),
    "questions": Words("questions", "vragen", "questions"),
    "label": Words("nom court", "korte naam", "short name"),
}

ALT_ARROWS = Words("Alt Flèches", "Alt Pijltjes", "Alt Arrows")
ALT_SIDEWAYS = Words("Alt ← →", "Alt ← →", "Alt ← →")
NEST = Words("préciser celui du dessus, ou à part", "het vorige verfijnen, of apart", "detail the one above, or apart")
PASSAGE = Words(
    "au passage de l’annonce, et retour", "naar de passage in de tekst, en terug", "to the passage, and back"
)
EDIT = Words("modifier", "wijzigen", "edit")
MOVE = Words("déplacer", "verplaatsen", "move")
NAME = Words("Nom du critère {number}", "Naam van criterium {number}", "Name of criterion {number}")
WORDING = Words("Libellé du critère {number}", "Formulering van criterium {number}", "Wording of criterion {number}")
ADDED_WORDING = Words(
    "Libellé, ajouté par le jury", "Formulering, toegevoegd door de jury", "Wording, added by the panel"
)
TEXTS_IN = Words("Textes en", "Teksten in het", "Texts in")
TEXTS_LACK = Words("{language}, incomplet", "{language}, onvolledig", "{language}, incomplete")
LACKS = Words("manque : {languages}", "ontbreekt: {languages}", "missing: {languages}")
TO_TRANSLATE = Words("à traduire : {said}", "te vertalen: {said}", "to translate: {said}")
ANCHOR = Words("Repère {level}, {word}", "IJkpunt {level}, {word}", "Anchor {level}, {word}")
QUESTION = Words("Question {n}", "Vraag {n}", "Question {n}")
QUESTION_HINT = Words(
    "La même question pour chaque personne", "Dezelfde vraag voor iedereen", "The same question for everyone"
)
ADD_QUESTION = Words("Ajouter une question", "Vraag toevoegen", "Add a question")
REMOVE_QUESTION = Words("Retirer la question {n}", "Vraag {n} verwijderen", "Remove question {n}")
MOVE_UP = Words("Monter la question {n}", "Vraag {n} naar boven", "Move question {n} up")
MOVE_DOWN = Words("Descendre la question {n}", "Vraag {n} naar beneden", "Move question {n} down")
BOTH = Words("les deux", "beide", "both")
WEIGHT_OF = Words("Poids du critère {number}", "Gewicht van criterium {number}", "Weight of criterion {number}")
LEVEL_OF = Words("Niveau du critère {number}", "Niveau van criterium {number}", "Level of criterion {number}")
STAGES_OF = Words("Étapes du critère {number}", "Fasen van criterium {number}", "Stages of criterion {number}")
SPLIT = Words("Scinder", "Opsplitsen", "Split")
SPLIT_WHY = Words(
    "Scinder en sous-critères, notés séparément", "In aparte subcriteria opsplitsen", "Split into sub-criteria"
)
ONE_MORE = Words("Sous-critère", "Subcriterium", "Sub-criterion")
REMOVE = Words("Retirer", "Verwijderen", "Remove")
RETIRE = Words("Ne plus noter", "Niet meer scoren", "Rate no more")
RETIRED = Words("n’est plus noté", "wordt niet meer gescoord", "is rated no more")
RATED_THROUGH = Words(
    "Noté par ses sous-critères, chacun avec ses repères et ses questions.",
    "Gescoord via de subcriteria, elk met eigen ijkpunten en vragen.",
    "Rated through its sub-criteria, each with its own anchors and questions.",
)
CONFIRM = Words("Confirmer", "Bevestigen", "Confirm")
AMENDED = Words("{day}, {what} : {reason}", "{day}, {what}: {reason}", "{day}, {what}: {reason}")
SINCE_FROZEN = Words(
    "Changé depuis que la grille est arrêtée", "Gewijzigd sinds de criteria vastliggen", "Changed since it was settled"
)
WHY = Words(
    "La grille est arrêtée depuis le {day}. Pourquoi changer {what} ?",
    "De criteria liggen vast sinds {day}. Waarom dit wijzigen: {what}?",
    "The checklist was settled on {day}. Why change this: {what}?",
)
REASON = Words("Raison, datée et conservée", "Reden, met datum bewaard", "Reason, kept with its date")
RECORD = Words("Enregistrer le changement", "Wijziging bewaren", "Record the change")
GIVE_UP = Words("Renoncer", "Laten zoals het is", "Leave as it is")
MORE = Words("{what} (et {n} de plus)", "{what} (en nog {n})", "{what} (and {n} more)")
ABOUT = Words("C{number}, {what}", "C{number}, {what}", "C{number}, {what}")
NEW_CRITERION = Words(
    "Nouveau critère, hors annonce", "Nieuw criterium, buiten de tekst", "New criterion, not in the posting"
)
NEW_NAME = Words("Nom du nouveau critère", "Naam van het nieuwe criterium", "Name of the new criterion")
DETAIL = Words(
    "C{number} en sous-critères : une note pour chacun",
    "C{number} in subcriteria: een score voor elk",
    "C{number} in sub-criteria: one rating for each",
)
SUB_NAME = Words("Nom de {number}", "Naam van {number}", "Name of {number}")
ADD_CRITERION = Words("Ajouter un critère", "Criterium toevoegen", "Add a criterion")
ADD = Words("Ajouter", "Toevoegen", "Add")
PRINT_SHORT = Words("Imprimer", "Afdrukken", "Print")
PRINT = Words("Imprimer la grille", "Formulier afdrukken", "Print the checklist")
PRINT_NAME = Words("grille-{reference}.pdf", "formulier-{reference}.pdf", "checklist-{reference}.pdf")
PDF_FILES = Words("Fichiers PDF (*.pdf)", "Pdf-bestanden (*.pdf)", "PDF files (*.pdf)")
PRINTED = Words("Grille enregistrée : {name}", "Formulier bewaard: {name}", "Checklist saved: {name}")
SETTLE_PROPOSALS = Counted(
    Words("Arrêter la proposition", "Het voorstel vastleggen", "Settle the proposal"),
    Words("Arrêter les {n} propositions", "De {n} voorstellen vastleggen", "Settle the {n} proposals"),
)
SETTLE_WHY = Words(
    "Niveaux, poids et étapes proposés avec l’exemple. Vous pourrez encore changer chacun.",
    "Voorgestelde niveaus, gewichten en fasen bij het voorbeeld. U kunt elk nog wijzigen.",
    "Levels, weights and stages proposed with the example. You can still change each of them.",
)
DAY = Words("Jour de clôture, jj/mm/aaaa", "Sluitingsdag, dd/mm/jjjj", "Closing day, dd/mm/yyyy")
HOUR = Words("Heure de clôture, à Bruxelles", "Sluitingsuur, in Brussel", "Closing hour, in Brussels")
DAY_FORM = Words("jj/mm/aaaa", "dd/mm/jjjj", "dd/mm/yyyy")
HOUR_FORM = Words("23:59", "23:59", "23:59")
THE_REFERENCE = Words("Référence du poste", "Referentie van de vacature", "Reference of the vacancy")
SETTLED_ON = Words("arrêté le {day}", "vastgelegd op {day}", "settled on {day}")
ONLY_PROPOSED = Words("proposition, à arrêter", "voorstel, vast te leggen", "proposal, to settle")
FROZEN_ORDER = Words(
    "La grille est arrêtée : l’ordre des critères reste celui des feuilles imprimées.",
    "De criteria liggen vast: de volgorde blijft die van de afgedrukte bladen.",
    "The checklist is settled: the order stays that of the printed sheets.",
)
PARTS = {
    "name": Words("nom", "naam", "name"),
    "wording": Words("libellé", "formulering", "wording"),
    "anchors": Words("repères", "ijkpunten", "anchors"),
    "questions": Words("questions", "vragen", "questions"),
    "added": Words("ajouté", "toegevoegd", "added"),
    "weight": Words("poids", "gewicht", "weight"),
    "essential": Words("niveau", "niveau", "level"),
    "stages": Words("étape", "fase", "stage"),
    "closes_at": Words("échéance", "deadline", "deadline"),
}
ANCHORS_OF = Words("Repères de l’étape", "IJkpunten van de fase", "Anchors of the stage")
