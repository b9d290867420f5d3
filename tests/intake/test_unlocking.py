"""Documents that came locked: opened with their password, kept as they came, found by their words, taken back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pypdf
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from smes_panel.dossier import Dossier
from smes_panel.errors import BadInput, Refused, UnknownName
from smes_panel.gestures.applications import AddApplication, Erase
from smes_panel.gestures.documents import Unlock
from smes_panel.intake.documents import incoming, opened_with
from smes_panel.intake.extraction import DOCX, LOCKED, PDF, Extracted, Reader, is_locked
from smes_panel.intake.rendering import PROTECTED, Renderer
from smes_panel.model.application import IncomingApplication, IncomingDocument
from tests.core.panels import PASSPHRASE, begun, candidate, quick_keys
from tests.intake.test_documents import docx, paragraph, pdf

SECRET = "été 2022"


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as opened:
        yield opened


def locked_pdf(*lines: str, password: str = SECRET) -> bytes:
    writer, made = pypdf.PdfWriter(io.BytesIO(pdf(*lines))), io.BytesIO()
    writer.encrypt(password, algorithm="AES-256-R5")
    writer.write(made)
    return made.getvalue()


def locked_docx(text: str, password: str = SECRET) -> bytes:
    made, plain = io.BytesIO(), io.BytesIO(docx(paragraph(text)))
    with zipfile.ZipFile(plain, "a") as archive:
        archive.writestr("word/media/x.bin", bytes(Random(1).randbytes(9_000)))  # what is shorter is written wrong
    OOXMLFile(plain).encrypt(password, made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "form"),
    [(locked_pdf("Yasmina Modèle"), PDF), (locked_docx("Yasmina Modèle"), LOCKED)],
    ids=["pdf", "docx"],
)
def test_a_locked_document_opens_with_its_password_and_with_no_other(content: bytes, form: str, reader: Reader) -> None:
    came = incoming("cv", content, reader)
    assert (came.media_type, came.text, is_locked(came.media_type, came.remark)) == (form, "", True)
    assert opened_with(SECRET, content, form, reader) == Extracted("Yasmina Modèle")
    for wrong in ("", "hiver", "x" * 300):
        with pytest.raises(BadInput, match="does not open the document"):
            opened_with(wrong or " ", content, form, reader)


def test_the_pages_of_a_locked_pdf_are_shown_with_its_password() -> None:
    with Renderer() as renderer:
        assert renderer.open(locked_pdf("x")).trouble == PROTECTED
        assert len(renderer.open(locked_pdf("x"), SECRET).sizes) == 1
        assert renderer.letters(0).text.strip() == "x"
        assert renderer.open(locked_pdf("x"), "autre").trouble == PROTECTED


def test_a_damaged_locked_document_breaks_nothing(reader: Reader) -> None:
    content = locked_docx("Yasmina")
    for length in (600, len(content) // 2):
        found = reader.text_of(content[:length], LOCKED, SECRET)
        assert found.text == ""
        assert found.remark != ""
    assert reader.text_of(docx(paragraph("debout")), DOCX) == Extracted("debout")


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as dossier:
        begun(dossier)
        yield dossier


def test_unlocking_keeps_the_document_as_it_came_and_its_words_are_found(dossier: Dossier, reader: Reader) -> None:
    content = locked_docx("Travail de rue")
    came = incoming("CV.docx", content, reader)
    dossier.do(AddApplication(_with(came)))
    (application,) = dossier.read.keys()
    (before,) = dossier.read.documents(application)
    assert [one.key for one in dossier.read.applications("rue")] == []
    read = opened_with(SECRET, content, came.media_type, reader)
    dossier.do(Unlock(application, before.id, SECRET, read.text, read.remark))
    (after,) = dossier.read.documents(application, texts=True)
    assert (after.name, after.sha256, after.text, after.remark) == ("CV.docx", before.sha256, "Travail de rue", "")
    assert dossier.read.document_bytes(application, after.id) == content
    assert dossier.read.password(application, after.id) == SECRET
    assert [one.key for one in dossier.read.applications("rue")] == ["K-01"]
    dossier.undo()
    assert [one.key for one in dossier.read.applications("rue")] == []
    assert dossier.read.password(application, before.id) == ""
    dossier.redo()
    assert dossier.read.password(application, after.id) == SECRET
    assert list(dossier.check()) == []


def test_what_cannot_be_unlocked_is_refused_in_a_sentence(dossier: Dossier, reader: Reader) -> None:
    dossier.do(AddApplication(_with(incoming("CV.docx", locked_docx("x"), reader))))
    (application,) = dossier.read.keys()
    (document,) = dossier.read.documents(application)
    with pytest.raises(UnknownName, match="no such document"):
        dossier.do(Unlock(application, "0" * 64, SECRET, "x"))
    with pytest.raises(BadInput, match="between 1 and 255"):
        dossier.do(Unlock(application, document.id, "", "x"))
    dossier.do(Erase(application))
    with pytest.raises(Refused, match="not in the dossier any more"):
        dossier.do(Unlock(application, document.id, SECRET, "x"))


def _with(document: IncomingDocument) -> IncomingApplication:
    return replace(candidate(1), documents=(document,))
