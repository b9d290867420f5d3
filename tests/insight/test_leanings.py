"""Severity and halo: a member beside the colleagues on the same cells."""

from __future__ import annotations

import pytest

from smes_panel.insight.leanings import leanings
from smes_panel.model.assessment import Answer, Rating, RatingState
from smes_panel.model.comparison import Leaning
from smes_panel.model.vacancy import Stage


def of(member: str, **levels: str) -> list[Rating]:
    """Each word is an application, each letter a criterion; a point is a gap."""
    return [
        Rating(
            key,
            member,
            Stage.SCREENING,
            f"C{place:02d}",
            Answer() if level == "." else Answer(RatingState.RATED, int(level)),
        )
        for key, given in levels.items()
        for place, level in enumerate(given, start=1)
    ]


def test_a_severe_member_lies_below_the_colleagues_on_the_same_cells() -> None:
    severe, other, third = leanings(of("A", one="12") + of("B", one="23") + of("C", one="44"))
    assert (severe.severity, other.severity, third.severity) == (-1.75, -0.25, 2.0)
    assert (severe.cells, other.cells, third.cells) == (2, 2, 2)


def test_a_member_who_rates_all_alike_has_a_small_spread() -> None:
    halo, other = leanings(of("A", one="333", two="22.") + of("B", one="234", two="14."))
    assert (halo.spread, halo.applications) == (0.0, 2)
    assert other.spread == pytest.approx(((2 / 3) ** 0.5 + 1.5) / 2)
    assert halo.colleagues_spread == other.spread


def test_cells_that_no_colleague_rated_say_nothing_of_a_member() -> None:
    assert leanings(of("A", one="12", two="3.") + of("B", one="..", two="..")) == (
        Leaning("A", 0, None, 0, None, None),
    )


def test_nobody_leans_where_nobody_rated() -> None:
    assert leanings(of("A", one="..")) == ()
