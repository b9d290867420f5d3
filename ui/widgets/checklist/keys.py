"""Which key gives which rating: digits as every keyboard here sends them, with Shift or without, and the keypad."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_DIGITS = {Qt.Key.Key_0: 0, Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4}
# What the digit row of a Belgian keyboard sends without Shift. With Shift the same signs are something else elsewhere.
_BELGIAN = {
    Qt.Key.Key_Ampersand: 1,
    Qt.Key.Key_Eacute: 2,
    Qt.Key.Key_QuoteDbl: 3,
    Qt.Key.Key_Apostrophe: 4,
    Qt.Key.Key_Agrave: 0,
}
_SIGNS = {"&": 1, "é": 2, '"': 3, "'": 4, "à": 0}
_SHIFT, _KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier


def digit(event: QKeyEvent) -> int | None:
    """The level that a key asks for, 0 for not assessable; None where it asks for none."""
    held, key = event.modifiers(), Qt.Key(event.key())
    if held & ~(_SHIFT | _KEYPAD):
        return None
    if key in _DIGITS:
        return _DIGITS[key]
    if held & _SHIFT:
        return None
    return _BELGIAN.get(key, _SIGNS.get(event.text()))
