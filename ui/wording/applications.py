"""The words of the list of applications."""

from __future__ import annotations

from smes_panel.model.application import DocumentKind
from smes_panel.model.decision import Outcome
from smes_panel.model.words import Language, Words
from ui.wording.tongue import Counted

RECEIVED_COUNT = Counted(
    Words("{n} reçue", "{n} ontvangen", "{n} received"),
    Words("{n} reçues", "{n} ontvangen", "{n} received"),
)
DEADLINE = Words("Échéance : {when}", "Deadline: {when}", "Deadline: {when}")
HOUR_OPEN = Words("{when}, heure à préciser", "{when}, uur nog vast te leggen", "{when}, hour still to be settled")
NO_DEADLINE = Words("Échéance à préciser", "Deadline nog vast te leggen", "Deadline still to be settled")
SEARCH = Words("Nom, mot du CV, numéro", "Naam, woord uit cv, nummer", "Name, word of the CV, number")
SEARCH_NAME = Words("Chercher dans les candidatures", "Zoeken in de kandidaturen", "Search the applications")

ALL = Words("Toutes", "Alle", "All")
TO_COMPLETE = Words("À compléter", "Aan te vullen", "To complete")
DUPLICATES = Words("Doublons", "Dubbels", "Duplicates")
LATE_ONES = Words("Après l’échéance", "Na de deadline", "After the deadline")
DUTCH_ONES = Words("Néerlandais", "Nederlands", "Dutch")

NUMBER = Words("N°", "Nr.", "No.")
NAME = Words("Nom", "Naam", "Name")
RECEIVED = Words("Reçue", "Ontvangen", "Received")
LANGUAGE = Words("Langue", "Taal", "Language")
PIECES = Words("Pièces", "Stukken", "Documents")
STATE = Words("État", "Status", "State")
LIST = Words("Liste des candidatures", "Lijst van kandidaturen", "List of applications")
SORTED_BY = {
    "number": Words("triées par numéro", "op nummer", "sorted by number"),
    "name": Words("triées par nom", "op naam", "sorted by name"),
    "received": Words("triées par date", "op datum", "sorted by date"),
    "language": Words("triées par langue", "op taal", "sorted by language"),
    "state": Words("triées par état", "op status", "sorted by state"),
}

COMPLETE = Words("complète", "volledig", "complete")
MISSING_CV = Words("CV manquant", "cv ontbreekt", "CV missing")
MISSING_LETTER = Words("lettre manquante", "brief ontbreekt", "letter missing")
DUPLICATE = Words("doublon possible", "mogelijk dubbel", "possible duplicate")
LATE = Words("après l’échéance", "na de deadline", "after the deadline")
OUTCOMES = {
    Outcome.INVITED.value: Words("invité·e", "uitgenodigd", "invited"),
    Outcome.NOT_SHORTLISTED.value: Words("non retenu·e", "niet geselecteerd", "not shortlisted"),
    Outcome.SELECTED.value: Words("engagement", "aanwerving", "hire"),
    Outcome.RESERVE.value: Words("réserve", "reserve", "reserve"),
    Outcome.NOT_SELECTED.value: Words("non retenu·e", "niet geselecteerd", "not selected"),
    Outcome.WITHDRAWN.value: Words("désistement", "teruggetrokken", "withdrawn"),
    Outcome.INADMISSIBLE.value: Words("irrecevable", "niet ontvankelijk", "inadmissible"),
}
NO_NAME = Words("Nom à compléter", "Naam aan te vullen", "Name to be completed")
MISSING = Words("manque", "ontbreekt", "missing")
UNKNOWN = Words("inconnue", "onbekend", "unknown")

KINDS = {
    DocumentKind.CV: Words("CV", "Cv", "CV"),
    DocumentKind.LETTER: Words("Lettre", "Brief", "Letter"),
    DocumentKind.MESSAGE: Words("E-mail", "E-mail", "E-mail"),
    DocumentKind.OTHER: Words("Autre pièce", "Ander stuk", "Other document"),
}
TONGUES = {
    Language.FR: Words("français", "Frans", "French"),
    Language.NL: Words("néerlandais", "Nederlands", "Dutch"),
    Language.EN: Words("anglais", "Engels", "English"),
}

