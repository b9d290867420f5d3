"""What the posting leaves open, answered in place and dated."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smes_panel.gestures.gesture import Together
from smes_panel.gestures.vacancy import Settle
from ui.pages.vacancy.asked import proposals
from ui.pages.vacancy.criterion import name_of
from ui.pages.vacancy.hand import Change, Hand
from ui.pages.vacancy.rules import Rules
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.inplace import Line
from ui.widgets.label import Elided, Label
from ui.widgets.marks import Icon
from ui.widgets.slot import Slot
from ui.wording import dates
from ui.wording import vacancy as w

if TYPE_CHECKING:
    from datetime import datetime

    from smes_panel.model.vacancy import Criterion, OpenQuestion, Vacancy
    from smes_panel.model.words import Words

_WIDTHS = {"reference": 190, "day": 112, "hour": 72}
_BY_CRITERION = ("weight", "essential", "stages")


@final
class Settling(QScrollArea):
    """Every open question with its fields. Says *left* when one is left for the list."""

    left = Signal()

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._shape: tuple[str, ...] = ("none yet",)
        self._criteria: tuple[Criterion, ...] = ()
        self._rules: dict[str, Rules] = {}
        self._states: dict[str, Slot] = {}
        self._names: dict[str, Elided] = {}
        self.lines: dict[str, Line] = {}
        self._top = Slot()
        self.setWidgetResizable(True)
        self.setAccessibleName(hand.tongue(w.QUESTIONS_OPEN))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_open(self, vacancy: Vacancy, questions: tuple[OpenQuestion, ...], criteria: tuple[Criterion, ...]) -> None:
        """Show every question with what stands; what is being typed stays."""
        self._criteria = criteria
        shape = tuple(question.key for question in questions)
        if shape != self._shape:
            self._shape = shape
            self._build(questions)
        self._show_top(questions)
        known = {criterion.code: criterion for criterion in criteria}
        by_key = {question.key: question for question in questions}
        if "reference" in self.lines:
            self.lines["reference"].show_text(vacancy.reference or "", self._hand.tongue(w.NONE))
            self._show_state("reference", by_key["reference"].settled_at)
        if "day" in self.lines:
            self._show_closing(vacancy)
            self._show_state("closes_at", by_key["closes_at"].settled_at)
        for code, rules in self._rules.items():
            criterion = known[code]
            rules.show_criterion(criterion)
            self._names[code].say(name_of(self._hand.tongue, criterion))
            about = [by_key[key] for one in _BY_CRITERION if (key := f"{one}.{code}") in by_key]
            given = [one.settled_at for one in about if one.settled_at is not None]
            self._show_state(code, max(given) if len(given) == len(about) and given else None, criterion)

    def spring_back(self) -> None:
        for line in self.lines.values():
            line.spring_back()
        for rules in self._rules.values():
            rules.spring_back()

    def _build(self, questions: tuple[OpenQuestion, ...]) -> None:
        tongue = self._hand.tongue
        self._rules, self._states, self._names, self.lines = {}, {}, {}, {}
        page = QWidget()
        page.setObjectName("panelPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(look().px(16), look().px(12), look().px(14), look().px(12))
        column.setSpacing(look().px(4))
        self._top = Slot()
        column.addWidget(self._top)
        for question in questions:
            about, _, code = question.key.partition(".")
            if about == "reference":
                self._field(column, "reference", question, (("reference", w.THE_REFERENCE, ""),))
            elif about == "closes_at":
                shown = (("day", w.DAY, tongue(w.DAY_FORM)), ("hour", w.HOUR, tongue(w.HOUR_FORM)))
                self._field(column, "closes_at", question, shown)
            elif code and code not in self._rules:
                column.addSpacing(look().px(8))
                head = QHBoxLayout()
                head.setSpacing(look().px(6))
                head.addWidget(Label(f"C{code[1:].lstrip('0')}", "dense", "ink2", bold=True))
                self._names[code] = Elided("", "dense", bold=True)
                head.addWidget(self._names[code], 1)
                column.addLayout(head)
                self._states[code] = Slot()
                self._rules[code] = Rules(self._hand, (self._states[code],))
                self._rules[code].left.connect(self.left)
                column.addWidget(self._rules[code])
        column.addStretch(1)
        self.setWidget(page)

    def _field(
        self, column: QVBoxLayout, key: str, question: OpenQuestion, blanks: tuple[tuple[str, Words, str], ...]
    ) -> None:
        tongue = self._hand.tongue
        column.addWidget(Label(tongue(question.words), "dense", bold=True, wrap=True))
        made = QWidget()
        row = Flow(made, 6, 32)
        row.setContentsMargins(0, 0, 0, 0)
        for name, words, _hint in blanks:
            line = Line(
                tongue(words), self._settle_reference if key == "reference" else self._settle_closing, framed=True
            )
            line.left.connect(self.left)
            line.setFixedWidth(look().px(_WIDTHS[name]))
            self.lines[name] = line
            row.addWidget(line)
        self._states[key] = Slot()
        row.addWidget(self._states[key])
        column.addWidget(made)
        column.addSpacing(look().px(8))

    def _show_top(self, questions: tuple[OpenQuestion, ...]) -> None:
        tongue = self._hand.tongue
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        waiting = proposals(self._criteria)
        if all(question.answer is not None for question in questions):
            column.addWidget(Label(tongue(w.ALL_SETTLED), "name"))
            column.addWidget(Label(tongue(w.ALL_SETTLED_WHY), "dense", "ink2", wrap=True))
        elif waiting:
            button = Button(tongue.counted(w.SETTLE_PROPOSALS, len(waiting)), "primary", picture="check")
            button.clicked.connect(self._settle_proposals)
            column.addWidget(button)
            column.addWidget(Label(tongue(w.SETTLE_WHY), "dense", "ink2", wrap=True))
        column.addSpacing(look().px(6))
        self._top.show_one(made)

    def _show_closing(self, vacancy: Vacancy) -> None:
        tongue, closes = self._hand.tongue, vacancy.closes_at
        local = dates.here(closes) if closes is not None else None
        day = local.date() if local is not None else vacancy.posting.deadline
        self.lines["day"].show_text(f"{day:%d/%m/%Y}" if day else "", tongue(w.DAY_FORM))
        self.lines["hour"].show_text(f"{local:%H:%M}" if local else "", tongue(w.HOUR_FORM))

    def _show_state(self, key: str, settled_at: datetime | None, criterion: Criterion | None = None) -> None:
        tongue = self._hand.tongue
        if settled_at is not None:
            day = f"{dates.here(settled_at):%d/%m/%Y}"
            state = _state("circle-check", "ok", tongue(w.SETTLED_ON, day=day))
        elif criterion is not None and criterion.proposed:
            state = _state("circle-question-mark", "warn", tongue(w.ONLY_PROPOSED))
        else:
            state = _state("circle-question-mark", "warn", tongue(w.UNSETTLED))
        self._states[key].show_one(state)

    def _settle_reference(self, text: str) -> bool:
        return not text.strip() or self._ask("reference", text, self._hand.tongue(w.THE_REFERENCE))

    def _settle_closing(self, _typed: str) -> bool:
        day, hour = self.lines["day"].text().strip(), self.lines["hour"].text().strip()
        if not day or not hour:
            return False
        return self._ask("closes_at", f"{day} {hour}", self._hand.tongue(w.PARTS["closes_at"]))

    def _ask(self, question: str, answer: str, what: str) -> bool:
        done = self._hand.ask(Change(what, lambda _read, reason: Settle(question, answer, reason)))
        if done and question == "closes_at":
            self.lines["day"].spring_back()
            self.lines["hour"].spring_back()
        return done

    def _settle_proposals(self) -> None:
        tongue, waiting = self._hand.tongue, proposals(self._criteria)
        what = tongue.counted(w.SETTLE_PROPOSALS, len(waiting))
        settle: Callable[[str], Together] = lambda reason: Together(tuple(Settle(*one, reason) for one in waiting))  # noqa: E731
        self._hand.ask(Change(what, lambda _read, reason: settle(reason)))


def _state(picture: str, tone: str, words: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look().px(4))
    row.addWidget(Icon(picture, tone, 15))
    row.addWidget(Label(words, "caption", "ink2"))
    return made
