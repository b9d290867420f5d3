"""The words of a list whose columns are being told, and of a mail in which several applications came."""

from __future__ import annotations

from smes_panel.model.words import Words
from ui.wording.tongue import Counted

TITLE = Words("Liste à importer", "Te importeren lijst", "List to import")
SENTENCE = Words(
    "Dites ce qu’est chaque colonne : ce qui reste est gardé en texte. Rien n’est encore importé.",
    "Zeg wat elke kolom is: de rest blijft als tekst. Er is nog niets geïmporteerd.",
    "Say what each column is: the rest is kept as text. Nothing is imported yet.",
)
READING = Words("Lecture de la liste", "Lijst inlezen", "Reading the list")
COLUMN_IS = Words("{name} : {meaning}", "{name}: {meaning}", "{name}: {meaning}")
CALLED = Words("« {name} »", "“{name}”", "“{name}”")
LETTERED = Words("la colonne {name}", "kolom {name}", "column {name}")
SHEET = Words("Feuille : {name}", "Blad: {name}", "Sheet: {name}")
HIDDEN = Words("{name} (masquée)", "{name} (verborgen)", "{name} (hidden)")
HEADINGS = Words("Titres : ligne {line}", "Titels: regel {line}", "Headings: line {line}")
WITHOUT_HEADINGS = Words("Sans ligne de titres", "Zonder regel met titels", "Without headings")
DATES = Words("Ordre des dates", "Volgorde van de datums", "Order of the dates")
DAY_FIRST = Words("jour/mois", "dag/maand", "day/month")
MONTH_FIRST = Words("mois/jour", "maand/dag", "month/day")
ROWS = Words("Premières lignes", "Eerste regels", "First lines")
CANCEL = Words("Ne rien importer", "Niets importeren", "Import nothing")
IMPORT = Counted(
    Words("Importer {n} candidature", "{n} kandidatuur importeren", "Import {n} application"),
    Words("Importer {n} candidatures", "{n} kandidaturen importeren", "Import {n} applications"),
)
REFUSED = Counted(
    Words(
        "La ligne {lines} n’a ni nom ni adresse e-mail : elle n’est pas importée.",
        "Regel {lines} heeft naam noch e-mailadres en wordt niet geïmporteerd.",
        "Line {lines} has neither a name nor an e-mail address and is not imported.",
    ),
    Words(
        "{n} lignes n’ont ni nom ni adresse e-mail et ne sont pas importées : {lines}.",
        "{n} regels hebben naam noch e-mailadres en worden niet geïmporteerd: {lines}.",
        "{n} lines have neither a name nor an e-mail address and are not imported: {lines}.",
    ),
)
MEANINGS = {
    "name": Words("nom complet", "volledige naam", "full name"),
    "first_name": Words("prénom", "voornaam", "first name"),
    "surname": Words("nom de famille", "familienaam", "family name"),
    "salutation": Words("formule d’appel", "aanspreking", "form of address"),
    "email": Words("e-mail", "e-mail", "e-mail"),
    "phone": Words("téléphone", "telefoon", "telephone"),
    "address": Words("adresse complète", "volledig adres", "whole address"),
    "street": Words("rue", "straat", "street"),
    "house_number": Words("numéro de maison", "huisnummer", "house number"),
    "box": Words("boîte", "bus", "box"),
    "postcode": Words("code postal", "postcode", "postcode"),
    "town": Words("localité", "gemeente", "town"),
    "country": Words("pays", "land", "country"),
    "language": Words("langue", "taal", "language"),
    "received": Words("reçue le", "ontvangen op", "received on"),
    "message": Words("motivation", "motivatie", "motivation"),
    "other": Words("autre (texte)", "andere (tekst)", "other (text)"),
    "left_out": Words("ne pas reprendre", "niet overnemen", "leave out"),
}
REMARKS = {
    "no_name": Words(
        "Aucune colonne ne donne le nom : choisissez-la, ou chacun portera son adresse e-mail.",
        "Geen enkele kolom geeft de naam: kies ze, of iedereen heet naar zijn e-mailadres.",
        "No column gives the name: choose it, or each person is called by their e-mail address.",
    ),
    "no_email": Words(
        "Aucune colonne ne donne d’adresse e-mail.",
        "Geen enkele kolom geeft een e-mailadres.",
        "No column gives an e-mail address.",
    ),
    "twice": Words(
        "{first} et {second} semblent dire la même chose : {first} est prise.",
        "{first} en {second} lijken hetzelfde te zeggen: {first} wordt gebruikt.",
        "{first} and {second} look like the same thing: {first} is taken.",
    ),
    "no_headings": Words(
        "Pas de ligne de titres : chaque ligne est prise pour une personne.",
        "Geen regel met titels: elke regel geldt als een persoon.",
        "No line of headings: every line is taken for a person.",
    ),
    "dates_ambiguous": Words(
        "{first} peut se lire jour/mois ou mois/jour : vérifiez l’ordre des dates.",
        "{first} kan dag/maand of maand/dag zijn: kijk de volgorde van de datums na.",
        "{first} may be day/month or month/day: check the order of the dates.",
    ),
    "dates_mixed": Words(
        "{first} mêle des dates jour/mois et mois/jour.",
        "{first} heeft datums in dag/maand en in maand/dag door elkaar.",
        "{first} mixes dates in day/month and month/day.",
    ),
    "dates_unread": Words(
        "{first}, dates illisibles : {n}. Ces candidatures viennent sans date.",
        "{first}, onleesbare datums: {n}. Die kandidaturen komen zonder datum.",
        "{first}, dates that cannot be read: {n}. Those applications come without one.",
    ),
    "no_hours": Words(
        "{first}, dates sans heure : {n}. Elles comptent dès le début du jour.",
        "{first}, datums zonder uur: {n}. Ze tellen vanaf het begin van die dag.",
        "{first}, dates without an hour: {n}. They count from the beginning of that day.",
    ),
    "no_dates": Words(
        "Aucune colonne ne dit quand la candidature est arrivée : à temps ou non reste ouvert.",
        "Geen enkele kolom zegt wanneer de kandidatuur aankwam: op tijd of niet blijft open.",
        "No column says when an application came: in time or late stays open.",
    ),
    "not_followed": Words(
        "{first} contient des liens ou des noms de fichiers : gardés en texte, jamais ouverts.",
        "{first} bevat koppelingen of bestandsnamen: bewaard als tekst, nooit geopend.",
        "{first} holds links or file names: kept as text, never opened.",
    ),
    "other_sheets": Words(
        "Le classeur a d’autres feuilles, laissées de côté : {listed}.",
        "De werkmap heeft nog bladen, die niet meekomen: {listed}.",
        "The workbook has other sheets, which are left aside: {listed}.",
    ),
}

