"""Beside the levels: what the linter remarks, what is proposed, the questions of the interview, the posting's words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smes_panel.gestures.criterion import EditCriterion
from smes_panel.gestures.gesture import Together
from smes_panel.gestures.vacancy import Settle
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language, Words
from ui.pages.vacancy.hand import Change, Hand, reworded, spoken
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.inplace import Line, Prose
from ui.widgets.label import Label, tip
from ui.widgets.marks import Icon
from ui.widgets.slot import Slot
from ui.wording import dates
from ui.wording import vacancy as w

if TYPE_CHECKING:
    from smes_panel.gestures.gesture import Gesture
    from smes_panel.model.vacancy import Criterion, Remark
    from smes_panel.queries import Queries
    from smes_panel.queries.answers import Amendment

_LONG = 60


@final
class Beside(QScrollArea):
    """Says *left* when a field is left for the list."""

    left = Signal()

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand, tongue = hand, hand.tongue
        self._criterion: Criterion | None = None
        self._language = tongue.language
        self._adding = self._detailed = False
        self._shape: tuple[str, int] = ("", 0)
        self.proses: list[Prose] = []
        self._marks: list[Label] = []
        self.wording: Line | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("panelPage")
        column = QVBoxLayout(inside)
        column.setContentsMargins(look().px(4), look().px(4), look().px(6), 0)
        column.setSpacing(look().px(6))
        self._first, self._questions, self._last = Slot(), Slot(), Slot()
        self.add = Button(tongue(w.ADD_QUESTION), picture="plus", small=True)
        self.add.clicked.connect(self._add)
        column.addWidget(self._first)
        column.addWidget(self._questions)
        column.addWidget(self.add)
        column.addWidget(self._last)
        column.addStretch(1)
        self.setWidget(inside)
        # What is new has its place only when there is more to scroll.
        self.verticalScrollBar().rangeChanged.connect(self._reveal)

    def show_criterion(
        self,
        criterion: Criterion,
        remarks: tuple[Remark, ...],
        amendments: tuple[Amendment, ...],
        language: Language,
        *,
        force: bool,
        detailed: bool,
    ) -> None:
        """Show what goes with a criterion. One that is `detailed` is rated and asked through its sub-criteria."""
        if self._criterion is None or criterion.code != self._criterion.code:
            self._adding = False
        self._criterion, self._language = criterion, language
        self._first.show_one(self._said(criterion, remarks, detailed=detailed))
        self._detailed = detailed
        self.add.setVisible(criterion.seen_at(Stage.INTERVIEW) and not detailed)
        self._lay(criterion)
        if force:
            self._show_questions(criterion, force=True)
        self._last.show_one(self._words_of(criterion, amendments))

    def spring_back(self) -> None:
        for prose in self.proses:
            prose.spring_back()

    def _said(self, criterion: Criterion, remarks: tuple[Remark, ...], *, detailed: bool) -> QWidget:
        tongue = self._hand.tongue
        made, column = _column()
        if criterion.retired:
            column.addLayout(_line("circle-alert", "warn", tongue(w.RETIRED)))
        if detailed:
            column.addWidget(Label(tongue(w.RATED_THROUGH), "dense", "ink2", wrap=True))
        for remark in remarks:
            column.addLayout(_line("triangle-alert", "warn", tongue(remark.words)))
        what = ", ".join(tongue(w.COLUMNS[one]) for one in criterion.proposed if one in w.COLUMNS)
        if what and not detailed:
            row = QHBoxLayout()
            row.setSpacing(look().px(8))
            row.addWidget(Label(tongue(w.PROPOSED, what=what), "dense", "ink2", wrap=True), 1)
            confirm = Button(tongue(w.CONFIRM), small=True)
            confirm.clicked.connect(self._confirm)
            row.addWidget(confirm, 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        return made

    def _rows(self, count: int) -> QWidget:
        made, column = _column()
        tongue = self._hand.tongue
        self.proses, self._marks = [], []
        if count:
            column.addWidget(Label(tongue.counted(w.SAME_QUESTION, count), "caption", "ink2", bold=True, wrap=True))
        for place in range(count):
            box = QFrame()
            box.setObjectName("quote")
            frame = QVBoxLayout(box)
            frame.setContentsMargins(look().px(5), look().px(3), look().px(3), look().px(2))
            frame.setSpacing(0)
            prose = Prose(tongue(w.QUESTION, n=place + 1), self._ask(place))
            prose.left.connect(self._leave)
            prose.moved.connect(lambda by, place=place: self._move(place, by))
            frame.addWidget(prose)
            tools = QHBoxLayout()
            tools.setSpacing(look().px(2))
            mark = Label("", "caption", "warn")
            tools.addSpacing(look().px(5))
            tools.addWidget(mark)
            tools.addStretch(1)
            if place:
                tools.addWidget(self._tool("arrow-up", w.MOVE_UP, place, lambda at: self._move(at, -1)))
            if place < count - 1:
                tools.addWidget(self._tool("arrow-down", w.MOVE_DOWN, place, lambda at: self._move(at, 1)))
            tools.addWidget(self._tool("x", w.REMOVE_QUESTION, place, self._remove))
            frame.addLayout(tools)
            column.addWidget(box)
            self.proses.append(prose)
            self._marks.append(mark)
        return made

    def _tool(self, picture: str, words: Words, place: int, act: Callable[[int], object]) -> Button:
        button = Button("", "quiet", picture=picture, small=True)
        button.setFixedSize(look().px(28), look().px(22))
        said = self._hand.tongue(words, n=place + 1)
        button.setAccessibleName(said)
        button.setToolTip(tip(said))
        # `clicked` says whether it is checked, which is no question's place.
        button.clicked.connect(lambda: act(place))
        return button

    def _words_of(self, criterion: Criterion, amendments: tuple[Amendment, ...]) -> QWidget:
        tongue = self._hand.tongue
        made, column = _column()
        self.wording = None
        if criterion.added and criterion.parent is None:
            column.addWidget(Label(tongue(w.ADDED_WORDING), "caption", "ink2", bold=True))
            line = Line(tongue(w.WORDING, number=criterion.number), self._reword)
            line.show_text(criterion.wording, tongue(w.NOT_WRITTEN))
            line.left.connect(self.left)
            column.addWidget(line)
            self.wording = line
        elif criterion.label or len(criterion.wording) > _LONG:
            column.addWidget(Label(tongue(w.SAYS, wording=criterion.wording), "dense", "ink2", wrap=True))
        if amendments:
            column.addWidget(Label(tongue(w.SINCE_FROZEN), "caption", "ink2", bold=True, wrap=True))
        for one in amendments:
            what = ", ".join(tongue(w.PARTS[part]) for part in one.parts if part in w.PARTS)
            day = dates.day(tongue, dates.here(one.at).date())
            column.addWidget(Label(tongue(w.AMENDED, day=day, what=what, reason=one.reason), "caption", wrap=True))
        return made

    def _reworked(self, rework: Callable[[tuple[Words, ...]], tuple[Words, ...]]) -> bool:
        criterion = self._criterion
        if criterion is None:
            return True
        code = criterion.code

        def make(read: Queries, reason: str) -> Gesture:
            return EditCriterion(code, questions=rework(read.criterion(code).questions), reason=reason)

        return self._hand.ask(Change(self._hand.about(criterion, "questions"), make))

    def _ask(self, place: int) -> Callable[[str], bool]:
        def settle(text: str) -> bool:
            language = self._language

            def rework(asked: tuple[Words, ...]) -> tuple[Words, ...]:
                before = asked[place] if place < len(asked) else Words()
                return (*asked[:place], reworded(before, language, text), *asked[place + 1 :])

            self._adding = False
            return self._reworked(rework)

        return settle

    def _add(self) -> None:
        if self._criterion is not None:
            self._adding = True
            self._lay(self._criterion)
            self.proses[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        """A question that was not written after all goes with the focus."""
        self.left.emit()
        if self._adding and self._criterion is not None and not self.proses[-1].typed():
            self._adding = False
            self._lay(self._criterion)

    def _lay(self, criterion: Criterion) -> None:
        count = len(criterion.questions) + (1 if self._adding else 0)
        if (criterion.code, count) != self._shape:
            self._shape = (criterion.code, count)
            self._questions.show_one(self._rows(count))
        asked = criterion.seen_at(Stage.INTERVIEW) and not self._detailed
        self._questions.setVisible(bool(count) and (asked or bool(criterion.questions)))
        self._show_questions(criterion, force=False)

    def _show_questions(self, criterion: Criterion, *, force: bool) -> None:
        language = self._language
        for place, prose in enumerate(self.proses):
            words = criterion.questions[place] if place < len(criterion.questions) else Words()
            prose.show_text(spoken(words, language), self._hand.hint(words, language, w.QUESTION_HINT), force=force)
            mark, said = self._hand.lacking(words)
            prose.setAccessibleDescription(said)
            self._marks[place].setText(said if mark else "")

    def _reveal(self) -> None:
        if self._adding and self.proses:
            self.ensureWidgetVisible(self.proses[-1], 0, look().px(30))

    def _move(self, place: int, by: int) -> None:
        criterion, to = self._criterion, place + by
        if criterion is None or not 0 <= to < len(criterion.questions) or place >= len(criterion.questions):
            return

        def rework(asked: tuple[Words, ...]) -> tuple[Words, ...]:
            order = list(asked)
            order.insert(to, order.pop(place))
            return tuple(order)

        if self._reworked(rework):
            self.proses[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, place: int) -> None:
        criterion = self._criterion
        if criterion is not None and place < len(criterion.questions):
            self._reworked(lambda asked: (*asked[:place], *asked[place + 1 :]))
        elif criterion is not None:
            self.proses[-1].clear()
            self._leave()

    def _reword(self, text: str) -> bool:
        criterion = self._criterion
        if criterion is None:
            return True
        code, what = criterion.code, self._hand.about(criterion, "wording")
        return self._hand.ask(Change(what, lambda _, reason: EditCriterion(code, wording=text, reason=reason)))

    def _confirm(self) -> None:
        criterion = self._criterion
        if criterion is None:
            return
        proposed = proposals((criterion,))
        what = self._hand.about(criterion, proposed[0][0].partition(".")[0])
        self._hand.ask(Change(what, lambda _, reason: Together(tuple(Settle(*one, reason) for one in proposed))))


def proposals(criteria: tuple[Criterion, ...]) -> tuple[tuple[str, str], ...]:
    """The question and the answer of everything that is only proposed."""
    detailed = {criterion.parent for criterion in criteria}
    found = []
    for criterion in criteria:
        said = {
            "weight": "" if criterion.weight is None else f"{criterion.weight:g}",
            "essential": "" if criterion.essential is None else "true" if criterion.essential else "false",
            "stages": " ".join(stage.value for stage in criterion.stages or ()),
        }
        if criterion.code not in detailed:
            named = [one for one in said if one in criterion.proposed and said[one]]
            found += [(f"{one}.{criterion.code}", said[one]) for one in named]
    return tuple(found)


def _column() -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look().px(6))
    return made, column


def _line(picture: str, tone: str, words: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(look().px(7))
    line.addWidget(Icon(picture, tone, 15), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(words, "dense", wrap=True), 1)
    return line
