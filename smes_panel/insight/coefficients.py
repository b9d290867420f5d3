"""Coefficients of agreement of a table of units × raters: Krippendorff's alpha, ICC, Kendall's W and Fleiss' kappa.

Sources, with their formulas at each function:
Krippendorff, K. (2011), *Computing Krippendorff's Alpha-Reliability*, University of Pennsylvania, section C;
Shrout, P. E. & Fleiss, J. L. (1979), Intraclass correlations, *Psychological Bulletin* 86, 420-428;
Kendall, M. G. (1948), *Rank Correlation Methods*, chapter 6; Siegel, S. (1956), *Nonparametric Statistics*, 229-239;
Fleiss, J. L. (1971), Measuring nominal scale agreement among many raters, *Psychological Bulletin* 76, 378-382;
Gwet, K. L. (2014), *Handbook of Inter-Rater Reliability*, 4th edition, chapter 2, for kappa with gaps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate
from math import fsum
from typing import NamedTuple

from smes_panel.model.agreement import Table

Rows = Sequence[Sequence[float]]

NOTHING = 1e-12
"""A share of the whole variation below which a sum of squares is rounding."""


class Undefined(ValueError):
    """The coefficient has no value for this table; says why in a few words."""


def alpha_nominal(rows: Table) -> float:
    """α = 1 − D_o/D_e, any two different values being equally far apart.

    With m_u ratings of unit u, m_uc of them c, n_c ratings c among the n of units rated twice or more:
    D_o = Σ_u (m_u² − Σ_c m_uc²)/(m_u − 1), D_e = (n² − Σ_c n_c²)/(n − 1); n/n is left out of both.
    Krippendorff (2011), section A to C, nominal metric. A gap is left out of its unit.
    """
    units = paired(rows)
    counts = Counter(value for unit in units for value in unit)
    total = counts.total()
    observed = fsum(
        (len(unit) ** 2 - sum(number**2 for number in Counter(unit).values())) / (len(unit) - 1) for unit in units
    )
    return 1 - observed * (total - 1) / (total**2 - sum(number**2 for number in counts.values()))


def alpha_interval(rows: Table) -> float:
    """α = 1 − D_o/D_e with δ² = (c − k)²; Krippendorff (2011), section C, interval metric.

    Σ over pairs of (x_i − x_j)² is 2m Σ(x − x̄)², so that no pair needs to be gone through:
    D_o = Σ_u 2 m_u Σ(x − x̄_u)²/(m_u − 1), D_e = 2 n Σ(x − x̄)²/(n − 1).
    """
    return _metric(paired(rows))


def alpha_ordinal(rows: Table) -> float:
    """α with δ² = (Σ_{g=c..k} n_g − (n_c + n_k)/2)²; Krippendorff (2011), section C, ordinal metric.

    That distance is the one between the middle ranks of c and of k among all paired ratings, so that the ordinal α is
    the interval α of the middle ranks. Gwet's "ordinal weights" are another convention (Gwet 2014, chapter 3).
    """
    units = paired(rows)
    counts = Counter(value for unit in units for value in unit)
    values = sorted(counts)
    middles = {
        value: end - counts[value] / 2
        for value, end in zip(values, accumulate(counts[value] for value in values), strict=True)
    }
    return _metric([[middles[value] for value in unit] for unit in units])


def _metric(units: Rows) -> float:
    everything = [value for unit in units for value in unit]
    expected = len(everything) * _squares(everything) / (len(everything) - 1)
    observed = fsum(len(unit) * _squares(unit) / (len(unit) - 1) for unit in units)
    return 1 - observed / expected


def paired(rows: Table) -> list[list[float]]:
    """The ratings of the units rated twice or more. Raises Undefined where they cannot say anything."""
    units = [given for row in rows if len(given := [value for value in row if value is not None]) > 1]
    if not units:
        raise Undefined("no unit has two ratings to compare")
    if len({value for unit in units for value in unit}) == 1:
        raise Undefined("all ratings that can be compared are the same, so that agreement cannot be told from chance")
    return units


def _squares(values: Sequence[float]) -> float:
    mean = fsum(values) / len(values)
    return fsum((value - mean) ** 2 for value in values)


def complete(rows: Table) -> list[list[float]]:
    """The rows without a gap, of raters who rated at all. Raises Undefined where fewer than two raters or units are
    left.
    """
    there = [rater for rater in range(len(rows[0]) if rows else 0) if any(row[rater] is not None for row in rows)]
    if len(there) < 2:
        raise Undefined("it takes two raters")
    kept = [[row[rater] for rater in there] for row in rows]
    whole = [[value for value in row if value is not None] for row in kept if None not in row]
    if len(whole) < 2:
        raise Undefined("it takes two units that every rater has rated")
    return whole


class Squares(NamedTuple):
    """The analysis of variance of `units` complete rows by `raters`: Shrout & Fleiss (1979), tables 1 and 3."""

    units: int
    raters: int
    between: float
    """BMS, between units."""
    within: float
    """WMS, within units."""
    judges: float
    """JMS, between raters."""
    left: float
    """EMS, what is left."""


def mean_squares(rows: Rows) -> Squares:
    """The mean squares of complete rows. Raises Undefined without variation."""
    n, k = len(rows), len(rows[0])
    if len({value for row in rows for value in row}) == 1:
        raise Undefined("all ratings are the same, so that agreement cannot be told from chance")
    middle = fsum(value for row in rows for value in row) / (n * k)
    far = [[value - middle for value in row] for row in rows]
    means = [fsum(column) / n for column in zip(*far, strict=True)]
    total = fsum(value**2 for row in far for value in row)
    parts = (
        fsum((fsum(row) / k) ** 2 for row in far) * k,
        fsum(_squares(row) for row in far),
        fsum(mean**2 for mean in means) * n,
        fsum(_squares([value - mean for value, mean in zip(row, means, strict=True)]) for row in far),
    )
    between, within, judges, left = (0.0 if part <= NOTHING * total else part for part in parts)
    return Squares(n, k, between / (n - 1), within / (n * (k - 1)), judges / (k - 1), left / ((n - 1) * (k - 1)))


def _over(numerator: float, denominator: float) -> float:
    if denominator == 0:
        raise Undefined("the variation between the units, which it divides by, is nil")
    return numerator / denominator


def icc_1_1(of: Squares) -> float:
    """(BMS − WMS)/(BMS + (k − 1) WMS); Shrout & Fleiss (1979), p. 423: each unit has raters of its own."""
    return _over(of.between - of.within, of.between + (of.raters - 1) * of.within)


def icc_2_1(of: Squares) -> float:
    """(BMS − EMS)/(BMS + (k − 1) EMS + k (JMS − EMS)/n); Shrout & Fleiss (1979), p. 423: absolute agreement."""
    raters = of.raters * (of.judges - of.left) / of.units
    return _over(of.between - of.left, of.between + (of.raters - 1) * of.left + raters)


def icc_3_1(of: Squares) -> float:
    """(BMS − EMS)/(BMS + (k − 1) EMS); Shrout & Fleiss (1979), p. 423: consistency, these raters alone."""
    return _over(of.between - of.left, of.between + (of.raters - 1) * of.left)


def icc_1_k(of: Squares) -> float:
    """(BMS − WMS)/BMS; Shrout & Fleiss (1979), p. 426: the mean of k raters."""
    return _over(of.between - of.within, of.between)


def icc_2_k(of: Squares) -> float:
    """(BMS − EMS)/(BMS + (JMS − EMS)/n); Shrout & Fleiss (1979), p. 426. The denominator estimates a variance and may
    come out negative where the raters differ less than chance would have it; the quotient then means nothing.
    """
    return _over(of.between - of.left, of.between + (of.judges - of.left) / of.units)


def icc_3_k(of: Squares) -> float:
    """(BMS − EMS)/BMS; Shrout & Fleiss (1979), p. 426, which is Cronbach's α of the raters."""
    return _over(of.between - of.left, of.between)


