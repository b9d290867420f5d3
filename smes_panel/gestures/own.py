"""What a member writes for oneself: private notes on an application, and answers on the fictitious candidate."""

from __future__ import annotations

from dataclasses import dataclass

from smes_panel.errors import GridSealed, Refused, UnknownName
from smes_panel.gestures.assessment import LONGEST_COMMENT
from smes_panel.gestures.gesture import Gesture
from smes_panel.model.assessment import Answer
from smes_panel.model.panel import Member
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.store import Pen


@dataclass(frozen=True, slots=True)
class Jot(Gesture):
    """Puts a member's private notes on an application (by id) as `text` says; the empty text takes them away. They
    never leave the laptop. They are personal data all the same: an access request may show them, an erasure takes them.
    """

    member: Member
    application: str
    text: str

    def make(self, pen: Pen, read: Queries) -> None:
        if not read.is_here(self.application):
            raise UnknownName("This application is not in the dossier. Nothing was written.")
        read.must_be_open(self.application, self.member)
        if len(self.text) > LONGEST_COMMENT:
            raise Refused(f"A comment holds at most {LONGEST_COMMENT} characters; this one was not saved.")
        if self.text.strip():
            pen.put("scratchpad", self.application, self.member.id, text=self.text)
        else:
            pen.drop("scratchpad", self.application, self.member.id)


@dataclass(frozen=True, slots=True)
class Calibrate(Gesture):
    """A member's answer on the fictitious candidate, to try the anchors before the first real file. It counts nowhere
    and never leaves the laptop.
    """

    member: Member
    stage: Stage
    criterion: str
    answer: Answer

    def make(self, pen: Pen, read: Queries) -> None:
        if not self.member.role.rates:
            raise Refused(
                f"{self.member.name} is {self.member.role.value} and does not rate; the chair and the members do."
            )
        if read.has_handed_in(self.member, self.stage):
            raise GridSealed(
                f"{self.member.name} has handed in at the {self.stage.value} stage: calibration comes before."
            )
        if self.criterion not in {one.code for one in read.rated_at(self.stage)}:
            read.criterion(self.criterion)
            raise UnknownName(f"{self.criterion} is not rated at the {self.stage.value} stage; nothing was rated.")
        if len(self.answer.comment) > LONGEST_COMMENT:
            raise Refused(f"A comment holds at most {LONGEST_COMMENT} characters; this one was not saved.")
        key = (self.member.id, self.stage.value, self.criterion)
        if self.answer == Answer():
            pen.drop("calibration", *key)
        else:
            answer = self.answer
            pen.put("calibration", *key, state=answer.state.value, level=answer.level, comment=answer.comment)
