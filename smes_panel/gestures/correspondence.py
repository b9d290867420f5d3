"""The life of a letter: complete, free to leave, and each way in which it left or tried to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smes_panel.errors import Refused, UnknownName
from smes_panel.gestures.gesture import Gesture
from smes_panel.model.closing import Act
from smes_panel.model.decision import (
    CLOSED_FIRST,
    CONTRADICTED_BY,
    LETTER_FOR,
    SENDING_MAY_FOLLOW,
    SIGNED_FIRST,
    LetterKind,
    LetterState,
    SendingHow,
    SendingState,
)
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.queries.answers import Sending
from smes_panel.store import Pen

_MAY_HAVE_LEFT = frozenset({SendingState.BEGUN, SendingState.DRAFTED, SendingState.UNKNOWN})


def act_of(read: Queries, application: str, kind: LetterKind) -> Act:
    """The act that a letter to this application (by id) waits for."""
    if kind is LetterKind.OFFER and application in read.promotions():
        return Act(Stage.INTERVIEW, read.keys()[application])
    return Act(LETTER_FOR[kind][0])


def _must_be_due(read: Queries, application: str, kind: LetterKind) -> str:
    """The key of the application; raises where it is not there, where another letter says otherwise, or where the
    outcome is another one.
    """
    key = read.keys().get(application)
    if key is None or not read.is_here(application):
        raise UnknownName("This application is not in the dossier. Nothing was changed.")
    for gone in sorted(read.left(application)):
        if kind in CONTRADICTED_BY.get(gone, ()):
            raise Refused(f"{key} was sent the letter {gone}: the letter {kind} would contradict it.")
    if kind in LETTER_FOR:
        stage, outcome = LETTER_FOR[kind]
        promoted = kind is LetterKind.OFFER and application in read.promotions()
        if not promoted and read.decided(application, stage).outcome is not outcome:
            raise Refused(f"{key} is not {outcome.value} at {stage.value}: the letter {kind} is not theirs.")
        if kind is LetterKind.RESERVE and application in read.promotions():
            raise Refused(f"The seat is proposed to {key}: the letter {kind} is no longer theirs.")
    return key


@dataclass(frozen=True, slots=True)
class MarkReady(Gesture):
    """Says that a letter is complete. `digest` is that of its words, `dated` the day it bears."""

    application: str
    kind: LetterKind
    digest: str
    dated: date

    def make(self, pen: Pen, read: Queries) -> None:
        key = _must_be_due(read, self.application, self.kind)
        life = read.letter(self.application, self.kind)
        if life.state not in (LetterState.DRAFT, LetterState.READY):
            raise Refused(f"The letter {self.kind} to {key} is {life.state.value} already. Nothing was changed.")
        pen.put(
            "letter",
            self.application,
            self.kind.value,
            state=LetterState.READY.value,
            dated=self.dated.isoformat(),
            digest=self.digest,
            ready_at=pen.now.isoformat(timespec="seconds"),
        )


@dataclass(frozen=True, slots=True)
class BackToDraft(Gesture):
    """Takes a letter back that was ready or released and has not left, to go on with it."""

    application: str
    kind: LetterKind

    def make(self, pen: Pen, read: Queries) -> None:
        key = read.keys().get(self.application)
        if key is None:
            raise UnknownName("This application is not in the dossier. Nothing was changed.")
        life = read.letter(self.application, self.kind)
        if life.state is LetterState.DRAFT:
            raise Refused(f"The letter {self.kind} to {key} is a draft. Nothing was changed.")
        if self.kind in read.left(self.application):
            raise Refused(f"The letter {self.kind} to {key} has left, or may have. Nothing was changed.")
        pen.drop("letter", self.application, self.kind.value)


@dataclass(frozen=True, slots=True)
class Release(Gesture):
    """Lets letters of one kind leave: those of `applications` (ids), ready and unchanged since. `letters` are the
    digests as the letters are now, by id: of all that the act waits for, where the kind waits for a signature.
    """

    kind: LetterKind
    applications: tuple[str, ...]
    letters: tuple[tuple[str, str], ...]

    undoable: ClassVar[bool] = False

    def make(self, pen: Pen, read: Queries) -> None:
        now = dict(self.letters)
        acts = set()
        for application in self.applications:
            key = _must_be_due(read, application, self.kind)
            life = read.letter(application, self.kind)
            if life.state is not LetterState.READY:
                raise Refused(
                    f"The letter {self.kind} to {key} is {life.state.value}, not ready. Nothing was released."
                )
            if now.get(application) != life.digest:
                raise Refused(
                    f"The letter {self.kind} to {key} changed since it was ready: read it again. Nothing was released."
                )
            if self.kind in CLOSED_FIRST:
                acts.add(act_of(read, application, self.kind))
        for act in sorted(acts, key=lambda one: one.name):
            _may_leave(read, act, self.kind, now)
        at = pen.now.isoformat(timespec="seconds")
        for application in self.applications:
            pen.put("letter", application, self.kind.value, state=LetterState.RELEASED.value, released_at=at)


def _may_leave(read: Queries, act: Act, kind: LetterKind, letters: dict[str, str]) -> None:
    closing = read.in_force(act)
    if closing is None:
        raise Refused(f"The {act.name} deliberation is not closed: the letter {kind} waits for it.")
    if kind not in SIGNED_FIRST:
        return
    if not closing.signed:
        raise Refused(f"The {act.name} deliberation is not signed: the letter {kind} waits for it.")
    moved = read.changed(closing, letters)
    if moved:
        first = moved[0]
        raise Refused(
            f"What was signed is no longer so ({first.application or act.name}: {first.fact}): "
            "reopen the deliberation, or put it back. Nothing was released."
        )


@dataclass(frozen=True, slots=True)
class RecordSending(Gesture):
    """Records an attempt to have a released letter leave, or what became of it. `digest` is that of its words now."""

    application: str
    kind: LetterKind
    sending: Sending
    digest: str = ""

    undoable: ClassVar[bool] = False

    def make(self, pen: Pen, read: Queries) -> None:
        key = read.keys().get(self.application)
        if key is None or not read.is_here(self.application):
            raise UnknownName("This application is not in the dossier. Nothing was recorded.")
        life = read.letter(self.application, self.kind)
        before = next((one for one in life.sendings if one.id == self.sending.id), None)
        state = self.sending.state
        if state not in SENDING_MAY_FOLLOW[before.state if before else None]:
            was = before.state.value if before else "not begun"
            raise Refused(f"This attempt for {key} is {was}: it does not become {state.value}. Nothing was recorded.")
        if before is None:
            self._may_begin(read, key)
        pen.put(
            "sending",
            self.application,
            self.kind.value,
            self.sending.id,
            how=self.sending.how.value,
            state=state.value,
            recipient=self.sending.recipient,
            by=self.sending.by,
            message_id=self.sending.message_id,
            sha256=self.sending.sha256,
            proof=self.sending.proof,
            error=self.sending.error,
            at=self.sending.at.isoformat(timespec="microseconds"),
        )

    def _may_begin(self, read: Queries, key: str) -> None:
        life = read.letter(self.application, self.kind)
        if life.state in (LetterState.DRAFT, LetterState.READY):
            raise Refused(f"The letter {self.kind} to {key} is {life.state.value}: release it first.")
        if self.digest != life.digest:
            raise Refused(f"The letter {self.kind} to {key} changed since it was released. Nothing was sent.")
        _must_be_due(read, self.application, self.kind)
        if self.kind in CLOSED_FIRST:
            closing = read.in_force(act_of(read, self.application, self.kind))
            if closing is None or (self.kind in SIGNED_FIRST and not closing.signed):
                raise Refused(f"The letter {self.kind} to {key} waits for its deliberation. Nothing was sent.")
        mailed = [one for one in life.sendings if one.how is not SendingHow.PRINT]
        if self.sending.how is SendingHow.PRINT:
            return
        if any(one.state is SendingState.SENT for one in mailed):
            raise Refused(f"The letter {self.kind} to {key} was sent already. Nothing was sent.")
        if any(one.state in _MAY_HAVE_LEFT for one in mailed):
            raise Refused(f"An earlier attempt for {key} may have left: say what became of it first. Nothing was sent.")
