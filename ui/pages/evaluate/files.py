"""My applications: what is begun, what is to be read, what was handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from smes_panel.model.vacancy import Stage
from ui.theme import look
from ui.widgets.button import Segments
from ui.widgets.label import Elided, Label, tip
from ui.widgets.marks import Rule
from ui.widgets.meter import Meter
from ui.widgets.pile import Entry, Heading, Pile
from ui.widgets.slot import Slot
from ui.wording import Tongue
from ui.wording import evaluate as w
from ui.wording import reading as r

if TYPE_CHECKING:
    from smes_panel.queries.answers import Reading
    from ui.pages.evaluate.order import Order


@final
class Files(QFrame):
    """Says *staged(stage)* when the other stage is chosen; its pile says which application is."""

    staged = Signal(object)

    def __init__(self, tongue: Tongue, stage: Stage) -> None:
        super().__init__()
        self._tongue = tongue
        self.setObjectName("panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(look().px(14), look().px(13), look().px(10), look().px(11))
        head.setSpacing(look().px(8))
        head.addWidget(Label(tongue(w.MINE), "name"))
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        self._meter = Meter("accent", 44)
        row.addWidget(self._meter)
        self.progress = Elided(role="caption", tone="ink2")
        row.addWidget(self.progress, 1)
        head.addLayout(row)
        self.drawn = Elided(role="caption", tone="ink3")
        head.addWidget(self.drawn)
        names = tuple(tongue(w.STAGE_NAMES[one]) for one in Stage)
        self.stages = Segments(names, list(Stage).index(stage), tongue(w.STAGE))
        self.stages.chosen.connect(lambda place: self.staged.emit(list(Stage)[place]))
        head.addWidget(self.stages)
        column.addLayout(head)
        column.addWidget(Rule())
        self.pile = Pile(tongue(w.MINE))
        column.addWidget(self.pile, 1)
        self.foot = Slot()
        self.foot.setObjectName("beside")
        self.foot.setContentsMargins(look().px(10), look().px(8), look().px(8), look().px(8))
        self.foot.hide()
        column.addWidget(self.foot)

    def show_order(self, order: Order, current: str, *, stages: bool) -> None:
        """Show how far I am with each, what is closed to me last; `stages` says that there are two to choose from."""
        tongue, readings = self._tongue, order.readings
        self.drawn.setVisible(bool(order.seed))
        self.drawn.say(tongue(r.DRAWN, seed=order.seed))
        self.drawn.setAccessibleName(tongue(r.DRAWN_WHY, seed=order.seed))
        self.drawn.setToolTip(tip(tongue(r.DRAWN_WHY, seed=order.seed)))
        self.stages.setVisible(stages)
        done = sum(one.handed_in_at is not None for one in readings)
        self._meter.show_share(done, len(readings))
        self.progress.say(tongue(w.HANDED_IN_OF, n=done, m=len(readings)))
        groups: tuple[tuple[str, list[Entry]], ...] = (
            (tongue(w.BEGUN), []),
            (tongue(w.TO_READ), []),
            (tongue(w.DONE), []),
        )
        for one in readings:
            place = 2 if one.handed_in_at is not None else 0 if one.answered else 1
            groups[place][1].append(self._entry(one, place))
        items: list[Heading | Entry] = []
        for title, entries in groups:
            if entries:
                items += [Heading(title, len(entries)), *entries]
        if order.closed:
            items.append(Heading(tongue(r.CLOSED), len(order.closed)))
            line, state = tongue(r.CLOSED_LINE), tongue(r.CLOSED)
            items += [Entry(one, key, line, "circle-slash", "ink3", state) for one, key in order.closed]
        self.pile.show_items(items, current)

    def _entry(self, one: Reading, place: int) -> Entry:
        tongue = self._tongue
        language = f" · {one.language.upper()}" if one.language else ""
        line = (
            tongue(w.LINE_BEGUN, key=one.key, n=one.answered, m=one.asked),
            f"{one.key}{language}",
            tongue(w.LINE_DONE, key=one.key),
        )[place]
        picture, tone = (("circle-dot", "accent"), ("circle", "ink3"), ("circle-check", "ok"))[place]
        state = tongue((w.BEGUN, w.TO_READ, w.DONE)[place])
        return Entry(one.id, one.name or tongue(w.NO_NAME), line, picture, tone, state)
