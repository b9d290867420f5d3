"""The press: the same facts print the same bytes, in our own faces, and any text at all can be printed."""

from __future__ import annotations

import unicodedata
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from reportlab.lib.units import mm
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Frame, PageTemplate, Paragraph

from smes_panel.model.words import Language
from smes_panel.paper.press import (
    Face,
    Imprint,
    Press,
    bound,
    clean,
    markup,
    runs,
    style,
    width,
    wrapped,
)
from smes_panel.paths import resources
from tests.paper.rendered import fonts_listed, fonts_without_a_file, words

IMPRINT = Imprint("Titre — essai", "Smes asbl", Language.FR, date(2022, 7, 4))
FONTS = resources() / "fonts"
SPARE = TTFont("known to the tests", str(FONTS / "dejavu-sans" / "DejaVuSans.ttf")).face.charToGlyph
NAMES = (
    "Łukasz Ősz",
    "Иван Примеров",
    "Ελένη Δείγμα",
    "Ștefan Model",
    "Nguyễn Văn Mẫu",
    "Œdipe d’Exemple",
    "Þóra Sýni",
)


def drawn(text: str, face: Face = Face.TEXT) -> bytes:
    press = Press(IMPRINT)
    press.write(20, 40, text, face, 11)
    press.turn()
    return press.bytes()


def flowed(*texts: str) -> bytes:
    page = PageTemplate(id="page", frames=[Frame(22 * mm, 20 * mm, 166 * mm, 200 * mm)])
    story = [Paragraph(text, style(Face.LETTER, 10.8, 15)) for text in texts]
    return bound(IMPRINT, [page], story)


def test_the_same_facts_give_the_same_bytes_whatever_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    first = drawn("Yasmina Modèle"), flowed("Yasmina <b>Modèle</b>")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert (drawn("Yasmina Modèle"), flowed("Yasmina <b>Modèle</b>")) == first


@pytest.mark.parametrize("content", [drawn("un"), flowed("un")], ids=["drawn", "flowed"])
def test_a_pdf_says_what_it_is_and_the_day_it_was_printed(content: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(content))
    said = reader.metadata
    assert said is not None
    assert (said.title, said.author, said.creator) == ("Titre — essai", "Smes asbl", "Smes Panel")
    assert (said.creation_date_raw, said.modification_date_raw) == ("D:20220704000000+00'00'",) * 2
    assert str(reader.root_object["/Lang"]) == "fr"
    assert len(reader.pages) == 1
    assert "/Trans" not in reader.pages[0]


def test_every_font_is_carried_along(tmp_path: Path) -> None:
    for content in (drawn(" ".join(NAMES), Face.STRONG), flowed(*(markup(name, Face.LETTER) for name in NAMES))):
        assert fonts_without_a_file(content) == []
        assert b"Helvetica" not in content
        listed = fonts_listed(content, tmp_path)
        assert listed is None or [row[-5] for row in listed] == ["yes"] * len(listed)


def test_each_face_is_in_its_folder_with_its_licence_and_all_are_small() -> None:
    assert sorted(path.stem for path in FONTS.rglob("*.ttf")) == sorted(face.value for face in Face)
    assert [
        sorted(path.name for path in folder.glob("*.txt")) for folder in sorted(FONTS.iterdir()) if folder.is_dir()
    ] == [
        ["OFL.txt"],
        ["OFL.txt"],
        ["LICENSE.txt"],
        ["OFL.txt"],
    ]
    assert sum(path.stat().st_size for path in FONTS.rglob("*") if path.is_file()) < 3_000_000


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("name", NAMES)
def test_names_of_all_europe_can_be_copied_from_the_page(name: str, face: Face) -> None:
    assert words(drawn(name, face)) == name


@given(st.text(st.characters(codec="utf-8"), max_size=40), st.sampled_from(Face))
@example("\ud800 𝓙𝓾𝓵𝓲𝓮 ﬀ Ｊ \u202f\u00ad\u200e\x00 日本", Face.TITLE)
def test_no_character_that_a_face_has_is_left_to_a_box(text: str, face: Face) -> None:
    printed = runs(text, face)
    for used, part in printed:
        known = TTFont(used.value, str(next(FONTS.rglob(f"{used}.ttf")))).face.charToGlyph if part else {}
        assert [character for character in part if not known.get(ord(character))] == []
    drawn_as = "".join(part for _, part in printed)
    kept = drawn_as + unicodedata.normalize("NFKC", drawn_as)  # a joined letter is still that letter
    lost = [one for one in clean(text) if one not in kept and ord(one) < 0xFFFF and SPARE.get(ord(one))]
    assert lost == []


@given(st.text(max_size=40), st.sampled_from(Face))
def test_any_text_at_all_can_be_printed(text: str, face: Face) -> None:
    assert drawn(text, face).startswith(b"%PDF")


@given(st.text(st.sampled_from("abcdé œ \u00a0’Ł-"), max_size=120), st.floats(8, 60))
def test_lines_keep_every_word_in_order_and_none_is_too_long(text: str, room: float) -> None:
    lines = wrapped(text, Face.TEXT, 9.5, room)
    assert [line for line in lines if width(line, Face.TEXT, 9.5) > room] == []
    assert "".join(lines).replace(" ", "") == clean(text).replace(" ", "")


@pytest.mark.parametrize(
    "hostile", ["<b>Anne</b>", "<img src='/etc/hostname'/>", "A & B <", "</para>", "&lt;", "{nom}"]
)
def test_text_from_outside_stays_text_in_a_paragraph(hostile: str) -> None:
    assert words(flowed(markup(hostile, Face.LETTER))) == hostile


def test_a_line_is_one_line() -> None:
    assert clean("Anne\nExemple\t\u202eenna\u200b é\u202f!") == "Anne Exemple enna é\u00a0!"
