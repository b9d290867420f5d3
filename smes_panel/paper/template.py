"""The texts of the letters: a small grammar, read once and strictly, and filled with the facts of one person.

A template is a text file, `resources/letters/<language>/<kind>.txt`. Blocks are separated by blank lines:

    subject: Invitation à un entretien : {position}          required, once
    salutation: Bonjour {name},                              required, once
    A paragraph on one or several lines.
    - Quand: {interview_date} à {interview_time}.            a definition list, one item a line
    signature: {chair_name} | présidence du jury             one or two; the name, then in what capacity
    small: Vos données. | Vos documents et…                  small print: its heading, then its text
    # a remark                                               not printed

Inside a text:

    {reason}                                      the value; its name is declared in model/placeholder.py
    {applications_count|candidature|candidatures} a count with its noun
    [phone? ou au {phone}]                        said only where `phone` is known and not "no"
    [contract=permanent?À durée indéterminée.]    said only for this answer (`!=`: for any other), which must be known

Every other value is required: without it the letter is not made. A definition whose text comes out empty is left out
with its heading. Anything the grammar does not know, an undeclared name first of all, stops the template from loading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache

from smes_panel.errors import BadInput, LetterBlocked
from smes_panel.model.decision import LetterKind
from smes_panel.model.letter import LetterFacts, known, letter_language, shows
from smes_panel.model.placeholder import PLACEHOLDERS, Fill, Placeholder, Value, read
from smes_panel.model.words import Language, Words
from smes_panel.paper import prose
from smes_panel.paths import resources

_ON = Words("Le", "Op", "On")


class TemplateUnreadable(BadInput):
    """A letter template says something that the grammar or the declared placeholders do not know."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a value goes; `one` and `many` are the nouns of a count."""

    name: str
    one: str = ""
    many: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words said under a condition: without `answer` the fact need only be known, else be it (if `other`: not be)."""

    name: str
    answer: str | None
    other: bool
    pieces: tuple[str | Slot, ...]

    def holds(self, values: Mapping[str, Value]) -> bool:
        if self.answer is None:
            return known(values, self.name) and values[self.name] is not False
        return (values.get(self.name) == self.answer) is not self.other


Phrase = tuple[str | Slot | Passage, ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """A definition list: headings and texts."""

    items: tuple[tuple[str, Phrase], ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A letter before it is anybody's."""

    subject: Phrase
    salutation: Phrase
    blocks: tuple[Phrase | Definitions, ...]
    signatures: tuple[tuple[Phrase, str], ...]
    small: tuple[str, Phrase]

    def phrases(self) -> Iterator[Phrase]:
        yield self.subject
        yield self.salutation
        for block in self.blocks:
            if isinstance(block, Definitions):
                yield from (text for _, text in block.items)
            else:
                yield block
        yield from (who for who, _ in self.signatures)
        yield self.small[1]


@dataclass(frozen=True, slots=True)
class Said:
    """A letter's words, ready to be set: plain text throughout. A list of definitions is a tuple of pairs."""

    subject: str
    salutation: str
    blocks: tuple[str | tuple[tuple[str, str], ...], ...]
    signatures: tuple[tuple[str, str], ...]
    small: tuple[str, str]


_PIECE = re.compile(
    r"\{(?P<slot>[a-z_]+)(?:\|(?P<one>[^{}|\[\]]+)\|(?P<many>[^{}|\[\]]+))?\}"
    r"|\[(?P<on>[a-z_]+)(?:(?P<test>!?=)(?P<answer>[a-z_]+))?\?(?P<inside>[^\[\]]*)\]"
    r"|(?P<words>[^{}\[\]]+)"
)


def parsed(text: str, language: Language, where: str = "template") -> Template:
    """Reads a template; raises TemplateUnreadable, saying where, for whatever is not in the grammar."""
    found: dict[str, list[str]] = {"subject": [], "salutation": [], "signature": [], "small": []}
    blocks: list[Phrase | Definitions] = []
    shown = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    for block in re.split(r"\n\s*\n", shown.strip()):
        lines = [line.strip() for line in block.splitlines()]
        word = re.match(r"([a-z]+): ", lines[0])
        if word:
            if word[1] not in found or not all(line.startswith(f"{word[1]}: ") for line in lines):
                raise TemplateUnreadable(f"{where}: “{lines[0][:60]}” is not a line that letters have.")
            found[word[1]] += [line.partition(": ")[2] for line in lines]
        elif lines[0].startswith("- "):
            blocks.append(Definitions(tuple(_definition(line, language, where) for line in lines)))
        else:
            blocks.append(_phrase(" ".join(lines), language, where))
    counts = [len(found[name]) for name in ("subject", "salutation", "small")]
    if counts != [1, 1, 1] or not 1 <= len(found["signature"]) <= 2 or not blocks:
        raise TemplateUnreadable(
            f"{where}: a letter has one subject, salutation and small print, one or two signatures."
        )
    signatures = [_pair(one, where) for one in found["signature"]]
    heading, small = _pair(found["small"][0], where)
    return Template(
        subject=_phrase(found["subject"][0], language, where),
        salutation=_phrase(found["salutation"][0], language, where),
        blocks=tuple(blocks),
        signatures=tuple((_phrase(who, language, where), role) for who, role in signatures),
        small=(prose.typeset(heading, language), _phrase(small, language, where)),
    )


