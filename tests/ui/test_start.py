"""Starting: the first screen is painted before the core is brought in; a bug is told without a name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

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
