"""From a posting's file to its text: each kind that is read, and each file that is refused in one sentence."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from smes_panel.errors import BadInput
from smes_panel.intake.posting import posting_text, read_posting
from smes_panel.model.vacancy import Posting


def wordings(posting: Posting) -> list[str]:
    return [line.wording for line in posting.profile]


def test_html_is_read_as_its_text(tmp_path: Path) -> None:
    page = tmp_path / "offre.html"
    page.write_text(
        "<html><head><title>menu</title><style>li{}</style></head><body><nav><ul><li>Accueil</li></ul></nav>"
        "<h1>Comptable (h/f/x)</h1><p><b>Profil</b></p><ul><li>Rigueur &amp; calme</li><li>Écoute</li></ul>"
        "<h2>Nous offrons</h2><ul><li>Un bureau</li></ul></body></html>",
        encoding="utf-8",
    )
    posting = read_posting(posting_text(page))
    assert (posting.title, wordings(posting)) == ("Comptable (h/f/x)", ["Rigueur & calme", "Écoute"])
    assert replace(read_posting(page.read_text(encoding="utf-8")), text=posting.text) == posting


def test_the_bullets_of_a_docx_stay_bullets(tmp_path: Path) -> None:
    def paragraph(text: str, mark: str = "") -> str:
        return f"<w:p><w:pPr>{mark}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

    bullet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    heading = '<w:pStyle w:val="Titre1"/>'
    body = paragraph("Profil", heading) + paragraph("Rigueur", bullet) + paragraph("Écoute", bullet)
    xml = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    path = tmp_path / "offre.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", xml)
    assert wordings(read_posting(posting_text(path))) == ["Rigueur", "Écoute"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("absent.txt", None, "was not read"),
        ("offre.docx", b"PK\x03\x04 not a zip", "does not open as a DOCX"),
        ("offre.pdf", b"%PDF-1.7 nothing else", "does not open as a PDF"),
        ("offre.xlsx", b"x", "is of a kind that is not read"),
        ("vide.txt", b" \n ", "holds no text"),
        ("image.txt", b"\x00\x01\x02", "is not a text"),
        ("long.txt", b"a" * 10_000_001, "is larger than 10 MB"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BadInput) as refused:
        posting_text(path)
    assert said in str(refused.value)
    assert str(tmp_path) not in str(refused.value)


def test_a_bomb_in_a_docx_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "offre.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 11_000_000 + b"</a>")
    with pytest.raises(BadInput, match="unfolds to more than 10 MB"):
        posting_text(path)


def test_a_text_saved_by_windows_keeps_its_accents(tmp_path: Path) -> None:
    path = tmp_path / "offre.txt"
    path.write_bytes("Profil\r\n• Créativité\r\n• Écoute".encode("cp1252"))
    assert wordings(read_posting(posting_text(path))) == ["Créativité", "Écoute"]
