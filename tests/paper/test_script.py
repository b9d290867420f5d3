"""Right to left: Arabic letters join as their neighbours ask, and a line is drawn in its order."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.paper.script import unjoined, visual


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("محمد", "\ufeaa\ufee4\ufea4\ufee3"),
        ("سلام", "\ufee1\ufefc\ufeb3"),
        ("شلومو", "\ufeee\ufee3\ufeee\ufee0\ufeb7"),
        ("Bonjour דוגמה,", "Bonjour המגוד,"),
        ("שלום 12 (א)", "(א) 12 םולש"),
        ("مثال 48 (ب)", "(\ufe8f) 48 \ufedd\ufe8e\ufe9c\ufee3"),
        ("Ana Modèle", "Ana Modèle"),
    ],
)
def test_a_line_is_drawn_as_its_readers_expect(written: str, drawn: str) -> None:
    assert visual(written) == drawn


@given(st.text(st.sampled_from("محدلاسeB 12(),-\u064b של"), max_size=20))
def test_nothing_is_lost_on_the_way_to_the_page(text: str) -> None:
    drawn = unicodedata.normalize("NFKC", visual(text))
    assert sorted(drawn.translate(str.maketrans(")", "("))) == sorted(
        unicodedata.normalize("NFKC", text).translate(str.maketrans(")", "("))
    )


@given(st.text(st.characters(max_codepoint=0x58F)))
def test_text_from_left_to_right_stays_as_it_is(text: str) -> None:
    assert visual(text) == text


def test_a_letter_whose_joined_forms_are_not_known_is_said_to_be_so() -> None:
    assert [unjoined(sign) for sign in ("م", "پ", "ے", "ש", "a", "1", "ڼ", "\u07ca")] == [False] * 6 + [True] * 2
