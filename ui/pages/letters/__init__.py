"""Letters: what was decided of each person, the letter that says so, and what it still waits for."""

from __future__ import annotations

from typing import cast

from ui.frame import Frame
from ui.pages.letters.page import Letters
from ui.pages.letters.place import Place
from ui.session import Session

__all__ = ["Letters", "Place", "made"]


def made(session: Session, frame: Frame, place: object) -> Letters:
    """The page, at the place one left it."""
    return Letters(session, frame, cast("Place | None", place))
