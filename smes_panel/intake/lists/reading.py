"""From the bytes of a list to its sheets, lines and cells, whichever program wrote it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from smes_panel.errors import BadInput
from smes_panel.intake import documents
from smes_panel.intake.extraction import LOCKED, ODS, XLSX, Reader
from smes_panel.intake.lists.separated import lines_of
from smes_panel.intake.names import plain_line

LARGEST = 50_000_000
XLS = "application/vnd.ms-excel"

_WORKBOOKS = frozenset((XLSX, ODS))
_ENDINGS = (".csv", ".tsv")
_NAMED = (*_ENDINGS, ".xlsx", ".xlsm", ".ods", ".xls")
_LEFT = "Nothing was taken in."
_TROUBLES = {
    "many": f"{{name}} has more than 20,000 lines, which no list of applicants has. {_LEFT}",
    "wide": f"{{name}} has more than 200 columns, which no list of applicants has. {_LEFT}",
    "long": f"{{name}} has a cell of more than 100,000 characters, which no list of applicants has. {_LEFT}",
    "locked": f"{{name}} is protected by a password: save it without one, or as CSV, and open that. {_LEFT}",
    "swollen": f"{{name}} unpacks to far more than a list should hold and was not read. {_LEFT}",
    "late": f"Reading {{name}} took too long and was stopped: save the sheet as CSV and open that. {_LEFT}",
    "broke": f"{{name}} broke its reader: save the sheet as CSV and open that. {_LEFT}",
    "unread": f"{{name}} was not read: the reading process did not start. Open it again. {_LEFT}",
}
_DAMAGED = f"{{name}} is damaged or no workbook: save it anew as XLSX or CSV and open that. {_LEFT}"


@dataclass(frozen=True, slots=True)
class Row:
    """One line that holds something: its number in the file, counted from 1, and its cells from the first column on."""

    number: int
    cells: tuple[str, ...]

    def cell(self, place: int) -> str:
        """The cell in a column; empty where the line ends before it."""
        return self.cells[place] if place < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A table of text as it lies in the file, empty lines left out. `name` is empty where there is only one."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


def is_list(path: Path) -> bool:
    """Whether a file is a list, by the end of its name; what it holds is seen when it is read."""
    return path.suffix.casefold() in _NAMED and path.is_file()


def looks_like_list(form: str, name: str) -> bool:
    """Whether a document of this media type and name is a list."""
    return form in (*_WORKBOOKS, XLS, "text/csv") or name.casefold().endswith(_ENDINGS)


def read_list(path: Path, reader: Reader) -> tuple[ListSheet, ...]:
    """The sheets of a list that hold something, those in view first. Raises BadInput, in one sentence."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise BadInput(f"{path.name} cannot be read ({error.strerror}). {_LEFT}") from None
    if len(content) > LARGEST:
        raise BadInput(f"{path.name} is larger than {LARGEST // 1_000_000} MB, which no list is. {_LEFT}")
    return sheets_of(path.name, content, reader)


def sheets_of(name: str, content: bytes, reader: Reader) -> tuple[ListSheet, ...]:
    """The same for bytes that are at hand."""
    form = documents.media_type(content, name)
    if form == XLS:
        raise BadInput(f"{name} is an Excel sheet of before 2007 (.xls): save it as XLSX or CSV and open that. {_LEFT}")
    if form == LOCKED:
        raise BadInput(_TROUBLES["locked"].format(name=name))
    if form in _WORKBOOKS:
        read = _workbook(name, *reader.as_sheets(content, form))
    elif form.startswith("text/") or (form == documents.UNKNOWN and name.casefold().endswith(_ENDINGS)):
        read = (ListSheet("", tuple(Row(number, cells) for number, cells in lines_of(name, content))),)
    else:
        raise BadInput(_DAMAGED.format(name=name))
    full = [sheet for sheet in read if sheet.rows]
    if not full:
        raise BadInput(f"{name} holds no line with anything in it. {_LEFT}")
    return tuple(sorted(full, key=lambda sheet: sheet.hidden))


def _workbook(name: str, answer: bytes, trouble: str) -> tuple[ListSheet, ...]:
    if trouble:
        raise BadInput(_TROUBLES.get(trouble, _DAMAGED).format(name=name))
    try:
        # What reads hostile workbooks may have been subverted: nothing but text is taken from it.
        return tuple(
            ListSheet(
                plain_line(str(one["name"]))[:100],
                tuple(Row(int(number), tuple(map(str, cells))) for number, cells in one["rows"]),
                bool(one["hidden"]),
            )
            for one in json.loads(answer)
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        raise BadInput(_DAMAGED.format(name=name)) from None
