"""After the opening, by keyboard: the panel's rating beside the opinions, and one's own correction beside the first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from tests.ui.compared import Sitting, matrix, page, said
from tests.ui.conftest import focused, press, settle, type_in
from tests.ui.test_compare import cell
from ui.widgets.opinion import OpinionCard
from ui.widgets.scores import Range
from ui.window import Window

SCREENING = Stage.SCREENING


def agreed(window: Window) -> list[tuple[str, str, int, int | None, str]]:
    assert window.session is not None
    found = window.session.read.consensus(SCREENING)
    return [(key, code, one.level, one.median, one.sentence) for (key, code), one in found.items()]


def ring(window: Window, key: str, code: str) -> int | None:
    score = cell(window, key, code)
    assert isinstance(score, Range)
    return score.panel


def test_the_panel_keeps_the_median_with_two_keys_and_undo_takes_it_back(sitting: Sitting) -> None:
    window = sitting()
    press(Qt.Key.Key_C)
    press(Qt.Key.Key_Tab)
    assert isinstance(focused(), QLineEdit)
    press(Qt.Key.Key_Return)
    assert agreed(window) == [("K-01", "C01", 4, 4, "")]
    assert ring(window, "K-01", "C01") == 4
    assert focused() is matrix(window)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert agreed(window) == []
    assert ring(window, "K-01", "C01") is None


def test_a_move_from_the_median_waits_for_a_sentence_and_no_opinion_changes(sitting: Sitting) -> None:
    window = sitting()
    assert window.session is not None
    before = window.session.read.opened(SCREENING)
    press(Qt.Key.Key_C)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert agreed(window) == []
    type_in("Le jury a relu la lettre.")
    press(Qt.Key.Key_Return)
    assert agreed(window) == [("K-01", "C01", 2, 4, "Le jury a relu la lettre.")]
    assert window.session.read.opened(SCREENING) == before
    assert ring(window, "K-01", "C01") == 2
    assert "Note du jury\u00a0: 2 En partie (médiane 4). Le jury a relu la lettre." in said(window)
    assert len(page(window).findChildren(OpinionCard)) == 3
    score = cell(window, "K-01", "C01")
    assert isinstance(score, Range)
    assert score.said.endswith("médiane 4, avis unanimes, note du jury 2")


def test_what_is_half_said_outlives_another_language_and_another_cell(sitting: Sitting) -> None:
    window = sitting()
    press(Qt.Key.Key_C)
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_Tab)
    type_in("La lettre")
    window.speak(Language.NL)
    settle()
    matrix(window).setFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_C)
    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == "La lettre"
    type_in(" le montre")
    press(Qt.Key.Key_Return)
    assert agreed(window) == [("K-01", "C01", 3, 4, "La lettre le montre")]


def test_escape_leaves_things_as_they_are_and_goes_back_to_the_matrix(sitting: Sitting) -> None:
    window = sitting()
    press(Qt.Key.Key_C)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Escape)
    assert agreed(window) == []
    assert focused() is matrix(window)


def test_a_member_corrects_the_own_rating_and_both_versions_stand_on_the_card(sitting: Sitting) -> None:
    window = sitting("Dries Comité")
    assert window.session is not None
    press(Qt.Key.Key_R)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert window.session.read.corrections(SCREENING) == ()
    type_in("Relu, la lettre ne le montre pas.")
    press(Qt.Key.Key_Return)
    (one,) = window.session.read.corrections(SCREENING)
    assert (one.rating.member, one.rating.application, one.rating.criterion) == ("Dries Comité", "K-01", "C01")
    assert (one.first, one.rating.answer) == (
        Answer(RatingState.RATED, 4, "vu 4"),
        Answer(RatingState.RATED, 1, "vu 4"),
    )
    (card,) = [
        card for card in page(window).findChildren(OpinionCard) if card.accessibleName().startswith("Dries Comité")
    ]
    assert "Dries Comité, 4 Très solide. vu 4 Corrigé, " in card.accessibleName()
    assert card.accessibleName().endswith("1 Pas montré. Relu, la lettre ne le montre pas.")