DETAILS = Words("Détails de la candidature", "Details van de kandidatuur", "Details of the application")
KEY_AND_DATE = Words("{key} · reçue {when}", "{key} · ontvangen {when}", "{key} · received {when}")
DATE_UNKNOWN = Words(
    "{key} · date de réception inconnue", "{key} · ontvangstdatum onbekend", "{key} · date of receipt unknown"
)
FROM = Words("De", "Van", "From")
PHONE = Words("Téléphone", "Telefoon", "Telephone")
IN_TIME_CHECK = Words("Reçue avant l’échéance", "Ontvangen vóór de deadline", "Received before the deadline")
LATE_CHECK = Words(
    "Reçue après l’échéance, gardée et signalée",
    "Ontvangen na de deadline, bewaard en gemeld",
    "Received after the deadline, kept and flagged",
)
UNKNOWN_CHECK = Words(
    "Échéance sans heure : reçue à temps ou non reste ouvert",
    "Deadline zonder uur: op tijd of niet blijft open",
    "Deadline without an hour: in time or not stays open",
)
PIECES_CHECK = Words("CV et lettre présents", "Cv en brief aanwezig", "CV and letter present")
DUPLICATE_CHECK = Words(
    "Un autre envoi lui ressemble", "Een andere zending lijkt erop", "Another message looks like it"
)
NOT_READ = Words("Texte non lu : {name}", "Tekst niet gelezen: {name}", "Text not read: {name}")
NO_PIECES = Words("aucune", "geen", "none")
SUBJECT = Words("Objet", "Onderwerp", "Subject")
READ_AS = Words("Lu comme", "Gelezen als", "Read as")

EMPTY_TITLE = Words("Aucune candidature pour le moment", "Nog geen kandidaturen", "No applications yet")
NOTHING_FOR = Words("Rien pour « {words} »", "Niets voor “{words}”", "Nothing for “{words}”")
SEARCHED = Counted(
    Words(
        "Cherché dans les noms et les pièces de {n} candidature.",
        "Gezocht in namen en stukken van {n} kandidatuur.",
        "Searched the names and documents of {n} application.",
    ),
    Words(
        "Cherché dans les noms et les pièces de {n} candidatures.",
        "Gezocht in namen en stukken van {n} kandidaturen.",
        "Searched the names and documents of {n} applications.",
    ),
)
SEARCHED_TOO = Counted(
    Words(
        "Cherché dans les noms, les pièces et vos commentaires de {n} candidature.",
        "Gezocht in namen, stukken en uw opmerkingen van {n} kandidatuur.",
        "Searched the names, the documents and your comments of {n} application.",
    ),
    Words(
        "Cherché dans les noms, les pièces et vos commentaires de {n} candidatures.",
        "Gezocht in namen, stukken en uw opmerkingen van {n} kandidaturen.",
        "Searched the names, the documents and your comments of {n} applications.",
    ),
)
FOUND = Counted(
    Words("Trouvé à {n} endroit", "Op {n} plaats gevonden", "Found in {n} place"),
    Words("Trouvé à {n} endroits", "Op {n} plaatsen gevonden", "Found in {n} places"),
)
MORE_FOUND = Words("et {n} de plus", "en nog {n}", "and {n} more")
FOUND_IN = Words("{kind} · {name}", "{kind} · {name}", "{kind} · {name}")
FOUND_IN_COMMENT = Words("Mon commentaire, C{number}", "Mijn opmerking, C{number}", "My comment, C{number}")
NOTHING_HERE = Words("Aucune dans ce filtre", "Geen in deze filter", "None in this filter")
CLEAR_SEARCH = Words("Effacer la recherche", "Zoekopdracht wissen", "Clear search")

EXAMINED_COUNT = Words("{received}, {n} à examiner", "{received}, {n} te onderzoeken", "{received}, {n} to examine")
TO_READ = Words("À lire", "Te lezen", "To read")
OWN = Words("Mon avis", "Mijn beoordeling", "My opinion")
CLOSED = Words(
    "Vous avez déclaré un conflit d’intérêts : cette candidature vous est fermée et ne compte pas dans vos chiffres.",
    "U hebt een belangenconflict gemeld: deze kandidatuur is voor u gesloten en telt niet mee in uw cijfers.",
    "You declared a conflict of interest: this application is closed to you and is in none of your counts.",
)
WITHOUT_NAMES = Words(
    "Le jury lit sans les noms jusqu’à l’ouverture des avis sur dossier. Évaluer montre le texte des pièces.",
    "De jury leest zonder namen tot de beoordelingen op dossier open zijn. Beoordelen toont de tekst van de stukken.",
    "The panel reads without names until the opinions on the files are open. Evaluate shows the documents’ text.",
)
OWNS = {
    "to_read": Words("à lire", "te lezen", "to read"),
    "begun": Words("en cours", "bezig", "in progress"),
    "handed_in": Words("remis", "ingediend", "handed in"),
    "recused": Words("déport", "verschoning", "recused"),
}
STANDINGS = {
    **OUTCOMES,
    "merged": Words("réunie", "samengevoegd", "merged"),
    "duplicate": DUPLICATE,
    "completion": Words("complément possible", "mogelijk aanvulling", "possible completion"),
    "late": LATE,
    "completed_late": Words("complétée en retard", "laat aangevuld", "completed late"),
    "no_cv": MISSING_CV,
    "no_letter": MISSING_LETTER,
    "examined": Words("à examiner", "te onderzoeken", "to examine"),
    "complete": COMPLETE,
}

