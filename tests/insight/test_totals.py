"""Totals with their gaps: brute force over everything that a gap may hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import permutations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from smes_panel.insight.totals import Cells, beside, certain, tallied, tallies, weighed, weights_of
from smes_panel.model.assessment import Answer, Rating, RatingState
from smes_panel.model.comparison import Weighed
from smes_panel.model.vacancy import Criterion, Stage

CODES = ("C01", "C02")
WEIGHTS = st.fixed_dictionaries({code: st.integers(0, 6).map(lambda halves: Fraction(halves, 2)) for code in CODES})
CELLS = st.fixed_dictionaries({code: st.lists(st.sampled_from([None, 1, 2, 3, 4]), max_size=2) for code in CODES})


def by_hand(cells: Mapping[str, list[int]], weights: Mapping[str, Fraction]) -> Fraction | None:
    over = sum((weights[code] for code, given in cells.items() if given), Fraction())
    if not over:
        return None
    return sum((weights[code] * Fraction(sum(given), len(given)) for code, given in cells.items() if given)) / over


def filled(cells: Cells) -> Iterator[dict[str, list[int]]]:
    holes = [(code, at) for code, given in cells.items() for at, level in enumerate(given) if level is None]
    for levels in product((1, 2, 3, 4), repeat=len(holes)):
        into = dict(zip(holes, levels, strict=True))
        yield {
            code: [into.get((code, at), level or 0) for at, level in enumerate(given)] for code, given in cells.items()
        }


def whole(cells: Cells, weights: Mapping[str, Fraction]) -> list[Fraction]:
    return [total for one in filled(cells) if (total := by_hand(one, weights)) is not None]


@given(cells=CELLS, weights=WEIGHTS)
def test_the_interval_is_exactly_what_fillings_reach(cells: Cells, weights: Mapping[str, Fraction]) -> None:
    found, reached = weighed(tallied(cells), weights), whole(cells, weights)
    rated = {code: [level for level in given if level is not None] for code, given in cells.items()}
    expected = (min(reached), max(reached)) if reached else (None, None)
    assert (found.mean, found.low, found.high) == (by_hand(rated, weights), *expected)


@given(one=CELLS, other=CELLS, weights=WEIGHTS)
@settings(max_examples=50)
def test_an_order_is_certain_exactly_when_every_filling_has_it(
    one: Cells, other: Cells, weights: Mapping[str, Fraction]
) -> None:
    ours, theirs = whole(one, weights), whole(other, weights)
    always = bool(ours and theirs) and all(a > b for a in ours for b in theirs)
    assert weighed(tallied(one), weights).surely_above(weighed(tallied(other), weights)) == always


BOUNDS = st.tuples(st.integers(1, 5), st.integers(0, 2)).map(
    lambda both: Weighed(None, Fraction(both[0]), Fraction(sum(both)))
)


@given(bounds=st.lists(BOUNDS, min_size=1, max_size=4), places=st.integers(0, 4))
def test_who_is_certainly_among_the_first_is_so_under_every_filling(bounds: list[Weighed], places: int) -> None:
    totals = {str(at): one for at, one in enumerate(bounds)}
    ranges = [range(int(one.low or 0), int(one.high or 0) + 1) for one in bounds]
    first, out = set(totals), set(totals)
    for values in product(*ranges):
        for at, value in enumerate(values):
            # However a tie is broken.
            if sum(other >= value for other in values) > places:
                first.discard(str(at))
            if sum(other > value for other in values) < places:
                out.discard(str(at))
    assert certain(totals, places) == (frozenset(first), frozenset(out))


@given(all_=st.lists(CELLS, min_size=1, max_size=3), weights=WEIGHTS)
@settings(max_examples=50)
def test_one_beside_the_others_is_what_every_pair_of_fillings_says(
    all_: list[Cells], weights: Mapping[str, Fraction]
) -> None:
    reached = {str(at): whole(cells, weights) for at, cells in enumerate(all_)}
    found = beside({str(at): weighed(tallied(cells), weights) for at, cells in enumerate(all_)}, "0")
    others = [name for name in reached if name != "0" and reached[name] and reached["0"]]
    above = [name for name in others if all(a > b for a in reached["0"] for b in reached[name])]
    below = [name for name in others if all(a < b for a in reached["0"] for b in reached[name])]
    assert (list(found.above), list(found.below)) == (above, below)
    assert list(found.open) == [name for name in others if name not in above and name not in below]


@given(answers=st.permutations([Answer(RatingState.RATED, 3), *map(Answer, list(RatingState)[1:])]))
def test_recused_and_not_asked_are_no_gaps(answers: list[Answer]) -> None:
    ratings = [Rating("K-01", str(at), Stage.SCREENING, "C01", answer) for at, answer in enumerate(answers)]
    assert tallies(["K-01"], [Criterion("C01", "critère")], ratings) == {"K-01": {"C01": (3, 1, 3)}}


def test_a_weight_is_taken_as_it_is_written() -> None:
    criteria = [Criterion("C01", "critère", weight=0.1), Criterion("C02", "critère")]
    assert weights_of(criteria) == {"C01": Fraction(1, 10), "C02": Fraction(1)}


def test_a_tie_is_no_certain_order() -> None:
    third = {"C01": [2, 1, 1], "C02": [1, 1, 2]}
    same = {"C01": [1, 2, 1], "C02": [2, 1, 1]}
    weights = {"C01": Fraction(1, 10), "C02": Fraction(7, 10)}
    both = [weighed(tallied(cells), weights) for cells in (third, same)]
    assert [one.surely_above(other) for one, other in permutations(both)] == [False, False]
