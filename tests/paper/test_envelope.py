"""The test sheet for window envelopes."""

from __future__ import annotations

import pytest

from smes_panel.model.words import Language
from smes_panel.paper.envelope import envelope_test_pdf
from smes_panel.paper.letter import ZONE
from tests.paper.test_letter import boxes, opened, text_of


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        (Language.FR, "Riend’autrequel’adressedanscecadre."),
        (Language.NL, "Nietsandersdanhetadresindit"),
        (Language.EN, "Nothingbuttheaddressinsidethis"),
    ],
)
def test_the_sheet_is_a_letter_that_says_what_to_look_at(language: Language, caption: str) -> None:
    pdf = envelope_test_pdf(language)
    assert caption in text_of(pdf)
    assert pdf == envelope_test_pdf(language)
    with opened(pdf) as document:
        assert len(document) == 1


@pytest.mark.parametrize("shift", [(0.0, 0.0), (2.5, -1.5)])
def test_the_address_lies_inside_the_frame_wherever_it_is_moved(shift: tuple[float, float]) -> None:
    pdf = envelope_test_pdf(Language.FR, shift)
    left, top, wide, high = ZONE[0] + shift[0], ZONE[1] + shift[1], ZONE[2], ZONE[3]
    for line in ("Yasmina Modèle", "avenue du Spécimen 48", "1060 Saint-Gilles"):
        for x0, y0, x1, y1 in boxes(pdf, line):
            assert left < x0 < x1 < left + wide
            assert top < y0 < y1 < top + high
