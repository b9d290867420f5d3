"""The texts of the letters: a small grammar, read once and strictly, and filled with the facts of one person.

The house's are `resources/letters/<language>/<kind>.txt`; a dossier may have its own. Blocks are parted by blank lines:

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
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

from smes_panel.errors import BadInput
from smes_panel.model.decision import LetterKind
from smes_panel.model.letter import known
from smes_panel.model.placeholder import PLACEHOLDERS, Fill, Placeholder, Value
from smes_panel.model.words import Language, typeset

LONGEST_TEXT = 20_000
"""Of a letter's text, in characters: some ten pages."""

MUST_SAY: Mapping[LetterKind, frozenset[str]] = {
    LetterKind.REFUSAL_SCREENING: frozenset({"reason"}),
    LetterKind.REFUSAL_INTERVIEW: frozenset({"reason"}),
    LetterKind.RESERVE: frozenset({"reason"}),
    LetterKind.ACKNOWLEDGEMENT: frozenset({"controller", "erase_on", "apply_to"}),
}
"""What no text of these kinds may leave out: a refusal gives the recorded reason, and who applies is told at once who
keeps the data, until when, and whom to ask (GDPR, art. 13).
"""


class Flaw(StrEnum):
    """Why a text is no letter."""

    LINE = "line"
    PARTS = "parts"
    PAIR = "pair"
    ITEM = "item"
    OPEN = "open"
    UNKNOWN = "unknown"
    OTHERWISE = "otherwise"
    ANSWER = "answer"
    LONG = "long"
    UNSAID = "unsaid"


class TemplateUnreadable(BadInput):
    """A letter template says something that the grammar or the declared placeholders do not know.

    `flaw` says what is the matter; `what` is the placeholder or the beginning of the line it is about.
    """

    def __init__(self, sentence: str, flaw: Flaw = Flaw.OPEN, what: str = "") -> None:
        super().__init__(sentence)
        self.flaw, self.what = flaw, what


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
        lines = [line.strip() for line in block.split("\n")]
        word = re.match(r"([a-z]+): ", lines[0])
        if word:
            strange = next((line for line in lines if not line.startswith(f"{word[1]}: ")), None)
            if word[1] not in found or strange:
                line = strange or lines[0]
                raise TemplateUnreadable(
                    f"{where}: “{line[:60]}” is not a line that letters have here.", Flaw.LINE, line[:60]
                )
            found[word[1]] += [line.partition(": ")[2] for line in lines]
        elif lines[0].startswith("- "):
            blocks.append(Definitions(tuple(_definition(line, language, where) for line in lines)))
        else:
            blocks.append(_phrase(" ".join(lines), language, where))
    counts = [len(found[name]) for name in ("subject", "salutation", "small")]
    if counts != [1, 1, 1] or not 1 <= len(found["signature"]) <= 2 or not blocks:
        raise TemplateUnreadable(
            f"{where}: a letter has one subject, salutation and small print, one or two signatures, and a paragraph.",
            Flaw.PARTS,
        )
    signatures = [_pair(one, where) for one in found["signature"]]
    heading, small = _pair(found["small"][0], where)
    return Template(
        subject=_phrase(found["subject"][0], language, where),
        salutation=_phrase(found["salutation"][0], language, where),
        blocks=tuple(blocks),
        signatures=tuple((_phrase(who, language, where), _plain(role, language, where)) for who, role in signatures),
        small=(_plain(heading, language, where), _phrase(small, language, where)),
    )


def _pair(line: str, where: str) -> tuple[str, str]:
    first, bar, second = line.partition(" | ")
    if not bar or not first.strip() or not second.strip():
        raise TemplateUnreadable(f"{where}: “{line[:60]}” needs “ | ” between its two parts.", Flaw.PAIR, line[:60])
    return first.strip(), second.strip()


def _plain(words: str, language: Language, where: str) -> str:
    """Words that nothing fills."""
    if re.search(r"[{}\[\]]", words):
        raise _open(words, where)
    return typeset(words, language)


def _definition(line: str, language: Language, where: str) -> tuple[str, Phrase]:
    found = re.match(r"- ([^:{}\[\]]+): (.+)", line)
    if not found:
        raise TemplateUnreadable(
            f"{where}: “{line[:60]}” is not an item such as “- Heading: text”.", Flaw.ITEM, line[:60]
        )
    return found[1], _phrase(found[2], language, where)


