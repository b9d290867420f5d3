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
LOOKS_LIKE = Words(
    "Même adresse, même numéro ou même nom que {keys}. Les deux restent, jusqu’à ce qu’une personne tranche.",
    "Zelfde adres, nummer of naam als {keys}. Beide blijven staan tot iemand beslist.",
    "Same address, number or name as {keys}. Both stay until a person settles it.",
)
NOT_READ = Words("Texte non lu : {name}", "Tekst niet gelezen: {name}", "Text not read: {name}")
NO_PIECES = Words("aucune", "geen", "none")
SUBJECT = Words("Objet", "Onderwerp", "Subject")
READ_AS = Words("Lu comme", "Gelezen als", "Read as")

EMPTY_TITLE = Words("Aucune candidature pour le moment", "Nog geen kandidaturen", "No applications yet")
EMPTY_SENTENCE = Words(
    "Les e-mails reçus à {address}, ou tout un dossier, arrivent ici avec « smes-panel import ». Le CV, la lettre et "
    "la date sont repris pour vous.",
    "De e-mails die op {address} binnenkwamen, of een hele map, komen hier met “smes-panel import”. Cv, brief en datum "
    "worden overgenomen.",
    "The e-mails received at {address}, or a whole folder, come in with “smes-panel import”. CV, letter and date are "
    "read for you.",
)
EMPTY_SENTENCE_PLAIN = Words(
    "Les e-mails reçus, ou tout un dossier, arrivent ici avec « smes-panel import ». Le CV, la lettre et la date sont "
    "repris pour vous.",
    "De ontvangen e-mails, of een hele map, komen hier met “smes-panel import”. Cv, brief en datum worden overgenomen.",
    "The e-mails received, or a whole folder, come in with “smes-panel import”. CV, letter and date are read for you.",
)
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
NOTHING_HERE = Words("Aucune dans ce filtre", "Geen in deze filter", "None in this filter")
CLEAR_SEARCH = Words("Effacer la recherche", "Zoekopdracht wissen", "Clear search")
