"""The sentences of a page: what the keyboard takes in one step, found in text as pages give it, line by line."""

from __future__ import annotations

import re
from itertools import pairwise

Span = tuple[int, int]
"""First sign, and the one after the last."""

_LINE = re.compile(r"[^\r\n]+")
_GLYPH = re.compile(r"\s*(?:[•▪◦●○■□‣➢➤✓✔·–—*o\-\uf0a7\uf0b7]\s+)?")
_BULLET = re.compile(r"\s*[•▪◦●○■□‣➢➤✓✔·–—*\-\uf0a7\uf0b7]\s+\S")
# After a full stop and a blank, what begins like a sentence; not after an initial or a usual abbreviation.
_END = re.compile(r"[.!?…]['’\"”»)]*\s+(?=[\"“«(]?[A-ZÀ-ÖØ-Þ0-9])")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|[Mm]r|[Mm]me|[Mm]lle|[Mm]evr|[Dd]hr|[Dd]r|[Pp]r|[Ss]t|etc|cf|ex|env|p|pp|nr|n°|bv|tel|tél|art|vol|ca|av|bd)\.$"
)
# A line that ends well before the others ends what it says.
_FULL = 0.72


def sentences(text: str) -> list[Span]:
    """The sentences, headings and points of a list, in the order of the text, each without blanks or glyph around."""
    lines = [found.span() for found in _LINE.finditer(text) if found.group().strip()]
    if not lines:
        return []
    full = _FULL * max(end - begin for begin, end in lines)
    found: list[Span] = []
    begin = lines[0][0]
    for this, following in pairwise([*lines, (len(text), len(text))]):
        if not _goes_on(text, this, following, full):
            found += _split(text, begin, this[1])
            begin = following[0]
    return found


def _goes_on(text: str, this: Span, following: Span, full: float) -> bool:
    """Whether what a line says goes on in the next one."""
    said, after = text[slice(*this)], text[slice(*following)]
    if not after or _BULLET.match(after):
        return False
    between = text[this[1] : following[0]].replace("\r\n", "\n")
    if between.count("\n") > 1:
        return False
    if said.rstrip().endswith((".", "!", "?", "…", ":")):
        # Whether it is one sentence is told by its signs; whether it is one paragraph, by its length.
        return this[1] - this[0] >= full
    begins = after.lstrip()[:1]
    return begins.islower() or said.rstrip().endswith(("-", "\u00ad")) or this[1] - this[0] >= full


def _split(text: str, begin: int, end: int) -> list[Span]:
    found: list[Span] = []
    at = begin
    for stop in _END.finditer(text, begin, end):
        if not _SHORT.search(text[at : stop.start() + 1]):
            found.append((at, stop.end()))
            at = stop.end()
    found.append((at, end))
    return [trimmed for span in found if (trimmed := _trimmed(text, span))]


def _trimmed(text: str, span: Span) -> Span | None:
    begin, end = span
    while end > begin and text[end - 1].isspace():
        end -= 1
    glyph = _GLYPH.match(text, begin, end)
    begin = glyph.end() if glyph else begin
    return (begin, end) if begin < end else None
