"""The frame: all keys, anything by its name, nobody at the screen, two windows on one dossier."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from smes_panel.dossier import Dossier
from smes_panel.errors import DiskFull
from smes_panel.gestures.assessment import HandIn
from smes_panel.gestures.gesture import Gesture
from smes_panel.gestures.vacancy import Settle
from smes_panel.model.panel import Member, Role
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from smes_panel.queries import Queries
from smes_panel.store import Pen
from tests.ui import dossiers
from tests.ui.conftest import Opener, at, ctrl, focused, press, settle, type_in
from ui.comforts import Comforts
from ui.pages.applications import Applications
from ui.pages.home import Home
from ui.pages.vacancy import Vacancy
from ui.session import Session
from ui.widgets.keysheet import KeySheet
from ui.window import Window
from ui.wording import Tongue
from ui.wording.refusals import REASONS


def keys_shown(window: Window) -> KeySheet | None:
    return window.overlays.keys


def test_f1_shows_every_key_and_finds_one(window: Window) -> None:
    before = focused()
    press(Qt.Key.Key_F1)
    keys = keys_shown(window)
    assert keys is not None
    assert {"Ctrl K", "Ctrl Z", "Ctrl L", "F1", "Ctrl 1", "Ctrl 2", "Ctrl 3"} <= {key for key, _ in keys.shown}
    type_in("verrouiller")
    assert list(keys.shown) == [("Ctrl L", "verrouiller")]
    for _ in range(5):
        press(Qt.Key.Key_Tab)
        assert window.overlays._shown is not None
        assert window.overlays._shown.isAncestorOf(focused())
    ctrl(Qt.Key.Key_F)
    press(Qt.Key.Key_Escape)
    assert len(keys.shown) > 1
    press(Qt.Key.Key_Escape)
    assert keys_shown(window) is None
    assert focused() is before
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_F1)
    assert keys_shown(window) is None


@pytest.mark.parametrize("language", list(Language))
def test_f1_scrolls_nothing_where_all_keys_have_room(open_window: Opener, path: Path, language: Language) -> None:
    Comforts().language = language
    window = open_window(path)
    type_in(dossiers.PASSPHRASE)
    press(Qt.Key.Key_Return)
    for digit in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        ctrl(digit)
        press(Qt.Key.Key_F1)
        keys = keys_shown(window)
        assert keys is not None
        assert keys.verticalScrollBar().maximum() == 0
        press(Qt.Key.Key_F1)


def test_ctrl_k_goes_to_an_application_a_criterion_a_page(window: Window) -> None:
    ctrl(Qt.Key.Key_2)
    ctrl(Qt.Key.Key_K)
    type_in("theo")
    press(Qt.Key.Key_Return)
    assert at(window, Applications).table.current_key() == "K-03"
    ctrl(Qt.Key.Key_K)
    type_in("c9")
    press(Qt.Key.Key_Return)
    assert at(window, Vacancy).table.current_key() == "C09"
    ctrl(Qt.Key.Key_K)
    type_in("accueil")
    press(Qt.Key.Key_Return)
    at(window, Home)
    ctrl(Qt.Key.Key_K)
    type_in("k-1")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Escape)
    at(window, Home)


def test_nobody_at_the_screen_locks_and_nothing_typed_is_lost(open_window: Opener, path: Path, qtbot: QtBot) -> None:
    window = open_window(path, idle_ms=700)
    type_in(dossiers.PASSPHRASE)
    press(Qt.Key.Key_Return)
    session = window.session
    assert session is not None
    # A field as pages have them: what is typed is written when the focus goes elsewhere.
    field = QLineEdit(window.page)
    field.editingFinished.connect(lambda: session.do(Settle("room", field.text())))
    field.show()
    field.setFocus()
    type_in("salle A")
    QTest.qWait(400)
    type_in("1")
    QTest.qWait(400)
    assert window.session is session
    qtbot.waitUntil(lambda: window.session is None)
    at(window, Home)
    assert window.status.message.said().startswith("Verrouillé après dix minutes")
    with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
        assert dossier.read.answers()["room"].value == "salle A1"


def test_one_comes_back_to_where_one_was(open_window: Opener, path: Path) -> None:
    window = open_window(path)
    type_in(dossiers.PASSPHRASE)
    press(Qt.Key.Key_Return)
    ctrl(Qt.Key.Key_2)
    at(window, Vacancy).table.go_to("C09")
    ctrl(Qt.Key.Key_L)
    type_in(dossiers.PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert at(window, Vacancy).table.current_key() == "C09"
    window.close()
    again = open_window()
    type_in(dossiers.PASSPHRASE)
    press(Qt.Key.Key_Return)
    at(again, Vacancy)


def listeners(session: Session) -> int:
    return session.receivers(SIGNAL("changed(PyObject)"))


def second(window: Window) -> Window:
    ctrl(Qt.Key.Key_N)
    (twin,) = (
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, Window) and one is not window and one.session is window.session is not None
    )
    return twin


def test_two_windows_on_one_dossier_follow_each_other(window: Window) -> None:
    session = window.session
    assert session is not None
    ctrl(Qt.Key.Key_2)
    twin = second(window)
    at(twin, Applications)
    twin.go("vacancy")
    settle()
    for one in (window, twin):
        at(one, Vacancy)
    session.do(Settle("weight.C07", "3"))
    said = [one.status.message.said() for one in (window, twin)]
    assert said == ["C7, poids\u00a0: 3"] * 2
    twin.undo()
    assert [one.status.redo_link is not None for one in (window, twin)] == [True, True]
    twin.close()
    assert window.session is session
    session.do(Settle("weight.C07", "1"))
    assert window.status.message.said() == "C7, poids\u00a0: 1"


def test_locking_one_window_locks_both(window: Window, path: Path) -> None:
    twin = second(window)
    twin.lock()
    settle()
    assert [one.session for one in (window, twin)] == [None, None]
    assert all(isinstance(one.page, Home) for one in (window, twin))
    with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
        assert len(dossier.read.applications()) == 12
    twin.close()


def test_pages_and_windows_that_are_gone_listen_no_more(window: Window) -> None:
    session = window.session
    assert session is not None
    ctrl(Qt.Key.Key_2)
    before = listeners(session)
    for _ in range(3):
        ctrl(Qt.Key.Key_3)
        ctrl(Qt.Key.Key_1)
        ctrl(Qt.Key.Key_2)
        window.rebuild()
        settle()
    assert listeners(session) == before
    twin = second(window)
    assert listeners(session) > before
    twin.close()
    settle()
    assert listeners(session) == before


@dataclass(frozen=True, slots=True)
class Written(Gesture):
    """A gesture that finds the disk full as long as `full` holds something."""

    full: list[str]
    question: str
    answer: str

    def make(self, pen: Pen, read: Queries) -> None:
        if self.full:
            raise DiskFull("There is no room left on the disk.")
        Settle(self.question, self.answer).make(pen, read)


def test_a_full_disk_holds_gestures_up_in_order_and_loses_none(window: Window) -> None:
    session, full = window.session, ["full"]
    assert session is not None
    assert not session.do(Written(full, "room", "salle A"))
    assert window.bars.notice is not None
    assert "réessayé toutes les 20 secondes" in window.bars.notice.said
    assert not session.do(Written(full, "room", "salle B"))
    assert not session.do(Written(full, "room", "une faute"))
    session.undo()
    assert session.waiting == 2
    full.clear()
    assert session.try_again()
    assert (session.waiting, session.read.answers()["room"].value) == (0, "salle B")
    assert window.bars.notice is None


def test_a_refusal_is_told_in_the_language_of_the_moment(window: Window) -> None:
    session = window.session
    assert session is not None
    session.do(Settle("weight.C07", "lourd"))
    assert window.bars.notice is not None
    assert window.bars.notice.said.startswith("«\u00a0lourd\u00a0» n’est pas un poids")
    window.tongue = Tongue(Language.NL)
    window.rebuild()
    settle()
    session.do(HandIn(Member("x", 1, "Nora Proef", Role.SECRETARY), Stage.SCREENING, ()))
    assert window.bars.notice.said.startswith("Nora Proef (secretariaat) beoordeelt niet")


def test_what_the_core_says_is_found_in_the_words_of_the_window() -> None:
    """The fields of a sentence are those that its words take."""
    for beginning, words in REASONS:
        taken = set(re.compile(beginning).groupindex)
        for said in (words.fr, words.nl, words.en):
            assert {field for _, field, _, _ in Formatter().parse(said) if field} <= taken
