"""Setting a letter's words into lines and pages: what may break where, and what stays together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from smes_panel.paper.press import Face, clean, width, wrapped

NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of one line: where they begin, in millimetres from the left edge, their face and size in points."""

    x: float
    text: str
    face: Face
    size: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page. `gap` is left out at the top of a page; `rise` is from the top of the row to its baseline.

    A `barred` row belongs to a list that has a bar at its left.
    """

    height: float
    rise: float
    runs: tuple[Run, ...] = ()
    gap: float = 0.0
    barred: bool = False
    grey: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with its place: the top of it, in millimetres from the top of the page."""

    top: float
    row: Row


@dataclass(slots=True)
class _Line:
    runs: list[Run] = field(default_factory=list)
    end: float = 0.0


def lines(parts: Iterable[tuple[str, Face]], size: float, left: float, room: float) -> list[tuple[Run, ...]]:
    """Words of several faces as lines of at most `room`, ragged at the right; a word too long for a line is broken.

    No-break spaces hold, then are set as spaces, so that a search for "1er juillet 2022" finds it.
    """
    done: list[_Line] = []
    line = _Line(end=left)
    for text, face in parts:
        space = width(" ", face, size)
        for word in clean(text).split(" "):
            if not word:
                continue
            pieces = [word] if width(word, face, size) <= room else wrapped(word, face, size, room)
            for number, piece in enumerate(pieces):
                shown = piece.replace(NBSP, " ")
                wide = width(shown, face, size)
                start = line.end + (space if line.runs else 0.0)
                if line.runs and (number or start + wide > left + room):
                    done.append(line)
                    line = _Line(end=left)
                    start = left
                last = line.runs[-1] if line.runs else None
                if last and last.face is face:
                    line.runs[-1] = replace(last, text=f"{last.text} {shown}")
                else:
                    line.runs.append(Run(start, shown, face, size))
                line.end = start + wide
    if line.runs:
        done.append(line)
    return [tuple(each.runs) for each in done]


def rows(found: Sequence[tuple[Run, ...]], leading: float, rise: float, gap: float, **more: bool) -> list[Row]:
    """The lines as rows, the first with the gap above it."""
    return [Row(leading, rise, runs, 0.0 if number else gap, **more) for number, runs in enumerate(found)]


def flowing(paragraph: Sequence[Row]) -> list[list[Row]]:
    """A paragraph in groups that are not parted: never its first or its last line alone on a page."""
    if len(paragraph) < 4:
        return [list(paragraph)] if paragraph else []
    return [list(paragraph[:2]), *([row] for row in paragraph[2:-2]), list(paragraph[-2:])]


def pages(groups: Iterable[Sequence[Row]], top: float, next_top: float, bottom: float) -> list[list[Placed]]:
    """The groups down the pages, the first from `top`, the others from `next_top`, none below `bottom`.

    A group that would not fit a whole page is parted where the page ends.
    """
    done: list[list[Placed]] = [[]]
    y = top
    for group in groups:
        tall = sum(row.gap + row.height for row in group)
        whole = tall - group[0].gap <= bottom - next_top
        if done[-1] and whole and y + tall > bottom:
            done.append([])
            y = next_top
        for row in group:
            if done[-1] and y + row.gap + row.height > bottom:
                done.append([])
                y = next_top
            y += row.gap if done[-1] else 0.0
            done[-1].append(Placed(y, row))
            y += row.height
    return done
