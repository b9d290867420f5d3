"""Who was there: the day on which the panel met for a stage, and a box for each member."""

from __future__ import annotations

from datetime import date
from typing import final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smes_panel.model.panel import Member
from smes_panel.model.placeholder import typed_day
from smes_panel.queries.answers import Meeting
from ui.theme import look
from ui.widgets.check import Check
from ui.widgets.inplace import Line
from ui.widgets.label import Label
from ui.wording import Tongue, dates
from ui.wording import decide as w


@final
class Presence(QWidget):
    """Says *met(day, ((member id, came), …))*."""

    met = Signal(object, object)

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self._day = date.min
        self.checks: dict[str, Check] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(4))
        self._column.addWidget(Label(tongue(w.MEETING), "name"))
        row = QHBoxLayout()
        row.addWidget(Label(tongue(w.MEETING_DAY), "dense", "ink2"), 1)
        self.day = Line(tongue(w.MEETING_DAY), self._typed, framed=True)
        self.day.setFixedWidth(look().px(150))
        row.addWidget(self.day)
        self._column.addLayout(row)
        self.error = Label("", "caption", "bad", wrap=True)
        self.error.hide()
        self._column.addWidget(self.error)
        self._boxes = QWidget()
        self._column.addWidget(self._boxes)

    def show_meeting(self, members: tuple[Member, ...], meeting: Meeting | None, today: date, *, enabled: bool) -> None:
        """Show the last meeting of a stage, or today where there was none yet."""
        day = meeting.day if meeting is not None else today
        if tuple(self.checks) != tuple(one.id for one in members):
            self._make(members)
        self._day = day
        self.day.show_text(dates.day(self._tongue, day))
        self.day.setEnabled(enabled)
        for one in members:
            check = self.checks[one.id]
            check.blockSignals(True)
            check.setChecked(bool(meeting is not None and meeting.present.get(one.name)))
            check.blockSignals(False)
            check.setEnabled(enabled)

    def _make(self, members: tuple[Member, ...]) -> None:
        self._column.removeWidget(self._boxes)
        self._boxes.deleteLater()
        self._boxes = QWidget()
        column = QVBoxLayout(self._boxes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(2))
        self.checks = {}
        for one in members:
            check = Check(one.name)
            check.setAccessibleName(f"{one.name}: {self._tongue(w.PRESENT)}")
            check.toggled.connect(self._say)
            self.checks[one.id] = check
            column.addWidget(check)
        self._column.addWidget(self._boxes)

    def _say(self) -> None:
        self.met.emit(self._day, tuple((one, check.isChecked()) for one, check in self.checks.items()))

    def _typed(self, typed: str) -> bool:
        day = typed_day(typed.strip())
        self.error.setText("" if day else self._tongue(w.BAD_DAY, typed=typed.strip()[:40]))
        self.error.setVisible(day is None)
        if day is None:
            return False
        self._day = day
        self._say()
        return True
