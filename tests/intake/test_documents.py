"""What a document is and what it says, and what it cannot do."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from smes_panel.intake import documents, extraction, kinds
from smes_panel.intake.extraction import DOC, DOCX, ODT, OUTLOOK, PDF, Extracted, Reader
from smes_panel.intake.names import plain_name
from smes_panel.intake.plain import TEXT_LIMIT, decoded, garbled, text_of_html
from smes_panel.model.application import DocumentKind

CORPORA = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpora"
needs_corpora = pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not on this machine")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as opened:
        yield opened


def pdf(*lines: str) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made)
    for number, line in enumerate(lines):
        canvas.drawString(72, 760 - 16 * number, line)
    canvas.save()
    return made.getvalue()


def docx(body: str, **parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        types = "http://schemas.openxmlformats.org/package/2006/content-types"
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{types}"/>')
        archive.writestr("word/document.xml", f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>")
        for name, inside in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:hdr {W}>{inside}</w:hdr>")
    return made.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_pdf_gives_its_lines(reader: Reader) -> None:
    assert reader.text_of(pdf("Yasmina Modèle", "Expérience"), PDF) == Extracted("Yasmina Modèle\nExpérience")


def test_a_docx_gives_header_tables_and_text_boxes_once(reader: Reader) -> None:
    box = f"<w:r><w:txbxContent>{paragraph('encadré')}</w:txbxContent></w:r>"
    twice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<w:p><mc:AlternateContent>{twice}</mc:AlternateContent></w:p>"
    table = f"<w:tbl><w:tr><w:tc>{paragraph('2015')}</w:tc><w:tc>{paragraph('Asbl Fictive')}</w:tc></w:tr></w:tbl>"
    content = docx(paragraph("Yasmina") + table + both, header1=paragraph("en-tête"), footer1=paragraph("pied"))
    assert documents.media_type(content, "x") == DOCX
    found = reader.text_of(content, DOCX)
    assert found.remark == ""
    assert found.text.split() == ["en-tête", "Yasmina", "2015", "Asbl", "Fictive", "encadré", "pied"]


@pytest.mark.parametrize(
    ("content", "name", "form"),
    [
        (b"%PDF-1.7\n", "x.docx", PDF),
        (b"junk before\n%PDF-1.4", "x", PDF),
        (b"\x89PNG\r\n\x1a\n", "cv.pdf", "image/png"),
        (b"\xff\xd8\xff\xe0", "cv", "image/jpeg"),
        (b"II*\x00", "cv", "image/tiff"),
        (b"\0\0\0\x18ftypheic", "cv", "image/heic"),
        (b"{\\rtf1", "cv.doc", "application/rtf"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.textPK", "x", ODT),
        (b"PK\x03\x04 nothing known", "x.docx", documents.ZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "x", DOC),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le"), "x", OUTLOOK),
        (b"<!DOCTYPE html><p>", "x.txt", "text/html"),
        (b'<?xml version="1.0"?><html>', "x", "text/html"),
        (b"Bonjour", "x.csv", "text/csv"),
        ("Été".encode("cp1252"), "x", "text/plain"),
        ("Été".encode("utf-16"), "x", "text/plain"),
        (bytes(range(256)), "cv.pdf", documents.UNKNOWN),
        (b"", "cv.pdf", documents.UNKNOWN),
    ],
)
def test_a_format_is_told_by_content_before_name(content: bytes, name: str, form: str) -> None:
    assert documents.media_type(content, name) == form


CV = "Curriculum vitae\nFormation\n2010-2014 Bachelier\nExpérience professionnelle\n2015 Asbl Fictive\nLangues\n"
CV_NL = "Opleiding\n2010-2014 Bachelor\nWerkervaring\n2015-2019 vzw Fictief\nTalenkennis\nNederlands\n"
LETTER = (
    "Madame, Monsieur,\nJe me permets de vous adresser ma candidature.\nVeuillez agréer mes salutations distinguées."
)
LETTER_NL = "Geachte mevrouw, geachte heer,\nGraag wil ik solliciteren.\nMet vriendelijke groeten"
LETTER_EN = "Dear Sir,\nI am writing to apply for the position.\nYours sincerely"


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("CV Yasmina.pdf", "", DocumentKind.CV),
        ("cv_yasmina_2022.docx", LETTER, DocumentKind.CV),
        ("CurriculumVitae.pdf", "", DocumentKind.CV),
        ("YModeleCV.pdf", "", DocumentKind.CV),
        ("Lettre de motivation.pdf", "", DocumentKind.LETTER),
        ("motivatiebrief_jan.docx", "", DocumentKind.LETTER),
        ("LM-Modèle.pdf", "", DocumentKind.LETTER),
        ("Cover letter.pdf", CV, DocumentKind.LETTER),
        ("CV et lettre de motivation.pdf", LETTER, DocumentKind.LETTER),
        ("CV et lettre de motivation.pdf", "", DocumentKind.CV),
        ("Diplôme bachelier.pdf", CV, DocumentKind.OTHER),
        ("Lettre de recommandation.pdf", LETTER, DocumentKind.OTHER),
        ("getuigschrift.pdf", "", DocumentKind.OTHER),
        ("scan0001.pdf", CV, DocumentKind.CV),
        ("scan0001.pdf", CV_NL, DocumentKind.CV),
        ("scan0002.pdf", LETTER, DocumentKind.LETTER),
        ("scan0002.pdf", LETTER_NL, DocumentKind.LETTER),
        ("scan0002.pdf", LETTER_EN, DocumentKind.LETTER),
        ("scan0003.pdf", "", DocumentKind.OTHER),
        ("scan0003.pdf", "Le contrat est conclu pour une durée indéterminée.", DocumentKind.OTHER),
    ],
)
def test_a_kind_is_proposed_from_the_name_first_and_then_from_the_words(
    name: str, text: str, kind: DocumentKind
) -> None:
    assert kinds.kind(name, text, PDF) == kind


@pytest.mark.parametrize(
    "text",
    [
        "FormaƟon : gesƟon administraƟve, communicaƟon et organisaƟon d'acƟvités",
        "/J.sc /E.sc /A.sc /N.sc une ligne de petites capitales /M.sc /O.sc",
        "(cid:12)(cid:45)(cid:77)(cid:3) texte (cid:9)",
        "a\x01b\x02c\x03d\x04e\x05f\x06g\x07 et puis rien d'autre",
        " ".join(["xkcdq", "wrtzp", "bcdfg", "hjklm", "npqrs"] * 6),
    ],
)
def test_garbled_text_is_recognised(text: str) -> None:
    assert garbled(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        CV,
        CV_NL,
        LETTER,
        "Nguyễn Thị Ánh Tuyết, kỹ sư, Hà Nội, Đại học Bách khoa",
        "\uf0e0 yasmina@exemple.invalid \uf095 0470 00 00 00",
    ],
)
def test_sound_text_is_not_called_garbled(text: str) -> None:
    assert not garbled(text)


def test_a_page_gives_the_words_that_show() -> None:
    page = (
        "<head><title>t</title></head><style>p{}</style><!-- no --><h1>É&eacute;</h1>"
        "<p>1 < 2 &amp; 3<br/>a<SCRIPT>x('<p>')</SCRIPT>b</p>"
    )
    assert text_of_html(page) == "Éé\n\n1 < 2 & 3\nab"


@given(
    st.text(), st.sampled_from(["", "utf-8", "us-ascii", "latin-1", "utf-16", "zlib", "idna", "utf-7", "x" * 300, "\0"])
)
def test_any_bytes_decode_under_any_declaration(text: str, charset: str) -> None:
    assert isinstance(decoded(text.encode("utf-8", "ignore"), charset), str)


@given(st.text(max_size=300) | st.text(alphabet="./\\:CONaux \u202e\u0301é<>|*?\n\x00", max_size=200))
def test_a_plain_name_is_never_a_path_and_can_be_written_anywhere(name: str) -> None:
    plain = plain_name(name)
    assert 0 < len(plain) <= 120
    assert not set(plain) & set('/\\:<>"|?*')
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"} for char in plain)
    assert plain == unicodedata.normalize("NFC", plain) == plain.strip()
    assert plain.strip(".") != "" or plain == "document"
    assert plain.split(".")[0].strip().upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9", "COM¹"}
    assert plain_name(plain) == plain


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../../etc/passwd", "passwd"),
        ("C:\\Users\\y\\CV.pdf", "CV.pdf"),
        ("C:CV.pdf", "C_CV.pdf"),
        ("CV.pdf/", "CV.pdf"),
        ("nul", "_nul"),
        ("COM1.tar.gz", "_COM1.tar.gz"),
        ("cv\u202efdp.exe", "cvfdp.exe"),
        ("\u0000\u0007", "document"),
        ("..", "document"),
        ("CV Mode\u0300le.pdf", "CV Modèle.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("CV.pdf. . .", "CV.pdf"),
        ("file:ads.txt", "file_ads.txt"),
    ],
)
def test_dangerous_names_come_out_harmless(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_a_reading_process_that_is_killed_costs_one_text(reader: Reader) -> None:
    assert reader.text_of(pdf("avant"), PDF).text == "avant"
    child = reader._child
    assert child is not None
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert reader.text_of(pdf("perdu"), PDF) == extraction.BROKE
    assert reader.text_of(pdf("après"), PDF).text == "après"


def test_a_document_that_never_ends_is_stopped() -> None:
    stuck = [
        sys.executable,
        "-c",
        "import sys, time; sys.stdout.buffer.write(bytes(8)); sys.stdout.flush(); time.sleep(60)",
    ]
    with Reader(seconds=0.5) as slow:
        slow._child = subprocess.Popen(stuck, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert slow._child.stdout is not None
        slow._child.stdout.read(8)
        began = time.monotonic()
        assert slow.text_of(pdf("x"), PDF) == extraction.TOO_LONG
        assert time.monotonic() - began < 5
        assert slow._child is None


def test_nothing_is_started_for_what_needs_no_reading() -> None:
    with Reader() as idle:
        assert documents.text_of(b"Bonjour", "text/plain", idle).text == "Bonjour"
        assert idle._child is None


def test_very_long_text_is_shortened_and_said(reader: Reader) -> None:
    found = reader.text_of(docx(paragraph("mot " * (TEXT_LIMIT // 3))), DOCX)
    assert 0 < len(found.text.encode()) <= TEXT_LIMIT
    assert found.remark == "The text is very long: only its beginning is searched."


def test_bombs_cost_their_text_and_nothing_else(tmp_path: Path, reader: Reader) -> None:
    recipe = CORPORA / "recipes" / "make_bombs.py"
    if not recipe.is_file():
        pytest.skip("the corpora are not on this machine")
    subprocess.run([sys.executable, str(recipe), str(tmp_path)], check=True, capture_output=True)
    remarks = {}
    for path in sorted(tmp_path.iterdir()):
        if path.suffix in {".pdf", ".docx"}:
            began = time.monotonic()
            found = reader.text_of(path.read_bytes(), PDF if path.suffix == ".pdf" else DOCX)
            remarks[path.name] = found.remark
            assert (found.text, time.monotonic() - began < 20) == ("", True)
    assert remarks["cv_ratio_bomb_512MB.docx"] == remarks["100k_entries.docx"]
    assert "unpacks to far more" in remarks["100k_entries.docx"]
    assert "damaged" in remarks["cv_billion_laughs.docx"]
    assert "damaged" in remarks["cv_xxe.docx"]
    assert not Path("/tmp/zipslip_marker").exists()
    assert reader.text_of(pdf("debout"), PDF).text == "debout"


def test_the_documents_of_one_item_share_a_time_and_what_is_left_when_it_is_over_is_not_read() -> None:
    with Reader() as reader:
        reader.give(0.0)
        assert reader.text_of(pdf("x"), PDF) == extraction.TOO_LONG
        reader.give(extraction.ITEM_SECONDS)
        assert reader.text_of(pdf("x"), PDF) == Extracted("x")


@needs_corpora
def test_no_document_of_the_corpora_raises_or_hangs(reader: Reader) -> None:
    read = with_text = 0
    for folder in ("cv", "pdf", "office"):
        for path in sorted((CORPORA / folder).rglob("*")):
            if path.is_file() and path.stat().st_size < 5_000_000:
                document = documents.incoming(path.name, path.read_bytes(), reader)
                assert document.text or document.remark or document.media_type.startswith(("text/", "application/json"))
                assert len(document.text.encode()) <= TEXT_LIMIT
                read += 1
                with_text += document.media_type in {PDF, DOCX} and bool(document.text)
    assert read > 400
    assert with_text > 300
