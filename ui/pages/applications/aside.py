"""What stands beside the list: one application, why it does not show, or a form that takes its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages.applications.details import Details
from ui.pages.applications.hidden import alike_late, why_hidden
from ui.theme import look
from ui.widgets.slot import Slot

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.pages.applications import form
    from ui.pages.applications.details import Reasons
    from ui.pages.applications.place import Place
    from ui.session import Session

_AT_MOST, _WIDE_AT_MOST = 0.36, 0.58


@final
class Aside(Slot):
    """Says *attached()* and *evaluated()* as the details do, *opened(spot)* when a place that was found is to be read,
    *left()* when the focus goes back to the list, *laid()* when what is in it was made anew, *found(key)* and
    *brought(what)* when a form has led there, *closed()* when one is put away.
    """

    attached = Signal()
    evaluated = Signal()
    opened = Signal(object)
    left = Signal()
    laid = Signal()
    found = Signal(str)
    brought = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, frame: Frame, at: Place, *, evaluates: bool) -> None:
        super().__init__()
        self._session, self._frame, self._evaluates = session, frame, evaluates
        self._reader = session.member
        self._reasons = at.reasons
        self._withdrawing = at.key if at.withdrawing else ""
        self._key = ""
        self.details: Details | None = None
        self.form: form.Form | None = None
        self.setObjectName("aside")

    def show_application(self, key: str | None, search: str) -> None:
        """Show the details of an application, and where it has what is searched for; an open form stays."""
        if self.form is not None:
            return
        read = self._session.read
        line = read.line(key, self._reader) if key is not None else None
        if key is None or line is None:
            self._put_away_details()
            self.show_one(QWidget())
            return
        if why := why_hidden(self._frame.tongue, read, line, self._reader):
            self._put_away_details()
            self.show_one(why)
            return
        if self.details is None:
            self.show_one(self._made_details(key))
        assert self.details is not None
        self._key = key
        self.details.show_one(read.application(key), alike_late(read, line))
        self.details.show_found(search, self._reader)
        self.laid.emit()

    def _made_details(self, key: str) -> Details:
        withdrawing, self._withdrawing = self._withdrawing == key, ""
        details = self.details = Details(
            self._session, self._frame.tongue, self._reasons, evaluates=self._evaluates, withdrawing=withdrawing
        )
        details.attached.connect(self.attached)
        details.evaluated.connect(self.evaluated)
        details.found.opened.connect(self.opened)
        details.left.connect(self.left)
        details.laid.connect(self.laid)
        return details

    def _put_away_details(self) -> None:
        if self.details is None:
            return
        self._reasons = self.details.reasons
        self._withdrawing = self._key if self.details.withdrawing else ""
        self.details = None

    def open_form(self, draft: form.Draft) -> None:
        """Have something brought in by hand, in the place of the details; a form that is open stays."""
        if self.form is not None:
            return
        self._put_away_details()
        self.form = draft.form(self._session, self._frame)
        self.form.found.connect(self._found)
        self.form.closed.connect(self.close_form)
        self.form.brought.connect(self._bring)
        self.form.laid.connect(self.laid)
        self.show_one(self.form)
        self.show()
        self.form.show()
        self.laid.emit()
        self.form.arrive()

    def close_form(self) -> None:
        self.form = None
        self.closed.emit()

    def _found(self, key: str) -> None:
        self.close_form()
        self.found.emit(key)

    def _bring(self, what: object) -> None:
        self.close_form()
        self.brought.emit(what)

    @property
    def reasons(self) -> Reasons:
        """Reasons that are half typed."""
        return self.details.reasons if self.details is not None else self._reasons

    def withdrawing(self, key: str) -> bool:
        """Whether one is asked why this one withdraws."""
        return self.details.withdrawing if self.details is not None else bool(key) and self._withdrawing == key

    def fit(self, page: int) -> None:
        """As wide as a page of this width allows."""
        wide = self.form is not None and self.form.wide
        most = round(page * (_WIDE_AT_MOST if wide else _AT_MOST))
        self.setFixedWidth(most if wide else min(look().px(372), most))
