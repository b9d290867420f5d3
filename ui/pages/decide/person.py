"""One person in the deliberation: what is proposed, on which criteria, why, and who agrees."""

from __future__ import annotations

from typing import final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smes_panel.insight.guard import GROUNDS, INSTEAD, guarded
from smes_panel.model.decision import OfferAnswer, Outcome, Position
from ui.pages.decide.reading import OUTCOMES, Person, Stand
from ui.theme import look
from ui.theme.ring import REACH
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.flow import Flow
from ui.widgets.inplace import Line
from ui.widgets.label import Elided, Label, tip
from ui.widgets.marks import Chip, Icon
from ui.widgets.opinion import Initials
from ui.widgets.pad import Pad
from ui.widgets.pills import Pills
from ui.widgets.slot import Slot
from ui.wording import Tongue
from ui.wording import decide as w

_LEAST = 420


@final
class Positions(QWidget):
    """Who agrees, whose position is a minority one, who left the room.

    Says *took(member, position or None, text)* and *left_room(member, out)*.
    """

    took = Signal(object, object, str)
    left_room = Signal(object, bool)

    def __init__(self, stands: tuple[Stand, ...], tongue: Tongue, *, enabled: bool) -> None:
        super().__init__()
        self._tongue = tongue
        self.checks: dict[str, Check] = {}
        self.words: dict[str, Line] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look().px(10))
        grid.setVerticalSpacing(look().px(4))
        grid.setColumnStretch(3, 1)
        for row, stand in enumerate(stands):
            grid.addWidget(Initials(stand.member.initials), row, 0)
            grid.addWidget(Label(stand.member.name, "body"), row, 1)
            grid.addWidget(self._check(stand, enabled=enabled), row, 2)
            if not stand.conflicted:
                grid.addWidget(self._line(stand, enabled=enabled), row, 3)

    def show_stands(self, stands: tuple[Stand, ...]) -> None:
        """Show how they stand now; what is being typed stays."""
        for stand in stands:
            check = self.checks[stand.member.id]
            check.blockSignals(True)
            check.setChecked(stand.out if stand.conflicted else stand.position is Position.AGREES)
            check.blockSignals(False)
            if stand.member.id in self.words:
                self.words[stand.member.id].show_text(stand.text, self._tongue(w.MINORITY_HINT))

    def commit(self) -> None:
        """Have what is being typed kept."""
        for line in self.words.values():
            line.commit()

    def _check(self, stand: Stand, *, enabled: bool) -> Check:
        member = stand.member
        check = Check(self._tongue(w.STEPPED_OUT if stand.conflicted else w.AGREES))
        check.setAccessibleName(f"{member.name}: {check.accessibleName()}")
        check.setChecked(stand.out if stand.conflicted else stand.position is Position.AGREES)
        check.setEnabled(enabled)
        if stand.conflicted:
            check.toggled.connect(lambda on: self.left_room.emit(member, on))
        else:
            check.toggled.connect(lambda on: self.took.emit(member, Position.AGREES if on else None, ""))
        self.checks[member.id] = check
        return check

    def _line(self, stand: Stand, *, enabled: bool) -> Line:
        member = stand.member

        def keep(typed: str) -> bool:
            self.took.emit(member, Position.MINORITY if typed.strip() else None, typed)
            return True

        line = Line(self._tongue(w.MINORITY_OF, name=member.name), keep)
        line.show_text(stand.text, self._tongue(w.MINORITY_HINT), force=True)
        line.setEnabled(enabled)
        self.words[member.id] = line
        return line


