"""The fixed words of the minutes and of the director's page, in the three languages of the house."""

from __future__ import annotations

from smes_panel.model.application import ExceptionKind
from smes_panel.model.decision import LetterKind, OfferAnswer, Outcome
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Words

TITLE = Words("Procès-verbal de sélection", "Proces-verbaal van selectie", "Minutes of the selection")
DECISION = Words("Décision de la direction", "Beslissing van de directie", "Decision of the director")
CONFIDENTIAL = Words(
    "Document interne et confidentiel.", "Intern en vertrouwelijk document.", "Internal and confidential."
)
KEPT_UNTIL = Words("Conservation jusqu’au {day}.", "Bewaard tot {day}.", "Kept until {day}.")
CONTINUED = Words(
    "Procès-verbal {reference}, suite", "Proces-verbaal {reference}, vervolg", "Minutes {reference}, continued"
)
DRAFT = Words("PROJET, NON SCELLÉ", "ONTWERP, NIET VERZEGELD", "DRAFT, NOT SEALED")
FOOT = Words(
    "PV {reference}, version {n}, scellé le {day} à {hour}",
    "PV {reference}, versie {n}, verzegeld op {day} om {hour}",
    "Minutes {reference}, version {n}, sealed on {day} at {hour}",
)
FOOT_DRAFT = Words("PV {reference}, projet", "PV {reference}, ontwerp", "Minutes {reference}, draft")
CODE = Words("Empreinte {code} · mots : {words}", "Code {code} · woorden: {words}", "Code {code} · words: {words}")
PAGE = Words("Page {n} sur {of}", "Pagina {n} van {of}", "Page {n} of {of}")

REFERENCE = Words("Référence", "Referentie", "Reference")
POSTING = Words("Annonce", "Vacature", "Posting")
UNTIL = Words("candidatures jusqu’au {day}", "kandideren tot {day}", "applications until {day}")
MEETINGS = Words("Réunions du jury", "Vergaderingen", "Meetings of the panel")
NO_MEETING = Words("aucune réunion notée", "geen vergadering genoteerd", "no meeting recorded")
STAGES = {
    Stage.SCREENING: Words("présélection", "voorselectie", "shortlist"),
    Stage.INTERVIEW: Words("entretiens et délibération", "gesprekken en beraadslaging", "interviews and deliberation"),
}

PANEL = Words("1. Composition du jury", "1. Samenstelling van de jury", "1. The panel")
NAME = Words("Nom", "Naam", "Name")
ROLE = Words("Rôle", "Rol", "Role")
ROLES = {
    Role.CHAIR: Words("présidence", "voorzitter", "chair"),
    Role.MEMBER: Words("membre", "lid", "member"),
    Role.SECRETARY: Words("secrétariat", "secretariaat", "secretary"),
    Role.DIRECTOR: Words("direction", "directie", "director"),
    Role.OBSERVER: Words("observation", "waarnemer", "observer"),
}
CONFLICTS = Words("Conflits d’intérêts déclarés", "Gemelde belangenconflicten", "Conflicts of interest declared")
NO_CONFLICT = Words("aucun", "geen", "none")
CONFLICT = Words("{key} : {reason}", "{key}: {reason}", "{key}: {reason}")
LEFT_ROOM = Words("a quitté la salle", "verliet de zaal", "left the room")
YES = Words("oui", "ja", "yes")
NO = Words("non", "nee", "no")
NO_VOTE = Words("sans voix dans la décision", "zonder stem in de beslissing", "no voice in the decision")

RECEIVED = Words("2. Candidatures", "2. Kandidaturen", "2. Applications")
COUNTS = Words(
    "{received} reçues : {examined} examinées.",
    "{received} ontvangen: {examined} onderzocht.",
    "{received} received: {examined} examined.",
)
APPLICATIONS = {
    "fr": ("candidature", "candidatures"),
    "nl": ("kandidatuur", "kandidaturen"),
    "en": ("application", "applications"),
}
LATE = Words(
    "Reçues après l’échéance et non examinées : {keys}.",
    "Na de uiterste datum ontvangen en niet onderzocht: {keys}.",
    "Received after the deadline and not examined: {keys}.",
)
INADMISSIBLE = Words("Irrecevables : {keys}.", "Onontvankelijk: {keys}.", "Inadmissible: {keys}.")
WITHDRAWN = Words(
    "Désistements avant lecture : {keys}.", "Teruggetrokken vóór lezing: {keys}.", "Withdrawn before reading: {keys}."
)
MERGED = Words("{key} réunie à {kept}.", "{key} samengevoegd met {kept}.", "{key} merged into {kept}.")
EXCEPTION = Words(
    "{key}, {kind}, examinée tout de même : {reason}.",
    "{key}, {kind}, toch onderzocht: {reason}.",
    "{key}, {kind}, examined all the same: {reason}.",
)
OTHERS = Words(
    "Les autres dans la même situation ne le sont pas : {reason}.",
    "De anderen in dezelfde situatie niet: {reason}.",
    "The others in the same situation are not: {reason}.",
)
EXCEPTIONS = {
    ExceptionKind.LATE: Words("tardive", "laattijdig", "late"),
    ExceptionKind.INCOMPLETE: Words("incomplète", "onvolledig", "incomplete"),
}

