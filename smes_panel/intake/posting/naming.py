"""Who recruits, and for what: the title of the post and the name of the organisation, as the posting writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from smes_panel.intake.posting.blocks import Block, Kind
from smes_panel.intake.posting.sections import fold, section_of

_HIRES = (
    r"(?:recrutent|recrute|recherchent|recherche|engagent|engage|cherchent|cherche|embauche|zoekt|zoeken"
    r"|werft|werven|is op zoek naar|zijn op zoek naar)"
)
_HIRING = re.compile(
    rf"\b{_HIRES}\s*:?\s+(?:(?:un|une|des|deux|trois|son|sa|ses|een|twee)(?:[·•.∙(/-]\s?(?:e|une)\)?s?)?(?: ou une"
    rf"| ou un|/une)?|(?:een )?nieuwe?)\s+(?P<title>[^,;:!?\n]{{4,120}})",
    re.IGNORECASE,
)
_TITLE_ENDS = re.compile(
    r"\s+(?:pour (?:un|une|son|sa|ses|le|la|les|notre|nos|rejoindre|renforcer|nous|l[’'])|afin|dans le cadre"
    r"|sous contrat|CD[DI]\b|en (?:CDD|CDI|contrat|vue)|à (?:temps|mi-temps|durée|raison|pourvoir|partir)"
    r"|(?:au sein|dès que|qui|avec un|voor (?:een|onze|de|het|haar|zijn)|met een|die|om)\b)|\s+[–—-]\s+|\.(?:\s|$)"
    r"|\s*[,;]",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"^(?:offre d[’']emploi|intitulé (?:du poste|de la fonction)|(?:titre|nom) (?:du poste|de la fonction)"
    r"|fonction|poste|vacature|functie(?:titel)?|emploi)\s*[::–-]\s*(?P<title>.{4,120})$",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[([]?\b(?:[hfmvx]\s?[/.-]\s?[hfmvx](?:\s?[/.-]\s?[hfmvx])?)\b[)\]]?", re.IGNORECASE)
_JOB = re.compile(
    r"\b(?:charge|coordinat|coordonnat|responsable|direct(?:eur|rice)|assistant|animat|educat|travailleu"
    r"|collaborat|gestionnaire|secretaire|comptable|psycholog|infirmi|medecin|bibliothecaire|developp|designer"
    r"|chef|juriste|conseill|formateu|mediat|intervenant|delegue|agent)"
    r"|(?:medewerk|coordinator|begeleid|verantwoordelijke|hulpverlen|consulent|coach|adviseur|opvoed|bestuurder"
    r"|manager|officer|projectleid)"
)
_NAME = (
    r"[A-ZÀ-Ý0-9][\w’'&.+-]*(?: (?:(?:de|du|des|la|le|les|et|d[’']|l[’']|van|voor|het|en"
    r"|&) ?){0,3}[A-ZÀ-Ý0-9][\w’'&.+-]*){0,5}"
)
_LINE = 1_000
_FORMS = r"(?:ASBL|asbl|A\.S\.B\.L\.|VZW|vzw|AISBL|aisbl|IVZW|ivzw|ONG|CPAS|OCMW)"
_NOT_A_NAME = {
    "une",
    "un",
    "ce",
    "cette",
    "votre",
    "vos",
    "nous",
    "vous",
    "notre",
    "il",
    "elle",
    "on",
    "une startup",
    "wij",
    "je",
    "onze",
    "een",
}


def _cased(words: str, texts: Sequence[str]) -> str:
    """`words`, taken from a line in capitals, in the case in which the text writes them elsewhere."""
    for text in texts:
        for found in re.finditer(re.escape(words), text, re.IGNORECASE):
            if not found[0].isupper():
                return found[0]
    return words.capitalize() if " " in words or len(words) > 6 else words


def _in_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and all(letter.isupper() for letter in letters)


def is_title(line: str) -> bool:
    """Whether a line alone names a post: labelled as such, marked (h/f/x), or saying that somebody is looked for."""
    if not 3 < len(line) <= 160 or line.endswith((";", ",", ":")):
        return False
    if _LABELLED.match(line):
        return True
    short = len(line) <= 120 and not line.endswith(".")
    return short and bool(_HIRING.search(line) or (_MARKED.search(line) and _JOB.search(fold(line))))


def title_of(blocks: Sequence[Block], front: Mapping[str, str]) -> str | None:
    """The title of the post, or None when nothing says it."""
    texts = [block.text[:_LINE] for block in blocks]
    for candidate in _title_candidates(blocks, front):
        # A menu word of the page may be glued to the title: "VACATURES Projectmedewerker".
        title = re.sub(
            r"^\W*(?:vacatures?|offres? d[’']emploi|jobs?)[\s:–-]+(?=\S)", "", candidate, flags=re.IGNORECASE
        )
        title = re.sub(r"^[^\w(]+|[\s*«»\"“”.:–-]+$", "", title)
        if not 3 < len(title) <= 160:
            continue
        title = re.sub(rf"({_MARKED.pattern})\s*(?:[–—-]|CD[DI]|contrat|temps).*$", r"\1", title, flags=re.IGNORECASE)
        bare = _MARKED.sub("", title).strip()
        if _in_capitals(bare):
            title = title.replace(bare, _cased(bare, texts))
        # The text may go on to name the post more fully: "la chargée de projets Connect".
        for text in texts:
            fuller = re.search(re.escape(title) + r"(?: [A-ZÀ-Ý][\w’'-]+){1,3}", text, re.IGNORECASE)
            if fuller and all(word[:1].isupper() and not word.isupper() for word in fuller[0][len(title) :].split()):
                title = fuller[0]
                break
        return title[0].upper() + title[1:]
    return None


def _title_candidates(blocks: Sequence[Block], front: Mapping[str, str]) -> list[str]:
    found: list[str] = []
    for key in ("title", "titre", "roles", "fonction", "functie"):
        value = front.get(key, "")
        if value and not re.search(rf"{_HIRES}\s*:?$", value):
            hiring = _HIRING.search(value) or re.search(rf"\b{_HIRES}\s*:?\s+(?P<title>.{{4,120}})", value)
            found.append(hiring["title"] if hiring else value)
    opening = [block for block in blocks[:12] if len(block.text) <= 400]
    for block in opening:
        labelled = _LABELLED.match(block.text)
        if labelled:
            found.append(labelled["title"])
    for block in opening:
        short = len(block.text) <= 120 and not block.text.endswith((".", ":", ";")) and block.kind is not Kind.ITEM
        if short and not _HIRING.search(block.text) and _MARKED.search(block.text):
            found.append(block.text)
    for block in opening:
        hiring = _HIRING.search(block.text)
        if hiring:
            found.append(_TITLE_ENDS.split(hiring["title"])[0])
    for block in opening[:6]:
        heading = block.kind is Kind.HEADING and block.level <= 2 and section_of(block.text) is None
        named = block.kind is not Kind.ITEM and len(block.text) <= 90 and not block.text.endswith((".", ":", ";"))
        if (heading or named) and _JOB.search(fold(block.text)):
            found.append(block.text)
    return found


def organisation_of(blocks: Sequence[Block]) -> str | None:
    """The name of the organisation that recruits, or None when nothing says it."""
    texts = [block.text[:_LINE] for block in blocks]
    article = r"(?:[Ll]e |[Ll]a |[Ll]es |LES |LE |LA |[LlD][’']|[Dd]es |[Dd]u |[Dd]e |[Hh]et |[Dd]’)?"
    kind = (
        r"(?:une? |l[’']|een |de )?(?:ASBL|asbl|association|centre|fondation|organisation|ONG|mouvement"
        r"|fédération|vzw|VZW|organisatie|vereniging)"
    )
    patterns = (
        (
            rf"^(?:L[’']asbl |L[’']ASBL |De vzw |Vzw )?{article}(?P<name>{_NAME})(?: {_FORMS})?(?: \([^()]*\))?"
            rf"(?:,[^,]{{3,60}},)? (?i:{_HIRES})\b"
        ),
        rf"^{article}(?P<name>[A-ZÀ-Ý][^.,;:!?()]{{2,70}}?) (?i:{_HIRES})\b",
        rf"(?:^|[.!?] ){article}(?P<name>{_NAME}) (?:est|sont|is) {kind}\b",
        rf"\b{_FORMS} (?:«\s?|“)?(?P<name>{_NAME})",
        rf"{article}(?P<name>{_NAME})(?:,? | \()(?:{_FORMS})\b",
    )
    for pattern in patterns:
        for text in texts:
            found = re.search(pattern, text)
            if not found or fold(found["name"]) in _NOT_A_NAME:
                continue
            name = re.sub(r"^L[’']équipe\s*", "", found["name"].strip(" .,-"), flags=re.IGNORECASE)
            if not name:
                continue
            return _cased(name, [other for other in texts if other != text]) if _in_capitals(name) else name
    return None
