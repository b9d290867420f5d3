"""The text of what old and other word processors write: DOC, ODT, RTF."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.intake import documents
from smes_panel.intake.extraction import DOC, ODT, PROTECTED, RTF, Extracted, Reader
from smes_panel.intake.worker import doc as word
from smes_panel.intake.worker.serving import BROKEN, SWOLLEN, text_of
from tests.intake.compound import compound

SPACES = (
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
)


def odt(body: str, **parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", ODT, zipfile.ZIP_STORED)
        archive.writestr("content.xml", f"<office:body {SPACES}>{body}</office:body>")
        for name, content in parts.items():
            archive.writestr({"styles": "styles.xml", "manifest": "META-INF/manifest.xml"}[name], content)
    return made.getvalue()


def doc(*pieces: str | bytes, flags: int = 0) -> bytes:
    """A Word 97 document whose text lies in these pieces: a string in UTF-16, bytes in Windows-1252."""
    main, ends, places = bytearray(0x400), [0], list[int]()
    for piece in pieces:
        places.append(len(main) if isinstance(piece, str) else len(main) * 2 | 0x4000_0000)
        main += piece.encode("utf-16-le") if isinstance(piece, str) else piece
        ends.append(ends[-1] + len(piece))
    listed = struct.pack(f"<{len(ends)}I", *ends) + b"".join(struct.pack("<HIH", 0, place, 0) for place in places)
    # A formatting stands before the table of pieces, as Word writes it.
    clx = b"\1" + struct.pack("<H", 3) + b"abc" + b"\2" + struct.pack("<I", len(listed)) + listed
    struct.pack_into("<HH", main, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", main, 10, flags | 0x0200)
    struct.pack_into("<II", main, 0x01A2, 7, len(clx))
    return compound({"WordDocument": bytes(main), "1Table": bytes(7) + clx})


def rtf(body: str) -> bytes:
    return (r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}" + body + "}").encode("ascii")


def test_an_opendocument_text_gives_its_words_in_their_order() -> None:
    body = (
        "<office:text><text:tracked-changes><text:p>supprimé</text:p></text:tracked-changes>"
        '<text:h>FORMATION</text:h><text:p>2010<text:tab/>Bachelier<text:s text:c="2"/>en<text:line-break/>travail '
        "social</text:p><table:table><table:table-cell><text:p>NL</text:p></table:table-cell></table:table></office:text>"
    )
    styles = f"<office:styles {SPACES}><text:p>Yasmina Modèle</text:p></office:styles>"
    assert text_of(odt(body, styles=styles), ODT) == Extracted(
        "FORMATION\n2010\tBachelier  en\ntravail social\nNL\n\nYasmina Modèle"
    )


def test_an_opendocument_text_that_is_locked_or_swollen_says_so() -> None:
    assert text_of(odt("", manifest="<m><encryption-data/></m>"), ODT) == PROTECTED
    assert text_of(odt("<text:p>" + "x" * 41_000_000 + "</text:p>"), ODT).remark in (
        SWOLLEN.remark,
        "The text is very long: only its beginning is searched.",
    )
    assert text_of(odt("<text:p>x"), ODT).remark != ""
    assert text_of(odt('<!DOCTYPE x [<!ENTITY a "b">]><text:p>&a;</text:p>'), ODT) == BROKEN


def test_a_word_97_document_gives_its_pieces_whatever_their_form() -> None:
    content = doc("Yasmina Modèle\rœuvre ", b"sociale\x07 \xe9tudes\r", "fin")
    assert text_of(content, DOC) == Extracted("Yasmina Modèle\nœuvre sociale\t études\nfin")


def test_of_a_field_only_what_it_shows_is_read() -> None:
    content = doc("avant \x13 HYPERLINK x \x13 IF \x14non\x15 \x14ici\x15 après\x01\x08")
    assert text_of(content, DOC) == Extracted("avant ici après")


def test_a_locked_word_document_says_so_and_a_document_of_word_95_is_read() -> None:
    assert text_of(doc("x", flags=0x0100), DOC) == PROTECTED
    main = bytearray(0x400) + "Lettre à l’asbl".encode("cp1252")
    struct.pack_into("<HH", main, 0, 0xA5DC, 0x68)
    struct.pack_into("<II", main, 0x18, 0x400, len(main))
    assert text_of(compound({"WordDocument": bytes(main)}), DOC) == Extracted("Lettre à l’asbl")


def test_a_rich_text_gives_its_words_without_its_pictures() -> None:
    picture = r"{\pict\pngblip " + "89504e47" * 40 + "}"
    assert text_of(rtf(r"Yasmina Mod\'e8le\par " + picture + r"\u339\'9cuvre"), RTF) == Extracted(
        "Yasmina Modèle\nœuvre"
    )
    assert text_of(b"no such thing", RTF) == BROKEN


@pytest.mark.parametrize("form", [DOC, ODT, RTF])
@given(data=st.data())
def test_no_damage_raises(form: str, data: st.DataObject) -> None:
    whole = {DOC: doc("Yasmina", b"x"), ODT: odt("<text:p>x</text:p>"), RTF: rtf(r"a\'e9\par b")}[form]
    content = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(text_of(bytes(content), form), Extracted)


def test_the_office_documents_of_the_corpora_are_read_in_a_process_apart(shared: Path) -> None:
    with Reader() as reader:
        read = {
            path.name: documents.text_of(path.read_bytes(), documents.media_type(path.read_bytes(), path.name), reader)
            for path in sorted((shared / "corpora" / "office").rglob("*"))
            if path.suffix in (".doc", ".odt")
        }
    assert {name: one.remark for name, one in read.items() if "broke its reader" in one.remark} == {}
    assert sum(bool(one.text) for one in read.values()) >= 0.8 * len(read)


def test_a_table_of_fonts_in_which_no_name_ends_is_read_all_the_same() -> None:
    # Found by fuzzing: six thousand bytes of it took longer than a document may.
    for fonts in (r"\f0\fcharset0 A" * 400, r"{\f0\fcharset0 A" * 400 + "}" * 400):
        assert text_of((r"{\rtf1{\fonttbl" + fonts + "}Yasmina}").encode(), RTF) == Extracted("Yasmina")


def test_fields_in_fields_by_the_hundred_thousand_are_read_in_one_pass() -> None:
    assert len(word._shown("\x13\x14a" * 200_000)) == 200_000
    assert word._shown("a\x13ask\x14shown\x13in\x14er\x15\x15b\x15c\x14d") == "ashownerbcd"


def test_a_stream_that_says_it_is_bigger_than_its_file_is_damage() -> None:
    """Found by fuzzing: the library read it around a ring of sectors for nine seconds."""
    raw = bytearray(compound({"WordDocument": b"x" * 100}))
    directory = 512 * (1 + int.from_bytes(raw[48:52], "little"))
    raw[directory + 120 : directory + 124] = (0x3FFF_FFFF).to_bytes(4, "little")
    with pytest.raises(ValueError, match="bigger than its file"):
        list(word.text(bytes(raw)))
