"""A tab over a document: its picture, its name, and a line under the one that is read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme import look
from ui.theme.icons import paint_icon
from ui.theme.painters import paint_text
from ui.theme.ring import draw_ring


class LeafTab(QAbstractButton):
    """Short of room it loses its words, and keeps its picture."""

    def __init__(self, picture: str, words: str) -> None:
        super().__init__()
        self._picture = picture
        self.setProperty("own_ring", True)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(look().font("name")).horizontalAdvance(self.text())
        return QSize(round(words) + look().px(44), look().px(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(35), look().px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, size = QRectF(self.rect()), look().px(17)
        tone = "ink" if self.isChecked() else "ink2"
        if self.underMouse() and not self.isChecked():
            painter.fillRect(box.adjusted(2, 6, -2, -6), look().colour("sunken"))
        paint_icon(painter, self._picture, QRectF(look().px(9), (box.height() - size) / 2, size, size), tone)
        if self.width() >= self.sizeHint().width():
            words = box.adjusted(look().px(32), 0, -2, 0)
            font = look().font("name" if self.isChecked() else "body")
            paint_text(painter, words, self.text(), font, tone, Qt.AlignmentFlag.AlignLeft)
        if self.isChecked():
            painter.fillRect(QRectF(0, box.height() - look().px(3), box.width(), look().px(3)), look().colour("accent"))
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            draw_ring(painter, box.adjusted(1, 4, -1, -4), 4)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()
