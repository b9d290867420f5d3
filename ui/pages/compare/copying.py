"""The table of the page as text with tabs and as an HTML table: what a spreadsheet or a letter takes from Ctrl+C."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

from smes_panel.paper.spreadsheet import safe
from ui.pages.compare.reading import MEAN, UNSHOWN, Table, heads, score
from ui.widgets.matrix import Line
from ui.widgets.scores import Figure, Flags, One, Range, Score, Side
from ui.wording import compare as w


def as_rows(table: Table, view: int, lines: Sequence[Line]) -> list[list[str]]:
    """Heads first, then each line as the page shows it; an interval has columns of its own."""
    tongue, columns = table.tongue, heads(table, view)
    names = [f"{one.number} {one.label}".strip() for one in columns if one.name not in (MEAN, UNSHOWN)]
    ends = [tongue(w.LOWEST_TOTAL), tongue(w.HIGHEST_TOTAL)]
    rows = [["", tongue(w.CANDIDATE), *names, tongue(w.MEAN), *ends, tongue(w.UNSHOWN)]]
    for line in lines:
        cells = [_words(score(table, view, line.key, one.name)) for one in columns]
        total = table.totals[line.key]
        bounds = ["" if one is None else w.decimal(tongue, float(one)) for one in (total.low, total.high)]
        rows.append([line.key, line.name, *cells[:-1], *bounds, cells[-1]])
    return rows


def _words(shown: Score) -> str:
    match shown:
        case Range(median=median, low=low, high=high):
            return str(median) if low == high else f"{median} ({low}–{high})"
        case One(level=level):
            return str(level)
        case Side(levels=levels):
            return " / ".join("–" if level is None else str(level) for level in levels)
        case Figure(words=words) | Flags(words=words):
            return words
        case _:
            return ""


def as_mime(rows: Sequence[Sequence[str]]) -> QMimeData:
    """Both at once. No cell is one that a spreadsheet would carry out, and none breaks its line."""
    plain = [[safe(" ".join(cell.split())) for cell in row] for row in rows]
    mime = QMimeData()
    mime.setText("\n".join("\t".join(row) for row in plain))
    lines = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in plain)
    mime.setHtml(f"<table>{lines}</table>")
    return mime
