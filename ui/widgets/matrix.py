"""A matrix: who against what, one score in each cell, walked through with the arrows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.theme import look
from ui.theme.icons import paint_icon
from ui.theme.painters import paint_lozenge, paint_text
from ui.theme.ring import draw_ring
from ui.theme.tokens import tokens
from ui.widgets.label import tip
from ui.widgets.scores import SCORE, Gap, Score, ScoreDelegate

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HEAD_HEIGHT = 76
_LEAST_ROWS = 3
_NAMES_AT_LEAST, _NAMES_AT_MOST = 170, 250
_HEAD_LINES = 2


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its name, what stands over it, its least and greatest width at 100 %; `said` is what it is in words."""

    name: str
    number: str
    label: str
    small: str
    said: str
    marked: bool = False
    least: int = 62
    most: int = 92


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its key and its name."""

    key: str
    name: str


class Scores(QAbstractTableModel):
    """Lines and heads in order, and a score for each pair, made when it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.heads: tuple[Head, ...] = ()
        self.lines: tuple[Line, ...] = ()
        self._score: Callable[[str, str], Score] = lambda _key, _name: Gap("")

    def show_scores(self, heads: Sequence[Head], lines: Sequence[Line], score: Callable[[str, str], Score]) -> None:
        """Show other scores. The same lines under the same heads keep every view where it is."""
        self._score = lru_cache(maxsize=4096)(score)
        if (tuple(heads), tuple(lines)) == (self.heads, self.lines):
            if heads and lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(heads) - 1))
            return
        self.beginResetModel()
        self.heads, self.lines = tuple(heads), tuple(lines)
        self.endResetModel()

    def place_of(self, key: str, name: str) -> QModelIndex | None:
        row = next((at for at, line in enumerate(self.lines) if line.key == key), None)
        column = next((at for at, head in enumerate(self.heads) if head.name == name), None)
        return None if row is None or column is None else self.index(row, column)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in (
            SCORE,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            score = self._score(self.lines[index.row()].key, self.heads[index.column()].name)
            if role == SCORE:
                return score
            return tip(score.said) if role == Qt.ItemDataRole.ToolTipRole else score.said
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal:
            said = self.heads[section].said
        else:
            said = f"{self.lines[section].key} {self.lines[section].name}".strip()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return said
        return tip(said) if role == Qt.ItemDataRole.ToolTipRole else None


class _Heads(QHeaderView):
    """The heads of the columns: number, label in two lines, weight; the sorted one wears an arrow."""

    def __init__(self, scores: Scores, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._scores = scores
        self.sorted_by = ("", False)
        self.setFixedHeight(look().px(_HEAD_HEIGHT))
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(look().px(30))

    def paintSection(self, painter: QPainter, rect: object, section: int) -> None:
        box = QRectF(rect)  # type: ignore[call-overload]
        head = self._scores.heads[section]
        painter.save()
        painter.fillRect(box, look().colour("sunken"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look().colour("line2"))
        room = box.adjusted(look().px(3), look().px(5), -look().px(3), -look().px(5))
        line = look().px(17)
        last = room.bottom() - (look().px(15) if head.small else 0)
        if head.small:
            small = QRectF(room.left(), last, room.width(), look().px(15))
            paint_text(painter, small, head.small, look().font("rail"), "ink3", Qt.AlignmentFlag.AlignHCenter)
        lines = _broken(head.label, room.width())
        for up, words in enumerate(reversed(lines)):
            part = QRectF(room.left(), last - look().px(15) * (up + 1), room.width(), look().px(15))
            paint_text(painter, part, words, look().font("rail", bold=True), "ink2", Qt.AlignmentFlag.AlignHCenter)
        number = QRectF(room.left(), last - look().px(15) * _HEAD_LINES - line, room.width(), line)
        if head.number:
            font = look().font("body", bold=True, figures=True)
            if head.marked:
                half = QFontMetricsF(font).horizontalAdvance(head.number) / 2
                centre = QPointF(number.center().x() - half - look().px(5), number.center().y())
                number.translate(look().px(5), 0)
                paint_lozenge(painter, centre, "ink2", filled=True)
            paint_text(painter, number, head.number, font, "ink", Qt.AlignmentFlag.AlignHCenter)
        name, falling = self.sorted_by
        if name and name == head.name:
            size = look().px(14)
            left = room.right() - size if head.number else room.center().x() - size / 2
            arrow = QRectF(left, number.center().y() - size / 2, size, size)
            paint_icon(painter, "arrow-down" if falling else "arrow-up", arrow, "accent")
        painter.restore()


def _broken(label: str, width: float) -> list[str]:
    """The label in two lines at most, broken between words; what does not fit is cut where it is painted."""
    layout = QTextLayout(label, look().font("rail", bold=True))
    layout.setTextOption(QTextOption())
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        whole = label[start:] if len(lines) == _HEAD_LINES - 1 else label[start : start + line.textLength()]
        lines.append(whole.strip())
        if len(lines) == _HEAD_LINES:
            break
    layout.endLayout()
    return lines


class _Names(QHeaderView):
    """The names of the rows, which stay in sight when the columns are scrolled."""

    def __init__(self, scores: Scores, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._scores = scores
        self.at = -1
        # Below the last name the page goes on as it is beside it.
        self.setObjectName("panel")
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(look().px(20))
        self.setDefaultSectionSize(look().px(tokens().size["row_matrix"]))

    def paintSection(self, painter: QPainter, rect: object, section: int) -> None:
        box = QRectF(rect)  # type: ignore[call-overload]
        line = self._scores.lines[section]
        painter.save()
        painter.fillRect(box, look().colour("accenttint" if section == self.at else "panel"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look().colour("line"))
        font = look().font("dense", figures=True)
        room = box.adjusted(look().px(14), 0, -look().px(6), 0)
        paint_text(painter, room, line.key, font, "ink2", Qt.AlignmentFlag.AlignLeft)
        room.setLeft(room.left() + QFontMetricsF(font).horizontalAdvance(line.key) + look().px(8))
        paint_text(painter, room, line.name, look().font("body", bold=True), "ink", Qt.AlignmentFlag.AlignLeft)
        painter.restore()


class _Corner(QWidget):
    """What the names of the rows are."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, look().colour("sunken"))
        painter.fillRect(QRectF(0, box.bottom() - 1, box.width(), 1), look().colour("line2"))
        room = QRectF(look().px(14), box.bottom() - look().px(24), box.width(), look().px(20))
        paint_text(painter, room, self._words, look().font("caption", bold=True), "ink2", Qt.AlignmentFlag.AlignLeft)


class Matrix(QTableView):
    """Says *went(key, name)* when another cell is current, *entered(key, name)* on Enter or a click, *sort_asked(name)*
    on T or a click on a head, *left()* on Escape.
    """

    went = Signal(str, str)
    entered = Signal(str, str)
    sort_asked = Signal(str)
    left = Signal()

    def __init__(self, name: str, corner: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.scores = Scores()
        self.scores.setParent(self)
        self._showing = False
        self.setModel(self.scores)
        self.setItemDelegate(ScoreDelegate(self))
        self._heads, self._names = _Heads(self.scores, self), _Names(self.scores, self)
        self.setHorizontalHeader(self._heads)
        self.setVerticalHeader(self._names)
        self.setCornerButtonEnabled(False)
        self._corner = _Corner(corner, self)
        self.setMinimumHeight(look().px(_HEAD_HEIGHT + _LEAST_ROWS * tokens().size["row_matrix"] + 12))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._moved)
        self._heads.sectionClicked.connect(lambda at: self.sort_asked.emit(self.scores.heads[at].name))
        self.clicked.connect(lambda _index: self.entered.emit(*self.current()))

    def current(self) -> tuple[str, str]:
        """The key and the column of the cell that the arrows move; empty where there is none."""
        index = self.currentIndex()
        if not index.isValid():
            return "", ""
        return self.scores.lines[index.row()].key, self.scores.heads[index.column()].name

    def show_scores(
        self,
        heads: Sequence[Head],
        lines: Sequence[Line],
        score: Callable[[str, str], Score],
        sorted_by: tuple[str, bool],
    ) -> None:
        """Show other scores and stay on the cell that was current; if it is gone, on the first."""
        before = self.current()
        self._heads.sorted_by = sorted_by
        self._showing = True
        self.scores.show_scores(heads, lines, score)
        self._showing = False
        self._set_widths()
        self._heads.viewport().update()
        self.go_to(*before)

    def go_to(self, key: str, name: str) -> None:
        """Make a cell current; the first one where it is not there."""
        index = self.scores.place_of(key, name)
        if index is None and self.scores.lines and self.scores.heads:
            index = self.currentIndex() if self.currentIndex().isValid() else self.scores.index(0, 0)
        if index is not None:
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._names.at = current.row()
        self._names.viewport().update()
        if not self._showing:
            self.went.emit(*self.current())
        self.viewport().update()

    def _set_widths(self) -> None:
        heads = self.scores.heads
        bar = self.verticalScrollBar().sizeHint().width()
        least = sum(look().px(head.least) for head in heads)
        free = self.width() - bar - least
        names = min(look().px(_NAMES_AT_MOST), max(look().px(_NAMES_AT_LEAST), free))
        spare = max(0, free - names)
        growing = [head for head in heads if head.most > head.least]
        more = spare // len(growing) if growing else 0
        for at, head in enumerate(heads):
            grown = min(more, look().px(head.most) - look().px(head.least)) if head in growing else 0
            self._heads.resizeSection(at, look().px(head.least) + grown)
        taken = sum(self._heads.sectionSize(at) for at in range(len(heads)))
        self._names.setFixedWidth(max(names, min(self.width() - bar - taken, look().px(_NAMES_AT_MOST + 90))))
        self.updateGeometries()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        # Qt asks for this while the table is still being made.
        if corner := getattr(self, "_corner", None):
            corner.setGeometry(0, 0, self._names.width(), self._heads.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.currentIndex().isValid():
                self.entered.emit(*self.current())
            case Qt.Key.Key_T if held == Qt.KeyboardModifier.NoModifier and self.currentIndex().isValid():
                self.sort_asked.emit(self.current()[1])
            case Qt.Key.Key_C | Qt.Key.Key_R if held == Qt.KeyboardModifier.NoModifier:
                event.ignore()  # A key of the page.
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the page here: they do not look for a cell that begins with them."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_widths()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            cell = QRectF(self.visualRect(self.currentIndex())).adjusted(-1, -1, 1, 0)
            draw_ring(QPainter(self.viewport()), cell, tokens().radius["cell"] - 2)