WAITING = Counted(
    Words(
        "À traiter : {n} e-mail avec plusieurs candidatures",
        "Te behandelen: {n} e-mail met meerdere kandidaturen",
        "To decide: {n} e-mail with several applications",
    ),
    Words(
        "À traiter : {n} e-mails avec plusieurs candidatures",
        "Te behandelen: {n} e-mails met meerdere kandidaturen",
        "To decide: {n} e-mails with several applications",
    ),
)
WAITING_LINE = Words(
    "Dites ce que chacun contient : rien n’en est encore repris.",
    "Zeg wat elk ervan bevat: er is nog niets van overgenomen.",
    "Say what each of them holds: nothing of it has been taken in yet.",
)
DECIDE = Words("Traiter", "Behandelen", "Decide")
BUNDLE_TITLE = Words(
    "Plusieurs candidatures dans un e-mail", "Meerdere kandidaturen in één e-mail", "Several applications in one e-mail"
)
BUNDLE_FROM = Words("De {who}, {when}", "Van {who}, {when}", "From {who}, {when}")
BUNDLE_UNDATED = Words("De {who}", "Van {who}", "From {who}")
BUNDLE_SENTENCE = Words(
    "Voici ce que l’e-mail semble contenir. Décochez ce qui n’est pas une candidature.",
    "Dit lijkt de e-mail te bevatten. Vink uit wat geen kandidatuur is.",
    "This is what the e-mail seems to hold. Untick what is no application.",
)
NOBODY = Words("Sans nom", "Zonder naam", "Without a name")
EACH = Counted(
    Words("Créer {n} candidature", "{n} kandidatuur maken", "Make {n} application"),
    Words("Créer {n} candidatures", "{n} kandidaturen maken", "Make {n} applications"),
)
ONE = Words("Tout est d’une seule personne", "Alles is van één persoon", "All of it is one person’s")
NONE = Words("Aucune candidature", "Geen kandidatuur", "No application")
LATER = Words("Décider plus tard", "Later beslissen", "Decide later")
DECIDING = Words("Lecture de l’e-mail", "E-mail inlezen", "Reading the e-mail")

_LEFT = Words("Rien n’est importé.", "Er is niets geïmporteerd.", "Nothing is imported.")


def _left(fr: str, nl: str, en: str) -> Words:
    return Words(f"{fr} {_LEFT.fr}", f"{nl} {_LEFT.nl}", f"{en} {_LEFT.en}")


