"""The words of the page that decides: proposals, positions, presence, the seal and its signature."""

from __future__ import annotations

from smes_panel.model.closing import Lacking
from smes_panel.model.decision import Outcome
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Words
from ui.wording.tongue import Counted

TITLE = Words("Délibérer et décider", "Beraadslagen en beslissen", "Deliberate and decide")
LINE = Words(
    "Chaque motif est écrit par le jury, jamais par l’application.",
    "Elk motief schrijft de jury zelf, nooit de toepassing.",
    "Every reason is written by the panel, never by the application.",
)
STAGE = Words("Étape", "Fase", "Stage")
STAGES = {
    Stage.SCREENING: Words("Présélection", "Voorselectie", "Shortlist"),
    Stage.INTERVIEW: Words("Après entretien", "Na gesprek", "After interview"),
}
PEOPLE = Words("Candidatures à décider", "Te beslissen kandidaturen", "Applications to decide")
UNDECIDED_GROUP = Words("À décider", "Te beslissen", "To decide")
GROUPS = {
    Outcome.SELECTED: Words("Engagement", "Aanwerving", "Offer"),
    Outcome.RESERVE: Words("Réserve", "Reserve", "Reserve"),
    Outcome.NOT_SELECTED: Words("Non retenu·e", "Niet weerhouden", "Not selected"),
    Outcome.WITHDRAWN: Words("Désistement", "Teruggetrokken", "Withdrawn"),
    Outcome.INVITED: Words("Invité·e", "Uitgenodigd", "Invited"),
    Outcome.NOT_SHORTLISTED: Words("Non retenu·e", "Niet weerhouden", "Not selected"),
    Outcome.INADMISSIBLE: Words("Irrecevable", "Onontvankelijk", "Inadmissible"),
}
RANKED = Words("Réserve, rang {rank}", "Reserve, rang {rank}", "Reserve, rank {rank}")
AGREEING = Words("{n} sur {of} d’accord", "{n} van {of} akkoord", "{n} of {of} agree")
PROMOTED = Words("Proposé·e depuis la réserve", "Voorgesteld uit de reserve", "Proposed from the reserve")
NO_NAME = Words("Nom à compléter", "Naam aan te vullen", "Name to be completed")

PROPOSAL = Words("Proposition du jury", "Voorstel van de jury", "The panel’s proposal")
RANK = Words("Rang dans la réserve", "Rang in de reserve", "Rank in the reserve")
CRITERIA = Words("Critères qui fondent la proposition", "Criteria waarop het voorstel steunt", "Criteria it rests on")
MEDIANS = Words("médianes après ouverture", "medianen na opening", "medians after opening")
CRITERION = Words("C{number} {name}", "C{number} {name}", "C{number} {name}")
REASON = Words("Motif, en lien avec le profil", "Motief, verbonden met het profiel", "Reason, tied to the profile")
REASON_WHERE = Words(
    "repris dans le procès-verbal et dans la lettre",
    "komt in het proces-verbaal en in de brief",
    "goes into the minutes and the letter",
)
REASON_HINT = Words(
    "la pratique des deux langues, montrée à l’entretien…",
    "de vlotte omgang met beide talen, getoond in het gesprek…",
    "command of both languages, as shown at the interview…",
)
NO_SENSITIVE = Words(
    "Aucun terme sensible repéré (âge, origine, santé, famille…).",
    "Geen gevoelig woord gevonden (leeftijd, afkomst, gezondheid, gezin…).",
    "No sensitive word found (age, origin, health, family…).",
)
AGREEMENT = Words("Accord du jury", "Akkoord van de jury", "The panel’s agreement")
AGREES = Words("d’accord", "akkoord", "agrees")
MINORITY_HINT = Words("position minoritaire…", "minderheidsstandpunt…", "minority position…")
MINORITY_OF = Words("Position minoritaire de {name}", "Minderheidsstandpunt van {name}", "Minority position of {name}")
STEPPED_OUT = Words("conflit, hors de la salle", "belangenconflict, buiten de zaal", "conflict, out of the room")
DECIDE_FIRST = Words(
    "Choisissez d’abord une proposition : 1 à 4.",
    "Kies eerst een voorstel: 1 tot 4.",
    "Choose a proposal first: 1 to 4.",
)
TO_COMPARE = Words("Comparaison", "Vergelijking", "Comparison")
TO_FILE = Words("Dossier", "Dossier", "File")
NEXT = Words("Personne suivante", "Volgende persoon", "Next person")
SEALED_TEXT = Words(
    "Texte scellé. Le rouvrir rompt le sceau ; la raison et l’heure seront notées au procès-verbal.",
    "Verzegelde tekst. Heropenen verbreekt het zegel; reden en uur komen in het proces-verbaal.",
    "Sealed text. Reopening breaks the seal; the reason and the hour go into the minutes.",
)

