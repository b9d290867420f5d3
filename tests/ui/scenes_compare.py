"""The scenes of the page that compares an opened stage."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.ui.conftest import press
from ui.pages.compare import Compare

if TYPE_CHECKING:
    from tests.ui.scenes import Studio

CHAIR = "Maude Jury"


def compared(*keys: Qt.Key, who: str = "", right: int = 0, low: bool = False) -> Callable[[Studio], None]:
    def play(studio: Studio) -> None:
        if who:
            studio.sit(who)
        page = studio.go("compare")
        for key in (*[Qt.Key.Key_Right] * right, *keys):
            press(key)
        assert isinstance(page, Compare)
        studio.wait(lambda: page.aside.found is not None or not page.aside.isVisible())
        if low and (drawer := page.aside.drawer):
            studio.calm()
            drawer.pane.verticalScrollBar().setValue(drawer.pane.verticalScrollBar().maximum())

    return play


_UP, _DOWN, _RIGHT, _RETURN = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return

COMPARED: tuple[tuple[str, Callable[[Studio], None]], ...] = (
    ("1-opened", compared()),
    ("2-a-cell", compared(_DOWN, _RIGHT, _RETURN)),
    ("4-passages", compared(Qt.Key.Key_D, Qt.Key.Key_P)),
    # After these, on the page as it was: the weights last as long as the window.
    ("5-what-if", compared(Qt.Key.Key_Escape, Qt.Key.Key_W, _DOWN, _RIGHT, _UP, right=6, who=CHAIR)),
    ("6-figures", compared(Qt.Key.Key_Escape, Qt.Key.Key_Escape, who=CHAIR, low=True)),
)
