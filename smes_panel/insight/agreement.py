"""How far raters agree: eleven coefficients, each with its interval and what it allows to say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from random import Random
from typing import TYPE_CHECKING, TypeVar

from smes_panel.insight.coefficients import BY_SQUARES, COEFFICIENTS, NOTHING, Undefined, complete, mean_squares
from smes_panel.model.agreement import Coefficient, Table

if TYPE_CHECKING:
    from smes_panel.queries.answers import Opened

S = TypeVar("S")
T = TypeVar("T")
Rows = Sequence[tuple[float | None, ...]]

SEED = 1979
"""Fixed, so that the same table has the same interval on every laptop."""
MOST, FEWEST, WORK = 1000, 100, 2_500_000
"""Resamples drawn, the fewest that bound anything, and the ratings gone through for one coefficient."""

_PAIRS = "Gaps are left out; a unit rated once says nothing."
_WHOLE = "Rows with a gap are left out, and so is a rater who rated nothing."
_KAPPA = "Levels count as names; gaps are left out, after Gwet (2014)."


def table_of(opened: Opened, seats: Sequence[str]) -> Table:
    """The ratings of an opened stage as a table: a row for each application on each criterion, a column for each member
    who rated. In the order of the numbers and of the `seats`, so that every copy of a dossier draws the same intervals.
    """
    there = {rating.member for rating in opened.ratings}
    places = {name: at for at, name in enumerate(name for name in seats if name in there)}
    units: dict[tuple[str, str], list[float | None]] = {
        (key, criterion.code): [None] * len(places) for key in opened.applications for criterion in opened.criteria
    }
    for rating in opened.ratings:
        if row := units.get((rating.application, rating.criterion)):
            row[places[rating.member]] = rating.answer.level
    return list(units.values())


def agreement(rows: Table, names: Collection[str] = tuple(COEFFICIENTS)) -> Mapping[str, Coefficient]:
    """The eleven coefficients by name, or those of `names`.

    The intervals are the percentile bootstrap (Efron & Tibshirani 1993, *An Introduction to the Bootstrap*, chapter
    13): units, that is whole rows, are drawn with replacement from a fixed seed, and the 2.5 % and 97.5 % points of the
    coefficient are its bounds. What a coefficient leaves out is left out before drawing. Resamples in which it is not
    defined are left out; more than half of them, and no interval is given; nor for tables of more than WORK/FEWEST
    ratings.
    """
    units = [tuple(row) for row in rows if any(value is not None for value in row)]
    there = [place for place in range(len(units[0]) if units else 0) if any(row[place] is not None for row in units)]
    seen = [tuple(row[place] for place in there) for row in units]
    whole = [row for row in seen if None not in row]
    several = [row for row in seen if sum(value is not None for value in row) > 1]
    by_squares = not BY_SQUARES.keys().isdisjoint(names)
    squares = _drawn(whole, lambda drawn: mean_squares(complete(drawn))) if by_squares else []
    found = {}
    for name, coefficient in COEFFICIENTS.items():
        if name not in names:
            continue
        used = seen if name == "fleiss_kappa" else several if name.startswith("alpha") else whole
        try:
            value = coefficient(seen)
        except Undefined as reason:
            found[name] = Coefficient(None, None, None, f"Not defined: {reason}.")
            continue
        if name in BY_SQUARES:
            again = [one for square in squares for one in _defined(BY_SQUARES[name], square)]
        else:
            again = _drawn(used, coefficient)
        bounds = _bounds(again, used)
        low, high = bounds or (None, None)
        note = " ".join(_said(name, value, used, len(seen), len(there), bounds is not None))
        found[name] = Coefficient(value, low, high, note)
    return found


def _said(name: str, value: float, used: Rows, units: int, raters: int, bounded: bool) -> Iterator[str]:
    if value > 1 + NOTHING:
        yield "The variance it divides by comes out negative, so that this number means nothing."
    yield _KAPPA if name == "fleiss_kappa" else _PAIRS if name.startswith("alpha") else _WHOLE
    yield f"{len(used)} of {units} units, {raters} raters."
    if bounded:
        yield f"95 % percentile bootstrap, {_draws(used)} draws of whole units."
    elif _draws(used):
        yield "No interval: too few units differ to draw them again."
    else:
        yield "No interval: the table is too large to draw it again many times."
    if raters <= 5:
        yield f"With {raters} raters this is a rough hint: it can show that a talk is worth while, not who is right."
    else:
        yield "It tells how alike the ratings are, not whether they are right."


def _draws(rows: Rows) -> int:
    draws = min(MOST, WORK // max(1, sum(map(len, rows))))
    return draws if draws >= FEWEST else 0


def _drawn(rows: Rows, look: Callable[[Rows], T]) -> list[T]:
    """What each resample looks like, where it is defined."""
    chance = Random(SEED)  # noqa: S311  # drawn again for an interval, nothing secret
    found: list[T] = []
    for _ in range(_draws(rows) if len(rows) > 1 else 0):
        found += _defined(look, chance.choices(rows, k=len(rows)))
    return found


def _defined(look: Callable[[S], T], at: S) -> list[T]:
    try:
        return [look(at)]
    except Undefined:
        return []


def _bounds(found: list[float], rows: Rows) -> tuple[float, float] | None:
    if not found or len(found) * 2 < _draws(rows):
        return None
    points = sorted(found)
    return _quantile(points, 0.025), _quantile(points, 0.975)


def _quantile(points: Sequence[float], share: float) -> float:
    place = share * (len(points) - 1)
    below = int(place)
    above = min(below + 1, len(points) - 1)
    return points[below] + (place - below) * (points[above] - points[below])
