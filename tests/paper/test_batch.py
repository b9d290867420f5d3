"""Many letters in one file: in the order of the printer, each on a sheet of its own, every page as it was made."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Generator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest

from smes_panel.errors import BadInput
from smes_panel.model.decision import LetterKind
from smes_panel.model.words import Language
from smes_panel.paper.batch import Bundled, batch_pdf, in_order
from smes_panel.paper.letter import letter_pdf
from smes_panel.paper.picture import Sheets
from smes_panel.paper.press import Face, Imprint, Press
from tests.paper.letters import sample


def made(work: Generator[tuple[int, int], None, bytes]) -> tuple[list[tuple[int, int]], bytes]:
    steps = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return steps, end.value


def paged(key: str, pages: int, language: Language = Language.FR, name: str = "Yasmina Modèle") -> Bundled:
    """A letter of so many pages, each of which says whose it is."""
    press = Press(Imprint(key, "Smes", language, date(2022, 6, 24)))
    for number in range(1, pages + 1):
        press.write(20, 20, f"{key} page {number}", Face.LETTER, 10)
        press.turn()
    return Bundled(key, name, language, press.bytes())


def said(content: bytes) -> list[str]:
    with Sheets(content) as sheets:
        return [" ".join(sheets.text(page).split()) for page in range(len(sheets.sizes))]


def test_letters_are_printed_by_language_and_then_by_number() -> None:
    letters = [
        paged("K-100", 1),
        paged("K-03", 1, Language.EN),
        paged("K-20", 1),
        paged("K-04", 1, Language.NL),
        paged("K-9", 1),
    ]
    assert [one.application for one in in_order(letters)] == ["K-9", "K-20", "K-100", "K-04", "K-03"]
    assert said(made(batch_pdf(letters, "Lettres", both_sides=False))[1]) == [
        f"{key} page 1" for key in ("K-9", "K-20", "K-100", "K-04", "K-03")
    ]


def test_each_letter_begins_on_the_front_of_a_sheet() -> None:
    letters = [paged("K-01", 1), paged("K-02", 2), paged("K-03", 3), paged("K-04", 1)]
    _, content = made(batch_pdf(letters, "Lettres"))
    assert said(content) == [
        "K-01 page 1",
        "",
        "K-02 page 1",
        "K-02 page 2",
        "K-03 page 1",
        "K-03 page 2",
        "K-03 page 3",
        "",
        "K-04 page 1",
    ]
    with Sheets(content) as sheets:
        assert len(set(sheets.sizes)) == 1


def test_on_one_side_no_page_is_blank() -> None:
    _, content = made(batch_pdf([paged("K-01", 1), paged("K-02", 2)], "Lettres", both_sides=False))
    assert said(content) == ["K-01 page 1", "K-02 page 1", "K-02 page 2"]


def test_each_person_has_a_bookmark_at_the_first_page_of_their_letter() -> None:
    letters = [paged("K-02", 2, name="Zoé Ébauche"), paged("K-01", 3, Language.NL, "Ωmega (Schets)"), paged("K-03", 1)]
    _, content = made(batch_pdf(letters, "Lettres & courriers"))
    read: Any = pypdf.PdfReader(BytesIO(content))
    marks = [(one["/Title"], read.get_destination_page_number(one)) for one in read.outline]
    assert marks == [("K-02 · Zoé Ébauche", 0), ("K-03 · Yasmina Modèle", 2), ("K-01 · Ωmega (Schets)", 4)]
    assert read.metadata.title == "Lettres & courriers"


def test_the_pages_are_drawn_as_they_were_made() -> None:
    letters = [
        Bundled(f"K-0{number}", "Yasmina Modèle", language, letter_pdf(sample(kind, language)))
        for number, (kind, language) in enumerate(
            [
                (LetterKind.OFFER, Language.FR),
                (LetterKind.INVITATION, Language.NL),
                (LetterKind.ACKNOWLEDGEMENT, Language.EN),
            ],
            1,
        )
    ]
    _, content = made(batch_pdf(letters, "Lettres", both_sides=False))
    with Sheets(content) as together:
        page = 0
        for letter in letters:
            with Sheets(letter.content) as alone:
                for own in range(len(alone.sizes)):
                    assert together.drawing(page, 1.0) == alone.drawing(own, 1.0)
                    page += 1
        assert page == len(together.sizes)


def test_the_file_is_a_pdf_that_independent_readers_accept(tmp_path: Path) -> None:
    _, content = made(batch_pdf([paged("K-01", 1), paged("K-02", 2), paged("K-03", 1)], "Lettres"))
    with pikepdf.open(BytesIO(content)) as read:
        assert read.check_pdf_syntax() == []
        assert str(read.Root.ViewerPreferences.Duplex) == "/DuplexFlipLongEdge"
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed (Debian: qpdf)")
    path = tmp_path / "batch.pdf"
    path.write_bytes(content)
    assert subprocess.run(["qpdf", "--check", path], capture_output=True, check=False).returncode == 0


def test_a_batch_tells_how_far_it_is_and_can_be_stopped() -> None:
    letters = [paged(f"K-{number}", 1) for number in range(1, 6)]
    steps, _ = made(batch_pdf(letters, "Lettres"))
    assert steps == [(number, 5) for number in range(1, 6)]
    work = batch_pdf(letters, "Lettres")
    next(work)
    work.close()
    assert list(work) == []


@pytest.mark.parametrize("content", [b"", b"not a PDF", b"%PDF-1.7\n%%EOF\n"])
def test_a_letter_that_is_no_pdf_is_named_and_nothing_is_made(content: bytes) -> None:
    letters = [paged("K-01", 1), Bundled("K-02", "Wout Schets", Language.FR, content)]
    with pytest.raises(BadInput, match=r"^The letter of K-02 is no PDF that reads. Nothing was made.$"):
        made(batch_pdf(letters, "Lettres"))


def test_a_batch_of_nothing_is_refused() -> None:
    with pytest.raises(BadInput, match="There is no letter"):
        made(batch_pdf([], "Lettres"))
