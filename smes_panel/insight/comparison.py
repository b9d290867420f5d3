"""What the ratings of an opened stage say, application by application. Aids to a discussion; they decide nothing.

Medians are low medians, so that a median is always a level that exists. Nothing that is not a level counts as a number:
not assessable, abstained and not rated are gaps, and a gap makes an interval, never a zero. Recused and not asked leave
no gap.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median_low

from smes_panel.model.assessment import Rating
from smes_panel.model.vacancy import LEVELS, Criterion

Cells = Mapping[str, Sequence[int | None]]
"""Per criterion code, one cell per member asked: a level, or `None` for a gap."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One application. `medians`, `low` and `high` are levels per criterion code, `None` where nobody rated.

    `mean` is Σ weight × mean of the members' levels ÷ Σ weight over the rated criteria, on the scale of 1 to 4;
    `total_low` and `total_high` are the same with every gap at 1, then at 4. `rated` and `asked` count cells (member ×
    criterion).
    """

    key: str
    medians: Mapping[str, int | None]
    low: Mapping[str, int | None]
    high: Mapping[str, int | None]
    mean: float | None
    total_low: float | None
    total_high: float | None
    rated: int
    asked: int


def compared(
    applications: Sequence[str], criteria: Sequence[Criterion], ratings: Sequence[Rating]
) -> tuple[Compared, ...]:
    """The applications in the order given, which is never an order of merit. A weight that nobody settled is 1."""
    weights = {c.code: 1.0 if c.weight is None else c.weight for c in criteria}
    cells: dict[str, dict[str, list[int | None]]] = {key: {code: [] for code in weights} for key in applications}
    for rating in ratings:
        if rating.answer.state.asked and rating.criterion in cells.get(rating.application, {}):
            cells[rating.application][rating.criterion].append(rating.answer.level)
    return tuple(_compared(key, cells[key], weights) for key in applications)


def _compared(key: str, cells: Cells, weights: Mapping[str, float]) -> Compared:
    levels = {code: [level for level in given if level is not None] for code, given in cells.items()}

    def each(figure: Callable[[list[int]], int]) -> dict[str, int | None]:
        return {code: figure(given) if given else None for code, given in levels.items()}

    return Compared(
        key=key,
        medians=each(median_low),
        low=each(min),
        high=each(max),
        mean=_mean(levels, weights),
        total_low=_mean(_filled(cells, LEVELS[0]), weights),
        total_high=_mean(_filled(cells, LEVELS[-1]), weights),
        rated=sum(map(len, levels.values())),
        asked=sum(map(len, cells.values())),
    )


def _filled(cells: Cells, level: int) -> dict[str, list[int]]:
    return {code: [level if cell is None else cell for cell in given] for code, given in cells.items()}


def _mean(levels: Mapping[str, Sequence[int]], weights: Mapping[str, float]) -> float | None:
    rated = [code for code, given in levels.items() if given]
    total = sum(weights[code] for code in rated)
    return sum(weights[code] * fmean(levels[code]) for code in rated) / total if rated else None