COMPARE_RECEIVED = Words("{key} est reçue {when}.", "{key} is ontvangen {when}.", "{key} was received {when}.")
COMPARE_NO_DATE = Words("{key} n’a pas de date.", "{key} heeft geen datum.", "{key} has no date.")
TRAITS = {
    "answer": Words("répond à son e-mail", "antwoordt op de e-mail", "answers its e-mail"),
    "message": Words("même e-mail", "zelfde e-mail", "same e-mail"),
    "email": Words("même adresse e-mail", "zelfde e-mailadres", "same e-mail address"),
    "phone": Words("même numéro", "zelfde nummer", "same number"),
    "name": Words("même nom", "zelfde naam", "same name"),
    "document": Words("même document", "zelfde document", "same document"),
}
SAME_PIECE = Words("{kind} : identique.", "{kind}: identiek.", "{kind}: identical.")
OTHER_PIECE = Words("{kind} : autre version.", "{kind}: andere versie.", "{kind}: another version.")
MERGE = Words("Réunir, garder la plus récente", "Samenvoegen, recentste behouden", "Merge, keep the latest")
KEEP_BOTH = Words("Garder les deux", "Beide behouden", "Keep both")
MERGED_INTO = Words(
    "Réunie à {key}, qui a repris ses pièces. Elle n’est pas évaluée à part.",
    "Samengevoegd met {key}, dat de stukken overnam. Ze wordt niet apart beoordeeld.",
    "Merged with {key}, which has its documents. It is not assessed on its own.",
)
HAS_MERGED = Words(
    "{key} lui a été réunie ; ses pièces sont ici.",
    "{key} is hiermee samengevoegd; de stukken staan hier.",
    "{key} was merged with it; its documents are here.",
)
TAKE_APART = Words("Séparer {key}", "{key} losmaken", "Take {key} apart")

AND_THE_OTHERS = Counted(
    Words(
        "Examinée malgré tout. Et pour l’autre dans le même cas ({keys})\u00a0?",
        "Toch onderzocht. En de andere in hetzelfde geval ({keys})?",
        "Examined all the same. And the other in the same situation ({keys})?",
    ),
    Words(
        "Examinée malgré tout. Et pour les {n} autres dans le même cas ({keys})\u00a0?",
        "Toch onderzocht. En de {n} anderen in hetzelfde geval ({keys})?",
        "Examined all the same. And the {n} others in the same situation ({keys})?",
    ),
)
OTHERS_TOO = Words("Les autres aussi", "De anderen ook", "The others too")
ONLY_THIS = Words("Seulement cette personne", "Alleen deze persoon", "Only this person")
WHY_ONLY = Words("Pourquoi pas les autres", "Waarom niet de anderen", "Why not the others")
EXCEPTION_KEPT = Words(
    "Pour les autres\u00a0: {answer} Gardé pour le procès-verbal.",
    "Voor de anderen: {answer} Bewaard voor het proces-verbaal.",
    "For the others: {answer} Kept for the minutes.",
)
SETTLE_LATE = Words(
    "Arrivée après l’échéance. Décidez si elle est examinée ; le motif est conservé.",
    "Na de deadline aangekomen. Beslis of ze onderzocht wordt; de reden wordt bewaard.",
    "It came after the deadline. Decide whether it is examined; the reason is kept.",
)
SETTLE_MISSING = Words(
    "Il manque : {what}. Joignez la pièce, ou décidez si la candidature est examinée en l’état.",
    "Er ontbreekt: {what}. Voeg het stuk toe, of beslis of de kandidatuur zo onderzocht wordt.",
    "Missing: {what}. Attach it, or decide whether the application is examined as it is.",
)
SETTLE_OUT = Words(
    "{state} Indiquez un motif pour l’examiner à nouveau.",
    "{state} Geef een reden om ze opnieuw te onderzoeken.",
    "{state} Give a reason to examine it again.",
)
REASON = Words("Motif", "Reden", "Reason")
REASON_HINT = Words("Motif, en quelques mots", "Reden, in enkele woorden", "Reason, in a few words")
EXAMINE = Words("Examiner", "Onderzoeken", "Examine")
NOT_EXAMINE = Words("Ne pas examiner", "Niet onderzoeken", "Do not examine")
ALL_LATE = Counted(
    Words(
        "La même décision pour l’autre tardive",
        "Zelfde beslissing voor de andere late",
        "The same for the other late one",
    ),
    Words(
        "La même décision pour les {n} autres tardives",
        "Zelfde beslissing voor de {n} andere late",
        "The same for the {n} other late ones",
    ),
)
ADMITTED_CHECK = Words("À examiner : {reason}", "Te onderzoeken: {reason}", "To be examined: {reason}")
ATTACH = Words("Joindre une pièce…", "Stuk toevoegen…", "Attach a document…")
WITHDRAW = Words("Désistement", "Terugtrekking", "Withdrawal")
WITHDRAW_SAID = Words(
    "La personne retire sa candidature. Le motif est facultatif.",
    "De persoon trekt de kandidatuur terug. De reden is facultatief.",
    "The person withdraws. The reason is optional.",
)
WITHDRAW_DO = Words("Noter le désistement", "Terugtrekking noteren", "Note the withdrawal")
CANCEL = Words("Ne rien changer", "Niets wijzigen", "Change nothing")
EVALUATE = Words("Évaluer", "Beoordelen", "Evaluate")
REFERENCE_CHECK = Words(
    "Référence du poste citée", "Referentie van de vacature vermeld", "Reference of the vacancy given"
)
NO_REFERENCE_CHECK = Words(
    "Référence du poste non citée", "Referentie van de vacature niet vermeld", "Reference of the vacancy not given"
)

