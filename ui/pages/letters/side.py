"""Beside the letter in the making: the letter itself, as it will be printed."""

from __future__ import annotations

from typing import final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from smes_panel.paper.letter import ZONE
from smes_panel.paper.picture import Sheets
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.label import Elided, Label, tip
from ui.widgets.marks import Rule
from ui.widgets.preview import Preview
from ui.wording import Tongue
from ui.wording import letters as w
from ui.wording import texts as t


@final
class Side(QFrame):
    """Says *saving* and *framed(whether the envelope's window is shown)*."""

    saving = Signal()
    framed = Signal(bool)

    def __init__(self, tongue: Tongue, *, framed: bool) -> None:
        super().__init__()
        self._tongue, self._specimen, self._page = tongue, False, (0, 0)
        self.setObjectName("panel")
        self.setMinimumWidth(look().px(200))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(look().px(14), look().px(6), look().px(14), look().px(6))
        head.setSpacing(look().px(8))
        head.addWidget(Label(tongue(w.PREVIEW), "name"))
        self.turned = Elided("", "dense", "ink2")
        head.addWidget(self.turned, 1)
        self.window_shown = Check(tongue(w.ENVELOPE))
        self.window_shown.setChecked(framed)
        self.window_shown.toggled.connect(self._show_frame)
        head.addWidget(self.window_shown)
        self.save = Button("", "quiet", picture="file-down", small=True)
        self.save.setAccessibleName(tongue(w.SAVE_ONE))
        self.save.setToolTip(tip(tongue(w.SAVE_ONE)))
        self.save.clicked.connect(self.saving)
        head.addWidget(self.save)
        column.addLayout(head)
        column.addWidget(Rule())
        self.preview = Preview(tongue(w.PREVIEW))
        self.preview.turned.connect(self._turned)
        column.addWidget(self.preview, 1)
        self._show_frame(framed)

    def show_letter(self, content: bytes, *, specimen: bool) -> None:
        """Show a letter; a specimen is to nobody, and is not saved."""
        self._specimen = specimen
        self.save.setEnabled(not specimen)
        self.preview.show_print(Sheets(content))
        self._turned(*self._page)

    def show_message(self, words: str) -> None:
        """Say why there is no letter to show."""
        self.save.setEnabled(False)
        self.preview.show_message(words)

    def _turned(self, page: int, pages: int) -> None:
        self._page = (page, pages)
        where = self._tongue(w.PAGE_OF, page=page, pages=pages) if pages else ""
        self.turned.say(self._tongue(t.SPECIMEN) if self._specimen and where else where)

    def _show_frame(self, shown: bool) -> None:
        self.preview.show_frame(ZONE if shown else None)
        self.framed.emit(shown)
