"""The exercise before the first real file: a fictitious candidate is rated, then one's answers stand by the anchors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from smes_panel.gestures.own import Calibrate
from smes_panel.intake.example import fictitious
from smes_panel.intake.rendering import Renderer
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Words
from smes_panel.queries.answers import Sheet
from ui.pages.evaluate.reading import asked, given, item, label_of
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.checklist import Checklist, digit
from ui.widgets.label import Elided, Label
from ui.widgets.marks import Rule
from ui.widgets.order import tab_through
from ui.widgets.reader import Reader
from ui.wording import evaluate as e
from ui.wording import own as w
from ui.wording.compare import LEVELS
from ui.wording.reader import phrases

if TYPE_CHECKING:
    from smes_panel.model.panel import Member
    from smes_panel.queries import Queries
    from smes_panel.queries.answers import Reading
    from ui.frame import Frame
    from ui.session import Session
    from ui.wording import Tongue

_GRIDS, _SMALL = (446, 400), 1100


def wanted(read: Queries, member: Member, stage: Stage, readings: tuple[Reading, ...]) -> bool:
    """Whether the exercise comes first: there is one for files, and this member has begun none and not done it."""
    begun = any(one.answered or one.handed_in_at is not None for one in readings)
    there = stage is Stage.SCREENING and not begun and read.opened_at(stage) is None
    return there and not read.has_handed_in(member, stage) and not read.is_calibrated(member, stage)


@final
class Exercise(QWidget):
    """Says *over()* when its reader goes on to the applications."""

    over = Signal()

    def __init__(
        self, session: Session, frame: Frame, member: Member, stage: Stage, code: str = "", *, told: bool = False
    ) -> None:
        super().__init__()
        self._session, self._frame, self._tongue = session, frame, frame.tongue
        self._member, self._stage, self.code = member, stage, code
        tongue = self._tongue
        self.keys = (
            ("1–4", tongue(e.TO_RATE)),
            ("0", tongue(e.TO_NOT_ASSESS)),
            ("C", tongue(e.TO_COMMENT)),
            (tongue(e.SPACE), tongue(e.TO_NEXT_GAP)),
            ("F6", tongue(e.TO_PANE)),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(_strip(Elided(tongue(w.FICTITIOUS), "name")))
        self.reader = Reader(Renderer, phrases(tongue))
        left.addWidget(self.reader, 1)
        row.addLayout(left, 1)
        self._aside = QFrame()
        self._aside.setObjectName("aside")
        column = QVBoxLayout(self._aside)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        self._title = Elided("", "name")
        self.progress = Label("", "dense", "ink2")
        column.addWidget(_strip(self._title, self.progress))
        self.list = Checklist(tongue(e.CHECKLIST), self._comment)
        self.list.picked.connect(self._open)
        self.list.chosen.connect(self.rate)
        self.list.done.connect(self.list.take_focus)
        self._result = _area(tongue(w.ANCHORS))
        self._leaves = QStackedWidget()
        self._leaves.addWidget(self.list)
        self._leaves.addWidget(self._result)
        column.addWidget(self._leaves, 1)
        column.addWidget(Rule())
        self._below = self._foot()
        column.addWidget(self._below)
        row.addWidget(self._aside)
        self.reader.show_text(fictitious(tongue.language), tongue(w.FICTITIOUS))
        if told and not self._sheet().gaps:
            self._leaves.setCurrentWidget(self._result)
        self.show_answers()

    def _foot(self) -> QWidget:
        tongue, box = self._tongue, QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(look().px(14), look().px(8), look().px(12), look().px(10))
        column.setSpacing(look().px(8))
        self._said = Label("", "caption", "ink2", wrap=True)
        column.addWidget(self._said)
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        row.addStretch(1)
        self.skip, self.back = Button(tongue(w.EXERCISE_SKIP)), Button(tongue(w.EXERCISE_BACK))
        self.main = Button(tongue(w.EXERCISE_SEE), "primary", key=tongue(e.CTRL_ENTER))
        self.end = Button(tongue(w.EXERCISE_END), "primary", key=tongue(e.CTRL_ENTER))
        self.skip.clicked.connect(self.over)
        self.back.clicked.connect(self._go_back)
        self.main.clicked.connect(self.go_on)
        self.end.clicked.connect(self.over)
        for button in (self.skip, self.back, self.main, self.end):
            row.addWidget(button)
        column.addLayout(row)
        return box

    # Showing

    @property
    def is_told(self) -> bool:
        """Whether the answers stand by the anchors."""
        return self._leaves.currentWidget() is self._result

    def _sheet(self) -> Sheet:
        read = self._session.read
        unasked = read.not_asked(self._member)
        criteria = tuple(one for one in read.rated_at(self._stage) if one.code not in unasked)
        return Sheet("", self._member, self._stage, criteria, read.calibration(self._member, self._stage), None)

    def show_answers(self) -> None:
        """Show what was answered so far."""
        tongue, sheet = self._tongue, self._sheet()
        codes = [one.code for one in sheet.criteria]
        if not codes:
            return
        if self.code not in codes:
            self.code = next(iter(sheet.gaps), codes[0])
        items = [item(one, sheet.answers.get(one.code, Answer()), tongue) for one in sheet.criteria]
        criterion = next(one for one in sheet.criteria if one.code == self.code)
        self.list.show_items(items, self.code, asked(criterion, sheet, tongue, fixed=False))
        self.progress.setText(tongue(e.N_OF_M, n=len(codes) - len(sheet.gaps), m=len(codes)))
        if self.is_told:
            self._result.setWidget(_told(tongue, sheet))
        told = self.is_told
        self._title.say(tongue(w.ANCHORS if told else w.EXERCISE))
        version = self._session.read.anchors_version(self._stage)
        self._said.setText(tongue(w.ANCHORS_SENTENCE, version=version) if told else tongue(w.EXERCISE_SENTENCE))
        self.progress.setVisible(not told)
        for button, shown in ((self.skip, not told), (self.main, not told), (self.back, told), (self.end, told)):
            button.setVisible(shown)
        tab_through(self.reader, self.list, self._result, self._below)

    def take_focus(self) -> None:
        """Go to what is to be done, and from there to the document."""
        focus = QApplication.focusWidget()
        if focus is not None and self._aside.isAncestorOf(focus):
            self.reader.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.is_told:
            self.end.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.list.take_focus()

    # Doing

    def rate(self, value: int | None) -> None:
        """Answer on the open criterion, which counts nowhere; nothing takes the answer away."""
        states = {None: RatingState.NOT_RATED, 0: RatingState.NOT_ASSESSABLE}
        was = self._sheet().answers.get(self.code, Answer())
        state = states.get(value, RatingState.RATED)
        self._answer(replace(was, state=state, level=value or None), was)

    def _comment(self, words: str) -> bool:
        was = self._sheet().answers.get(self.code, Answer())
        return self._answer(replace(was, comment=words.strip()), was)

    def _answer(self, now: Answer, was: Answer) -> bool:
        done = now == was or self._session.do(Calibrate(self._member, self._stage, self.code, now))
        if now == was or not done:
            self.show_answers()
        return done

    def go_on(self) -> None:
        """To what is left, then to the anchors, then to the applications."""
        self.list.commit()
        gaps = self._sheet().gaps
        if self.is_told:
            self.over.emit()
        elif gaps:
            self._open(gaps[0])
            self._frame.say(self._tongue.counted(e.LEFT, len(gaps)))
        else:
            self._leaves.setCurrentWidget(self._result)
            self.show_answers()
            self.end.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_back(self) -> None:
        self._leaves.setCurrentWidget(self.list)
        self.show_answers()
        self.list.take_focus()

    def _open(self, code: str) -> None:
        self.list.commit()
        self.code = code
        self.show_answers()
        self.list.take_focus()

    def _step(self, by: int) -> None:
        codes = self.list.shown()
        self._open(codes[max(0, min(len(codes) - 1, codes.index(self.code) + by))])

    def _next_gap(self) -> None:
        codes, gaps = self.list.shown(), self._sheet().gaps
        at = codes.index(self.code) + 1
        follower = next((code for code in (*codes[at:], *codes[:at]) if code in gaps), None)
        if follower is None:
            self._frame.say(self._tongue(e.NONE_LEFT))
        else:
            self._open(follower)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus, key = QApplication.focusWidget(), Qt.Key(event.key())
        rating = focus is not None and self.list.isAncestorOf(focus)
        value = digit(event)
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            event.ignore()
        elif value is not None and rating:
            self.rate(value)
        elif value is not None and not self.is_told:
            self._frame.say(self._tongue(e.RATE_THERE))
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.reader.scroll_page(1 if key == Qt.Key.Key_PageDown else -1)
        elif rating and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif rating and key == Qt.Key.Key_Space:
            self._next_gap()
        elif rating and key == Qt.Key.Key_Backspace:
            self.rate(None)
        elif rating and key == Qt.Key.Key_C:
            self.list.take_comment()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = look().px(_GRIDS[self.width() < look().px(_SMALL)])
        self._aside.setFixedWidth(min(wide, round(self.width() * 0.45)))


def _strip(*widgets: QWidget) -> QFrame:
    strip = QFrame()
    strip.setObjectName("strip")
    strip.setFixedHeight(look().px(44))
    row = QHBoxLayout(strip)
    row.setContentsMargins(look().px(14), 0, look().px(12), 0)
    for widget in widgets:
        row.addWidget(widget)
    return strip


def _area(name: str) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def _told(tongue: Tongue, sheet: Sheet) -> QWidget:
    """Each answer with the anchor of its level, and that of the next: where they lie, and where there is none."""
    leaf = QWidget()
    leaf.setObjectName("panel")
    column = QVBoxLayout(leaf)
    column.setContentsMargins(look().px(14), look().px(4), look().px(12), look().px(8))
    column.setSpacing(look().px(2))
    for criterion in sheet.criteria:
        answer = sheet.answers.get(criterion.code, Answer())
        words, level = given(answer, tongue).words, answer.level
        title = tongue(e.CRITERION, number=criterion.number, label=label_of(criterion, tongue))
        column.addSpacing(look().px(8))
        column.addWidget(Label(title, "dense", bold=True, wrap=True))
        said = f"{level} {words}" if level is not None else words
        column.addWidget(Label(tongue(w.GAVE, said=said), "dense", wrap=True))
        anchors = criterion.anchors.get(sheet.stage, {})
        for near in () if level is None else (level, level + 1):
            anchor = anchors.get(near, Words()).said(tongue.language)
            if anchor:
                line = tongue(w.ANCHOR, level=near, word=tongue(LEVELS[near - 1]), anchor=anchor)
                column.addWidget(Label(line, "caption", "ink" if near == level else "ink2", wrap=True))
            elif near == level:
                column.addWidget(Label(tongue(w.NO_ANCHOR), "caption", "warn", wrap=True))
    column.addStretch(1)
    return leaf
