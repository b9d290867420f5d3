"""A shortlist after one change at a time: every way of counting done by hand on small panels."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise, permutations
from statistics import median_low

from hypothesis import given
from hypothesis import strategies as st

from smes_panel.insight.robustness import placed, trials
from smes_panel.model.assessment import Answer, Rating, RatingState
from smes_panel.model.ballot import Method
from smes_panel.model.comparison import Trial, Variation
from smes_panel.model.vacancy import Criterion, Stage

KEYS = ("K-01", "K-02", "K-03")
MEMBERS = ("Maude Jury", "Dries Comité", "Lina Panel")
CODES = ("C01", "C02")
PANELS = st.fixed_dictionaries(
    {
        (key, member, code): st.sampled_from([None, 1, 2, 3, 4, 3, 4])
        for key in KEYS
        for member in MEMBERS
        for code in CODES
    }
)
WEIGHTS = st.tuples(st.integers(0, 4), st.integers(1, 4))
Panel = Mapping[tuple[str, str, str], int | None]
Scores = dict[str, Fraction]


def ratings(panel: Panel) -> list[Rating]:
    return [
        Rating(key, member, Stage.SCREENING, code, Answer(RatingState.RATED, level) if level else Answer())
        for (key, member, code), level in panel.items()
    ]


def criteria(weights: Sequence[float]) -> list[Criterion]:
    return [Criterion(code, "critère", weight=weight) for code, weight in zip(CODES, weights, strict=True)]


def given_to(panel: Panel, key: str, code: str, members: Collection[str] = MEMBERS) -> list[int]:
    return [level for member in members if (level := panel.get((key, member, code)))]


def mean(
    panel: Panel, weights: Mapping[str, Fraction], members: Collection[str] = MEMBERS, *, low: bool = False
) -> Scores:
    found = {}
    for key in KEYS:
        rated = {code: levels for code in CODES if (levels := given_to(panel, key, code, members))}
        over = sum((weights[code] for code in rated), Fraction())
        if over:
            each = {
                code: Fraction(median_low(all_)) if low else Fraction(sum(all_), len(all_))
                for code, all_ in rated.items()
            }
            found[key] = sum((weights[code] * value for code, value in each.items()), Fraction()) / over
    return found


def first(scores: Scores, shortlist: Collection[str]) -> bool:
    """Whether some order by these scores, ties broken in some way, begins with the shortlist."""
    chosen = {key for key in shortlist if key in scores}
    return any(
        set(order[: len(chosen)]) == chosen
        for order in permutations(scores)
        if all(scores[a] >= scores[b] for a, b in pairwise(order))
    )


def found(panel: Panel, weights: Sequence[float], shortlist: Collection[str]) -> dict[tuple[Variation, str], Trial]:
    return {(one.variation, one.what): one for one in trials(KEYS, criteria(weights), ratings(panel), shortlist)}


@given(panel=PANELS, weights=WEIGHTS, shortlist=st.sets(st.sampled_from(KEYS)))
def test_a_shortlist_holds_where_some_order_by_hand_begins_with_it(
    panel: Panel, weights: tuple[int, int], shortlist: set[str]
) -> None:
    ours = {place: one.holds for place, one in found(panel, weights, shortlist).items()}
    plain = {code: Fraction(weight) for code, weight in zip(CODES, weights, strict=True)}
    expected = {
        (Variation.METHOD, "mean"): first(mean(panel, plain), shortlist),
        (Variation.METHOD, "median"): first(mean(panel, plain, low=True), shortlist),
    }
    for code in CODES:
        for variation, step in ((Variation.WEIGHT_UP, 1), (Variation.WEIGHT_DOWN, -1)):
            if plain[code] + step >= 0:
                moved = {**plain, code: plain[code] + step}
                expected[variation, code] = first(mean(panel, moved), shortlist)
    there = [member for member in MEMBERS if any(panel[key, member, code] for key in KEYS for code in CODES)]
    for member in there if len(there) > 1 else ():
        left = [other for other in MEMBERS if other != member]
        expected[Variation.WITHOUT_MEMBER, member] = first(mean(panel, plain, left), shortlist)
    assert {place: ours[place] for place in expected} == expected
    assert set(ours) == set(expected) | {(Variation.METHOD, one) for one in ("borda", "schulze", "majority")}


def own_lists(panel: Panel, weights: Mapping[str, Fraction]) -> list[Scores]:
    return [mean(panel, weights, [member]) for member in MEMBERS]


@given(panel=PANELS, weights=WEIGHTS)
def test_borda_is_the_share_of_duels_won_on_each_list(panel: Panel, weights: tuple[int, int]) -> None:
    plain = {code: Fraction(weight) for code, weight in zip(CODES, weights, strict=True)}
    expected = {}
    for key in KEYS:
        shares = []
        for own in own_lists(panel, plain):
            others = [other for other in own if other != key]
            if key in own and others:
                won = sum((Fraction((own[key] > own[o]) * 2 + (own[key] == own[o]), 2) for o in others), Fraction())
                shares.append(won / len(others))
        if shares:
            expected[key] = float(sum(shares, Fraction()) / len(shares))
    assert placed(KEYS, criteria(weights), ratings(panel), Method.BORDA).scores == expected


@given(panel=PANELS, weights=WEIGHTS)
def test_schulze_puts_first_who_beats_each_other_among_those_who_rated_both(
    panel: Panel, weights: tuple[int, int]
) -> None:
    plain = {code: Fraction(weight) for code, weight in zip(CODES, weights, strict=True)}
    lists = own_lists(panel, plain)
    rated = [key for key in KEYS if any(key in own for own in lists)]

    def beats(one: str, other: str) -> bool:
        return (
            sum((own[one] > own[other]) - (own[one] < own[other]) for own in lists if one in own and other in own) > 0
        )

    order = placed(KEYS, criteria(weights), ratings(panel), Method.SCHULZE).order
    assert sorted(key for group in order for key in group) == sorted(rated)
    for one in rated:
        if len(rated) > 1 and all(beats(one, other) for other in rated if other != one):
            assert order[0] == (one,)


@given(panel=PANELS, weights=WEIGHTS)
def test_majority_judgment_begins_with_the_lower_middle_level(panel: Panel, weights: tuple[int, int]) -> None:
    scores = placed(KEYS, criteria(weights), ratings(panel), Method.MAJORITY).scores
    expected = {}
    for key in KEYS:
        levels = []
        for code, weight in zip(CODES, weights, strict=True):
            all_ = given_to(panel, key, code)
            # Six is a multiple of one, two and three ratings.
            levels += [level for level in all_ for _ in range(weight * 6 // len(all_))]
        if levels:
            expected[key] = float(median_low(levels))
    assert scores == expected


@given(panel=PANELS, weights=WEIGHTS, shortlist=st.sets(st.sampled_from(KEYS)))
def test_those_who_enter_and_those_who_leave_are_named(
    panel: Panel, weights: tuple[int, int], shortlist: set[str]
) -> None:
    for one in found(panel, weights, shortlist).values():
        assert not set(one.entering) & shortlist
        assert set(one.leaving) <= shortlist


def test_the_change_that_flips_is_named_with_whom_it_moves() -> None:
    levels = {("K-01", "C01"): 4, ("K-01", "C02"): 1, ("K-02", "C01"): 1, ("K-02", "C02"): 3}
    panel = {(key, MEMBERS[0], code): level for (key, code), level in levels.items()}
    flips = [one for one in found(panel, (1, 1), {"K-01"}).values() if not one.holds]
    assert flips == [
        Trial(Variation.WEIGHT_DOWN, "C01", ("K-02",), ("K-01",)),
        Trial(Variation.WEIGHT_UP, "C02", ("K-02",), ("K-01",)),
    ]
