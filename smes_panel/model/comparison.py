"""What the ratings of one application say together: figures for a discussion, and none that decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from smes_panel.model.assessment import RatingState

APART = 2
"""From this many levels between the lowest and the highest opinion on, members are said to disagree."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One application's total, exactly: its weighted `mean` over what was rated, and what the total lies between
    whatever the gaps hold. `None` where nothing was rated, or asked, or nothing weighs.
    """

    mean: Fraction | None
    low: Fraction | None
    high: Fraction | None

    def surely_above(self, other: Weighed) -> bool:
        """Whether the total is higher than the other's whatever the gaps of both hold."""
        return self.low is not None and other.high is not None and self.low > other.high


@dataclass(frozen=True, slots=True)
class Beside:
    """One application beside the others whatever the gaps of all hold: the keys of those it is surely above, of those
    it is surely below, and of those with whom the order is open, a tie included.
    """

    above: tuple[str, ...]
    below: tuple[str, ...]
    open: tuple[str, ...]


class Variation(StrEnum):
    """What is changed, one thing at a time, to see whether the same people come first."""

    METHOD = "method"
    WEIGHT_UP = "weight_up"
    WEIGHT_DOWN = "weight_down"
    WITHOUT_MEMBER = "without_member"


@dataclass(frozen=True, slots=True)
class Trial:
    """A shortlist after one change: `what` is the method, the criterion or the member concerned. `entering` are those
    who would come before one of the shortlist, `leaving` those of it who would not be among as many; both are empty
    where the shortlist holds. Who is tied at its edge does neither.
    """

    variation: Variation
    what: str
    entering: tuple[str, ...]
    leaving: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return not self.entering and not self.leaving


@dataclass(frozen=True, slots=True)
class Leaning:
    """How one member's levels lie beside the colleagues' on the same cells; for the talk after the opening.

    `severity` is the mean distance from the mean of the colleagues, below nil for a severe member, over `cells`.
    `spread` is how far the member's levels of one application lie apart from one another (the mean of their standard
    deviations), `colleagues_spread` the same of the colleagues on the same criteria, over `applications`: a member
    whose spread is much smaller may have rated a general impression, a halo.
    """

    member: str
    cells: int
    severity: float | None
    applications: int
    spread: float | None
    colleagues_spread: float | None


@dataclass(frozen=True, slots=True)
class Compared:
    """One application. `medians`, `low` and `high` are levels per criterion code, `None` where nobody rated; `gaps`
    the states of the members asked who gave no level.

    `mean` is Σ weight × mean of the members' levels ÷ Σ weight over the rated criteria, on the scale of 1 to 4;
    `total_low` and `total_high` are the same with every gap at 1, then at 4. `rated` and `asked` count cells (member ×
    criterion). `unshown` are the codes of the essential criteria whose median is 1.
    """

    key: str
    medians: Mapping[str, int | None]
    low: Mapping[str, int | None]
    high: Mapping[str, int | None]
    gaps: Mapping[str, tuple[RatingState, ...]]
    unshown: tuple[str, ...]
    mean: float | None
    total_low: float | None
    total_high: float | None
    rated: int
    asked: int

    @property
    def whole(self) -> bool:
        """Whether no cell is a gap, so that the mean needs no interval."""
        return self.rated == self.asked

    def spread(self, code: str) -> int | None:
        """How many levels lie between the lowest and the highest opinion."""
        low, high = self.low[code], self.high[code]
        return None if low is None or high is None else high - low

    def apart(self, code: str) -> bool:
        """Whether the members disagree on this criterion."""
        return (self.spread(code) or 0) >= APART

    @property
    def disagreements(self) -> int:
        """On how many criteria the members disagree."""
        return sum(map(self.apart, self.medians))
