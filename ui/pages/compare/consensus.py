"""What is said of a cell after the opening: the panel's own rating, and a member's correction beside the first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from smes_panel.gestures.revision import AgreeOn, Correct
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.vacancy import LEVELS
from ui.pages.compare.reading import Table
from ui.theme import look
from ui.widgets.button import Button, Segments
from ui.widgets.checklist.keys import digit
from ui.widgets.label import Elided, Label, tip
from ui.widgets.marks import Icon
from ui.wording import compare as w

if TYPE_CHECKING:
    from ui.session import Session


class Kind(StrEnum):
    """What is being said: what the panel agreed on, or one's own second version."""

    AGREE = "agree"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True)
class Typed:
    """What is typed so far on one cell; `level` is 0 where the file cannot be assessed, `None` while none is chosen."""

    key: str
    code: str
    kind: Kind
    level: int | None
    sentence: str = ""


def begun(table: Table, key: str, code: str, kind: Kind) -> Typed | None:
    """Where one starts: from what stands, else from the low median, else from one's own rating. `None` where there is
    nothing to correct.
    """
    if kind is Kind.AGREE:
        stands = table.concluded.get((key, code))
        level = table.lines[key].medians[code] if stands is None else stands.level
        return Typed(key, code, kind, level, "" if stands is None else stands.sentence)
    mine = table.answer(key, code, table.me.name) if table.me is not None else Answer(RatingState.NOT_ASKED)
    if table.me is None or not mine.state.asked or table.me.name not in table.answers.get((key, code), {}):
        return None
    return Typed(key, code, kind, mine.level)


