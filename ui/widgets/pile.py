"""A list of things in groups: each with a sign of its state, a name and a line; drawn when they are seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import look
from ui.theme.icons import paint_icon
from ui.theme.painters import paint_text
from ui.theme.ring import draw_ring
from ui.theme.tokens import tokens
from ui.widgets.label import tip

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ITEM = Qt.ItemDataRole.UserRole + 1
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a group, with how many are in it."""

    title: str
    count: int

    @property
    def said(self) -> str:
        return f"{self.title}, {self.count}"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something in the list under its key: `picture` and `tone` are the sign of its state, `state` says it."""

    key: str
    title: str
    line: str
    picture: str
    tone: str
    state: str

    @property
    def said(self) -> str:
        return f"{self.title}, {self.line}, {self.state}"


class _Items(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.items: tuple[Heading | Entry, ...] = ()
        self.places: dict[str, int] = {}

    def show_items(self, items: Sequence[Heading | Entry]) -> None:
        self.beginResetModel()
        self.items = tuple(items)
        self.places = {item.key: place for place, item in enumerate(self.items) if isinstance(item, Entry)}
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == _ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return item.said
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(item, Entry):
            return tip(item.said)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.items[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Painter(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, look().px(27 if isinstance(index.data(_ITEM), Heading) else tokens().size["row_list"]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        box, item = QRectF(option.rect), index.data(_ITEM)
        if isinstance(item, Heading):
            painter.fillRect(box, look().colour("sunken"))
            room, font = box.adjusted(look().px(14), 0, -look().px(14), 0), look().font("caption", bold=True)
            paint_text(painter, room, item.title, font, "ink2", _LEFT)
            paint_text(painter, room, str(item.count), font, "ink2", _RIGHT)
        elif isinstance(item, Entry):
            self._paint_entry(painter, option, box, item)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look().colour("line"))
        painter.restore()

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, item: Entry) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, look().colour("accenttint" if chosen else "panel"))
        if chosen:
            painter.fillRect(QRectF(box.left(), box.top(), look().px(4), box.height()), look().colour("accent"))
        size = look().px(16)
        place = QRectF(box.left() + look().px(16), box.center().y() - size / 2, size, size)
        paint_icon(painter, item.picture, place, item.tone)
        left, room = box.left() + look().px(43), box.width() - look().px(43 + 12)
        title = QRectF(left, box.top() + look().px(5), room, look().px(19))
        paint_text(painter, title, item.title, look().font("name"), "ink", _LEFT)
        line = QRectF(left, box.top() + look().px(23), room, look().px(17))
        paint_text(painter, line, item.line, look().font("caption"), "ink2" if chosen else "ink3", _LEFT)
        view = option.widget
        if chosen and isinstance(view, QListView) and view.hasFocus():
            by_key = view.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            if by_key:
                draw_ring(painter, box.adjusted(1, 1, -1, -2), 2)


class Pile(QListView):
    """Says *went(key)* when a person makes another entry current and *entered(key)* on Enter. The arrows are its own
    keys; all others are left to the page.
    """

    went = Signal(str)
    entered = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._items = _Items()
        self._items.setParent(self)
        self._showing = False
        self.setModel(self._items)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_items(self, items: Sequence[Heading | Entry], current: str) -> None:
        """Show these, one of them being current, without a word of *went*."""
        if tuple(items) == self._items.items and current == self.current_key():
            return
        self._showing = True
        bar = self.verticalScrollBar().value()
        if tuple(items) != self._items.items:
            self._items.show_items(items)
            self.verticalScrollBar().setValue(bar)
        self.go_to(current)
        self._showing = False

    def keys(self) -> tuple[str, ...]:
        """The keys of what is shown, from the top."""
        return tuple(self._items.places)

    def current_key(self) -> str:
        item = self.currentIndex().data(_ITEM)
        return item.key if isinstance(item, Entry) else ""

    def go_to(self, key: str) -> None:
        """Make an entry current, if it is there."""
        place = self._items.places.get(key)
        if place is None:
            return
        index = self._items.index(place)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        # The head of a group belongs to its first entry.
        if place and isinstance(self._items.items[place - 1], Heading):
            self.scrollTo(self._items.index(place - 1))
        self.scrollTo(index)

    def _moved(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._showing and (key := self.current_key()):
            self.went.emit(key)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (key := self.current_key()):
            self.entered.emit(key)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
        else:
            event.ignore()
