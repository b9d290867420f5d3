"""The reading grid: one row per criterion seen in a file, blank until somebody writes on it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from smes_panel.model.sheet import Page, Writing
from smes_panel.model.vacancy import Criterion
from smes_panel.model.words import Language
from smes_panel.paper.checklist import checklist_pages, checklist_pdf
from tests.paper.rendered import (
    fonts_listed,
    fonts_without_a_file,
    ink_inside,
    lines_and_rules,
    overlaps,
    pictures,
    struck,
    words,
)
from tests.paper.sheets import MAUDE, checklist, criteria


def asked(pages: tuple[Page, ...]) -> list[str]:
    return [box.criterion for page in pages for box in page.boxes if box.level == 0]


def test_the_reading_grid_of_the_design_takes_one_page() -> None:
    (page,) = checklist_pages(checklist())
    assert asked((page,)) == ["C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C09", "C14"]
    assert len(page.boxes) == 50


def test_it_says_the_rule_the_scale_and_the_weights_and_no_name() -> None:
    said = words(checklist_pdf(checklist()))
    for text in (
        "Grille de lecture du dossier",
        "On note ce que le dossier montre, pas la personne.",
        "vierge · v2",
        "Pas montré",
        "essentiel · poids 3",
        "fil rouge du",
        "Smes Panel · grille vierge v2",
        "Page 1 sur 1",
    ):
        assert text in said
    assert "K-04" not in said


def test_a_known_application_is_written_in_its_fields() -> None:
    facts = replace(checklist(), application="K-07", candidate="Yasmina Modèle", member=MAUDE)
    said = words(checklist_pdf(facts))
    for text in ("Yasmina Modèle", "K-07", "Maude Jury", "K-07 · MJ · 1/1"):
        assert text in said


def test_all_criteria_are_there_while_stages_are_not_settled() -> None:
    some = tuple(Criterion(f"C{number:02d}", f"Critère {number}") for number in range(1, 15))
    pages = checklist_pages(checklist(some))
    assert asked(pages) == [criterion.code for criterion in some]
    assert [len(page.boxes) // 5 for page in pages] == [11, 3]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.FR, ("Très solide", "Remarque", "poids 1,5", "essentiel")),
        (Language.NL, ("Niet", "aangetoond", "Opmerking", "gewicht 1,5", "blanco · v2")),
        (Language.EN, ("Very strong", "Remark", "weight 1.5", "blank · v2")),
    ],
)
def test_the_fixed_words_are_in_the_language_of_the_sheet(language: Language, expected: tuple[str, ...]) -> None:
    only = Criterion("C01", "Lezen", essential=True, weight=1.5)
    content = checklist_pdf(checklist((only,), language=language))
    said = words(content)
    assert [text for text in expected if text not in said] == []
    ((lines, rules),) = lines_and_rules(content)
    assert (overlaps(lines), struck(lines, rules)) == (0, 0)


def test_every_font_is_carried_along(tmp_path: Path) -> None:
    content = checklist_pdf(checklist())
    assert fonts_without_a_file(content) == []
    listed = fonts_listed(content, tmp_path)
    assert listed is None or [row[-5] for row in listed] == ["yes"] * len(listed)


def test_the_same_facts_give_the_same_bytes() -> None:
    assert checklist_pdf(checklist()) == checklist_pdf(checklist())


def test_the_last_page_keeps_room_for_the_remark_and_the_signature() -> None:
    for count in range(31):
        some = tuple(Criterion(f"C{number:02d}", "Critère") for number in range(1, count + 1))
        *others, last = checklist_pages(checklist(some))
        assert [zone.writing for page in others for zone in page.zones if zone.writing is Writing.REMARK] == []
        (remark,) = (zone for zone in last.zones if zone.writing is Writing.REMARK)
        assert [box for box in last.boxes if box.y + box.size > remark.y - 4] == []


def test_every_page_asks_whose_it_is_so_that_a_loose_one_finds_its_first() -> None:
    some = tuple(Criterion(f"C{number:02d}", "Critère") for number in range(1, 31))
    pages = checklist_pages(checklist(some))
    asked_for = [{zone.writing for zone in page.zones} & {Writing.NUMBER, Writing.MEMBER} for page in pages]
    assert asked_for == [{Writing.NUMBER, Writing.MEMBER}] * len(pages)
    assert words(checklist_pdf(checklist(some))).count("Numéro (K-…)") == len(pages)


@settings(max_examples=12, phases=set(Phase) - {Phase.explain})
@given(criteria())
def test_nothing_is_ever_printed_over_anything_else(some: tuple[Criterion, ...]) -> None:
    facts = checklist(some)
    content, pages = checklist_pdf(facts), checklist_pages(facts)
    assert asked(pages) == [criterion.code for criterion in some]
    for (lines, rules), picture, page in zip(lines_and_rules(content), pictures(content, 100), pages, strict=True):
        assert (overlaps(lines), struck(lines, rules)) == (0, 0)
        assert lines[:, 0].min() >= 17.5
        assert lines[:, 2].max() <= 192.5
        for box in page.boxes:
            assert ink_inside(picture, box.x + 0.6, box.y + 0.6, 4.8, 4.8) == 0
