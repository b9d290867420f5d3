"""A list whose columns are being told: its first lines as a table, over each column what it is taken for."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from smes_panel.intake import lists
from smes_panel.intake.lists import DateOrder, ListSheet, Mapping, Meaning
from smes_panel.intake.lists.mapping import SEVERAL
from smes_panel.intake.lists.remarks import letter
from ui.jobs import aside
from ui.pages.applications.bringing import Listed
from ui.pages.applications.form import Form
from ui.theme import look
from ui.widgets.button import Button, Segments
from ui.widgets.label import Elided, Label, Tone
from ui.widgets.marks import Icon, Rule
from ui.widgets.slot import Slot
from ui.wording import lists as w

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.jobs import Job, Outcome
    from ui.session import Session

_LINES, _COLUMNS, _NAMED, _NAME, _HEADS = 5, 60, 8, 60, 12
_WIDE = 176


@dataclass(frozen=True, slots=True)
class ListDraft:
    """Which list, and what a person has said of it so far: kept over a rebuilt window, which reads the list anew."""

    path: Path
    sheet: int = 0
    heading: int | None = None
    meanings: tuple[tuple[int, Meaning], ...] = ()
    order: DateOrder | None = None

    def form(self, session: Session, frame: Frame) -> ListForm:
        return ListForm(session, frame, self)


def _read(path: Path) -> Generator[None, None, tuple[ListSheet, ...]]:
    from smes_panel.intake.extraction import Reader

    def read() -> tuple[ListSheet, ...]:
        with Reader() as reader:
            return lists.read_list(path, reader)

    found = yield from aside(read)
    return found


@final
class ListForm(Form):
    """Leads to the import of the lines, once the columns are as they should be."""

    wide = True

    def __init__(self, session: Session, frame: Frame, draft: ListDraft) -> None:
        super().__init__()
        self._session, self._frame, self._draft = session, frame, draft
        tongue = self._tongue = frame.tongue
        self._sheets: tuple[ListSheet, ...] = ()
        self.choices: list[Button] = []
        self.setAccessibleName(tongue(w.TITLE))
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(16), look().px(12), look().px(14), look().px(10))
        column.setSpacing(look().px(6))
        column.addWidget(Label(tongue(w.TITLE), "h2"))
        column.addWidget(Elided(draft.path.name, "dense", bold=True))
        column.addWidget(Label(tongue(w.SENTENCE), "dense", "ink2", wrap=True))
        self._body = Slot()
        column.addWidget(self._body, 1)
        column.addWidget(Rule())
        row = QHBoxLayout()
        row.setContentsMargins(0, look().px(4), 0, 0)
        self.cancel = Button(tongue(w.CANCEL), small=True)
        self.cancel.clicked.connect(self.closed)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.add = Button(tongue.counted(w.IMPORT, 0), "primary", small=True)
        self.add.setEnabled(False)
        self.add.clicked.connect(self._give)
        row.addWidget(self.add)
        column.addLayout(row)
        self._follow(frame.job(self._work) or frame.run(self._work, _read(draft.path), tongue(w.READING)))

    @property
    def _work(self) -> str:
        return f"list {self._draft.path}"

    def _follow(self, job: Job) -> None:
        job.ended.connect(self._ended)

    def _ended(self, outcome: Outcome) -> None:
        if not outcome.done or not isinstance(outcome.value, tuple):
            self.closed.emit()
            return
        self._sheets = outcome.value
        self._show()

    @property
    def draft(self) -> ListDraft:
        """What was said so far."""
        return self._draft

    def arrive(self) -> None:
        """Go to the first column, or to the way out while there is none."""
        (self.choices[0] if self.choices else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    # What is shown

    @property
    def sheet(self) -> ListSheet:
        return self._sheets[min(self._draft.sheet, len(self._sheets) - 1)]

    @property
    def mapping(self) -> Mapping:
        """What each column is, as proposed and corrected."""
        mapping = lists.propose(self.sheet, self._draft.heading)
        if self._draft.meanings:
            mapping = lists.corrected(self.sheet, mapping, dict(self._draft.meanings))
        return replace(mapping, order=self._draft.order or mapping.order)

    def _show(self) -> None:
        place = self._focused()
        tongue, mapping = self._tongue, self.mapping
        lines, count = lists.nobodies(self.sheet, mapping)
        whole = QWidget()
        whole.setObjectName("panelPage")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        self._add_ways(column, mapping)
        column.addWidget(self._table(mapping))
        for remark in lists.remarks(self.sheet, mapping, self._others()):
            first, second = (*(self._called(mapping, at) for at in remark.columns), "", "")[:2]
            fields = {"first": first, "second": second, "n": remark.count, "listed": ", ".join(remark.sheets)}
            column.addLayout(self._sentence(tongue(w.REMARKS[remark.kind.value], **fields)))
        refused = [str(line) for line in lines]
        if refused:
            named = ", ".join(refused[:_NAMED]) + (", …" if len(refused) > _NAMED else "")
            column.addLayout(self._sentence(tongue.counted(w.REFUSED, len(refused), lines=named)))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(whole)
        self._body.show_one(area)
        self.add.setText(tongue.counted(w.IMPORT, count))
        self.add.setEnabled(count > 0)
        self.laid.emit()
        if place is not None and place < len(self.choices):
            self.choices[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _called(self, mapping: Mapping, at: int) -> str:
        heading = mapping.columns[at].heading[:_NAME]
        return self._tongue(w.CALLED, name=heading) if heading else self._tongue(w.LETTERED, name=letter(at))

    def _focused(self) -> int | None:
        return next((place for place, one in enumerate(self.choices) if one.hasFocus()), None)

    def _others(self) -> tuple[str, ...]:
        return tuple(one.name for one in self._sheets if one is not self.sheet)

    def _sentence(self, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        row.addWidget(Icon("circle-alert", "warn", 15), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words, "dense", wrap=True), 1)
        return row

    def _add_ways(self, column: QVBoxLayout, mapping: Mapping) -> None:
        """The choice of a sheet and of the order of dates, where there is one."""
        tongue = self._tongue
        if len(self._sheets) > 1:
            sheets = Button(tongue(w.SHEET, name=self.sheet.name), small=True, picture="chevron-down")
            menu = QMenu(sheets)
            for place, one in enumerate(self._sheets):
                name = tongue(w.HIDDEN, name=one.name) if one.hidden else one.name
                self._offer(menu, name, one is self.sheet, partial(self._turn_to, place))
            sheets.setMenu(menu)
            column.addWidget(sheets)
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        row.addWidget(self._headings(mapping))
        row.addStretch(1)
        if mapping.place(Meaning.RECEIVED) is not None:
            row.addWidget(Label(tongue(w.DATES), "dense", "ink2"))
            orders = tuple(DateOrder)
            words = (tongue(w.DAY_FIRST), tongue(w.MONTH_FIRST))
            self.dates = Segments(words, orders.index(mapping.order), tongue(w.DATES))
            self.dates.chosen.connect(lambda place: self._say(replace(self._draft, order=orders[place])))
            row.addWidget(self.dates)
        column.addLayout(row)

    def _headings(self, mapping: Mapping) -> Button:
        """The choice of the line that names the columns."""
        tongue = self._tongue

        def said(line: int) -> str:
            return tongue(w.HEADINGS, line=line) if line else tongue(w.WITHOUT_HEADINGS)

        button = Button(said(mapping.heading_line), small=True, picture="chevron-down")
        menu = QMenu(button)
        for line in (0, *(row.number for row in self.sheet.rows[:_HEADS])):
            draft = ListDraft(self._draft.path, self._draft.sheet, line)
            self._offer(menu, said(line), line == mapping.heading_line, partial(self._say, draft))
        button.setMenu(menu)
        return button

    def _table(self, mapping: Mapping) -> QScrollArea:
        tongue = self._tongue
        sheet, self.choices = self.sheet, []
        below = [row for row in sheet.rows if row.number > mapping.heading_line][:_LINES]
        inside = QWidget()
        inside.setObjectName("panelPage")
        inside.setAccessibleName(tongue(w.ROWS))
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, look().px(6))
        grid.setHorizontalSpacing(look().px(8))
        grid.setVerticalSpacing(look().px(2))
        for column in mapping.columns[:_COLUMNS]:
            at = column.place
            tone: Tone = "ink2" if column.meaning is Meaning.OTHER else "ink"
            grid.setColumnMinimumWidth(at, look().px(_WIDE))
            choice = self._choice(mapping, at)
            self.choices.append(choice)
            grid.addWidget(choice, 0, at)
            grid.addWidget(Elided(column.heading or self._called(mapping, at), "caption", "ink2", bold=True), 1, at)
            for place, row in enumerate(below, start=2):
                grid.addWidget(Elided(row.cell(at), "dense", tone), place, at)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setFixedHeight(inside.sizeHint().height() + look().px(14))
        return area

    def _choice(self, mapping: Mapping, at: int) -> Button:
        tongue, now = self._tongue, mapping.columns[at].meaning
        choice = Button(tongue(w.MEANINGS[now.value]), small=True, picture="chevron-down")
        choice.setFixedWidth(look().px(_WIDE))
        choice.setAccessibleName(
            tongue(w.COLUMN_IS, name=self._called(mapping, at), meaning=tongue(w.MEANINGS[now.value]))
        )
        menu = QMenu(choice)
        for meaning in Meaning:
            self._offer(menu, tongue(w.MEANINGS[meaning.value]), meaning is now, partial(self._choose, at, meaning))
        choice.setMenu(menu)
        return choice

    @staticmethod
    def _offer(menu: QMenu, words: str, chosen: bool, act: partial[None]) -> None:
        action = QAction(words.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda _on=False: act())
        menu.addAction(action)

    # What is said

    def _choose(self, at: int, meaning: Meaning) -> None:
        """A column is this; what was it before is kept as text, where only one can be."""
        meanings = {column.place: column.meaning for column in self.mapping.columns}
        if meaning not in SEVERAL:
            meanings |= {place: Meaning.OTHER for place, one in meanings.items() if one is meaning}
        meanings[at] = meaning
        self.choices[at].setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(replace(self._draft, meanings=tuple(meanings.items())))

    def _turn_to(self, place: int) -> None:
        self._say(ListDraft(self._draft.path, place))

    def _say(self, draft: ListDraft) -> None:
        self._draft = draft
        self._show()

    def _give(self) -> None:
        self.brought.emit(Listed(self._draft.path.name, self.sheet, self.mapping))

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
