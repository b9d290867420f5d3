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
