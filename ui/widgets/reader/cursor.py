"""The sentence cursor: a sentence is taken with one key, the next with the same; where a page has no text, a band."""

from __future__ import annotations

from ui.widgets.reader.known import Known
from ui.widgets.reader.letters import Letters
from ui.widgets.reader.selection import Place
from ui.widgets.reader.sentences import Span, sentences
from ui.widgets.reader.source import Box

BANDS = 24
"""How many bands a page without text is taken in."""

_STEP = 2


def spans(letters: Letters) -> list[Span]:
    """What the cursor takes of a page, one after the other."""
    if letters.text.strip():
        return sentences(letters.text)
    return [(band, band + _STEP) for band in range(0, BANDS, _STEP)]


def step(known: Known, view: int, height: float, by: int, *, extend: bool) -> int | None:
    """Has the selection become the next sentence, or the one before where `by` is negative, from page to page.

    Where nothing was selected yet it begins on page `view` at a `height` of the page, in points. `extend` lets what is
    selected grow by a sentence. Answers the page whose letters have to be known first, else None.
    """
    page, place = _start(known, view, height, by, extend=extend)
    while 0 <= page < len(known.sizes):
        letters = known.letters.get(page)
        if letters is None:
            return page
        some = spans(letters)
        if by > 0:
            found = next((one for one in some if one[0] >= place), None)
        else:
            found = next((one for one in reversed(some) if one[1] <= place), None)
        if found is not None:
            _take(known, page, found, by, extend=extend)
            return None
        page += by
        place = 0 if by > 0 else 1 << 60
    return None


def _start(known: Known, view: int, height: float, by: int, *, extend: bool) -> Place:
    ends = known.selection.ends
    if ends is not None:
        if extend and known.selection.reached is not None:
            return known.selection.reached
        return ends[1] if by > 0 else ends[0]
    if known.selection.reached is not None:
        return known.selection.reached
    letters = known.letters.get(view)
    if letters is None or not letters.text.strip():
        return view, round(BANDS * height / known.sizes[view][1]) if by < 0 else 0
    for first, _last in spans(letters):
        boxes = letters.strokes(first, first + 1)
        if boxes and boxes[0][1] >= height:
            return view, first
    return view, len(letters.text)


def _take(known: Known, page: int, span: Span, by: int, *, extend: bool) -> None:
    selection = known.selection
    selection.sides = None
    if not extend or selection.anchor is None:
        selection.take(page, *span)
        return
    anchor = selection.anchor
    # Growing backwards from a sentence keeps that sentence.
    if by < 0 and selection.reached is not None and anchor < selection.reached:
        selection.anchor, selection.reached = selection.reached, anchor
    forward = by > 0
    selection.reached = (page, span[1] if forward else span[0])


def band(size: tuple[float, float], first: int, last: int, sides: tuple[float, float] | None) -> Box:
    """The rectangle of some bands of a page of a size in points."""
    left, right = sides or (0.0, size[0])
    return left, size[1] * first / BANDS, right, size[1] * last / BANDS
