"""The keys of the reader, as the panel's keyboard map has them, Belgian keyboards included."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Moved(Protocol):
    """What keys do to a reader."""

    def scroll_page(self, by: int) -> None: ...
    def scroll_line(self, by: int) -> None: ...
    def scroll_aside(self, by: int) -> None: ...
    def to_start(self) -> None: ...
    def to_end(self) -> None: ...
    def zoom_in(self) -> None: ...
    def zoom_out(self) -> None: ...
    def fit_text(self) -> None: ...
    def next_tone(self) -> None: ...
    def copy(self) -> None: ...


_Act = Callable[[Moved], object]
_PLAIN: dict[Qt.Key, _Act] = {
    Qt.Key.Key_PageDown: lambda reader: reader.scroll_page(1),
    Qt.Key.Key_PageUp: lambda reader: reader.scroll_page(-1),
    Qt.Key.Key_Home: lambda reader: reader.to_start(),
    Qt.Key.Key_End: lambda reader: reader.to_end(),
    Qt.Key.Key_Down: lambda reader: reader.scroll_line(1),
    Qt.Key.Key_Up: lambda reader: reader.scroll_line(-1),
    Qt.Key.Key_Right: lambda reader: reader.scroll_aside(1),
    Qt.Key.Key_Left: lambda reader: reader.scroll_aside(-1),
}
# Whatever Shift says: where + is a shifted key, and where it is not.
_SIGNS: dict[Qt.Key, _Act] = {
    Qt.Key.Key_Plus: lambda reader: reader.zoom_in(),
    Qt.Key.Key_Equal: lambda reader: reader.zoom_in(),
    Qt.Key.Key_Minus: lambda reader: reader.zoom_out(),
}
_CTRL: dict[Qt.Key, _Act] = _SIGNS | {
    Qt.Key.Key_0: lambda reader: reader.fit_text(),
    Qt.Key.Key_Agrave: lambda reader: reader.fit_text(),
    Qt.Key.Key_M: lambda reader: reader.next_tone(),
    Qt.Key.Key_C: lambda reader: reader.copy(),
    Qt.Key.Key_Home: lambda reader: reader.to_start(),
    Qt.Key.Key_End: lambda reader: reader.to_end(),
}
_ALT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def act_on(event: QKeyEvent, reader: Moved) -> bool:
    """Do what a key asks; False where it asks nothing of a reader."""
    held = event.modifiers()
    if held & _ALT:
        return False
    if held & Qt.KeyboardModifier.ControlModifier:
        acts = _CTRL
    elif held & Qt.KeyboardModifier.ShiftModifier:
        acts = _SIGNS
    else:
        acts = _PLAIN | _SIGNS
    act = acts.get(Qt.Key(event.key()))
    if act is not None:
        act(reader)
    return act is not None
