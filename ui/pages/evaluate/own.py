"""What a member sees alone beside the checklist: private notes, earlier answers, the notes as the person would read
them, and remarks on words and on drift.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, final

from PySide6.QtCore import QObject, Qt, Signal

from smes_panel.gestures.own import Jot
from smes_panel.insight.drift import drift
from smes_panel.model.words import Language
from ui.pages.evaluate.access import Access
from ui.pages.evaluate.guard import Guard
from ui.pages.evaluate.history import History
from ui.pages.evaluate.scratchpad import Scratchpad
from ui.widgets.order import tab_through
from ui.widgets.remark import Remark
from ui.wording import own as w

if TYPE_CHECKING:
    from smes_panel.model.panel import Member
    from smes_panel.queries.answers import Sheet
    from ui.frame import Frame
    from ui.pages.evaluate.files import Files
    from ui.pages.evaluate.grid import Grid
    from ui.session import Session
    from ui.widgets.inplace import Prose
    from ui.widgets.slot import Slot

Sort = Literal["", "notes", "history", "access"]


@dataclass(frozen=True, slots=True)
class Beside:
    """What is open beside the checklist, and what was put away: by place, the words that are to be said no more."""

    open: Sort = ""
    quiet: frozenset[tuple[str, ...]] = frozenset()


@final
class Own(QObject):
    """Of the application on the page. Says *turned(beside)* when something opens, closes or is put away."""

    turned = Signal(object)

    def __init__(self, session: Session, frame: Frame, files: Files, grid: Grid, beside: Beside) -> None:
        super().__init__(grid)
        self._session, self._tongue = session, frame.tongue
        self._files, self._grid, self._beside = files, grid, beside
        self._member: Member | None = None
        self._application, self._code = "", ""
        self._sheet: Sheet | None = None
        self._pad: Scratchpad | None = None
        self._shown: tuple[Sort, str, str] = ("", "", "")
        self._drifted = ""

    # Showing

    def show_sheet(self, member: Member, application: str, sheet: Sheet, code: str, *, fixed: bool) -> None:
        """Follow the page to this application and this criterion."""
        moved = (self._application, self._code) != (application, code)
        if self._beside.open == "access" and moved and self._application == application:
            # Somebody asked for a criterion: it comes back into view.
            self._turn("")
        self._member, self._application, self._sheet, self._code = member, application, sheet, code
        self._show_beside()
        opened = self._grid.list.opened
        if opened is not None and not fixed:
            self._guard(opened.comment.words, opened.remark, sheet.stage.value, code)
        self._show_drift()

    def _show_beside(self) -> None:
        member, read = self._member, self._session.read
        if member is None or self._sheet is None:
            return
        # Where there is a conflict of interest, there is nothing of one's own to see either.
        sort: Sort = "" if self._application in read.closed_to(member) else self._beside.open
        now: tuple[Sort, str, str] = (sort, self._application, self._code if sort == "history" else "")
        if sort == "notes":
            if now != self._shown or self._pad is None:
                self._pad = Scratchpad(self._tongue, self._jot)
                self._pad.pad.left.connect(self._leave_pad)
                self._pad.close_button.clicked.connect(self.close)
                self._grid.show_beside(self._pad)
            self._pad.show_text(read.scratchpad(member, self._application))
            self._guard(self._pad.pad, self._pad.remark)
        elif sort == "history":
            versions = self._session.versions(member, self._application, self._sheet.stage, self._code)
            number = next((one.number for one in self._sheet.criteria if one.code == self._code), "")
            history = History(self._tongue, number, versions)
            history.close_button.clicked.connect(self.close)
            self._grid.show_beside(history)
        elif sort == "access":
            held = self._grid.list.isHidden() and self._grid.isAncestorOf(self._grid.focusWidget() or self._files)
            access = Access(self._tongue, read.notes_given(member, self._application))
            access.close_button.clicked.connect(self.close)
            self._grid.show_beside(access, instead=True)
            if held:
                self._grid.take_focus()
        else:
            self._grid.show_beside(None)
        if sort != "notes":
            self._pad = None
        self._shown = now

    def _show_drift(self) -> None:
        assert self._member is not None
        assert self._sheet is not None
        where, said = ("drift", self._sheet.stage.value), ""
        if where not in self._beside.quiet:
            found = drift(self._session.read.levels_in_order(self._member, self._sheet.stage))
            if found is not None and found.notable:
                first, last = self._mean(found.first), self._mean(found.last)
                said = self._tongue(w.DRIFT, n=found.files, first=first, last=last)
        if said != self._drifted:
            self._drifted = said
            if said:
                remark = Remark(said, self._tongue(w.PUT_AWAY), "W")
                remark.put_away.connect(self._put_drift_away)
                self._files.foot.show_one(remark)
                tab_through(self._files)
            self._files.foot.setVisible(bool(said))

    def _mean(self, level: float) -> str:
        said = f"{level:.1f}"
        return said if self._tongue.language is Language.EN else said.replace(".", ",")

    # Doing

    def turn(self, sort: Sort) -> None:
        """Open one of them, and go to the notes; what is open already closes."""
        if self._beside.open == sort:
            self.close()
            return
        self.commit()
        self._turn(sort)
        self._show_beside()
        if self._pad is not None:
            self._pad.pad.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._pad.pad.moveCursor(self._pad.pad.textCursor().MoveOperation.End)
        elif sort == "access":
            self._grid.take_focus()

    def close(self) -> bool:
        """Close what is open; False where nothing is."""
        if not self._beside.open:
            return False
        self.commit()
        self._turn("")
        self._show_beside()
        self._grid.take_focus()
        return True

    def commit(self) -> None:
        """Have what is being written in the notes kept."""
        if self._pad is not None:
            self._pad.pad.commit()

    def put_away(self) -> None:
        """Put away the remark that is to be seen: on words first, then on drift."""
        opened = self._grid.list.opened
        fields = (opened.comment.words if opened is not None else None, self._pad.pad if self._pad else None)
        for field in fields:
            guard = field.findChild(Guard) if field is not None else None
            if guard is not None and guard.remark is not None:
                guard.put_away()
                return
        if self._drifted:
            self._put_drift_away()

    def _put_drift_away(self) -> None:
        if self._sheet is not None:
            held = self._files.foot.isAncestorOf(self._files.focusWidget() or self._grid)
            self._quiet(("drift", self._sheet.stage.value))
            self._show_drift()
            if held:
                self._files.pile.setFocus(Qt.FocusReason.OtherFocusReason)

    def _jot(self, words: str) -> bool:
        member = self._member
        if member is None or words == self._session.read.scratchpad(member, self._application):
            return True
        return self._session.do(Jot(member, self._application, words))

    def _leave_pad(self) -> None:
        self._grid.take_focus()

    def _turn(self, sort: Sort) -> None:
        self._beside = replace(self._beside, open=sort)
        self.turned.emit(self._beside)

    def _quiet(self, where: tuple[str, ...]) -> None:
        self._beside = replace(self._beside, quiet=self._beside.quiet | {where})
        self.turned.emit(self._beside)

    def _guard(self, words: Prose, slot: Slot, *place: str) -> None:
        if words.findChild(Guard) is not None:
            return
        where = (self._application, *place)
        guard = Guard(words, slot, self._tongue, lambda said: (*where, said) in self._beside.quiet)
        guard.quieted.connect(lambda said: self._quiet((*where, said)))
        guard.told.connect(self._told)

    def _told(self) -> None:
        opened = self._grid.list.opened
        if opened is not None:
            opened.order_stops()
            self._grid.list.reveal()
