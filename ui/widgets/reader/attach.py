"""The bar under a selection: which criterion it speaks for, by mouse, by its key, or by typing another's number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import look
from ui.theme.painters import paint_text

_MIDDLE, _LEFT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignLeft


@final
class _Number(QLineEdit):
    gave_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.gave_up.emit()
        else:
            super().keyPressEvent(event)


@final
class AttachBar(QWidget):
    """Says *chosen(number)* for the criterion that is clicked or typed, *left()* when typing one is given up."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, words: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._numbers = words, tuple[str, ...]()
        self.number = _Number(self)
        self.number.setAccessibleName(name)
        self.number.setMaxLength(5)
        self.number.returnPressed.connect(lambda: self.chosen.emit(self.number.text().strip()))
        self.number.gave_up.connect(self.left)
        self.number.hide()
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_under(self, box: QRectF, numbers: Sequence[str], *, typing: bool = False) -> None:
        """Show it under a box of its parent, with these criteria to choose from, the first by the key E."""
        if typing and not self.number.isVisible():
            self.number.clear()
        self._numbers = tuple(numbers)
        self.number.setVisible(typing)
        self.resize(self.sizeHint())
        room = (self.parentWidget() or self).rect()
        left = min(max(box.left() + look().px(40), 4), max(room.width() - self.width() - 4, 4))
        below = box.bottom() + look().px(6)
        top = below if below + self.height() <= room.height() else max(4.0, box.top() - self.height() - look().px(6))
        self.move(round(left), round(top))
        self.show()
        self.raise_()
        if typing:
            width = look().px(64)
            self.number.setGeometry(self.width() - width - look().px(8), look().px(4), width, look().px(26))
            self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.update()

    @property
    def typing(self) -> bool:
        return self.isVisible() and self.number.isVisible()

    def sizeHint(self) -> QSize:
        boxes = self._boxes()
        end = boxes[-1][1].right() if boxes else self._said()
        return QSize(round(end + look().px(72 if not self.number.isHidden() else 9)), look().px(34))

    def _said(self) -> float:
        return look().px(9) + QFontMetricsF(look().font("dense")).horizontalAdvance(self._words) + look().px(8)

    def _boxes(self) -> list[tuple[str, QRectF]]:
        """Where each number stands, the first with its key; after them the three dots."""
        if not self.number.isHidden():
            return []
        at, boxes = self._said(), []
        figures = QFontMetricsF(look().font("dense", bold=True))
        for place, number in enumerate((*self._numbers, "")):
            width = look().px(18) + (figures.horizontalAdvance(number) if number else look().px(10))
            width += look().px(22) if place == 0 and number else 0
            boxes.append((number, QRectF(at, look().px(6), width, look().px(22))))
            at += width + look().px(6)
        return boxes

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number, box in self._boxes():
            if box.contains(event.position()):
                self.chosen.emit(number)
                return

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("tip"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        said = QRectF(look().px(9), 0, self._said(), self.height())
        paint_text(painter, said, self._words, look().font("dense"), "tipink", _LEFT)
        for place, (number, box) in enumerate(self._boxes()):
            if not number:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look().colour("tipink"))
                for dot in (-5, 0, 5):
                    painter.drawEllipse(box.center() + QPointF(dot, 0), 1.4, 1.4)
                continue
            first = place == 0
            painter.setBrush(look().colour("ev") if first else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look().colour("ev" if first else "tipink"), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            font = look().font("dense", bold=True)
            inside = box.adjusted(0, 0, -look().px(22), 0) if first else box
            paint_text(painter, inside, number, font, "evink" if first else "tipink", _MIDDLE)
            if first:
                cap = QRectF(box.right() - look().px(24), box.top() + 3, look().px(18), box.height() - 6)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look().colour("evline"), 1))
                painter.drawRoundedRect(cap, 3, 3)
                paint_text(painter, cap, "E", look().font("rail", bold=True), "evink", _MIDDLE)
