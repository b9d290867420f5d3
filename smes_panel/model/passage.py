"""Passages: what in a document speaks for an answer, told so exactly that it is found again or known to be lost."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points from the top left corner of the page."""

CONTEXT = 60
"""How many signs before and after a passage are kept beside it."""

LONGEST_PASSAGE = 2_000
MOST_BOXES = 100
MOST_PASSAGES = 40
_SOFT = "\u00ad"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a document known by the SHA-256 (hex) of its bytes, on a page counted from 1.

    `words` are its exact words, every run of blanks as one space; empty where only a rectangle was drawn. `before` and
    `after` are what stands around them, written alike. `boxes` cover it line by line.
    """

    document: str
    page: int
    words: str
    before: str = ""
    after: str = ""
    boxes: tuple[Box, ...] = ()


def squeezed(text: str) -> tuple[str, array[int]]:
    """A page's text as passages keep it: each run of blanks one space, none at the ends, no soft hyphens; and where
    each of its signs stands in the page's text.
    """
    signs: list[str] = []
    places = array("l")
    blank = True
    for place, sign in enumerate(text):
        if sign == _SOFT or (blank and sign.isspace()):
            continue
        blank = sign.isspace()
        signs.append(" " if blank else sign)
        places.append(place)
    if signs and blank:
        signs.pop()
        places.pop()
    return "".join(signs), places


def taken(document: str, page: int, text: str, first: int, last: int, boxes: Sequence[Box]) -> Passage | None:
    """The signs `first` to `last` of a page's text as a passage; None where there is nothing but blanks or too much."""
    words, _ = squeezed(text[first:last])
    if not words or len(words) > LONGEST_PASSAGE:
        return None
    before, _ = squeezed(text[max(0, first - 4 * CONTEXT) : first])
    after, _ = squeezed(text[last : last + 4 * CONTEXT])
    return Passage(document, page, words, before[-CONTEXT:], after[:CONTEXT], _rounded(boxes))


def drawn(document: str, page: int, box: Box) -> Passage:
    """A rectangle on a page without usable text."""
    return Passage(document, page, "", boxes=_rounded([box]))


def _rounded(boxes: Sequence[Box]) -> tuple[Box, ...]:
    # Tenths of a point are finer than any eye, and are written alike on every laptop.
    return tuple((round(a, 1), round(b, 1), round(c, 1), round(d, 1)) for a, b, c, d in boxes[:MOST_BOXES])


def found(passage: Passage, text: str) -> tuple[int, int] | None:
    """Where a passage stands in the text of its page, as first sign and the one after the last.

    Where its words stand more than once, the place is the one with the most of its context around it; None where no
    place is better than every other, and where the words are not there: rather lost than shown wrong.
    """
    if not passage.words:
        return None
    said, places = squeezed(text)
    best, most, twice = -1, -1, False
    for at in _occurrences(passage.words, said):
        end = at + len(passage.words)
        around = _common_end(passage.before, said[:at].rstrip()) + _common_start(passage.after, said[end:].lstrip())
        if around > most:
            best, most, twice = at, around, False
        elif around == most:
            twice = True
    if best < 0 or twice:
        return None
    return places[best], places[best + len(passage.words) - 1] + 1


def _occurrences(words: str, said: str) -> Iterator[int]:
    at = said.find(words)
    while at >= 0:
        yield at
        at = said.find(words, at + 1)


def _common_start(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _common_end(one: str, other: str) -> int:
    return _common_start(one[::-1], other[: -CONTEXT - 1 : -1])


def written(passages: Sequence[Passage]) -> str | None:
    """Passages as a cell of the file; None for none."""
    return json.dumps([_plain(one) for one in passages], ensure_ascii=False) if passages else None


def read(cell: str | None) -> tuple[Passage, ...]:
    """What `written` wrote. Raises ValueError for anything else."""
    if not cell:
        return ()
    return of_plain(json.loads(cell))


def plain(passages: Sequence[Passage]) -> list[list[object]]:
    """Passages as lists, for what is sealed."""
    return [_plain(one) for one in passages]


def of_plain(lines: object) -> tuple[Passage, ...]:
    """What `plain` made. Raises ValueError where nobody can have said it."""
    if not isinstance(lines, list) or len(lines) > MOST_PASSAGES:
        raise ValueError("these are no passages")
    return tuple(_passage(line) for line in lines)


def _plain(one: Passage) -> list[object]:
    return [one.document, one.page, one.words, one.before, one.after, [list(box) for box in one.boxes]]


def _passage(line: object) -> Passage:
    if not isinstance(line, list) or len(line) != 6:
        raise ValueError("this is no passage")
    document, page, words, before, after, boxes = line
    texts = (document, words, before, after)
    if not all(isinstance(text, str) and len(text) <= LONGEST_PASSAGE for text in texts) or type(page) is not int:
        raise ValueError("this is no passage")
    if not isinstance(boxes, list) or len(boxes) > MOST_BOXES:
        raise ValueError("these are no boxes")
    "".join(texts).encode()
    return Passage(document, page, words, before, after, tuple(map(_box, boxes)))


def _box(sides: object) -> Box:
    if not isinstance(sides, list) or len(sides) != 4 or any(type(side) not in (int, float) for side in sides):
        raise ValueError("this is no box")
    left, top, right, bottom = map(float, sides)
    if not all(-100_000 < side < 100_000 for side in (left, top, right, bottom)):
        raise ValueError("this box lies on no page")
    return left, top, right, bottom