REASONS: tuple[tuple[str, Words], ...] = (
    (
        r"(?P<name>.+) is protected by a password: save it without",
        _left(
            "{name} est protégé par un mot de passe : enregistrez-le sans, ou en CSV.",
            "{name} is met een wachtwoord beveiligd: bewaar het zonder, of als csv.",
            "{name} is protected by a password: save it without one, or as CSV.",
        ),
    ),
    (
        r"(?P<name>.+) is an Excel sheet of before 2007",
        _left(
            "{name} est une feuille Excel d’avant 2007 : enregistrez-la en XLSX ou CSV.",
            "{name} is een Excelblad van voor 2007: bewaar het als xlsx of csv.",
            "{name} is an Excel sheet of before 2007: save it as XLSX or CSV.",
        ),
    ),
    (
        r"(?P<name>.+) (?:is damaged or no workbook|broke its reader|unpacks to far more than a list)",
        _left(
            "{name} est abîmé ou n’est pas un classeur : enregistrez-le à nouveau, en XLSX ou CSV.",
            "{name} is beschadigd of geen werkmap: bewaar het opnieuw, als xlsx of csv.",
            "{name} is damaged or no workbook: save it anew, as XLSX or CSV.",
        ),
    ),
    (
        r"(?:Reading .+ took too long|.+ was not read: the reading process)",
        _left(
            "La liste n’a pas pu être lue à temps : enregistrez-la en CSV.",
            "De lijst kon niet op tijd gelezen worden: bewaar ze als csv.",
            "The list could not be read in time: save it as CSV.",
        ),
    ),
    (
        r"(?P<name>.+?)(?:, line \d+:)? (?:has|there are|is larger|a cell has) (?:more than|a cell of more than|than) ",
        _left(
            "{name} est trop grand pour une liste : 20 000 lignes et 200 colonnes au plus.",
            "{name} is te groot voor een lijst: hoogstens 20.000 regels en 200 kolommen.",
            "{name} is too big for a list: at most 20,000 lines and 200 columns.",
        ),
    ),
    (
        r"(?P<name>.+), line (?P<line>\d+): this is not a table",
        _left(
            "{name}, ligne {line} : un guillemet n’est pas fermé, la liste ne se lit pas.",
            "{name}, regel {line}: een aanhalingsteken is niet gesloten, de lijst is niet leesbaar.",
            "{name}, line {line}: a quote is not closed, the list cannot be read.",
        ),
    ),
    (
        r"(?P<name>.+) (?:holds no line with anything|is not a text file: save the list)",
        _left(
            "{name} ne contient aucune ligne de liste.",
            "{name} bevat geen enkele regel van een lijst.",
            "{name} holds no line of a list.",
        ),
    ),
    (
        r"(?P<name>.+) cannot be read \(.*Nothing was taken in",
        _left(
            "{name} ne peut pas être lu : copiez-le ailleurs et importez la copie.",
            "{name} kan niet gelezen worden: kopieer het elders en importeer de kopie.",
            "{name} cannot be read: copy it elsewhere and import the copy.",
        ),
    ),
    (
        r"This mail was decided on already",
        Words(
            "Cet e-mail est déjà traité. Annulez, ou réunissez ses candidatures. Rien n’a changé.",
            "Deze e-mail is al behandeld. Maak dat ongedaan, of voeg de kandidaturen samen. Er is niets gewijzigd.",
            "This e-mail was decided on already. Undo that, or merge its applications. Nothing was changed.",
        ),
    ),
    (
        r"The parts of this mail are read otherwise",
        Words(
            "Cette version lit autrement les parties de cet e-mail. Cochez-les toutes, puis écartez ce qui n’est pas "
            "une candidature. Rien n’a changé.",
            "Deze versie leest de delen van deze e-mail anders. Vink ze allemaal aan en zet daarna opzij wat geen "
            "kandidatuur is. Er is niets gewijzigd.",
            "This version reads the parts of this e-mail otherwise. Tick all of them, then set aside what is no "
            "application. Nothing was changed.",
        ),
    ),
    (
        r"(?:There is no mail of several applications|This mail is not in the dossier)",
        Words(
            "Cet e-mail n’est plus dans le dossier. Rien n’a changé.",
            "Deze e-mail zit niet meer in het dossier. Er is niets gewijzigd.",
            "This e-mail is not in the file any more. Nothing was changed.",
        ),
    ),
    (
        r"Choose at least one part",
        Words(
            "Cochez au moins une candidature. Rien n’a changé.",
            "Vink minstens één kandidatuur aan. Er is niets gewijzigd.",
            "Tick at least one application. Nothing was changed.",
        ),
    ),
)
"""What a list or a mail of several applications may be refused for, known by the beginning of the core's sentence."""
