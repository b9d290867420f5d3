"""The passages of the open criterion, one line each: Enter goes to it in the document, Delete takes it away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme import look
from ui.theme.icons import paint_icon
from ui.theme.painters import paint_text
from ui.theme.ring import draw_ring
from ui.theme.tokens import tokens

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as a line shows it: its words, where it stands, all of it `said`; `lost` where it is there no more."""

    words: str
    place: str
    said: str
    lost: bool = False


@final
class EvidenceLine(QAbstractButton):
    """Clicked (or Enter) goes to the passage; says *detached()* for Delete and for a click on its cross."""

    detached = Signal()

    def __init__(self, shown: Shown, *, fixed: bool) -> None:
        super().__init__()
        self._shown, self._fixed = shown, fixed
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(shown.said)

    def sizeHint(self) -> QSize:
        return QSize(look().px(200), look().px(26))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _HELD:
            self.click()
        elif event.key() == Qt.Key.Key_Delete and not self._fixed:
            self.detached.emit()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._fixed and event.position().x() > self.width() - look().px(28):
            self.detached.emit()
            return
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box, shown = QRectF(self.rect()), self._shown
        ink = "ink2" if shown.lost else "evtext"
        painter.fillRect(box, look().colour("sunken" if shown.lost else "ev2"))
        painter.fillRect(QRectF(0, 0, look().px(3), box.height()), look().colour("edge" if shown.lost else "evline"))
        size = look().px(15)
        middle = box.center().y()
        paint_icon(painter, "highlighter", QRectF(look().px(10), middle - size / 2, size, size), ink)
        right = box.right() - look().px(8)
        if not self._fixed:
            cross = look().px(14)
            paint_icon(painter, "x", QRectF(right - cross, middle - cross / 2, cross, cross), ink)
            right -= look().px(24)
        font = look().font("dense")
        width = painter.fontMetrics().horizontalAdvance(shown.place) + look().px(16)
        paint_text(painter, QRectF(right - width, 0, width, box.height()), shown.place, font, ink, _RIGHT)
        left = look().px(31)
        room = QRectF(left, 0, right - width - left - look().px(6), box.height())
        paint_text(painter, room, shown.words, font, ink, _LEFT)
        if self.hasFocus():
            draw_ring(painter, box, tokens().radius["control"] - 3)


_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
