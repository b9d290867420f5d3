"""Vacancy: the posting beside the criteria drawn from it, and what is still to be settled."""

from __future__ import annotations

from typing import cast

from ui.frame import Frame
from ui.pages.vacancy.page import Place, Vacancy
from ui.session import Session

__all__ = ["Place", "Vacancy", "made"]


def made(session: Session, frame: Frame, place: object) -> Vacancy:
    """The page, at the place one left it."""
    return Vacancy(session, frame, cast("Place | None", place))
