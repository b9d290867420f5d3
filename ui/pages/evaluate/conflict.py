"""A conflict of interest: declared on a card in place of the foot of the checklist, early or late, and withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from smes_panel.gestures.conflict import DeclareConflict, WithdrawConflict
from ui.pages.evaluate.place import Declaring
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.inplace import Blank
from ui.widgets.label import Label
from ui.widgets.marks import Icon
from ui.widgets.pills import Pills
from ui.wording import Tongue, dates
from ui.wording import reading as w

if TYPE_CHECKING:
    from smes_panel.model.panel import Member
    from smes_panel.queries import Queries
    from ui.frame import Frame
    from ui.pages.evaluate.grid import Grid
    from ui.session import Session


class Card(QFrame):
    """Which file, of what kind, in which words, and what declaring does. Says *given* and *given_up*."""

    given = Signal()
    given_up = Signal()

    def __init__(self, tongue: Tongue, who: str, key: str, *, late: bool) -> None:
        super().__init__()
        self.setObjectName("hint")
        title = tongue(w.WITH, who=who, key=key) if who else tongue(w.WITH_KEY, key=key)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(12), look().px(10), look().px(12), look().px(10))
        column.setSpacing(look().px(7))
        head = QHBoxLayout()
        head.setSpacing(look().px(8))
        head.addWidget(Icon("circle-slash", "warn", 16), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(title, "name", bold=True, wrap=True), 1)
        column.addLayout(head)
        said = [tongue(w.DOES, key=key), *([tongue(w.DOES_LATE)] if late else []), tongue(w.READ_BY)]
        column.addWidget(Label(" ".join(said), "dense", "ink2", wrap=True))
        self.kinds = Pills(tuple(tongue(one) for one in w.KINDS), tongue(w.KIND))
        column.addWidget(self.kinds)
        self.words = Blank(tongue(w.IN_WORDS))
        self.words.entered.connect(self.given)
        self.words.left.connect(self.given_up)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        self.yes = Button(tongue(w.DECLARE), "primary", small=True)
        self.yes.clicked.connect(self.given)
        no = Button(tongue(w.KEEP), "quiet", small=True)
        no.clicked.connect(self.given_up)
        row.addWidget(self.yes)
        row.addWidget(no)
        row.addStretch(1)
        column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Every other key stays here: nothing is rated while one declares.
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        event.accept()


@final
class Conflict(QObject):
    """Says *declared(application)* and *withdrawn(application)*, both after the dossier knows."""

    declared = Signal(str)
    withdrawn = Signal(str)
    given_up = Signal()

    def __init__(self, session: Session, frame: Frame, grid: Grid) -> None:
        super().__init__(grid)
        self._session, self._frame, self._grid, self._tongue = session, frame, grid, frame.tongue
        self._member: Member | None = None
        self._application = ""
        self.card: Card | None = None

    @property
    def typed(self) -> Declaring | None:
        """What is on the card and not declared yet, for a rebuilt window."""
        card = self.card
        if card is None:
            return None
        return Declaring(self._application, card.kinds.current(), card.words.text())

    def offer(self, member: Member, application: str, who: str, *, late: bool, typed: Declaring | None = None) -> None:
        """Ask, in place, of what kind the conflict with this file is."""
        self._member, self._application = member, application
        card = self.card = Card(self._tongue, who, self._session.read.keys()[application], late=late)
        card.given.connect(self._declare)
        card.given_up.connect(self.give_up)
        if typed is not None:
            card.kinds.show_choice(typed.kind)
            card.words.setText(typed.words)
        self._grid.show_card(card)
        card.kinds.enter()

    def give_up(self) -> None:
        """Declare nothing."""
        self._close()
        self.given_up.emit()

    def _close(self) -> None:
        self.card = None
        self._grid.show_card(None)

    def _declare(self) -> None:
        card, member, application = self.card, self._member, self._application
        if card is None or member is None:
            return
        kind, words = card.kinds.current(), card.words.text().strip()
        if kind is None and not words:
            card.kinds.enter()
            self._frame.say(self._tongue(w.KIND_FIRST))
            return
        if kind == len(w.KINDS) - 1 and not words:
            card.words.setFocus(Qt.FocusReason.OtherFocusReason)
            self._frame.say(self._tongue(w.WORDS_FIRST))
            return
        parts = (*(() if kind is None else (self._tongue(w.KINDS[kind]),)), *((words,) if words else ()))
        # Off before the page reads again, which it does in the middle of the gesture; back where it was refused.
        kept, self.card = self.card, None
        if self._session.do(DeclareConflict(member, application, self._tongue(w.COLON).join(parts))):
            self._close()
            self.declared.emit(application)
        else:
            self.card = kept

    def withdraw(self, member: Member, application: str) -> None:
        """Take a declaration away again; that it was made stays in the record."""
        if self._session.do(WithdrawConflict(member, application)):
            self.withdrawn.emit(application)


def of_closed(read: Queries, member: Member, key: str, tongue: Tongue) -> str:
    """What stands on the desk in place of a file that is closed to the member who declared it."""
    told = next((one for one in read.conflicts(member) if (one.application, one.member) == (key, member.name)), None)
    if told is None or told.withdrawn_at is not None or told.at is None:
        return tongue(w.CLOSED_TWIN, key=key)
    return tongue(w.CLOSED_FILE, key=key, when=dates.received(tongue, told.at), reason=told.reason)