@final
class Saying(QFrame):
    """One line to say it in: the levels, one sentence, keep it or not. Says *edited(Typed)* as it is typed,
    *kept(Typed)*, *taken()* where the panel's rating is taken away, and *dropped()*.
    """

    edited = Signal(object)
    kept = Signal(object)
    taken = Signal()
    dropped = Signal()

    def __init__(self, table: Table, typed: Typed) -> None:
        super().__init__()
        tongue, self._typed = table.tongue, typed
        agree = typed.kind is Kind.AGREE
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, look().px(4))
        row.setSpacing(look().px(8))
        title = tongue(w.PANEL_GIVES if agree else w.MY_SECOND)
        self.setAccessibleName(title)
        row.addWidget(Label(title, "dense", bold=True))
        self._values = LEVELS if agree else (*LEVELS, 0)
        place = self._values.index(typed.level) if typed.level in self._values else -1
        self.levels = Segments(tuple(str(value) for value in self._values), place, title)
        self.levels.chosen.connect(lambda at: self._edit(level=self._values[at]))
        row.addWidget(self.levels)
        said = tongue(w.PANEL_WHY if agree else w.SECOND_WHY)
        self.sentence = QLineEdit(typed.sentence)
        self.sentence.setFont(look().font("dense"))
        self.sentence.setPlaceholderText(said)
        self.sentence.setAccessibleName(said)
        self.sentence.textChanged.connect(lambda text: self._edit(sentence=text))
        self.sentence.returnPressed.connect(self._keep)
        row.addWidget(self.sentence, 1)
        self._free = table.lines[typed.key].medians[typed.code] if agree else None
        self.keep = Button(tongue(w.KEEP_CONCLUSION if agree else w.KEEP_SECOND), "primary", small=True)
        self.keep.clicked.connect(self._keep)
        row.addWidget(self.keep)
        if agree and (typed.key, typed.code) in table.concluded:
            away = Button(tongue(w.TAKE_CONCLUSION), small=True)
            away.clicked.connect(self.taken)
            row.addWidget(away)
        drop = Button("", "quiet", small=True, picture="x")
        drop.setAccessibleName(tongue(w.DROP_SAYING))
        drop.setToolTip(tip(tongue(w.DROP_SAYING)))
        drop.clicked.connect(self.dropped)
        row.addWidget(drop)
        self._spare()

    @property
    def words(self) -> Typed:
        """What is typed so far."""
        return self._typed

    @property
    def ready(self) -> bool:
        """Whether it can be kept: a level, and a sentence for every move."""
        level, sentence = self._typed.level, self._typed.sentence.strip()
        return level is not None and bool(sentence or level == self._free)

    def _edit(self, level: int | None = None, sentence: str | None = None) -> None:
        if level is not None:
            self._typed = replace(self._typed, level=level)
        if sentence is not None:
            self._typed = replace(self._typed, sentence=sentence)
        self._spare()
        self.edited.emit(self._typed)

    def _spare(self) -> None:
        self.keep.setEnabled(self.ready)

    def _keep(self) -> None:
        if self.ready:
            self.kept.emit(self._typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses a level from anywhere on the line but the sentence; Escape leaves without a trace."""
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif (level := digit(event)) is not None and level in self._values:
            self.levels.choose(self._values.index(level))
            self._edit(level=level)
        else:
            super().keyPressEvent(event)

    def arrive(self) -> None:
        """To the levels; where one is chosen and a sentence begun, on with the sentence."""
        if self._typed.sentence:
            self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.levels.enter()


@final
class Talk(QFrame):
    """Under the opinions on one cell: what the panel concluded, and the line to conclude or to correct in.

    Says *typed(Typed or None)* for the page to keep, and *settled()* when the focus goes back to the matrix.
    """

    typed = Signal(object)
    settled = Signal()

    def __init__(self, session: Session, table: Table, key: str, code: str, typed: Typed | None) -> None:
        super().__init__()
        self._session, self._table, self._key, self._code = session, table, key, code
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(4))
        self.said = ""
        self.saying: Saying | None = None
        self._conclusion()
        if typed is not None and (typed.key, typed.code) == (key, code):
            self._say(typed)
        self.empty = not self._column.count()
        if self.empty:
            self.hide()

    def _conclusion(self) -> None:
        stands, tongue = self._table.concluded.get((self._key, self._code)), self._table.tongue
        if stands is None:
            return
        self.said = concluded(self._table, self._key, self._code)
        line = QHBoxLayout()
        line.setSpacing(look().px(6))
        line.addWidget(Icon("users", "ink2", 16))
        line.addWidget(Elided(self.said, "dense"), 1)
        self._column.addLayout(line)
        self.setAccessibleName(tongue(w.PANEL_GIVES))

    def _say(self, typed: Typed) -> None:
        saying = self.saying = Saying(self._table, typed)
        saying.edited.connect(self.typed)
        saying.kept.connect(self._keep)
        saying.taken.connect(lambda: self._do(AgreeOn(self._id(), self._table.opened.stage, self._code, None)))
        saying.dropped.connect(self._end)
        self._column.addWidget(saying)

    def _id(self) -> str:
        return self._session.read.application_id(self._key)

    def _keep(self, typed: Typed) -> None:
        stage, me = self._table.opened.stage, self._table.me
        if typed.kind is Kind.AGREE:
            self._do(AgreeOn(self._id(), stage, self._code, typed.level, typed.sentence))
        elif me is not None:
            first = self._table.answer(self._key, self._code, me.name)
            state = RatingState.RATED if typed.level else RatingState.NOT_ASSESSABLE
            second = Answer(state, typed.level or None, first.comment)
            self._do(Correct(me, self._id(), stage, self._code, second, typed.sentence))

    def _do(self, gesture: AgreeOn | Correct) -> None:
        """Done, the line closes; refused, it stays as typed."""
        words = self.saying.words if self.saying is not None else None
        self.typed.emit(None)
        if self._session.do(gesture):
            self.settled.emit()
        else:
            self.typed.emit(words)

    def _end(self) -> None:
        self.typed.emit(None)
        self.settled.emit()


def concluded(table: Table, key: str, code: str) -> str:
    """What the panel concluded on a cell, in one sentence; empty where it did not."""
    stands, tongue = table.concluded.get((key, code)), table.tongue
    if stands is None:
        return ""
    level = tongue(w.LEVEL, level=stands.level, word=tongue(w.LEVELS[stands.level - 1]))
    start = tongue(w.FROM_NOTHING) if stands.median is None else tongue(w.FROM_MEDIAN, median=stands.median)
    return tongue(w.CONCLUDED, level=level, start=start) + (f" {stands.sentence}" if stands.sentence else "")
