"""Coefficients of agreement beside published tables, and beside formulas written another way."""

from __future__ import annotations

from itertools import combinations, permutations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.insight.coefficients import COEFFICIENTS, Undefined, mean_squares
from smes_panel.model.agreement import Table
from tests.insight.published import rows, tables

PUBLISHED = {
    "alpha_nominal": "alpha_nominal",
    "alpha_ordinal": "alpha_ordinal",
    "alpha_interval": "alpha_interval",
    "krippendorff_nominal": "alpha_nominal",
    "krippendorff_quadratic(interval)": "alpha_interval",
    "fleiss_kappa": "fleiss_kappa",
    "kendall_W": "kendall_w",
    **{f"ICC({form},{many})": f"icc_{form}_{many}" for form in "123" for many in "1k"},
}

LEVELS = st.integers(1, 4).map(float)
ANY = st.one_of(LEVELS, st.integers(-50, 50).map(lambda tenths: tenths / 10))


def grids(cells: st.SearchStrategy[float | None]) -> st.SearchStrategy[list[list[float | None]]]:
    return st.integers(2, 5).flatmap(
        lambda raters: st.lists(st.lists(cells, min_size=raters, max_size=raters), min_size=1, max_size=9)
    )


def found(name: str, table: Table) -> float | None:
    try:
        return COEFFICIENTS[name](table)
    except Undefined:
        return None


@pytest.mark.parametrize(
    ("name", "digits"),
    [
        ("shrout_fleiss_1979", 6),
        ("krippendorff_2011_C", 5),
        ("fleiss_1971_diagnoses", 1),
        ("gwet_4raters", 3),
        ("siegel_1956_job_applicants", 1),
    ],
)
def test_published_tables_are_reproduced_to_their_digits(name: str, digits: int) -> None:
    table = tables()[name]
    known = {PUBLISHED[key]: value for key, value in table["expected"].items() if key in PUBLISHED}
    exact = {
        PUBLISHED[key]: value for key, value in table.get("expected_full_precision", {}).items() if key in PUBLISHED
    }
    places = table["expected"]["round"]
    ours = {key: found(key, rows(table)) for key in known}
    assert {key: round(value, places) for key, value in ours.items() if value is not None} == {
        key: round(value, places) for key, value in known.items()
    }
    assert {key: round(ours[key] or 0, 10) for key in exact} == exact
    assert len(known) >= min(digits, 3) or len(known) == digits


def by_pairs(table: Table, kind: str) -> float | None:
    """Krippendorff's α by its definition: every pair of every unit, and every pair of all paired values."""
    units = [[value for value in row if value is not None] for row in table]
    units = [unit for unit in units if len(unit) > 1]
    values = [value for unit in units for value in unit]

    def apart(one: float, other: float) -> float:
        if kind == "nominal":
            return float(one != other)
        if kind == "interval":
            return (one - other) ** 2
        low, high = sorted((one, other))
        between = sum(low <= value <= high for value in values)
        return (between - (values.count(low) + values.count(high)) / 2) ** 2

    expected = sum(apart(one, other) for one, other in permutations(values, 2))
    if not expected:
        return None
    observed = sum(sum(apart(a, b) for a, b in permutations(unit, 2)) / (len(unit) - 1) for unit in units)
    return 1 - (len(values) - 1) * observed / expected


@pytest.mark.parametrize("kind", ["nominal", "ordinal", "interval"])
@given(table=grids(st.one_of(st.none(), ANY)))
def test_alpha_is_what_every_pair_says(kind: str, table: list[list[float | None]]) -> None:
    assert found(f"alpha_{kind}", table) == pytest.approx(by_pairs(table, kind), abs=1e-9)


def squares(whole: npt.NDArray[np.float64]) -> tuple[float, float, float, float]:
    n, k = whole.shape
    grand = whole.mean()
    rater, unit = whole.mean(axis=0, keepdims=True), whole.mean(axis=1, keepdims=True)
    return (
        float(whole.mean(axis=1).var(ddof=1) * k),
        float(whole.var(axis=1, ddof=1).mean()),
        float(whole.mean(axis=0).var(ddof=1) * n),
        float(((whole - rater - unit + grand) ** 2).sum() / ((n - 1) * (k - 1))),
    )


