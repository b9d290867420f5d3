"""Pictures of documents: shown as pages, upright; their words recognised where Tesseract is; bombs refused."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

import pillow_heif
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from smes_panel.intake import documents, ocr
from smes_panel.intake.documents import IMAGES, NO_OCR, NO_WORDS, RECOGNISED, media_type, text_of
from smes_panel.intake.extraction import PDF, Extracted, Reader
from smes_panel.intake.rendering import DAMAGED, Renderer
from smes_panel.intake.worker.picture import PAGES, as_pdf
from smes_panel.paths import resources

FACE = str(resources() / "fonts" / "source-sans-3" / "SourceSans3-Regular.ttf")
needs_tesseract = pytest.mark.skipif(
    ocr.tesseract() is None, reason="missing program: tesseract (tesseract-ocr-fra, -nld)"
)


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer() as opened:
        yield opened


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as opened:
        yield opened


def page(*lines: str, size: tuple[int, int] = (1240, 1754)) -> Image.Image:
    """A page as a scanner at 150 dpi sees it."""
    picture = Image.new("L", size, 255)
    draw = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        draw.text((120, 160 + 60 * number), line, fill=0, font=ImageFont.truetype(FACE, 38))
    return picture


def stored(picture: Image.Image, form: str, **options: object) -> bytes:
    made = io.BytesIO()
    picture.save(made, form, **options)
    return made.getvalue()


def heic(picture: Image.Image) -> bytes:
    made = io.BytesIO()
    pillow_heif.from_pillow(picture.convert("RGB")).save(made, quality=90)
    return made.getvalue()


FORMS = {
    "png": lambda picture: stored(picture, "PNG"),
    "jpeg": lambda picture: stored(picture, "JPEG"),
    "tiff": lambda picture: (
        stored(picture, "TIFF", compression="group4") if picture.mode == "1" else stored(picture, "TIFF")
    ),
    "gif": lambda picture: stored(picture, "GIF"),
    "webp": lambda picture: stored(picture, "WEBP"),
    "bmp": lambda picture: stored(picture, "BMP"),
    "heic": heic,
}


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_is_a_page_as_large_as_an_a4(form: str, renderer: Renderer) -> None:
    content = FORMS[form](page("Yasmina Modèle"))
    assert media_type(content, "IMG_0001") in IMAGES
    outline = renderer.open(content)
    assert ([tuple(map(round, size)) for size in outline.sizes], outline.trouble) == ([(595, 842)], "")
    drawing = renderer.drawing(0, 1.0)
    assert (drawing.width, drawing.height, drawing.trouble) == (595, 842, "")
    dark = [at for at in range(0, len(drawing.pixels), 4) if drawing.pixels[at] < 100]
    assert bool(dark)


def test_a_photograph_held_sideways_is_turned_upright_by_what_the_camera_noted(renderer: Renderer) -> None:
    noted = Image.Exif()
    noted[0x0112] = 6
    sideways = page("x", size=(900, 600))
    outline = renderer.open(stored(sideways, "JPEG", exif=noted))
    assert [tuple(map(round, size)) for size in outline.sizes] == [(561, 842)]


def test_a_scanner_file_of_three_pages_is_three_pages_and_what_moves_is_one(renderer: Renderer) -> None:
    pages = [page(f"Page {number}").convert("1") for number in range(3)]
    several = stored(pages[0], "TIFF", save_all=True, append_images=pages[1:], compression="group4")
    assert len(renderer.open(several).sizes) == 3
    moving = stored(page("a", size=(60, 40)), "GIF", save_all=True, append_images=[page("b", size=(60, 40))])
    assert len(renderer.open(moving).sizes) == 1


def test_what_shows_through_is_white_paper(renderer: Renderer) -> None:
    clear = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    renderer.open(stored(clear, "PNG"))
    assert set(renderer.drawing(0, 0.2).pixels[::4]) == {255}


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def claiming(width: int, height: int) -> bytes:
    """A PNG that says it is so large and holds almost nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")


