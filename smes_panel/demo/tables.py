"""Tables for a spreadsheet: what is in the dossier, cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from smes_panel.dossier import Dossier
from smes_panel.insight.comparison import compared
from smes_panel.model.settlement import BRUSSELS
from smes_panel.model.vacancy import Stage
from smes_panel.paper.spreadsheet import comparison_rows, csv_bytes


def write(path: Path, rows: Iterable[Sequence[str]]) -> Path:
    """Writes the table at `path`, which is the answer."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(csv_bytes(rows))
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
    """The comparison of an opened stage, in the order of the numbers."""
    answer = dossier.read.opened(stage)
    names = {one.key: one.identity.name for one in dossier.read.applications()}
    return comparison_rows(
        compared(answer.applications, answer.criteria, answer.ratings), names, dossier.read.consensus(stage)
    )
