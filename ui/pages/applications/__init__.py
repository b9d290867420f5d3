"""Applications: what came in, who from, when, with what, and what is left to settle."""

from __future__ import annotations

from typing import cast

from ui.frame import Frame
from ui.pages.applications.page import Applications
from ui.pages.applications.place import Place
from ui.session import Session

__all__ = ["Applications", "Place", "made"]


def made(session: Session, frame: Frame, place: object) -> Applications:
    """The page, at the place one left it."""
    return Applications(session, frame, cast("Place | None", place))
