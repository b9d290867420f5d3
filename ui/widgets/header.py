"""The head of a page: its title, one line under it, and what can be done with the whole page."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import look
from ui.theme.tokens import tokens
from ui.widgets.label import Elided, Label


class Header(QFrame):
    def __init__(self, title: str, tools: tuple[QWidget, ...] = ()) -> None:
        super().__init__()
        self.setObjectName("head")
        self.setFixedHeight(look().px(tokens().size["title"]))
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(16), 0, look().px(16), 0)
        row.setSpacing(look().px(12))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        self.title = Label(title, "h1")
        words.addWidget(self.title)
        self.line = Elided(role="dense", tone="ink2")
        words.addWidget(self.line)
        words.addStretch(1)
        row.addLayout(words, 1)
        for tool in tools:
            row.addWidget(tool)