def _pair(line: str, where: str) -> tuple[str, str]:
    first, bar, second = line.partition(" | ")
    if not bar or not first.strip() or not second.strip():
        raise TemplateUnreadable(f"{where}: “{line[:60]}” needs “ | ” between its two parts.")
    return first.strip(), second.strip()


def _definition(line: str, language: Language, where: str) -> tuple[str, Phrase]:
    found = re.match(r"- ([^:{}\[\]]+): (.+)", line)
    if not found:
        raise TemplateUnreadable(f"{where}: “{line[:60]}” is not an item such as “- Heading: text”.")
    return found[1], _phrase(found[2], language, where)


def _phrase(text: str, language: Language, where: str) -> Phrase:
    pieces: list[str | Slot | Passage] = []
    at = 0
    for found in _PIECE.finditer(prose.typeset(text, language)):
        if found.start() != at:
            break
        at = found.end()
        if found["slot"]:
            placeholder = _declared(found["slot"], where)
            if (placeholder.kind is Fill.COUNT) is not bool(found["one"]) or placeholder.kind is Fill.FLAG:
                raise TemplateUnreadable(
                    f"{where}: {{{placeholder.name}}} is a {placeholder.kind} and not said this way."
                )
            pieces.append(Slot(placeholder.name, found["one"] or "", found["many"] or ""))
        elif found["on"]:
            placeholder = _declared(found["on"], where)
            if found["answer"] and placeholder.choices and found["answer"] not in placeholder.choices:
                raise TemplateUnreadable(f"{where}: {placeholder.name} is never “{found['answer']}”.")
            inside = [one for one in _phrase(found["inside"], language, where) if not isinstance(one, Passage)]
            pieces.append(Passage(placeholder.name, found["answer"], found["test"] == "!=", tuple(inside)))
        else:
            pieces.append(found["words"])
    if at != len(prose.typeset(text, language)):
        raise TemplateUnreadable(f"{where}: “{text[:60]}” has a brace or a bracket that is not closed or not known.")
    return tuple(pieces)


def _declared(name: str, where: str) -> Placeholder:
    if name not in PLACEHOLDERS:
        raise TemplateUnreadable(f"{where}: {{{name}}} is not a declared placeholder.")
    return PLACEHOLDERS[name]


@cache
def template(kind: LetterKind, language: Language) -> Template:
    """The text of a letter as shipped; raises TemplateUnreadable, and LetterBlocked where it is not translated."""
    path = resources() / "letters" / language / f"{kind}.txt"
    if not path.is_file():
        raise LetterBlocked(f"The letter {kind} has no text in “{language}”: no other language takes its place.")
    return parsed(path.read_text(encoding="utf-8"), language, f"{language}/{kind}")


def needed(letter: Template, values: Mapping[str, Value]) -> tuple[Placeholder, ...]:
    """What this letter cannot do without, given what is known so far, in the order of the text."""
    names: dict[str, None] = {}
    for piece in (piece for phrase in letter.phrases() for piece in phrase):
        match piece:
            case Slot():
                names[piece.name] = None
            case Passage():
                if piece.answer is not None:
                    names[piece.name] = None
                if (piece.answer is None or known(values, piece.name)) and piece.holds(values):
                    names.update((one.name, None) for one in piece.pieces if isinstance(one, Slot))
    return tuple(PLACEHOLDERS[name] for name in names)


def wanted(letter: Template) -> tuple[Placeholder, ...]:
    """Everything this letter can say, needed or not, in the order of the text."""
    names: dict[str, None] = {}
    for piece in (piece for phrase in letter.phrases() for piece in phrase):
        if isinstance(piece, Passage):
            names[piece.name] = None
            names.update((one.name, None) for one in piece.pieces if isinstance(one, Slot))
        elif isinstance(piece, Slot):
            names[piece.name] = None
    return tuple(PLACEHOLDERS[name] for name in names)


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
    letter = template(facts.kind, letter_language(facts.language))
    return tuple(one for one in needed(letter, values) if not known(values, one.name))


def said(facts: LetterFacts) -> Said:
    """The words of a letter. Raises LetterBlocked, naming every field that is missing or cannot be read."""
    language = letter_language(facts.language)
    letter = template(facts.kind, language)
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
