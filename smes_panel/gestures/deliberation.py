"""What is recorded of a deliberation: who was there, who left the room for whom, and where each member stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from smes_panel.errors import Refused, UnknownName
from smes_panel.gestures.decision import LONGEST_REASON, must_not_be_closed
from smes_panel.gestures.gesture import Gesture
from smes_panel.model.decision import Position
from smes_panel.model.panel import Member
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.store import Pen


def _key(read: Queries, application: str) -> str:
    key = read.keys().get(application)
    if key is None or not read.is_here(application):
        raise UnknownName("This application is not in the dossier. Nothing was recorded.")
    return key


@dataclass(frozen=True, slots=True)
class TakePosition(Gesture):
    """A member agrees with what is proposed for an application (by id), or has a minority position put on record in
    their words. `None` takes it back.
    """

    member: Member
    application: str
    stage: Stage
    position: Position | None
    text: str = ""

    def make(self, pen: Pen, read: Queries) -> None:
        key = _key(read, self.application)
        must_not_be_closed(read, self.stage)
        if not self.member.role.rates:
            raise Refused(f"{self.member.name} is {self.member.role.value}: the chair and the members take positions.")
        read.must_be_open(self.application, self.member)
        if read.decided(self.application, self.stage).outcome is None:
            raise Refused(f"Nothing is proposed for {key} yet: there is nothing to agree with.")
        text = self.text.strip()
        if self.position is Position.MINORITY and not text:
            raise Refused("A minority position is said in words. Nothing was recorded.")
        if len(text) > LONGEST_REASON:
            raise Refused(f"A position holds at most {LONGEST_REASON} characters; this one was not saved.")
        place = (self.application, self.stage.value, self.member.id)
        if self.position is None:
            pen.drop("stance", *place)
        else:
            at = pen.now.isoformat(timespec="seconds")
            pen.put("stance", *place, position=self.position.value, text=text, at=at)


@dataclass(frozen=True, slots=True)
class Meet(Gesture):
    """The panel met on a day for a stage; `present` says who was there and who was not, by member's id."""

    stage: Stage
    day: date
    present: tuple[tuple[str, bool], ...] = ()

    def make(self, pen: Pen, read: Queries) -> None:
        must_not_be_closed(read, self.stage)
        known = {one.id for one in read.panel()}
        if not {one for one, _ in self.present} <= known:
            raise UnknownName("A person who was there is not on the panel. Nothing was recorded.")
        meeting = f"{self.stage.value} {self.day.isoformat()}"
        pen.put("meeting", meeting, stage=self.stage.value, day=self.day.isoformat())
        for member, came in self.present:
            pen.put("attendance", meeting, member, present="yes" if came else "no")


@dataclass(frozen=True, slots=True)
class CancelMeeting(Gesture):
    """Takes a day away on which the panel did not meet after all."""

    meeting: str

    def make(self, pen: Pen, read: Queries) -> None:
        found = next((one for one in read.meetings() if one.id == self.meeting), None)
        if found is None:
            raise UnknownName("The panel did not meet on that day. Nothing was changed.")
        must_not_be_closed(read, found.stage)
        for member in read.panel():
            pen.drop("attendance", self.meeting, member.id)
        pen.drop("meeting", self.meeting)


@dataclass(frozen=True, slots=True)
class StepOut(Gesture):
    """A member left the room while an application (by id) was talked of; `out` false says that they did not."""

    member: Member
    application: str
    stage: Stage
    out: bool = True

    def make(self, pen: Pen, read: Queries) -> None:
        _key(read, self.application)
        must_not_be_closed(read, self.stage)
        place = (self.application, self.stage.value, self.member.id)
        if self.out:
            pen.put("stepped_out", *place, at=pen.now.isoformat(timespec="seconds"))
        else:
            pen.drop("stepped_out", *place)
