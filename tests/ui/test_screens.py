"""Every state of every page, as `make screens` takes it: nothing is clipped in the smallest window, all of it reads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.ui.conftest import press
from tests.ui.fitting import card, misfits
from tests.ui.inks import drawn, measured
from tests.ui.scenes import Scene, Studio, known
from ui.widgets.overlay import Overlay

CAPTION = 4.5


def faint(window: QWidget) -> list[str]:
    """What is written, can be used, and stands out less than tokens.md asks of captions."""
    picture, found = drawn(window), []
    veiled = any(one.isVisible() for one in window.findChildren(Overlay))
    for widget in window.findChildren(QWidget):
        said = widget.text() if isinstance(widget, QLabel | QPushButton) else ""
        if not (said and widget.isVisible() and widget.isEnabled()) or (veiled and card(widget) is None):
            continue
        if widget.visibleRegion().boundingRect().size() != widget.size():
            continue
        ratio = measured(picture, QRect(widget.mapTo(window, QPoint()), widget.size()))
        if ratio < CAPTION:
            found.append(f"“{said}”: {ratio:.2f}")
    return found


def words(window: QWidget) -> list[str]:
    return [one.text() for one in window.findChildren(QLabel) if one.isVisible()]


@pytest.mark.parametrize("scene", known(), ids=lambda scene: scene.name)
def test_a_page_fits_the_smallest_window_and_reads_in_light_and_in_dark(studio: Studio, scene: Scene) -> None:
    window = studio.stand(scene.dossier, locked=scene.locked)
    scene.play(studio)
    studio.calm()
    assert misfits(window) == []
    assert faint(window) == []
    window.wear("dark")
    studio.calm()
    assert misfits(window) == []
    assert faint(window) == []


@pytest.mark.parametrize("scene", known(), ids=lambda scene: scene.name)
def test_a_window_made_again_shows_the_same_words(studio: Studio, scene: Scene) -> None:
    window = studio.stand(scene.dossier, locked=scene.locked)
    scene.play(studio)
    if any(one.isVisible() for one in window.findChildren(Overlay)):
        press(Qt.Key.Key_Escape)
    studio.calm()
    before = words(window)
    window.rebuild()
    # Documents are read and drawn by another process.
    studio.wait(lambda: words(window) == before, 0, 3000)
    assert words(window) == before
