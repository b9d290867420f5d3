"""The letters of a page: found again whatever their accents and lines, pointed at, marked, taken as text."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from functools import cached_property

from ui.widgets.reader.source import Box

SOFT = "\u00ad"


class Letters:
    """The signs of one page in reading order, each with its box."""

    def __init__(self, text: str = "", boxes: array[float] | None = None) -> None:
        self.text = text
        self.boxes = boxes if boxes is not None else array("f")

    def box(self, at: int) -> Box:
        left, top, right, bottom = self.boxes[4 * at : 4 * at + 4]
        return left, top, right, bottom

    @cached_property
    def _folded(self) -> tuple[str, array[int]]:
        return folded(self.text)

    def hits(self, wanted: str) -> Iterator[tuple[int, int]]:
        """Where a folded text stands, as first and last-but-one sign."""
        said, places = self._folded
        at = said.find(wanted)
        while wanted and at >= 0:
            yield places[at], places[at + len(wanted) - 1] + 1
            at = said.find(wanted, at + len(wanted))

    def matches(self, pattern: str) -> Iterator[tuple[int, int]]:
        """Where a regular expression finds something in the folded text, as first and last-but-one sign."""
        said, places = self._folded
        for found in re.finditer(pattern, said):
            if found.start() < found.end():
                yield places[found.start()], places[found.end() - 1] + 1

    def at(self, x: float, y: float) -> int | None:
        """The place between signs that is nearest to a point; None on a page without letters."""
        best, nearest, boxes = None, float("inf"), self.boxes
        for sign in range(len(self.text)):
            left, top, right, bottom = boxes[4 * sign : 4 * sign + 4]
            if right <= left:
                continue
            aside = left - x if x < left else x - right if x > right else 0.0
            above = top - y if y < top else y - bottom if y > bottom else 0.0
            # What lies on the same line is nearer than what lies above, however far it is aside.
            away = aside + 8 * above
            if away < nearest:
                best, nearest = sign + (x > (left + right) / 2), away
        return best

    def word(self, at: int) -> tuple[int, int]:
        """The word around a place."""
        first = last = min(at, len(self.text))
        while first and self.text[first - 1].isalnum():
            first -= 1
        while last < len(self.text) and self.text[last].isalnum():
            last += 1
        return first, last

    def strokes(self, first: int, last: int) -> list[Box]:
        """The boxes that cover some signs, one for each line."""
        found: list[Box] = []
        for sign in range(max(0, first), min(last, len(self.text))):
            left, top, right, bottom = self.box(sign)
            if right <= left or self.text[sign] in "\r\n":
                continue
            if found:
                a, b, c, d = found[-1]
                same = min(bottom, d) - max(top, b) > 0.3 * min(bottom - top, d - b)
                if same and left - a >= -2 and left - c < 4 * max(bottom - top, d - b):
                    found[-1] = (min(a, left), min(b, top), max(c, right), max(d, bottom))
                    continue
            found.append((left, top, right, bottom))
        return found

    def said(self, first: int, last: int) -> str:
        """Some signs as text to take along: lines as on the page, words broken at their end made whole."""
        text = self.text[first:last].replace("\r\n", "\n").replace("\r", "\n")
        return text.replace(f"{SOFT}\n", "").replace(SOFT, "")


def folded(text: str) -> tuple[str, array[int]]:
    """Text as it is compared (small letters, no accents, one space between words) and where each of its signs was."""
    signs: list[str] = []
    places = array("l")
    blank = True
    broken = False
    for place, sign in enumerate(text):
        if sign == SOFT:
            broken = True
            continue
        if sign.isspace():
            if not (blank or broken):
                signs.append(" ")
                places.append(place)
                blank = True
            continue
        blank = broken = False
        if sign < "\x80":
            signs.append(sign.lower())
            places.append(place)
            continue
        for part in unicodedata.normalize("NFKD", sign).casefold():
            plain = _PLAIN.get(part, part)
            for one in plain if not unicodedata.combining(part) else "":
                signs.append(one)
                places.append(place)
    return "".join(signs), places


_PLAIN = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-"} | {
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
}
