"""The checklist: one line a criterion, one of them open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import look
from ui.theme.tokens import tokens
from ui.widgets.checklist.evidence import Shown
from ui.widgets.checklist.item import Asked, Item, paint_line
from ui.widgets.checklist.opened import Opened
from ui.widgets.label import tip


class ClosedRow(QAbstractButton):
    """A criterion that is not open; a click opens it."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_item(item)

    def show_item(self, item: Item) -> None:
        self.item = item
        self.setAccessibleName(item.said)
        self.setToolTip(tip(item.said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(240), look().px(tokens().size["row_criterion"]))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(tokens().size["row_criterion"]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        painter.fillRect(box, look().colour("sunken" if self.underMouse() else "panel"))
        paint_line(painter, box.adjusted(0, 0, 0, -1), self.item)
        painter.fillRect(QRectF(0, box.bottom() - 1, box.width(), 1), look().colour("line"))


class Checklist(QScrollArea):
    """Says *picked(code)* when a closed line is clicked, *chosen(value)* when a level of the open one is, *done()* when
    its comment is left, *sought(place)* and *detached(place)* for one of its passages. But for those no key is its own:
    which does what is the page's affair.
    """

    picked = Signal(str)
    chosen = Signal(int)
    done = Signal()
    sought = Signal(int)
    detached = Signal(int)

    def __init__(self, name: str, settle: Callable[[str], bool]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._settle = settle
        self._rows: dict[str, ClosedRow] = {}
        self._items: dict[str, Item] = {}
        self.opened: Opened | None = None
        self.code = ""
        self._asked: Asked | None = None
        self._column = QVBoxLayout()
        self._alone = self._left_only = False

    def show_items(self, items: Sequence[Item], code: str, asked: Asked | None) -> None:
        """Show these criteria, `code` being open. The open one stays as it is where it is the same."""
        same = tuple(self._items) == tuple(item.code for item in items)
        self._items = {item.code: item for item in items}
        if not same:
            self._lay()
        for item in items:
            self._rows[item.code].show_item(item)
        if same and self.opened is not None and (code, asked) == (self.code, self._asked):
            self.opened.show_item(self._items[code])
        else:
            self._open(code, asked)
        self._show_rows()

    def show_evidence(self, lines: Mapping[str, tuple[Shown, ...]]) -> None:
        """Show these passages by criterion; everything else stays."""
        for code, shown in lines.items():
            item = self._items.get(code)
            if item is not None and item.evidence != shown:
                item = self._items[code] = replace(item, evidence=shown)
                self._rows[code].show_item(item)
                if self.opened is not None and code == self.code:
                    self.opened.show_item(item)

    def _lay(self) -> None:
        leaf = QWidget()
        leaf.setObjectName("panel")
        self._column = QVBoxLayout(leaf)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows, self.opened, self.code = {}, None, ""
        for code, item in self._items.items():
            row = self._rows[code] = ClosedRow(item)
            row.clicked.connect(self._picked)
            self._column.addWidget(row)
        self._column.addStretch(1)
        self.setWidget(leaf)

    def _open(self, code: str, asked: Asked | None) -> None:
        focus = QApplication.focusWidget()
        held = self.opened is not None and focus is not None and self.opened.isAncestorOf(focus)
        before, self.opened = self.opened, None
        self.code, self._asked = code, asked
        if code in self._items and asked is not None:
            opened = self.opened = Opened(self._items[code], asked, self._settle)
            opened.chosen.connect(self.chosen)
            opened.done.connect(self.done)
            opened.sought.connect(self.sought)
            opened.detached.connect(self.detached)
            self._column.insertWidget(self._column.indexOf(self._rows[code]), opened)
            opened.show()
            if held:
                opened.scale.setFocus(Qt.FocusReason.OtherFocusReason)
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        QTimer.singleShot(0, self, self.reveal)

    def narrow(self, *, left_only: bool, alone: bool) -> None:
        """Show only what is not answered yet, or only the open criterion."""
        self._left_only, self._alone = left_only, alone
        self._show_rows()
        QTimer.singleShot(0, self, self.reveal)

    def _show_rows(self) -> None:
        for code, row in self._rows.items():
            hidden = code == self.code or self._alone or (self._left_only and not row.item.given.left)
            row.setVisible(not hidden)

    def shown(self) -> tuple[str, ...]:
        """The codes that the arrows go through, from the top."""
        return tuple(
            code
            for code, item in self._items.items()
            if code == self.code or not (self._left_only and not item.given.left)
        )

    def reveal(self) -> None:
        """Bring the whole open criterion into view, its head first."""
        leaf = self.widget()
        if self.opened is None or leaf is None:
            return
        layout = leaf.layout()
        if layout is not None:
            layout.activate()
        top, height, bar = self.opened.y(), self.opened.height(), self.verticalScrollBar()
        if top + height > bar.value() + self.viewport().height():
            bar.setValue(top + height - self.viewport().height())
        if top < bar.value():
            bar.setValue(top)

    def take_focus(self) -> None:
        if self.opened is not None:
            self.opened.scale.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_comment(self) -> None:
        """Go to the comment of the open criterion, after what is written there."""
        if self.opened is not None and not self.opened.comment.words.isReadOnly():
            words = self.opened.comment.words
            words.setFocus(Qt.FocusReason.ShortcutFocusReason)
            words.moveCursor(QTextCursor.MoveOperation.End)

    def commit(self) -> None:
        """Have the comment that is being typed kept."""
        if self.opened is not None:
            self.opened.comment.words.commit()

    def _picked(self) -> None:
        row = self.sender()
        if isinstance(row, ClosedRow):
            self.picked.emit(row.item.code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.reveal)
