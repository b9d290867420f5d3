"""The names of people, as mails and CVs write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smes_panel.intake.kinds import folded, kind
from smes_panel.intake.names import plain_line
from smes_panel.model.application import DocumentKind

PARTICLES = frozenset(
    re.findall(
        r"\w+", "de da do dos das del della di du des d l la le van von der den ter ten te el al ben bin ibn y e"
    )
)
_JOINED = re.compile(r"([\-’'`]| )")
_NAME_LIMIT = 80
_LENGTH = 12_000
_ORGANISED = re.compile(
    r"\b(?:"
    r"asbl|vzw|sprl|srl|bvba|bv|nv|sa|scrl|inc|ltd|llc|gmbh|ngo|ong|mutuelle|commune|ville|"
    r"gemeente|cpas|ocmw|services?|department|d[ée]partement|dienst|secr[ée]tariat|team|[ée]quipe|"
    r"candidatures?|recrutement|recruitment|vacatures?|jobs?|emplois?|support|info|contact|admin|"
    r"administration|noreply|no-reply|notifications?|scan(?:ner)?|copieur|printer|facebook|linkedin|"
    r"indeed|stepstone|actiris|vdab|forem|jobat|webmaster|newsletter|list|via|rh|hr"
    r")\b",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"\b(?:"
    r"curriculum|vitae|cv|r[ée]sum[ée]|profile?l?|coordonn[ée]es|contact|exp[ée]riences?|formations?|"
    r"comp[ée]tences?|langues?|education|skills?|summary|objective|opleiding(?:en)?|ervaring|werkervaring|"
    r"vaardigheden|talen|persoonlijke|gegevens|personnelles|informations?|personal|adresse?|address|"
    r"t[ée]l(?:[ée]phone)?|telefoon|gsm|mobile|e-?mail|n[ée]e?|geboren|nationalit[ée]|nationaliteit|rue|"
    r"avenue|boulevard|straat|laan|madame|monsieur|mevrouw|meneer|heer|geachte|dear|lettre|motivation|"
    r"motivatie|brief|candidature|sollicitatie|kandidatuur|objet|betreft|concerne|assistante?|"
    r"employ[ée]e?|collaborat\w+|responsable|manager|director|developer|engineer|administrati\w+|"
    r"charg[ée]e?|coordinat\w+|secr[ée]taire|project|projets?|stage|dipl[ôo]me|page|europass|université|"
    r"university|school|haute|[ée]cole|bruxelles|brussel|belgique|belgi[ëe]|bonjour|hello|cordialement|"
    r"salutations|groeten|regards|merci|envoy[ée]|sent|from|verzonden|template|document|untitled|scan|"
    r"job|lorem|ipsum|title|your|name|street|city|phone|master|bachelor|bachelier|licence|thesis|"
    r"m[ée]moire|mother|tongue|web|titre|titel|situation|marital|birth|lane|the|and|with|avec|pour|"
    r"voor|met"
    r")\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^(?:m\.|mr\.?|mrs\.?|ms\.?|mme\.?|mlle\.?|madame|monsieur|mevr\.?|mevrouw|dhr\.?|de heer|meneer|mw\.?|"
    r"dr\.?|ir\.?|drs\.?)\s+",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^\W*(?:(?:bien |tr[èe]s )?cordialement|(?:meilleures |sinc[èe]res )?salutations.*|bien [àa] vous|"
    r".*salutations distingu[ée]es.*|d.avance merci.*|"
    r"(?:met )?(?:vriendelijke|hartelijke|beste) groet(?:en|jes)?|hoogachtend|mvg|(?:kind|best|warm)? "
    r"?regards|(?:yours )?(?:sincerely|faithfully).*|merci.*)\W*$",
    re.IGNORECASE,
)
_HEAD = 4
_CALLED = re.compile(
    r"^(?:curriculum vitae|cv|nom(?: et pr[ée]nom)?|naam|name|pr[ée]nom(?: et nom)?|nom\(?s?\)? ?/ ?pr[ée]nom\(?s?\)?"
    r"|first name\(?s?\)? ?/ ?surname\(?s?\)?|surname\(?s?\)? ?/ ?first name\(?s?\)?)\s*(?:de|van|of|[:\-–|])?\s*",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s[|•·–—-]\s|\t|,\s(?=[a-z])|\s{3,}")
_ENDED = re.compile(r"\s+(?:curriculum vitae|cv|r[ée]sum[ée])$", re.IGNORECASE)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?![\w-])")
# What a person writes about themselves; a leaflet or a diploma is about somebody else.
OWN_WORDS = (DocumentKind.CV, DocumentKind.LETTER)


def neat_name(name: str) -> str:
    """A name as it is written in a letter: `MODÈLE, Yasmina` becomes `Yasmina Modèle`, particles stay small."""
    bare = _TITLE.sub("", plain_line(name).strip(" \"',;.")[:_NAME_LIMIT])
    if bare.count(",") == 1 and "@" not in bare:
        last, first = (part.strip() for part in bare.split(","))
        bare = f"{first} {last}" if first and last else first or last
    words = bare.split()
    # "MODÈLE Yasmina": the family name in capitals comes first in half of all Belgian and French papers.
    shouted = [len(word) > 1 and _is_shouted(word) for word in words]
    if len(words) >= 2 and shouted[0] and not shouted[-1]:
        first_low = shouted.index(False)
        words = words[first_low:] + words[:first_low]
    return " ".join(_cased(word, number) for number, word in enumerate(words))


def _is_shouted(word: str) -> bool:
    """In capitals; `KüSTER` too, since small capitals leave the accented letter small."""
    if word.istitle():
        return False
    letters = [char for char in word if char.isalpha()]
    small = sum(1 for char in letters if char.islower())
    return bool(letters) and (small == 0 or (small == 1 and len(letters) > 4 and not word[-1].islower()))


def _cased(word: str, number: int) -> str:
    if not word.islower() and not (len(word) > 1 and _is_shouted(word)):
        return word
    if number and word.casefold() in PARTICLES:
        return word.casefold()
    if len(word) == 2 and word[1] == ".":
        return word.upper()
    return "".join(part[:1].upper() + part[1:].lower() for part in _JOINED.split(word))


def looks_like_name(name: str) -> bool:
    words = name.replace(".", " ").split()
    if not 1 <= len(words) <= 6 or len(name) > 60 or re.search(r"[\d@/\\:;!?<>(){}\[\]_=+*#%&|]", name):
        return False
    if _ORGANISED.search(name) or _NOT_A_NAME.search(name):
        return False
    capital = [word for word in words if word.casefold() not in PARTICLES]
    return bool(capital) and all(word[0].isupper() or not word[0].isascii() for word in capital)


def headline(text: str, kind: DocumentKind = DocumentKind.CV) -> str:
    """The name at the head of a CV or letter, or further down where it goes with an e-mail address given there.

    PDF gives its lines in the order in which they were drawn, so that a name in large print may come anywhere; but
    far from the head, and in a document that is neither CV nor letter, only an address can tell a name from a title.
    """
    lines = [line for line in (plain_line(line) for line in text.splitlines()[:80]) if line]
    names = [(number, name) for number in range(len(lines)) if (name := _named_on(lines, number))]
    emails = " ".join(folded(hit.partition("@")[0]) for hit in EMAIL.findall(text[:_LENGTH]))
    vouched = next((name for _, name in names if any(word in emails for word in _telling(name))), "")
    if vouched or kind not in OWN_WORDS:
        return vouched
    return next((name for number, name in names if number < _HEAD), "")


def _telling(name: str) -> list[str]:
    return [word for word in folded(name).split() if len(word) > 2]


def _named_on(lines: Sequence[str], number: int) -> str:
    bare = _BESIDE.split(_CALLED.sub("", lines[number]))[0]
    if len(bare) > 60 or not bare[:1].isalpha():
        return ""
    name = neat_name(_unspaced(_ENDED.sub("", bare)))
    if 2 <= len(name.split()) <= 5 and looks_like_name(name):
        return name
    below = lines[number + 1] if number + 1 < len(lines) else ""
    # A first name and a family name on a line each, in large print, head many CVs.
    if _single(name) and _single(below) and looks_like_name(f"{name} {neat_name(below)}"):
        return neat_name(f"{name} {neat_name(below)}")
    return ""


def _single(line: str) -> bool:
    return len(line.split()) == 1 and len(line) > 1 and looks_like_name(neat_name(line)) and line[0].isupper()


def _unspaced(line: str) -> str:
    """`Y A S M I N A  M O D È L E` as `YASMINA MODÈLE`; one space between letters leaves no trace of the words."""
    if re.fullmatch(r"(?:\w ){4,}\w", line):
        return line.replace(" ", "")
    return line


def signed(own: str) -> str:
    lines = [plain_line(line) for line in own.splitlines()]
    for number in range(len(lines) - 1, -1, -1):
        if _CLOSING.match(lines[number]):
            for line in [line for line in lines[number + 1 :] if line][:3]:
                name = neat_name(re.split(r"\s[|•·–—]\s|\(", line)[0])
                if looks_like_name(name) and 2 <= len(name.split()) <= 5:
                    return name
            return ""
    return ""


def person_in(stem: str) -> str:
    """`CV_Yasmina_Modèle_2022` names a person once what it is and when are taken away; a single word is no name."""
    spaced = plain_line("".join(char if char.isalpha() or char in "-'’" else " " for char in stem))
    words = [word for word in spaced.split() if kind(word, "", "") is DocumentKind.OTHER and len(word) > 1]
    return " ".join(words) if 2 <= len(words) <= 4 else ""
