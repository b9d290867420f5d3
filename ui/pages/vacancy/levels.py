"""What each level of the scale looks like for one criterion at one stage, written in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from smes_panel.gestures.criterion import EditCriterion
from smes_panel.model.vacancy import LEVELS, Stage
from smes_panel.model.words import Language, Words
from ui.pages.vacancy.hand import Change, Hand, reworded, spoken
from ui.theme import look
from ui.theme.tokens import tokens
from ui.widgets.inplace import Line
from ui.widgets.label import Label
from ui.widgets.marks import Gauge
from ui.wording import vacancy as w

if TYPE_CHECKING:
    from smes_panel.model.vacancy import Criterion
    from smes_panel.queries import Queries


@final
class Levels(QWidget):
    left = Signal()

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        tongue, self._hand = hand.tongue, hand
        self._criterion: Criterion | None = None
        self._stage, self._language = Stage.SCREENING, tongue.language
        heads = {level: f"{level} {tongue(word)}" for level, word in w.LEVELS.items()}
        metrics = QFontMetrics(look().font("dense", bold=True))
        room = max(metrics.horizontalAdvance(head) for head in heads.values()) + look().px(4)
        column = QVBoxLayout(self)
        room_around = look().px(4)
        column.setContentsMargins(room_around, room_around, room_around, 0)
        column.setSpacing(look().px(5))
        self.lines: dict[int, Line] = {}
        for level in LEVELS:
            card = QFrame()
            card.setObjectName("level")
            card.setFixedHeight(look().px(tokens().size["anchor"]))
            row = QHBoxLayout(card)
            row.setContentsMargins(look().px(9), 0, look().px(2), 0)
            row.setSpacing(look().px(8))
            row.addWidget(Gauge(level))
            head = Label(heads[level], "dense", bold=True)
            head.setFixedWidth(room)
            row.addWidget(head)
            line = Line(tongue(w.ANCHOR, level=level, word=tongue(w.LEVELS[level])), self._settle(level))
            line.setProperty("carded", True)
            line.left.connect(self.left)
            row.addWidget(line, 1)
            self.lines[level] = line
            column.addWidget(card)
        column.addStretch(1)

    def show_criterion(self, criterion: Criterion, stage: Stage, language: Language, *, force: bool) -> None:
        """Show the anchors of one stage in one language."""
        self._criterion, self._stage, self._language = criterion, stage, language
        for level, line in self.lines.items():
            words = criterion.anchors.get(stage, {}).get(level, Words())
            line.show_text(spoken(words, language), self._hand.hint(words, language), force=force)
            line.show_mark(*self._hand.lacking(words))

    def spring_back(self) -> None:
        for line in self.lines.values():
            line.spring_back()

    def _settle(self, level: int) -> Callable[[str], bool]:
        def settle(text: str) -> bool:
            criterion, stage, language = self._criterion, self._stage, self._language
            if criterion is None:
                return True
            code = criterion.code

            def make(read: Queries, reason: str) -> EditCriterion:
                before = read.criterion(code).anchors.get(stage, {}).get(level, Words())
                anchors = {stage: {level: reworded(before, language, text)}}
                return EditCriterion(code, anchors=anchors, reason=reason)

            return self._hand.ask(Change(self._hand.about(criterion, "anchors"), make))

        return settle
