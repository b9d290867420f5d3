"""Who an application is from: proposals drawn from its headers and documents, empty where they say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import phonenumbers

from smes_panel.intake.documents import folded
from smes_panel.intake.headers import Mailbox
from smes_panel.intake.language import language_of
from smes_panel.intake.names import plain_line
from smes_panel.intake.plain import garbled
from smes_panel.intake.postal import address_in
from smes_panel.model.application import DocumentKind, Identity
from smes_panel.model.words import Language

_NAME_LIMIT = 80
_READ = 12_000

_PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "des",
        "d",
        "l",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "te",
        "el",
        "al",
        "ben",
        "bin",
        "ibn",
        "y",
        "e",
    ]
)
_JOINED = re.compile(r"([\-’'`]| )")
_ROBOT = re.compile(
    r"^(?:no[-_.]?reply|ne[-_.]?pas[-_.]?repondre|niet[-_.]?antwoorden|do[-_.]?not[-_.]?reply|donotreply|"
    r"noreply.*|notification[s]?|"
    r"notify|mailer(?:-daemon)?|postmaster|alert[s]?|jobs?|apply|application[s]?|candidatures?|sollicitaties?|"
    r"bounce.*|system|daemon)$",
    re.IGNORECASE,
)
_BOARDS = re.compile(
    r"(?:^|[.@])(?:actiris|vdab|leforem|forem|indeed(?:email)?|linkedin|stepstone|jobat|references|monster|"
    r"alterjob|guidesocial|"
    r"jobsora|adzuna|student\.be|emploi-collectivites|jobteaser|smartrecruiters|recruitee|greenhouse|lever|"
    r"workable)\.\w",
    re.IGNORECASE,
)
_ORGANISED = re.compile(
    r"\b(?:asbl|vzw|sprl|srl|bvba|bv|nv|sa|scrl|inc|ltd|llc|gmbh|ngo|ong|mutuelle|commune|ville|gemeente|cpas|"
    r"ocmw|services?|"
    r"department|d[ée]partement|dienst|secr[ée]tariat|team|[ée]quipe|candidatures?|recrutement|recruitment|"
    r"vacatures?|jobs?|emplois?|"
    r"support|info|contact|admin|administration|noreply|no-reply|notifications?|scan(?:ner)?|copieur|printer|"
    r"facebook|linkedin|indeed|"
    r"stepstone|actiris|vdab|forem|jobat|webmaster|newsletter|list|via|rh|hr)\b",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"\b(?:curriculum|vitae|cv|r[ée]sum[ée]|profile?l?|coordonn[ée]es|contact|exp[ée]riences?|formations?|"
    r"comp[ée]tences?|langues?|"
    r"education|skills?|summary|objective|opleiding(?:en)?|ervaring|werkervaring|vaardigheden|talen|"
    r"persoonlijke|gegevens|personnelles|"
    r"informations?|personal|adresse?|address|t[ée]l(?:[ée]phone)?|telefoon|gsm|mobile|e-?mail|n[ée]e?|"
    r"geboren|nationalit[ée]|"
    r"nationaliteit|rue|avenue|boulevard|straat|laan|madame|monsieur|mevrouw|meneer|heer|geachte|dear|lettre|"
    r"motivation|motivatie|brief|"
    r"candidature|sollicitatie|kandidatuur|objet|betreft|concerne|assistante?|employ[ée]e?|collaborat\w+|"
    r"responsable|manager|director|"
    r"developer|engineer|administrati\w+|charg[ée]e?|coordinat\w+|secr[ée]taire|project|projets?|stage|"
    r"dipl[ôo]me|page|europass|"
    r"université|university|school|haute|[ée]cole|bruxelles|brussel|belgique|belgi[ëe]|bonjour|hello|"
    r"cordialement|salutations|groeten|"
    r"regards|merci|envoy[ée]|sent|from|verzonden|template|document|untitled|scan|job|lorem|ipsum|title|your|"
    r"name|street|city|phone|"
    r"street|lane|the|and|with|avec|pour|voor|met)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^(?:m\.|mr\.?|mrs\.?|ms\.?|mme\.?|mlle\.?|madame|monsieur|mevr\.?|mevrouw|dhr\.?|de heer|meneer|mw\.?|"
    r"dr\.?|ir\.?|drs\.?)\s+",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\b(?P<madame>Mme|Madame|Mlle|Mademoiselle)\b|\b(?P<monsieur>M\.|Monsieur)(?=\s)|\b(?P<mevrouw>Mevr\.?|"
    r"Mevrouw|Mw\.)(?=\s)|"
    r"\b(?P<meneer>Dhr\.?|De heer|Meneer)(?=\s)|\b(?P<ms>Mrs|Ms|Miss)\b|\b(?P<mr>Mr)\b"
)
_FORM = re.compile(
    r"^\s*(?:civilit[ée]|titre|aanspreking|aanspreektitel|title|salutation)\s*[:\-–]\s*(\S+(?: heer)?)",
    re.IGNORECASE | re.MULTILINE,
)
_PRONOUNS = re.compile(
    r"[(\[|]\s*(?:(?P<she>elle|she|zij|ze)|(?P<he>il|he|hij))(?:\s*/\s*\w+){0,2}\s*(?:[)\]|]|$)"
    r"|\b(?:(?P<her>she\s*/\s*her|zij\s*/\s*haar)|(?P<him>he\s*/\s*him|hij\s*/\s*hem|il\s*/\s*lui))\b",
    re.IGNORECASE,
)
_ADDRESSED = {
    "f": {Language.FR: "Madame", Language.NL: "Mevrouw", Language.EN: "Ms"},
    "m": {Language.FR: "Monsieur", Language.NL: "Meneer", Language.EN: "Mr"},
}
_QUOTED = re.compile(
    r"^\s*(?:>.*|-{2,}\s*(?:message d.origine|original message|oorspronkelijk bericht|forwarded message|"
    r"message transf[ée]r[ée]).*|"
    r"(?:le|on|op)\s.{6,120}\s(?:a [ée]crit|wrote|schreef.*)\s*:|begin forwarded message:.*|d[ée]but du "
    r"message (?:r[ée]exp[ée]di[ée]|transf[ée]r[ée]).*)$",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(r"(?:gsm|t[eé]l(?:[eé]phone|efoon)?|mobiel|mobile|portable|\b[tm])\W*$", re.IGNORECASE)
_MOBILE = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
_FORWARDED = re.compile(r"^\W*(?:fwd?|tr|doorst|wg|i)\s*:", re.IGNORECASE)
_FROM_LINE = re.compile(
    r"^[>\s*]*(?:de|van|from|exp[ée]diteur|afzender)\s*\*?\s*:\s*\*?\s*(?P<who>.{3,200})$", re.IGNORECASE | re.MULTILINE
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?![\w-])")
_CLOSING = re.compile(
    r"^\W*(?:(?:bien |tr[èe]s )?cordialement|(?:meilleures |sinc[èe]res )?salutations.*|bien [àa] vous|"
    r".*salutations distingu[ée]es.*|d.avance merci.*|"
    r"(?:met )?(?:vriendelijke|hartelijke|beste) groet(?:en|jes)?|hoogachtend|mvg|(?:kind|best|warm)? "
    r"?regards|(?:yours )?(?:sincerely|faithfully).*|merci.*)\W*$",
    re.IGNORECASE,
)


def propose(
    from_name: str,
    from_email: str,
    subject: str,
    body: str,
    document_texts: Sequence[tuple[DocumentKind, str]] = (),
    *,
    answer_to: Mailbox | None = None,
) -> Identity:
    """Proposals for who wrote: from the headers, the body, and the texts of the documents (each with its kind).

    A forwarder, a job board or an organisation is not the applicant: what they put in the headers is then passed
    over in favour of what the person wrote. Whatever is not found is empty.
    """
    sender, own = _sender(Mailbox(plain_line(from_name), plain_line(from_email)), subject, body[:_READ], answer_to)
    # A leaflet or a diploma attached to a mail is about somebody else; alone in a folder it is all there is.
    trusted = (DocumentKind.CV, DocumentKind.LETTER) if sender != Mailbox() else tuple(DocumentKind)
    ranked = sorted((document for document in document_texts if document[0] in trusted), key=_importance)
    told = [text[:_READ] for _, text in ranked if text and not garbled(text)]
    language = language_of(own) or next((found for found in map(language_of, told) if found), None)
    name = _name(sender, own, told)
    signature = _signature(own)
    return Identity(
        name=name,
        email=_email(sender.email, [own, *told], name),
        phone=_phone([signature, *told, own]),
        address=next(filter(None, map(address_in, [*told, signature])), ""),
        language=language,
        salutation=_salutation(from_name, name, [own, *told], language),
    )


def _sender(named: Mailbox, subject: str, body: str, answer_to: Mailbox | None) -> tuple[Mailbox, str]:
    """Whose mail it is, and the part of its body that is theirs: not what it answers, but what it forwards."""
    if _FORWARDED.match(subject) and (forwarded := _forwarded(body)):
        return forwarded, body
    if answer_to and _person(answer_to.email):
        # `Yasmina via a job board <noreply@…>` with her own address to answer to.
        name = named.name if _person(named.email) else answer_to.name or _told(named.name)
        return Mailbox(name or answer_to.name, answer_to.email), _unquoted(body)
    return named, _unquoted(body)


def _importance(document: tuple[DocumentKind, str]) -> int:
    return (DocumentKind.CV, DocumentKind.LETTER, DocumentKind.OTHER, DocumentKind.MESSAGE).index(document[0])


def _unquoted(body: str) -> str:
    lines = body.splitlines()
    end = next((number for number, line in enumerate(lines) if _QUOTED.match(line)), len(lines))
    return "\n".join(lines[:end])


def _forwarded(body: str) -> Mailbox | None:
    found = _FROM_LINE.search(body)
    if not found:
        return None
    who = found.group("who").replace("[mailto:", "<").replace("]", ">")
    email = _EMAIL.search(who)
    name = plain_line(re.split(r"[<\[(]", who)[0]).strip(" \"'*")
    if not email:
        return Mailbox(name) if _looks_like_name(name) else None
    return Mailbox("" if "@" in name else name, email.group())


def _signature(body: str) -> str:
    return "\n".join([line for line in body.splitlines() if line.strip()][-12:])


def _person(email: str) -> bool:
    local, _, domain = email.partition("@")
    return bool(local and domain) and not _ROBOT.match(local) and not _BOARDS.search(domain)


def _told(name: str) -> str:
    """`Yasmina Modèle via Jobat` and `Yasmina Modèle (Indeed)` name the person first."""
    return re.split(r"\s+(?:via|par|by|through|sur|op)\s+|\s*[(\[|]", name)[0]


def _name(sender: Mailbox, own: str, told: Sequence[str]) -> str:
    given = neat_name(_told(sender.name))
    if _looks_like_name(given) and len(given.split()) >= 2:
        return given
    heads = [head for text in told[:2] if (head := headline(text))]
    signed = _signed(own)
    fits = [found for found in [*heads, signed] if found and _agrees(found, given or sender.email.partition("@")[0])]
    if not fits and _looks_like_name(given):
        return given
    return next(filter(None, fits or [*heads, signed]), "")


def _agrees(found: str, hint: str) -> bool:
    return bool(set(folded(found).split()) & set(folded(hint).split()))


def neat_name(name: str) -> str:
    """A name as it is written in a letter: `MODÈLE, Yasmina` becomes `Yasmina Modèle`, particles stay small."""
    bare = _TITLE.sub("", plain_line(name).strip(" \"',;.")[:_NAME_LIMIT])
    if bare.count(",") == 1 and "@" not in bare:
        last, first = (part.strip() for part in bare.split(","))
        bare = f"{first} {last}" if first and last else first or last
    words = bare.split()
    # "MODÈLE Yasmina": the family name in capitals comes first in half of all Belgian and French papers.
    shouted = [word.isupper() and len(word) > 1 for word in words]
    if len(words) >= 2 and shouted[0] and not shouted[-1]:
        first_low = shouted.index(False)
        words = words[first_low:] + words[:first_low]
    return " ".join(_cased(word, number) for number, word in enumerate(words))


def _cased(word: str, number: int) -> str:
    if not (word.isupper() and len(word) > 1) and not word.islower():
        return word
    if number and word.casefold() in _PARTICLES:
        return word.casefold()
    if len(word) == 2 and word[1] == ".":
        return word.upper()
    return "".join(part[:1].upper() + part[1:].lower() for part in _JOINED.split(word))


def _looks_like_name(name: str) -> bool:
    words = name.replace(".", " ").split()
    if not 1 <= len(words) <= 6 or len(name) > 60 or re.search(r"[\d@/\\:;!?<>{}\[\]_=+*#%&|]", name):
        return False
    if _ORGANISED.search(name) or _NOT_A_NAME.search(name):
        return False
    capital = [word for word in words if word.casefold() not in _PARTICLES]
    return bool(capital) and all(word[0].isupper() or not word[0].isascii() for word in capital)


def headline(text: str) -> str:
    """The name at the head of a CV or letter: the first line, near the top, that reads as a person's name."""
    lines = [plain_line(line) for line in text.splitlines()[:60]]
    near = [line for line in lines if line][:12]
    for number, line in enumerate(near):
        bare = re.sub(
            r"^(?:curriculum vitae|cv|nom(?: et pr[ée]nom)?|naam|name|pr[ée]nom(?: et nom)?)\s*(?:de|van|of|"
            r"[:\-–|])?\s*",
            "",
            line,
            flags=re.IGNORECASE,
        )
        piece = re.split(r"\s[|•·–—-]\s|\t|,\s(?=[a-z])|\s{3,}", bare)[0]
        name = neat_name(_unspaced(piece))
        if _looks_like_name(name) and 2 <= len(name.split()) <= 5:
            return name
        below = near[number + 1] if number + 1 < len(near) else ""
        # A first name and a family name on a line each, in large print, head many CVs.
        if _single(name) and _single(below) and _looks_like_name(f"{name} {neat_name(below)}"):
            return neat_name(f"{name} {neat_name(below)}")
    return ""


