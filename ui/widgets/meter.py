"""How much of something is done, as a short bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from ui.theme import look
from ui.widgets.marks import Drawn


class Meter(Drawn):
    """`tone` is the token of what is done; the words beside it say the same in figures."""

    def __init__(self, tone: str, width: int) -> None:
        super().__init__(look().px(width), look().px(6))
        self._tone = tone
        self._share = 0.0

    def show_share(self, done: int, total: int) -> None:
        self._share = done / total if total else 0.0
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        round_off = box.height() / 2
        painter.setBrush(look().colour("line"))
        painter.drawRoundedRect(box, round_off, round_off)
        if self._share:
            painter.setBrush(look().colour(self._tone))
            done = QRectF(box.left(), box.top(), max(box.width() * self._share, box.height()), box.height())
            painter.drawRoundedRect(done, round_off, round_off)
