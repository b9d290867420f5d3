"""Who an application is from: proposals drawn from its headers and documents, empty where they say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import phonenumbers

from smes_panel.intake.headers import Mailbox
from smes_panel.intake.kinds import folded
from smes_panel.intake.language import language_of
from smes_panel.intake.names import plain_line
from smes_panel.intake.persons import EMAIL, OWN_WORDS, PARTICLES, headline, looks_like_name, neat_name, signed
from smes_panel.intake.plain import garbled
from smes_panel.intake.postal import address_in
from smes_panel.model.application import DocumentKind, Identity
from smes_panel.model.words import Language

_READ = 12_000

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
_OTHERWISE = re.compile(r"(?i:fax\W*)$|\b[A-Z]{2}\d{0,2} ?$")
_DIGITS = re.compile(
    r"(?<![\w+/.\-])(?:\+|00|\(?0)[ ()./\-\u2010-\u2013\u00a0]?(?:\d[ ()./\-\u2010-\u2013\u00a0]{0,3}){7,14}"
    r"(?<=\d)(?!\w)"
)
_MOBILE = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
_FORWARDED = re.compile(r"^\W*(?:fwd?|tr|doorst|wg|i)\s*:", re.IGNORECASE)
_FROM_LINE = re.compile(
    r"^[>\s*]*(?:de|van|from|exp[ée]diteur|afzender)\s*\*?\s*:\s*\*?\s*(?P<who>.{3,200})$", re.IGNORECASE | re.MULTILINE
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
    trusted = OWN_WORDS if sender != Mailbox() else tuple(DocumentKind)
    ranked = sorted((document for document in document_texts if document[0] in trusted), key=_importance)
    readable = [(kind, text[:_READ]) for kind, text in ranked if text and not garbled(text)]
    told = [text for _, text in readable]
    heads = [headline(text, kind) for kind, text in readable[:3]]
    language = language_of(own) or next((found for found in map(language_of, told) if found), None)
    name = _name(sender, own, heads)
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
    if answer_to and is_person(answer_to.email):
        # `Yasmina via a job board <noreply@…>` with her own address to answer to.
        name = named.name if is_person(named.email) else answer_to.name or _told(named.name)
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
    email = EMAIL.search(who)
    name = plain_line(re.split(r"[<\[(]", who)[0]).strip(" \"'*")
    if not email:
        return Mailbox(name) if looks_like_name(name) else None
    return Mailbox("" if "@" in name else name, email.group())


def _signature(body: str) -> str:
    return "\n".join([line for line in body.splitlines() if line.strip()][-12:])


def is_person(email: str) -> bool:
    local, _, domain = email.partition("@")
    return bool(local and domain) and not _ROBOT.match(local) and not _BOARDS.search(domain)


def _told(name: str) -> str:
    """`Yasmina Modèle via Jobat` and `Yasmina Modèle (Indeed)` name the person first."""
    return re.split(r"\s+(?:via|par|by|through|sur|op)\s+|\s*[(\[|]", name)[0]


def _name(sender: Mailbox, own: str, heads: Sequence[str]) -> str:
    given = neat_name(_told(sender.name))
    if looks_like_name(given) and len(given.split()) >= 2:
        return given
    below = signed(own)
    fits = [found for found in [*heads, below] if found and _agrees(found, given or sender.email.partition("@")[0])]
    if not fits and looks_like_name(given):
        return given
    return next(filter(None, fits or [*heads, below]), "")


def _agrees(found: str, hint: str) -> bool:
    return bool(set(folded(found).split()) & set(folded(hint).split()))


def _email(sender: str, texts: Sequence[str], name: str) -> str:
    if is_person(sender):
        return sender
    found = [hit for text in texts for hit in EMAIL.findall(text) if is_person(hit)]
    tokens = [part for part in folded(name).split() if len(part) > 2]
    return next(
        (hit for hit in found if any(part in folded(hit) for part in tokens)), found[0] if len(set(found)) == 1 else ""
    )


def _phone(texts: Iterable[str]) -> str:
    """The first telephone number given, mobile ones before others, as `+32 470 00 00 00`; Belgian unless it says."""
    for text in texts:
        numbers = [number for run in _DIGITS.finditer(text[:6_000]) if (number := _number(text, run))]
        mobile = [number for number in numbers if phonenumbers.number_type(number) in _MOBILE]
        for number in mobile or numbers:
            return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
    return ""


def _number(text: str, run: re.Match[str]) -> Any:
    """The number that a run of digits is; nothing for a fax, an account, a register or a VAT number."""
    # On its own line only, or a number below a name in a signature would be taken for a register's.
    before = text[max(0, run.start() - 8) : run.start()].rpartition("\n")[2]
    if re.search(r"(?i:fax)\W*$|(?<!\w)[A-Z]{2}\d{0,2}\s?$", before) and not _TELEPHONE.search(before):
        return None
    try:
        number = phonenumbers.parse(run.group().replace("(0)", ""), "BE")
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


def _salutation(from_name: str, name: str, texts: Sequence[str], language: Language | None) -> str:
    """How the person asks to be addressed: a title before their own name, a stated title, pronouns; else nothing."""
    spoken = language or Language.FR
    for found in filter(None, (_FORM.search(text) for text in texts)):
        if stated := _STATED.match(found.group(1) + " "):
            return _of(stated, spoken)
    own = [part for part in folded(name).split() if len(part) > 1 and part not in PARTICLES]
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


def addressed(title: str, language: Language | None) -> str:
    """The form of address that a title alone is: `Mme`, `Dhr.`; empty for anything else."""
    stated = _STATED.match(title.strip() + " ")
    return _of(stated, language or Language.FR) if stated else ""


def _of(stated: re.Match[str], language: Language) -> str:
    return _ADDRESSED["f" if stated.lastgroup in ("madame", "mevrouw", "ms") else "m"][language]
