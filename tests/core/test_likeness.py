"""What two applications share, and when the later completes the earlier: the rules by themselves."""

from __future__ import annotations

import pytest

from smes_panel.model.likeness import completes, same_text, says_whose


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (["cv"], ["letter"], True),
        (["cv"], ["cv", "letter"], True),
        (["cv"], ["other"], True),
        ([], [], True),
        (["cv"], ["cv"], False),
        (["cv", "letter"], ["letter"], False),
        (["cv", "letter"], ["other"], True),
        (["cv", "letter"], ["cv", "letter"], False),
    ],
)
def test_a_later_mail_completes_what_lacks_what_it_brings(first: list[str], second: list[str], expected: bool) -> None:
    assert completes(first, second) == expected


def test_a_cv_under_two_names_says_whose_it_is_and_a_form_does_not() -> None:
    assert says_whose("cv", {"Zoé Modèle", "Yan Exemple"}) is True
    assert says_whose("other", {"Zoé Modèle", "Yan Exemple"}) is False
    assert says_whose("cv", {"Zoé Modèle", "Yan Exemple", "Ana Fictive"}) is False
    assert says_whose("other", {"Zoé Modèle", "Z. Modele", ""}) is True


def test_the_same_words_are_known_in_another_file_however_they_are_spaced_and_accented() -> None:
    words = "Expérience de médiation au musée fictif de Modèleville. " * 6
    assert same_text(words) == same_text(words.upper().replace(" ", "\n"))
    assert same_text(words) != same_text(words + "Encore.")
    assert same_text("Trop court.") == ""
