"""What a sheet costs beside bare reportlab drawing the same strings, boxes and codes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from types import ModuleType

from benchmarks.drawn import Stroke, bare, drawn
from benchmarks.measuring import Figure, Size, again, paired
from smes_panel.intake.example import example
from smes_panel.model.panel import Member, Role
from smes_panel.model.sheet import SheetFacts
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from smes_panel.paper import checklist, grid
from smes_panel.paper.checklist import checklist_pdf
from smes_panel.paper.grid import grid_pdf

_BESIDE = "bare reportlab, the same strokes"


def facts(stage: Stage, member: Member | None) -> SheetFacts:
    """A sheet of the ready example, for Yasmina Modèle where there is a member, else blank."""
    posting, criteria = example("connect")
    return SheetFacts(
        dossier="0A1B2C3D",
        organisation=posting.organisation or "",
        title=posting.title or "",
        reference="CP-2022-06",
        stage=stage,
        language=Language.FR,
        criteria=tuple(criterion for criterion in criteria if criterion.seen_at(stage)),
        form_version=1,
        printed_on=date(2022, 7, 4),
        application="K-04" if member else None,
        candidate="Yasmina Modèle" if member else None,
        member=member,
        when="mardi 5 juillet 2022, 9 h 30" if member else None,
        room="salle A" if member else None,
    )


def bench(_folder: Path, size: Size) -> Iterator[Figure]:
    member = Member("m1", 2, "Maude Jury", Role.MEMBER)
    for what, room, make in (
        ("interview grid", grid, partial(grid_pdf, facts(Stage.INTERVIEW, member))),
        ("blank checklist", checklist, partial(checklist_pdf, facts(Stage.SCREENING, None))),
    ):
        strokes = _drawn(room, make)
        pages = bare(strokes).count(b"/Type /Page\n") or make().count(b"/Type /Page\n")
        yield paired(f"{what}, {pages} pages", _BESIDE, size.pairs, again(make), again(partial(bare, strokes)))


def _drawn(room: ModuleType, make: partial[bytes]) -> list[Stroke]:
    return drawn(room, make)
