"""Nobody at the screen: after a while without a key, a click or a wheel, the dossier is locked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
}


class Idle(QObject):
    """Says *passed()* once after `wait_ms` without a sign of life in any window of the application."""

    passed = Signal()

    def __init__(self, parent: QObject, wait_ms: int) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(wait_ms)
        self._timer.timeout.connect(self.passed)

    def watch(self) -> None:
        """Begin to count, and begin anew at each sign of life."""
        app = QCoreApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        self._timer.start()

    def rest(self) -> None:
        """Stop counting."""
        app = QCoreApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        self._timer.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._timer.start()
        return False
