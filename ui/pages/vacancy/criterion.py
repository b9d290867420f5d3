"""One criterion under the checklist: the posting's words, the levels, the questions, the linter's remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smes_panel.model.vacancy import LEVELS, Stage
from ui.theme import look
from ui.widgets.button import Segments
from ui.widgets.label import Elided, Label
from ui.widgets.levels import LevelCard
from ui.widgets.marks import Icon, Tab
from ui.wording import Tongue
from ui.wording import vacancy as w

if TYPE_CHECKING:
    from smes_panel.model.vacancy import Criterion, Remark


_LONG = 60


def name_of(tongue: Tongue, criterion: Criterion) -> str:
    """Our short name for a criterion where it has one, else the posting's wording."""
    return tongue(criterion.label) if criterion.label else criterion.wording


@final
class Details(QWidget):
    """Made for one criterion and thrown away for the next."""

    def __init__(self, tongue: Tongue, criterion: Criterion, remarks: tuple[Remark, ...]) -> None:
        super().__init__()
        self._tongue, self._criterion = tongue, criterion
        self.setAccessibleName(tongue(w.DETAILS))
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(14), look().px(9), look().px(14), look().px(10))
        column.setSpacing(look().px(7))
        head = QHBoxLayout()
        head.setSpacing(look().px(8))
        head.addWidget(Tab(criterion.number))
        head.addWidget(Elided(name_of(tongue, criterion), "name"), 1)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(look().px(14))
        column.addLayout(row, 1)
        self._levels = QVBoxLayout()
        self._levels.setSpacing(look().px(5))
        row.addLayout(self._levels, 13)
        row.addWidget(self._beside(remarks), 10)
        self._stages = tuple(stage for stage in Stage if criterion.seen_at(stage)) or (Stage.SCREENING,)
        written = [stage for stage in self._stages if criterion.anchors.get(stage)]
        first = written[0] if written else self._stages[0]
        if len(self._stages) > 1:
            words = tuple(tongue(w.STAGES[stage]) for stage in self._stages)
            choice = Segments(words, self._stages.index(first), tongue(w.STAGE))
            choice.chosen.connect(lambda at: self._show_levels(self._stages[at]))
            head.addWidget(choice)
        else:
            stage = tongue(w.STAGES[first])
            head.addWidget(Label(tongue(w.ANCHORS_AT, stage=stage), "caption", "ink3"))
        self._show_levels(first)

    def _show_levels(self, stage: Stage) -> None:
        while (item := self._levels.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        tongue, said = self._tongue, self._criterion.anchors.get(stage, {})
        heads = (f"{level} {tongue(word)}" for level, word in w.LEVELS.items())
        metrics = QFontMetrics(look().font("dense", bold=True))
        room = max(metrics.horizontalAdvance(head) for head in heads) + look().px(4)
        for level in LEVELS:
            anchor = said.get(level)
            words = tongue(anchor) if anchor else tongue(w.NOT_WRITTEN)
            card = LevelCard(level, tongue(w.LEVELS[level]), words, room, written=bool(anchor))
            self._levels.addWidget(card)
        self._levels.addStretch(1)

    def _beside(self, remarks: tuple[Remark, ...]) -> QScrollArea:
        tongue, criterion = self._tongue, self._criterion
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("panelPage")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, look().px(4), 0)
        column.setSpacing(look().px(6))
        for remark in remarks:
            line = QHBoxLayout()
            line.setSpacing(look().px(7))
            line.addWidget(Icon("triangle-alert", "warn", 15), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(tongue(remark.words), "dense", wrap=True), 1)
            column.addLayout(line)
        if criterion.proposed:
            what = ", ".join(tongue(w.COLUMNS[one]) for one in criterion.proposed if one in w.COLUMNS)
            if what:
                column.addWidget(Label(tongue(w.PROPOSED, what=what), "dense", "ink2", wrap=True))
        if criterion.questions:
            column.addWidget(
                Label(
                    tongue.counted(w.SAME_QUESTION, len(criterion.questions)), "caption", "ink2", bold=True, wrap=True
                )
            )
            for question in criterion.questions:
                box = QFrame()
                box.setObjectName("quote")
                frame = QVBoxLayout(box)
                frame.setContentsMargins(look().px(10), look().px(6), look().px(10), look().px(6))
                frame.addWidget(Label(tongue(question), "dense", wrap=True))
                column.addWidget(box)
        elif criterion.seen_at(Stage.INTERVIEW) and not any(remark.kind == "no_question" for remark in remarks):
            column.addWidget(Label(tongue(w.NO_QUESTION), "dense", "ink3", wrap=True))
        if criterion.label or len(criterion.wording) > _LONG:
            column.addWidget(Label(tongue(w.SAYS, wording=criterion.wording), "dense", "ink2", wrap=True))
        column.addStretch(1)
        area.setWidget(inside)
        return area