def _single(line: str) -> bool:
    return len(line.split()) == 1 and len(line) > 1 and _looks_like_name(neat_name(line)) and line[0].isupper()


def _unspaced(line: str) -> str:
    """`Y A S M I N A  M O D È L E` as `YASMINA MODÈLE`; one space between letters leaves no trace of the words."""
    if re.fullmatch(r"(?:\w ){4,}\w", line):
        return line.replace(" ", "")
    return line


def _signed(own: str) -> str:
    lines = [plain_line(line) for line in own.splitlines()]
    for number in range(len(lines) - 1, -1, -1):
        if _CLOSING.match(lines[number]):
            for line in [line for line in lines[number + 1 :] if line][:3]:
                name = neat_name(re.split(r"\s[|•·–—]\s|\(", line)[0])
                if _looks_like_name(name) and 2 <= len(name.split()) <= 5:
                    return name
            return ""
    return ""


def _email(sender: str, texts: Sequence[str], name: str) -> str:
    if _person(sender):
        return sender
    found = [hit for text in texts for hit in _EMAIL.findall(text) if _person(hit)]
    tokens = [part for part in folded(name).split() if len(part) > 2]
    return next(
        (hit for hit in found if any(part in folded(hit) for part in tokens)), found[0] if len(set(found)) == 1 else ""
    )


