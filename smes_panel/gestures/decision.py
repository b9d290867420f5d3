"""What is decided, and what a person's letter needs to say it."""

from __future__ import annotations

from dataclasses import dataclass

from smes_panel.errors import Refused, UnknownName
from smes_panel.gestures.gesture import Gesture
from smes_panel.model.decision import MAY_FOLLOW, OUTCOMES_AT, Outcome
from smes_panel.model.placeholder import PLACEHOLDERS
from smes_panel.model.placeholder import read as read_field
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.store import Pen

_ENDED = (Outcome.NOT_SHORTLISTED, Outcome.WITHDRAWN, Outcome.INADMISSIBLE)


@dataclass(frozen=True, slots=True)
class Decide(Gesture):
    """The outcome of an application (by id) at a stage, with its reason if one is said. No offer to someone refused,
    and one seat has one person.
    """

    application: str
    stage: Stage
    outcome: Outcome
    reason: str = ""

    def make(self, pen: Pen, read: Queries) -> None:
        key = read.keys().get(self.application)
        if key is None:
            raise UnknownName("This application is not in the dossier. Nothing was decided.")
        if self.outcome not in OUTCOMES_AT[self.stage]:
            allowed = ", ".join(sorted(outcome.value for outcome in OUTCOMES_AT[self.stage]))
            raise Refused(f"{key}: {self.outcome.value} is not an outcome of the {self.stage.value} stage ({allowed}).")
        before = read.decided(self.application, Stage.SCREENING).outcome
        if self.stage is Stage.SCREENING:
            if self.outcome not in MAY_FOLLOW[before]:
                raise Refused(f"{key} is {before}: take that back, or have it examined again first.")
            later = read.decided(self.application, Stage.INTERVIEW).outcome
            if later is not None and self.outcome is not before:
                raise Refused(f"{key} is {later.value} after the interview: take that back first.")
        elif read.decided(self.application, self.stage).outcome is Outcome.WITHDRAWN is not self.outcome:
            raise Refused(f"{key} is withdrawn: take that back, or have it examined again first.")
        elif before in _ENDED:
            raise Refused(f"{key} is {before.value} at screening: the interview stage has no outcome for them.")
        elif before is None:
            raise Refused(f"{key} was not invited: the interview stage has no outcome for them yet.")
        if self.outcome is Outcome.SELECTED:
            others = [
                read.keys()[one] for one in read.with_outcome(self.stage, self.outcome) if one != self.application
            ]
            if others:
                raise Refused(f"{others[0]} is selected already, and there is one seat. Change that outcome first.")
        decided = read.decided(self.application, self.stage)
        if decided.outcome is not self.outcome or (self.reason and self.reason != decided.reason):
            at = pen.now.isoformat(timespec="seconds")
            pen.put(
                "outcome", self.application, self.stage.value, outcome=self.outcome.value, at=at, reason=self.reason
            )


@dataclass(frozen=True, slots=True)
class TakeBackOutcome(Gesture):
    """Leaves open again what becomes of an application (by id) at a stage."""

    application: str
    stage: Stage

    def make(self, pen: Pen, read: Queries) -> None:
        if read.keys().get(self.application) is None:
            raise UnknownName("This application is not in the dossier. Nothing was taken back.")
        later = read.decided(self.application, Stage.INTERVIEW).outcome
        if self.stage is Stage.SCREENING and later is not None:
            key = read.keys()[self.application]
            raise Refused(f"{key} is {later.value} after the interview: take that back first.")
        if read.decided(self.application, self.stage).outcome is not None:
            pen.drop("outcome", self.application, self.stage.value)


@dataclass(frozen=True, slots=True)
class FillField(Gesture):
    """A fact that the letter of one person needs, as typed; the empty text takes it away."""

    application: str
    stage: Stage
    field: str
    value: str

    def make(self, pen: Pen, read: Queries) -> None:
        if read.keys().get(self.application) is None:
            raise UnknownName("This application is not in the dossier. Nothing was written.")
        if self.field not in PLACEHOLDERS:
            raise UnknownName(f"{self.field} is not a field of a letter; there are {', '.join(PLACEHOLDERS)}.")
        if self.value.strip():
            read_field(PLACEHOLDERS[self.field], self.value)
            pen.put("letter_field", self.application, self.stage.value, self.field, value=self.value.strip())
        else:
            pen.drop("letter_field", self.application, self.stage.value, self.field)
