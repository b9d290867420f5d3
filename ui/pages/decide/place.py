"""Where one is on the page that decides, as a rebuilt window is told."""

from __future__ import annotations

from dataclasses import dataclass

from smes_panel.model.vacancy import Stage


@dataclass(frozen=True, slots=True)
class Place:
    """The stage, and the key of the person."""

    stage: Stage = Stage.SCREENING
    key: str = ""
