"""Tables for a spreadsheet, in which no cell is one that a spreadsheet would carry out."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from smes_panel.model.comparison import Compared
from smes_panel.queries.answers import Consensus

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


COMPARISON_BEGINS = b"key,name,"
"""The first bytes of every comparison, by which an earlier one is known."""


def safe(cell: str) -> str:
    """The cell as text: what a spreadsheet would take for a formula is quoted."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """The table with commas, in UTF-8, a line of heads first."""
    sink = io.StringIO(newline="")
    csv.writer(sink).writerows([safe(cell) for cell in row] for row in rows)
    return sink.getvalue().encode("utf-8", "replace")


_FIGURE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FIRST_PART = "docProps/app.xml"
_LONGEST_CELL = 32_767
_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001  # a workbook's dates have no zone


def xlsx_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """The table as a workbook, a line of heads first; same rows, same bytes. Figures are numbers, and everything else
    is text that no spreadsheet carries out.
    """
    # Brought in when it is asked for: half of what the program weighs at its start.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = _EPOCH
    book.properties.creator = "Smes Panel"
    sheet = book.create_sheet("1")
    for row in rows:
        line = []
        for said in row:
            cell = WriteOnlyCell(sheet, value=None)
            if _FIGURE.fullmatch(said):
                cell.value = float(said) if "." in said else int(said)
            elif said:
                cell.value = _CONTROL.sub("", safe(said).encode("utf-8", "replace").decode())[:_LONGEST_CELL]
                cell.data_type = "s"
            line.append(cell)
        sheet.append(line)
    made, sink = io.BytesIO(), io.BytesIO()
    book.save(made)
    # The parts anew with one date, so that the same table is the same file, and known for ours by its first bytes.
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as anew:
        for name in sorted(parts.namelist(), key=lambda one: (one != _FIRST_PART, one)):
            part = parts.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", part)
            anew.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return sink.getvalue()


def xlsx_begins() -> bytes:
    """The first bytes of every workbook of ours, by which an earlier one is known."""
    return xlsx_bytes([])[: 30 + len(_FIRST_PART)]


def comparison_rows(
    lines: Sequence[Compared], names: Mapping[str, str], consensus: Mapping[tuple[str, str], Consensus] | None = None
) -> list[list[str]]:
    """The comparison of a stage, heads first: the median of each criterion, the mean with what its gaps leave open, the
    essential criteria not shown, then the lowest and highest opinion of each criterion; and what the
    panel concluded, by key and criterion code, for the criteria where it did. `names` is by key.
    """
    codes = list(lines[0].medians) if lines else []
    ranges = [f"{code}_{end}" for code in codes for end in ("low", "high")]
    concluded = consensus or {}
    talked = [code for code in codes if any((one.key, code) in concluded for one in lines)]
    panel = [f"{code}_panel{end}" for code in talked for end in ("", "_why")]
    rows = [
        [
            "key",
            "name",
            *codes,
            "mean",
            "total_low",
            "total_high",
            "essentials_not_shown",
            "rated",
            "asked",
            *ranges,
            *panel,
        ]
    ]
    for one in lines:
        ends = [_figure(end[code]) for code in codes for end in (one.low, one.high)]
        said = [concluded.get((one.key, code)) for code in talked]
        totals = ["" if figure is None else f"{figure:.2f}" for figure in (one.mean, one.total_low, one.total_high)]
        rows.append(
            [
                one.key,
                names.get(one.key, ""),
                *(_figure(one.medians[code]) for code in codes),
                *totals,
                " ".join(one.unshown),
                str(one.rated),
                str(one.asked),
                *ends,
                *(cell for each in said for cell in (("", "") if each is None else (str(each.level), each.sentence))),
            ]
        )
    return rows


def _figure(level: int | None) -> str:
    return "" if level is None else str(level)
