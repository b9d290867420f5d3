"""Ballots counted by five methods: published elections, ties kept, and counting by hand."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cmp_to_key
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.insight.voting import judged, ranked
from smes_panel.model.ballot import Ballot, Method
from tests.insight.published import ballots, order, votes


def ordered(said: Sequence[str], method: Method) -> list[set[str]]:
    return [set(group) for group in ranked(ballots(list(said)), method).order]


@pytest.mark.parametrize("name", ["schulze_wikipedia_45", "schulze_tie_9"])
def test_published_schulze_elections_come_out_as_published(name: str) -> None:
    case = next(one for one in votes()["rankings"] if one["id"] == name)
    assert ordered(case["ballots"], Method.SCHULZE) == order(case["expected"]["schulze_winning"])


@pytest.mark.parametrize("name", ["ranked_pairs_tennessee", "borda_wikipedia_fr_1"])
def test_a_candidate_who_beats_all_others_is_first_by_schulze(name: str) -> None:
    case = next(one for one in votes()["rankings"] if one["id"] == name)
    winner = case["expected"].get("condorcet_winner", "B")
    assert ordered(case["ballots"], Method.SCHULZE)[0] == {winner}


def test_borda_counts_the_points_that_are_published() -> None:
    case = next(one for one in votes()["rankings"] if one["id"] == "borda_wikipedia_fr_1")
    found = ranked(ballots(case["ballots"]), Method.BORDA)
    assert [set(group) for group in found.order] == order(case["expected"]["borda"])
    assert found.scores == case["expected"]["borda_points_start1"]


@pytest.mark.parametrize("name", ["mj_few_judgments", "mj_readme"])
def test_published_judgments_come_out_as_published(name: str) -> None:
    case = next(one for one in votes()["majority_judgment"] if one["id"] == name)
    tallies = {
        str(place): {grade: Fraction(count) for grade, count in enumerate(tally) if count}
        for place, tally in enumerate(case["tallies"])
    }
    found = judged(tallies).order
    ranks = [
        next(1 + sum(map(len, found[:at])) for at, group in enumerate(found) if str(place) in group)
        for place in range(len(tallies))
    ]
    assert ranks == case["ranks"]


NAMES = ("A", "B", "C", "D")


@st.composite
def ballot(draw: st.DrawFn) -> Ballot:
    names = draw(st.permutations(NAMES))[: draw(st.integers(1, 4))]
    ties: list[bool] = draw(st.lists(st.booleans(), min_size=4, max_size=4))
    places: list[list[str]] = []
    for name, tied in zip(names, ties, strict=False):
        if places and tied:
            places[-1].append(name)
        else:
            places.append([name])
    return Ballot(Fraction(draw(st.integers(1, 5))), places)


elections = st.lists(ballot(), min_size=1, max_size=5)


def place(one: Ballot, name: str) -> int:
    return next((at for at, tied in enumerate(one.places) if name in tied), len(NAMES))


def strongest(all_: Sequence[Ballot], names: Sequence[str]) -> dict[tuple[str, str], Fraction]:
    """The strongest path between each two, by trying every path."""
    won = {
        (a, b): sum((one.count for one in all_ if place(one, a) < place(one, b)), Fraction())
        for a, b in permutations(names, 2)
    }
    links = {pair: count if count > won[pair[::-1]] else Fraction() for pair, count in won.items()}
    return {
        (a, b): max(
            min(links[step] for step in zip((a, *way), (*way, b), strict=True))
            for many in range(len(names) - 1)
            for way in permutations([name for name in names if name not in (a, b)], many)
        )
        for a, b in permutations(names, 2)
    }


@given(all_=elections)
def test_schulze_is_what_trying_every_path_says(all_: list[Ballot]) -> None:
    found = ranked(all_, Method.SCHULZE)
    names = tuple(found.scores)
    paths = strongest(all_, names)
    beats = {a: {b for b in names if a != b and paths[a, b] > paths[b, a]} for a in names}
    assert found.scores == {a: len(beats[a]) for a in names}
    left, expected = set(names), []
    while left:
        first = {one for one in left if not any(one in beats[other] for other in left)}
        expected.append(first)
        left -= first
    assert [set(group) for group in found.order] == expected


@given(all_=elections)
def test_borda_is_half_a_point_for_a_tie_and_one_for_each_below(all_: list[Ballot]) -> None:
    found = ranked(all_, Method.BORDA).scores
    expected = {
        name: float(
            sum(
                one.count
                * (
                    1
                    + sum(
                        Fraction(
                            (place(one, name) < place(one, other)) * 2 + (place(one, name) == place(one, other)), 2
                        )
                        for other in found
                        if other != name
                    )
                )
                for one in all_
            )
        )
        for name in found
    }
    assert found == expected


@given(all_=elections)
def test_the_mean_place_is_borda_turned_round(all_: list[Ballot]) -> None:
    assert ranked(all_, Method.MEAN).order == ranked(all_, Method.BORDA).order


def taken_away(grades: Sequence[int]) -> list[int]:
    """Majority judgment by hand: the lower middle grade, taken away again and again."""
    left, found = sorted(grades), []
    while left:
        found.append(left.pop((len(left) - 1) // 2))
    return found


@given(
    tallies=st.integers(1, 9).flatmap(
        lambda voters: st.lists(st.lists(st.integers(1, 4), min_size=voters, max_size=voters), min_size=1, max_size=5)
    )
)
def test_majority_judgment_is_taking_the_middle_grade_away(tallies: list[list[int]]) -> None:
    found = judged(
        {str(at): {grade: Fraction(grades.count(grade)) for grade in set(grades)} for at, grades in enumerate(tallies)}
    ).order
    keys = {str(at): taken_away(grades) for at, grades in enumerate(tallies)}

    def nearer(one: str, other: str) -> int:
        return (keys[one] < keys[other]) - (keys[one] > keys[other])

    hand = sorted(keys, key=cmp_to_key(nearer))
    assert [keys[name] for group in found for name in group] == [keys[name] for name in hand]
    assert all(len({tuple(keys[name]) for name in group}) == 1 for group in found)


def test_a_cycle_of_equal_strength_is_one_tie() -> None:
    assert ordered(["A>B>C", "B>C>A", "C>A>B"], Method.SCHULZE) == [{"A", "B", "C"}]


def test_who_is_not_named_is_tied_last() -> None:
    found = ranked(ballots(["A>B*2", "C>D*1"]), Method.MEAN)
    assert found.scores == {
        "A": (1 + 1 + 3.5) / 3,
        "B": (2 + 2 + 3.5) / 3,
        "C": (3.5 * 2 + 1) / 3,
        "D": (3.5 * 2 + 2) / 3,
    }


def test_the_median_place_lies_between_two_voters_who_differ() -> None:
    assert ranked(ballots(["A>B>C", "C>A>B"]), Method.MEDIAN).scores == {"A": 1.5, "B": 2.5, "C": 2.0}


def test_an_empty_place_is_a_grade_that_nobody_has() -> None:
    both = [Ballot(Fraction(1), (("A",), (), ("B",))), Ballot(Fraction(1), (("B",), ("A",)))]
    found = ranked(both, Method.MAJORITY)
    assert (found.order, found.scores) == ((("A",), ("B",)), {"A": 2.0, "B": 3.0})


def test_a_million_voters_are_counted_as_fast_as_three() -> None:
    assert ordered([f"A>B*{10**12}", "B>A*1"], Method.MAJORITY) == [{"A"}, {"B"}]
