"""What is said after the opening: a member's correction beside the first version, and the panel's own rating."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smes_panel.errors import GridSealed, Refused, UnknownName
from smes_panel.gestures.assessment import LONGEST_COMMENT
from smes_panel.gestures.gesture import Gesture
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.panel import Member
from smes_panel.model.vacancy import LEVELS, Stage
from smes_panel.queries import Queries
from smes_panel.store import Pen

LONGEST_SENTENCE = 2_000


def _must_be_open(read: Queries, stage: Stage) -> None:
    if read.opened_at(stage) is None:
        raise GridSealed(f"The {stage.value} grids are not open yet: until then one's own rating is changed itself.")


def _reason(text: str) -> str:
    if len(text) > LONGEST_SENTENCE:
        raise Refused(f"A reason holds at most {LONGEST_SENTENCE} characters; this one was not saved.")
    return text.strip()


@dataclass(frozen=True, slots=True)
class Correct(Gesture):
    """A member's second version of a rating that everybody has seen, with its reason: dated, beside the first, which
    stays and goes on counting.
    """

    member: Member
    application: str
    stage: Stage
    criterion: str
    answer: Answer
    reason: str

    undoable: ClassVar[bool] = False

    def make(self, pen: Pen, read: Queries) -> None:
        _must_be_open(read, self.stage)
        first = read.opinions(self.application, self.stage, self.member).get(self.member.id, {}).get(self.criterion)
        if first is None:
            raise Refused(f"{self.member.name} has no opened rating here; there is nothing to correct.")
        if not self.answer.state.asked or self.answer.state is RatingState.NOT_RATED or not first.state.asked:
            raise Refused("A correction gives a level, cannot be assessed or an abstention. Nothing was corrected.")
        if len(self.answer.comment) > LONGEST_COMMENT:
            raise Refused(f"A comment holds at most {LONGEST_COMMENT} characters; this one was not saved.")
        reason = _reason(self.reason)
        if not reason:
            raise Refused("A correction after the opening needs a reason. Nothing was corrected.")
        pen.put(
            "correction",
            self.application,
            self.member.id,
            self.stage.value,
            self.criterion,
            pen.chance(8).hex(),
            state=self.answer.state.value,
            level=self.answer.level,
            comment=self.answer.comment,
            # Two of one second keep their order.
            at=pen.now.isoformat(timespec="microseconds"),
            reason=reason,
        )


@dataclass(frozen=True, slots=True)
class AgreeOn(Gesture):
    """The panel's own rating of one criterion after it talked, starting from the median; any move from there
    carries one sentence. No member's rating changes. `None` takes it away again.
    """

    application: str
    stage: Stage
    criterion: str
    level: int | None
    sentence: str = ""

    def make(self, pen: Pen, read: Queries) -> None:
        _must_be_open(read, self.stage)
        if not read.is_rated(self.application, self.stage):
            raise Refused(f"This application is not read at the {self.stage.value} stage; nothing was rated.")
        if self.criterion not in {one.code for one in read.rated_at(self.stage)}:
            read.criterion(self.criterion)
            raise UnknownName(f"{self.criterion} is not rated at the {self.stage.value} stage; nothing was rated.")
        key = (self.application, self.stage.value, self.criterion)
        if self.level is None:
            pen.drop("consensus", *key)
            return
        if self.level not in LEVELS:
            raise Refused("A level is 1 to 4. Nothing was rated.")
        median, sentence = read.median(self.application, self.stage, self.criterion), _reason(self.sentence)
        if self.level != median and not sentence:
            start = "there is no median" if median is None else f"the median is {median}"
            raise Refused(f"The panel moves to {self.level} where {start}: say why in one sentence. Nothing was rated.")
        at = pen.now.isoformat(timespec="seconds")
        pen.put("consensus", *key, level=self.level, median=median, sentence=sentence, at=at)
