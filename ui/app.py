"""The application: Qt started, dressed and translated, with a net under it for bugs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from smes_panel import paths
from smes_panel.model.words import Language
from ui import crash, outside
from ui.comforts import Comforts
from ui.cycles import keep_to_this_thread
from ui.prompts import Dialogs
from ui.theme import Look, dress, load_fonts
from ui.window import Window
from ui.wording import Tongue


def start(argv: list[str]) -> tuple[QApplication, Comforts]:
    """The one QApplication, in the user's look and language."""
    app = QApplication(argv)
    # What a crash left of documents that were opened elsewhere.
    outside.clean()
    app.setApplicationName("smes-panel")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("smes-panel")
    app.setWindowIcon(QIcon(str(paths.resources() / "smes-panel.svg")))
    keep_to_this_thread(app)
    comforts = Comforts()
    load_fonts()
    dress(app, Look(comforts.mode, comforts.scale))
    return app, comforts


def translate_qt(app: QApplication, language: Language) -> None:
    """Qt's own few words (field menus, file dialogs) in the language of the moment."""
    translator = app.findChild(QTranslator)
    if translator is not None:
        app.removeTranslator(translator)
        translator.setParent(None)
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(language.value), "qtbase", "_", folder):
        app.installTranslator(translator)


def main(argv: list[str] | None = None) -> int:
    """Open the window, on a dossier if a path is given, and stay until it is closed. Answers the exit code."""
    given = sys.argv[1:] if argv is None else argv
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _SCREENS):
        print("smes-panel: there is no screen here; the commands need none (smes-panel --help).", file=sys.stderr)
        return 1
    app, comforts = start(sys.argv[:1])
    crash.install(lambda: Tongue(comforts.language))
    window = Window(comforts, Dialogs(), Path(given[0]) if given else None)
    window.spoke.connect(lambda language: translate_qt(app, language))
    translate_qt(app, comforts.language)
    appear(window, comforts)
    # Bringing the store in costs as much as the window itself; it is done while the passphrase is being typed.
    QTimer.singleShot(_SETTLED_MS, warm)
    return app.exec()


def appear(window: Window, comforts: Comforts) -> None:
    """Show the window where it was last; the first time at its own size, or on all of a screen that has no more."""
    room = window.screen().availableSize()
    fits = room.width() > window.width() and room.height() > window.height()
    if fits or comforts.geometry:
        window.show()
    else:
        window.showMaximized()


_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_SETTLED_MS = 60


def warm() -> None:
    """Import what opening a dossier will need, and the page that most often comes first."""
    from smes_panel import dossier  # noqa: F401
    from ui.pages.applications import page  # noqa: F401
