"""The head of what is shown beside the checklist: what it is, and the button and the key that close it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.label import Elided
from ui.widgets.marks import Icon


def heading(title: str, picture: str, close: str, key: str) -> tuple[QHBoxLayout, Button]:
    """The row, and its button."""
    row = QHBoxLayout()
    row.setSpacing(look().px(6))
    row.addWidget(Icon(picture, "ink2", 16))
    row.addWidget(Elided(title, "dense", bold=True), 1)
    button = Button(close, "quiet", key=key, small=True)
    button.setAccessibleDescription(title)
    row.addWidget(button)
    return row, button
