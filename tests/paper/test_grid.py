"""The interview grid: every criterion once, whole, in order, and nothing printed over anything else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from smes_panel.model.sheet import Appraisal, Box, Choice, Page, Writing
from smes_panel.model.vacancy import Criterion, Stage
from smes_panel.model.words import Language, Words
from smes_panel.paper.grid import grid_pages, grid_pdf
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
from tests.paper.sheets import criteria, grid


def asked(pages: tuple[Page, ...]) -> list[str]:
    return [box.criterion for page in pages for box in page.boxes if box.level == 0]


def test_the_grid_of_the_design_takes_two_pages_of_four_criteria() -> None:
    pages = grid_pages(grid())
    assert [asked((page,)) for page in pages] == [["C02", "C05", "C07", "C08"], ["C10", "C11", "C12", "C13"]]
    assert [[choice.appraisal for choice in page.choices] for page in pages] == [[], list(Appraisal)]


def test_the_boxes_of_a_criterion_stand_on_one_line_from_0_to_4() -> None:
    for page in grid_pages(grid()):
        for code in asked((page,)):
            row = [box for box in page.boxes if box.criterion == code]
            assert [box.level for box in row] == [0, 1, 2, 3, 4]
            assert len({box.y for box in row}) == 1
            assert [box.x for box in row] == [18.0, 46.0, 82.5, 119.0, 155.5]


def test_the_page_says_whose_it_is_what_is_asked_and_what_each_level_looks_like() -> None:
    said = words(grid_pdf(grid()))
    for text in (
        "Smes asbl",
        "document confidentiel",
        "Grille d’entretien, suite",
        "Chargé·e de projets Connect, CDD mi-temps. Référence CP-2022-06",
        "Yasmina Modèle (K-04)",
        "Maude Jury",
        "mardi 5 juillet 2022, 9 h 30",
        "K-04 · MJ · 1/2",
        "Enjeux du cumul des problématiques",
        "liens et obstacles",
        "Smes Panel · grille v2 · imprimée le 4 juillet 2022",
        "Page 2 sur 2",
        "Je m’abstiens",
    ):
        assert text in said


def test_a_criterion_without_anchors_shows_the_words_of_the_scale() -> None:
    bare = Criterion("C08a", "Dossier ouvert du posting")
    said = words(grid_pdf(grid((bare,))))
    for text in (
        "8a",
        "Dossier ouvert du posting",
        "pas évaluable",
        "pas montré",
        "en partie",
        "clairement",
        "très solide",
    ):
        assert text in said


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.FR, ("pas montré", "Membre du jury", "Appréciation d’ensemble", "Page 1 sur 1", "imprimée le")),
        (Language.NL, ("niet aangetoond", "Jurylid", "Algemene indruk", "Pagina 1 van 1", "afgedrukt op 4 juli 2022")),
        (Language.EN, ("not shown", "Panel member", "Overall view", "Page 1 of 1", "printed on 4 July 2022")),
    ],
)  # fmt: skip
def test_the_fixed_words_are_in_the_language_of_the_sheet(language: Language, expected: tuple[str, ...]) -> None:
    content = grid_pdf(grid((Criterion("C01", "Lezen"),), language=language))
    said = words(content)
    assert [text for text in expected if text not in said] == []
    ((lines, rules),) = lines_and_rules(content)
    assert (overlaps(lines), struck(lines, rules)) == (0, 0)


def test_the_first_of_a_month_is_1er_in_french() -> None:
    first = replace(grid(()), printed_on=grid().printed_on.replace(day=1))
    assert "imprimée le 1er juillet 2022" in words(grid_pdf(first))


def test_only_criteria_of_the_stage_are_asked_and_unsettled_ones_are() -> None:
    some = (
        Criterion("C01", "un", stages=(Stage.SCREENING,)),
        Criterion("C02", "deux"),
        Criterion("C03", "trois", stages=(Stage.SCREENING, Stage.INTERVIEW)),
    )
    assert asked(grid_pages(grid(some))) == ["C02", "C03"]


def test_every_font_is_carried_along(tmp_path: Path) -> None:
    content = grid_pdf(grid(candidate="Иван Łódźki 日本"))
    assert fonts_without_a_file(content) == []
    listed = fonts_listed(content, tmp_path)
    assert listed is None or [row[-5] for row in listed] == ["yes"] * len(listed)


def test_the_same_facts_give_the_same_bytes() -> None:
    assert grid_pdf(grid()) == grid_pdf(grid())


@pytest.mark.parametrize("hostile", ["<b>Anne</b> & Cie", "</para>", "{candidate}", "Anne\nExemple", "\x00\u202eAnne"])
def test_a_hostile_name_is_printed_as_plain_text(hostile: str) -> None:
    shown = hostile.replace("\n", " ").replace("\x00", "").replace("\u202e", "")
    assert f"{shown} (K-04)" in words(grid_pdf(grid((), candidate=hostile)))


def test_a_name_of_any_length_stays_in_its_field() -> None:
    for content in (
        grid_pdf(grid(candidate="Marie-Antoinette Exemple de la Vérification " * 4)),
        grid_pdf(grid(candidate="M" * 300, title="Chargé·e de projets " * 20)),
    ):
        for lines, rules in lines_and_rules(content):
            assert (overlaps(lines), struck(lines, rules)) == (0, 0)
            assert lines[:, 2].max() <= 192.5


def test_a_text_without_end_is_cut_with_dots() -> None:
    endless = Criterion("C01", "w " * 200_000, anchors={Stage.INTERVIEW: {1: Words("x" * 200_000)}})
    content = grid_pdf(grid((endless,)))
    assert words(content).count("…") == 2
    ((lines, rules),) = lines_and_rules(content)
    assert (overlaps(lines), struck(lines, rules)) == (0, 0)


def test_a_grid_without_any_criterion_still_asks_for_the_whole() -> None:
    (page,) = grid_pages(grid(()))
    assert (page.boxes, len(page.choices)) == ((), 5)


@settings(max_examples=12, phases=set(Phase) - {Phase.explain})
@given(criteria())
def test_nothing_is_ever_printed_over_anything_else(some: tuple[Criterion, ...]) -> None:
    facts = grid(some)
    content, pages = grid_pdf(facts), grid_pages(facts)
    assert asked(pages) == [criterion.code for criterion in some]
    for (lines, rules), picture, page in zip(lines_and_rules(content), pictures(content, 100), pages, strict=True):
        assert (overlaps(lines), struck(lines, rules)) == (0, 0)
        assert lines[:, 0].min() >= 7
        assert lines[:, 2].max() <= 192.5
        assert lines[:, 3].max() <= 290
        squares: tuple[Box | Choice, ...] = (*page.boxes, *page.choices)
        for box in squares:
            assert ink_inside(picture, box.x + 0.6, box.y + 0.6, 4.8, 4.8) == 0


@given(criteria())
def test_blocks_never_split_and_leave_room_to_write(some: tuple[Criterion, ...]) -> None:
    pages = grid_pages(grid(some))
    assert asked(pages) == [criterion.code for criterion in some]
    for page in pages:
        notes = {zone.criterion: zone for zone in page.zones if zone.writing is Writing.NOTES}
        assert list(notes) == asked((page,))
        ends = [zone.y + zone.height for zone in notes.values()]
        assert [zone.height >= 11 for zone in notes.values()] == [True] * len(notes)
        assert ends == sorted(ends)
        limit = 226.2 if page.choices else 283.0
        assert [end for end in ends if end > limit] == []
    assert [bool(page.choices) for page in pages] == [False] * (len(pages) - 1) + [True]


def test_wording_is_shown_where_no_label_is_written_yet() -> None:
    only = Criterion("C03", "Connaissance du secteur", label=Words())
    assert "Connaissance du secteur" in words(grid_pdf(grid((only,))))
