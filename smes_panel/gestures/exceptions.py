"""The ledger of exceptions: where one person is treated differently, what becomes of the others is asked and kept."""

from __future__ import annotations

from dataclasses import dataclass

from smes_panel.errors import BadInput, Refused
from smes_panel.gestures.applications import LONGEST_REASON, Admit
from smes_panel.gestures.gesture import Gesture
from smes_panel.model.application import ExceptionKind, ExceptionMade
from smes_panel.queries import Queries
from smes_panel.store import Pen


@dataclass(frozen=True, slots=True)
class OnlyThisOne(Gesture):
    """Says why the others in the same situation are not treated alike; kept for the minutes."""

    application: str
    kind: ExceptionKind
    answer: str

    def make(self, pen: Pen, read: Queries) -> None:
        _made(read, self.application, self.kind)
        answer = self.answer.strip()
        if not answer:
            raise BadInput("Say why the others are not treated alike: it is kept for the minutes. Nothing was changed.")
        if len(answer) > LONGEST_REASON:
            raise BadInput(f"A reason holds at most {LONGEST_REASON} characters. Nothing was changed.")
        pen.put("exception", self.application, self.kind.value, answer=answer, at=pen.now.isoformat(timespec="seconds"))


@dataclass(frozen=True, slots=True)
class TheOthersToo(Gesture):
    """Examines the others in the same situation too, for the same reason: then it is no exception."""

    application: str
    kind: ExceptionKind

    def make(self, pen: Pen, read: Queries) -> None:
        made = _made(read, self.application, self.kind)
        if not made.others:
            raise Refused("Nobody else is in the same situation: there is nothing to decide. Nothing was changed.")
        for key in made.others:
            Admit(read.application_id(key), examined=True, reason=made.reason).make(pen, read)
        pen.drop("exception", self.application, self.kind.value)


def _made(read: Queries, application: str, kind: ExceptionKind) -> ExceptionMade:
    key = read.keys().get(application)
    found = next((one for one in read.exceptions() if one.application == key and one.kind is kind), None)
    if found is None:
        raise Refused("This application is not treated differently in that: there is no exception to answer for.")
    return found
