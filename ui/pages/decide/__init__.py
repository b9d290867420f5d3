"""Decide: what the panel proposes for each person, who agrees, and the seal under which it is signed."""

from __future__ import annotations

from typing import cast

from ui.frame import Frame
from ui.pages.decide.page import Decide
from ui.pages.decide.place import Place
from ui.session import Session

__all__ = ["Decide", "Place", "made"]


def made(session: Session, frame: Frame, place: object) -> Decide:
    """The page, at the place one left it."""
    return Decide(session, frame, cast("Place | None", place))
