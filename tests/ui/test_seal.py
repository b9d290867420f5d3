"""Before the opening nothing in the window tells one member what a colleague at the same laptop rated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from smes_panel.dossier import Dossier
from smes_panel.gestures.assessment import HandIn, Rate
from smes_panel.gestures.gesture import Gesture
from smes_panel.gestures.own import Jot
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.vacancy import Stage
from tests.ui import dossiers
from tests.ui.conftest import ctrl, press, settle, type_in
from tests.ui.panelled import CODES, SECRET, made
from tests.ui.test_evaluate import Sitting, levels, ready, sitting
from ui.pages import PAGES
from ui.widgets.label import Elided, Label
from ui.window import Window

__all__ = ["ready", "sitting"]

Key = Qt.Key


def seats(window: Window, name: str) -> None:
    """Has this member at the screen instead of whoever was, without locking."""
    session = window.session
    assert session is not None
    member = next((one.id for one in session.read.panel() if one.name == name), "")
    window.choose_member()
    settle()
    window._seat(member, shared=True)
    settle()


def steps(window: Window) -> list[Gesture | None]:
    """What can be taken back and what can be done again."""
    assert window.session is not None
    return [window.session.undoable, window.session.redoable]


def items(model: QAbstractItemModel) -> Iterator[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    many = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row, column, role in product(range(model.rowCount()), range(many), roles):
        yield str(model.data(model.index(row, column), role))


def told(window: Window) -> list[str]:
    """All words that the window shows or says of itself, hidden ones too; not the time of day."""
    found = [window.windowTitle()]
    for one in window.findChildren(QWidget):
        found += [one.toolTip(), one.accessibleName(), one.accessibleDescription(), one.statusTip()]
        if isinstance(one, QLabel | QLineEdit | QPushButton | Label):
            found.append(one.text())
        if isinstance(one, Elided):
            found.append(one.said())
        if isinstance(one, QPlainTextEdit):
            found.append(one.toPlainText())
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            found += items(one.model())
    return [re.sub(r"\d\d:\d\d", "", one) for one in found if one]


def at_rest(window: Window, qtbot: QtBot) -> list[str]:
    """What is told once documents have come and nothing changes any more."""
    heard: list[list[str]] = [[]]

    def same() -> bool:
        qtbot.wait(300)
        settle()
        heard.append(sorted(told(window)))
        return heard[-1] == heard[-2]

    qtbot.waitUntil(same, timeout=20_000)
    return heard[-1]


def test_who_sits_down_after_a_colleague_neither_sees_nor_takes_back_what_that_one_did_for_oneself(
    sitting: Sitting,
) -> None:
    window = sitting()
    press(Key.Key_4)
    press(Key.Key_C)
    type_in("jonquille")
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    before = levels(window)
    assert before["C01"] == 4
    assert steps(window)[0] is not None
    ctrl(Key.Key_Z)
    assert steps(window)[1] is not None
    seats(window, "Dries Comité")
    assert steps(window) == [None, None]
    assert not any("jonquille" in one or ("C1" in one and "4" in one) for one in told(window))
    window.undo()
    seats(window, "Maude Jury")
    assert levels(window) == before


def world(path: Path, level: int, comment: str) -> Path:
    """Three files, of which Dries handed in two; all that is his is `level` and `comment`."""
    made(path, rated=False)
    with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
        read = dossier.read
        dries = read.panel()[1]
        keys = read.rated_applications(Stage.SCREENING)
        for key in keys:
            dossier.do(Jot(dries, key, comment))
            for code in CODES:
                dossier.do(Rate(dries, key, Stage.SCREENING, code, Answer(RatingState.RATED, level, comment)))
        dossier.do(HandIn(dries, Stage.SCREENING, keys[:2]))
    return path


@pytest.mark.parametrize("name", ["Maude Jury", ""], ids=["a member", "nobody"])
def test_every_page_says_the_same_whatever_a_colleague_rated(
    sitting: Sitting, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    heard = []
    for number, (level, comment) in enumerate(((1, "rien"), (4, SECRET))):
        window = sitting(name or "Maude Jury", world(tmp_path / f"{number}.smes", level, comment))
        if not name:
            seats(window, "")
        pages = {}
        for entry in PAGES:
            window.go(entry.name)
            pages[entry.name] = at_rest(window, qtbot)
        heard.append(pages)
        window.lock()
        settle()
    assert {*heard[0]} == {entry.name for entry in PAGES}
    assert not any(SECRET in one for pages in heard for said in pages.values() for one in said)
    for entry in PAGES:
        assert heard[0][entry.name] == heard[1][entry.name]
