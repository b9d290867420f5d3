"""Scenes of how a recruitment begins: from a former dossier, and a checklist brought into order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.ui.conftest import press, type_in
from ui.pages.home import Home

if TYPE_CHECKING:
    from tests.ui.scenes import Studio


def former(studio: Studio) -> None:
    """A dossier from a former one, which was read; nothing is made yet."""
    from tests.ui.scenes import MIDWAY, PHRASE

    page = studio.window.page
    assert isinstance(page, Home)
    studio.click(page.new)
    new = page._new
    assert new is not None
    new.sources.choose(3)
    new._choose_source(3)
    new.take_former(studio._dossiers / MIDWAY)
    type_in(PHRASE)
    press(Qt.Key.Key_Return)
    studio.wait(lambda: new.draft.read is not None)


def nested(studio: Studio) -> None:
    """Two criteria under the one above them, and the passage of the current one in the text of the posting."""
    studio.go("vacancy")
    press(Qt.Key.Key_Down)
    for _ in range(2):
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_F4)
