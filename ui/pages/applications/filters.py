"""Over the list: what it is narrowed to, with how many each, and its order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu

from ui.pages.applications.states import FILTERS
from ui.theme import look
from ui.widgets.button import Button, one_stop
from ui.widgets.flow import Flow
from ui.wording import Tongue
from ui.wording import applications as w


@final
class Filters(QFrame):
    """Says *narrowed(name)* and *ordered(name)* when a person chooses."""

    narrowed = Signal(str)
    ordered = Signal(str)

    def __init__(self, tongue: Tongue, chosen: str, sorts: Mapping[str, str], sort: str) -> None:
        super().__init__()
        self._tongue = tongue
        self.setObjectName("strip")
        row = Flow(self, 7, 46)
        row.setContentsMargins(look().px(14), 0, look().px(14), 0)
        self.chips = QButtonGroup(self)
        for place, name in enumerate(FILTERS):
            button = Button("", small=True)
            button.setCheckable(True)
            button.setProperty("filter", True)
            button.setChecked(name == chosen)
            self.chips.addButton(button, place)
            row.addWidget(button)
        one_stop(self.chips)
        self.chips.idClicked.connect(lambda place: self.narrowed.emit(tuple(FILTERS)[place]))
        self.sort = Button("", "quiet", small=True)
        self.sort.setFont(look().font("dense"))
        menu = QMenu(self.sort)
        group = QActionGroup(menu)
        for name, heading in sorts.items():
            action = QAction(heading, menu)
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name == sort)
            group.addAction(action)
            menu.addAction(action)
        menu.triggered.connect(lambda action: self.ordered.emit(action.data()))
        self.sort.setMenu(menu)
        row.addWidget(self.sort)

    def show_counts(self, counts: Mapping[str, int], chosen: str, sort: str) -> None:
        """How many there are of each; a filter without any is not offered, unless it is the one chosen."""
        for at, (name, words) in enumerate(FILTERS.items()):
            button = self.chips.button(at)
            if button.text() != (said := f"{self._tongue(words)}  {counts[name]}"):
                button.setText(said)
            button.setVisible(name == "all" or counts[name] > 0 or name == chosen)
        self.sort.setText(self._tongue(w.SORTED_BY[sort]))

    def choose(self, name: str) -> None:
        """Show a filter as the one chosen."""
        self.chips.button(tuple(FILTERS).index(name)).setChecked(True)
