"""What stands under the matrix for one cell: the opinions, and the passages that they rest on."""

from __future__ import annotations

from typing import final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.compare.opinions import Opinions
from ui.pages.compare.passages import Passages
from ui.pages.compare.reading import Table
from ui.session import Session


@final
class Under(QWidget):
    """Made for one cell and thrown away for the next; says *shut()*, and *turned(shown)* for the passages."""

    shut = Signal()
    turned = Signal(bool)

    def __init__(self, session: Session, table: Table, key: str, code: str, *, passages: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._opinions = Opinions(table, key, code)
        self._opinions.shut.connect(self.shut)
        column.addWidget(self._opinions)
        application = session.read.application_id(key)
        names = {one.sha256: one.name for one in session.read.documents(application, reader=session.member)}
        self.passages = Passages(table, key, code, names, shown=passages)
        self.passages.turned.connect(self.turned)
        column.addWidget(self.passages)

    def announce(self) -> None:
        """Have a screen reader say the opinions now."""
        self._opinions.announce()