METHOD = Words("3. Méthode", "3. Werkwijze", "3. Method")
CRITERIA = Words(
    "Le profil publié a été traduit en {n} critères, dont {essential} essentiels{weights}{frozen}.",
    "Het gepubliceerde profiel werd vertaald in {n} criteria, waarvan {essential} essentieel{weights}{frozen}.",
    "The published profile was set out in {n} criteria, {essential} of them essential{weights}{frozen}.",
)
WEIGHTS = Words(", pondérés de {low} à {high}", ", gewogen van {low} tot {high}", ", weighted from {low} to {high}")
FROZEN = Words(
    " (liste arrêtée le {day}, avant la première note)",
    " (lijst vastgelegd op {day}, vóór de eerste score)",
    " (list settled on {day}, before the first rating)",
)
SCALE = Words(
    "Échelle : 1 pas montré, 2 en partie, 3 clairement, 4 très solide ; ou pas évaluable.",
    "Schaal: 1 niet getoond, 2 gedeeltelijk, 3 duidelijk, 4 zeer sterk; of niet te beoordelen.",
    "Scale: 1 not shown, 2 partly, 3 clearly, 4 very strong; or cannot be assessed.",
)
ALONE = Words(
    "Chaque membre a rendu son avis séparément ; les avis des autres sont restés scellés jusqu’à l’ouverture.",
    "Elk lid beoordeelde afzonderlijk; de beoordelingen van de anderen bleven verzegeld tot de opening.",
    "Each member rated separately; the others’ opinions stayed sealed until the opening.",
)
SEED = Words(
    "Chacun·e a lu les dossiers dans un ordre tiré au sort (amorce {seed}).",
    "Elk las de dossiers in een gelote volgorde (startwaarde {seed}).",
    "Each read the files in an order drawn by lot (seed {seed}).",
)
BLIND = Words(
    "Les noms étaient masqués pendant la lecture des dossiers.",
    "Namen waren verborgen tijdens het lezen van de dossiers.",
    "Names were covered while the files were read.",
)
NO_MACHINE = Words(
    "Les totaux ont servi d’aide à la discussion ; aucune décision n’a été prise automatiquement.",
    "Totalen dienden als hulp bij het overleg; geen enkele beslissing werd automatisch genomen.",
    "Totals helped the discussion; no decision was taken automatically.",
)

