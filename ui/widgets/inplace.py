"""Text edited where it stands: it looks like text until one writes in it, and is kept on leaving it or on Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStyle, QStyleOptionFrame

from ui.theme import Role, look
from ui.theme.painters import paint_text
from ui.widgets.button import Segments
from ui.widgets.label import tip

Settle = Callable[[str], bool]
"""Takes what was typed; False where it has to wait, and then it stays as typed."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Kept:
    """What is shown, what is typed over it, and what waits."""

    def __init__(self, settle: Settle) -> None:
        self._settle, self._shown = settle, ""
        self._waiting: str | None = None

    def show(self, text: str, typed: str, *, force: bool) -> bool:
        """Another text stands there; whether the field shows it, which it does not over what is being typed."""
        kept = typed != self._shown and not force
        self._shown = text
        if force:
            self._waiting = None
        return not kept

    def commit(self, typed: str) -> bool:
        """Hand over what was typed, once; whether the field then shows what stands."""
        if typed in (self._shown, self._waiting):
            return False
        # Asking may take the focus elsewhere, which would ask again.
        self._waiting = typed
        return self._settle(typed)

    def back(self) -> str:
        self._waiting = None
        return self._shown


class Line(QLineEdit):
    """One line. `framed` gives it the look of a field at all times. Escape gives back what was there."""

    left = Signal()

    def __init__(self, name: str, settle: Settle, role: Role = "dense", *, framed: bool = False) -> None:
        super().__init__()
        self._kept = _Kept(settle)
        self._mark, self._role = "", role
        self.setAccessibleName(name)
        self.setFont(look().font(role))
        self.setProperty("inplace", not framed)
        self.setProperty("tight", True)

    def show_text(self, text: str, hint: str = "", *, force: bool = False) -> None:
        """Show what stands, and `hint` where that is nothing; what is being typed stays, unless forced."""
        self.setPlaceholderText(hint)
        if self._kept.show(text, self.text(), force=force):
            self._put(text)

    def show_mark(self, mark: str, said: str) -> None:
        """A short mark at its end, such as the languages that are missing, and its words."""
        self._mark = mark
        room = round(QFontMetricsF(look().font("caption", bold=True)).horizontalAdvance(mark)) + look().px(8)
        self.setTextMargins(0, 0, room if mark else 0, 0)
        self.setAccessibleDescription(said)
        self.update()

    def commit(self) -> None:
        """Have what was typed kept."""
        if self._kept.commit(self.text()):
            self.spring_back()

    def spring_back(self) -> None:
        """Show what stands again."""
        self._put(self._kept.back())

    def edit(self) -> None:
        """Go there, all chosen."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _put(self, text: str) -> None:
        self.setText(text)
        self.setCursorPosition(0)
        self._explain()

    def _explain(self) -> None:
        metrics = QFontMetricsF(self.font())
        said = self.text() or self.placeholderText()
        self.setToolTip(tip(said) if metrics.horizontalAdvance(said) > self._room().width() else "")

    def _room(self) -> QRectF:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        box: QRect = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        margins = self.textMargins()
        return QRectF(box.adjusted(margins.left() + 2, 0, -margins.right() - 2, 0))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.spring_back()
            self.left.emit()
        elif event.key() in _ENTER:
            self.commit()
            if self.hasFocus():
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()
            self.deselect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            super().paintEvent(event)
            painter = QPainter(self)
        else:
            painter = QPainter(self)
            option = QStyleOptionFrame()
            self.initStyleOption(option)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
            words, tone = (self.text(), "ink") if self.text() else (self.placeholderText(), "ink3")
            paint_text(painter, self._room(), words, look().font(self._role), tone, self.alignment())
        if self._mark:
            room = QRectF(self.rect()).adjusted(0, 0, -look().px(8), 0)
            font = look().font("caption", bold=True)
            paint_text(painter, room, self._mark, font, "warn", Qt.AlignmentFlag.AlignRight)


@final
class Blank(Line):
    """A line whose text waits for a button: Enter says *entered()*, and leaving it keeps nothing."""

    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, lambda _text: False, framed=True)
        self.setPlaceholderText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class Prose(QPlainTextEdit):
    """A paragraph, as high as its text. Enter keeps it, Alt and an arrow say *moved(by)*."""

    left = Signal()
    moved = Signal(int)
    least, most = 0, 1_000_000
    """How high it is at least and at most, in pixels."""

    def __init__(self, name: str, settle: Settle) -> None:
        super().__init__()
        self._kept = _Kept(settle)
        self.setAccessibleName(name)
        self.setFont(look().font("dense"))
        self.setProperty("inplace", True)
        self.setProperty("typed", True)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(look().px(4))
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def show_text(self, text: str, hint: str = "", *, force: bool = False) -> None:
        """Show what stands, and `hint` where that is nothing; what is being typed stays, unless forced."""
        self.setPlaceholderText(hint)
        if self._kept.show(text, self.typed(), force=force):
            self.setPlainText(text)

    def commit(self) -> None:
        """Have what was typed kept."""
        if self._kept.commit(self.typed()):
            self.spring_back()

    def spring_back(self) -> None:
        """Show what stands again."""
        self.setPlainText(self._kept.back())

    def typed(self) -> str:
        """What is written there. Not toPlainText(): that takes the no-break spaces of French for ordinary ones."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _fit(self) -> None:
        lines = max(self.document().documentLayout().documentSize().height(), 1.0)
        margin = 2 * self.document().documentMargin() + 2 * self.frameWidth()
        height = round(lines * QFontMetricsF(self.font()).lineSpacing() + margin)
        height = max(self.least, min(height, self.most))
        if height != self.height():
            self.setFixedHeight(height)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Escape:
            self.spring_back()
            self.left.emit()
        elif event.key() in _ENTER:
            self.commit()
            if self.hasFocus():
                self.left.emit()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.commit()
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(26))


class Choice(Segments):
    """One choice among a few, or none yet."""

    def __init__(self, words: tuple[str, ...], name: str) -> None:
        super().__init__(words, -1, name)
        self.show_choice(None)

    def show_choice(self, place: int | None) -> None:
        """Show which one stands; None where nobody has chosen."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            at = self._group.id(button)
            button.setChecked(at == place)
            stop = at == (place or 0)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
        self._group.setExclusive(True)
