"""Where one is on the page that compares, as a rebuilt window is told."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from smes_panel.model.vacancy import Stage
from ui.pages.compare.consensus import Typed


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is on this page: kept over a rebuild. `sort` is empty for the order of the numbers."""

    stage: Stage = Stage.SCREENING
    view: int = 0
    apart_only: bool = False
    sort: str = ""
    falling: bool = True
    key: str = ""
    name: str = ""
    reading: bool = False
    reason: str | None = None
    """Why one opens without waiting, as typed so far; None while one does not."""
    typed: Typed | None = None
    """What one says of a cell after the opening, as typed so far."""
    drawer: bool | None = None
    """Whether the drawer is out, as a person asked; None leaves it to the room that there is."""
    unfold: bool = False
    passages: bool = False
    weighing: bool = False
    supposed: tuple[tuple[str, Fraction], ...] = ()
    """What-if weights by criterion: they outlast a rebuilt window, and nothing else."""
