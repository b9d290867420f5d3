"""What is not a refusal but a bug: said once, with where in the code and nothing of what was in it."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.wording import Tongue
from ui.wording import frame as w


def account(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it went wrong: the kind of error, then file name, line and function. No message, no value, no folder.

    An error's message may quote a name or a path; the places in the code never do.
    """
    lines = [kind.__name__]
    lines += [f"  {Path(place.filename).name}:{place.lineno} {place.name}" for place in traceback.extract_tb(trace)]
    return "\n".join(lines)


class CrashDialog(QDialog):
    def __init__(self, tongue: Tongue, text: str) -> None:
        super().__init__(QApplication.activeWindow())
        self.setWindowTitle(tongue(w.PRODUCT))
        self.setMinimumWidth(look().px(520))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look().px(20),) * 4)
        column.setSpacing(look().px(10))
        column.addWidget(Label(tongue(w.CRASHED), "h2", wrap=True))
        column.addWidget(Label(tongue(w.CRASH_KEPT), wrap=True))
        column.addWidget(Label(tongue(w.CRASH_DO), wrap=True))
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tongue(w.COPY_TEXT))
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.addStretch(1)
        copy = Button(tongue(w.COPY_TEXT), picture="copy")
        copy.clicked.connect(self._copy)
        close = Button(tongue(w.CLOSE), "primary")
        close.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addWidget(close)
        column.addLayout(row)
        close.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())


def install(tongue: Callable[[], Tongue]) -> None:
    """From now on a bug is told in a dialog, once at a time, and the window goes on."""
    showing = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal showing
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = account(kind, trace)
        print(text, file=sys.stderr)
        if showing:
            return
        showing = True
        try:
            CrashDialog(tongue(), text).exec()
        finally:
            showing = False

    sys.excepthook = hook
