"""The words of the letters: outcomes, fields, what a letter waits for, and where prints go."""

from __future__ import annotations

from smes_panel.model.decision import LetterKind, Outcome
from smes_panel.model.placeholder import Fill
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Words
from ui.wording.tongue import Counted

TITLE = Words("Courriers", "Brieven", "Letters")
LINE = Words(
    "Rien ne part sans vous : vous relisez, vous comptez, vous envoyez.",
    "Niets vertrekt zonder u: u leest na, telt en verzendt.",
    "Nothing leaves without you: you check, count and send.",
)
STAGE = Words("Étape", "Fase", "Stage")
STAGES = {
    Stage.SCREENING: Words("Dossier", "Dossier", "File"),
    Stage.INTERVIEW: Words("Entretien", "Gesprek", "Interview"),
}
PRINT_MORE = Words("Imprimer…", "Afdrukken…", "Print…")

PEOPLE = Words("Candidatures de cette étape", "Kandidaturen van deze fase", "Applications at this stage")
PERSON = Words("Candidat·e", "Kandidaat", "Candidate")
LANGUAGE = Words("Langue", "Taal", "Lang.")
OUTCOME = Words("Issue", "Uitslag", "Outcome")
LETTER = Words("Lettre", "Brief", "Letter")
ALL = Words("Toutes  {n}", "Alle  {n}", "All  {n}")
KIND_SHORT = {
    LetterKind.INVITATION: Words("Invitation  {n}", "Uitnodiging  {n}", "Invitation  {n}"),
    LetterKind.REFUSAL_SCREENING: Words("Refus  {n}", "Afwijzing  {n}", "Refusal  {n}"),
    LetterKind.REFUSAL_INTERVIEW: Words("Refus  {n}", "Afwijzing  {n}", "Refusal  {n}"),
    LetterKind.RESERVE: Words("Réserve  {n}", "Reserve  {n}", "Reserve  {n}"),
    LetterKind.OFFER: Words("Proposition  {n}", "Aanbod  {n}", "Offer  {n}"),
}
KINDS = {
    LetterKind.INVITATION: Words(
        "Invitation à un entretien", "Uitnodiging voor een gesprek", "Invitation to an interview"
    ),
    LetterKind.REFUSAL_SCREENING: Words(
        "Refus après lecture du dossier", "Afwijzing na lezing van het dossier", "Refusal after reading the file"
    ),
    LetterKind.REFUSAL_INTERVIEW: Words(
        "Refus après entretien", "Afwijzing na het gesprek", "Refusal after the interview"
    ),
    LetterKind.RESERVE: Words("Réserve de recrutement", "Wervingsreserve", "Reserve list"),
    LetterKind.OFFER: Words("Proposition d’engagement", "Aanbod tot aanwerving", "Offer"),
    LetterKind.ACKNOWLEDGEMENT: Words("Accusé de réception", "Ontvangstbevestiging", "Acknowledgement"),
    LetterKind.MISSING_DOCUMENT: Words("Pièce manquante", "Ontbrekend stuk", "Missing document"),
    LetterKind.LATE: Words("Candidature tardive", "Laattijdige kandidatuur", "Late application"),
    LetterKind.INADMISSIBLE: Words(
        "Candidature irrecevable", "Onontvankelijke kandidatuur", "Inadmissible application"
    ),
    LetterKind.POSTPONEMENT: Words("Entretien reporté", "Uitgesteld gesprek", "Postponed interview"),
    LetterKind.WITHDRAWAL: Words("Désistement", "Terugtrekking", "Withdrawal"),
    LetterKind.ATTESTATION: Words("Attestation de présence", "Aanwezigheidsattest", "Attestation"),
    LetterKind.RETURN_DOCUMENTS: Words("Documents rendus", "Teruggegeven documenten", "Documents returned"),
    LetterKind.ACCESS_REPLY: Words(
        "Réponse à une demande d’accès", "Antwoord op een verzoek om inzage", "Access reply"
    ),
    LetterKind.RENEWAL: Words("Réserve prolongée", "Verlengde reserve", "Reserve renewed"),
}
WHICH = Words("Lettres montrées", "Getoonde brieven", "Letters shown")
READY = Words("prête", "klaar", "ready")
LACKING = Counted(
    Words("{n} à remplir", "{n} in te vullen", "{n} to fill"),
    Words("{n} à remplir", "{n} in te vullen", "{n} to fill"),
)
NO_LETTER = Words("pas de lettre", "geen brief", "no letter")
UNDECIDED = Words("à décider", "te beslissen", "to decide")
NO_NAME = Words("Nom à compléter", "Naam aan te vullen", "Name to be completed")

