"""The people of a stage: their outcome, how far their letter is, and the letters of a kind put in a folder."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from smes_panel.model.decision import LETTER_FOR, LetterKind
from smes_panel.model.placeholder import typed_day
from smes_panel.model.vacancy import Stage
from smes_panel.prints import Correspondence
from ui.theme import look
from ui.widgets.button import Button, Segments
from ui.widgets.cells import Cell, ChipCell, Text
from ui.widgets.flow import Flow
from ui.widgets.inplace import Line
from ui.widgets.label import Label
from ui.widgets.slot import Slot
from ui.widgets.table import Column, Table
from ui.wording import Tongue, dates
from ui.wording import letters as w
from ui.wording import texts as t

_DAY_WIDE = 136
# Below these widths the language, then the outcome, are left to the letter beside the list.
_FOR_LANGUAGE, _FOR_OUTCOME = 445, 360
_LEAST = 270


@final
class People(QFrame):
    """Says *went(key)*, *entered*, *narrowed(kind or None)*, *exported*, *dated(as typed)*."""

    went = Signal(str)
    entered = Signal()
    narrowed = Signal(object)
    exported = Signal()
    dated = Signal(str)

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setMinimumWidth(look().px(_LEAST))
        self._tongue = tongue
        self._all: Mapping[str, Correspondence] = {}
        self._kinds: tuple[LetterKind | None, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._strip = Slot()
        self._strip.setObjectName("strip")
        column.addWidget(self._strip)
        self.which: Segments | None = None
        columns = (
            Column(tongue(w.PERSON), 0),
            Column(tongue(w.LANGUAGE), 66),
            Column(tongue(w.OUTCOME), 130),
            Column(tongue(w.LETTER), 134),
        )
        self.table = Table(tongue(w.PEOPLE), columns, self._cells, 36)
        self.table.went.connect(self.went)
        self.table.entered.connect(lambda _key: self.entered.emit())
        column.addWidget(self.table, 1)
        column.addWidget(self._made_foot())

    def _made_foot(self) -> QWidget:
        tongue, foot = self._tongue, QFrame()
        foot.setObjectName("foot")
        column = QVBoxLayout(foot)
        column.setContentsMargins(look().px(14), look().px(8), look().px(14), look().px(10))
        column.setSpacing(look().px(6))
        self.count = Label("", "dense", "ink2", wrap=True)
        column.addWidget(self.count)
        several = QWidget()
        row = Flow(several, 8, 36)
        row.setContentsMargins(0, 0, 0, 0)
        self.export = Button(tongue(w.EXPORT_NONE), "primary", picture="file-down")
        self.export.clicked.connect(self.exported)
        row.addWidget(self.export)
        dated = QWidget()
        pair = QHBoxLayout(dated)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(look().px(8))
        pair.addWidget(Label(tongue(w.DATED), "dense", "ink2"))
        self.day = Line(tongue(w.DATED), self._settle_day, framed=True)
        self.day.setFixedWidth(look().px(_DAY_WIDE))
        self.day.left.connect(self.arrive)
        pair.addWidget(self.day)
        row.addWidget(dated)
        column.addWidget(several)
        self.error = Label("", "caption", "bad", wrap=True)
        self.error.hide()
        column.addWidget(self.error)
        return foot

    def show_people(
        self, people: Mapping[str, Correspondence], stage: Stage, kind: LetterKind | None, day: date
    ) -> None:
        """Show everybody of a stage, or those whose outcome asks for one kind of letter."""
        tongue = self._tongue
        self._all = people
        self._fit()
        self._show_kinds(stage, kind)
        shown = [one for one in people.values() if kind is None or one.kind is kind]
        self.table.show_keys([one.application.key for one in shown])
        ready = sum(one.ready for one in shown)
        counts = [tongue.counted(w.READY_COUNT, ready)]
        if lacking := sum(bool(one.missing) for one in shown):
            counts.append(tongue.counted(w.TO_FILL_COUNT, lacking))
        if undecided := sum(one.outcome is None and one.kind is None for one in shown):
            counts.append(tongue.counted(w.UNDECIDED_COUNT, undecided))
        self.count.setText(", ".join(counts))
        self.export.setText(tongue(w.EXPORT, n=ready) if ready else tongue(w.EXPORT_NONE))
        self.export.setEnabled(bool(ready))
        self.day.show_text(dates.day(tongue, day), force=True)

    def arrive(self) -> None:
        """Put the focus on the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_kinds(self, stage: Stage, kind: LetterKind | None) -> None:
        tongue = self._tongue
        kinds: tuple[LetterKind | None, ...] = (
            None,
            *(one for one in reversed(LETTER_FOR) if LETTER_FOR[one][0] is stage),
        )
        if kind is not None and kind not in LETTER_FOR:
            kinds = (None, kind)
        words = tuple(self._named(one, of_outcomes=kind is None or kind in LETTER_FOR) for one in kinds)
        if kinds == self._kinds and self.which is not None:
            for place, text in enumerate(words):
                self.which.reword(place, text)
            self.which.choose(kinds.index(kind))
            return
        self._kinds = kinds
        self.which = Segments(words, kinds.index(kind), tongue(w.WHICH))
        self.which.chosen.connect(lambda place: self.narrowed.emit(self._kinds[place]))
        whole = QWidget()
        row = Flow(whole, 8, 44, aligned=False)
        row.setContentsMargins(look().px(14), 0, look().px(14), 0)
        row.addWidget(self.which)
        self._strip.show_one(whole)

    def _named(self, kind: LetterKind | None, *, of_outcomes: bool) -> str:
        if kind is None:
            return self._tongue(w.ALL, n=len(self._all)) if of_outcomes else self._tongue(t.BY_OUTCOME)
        count = sum(other.kind is kind for other in self._all.values())
        return self._tongue(w.KIND_SHORT[kind], n=count) if of_outcomes else f"{self._tongue(w.KINDS[kind])}  {count}"

    def _cells(self, key: str) -> tuple[Cell, ...]:
        tongue, one = self._tongue, self._all[key]
        spoken = one.application.identity.language
        name = one.application.identity.name or tongue(w.NO_NAME)
        if one.outcome is None and one.kind is None:
            state = ChipCell(tongue(w.UNDECIDED), "plain")
        elif one.kind is None:
            state = ChipCell(tongue(w.NO_LETTER), "plain")
        elif one.blocked:
            state = ChipCell(tongue(t.WITHOUT_TEXT), "bad", "triangle-alert")
        elif one.ready:
            state = ChipCell(tongue(w.READY), "ok", "circle-check")
        else:
            state = ChipCell(tongue.counted(w.LACKING, len(one.missing)), "warn", "triangle-alert")
        return (
            Text(name, bold=True, name=f"{key} {name}"),
            Text(spoken.upper() if spoken else "?", tone="ink2"),
            Text(tongue(w.CHOICES[one.outcome]) if one.outcome else "", tone="ink2"),
            state,
        )

    def _settle_day(self, typed: str) -> bool:
        wrong = typed_day(typed.strip()) is None
        self.error.setText(self._tongue(w.BAD_DAY, typed=typed.strip()[:40]) if wrong else "")
        self.error.setVisible(wrong)
        if not wrong:
            self.dated.emit(typed.strip())
        return not wrong

    def _fit(self) -> None:
        outcomes = any(one.outcome for one in self._all.values())
        self.table.setColumnHidden(1, self.width() < look().px(_FOR_LANGUAGE if outcomes else _FOR_OUTCOME))
        self.table.setColumnHidden(2, not outcomes or self.width() < look().px(_FOR_OUTCOME))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