EMAIL = Words("E-mail", "E-mail", "E-mail")
ADDRESS = Words("Adresse", "Adres", "Address")
FOUND_IN_FIELD = {"email": EMAIL, "phone": PHONE, "address": ADDRESS, "subject": SUBJECT}
SALUTATION = Words("Appel", "Aanhef", "Salutation")
ADDRESS_KEYS = Words(
    "Entrée garde, Maj Entrée ajoute une ligne.",
    "Enter bewaart, Shift Enter voegt een regel toe.",
    "Enter keeps, Shift Enter adds a line.",
)
TO_FILL = Words("à compléter", "aan te vullen", "to fill in")
READ_PROPOSAL = Words("lu : {value}", "gelezen: {value}", "read: {value}")
KIND_OF = Words(
    "{kind}, {name} : changer le genre", "{kind}, {name}: soort wijzigen", "{kind}, {name}: change the kind"
)
NOTE = Words("Note", "Nota", "Note")

PAPER_TITLE = Words("Candidature papier", "Papieren kandidatuur", "Paper application")
PAPER_SENTENCE = Words(
    "Reçue par la poste ou remise en main propre.", "Per post of persoonlijk bezorgd.", "By post or handed over."
)
PAPER_RECEIVED = Words("Reçue le", "Ontvangen op", "Received on")
PAPER_WHEN = Words("20/06/2022 14:30", "20/06/2022 14:30", "20/06/2022 14:30")
PAPER_ADD = Words("Ajouter la candidature", "Kandidatuur toevoegen", "Add the application")
TO_EVALUATE = Words("évaluer", "beoordelen", "evaluate")
TO_IMPORT = Words("importer", "importeren", "import")
TO_WITHDRAW = Words("désistement", "terugtrekking", "withdrawal")
DELETE = Words("Suppr", "Del", "Del")
EMPTY_SENTENCE = Words(
    "Déposez ici les e-mails reçus à {address}, ou tout un dossier. Le CV, la lettre et la date sont repris pour vous.",
    "Sleep hier de e-mails naartoe die op {address} binnenkwamen, of een hele map. Cv, brief en datum worden "
    "overgenomen.",
    "Drop the e-mails received at {address} here, or a whole folder. CV, letter and date are read for you.",
)
EMPTY_SENTENCE_PLAIN = Words(
    "Déposez ici les e-mails reçus, ou tout un dossier. Le CV, la lettre et la date sont repris pour vous.",
    "Sleep hier de ontvangen e-mails naartoe, of een hele map. Cv, brief en datum worden overgenomen.",
    "Drop the e-mails received here, or a whole folder. CV, letter and date are read for you.",
)
