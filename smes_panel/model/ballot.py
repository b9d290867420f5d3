"""Ballots, and the order that a rule of counting makes of them: something to compare with, which decides nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Method(StrEnum):
    """The rules by which opinions are put together."""

    MEAN = "mean"
    MEDIAN = "median"
    BORDA = "borda"
    SCHULZE = "schulze"
    MAJORITY = "majority"


@dataclass(frozen=True, slots=True)
class Ballot:
    """So many voters with the same opinion: the places from the first on, those at one place tied. A place may be
    empty. Who is not named is tied last.
    """

    count: Fraction
    places: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Ranking:
    """An order, those who are tied together, and the score of each, which means something else for each method."""

    order: tuple[tuple[str, ...], ...]
    scores: Mapping[str, float]
