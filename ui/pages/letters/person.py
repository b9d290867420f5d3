"""One person's letter in the making: the outcome, what the letter waits for, and its fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smes_panel.model.decision import Outcome
from smes_panel.model.letter import OF_THE_PERSON
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from smes_panel.prints import Correspondence
from ui.pages.letters.blank import Blank, Keep, label
from ui.theme import look
from ui.theme.ring import REACH
from ui.widgets.button import Button
from ui.widgets.label import Elided, Label
from ui.widgets.marks import Chip, Icon, Rule
from ui.widgets.pills import Pills
from ui.widgets.slot import Slot
from ui.wording import Tongue
from ui.wording import letters as w
from ui.wording import texts as t

OUTCOMES: Mapping[Stage, tuple[Outcome, ...]] = {
    Stage.SCREENING: (Outcome.INVITED, Outcome.NOT_SHORTLISTED, Outcome.WITHDRAWN, Outcome.INADMISSIBLE),
    Stage.INTERVIEW: (Outcome.SELECTED, Outcome.RESERVE, Outcome.NOT_SELECTED, Outcome.WITHDRAWN),
}
"""In the order of their digits: 1 is the first."""


_LEAST = 320
_LEAST_FIELD = 186


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in a field as typed, and what holds without it."""

    typed: str
    hint: str


