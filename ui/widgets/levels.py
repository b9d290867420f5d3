"""A level of the scale with what it looks like: gauge, digit, word, anchor."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.theme import look
from ui.theme.tokens import tokens
from ui.widgets.label import Elided, Label
from ui.widgets.marks import Gauge


class LevelCard(QFrame):
    def __init__(self, level: int, word: str, anchor: str, head_width: int, *, written: bool) -> None:
        super().__init__()
        self.setObjectName("level")
        self.setFixedHeight(look().px(tokens().size["anchor"]))
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(9), 0, look().px(8), 0)
        row.setSpacing(look().px(8))
        row.addWidget(Gauge(level))
        head = Label(f"{level} {word}", "dense", bold=True)
        head.setFixedWidth(head_width)
        row.addWidget(head)
        row.addWidget(Elided(anchor, "dense", "ink" if written else "ink3"), 1)
        self.setAccessibleName(f"{level} {word}: {anchor}")
