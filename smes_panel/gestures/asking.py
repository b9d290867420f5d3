"""What is settled of how members read: which criteria are asked of whom, and whether names are shown."""

from __future__ import annotations

from dataclasses import dataclass

from smes_panel.errors import GridSealed, Refused
from smes_panel.gestures.gesture import Gesture
from smes_panel.model.panel import Member, Role
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.store import Pen


def must_settle(by: Member) -> None:
    """Raises Refused where this person does not settle how the panel reads."""
    if by.role not in (Role.CHAIR, Role.SECRETARY):
        raise Refused(f"{by.name} is {by.role.value}; how the panel reads is settled by the chair or the secretary.")


@dataclass(frozen=True, slots=True)
class AskNot(Gesture):
    """Settles that a criterion, with its sub-criteria, is not asked of a member, or, `asked`, that it is after all;
    until that member has handed in.
    """

    by: Member
    member: Member
    criterion: str
    asked: bool = False

    def make(self, pen: Pen, read: Queries) -> None:
        must_settle(self.by)
        if not self.member.role.rates:
            raise Refused(
                f"{self.member.name} is {self.member.role.value} and does not rate; the chair and the members do."
            )
        read.criterion(self.criterion)
        for stage in Stage:
            if read.has_handed_in(self.member, stage) and any(
                self.criterion in (one.code, one.parent) for one in read.rated_at(stage)
            ):
                raise GridSealed(
                    f"{self.member.name} has handed in at the {stage.value} stage: what is asked there stays as it was."
                )
        if self.asked:
            pen.drop("not_asked", self.member.id, self.criterion)
        elif self.criterion not in read.not_asked(self.member):
            pen.put("not_asked", self.member.id, self.criterion, at=pen.now.isoformat(timespec="seconds"))


@dataclass(frozen=True, slots=True)
class ReadBlind(Gesture):
    """Settles until which stage members read without names: `INTERVIEW` hides them until screening is open, `None`
    hides nothing. Before the first grid is handed in.
    """

    by: Member
    until: Stage | None

    def make(self, pen: Pen, read: Queries) -> None:
        must_settle(self.by)
        if self.until is Stage.SCREENING:
            raise Refused("Nothing is read before the screening stage; names are hidden until the interview or not.")
        if read.progress(Stage.SCREENING).handed_in:
            raise GridSealed("A grid has been handed in: how names are shown stays as it was.")
        if self.until is None:
            pen.drop("blind", "names")
        else:
            pen.put("blind", "names", until=self.until.value, at=pen.now.isoformat(timespec="seconds"))
