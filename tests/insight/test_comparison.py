"""What the ratings say: low medians, intervals for what is not known, and no zero anywhere."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from smes_panel.insight.comparison import compared, to_discuss
from smes_panel.model.assessment import Answer, Rating, RatingState
from smes_panel.model.vacancy import Criterion, Stage

GAPS = (RatingState.NOT_ASSESSABLE, RatingState.NOT_RATED, RatingState.ABSTAINED)
UNASKED = (RatingState.RECUSED, RatingState.NOT_ASKED)
ANSWERS = [Answer(RatingState.RATED, level) for level in (1, 2, 3, 4)] + [
    Answer(state) for state in RatingState if state is not RatingState.RATED
]


def criteria(*weights: float | None) -> tuple[Criterion, ...]:
    return tuple(Criterion(f"C{place:02d}", "critère", weight=weight) for place, weight in enumerate(weights, start=1))


def of(member: str, *answers: Answer) -> list[Rating]:
    return [
        Rating("K-01", member, Stage.SCREENING, f"C{place:02d}", answer)
        for place, answer in enumerate(answers, start=1)
    ]


def test_a_median_is_always_a_level_that_somebody_gave() -> None:
    (one,) = compared(["K-01"], criteria(None), of("A", ANSWERS[0]) + of("B", ANSWERS[3]))
    assert (one.medians, one.low, one.high) == ({"C01": 1}, {"C01": 1}, {"C01": 4})


def test_weights_count_and_an_open_one_counts_once() -> None:
    (one,) = compared(["K-01"], criteria(3, None), of("A", ANSWERS[3], ANSWERS[0]))
    assert one.mean == (3 * 4 + 1) / 4


def test_a_person_nobody_rated_has_no_mean_and_the_widest_interval() -> None:
    (one,) = compared(["K-01"], criteria(1, 1), of("A", Answer(), Answer(RatingState.NOT_ASSESSABLE)))
    assert (one.mean, one.total_low, one.total_high, one.rated, one.asked) == (None, 1.0, 4.0, 0, 2)


def test_a_recused_member_leaves_no_gap() -> None:
    (one,) = compared(["K-01"], criteria(1), of("A", ANSWERS[2]) + of("B", Answer(RatingState.RECUSED)))
    assert (one.mean, one.total_low, one.total_high, one.rated, one.asked) == (3.0, 3.0, 3.0, 1, 1)


def test_two_levels_apart_is_a_disagreement_and_one_is_none() -> None:
    given = of("A", *(ANSWERS[level] for level in (0, 1, 3))) + of("B", *(ANSWERS[level] for level in (1, 3, 3)))
    (one,) = compared(["K-01"], criteria(1, 1, 1), given)
    assert [one.spread(code) for code in one.medians] == [1, 2, 0]
    assert ([one.apart(code) for code in one.medians], one.disagreements) == ([False, True, False], 1)


def test_only_an_essential_criterion_whose_median_is_1_is_not_shown() -> None:
    asked = (
        Criterion("C01", "essentiel", essential=True),
        Criterion("C02", "souhaité", essential=False),
        Criterion("C03", "ouvert"),
        Criterion("C04", "essentiel", essential=True),
        Criterion("C05", "sans note", essential=True),
    )
    (one,) = compared(["K-01"], asked, of("A", *[ANSWERS[0]] * 3, ANSWERS[1], Answer(RatingState.NOT_ASSESSABLE)))
    assert one.unshown == ("C01",)


def test_each_gap_keeps_its_own_name() -> None:
    given = [rating for place, state in enumerate((*GAPS, *UNASKED)) for rating in of(f"M{place}", Answer(state))]
    (one,) = compared(["K-01"], criteria(1), given)
    assert (one.gaps, one.spread("C01"), one.whole) == ({"C01": tuple(sorted(GAPS))}, None, False)


def test_applications_come_in_the_order_given_which_is_no_order_of_merit() -> None:
    assert [one.key for one in compared(["K-02", "K-01"], criteria(1), of("A", ANSWERS[3]))] == ["K-02", "K-01"]


@given(
    weights=st.lists(st.integers(1, 5), min_size=1, max_size=3),
    grids=st.lists(st.lists(st.sampled_from(ANSWERS), min_size=3, max_size=3), min_size=1, max_size=3),
)
def test_the_interval_is_what_trying_every_level_in_every_gap_gives(
    weights: list[int], grids: list[list[Answer]]
) -> None:
    width = len(weights)
    ratings = [r for place, grid in enumerate(grids) for r in of(f"M{place}", *grid[:width])]
    (one,) = compared(["K-01"], criteria(*weights), ratings)
    cells = [[grid[place] for grid in grids if grid[place].state not in UNASKED] for place in range(width)]
    gaps = sum(answer.state in GAPS for column in cells for answer in column)
    tried = []
    for filling in product((1, 2, 3, 4), repeat=gaps):
        left = list(filling)
        columns = [[answer.level or left.pop() for answer in column] for column in cells]
        rated = [(w, c) for w, c in zip(weights, columns, strict=True) if c]
        if rated:
            tried.append(sum(Fraction(w * sum(c), len(c)) for w, c in rated) / sum(w for w, _ in rated))
    if tried:
        assert one.total_low is not None
        assert one.total_high is not None
        assert (abs(one.total_low - min(tried)) < 1e-9, abs(one.total_high - max(tried)) < 1e-9) == (True, True)
    else:
        assert (one.total_low, one.total_high) == (None, None)
    assert one.asked - one.rated == gaps


@given(st.lists(st.sampled_from(ANSWERS), min_size=1, max_size=6))
def test_what_is_no_level_never_moves_a_median_or_a_mean(answers: list[Answer]) -> None:
    everybody = [r for place, answer in enumerate(answers) for r in of(f"M{place}", answer)]
    raters = [r for r in everybody if r.answer.state is RatingState.RATED]
    (one,), (other,) = compared(["K-01"], criteria(2), everybody), compared(["K-01"], criteria(2), raters)
    assert (one.medians, one.low, one.high, one.mean) == (other.medians, other.low, other.high, other.mean)


def test_who_is_discussed_first_is_whom_the_members_disagree_most_on() -> None:
    def rated(key: str, *pairs: str) -> list[Rating]:
        return [
            Rating(key, member, Stage.SCREENING, f"C{place:02d}", Answer(RatingState.RATED, int(level)))
            for place, pair in enumerate(pairs, start=1)
            for member, level in zip("AB", pair, strict=True)
        ]

    given = (
        rated("K-01", "12", "34") + rated("K-02", "13", "34") + rated("K-03", "14", "33") + rated("K-04", "13", "24")
    )
    lines = compared(["K-01", "K-02", "K-03", "K-04"], criteria(None, None), given)
    # Two criteria before one; then four levels' distance in all before three, and a tie in the order of the numbers.
    assert [one.key for one in to_discuss(lines)] == ["K-04", "K-02", "K-03"]
