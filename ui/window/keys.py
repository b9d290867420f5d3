"""The keys of the window, wherever the focus is; what the digit row of a Belgian keyboard sends counts as digits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from ui.window.shell import Window

# What the digit row sends without Shift on a Belgian keyboard, from 1 to 9.
_BELGIAN = "&é\"'(§è!ç"


def bind(window: Window) -> None:
    """Give the window its keys."""
    for keys, act in (
        ("Ctrl+Z", window.undo),
        ("Ctrl+Y", window.redo),
        ("Ctrl+Shift+Z", window.redo),
        ("Ctrl+L", window.lock),
        ("Ctrl+F", window.seek),
        ("Ctrl+O", window.take_file),
        ("Ctrl+N", window.double),
        ("Ctrl+K", window.overlays.show_places),
        ("F1", window.overlays.show_keys),
    ):
        QShortcut(QKeySequence(keys), window, act)
    for digit, sign in enumerate(_BELGIAN, start=1):
        for key in (Qt.Key(Qt.Key.Key_0 + digit), Qt.Key(ord(sign.upper()))):
            QShortcut(QKeySequence(Qt.Modifier.CTRL | key), window, partial(window.go_digit, digit))
