"""One choice among a few that break into lines where there is no room for all side by side."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import look
from ui.theme.ring import REACH
from ui.widgets.button import Button
from ui.widgets.flow import Flow

_LINE = 34
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


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
        # Not a group of Qt's: there the arrows choose, or go nowhere, and a decision is never made in passing.
        self._buttons: list[Button] = []
        for place, text in enumerate(words):
            button = Button(text, small=True, key=keys[place] if keys else "")
            button.setCheckable(True)
            button.setProperty("filter", True)
            button.setAccessibleDescription(name)
            button.clicked.connect(partial(self._clicked, place))
            button.installEventFilter(self)
            self._buttons.append(button)
            self._flow.addWidget(button)
        self._stop_at(0)

    def show_choice(self, place: int | None) -> None:
        """Show which one stands; None where nothing is chosen."""
        for at, button in enumerate(self._buttons):
            button.setChecked(at == place)
        self._stop_at(place or 0)

    def current(self) -> int | None:
        return next((at for at, one in enumerate(self._buttons) if one.isChecked()), None)

    def enter(self) -> None:
        """Put the focus on what is chosen, else on the first."""
        self._go_to(self.current() or 0)

    def _stop_at(self, place: int) -> None:
        """Tab stops once, at this one."""
        for at, button in enumerate(self._buttons):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == place else Qt.FocusPolicy.ClickFocus)

    def _go_to(self, place: int) -> None:
        self._stop_at(place)
        self._buttons[place].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A button of Qt's takes an arrow for Tab.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _STEPS:
            held = next((at for at, one in enumerate(self._buttons) if one is watched), 0)
            self._go_to(max(0, min(len(self._buttons) - 1, held + _STEPS[Qt.Key(event.key())])))
            return True
        return super().eventFilter(watched, event)

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
