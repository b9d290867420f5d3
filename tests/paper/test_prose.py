"""What letters say well: dates, hours, lists, plurals and the joints of French."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.model.words import Language, typeset
from smes_panel.paper import prose

FR, NL, EN = Language.FR, Language.NL, Language.EN


def plain(text: str) -> str:
    return text.replace(prose.NBSP, " ")


@pytest.mark.parametrize(
    ("when", "language", "weekday", "said"),
    [
        (date(2022, 7, 1), FR, False, "1er juillet 2022"),
        (date(2022, 7, 11), FR, False, "11 juillet 2022"),
        (date(2022, 7, 5), FR, True, "mardi 5 juillet 2022"),
        (date(2022, 8, 1), FR, True, "lundi 1er août 2022"),
        (date(2022, 7, 1), NL, False, "1 juli 2022"),
        (date(2022, 7, 4), NL, True, "maandag 4 juli 2022"),
        (date(2022, 7, 4), EN, True, "Monday 4 July 2022"),
    ],
)
def test_a_date_is_said_in_full(when: date, language: Language, weekday: bool, said: str) -> None:
    assert plain(prose.day(when, language, weekday=weekday)) == said


@pytest.mark.parametrize(
    ("when", "language", "said"),
    [
        (time(14, 30), FR, "14 h 30"),
        (time(9), FR, "9 h"),
        (time(9, 5), FR, "9 h 05"),
        (time(14, 30), NL, "14.30 uur"),
        (time(9), NL, "9 uur"),
        (time(9), EN, "9:00"),
    ],
)
def test_an_hour_is_said_as_in_a_sentence(when: time, language: Language, said: str) -> None:
    assert plain(prose.hour(when, language)) == said


@given(st.dates(min_value=date(1990, 1, 1)), st.sampled_from(Language))
def test_a_date_never_parts_its_day_from_its_month(when: date, language: Language) -> None:
    said = prose.day(when, language)
    assert said.split(" ")[0].split(prose.NBSP)[0].removesuffix("er") == str(when.day)
    assert said.split(" ")[-1] == str(when.year)


@given(st.times(), st.sampled_from(Language))
def test_an_hour_never_breaks(when: time, language: Language) -> None:
    assert " " not in prose.hour(when, language)


@pytest.mark.parametrize(
    ("count", "language", "said"),
    [
        (0, FR, "0 candidature"),
        (1, FR, "1 candidature"),
        (2, FR, "2 candidatures"),
        (23, FR, "23 candidatures"),
        (1234, FR, "1 234 candidatures"),
        (0, NL, "0 candidatures"),
        (1, NL, "1 candidature"),
        (1234, NL, "1.234 candidatures"),
    ],
)
def test_a_noun_agrees_with_its_number(count: int, language: Language, said: str) -> None:
    assert plain(prose.counted(count, "candidature", "candidatures", language)) == said


@pytest.mark.parametrize(("value", "language", "said"), [(19.0, FR, "19"), (37.5, FR, "37,5"), (37.5, NL, "37,5")])
def test_hours_a_week_have_the_comma_of_the_language(value: float, language: Language, said: str) -> None:
    assert prose.number(value, language) == said


@pytest.mark.parametrize(
    ("items", "language", "said"),
    [
        ((), FR, ""),
        (("A",), FR, "A"),
        (("A", "B"), FR, "A et B"),
        (("A", "B", "C"), FR, "A, B et C"),
        (("A", "B", "C"), NL, "A, B en C"),
        (("A", "B", "C"), EN, "A, B and C"),
    ],
)
def test_a_list_ends_with_its_word(items: tuple[str, ...], language: Language, said: str) -> None:
    assert prose.listed(items, language) == said


@pytest.mark.parametrize(
    ("before", "value", "said"),
    [
        ("la fonction de ", "animateur", "la fonction d’animateur"),
        ("la fonction de ", "chargé·e de projets", "la fonction de chargé·e de projets"),
        ("la fonction de ", "éducateur", "la fonction d’éducateur"),
        ("la fonction de ", "œnologue", "la fonction d’œnologue"),
        ("la fonction de ", "hôte·sse d’accueil", "la fonction d’hôte·sse d’accueil"),
        ("la fonction de ", "historien·ne", "la fonction d’historien·ne"),
        ("la fonction de ", "huissier", "la fonction d’huissier"),
        ("la fonction de ", "harpiste", "la fonction de harpiste"),
        ("la fonction de ", "haut fonctionnaire", "la fonction de haut fonctionnaire"),
        ("la fonction de ", "yogathérapeute", "la fonction de yogathérapeute"),
        ("la fonction de ", "« animateur »", "la fonction de « animateur »"),
        ("auprès de ", "Aline Exemple", "auprès d’Aline Exemple"),
        ("auprès de ", "Yves Modèle", "auprès d’Yves Modèle"),
        ("auprès de ", "Yasmina Modèle", "auprès de Yasmina Modèle"),
        ("auprès de ", "Le Roy", "auprès de Le Roy"),
        ("auprès de ", "le secrétariat", "auprès du secrétariat"),
        ("auprès de ", "les ressources humaines", "auprès des ressources humaines"),
        ("à ", "le secrétariat", "au secrétariat"),
        ("À ", "les bureaux", "Aux bureaux"),
        ("de ", "11 personnes", "de 11 personnes"),
        ("de ", "onze personnes", "de onze personnes"),
        ("jusque ", "ici", "jusqu’ici"),
        ("le ", "8 juillet", "le 8 juillet"),
        ("code ", "animateur", "code animateur"),
    ],
)
def test_french_elides_and_contracts_before_a_value(before: str, value: str, said: str) -> None:
    assert prose.joined(before, value, FR) == said


@given(st.text(), st.sampled_from(["functie van ", "de ", "le ", "que "]))
def test_dutch_joins_without_touching_anything(value: str, before: str) -> None:
    assert prose.joined(before, value, NL) == before + value


@given(st.text(), st.sampled_from(["la fonction de ", "que ", "jusque ", "à ", "avec "]))
def test_french_keeps_a_value_whole_but_for_its_contracted_article(value: str, before: str) -> None:
    article = value.startswith(("le ", "les "))
    assert article or prose.joined(before, value, FR).endswith(value)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Chargé·e de projets Connect", "chargé·e de projets Connect"),
        ("Animateur", "animateur"),
        ("Éducateur·rice Housing First", "éducateur·rice Housing First"),
        ("IT manager", "IT manager"),
        ("RH et communication", "RH et communication"),
        ("IJkmeester", "ijkmeester"),
        ("“Chargé·e de projets Connect”", "“chargé·e de projets Connect”"),
        ("", ""),
        ("A", "A"),
    ],
)
def test_a_title_inside_a_sentence_keeps_its_proper_nouns(written: str, said: str) -> None:
    assert prose.in_sentence(written) == said


def test_a_title_with_its_own_article_is_quoted_in_french() -> None:
    assert plain(prose.title("Un·e chargé·e de projets", FR)) == "« Un·e chargé·e de projets »"
    assert plain(prose.title("Le ou la chargé·e de projets", FR)) == "« Le ou la chargé·e de projets »"
    assert prose.title("Lacteur", FR) == "lacteur"


@given(st.text())
def test_a_title_changes_by_one_letter_case_at_most(written: str) -> None:
    assert prose.in_sentence(written).casefold() == written.casefold()


def test_french_signs_never_begin_a_line() -> None:
    n = prose.NBSP
    assert typeset("« oui » ou « non » : à vous ; merci ?", FR) == (
        f"«{n}oui{n}» ou «{n}non{n}»{n}: à vous{n}; merci{n}?"
    )
    assert typeset("“ja” of “nee”: aan u", NL) == "“ja” of “nee”: aan u"
