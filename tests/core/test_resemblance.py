"""Who may be the same person: names, addresses and numbers are compared whatever their spelling, all in one go."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from smes_panel.queries.persons import _spelled

SAID = st.one_of(st.none(), st.text(max_size=12), st.text("aÉœ +@.-_1\n\r\u2028ß’Σς", max_size=8))


@given(texts=st.lists(SAID, max_size=8))
def test_many_texts_are_compared_as_each_would_be_alone(texts: list[str | None]) -> None:
    assert _spelled(texts) == [trait for text in texts for trait in _spelled([text])]


def test_accents_ligatures_signs_and_blanks_tell_nobody_apart() -> None:
    assert _spelled(["Chloé D’Œuvre", "chloe d'oeuvre", "CHLOE  DOEUVRE", None]) == ["chloedoeuvre"] * 3 + [""]
    assert _spelled(["0470 00.00-01", "+32 470"]) == ["0470000001", "+32470"]
