"""What a document is in an application: a CV, a letter or something else, by its name and its words."""

from __future__ import annotations

import re
import unicodedata

from smes_panel.model.application import DocumentKind


def folded(text: str) -> str:
    """Lower case, without accents, every other sign a space: the form in which vocabularies are compared."""
    if not text.isascii():
        text = _ACCENT.sub("", unicodedata.normalize("NFKD", text.replace("œ", "oe")))
    return " ".join(_PLAIN_WORD.findall(text.casefold()))


_MESSAGE = "message/rfc822"
_ACCENT = re.compile(r"[\u0300-\u036f]")
_PLAIN_WORD = re.compile(r"[a-z0-9]+")


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(r"(?:^|(?<= ))(?:" + "|".join(word.strip() for word in words.split(",")) + r")(?= |$)")


_CV_NAME = _any_of(
    "cv[0-9]*,curriculum,curriculum vitae,curriculumvitae,resume,europass,levensloop,lebenslauf,cvfr,cvnl,"
    "cven,mycv,moncv"
)
_LETTER_NAME = _any_of(
    "motivation,lettredemotivation,lettremotivation,lm,ldm,motivatiebrief,motivatie,sollicitatiebrief,"
    "begeleidende brief,cover letter,coverletter,motivationsschreiben"
)
# A whole application may be called so, or another letter: clear words are heard before it.
_PERHAPS_LETTER_NAME = _any_of("lettre,brief,cover,letter,candidature,sollicitatie,kandidatuur,application")
_OTHER_NAME = _any_of(
    "diplome[s]?,diploma[s]?,certificat[s]?,certificate[s]?,certificaat,getuigschrift(?:en)?,attestation[s]?,"
    "attest(?:en)?,brevet,"
    "reference[s]?,referentie[s]?,recommandation,recommendation,aanbeveling(?:sbrief)?,bulletin,releve,"
    "puntenlijst,permis,rijbewijs,"
    "passeport,paspoort,passport,carte,identite,identiteitskaart,casier,strafregister,photo,foto,portfolio,"
    "extrait,uittreksel,"
    "equivalence,annexe[s]?,bijlage[n]?,transcript[s]?"
)
_HEADING = re.compile(
    r"^(?:formation[s]?|etudes|parcours|scolarite|diplomes?|experience[s]?|experiences? professionnelles?|competences?"
    r"|competences? \w+|langues?|connaissances? linguistiques?|connaissances? informatiques?|informatique|loisirs"
    r"|centres? d interets?|interets?|hobb(?:y|ies)|benevolat|references?|profil|coordonnees|permis de "
    r"conduire.*|atouts?"
    r"|etat civil|donnees personnelles|informations personnelles|opleiding(?:en)?|studies|werkervaring|ervaring"
    r"|beroepservaring|professionele ervaring|vaardigheden|competenties|talen(?:kennis)?|kennis|vrije tijd|interesses"
    r"|persoonlijke gegevens|persoonsgegevens|rijbewijs.*|vrijwilligerswerk|stages?|curriculum vitae.*|cv.*|education"
    r"|(?:work |professional |employment )?(?:experience|history)|employment|skills?|\w+ skills|languages?|interests"
    r"|certifications?|publications?|volunteering|summary|profile|personal (?:data|information|details)|work)$"
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_LETTER_WORDS = re.compile(
    r"\b(?:madame monsieur|monsieur madame|mesdames|messieurs|chere madame|cher monsieur|geachte|beste|dear "
    r"(?:sir|madam|ms|mr|hiring)"
    r"|je me permets|je vous (?:adresse|prie|remercie|soumets|fais)|veuillez (?:agreer|trouver|recevoir)|ma "
    r"candidature|mon interet"
    r"|salutations (?:distinguees|cordiales|les meilleures)|sentiments distingues|me tiens a votre "
    r"disposition|ma motivation"
    r"|hoogachtend|met (?:vriendelijke|hoogachtende|beleefde) groeten?|mijn (?:kandidatuur|sollicitatie|"
    r"motivatie)|solliciteer ik"
    r"|ik solliciteer|graag (?:wil|zou|kom) ik|yours (?:sincerely|faithfully)|kind regards|my application|i "
    r"am writing|apply for"
    r"|objet candidature|concerne candidature|betreft|sincerely"
    r"|(?:bien )?cordialement|bien a vous|dans l attente|au plaisir de vous|je (?:postule|souhaite)"
    r"|votre (?:annonce|offre|association)|vous rencontrer"
    r"|vriendelijke groet|in afwachting|ik kijk er naar uit|uw (?:vacature|organisatie)|kennis te maken"
    r"|i look forward|looking forward|best regards|your (?:vacancy|advertisement|organisation)|interview)\b"
)
# Who recommends speaks of somebody else; who applies may thank for a recommendation.
_RECOMMENDS = re.compile(
    r"\b(?:a qui de droit|to whom it may concern|aan wie het aanbelangt|(?:lettre de|letter of) recomm\w+"
    r"|aanbevelingsbrief|(?:je|nous) (?:le |la |vous )*recommand\w+|i (?:can )?(?:\w+ )?recommend"
    r"|(?:ik|wij) (?:\w+ )?(?:beveel|bevelen)|worked (?:under|with|for) (?:me|us)"
    r"|werkte (?:bij|onder|met) (?:ons|mij))\b"
)
_APPLIES = re.compile(
    r"\b(?:ma (?:candidature|motivation)|je postule|mijn (?:kandidatuur|sollicitatie|motivatie)|ik solliciteer"
    r"|solliciteer ik|my application|to apply|i am applying)\b"
)


def kind(name: str, text: str, media_type: str) -> DocumentKind:
    """What a document is, proposed from its name first and from its words where the name says nothing or too much."""
    if media_type == _MESSAGE:
        return DocumentKind.MESSAGE
    called = folded(re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Za-z])", " ", name.rsplit(".", 1)[0]))
    called = f"{called} {folded(name.rsplit('.', 1)[0])}"
    cv, letter = bool(_CV_NAME.search(called)), bool(_LETTER_NAME.search(called))
    perhaps = bool(_PERHAPS_LETTER_NAME.search(called))
    if _OTHER_NAME.search(called) and not cv:
        return DocumentKind.OTHER
    said = _by_words(text)
    if letter and not cv:
        return DocumentKind.LETTER
    if cv and not (letter or perhaps):
        return DocumentKind.CV
    if said is not None:
        return said
    return DocumentKind.CV if cv else DocumentKind.LETTER if perhaps else DocumentKind.OTHER


def _by_words(text: str) -> DocumentKind | None:
    """What the words say; None where they say nothing clear."""
    sample = text[:20_000]
    lines = [folded(line.replace("&", " ")) for line in sample.splitlines()[:400]]
    headings = len({line for line in lines if line and len(line) < 40 and _HEADING.match(line)})
    whole = " ".join(lines)
    letter = len(set(_LETTER_WORDS.findall(whole)))
    dates = len(_DATED.findall(whole))
    if _RECOMMENDS.search(whole) and headings < 3 and not _APPLIES.search(whole):
        return DocumentKind.OTHER
    if headings >= 2 and headings + min(dates, 6) // 3 > letter:
        return DocumentKind.CV
    if letter >= 2:
        return DocumentKind.LETTER
    if headings >= 1 and dates >= 4 and not letter:
        return DocumentKind.CV
    return None
