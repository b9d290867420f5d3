"""Tables for a spreadsheet, in which no cell is one that a spreadsheet would carry out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from smes_panel.model.comparison import Compared

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


def comparison_rows(lines: Sequence[Compared], names: Mapping[str, str]) -> list[list[str]]:
    """The comparison of a stage, heads first: the median of each criterion, the mean with what its gaps leave open, the
    essential criteria not shown, then the lowest and highest opinion of each criterion. `names` is by key.
    """
    codes = list(lines[0].medians) if lines else []
    ranges = [f"{code}_{end}" for code in codes for end in ("low", "high")]
    rows = [
        ["key", "name", *codes, "mean", "total_low", "total_high", "essentials_not_shown", "rated", "asked", *ranges]
    ]
    for one in lines:
        ends = [_figure(end[code]) for code in codes for end in (one.low, one.high)]
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
            ]
        )
    return rows


def _figure(level: int | None) -> str:
    return "" if level is None else str(level)
