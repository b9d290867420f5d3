"""How far raters agree: eleven coefficients, each with its interval and what it allows to say."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from smes_panel.insight.coefficients import COEFFICIENTS, Undefined
from smes_panel.model.agreement import Coefficient, Table

SEED = 1979
"""Fixed, so that the same table has the same interval on every laptop."""
MOST, FEWEST, WORK = 1000, 100, 250_000
"""Resamples drawn, and the ratings gone through for one coefficient before fewer are drawn."""

_PAIRS = "Gaps are left out; a unit rated once says nothing."
_WHOLE = "Rows with a gap are left out, and so is a rater who rated nothing."
_KAPPA = "Levels count as names; gaps are left out, after Gwet (2014)."


def agreement(rows: Table) -> Mapping[str, Coefficient]:
    """The eleven coefficients by name.

    The intervals are the percentile bootstrap (Efron & Tibshirani 1993, *An Introduction to the Bootstrap*, chapter
    13): units, that is whole rows, are drawn with replacement from a fixed seed, and the 2.5 % and 97.5 % points of the
    coefficient are its bounds. Resamples in which it is not defined are left out; more than half of them, and no
    interval is given.
    """
    units = [tuple(row) for row in rows if any(value is not None for value in row)]
    raters = sum(any(row[place] is not None for row in units) for place in range(len(units[0]) if units else 0))
    return {name: _one(name, units, raters) for name in COEFFICIENTS}


def _one(name: str, rows: list[tuple[float | None, ...]], raters: int) -> Coefficient:
    coefficient = COEFFICIENTS[name]
    try:
        value = coefficient(rows)
    except Undefined as reason:
        return Coefficient(None, None, None, f"Not defined: {reason}.")
    used = rows
    if not name.startswith(("alpha", "fleiss")):
        # What is left out is left out before drawing: every resample has as many units as the table has.
        there = [place for place in range(len(rows[0])) if any(row[place] is not None for row in rows)]
        used = [kept for row in rows if None not in (kept := tuple(row[place] for place in there))]
    elif name.startswith("alpha"):
        used = [row for row in rows if sum(value is not None for value in row) > 1]
    drawn, found = _resampled(name, used)
    found.sort()
    bounds = None if len(used) < 2 or len(found) * 2 < drawn else (_quantile(found, 0.025), _quantile(found, 0.975))
    parts = [
        _KAPPA if name == "fleiss_kappa" else _PAIRS if name.startswith("alpha") else _WHOLE,
        f"{len(used)} of {len(rows)} units, {raters} raters.",
        "No interval: too few units differ to draw them again."
        if bounds is None
        else f"95 % percentile bootstrap, {drawn} draws of whole units.",
        _allowed(raters),
    ]
    if name == "icc_2_k" and not -1e9 < value <= 1:
        parts.insert(0, "The variance it divides by comes out negative, so that this number means nothing.")
    low, high = bounds or (None, None)
    return Coefficient(value, low, high, " ".join(parts))


def _allowed(raters: int) -> str:
    if raters <= 5:
        return (
            f"With {raters} raters this is a rough hint: it can show that a talk is worth while, "
            "not who is right nor how good the panel is."
        )
    return "It tells how alike the ratings are, not whether they are right."


def _resampled(name: str, rows: list[tuple[float | None, ...]]) -> tuple[int, list[float]]:
    draws = max(FEWEST, min(MOST, WORK // max(1, len(rows) * len(rows[0]))))
    chance = Random(SEED)  # noqa: S311  # drawn again for an interval, nothing secret
    found = []
    for _ in range(draws if len(rows) > 1 else 0):
        try:
            found.append(COEFFICIENTS[name](chance.choices(rows, k=len(rows))))
        except Undefined:
            continue
    return draws, found


def _quantile(found: list[float], share: float) -> float:
    place = share * (len(found) - 1)
    below = int(place)
    above = min(below + 1, len(found) - 1)
    return found[below] + (place - below) * (found[above] - found[below])
