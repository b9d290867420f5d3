"""The fold, pure: a row is what the entries that touch it make of it, in order, and nothing else.

The order is (lamport, entry id), never arrival and never a clock. An edit of a row that is not there does nothing, so a
row taken away comes back only whole, by a `new`. Cells of a column this version does not know, or of the wrong type,
are passed over: the entry keeps them, and a later version folds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from smes_panel.model import passage
from smes_panel.model.change import Cell, Columns, Key, Op, Stroke
from smes_panel.schema import TABLES, Table
from smes_panel.seal import unseal

_GREATEST = 2**63 - 1
_EXACT = 2**53
_ACCEPTED: Mapping[str, tuple[type, ...]] = {"TEXT": (str,), "INTEGER": (int,), "REAL": (int, float)}


@dataclass(frozen=True, slots=True)
class Writing:
    """A stroke with the device (hex) that wrote it."""

    device: str
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Traced:
    """A folded row with, for each cell, the device that wrote it last; `made_by` made the row, `writers` wrote in it
    since.
    """

    row: Columns | None
    last: Mapping[str, str]
    made_by: str | None
    writers: frozenset[str]


def cells(table: Table, columns: Columns) -> dict[str, Cell]:
    """The cells of `columns` that `table` has and whose type fits."""
    return {
        name: columns[name]
        for name, kind in table.columns.items()
        if name in columns and (columns[name] is None or _fits(columns[name], kind))
    }


def _fits(cell: Cell, kind: str) -> bool:
    """Whether a column of this kind gives this cell back exactly as it was put in."""
    if isinstance(cell, bool) or not isinstance(cell, _ACCEPTED[kind]):
        return False
    if isinstance(cell, str):
        return sayable(cell)
    if isinstance(cell, int):
        return abs(cell) <= (_EXACT if kind == "REAL" else _GREATEST)
    return cell is not None and isfinite(cell)


def sayable(text: str) -> bool:
    """Whether a file can hold this text: half a surrogate pair is none, and a NUL is what a page that does not read
    leaves.
    """
    if "\0" in text:
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def folded(table: Table, writings: Iterable[Writing]) -> Traced:
    """The row that `writings`, already in order, make of one key of `table`."""
    row: dict[str, Cell] | None = None
    last: dict[str, str] = {}
    made_by: str | None = None
    writers: set[str] = set()
    for writing in writings:
        stroke = writing.stroke
        if stroke.op is Op.NEW:
            row = {**dict.fromkeys(table.columns), **cells(table, stroke.columns)}
            last = dict.fromkeys(table.columns, writing.device)
            made_by, writers = writing.device, {writing.device}
        elif stroke.op is Op.DROP:
            row, last, made_by, writers = None, {}, writing.device, set()
        elif row is not None:
            moved = cells(table, stroke.columns)
            row.update(moved)
            last.update(dict.fromkeys(moved, writing.device))
            writers.add(writing.device)
    return Traced(row, last, made_by, frozenset(writers))


def concerns(stroke: Stroke, applicant: str | None, stream: str) -> bool:
    """Whether an entry of `stream` about `applicant` (or about nobody) may carry this stroke."""
    table = TABLES.get(stroke.table)
    if table is None or table.derived or table.stream != stream or len(stroke.key) != len(table.key):
        return False
    if not all(sayable(part) for part in stroke.key):
        return False
    about = stroke.key[table.key.index(table.applicant)] if table.applicant else None
    return about == applicant


GRID_KEY = ("application", "member", "stage")


def opened_ratings(
    panel: str, key: Key, grid: Columns | None, openings: Sequence[Columns]
) -> dict[Key, dict[str, Cell]]:
    """The rating rows of one sealed grid: those in its box once any opening fits its commitment, none before.

    An opening that does not fit adds nothing and spoils nothing.
    """
    if grid is None or not isinstance(grid["commitment"], str) or not isinstance(grid["box"], str):
        return {}
    for opening in openings:
        answers = unseal(panel, key, grid["commitment"], grid["box"], str(opening["key"]))
        if answers is not None:
            return {
                (*key, criterion): {
                    "state": answer.state.value,
                    "comment": answer.comment,
                    "level": answer.level,
                    "passages": passage.written(answer.passages),
                }
                for criterion, answer in answers.items()
            }
    return {}