@given(table=grids(ANY).filter(lambda table: len(table) > 1 and len({value for row in table for value in row}) > 1))
def test_mean_squares_are_those_of_variances(table: list[list[float]]) -> None:
    assert mean_squares(table)[2:] == pytest.approx(squares(np.array(table)), abs=1e-9)


@given(table=grids(ANY).filter(lambda table: len(table) > 1))
def test_kendalls_w_is_the_mean_spearman_of_all_pairs_of_raters_where_nobody_ties(table: list[list[float]]) -> None:
    """W = ((m − 1) r̄ + 1)/m, Kendall (1948), chapter 6; with every tie broken by the row."""
    n, m = len(table), len(table[0])
    ranks = np.array([[*np.argsort(np.argsort([row[rater] for row in table], kind="stable"))] for rater in range(m)])
    spearman = [float(np.corrcoef(ranks[a], ranks[b])[0, 1]) for a, b in combinations(range(m), 2)]
    expected = ((m - 1) * sum(spearman) / len(spearman) + 1) / m
    assert found("kendall_w", ranks.T.astype(float).tolist()) == pytest.approx(expected, abs=1e-9)
    assert n > 1


@given(table=grids(LEVELS).filter(lambda table: len(table) > 1))
def test_kendalls_w_with_ties_is_the_variation_of_the_rank_sums_beside_that_of_all_ranks(
    table: list[list[float]],
) -> None:
    """W = S/(m Σ_j SS_j), SS_j the squares of rater j's middle ranks about their mean."""
    whole = np.array(table)
    ranks = (whole[:, None, :] > whole[None, :, :]).sum(axis=1) + (whole[:, None, :] == whole[None, :, :]).sum(
        axis=1
    ) / 2
    far = ranks - ranks.mean(axis=0)
    most = float((far**2).sum()) * whole.shape[1]
    expected = float((far.sum(axis=1) ** 2).sum()) / most if most else None
    assert found("kendall_w", table) == pytest.approx(expected, abs=1e-9)


@given(table=grids(LEVELS))
def test_kappa_without_gaps_is_fleiss_of_1971(table: list[list[float]]) -> None:
    counts = np.array([[row.count(level) for level in (1.0, 2.0, 3.0, 4.0)] for row in table])
    n, k = counts.shape[0], int(counts[0].sum())
    agreed = float((((counts**2).sum(axis=1) - k) / (k * (k - 1))).mean())
    chance = float(((counts.sum(axis=0) / (n * k)) ** 2).sum())
    expected = None if np.isclose(chance, 1) else (agreed - chance) / (1 - chance)
    assert found("fleiss_kappa", table) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("name", COEFFICIENTS)
@given(data=st.data())
def test_what_a_unit_is_called_and_who_sits_where_changes_nothing(name: str, data: st.DataObject) -> None:
    table = data.draw(grids(st.one_of(st.none(), ANY)))
    units = data.draw(st.permutations(table))
    seats = data.draw(st.permutations(range(len(table[0]))))
    moved = [[row[seat] for seat in seats] for row in units]
    assert found(name, moved) == pytest.approx(found(name, table), abs=1e-6)


@pytest.mark.parametrize("name", COEFFICIENTS)
@pytest.mark.parametrize(
    "table",
    [[], [[]], [[1.0]], [[1.0], [2.0]], [[None, None]], [[3.0, 3.0], [3.0, 3.0]], [[1.0, None], [2.0, None]]],
)
def test_a_table_that_says_nothing_has_no_value(name: str, table: Table) -> None:
    assert found(name, table) is None


@pytest.mark.parametrize("name", [name for name in COEFFICIENTS if name not in ("icc_1_k", "icc_3_k")])
def test_a_rater_who_rated_nothing_takes_nothing_away(name: str) -> None:
    table: Table = [[1.0, 2.0], [2.0, 2.0], [4.0, 3.0]]
    assert found(name, [[*row, None] for row in table]) == found(name, table)
