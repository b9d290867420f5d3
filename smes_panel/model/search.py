"""What is searched for, and where it stands in a text: words that begin as those typed, the passage around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from smes_panel.model.words import Places, searchable

LONGEST = 100
"""Words are compared over so many of their first signs."""

MOST = 32
"""So many words of what is typed count, and so many within one phrase: a whole page pasted is no search."""

BARRIER = "¦"
"""Stands between the fields of one line of the index. It is no word, so that no phrase reaches across."""

_WORD = re.compile(r"[^\W_]+")
_QUOTE = re.compile(r"[\"“”„«»]")
_BLANK = re.compile(r"\s+")
_BEFORE, _AFTER, _MANY = 40, 110, 500


def indexed(*fields: str) -> str:
    """The words of some fields as the index keeps them: folded, one space between two, none where there is no word."""
    said = (" ".join(word[:LONGEST] for word in _WORD.findall(searchable(field))) for field in fields)
    return f" {BARRIER} ".join(words for words in said if words)


@dataclass(frozen=True, slots=True)
class Sought:
    """Folded words to be found one after the other; the last may be only begun unless it is `whole`."""

    words: tuple[str, ...]
    whole: bool = False

    @property
    def match(self) -> str:
        """The same as a question to FTS5. Words have letters and digits only, so nothing in them is syntax."""
        return f'"{" ".join(self.words)}"' + ("" if self.whole else " *")

    @property
    def pattern(self) -> str:
        """The same as a regular expression over searchable text."""
        words = (re.escape(word) + (r"[^\W_]*" if len(word) == LONGEST else "") for word in self.words)
        return r"(?<![^\W_])" + r"[\W_]+".join(words) + (r"(?![^\W_])" if self.whole else "")

    def occurrences(self, folded: str) -> Iterator[tuple[int, int]]:
        """Where they stand in a searchable text: start and end."""
        return (found.span() for found in re.finditer(self.pattern, folded))


def sought(typed: str) -> tuple[Sought, ...]:
    """What is typed, as what has to be found, all of it: each word by itself, and as a phrase what is in quotes or
    hangs together (an address, l'avenue). Signs alone ask for nothing; no sign has a meaning but the quotes.
    """
    asked: list[Sought] = []
    pieces = _QUOTE.split(typed)
    for place, piece in enumerate(pieces):
        quoted = place % 2 == 1
        for chunk in (piece,) if quoted else piece.split():
            # A quote that is still open is still being typed.
            words = _words(chunk)
            if words:
                asked.append(Sought(words, whole=quoted and place < len(pieces) - 1))
            if len(asked) == MOST:
                break
    return tuple(dict.fromkeys(asked[:MOST]))


def _words(chunk: str) -> tuple[str, ...]:
    return tuple(found[0][:LONGEST] for found in islice(_WORD.finditer(searchable(chunk)), MOST))


@dataclass(frozen=True, slots=True)
class Passage:
    """A line out of a text, shortened with … where it goes on, and in it the places (start, end) of what was found.
    `before` is how often something was found before it in the text.
    """

    text: str
    marks: tuple[tuple[int, int], ...]
    before: int = 0

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The line in pieces, each with whether it was found."""
        cuts = [0, *(at for mark in self.marks for at in mark), len(self.text)]
        parts = [(self.text[start:end], bool(place % 2)) for place, (start, end) in enumerate(pairwise(cuts))]
        return tuple(part for part in parts if part[0])


def passage(text: str, wanted: Sequence[Sought]) -> Passage | None:
    """The first line where most of what is wanted stands close together, or `None` where nothing of it does."""
    folded = searchable(text)
    found = ((*span, at) for at, one in enumerate(wanted) for span in islice(one.occurrences(folded), _MANY))
    spans = sorted(found)[:_MANY]
    if not spans:
        return None
    best, most = 0, 0
    for at, (start, _, _) in enumerate(spans):
        near = {one for first, _, one in spans[at : at + _AFTER] if first < start + _AFTER}
        if len(near) > most:
            best, most = at, len(near)
    start = spans[best][0]
    near_by = [(first, last) for first, last, _ in spans[best:] if first < start + _AFTER]
    marks = _marks(Places(text), near_by)
    return replace(_line(text, marks), before=_apart(spans[:best]))


def _apart(spans: Sequence[tuple[int, int, int]]) -> int:
    """How many of these places do not lie within the one before."""
    count, end = 0, -1
    for first, last, _ in spans:
        if first >= end:
            count, end = count + 1, last
    return count


def _marks(places: Places, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """These places of the searchable form in the text itself, in order and apart from each other."""
    text, marks = places.text, list[tuple[int, int]]()
    for first, last in spans:
        begin, end = places.source(first), places.source(last - 1) + 1
        # An accent that is a sign of its own belongs to the letter before it.
        while end < min(len(text), begin + _AFTER) and not searchable(text[end]):
            end += 1
        end = min(end, begin + _AFTER)
        if marks and begin <= marks[-1][1]:
            marks[-1] = (marks[-1][0], max(end, marks[-1][1]))
        else:
            marks.append((begin, end))
    return marks


def _line(text: str, marks: Sequence[tuple[int, int]]) -> Passage:
    """The words around the marks on one line."""
    first, last = max(0, marks[0][0] - _BEFORE), max(marks[0][0] + _AFTER, marks[-1][1])
    if first and (blank := _BLANK.search(text, first - 1, marks[0][0])):
        first = blank.end()
    if last < len(text) and (blanks := [found.start() for found in _BLANK.finditer(text, marks[-1][1], last + 1)]):
        last = blanks[-1]
    said, at = "… " if text[:first].strip() else "", first
    places: list[tuple[int, int]] = []
    for start, end in marks:
        said = _joined(said, text[at:start])
        begun = len(said)
        said = _joined(said, text[start:end])
        places.append((begun, len(said)))
        at = end
    said = _joined(said, text[at:last])
    return Passage(said.rstrip() + (" …" if text[last:].strip() else ""), tuple(places))


def _joined(said: str, piece: str) -> str:
    """A piece more on the line: one space for each run of blanks, nothing that is not seen or moves the cursor."""
    seen = _BLANK.sub(" ", "".join(sign for sign in piece if sign.isspace() or sign.isprintable()))
    return said + (seen.lstrip() if not said or said.endswith(" ") else seen)
