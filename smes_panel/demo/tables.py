"""Tables for a spreadsheet: what is in the dossier, cell by cell, and no cell that a spreadsheet would carry out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from smes_panel.dossier import Dossier
from smes_panel.insight.comparison import compared
from smes_panel.model.settlement import BRUSSELS
from smes_panel.model.vacancy import Stage

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(cell: str) -> str:
    """The cell as text: what a spreadsheet would take for a formula is quoted."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def write(path: Path, rows: Iterable[Sequence[str]]) -> Path:
    """Writes the table at `path`, which is the answer: commas, UTF-8, a line of heads first."""
    sink = io.StringIO(newline="")
    csv.writer(sink).writerows([safe(cell) for cell in row] for row in rows)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(sink.getvalue().encode())
    return path


def applications(dossier: Dossier) -> list[list[str]]:
    """One line for each application: who, when, in which language, what was sent, what became of it."""
    rows = [
        [
            "key",
            "name",
            "email",
            "phone",
            "language",
            "received_at",
            "late",
            "documents",
            "missing",
            "resembles",
            "state",
        ]
    ]
    for one in dossier.read.applications():
        identity, received = one.identity, one.received_at
        rows.append(
            [
                one.key,
                identity.name,
                identity.email,
                identity.phone,
                identity.language.value if identity.language else "",
                f"{received.astimezone(BRUSSELS):%Y-%m-%d %H:%M}" if received else "",
                one.timeliness.value,
                " ".join(document.kind for document in one.documents),
                " ".join(one.missing),
                " ".join(one.resembles),
                one.state,
            ]
        )
    return rows


def ratings(dossier: Dossier) -> list[list[str]]:
    """Every rating of the opened stages."""
    rows = [["application", "member", "stage", "criterion", "state", "level", "comment"]]
    for rating in dossier.read.ratings():
        answer = rating.answer
        level = "" if answer.level is None else str(answer.level)
        rows.append(
            [
                rating.application,
                rating.member,
                rating.stage.value,
                rating.criterion,
                answer.state.value,
                level,
                answer.comment,
            ]
        )
    return rows


def comparison(dossier: Dossier, stage: Stage) -> list[list[str]]:
    """The medians of an opened stage with the mean and what its gaps leave open, in the order of the numbers."""
    answer = dossier.read.opened(stage)
    codes = [criterion.code for criterion in answer.criteria]
    rows = [["key", *codes, "mean", "total_low", "total_high", "rated", "asked"]]
    for one in compared(answer.applications, answer.criteria, answer.ratings):
        figures = ["" if figure is None else f"{figure:.2f}" for figure in (one.mean, one.total_low, one.total_high)]
        medians = ["" if one.medians[code] is None else str(one.medians[code]) for code in codes]
        rows.append([one.key, *medians, *figures, str(one.rated), str(one.asked)])
    return rows
