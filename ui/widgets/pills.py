"""One choice among a few that break into lines where there is no room for all side by side."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from ui.theme import look
from ui.theme.ring import REACH
from ui.widgets.button import Button
from ui.widgets.flow import Flow

_LINE = 34


class Pills(QWidget):
    """Says *chosen(place)*. The arrows go from one to the next and choose nothing; Space and a click choose."""

    chosen = Signal(int)

    def __init__(self, words: tuple[str, ...], name: str, keys: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = Flow(self, 6, _LINE, aligned=False)
        # Room for the focus ring, which its parent cuts; whoever lays the pills out gives as much less margin.
        self._flow.setContentsMargins(REACH, 0, REACH, 0)
        self._group = QButtonGroup(self)
        # Qt has the arrows choose within an exclusive group; a decision is never made in passing.
        self._group.setExclusive(False)
        for place, text in enumerate(words):
            button = Button(text, small=True, key=keys[place] if keys else "")
            button.setCheckable(True)
            button.setProperty("filter", True)
            button.setAccessibleDescription(name)
            self._group.addButton(button, place)
            self._flow.addWidget(button)
        self._group.idClicked.connect(self._clicked)

    def show_choice(self, place: int | None) -> None:
        """Show which one stands; None where nothing is chosen."""
        for button in self._group.buttons():
            button.setChecked(self._group.id(button) == place)

    def current(self) -> int | None:
        return next((self._group.id(one) for one in self._group.buttons() if one.isChecked()), None)

    def enter(self) -> None:
        """Put the focus on what is chosen, else on the first."""
        self._group.button(self.current() or 0).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _clicked(self, place: int) -> None:
        self.show_choice(place)
        self.chosen.emit(place)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return QSize(look().px(200), self._flow.heightForWidth(max(self.width(), look().px(200))))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(_LINE))
