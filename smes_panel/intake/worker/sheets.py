"""The cells of a workbook (XLSX) as it was last saved: no formula is computed, no link followed."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from smes_panel.intake.extraction import ODS
from smes_panel.intake.worker.gathered import Gathered, Rows, TooLong, TooMany, TooWide
from smes_panel.intake.worker.parts import PART_LIMIT, PARTS_LIMIT, Protected, Swollen, listed

_TROUBLES: dict[type[BaseException], str] = {
    TooMany: "many",
    TooWide: "wide",
    TooLong: "long",
    Protected: "locked",
    Swollen: "swollen",
    MemoryError: "swollen",
}


def answer(content: bytes, form: str) -> tuple[bytes, bytes]:
    """The sheets of a workbook as JSON, and in one word why there are none; nothing that it provokes is raised."""
    try:
        if form == ODS:
            from smes_panel.intake.worker.ods import sheets
        else:
            sheets = _xlsx
        gathered = Gathered()
        sheets(content, gathered)
        return json.dumps(gathered.sheets, ensure_ascii=False).encode("utf-8", "replace"), b""
    except Exception as error:  # noqa: BLE001 - the last door before the pipe: whatever a parser raises is the workbook
        return b"", next((word for kind, word in _TROUBLES.items() if isinstance(error, kind)), "damaged").encode()


def _xlsx(content: bytes, gathered: Gathered) -> None:
    from openpyxl import load_workbook

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = listed(archive)
        # What an entry says of its size is the most that comes out of it.
        read = [entry.file_size for entry in entries if entry.filename.lower().endswith((".xml", ".rels"))]
        if max(read, default=0) > PART_LIMIT or sum(read) > PARTS_LIMIT:
            raise Swollen
        if any(entry.flag_bits & 1 for entry in entries):
            raise Protected
    book: Any = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        gathered.sheet(sheet.title, _lines(book, sheet), hidden=sheet.sheet_state != "visible")


def _lines(book: Any, sheet: Any) -> Rows:
    """The lines of a sheet that are there: one that says it is at a million is not reached by counting."""
    from openpyxl.worksheet._reader import WorkSheetParser

    with sheet._get_source() as stream:  # noqa: SLF001 - the rows between are filled in by the public reader
        parser = WorkSheetParser(
            stream,
            sheet._shared_strings,  # noqa: SLF001
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001
        )
        for number, row in parser.parse():
            told = [(cell["column"], said(cell["value"])) for cell in row]
            yield number, [(column, text) for column, text in told if text.strip()]


def said(value: object) -> str:
    """A value as text: dates in ISO, whole numbers without a point, what a formula last came to."""
    if value is None:
        return ""
    for kind, spell in _SPELLINGS.items():
        if isinstance(value, kind):
            return spell(value)
    return str(value).replace("_x000D_", "").replace("\r\n", "\n")


def _moment(value: datetime) -> str:
    # A whole day is kept by spreadsheets as its midnight.
    whole = value.time() == time()
    # Spreadsheets keep moments as fractions of a day, which miss the second by a few microseconds.
    rounded = (value + timedelta(microseconds=500_000)).replace(microsecond=0)
    return value.date().isoformat() if whole else rounded.isoformat(sep=" ")


_SPELLINGS: dict[type, Callable[[Any], str]] = {
    datetime: _moment,
    date: date.isoformat,
    time: time.isoformat,
    timedelta: str,
    bool: lambda value: "TRUE" if value else "FALSE",
    float: lambda value: str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value),
}
