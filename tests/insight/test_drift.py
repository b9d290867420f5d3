"""The drift hint: sober, symmetric, and silent where little is known."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from smes_panel.insight.drift import FEWEST, drift

files = st.lists(st.lists(st.integers(1, 4), max_size=4), max_size=20)


@given(files)
def test_read_backwards_first_and_last_change_places(levels: list[list[int]]) -> None:
    told, back = drift(levels), drift(levels[::-1])
    if told is None or back is None:
        assert told is back
        assert sum(map(bool, levels)) < FEWEST
    else:
        assert (told.first, told.last, told.files) == (back.last, back.first, back.files)
        assert told.notable == back.notable


@given(st.integers(1, 4), st.integers(FEWEST, 30))
def test_who_always_gives_the_same_does_not_drift(level: int, count: int) -> None:
    told = drift([[level]] * count)
    assert told is not None
    assert (told.first, told.last, told.notable) == (level, level, False)


def test_half_a_level_is_worth_a_second_look_and_less_is_not() -> None:
    assert [drift([[2, 2]] * 4 + [[2, 2]] * 2 + [last] * 3).notable for last in ([2, 3], [2, 2, 2, 3])] == [True, False]  # type: ignore[union-attr]


def test_a_file_without_a_level_counts_for_nothing() -> None:
    assert drift([[1]] * 7 + [[]] * 5) is None