def _phone(texts: Iterable[str]) -> str:
    """The first telephone number given, mobile ones before others, as `+32 470 00 00 00`; Belgian unless it says."""
    for text in texts:
        numbers = [match.number for match in phonenumbers.PhoneNumberMatcher(text[:6_000], "BE") if _rings(text, match)]
        mobile = [number for number in numbers if phonenumbers.number_type(number) in _MOBILE]
        for number in mobile or numbers:
            return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
    return ""


def _rings(text: str, match: Any) -> bool:
    """Whether a run of digits is meant as a telephone number: not a fax, an account, a register or a VAT number."""
    before = text[max(0, match.start - 8) : match.start]
    if re.search(r"fax\W*$|[A-Z]{2}\d{0,2}\s?$", before, re.IGNORECASE) and not _TELEPHONE.search(before):
        return False
    return match.raw_string.lstrip("( ").startswith(("+", "0")) or bool(_TELEPHONE.search(before))


def _salutation(from_name: str, name: str, texts: Sequence[str], language: Language | None) -> str:
    """How the person asks to be addressed: a title before their own name, a stated title, pronouns; else nothing."""
    spoken = language or Language.FR
    for found in filter(None, (_FORM.search(text) for text in texts)):
        if stated := _STATED.match(found.group(1) + " "):
            return _of(stated, spoken)
    own = [part for part in folded(name).split() if len(part) > 1 and part not in _PARTICLES]
    if not own:
        return ""
    for text in (from_name, *texts):
        for stated in _STATED.finditer(text):
            after = folded(text[stated.end() : stated.end() + 60].split("\n")[0]).split()[:3]
            if set(own) & set(after):
                return _of(stated, spoken)
        for line in text.splitlines():
            if set(own) & set(folded(line).split()) and (pronoun := _PRONOUNS.search(line)):
                return _ADDRESSED["f" if pronoun.lastgroup in ("she", "her") else "m"][spoken]
    return ""


def _of(stated: re.Match[str], language: Language) -> str:
    return _ADDRESSED["f" if stated.lastgroup in ("madame", "mevrouw", "ms") else "m"][language]