READY_COUNT = Counted(Words("{n} prête", "{n} klaar", "{n} ready"), Words("{n} prêtes", "{n} klaar", "{n} ready"))
TO_FILL_COUNT = Counted(
    Words("{n} à compléter", "{n} aan te vullen", "{n} to complete"),
    Words("{n} à compléter", "{n} aan te vullen", "{n} to complete"),
)
UNDECIDED_COUNT = Counted(
    Words("{n} à décider", "{n} te beslissen", "{n} to decide"),
    Words("{n} à décider", "{n} te beslissen", "{n} to decide"),
)
DATED = Words("Datées du", "Gedateerd op", "Dated")
EXPORT = Words("Exporter {n} PDF", "{n} pdf’s exporteren", "Export {n} PDFs")
EXPORT_NONE = Words("Exporter les PDF", "Pdf’s exporteren", "Export the PDFs")
EXPORT_WHERE = Words("Où mettre les lettres", "Waar komen de brieven", "Where the letters go")
EXPORTING = Words("Lettres en PDF", "Brieven als pdf", "Letters as PDF")
EXPORTED = Counted(
    Words(
        "{n} lettre dans « {folder} ». Rien ne part sans vous.",
        "{n} brief in “{folder}”. Niets vertrekt zonder u.",
        "{n} letter in “{folder}”. Nothing leaves without you.",
    ),
    Words(
        "{n} lettres dans « {folder} ». Rien ne part sans vous.",
        "{n} brieven in “{folder}”. Niets vertrekt zonder u.",
        "{n} letters in “{folder}”. Nothing leaves without you.",
    ),
)
STOPPED = Words(
    "Interrompu : les lettres déjà enregistrées sont entières.",
    "Gestopt: de brieven die al bewaard zijn, zijn volledig.",
    "Stopped: the letters already saved are whole.",
)
NOTHING_READY = Words(
    "Aucune lettre n’est prête : Entrée mène au champ qui manque.",
    "Geen enkele brief is klaar: Enter gaat naar het veld dat ontbreekt.",
    "No letter is ready: Enter goes to the field that is missing.",
)
SAVE_ONE = Words("Enregistrer en PDF…", "Bewaren als pdf…", "Save as PDF…")
SAVED_ONE = Words("Lettre enregistrée : {name}", "Brief bewaard: {name}", "Letter saved: {name}")
PDF_FILES = Words("Documents PDF (*.pdf)", "Pdf-documenten (*.pdf)", "PDF documents (*.pdf)")

