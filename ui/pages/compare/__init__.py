"""Compare: who against what, once a stage is open; nobody's ratings before."""

from __future__ import annotations

from typing import cast

from ui.frame import Frame
from ui.pages.compare.page import Compare
from ui.pages.compare.place import Place
from ui.session import Session

__all__ = ["Compare", "Place", "made"]


def made(session: Session, frame: Frame, place: object) -> Compare:
    """The page, at the place one left it."""
    return Compare(session, frame, cast("Place | None", place))
