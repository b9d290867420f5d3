"""A remark under something: discreet, in the way of nothing, and put away with one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.marks import Icon


class Remark(QWidget):
    """Says *put_away()*; `key` is the key that does the same."""

    put_away = Signal()

    def __init__(self, said: str, button: str, key: str = "", picture: str = "circle-alert") -> None:
        super().__init__()
        self.said = said
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(4), 0, 0, 0)
        row.setSpacing(look().px(6))
        row.addWidget(Icon(picture, "ink2", 15), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(look().px(2))
        column.addWidget(Label(said, "caption", "ink2", wrap=True))
        self.button = Button(button, "quiet", key=key, small=True)
        self.button.setAccessibleDescription(said)
        self.button.clicked.connect(self.put_away)
        # Without an alignment a button that does not grow would hold the words to its width.
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)

    def announce(self) -> None:
        """Have a screen reader say it, when it has said what it is at."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.said))
