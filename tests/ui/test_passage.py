"""On the vacancy page, by keyboard: a criterion under another and out again, to its passage in the posting and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smes_panel.dossier import Dossier
from smes_panel.gestures.vacancy import FreezeChecklist, OpenVacancy
from smes_panel.intake.example import example
from tests.ui import dossiers
from tests.ui.conftest import Opener, ctrl, focused, press, settle, type_in
from ui.pages.vacancy import Vacancy
from ui.window import Window

ALT = Qt.KeyboardModifier.AltModifier
At = Callable[[bool], Window]


@pytest.fixture
def at(open_window: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> At:
    def opened(frozen: bool) -> Window:
        path = tmp_path / "connect.smes"
        monkeypatch.setenv("SMES_PANEL_HOME", str(tmp_path / "home"))
        with Dossier.create(path, dossiers.PASSPHRASE) as dossier:
            dossier.do(OpenVacancy(*example("connect")))
            if frozen:
                dossier.do(FreezeChecklist())
        window = open_window(path)
        window.unlock(path, dossiers.PASSPHRASE)
        settle()
        ctrl(Qt.Key.Key_2)
        page(window).arrive()
        return window

    return opened


def page(window: Window) -> Vacancy:
    assert isinstance(window.page, Vacancy)
    return window.page


def weight(window: Window, row: int) -> str:
    return str(page(window).table.model().index(row, 3).data())


def test_a_criterion_goes_under_the_one_above_and_out_again_by_keyboard(at: At) -> None:
    window = at(False)
    assert window.session is not None
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right, ALT)
    assert window.session.read.criterion("C02").parent == "C01"
    assert weight(window, 0) == ""
    assert window.status.message.said() == "C2 précise C1"
    assert page(window).table.current_key() == "C02"
    press(Qt.Key.Key_Right, ALT)
    assert window.session.read.criterion("C02").parent == "C01"
    press(Qt.Key.Key_Left, ALT)
    assert window.session.read.criterion("C02").parent is None
    ctrl(Qt.Key.Key_Z)
    assert window.session.read.criterion("C02").parent == "C01"


def test_after_the_freeze_no_criterion_goes_under_another(at: At) -> None:
    window = at(True)
    assert window.session is not None
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right, ALT)
    assert window.session.read.criterion("C02").parent is None


def marked(window: Window) -> str:
    original = page(window).original
    return " ".join(one.cursor.selectedText().replace("\u2029", " ") for one in original.extraSelections())


def test_one_goes_from_a_criterion_to_its_passage_and_back_by_keyboard(at: At) -> None:
    window = at(False)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_F4)
    original = page(window).original
    assert focused() is original
    assert marked(window).startswith("Adhésion aux valeurs du Smes")
    assert original.pointed() == "C02"
    for _ in range(12):
        press(Qt.Key.Key_Down)
    there = original.pointed()
    assert there > "C03"
    press(Qt.Key.Key_Return)
    assert focused() is page(window).table
    assert page(window).table.current_key() == there
    press(Qt.Key.Key_F2)
    ctrl(Qt.Key.Key_A)
    type_in("Autre nom")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F4)
    assert original.pointed() == there


def test_a_click_in_the_text_of_the_posting_chooses_the_criterion_said_there(at: At) -> None:
    window = at(False)
    press(Qt.Key.Key_F4)
    settle()
    original = page(window).original
    second = original.document().find("Adhésion aux valeurs du Smes")
    QTest.mouseClick(original.viewport(), Qt.MouseButton.LeftButton, pos=original.cursorRect(second).center())
    assert page(window).table.current_key() == "C02"
    assert focused() is page(window).table
