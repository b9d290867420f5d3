"""A pad to write on: several lines, kept on leaving it; Enter begins a line and Escape keeps what was written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from ui.theme import look
from ui.widgets.inplace import Prose, Settle

_LEAST, _MOST = 2, 6


class Pad(Prose):
    """As high as what is written, between two lines and six; past that it scrolls."""

    def __init__(self, name: str, settle: Settle) -> None:
        super().__init__(name, settle)
        line = QFontMetricsF(self.font()).lineSpacing()
        self.least, self.most = (round(lines * line) + look().px(12) for lines in (_LEAST, _MOST))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setProperty("inplace", False)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            # Half an evening may be written here: Escape goes away from it, and takes nothing away.
            self.commit()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QPlainTextEdit.keyPressEvent(self, event)
        else:
            super().keyPressEvent(event)
