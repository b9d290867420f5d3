"""Small tables out of a spreadsheet: CSV with commas, semicolons or tabs, in UTF-8 or as Windows writes it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from smes_panel.errors import BadInput

LARGEST = 10_000_000
MOST_LINES = 20_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number in the file, counted from 1, and its cells by column, stripped."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def read_table(path: Path, required: Sequence[str], optional: Sequence[str] = ()) -> tuple[Line, ...]:
    """The lines of the table at `path`, empty ones left out. Raises BadInput, naming the file and the line."""
    text = _text(path)
    first = next((line for line in text.splitlines() if line.strip()), "")
    # Strict, so that a quote never closed is refused and does not swallow the lines below it.
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    try:
        header = next((named for cells in rows if any(named := [cell.strip().casefold() for cell in cells])), [])
        missing = [column for column in required if column not in header]
        if missing:
            raise BadInput(
                f"{path.name} lacks the column {missing[0]}: "
                f"its first line has to name {', '.join((*required, *optional))}. Nothing was changed."
            )
        twice = [column for column in (*required, *optional) if header.count(column) > 1]
        if twice:
            raise BadInput(f"{path.name} has two columns called {twice[0]}. Keep one. Nothing was changed.")
        lines = [
            _line(path.name, rows.line_num, header, [cell.strip() for cell in cells])
            for cells in rows
            if any(cell.strip() for cell in cells)
        ]
    except csv.Error as error:
        raise BadInput(
            f"{path.name}, line {rows.line_num}: this is not a table ({error}). Nothing was changed."
        ) from None
    if len(lines) > MOST_LINES:
        raise BadInput(
            f"{path.name} has more than {MOST_LINES} lines, which no table of ratings has. Nothing was changed."
        )
    return tuple(lines)


def read_cells(path: Path) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The lines of a table without a heading, each with its number in the file and its cells, stripped. Semicolons part
    the cells wherever the first line has one, so that a comma may be of a number. Raises BadInput.
    """
    text = _text(path)
    first = next((line for line in text.splitlines() if line.strip()), "")
    parted = next((one for one in "\t;" if one in first), ",")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=parted, strict=True)
    lines: list[tuple[int, tuple[str, ...]]] = []
    try:
        for cells in rows:
            if cells:
                lines.append((rows.line_num, tuple(cell.strip() for cell in cells)))
            if len(lines) > MOST_LINES:
                raise BadInput(f"{path.name} has more than {MOST_LINES} lines. Nothing was counted.")
    except csv.Error as error:
        raise BadInput(f"{path.name}, line {rows.line_num}: this is not a table ({error}).") from None
    return tuple(lines)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror}). Nothing was changed.") from None
    if len(raw) > LARGEST:
        raise BadInput(
            f"{path.name} is larger than {LARGEST // 1_000_000} MB, which no table of ratings is. Nothing was read."
        )
    # Some spreadsheets say above the table what its cells are parted by.
    return re.sub(r"\Asep=[^\r\n]*", "", _decoded(raw, path.name), flags=re.IGNORECASE)


def _line(name: str, number: int, header: Sequence[str], cells: Sequence[str]) -> Line:
    if any(cells[len(header) :]):
        raise BadInput(
            f"{name}, line {number}: there are more cells than columns; a text that holds the separator goes between "
            "quotes. Nothing was changed."
        )
    return Line(number, dict(zip(header, cells, strict=False)))


def _decoded(raw: bytes, name: str) -> str:
    if b"\0" in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadInput(f"{name} is not a text file. Save the table as CSV. Nothing was changed.")
    for encoding in ("utf-16",) if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadInput(f"{name} is written in no encoding that is read here (UTF-8 or Windows). Nothing was changed.")
