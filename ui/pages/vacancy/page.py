"""The checklist beside the posting, edited in place: by the lines of the list, and one criterion under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from smes_panel.errors import PanelError
from smes_panel.gestures.criterion import AddCriterion, MoveCriterion, NestCriterion, RemoveCriterion
from smes_panel.gestures.gesture import Together
from smes_panel.gestures.vacancy import Settle
from smes_panel.insight.linter import remarks as linted
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language, Words
from ui.pages.vacancy.criterion import Details
from ui.pages.vacancy.hand import Change as Wanted
from ui.pages.vacancy.hand import Hand, reworded
from ui.pages.vacancy.line import cells
from ui.pages.vacancy.original import Original
from ui.pages.vacancy.posting import paragraphs
from ui.pages.vacancy.printing import print_checklist
from ui.pages.vacancy.settling import Settling
from ui.pages.vacancy.strip import Strip, nothing
from ui.theme import look
from ui.theme.tokens import tokens
from ui.widgets.button import Button, Segments
from ui.widgets.cells import Cell
from ui.widgets.header import Header
from ui.widgets.inplace import Line, Prose
from ui.widgets.marks import Chip, Rule
from ui.widgets.order import tab_through
from ui.widgets.sheet import Desk
from ui.widgets.slot import Slot
from ui.widgets.table import Column, Table
from ui.wording import dates
from ui.wording import frame as f
from ui.wording import vacancy as w

if TYPE_CHECKING:
    from datetime import datetime

    from smes_panel.model.change import Change
    from smes_panel.model.vacancy import Criterion, Remark
    from smes_panel.model.vacancy import Vacancy as Standing
    from smes_panel.queries.answers import Amendment
    from ui.frame import Frame
    from ui.session import Session
    from ui.widgets.sheet import Paragraph

_SHOWN = ("vacancy", "criterion", "answer", "freeze", "amendment")
_POSTING_SHARE = 0.3525
_POSTING_LEAST = 330
_FOOT_SHARE = 0.31
_NARROW = 900
_NEW = "new"
_ORIGINAL, _SETTLING = 1, 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is on this page, and what was asked for and not given yet: kept over a rebuild.

    `adding` is the code of the criterion that is being detailed, or `new`; `typed` what is in the strip.
    """

    code: str = ""
    view: int = 0
    language: Language | None = None
    stage: Stage | None = None
    waiting: tuple[Wanted, ...] = ()
    adding: str = ""
    typed: tuple[str, ...] = ()


