"""Starting: the first screen is painted before the core is brought in; a bug is told without a name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.crash import CrashDialog, account
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
