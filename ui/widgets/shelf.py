"""A shelf of a few things to open: each a title, a line, a state and, where it is known, how far it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import look
from ui.theme.icons import paint_icon
from ui.theme.painters import chip_width, paint_chip, paint_text
from ui.theme.ring import draw_ring

LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Stop:
    """A part of the way: its words, whether it is `done`, `here` or `ahead`, and that in words."""

    words: str
    state: str
    said: str


@dataclass(frozen=True, slots=True)
class Item:
    """What stands on the shelf under a key. `chip` is its state in words, with a tone and a picture."""

    key: str
    title: str
    line: str
    chip: tuple[str, str, str] | None = None
    way: tuple[Stop, ...] = ()


class ShelfRow(QAbstractButton):
    """One thing on the shelf."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item = item
        self.setProperty("own_ring", True)
        self.setCheckable(True)
        self.setText(item.title)
        way = [f"{stop.words} {stop.said}" for stop in item.way]
        self.setAccessibleName(
            ", ".join(filter(None, (item.title, item.line, item.chip[0] if item.chip else "", *way)))
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A button would take the arrows for Tab.
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(look().px(300), look().px(122 if self.item.way else 70 if self.item.line else 52))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.isChecked():
            painter.fillRect(box, look().colour("accenttint"))
            painter.fillRect(QRectF(0, 0, look().px(4), box.height()), look().colour("accent"))
        painter.fillRect(QRectF(0, box.height() - 1, box.width(), 1), look().colour("line"))
        left, top = look().px(16), look().px(13)
        room = box.width() - 2 * left
        if self.item.chip is not None:
            words, tone, picture = self.item.chip
            wide = chip_width(words, icon=True)
            chip = QRectF(box.width() - left - wide, top - look().px(1), wide, look().px(24))
            paint_chip(painter, chip, words, tone, picture)
            room -= wide + look().px(12)
        title = look().font("h2" if self.isChecked() else "name")
        paint_text(painter, QRectF(left, top - look().px(2), room, look().px(24)), self.item.title, title, "ink", LEFT)
        line = QRectF(left, top + look().px(24), box.width() - 2 * left, look().px(20))
        paint_text(painter, line, self.item.line, look().font("dense"), "ink2", LEFT)
        if self.item.way:
            self._paint_way(painter, box)
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            draw_ring(painter, box.adjusted(1, 1, -1, -2), 2)

    def _paint_way(self, painter: QPainter, box: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        way, middle, size = self.item.way, box.height() - look().px(43), look().px(15)
        step = (box.width() - look().px(64)) / len(way)
        places = [look().px(32) + step * (at + 0.5) for at in range(len(way))]
        for at in range(len(way) - 1):
            painter.setPen(QPen(look().colour("accent" if way[at].state == "done" else "line2"), 2))
            painter.drawLine(QPointF(places[at], middle), QPointF(places[at + 1], middle))
        metrics = QFontMetricsF(look().font("dense", bold=True))
        # Where all the words do not fit, the one that matters is said and the others are only dots.
        narrow = any(metrics.horizontalAdvance(stop.words) > step - look().px(6) for stop in way)
        for stop, place in zip(way, places, strict=True):
            disc = QRectF(place - size / 2, middle - size / 2, size, size)
            ahead = stop.state == "ahead"
            painter.setPen(QPen(look().colour("edge" if ahead else "accent"), 1.3))
            painter.setBrush(look().colour("panel" if ahead else "accent"))
            painter.drawEllipse(disc)
            if stop.state == "done":
                inner = disc.adjusted(2.5, 2.5, -2.5, -2.5)
                paint_icon(painter, "check", inner, "onaccent", 3)
            elif stop.state == "here":
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look().colour("onaccent"))
                painter.drawEllipse(disc.center(), size * 0.18, size * 0.18)
            here = stop.state == "here"
            if narrow and not here:
                continue
            font = look().font("dense", bold=here)
            wide = QFontMetricsF(font).horizontalAdvance(stop.words) + 4
            left = max(look().px(16), min(place - wide / 2, box.width() - look().px(16) - wide))
            words = QRectF(left, middle + look().px(10), wide, look().px(20))
            paint_text(painter, words, stop.words, font, "ink" if here else "ink2", Qt.AlignmentFlag.AlignHCenter)


class Shelf(QScrollArea):
    """Says *went(key)* when another thing is current and *entered(key)* on Enter or a second click."""

    went = Signal(str)
    entered = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows: dict[str, ShelfRow] = {}
        self._current = ""

    def show_items(self, items: tuple[Item, ...]) -> None:
        """Show these, and stay on the one that was current; if it is gone, on the first."""
        leaf = QWidget()
        leaf.setObjectName("clear")
        column = QVBoxLayout(leaf)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows = {}
        for item in items:
            row = self._rows[item.key] = ShelfRow(item)
            row.clicked.connect(self._picked)
            column.addWidget(row)
        column.addStretch(1)
        self.setWidget(leaf)
        current = self._current if self._current in self._rows else next(iter(self._rows), "")
        self._current = ""
        self.go_to(current)

    def height_of_all(self) -> int:
        """How high it is with nothing to scroll."""
        return sum(row.sizeHint().height() for row in self._rows.values())

    def current_key(self) -> str:
        return self._current

    def go_to(self, key: str) -> None:
        """Make one current."""
        if key == self._current or (key and key not in self._rows):
            return
        self._current = key
        for one, row in self._rows.items():
            row.setChecked(one == key)
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one == key else Qt.FocusPolicy.ClickFocus)
        if key:
            self.ensureWidgetVisible(self._rows[key])
        self.went.emit(key)

    def take_focus(self) -> None:
        if self._current:
            self._rows[self._current].setFocus(Qt.FocusReason.TabFocusReason)

    def _picked(self) -> None:
        row = self.sender()
        assert isinstance(row, ShelfRow)
        again = row.item.key == self._current
        self.go_to(row.item.key)
        row.setChecked(True)
        if again:
            self.entered.emit(row.item.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = list(self._rows)
        at = keys.index(self._current) if self._current in keys else 0
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and keys:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.go_to(keys[max(0, min(len(keys) - 1, at + step))])
            self.take_focus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self.entered.emit(self._current)
        else:
            super().keyPressEvent(event)
