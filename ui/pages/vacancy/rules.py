"""The rules of one criterion, side by side: its level, its weight, the stages that rate it."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smes_panel.gestures.vacancy import Settle
from smes_panel.model.vacancy import Stage
from ui.pages.vacancy.hand import Change, Hand
from ui.theme import look
from ui.widgets.flow import Flow
from ui.widgets.inplace import Choice, Line
from ui.widgets.label import Label
from ui.wording import vacancy as w

if TYPE_CHECKING:
    from smes_panel.model.vacancy import Criterion

_LEVELS = ("true", "false")
_STAGES = ("screening", "interview", "both")


@final
class Rules(QWidget):
    """Says *left* when a field is left for the list. The last place is for what the page puts there."""

    left = Signal()

    def __init__(self, hand: Hand, beside: tuple[QWidget, ...]) -> None:
        super().__init__()
        tongue = hand.tongue
        self._hand = hand
        self._criterion: Criterion | None = None
        self.level = Choice((tongue(w.ESSENTIAL), tongue(w.DESIRABLE)), tongue(w.LEVEL))
        self.weight = Line(tongue(w.WEIGHT), self._weigh, framed=True)
        self.weight.setFixedWidth(look().px(56))
        stages = (tongue(w.STAGES[Stage.SCREENING]), tongue(w.STAGES[Stage.INTERVIEW]), tongue(w.BOTH))
        self.stages = Choice(stages, tongue(w.STAGE))
        row = Flow(self, 8, 32)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.level, Label(tongue(w.WEIGHT), "dense", "ink2"), self.weight, self.stages, *beside):
            row.addWidget(widget)
        if not beside:
            row.addWidget(QWidget())
        self.level.chosen.connect(lambda place: self._settle("essential", _LEVELS[place]))
        self.stages.chosen.connect(lambda place: self._settle("stages", _STAGES[place]))
        self.weight.left.connect(self.left)

    def show_criterion(self, criterion: Criterion, *, force: bool = False) -> None:
        """Show what stands of a criterion; what is being typed stays, unless forced."""
        tongue, self._criterion = self._hand.tongue, criterion
        for choice, said in ((self.level, w.LEVEL_OF), (self.stages, w.STAGES_OF)):
            choice.setAccessibleName(tongue(said, number=criterion.number))
        self.weight.setAccessibleName(tongue(w.WEIGHT_OF, number=criterion.number))
        figure = "" if criterion.weight is None else f"{criterion.weight:g}"
        self.weight.show_text(figure, tongue(w.NONE), force=force)
        self._show_choices()

    def spring_back(self) -> None:
        """Show what stands again."""
        self.weight.spring_back()
        self._show_choices()

    def _show_choices(self) -> None:
        criterion = self._criterion
        if criterion is None:
            return
        self.level.show_choice(None if criterion.essential is None else int(not criterion.essential))
        stages = criterion.stages
        place = None if not stages else 2 if len(stages) > 1 else _STAGES.index(stages[0].value)
        self.stages.show_choice(place)

    def _weigh(self, text: str) -> bool:
        return not text.strip() or self._settle("weight", text)

    def _settle(self, about: str, value: str) -> bool:
        criterion = self._criterion
        if criterion is None:
            return True
        question = f"{about}.{criterion.code}"
        what = self._hand.about(criterion, about)
        done = self._hand.ask(Change(what, lambda _read, reason: Settle(question, value, reason)))
        if done:
            self._show_choices()
        return done
