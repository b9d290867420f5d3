"""What the ratings of one application say together: figures for a discussion, and none that decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from smes_panel.model.assessment import RatingState

APART = 2
"""From this many levels between the lowest and the highest opinion on, members are said to disagree."""


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
