"""What stands under the matrix for one cell: the opinions, and the passages that they rest on."""

from __future__ import annotations

from typing import final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.compare.consensus import Talk, Typed
from ui.pages.compare.opinions import Opinions
from ui.pages.compare.passages import Passages
from ui.pages.compare.reading import Table
from ui.session import Session


@final
class Under(QWidget):
    """Made for one cell and thrown away for the next; says *shut()*, *turned(shown)* for the passages, *asked(Kind)*
    where one wants to say more of the cell, *typed(Typed)* while one does, *settled()* once it is said.
    """

    shut = Signal()
    turned = Signal(bool)
    asked = Signal(object)
    typed = Signal(object)
    settled = Signal()

    def __init__(
        self, session: Session, table: Table, key: str, code: str, typed: Typed | None, *, passages: bool
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        talk = self._talk = Talk(session, table, key, code, typed)
        talk.typed.connect(self.typed)
        talk.settled.connect(self.settled)
        self._opinions = Opinions(table, key, code, talk)
        self._opinions.asked.connect(self.asked)
        self._opinions.shut.connect(self.shut)
        column.addWidget(self._opinions)
        application = session.read.application_id(key)
        names = {one.sha256: one.name for one in session.read.documents(application, reader=session.member)}
        self.passages = Passages(table, key, code, names, shown=passages)
        self.passages.turned.connect(self.turned)
        column.addWidget(self.passages)

    @property
    def says(self) -> bool:
        """Whether something is being said of the cell."""
        return self._talk.saying is not None

    def arrive(self) -> None:
        """Go to what is being said."""
        if self._talk.saying is not None:
            self._talk.saying.arrive()

    def announce(self) -> None:
        """Have a screen reader say the opinions now."""
        self._opinions.announce()
