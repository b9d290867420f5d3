"""The scenes of what a member sees alone in Evaluate."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from smes_panel.gestures.assessment import Rate
from smes_panel.gestures.gesture import Together
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.vacancy import Stage
from tests.ui.conftest import focused, press, type_in
from tests.ui.scenes import MIDWAY, Scene, Studio, evaluate
from ui.pages.evaluate import Evaluate
from ui.pages.evaluate.calibration import Exercise
from ui.pages.evaluate.guard import PAUSE_MS

_READER = "Sofia Lectrice"
Key = Qt.Key


def scenes() -> tuple[Scene, ...]:
    """One after the other on one window: the last have somebody else at the screen."""
    return (
        Scene("evaluate", "9-notes", MIDWAY, _alone(Key.Key_B, "Jeune, à rappeler ; un accent à entendre.")),
        Scene("evaluate", "9-access", MIDWAY, _alone(Key.Key_V)),
        Scene("evaluate", "9-history", MIDWAY, _alone(Key.Key_H)),
        Scene("evaluate", "9-guard", MIDWAY, _alone(Key.Key_C, "Trop jeune pour diriger une équipe.")),
        Scene("evaluate", "9-drift", MIDWAY, _drifted),
        Scene("evaluate", "9-exercise", MIDWAY, _exercise),
        Scene("evaluate", "9-exercise-anchors", MIDWAY, _answered),
    )


def _page(studio: Studio) -> Evaluate:
    page = studio.window.page
    assert isinstance(page, Evaluate)
    return page


def _alone(key: Key, words: str = "") -> Callable[[Studio], None]:
    """What a key shows its reader alone, and what is typed there, looked at after a pause."""

    def play(studio: Studio) -> None:
        evaluate()(studio)
        page = _page(studio)
        page.own.close()
        page.take_pane("checklist")
        for one in (Key.Key_4, Key.Key_3, key):
            press(one)
        if words:
            field = focused()
            assert isinstance(field, QPlainTextEdit)
            field.selectAll()
            type_in(words)
            # Kept here, so that leaving the field moves nothing any more.
            page.commit()
            QTest.qWait(PAUSE_MS)
        studio.calm()

    return play


def _drifted(studio: Studio) -> None:
    """The last files are rated higher than the first."""
    evaluate(Key.Key_Escape)(studio)
    session = studio.window.session
    assert session is not None
    member = session.member
    assert member is not None
    read, stage = session.read, Stage.SCREENING
    for place, one in enumerate(read.reading_order(member, stage)):
        answer = Answer(RatingState.RATED, 2 if place < 6 else 3)
        session.do(Together(tuple(Rate(member, one, stage, c.code, answer) for c in read.rated_at(stage))))
    studio.calm()


def _exercise(studio: Studio) -> None:
    studio.sit(_READER)
    studio.go("evaluate")
    studio.calm()
    for key in (Key.Key_3, Key.Key_Space, Key.Key_2):
        press(key)
    studio.calm()


def _answered(studio: Studio) -> None:
    _exercise(studio)
    shown = _page(studio).body.shown()
    assert isinstance(shown, Exercise)
    while not shown.is_told:
        press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        press(Key.Key_3)
    studio.calm()
