"""The ready example: the facts of its posting, and our words in three languages, short enough for paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from smes_panel.errors import UnknownName
from smes_panel.intake.example import example, examples
from smes_panel.intake.posting import posting_text, read_posting
from smes_panel.model.vacancy import LEVELS, Criterion, Stage
from smes_panel.model.words import Words

REAL = Path(__file__).resolve().parents[2] / ".." / "shared" / "posting" / "connect-2022.txt"


def every_word(criterion: Criterion) -> Iterator[Words]:
    yield criterion.label
    yield from criterion.questions
    for levels in criterion.anchors.values():
        yield from levels.values()


def test_the_example_says_what_the_real_posting_says() -> None:
    if not REAL.exists():
        pytest.skip("the real posting is not beside the project")
    posting, _ = example("connect")
    assert replace(posting, text="") == replace(read_posting(posting_text(REAL)), text="")


def test_reading_the_example_s_own_text_gives_its_facts() -> None:
    posting, _ = example("connect")
    assert read_posting(posting.text) == posting


def test_every_label_anchor_and_question_exists_in_three_languages() -> None:
    _, criteria = example("connect")
    for criterion in criteria:
        for words in every_word(criterion):
            assert words.fr.strip()
            assert words.nl.strip()
            assert words.en.strip()


def test_labels_and_anchors_are_short_enough_for_paper() -> None:
    _, criteria = example("connect")
    for criterion in criteria:
        anchors = [words for levels in criterion.anchors.values() for words in levels.values()]
        for words in anchors:
            assert max(map(len, (words.fr, words.nl, words.en))) <= 60
        assert max(map(len, (criterion.label.fr, criterion.label.nl, criterion.label.en))) <= 42


def test_each_stage_of_a_criterion_has_its_four_anchors_and_no_other_has_any() -> None:
    _, criteria = example("connect")
    for criterion in criteria:
        assert tuple(criterion.anchors) == criterion.stages
        assert all(tuple(levels) == LEVELS for levels in criterion.anchors.values())
        assert bool(criterion.questions) == (Stage.INTERVIEW in (criterion.stages or ()))


def test_weights_essentials_and_stages_are_those_proposed_to_the_panel() -> None:
    _, criteria = example("connect")
    assert [criterion.weight for criterion in criteria] == [1, 3, 3, 2, 3, 1, 2, 3, 2, 2, 1, 1, 1, 2]
    assert [c.number for c in criteria if c.essential] == ["1", "2", "3", "5", "7", "8", "9", "14"]
    assert [c.number for c in criteria if c.stages == (Stage.INTERVIEW,)] == ["10", "11", "12", "13"]
    assert [c.number for c in criteria if c.stages == tuple(Stage)] == ["2", "5", "7", "8"]
    assert {c.proposed for c in criteria} == {("weight", "essential", "stages")}


def test_the_question_on_dutch_is_asked_in_dutch_whatever_the_language_of_the_sheet() -> None:
    _, criteria = example("connect")
    asked = criteria[7].questions[0]
    assert [words.partition(") ")[2] for words in (asked.fr, asked.nl, asked.en)] == [
        "Hoe zou u een eerste netwerkvergadering voorbereiden met diensten die elkaar niet kennen?"
    ] * 3


@pytest.mark.parametrize("name", ["nothing", "../connect", "Connect", ""])
def test_an_example_that_does_not_exist_is_refused_with_those_that_do(name: str) -> None:
    with pytest.raises(UnknownName, match="connect"):
        example(name)
    assert examples() == ("connect",)
