"""Ratings: four levels, six states, and none of them is a zero."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from smes_panel.model.passage import Passage
from smes_panel.model.vacancy import LEVELS, Stage


class RatingState(StrEnum):
    """What a member says of one criterion of one application at one stage."""

    RATED = "rated"
    NOT_ASSESSABLE = "not_assessable"
    NOT_RATED = "not_rated"
    ABSTAINED = "abstained"
    RECUSED = "recused"
    NOT_ASKED = "not_asked"

    @property
    def answered(self) -> bool:
        """Whether the criterion needs nothing more from this member: not assessable and abstained count as answered."""
        return self in (RatingState.RATED, RatingState.NOT_ASSESSABLE, RatingState.ABSTAINED)

    @property
    def asked(self) -> bool:
        """Whether an answer was expected at all: a recused member and a criterion not asked leave no gap."""
        return self not in (RatingState.RECUSED, RatingState.NOT_ASKED)


@dataclass(frozen=True, slots=True)
class Answer:
    """A member's answer on one criterion: a level of 1 to 4 exactly when the state is `rated`; what it rests on."""

    state: RatingState = RatingState.NOT_RATED
    level: int | None = None
    comment: str = ""
    passages: tuple[Passage, ...] = ()

    def __post_init__(self) -> None:
        if self.level not in (LEVELS if self.state is RatingState.RATED else (None,)):
            raise ValueError(f"state {self.state} does not go with level {self.level!r}")


@dataclass(frozen=True, slots=True)
class Rating:
    """An answer with whose, on whom, on what and when in the selection. `application` is the K-number key."""

    application: str
    member: str
    stage: Stage
    criterion: str
    answer: Answer
