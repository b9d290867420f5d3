"""Small drawn things that stand in a layout: an icon, a chip, a key cap, a criterion tab, a rule."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.theme import look
from ui.theme.icons import paint_icon
from ui.theme.painters import cap_width, chip_width, paint_cap, paint_chip, paint_gauge, paint_lozenge, paint_tab


class Drawn(QWidget):
    """A fixed-size drawing with an accessible name."""

    def __init__(self, width: float, height: float, name: str = "") -> None:
        super().__init__()
        self._hint = QSize(round(width), round(height))
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self._hint


class Icon(Drawn):
    def __init__(self, picture: str, tone: str = "ink2", size: int = 16, name: str = "") -> None:
        super().__init__(look().px(size), look().px(size), name)
        self._picture, self._tone = picture, tone

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self._picture, QRectF(self.rect()), self._tone)


class Chip(Drawn):
    def __init__(self, text: str, tone: str = "plain", picture: str | None = None) -> None:
        super().__init__(chip_width(text, icon=picture is not None) + 1, look().px(22), text)
        self._text, self._tone, self._picture = text, tone, picture

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_chip(QPainter(self), QRectF(self.rect()), self._text, self._tone, self._picture)


class Cap(Drawn):
    def __init__(self, key: str) -> None:
        super().__init__(cap_width(key) + 1, look().px(18), key)
        self._key = key

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_cap(QPainter(self), 0, self.height() / 2, self._key)


class Tab(Drawn):
    """A criterion's number on its tab, standing free."""

    def __init__(self, number: str) -> None:
        super().__init__(look().px(30), look().px(22), number)
        self._number = number

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_tab(QPainter(self), QRectF(self.rect()), self._number, marked=True, flat_left=False)


class Gauge(Drawn):
    def __init__(self, level: int) -> None:
        super().__init__(look().px(15), look().px(15), str(level))
        self._level = level

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_gauge(QPainter(self), QRectF(self.rect()), self._level)


class Lozenge(Drawn):
    """The sign of what is essential."""

    def __init__(self) -> None:
        super().__init__(look().px(13), look().px(13))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_lozenge(QPainter(self), QRectF(self.rect()).center(), "ink2", filled=True)


class Rule(QFrame):
    """A line between two parts."""

    def __init__(self, *, firm: bool = False) -> None:
        super().__init__()
        self.setObjectName("firmRule" if firm else "rule")
        self.setFixedHeight(2 if firm else 1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
