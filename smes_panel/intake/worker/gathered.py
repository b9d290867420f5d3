"""What is gathered from a workbook, whichever program wrote it, and the limits of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from smes_panel.intake.worker.parts import Swollen

SHEETS = 20
ROWS = 20_000
COLUMNS = 200
CELL = 100_000
LETTERS = 20_000_000
NAME = 100


class TooMany(Exception):
    """More lines than any list of applicants has."""


class TooWide(Exception):
    """More columns than any list has."""


class TooLong(Exception):
    """A cell longer than any program writes."""


Rows = Iterator[tuple[int, list[tuple[int, str]]]]
"""Lines by their number, each with those of its cells that hold something, by their column; both count from 1."""


@dataclass
class Gathered:
    """The sheets of one workbook, as far as the limits let them be held."""

    sheets: list[dict[str, Any]] = field(default_factory=list)
    letters: int = 0

    def sheet(self, name: str, rows: Rows, *, hidden: bool) -> None:
        """Takes one sheet in. Raises where it is more than a list."""
        if len(self.sheets) >= SHEETS:
            return
        kept: list[list[object]] = []
        for number, cells in rows:
            if not cells:
                continue
            if len(kept) >= ROWS:
                raise TooMany
            last = max(column for column, _ in cells)
            if last > COLUMNS:
                raise TooWide
            line = [""] * last
            for column, text in cells:
                if len(text) > CELL:
                    raise TooLong
                self.letters += len(text)
                line[column - 1] = text
            if self.letters > LETTERS:
                raise Swollen
            kept.append([number, line])
        self.sheets.append({"name": name[:NAME], "hidden": hidden, "rows": kept})
