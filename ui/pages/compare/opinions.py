"""The opinions on one cell, side by side: each member's level, state and comment, and what the panel concluded."""

from __future__ import annotations

from typing import final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.pages.compare.consensus import Kind, Talk, begun
from ui.pages.compare.reading import Table, cell_words, corrections_words, gap, level_words
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.label import Elided, tip
from ui.widgets.marks import Chip
from ui.widgets.opinion import OpinionCard
from ui.wording import compare as w

_SIDE_BY_SIDE = 4
_LEAST, _HEIGHT = 92, 146


@final
class Opinions(QFrame):
    """Made for one cell and thrown away for the next; says *shut()*, and *asked(Kind)* where one wants to say more."""

    shut = Signal()
    asked = Signal(object)

    def __init__(self, table: Table, key: str, code: str, talk: Talk) -> None:
        super().__init__()
        self.setObjectName("panel")
        tongue, line, criterion = table.tongue, table.lines[key], table.criteria[code]
        self.setMinimumHeight(look().px(_LEAST))
        self._height = look().px(_HEIGHT) + (0 if talk.empty else talk.sizeHint().height())
        self.setMaximumHeight(self._height)
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(14), look().px(8), look().px(14), look().px(4))
        column.setSpacing(look().px(6))
        head = QHBoxLayout()
        head.setSpacing(look().px(10))
        title = tongue(
            w.CELL_TITLE,
            who=table.names.get(key) or key,
            number=criterion.number,
            label=table.label(criterion),
        )
        name = Elided(title, "name")
        name.setMaximumWidth(name.sizeHint().width())
        head.addWidget(name, 3)
        if line.apart(code):
            head.addWidget(Chip(tongue(w.SPREAD, n=line.spread(code)), "warn", "triangle-alert"))
        words = cell_words(tongue, line, code)
        head.addWidget(Elided(words, "dense", "ink2"), 2)
        self.conclude = Button(tongue(w.CONCLUDE), small=True, picture="message-square", key="C")
        self.conclude.clicked.connect(lambda: self.asked.emit(Kind.AGREE))
        head.addWidget(self.conclude)
        self.correct: Button | None = None
        if begun(table, key, code, Kind.CORRECT) is not None:
            self.correct = Button(tongue(w.CORRECT), small=True, key="R")
            self.correct.clicked.connect(lambda: self.asked.emit(Kind.CORRECT))
            head.addWidget(self.correct)
        shut = self.close_button = Button("", "quiet", small=True, picture="x")
        shut.setAccessibleName(tongue(w.CLOSE_OPINIONS))
        shut.setToolTip(tip(tongue(w.CLOSE_OPINIONS)))
        shut.clicked.connect(self.shut)
        head.addWidget(shut)
        column.addLayout(head)
        cards, inside = QScrollArea(), QWidget()
        cards.setWidgetResizable(True)
        cards.setFrameShape(QFrame.Shape.NoFrame)
        cards.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        cards.setAccessibleName(tongue(w.OPINIONS))
        inside.setObjectName("panel")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look().px(14))
        grid.setVerticalSpacing(look().px(10))
        said = []
        for place, member in enumerate(table.members):
            answer = table.answer(key, code, member.name)
            sign = gap((answer.state,), "")
            word = level_words(tongue, answer) if answer.level is None else tongue(w.LEVELS[answer.level - 1])
            comment = answer.comment.strip()
            card = OpinionCard(
                member.initials,
                member.name,
                word,
                comment or tongue(w.NO_COMMENT),
                answer.level,
                struck=sign.struck,
                dotted=sign.dotted,
                quiet=not comment,
                later=corrections_words(table, key, code, member.name),
            )
            said.append(card.accessibleName())
            grid.addWidget(card, place // _SIDE_BY_SIDE, place % _SIDE_BY_SIDE)
        for at in range(min(_SIDE_BY_SIDE, max(1, len(table.members)))):
            grid.setColumnStretch(at, 1)
        cards.setWidget(inside)
        column.addWidget(cards, 1)
        self.talk = talk
        column.addWidget(talk)
        self.setAccessibleName(f"{title}, {words}")
        self._said = " ".join(filter(None, (title, words, *said, talk.said)))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)

    def announce(self) -> None:
        """Have a screen reader say the opinions now, while the focus stays in the matrix."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._said))
