"""Reading a posting: its blocks sorted by section, then its title, its profile and its facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from smes_panel.intake.language import language_of
from smes_panel.intake.posting import facts
from smes_panel.intake.posting.blocks import LEAD_IN, PLAIN, Block, Kind, blocks_of, front_matter
from smes_panel.intake.posting.naming import organisation_of, title_of
from smes_panel.intake.posting.sections import Section, fold, section_led_in, section_of, stands_as_heading
from smes_panel.model.vacancy import LETTERS, Criterion, Posting, Profile
from smes_panel.model.words import Language

_ASSET_CLAUSE = re.compile(
    r"(?:\b(?:est|sont|serait|seraient|constitue(?:nt|ra|rait)?|representent?|is|zijn|vormt|strekt tot|geldt als"
    r"|wordt)\b[^.;,]{0,30}\b(?:un |des |een )?(?:plus|atouts?|avantages?|plus-value|pluspunt(?:en)?|troef|troeven"
    r"|meerwaarde|aanbeveling|voordeel|gewaardeerd|apprecie\w*|souhaite\w*|bienvenue?s?|gewenst)\b"
    r"|[(:,-]\s*(?:(?:c'est |comme )?(?:un |een |grand )*(?:plus|atout|pluspunt|troef|meerwaarde|souhaite\w*"
    r"|gewenst))\s*[).!]*$|\bsouhaite(?:e|s|es)?\s*[).!]*$)"
)
_ASSET_OPENING = re.compile(
    r"(?:idealement|atouts?|un (?:plus|atout)|pluspunt(?:en)?|plus|bij voorkeur|gewenst|een (?:plus|troef))\s*(?::"
    r"|,|\b(?:vous|tu|une?|je|jij|u)\b)"
)
_SHORT = 70
_FEW = 4
# No posting is longer; patterns on hostile text stay cheap.
_READ, _PARAGRAPH = 150_000, 3_000
_NAMES_MISSION = re.compile(r"mission|\brole|objectif|finalite|raison d'etre|\bdoel|opdracht")
_NEW_SUBJECT = re.compile(
    r"[.;(]|,\s+(?=(?:la|le|les|une?|toute|vos|votre|d'autres|autres|de|het|een|elke|andere|kennis)\b|l')"
)


@dataclass(slots=True)
class _Sorted:
    """The blocks of a posting by what they are about."""

    paragraphs: list[str] = field(default_factory=list)
    profile: list[tuple[Block, bool]] = field(default_factory=list)
    mission: str | None = None
    missions: list[Block] = field(default_factory=list)
    conditions: list[str] = field(default_factory=list)
    apply: list[str] = field(default_factory=list)


def _sorted(blocks: Iterable[Block]) -> _Sorted:
    found = _Sorted()
    section, rank, heading = Section.OTHER, 0, ""
    for block in blocks:
        found.paragraphs.append(block.text)
        if block.kind is Kind.HEADING:
            heading = block.text
            if block.level == LEAD_IN and (section is not Section.OTHER or len(heading) > _SHORT):
                section = section_led_in(heading) or section
            elif (announced := section_of(heading)) is not None:
                section, rank = announced, block.level
            elif block.level <= rank or (block.level == PLAIN and rank >= PLAIN):
                section, rank = Section.OTHER, block.level
            continue
        if section in (Section.PROFILE, Section.ASSETS):
            found.profile.append((block, section is Section.ASSETS))
        elif section is Section.MISSION:
            if block.kind is Kind.ITEM:
                found.missions.append(block)
            elif found.mission is None and _NAMES_MISSION.search(fold(heading)):
                found.mission = block.text
        elif section is Section.CONDITIONS and not (
            block.kind is Kind.PARAGRAPH and facts.says_where_to_apply(block.text)
        ):
            found.conditions.append(block.text)
        elif section in (Section.APPLY, Section.CONDITIONS):
            found.apply.append(block.text)
    return found


def profile_blocks(blocks: Iterable[Block]) -> list[Block]:
    """Those of the blocks of a posting that its profile is read from."""
    return [block for block, _ in _sorted(blocks).profile]


def _leaves(blocks: list[Block]) -> list[Block]:
    """`blocks` without the items that only announce the deeper ones under them."""
    return [
        block
        for block, following in zip_longest(blocks, blocks[1:])
        if not (
            block.text.endswith(":")
            and following is not None
            and following.kind is Kind.ITEM
            and following.level > block.level
        )
    ]


def _is_asset(wording: str) -> bool:
    folded = fold(wording)
    if _ASSET_OPENING.match(folded):
        return True
    found = _ASSET_CLAUSE.search(folded)
    return found is not None and not _NEW_SUBJECT.search(folded[: found.start()].rstrip(" (:-,"))


def _profile_lines(profile: list[tuple[Block, bool]]) -> list[Profile]:
    items = [(block, asset) for block, asset in profile if block.kind is Kind.ITEM]
    lines = list(_nested(items))
    if not items:
        lines = [
            (sentence, asset, False)
            for block, asset in profile
            for sentence in facts.sentences_of([block.text])
            if not sentence.endswith(":") and len(sentence) > 3
        ]
    found = [(_worded(text), asset, detail) for text, asset, detail in lines]
    beside_required = any(not asset for _, asset, _ in found)
    made: list[Profile] = []
    under = False
    for text, asset, detail in found:
        made.append(Profile(text, (asset and beside_required) or _is_asset(text) or (detail and under), detail))
        under = under if detail else made[-1].asset
    return _without(made, lambda line: not _says_something(line.wording))


def _nested(items: Sequence[tuple[Block, bool]]) -> Iterator[tuple[str, bool, bool]]:
    """The words of the items, whether they are assets, and whether each details the one before it that does not.

    There are two levels and no more: what is deeper details the same line. An item that only names a part of the
    profile ("Competences :") is none, and neither is a deeper one that only announces those under it.
    """
    whole: int | None = None
    part: int | None = None
    asset_part = False
    for place, (block, asset) in enumerate(items):
        under = 0
        for following, _ in items[place + 1 :]:
            if following.level <= block.level:
                break
            under += 1
        announces = under > 0 and block.text.endswith(":")
        if whole is not None and block.level > whole:
            if not announces:
                yield block.text, asset, True
            continue
        whole = None
        beneath = part is not None and block.level > part
        part = part if beneath else None
        assets = section_of(block.text) is Section.ASSETS and len(block.text.split()) <= _FEW
        if announces and (assets or stands_as_heading(block.text, apart=True)):
            part, asset_part = block.level, assets
            continue
        # One deeper line alone is as likely an accident of the page; a criterion that should be rated is not lost so.
        if announces or under > 1:
            whole = block.level
        yield block.text, asset or (beneath and asset_part), False


def _without(profile: Sequence[Profile], dropped: Callable[[Profile], bool]) -> list[Profile]:
    """The lines that stay; what details one that goes stands by itself."""
    kept: list[Profile] = []
    gone = False
    for line in profile:
        if not line.detail:
            gone = dropped(line)
        if not dropped(line):
            kept.append(replace(line, detail=line.detail and not gone))
    return kept


def _worded(text: str) -> str:
    """The wording of a list item, without the semicolon that only separates it from the next."""
    return " ".join(re.split(r"[ \t]+", text)).rstrip(" ;:\u00a0\u202f")


def _says_something(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def read_posting(text: str) -> Posting:
    """What the posting `text` says, in French or in Dutch; None or empty wherever it is silent. Never raises.

    The lines may be ragged as a PDF gives them, Markdown, or HTML.
    """
    front, _ = front_matter(text[:_READ])
    blocks = blocks_of(text[:_READ])
    found = _sorted(blocks)
    profile = _profile_lines(found.profile)
    legal = [line.wording for line in profile if facts.is_legal_condition(line.wording)]
    sentences = facts.sentences_of([paragraph[:_PARAGRAPH] for paragraph in found.paragraphs])
    apply = facts.sentences_of([paragraph[:_PARAGRAPH] for paragraph in found.apply])
    terms_found = facts.sentences_of([paragraph[:_PARAGRAPH] for paragraph in found.conditions])
    terms = [*terms_found, *_terms(front), *sentences]
    committee, scale = facts.committee_and_scale(sentences)
    last_day, closing = facts.deadline(apply, sentences)
    return Posting(
        text=text,
        language=language_of(" ".join(found.paragraphs)) or Language.FR,
        title=title_of(blocks, front),
        organisation=organisation_of(blocks),
        reference=facts.reference(sentences),
        contract=facts.contract(terms),
        hours_per_week=facts.hours_per_week(terms_found) or facts.hours_per_week(sentences),
        ends_on=facts.ends_on(sentences),
        renewable=facts.renewable(terms),
        joint_committee=committee,
        pay_scale=scale,
        starts=facts.starts(terms),
        apply_to=facts.apply_to(apply, sentences, front),
        deadline=last_day,
        closes_at=closing,
        asks_reference=facts.asks_reference([*apply, *sentences]),
        documents=facts.documents(apply, sentences),
        mission=found.mission,
        missions=tuple(_worded(block.text) for block in _leaves(found.missions)),
        conditions=tuple(map(_worded, (*found.conditions, *legal))),
        profile=tuple(_without(profile, lambda line: line.wording in legal)),
    )


def _terms(front: Mapping[str, str]) -> list[str]:
    return [front[key] for key in ("subtitle", "contrat", "contract") if front.get(key)]


def criteria_of(posting: Posting) -> tuple[Criterion, ...]:
    """The checklist that the profile of `posting` makes: C01, C02, C02a… in its order and wording; nothing else is
    settled.
    """
    made: list[Criterion] = []
    number, details, parent = 0, 0, ""
    for line in posting.profile:
        essential = False if line.asset else None
        # As many details as there are letters; what comes after them stands by itself.
        if line.detail and parent and details < len(LETTERS):
            code = f"{parent}{LETTERS[details]}"
            details += 1
            made.append(Criterion(code=code, wording=line.wording, parent=parent, essential=essential))
            continue
        number, details = number + 1, 0
        code = f"C{number:02d}"
        parent = "" if line.detail else code
        made.append(Criterion(code=code, wording=line.wording, essential=essential))
    return tuple(made)
