"""The open criterion: its line, what the posting says of it, its scale, its comment, and opinions once open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import look
from ui.theme.ring import draw_ring
from ui.theme.tokens import tokens
from ui.widgets.checklist.evidence import EvidenceLine, Shown
from ui.widgets.checklist.item import Asked, Given, Item, paint_line
from ui.widgets.checklist.scale import Scale
from ui.widgets.inplace import Prose
from ui.widgets.label import Label
from ui.widgets.marks import Cap, Drawn, Icon
from ui.widgets.opinion import OpinionCard
from ui.widgets.order import tab_through
from ui.widgets.slot import Slot


class _Line(Drawn):
    """The criterion's own line, larger."""

    def __init__(self, item: Item) -> None:
        super().__init__(0, look().px(38))
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.item = item

    def sizeHint(self) -> QSize:
        return QSize(look().px(240), look().px(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_line(QPainter(self), QRectF(self.rect()), self.item, opened=True)


class CommentField(QFrame):
    """Words beside a rating: kept on leaving it, on Enter and on Ctrl+Enter; Escape gives back what was there."""

    def __init__(self, name: str, settle: Callable[[str], bool]) -> None:
        super().__init__()
        self.setObjectName("quote")
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(9), look().px(2), look().px(8), look().px(2))
        row.setSpacing(look().px(5))
        row.addWidget(Icon("message-square", "ink2", 16))
        self.words = Prose(name, settle)
        # The ring goes around the whole field, with its picture and its key.
        self.words.setProperty("typed", False)
        self.words.installEventFilter(self)
        row.addWidget(self.words, 1)
        self._cap = Cap("C")
        row.addWidget(self._cap)
        self._name = name

    def fix(self) -> None:
        """Let nothing be written any more."""
        self.words.setReadOnly(True)
        self.words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cap.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.words.hasFocus():
            draw_ring(QPainter(self), QRectF(self.rect()), tokens().radius["control"] - 3)


class Opened(QWidget):
    """Says *chosen(value)* when a level is clicked, *done()* when the comment is left by key, *sought(place)* and
    *detached(place)* for one of the passages.
    """

    chosen = Signal(int)
    done = Signal()
    sought = Signal(int)
    detached = Signal(int)

    def __init__(self, item: Item, asked: Asked, settle: Callable[[str], bool]) -> None:
        super().__init__()
        self.setObjectName("raisedCriterion")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look().px(8))
        column.setSpacing(look().px(4))
        self._line = _Line(item)
        column.addWidget(self._line)
        inside = QVBoxLayout()
        inside.setContentsMargins(look().px(14), 0, look().px(12), 0)
        inside.setSpacing(look().px(6))
        for said in asked.lines:
            inside.addWidget(Label(said, "caption", "ink2", wrap=True))
        rows = tuple((level, word, anchor) for level, (word, anchor) in enumerate(asked.levels, start=1))
        self.scale = Scale(item.said, (*rows, (0, asked.not_assessable, "")))
        self.scale.chosen.connect(self.chosen)
        inside.addWidget(self.scale)
        self.comment = CommentField(asked.comment, settle)
        self.comment.words.left.connect(self.done)
        inside.addWidget(self.comment)
        self.remark = Slot()
        self.remark.hide()
        inside.addWidget(self.remark)
        if asked.fixed:
            self.scale.fix()
            self.comment.fix()
            self.comment.setVisible(bool(item.given.comment))
        self._fixed = asked.fixed
        self._evidence = QVBoxLayout()
        self._evidence.setSpacing(look().px(3))
        self.evidence: list[EvidenceLine] = []
        self._shown: tuple[Shown, ...] = ()
        inside.addLayout(self._evidence)
        for initials, name, given in asked.opinions:
            inside.addWidget(_card(initials, name, given))
        column.addLayout(inside)
        self._hint = asked.comment
        self.show_item(item)

    def show_item(self, item: Item, *, force: bool = False) -> None:
        """Show what stands; what is being typed stays."""
        self._line.item = item
        self._line.update()
        self.scale.show_given(item.given, item.said)
        self.comment.words.show_text(item.given.comment, self._hint, force=force)
        if item.evidence != self._shown:
            self._show_evidence(item.evidence)

    def _show_evidence(self, shown: tuple[Shown, ...]) -> None:
        held = next((place for place, line in enumerate(self.evidence) if line.hasFocus()), None)
        before, self._shown = self.evidence, shown
        self.evidence = [EvidenceLine(one, fixed=self._fixed) for one in shown]
        for place, line in enumerate(self.evidence):
            line.clicked.connect(partial(self.sought.emit, place))
            line.detached.connect(partial(self.detached.emit, place))
            self._evidence.addWidget(line)
            line.show()
        if held is not None:
            # The one that was gone to is gone: the next takes its place, and after the last the scale.
            follower: QWidget = self.evidence[min(held, len(shown) - 1)] if shown else self.scale
            follower.setFocus(Qt.FocusReason.OtherFocusReason)
        for line in before:
            self._evidence.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.order_stops()

    def order_stops(self) -> None:
        """Tab goes as one reads, though passages and a remark come and go."""
        tab_through(self.scale, self.comment, self.remark, *self.evidence)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        painter.fillRect(box, look().colour("raised"))
        painter.fillRect(QRectF(0, 0, look().px(4), box.height()), look().colour("accent"))
        painter.fillRect(QRectF(0, box.bottom() - 1, box.width(), 1), look().colour("line"))


def _card(initials: str, name: str, given: Given) -> OpinionCard:
    dotted = not given.answered
    return OpinionCard(
        initials,
        name,
        given.words,
        given.comment,
        given.level,
        struck=given.struck,
        dotted=dotted,
        quiet=not given.comment,
    )
