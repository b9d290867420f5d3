"""From one file, one document and one criterion of the page to another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from smes_panel.model.panel import Member
from smes_panel.model.vacancy import Stage
from ui.pages.evaluate.conflict import Conflict
from ui.pages.evaluate.order import Order
from ui.pages.evaluate.panes import Panes
from ui.pages.evaluate.place import Place
from ui.wording import evaluate as w
from ui.wording import reading as r

if TYPE_CHECKING:
    from smes_panel.queries.answers import Sheet
    from ui.frame import Frame
    from ui.session import Session
    from ui.wording import Tongue


class Going(Panes):
    """The part of the page that knows what comes before and after what is shown."""

    _session: Session
    _frame: Frame
    _tongue: Tongue
    _order: Order
    _sheet: Sheet | None
    _read: Callable[[], None]
    _show_panes: Callable[[Member], None]
    _spring_back: Callable[[], None]
    commit: Callable[[], None]

    def __init__(self) -> None:
        super().__init__()
        self.conflict: Conflict | None = None

    @property
    def _member(self) -> Member | None:
        member = self._session.member
        return member if member is not None and member.role.rates else None

    def go_to(self, application: str, code: str = "") -> None:
        """Another application, at one of its criteria or at the first that is left."""
        if application == self._at.application:
            return
        self.commit()
        if self.conflict is not None and self.conflict.card is not None:
            self.conflict.give_up()
        self._at = replace(self._at, application=application, code=code, document="", page=0)
        self._read()

    def across(self, by: int) -> None:
        """The same criterion in the next or the previous file of the order drawn: read across."""
        order, at, sheet = self._order, self._at, self._sheet
        beside = order.beside(at.application, by)
        if not beside or sheet is None:
            self._frame.say(self._tongue(r.NONE_BESIDE))
            return
        self.go_to(beside, at.code)
        number = next((one.number for one in sheet.criteria if one.code == at.code), "")
        where = {"number": number, "n": order.place(beside), "m": len(order.readings)}
        self._frame.say(self._tongue(r.ACROSS, **where))

    def next_file(self, by: int) -> None:
        """The next or the previous application as they stand in the list."""
        if self.files is None:
            return
        keys = self.files.pile.keys()
        if self._at.application in keys:
            at = keys.index(self._at.application) + by
            if 0 <= at < len(keys):
                self.go_to(keys[at])

    def _show_document(self, document: str) -> None:
        self._at = replace(self._at, document=document, page=0)
        if self.desk is not None and self._member is not None:
            self._show_panes(self._member)

    def _stage(self, stage: Stage) -> None:
        self.commit()
        self._at = Place(stage=stage, pane="list", left_only=self._at.left_only, beside=self._at.beside)
        self._read()
        self.take_pane("list")

    def _picked(self, code: str) -> None:
        self._open(code)
        self.take_pane("checklist")

    def _open(self, code: str) -> None:
        """Another criterion."""
        if self.grid is not None and code != self._at.code:
            held = self._pane() == "checklist"
            self.commit()
            self._at = replace(self._at, code=code)
            self._spring_back()
            if held:
                self.grid.list.take_focus()

    def next_criterion(self, by: int) -> None:
        """The next or the previous of the criteria shown."""
        if self.grid is None:
            return
        codes = self.grid.list.shown()
        if self._at.code in codes:
            self._open(codes[max(0, min(len(codes) - 1, codes.index(self._at.code) + by))])

    def next_gap(self) -> None:
        """The next criterion without an answer, going round; where all have one, that is said."""
        sheet = self._sheet
        if sheet is None:
            return
        codes = [criterion.code for criterion in sheet.criteria]
        place = codes.index(self._at.code)
        around = (*codes[place + 1 :], *codes[:place])
        follower = next((code for code in around if code in sheet.gaps), None)
        if follower is not None:
            self._open(follower)
        elif not sheet.gaps:
            self._frame.say(self._tongue(w.NONE_LEFT))

    def narrow(self, left_only: bool | None = None) -> None:
        """Show only what is left to rate, or everything; without a word, the other of the two."""
        if left_only is None:
            left_only = not self._at.left_only
            assert self.grid is not None
            self.grid.filter.choose(int(left_only))
        self._at = replace(self._at, left_only=left_only)
        self._spring_back()
