"""What is done with ratings: given as a draft, handed in sealed, taken back before the opening, opened for everybody
at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from smes_panel.errors import GridSealed, Refused, UnknownName
from smes_panel.gestures.gesture import Gesture
from smes_panel.model import passage
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.panel import Member, Role
from smes_panel.model.passage import MOST_PASSAGES, Passage
from smes_panel.model.reading import anchors_version
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.seal import seal
from smes_panel.store import Pen

LONGEST_COMMENT = 20_000


def _may_still_rate(read: Queries, member: Member, stage: Stage) -> None:
    if not member.role.rates:
        raise Refused(f"{member.name} is {member.role.value} and does not rate; the chair and the members do.")
    opened = read.opened_at(stage)
    if opened is not None:
        raise GridSealed(
            f"The {stage.value} grids were opened on {opened:%Y-%m-%d}: ratings are no longer taken, those given stay."
        )


def _must_be_read_here(read: Queries, application: str, stage: Stage) -> None:
    if not read.is_rated(application, stage):
        raise Refused(f"This application is not read at the {stage.value} stage; nothing was rated.")


@dataclass(frozen=True, slots=True)
class Rate(Gesture):
    """A member's answer on one criterion of one application (by id), as that member's draft. `not_rated` clears it.

    `was` is the answer that stood there when it was asked for; it only serves to name the gesture.
    """

    member: Member
    application: str
    stage: Stage
    criterion: str
    answer: Answer
    was: Answer | None = None

    def make(self, pen: Pen, read: Queries) -> None:
        _may_still_rate(read, self.member, self.stage)
        if read.vacancy().frozen_at is None:
            raise Refused("The checklist is not frozen yet; freeze it before the first rating.")
        _must_be_read_here(read, self.application, self.stage)
        read.must_be_open(self.application, self.member)
        if self.criterion not in {c.code for c in read.rated_at(self.stage)}:
            read.criterion(self.criterion)
            raise UnknownName(f"{self.criterion} is not rated at the {self.stage.value} stage; nothing was rated.")
        if self.criterion in read.not_asked(self.member):
            raise Refused(f"{self.criterion} is not asked of {self.member.name}; nothing was rated.")
        if read.handed_in_at(self.member, self.application, self.stage) is not None:
            raise GridSealed(f"{self.member.name} has handed in this grid; it is sealed until the opening.")
        if len(self.answer.comment) > LONGEST_COMMENT:
            raise Refused(f"A comment holds at most {LONGEST_COMMENT} characters; this one was not saved.")
        key = (self.application, self.member.id, self.stage.value, self.criterion)
        if self.answer == Answer():
            pen.drop("draft", *key)
        else:
            _put(pen, key, self.answer)


def _put(pen: Pen, key: tuple[str, str, str, str], answer: Answer) -> None:
    pen.put(
        "draft",
        *key,
        state=answer.state.value,
        level=answer.level,
        comment=answer.comment,
        passages=passage.written(answer.passages),
    )


@dataclass(frozen=True, slots=True)
class AttachPassage(Gesture):
    """Has a passage of one of the application's documents speak for a member's answer on a criterion."""

    member: Member
    application: str
    stage: Stage
    criterion: str
    passage: Passage

    def make(self, pen: Pen, read: Queries) -> None:
        answer = _answer(read, self)
        if self.passage.document not in {document.sha256 for document in read.documents(self.application)}:
            raise UnknownName("This passage is of none of this application's documents; nothing was attached.")
        if self.passage in answer.passages:
            raise Refused("This passage is attached to this criterion already.")
        if len(answer.passages) >= MOST_PASSAGES:
            raise Refused(f"A criterion takes at most {MOST_PASSAGES} passages; this one was not attached.")
        now = replace(answer, passages=(*answer.passages, self.passage))
        Rate(self.member, self.application, self.stage, self.criterion, now).make(pen, read)


@dataclass(frozen=True, slots=True)
class DetachPassage(Gesture):
    """Takes a passage away from a criterion again; the rating and the comment stay."""

    member: Member
    application: str
    stage: Stage
    criterion: str
    passage: Passage

    def make(self, pen: Pen, read: Queries) -> None:
        answer = _answer(read, self)
        if self.passage not in answer.passages:
            raise Refused("This passage is not attached to this criterion; nothing was taken away.")
        now = replace(answer, passages=tuple(one for one in answer.passages if one != self.passage))
        Rate(self.member, self.application, self.stage, self.criterion, now).make(pen, read)


def _answer(read: Queries, asked: AttachPassage | DetachPassage) -> Answer:
    _must_be_read_here(read, asked.application, asked.stage)
    read.must_be_open(asked.application, asked.member)
    return read.sheet(asked.member, asked.application, asked.stage).answers.get(asked.criterion, Answer())


@dataclass(frozen=True, slots=True)
class HandIn(Gesture):
    """Seals a member's grids on these applications (by id). The last expected grid opens the stage for everybody at
    once.
    """

    member: Member
    stage: Stage
    applications: tuple[str, ...]

    undoable: ClassVar[bool] = False

    def make(self, pen: Pen, read: Queries) -> None:
        _may_still_rate(read, self.member, self.stage)
        read_here, closed = set(read.rated_applications(self.stage)), read.closed_to(self.member)
        anchors = anchors_version(read.rated_at(self.stage))
        for application in self.applications:
            if application not in read_here:
                raise Refused(f"An application is not read at the {self.stage.value} stage; nothing was handed in.")
            sheet = read.sheet(self.member, application, self.stage)
            if sheet.handed_in_at is not None or application in closed:
                continue
            answers = {c.code: sheet.answers.get(c.code, Answer(RatingState.NOT_RATED)) for c in sheet.criteria}
            key = (application, self.member.id, self.stage.value)
            sealed = seal(pen.panel, key, answers, pen.chance)
            at = pen.now.isoformat(timespec="seconds")
            pen.put("grid", *key, commitment=sealed.commitment, box=sealed.box, at=at, anchors=anchors)
            pen.put("seal_key", *key, key=sealed.key)
        open_if_all_are_in(pen, read, self.stage)


@dataclass(frozen=True, slots=True)
class TakeBackGrid(Gesture):
    """A member takes back the grid handed in on one application (by id), to go on with it; until the opening."""

    member: Member
    application: str
    stage: Stage

    undoable: ClassVar[bool] = False

    def make(self, pen: Pen, read: Queries) -> None:
        _may_still_rate(read, self.member, self.stage)
        read.must_be_open(self.application, self.member)
        if read.handed_in_at(self.member, self.application, self.stage) is None:
            raise Refused(f"{self.member.name} has not handed in this grid; there is nothing to take back.")
        key = (self.application, self.member.id, self.stage.value)
        pen.drop("grid", *key)
        pen.drop("seal_key", *key)


@dataclass(frozen=True, slots=True)
class OpenGrids(Gesture):
    """Opens a stage: by itself when every expected grid is in, by the chair without a missing one when there is a
    reason.

    On a laptop where the stage is open already it publishes the keys of the grids handed in here.
    """

    stage: Stage
    reason: str = ""
    by: Member | None = None

    undoable: ClassVar[bool] = False

    def make(self, pen: Pen, read: Queries) -> None:
        progress = read.progress(self.stage)
        if progress.opened_at is None:
            if not progress.handed_in:
                raise Refused(f"No {self.stage.value} grid has been handed in: there is nothing to open.")
            if progress.missing and not self.reason.strip():
                waiting: dict[str, int] = {}
                for name, _ in progress.missing:
                    waiting[name] = waiting.get(name, 0) + 1
                named = ", ".join(f"{name} ({count})" for name, count in waiting.items())
                raise GridSealed(
                    f"Grids are still missing: {named}. "
                    "They open when all are in, or without them by the chair with a reason (--reason)."
                )
            if progress.missing and (self.by is None or self.by.role is not Role.CHAIR):
                who = "nobody" if self.by is None else f"{self.by.name}, {self.by.role.value}"
                raise Refused(f"Only the chair opens without a missing grid ({who}). Nothing was opened.")
        _open(pen, read, self.stage, self.reason.strip(), self.by)


def open_if_all_are_in(pen: Pen, read: Queries, stage: Stage) -> None:
    """Opens a stage that is closed once every grid it expects is in."""
    progress = read.progress(stage)
    if progress.opened_at is None and progress.handed_in and not progress.missing:
        _open(pen, read, stage, "")


def _open(pen: Pen, read: Queries, stage: Stage, reason: str, by: Member | None = None) -> None:
    at = pen.now.isoformat(timespec="seconds")
    progress = read.progress(stage)
    if progress.opened_at is None:
        missing = ", ".join(f"{name} {key}" for name, key in progress.missing)
        pen.put("opened", stage.value, at=at, reason=reason, missing=missing, by=by.id if by and missing else None)
    for key, secret in read.unpublished(stage):
        pen.put("opening", *key, pen.me(), key=secret, at=at)
