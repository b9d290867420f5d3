"""Evaluate: my applications, the document, the checklist; by keyboard from one end to the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from smes_panel.model.vacancy import Stage
from ui.frame import Spot
from ui.pages.evaluate.page import Evaluate
from ui.pages.evaluate.place import Place

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.session import Session

__all__ = ["Evaluate", "Place", "made"]


def made(session: Session, frame: Frame, place: object) -> Evaluate:
    """The page on an open dossier, at the place one left it, or where another page leads: to an application (by id), or
    to a spot in one.
    """
    if isinstance(place, str):
        place = Place(application=place, reread=True)
    elif isinstance(place, Spot):
        stage = Stage(place.stage or Stage.SCREENING)
        sought = (place.words, place.before) if place.document else None
        at = Place(stage, place.application, place.code, place.document, reread=True, sought=sought)
        place = replace(at, pane="reader" if place.document else "checklist")
    return Evaluate(session, frame, place if isinstance(place, Place) else None)