ACTS = {
    Stage.SCREENING: Words("Présélection", "Voorselectie", "Shortlist"),
    Stage.INTERVIEW: Words(
        "Délibération après les entretiens", "Beraadslaging na de gesprekken", "Deliberation after the interviews"
    ),
}
PROMOTION = Words(
    "Poste proposé depuis la réserve : {key}",
    "Functie aangeboden uit de reserve: {key}",
    "Post offered from the reserve: {key}",
)
OPENED = Words("Avis ouverts le {day}.", "Beoordelingen geopend op {day}.", "Opinions opened on {day}.")
OPENED_WITHOUT = Words(
    "Ouverts sans {missing}, par la présidence : {reason}.",
    "Geopend zonder {missing}, door de voorzitter: {reason}.",
    "Opened without {missing}, by the chair: {reason}.",
)
TALLY = Words("{what} : {keys}.", "{what}: {keys}.", "{what}: {keys}.")
KEY = Words("N°", "Nr.", "No.")
PROPOSAL = Words("Proposition", "Voorstel", "Proposal")
REASON = Words("Motif, en lien avec le profil", "Motief, verbonden met het profiel", "Reason, tied to the profile")
AGREEMENT = Words("Accord", "Akkoord", "Agreement")
OF = Words("{n} sur {of}", "{n} van {of}", "{n} of {of}")
CRITERIA_OF = Words("c. {numbers}", "c. {numbers}", "c. {numbers}")
OUTCOMES = {
    Outcome.INVITED: Words("Invité·e", "Uitgenodigd", "Invited"),
    Outcome.NOT_SHORTLISTED: Words("Non retenu·e", "Niet weerhouden", "Not selected"),
    Outcome.SELECTED: Words("Engagement", "Aanwerving", "Offer"),
    Outcome.RESERVE: Words("Réserve", "Reserve", "Reserve"),
    Outcome.NOT_SELECTED: Words("Non retenu·e", "Niet weerhouden", "Not selected"),
    Outcome.WITHDRAWN: Words("Désistement", "Teruggetrokken", "Withdrawn"),
    Outcome.INADMISSIBLE: Words("Irrecevable", "Onontvankelijk", "Inadmissible"),
}
RANKED = Words("Réserve, rang {rank}", "Reserve, rang {rank}", "Reserve, rank {rank}")
MINORITY = Words(
    "Position minoritaire consignée à la demande de {name} ({key}) : {text}",
    "Minderheidsstandpunt opgenomen op vraag van {name} ({key}): {text}",
    "Minority position recorded at the request of {name} ({key}): {text}",
)
APART = Words(
    "Avis écartés de deux niveaux ou plus : {cells}.",
    "Beoordelingen die twee niveaus of meer verschillen: {cells}.",
    "Opinions two levels or more apart: {cells}.",
)
APART_CELL = Words(
    "{key} critère {number} ({low} à {high})",
    "{key} criterium {number} ({low} tot {high})",
    "{key} criterion {number} ({low} to {high})",
)
CONCLUDED = Words(
    "Conclusion du jury, {key}, critère {number} : {level} (médiane {median}). {why}",
    "Besluit van de jury, {key}, criterium {number}: {level} (mediaan {median}). {why}",
    "Conclusion of the panel, {key}, criterion {number}: {level} (median {median}). {why}",
)
CORRECTED = Words(
    "Avis corrigés après l’ouverture, à côté des premiers : {n}.",
    "Beoordelingen verbeterd na de opening, naast de eerste: {n}.",
    "Opinions corrected after the opening, beside the first: {n}.",
)
SEALED = Words(
    "Close le {day} à {hour} par {name}, empreinte {code} ({words}).",
    "Gesloten op {day} om {hour} door {name}, code {code} ({words}).",
    "Closed on {day} at {hour} by {name}, code {code} ({words}).",
)
REOPENED = Words(
    "Version {n} ({code}) rouverte le {day} à {hour} par {name} : {reason}.",
    "Versie {n} ({code}) heropend op {day} om {hour} door {name}: {reason}.",
    "Version {n} ({code}) reopened on {day} at {hour} by {name}: {reason}.",
)
SIGNED_BY = Words("Signée par {name} le {day}.", "Ondertekend door {name} op {day}.", "Signed by {name} on {day}.")
DELEGATED_BY = Words(
    "Signée par la présidence, {name}, le {day}, comme les règles le permettent.",
    "Ondertekend door de voorzitter, {name}, op {day}, zoals de regels toelaten.",
    "Signed by the chair, {name}, on {day}, as the rules allow.",
)
REFUSED_BY = Words(
    "Signature refusée par {name} le {day} : {reason}.",
    "Ondertekening geweigerd door {name} op {day}: {reason}.",
    "Signature refused by {name} on {day}: {reason}.",
)

FOLLOW_UP = Words("Suites", "Gevolgen", "Follow-up")
LETTERS = Words(
    "Lettres : {counts}, chacune dans la langue de la candidature.",
    "Brieven: {counts}, elk in de taal van de kandidatuur.",
    "Letters: {counts}, each in the language of the application.",
)
KINDS = {
    LetterKind.INVITATION: (
        Words("invitation", "uitnodiging", "invitation"),
        Words("invitations", "uitnodigingen", "invitations"),
    ),
    LetterKind.REFUSAL_SCREENING: (
        Words(
            "refus après lecture du dossier", "afwijzing na lezing van het dossier", "refusal after reading the file"
        ),
        Words(
            "refus après lecture du dossier", "afwijzingen na lezing van het dossier", "refusals after reading the file"
        ),
    ),
    LetterKind.REFUSAL_INTERVIEW: (
        Words("refus après entretien", "afwijzing na gesprek", "refusal after the interview"),
        Words("refus après entretien", "afwijzingen na gesprek", "refusals after the interview"),
    ),
    LetterKind.RESERVE: (
        Words("proposition de réserve", "reservevoorstel", "reserve letter"),
        Words("propositions de réserve", "reservevoorstellen", "reserve letters"),
    ),
    LetterKind.OFFER: (
        Words("proposition d’engagement", "aanbod tot aanwerving", "offer"),
        Words("propositions d’engagement", "aanbiedingen tot aanwerving", "offers"),
    ),
}
RESERVE_UNTIL = Words("Réserve valable jusqu’au {day}.", "Reserve geldig tot {day}.", "Reserve valid until {day}.")
FEEDBACK = Words(
    "Retour oral ou écrit possible jusqu’au {day}.", "Toelichting mogelijk tot {day}.", "Feedback possible until {day}."
)
ERASED = Words(
    "Effacement des dossiers le {day}, sauf réserve acceptée ou recours en cours.",
    "De dossiers worden gewist op {day}, behalve bij aanvaarde reserve of lopend beroep.",
    "Files erased on {day}, unless a reserve was accepted or an appeal is pending.",
)
OFFER = Words("{key} : {answer}{day}. {note}", "{key}: {answer}{day}. {note}", "{key}: {answer}{day}. {note}")
ON = Words(" le {day}", " op {day}", " on {day}")
ANSWERS = {
    OfferAnswer.ACCEPTED: Words("offre acceptée", "aanbod aanvaard", "offer accepted"),
    OfferAnswer.DECLINED: Words("offre déclinée", "aanbod geweigerd", "offer declined"),
    OfferAnswer.LAPSED: Words("offre restée sans suite", "aanbod vervallen", "offer lapsed"),
    OfferAnswer.LEFT: Words("a quitté la réserve", "verliet de reserve", "left the reserve"),
}
SIGNATURES = Words("Signatures", "Handtekeningen", "Signatures")
QUALITY = Words("Qualité", "Hoedanigheid", "Capacity")
SIGNATURE = Words("Signature", "Handtekening", "Signature")
DATE = Words("Date", "Datum", "Date")

