"""PDF pages drawn and read apart, and what a page that breaks the process costs."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from smes_panel.intake import rendering
from smes_panel.intake.child import Reply
from smes_panel.intake.extraction import PDF, Reader
from smes_panel.intake.rendering import Drawing, Letters, Outline, Renderer

CORPORA = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpora"
needs_corpora = pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not on this machine")
A4 = (595.0, 842.0)


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer() as opened:
        yield opened


def pdf(*pages: str, size: tuple[float, float] = A4) -> bytes:
    """A page for each text, set 100 points from the left and from the top."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=size)
    for text in pages:
        canvas.setFont("Helvetica", 20)
        canvas.drawString(100, size[1] - 100, text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def edited(content: bytes, *, turned: int = 0, cut: tuple[float, float, float, float] | None = None) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    page = writer.pages[0]
    if turned:
        page.rotate(turned)
    if cut:
        page.cropbox = pypdf.generic.RectangleObject(cut)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def corner(letters: Letters, at: int = 0) -> tuple[int, int]:
    """The top left corner of a letter, in whole points."""
    return round(letters.boxes[4 * at]), round(letters.boxes[4 * at + 1])


def test_an_outline_tells_each_page_s_size(renderer: Renderer) -> None:
    assert renderer.open(pdf("un", "deux", "trois")) == Outline((A4, A4, A4))


def test_letters_come_with_their_places_on_the_page_as_shown(renderer: Renderer) -> None:
    renderer.open(pdf("Modèle"))
    letters = renderer.letters(0)
    assert letters.text == "Modèle"
    assert len(letters.boxes) == 4 * len(letters.text)
    assert corner(letters) == (101, 86)  # a capital of 20 points stands 14 above its line, which lies at 100


def test_a_turned_page_and_a_cut_one_keep_letters_and_picture_together(renderer: Renderer) -> None:
    for content in (
        edited(pdf("I"), turned=90),
        edited(pdf("I"), cut=(50, 300, 400, 800)),
        edited(pdf("I"), turned=270),
    ):
        ((width, height),) = renderer.open(content).sizes
        drawing, letters = renderer.drawing(0, 1.0), renderer.letters(0)
        assert (drawing.width, drawing.height) == (round(width), round(height))
        left, top, right, bottom = letters.boxes
        x, y = round((left + right) / 2), round((top + bottom) / 2)
        assert drawing.pixels[4 * (y * drawing.width + x)] < 128  # the stroke of the I, where its box says


def test_margins_leave_out_what_is_empty_and_never_what_is_not(renderer: Renderer) -> None:
    renderer.open(pdf("Modèle"))
    margins = renderer.margins(0)
    assert margins is not None
    left, top, right, bottom = margins
    assert 90 < left < 102
    assert 75 < top < 86
    assert 165 < right < 180
    assert 100 < bottom < 112
    renderer.open(pdf(""))
    assert renderer.margins(0) == (0.0, 0.0, *A4)


def test_a_page_as_large_as_a_wall_is_drawn_small(renderer: Renderer) -> None:
    renderer.open(pdf("grand", size=(14_000, 14_000)))
    drawing = renderer.drawing(0, 3.0)
    assert drawing.trouble == ""
    assert drawing.width * drawing.height <= rendering.PIXELS * 1.01


def test_what_cannot_be_opened_says_why(renderer: Renderer) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("secret")))
    writer.encrypt("mot de passe fictif", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    assert renderer.open(locked.getvalue()) == Outline(trouble=rendering.PROTECTED)
    assert renderer.open(b"%PDF-1.4 abandonn\xe9") == Outline(trouble=rendering.DAMAGED)
    assert renderer.open(b"") == Outline(trouble=rendering.DAMAGED)
    assert renderer.drawing(0, 1.0).trouble != ""
    assert renderer.open(pdf("encore")).trouble == ""


class Breaking(Renderer):
    """Loses its process at the first page as often as it is asked about it, or so many times."""

    times = 1_000

    def _ask(self, question: str, content: bytes, limit: int) -> Reply:
        if question.split()[1:2] == ["0"] and self._child is not None and self.times:
            self.times -= 1
            os.kill(self._child.pid, signal.SIGKILL)
            self._child.wait()
        return super()._ask(question, content, limit)


def test_a_process_that_is_killed_once_costs_no_page() -> None:
    for ask in (Renderer.margins, Renderer.letters, lambda renderer, page: renderer.drawing(page, 1.0)):
        with Breaking() as renderer, Renderer() as other:
            renderer.times = 1
            for one in (renderer, other):
                one.open(pdf("un", "deux"))
            assert ask(renderer, 0) == ask(other, 0)
            assert renderer.times == 0


def test_a_page_that_breaks_the_process_costs_that_page_only() -> None:
    with Breaking() as renderer:
        renderer.open(pdf("un", "deux"))
        assert renderer.drawing(0, 1.0) == Drawing(trouble=rendering.DAMAGED)
        assert renderer.letters(1).text == "deux"
        assert renderer.drawing(1, 1.0).width == 595


def test_a_page_that_never_ends_costs_that_page_only() -> None:
    stuck = "import sys, time; sys.stdout.buffer.write(bytes(8)); sys.stdout.flush(); time.sleep(60)"
    with Renderer(seconds=2) as renderer:
        renderer.open(pdf("un", "deux"))
        renderer._end()
        renderer._child = subprocess.Popen([sys.executable, "-c", stuck], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert renderer._child.stdout is not None
        renderer._child.stdout.read(8)
        began = time.monotonic()
        assert renderer.drawing(0, 1.0) == Drawing(trouble=rendering.SLOW)
        assert time.monotonic() - began < 5
        assert renderer.letters(1).text == "deux"


def test_an_answer_longer_than_asked_for_is_not_believed() -> None:
    boast = "import sys; sys.stdout.buffer.write(bytes(8) + b'\\xff' * 8); sys.stdout.flush(); sys.stdin.read()"
    with Renderer() as renderer:
        renderer.open(pdf("un"))
        renderer._end()
        renderer._child = subprocess.Popen([sys.executable, "-c", boast], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert renderer._child.stdout is not None
        renderer._child.stdout.read(8)
        boasting = renderer._child
        assert renderer.letters(0).text == "un"
        assert renderer._child is not boasting


def test_an_abandoned_renderer_starts_nothing() -> None:
    with Renderer() as renderer:
        renderer.abandon()
        assert renderer.open(pdf("un")) == Outline(trouble=rendering.UNAVAILABLE)
        assert renderer._child is None


def test_one_process_reads_texts_and_draws_pages_alike(renderer: Renderer) -> None:
    with Reader() as reader:
        assert reader.text_of(pdf("Modèle"), PDF).text == "Modèle"
    renderer.open(pdf("Modèle"))
    assert renderer.letters(0).text == "Modèle"


def broken() -> Iterator[tuple[str, bytes]]:
    """The broken PDFs of the corpora, and each once more with a few of its bytes changed."""
    chance = Random(4)
    for path in sorted((CORPORA / "pdf").rglob("*.pdf")):
        content = path.read_bytes()
        yield path.name, content
        changed = bytearray(content)
        for _ in range(1 + len(content) // 2000):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        yield f"{path.name}, changed", bytes(changed)


def _drawn_through(renderer: Renderer, documents: Iterator[tuple[str, bytes]]) -> tuple[int, int]:
    opened = pages = 0
    for _, content in documents:
        outline = renderer.open(content)
        opened += 1
        for page in range(min(3, len(outline.sizes))):
            drawing = renderer.drawing(page, 0.7)
            assert bool(drawing.pixels) != bool(drawing.trouble)
            letters = renderer.letters(page)
            assert len(letters.boxes) == 4 * len(letters.text)
            renderer.margins(page)
            pages += 1
    assert renderer.open(pdf("debout")).trouble == ""
    assert renderer.letters(0).text == "debout"
    return opened, pages


@needs_corpora
def test_broken_documents_do_not_break_what_comes_after_them(renderer: Renderer) -> None:
    assert _drawn_through(renderer, (one for at, one in enumerate(broken()) if at % 16 == 0))[0] > 10


@pytest.mark.long
@needs_corpora
def test_all_broken_documents_are_drawn_through() -> None:
    with Renderer() as renderer:
        opened, pages = _drawn_through(renderer, broken())
    assert opened > 340
    assert pages > 340