FOR = Words("Pour {name}", "Voor {name}", "For {name}")
OUTCOME_AT = {
    Stage.SCREENING: Words(
        "Issue après lecture du dossier", "Uitslag na lezing van het dossier", "Outcome after reading the file"
    ),
    Stage.INTERVIEW: Words("Issue après l’entretien", "Uitslag na het gesprek", "Outcome after the interview"),
}
CHOICES = {
    Outcome.INVITED: Words("Invité·e", "Uitgenodigd", "Invited"),
    Outcome.NOT_SHORTLISTED: Words("Non retenu·e", "Niet geselecteerd", "Not shortlisted"),
    Outcome.SELECTED: Words("Engagement", "Aanwerving", "Hire"),
    Outcome.RESERVE: Words("Réserve", "Reserve", "Reserve"),
    Outcome.NOT_SELECTED: Words("Non retenu·e", "Niet geselecteerd", "Not selected"),
    Outcome.WITHDRAWN: Words("Désistement", "Teruggetrokken", "Withdrawn"),
    Outcome.INADMISSIBLE: Words("Irrecevable", "Niet ontvankelijk", "Inadmissible"),
}
LETTER_IN = {
    "fr": Words("en français", "in het Frans", "in French"),
    "nl": Words("en néerlandais", "in het Nederlands", "in Dutch"),
    "en": Words("en anglais", "in het Engels", "in English"),
}
THE_LETTER = Words("{kind}, {language}", "{kind}, {language}", "{kind}, {language}")
COMPLETE = Words("Tous les champs sont remplis", "Alle velden zijn ingevuld", "All fields are filled")
WAITS_FOR = Words("Il manque : {what}", "Ontbreekt nog: {what}", "Missing: {what}")
GO_TO_FIELD = Words("Aller au champ", "Naar het veld", "Go to the field")
GO_TO_APPLICATION = Words("Aller aux candidatures", "Naar de kandidaturen", "Go to the applications")
DECIDE_FIRST = Words(
    "Choisissez l’issue : elle dit quelle lettre écrire.",
    "Kies de uitslag: die bepaalt welke brief er komt.",
    "Choose the outcome: it says which letter to write.",
)
NO_LETTER_FOR = Words(
    "Cette issue ne demande pas de lettre.",
    "Bij deze uitslag hoort geen brief.",
    "This outcome asks for no letter.",
)
OF_THIS_LETTER = Words("Pour cette personne", "Voor deze persoon", "For this person")
SHARED = Words("Pour toutes les lettres", "Voor alle brieven", "For all letters")
SHARED_IN = Words("Pour toutes les lettres {language}", "Voor alle brieven {language}", "For all letters {language}")
FOR_EXAMPLE = Words("p. ex. {sample}", "bv. {sample}", "e.g. {sample}")
SOON = Words("dès que possible", "zo snel mogelijk", "as soon as possible")
YES = Words("Oui", "Ja", "Yes")
NO = Words("Non", "Nee", "No")
CONTRACTS = {
    "fixed_term": Words("Déterminée", "Bepaald", "Fixed term"),
    "permanent": Words("Indéterminée", "Onbepaald", "Permanent"),
}
BAD = {
    Fill.DATE: Words(
        "« {typed} » ne se lit pas comme une date. Tapez par exemple 5/7/2022.",
        "“{typed}” is niet als datum te lezen. Typ bijvoorbeeld 5/7/2022.",
        "“{typed}” does not read as a date. Type for instance 5/7/2022.",
    ),
    Fill.TIME: Words(
        "« {typed} » ne se lit pas comme une heure. Tapez par exemple 9:30.",
        "“{typed}” is niet als uur te lezen. Typ bijvoorbeeld 9:30.",
        "“{typed}” does not read as an hour. Type for instance 9:30.",
    ),
    Fill.COUNT: Words(
        "« {typed} » n’est pas un nombre entier. Tapez par exemple 23.",
        "“{typed}” is geen geheel getal. Typ bijvoorbeeld 23.",
        "“{typed}” is not a whole number. Type for instance 23.",
    ),
    Fill.NUMBER: Words(
        "« {typed} » n’est pas un nombre. Tapez par exemple 19 ou 37,5.",
        "“{typed}” is geen getal. Typ bijvoorbeeld 19 of 37,5.",
        "“{typed}” is not a number. Type for instance 19 or 37.5.",
    ),
}
BAD_DAY = BAD[Fill.DATE]
NOT_EMPTY = Words(
    "Une réponse commune se remplace, elle ne s’efface pas.",
    "Een gedeeld antwoord kunt u vervangen, niet wissen.",
    "A shared answer can be replaced, not cleared.",
)
NAMES = {
    "name": Words("nom de la personne", "naam van de kandidaat", "name of the candidate"),
    "position": Words("intitulé de la fonction", "functietitel", "title of the post"),
    "reference": Words("référence du poste", "referentie van de vacature", "reference of the vacancy"),
    "apply_to": Words("adresse e-mail de réponse", "e-mailadres voor antwoorden", "e-mail address for answers"),
    "phone": Words("téléphone", "telefoonnummer", "telephone"),
    "contact_person": Words("personne de contact", "contactpersoon", "contact person"),
    "chair_name": Words("présidence du jury", "voorzitter van de selectiecommissie", "chair of the panel"),
    "director_name": Words("direction", "directie", "director"),
    "controller": Words("responsable du traitement", "verwerkings\N{SOFT HYPHEN}verantwoordelijke", "controller"),
    "dpo": Words(
        "délégué·e à la protection des données", "functionaris voor gegevensbescherming", "data protection officer"
    ),
    "processors": Words("sous-traitants", "verwerkers", "processors"),
    "missing_documents": Words("documents manquants", "ontbrekende documenten", "missing documents"),
    "complete_by": Words("à compléter pour", "aan te vullen tegen", "to complete by"),
    "received_at": Words("heure de réception", "uur van ontvangst", "hour of receipt"),
    "closed_on": Words("date de l’échéance", "uiterste datum", "day of the deadline"),
    "closed_at": Words("heure de l’échéance", "uiterste uur", "hour of the deadline"),
    "condition": Words("condition non établie", "niet-aangetoonde voorwaarde", "condition not established"),
    "former_date": Words("date prévue d’abord", "eerst geplande datum", "day planned first"),
    "withdrawn_on": Words("date du retrait", "datum van de intrekking", "day of the withdrawal"),
    "left_at": Words("fin de l’entretien", "einde van het gesprek", "end of the interview"),
    "returned_documents": Words("documents rendus", "teruggegeven documenten", "documents returned"),
    "requested_on": Words("date de la demande", "datum van het verzoek", "day of the request"),
    "enclosed": Words("joint à la réponse", "bij het antwoord gevoegd", "enclosed"),
    "renewed_until": Words("nouvelle fin de la réserve", "nieuw einde van de reserve", "new end of the reserve"),
    "erase_on": Words("date d’effacement des données", "datum waarop de gegevens gewist worden", "day of erasure"),
    "received_on": Words("date de réception", "datum van ontvangst", "day of receipt"),
    "applications_count": Words("candidatures examinées", "onderzochte kandidaturen", "applications read"),
    "reason": Words("motif lié au profil", "motief uit het profiel", "reason tied to the profile"),
    "noted_point": Words("point relevé à l’entretien", "positief punt uit het gesprek", "point noted at the interview"),
    "strengths": Words("points forts", "sterke punten", "strong points"),
    "feedback_by": Words("retour à demander avant le", "toelichting te vragen vóór", "feedback to be asked by"),
    "answer_by": Words("réponse donnée avant le", "antwoord gegeven vóór", "answer given by"),
    "confirm_by": Words("présence à confirmer avant le", "komst te bevestigen vóór", "to be confirmed by"),
    "reserve_until": Words("fin de la réserve", "einde van de reserve", "end of the reserve list"),
    "interview_date": Words("date de l’entretien", "datum van het gesprek", "day of the interview"),
    "interview_time": Words("heure de l’entretien", "uur van het gesprek", "hour of the interview"),
    "interview_address": Words("adresse de l’entretien", "adres van het gesprek", "address of the interview"),
    "room": Words("salle", "zaal", "room"),
    "lift": Words("accessible par ascenseur", "bereikbaar met de lift", "reached by a lift"),
    "bilingual": Words("échange dans l’autre langue", "deels in de andere taal", "partly in the other language"),
    "panel_members": Words("membres du jury présents", "aanwezige leden van de commissie", "panel members present"),
    "contract": Words("durée du contrat", "duur van het contract", "length of the contract"),
    "ends_on": Words("fin du contrat", "einde van het contract", "end of the contract"),
    "renewable": Words("renouvellement possible", "verlenging mogelijk", "can be renewed"),
    "part_time": Words("temps partiel", "deeltijds", "part-time"),
    "hours_per_week": Words("heures par semaine", "uren per week", "hours a week"),
    "joint_committee": Words("commission paritaire", "paritair comité", "joint committee"),
    "pay_scale": Words("barèmes de la commission", "barema’s van het comité", "pay scales of the committee"),
    "starts": Words("entrée en fonction", "indiensttreding", "start"),
    "work_address": Words("lieu de travail", "plaats van tewerkstelling", "place of work"),
}

