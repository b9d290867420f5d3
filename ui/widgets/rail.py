"""The rail: the pages that exist, one above the other, and the lock at its foot."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from ui.theme import look
from ui.theme.icons import RAIL_STROKE, paint_icon
from ui.theme.painters import bright, paint_mark, paint_text
from ui.theme.ring import REACH, draw_ring
from ui.theme.tokens import tokens
from ui.widgets.label import tip


@dataclass(frozen=True, slots=True)
class Entry:
    """A door on the rail: what it is called in code, on screen and on the keyboard."""

    name: str
    words: str
    picture: str
    key: str


class RailButton(QAbstractButton):
    """An icon over a word, with the yellow index when it is where one is."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self.setProperty("own_ring", True)
        self.setText(entry.words)
        self.setAccessibleName(entry.words)
        self.setToolTip(tip(f"{entry.words}  {entry.key}"))
        self.setFixedSize(look().px(tokens().size["rail"]), look().px(55))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look().px(4)
        ground = QRectF(side, 1, self.width() - 2 * side, self.height() - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            painter.setBrush(look().colour("rail2"))
            painter.drawRoundedRect(ground, tokens().radius["control"], tokens().radius["control"])
        if self.isChecked():
            painter.setBrush(look().colour(bright()))
            height = look().px(33)
            painter.drawRoundedRect(QRectF(0, (self.height() - height) / 2, side, height), 2, 2)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        size = look().px(22)
        picture = QRectF((self.width() - size) / 2, look().px(8), size, size)
        paint_icon(painter, self.entry.picture, picture, "railink", RAIL_STROKE)
        words = QRectF(1, look().px(30), self.width() - 2, look().px(18))
        font = look().font("rail", bold=self.isChecked())
        paint_text(painter, words, self.entry.words, font, "railink", Qt.AlignmentFlag.AlignHCenter)
        painter.setOpacity(1.0)
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            draw_ring(painter, ground, tokens().radius["control"] - REACH)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def sizeHint(self) -> QSize:
        return self.size()


class Mark(QAbstractButton):
    """The house's mark at the head of the rail: it opens the choice of language, colours and text size."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("own_ring", True)
        self.setAccessibleName(name)
        self.setToolTip(tip(name))
        self.setFixedSize(look().px(tokens().size["rail"]), look().px(50))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = look().px(25)
        box = QRectF(self.width() / 2 - height * 0.44, look().px(16), height, height)
        paint_mark(painter, box)
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            side = look().px(18)
            draw_ring(painter, QRectF(side, look().px(8), self.width() - 2 * side, look().px(41)), 2)


class Rail(QWidget):
    """Says *went(name)* for a page and *foot()* for the entry at the foot."""

    went = Signal(str)
    asked = Signal()
    foot = Signal()

    def __init__(self, entries: tuple[Entry, ...], foot: Entry, mark: str, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedWidth(look().px(tokens().size["rail"]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look().px(10))
        column.setSpacing(0)
        self.mark = Mark(mark)
        self.mark.clicked.connect(self.asked)
        column.addWidget(self.mark)
        self._buttons = {entry.name: RailButton(entry) for entry in entries}
        # No exclusive group: there an arrow key would turn the page, and Tab would stop once for all of them.
        for button in self._buttons.values():
            button.setCheckable(True)
            button.clicked.connect(self._clicked)
            column.addWidget(button)
        column.addStretch(1)
        self.last = RailButton(foot)
        self.last.clicked.connect(self.foot)
        column.addWidget(self.last)

    def _clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, RailButton)
        button.setChecked(True)
        self.went.emit(button.entry.name)

    def show_unlocked(self, *, unlocked: bool) -> None:
        """Open or shut the doors: without a dossier only the first leads anywhere."""
        for button in (*tuple(self._buttons.values())[1:], self.last):
            button.setEnabled(unlocked)

    def show_at(self, name: str) -> None:
        """Put the index on a page."""
        for one, button in self._buttons.items():
            button.setChecked(one == name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), look().colour("rail"))