def test_a_picture_that_claims_to_be_huge_is_not_unpacked(renderer: Renderer, reader: Reader) -> None:
    bomb = claiming(50_000, 50_000)
    with pytest.raises(ValueError, match="not opened"):
        as_pdf(bomb)
    assert renderer.open(bomb).trouble == DAMAGED
    assert text_of(bomb, "image/png", reader).text == ""
    assert len(renderer.open(stored(page("debout"), "PNG")).sizes) == 1


def test_of_a_scan_without_end_so_many_pages_are_shown() -> None:
    small = page("x", size=(20, 30)).convert("1")
    endless = stored(small, "TIFF", save_all=True, append_images=[small] * (PAGES + 5))
    assert as_pdf(endless).count(b"/Type/Page/") == PAGES


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_cut_short_breaks_nothing(form: str, renderer: Renderer) -> None:
    content = FORMS[form](page("Yasmina Modèle"))
    for length in (12, 40, len(content) // 2, len(content) - 3):
        assert renderer.open(content[:length]).trouble in ("", DAMAGED)
    assert len(renderer.open(stored(page("debout"), "PNG")).sizes) == 1


LINES = (
    "Yasmina Modèle",
    "Coordinatrice de réseau à Bruxelles",
    "Néerlandais : très bonne maîtrise",
    "Œuvre sociale fictive",
)


def scanned(*pages: Image.Image) -> bytes:
    """A PDF of pictures, as scanners make them."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842))
    for one in pages:
        canvas.drawImage(ImageReader(one), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


@needs_tesseract
def test_the_words_of_a_photograph_and_of_a_scan_are_recognised(reader: Reader) -> None:
    for content in (stored(page(*LINES), "JPEG"), heic(page(*LINES)), scanned(page(*LINES))):
        found = text_of(content, media_type(content, "x"), reader)
        assert (found.text.replace("\n\n", "\n").splitlines(), found.remark) == (list(LINES), RECOGNISED)


@needs_tesseract
def test_each_page_of_a_scan_is_recognised_in_dutch_too(reader: Reader) -> None:
    pages = [page("Sollicitatiebrief"), page("Geachte mevrouw, geachte heer,", "ik solliciteer graag")]
    found = text_of(scanned(*pages), PDF, reader)
    assert found.text.split() == [
        "Sollicitatiebrief",
        "Geachte",
        "mevrouw,",
        "geachte",
        "heer,",
        "ik",
        "solliciteer",
        "graag",
    ]
    assert documents.incoming("scan.pdf", scanned(*pages), reader).kind.value == "letter"


@needs_tesseract
def test_a_picture_without_words_says_so(reader: Reader) -> None:
    assert text_of(stored(page(), "PNG"), "image/png", reader) == NO_WORDS


@needs_tesseract
def test_when_the_time_of_an_item_is_over_the_pages_left_are_said_not_to_be_searched() -> None:
    pages, seconds, found = scanned(*[page(*LINES)] * 15), 2.0, Extracted()
    # How many pages go into a second is the machine's: time for some of them, and not for all.
    while not found.text and seconds < 100:
        seconds *= 2
        with Reader() as hurried:
            hurried.give(seconds)
            found = text_of(pages, PDF, hurried)
    assert found.remark == documents.RECOGNISED_PARTLY
    assert found.text.startswith("Yasmina Modèle")


def test_where_tesseract_is_not_installed_that_is_said(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    ocr.tesseract.cache_clear()
    monkeypatch.setenv("PATH", "")
    try:
        assert text_of(stored(page(*LINES), "PNG"), "image/png", reader) == NO_OCR
        assert text_of(scanned(page(*LINES)), PDF, reader) == NO_OCR
        assert text_of(b"Bonjour", "text/plain", reader) == Extracted("Bonjour")
    finally:
        monkeypatch.undo()
        ocr.tesseract.cache_clear()


def test_a_scan_is_drawn_in_greys_as_large_as_its_letters_need(reader: Reader) -> None:
    (scan,) = reader.scans(stored(page("x"), "PNG"))
    assert (scan.width, scan.height, len(scan.greys)) == (1819, 2572, 1819 * 2572)
    assert list(reader.scans(b"nothing")) == []
