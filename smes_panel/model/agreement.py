"""How far the members of a panel agree: coefficients for a discussion, never a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Table = Sequence[Sequence[float | None]]
"""One row per unit (a candidate, or a candidate on one criterion), one column per rater; `None` for a gap."""


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A coefficient with the bounds of its bootstrap interval of 95 %. `value` is `None` where it is not defined, and
    `note` then says why; `low` and `high` are `None` where no interval can be drawn.
    """

    value: float | None
    low: float | None
    high: float | None
    note: str
