"""The comparison table on paper: every figure of the query, legible at any size, and the same on a fax."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO, StringIO

import pypdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smes_panel.insight.comparison import compared
from smes_panel.model.assessment import Answer, Rating, RatingState
from smes_panel.model.comparison import Compared
from smes_panel.model.decision import Outcome
from smes_panel.model.vacancy import Criterion, Posting, Stage, Vacancy
from smes_panel.model.words import Language, Words
from smes_panel.paper.comparison import comparison_pdf
from smes_panel.paper.facts import ComparisonFacts, Recruitment, comparison_facts
from smes_panel.paper.spreadsheet import comparison_rows, csv_bytes, safe
from smes_panel.queries.answers import Consensus, Correction, Opened
from tests.paper.rendered import fonts_without_a_file, lines_and_rules, overlaps, words

MEMBERS = ("Maude Jury", "Dries Comité", "Sofia Panel", "Rachid Avis")
LABELS = (
    "Diplôme",
    "Contexte sociopolitique bruxellois",
    "Enjeux du cumul des problématiques",
    "Français, néerlandais",
)
NAMES = ("Yasmina Modèle", "Marie-Françoise Personnage-Inventé de la Longue-Particule", "Łukasz Őrs", "")


def criteria(many: int) -> tuple[Criterion, ...]:
    return tuple(
        Criterion(
            f"C{number:02d}",
            "",
            label=Words(LABELS[number % 4], LABELS[(number + 1) % 4], LABELS[(number + 2) % 4]),
            essential=number % 3 != 0,
            weight=None if number % 5 == 0 else float(1 + number % 3),
        )
        for number in range(1, many + 1)
    )


def answer(person: int, criterion: int, member: int) -> Answer:
    """Ratings of every kind, the same each time: all levels, gaps of one member, gaps of all."""
    turn = person * 7 + criterion * 5 + member * (1 + (person + criterion) % 3)
    if (person + criterion) % 11 == 0:
        return Answer(RatingState.NOT_ASSESSABLE)
    if (person + criterion) % 13 == 0:
        return Answer(RatingState.NOT_RATED)
    return Answer(RatingState.ABSTAINED) if turn % 17 == 0 else Answer(RatingState.RATED, 1 + turn % 4)


def lines(people: int, profile: tuple[Criterion, ...]) -> tuple[Compared, ...]:
    keys = [f"K-{number:02d}" for number in range(1, people + 1)]
    return compared(
        keys,
        profile,
        [
            Rating(key, name, Stage.SCREENING, criterion.code, answer(person, column, member))
            for person, key in enumerate(keys)
            for column, criterion in enumerate(profile)
            for member, name in enumerate(MEMBERS)
        ],
    )


def facts(people: int = 13, many: int = 10, language: Language = Language.FR) -> ComparisonFacts:
    profile = criteria(many)
    found = lines(people, profile)
    return ComparisonFacts(
        organisation="Smes asbl",
        title="Chargé·e de projets Connect, CDD mi-temps",
        reference="CP-2022-06",
        stage=Stage.SCREENING,
        language=language,
        criteria=profile,
        lines=found,
        names={one.key: NAMES[place % 4] for place, one in enumerate(found)},
        outcomes={one.key: Outcome.NOT_SHORTLISTED for one in found[::2]},
        raters=4,
        frozen_on=datetime(2022, 6, 13, tzinfo=UTC).date(),
        seen_at=datetime(2022, 6, 24, 7, 12, tzinfo=UTC),
    )


def digits(content: bytes, keys: list[str]) -> dict[str, list[str]]:
    """Per key, what stands in its row after the name, as pypdf reads the page."""
    found: dict[str, list[str]] = {}
    for page in pypdf.PdfReader(BytesIO(content)).pages:
        key = ""
        for line in page.extract_text().splitlines():
            said = line.strip()
            if said in keys:
                key = said
                found[key] = []
            elif key and said:
                found[key].append(said)
    return found


def shown(one: Compared) -> list[str]:
    """The digits that a row must show, gaps by their sign."""
    said = []
    for code, median in one.medians.items():
        if median is not None:
            said.append(str(median))
        elif RatingState.NOT_RATED in one.gaps[code]:
            said.append("·")
        else:
            said.append("–")
    return said


def test_every_median_on_the_page_is_that_of_the_query() -> None:
    asked = facts()
    read = digits(comparison_pdf(asked), [one.key for one in asked.lines])
    for one in asked.lines:
        start = 1 if asked.names[one.key] else 0
        assert (one.key, read[one.key][start : start + 10]) == (one.key, shown(one))


def test_the_table_says_what_it_is_how_it_is_ordered_and_that_it_decides_nothing() -> None:
    said = words(comparison_pdf(facts()))
    for text in (
        "Tableau comparatif, étape dossier",
        "13 candidatures, avis remis par 4 membres",
        "Situation au 24 juin 2022, 9 h 12",
        "Ordre des numéros, jamais un classement. La moyenne aide à discuter ; elle ne décide pas.",
        "critères et poids arrêtés le 13 juin 2022",
        "À détruire après la réunion du jury",
        "non retenu·e",
        "Page 1 sur 1",
    ):
        assert text.replace(" ", "\u00a0") in said.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("order", "expected"),
    [("C03", "Ordre : critère 3. L’ordre aide à discuter"), ("mean", "Ordre : moyenne pondérée. L’ordre aide")],
)
def test_another_order_than_that_of_the_numbers_is_said(order: str, expected: str) -> None:
    said = words(comparison_pdf(replace(facts(), sorted_by=order))).replace("\u00a0", " ")
    assert (expected in said, "jamais un classement" in said) == (True, False)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.NL, ("Vergelijkende tabel, fase dossier", "gewicht", "niet te beoordelen", "Pagina 1 van 1")),
        (Language.EN, ("Comparison, file stage", "weight", "cannot be assessed", "Page 1 of 1")),
    ],
)
def test_its_words_are_in_its_language(language: Language, expected: tuple[str, ...]) -> None:
    said = words(comparison_pdf(facts(language=language)))
    assert [text for text in expected if text not in said] == []


def test_a_gap_makes_an_interval_and_never_a_zero() -> None:
    (one,) = (one for one in facts(people=1).lines if not one.whole)
    said = words(comparison_pdf(facts(people=1)))
    assert one.total_low is not None
    assert one.total_high is not None
    assert f"({one.total_low:.1f}–{one.total_high:.1f})".replace(".", ",") in said


def test_the_same_facts_give_the_same_bytes_and_every_font_is_carried_along() -> None:
    content = comparison_pdf(facts())
    assert comparison_pdf(facts()) == content
    assert fonts_without_a_file(content) == []
    assert [
        tuple(round(float(side)) for side in page.mediabox[2:]) for page in pypdf.PdfReader(BytesIO(content)).pages
    ] == [(842, 595)]


@settings(max_examples=8, deadline=None)
@given(people=st.integers(1, 40), many=st.integers(1, 30), language=st.sampled_from(Language))
@example(people=40, many=30, language=Language.NL)
@example(people=1, many=1, language=Language.FR)
def test_nothing_is_printed_over_anything_else_at_any_size(people: int, many: int, language: Language) -> None:
    content = comparison_pdf(facts(people, many, language))
    pages = lines_and_rules(content)
    assert [overlaps(text) for text, _ in pages] == [0] * len(pages)
    # rendered.py measures from the foot of a page of 297 mm; these are 210 high.
    assert [text for text, _ in pages if text[:, 0].min() < 11.9 or text[:, 2].max() > 285.2] == []
    assert [text for text, _ in pages if text[:, 3].max() - 87 > 205] == []


def test_every_criterion_of_every_person_is_on_some_page_once() -> None:
    asked = facts(people=40, many=30)
    pages = pypdf.PdfReader(BytesIO(comparison_pdf(asked))).pages
    said = [page.extract_text() for page in pages]
    assert len(pages) == 6
    assert [sum(f"{one.key}\n" in text for text in said) for one in asked.lines] == [3] * 40


@pytest.mark.parametrize("name", ["<b>&amp;", "Ж" * 300, "\u202eabc\x00", "日本 太郎", "A" * 5000])
def test_a_hostile_name_is_printed_as_text_inside_its_cell(name: str) -> None:
    asked = facts(people=2)
    content = comparison_pdf(replace(asked, names={"K-01": name, "K-02": name}))
    assert [overlaps(text) for text, _ in lines_and_rules(content)] == [0]


@given(st.text(max_size=12))
def test_no_cell_of_the_export_is_a_formula_and_its_text_comes_back(text: str) -> None:
    (row,) = csv.reader(StringIO(csv_bytes([[text]]).decode(), newline="")) if text else [[safe(text)]]
    assert row[0][:1] not in {"=", "+", "-", "@", "\t", "\r", "\n"}
    assert row[0].removeprefix("'").encode("utf-8", "replace") == text.removeprefix("'").encode("utf-8", "replace")


def test_the_export_has_the_figures_of_the_query() -> None:
    asked = facts(people=5, many=3)
    head, *rows = comparison_rows(asked.lines, {**asked.names, "K-02": "=cmd()"})
    assert head[:5] == ["key", "name", "C01", "C02", "C03"]
    assert [row[0] for row in rows] == [one.key for one in asked.lines]
    for row, one in zip(rows, asked.lines, strict=True):
        assert row[2:5] == ["" if level is None else str(level) for level in one.medians.values()]
        assert row[-2:] == ["" if end["C03"] is None else str(end["C03"]) for end in (one.low, one.high)]
    assert b"'=cmd()" in csv_bytes([head, *rows])


def test_what_the_panel_concluded_and_what_was_corrected_stands_under_the_table_and_in_the_spreadsheet() -> None:
    profile = criteria(10)
    found = lines(3, profile)
    opened = Opened(Stage.SCREENING, profile, ("K-01", "K-02", "K-03"), ())
    concluded = {
        ("K-01", "C01"): Consensus(3, 2, "=Trois exemples donnés.", None),
        ("K-09", "C01"): Consensus(1, 1, "", None),
    }
    second = Rating("K-02", MEMBERS[1], Stage.SCREENING, "C02", Answer(RatingState.RATED, 4))
    made = comparison_facts(
        Recruitment("0" * 8, Vacancy(Posting("", Language.FR), None, None, None), (), {}),
        opened,
        found,
        names={},
        outcomes={},
        language=Language.FR,
        seen_at=datetime(2022, 6, 24, 7, 12, tzinfo=UTC),
        consensus=concluded,
        corrections=[Correction(second, Answer(RatingState.NOT_ASSESSABLE), None, "La lettre le disait.")],
        said=("Une phrase.",),
    )
    assert made.said == (
        "Conclusion du jury, K-01, critère 1\u00a0: 3 (médiane 2). =Trois exemples donnés.",
        f"Avis corrigé après l’ouverture, {MEMBERS[1]}, K-02, critère 2\u00a0: –, puis 4. La lettre le disait.",
        "Une phrase.",
    )
    head, *rows = comparison_rows(found, {}, concluded)
    assert head[-2:] == ["C01_panel", "C01_panel_why"]
    assert [row[-2:] for row in rows] == [["3", "=Trois exemples donnés."], ["", ""], ["", ""]]
    assert "'=Trois" in csv_bytes([head, *rows]).decode()
