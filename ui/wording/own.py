"""The words of what a member sees alone: private notes, what a rating has been, words to look at again."""

from __future__ import annotations

from smes_panel.model.words import Words

# Private notes

NOTES = Words("Notes privées", "Eigen notities", "Private notes")
NOTES_SENTENCE = Words(
    "Pour vous seul·e, sur cet ordinateur. Ce sont des données personnelles\u00a0: une demande d’accès peut les "
    "montrer.",
    "Voor u alleen, op deze computer. Het zijn persoonsgegevens: een vraag om inzage kan ze tonen.",
    "For you alone, on this computer. They are personal data: an access request may show them.",
)
NOTES_HINT = Words("Ce qu’il faut retenir de ce dossier", "Wat u van dit dossier wilt onthouden", "What to remember")
CLOSE = Words("Fermer", "Sluiten", "Close")

# What a rating has been

HISTORY = Words(
    "Critère {number}\u00a0: vos réponses", "Criterium {number}: uw antwoorden", "Criterion {number}: your answers"
)
HISTORY_NONE = Words(
    "Vous n’avez pas encore répondu à ce critère.",
    "U hebt dit criterium nog niet beoordeeld.",
    "You have not answered on this criterion yet.",
)
NOW = Words("maintenant", "nu", "now")
CLEARED = Words("note effacée", "score gewist", "rating cleared")
UNDONE = Words("annulation", "ongedaan gemaakt", "undone")
REDONE = Words("rétablissement", "opnieuw gedaan", "redone")
VERSION = Words("{when}\u00a0: {said}", "{when}: {said}", "{when}: {said}")

# Words to look at again

GUARDED = Words(
    "«\u00a0{word}\u00a0» peut évoquer {what}. {instead}",
    "“{word}” kan verwijzen naar {what}. {instead}",
    "“{word}” may suggest {what}. {instead}",
)
KEEP = Words("Garder, c’est voulu", "Behouden", "Keep")

# As the person would read it

ACCESS = Words("Tel que la personne le lirait", "Zoals de persoon het zou lezen", "As the person would read it")
ACCESS_SENTENCE = Words(
    "Une demande d’accès (RGPD, article 15) donnerait ces notes. Le nom de qui les a écrites n’y est pas, ni celui "
    "d’autres personnes.",
    "Een vraag om inzage (AVG, artikel 15) zou deze notities geven. De naam van wie ze schreef staat er niet bij, en "
    "evenmin die van anderen.",
    "An access request (GDPR, article 15) would give these notes, without the name of who wrote them or of others.",
)
WRITTEN_BY = Words("Écrit par une personne du jury", "Geschreven door iemand van de jury", "Written by a panel member")
ACCESS_NONE = Words(
    "Vous n’avez encore rien écrit sur cette personne.",
    "U schreef nog niets over deze persoon.",
    "You have written nothing about this person yet.",
)
COVERED = Words("█\u00a0: le nom d’une autre personne.", "█: de naam van iemand anders.", "█: somebody else’s name.")

# Drift

DRIFT = Words(
    "Vos {n} derniers dossiers\u00a0: {last} en moyenne\u00a0; les premiers\u00a0: {first}. Même mesure\u00a0? "
    "(Vous seul·e voyez ceci.)",
    "Uw laatste {n} dossiers: gemiddeld {last}; de eerste: {first}. Zelfde maat? (Alleen u ziet dit.)",
    "Your last {n} files: {last} on average; the first: {first}. Same measure? (Only you see this.)",
)
PUT_AWAY = Words("Ranger", "Wegleggen", "Put away")

# The exercise on the fictitious candidate

EXERCISE = Words("Exercice", "Oefening", "Exercise")
FICTITIOUS = Words("Candidature fictive", "Fictieve kandidatuur", "Fictitious application")
EXERCISE_SENTENCE = Words(
    "Pour s’accorder sur les repères avant la première vraie candidature. Rien ne compte et rien ne quitte cet "
    "ordinateur.",
    "Om de ijkpunten te toetsen vóór de eerste echte kandidatuur. Niets telt mee en niets verlaat deze computer.",
    "To try the anchors before the first real application. Nothing counts and nothing leaves this computer.",
)
EXERCISE_SKIP = Words("Passer l’exercice", "Oefening overslaan", "Skip the exercise")
EXERCISE_SEE = Words("Voir les repères", "IJkpunten bekijken", "See the anchors")
EXERCISE_BACK = Words("Revoir mes réponses", "Mijn antwoorden herzien", "Go over my answers")
EXERCISE_END = Words("Passer aux candidatures", "Naar de kandidaturen", "Go to the applications")
ANCHORS = Words("Vos réponses et les repères", "Uw antwoorden en de ijkpunten", "Your answers and the anchors")
ANCHORS_SENTENCE = Words(
    "Repères, version {version}\u00a0: chaque avis remis dira contre laquelle il a été donné. Les réponses des "
    "collègues à cet exercice restent chez eux\u00a0; parlez-en de vive voix.",
    "IJkpunten, versie {version}: bij elke ingediende beoordeling staat tegen welke ze gegeven is. De antwoorden van "
    "collega’s op deze oefening blijven bij hen; bespreek ze mondeling.",
    "Anchors, version {version}: each opinion handed in says which it was given against. Colleagues’ answers to this "
    "exercise stay with them; talk about them.",
)
GAVE = Words("Votre réponse\u00a0: {said}", "Uw antwoord: {said}", "Your answer: {said}")
ANCHOR = Words("{level} {word}\u00a0: {anchor}", "{level} {word}: {anchor}", "{level} {word}: {anchor}")
NO_ANCHOR = Words(
    "Aucun repère à ce niveau\u00a0: convenez-en avec le jury.",
    "Geen ijkpunt op dit niveau: spreek het af met de jury.",
    "No anchor at this level: agree on one with the panel.",
)

# Keys

ALONE = Words("Pour moi", "Voor mij", "For me")
KEYS = (
    ("B", Words("notes privées", "eigen notities", "private notes")),
    ("H", Words("mes réponses précédentes", "mijn vorige antwoorden", "my earlier answers")),
    ("V", Words("tel que la personne le lirait", "zoals de persoon het zou lezen", "as the person would read it")),
    ("W", Words("ranger une remarque", "een opmerking wegleggen", "put a remark away")),
)
