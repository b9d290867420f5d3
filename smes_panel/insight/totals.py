"""Weighted totals with what the gaps may hold: exact, so that a tie is a tie and a certain order is certain.

A total is Σ weight × mean of the members' levels ÷ Σ weight, over the criteria that somebody rated. Its lowest and
highest are the same with every gap at the lowest level, then at the highest, over the criteria that somebody was asked
for: a total grows with each of its cells, so that no filling of the gaps goes beyond (interval arithmetic; Moore, R. E.
(1966), *Interval Analysis*, chapter 2). The gaps of two applications are different cells: one is surely above another
exactly where its lowest total is above the other's highest. Recused and not asked are no gaps.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm

from smes_panel.model.assessment import Rating
from smes_panel.model.comparison import Beside, Weighed
from smes_panel.model.vacancy import LEVELS, Criterion

Cells = Mapping[str, Sequence[int | None]]
"""Per criterion code, one cell per member asked: a level, or `None` for a gap."""
Tally = Mapping[str, tuple[int, int, int]]
"""Per criterion code: the sum of the levels, how many they are, and how many gaps."""


def weights_of(criteria: Sequence[Criterion]) -> dict[str, Fraction]:
    """The weight of each criterion, as written; one that nobody settled is 1."""
    return {c.code: Fraction(1) if c.weight is None else Fraction(str(c.weight)) for c in criteria}


def tallied(cells: Cells) -> Tally:
    """What the total of one application needs of its cells; it outlasts a change of the weights."""
    found = {}
    for code, given in cells.items():
        levels = [level for level in given if level is not None]
        found[code] = (sum(levels), len(levels), len(given) - len(levels))
    return found


def tallies(
    applications: Sequence[str], criteria: Sequence[Criterion], ratings: Sequence[Rating]
) -> dict[str, dict[str, tuple[int, int, int]]]:
    """The tally of each application."""
    found = {key: {criterion.code: (0, 0, 0) for criterion in criteria} for key in applications}
    for rating in ratings:
        answer = rating.answer
        if (answer.level is not None or answer.state.asked) and rating.criterion in (
            tally := found.get(rating.application, {})
        ):
            total, rated, gaps = tally[rating.criterion]
            tally[rating.criterion] = (
                (total, rated, gaps + 1) if answer.level is None else (total + answer.level, rated + 1, gaps)
            )
    return found


def weighed(tally: Tally, weights: Mapping[str, Fraction]) -> Weighed:
    """The total of one application under these weights, which may be those of a what-if; none is negative."""
    parts = lcm(*(weight.denominator for weight in weights.values()))
    over = lcm(*(rated * (rated + gaps) or rated + gaps or 1 for _, rated, gaps in tally.values()))
    mean = low = high = of_rated = of_asked = 0
    for code, (total, rated, gaps) in tally.items():
        weight = weights[code].numerator * (parts // weights[code].denominator)
        if rated:
            mean += weight * total * (over // rated)
            of_rated += weight
        if asked := rated + gaps:
            share = weight * (over // asked)
            low += share * (total + gaps * LEVELS[0])
            high += share * (total + gaps * LEVELS[-1])
            of_asked += weight
    return Weighed(
        Fraction(mean, of_rated * over) if of_rated else None,
        Fraction(low, of_asked * over) if of_asked else None,
        Fraction(high, of_asked * over) if of_asked else None,
    )


def certain(totals: Mapping[str, Weighed], places: int) -> tuple[frozenset[str], frozenset[str]]:
    """Who is among the first `places` whatever the gaps hold, and who is not whatever they hold. A tie makes neither
    certain. Who was asked about nothing is in neither.
    """
    known = {key: (one.low, one.high) for key, one in totals.items() if one.low is not None and one.high is not None}
    lows, highs = sorted(low for low, _ in known.values()), sorted(high for _, high in known.values())
    return (
        # Oneself is among those who reach one's lowest total.
        frozenset(key for key, (low, _) in known.items() if len(highs) - bisect_left(highs, low) <= places),
        frozenset(key for key, (_, high) in known.items() if len(lows) - bisect_right(lows, high) >= places),
    )


def beside(totals: Mapping[str, Weighed], key: str) -> Beside:
    """Whom one is surely above and surely below whatever the gaps hold, and with whom the order is open. Who was asked
    about nothing is in none of them.
    """
    one = totals[key]
    others = {name: other for name, other in totals.items() if name != key and None not in (other.low, one.low)}
    above = tuple(name for name, other in others.items() if one.surely_above(other))
    below = tuple(name for name, other in others.items() if other.surely_above(one))
    return Beside(above, below, tuple(name for name in others if name not in {*above, *below}))
