"""The checklist beside the posting: each criterion with its level, weight, stage, questions and anchors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from smes_panel.insight.linter import remarks as linted
from ui.pages.vacancy.criterion import Details
from ui.pages.vacancy.line import cells
from ui.pages.vacancy.posting import OpenQuestions, paragraphs
from ui.theme import look
from ui.theme.tokens import tokens
from ui.widgets.button import Segments
from ui.widgets.cells import Cell
from ui.widgets.header import Header
from ui.widgets.marks import Chip, Rule
from ui.widgets.order import tab_through
from ui.widgets.sheet import Desk
from ui.widgets.slot import Slot
from ui.widgets.table import Column, Table
from ui.wording import Tongue, dates
from ui.wording import frame as f
from ui.wording import vacancy as w

if TYPE_CHECKING:
    from smes_panel.model.change import Change
    from smes_panel.model.vacancy import Criterion, Remark
    from smes_panel.model.vacancy import Vacancy as Standing
    from ui.session import Session

_SHOWN = ("vacancy", "criterion", "answer", "freeze")
_POSTING_SHARE = 0.3525
_POSTING_LEAST = 330


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is on this page: kept over a rebuild."""

    code: str = ""
    view: int = 0


@final
class Vacancy(QWidget):
    def __init__(self, session: Session, tongue: Tongue, place: Place | None = None) -> None:
        super().__init__()
        self._session, self._tongue = session, tongue
        place = place or Place()
        self._criteria: dict[str, Criterion] = {}
        self._remarks: dict[str, tuple[Remark, ...]] = {}

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._state = Slot()
        self._header = Header(tongue(w.TITLE), (self._state,))
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
        self._original = QPlainTextEdit()
        self._original.setReadOnly(True)
        self._original.setTabChangesFocus(True)
        self._original.setFont(look().font("dense"))
        self._original.setAccessibleName(tongue(w.ORIGINAL))
        self._original.document().setDocumentMargin(look().px(16))
        self._questions = Slot()
        self._leaves = QStackedWidget()
        self._leaves.addWidget(self.desk)
        self._leaves.addWidget(self._original)
        self._leaves.addWidget(self._questions)
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
        right.addWidget(Rule(firm=True))
        self._foot = Slot()
        self._foot.setObjectName("panel")
        self._foot.setFixedHeight(look().px(tokens().size["anchor"] * 4 + 74))
        right.addWidget(self._foot)
        row.addLayout(right, 1)

        self.desk.picked.connect(self._picked)
        self.table.went.connect(self._show_details)
        session.changed.connect(self._changed)
        self.keys: tuple[tuple[str, str], ...] = (
            (tongue(f.ARROWS), tongue(f.A_CRITERION)),
            ("Ctrl L", tongue(f.TO_LOCK)),
        )
        self._read()
        self.table.go_to(place.code)

    def _read(self) -> None:
        tongue, read = self._tongue, self._session.read
        criteria = read.criteria()
        self._criteria = {criterion.code: criterion for criterion in criteria}
        self._remarks = {}
        for remark in linted(criteria):
            self._remarks[remark.criterion] = (*self._remarks.get(remark.criterion, ()), remark)
        parts = [tongue.counted(w.CRITERIA, len(criteria))]
        essential = sum(1 for criterion in criteria if criterion.essential is True)
        desirable = sum(1 for criterion in criteria if criterion.essential is False)
        if essential or desirable:
            parts.append(f"{tongue.counted(w.ESSENTIALS, essential)}, {tongue.counted(w.DESIRABLES, desirable)}")
        parts.append(tongue(w.SCALE))
        self._header.line.say(". ".join(parts))
        vacancy = read.vacancy()
        if vacancy.frozen_at is None:
            self._state.show_one(Chip(tongue(w.NOT_FROZEN), "warn", "circle-alert"))
        else:
            day = dates.day(tongue, dates.here(vacancy.frozen_at).date())
            self._state.show_one(Chip(tongue(w.FROZEN, day=day), "ok", "lock"))
        self._show_posting(vacancy, criteria)
        self.table.show_keys(tuple(self._criteria))

    def _show_posting(self, vacancy: Standing, criteria: tuple[Criterion, ...]) -> None:
        tongue, questions = self._tongue, self._session.read.open_questions()
        self.desk.sheet.show_paragraphs(paragraphs(tongue, vacancy, criteria))
        if self._original.toPlainText() != vacancy.posting.text:
            self._original.setPlainText(vacancy.posting.text)
        self._questions.show_one(OpenQuestions(tongue, questions))
        unsettled = sum(1 for question in questions if question.answer is None)
        words = (tongue(w.POSTING), tongue(w.ORIGINAL), tongue(w.TO_SETTLE, n=unsettled))
        views = Segments(words, self._view, tongue(w.VIEWS))
        views.chosen.connect(self.turn)
        self.views.show_one(views)

    def turn(self, view: int) -> None:
        """Show the posting (0), its original text (1) or what is to be settled (2)."""
        self._view = view
        self._leaves.setCurrentIndex(view)

    def _cells(self, code: str) -> tuple[Cell, ...]:
        return cells(self._tongue, self._criteria[code], self._remarks.get(code, ()))

    def _show_details(self, code: str) -> None:
        criterion = self._criteria.get(code)
        self._foot.show_one(Details(self._tongue, criterion, self._remarks.get(code, ())) if criterion else QWidget())
        self.desk.sheet.mark(criterion.number if criterion else "")
        tab_through(self.views, self._leaves, self.table, self._foot)

    def _picked(self, tab: str) -> None:
        for code, criterion in self._criteria.items():
            if criterion.number == tab:
                self.table.go_to(code)

    def _changed(self, change: Change) -> None:
        if change.touches(*_SHOWN):
            self._read()

    def arrive(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def seek(self) -> bool:
        return False

    @property
    def place(self) -> Place:
        return Place(self.table.current_key() or "", self._view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(max(look().px(_POSTING_LEAST), round(event.size().width() * _POSTING_SHARE)))
