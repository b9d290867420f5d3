"""What headings say of their columns, in French, Dutch and English, as job boards and forms write them."""

from __future__ import annotations

import re
from enum import StrEnum

from smes_panel.intake.kinds import folded


class Meaning(StrEnum):
    """What a column is about. `OTHER` is kept too, in the text of the line; `LEFT_OUT`, never proposed, is not."""

    NAME = "name"
    FIRST_NAME = "first_name"
    SURNAME = "surname"
    SALUTATION = "salutation"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    STREET = "street"
    HOUSE_NUMBER = "house_number"
    BOX = "box"
    POSTCODE = "postcode"
    TOWN = "town"
    COUNTRY = "country"
    LANGUAGE = "language"
    RECEIVED = "received"
    MESSAGE = "message"
    OTHER = "other"
    LEFT_OUT = "left_out"


_WORDS = {
    Meaning.NAME: """
        nom complet, nom et prenom, nom et prenoms, prenom et nom, nom prenom, prenom nom, noms et prenoms,
        candidat, candidate, candidat e, full name, fullname, name, complete name, applicant, applicant
        name, candidate, candidate name, naam, volledige naam, naam en voornaam, voornaam en naam, naam
        voornaam, voornaam naam, familienaam en voornaam, voornaam en familienaam, kandidaat, naam
        kandidaat, sollicitant, naam sollicitant, partner name, contact name, display name, demandeur d
        emploi, werkzoekende, identite, identiteit, nom
    """,
    Meaning.FIRST_NAME: """
        prenom, prenoms, first name, firstname, given name, forename, voornaam, voornamen, roepnaam, first
        names
    """,
    Meaning.SURNAME: """
        nom de famille, surname, last name, lastname, family name, familienaam, achternaam, nom usuel, nom d
        usage
    """,
    Meaning.SALUTATION: """
        civilite, titre de civilite, aanspreking, aanspreektitel, salutation, m mme, mme m, dhr mevr, mevr
        dhr, formule d appel, mr mrs
    """,
    Meaning.EMAIL: """
        emails, e mails, email, e mail, mail, courriel, adresse email, adresse e mail, adresse mail, adresse
        electronique, adresse courriel, adresse de messagerie, email address, e mail address, mail address,
        emailadres, e mailadres, e mail adres, mailadres, mail adres, email adres, email from, email prive,
        prive email, prive e mail, email 1, e mail 1, contact email, mail de contact, email de contact
    """,
    Meaning.PHONE: """
        phones, telephone, tel, gsm, mobile, portable, telephone portable, telephone mobile, telephone fixe,
        numero de telephone, numero telephone, n de telephone, no de telephone, n telephone, numero de gsm,
        numero gsm, n gsm, n de gsm, phone, phone number, telephone number, mobile phone, mobile number,
        cell phone, telefoon, telefoonnummer, gsm nummer, gsmnummer, mobiel, mobiel nummer, telnr, tel nr,
        tel gsm, gsm tel, telephone gsm, telefoon gsm, telefoon of gsm, partner phone, partner mobile,
        telephone 1, gsm 1
    """,
    Meaning.ADDRESS: """
        adresse, adresse postale, adresse complete, adresse du domicile, adresse privee, adres, postadres,
        volledig adres, woonadres, address, postal address, home address, mailing address, domicile
    """,
    Meaning.STREET: """
        rue, rue et numero, rue n, rue et n, rue numero, adresse ligne 1, adresse rue, street, street
        address, street and number, address line 1, straat, straat en nummer, straat nr, straat nummer,
        straat en huisnummer, straatnaam, voie
    """,
    Meaning.HOUSE_NUMBER: "huisnummer, huisnr, house number, numero de maison, numero de rue, numero rue, n maison",
    Meaning.BOX: "boite, bte, boite postale, bus, busnummer, busnr, box, numero de boite",
    Meaning.POSTCODE: """
        code postal, cp, c p, postcode, post code, zip, zip code, zipcode, postal code, postnummer,
        codepostal
    """,
    Meaning.TOWN: """
        ville, localite, commune, town, city, gemeente, stad, plaats, woonplaats, municipality, lieu de
        residence, commune de residence, ville de residence, commune du domicile, deelgemeente
    """,
    Meaning.COUNTRY: "pays, pays de residence, land, country, land van verblijf",
    Meaning.LANGUAGE: """
        langue, langue de contact, langue de correspondance, langue de la candidature, langue de preference,
        langue choisie, role linguistique, taal, correspondentietaal, contacttaal, voorkeurtaal,
        voorkeurstaal, taalrol, taal van de kandidatuur, taal kandidatuur, language, preferred language,
        lang, langue du candidat
    """,
    Meaning.RECEIVED: """
        horodateur, tijdstempel, timestamp, time stamp, heure de fin, tijd van voltooien, voltooid om,
        completion time, date, date de candidature, date candidature, date de la candidature, date de
        reception, date reception, date d envoi, date envoi, date d inscription, date inscription, date de
        depot, date depot, date de postulation, date postulation, date et heure, date heure, date de
        creation, date creation, recu le, recue le, recu, recue, postule le, depose le, envoye le, soumis
        le, datum, datum sollicitatie, sollicitatiedatum, datum kandidatuur, kandidatuurdatum, datum
        ontvangst, ontvangstdatum, datum van ontvangst, datum en tijd, datum inschrijving,
        inschrijvingsdatum, aanmaakdatum, verzenddatum, ontvangen, ontvangen op, ingediend op,
        gesolliciteerd op, received, received at, received on, date received, applied, applied on, applied
        at, date applied, application date, date of application, submitted, submitted at, submitted on,
        submission date, submit date, submitdate, date de soumission, heure de soumission, datum inzending,
        datum van inzending, datum indiening, created, created at, created on, create date, creation date,
        date submitted
    """,
    Meaning.MESSAGE: """
        message, motivation, motivations, lettre, lettre de motivation, texte de motivation, lettre
        motivation, texte de candidature, motivatie, motivatiebrief, motivatietekst, brief,
        sollicitatiebrief, bericht, begeleidende brief, cover letter, coverletter, motivation letter,
        letter, letter of motivation, candidature
    """,
}
_BARE_NUMBERS = frozenset(("nr", "n", "no", "numero", "nummer", "num"))
_SAYS = {folded(words): meaning for meaning, listed in _WORDS.items() for words in listed.split(",")}
# What a question is dressed in: "Quelle est votre adresse e-mail ? (obligatoire)".
_DRESS = re.compile(
    r"\b(?:quel(?:le)? est|indiquez|indiquer|veuillez|donnez|remplissez|entrez|votre|vos|ton|ta|uw|je|jouw|"
    r"your|my|mon|ma|wat is|what is|please|geef|vul|in|op|aub|svp|obligatoire|verplicht|required|optional|"
    r"facultatif|optioneel|prive|personnel|personnelle|persoonlijk|personal|du candidat|de la candidate|"
    r"de la candidat|du ou de la candidat e|du de la candidat e|des candidats|van de kandidaat|van kandidaat|"
    r"kandidaat|of the candidate|of the applicant|de contact|candidat|applicant|sollicitant|le|la|les|het|de|"
    r"the|d|l|s|e|ici|hier)\b"
)
_INSIDE = (
    (Meaning.EMAIL, re.compile(r"\b(?:e ?mail|courriel|e ?mailadres|e mail adres)\b")),
    (Meaning.PHONE, re.compile(r"\b(?:gsm|telephone|telefoonnummer|telefoon|phone)\b")),
    (Meaning.MESSAGE, re.compile(r"\b(?:motivation|motivatie|motivatiebrief|cover letter)\b")),
    (Meaning.POSTCODE, re.compile(r"\b(?:code postal|postcode)\b")),
    (Meaning.RECEIVED, re.compile(r"\b(?:horodateur|tijdstempel|timestamp)\b")),
)
# About somebody or something else than the person who applies and their application.
_ELSEWHERE = re.compile(
    r"\b(?:naissance|ne e? le|geboorte\w*|geboren|birth\w*|born|age|leeftijd|reference\w*|referentie\w*|"
    r"referent\w*|urgence|noodgeval|emergency|employeur|werkgever|employer|entreprise|bedrijf|company|societe|"
    r"conseiller|consulent|recruteur|recruiter|responsable|manager|job|poste|fonction|functie|vacature|offre|"
    r"ecole|school|universite|diplome|diploma|fichier|bestand|file|upload|cv|lien|url|link|statut|status|"
    r"score|permis|rijbewijs|experience|ervaring|entretien|gesprek|interview|debut|begin\w*|start|disponib\w*|"
    r"beschikbaar\w*|available|modif\w*|gewijzigd|updated|usager|utilisateur|gebruiker|user|username|parent|"
    r"pere|mere|conjoint|partenaire)\b"
)
_LONGEST = 160


def meaning_of(heading: str) -> tuple[Meaning, int]:
    """What a heading says, and how plainly: 3 as it stands, 2 without its dress, 1 by a word in it, 0 not at all."""
    words = folded(heading[:_LONGEST])
    if words in _SAYS:
        return _SAYS[words], 3
    bare = " ".join(_DRESS.sub(" ", words).split())
    if bare in _SAYS:
        return _SAYS[bare], 2
    if _ELSEWHERE.search(words):
        return Meaning.OTHER, 0
    return next(((meaning, 1) for meaning, inside in _INSIDE if inside.search(words)), (Meaning.OTHER, 0))


def is_bare_number(heading: str) -> bool:
    """Whether a heading says "number" and no more: beside a street it is the house's, else it counts lines."""
    return folded(heading[:_LONGEST]) in _BARE_NUMBERS


def is_elsewhere(heading: str) -> bool:
    """Whether a heading says that its column is about something else, whatever is in it."""
    return bool(_ELSEWHERE.search(folded(heading[:_LONGEST])))
