"""What the signs of the matrix mean: only those that can be in it."""

from __future__ import annotations

from typing import final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from smes_panel.model.assessment import RatingState
from smes_panel.model.vacancy import LEVELS
from ui.pages.compare.reading import BY_MEMBER, MEDIANS, MINE, Table
from ui.theme import look
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.marks import Lozenge
from ui.widgets.opinion import Sample
from ui.widgets.scores import Bar, Frame, Gap, One
from ui.wording import compare as w


@final
class Legend(QFrame):
    def __init__(self, table: Table, view: int) -> None:
        super().__init__()
        tongue = table.tongue
        self.setAccessibleName(tongue(w.LEGEND))
        row = Flow(self, 14, 32)
        row.setContentsMargins(look().px(14), 0, look().px(14), 0)
        for sign, words in self._items(table, view):
            pair = QWidget()
            inside = QHBoxLayout(pair)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(look().px(6))
            if sign is not None:
                inside.addWidget(sign)
            inside.addWidget(Label(words, "caption", "ink2"))
            row.addWidget(pair)
        # A Flow sets its last item at the right edge; nothing of a legend belongs there.
        end = QWidget()
        end.setFixedSize(0, 1)
        row.addWidget(end)

    def _items(self, table: Table, view: int) -> list[tuple[QWidget | None, str]]:
        tongue = table.tongue
        items: list[tuple[QWidget | None, str]] = [
            (Sample(One(level, ""), 22), tongue(w.LEVELS[level - 1]).lower()) for level in LEVELS
        ]
        if view == MEDIANS:
            items.append((Sample(Bar(1, 3, 4)), tongue(w.LEGEND_RANGE)))
            if table.concluded:
                items.append((Sample(Bar(2, 3, 3, panel=2)), tongue(w.LEGEND_PANEL)))
        if view != MINE:
            items.append((Sample(Frame(), 24), tongue(w.LEGEND_APART)))
        items.append((Lozenge(), tongue(w.ESSENTIAL)))
        states = {state for line in table.lines.values() for states in line.gaps.values() for state in states}
        for state, struck in ((RatingState.NOT_RATED, False), (RatingState.NOT_ASSESSABLE, True)):
            if state in states and view != BY_MEMBER:
                items.append((Sample(Gap("", struck=struck, dotted=not struck), 22), tongue(w.STATES[state]).lower()))
        if view == BY_MEMBER:
            names = ", ".join(member.name for member in table.members)
            items.append((None, tongue(w.LEGEND_MEMBERS, names=names)))
        return items
