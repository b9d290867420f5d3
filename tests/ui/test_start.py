"""Starting: the first screen is painted before the core is brought in; a bug is told without a name."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.crash import CrashDialog, account
from ui.cycles import keep_to_this_thread
from ui.wording import Tongue

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("reportlab", "pypdfium2", "sqlite_utils", "sqlcipher3", "babel", "nacl", "phonenumbers", "email", "hypothesis")
FIRST_PAINT = f"""
import sys
from ui import app
from ui.prompts import Dialogs
from ui.window import Window
application, comforts = app.start([])
window = Window(comforts, Dialogs())
window.show()
application.processEvents()
print([name for name in {HEAVY!r} if name in sys.modules])
"""


def test_the_first_screen_is_painted_before_the_core_is_brought_in() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


WINDOW = """
from PySide6.QtGui import QGuiApplication
from ui import app
from ui.prompts import Dialogs
from ui.window import Window
application, comforts = app.start([])
window = Window(comforts, Dialogs())
app.appear(window, comforts)
application.processEvents()
print(window.isMaximized())
comforts.geometry = window.saveGeometry()
again = Window(comforts, Dialogs())
app.appear(again, comforts)
print(again.isVisible())
"""


@pytest.mark.parametrize(("screen", "whole"), [("1366x768", True), ("1920x1080", False)])
def test_the_first_window_takes_all_of_a_screen_that_has_no_more_than_it_needs(screen: str, whole: bool) -> None:
    width, height = screen.split("x")
    screens = {"screens": [{"name": "one", "x": 0, "y": 0, "width": int(width), "height": int(height)}]}
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(screens, file)
        file.flush()
        done = subprocess.run(
            [sys.executable, "-c", WINDOW],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file.name}"},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
    assert done.stdout.split() == [str(whole), "True"]


class Ring:
    """Garbage that only the collector finds, and says which thread took it apart."""

    def __init__(self, said: list[str]) -> None:
        self.itself, self.said = self, said

    def __del__(self) -> None:
        self.said.append(threading.current_thread().name)


def test_what_a_busy_thread_leaves_is_collected_on_the_thread_of_the_window(qtbot: QtBot, qapp: QApplication) -> None:
    gc.enable()
    keep_to_this_thread(qapp)
    said: list[str] = []
    Ring(said)
    kept: list[list[int]] = []
    busy = threading.Thread(target=lambda: kept.extend([n] for n in range(200_000)), name="busy")
    busy.start()
    busy.join()
    assert said == []
    qtbot.waitUntil(lambda: said == [threading.main_thread().name], timeout=5_000)
    for timer in qapp.findChildren(QTimer):
        timer.deleteLater()


def test_a_bug_is_told_by_its_place_and_never_by_its_words(qtbot: QtBot) -> None:
    try:
        raise ValueError("Salma Esquisse, ~salma/dossier.smes")
    except ValueError as error:
        told = account(type(error), error.__traceback__)
    first, second = told.splitlines()
    assert first == "ValueError"
    assert second.strip().startswith("test_start.py:")
    assert "Salma" not in told
    assert "/" not in told
    dialog = CrashDialog(Tongue(), told)
    qtbot.addWidget(dialog)
    assert dialog.text.toPlainText() == told
