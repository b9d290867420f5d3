"""Reading without names: what is covered of the document on the desk, what could not be, and the page withheld."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from smes_panel.model.blinding import Unhidden
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.label import Label
from ui.widgets.marks import Icon
from ui.wording import Tongue
from ui.wording import reading as w

if TYPE_CHECKING:
    from smes_panel.model.panel import Member
    from smes_panel.queries import Queries


@final
class HiddenLine(QFrame):
    """One line over the document while names are hidden from its reader; not there otherwise."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self.setObjectName("strip")
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(14), look().px(6), look().px(12), look().px(6))
        row.setSpacing(look().px(8))
        row.addWidget(Icon("eye-off", "ink2", 16), 0, Qt.AlignmentFlag.AlignTop)
        self.words = Label("", "dense", "ink2", wrap=True)
        row.addWidget(self.words, 1)
        self.hide()

    def show_for(self, read: Queries, member: Member | None, application: str, document: str) -> Unhidden | None:
        """Say what is covered of a document (by id) and what could not be; answers the latter."""
        blind = read.reads_blind(member)
        self.setVisible(blind)
        if not blind:
            return None
        left = dict(read.unhidden(application, member)).get(document)
        parts = {None: (w.HIDDEN_NAMES,), Unhidden.PAGES: (w.HIDDEN_NAMES, w.HIDDEN_PAGES)}
        said = parts.get(left, (w.HIDDEN_WHOLE,))
        self.words.setText(" ".join(self._tongue(one) for one in said))
        return left


def withheld(tongue: Tongue, show: Callable[[], object]) -> tuple[Empty, Button]:
    """In place of a page of which nothing can be covered: it is shown when it is asked for, never by itself."""
    button = Button(tongue(w.SHOW_PAGE))
    button.clicked.connect(show)
    return Empty("eye-off", tongue(w.WITHHELD), tongue(w.WITHHELD_WHY), (button,)), button
