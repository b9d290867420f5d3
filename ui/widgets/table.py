"""A table of cells: rows known by their key, drawn when they are seen, and found again after a refresh."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.theme import look
from ui.theme.icons import paint_icon
from ui.theme.painters import paint_text
from ui.widgets.cells import CELL, Cell, CellDelegate, ring_row
from ui.widgets.label import tip

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEAST = 200


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, the least width at 100 %; 0 takes what is left. `name` is set where it can be sorted.

    Where room is short, spare columns give way, the smallest number first; their content is in the details too.
    """

    heading: str
    width: int
    name: str = ""
    spare: int = 0

    def room(self) -> int:
        """How wide it is drawn: as asked, or as its heading needs in this language; 0 takes what is left."""
        if not self.width:
            return 0
        said = QFontMetricsF(look().font("caption", bold=True)).horizontalAdvance(self.heading)
        return max(look().px(self.width), ceil(said) + look().px(10 + (18 if self.name else 4)))


class Rows(QAbstractTableModel):
    """Keys in order, and the cells of a key made when asked: ten thousand rows cost what is on screen."""

    def __init__(self, columns: tuple[Column, ...], cells: Callable[[str], tuple[Cell, ...]]) -> None:
        super().__init__()
        self._columns = columns
        self._make = cells
        self._cells = lru_cache(maxsize=512)(cells)
        self._keys: Sequence[str] = ()
        self._places: dict[str, int] | None = None

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show these rows, read anew. The same keys in the same order keep every view where it is."""
        self._cells = lru_cache(maxsize=512)(self._make)
        if list(keys) == list(self._keys):
            if keys:
                last = self.index(len(keys) - 1, len(self._columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        # The table finds its current row again by key, so a reset loses nothing and costs the same at any size.
        self.beginResetModel()
        self._keys, self._places = tuple(keys), None
        self.endResetModel()

    def key_at(self, row: int) -> str | None:
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def row_of(self, key: str) -> int | None:
        if self._places is None:
            self._places = {key: row for row, key in enumerate(self._keys)}
        return self._places.get(key)

    def cell(self, row: int, column: int) -> Cell:
        return self._cells(self._keys[row])[column]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == CELL:
            return self.cell(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.cell(index.row(), index.column()).said
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.cell(index.row(), index.column()).said)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        return None


class Headings(QHeaderView):
    """The column heads; a sorted one wears an arrow."""

    def __init__(self, columns: tuple[Column, ...], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self._sorted: tuple[str, bool] = ("", True)
        self.setFixedHeight(look().px(30))
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(look().px(30))

    def show_sorted(self, name: str, *, rising: bool) -> None:
        self._sorted = (name, rising)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: object, section: int) -> None:
        box = QRectF(rect)  # type: ignore[call-overload]
        painter.save()
        painter.fillRect(box, look().colour("sunken"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look().colour("line2"))
        column = self._columns[section]
        font = look().font("caption", bold=True)
        room = box.adjusted(look().px(10), 0, -2, 0)
        paint_text(painter, room, column.heading, font, "ink2", Qt.AlignmentFlag.AlignLeft)
        name, rising = self._sorted
        if name and column.name == name:
            size = look().px(14)
            left = room.left() + QFontMetricsF(font).horizontalAdvance(column.heading) + look().px(4)
            arrow = QRectF(left, room.center().y() - size / 2, size, size)
            paint_icon(painter, "arrow-up" if rising else "arrow-down", arrow, "ink2")
        painter.restore()


class Table(QTableView):
    """Says *went(key)* when another row is current, *entered(key)* on Enter, *sorted_by(name)* on a column head."""

    went = Signal(str)
    entered = Signal(str)
    sorted_by = Signal(str)

    def __init__(
        self,
        name: str,
        columns: tuple[Column, ...],
        cells: Callable[[str], tuple[Cell, ...]],
        row_height: int,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._columns = columns
        self.rows = Rows(columns, cells)
        self.rows.setParent(self)
        self._showing = False
        self.setModel(self.rows)
        self.setItemDelegate(CellDelegate(self))
        self.headings = Headings(columns, self)
        self.setHorizontalHeader(self.headings)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(look().px(20))
        self.verticalHeader().setDefaultSectionSize(look().px(row_height))
        for place, column in enumerate(columns):
            if column.width:
                self.headings.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                self.headings.resizeSection(place, column.room())
            else:
                self.headings.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.headings.sectionClicked.connect(self._head_clicked)

    def current_key(self) -> str | None:
        return self.rows.key_at(self.currentIndex().row())

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show these rows and stay on the one that was current; if it is gone, on the first."""
        before = self.current_key()
        self._showing = True
        self.rows.show_keys(keys)
        row = self.rows.row_of(before) if before is not None else None
        if row is None:
            row = 0 if keys else None
        if row is not None:
            self._put(row)
        self._showing = False
        self.went.emit(self.current_key() or "")

    def go_to(self, key: str) -> None:
        """Make a row current, if it is there."""
        if (row := self.rows.row_of(key)) is not None:
            self._put(row)

    def _put(self, row: int) -> None:
        index = self.rows.index(row, 0)
        if index != self.currentIndex():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def _moved(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._showing:
            self.went.emit(self.current_key() or "")
        self.viewport().update()

    def _head_clicked(self, section: int) -> None:
        if name := self._columns[section].name:
            self.sorted_by.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (key := self.current_key()):
            self.entered.emit(key)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        left = event.size().width() - sum(column.room() for column in self._columns)
        order = sorted((column.spare, place) for place, column in enumerate(self._columns) if column.spare)
        for _spare, place in order:
            hide = left < look().px(_LEAST)
            self.setColumnHidden(place, hide)
            left += self._columns[place].room() if hide else 0
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        by_key = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if self.hasFocus() and by_key and self.currentIndex().isValid():
            top = self.visualRect(self.currentIndex())
            ring_row(QPainter(self.viewport()), QRectF(0, top.top(), self.viewport().width(), top.height()))
