"""What the ratings of an opened stage say, application by application. Aids to a discussion; they decide nothing.

Medians are low medians, so that a median is always a level that exists. Nothing that is not a level counts as a number:
not assessable, abstained and not rated are gaps, and a gap makes an interval, never a zero. Recused and not asked leave
no gap.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction
from statistics import median_low

from smes_panel.insight.totals import Cells, tallied, weighed, weights_of
from smes_panel.model.assessment import Rating, RatingState
from smes_panel.model.comparison import Compared
from smes_panel.model.vacancy import LEVELS, Criterion


def compared(
    applications: Sequence[str], criteria: Sequence[Criterion], ratings: Sequence[Rating]
) -> tuple[Compared, ...]:
    """The applications in the order given, which is never an order of merit. A weight that nobody settled is 1."""
    weights = weights_of(criteria)
    cells: dict[str, dict[str, list[int | None]]] = {key: {code: [] for code in weights} for key in applications}
    gaps: dict[str, dict[str, list[RatingState]]] = {key: {code: [] for code in weights} for key in applications}
    for rating in ratings:
        # A level says by itself that it was asked for.
        if (rating.answer.level is not None or rating.answer.state.asked) and rating.criterion in cells.get(
            rating.application, {}
        ):
            cells[rating.application][rating.criterion].append(rating.answer.level)
            if rating.answer.level is None:
                gaps[rating.application][rating.criterion].append(rating.answer.state)
    essential = {c.code for c in criteria if c.essential}
    return tuple(_compared(key, cells[key], gaps[key], weights, essential) for key in applications)


def _compared(
    key: str,
    cells: Cells,
    gaps: Mapping[str, Sequence[RatingState]],
    weights: Mapping[str, Fraction],
    essential: Collection[str],
) -> Compared:
    levels = {code: [level for level in given if level is not None] for code, given in cells.items()}

    def each(figure: Callable[[list[int]], int]) -> dict[str, int | None]:
        return {code: figure(given) if given else None for code, given in levels.items()}

    medians = each(median_low)
    total = weighed(tallied(cells), weights)
    return Compared(
        key=key,
        medians=medians,
        low=each(min),
        high=each(max),
        gaps={code: tuple(sorted(states)) for code, states in gaps.items()},
        unshown=tuple(code for code in weights if code in essential and medians[code] == LEVELS[0]),
        mean=_rounded(total.mean),
        total_low=_rounded(total.low),
        total_high=_rounded(total.high),
        rated=sum(map(len, levels.values())),
        asked=sum(map(len, cells.values())),
    )


def _rounded(total: Fraction | None) -> float | None:
    return None if total is None else float(total)


def to_discuss(lines: Sequence[Compared]) -> tuple[Compared, ...]:
    """Those on whom the members disagree, the most first: by how many criteria, then by how many levels in all. The
    others are left out: there is nothing to settle about them here.
    """

    def apart(one: Compared) -> tuple[int, int]:
        return one.disagreements, sum(one.spread(code) or 0 for code in one.medians)

    return tuple(sorted((one for one in lines if one.disagreements), key=apart, reverse=True))