ANSWERS_CODE = Words(
    "Cette décision répond à l’empreinte {code} ({words}), {act}, version {n}, scellée le {day} à {hour}.",
    "Deze beslissing antwoordt op de code {code} ({words}), {act}, versie {n}, verzegeld op {day} om {hour}.",
    "This decision answers the code {code} ({words}), {act}, version {n}, sealed on {day} at {hour}.",
)
FOLLOWS = Words("suit la proposition du jury", "volgt het voorstel van de jury", "follows the panel’s proposal")
REFUSES = Words("refuse de signer, motif :", "weigert te ondertekenen, motief:", "refuses to sign, reason:")
ENGAGED = Words(
    "Personne engagée, sous réserve de la signature du contrat : {name} ({key}).",
    "Aangeworven persoon, onder voorbehoud van ondertekening van het contract: {name} ({key}).",
    "Person engaged, subject to signing the contract: {name} ({key}).",
)
SIGN_HERE = Words("Signature de la direction", "Handtekening van de directie", "Signature of the director")
ELECTRONIC = Words(
    "Signé sur l’ordinateur de la direction, la signature est dans ce fichier (PAdES). Le certificat est fait par la "
    "direction elle-même\u00a0: les lecteurs disent son identité inconnue\u00a0; l’application la "
    "vérifie par sa carte.",
    "Op de computer van de directie ondertekend, zit de handtekening in dit bestand (PAdES). Het "
    "certificaat is door de "
    "directie zelf gemaakt: leesprogramma’s noemen de identiteit onbekend; de toepassing gaat ze na met de kaart.",
    "Signed on the director’s computer, the signature is in this file (PAdES). The certificate is self-made: readers "
    "call the identity unknown; the application checks it by the card.",
)
HOLDS = Words(
    "La liste proposée reste la même sous chacun des {n} changements essayés, un à la fois\u00a0: façon "
    "de compter, poids d’un "
    "cran, un membre en moins.",
    "De voorgestelde lijst houdt stand bij elk van de {n} geprobeerde wijzigingen, één per keer: telwijze, gewicht met "
    "één stap, een lid minder.",
    "The list proposed holds under each of the {n} changes tried, one at a time: way of counting, a "
    "weight by one step, "
    "one member fewer.",
)
FLIPS = Words(
    "La liste proposée changerait sous {k} des {n} changements essayés, un à la fois (façon de compter, "
    "poids d’un cran, "
    "un membre en moins)\u00a0; les chiffres ne décident pas.",
    "De voorgestelde lijst zou veranderen bij {k} van de {n} geprobeerde wijzigingen, één per keer (telwijze, gewicht "
    "met één stap, een lid minder); de cijfers beslissen niet.",
    "The list proposed would change under {k} of the {n} changes tried, one at a time (way of counting, "
    "a weight by one "
    "step, one member fewer); the figures decide nothing.",
)
ALIKE = Words(
    "Accord entre membres, alpha de Krippendorff (ordinal)\u00a0: {value}{interval}. Avec peu de "
    "membres, ce chiffre est large.",
    "Overeenstemming tussen leden, alpha van Krippendorff (ordinaal): {value}{interval}. Met weinig "
    "leden is dit cijfer ruim.",
    "Agreement between members, Krippendorff’s alpha (ordinal): {value}{interval}. With few members this "
    "figure is wide.",
)
BETWEEN = Words(" ({low} à {high})", " ({low} tot {high})", " ({low} to {high})")
