"""A window that ends with its first paint: the program's own (`ours`), or an empty one (`empty`)."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class _Watch(QObject):
    """Ends the process as soon as a window has been painted and handed to the screen."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            # After this event the whole window is painted and flushed; then the loop turns.
            QTimer.singleShot(0, lambda: os._exit(0))
        return False


def _empty() -> None:
    app = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(1366, 768)
    watch = _Watch(app)
    app.installEventFilter(watch)
    window.show()
    app.exec()


def _ours() -> None:
    run = QApplication.exec

    def watched() -> int:
        app = QApplication.instance()
        if app is None:
            raise RuntimeError("there is no application")
        app.installEventFilter(_Watch(app))
        return run()

    QApplication.exec = staticmethod(watched)  # type: ignore[method-assign]
    from ui.app import main

    main([])


if __name__ == "__main__":
    _ours() if sys.argv[1] == "ours" else _empty()
