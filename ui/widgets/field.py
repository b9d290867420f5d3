"""Fields to type in: a search with its key, a passphrase with its eye."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from ui.theme import icon, look
from ui.theme.icons import paint_icon
from ui.theme.painters import cap_width, paint_cap


class _Field(QLineEdit):
    """Undo takes back typing as long as there is some; after that the key is the window's."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)


class SearchField(_Field):
    """Says *sought(words)* as one types; Escape empties it; Down leaves it for the list."""

    sought = Signal(str)
    left = Signal()

    def __init__(self, hint: str, name: str, key: str) -> None:
        super().__init__()
        self._key = key
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setFont(look().font())
        self.setTextMargins(look().px(26), 0, 0, 0)
        self.textChanged.connect(self.sought)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size = look().px(16)
        paint_icon(painter, "search", QRectF(look().px(10), (self.height() - size) / 2, size, size), "ink2")
        if not self.text():
            paint_cap(painter, self.width() - look().px(10) - cap_width(self._key), self.height() / 2, self._key)


class ReasonField(_Field):
    """A few words that say why; Escape says *gave_up()*, and `ask` shows that they are missing."""

    gave_up = Signal()

    def __init__(self, hint: str, name: str) -> None:
        super().__init__()
        self.setProperty("tight", True)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setFont(look().font("dense"))

    def ask(self) -> None:
        """Go there: the words are needed."""
        self.setProperty("wanted", True)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.gave_up.emit()
        else:
            super().keyPressEvent(event)


class PassphraseField(_Field):
    """Hidden as it is typed; the eye shows it, and hides it again. Says *capitals(on)* as far as typing tells."""

    capitals = Signal(bool)

    def __init__(self, name: str, show: str, hide: str) -> None:
        super().__init__()
        self._words = (show, hide)
        self.setProperty("hero", True)
        self.setAccessibleName(name)
        self.setFont(look().font())
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = QAction(icon("eye"), show, self)
        self._eye.triggered.connect(self._turn)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)

    def _turn(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icon("eye-off" if hidden else "eye"))
        self._eye.setText(self._words[hidden])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt does not tell Caps Lock; a capital without Shift does, and so does a small letter with it.
        sign = event.text()
        if len(sign) == 1 and sign.isalpha() and sign.upper() != sign.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals.emit(sign.isupper() != shifted)
        super().keyPressEvent(event)
