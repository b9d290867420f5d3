"""From a table that anyone may bring to what insight counts: ratings by unit and rater, or ballots."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from smes_panel.errors import BadInput
from smes_panel.intake.tables import read_cells
from smes_panel.model.agreement import Table
from smes_panel.model.ballot import Ballot

MOST_CELLS = 200_000
MOST_RATERS = 200
MOST_CANDIDATES = 200
MOST_PAIRS = 10_000_000
_LONGEST = 40
_NUMBER = re.compile(r"[+-]?(?:\d{1,15}(?:[.,]\d{0,15})?|[.,]\d{1,15})(?:[eE][+-]?\d{1,2})?")
_GAPS = {"", "na", "n/a"}


def read_ratings(path: Path) -> Table:
    """One row per unit, one column per rater; a gap is empty or `na`. A first line that is not numbers is a heading. A
    line cut short ends in gaps. Raises BadInput, naming the file, the line and the cell.
    """
    lines = read_cells(path)
    heading = bool(lines) and any(_number(cell) is None and cell.casefold() not in _GAPS for cell in lines[0][1])
    width = max((len(cells) for _, cells in lines), default=0)
    if heading:
        (_, names), *rest = lines
        width = len(names)
        lines = tuple(rest)
    if width > MOST_RATERS or len(lines) * width > MOST_CELLS:
        raise BadInput(
            f"{path.name} is larger than {MOST_RATERS} raters or {MOST_CELLS} ratings, which no panel has. "
            "Nothing was counted."
        )
    if not lines:
        raise BadInput(
            f"{path.name} holds no ratings: one line per unit, one column per rater, gaps empty. Nothing was counted."
        )
    return tuple(
        tuple(_rating(path.name, number, cells, at) for at in range(width))
        for number, cells in _fitting(path, lines, width)
    )


def _fitting(path: Path, lines: Sequence[tuple[int, tuple[str, ...]]], width: int) -> list[tuple[int, tuple[str, ...]]]:
    for number, cells in lines:
        if any(cells[width:]):
            raise BadInput(
                f"{path.name}, line {number}: there are more cells than raters in the first line. Nothing was counted."
            )
    return [(number, cells[:width]) for number, cells in lines]


def _rating(name: str, number: int, cells: Sequence[str], at: int) -> float | None:
    cell = cells[at] if at < len(cells) else ""
    if cell.casefold() in _GAPS:
        return None
    value = _number(cell)
    if value is None:
        raise BadInput(
            f"{name}, line {number}, column {at + 1}: “{_short(cell)}” is not a number; a gap is left empty. "
            "Nothing was counted."
        )
    return float(value)


def _number(cell: str) -> Fraction | None:
    return Fraction(cell.replace(",", ".")) if _NUMBER.fullmatch(cell) else None


def read_ballots(path: Path) -> tuple[Ballot, ...]:
    """Lines of `count,first,second,…`, those tied joined by `=`. A first line that begins with no number is a heading.
    An empty place stays one, except at the end of a line. Raises BadInput, naming the file and the line.
    """
    lines = read_cells(path)
    if lines and _number(lines[0][1][0]) is None and lines[0][1][0].casefold() in _HEADINGS:
        lines = lines[1:]
    found: dict[tuple[tuple[str, ...], ...], Fraction] = {}
    for number, cells in lines:
        if any(cells):
            places = _places(path.name, number, cells[1:])
            found[places] = found.get(places, Fraction()) + _count(path.name, number, cells[0])
    names = {name for places in found for place in places for name in place}
    if not names or not any(found.values()):
        raise BadInput(f"{path.name} holds no ballot: count,first,second,… on each line. Nothing was counted.")
    if len(names) > MOST_CANDIDATES or len(found) * len(names) ** 2 > MOST_PAIRS:
        raise BadInput(
            f"{path.name} has {len(names)} candidates on {len(found)} different ballots, which is more than is counted "
            f"here ({MOST_CANDIDATES} candidates, {MOST_PAIRS} pairs). Nothing was counted."
        )
    return tuple(Ballot(count, places) for places, count in found.items())


_HEADINGS = {"count", "number", "n", "votes", "ballots", "weight", "nombre", "voix", "poids", "aantal", "stemmen", ""}


def _count(name: str, number: int, cell: str) -> Fraction:
    count = _number(cell)
    if count is None or count < 0 or count > 10**9 or count.denominator > 10**6:
        raise BadInput(
            f"{name}, line {number}: “{_short(cell)}” is not how many ballots there are; a line begins with a number "
            "from 0 to 1,000,000,000. Nothing was counted."
        )
    return count


def _places(name: str, number: int, cells: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    places: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for cell in cells:
        tied = tuple(unicodedata.normalize("NFC", one.strip()) for one in cell.split("=")) if cell else ()
        for one in tied:
            if not one:
                raise BadInput(f"{name}, line {number}: “{_short(cell)}” ties a name with none. Nothing was counted.")
            if one in seen:
                raise BadInput(f"{name}, line {number}: “{_short(one)}” stands there twice. Nothing was counted.")
            seen.add(one)
        places.append(tied)
    while places and not places[-1]:
        places.pop()
    return tuple(places)


def _short(cell: str) -> str:
    return cell if len(cell) <= _LONGEST else cell[: _LONGEST - 1] + "…"
