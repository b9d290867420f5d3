"""What is done about a conflict of interest: declared before a file is opened or late, and withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smes_panel.errors import Refused, UnknownName
from smes_panel.gestures.assessment import open_if_all_are_in
from smes_panel.gestures.gesture import Gesture
from smes_panel.model.panel import Member
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.store import Pen

LONGEST_REASON = 2_000


@dataclass(frozen=True, slots=True)
class DeclareConflict(Gesture):
    """A member may not say anything of an application (by id), and why: the file closes to them, a rating given before
    leaves the totals. The reason is for the minutes.

    It is not taken back but withdrawn, so that both stay in the record.
    """

    member: Member
    application: str
    reason: str

    undoable: ClassVar[bool] = False

    def make(self, pen: Pen, read: Queries) -> None:
        if not self.member.role.rates:
            raise Refused(
                f"{self.member.name} is {self.member.role.value} and does not rate; the chair and the members do."
            )
        if not read.is_here(self.application):
            raise UnknownName("This application is not in the dossier. Nothing was declared.")
        if self.application in read.closed_to(self.member):
            raise Refused(f"{self.member.name} has declared this conflict of interest already. Nothing was changed.")
        if not self.reason.strip():
            raise Refused("A conflict of interest needs a reason, for the minutes. Nothing was declared.")
        if len(self.reason) > LONGEST_REASON:
            raise Refused(f"A reason holds at most {LONGEST_REASON} characters; this one was not saved.")
        at = pen.now.isoformat(timespec="seconds")
        pen.put("conflict", self.application, self.member.id, reason=self.reason.strip(), at=at, withdrawn=None)
        for stage in Stage:
            open_if_all_are_in(pen, read, stage)


@dataclass(frozen=True, slots=True)
class WithdrawConflict(Gesture):
    """A member takes a declared conflict of interest away again: the file opens to them, what they had rated counts.
    That it was declared stays in the record.
    """

    member: Member
    application: str

    undoable: ClassVar[bool] = False

    def make(self, pen: Pen, read: Queries) -> None:
        declared = [one for one in read.merged_with(self.application) if read.conflict_of(self.member, one)]
        if not declared:
            raise Refused(
                f"{self.member.name} has declared no conflict of interest here; there is nothing to withdraw."
            )
        for one in declared:
            pen.put("conflict", one, self.member.id, withdrawn=pen.now.isoformat(timespec="seconds"))
