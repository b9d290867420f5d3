"""The words of a letter: its template filled with the facts of one person, plain text throughout.

`model/template.py` has the grammar. The text is the one that the facts carry, else the house's as shipped; no other
language ever takes its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache

from smes_panel.errors import BadInput, LetterBlocked
from smes_panel.model.decision import LetterKind
from smes_panel.model.letter import LetterFacts, known, letter_language, shows
from smes_panel.model.placeholder import PLACEHOLDERS, Fill, Placeholder, Value, read
from smes_panel.model.template import (
    Definitions,
    Passage,
    Phrase,
    Slot,
    Template,
    TemplateUnreadable,
    checked,
    needed,
    parsed,
    wanted,
)
from smes_panel.model.words import Language, Words
from smes_panel.paper import prose
from smes_panel.paths import resources

_ON = Words("Le", "Op", "On")


@dataclass(frozen=True, slots=True)
class Said:
    """A letter's words, ready to be set: plain text throughout. A list of definitions is a tuple of pairs."""

    subject: str
    salutation: str
    blocks: tuple[str | tuple[tuple[str, str], ...], ...]
    signatures: tuple[tuple[str, str], ...]
    small: tuple[str, str]


@cache
def house_text(kind: LetterKind, language: Language) -> str:
    """The text of a letter as shipped; raises LetterBlocked where it is not translated."""
    path = resources() / "letters" / language / f"{kind}.txt"
    if not path.is_file():
        raise LetterBlocked(f"The letter {kind} has no text in “{language}”: no other language takes its place.")
    return path.read_text(encoding="utf-8")


@cache
def template(kind: LetterKind, language: Language) -> Template:
    """The house's template of a letter; raises TemplateUnreadable, and LetterBlocked where it is not translated."""
    return parsed(house_text(kind, language), language, f"{language}/{kind}")


def in_force(facts: LetterFacts) -> Template:
    """The template that this letter is made from: the text it carries, else the house's. Raises LetterBlocked."""
    language = letter_language(facts.language)
    if not facts.text:
        return template(facts.kind, language)
    try:
        return checked(facts.text, facts.kind, language)
    except TemplateUnreadable as flaw:
        # A newer version may have written it on another laptop.
        raise LetterBlocked(f"{facts.application}: the text of this letter cannot be read; {flaw}") from None


def settled(values: Mapping[str, Value]) -> tuple[dict[str, Value], dict[str, str]]:
    """The values that are known, those given as typed being read; and by name a sentence for each that cannot be."""
    read_values: dict[str, Value] = {}
    unreadable: dict[str, str] = {}
    for name, value in values.items():
        placeholder = PLACEHOLDERS.get(name)
        if placeholder is None or not known(values, name):
            continue
        try:
            read_values[name] = read(placeholder, value) if isinstance(value, str) else value
        except BadInput as error:
            unreadable[name] = str(error)
    return read_values, unreadable


def missing(facts: LetterFacts) -> tuple[Placeholder, ...]:
    """What has to be filled before this letter can be made, in the order of its text."""
    values, _ = settled(facts.values)
    letter = in_force(facts)
    return tuple(one for one in needed(letter, values) if not known(values, one.name))


def said(facts: LetterFacts) -> Said:
    """The words of a letter. Raises LetterBlocked, naming every field that is missing or cannot be read."""
    language = letter_language(facts.language)
    letter = in_force(facts)
    values, unreadable = settled(facts.values)
    misread = {name: sentence for name, sentence in unreadable.items() if name in {one.name for one in wanted(letter)}}
    lacking = [f"{one.name} ({one.words.en})" for one in missing(facts) if one.name not in misread]
    if lacking or misread:
        wants = [f"it still needs {', '.join(lacking)}."] if lacking else []
        raise LetterBlocked(
            f"{facts.application}: the letter {facts.kind} was not made; {' '.join([*wants, *misread.values()])}"
        )

    def fill(phrase: Phrase) -> str:
        return _filled(phrase, values, language)

    blocks: list[str | tuple[tuple[str, str], ...]] = []
    for block in letter.blocks:
        if isinstance(block, Definitions):
            items = ((heading, fill(text)) for heading, text in block.items)
            blocks.append(tuple(item for item in items if item[1]))
        else:
            blocks.append(fill(block))
    return Said(
        subject=fill(letter.subject),
        salutation=fill(letter.salutation),
        blocks=tuple(block for block in blocks if block),
        signatures=tuple((fill(who), role) for who, role in letter.signatures),
        small=(letter.small[0], fill(letter.small[1])),
    )


def _filled(phrase: Phrase, values: Mapping[str, Value], language: Language) -> str:
    flat: list[str | Slot] = []
    for piece in phrase:
        if isinstance(piece, Passage):
            flat += piece.pieces if piece.holds(values) else ()
        else:
            flat.append(piece)
    text, ended = "", False
    for piece in flat:
        if isinstance(piece, Slot):
            value = _spoken(piece, values[piece.name], language)
            text = prose.joined(text, value, language)
            ended = value.endswith((".", "!", "?", "…"))
        else:
            # A person who ends a reason with a full stop ends the sentence; ours is then one too many.
            text += piece.removeprefix(".") if ended else piece
            ended = False
    return text.strip()


def _spoken(slot: Slot, value: Value, language: Language) -> str:
    placeholder = PLACEHOLDERS[slot.name]
    match value:
        case tuple():
            return prose.listed([_plain(one) for one in value if shows(one)], language)
        case date() if placeholder.kind is Fill.START:
            return f"{_ON.said(language)} {prose.day(value, language)}"
        case date():
            return prose.day(value, language, weekday=placeholder.kind is Fill.DAY)
        case time():
            return prose.hour(value, language)
        case int() if placeholder.kind is Fill.COUNT:
            return prose.counted(value, slot.one, slot.many, language)
        case int() | float():
            return prose.number(value, language)
    words = _plain(value)
    return prose.title(words, language) if placeholder.kind is Fill.TITLE else words


def _plain(typed: str) -> str:
    """What a person typed, on one line; a no-break space of theirs stays one."""
    return re.sub(r"[^\S\N{NO-BREAK SPACE}]+", " ", typed).strip()
