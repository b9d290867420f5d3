"""What a table cell can show, and the one delegate that draws it: text, chip, ticks, weight, tab, sign."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import look
from ui.theme.icons import paint_icon
from ui.theme.painters import paint_chip, paint_dots, paint_lozenge, paint_tab, paint_text
from ui.theme.ring import draw_ring

CELL = Qt.ItemDataRole.UserRole + 1
CURRENT_MARK = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words, on one line; `name` is what is said where the words are not enough."""

    words: str
    bold: bool = False
    tone: str = "ink"
    figures: bool = False
    name: str = ""

    @property
    def said(self) -> str:
        return self.name or self.words


@dataclass(frozen=True, slots=True)
class ChipCell:
    """A state as a chip."""

    words: str
    tone: str
    picture: str | None = None

    @property
    def said(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class Ticks:
    """A few things each there (tick) or missing (cross)."""

    items: tuple[tuple[bool, str], ...]
    missing: str = ""

    @property
    def said(self) -> str:
        return ", ".join(words if there else f"{words} ({self.missing})" for there, words in self.items)


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight as dots, where it has some, and figure."""

    filled: int
    of: int
    words: str
    tone: str = "ink"
    name: str = ""

    @property
    def said(self) -> str:
        return self.name or self.words


@dataclass(frozen=True, slots=True)
class TabCell:
    """A criterion's number on its tab at the table's edge."""

    number: str

    @property
    def said(self) -> str:
        return self.number


@dataclass(frozen=True, slots=True)
class Sign:
    """A lozenge, an icon or nothing before words; `name` is what is said where the words are not enough."""

    shape: str
    words: str = ""
    tone: str = "ink2"
    name: str = ""

    @property
    def said(self) -> str:
        return self.name or self.words


Cell = Text | ChipCell | Ticks | Weight | TabCell | Sign
_LOZENGES = ("essential", "desirable")


class CellDelegate(QStyledItemDelegate):
    """Draws a cell on its row's ground; the row that has the focus by key wears the ring."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        box = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, look().colour("accenttint" if selected else "panel"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look().colour("line"))
        cell = index.data(CELL)
        room = box.adjusted(look().px(10), 0, -look().px(6), -1)
        match cell:
            case Text():
                font = look().font("body" if cell.bold else "dense", bold=cell.bold, figures=cell.figures)
                paint_text(painter, room, cell.words, font, cell.tone, Qt.AlignmentFlag.AlignLeft)
            case ChipCell():
                paint_chip(painter, room, cell.words, cell.tone, cell.picture)
            case Ticks():
                _ticks(painter, room, cell)
            case Weight():
                if cell.of:
                    end = paint_dots(painter, room.left(), room.center().y(), cell.filled, cell.of, cell.tone)
                    room.setLeft(end + look().px(6))
                font = look().font("dense", bold=cell.tone == "ink", figures=True)
                paint_text(painter, room, cell.words, font, cell.tone, Qt.AlignmentFlag.AlignLeft)
            case TabCell():
                height = min(look().px(22), box.height() - 4)
                tab = QRectF(box.left(), box.center().y() - height / 2, look().px(34), height)
                paint_tab(painter, tab, cell.number, marked=selected)
            case Sign():
                _sign(painter, room, cell)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), 0)


def _ticks(painter: QPainter, room: QRectF, cell: Ticks) -> None:
    size, left = look().px(15), room.left()
    for there, words in cell.items:
        tone = "ok" if there else "warn"
        picture = QRectF(left, room.center().y() - size / 2, size, size)
        paint_icon(painter, "check" if there else "x", picture, tone)
        font = look().font("dense", bold=not there)
        box = QRectF(room)
        box.setLeft(left + look().px(18))
        if box.width() <= 0:
            return
        paint_text(painter, box, words, font, "ink2" if there else "warn", Qt.AlignmentFlag.AlignLeft)
        left = box.left() + QFontMetricsF(font).horizontalAdvance(words) + look().px(10)


def _sign(painter: QPainter, room: QRectF, cell: Sign) -> None:
    size = look().px(15)
    if cell.shape in _LOZENGES:
        centre = QPointF(room.left() + size / 2, room.center().y())
        paint_lozenge(painter, centre, cell.tone, filled=cell.shape == "essential")
    elif cell.shape:
        picture = QRectF(room.left(), room.center().y() - size / 2, size, size)
        paint_icon(painter, cell.shape, picture, cell.tone)
    if cell.shape:
        room.setLeft(room.left() + size + look().px(4))
    paint_text(painter, room, cell.words, look().font("dense"), cell.tone, Qt.AlignmentFlag.AlignLeft)


def ring_row(painter: QPainter, row: QRectF) -> None:
    """The ring around a whole row."""
    draw_ring(painter, row, 0)