SIGNATURE = Words("Signature de la direction", "Handtekening van de directie", "The director’s signature")
STEP_CLOSED = Words("Délibération close", "Beraadslaging gesloten", "Deliberation closed")
STEP_SEALED = Words("Procès-verbal scellé", "Proces-verbaal verzegeld", "Minutes sealed")
STEP_SIGNED = Words("Décision de la direction", "Beslissing van de directie", "The director’s decision")
STEP_CHAIR = Words("Signature de la présidence", "Handtekening van de voorzitter", "The chair’s signature")
STEP_SENT = Words("Envoi des lettres", "Verzending van de brieven", "Letters sent")
CLOSED_AT = Words("{day} à {clock}, par {name}", "{day} om {clock}, door {name}", "{day} at {clock}, by {name}")
NOT_CLOSED = Words("pas encore", "nog niet", "not yet")
VERSION = Words("version {n}", "versie {n}", "version {n}")
AWAITING = Words("en attente", "in afwachting", "waiting")
SIGNED_BY = Words("signée par {name}", "ondertekend door {name}", "signed by {name}")
REFUSED_BY = Words("refusée par {name} : {reason}", "geweigerd door {name}: {reason}", "refused by {name}: {reason}")
AFTER_SIGNATURE = Words("possible après la signature", "mogelijk na de handtekening", "possible after the signature")
FREE = Words("possible", "mogelijk", "possible")
VALID = Words("Sceau valide", "Zegel geldig", "Seal valid")
BROKEN = Words("Le sceau ne correspond plus", "Het zegel klopt niet meer", "The seal no longer matches")
UNCHANGED = Words(
    "Rien n’a changé depuis la clôture. Vérifié à l’instant, hors connexion.",
    "Sinds de sluiting is niets gewijzigd. Zojuist nagegaan, offline.",
    "Nothing has changed since the closing. Checked just now, offline.",
)
WORDS_TITLE = Words(
    "Mots de contrôle, à lire au téléphone",
    "Controlewoorden, voor te lezen aan de telefoon",
    "Words to compare by phone",
)
CHANGED = Words("{about} : {sealed} → {now}", "{about}: {sealed} → {now}", "{about}: {sealed} → {now}")
READY_TO_CLOSE = Words("Tout est là pour clore.", "Alles is er om te sluiten.", "Everything is there to close.")
LACKING_COUNT = Counted(
    Words("{n} chose manque pour clore", "Om te sluiten ontbreekt {n} zaak", "{n} thing is missing to close"),
    Words("{n} choses manquent pour clore", "Om te sluiten ontbreken {n} zaken", "{n} things are missing to close"),
)
MORE = Words("et {n} de plus", "en nog {n}", "and {n} more")
LACKS = {
    Lacking.NOT_OPEN: Words(
        "Les avis de cette étape ne sont pas ouverts",
        "De beoordelingen van deze fase zijn niet open",
        "The opinions of this stage are not open",
    ),
    Lacking.NOT_CLOSED: Words(
        "La décision précédente n’est pas close et signée",
        "De vorige beslissing is niet gesloten en ondertekend",
        "The decision before it is not closed and signed",
    ),
    Lacking.NO_OUTCOME: Words("{key} : pas d’issue", "{key}: geen uitslag", "{key}: no outcome"),
    Lacking.NO_REASON: Words("{key} : pas de motif", "{key}: geen motief", "{key}: no reason"),
    Lacking.CONFLICT: Words(
        "{key} : conflit de {about} sans réponse",
        "{key}: conflict van {about} zonder antwoord",
        "{key}: {about}’s conflict has no answer",
    ),
    Lacking.EXCEPTION: Words(
        "{key} : exception sans réponse", "{key}: uitzondering zonder antwoord", "{key}: an exception has no answer"
    ),
    Lacking.NO_PROPOSAL: Words("{key} n’est pas proposé·e", "{key} is niet voorgesteld", "{key} is not proposed"),
    Lacking.NO_SEAT: Words("{key} : pas de place", "{key}: geen plaats", "{key}: no seat"),
    Lacking.LETTER: Words("{key} : lettre incomplète", "{key}: brief onvolledig", "{key}: letter incomplete"),
}
CLOSE = Words("Clore la délibération", "Beraadslaging sluiten", "Close the deliberation")
REOPEN = Words("Rouvrir", "Heropenen", "Reopen")
WHY_REOPEN = Words("Raison de la réouverture", "Reden van de heropening", "Reason for reopening")
SIGN_AS_CHAIR = Words("Signer (présidence)", "Ondertekenen (voorzitter)", "Sign (chair)")
NOT_YOURS = Words(
    "La présidence ou le secrétariat clôt la délibération.",
    "De voorzitter of het secretariaat sluit de beraadslaging.",
    "The chair or the secretary closes the deliberation.",
)
NOBODY_HERE = Words(
    "Dites d’abord qui est à l’écran.", "Zeg eerst wie er aan het scherm zit.", "Say first who is at the screen."
)
MEETING = Words("Réunion du jury", "Vergadering van de jury", "Meeting of the panel")
MEETING_DAY = Words("Jour de la réunion", "Dag van de vergadering", "Day of the meeting")
PRESENT = Words("présent·e", "aanwezig", "present")
PRESENT_COUNT = Words("{n} membres sur {of} présents", "{n} van {of} leden aanwezig", "{n} of {of} members present")
NO_MEETING = Words("Aucune réunion notée", "Geen vergadering genoteerd", "No meeting recorded")
BAD_DAY = Words("« {typed} » n’est pas un jour.", "“{typed}” is geen dag.", "“{typed}” is not a day.")
OFFER = Words("Réponse à l’offre", "Antwoord op het aanbod", "Answer to the offer")
OFFER_CHOICES = {
    "accepted": Words("Acceptée", "Aanvaard", "Accepted"),
    "declined": Words("Déclinée", "Geweigerd", "Declined"),
    "lapsed": Words("Sans suite", "Vervallen", "Lapsed"),
}
LEAVE_RESERVE = Words("Quitte la réserve", "Verlaat de reserve", "Leaves the reserve")
PROMOTE = Words("Proposer le poste", "Functie voorstellen", "Propose the post")
PROMOTE_WHY = Words("Raison de la proposition", "Reden van het voorstel", "Reason for the proposal")

