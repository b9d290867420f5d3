"""The geometry of a sheet: a page says who it is in two ways, and everything lies where its record says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from smes_panel.errors import BadInput
from smes_panel.model.sheet import SIGNS, TYPED, Box, Choice, Page, SheetCode, code_scanned, code_typed
from smes_panel.model.vacancy import Stage
from smes_panel.paper.checklist import checklist_pages, checklist_pdf
from smes_panel.paper.grid import grid_pages, grid_pdf
from tests.paper.rendered import ink_inside, pictures
from tests.paper.sheets import checklist, grid

CODES = st.builds(
    SheetCode,
    dossier=st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=8, max_size=8),
    application=st.none() | st.integers(1, 9999),
    member=st.none() | st.integers(1, 99),
    stage=st.sampled_from(Stage),
    page=st.integers(1, 64),
    version=st.integers(1, 64),
)
SHEETS = [(grid_pdf(grid()), grid_pages(grid())), (checklist_pdf(checklist()), checklist_pages(checklist()))]


@given(CODES)
def test_a_code_comes_back_as_it_went_typed_or_scanned(code: SheetCode) -> None:
    assert code_typed(code.typed) == code
    assert code_typed(" ".join(code.typed[at : at + 4].lower() for at in range(0, 16, 4))) == code
    assert code_scanned(code.payload) == code


@given(CODES, st.integers(0, TYPED - 1), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_always_noticed(code: SheetCode, place: int, sign: str) -> None:
    wrong = code.typed[:place] + sign + code.typed[place + 1 :]
    if wrong == code.typed:
        assert code_typed(wrong) == code
    else:
        with pytest.raises(BadInput):
            code_typed(wrong)


@given(CODES, st.integers(0, TYPED - 2))
def test_two_neighbouring_signs_swapped_are_always_noticed(code: SheetCode, place: int) -> None:
    signs = list(code.typed)
    signs[place : place + 2] = reversed(signs[place : place + 2])
    swapped = "".join(signs)
    if swapped == code.typed:
        assert code_typed(swapped) == code
    else:
        with pytest.raises(BadInput):
            code_typed(swapped)


@given(st.text(max_size=60) | st.text("SME1|K-0479interviewABX", max_size=60))
def test_any_other_text_is_refused_as_a_code(text: str) -> None:
    for read in (code_typed, code_scanned):
        with pytest.raises(BadInput):
            read(text)


@given(CODES, st.data())
def test_a_square_code_that_disagrees_with_its_check_is_refused(code: SheetCode, data: st.DataObject) -> None:
    other = data.draw(st.sampled_from([sign for sign in SIGNS if sign != code.typed[-1]]))
    with pytest.raises(BadInput):
        code_scanned(code.payload[:-1] + other)


def test_the_payload_is_the_agreed_one_and_holds_no_name() -> None:
    code = grid().code(1)
    assert code.payload == f"SMES1|7K3M9QXA|K-04|2|interview|1|2|{code.typed[-1]}"
    blank = checklist().code(1)
    assert blank.payload == f"SMES1|7K3M9QXA|||screening|1|2|{blank.typed[-1]}"


def test_a_typed_code_has_no_sign_that_is_taken_for_another() -> None:
    assert (len(SIGNS), set("01OIL") & set(SIGNS), len(grid().code(1).typed)) == (31, set(), 16)


@pytest.mark.parametrize("degrees", [0, 2, -3, 180])
@pytest.mark.parametrize(("content", "pages"), SHEETS, ids=["grid", "checklist"])
def test_the_square_code_is_read_from_a_scan(content: bytes, pages: tuple[Page, ...], degrees: float) -> None:
    read = []
    for picture in pictures(content):
        turned = Image.fromarray(picture).rotate(degrees, Image.Resampling.BILINEAR, expand=True, fillcolor=255)
        read += [code_scanned(found.text) for found in zxingcpp.read_barcodes(np.asarray(turned))]
    assert read == [page.code for page in pages]


def test_the_square_code_is_level_m_and_21_mm_wide_in_its_place() -> None:
    (picture, _), pages = pictures(SHEETS[0][0], dpi=254), SHEETS[0][1]
    (found,) = zxingcpp.read_barcodes(picture)
    assert found.ec_level == "M"
    x, y, side = pages[0].qr
    corners = found.position
    assert [round(value / 10, 0) for value in (corners.top_left.x, corners.top_left.y)] == [round(x), round(y)]
    assert round((corners.top_right.x - corners.top_left.x) / 10, 0) == side == 21


@pytest.mark.parametrize(("content", "pages"), SHEETS, ids=["grid", "checklist"])
def test_four_marks_lie_8_mm_from_the_edges_and_only_the_top_left_one_is_hollow(
    content: bytes, pages: tuple[Page, ...]
) -> None:
    for picture, page in zip(pictures(content), pages, strict=True):
        assert [(c.x, c.y, c.size, c.hollow) for c in page.corners] == [
            (8.0, 8.0, 6.0, True),
            (196.0, 8.0, 6.0, False),
            (8.0, 283.0, 6.0, False),
            (196.0, 283.0, 6.0, False),
        ]
        inked = [ink_inside(picture, c.x + 0.1, c.y + 0.1, 5.8, 5.8) for c in page.corners]
        assert [share == 1 for share in inked] == [False, True, True, True]
        rings = [ink_inside(picture, c.x + 1.4, c.y + 1.4, 0.5, 3.2) for c in page.corners]
        assert rings == [0, 1, 1, 1]


@pytest.mark.parametrize(("content", "pages"), SHEETS, ids=["grid", "checklist"])
def test_every_box_is_drawn_where_its_record_says_with_nothing_inside(content: bytes, pages: tuple[Page, ...]) -> None:
    for picture, page in zip(pictures(content, dpi=254), pages, strict=True):
        squares: tuple[Box | Choice, ...] = (*page.boxes, *page.choices)
        for box in squares:
            assert box.size == 6
            assert ink_inside(picture, box.x + 0.5, box.y + 0.5, 5.0, 5.0) == 0
            sides = [
                ink_inside(picture, box.x + 0.2, box.y + 0.1, 5.6, 0.2),
                ink_inside(picture, box.x + 0.2, box.y + 5.7, 5.6, 0.2),
                ink_inside(picture, box.x + 0.1, box.y + 0.2, 0.2, 5.6),
                ink_inside(picture, box.x + 5.7, box.y + 0.2, 0.2, 5.6),
            ]
            assert sides == [1, 1, 1, 1]
            assert ink_inside(picture, box.x - 0.5, box.y - 0.5, 0.3, 7.0) == 0


@settings(max_examples=20)
@given(st.integers(1, 9999), st.integers(1, 64))
def test_pages_are_numbered_in_their_codes(application: int, version: int) -> None:
    facts = replace(grid(), application=f"K-{application:02d}", form_version=version)
    pages = grid_pages(facts)
    assert [(page.code.page, page.pages) for page in pages] == [(1, 2), (2, 2)]
    assert {(page.code.application, page.code.version) for page in pages} == {(application, version)}
