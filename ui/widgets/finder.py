"""Going to anything by its name: words are typed, what answers to them is listed, Enter goes there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import look
from ui.widgets.cells import Cell, Text
from ui.widgets.field import SearchField
from ui.widgets.label import Label
from ui.widgets.table import Column, Table


@dataclass(frozen=True, slots=True)
class Goal:
    """Where one can go: what it is called, what sort of thing it is, and its key where it has one."""

    name: str
    sort: str
    key: str = ""


class _Field(SearchField):
    moved = Signal(int)
    chosen = Signal()
    gave_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.chosen.emit()
            case Qt.Key.Key_Escape:
                self.gave_up.emit()
            case _:
                super().keyPressEvent(event)


class Finder(QWidget):
    """`goals(words)` answers by code what the words may mean, best first. Says *chosen(code)* and *gave_up()*."""

    chosen = Signal(str)
    gave_up = Signal()

    def __init__(self, hint: str, name: str, nothing: str, goals: Callable[[str], dict[str, Goal]]) -> None:
        super().__init__()
        self._goals, self._found = goals, dict[str, Goal]()
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(16), look().px(14), look().px(16), look().px(12))
        column.setSpacing(look().px(10))
        self.field = _Field(hint, hint, "")
        self.field.sought.connect(self._seek)
        self.field.moved.connect(self._move)
        self.field.chosen.connect(self._choose)
        self.field.gave_up.connect(self.gave_up)
        column.addWidget(self.field)
        columns = (Column("", 0), Column("", 150), Column("", 80))
        self.table = Table(name, columns, self._cells, 36)
        self.table.headings.hide()
        self.table.setFixedHeight(look().px(36) * 9)
        self.table.entered.connect(self.chosen)
        self.table.clicked.connect(lambda _index: self._choose())
        column.addWidget(self.table)
        self._nothing = Label(nothing, "body", "ink2")
        column.addWidget(self._nothing)
        self._seek("")

    def _seek(self, words: str) -> None:
        self._found = self._goals(words)
        self.table.show_keys(tuple(self._found))
        if self._found:
            self.table.go_to(next(iter(self._found)))
        self._nothing.setVisible(not self._found)

    def _cells(self, code: str) -> tuple[Cell, ...]:
        goal = self._found[code]
        return Text(goal.name, bold=True), Text(goal.sort, tone="ink2"), Text(goal.key, tone="ink2")

    def _move(self, step: int) -> None:
        codes = list(self._found)
        if codes:
            at = codes.index(self.table.current_key() or codes[0])
            self.table.go_to(codes[(at + step) % len(codes)])

    def _choose(self) -> None:
        if (code := self.table.current_key()) is not None:
            self.chosen.emit(code)
