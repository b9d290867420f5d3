"""Every state of every page, as `make screens` takes it: nothing is clipped in the smallest window, all of it reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from smes_panel.model.words import Language
from tests.ui.fitting import card, misfits
from tests.ui.inks import drawn, measured
from tests.ui.scenes import Scene, Studio, known, leave, make_dossiers
from ui.comforts import Comforts
from ui.theme import Look, dress, load_fonts
from ui.widgets.overlay import Overlay
from ui.window.shell import SMALLEST

CAPTION = 4.5


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossiers of the scenes, made once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMES_PANEL_HOME", str(tmp_path_factory.mktemp("maker")))
        return make_dossiers(tmp_path_factory.mktemp("scenes"))


@pytest.fixture
def studio(stage: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Studio]:
    """A window of the smallest size, in Dutch, whose words are the longest."""
    load_fonts()
    dress(qapp, Look("light"))
    Comforts().language = Language.NL
    studio = Studio(stage, tmp_path, SMALLEST)
    yield studio
    leave(studio)


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
    window.overlays.close()
    studio.calm()
    before = words(window)
    window.rebuild()
    studio.calm()
    assert words(window) == before