PREVIEW = Words("Aperçu", "Voorbeeld", "Preview")
PAGE_OF = Words("page {page} sur {pages}", "pagina {page} van {pages}", "page {page} of {pages}")
ENVELOPE = Words("fenêtre d’enveloppe", "envelopvenster", "envelope window")
NO_FIT = Words(
    "L’adresse ne tient pas dans la fenêtre de l’enveloppe : le nom et l’adresse ont cinq lignes au plus.",
    "Het adres past niet in het venster van de envelop: naam en adres tellen hoogstens vijf regels.",
    "The address does not fit the envelope’s window: name and address take at most five lines.",
)

NOBODY_SCREENING = Words("Aucune candidature pour le moment", "Nog geen kandidaturen", "No applications yet")
NOBODY_SCREENING_SENTENCE = Words(
    "Les lettres s’écrivent ici, une fois les candidatures reçues et lues.",
    "Hier schrijft u de brieven, zodra de kandidaturen binnen en gelezen zijn.",
    "Letters are written here once applications have come in and been read.",
)
NOBODY_INTERVIEW = Words("Personne n’est encore invité", "Nog niemand is uitgenodigd", "Nobody is invited yet")
NOBODY_INTERVIEW_SENTENCE = Words(
    "À l’étape du dossier, l’issue « invité·e » fait passer une personne ici.",
    "In de fase van het dossier brengt de uitslag “uitgenodigd” iemand hierheen.",
    "At the file stage, the outcome “invited” brings a person here.",
)
NONE_OF_THESE = Words("Aucune lettre de cette sorte", "Geen brief van deze soort", "No letter of this kind")
NONE_OF_THESE_SENTENCE = Words(
    "Choisissez « toutes » pour revoir tout le monde.",
    "Kies “alle” om iedereen terug te zien.",
    "Choose “all” to see everybody again.",
)

TO_LETTER = Words("lettre", "brief", "letter")
TO_OUTCOME = Words("issue", "uitslag", "outcome")
TO_FIELD = Words("champ à remplir", "in te vullen veld", "field to fill")
TO_PRINT = Words("imprimer", "afdrukken", "print")
TO_SAVE = Words("enregistrer", "bewaren", "save")