NOBODY = Words("Personne à décider", "Niemand te beslissen", "Nobody to decide")
NOBODY_SENTENCE = {
    Stage.SCREENING: Words(
        "Les candidatures examinées apparaissent ici : l’issue de chacune, son motif et l’accord du jury.",
        "De onderzochte kandidaturen verschijnen hier: uitslag, motief en akkoord van de jury.",
        "Applications that are examined appear here: the outcome of each, its reason and the panel’s agreement.",
    ),
    Stage.INTERVIEW: Words(
        "Les personnes invitées à un entretien apparaissent ici.",
        "Wie voor een gesprek is uitgenodigd verschijnt hier.",
        "Those invited to an interview appear here.",
    ),
}
TO_PERSON = Words("personne", "persoon", "person")
TO_OUTCOME = Words("proposition", "voorstel", "proposal")
TO_REASON = Words("motif", "motief", "reason")
TO_NEXT = Words("suivante", "volgende", "next")
TO_AGREE = Words("tous d’accord", "allen akkoord", "all agree")
ALL_AGREE = Words("Tous d’accord", "Allen akkoord", "All agree")
FROM_MINUTES = Words("Procès-verbal PDF", "Proces-verbaal pdf", "Minutes PDF")

PREPARE = Words("Préparer le paquet à signer", "Te ondertekenen pakket maken", "Prepare the file to sign")
READ_REPLY = Words("Lire la réponse…", "Antwoord inlezen…", "Read the reply…")
SIGNED_PAGE = Words("Page signée (scan)…", "Ondertekende pagina (scan)…", "Signed page (scan)…")
CARD = Words("Carte de la direction…", "Kaart van de directie…", "The director’s card…")
CARD_OF = Words(
    "Carte de {name}. Demandez ses quatre mots par téléphone\u00a0:",
    "Kaart van {name}. Vraag de vier woorden aan de telefoon:",
    "Card of {name}. Ask for its four words by phone:",
)
FOUR_WORDS = Words("quatre mots lus au téléphone", "vier woorden van aan de telefoon", "four words read by phone")
ENTER_CARD = Words("Enregistrer la clé", "Sleutel opslaan", "Enter the key")
OWN_COMPUTER = Words(
    "La direction signe sur son ordinateur, avec sa propre clé. Envoyez-lui le paquet\u00a0; sa réponse viendra ici.",
    "De directie ondertekent op de eigen computer, met de eigen sleutel. Stuur het pakket; het antwoord komt hier.",
    "The director signs on their own computer, with their own key. Send the file; the reply is added here.",
)
REQUEST_FILES = Words(
    "Demandes de signature (*.smesrequest)", "Aanvragen (*.smesrequest)", "Signing requests (*.smesrequest)"
)
REPLY_FILES = Words(
    "Réponses signées (*.smesreply)", "Ondertekende antwoorden (*.smesreply)", "Signed replies (*.smesreply)"
)
CARD_FILES = Words("Cartes de signature (*.smescard)", "Kaarten (*.smescard)", "Signer’s cards (*.smescard)")
PDF_FILES = Words("PDF (*.pdf)", "Pdf (*.pdf)", "PDF (*.pdf)")
SAVED = Words("Écrit\u00a0: {name}", "Geschreven: {name}", "Written: {name}")
TO_MINUTES = Words("procès-verbal", "proces-verbaal", "minutes")

