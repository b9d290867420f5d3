"""The pure rules of the model: answers as typed, text as searched, and what is late."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.errors import BadInput, PanelError, UnknownName
from smes_panel.model.application import Timeliness, key_of, timeliness
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.settlement import is_rule, settled
from smes_panel.model.words import searchable

CODES = ("C01", "C02")
INSTANTS = st.integers(0, 2**32).map(lambda seconds: datetime.fromtimestamp(seconds, tz=UTC))


@pytest.mark.parametrize(
    ("question", "typed", "kept"),
    [
        ("weight.C01", "2", "2"),
        ("weight.C01", "0,5", "0.5"),
        ("weight.C01", " 1.50 ", "1.5"),
        ("weight.C01", "100", "100"),
        ("essential.C01", "Oui", "true"),
        ("essential.C01", "neen", "false"),
        ("essential.C01", "souhaité", "false"),
        ("stages.C01", "dossier", "screening"),
        ("stages.C01", "gesprek, dossier", "screening,interview"),
        ("closes_at", "2022-06-20T23:59", "2022-06-20T23:59:00+02:00"),
        ("closes_at", "20/06/2022 23h59", "2022-06-20T23:59:00+02:00"),
        ("closes_at", "2022-12-20 12:00", "2022-12-20T12:00:00+01:00"),
        ("closes_at", "2022-12-20T12:00+00:00", "2022-12-20T12:00:00+00:00"),
        ("reference", "  REF   1 ", "REF 1"),
        ("sender.address", "avenue du Spécimen 1", "avenue du Spécimen 1"),
    ],
)
def test_an_answer_is_kept_in_one_spelling(question: str, typed: str, kept: str) -> None:
    assert settled(question, typed, CODES) == kept


@pytest.mark.parametrize(
    ("question", "typed", "error"),
    [
        ("weight.C01", "0", BadInput),
        ("weight.C01", "101", BadInput),
        ("weight.C01", "nan", BadInput),
        ("weight.C01", "inf", BadInput),
        ("weight.C01", "deux", BadInput),
        ("weight.C09", "2", UnknownName),
        ("essential.C01", "peut-être", BadInput),
        ("stages.C01", "demain", BadInput),
        ("stages.C01", ",", BadInput),
        ("closes_at", "2022-06-20", BadInput),
        ("closes_at", "2022-02-30T10:00", BadInput),
        ("closes_at", "20/06/2022", BadInput),
        ("reference", "   ", BadInput),
        ("colour", "bleu", UnknownName),
        ("weight.", "2", UnknownName),
        ("sender.shoe", "38", UnknownName),
    ],
)
def test_an_answer_that_cannot_be_read_is_refused(question: str, typed: str, error: type[PanelError]) -> None:
    with pytest.raises(error):
        settled(question, typed, CODES)


@given(st.sampled_from(["weight.C01", "essential.C01", "stages.C01", "closes_at", "reference"]), st.text(max_size=30))
def test_whatever_is_typed_is_kept_so_that_it_reads_the_same_again_or_refused(question: str, typed: str) -> None:
    try:
        kept = settled(question, typed, CODES)
    except PanelError:
        return
    assert settled(question, kept, CODES) == kept


def test_rules_of_the_selection_are_told_from_other_answers() -> None:
    assert [is_rule(one) for one in ("weight.C01", "essential.C01", "stages.C01", "closes_at")] == [True] * 4
    assert [is_rule(one) for one in ("reference", "sender.address", "name")] == [False] * 3


@pytest.mark.parametrize(
    ("written", "found"),
    [("Été", "ete"), ("CŒUR", "coeur"), ("Ĳzer", "ijzer"), ("Łódź", "lodz"), ("l’été", "l'ete"), ("ﬁn", "fin")],
)
def test_accents_ligatures_and_capitals_do_not_stop_a_search(written: str, found: str) -> None:
    assert searchable(written) == found


@given(st.text())
def test_text_made_searchable_stays_as_it_is(text: str) -> None:
    once = searchable(text)
    assert searchable(searchable(once)) == searchable(once)


@given(INSTANTS, INSTANTS)
def test_late_is_strictly_after_the_closing_instant(received: datetime, closes: datetime) -> None:
    assert (timeliness(received, closes) is Timeliness.LATE) == (received > closes)
    assert timeliness(closes, closes) is Timeliness.IN_TIME
    assert timeliness(closes + timedelta(microseconds=1), closes) is Timeliness.LATE


def test_without_an_instant_nobody_is_late() -> None:
    assert timeliness(None, datetime(2022, 6, 20, tzinfo=UTC)) is Timeliness.UNKNOWN
    assert timeliness(datetime(2022, 6, 20, tzinfo=UTC), None) is Timeliness.UNKNOWN


def test_keys_have_two_digits_and_more_when_they_need_them() -> None:
    assert [key_of(number) for number in (1, 99, 100)] == ["K-01", "K-99", "K-100"]


@pytest.mark.parametrize("level", [None, 0, 5, -1])
def test_a_rating_has_a_level_of_one_to_four(level: int | None) -> None:
    with pytest.raises(ValueError, match="does not go with"):
        Answer(RatingState.RATED, level)


@pytest.mark.parametrize("state", [state for state in RatingState if state is not RatingState.RATED])
def test_no_other_state_has_a_level(state: RatingState) -> None:
    assert Answer(state).level is None
    for level in (0, 1, 7):
        with pytest.raises(ValueError, match="does not go with"):
            Answer(state, level)
