"""The cells of an OpenDocument spreadsheet (ODS), read as a stream: what is said to be repeated is not unrolled."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from smes_panel.intake.worker.gathered import CELL, COLUMNS, NAME, ROWS, Gathered, TooLong, TooMany, TooWide
from smes_panel.intake.worker.parts import Protected, blocks, listed, parser

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_MANIFEST = "META-INF/manifest.xml"
_CELLS = ("table-cell", "covered-table-cell")


def sheets(content: bytes, gathered: Gathered) -> None:
    """Takes in the sheets of the workbook. Raises what a hostile or damaged one provokes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = {entry.filename: entry for entry in listed(archive)}
        manifest = entries.get(_MANIFEST)
        if manifest is not None and any(b"encryption-data" in block for block in blocks(archive, manifest)):
            raise Protected
        if "content.xml" not in entries:
            raise zipfile.BadZipFile("no workbook in it")
        heard = _Sheets(gathered)
        reading: Any = parser(heard)
        try:
            for block in blocks(archive, entries["content.xml"]):
                reading.feed(block)
        except SAXException as error:
            raise ValueError("not well formed") from error


def _times(attrs: Any, name: str) -> int:
    said = attrs.get((_TABLE, name), "1")
    return max(1, int(said)) if said.isascii() and said.isdigit() and len(said) < 12 else 1


class _Sheets(ContentHandler):
    """Gathers the rows of each sheet; empty cells and rows only move the place on, however often they are repeated."""

    def __init__(self, gathered: Gathered) -> None:
        super().__init__()
        self._gathered = gathered
        self._hidden_styles: set[str] = set()
        self._style = self._name = self._value = ""
        self._hidden = False
        self._rows: list[tuple[int, list[tuple[int, str]]]] = []
        self._row = self._column = self._repeated = self._across = 1
        self._cells: list[tuple[int, str]] = []
        self._lines: list[str] = []
        self._deep = self._inside = self._skipped = 0
        self._kept = 0

    def startElementNS(self, name: tuple[str | None, str], _qname: str | None, attrs: Any) -> None:  # noqa: N802
        space, tag = name
        if self._skipped or (space, tag) in ((_OFFICE, "annotation"), (_TABLE, "tracked-changes")):
            self._skipped += 1
        elif space == _STYLE and tag == "style":
            self._style = attrs.get((_STYLE, "name"), "")
        elif space == _STYLE and tag == "table-properties":
            if attrs.get((_TABLE, "display"), "true") == "false":
                self._hidden_styles.add(self._style)
        elif space == _TABLE and tag == "table":
            self._deep += 1
            if self._deep == 1:
                self._name = attrs.get((_TABLE, "name"), "")[:NAME]
                self._hidden = attrs.get((_TABLE, "style-name"), "") in self._hidden_styles
                self._rows, self._row, self._kept = [], 1, 0
        elif self._deep == 1 and space == _TABLE and tag == "table-row":
            self._cells, self._column, self._repeated = [], 1, _times(attrs, "number-rows-repeated")
        elif self._deep == 1 and space == _TABLE and tag in _CELLS:
            self._lines, self._across = [], _times(attrs, "number-columns-repeated")
            self._value = self._dated(attrs)
        elif space == _TEXT:
            self._word(tag, attrs)

    def endElementNS(self, name: tuple[str | None, str], _qname: str | None) -> None:  # noqa: N802
        space, tag = name
        if self._skipped:
            self._skipped -= 1
        elif space == _TEXT and tag in ("p", "h"):
            self._inside -= 1
        elif space == _TABLE and tag == "table":
            self._deep -= 1
            if not self._deep:
                self._gathered.sheet(self._name, iter(self._rows), hidden=self._hidden)
        elif self._deep == 1 and space == _TABLE and tag in _CELLS:
            self._end_cell()
        elif self._deep == 1 and space == _TABLE and tag == "table-row":
            self._end_row()

    def characters(self, content: str) -> None:
        if self._inside and not self._skipped and self._deep == 1:
            self._lines[-1] += content
            if len(self._lines[-1]) > CELL:
                raise TooLong

    def _word(self, tag: str, attrs: Any) -> None:
        if tag in ("p", "h"):
            self._inside += 1
            self._lines.append("")
        elif tag == "s" and self._lines:
            count = attrs.get((_TEXT, "c"), "1")
            self._lines[-1] += " " * min(int(count), 80) if count.isascii() and count.isdigit() else " "
        elif tag in ("tab", "line-break") and self._lines:
            self._lines[-1] += "\n" if tag == "line-break" else "\t"

    @staticmethod
    def _dated(attrs: Any) -> str:
        """The day or moment that a cell holds, in ISO: what it shows may be in any order."""
        if attrs.get((_OFFICE, "value-type"), "") != "date":
            return ""
        moment = str(attrs.get((_OFFICE, "date-value"), "")).partition(".")[0]
        return moment.replace("T", " ").removesuffix(" 00:00:00")

    def _end_cell(self) -> None:
        text = self._value or "\n".join(self._lines)
        if text.strip():
            if self._column + self._across - 1 > COLUMNS:
                raise TooWide
            self._cells += [(self._column + more, text) for more in range(self._across)]
        self._column += self._across

    def _end_row(self) -> None:
        if self._cells:
            self._kept += self._repeated
            if self._kept > ROWS:
                raise TooMany
            self._rows += [(self._row + more, self._cells) for more in range(self._repeated)]
        self._row += self._repeated