def kendall_w(rows: Table) -> float:
    """12 S/(m² (n³ − n) − m ΣT): S the squares of the n units' rank sums about their mean, T = Σ(t³ − t) of a rater.

    Kendall (1948), chapter 6; Siegel (1956), 229-239, with his correction for ties. The m raters rank the complete
    units, tied ones at their middle rank.
    """
    whole = complete(rows)
    ranked = [_ranks(column) for column in zip(*whole, strict=True)]
    n, m = len(whole), len(ranked)
    squares = _squares([fsum(ranks) for ranks in zip(*(ranks for ranks, _ in ranked), strict=True)])
    limit = m**2 * (n**3 - n) - m * sum(ties for _, ties in ranked)
    if limit == 0:
        raise Undefined("no rater puts one unit above another")
    return 12 * squares / limit


def _ranks(values: Sequence[float]) -> tuple[list[float], int]:
    counts = Counter(values)
    ends = dict(zip(sorted(counts), accumulate(counts[value] for value in sorted(counts)), strict=True))
    ranks = [ends[value] - (counts[value] - 1) / 2 for value in values]
    return ranks, sum(number**3 - number for number in counts.values())


def fleiss_kappa(rows: Table) -> float:
    """(p_a − p_e)/(1 − p_e), with p_a the mean over units rated twice or more of Σ_c r_uc (r_uc − 1)/(r_u (r_u − 1)),
    and p_e = Σ_c π_c², π_c the mean over the units rated at all of r_uc/r_u.

    Fleiss (1971), 378-380, where no rating is missing; Gwet (2014), chapter 2, where some are.
    """
    units = [given for row in rows if (given := [value for value in row if value is not None])]
    several = [unit for unit in units if len(unit) > 1]
    if not several:
        raise Undefined("no unit has two ratings to compare")
    agreed = fsum(
        sum(number * (number - 1) for number in Counter(unit).values()) / (len(unit) * (len(unit) - 1))
        for unit in several
    ) / len(several)
    shares = Counter[float]()
    for unit in units:
        for value, number in Counter(unit).items():
            shares[value] += number / len(unit)  # type: ignore[assignment]  # Counter is declared for whole numbers
    if len(shares) == 1:
        raise Undefined("all ratings are the same, so that agreement cannot be told from chance")
    chance = fsum((share / len(units)) ** 2 for share in shares.values())
    return (agreed - chance) / (1 - chance)


BY_SQUARES: dict[str, Callable[[Squares], float]] = {
    one.__name__: one for one in (icc_1_1, icc_2_1, icc_3_1, icc_1_k, icc_2_k, icc_3_k)
}


def _by_squares(form: Callable[[Squares], float]) -> Callable[[Table], float]:
    return lambda rows: form(mean_squares(complete(rows)))


COEFFICIENTS: dict[str, Callable[[Table], float]] = {
    "alpha_nominal": alpha_nominal,
    "alpha_ordinal": alpha_ordinal,
    "alpha_interval": alpha_interval,
    **{name: _by_squares(form) for name, form in BY_SQUARES.items()},
    "kendall_w": kendall_w,
    "fleiss_kappa": fleiss_kappa,
}
