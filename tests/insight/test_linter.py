"""The remarks on a checklist: what is said, of which criterion, and what is left in peace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from smes_panel.insight.linter import asks_two_things, remarks
from smes_panel.intake.example import example
from smes_panel.intake.posting import criteria_of, posting_text, read_posting
from smes_panel.model.vacancy import Criterion, Stage
from smes_panel.model.words import Words

REAL = Path(__file__).resolve().parents[2] / ".." / "shared" / "posting" / "connect-2022.txt"


def said(criteria: tuple[Criterion, ...], kind: str) -> list[str]:
    return [remark.criterion for remark in remarks(criteria) if remark.kind == kind]


def test_the_example_is_complete_and_keeps_the_doubts_of_its_posting() -> None:
    _, criteria = example("connect")
    assert [(remark.criterion, remark.kind) for remark in remarks(criteria)] == [
        ("C03", "asks_two_things"),
        ("C06", "asks_two_things"),
        ("C07", "asks_two_things"),
        ("C08", "asks_two_things"),
        ("C09", "asks_two_things"),
        ("C14", "seniority"),
    ]


def test_a_checklist_fresh_from_its_posting_lacks_stages_anchors_and_questions() -> None:
    if not REAL.exists():
        pytest.skip("the real posting is not beside the project")
    criteria = criteria_of(read_posting(posting_text(REAL)))
    codes = [criterion.code for criterion in criteria]
    assert said(criteria, "no_stage") == said(criteria, "no_anchors") == said(criteria, "no_question") == codes


def test_a_criterion_read_in_the_file_only_needs_no_question() -> None:
    criterion = Criterion("C01", "Diplôme", stages=(Stage.SCREENING,))
    assert [remark.kind for remark in remarks((criterion,))] == ["no_anchors"]


def test_an_anchor_missing_at_one_stage_names_that_stage() -> None:
    levels = {level: Words(fr="repère") for level in (1, 2, 3, 4)}
    criterion = Criterion("C02", "Écoute", stages=tuple(Stage), anchors={Stage.SCREENING: levels})
    [remark] = [remark for remark in remarks((criterion,)) if remark.kind == "no_anchors"]
    assert remark.words.fr == "C2 n’a pas de repère pour chaque niveau à l’étape entretien."


def test_sub_criteria_answer_the_remark_on_their_parent() -> None:
    _, criteria = example("connect")
    parent = criteria[7]
    halves = (replace(parent, code="C08a", parent="C08"), replace(parent, code="C08b", parent="C08"))
    assert said((parent, *halves), "asks_two_things") == []


@pytest.mark.parametrize(
    ("wording", "dutch"),
    [
        ("Maîtrise du français et du néerlandais", False),
        ("Langues : français et néerlandais", False),
        ("Autonomie, rigueur, créativité", False),
        ("Excellentes capacités rédactionnelles ainsi que relationnelles", False),
        ("Goede kennis van het Nederlands en het Frans", True),
        ("Organisatietalent evenals zin voor initiatief", True),
    ],
)
def test_two_things_in_one_line_are_noticed(wording: str, *, dutch: bool) -> None:
    assert asks_two_things(wording, dutch=dutch)


@pytest.mark.parametrize(
    ("wording", "dutch"),
    [
        ("Diplôme en sciences politiques et sociales, droit, etc. ou expérience équivalente", False),
        ("Bachelier et/ou une expérience probante en regard de la fonction", False),
        ("Connaissance de l’anglais, du néerlandais ou d’une autre langue", False),
        ("Compréhension des enjeux en termes d’accès aux droits et aux soins", False),
        ("Disponible certains week-ends et soirées", False),
        ("Intérêt marqué (cinéma, théâtre et danse)", False),
        ("Aisance à s’exprimer en public", False),
        ("Capacité à travailler en équipe", False),
        ("Bachelordiploma of gelijkwaardige ervaring", True),
        ("HBO werk- en denkniveau", True),
        ("Je hebt een open geest", True),
    ],
)
def test_an_equivalence_an_alternative_or_a_circumstance_is_one_thing(wording: str, *, dutch: bool) -> None:
    assert not asks_two_things(wording, dutch=dutch)


@pytest.mark.parametrize(
    "wording",
    ["Minimum 5 ans d’expérience", "Trois années d’ancienneté", "Je hebt 2 jaar ervaring", "Ervaring van vijf jaar"],
)
def test_years_used_as_a_score_are_noticed(wording: str) -> None:
    assert said((Criterion("C01", wording),), "seniority") == ["C01"]


@pytest.mark.parametrize(
    "wording", ["Expérience en récolte de fonds", "Avoir 5 ans devant soi", "Ervaring met de doelgroep"]
)
def test_experience_without_years_is_left_in_peace(wording: str) -> None:
    assert said((Criterion("C01", wording),), "seniority") == []


def test_every_remark_speaks_three_languages_and_names_its_criterion() -> None:
    posting = read_posting("Profil\n- Français et anglais\n- 5 ans d’expérience\n")
    for remark in remarks(criteria_of(posting)):
        for words in (remark.words.fr, remark.words.nl, remark.words.en):
            assert words.startswith(f"C{int(remark.criterion[1:])} ")
            assert "{" not in words