@final
class PersonLetter(QFrame):
    """Says *decided(outcome)*, *left* for the list, *typed* at each sign, *astray* when the answer lies elsewhere."""

    decided = Signal(object)
    left = Signal()
    typed = Signal()
    astray = Signal()

    def __init__(self, tongue: Tongue, keep: Keep, share: Keep) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setMinimumWidth(look().px(_LEAST))
        self._tongue, self._keep, self._share = tongue, keep, share
        self._one: Correspondence | None = None
        self._whose: tuple[object, ...] = ()
        self._shape: tuple[object, ...] = ()
        self.blanks: dict[str, Blank] = {}
        self.outcomes: Pills | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = Slot()
        column.addWidget(self._head)
        column.addWidget(Rule())
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._scroll, 1)
        self._foot = Slot()
        self._foot.setObjectName("foot")
        column.addWidget(self._foot)
        self.waits: Label | None = None
        self.go: Button | None = None

    def show_person(
        self, one: Correspondence, stage: Stage | None, language: Language, fields: Mapping[str, Value], *, force: bool
    ) -> None:
        """Show a person's letter, in `language`; `fields` are all that it can say, in the order of its text. Without a
        `stage` no outcome says which letter it is.
        """
        self._one = one
        # The head stays while one decides there: the focus is in it.
        whose = (one.application.id, one.application.identity, stage, one.own)
        if whose != self._whose:
            self._whose = whose
            self._head.show_one(self._made_head(one, stage))
        shape = (*whose, one.kind, one.outcome is None, language, tuple(fields))
        if shape != self._shape:
            self._shape = shape
            self._make(one, language, fields)
            force = True
        if self.outcomes is not None and stage is not None:
            choices = OUTCOMES[stage]
            self.outcomes.show_choice(choices.index(one.outcome) if one.outcome in choices else None)
        for name, blank in self.blanks.items():
            value = fields[name]
            blank.show_value(value.typed, value.hint, lacking=name in one.missing, force=force)
        self._foot.show_one(self._made_foot(one))

    def pending(self) -> dict[str, str]:
        """What is typed and not kept yet, by field."""
        return {name: blank.pending for name, blank in self.blanks.items() if blank.pending}

    def commit(self) -> None:
        for blank in self.blanks.values():
            blank.commit()

    def fill(self) -> bool:
        """Go to the first field that the letter waits for, else to the first one; False where there is none."""
        if self._one is None or not self.blanks:
            return False
        lacking = [name for name in self._one.missing if name in self.blanks]
        if self._one.missing and not lacking:
            self.astray.emit()
            return True
        blank = self.blanks[lacking[0] if lacking else next(iter(self.blanks))]
        inside = self._scroll.widget()
        if inside is not None:
            at = blank.mapTo(inside, QPoint(0, 0))
            self._scroll.ensureVisible(0, at.y() + blank.height(), 0, look().px(40))
            self._scroll.ensureVisible(0, at.y(), 0, look().px(30))
        blank.go_there()
        return True

    # Making

    def _make(self, one: Correspondence, language: Language, fields: Mapping[str, Value]) -> None:
        tongue = self._tongue
        inside = QWidget()
        inside.setObjectName("panelPage")
        column = QVBoxLayout(inside)
        column.setContentsMargins(look().px(16), look().px(10), look().px(16), look().px(14))
        column.setSpacing(look().px(4))
        own = [name for name in fields if name in OF_THE_PERSON]
        shared = [name for name in fields if name not in OF_THE_PERSON]
        self.blanks = {name: Blank(name, tongue, self._keep) for name in own}
        self.blanks |= {name: Blank(name, tongue, self._share) for name in shared}
        for blank in self.blanks.values():
            blank.left.connect(self.left)
            blank.typed.connect(lambda _said: self.typed.emit())
        if one.kind is None:
            words = w.NO_LETTER_FOR if one.outcome else w.DECIDE_FIRST
            column.addWidget(Label(tongue(words), "body", "ink2", wrap=True))
        if own:
            column.addWidget(Label(tongue(w.OF_THIS_LETTER), "name"))
        for name in own:
            column.addSpacing(look().px(2))
            column.addWidget(Label(label(tongue, name), "dense", "ink2"))
            column.addWidget(self.blanks[name])
        if shared:
            column.addSpacing(look().px(12 if own else 0))
            spoken = tongue(w.LETTER_IN[language.value])
            column.addWidget(Label(tongue(w.SHARED_IN, language=spoken), "name", wrap=True))
            column.addSpacing(look().px(4))
            grid = QGridLayout()
            grid.setHorizontalSpacing(look().px(10))
            grid.setVerticalSpacing(look().px(6))
            grid.setColumnMinimumWidth(1, look().px(_LEAST_FIELD))
            grid.setColumnStretch(0, 2)
            grid.setColumnStretch(1, 3)
            for row, name in enumerate(shared):
                grid.addWidget(Label(label(tongue, name), "dense", "ink2", wrap=True), row, 0)
                grid.addWidget(self.blanks[name], row, 1)
            column.addLayout(grid)
        column.addStretch(1)
        self._scroll.setWidget(inside)

    def _made_head(self, one: Correspondence, stage: Stage | None) -> QWidget:
        tongue, head = self._tongue, QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(look().px(16) - REACH, look().px(10), look().px(16) - REACH, look().px(10))
        column.setSpacing(look().px(6))
        row = QHBoxLayout()
        row.setContentsMargins(REACH, 0, REACH, 0)
        row.setSpacing(look().px(8))
        name = one.application.identity.name or tongue(w.NO_NAME)
        row.addWidget(Elided(tongue(w.FOR, name=name), "h2"), 1)
        spoken = one.application.identity.language
        if one.own:
            row.addWidget(Chip(tongue(t.APART), "accent"))
        row.addWidget(Chip(f"{one.application.key}, {spoken.upper() if spoken else '?'}"))
        column.addLayout(row)
        self.outcomes = None
        if stage is None:
            return head
        what = Label(tongue(w.OUTCOME_AT[stage]), "dense", "ink2")
        what.setContentsMargins(REACH, 0, REACH, 0)
        column.addWidget(what)
        words = tuple(tongue(w.CHOICES[outcome]) for outcome in OUTCOMES[stage])
        digits = tuple(str(place) for place in range(1, len(words) + 1))
        self.outcomes = Pills(words, tongue(w.OUTCOME_AT[stage]), digits)
        self.outcomes.chosen.connect(lambda place: self.decided.emit(OUTCOMES[stage][place]))
        column.addWidget(self.outcomes)
        return head

    def _made_foot(self, one: Correspondence) -> QWidget:
        tongue, foot = self._tongue, QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(look().px(16), look().px(8), look().px(16), look().px(8))
        row.setSpacing(look().px(8))
        self.go = None
        if one.kind is None:
            self.waits = Label("", "dense", "ink2")
            row.addWidget(self.waits, 1)
            foot.setVisible(False)
        elif one.ready:
            row.addWidget(Icon("circle-check", "ok", 17))
            self.waits = Label(tongue(w.COMPLETE), "dense", "ink2", wrap=True)
            row.addWidget(self.waits, 1)
        else:
            row.addWidget(Icon("triangle-alert", "warn", 17), 0, Qt.AlignmentFlag.AlignTop)
            what = ", ".join(tongue(w.NAMES[name]) for name in one.missing)
            self.waits = Label(tongue(w.WAITS_FOR, what=what), "dense", "warn", wrap=True)
            row.addWidget(self.waits, 1)
            here = any(name in self.blanks for name in one.missing)
            self.go = Button(tongue(w.GO_TO_FIELD if here else w.GO_TO_APPLICATION), "primary")
            self.go.clicked.connect(self.fill)
            row.addWidget(self.go)
        return foot
