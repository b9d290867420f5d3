"""What is decided, and what a person's letter needs to say it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from smes_panel.errors import Refused, UnknownName
from smes_panel.gestures.gesture import Gesture
from smes_panel.model.closing import Act, shown
from smes_panel.model.decision import LETTER_FOR, MAY_FOLLOW, OUTCOMES_AT, Outcome
from smes_panel.model.placeholder import PLACEHOLDERS
from smes_panel.model.placeholder import read as read_field
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.queries.answers import Decided
from smes_panel.store import Pen

_ENDED = (Outcome.NOT_SHORTLISTED, Outcome.WITHDRAWN, Outcome.INADMISSIBLE)
LONGEST_REASON = 2_000


def must_not_be_closed(read: Queries, stage: Stage) -> None:
    """Raises Refused while the deliberation of this stage is closed."""
    closing = read.in_force(Act(stage))
    if closing is not None:
        raise Refused(
            f"The {stage.value} deliberation is closed under the code {shown(closing.code)}: "
            "reopen it first, with a reason. Nothing was changed."
        )


def may_become(pen: Pen, read: Queries, application: str, stage: Stage, outcome: Outcome | None) -> None:
    """Raises Refused where the outcome of the application (by id) may no longer be another one: the deliberation is
    closed, or a letter that said so has left. A letter that was only marked ready is a draft again.
    """
    if read.decided(application, stage).outcome is outcome:
        return
    must_not_be_closed(read, stage)
    said = {kind for kind, (at, _) in LETTER_FOR.items() if at is stage}
    gone = read.left(application) & said
    # Somebody who was written to may still give up: nothing that was said is taken back by that.
    if gone and outcome is not Outcome.WITHDRAWN:
        raise Refused(
            f"{read.keys()[application]} was sent the letter {min(gone)}: what it says is not decided again. "
            "Nothing was changed."
        )
    for kind in said - gone:
        pen.drop("letter", application, kind.value)


@dataclass(frozen=True, slots=True)
class Decide(Gesture):
    """The outcome of an application (by id) at a stage, with its reason if one is said, the criteria (codes) that it
    rests on, and the rank in the reserve, from 1. No offer to someone refused, one seat has one person, and there is a
    reserve only where one was announced.
    """

    application: str
    stage: Stage
    outcome: Outcome
    reason: str = ""
    criteria: tuple[str, ...] | None = None
    rank: int | None = None

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
        self._write(pen, read, key)

    def _write(self, pen: Pen, read: Queries, key: str) -> None:
        may_become(pen, read, self.application, self.stage, self.outcome)
        before = read.decided(self.application, self.stage)
        again = before.outcome is self.outcome
        reason, rank = self.reason.strip() or (before.reason if again else ""), self.rank
        if len(reason) > LONGEST_REASON:
            raise Refused(f"A reason holds at most {LONGEST_REASON} characters; this one was not saved.")
        criteria = before.criteria if again and self.criteria is None else tuple(dict.fromkeys(self.criteria or ()))
        for code in criteria:
            read.criterion(code)
        if self.outcome is Outcome.RESERVE:
            rank = rank if rank is not None else before.rank if again else None
            self._may_be_reserve(read, key, rank)
        elif rank is not None:
            raise Refused(f"{key}: only the reserve has ranks. Nothing was changed.")
        now = Decided(key, self.stage, self.outcome, before.fields, reason, criteria, rank)
        if (now.outcome, now.reason, now.criteria, now.rank) == (
            before.outcome,
            before.reason,
            before.criteria,
            before.rank,
        ):
            return
        must_not_be_closed(read, self.stage)
        pen.put(
            "outcome",
            self.application,
            self.stage.value,
            outcome=self.outcome.value,
            at=pen.now.isoformat(timespec="seconds"),
            reason=reason,
            criteria=json.dumps(criteria) if criteria else None,
            rank=rank,
        )

    def _may_be_reserve(self, read: Queries, key: str, rank: int | None) -> None:
        if "reserve_until" not in read.answers():
            raise Refused(
                f"{key}: neither the posting nor the rules announced a reserve. "
                "`settle reserve_until` says until when it is valid. Nothing was changed."
            )
        if rank is None:
            return
        if rank < 1:
            raise Refused(f"{key}: ranks in the reserve begin at 1. Nothing was changed.")
        for (one, stage), decided in read.decisions().items():
            if stage is self.stage and decided.rank == rank and one != self.application:
                raise Refused(f"{decided.application} has rank {rank} in the reserve already. Nothing was changed.")


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
            may_become(pen, read, self.application, self.stage, None)
            pen.drop("outcome", self.application, self.stage.value)


@dataclass(frozen=True, slots=True)
class FillField(Gesture):
    """A fact that the letter of one person needs, as typed; the empty text takes it away.

    The reason is no field of its own: it is the recorded one of the outcome. What waits for a signature is not filled
    otherwise once it is closed; the day of an interview may move.
    """

    application: str
    stage: Stage
    field: str
    value: str

    def make(self, pen: Pen, read: Queries) -> None:
        if read.keys().get(self.application) is None:
            raise UnknownName("This application is not in the dossier. Nothing was written.")
        if self.field not in PLACEHOLDERS:
            raise UnknownName(f"{self.field} is not a field of a letter; there are {', '.join(PLACEHOLDERS)}.")
        decided = read.decided(self.application, self.stage)
        if decided.fields.get(self.field, "") == self.value.strip():
            return
        if decided.outcome is not Outcome.INVITED:
            must_not_be_closed(read, self.stage)
        if self.value.strip():
            read_field(PLACEHOLDERS[self.field], self.value)
        if self.field == "reason" and decided.outcome is not None:
            if len(self.value) > LONGEST_REASON:
                raise Refused(f"A reason holds at most {LONGEST_REASON} characters; this one was not saved.")
            pen.put("outcome", self.application, self.stage.value, reason=self.value.strip())
        elif self.value.strip():
            pen.put("letter_field", self.application, self.stage.value, self.field, value=self.value.strip())
        else:
            pen.drop("letter_field", self.application, self.stage.value, self.field)