@final
class PersonCard(QFrame):
    """Says *decided(outcome)*, *ranked(as typed)*, *rests(codes)*, *reasoned(text)*, *took*, *left_room*,
    *answered(answer)*, *promoted(reason)*, *to_compare*, *to_file*, *onward*.
    """

    decided = Signal(object)
    ranked = Signal(str)
    rests = Signal(object)
    reasoned = Signal(str)
    took = Signal(object, object, str)
    left_room = Signal(object, bool)
    all_agree = Signal()
    answered = Signal(object)
    promoted = Signal(str)
    to_compare = Signal()
    to_file = Signal()
    onward = Signal()

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setMinimumWidth(look().px(_LEAST))
        self._tongue = tongue
        self._whose: tuple[object, ...] = ()
        self.outcomes: Pills | None = None
        self.rank: Line | None = None
        self.reason: Pad | None = None
        self.positions: Positions | None = None
        self.criteria: dict[str, Check] = {}
        self.answers: Pills | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._scroll, 1)
        self._foot = Slot()
        self._foot.setObjectName("foot")
        column.addWidget(self._foot)
        self.next: Button | None = None
        self.why: Line | None = None
        self._remark: Slot | None = None

    def show_person(self, one: Person) -> None:
        """Show a person; what is being typed about the same one stays."""
        whose = (
            *(one.id, one.stage, one.sealed, one.outcome, one.name, tuple(stand.conflicted for stand in one.stands)),
            *(one.proposable, one.seated, one.promoted, tuple(one.medians.items())),
        )
        if whose != self._whose:
            same = self._whose[:2] == whose[:2]
            focus = self._held() if same else ""
            typed = self.reason.typed() if same and self.reason is not None and self.reason.hasFocus() else None
            self._whose = whose
            self._make(one)
            self._refocus(focus, typed)
        assert self.outcomes is not None
        choices = OUTCOMES[one.stage]
        self.outcomes.show_choice(choices.index(one.outcome) if one.outcome in choices else None)
        if self.rank is not None:
            self.rank.show_text("" if one.rank is None else str(one.rank), "–")
        if self.reason is not None:
            self.reason.show_text(one.reason, self._tongue(w.REASON_HINT))
            self._guard(one.reason)
        if self.positions is not None:
            self.positions.show_stands(one.stands)
        for code, check in self.criteria.items():
            check.blockSignals(True)
            check.setChecked(code in one.chosen)
            check.blockSignals(False)
        if self.answers is not None:
            known = tuple(OfferAnswer(name) for name in w.OFFER_CHOICES)
            self.answers.show_choice(known.index(one.answer) if one.answer in known else None)

    def commit(self) -> None:
        """Have what is being typed kept."""
        if self.reason is not None:
            self.reason.commit()
        if self.rank is not None:
            self.rank.commit()
        if self.positions is not None:
            self.positions.commit()

    # Making

    def _make(self, one: Person) -> None:
        tongue, inside = self._tongue, QWidget()
        inside.setObjectName("panelPage")
        column = QVBoxLayout(inside)
        column.setContentsMargins(look().px(18) - REACH, look().px(12), look().px(18) - REACH, look().px(12))
        column.setSpacing(look().px(6))
        column.addLayout(self._head(one))
        column.addWidget(_titled(tongue(w.PROPOSAL)))
        words = tuple(tongue(w.GROUPS[outcome]) for outcome in OUTCOMES[one.stage])
        self.outcomes = Pills(words, tongue(w.PROPOSAL), tuple(str(n) for n in range(1, len(words) + 1)))
        self.outcomes.chosen.connect(lambda place: self.decided.emit(OUTCOMES[one.stage][place]))
        self.outcomes.setEnabled(not one.sealed)
        column.addWidget(self.outcomes)
        self.rank = self.reason = self.positions = self.answers = None
        self.criteria = {}
        if one.outcome is None:
            column.addWidget(_inset(Label(tongue(w.DECIDE_FIRST), "body", "ink2", wrap=True)))
        else:
            self._make_proposal(one, column)
        column.addStretch(1)
        self._scroll.setWidget(inside)
        self._foot.show_one(self._made_foot(one))

    def _make_proposal(self, one: Person, column: QVBoxLayout) -> None:
        tongue = self._tongue
        if one.outcome is Outcome.RESERVE:
            row = _row()
            row.addWidget(Label(tongue(w.RANK), "dense", "ink2"))
            self.rank = Line(tongue(w.RANK), self._rank_typed, framed=True)
            self.rank.setFixedWidth(look().px(56))
            self.rank.setEnabled(not one.sealed)
            row.addWidget(self.rank)
            row.addStretch(1)
            column.addLayout(row)
        if one.seated or one.proposable:
            self._make_seat(one, column)
        if one.criteria:
            note = tongue(w.MEDIANS) if one.medians else ""
            column.addWidget(_titled(tongue(w.CRITERIA), note))
            column.addWidget(_inset(self._made_criteria(one)))
        column.addWidget(_titled(tongue(w.REASON), tongue(w.REASON_WHERE)))
        self.reason = Pad(tongue(w.REASON), self._reason_typed)
        self.reason.show_text(one.reason, tongue(w.REASON_HINT), force=True)
        self.reason.setReadOnly(one.sealed)
        self.reason.setProperty("framed", True)
        column.addWidget(_inset(self.reason))
        remark = self._remark = Slot()
        column.addWidget(_inset(remark))
        column.addWidget(_titled(tongue(w.AGREEMENT)))
        self.positions = Positions(one.stands, tongue, enabled=not one.sealed)
        self.positions.took.connect(self.took)
        self.positions.left_room.connect(self.left_room)
        column.addWidget(_inset(self.positions))
        if one.sealed:
            column.addSpacing(look().px(6))
            column.addWidget(_inset(_noted("lock", tongue(w.SEALED_TEXT))))

    def _make_seat(self, one: Person, column: QVBoxLayout) -> None:
        tongue = self._tongue
        if one.seated:
            column.addWidget(_titled(tongue(w.OFFER)))
            words = tuple(tongue(said) for said in w.OFFER_CHOICES.values())
            self.answers = Pills(words, tongue(w.OFFER))
            known = tuple(OfferAnswer(name) for name in w.OFFER_CHOICES)
            self.answers.chosen.connect(lambda place: self.answered.emit(known[place]))
            column.addWidget(self.answers)
            return
        row = _row()
        why = self.why = Line(tongue(w.PROMOTE_WHY), lambda _typed: True, framed=True)
        why.setPlaceholderText(tongue(w.PROMOTE_WHY))
        row.addWidget(why, 1)
        button = Button(tongue(w.PROMOTE), picture="badge-check", small=True)
        button.clicked.connect(lambda: self.promoted.emit(why.text()))
        row.addWidget(button)
        column.addLayout(row)

    def _head(self, one: Person) -> QHBoxLayout:
        tongue, row = self._tongue, _row()
        row.addWidget(Elided(one.name, "h2"), 1)
        row.addWidget(Chip(one.key))
        for words, picture, said in (
            (w.TO_COMPARE, "grid-3x3", self.to_compare),
            (w.TO_FILE, "file-text", self.to_file),
        ):
            button = Button(tongue(words), picture=picture, small=True)
            button.clicked.connect(said)
            row.addWidget(button)
        return row

    def _made_criteria(self, one: Person) -> QWidget:
        tongue, whole = self._tongue, QWidget()
        flow = Flow(whole, 14, 28, aligned=False)
        flow.setContentsMargins(0, 0, 0, 0)
        for criterion in one.criteria:
            label = tongue(criterion.label) or criterion.wording
            short = label if len(label) <= _SHORT else label[: _SHORT - 1].rstrip() + "…"
            level = one.medians.get(criterion.code)
            said = tongue(w.CRITERION, number=criterion.number, name=short)
            check = Check(f"{said} · {level}" if level is not None else said)
            check.setToolTip(tip(criterion.wording))
            check.setEnabled(not one.sealed)
            check.toggled.connect(self._ticked)
            self.criteria[criterion.code] = check
            flow.addWidget(check)
        return whole

    def _made_foot(self, one: Person) -> QWidget:
        tongue, foot = self._tongue, QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(look().px(18), look().px(8), look().px(18), look().px(8))
        row.setSpacing(look().px(8))
        row.addStretch(1)
        if one.outcome is not None and not one.sealed:
            everybody = Button(tongue(w.ALL_AGREE), picture="check", key="A")
            everybody.clicked.connect(self.all_agree)
            row.addWidget(everybody)
        self.next = Button(tongue(w.NEXT), key="N")
        self.next.clicked.connect(self.onward)
        row.addWidget(self.next)
        return foot

    # Doing

    def _rank_typed(self, typed: str) -> bool:
        self.ranked.emit(typed)
        return True

    def _reason_typed(self, typed: str) -> bool:
        self.reasoned.emit(typed)
        return True

    def _ticked(self) -> None:
        self.rests.emit(tuple(code for code, check in self.criteria.items() if check.isChecked()))

    def _guard(self, reason: str) -> None:
        slot = self._remark
        if slot is None:
            return
        slot.setVisible(bool(reason.strip()))
        hint = next(iter(guarded(reason)), None)
        tongue = self._tongue
        if hint is None:
            picture, tone, said = "circle-check", "ok", tongue(w.NO_SENSITIVE)
        else:
            word = reason[hint.start : hint.end]
            picture, tone = "circle-alert", "warn"
            said = f"{word}: {tongue(GROUNDS[hint.ground])}. {tongue(INSTEAD[hint.ground])}"
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look().px(6))
        line.addWidget(Icon(picture, tone, 15), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(said, "caption", "ink2", wrap=True), 1)
        slot.show_one(row)

    # The focus, over a rebuilding

    def _held(self) -> str:
        # Not self.focusWidget(): that remembers who held the focus here last, wherever it is now.
        held = QApplication.focusWidget()
        if held is self.reason:
            return "reason"
        if held is not None and self.outcomes is not None and self.outcomes.isAncestorOf(held):
            return "outcomes"
        return ""

    def _refocus(self, held: str, typed: str | None) -> None:
        if held == "reason" and self.reason is not None:
            if typed is not None:
                self.reason.setPlainText(typed)
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif held == "outcomes" and self.outcomes is not None:
            self.outcomes.setFocus(Qt.FocusReason.OtherFocusReason)


_SHORT = 26


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(REACH, 0, REACH, 0)
    row.setSpacing(look().px(8))
    return row


def _inset(widget: QWidget) -> QWidget:
    """A widget as far from the edge as the words above it; what has a focus ring of its own is not."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(REACH, 0, REACH, 0)
    row.addWidget(widget)
    return whole


def _noted(picture: str, words: str) -> QWidget:
    note = QFrame()
    note.setObjectName("note")
    row = QHBoxLayout(note)
    row.setContentsMargins(look().px(12), look().px(9), look().px(12), look().px(9))
    row.setSpacing(look().px(10))
    row.addWidget(Icon(picture, "accent", 17), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(words, "body", wrap=True), 1)
    return note


def _titled(title: str, note: str = "") -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(REACH, look().px(6), REACH, 0)
    row.addWidget(Label(title, "dense", "ink2", bold=True))
    row.addStretch(1)
    if note:
        row.addWidget(Label(note, "caption", "ink3"))
    return whole
