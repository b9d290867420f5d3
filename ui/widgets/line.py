"""A line that leads somewhere: a picture, what it is, and what there is to know of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme import look
from ui.theme.icons import paint_icon
from ui.theme.painters import paint_text
from ui.theme.ring import draw_ring
from ui.widgets.label import tip

_LEFT = Qt.AlignmentFlag.AlignLeft


class LineButton(QAbstractButton):
    def __init__(self, picture: str, title: str, line: str) -> None:
        super().__init__()
        self._picture, self._title, self._line = picture, title, line
        self.setProperty("own_ring", True)
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look().px(280), look().px(61))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse() and self.isEnabled():
            painter.fillRect(box, look().colour("sunken"))
        size = look().px(20)
        place = QRectF(look().px(15), (box.height() - size) / 2, size, size)
        paint_icon(painter, self._picture, place, "accent" if self.isEnabled() else "ink3")
        left = look().px(47)
        room = box.width() - left - look().px(14)
        title = QRectF(left, look().px(9), room, look().px(22))
        paint_text(painter, title, self._title, look().font("name"), "ink", _LEFT)
        font = look().font("dense")
        line = QRectF(left, look().px(31), room, look().px(20))
        paint_text(painter, line, self._line, font, "ink2", _LEFT)
        self.setToolTip(tip(self._line) if QFontMetricsF(font).horizontalAdvance(self._line) > room else "")
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            draw_ring(painter, box.adjusted(1, 1, -1, -1), 2)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()
