"""The scenes of what protects the reading: conflicts of interest, what is not asked."""

from __future__ import annotations

from PySide6.QtCore import Qt

from smes_panel.gestures.conflict import DeclareConflict
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from tests.ui.conftest import ctrl, press, type_in
from tests.ui.scenes import MIDWAY, Scene, Studio, evaluate


def _rating(studio: Studio) -> None:
    """How the panel reads: names, and which criterion is asked of whom."""
    from ui.pages.vacancy import Vacancy

    page = studio.go("vacancy")
    assert isinstance(page, Vacancy)
    page.turn(3)
    page.rating.matrix.setFocus()


def _conflict(studio: Studio) -> None:
    """A conflict of interest being declared, late, and with it a criterion that is not asked of the reader."""
    from smes_panel.gestures.asking import AskNot

    evaluate()(studio)
    session = studio.window.session
    if session is not None and session.member is not None:
        chair = next(one for one in session.read.panel() if one.role is Role.CHAIR)
        session.do(AskNot(chair, session.member, session.read.rated_at(Stage.SCREENING)[6].code))
    ctrl(Qt.Key.Key_I)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    type_in("même équipe en 2019")


def _closed(studio: Studio) -> None:
    """A file that was declared, gone to in the list."""
    evaluate()(studio)
    session = studio.window.session
    assert session is not None
    assert session.member is not None
    if not session.read.conflicts(session.member):
        first = session.read.reading_order(session.member, Stage.SCREENING)[0]
        session.do(DeclareConflict(session.member, first, "Lien de travail : même équipe en 2019"))
    for _ in range(30):
        press(Qt.Key.Key_N)
    studio.wait(lambda: False, 0, 200)


PROTECTED = (
    Scene("vacancy", "4-reading", MIDWAY, _rating),
    Scene("evaluate", "9-conflict", MIDWAY, _conflict),
    Scene("evaluate", "9-closed", MIDWAY, _closed),
)
