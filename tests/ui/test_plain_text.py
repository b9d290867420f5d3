"""Text from outside is never markup: it opens no file, and no widget can be made to take it for markup."""

from __future__ import annotations

import ctypes
import os
import re
import struct
import sys
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from smes_panel.dossier import Dossier
from smes_panel.gestures.vacancy import OpenVacancy
from smes_panel.model.vacancy import Criterion, Posting
from smes_panel.model.words import Language, Words
from tests.ui import dossiers
from tests.ui.conftest import Opener, ctrl, press, settle, type_in
from ui.pages.applications import Applications
from ui.pages.vacancy import Vacancy
from ui.widgets.label import Label, tip

UI = Path(__file__).resolve().parents[2] / "ui"
_IN_OPEN = 0x20


class Watch:
    """Counts how often a file is opened, by anybody, through the kernel."""

    def __init__(self, file: Path) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        self._fd = libc.inotify_init1(os.O_NONBLOCK)
        assert libc.inotify_add_watch(self._fd, bytes(file), _IN_OPEN) >= 0

    def opened(self) -> int:
        try:
            return len(os.read(self._fd, 65536)) // struct.calcsize("iIII")
        except BlockingIOError:
            return 0


@pytest.fixture
def canary(tmp_path: Path, qapp: QApplication) -> tuple[str, Watch]:
    """A text that names a picture, and what sees that picture being opened."""
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux tells who opens a file")
    assert qapp is not None  # a picture needs one
    file = tmp_path / "canary.png"
    picture = QPixmap(2, 2)
    picture.fill(Qt.GlobalColor.black)
    assert picture.save(str(file))
    return f"<img src='{file.as_uri()}'><b>Yasmina</b>", Watch(file)


def test_the_canary_sings_in_a_label_that_guesses(canary: tuple[str, Watch], qtbot: QtBot) -> None:
    text, watch = canary
    label = QLabel(text)
    qtbot.addWidget(label)
    label.show()
    qtbot.waitExposed(label)
    assert watch.opened() > 0


def test_a_label_of_ours_opens_nothing(canary: tuple[str, Watch], qtbot: QtBot) -> None:
    text, watch = canary
    label = Label(text)
    qtbot.addWidget(label)
    label.show()
    qtbot.waitExposed(label)
    assert (watch.opened(), label.text()) == (0, text)


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_tool_tip_shows_exactly_the_text(canary: tuple[str, Watch], qtbot: QtBot) -> None:
    text, watch = canary
    label = Label("here")
    qtbot.addWidget(label)
    label.show()
    QToolTip.showText(QPoint(5, 5), tip(text), label)
    qtbot.waitUntil(QToolTip.isVisible)
    assert watch.opened() == 0
    QToolTip.hideText()


def test_a_hostile_dossier_opens_no_file_on_any_page(
    canary: tuple[str, Watch], open_window: Opener, tmp_path: Path
) -> None:
    text, watch = canary
    path = tmp_path / "hostile.smes"
    with Dossier.create(path, dossiers.PASSPHRASE) as dossier:
        criteria = tuple(
            Criterion(f"C{n:02d}", text, label=Words(text) if n == 1 else Words(), questions=(Words(text),))
            for n in (1, 2)
        )
        posting = Posting(
            text=text,
            language=Language.FR,
            title=text,
            organisation=text,
            mission=text,
            missions=(text,),
            conditions=(text,),
        )
        dossier.do(OpenVacancy(posting, criteria))
        dossier.do(dossiers.application(text))
        dossier.do(dossiers.application(text, n=1))
    window = open_window(path)
    type_in(dossiers.PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert isinstance(window.page, Applications)
    ctrl(Qt.Key.Key_F)
    type_in("<img")
    settle()
    ctrl(Qt.Key.Key_2)
    page = cast("QWidget", window.page)
    assert isinstance(page, Vacancy)
    for view in (0, 1, 2):
        page.turn(view)
        settle()
    window.grab()
    ctrl(Qt.Key.Key_L)
    assert watch.opened() == 0


FORBIDDEN = {
    r"\bQLabel\(": "ui/widgets/label.py",
    r"\bQMessageBox\b": "",
    r"\bQTextBrowser\b": "",
    # Copied for a spreadsheet, each cell escaped.
    r"\.setHtml\(": "ui/pages/compare/copying.py",
    r"\.insertHtml\(|\.appendHtml\(|\.setMarkdown\(|RichText|AutoText": "",
    r"setToolTip\((?!tip\()": "",
    r"setStatusTip\(|setWhatsThis\(": "",
}


@pytest.mark.parametrize(("pattern", "home"), FORBIDDEN.items(), ids=list(FORBIDDEN))
def test_no_widget_that_guesses_markup_is_used(pattern: str, home: str) -> None:
    found = [
        f"{file.relative_to(UI.parent).as_posix()}: {line.strip()}"
        for file in sorted(UI.rglob("*.py"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.search(pattern, line) and file.relative_to(UI.parent).as_posix() != home
    ]
    assert found == []
