"""Evaluate: my applications, the document, the checklist; by keyboard from one end to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.evaluate.page import Evaluate
from ui.pages.evaluate.place import Place

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.session import Session

__all__ = ["Evaluate", "Place", "made"]


def made(session: Session, frame: Frame, place: object) -> Evaluate:
    """The page on an open dossier, at the place one left it, or at an application (by id) that another page names."""
    if isinstance(place, str):
        place = Place(application=place, reread=True)
    return Evaluate(session, frame, place if isinstance(place, Place) else None)