FACTS = {
    "name": Words("nom", "naam", "name"),
    "outcome": Words("issue", "uitslag", "outcome"),
    "reason": Words("motif", "motief", "reason"),
    "criteria": Words("critères", "criteria", "criteria"),
    "rank": Words("rang", "rang", "rank"),
    "letter": Words("la lettre dit autre chose", "de brief zegt iets anders", "the letter says something else"),
    "ratings": Words("des avis ont été corrigés", "beoordelingen zijn verbeterd", "opinions were corrected"),
    "positions": Words("positions", "standpunten", "positions"),
    "stepped out": Words("sorties de la salle", "wie de zaal verliet", "who left the room"),
    "conflicts": Words("conflits d’intérêts", "belangenconflicten", "conflicts of interest"),
    "standing": Words("réception et pièces", "ontvangst en stukken", "receipt and documents"),
    "exceptions": Words("exceptions", "uitzonderingen", "exceptions"),
    "promoted": Words("raison de la proposition", "reden van het voorstel", "reason for the proposal"),
    "offer": Words("réponse à l’offre", "antwoord op het aanbod", "answer to the offer"),
    "sealed": Words("n’est pas dans le sceau", "staat niet in het zegel", "is not in the seal"),
    "vacancy": Words("annonce", "vacature", "posting"),
    "criterion": Words("critère", "criterium", "criterion"),
    "member": Words("composition du jury", "samenstelling van de jury", "the panel"),
    "meeting": Words("réunion", "vergadering", "meeting"),
    "opened": Words("ouverture des avis", "opening van de beoordelingen", "opening of the opinions"),
    "freeze": Words("critères arrêtés", "vastgelegde criteria", "checklist settled"),
    "rule reserve_until": Words("fin de la réserve", "einde van de reserve", "end of the reserve"),
    "rule erase_on": Words("date d’effacement", "wisdatum", "date of erasure"),
    "rule shortlist_signer": Words(
        "qui signe la présélection", "wie de voorselectie tekent", "who signs the shortlist"
    ),
    "after": Words("décision précédente", "vorige beslissing", "the decision before"),
}
"""What a part of a seal is called; those that are digests say all there is to say."""
DIGESTS = frozenset({"letter", "ratings", "sealed", "standing", "positions", "vacancy", "after"})
ABOUT = Words("{key}\u00a0: {what}", "{key}: {what}", "{key}: {what}")
