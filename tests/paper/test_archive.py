"""PDF/A-2b: every print passes pikepdf's validator, which also catches a file broken on purpose for each rule."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from smes_panel.model.decision import LetterKind
from smes_panel.model.words import Language
from smes_panel.paper.checklist import checklist_pdf
from smes_panel.paper.grid import grid_pdf
from smes_panel.paper.letter import letter_pdf
from tests.paper.letters import SAMPLES, sample
from tests.paper.sheets import checklist, grid

pikepdf: Any = pytest.importorskip("pikepdf", reason="missing package: pikepdf[pdfa]")
pdfa: Any = pytest.importorskip("pikepdf.pdfa", reason="missing package: pikepdf[pdfa]")


def findings(content: bytes, spoil: Callable[[Any], object] | None = None) -> list[str]:
    """The rules that a document breaks, once it is spoilt."""
    with pikepdf.open(BytesIO(content)) as pdf:
        if spoil is not None:
            spoil(pdf)
        return [each.rule for each in pdfa.check(pdf, "2b").findings]


@pytest.mark.parametrize(("kind", "language"), SAMPLES)
def test_every_letter_is_for_archives(kind: LetterKind, language: Language) -> None:
    assert findings(letter_pdf(sample(kind, language))) == []


def test_sheets_and_names_in_every_script_are_for_archives() -> None:
    name = {"name": "Иван Ελένη Nguyễn"}
    for content in (
        grid_pdf(grid()),
        checklist_pdf(checklist()),
        letter_pdf(sample(LetterKind.LATE, Language.NL, name)),
    ):
        assert findings(content) == []


def test_a_letter_says_its_title_and_language_to_readers() -> None:
    with pikepdf.open(BytesIO(letter_pdf(sample(LetterKind.LATE, Language.NL)))) as pdf:
        assert str(pdf.Root.Lang) == "nl"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as said:
            assert said["dc:title"] == str(pdf.docinfo.Title)
            assert (said["pdfaid:part"], said["pdfaid:conformance"]) == ("2", "B")


def _no_font_file(pdf: Any) -> None:
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each:
            del each.FontFile2


def _metadata(old: bytes, new: bytes) -> Callable[[Any], None]:
    def spoil(pdf: Any) -> None:
        stream = pdf.Root.Metadata
        assert old in stream.read_bytes()
        stream.write(stream.read_bytes().replace(old, new))

    return spoil


def _drop(name: str) -> Callable[[Any], None]:
    def spoil(pdf: Any) -> None:
        del pdf.Root[name]

    return spoil


def _script(pdf: Any) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def _attached(pdf: Any) -> None:
    pdf.attachments["note.txt"] = b"not a PDF/A"


def _transparent(pdf: Any) -> None:
    pdf.pages[0].Resources.ExtGState = pikepdf.Dictionary(G=pikepdf.Dictionary(BM=pikepdf.Name("/Unheard")))
    pdf.pages[0].contents_add(b"/G gs", prepend=True)


def _note(pdf: Any) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Movie, Rect=pikepdf.Array([0, 0, 9, 9]), F=4
    )
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(note)])


def _coloured(pdf: Any) -> None:
    pdf.pages[0].contents_add(b"0 0 0 1 k 0 0 1 1 re f", prepend=True)


def _form(pdf: Any) -> None:
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([]), NeedAppearances=True)


def _unknown_operator(pdf: Any) -> None:
    pdf.pages[0].contents_add(b"BX /X unheard EX", prepend=True)


# A rule of its own name stands for a clause that the validator guards by listing what it knows: scripts (6.5.1),
# forms (6.4.1), enclosed files (6.8).
@pytest.mark.parametrize(
    ("spoil", "rule"),
    [
        (_drop("/Metadata"), "ISO_19005_2:6.6.2.1-"),
        (_metadata(b"<pdfaid:part>2</pdfaid:part>", b""), "ISO_19005_2:6.6.4-"),
        (_metadata(b"<pdfaid:part>2<", b"<pdfaid:part>7<"), "ISO_19005_2:6.6.4-"),
        (_metadata(b"<pdfaid:conformance>B<", b"<pdfaid:conformance>Z<"), "ISO_19005_2:6.6.4-"),
        (_metadata(b"</rdf:RDF>", b""), "ISO_19005_2:6.6.2.1-"),
        (_drop("/OutputIntents"), "ISO_19005_2:6.2.4.3-"),
        (_coloured, "ISO_19005_2:6.2.4.3-"),
        (_no_font_file, "ISO_19005_2:6.2.11.4.1-"),
        (_script, "pikepdf:schema-Catalog"),
        (_attached, "pikepdf:embedded-file"),
        (_transparent, "ISO_19005_2:6.2.10-"),
        (_note, "ISO_19005_2:6.3.1-"),
        (_form, "pikepdf:schema-Catalog"),
        (_unknown_operator, "ISO_19005_2:6.2.2-"),
    ],
)
def test_the_validator_catches_what_is_broken_on_purpose(spoil: Callable[[Any], object], rule: str) -> None:
    found = findings(letter_pdf(sample(LetterKind.LATE, Language.FR)), spoil)
    assert [each for each in found if each.startswith(rule)] != [], found


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="missing program: qpdf")
@pytest.mark.parametrize(("kind", "language"), SAMPLES)
def test_qpdf_finds_nothing_wrong(kind: LetterKind, language: Language, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(letter_pdf(sample(kind, language)))
    assert subprocess.run(["qpdf", "--check", path], capture_output=True, check=False).returncode == 0