@final
class Vacancy(QWidget):
    def __init__(self, session: Session, frame: Frame, place: Place | None = None) -> None:
        super().__init__()
        tongue = frame.tongue
        self._session, self._frame, self._tongue = session, frame, tongue
        place = place or Place()
        self._hand = Hand(tongue, session, self._ask)
        self._waiting = place.waiting
        self._adding = place.adding
        self._amendments: tuple[Amendment, ...] = ()
        self._set: tuple[Paragraph, ...] = ()
        self._criteria: dict[str, Criterion] = {}
        self._remarks: dict[str, tuple[Remark, ...]] = {}
        self._frozen: datetime | None = None

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._state = Slot()
        self.add = Button(tongue(w.ADD_CRITERION), picture="plus")
        self.add.clicked.connect(lambda: self._start_adding(_NEW))
        self.print = Button(tongue(w.PRINT), picture="file-text")
        self.print.clicked.connect(self._print)
        self._header = Header(tongue(w.TITLE), (self._state, self.add, self.print))
        column.addWidget(self._header)
        row = QHBoxLayout()
        row.setSpacing(0)
        column.addLayout(row, 1)

        # The posting
        left = self._left = QFrame()
        left.setObjectName("panel")
        leaf = QVBoxLayout(left)
        leaf.setContentsMargins(0, 0, 0, 0)
        leaf.setSpacing(0)
        self.views = Slot()
        self._view = place.view
        strip = QFrame()
        strip.setObjectName("strip")
        strip.setFixedHeight(look().px(40))
        strip_row = QHBoxLayout(strip)
        strip_row.setContentsMargins(look().px(12), 0, look().px(12), 0)
        strip_row.addWidget(self.views)
        strip_row.addStretch(1)
        leaf.addWidget(strip)
        self.desk = Desk(tongue(w.POSTING))
        self.original = Original(tongue(w.ORIGINAL))
        self.settling = Settling(self._hand)
        self._leaves = QStackedWidget()
        self._leaves.addWidget(self.desk)
        self._leaves.addWidget(self.original)
        self._leaves.addWidget(self.settling)
        self._leaves.setCurrentIndex(place.view)
        leaf.addWidget(self._leaves, 1)
        row.addWidget(left)

        # The checklist
        right = QVBoxLayout()
        right.setSpacing(0)
        columns = (
            Column("", 44),
            Column(tongue(w.CRITERION), 0),
            Column(tongue(w.LEVEL), 100),
            Column(tongue(w.WEIGHT), 86),
            Column(tongue(w.STAGE), 130, spare=3),
            Column(tongue(w.QUESTIONS), 76, spare=1),
            Column(tongue(w.ANCHORS), 80, spare=2),
            Column("", 50),
        )
        self.table = Table(tongue(w.TABLE), columns, self._cells, 29)
        right.addWidget(self.table, 1)
        self._strip = Slot()
        right.addWidget(self._strip)
        right.addWidget(Rule(firm=True))
        self.foot = Slot()
        self.foot.setObjectName("panel")
        self.details = Details(self._hand, place.language or tongue.language, place.stage)
        within = QScrollArea()
        within.setWidgetResizable(True)
        within.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        within.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        within.setWidget(self.details)
        self.details.setObjectName("panelPage")
        self.foot.show_one(within)
        right.addWidget(self.foot)
        row.addLayout(right, 1)

        self.desk.picked.connect(self._picked)
        self.original.picked.connect(self._come_back)
        self.table.went.connect(self._show_details)
        self.table.entered.connect(lambda _code: self.edit())
        for part in (self.details, self.settling):
            part.left.connect(self.arrive)
        self.details.split.connect(self._split)
        self.details.removed.connect(self._remove)
        self.details.retired.connect(self._retire)
        session.changed.connect(self._changed)
        self._bind()
        self.keys: tuple[tuple[str, str], ...] = (
            (tongue(f.ARROWS), tongue(f.A_CRITERION)),
            ("F2", tongue(w.EDIT)),
            ("F4", tongue(w.PASSAGE)),
            (tongue(w.ALT_ARROWS), tongue(w.MOVE)),
            (tongue(w.ALT_SIDEWAYS), tongue(w.NEST)),
            ("Ctrl L", tongue(f.TO_LOCK)),
        )
        self._read()
        self.table.go_to(place.code)
        self._show_strip(place.typed)

    def _bind(self) -> None:
        key = QShortcut(QKeySequence("F2"), self, self.edit)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key = QShortcut(QKeySequence("F4"), self, self._to_passage)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            key = QShortcut(QKeySequence(keys), self.table, lambda by=by: self._move(by))
            key.setContext(Qt.ShortcutContext.WidgetShortcut)
        for keys, deeper in (("Alt+Right", True), ("Alt+Left", False)):
            key = QShortcut(QKeySequence(keys), self.table, lambda deeper=deeper: self._nest(deeper))
            key.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _read(self) -> None:
        tongue, read = self._tongue, self._session.read
        criteria, self._amendments = read.criteria(), read.amendments()
        self._criteria = {criterion.code: criterion for criterion in criteria}
        self._remarks = {}
        for remark in linted(criteria):
            self._remarks[remark.criterion] = (*self._remarks.get(remark.criterion, ()), remark)
        said = sum(not criterion.added for criterion in criteria)
        parts = [tongue.counted(w.CRITERIA, said)]
        rated = [criterion for criterion in criteria if not self._detailed(criterion) and not criterion.retired]
        essential = sum(1 for criterion in rated if criterion.essential is True)
        desirable = sum(1 for criterion in rated if criterion.essential is False)
        if essential or desirable:
            parts.append(f"{tongue.counted(w.ESSENTIALS, essential)}, {tongue.counted(w.DESIRABLES, desirable)}")
        parts.append(tongue(w.SCALE))
        self._header.line.say(". ".join(parts))
        vacancy = read.vacancy()
        self._frozen = vacancy.frozen_at
        if vacancy.frozen_at is None:
            self._state.show_one(Chip(tongue(w.NOT_FROZEN), "warn", "circle-alert"))
        else:
            day = dates.day(tongue, dates.here(vacancy.frozen_at).date())
            self._state.show_one(Chip(tongue(w.FROZEN, day=day), "ok", "lock"))
        self._show_posting(vacancy, criteria)
        self.table.show_keys(tuple(self._criteria))

    def _detailed(self, criterion: Criterion) -> bool:
        return any(one.parent == criterion.code for one in self._criteria.values())

    def _show_posting(self, vacancy: Standing, criteria: tuple[Criterion, ...]) -> None:
        tongue, questions = self._tongue, self._session.read.open_questions()
        said = paragraphs(tongue, vacancy, criteria)
        if said != self._set:
            self._set = said
            self.desk.sheet.show_paragraphs(said)
        self.original.show_text(vacancy.posting.text, criteria)
        if self._view == _SETTLING:
            self.settling.show_open(vacancy, questions, criteria)
        unsettled = sum(1 for question in questions if question.answer is None)
        words = (tongue(w.POSTING), tongue(w.ORIGINAL), tongue(w.TO_SETTLE, n=unsettled))
        shown = self.views.shown()
        if shown is not None and [one.text() for one in shown.findChildren(Button)] == list(words):
            return
        views = Segments(words, self._view, tongue(w.VIEWS))
        views.chosen.connect(self.turn)
        self.views.show_one(views)

    def turn(self, view: int) -> None:
        """Show the posting (0), its original text (1) or what is to be settled (2)."""
        self._view = view
        self._leaves.setCurrentIndex(view)
        if view == _SETTLING:
            read = self._session.read
            self.settling.show_open(read.vacancy(), read.open_questions(), tuple(self._criteria.values()))
            self._order()
        shown = self.views.shown()
        if isinstance(shown, Segments):
            shown.choose(view)

    def _cells(self, code: str) -> tuple[Cell, ...]:
        criterion = self._criteria[code]
        return cells(self._tongue, criterion, self._remarks.get(code, ()), detailed=self._detailed(criterion))

    def _show_details(self, code: str) -> None:
        criterion = self._criteria.get(code)
        self.details.setVisible(criterion is not None)
        if criterion is not None:
            self.details.show_criterion(
                criterion,
                self._remarks.get(code, ()),
                tuple(one for one in self._amendments if one.criterion == code),
                detailed=self._detailed(criterion),
                frozen=self._frozen is not None,
                has_parent=criterion.parent is not None,
            )
        whole = self._criteria.get((criterion.parent if criterion.added else "") or code) if criterion else None
        self.desk.sheet.mark(whole.number if whole else "")
        self.original.mark(whole.code if whole else "")
        self._order()

    def _order(self) -> None:
        tab_through(self.add, self.print, self.views, self._leaves, self.table, self._strip, self.foot)

    # What is asked for

    def edit(self) -> None:
        """Write in the current criterion, from its name on."""
        if self.details.isVisible():
            self.details.name.edit()

    def commit(self) -> None:
        """Have what is being typed kept."""
        typed = QApplication.focusWidget()
        if isinstance(typed, (Line, Prose)) and self.isAncestorOf(typed):
            typed.commit()

    def _ask(self, wanted: Wanted) -> bool:
        """Have a change made: at once or, once the checklist is frozen, when its reason is given."""
        if self._frozen is None:
            self._session.do(wanted.make(self._session.read, ""))
            return True
        self._adding = ""
        self._waiting = (*self._waiting, wanted)
        self._show_strip(self._typed())
        return False

    def _show_strip(self, typed: tuple[str, ...]) -> None:
        """Ask what there is to ask, in place: reasons first, then the names of what is added."""
        strip: Strip | None = None
        tongue, reason = self._tongue, () if self._frozen is None else (self._tongue(w.REASON),)
        if self._waiting and self._frozen is not None:
            day = dates.day(tongue, dates.here(self._frozen).date())
            rest = len(self._waiting) - 1
            what = self._waiting[0].what
            what = tongue(w.MORE, what=what, n=rest) if rest else what
            strip = Strip(tongue, "lock", tongue(w.WHY, day=day, what=what), reason, tongue(w.RECORD))
            strip.given.connect(self._record)
        elif self._adding == _NEW:
            names = (tongue(w.NEW_NAME), *reason)
            strip = Strip(tongue, "plus", tongue(w.NEW_CRITERION), names, tongue(w.ADD))
            strip.given.connect(self._add)
        elif self._adding in self._criteria:
            parent = self._criteria[self._adding]
            subs = [one for one in self._criteria.values() if one.parent == parent.code]
            first = len(subs)
            letters = "abcdefghijklmnopqrstuvwxyz"[first : first + (1 if subs else 2)]
            names = tuple(tongue(w.SUB_NAME, number=f"{parent.number}{letter}") for letter in letters)
            words = tongue(w.DETAIL, number=parent.number)
            strip = Strip(tongue, "plus", words, (*names, *reason), tongue(w.ADD))
            strip.given.connect(self._add)
        self._strip.show_one(strip or nothing())
        self._strip.setVisible(strip is not None)
        self._order()
        if strip is not None:
            strip.given_up.connect(self._give_up)
            strip.fill(typed)
            strip.start()

    def _typed(self) -> tuple[str, ...]:
        shown = self._strip.shown()
        return shown.texts() if isinstance(shown, Strip) else ()

    def _record(self) -> None:
        waiting, reason = self._waiting, self._typed()[0]
        self._waiting = ()
        for wanted in waiting:
            if not self._session.do(wanted.make(self._session.read, reason)):
                break
        self._finish()

    def _give_up(self) -> None:
        self._waiting, self._adding = (), ""
        self._finish()

    def _finish(self) -> None:
        """What was asked is answered: show what stands, and go back to the list."""
        self._show_strip(())
        self.details.spring_back()
        self.settling.spring_back()
        self.arrive()

    def _start_adding(self, what: str) -> None:
        self._waiting, self._adding = (), what
        self._show_strip(())

    def _split(self) -> None:
        criterion = self._criteria[self.table.current_key() or ""]
        self._start_adding(criterion.parent or criterion.code)

    def _add(self) -> None:
        typed, parent = self._typed(), None if self._adding == _NEW else self._adding
        reason = typed[-1] if self._frozen is not None else ""
        names = typed[:-1] if self._frozen is not None else typed
        before = set(self._criteria)
        spoken = [reworded(Words(), self.details.language, name) for name in names]
        made = tuple(AddCriterion(name, parent=parent, reason=reason) for name in spoken)
        if not self._session.do(made[0] if len(made) == 1 else Together(made)):
            return
        self._adding = ""
        new = [code for code in self._criteria if code not in before]
        self._finish()
        if new:
            self.table.go_to(new[0])

    def _remove(self) -> None:
        self._session.do(RemoveCriterion(self.table.current_key() or ""))
        self.arrive()

    def _retire(self) -> None:
        criterion = self._criteria[self.table.current_key() or ""]
        question = f"stages.{criterion.code}"
        what = self._hand.about(criterion, "stages")
        self._ask(Wanted(what, lambda _read, reason: Settle(question, "none", reason)))

    def _move(self, by: int) -> None:
        code = self.table.current_key() or ""
        if code not in self._criteria:
            return
        if self._frozen is not None:
            self._frame.say(self._tongue(w.FROZEN_ORDER))
            return
        beside = [one for one, other in self._criteria.items() if other.parent == self._criteria[code].parent]
        to = beside.index(code) + by
        if 0 <= to < len(beside):
            beside.remove(code)
            self._session.do(MoveCriterion(code, beside[to] if to < len(beside) else ""))
            self.table.go_to(code)

    def _nest(self, deeper: bool) -> None:
        """Have the current criterion detail the one above it, or stand by itself again."""
        code = self.table.current_key() or ""
        if code not in self._criteria or deeper == (self._criteria[code].parent is not None):
            return
        before = [one for one, other in self._criteria.items() if other.parent is None or one == code]
        above = before[before.index(code) - 1] if deeper and before.index(code) else ""
        if deeper != bool(above):
            return
        self._session.do(NestCriterion(code, above))
        self.table.go_to(code)

    def _print(self) -> None:
        tongue, vacancy = self._tongue, self._session.read.vacancy()
        reference = "".join(sign if sign.isalnum() else "-" for sign in vacancy.reference or "")[:40].strip("-")
        name = tongue(w.PRINT_NAME, reference=reference).replace("-.", ".")
        path = self._frame.prompts.file_to_save(self, tongue(w.PRINT), name, tongue(w.PDF_FILES))
        if path is None:
            return
        try:
            print_checklist(self._session, tongue, path)
        except PanelError as refusal:
            self._frame.tell(refusal)
        else:
            self._frame.say(tongue(w.PRINTED, name=path.name))

    def _picked(self, tab: str) -> None:
        for code, criterion in self._criteria.items():
            if criterion.number == tab:
                self.table.go_to(code)

    def _to_passage(self) -> None:
        """Go to where the posting says the current criterion and, from there, back to the criterion one stands in."""
        if self.original.hasFocus():
            self._come_back(self.original.pointed())
            return
        self.turn(_ORIGINAL)
        self.original.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _come_back(self, code: str) -> None:
        if code:
            self.table.go_to(code)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, change: Change) -> None:
        if change.touches(*_SHOWN):
            self._read()

    def arrive(self) -> None:
        shown = self._strip.shown()
        if isinstance(shown, Strip):
            shown.start()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def seek(self) -> bool:
        return False

    @property
    def place(self) -> Place:
        return Place(
            self.table.current_key() or "",
            self._view,
            self.details.language if self.details.language is not self._tongue.language else None,
            self.details.stage,
            self._waiting,
            self._adding,
            self._typed(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(max(look().px(_POSTING_LEAST), round(event.size().width() * _POSTING_SHARE)))
        short = event.size().width() < look().px(_NARROW)
        for button, words, fewer in ((self.add, w.ADD_CRITERION, w.ADD), (self.print, w.PRINT, w.PRINT_SHORT)):
            button.setText(self._tongue(fewer if short else words))
            button.setAccessibleName(self._tongue(words))
        least = look().px(tokens().size["anchor"] * 4 + 104)
        self.foot.setFixedHeight(max(least, round(event.size().height() * _FOOT_SHARE)))
