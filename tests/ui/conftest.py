"""A real window on a dossier of our own, spoken to by real key events."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from smes_panel.model.words import Language
from tests.ui import dossiers
from ui.comforts import Comforts
from ui.theme import Look, dress, load_fonts
from ui.window import IDLE_MS, Window
from ui.window.shell import SMALLEST
from ui.wording import Tongue

if TYPE_CHECKING:
    from tests.ui.scenes import Studio


@pytest.fixture(autouse=True)
def _cycles_on_this_thread() -> Iterator[None]:
    """As in the program: no thread that reads mails or draws pages takes a widget apart."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A settled vacancy and its twelve applications. Making it costs half a second, so it is made once and copied."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMES_PANEL_HOME", str(tmp_path_factory.mktemp("maker")))
        return dossiers.make(tmp_path_factory.mktemp("dossiers") / "essai.smes")


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(copyfile(made, tmp_path / "Chargé·e de projets fictifs.smes"))


@dataclass
class Scripted:
    """Prompts that answer from a script."""

    files: list[Path] = field(default_factory=list)
    left: list[tuple[Path, bytes]] = field(default_factory=list)

    def dossier_to_open(self, parent: QWidget, tongue: Tongue) -> Path | None:
        del parent, tongue
        return self.files.pop(0) if self.files else None

    def dossier_to_make(self, parent: QWidget, tongue: Tongue, name: str) -> Path | None:
        del parent, tongue, name
        return self.files.pop(0) if self.files else None

    def posting_to_read(self, parent: QWidget, tongue: Tongue) -> Path | None:
        del parent, tongue
        return self.files.pop(0) if self.files else None

    def folder_for_demonstration(self, parent: QWidget, tongue: Tongue) -> Path | None:
        del parent, tongue
        return self.files.pop(0) if self.files else None

    def files_to_take(self, parent: QWidget, title: str, kinds: str) -> list[Path]:
        del parent, title, kinds
        taken, self.files = self.files, []
        return taken

    def open_outside(self, path: Path) -> bool:
        self.left.append((path, path.read_bytes()))
        return True

    def folder_to_take(self, parent: QWidget, title: str) -> Path | None:
        del parent, title
        return self.files.pop(0) if self.files else None

    def file_to_save(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        del parent, title, name, kinds
        return self.files.pop(0) if self.files else None


Opener = Callable[..., Window]


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication) -> Iterator[Opener]:
    """Makes windows as the application does, and closes what a test leaves open."""
    load_fonts()
    dress(qapp, Look("light"))
    windows: list[Window] = []

    def opened(path: Path | None = None, *files: Path, idle_ms: int = IDLE_MS) -> Window:
        window = Window(Comforts(), Scripted(list(files)), path, idle_ms=idle_ms)
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(open_window: Opener, path: Path) -> Window:
    """A window on the dossier, unlocked."""
    window = open_window(path)
    type_in(dossiers.PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert window.session is not None
    return window


Kind = TypeVar("Kind", bound=QWidget)


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossiers of the scenes, made once."""
    from tests.ui.scenes import make_dossiers

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMES_PANEL_HOME", str(tmp_path_factory.mktemp("maker")))
        return make_dossiers(tmp_path_factory.mktemp("scenes"))


@pytest.fixture
def studio(stage: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Studio]:
    """A window of the smallest size, in Dutch, whose words are the longest."""
    from tests.ui.scenes import Studio, leave

    load_fonts()
    dress(qapp, Look("light"))
    Comforts().language = Language.NL
    studio = Studio(stage, tmp_path, SMALLEST)
    yield studio
    leave(studio)


def at(window: Window, kind: type[Kind]) -> Kind:
    """The page shown, which is of this kind."""
    assert isinstance(window.page, kind)
    return window.page


def focused() -> QWidget:
    """The widget that the keyboard speaks to."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_in(text: str) -> None:
    """Type a text, one key event a sign; pytest-qt's own way aborts on signs outside Latin-1."""
    for sign in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focused(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key as Qt receives it from the system, shortcuts included."""
    QTest.keyClick(focused(), key, modifier)
    settle()


def settle() -> None:
    """Let the window do what it put off, and let go of what it threw away."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def ctrl(key: Qt.Key) -> None:
    press(key, Qt.KeyboardModifier.ControlModifier)


# What it holds drives a window by the functions above.
from tests.ui.compared import rated, sitting  # noqa: E402, F401
