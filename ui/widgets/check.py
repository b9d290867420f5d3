"""A box to tick, drawn in the house's lines."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from ui.theme import look
from ui.theme.icons import paint_icon
from ui.theme.painters import paint_text
from ui.theme.tokens import tokens


class Check(QCheckBox):
    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self._words = words
        self.setAccessibleName(words)
        self.setFont(look().font())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.font()).horizontalAdvance(self._words)
        return QSize(look().px(18 + 9) + wide + 2, look().px(26))

    def hitButton(self, _place: QPoint) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = look().px(18)
        box = QRectF(0, (self.height() - size) / 2, size, size).adjusted(0.5, 0.5, -0.5, -0.5)
        on = self.isChecked()
        painter.setPen(QPen(look().colour("accent" if on else "edge"), 1))
        painter.setBrush(look().colour("accent" if on else "raised"))
        painter.drawRoundedRect(box, tokens().radius["cell"], tokens().radius["cell"])
        if on:
            paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), "onaccent", 2.5)
        words = QRectF(size + look().px(9), 0, self.width() - size - look().px(9), self.height())
        paint_text(painter, words, self._words, self.font(), "ink", Qt.AlignmentFlag.AlignLeft)