def _phrase(text: str, language: Language, where: str) -> Phrase:
    pieces: list[str | Slot | Passage] = []
    at = 0
    for found in _PIECE.finditer(typeset(text, language)):
        if found.start() != at:
            break
        at = found.end()
        if found["slot"]:
            placeholder = _declared(found["slot"], where)
            if (placeholder.kind is Fill.COUNT) is not bool(found["one"]) or placeholder.kind is Fill.FLAG:
                raise TemplateUnreadable(
                    f"{where}: {{{placeholder.name}}} is a {placeholder.kind} and not said this way.",
                    Flaw.OTHERWISE,
                    placeholder.name,
                )
            pieces.append(Slot(placeholder.name, found["one"] or "", found["many"] or ""))
        elif found["on"]:
            placeholder = _declared(found["on"], where)
            if found["answer"] and placeholder.choices and found["answer"] not in placeholder.choices:
                raise TemplateUnreadable(
                    f"{where}: {placeholder.name} is never “{found['answer']}”.", Flaw.ANSWER, placeholder.name
                )
            inside = [one for one in _phrase(found["inside"], language, where) if not isinstance(one, Passage)]
            pieces.append(Passage(placeholder.name, found["answer"], found["test"] == "!=", tuple(inside)))
        else:
            pieces.append(found["words"])
    if at != len(typeset(text, language)):
        raise _open(text, where)
    return tuple(pieces)


def _open(text: str, where: str) -> TemplateUnreadable:
    return TemplateUnreadable(
        f"{where}: “{text[:60]}” has a brace or a bracket that is not closed or not known.", Flaw.OPEN, text[:60]
    )


def _declared(name: str, where: str) -> Placeholder:
    if name not in PLACEHOLDERS:
        raise TemplateUnreadable(f"{where}: {{{name}}} is not a declared placeholder.", Flaw.UNKNOWN, name)
    return PLACEHOLDERS[name]


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


@lru_cache(maxsize=256)
def checked(text: str, kind: LetterKind, language: Language) -> Template:
    """A text written for a kind of letter; raises TemplateUnreadable where it is none, or leaves out what it must say.

    Asked again for every letter of a batch, it answers from what it read.
    """
    where = f"{kind.value}, {language.value}"
    if len(text) > LONGEST_TEXT:
        raise TemplateUnreadable(f"{where}: a letter's text holds at most {LONGEST_TEXT} characters.", Flaw.LONG)
    letter = parsed(text, language, where)
    said = {piece.name for phrase in letter.phrases() for piece in phrase if isinstance(piece, Slot)}
    for name in sorted(MUST_SAY.get(kind, frozenset()) - said):
        raise TemplateUnreadable(f"{where}: this letter must say {{{name}}}, whatever else it says.", Flaw.UNSAID, name)
    return letter


@dataclass(frozen=True, slots=True)
class Altered:
    """A paragraph of one text and what stands for it in another: the same, or empty on the side that lacks it."""

    before: str
    after: str

    @property
    def same(self) -> bool:
        return self.before == self.after


def difference(before: str, after: str) -> tuple[Altered, ...]:
    """Two texts side by side, paragraph by paragraph and line of a list by line, in the order of reading."""
    one, other = _paragraphs(before), _paragraphs(after)
    found: list[Altered] = []
    for tag, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            found += (Altered(each, each) for each in one[i:j])
            continue
        left, right = one[i:j], other[k:m]
        for place in range(max(len(left), len(right))):
            found.append(Altered(*("".join(side[place : place + 1]) for side in (left, right))))
    return tuple(found)


def _paragraphs(text: str) -> list[str]:
    found: list[str] = []
    for block in re.split(r"\n\s*\n", as_written(text)):
        lines = [line.strip() for line in block.split("\n") if not line.startswith("#") and line.strip()]
        parted = any(re.match(r"- |[a-z]+: ", line) for line in lines)
        found += lines if parted else [" ".join(lines)] if lines else []
    return found


def as_written(text: str) -> str:
    """A text as it is kept: line ends of one sort, nothing blank at the end of a line, around it or between two lines
    more than once.
    """
    lines = [line.rstrip() for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
