"""Private notes on one application: what is written there stays with its author, and is personal data all the same."""

from __future__ import annotations

from typing import final

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.pages.evaluate.heading import heading
from ui.theme import look
from ui.widgets.inplace import Settle
from ui.widgets.label import Label
from ui.widgets.pad import Pad
from ui.widgets.slot import Slot
from ui.wording import Tongue
from ui.wording import own as w


@final
class Scratchpad(QFrame):
    def __init__(self, tongue: Tongue, settle: Settle) -> None:
        super().__init__()
        self._tongue = tongue
        self.setObjectName("beside")
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(14), look().px(6), look().px(12), look().px(8))
        column.setSpacing(look().px(4))
        head, self.close_button = heading(tongue(w.NOTES), "lock", tongue(w.CLOSE), "B")
        column.addLayout(head)
        column.addWidget(Label(tongue(w.NOTES_SENTENCE), "caption", "ink2", wrap=True))
        self.pad = Pad(tongue(w.NOTES), settle)
        self.pad.setAccessibleDescription(tongue(w.NOTES_SENTENCE))
        column.addWidget(self.pad)
        self.remark = Slot()
        self.remark.hide()
        column.addWidget(self.remark)

    def show_text(self, text: str) -> None:
        """Show what stands; what is being typed stays."""
        self.pad.show_text(text, self._tongue(w.NOTES_HINT))
