"""The status bar: what is saved, the last gesture and how to take it back, and the keys that work now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import look
from ui.theme.painters import cap_width, paint_cap, paint_text
from ui.theme.tokens import tokens
from ui.widgets.button import Button
from ui.widgets.label import Elided
from ui.widgets.marks import Cap, Icon


@dataclass(frozen=True, slots=True)
class Step:
    """A gesture that can be taken back or done again: its words, the words of the link, its key."""

    words: str
    link: str
    key: str


class Legend(QWidget):
    """Keys and what they do here; short of room it loses its words before its keys."""

    def __init__(self, keys: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._keys = keys
        self.setAccessibleName(", ".join(f"{key} {words}" for key, words in keys))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _width(self, *, words: bool) -> float:
        metrics, gap = QFontMetricsF(look().font("caption")), look().px(16 if words else 8)
        width = 0.0
        for key, does in self._keys:
            width += cap_width(key) + gap
            width += metrics.horizontalAdvance(does) + look().px(6) if words else 0.0
        return max(0.0, width - gap)

    def sizeHint(self) -> QSize:
        return QSize(round(self._width(words=True)) + 2, look().px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._width(words=False)) + 2, look().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        words = self.width() >= self._width(words=True)
        left, middle = self.width() - self._width(words=words), self.height() / 2
        font = look().font("caption")
        for key, does in self._keys:
            left = paint_cap(painter, left, middle, key)
            if words:
                left += look().px(6)
                box = self.rect().toRectF()
                box.setLeft(left)
                paint_text(painter, box, does, font, "ink2", Qt.AlignmentFlag.AlignLeft)
                left += QFontMetricsF(font).horizontalAdvance(does) + look().px(16)
            else:
                left += look().px(8)


class StatusBar(QFrame):
    """Says *undone()* and *redone()* when their links are used."""

    undone = Signal()
    redone = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("statusBar")
        self.setAccessibleName(name)
        self.setFixedHeight(look().px(tokens().size["status"]))
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(12), 0, look().px(12), 0)
        row.setSpacing(look().px(6))
        row.addWidget(Icon("lock", size=14))
        self.saved = Elided(role="caption", tone="ink2")
        self.saved.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(self.saved)
        row.addSpacing(look().px(8))
        self._steps = QWidget()
        self._steps_row = QHBoxLayout(self._steps)
        self._steps_row.setContentsMargins(0, 0, 0, 0)
        self._steps_row.setSpacing(look().px(6))
        row.addWidget(self._steps, 1)
        self._legend = Legend(())
        row.addWidget(self._legend)
        self.message = Elided(role="caption", tone="ink2")
        self.undo_link: Button | None = None
        self.redo_link: Button | None = None
        self.act_link: Button | None = None

    def say(self, message: str, link: str = "", act: Callable[[], object] | None = None) -> None:
        """Say one sentence in place of the last gesture, until the next action; `link` does `act`. Screen readers hear
        it.
        """
        self._clear()
        self._steps_row.addWidget(Icon("circle-question-mark", size=14))
        self._tell(message)
        if act is not None:
            self.act_link = self._link(Step(message, link, ""))
            self.act_link.clicked.connect(act)
        self._steps_row.addStretch(1)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message))

    def show_steps(self, undo: Step | None, redo: Step | None) -> None:
        """Show the gesture that can be taken back, and the one that can be done again."""
        self._clear()
        if undo is not None:
            self._steps_row.addWidget(Icon("undo-2", size=14))
            self._tell(undo.words)
            self.undo_link = self._link(undo)
            self.undo_link.clicked.connect(self.undone)
        if redo is not None:
            if undo is not None:
                self._steps_row.addSpacing(look().px(10))
            self._steps_row.addWidget(Icon("redo-2", size=14))
            if undo is None:
                self._tell(redo.words)
            self.redo_link = self._link(redo)
            self.redo_link.clicked.connect(self.redone)
        self._steps_row.addStretch(1)

    def show_keys(self, keys: tuple[tuple[str, str], ...]) -> None:
        """Show the keys that work now."""
        legend = Legend(keys)
        row = self.layout()
        assert row is not None
        row.replaceWidget(self._legend, legend)
        self._legend.hide()
        self._legend.deleteLater()
        self._legend = legend

    def _tell(self, words: str) -> None:
        self.message = Elided(words, "caption", "ink2")
        self.message.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._steps_row.addWidget(self.message)

    def _link(self, step: Step) -> Button:
        link = Button(step.link, "link")
        link.setFont(look().font("caption"))
        link.setAccessibleName(f"{step.link} {step.words}")
        self._steps_row.addWidget(link)
        if step.key:
            self._steps_row.addWidget(Cap(step.key))
        return link

    def _clear(self) -> None:
        self.undo_link = self.redo_link = self.act_link = None
        while (item := self._steps_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
