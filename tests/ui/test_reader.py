"""The reader of documents, by real keys and real mouse, with the process that draws."""

from __future__ import annotations

import gc
import io
import os
import signal
import statistics
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from smes_panel.intake.child import Reply
from smes_panel.intake.rendering import Drawing, Renderer
from smes_panel.model.words import Language
from ui.theme import Look, dress, load_fonts
from ui.theme.tokens import tokens
from ui.widgets.reader import Reader
from ui.widgets.reader.letters import folded
from ui.widgets.reader.pictures import BYTES, Pictures
from ui.widgets.reader.sheaf import Desk, lay
from ui.widgets.reader.source import Task
from ui.widgets.reader.tones import toned
from ui.wording import Tongue
from ui.wording.reader import phrases

CORPORA = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpora"
needs_corpora = pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not on this machine")
Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


def pdf(*pages: str) -> bytes:
    """A page for each text, its lines from the top."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842))
    for text in pages:
        canvas.setFont("Helvetica", 12)
        for number, line in enumerate(text.split("\n")):
            canvas.drawString(80, 760 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def long_pdf(pages: int = 200) -> bytes:
    line = "Une ligne de texte tout à fait fictive, pour remplir la page {page} d’un long dossier."
    return pdf(*("\n".join([line.format(page=page + 1)] * 34) for page in range(pages)))


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Reader]:
    load_fonts()
    dress(qapp, Look("light"))
    reader = shown(qtbot)
    yield reader
    reader.close()


def shown(qtbot: QtBot, renderer: type[Renderer] = Renderer) -> Reader:
    reader = Reader(renderer, phrases(Tongue(Language.FR)))
    qtbot.addWidget(reader)
    reader.resize(625, 666)
    reader.show()
    qtbot.waitExposed(reader)
    reader.setFocus()
    return reader


def opened(qtbot: QtBot, reader: Reader, content: bytes) -> None:
    """Show a PDF and wait until what is in view has come, letters included."""
    with qtbot.waitSignal(reader.opened, timeout=20_000):
        reader.show_pages(content, "CV")
    came(qtbot, reader)


def came(qtbot: QtBot, reader: Reader) -> None:
    """Wait until nothing in view is missing."""

    def whole() -> bool:
        seen = [reader._task(frame) for frame in reader._in_view()]
        return reader._known.wishes(seen, []) == []

    qtbot.waitUntil(whole, timeout=20_000)


def pixel(reader: Reader, x: float, y: float) -> QColor:
    return reader.viewport().grab().toImage().pixelColor(round(x), round(y))


def text_in(reader: Reader) -> str:
    return "\n".join(letters.text for _, letters in sorted(reader._known.letters.items()))


def at(reader: Reader, page: int, sign: int, *, after: bool = False) -> QPoint:
    """Where a letter stands in the view, at its left or its right edge."""
    left, top, right, bottom = reader._known.letters[page].box(sign)
    x, y = reader._sheaf.frames[page].on_desk(right - 0.5 if after else left + 0.5, (top + bottom) / 2)
    return (reader._shift() * -1).toPoint() + QPoint(round(x), round(y))


def test_a_document_is_shown_as_wide_as_its_text(qtbot: QtBot, desk: Reader) -> None:
    opened(qtbot, desk, pdf("Yasmina Modèle, coordinatrice de réseau à Bruxelles", "Suite"))
    assert (desk.page, desk.pages, desk.fit) == (1, 2, "text")
    (frame, *_) = desk._in_view()
    assert round(frame.left) == 15
    assert round(frame.width) == 625 - 15 - 32 - desk.verticalScrollBar().width()
    assert frame.crop[0] > 60  # most of the margin of 80 points is cut away
    assert desk.horizontalScrollBar().maximum() == 0
    assert pixel(desk, 30, 20) == QColor(tokens().light.paper)
    assert pixel(desk, 5, 20) == QColor(tokens().light.desk)
    picture = desk.viewport().grab().toImage()
    row = at(desk, 0, 0).y()
    assert min(picture.pixelColor(x, row).lightness() for x in range(30, 500)) < 90


def test_keys_scroll_and_zoom(qtbot: QtBot, desk: Reader) -> None:
    opened(qtbot, desk, long_pdf(3))
    bar = desk.verticalScrollBar()
    QTest.keyClick(desk, Key.Key_PageDown)
    assert bar.value() == desk.viewport().height() - 48
    QTest.keyClick(desk, Key.Key_Up)
    assert bar.value() == desk.viewport().height() - 96
    QTest.keyClick(desk, Key.Key_End)
    assert (bar.value(), desk.page) == (bar.maximum(), 3)
    QTest.keyClick(desk, Key.Key_Home)
    assert (bar.value(), desk.page) == (0, 1)
    wide = desk.percent
    QTest.keyClick(desk, Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    assert (desk.fit, desk.percent > wide) == ("free", True)
    assert desk.horizontalScrollBar().maximum() > 0
    QTest.keyClick(desk, Key.Key_Right)
    assert desk.horizontalScrollBar().value() > 0
    for _ in range(3):
        QTest.keyClick(desk, Key.Key_Minus)
    assert desk.percent < wide
    for key in (Key.Key_0, Key.Key_Agrave):
        QTest.keyClick(desk, Key.Key_Plus)
        QTest.keyClick(desk, key, Ctrl)
        assert (desk.fit, desk.percent) == ("text", wide)
    desk.fit_page()
    assert desk.percent < wide


def test_keys_that_are_the_page_s_are_left_to_it(qtbot: QtBot) -> None:
    heard: list[int] = []

    class Around(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            heard.append(event.key())

    around = Around()
    qtbot.addWidget(around)
    reader = Reader(Renderer, phrases(Tongue(Language.FR)), around)
    theirs = [Key.Key_N, Key.Key_1, Key.Key_Ampersand, Key.Key_Space, Key.Key_F6, Key.Key_Return, Key.Key_Backspace]
    for key in [*theirs, Key.Key_PageDown, Key.Key_Down, Key.Key_Home]:
        QTest.keyClick(reader, key)
    assert heard == [key.value for key in theirs]


def test_zooming_and_narrowing_keep_what_is_read_in_place(qtbot: QtBot, desk: Reader) -> None:
    opened(qtbot, desk, long_pdf(5))
    desk.go_to_page(4)
    assert desk.page == 4
    desk.zoom_in()
    assert desk.page == 4
    desk.fit_page()
    assert desk.page == 4
    desk.resize(500, 500)
    assert desk.page == 4


def test_search_finds_whatever_the_accents_and_goes_round(qtbot: QtBot, desk: Reader) -> None:
    opened(qtbot, desk, pdf("Élève et éleveur", *["rien"] * 6, "une ELEVE"))
    counted: list[tuple[int, int]] = []
    desk.found.connect(lambda place, hits: counted.append((place, hits)))
    desk.find_text("eleve")
    qtbot.waitUntil(lambda: desk.hits == 3, timeout=10_000)
    desk.next_hit()
    desk.next_hit()
    assert desk.page == 1
    desk.next_hit()
    assert desk.page == 8
    assert counted[-1] == (3, 3)
    came(qtbot, desk)
    hit = at(desk, 7, 5)
    assert any(pixel(desk, hit.x() + x, hit.y()) == QColor(tokens().light.accentline) for x in range(12))
    desk.next_hit()
    assert counted[-1] == (1, 3)
    desk.previous_hit()
    assert counted[-1] == (3, 3)
    assert desk.find_text("") == 0
    assert desk.find_text("introuvable") == 0


def test_the_mouse_selects_and_ctrl_c_copies(qtbot: QtBot, desk: Reader) -> None:
    opened(qtbot, desk, pdf("Yasmina Modèle\nNéerlandais C1"))
    view = desk.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at(desk, 0, 8))
    QTest.mouseMove(view, at(desk, 0, 20))
    end = desk._known.letters[0].text.index("s C1")
    QTest.mouseMove(view, at(desk, 0, end, after=True))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at(desk, 0, end, after=True))
    QTest.keyClick(desk, Key.Key_C, Ctrl)
    assert QGuiApplication.clipboard().text() == "Modèle\nNéerlandais"
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at(desk, 0, 2))
    assert desk.selected_text() == "Yasmina"
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(desk, 0, 2))
    assert desk.selected_text() == ""


def test_text_from_outside_is_shown_as_it_is(qtbot: QtBot, desk: Reader) -> None:
    hostile = '<img src="file:///etc/passwd"><b>gras</b> &amp; 😀 fin\n\tdeuxième'
    with qtbot.waitSignal(desk.opened):
        desk.show_text(hostile, "Objet : <i>candidature</i>")
    came(qtbot, desk)
    assert text_in(desk).replace("\n", "") == "Objet : <i>candidature</i>" + hostile.replace("\n", "")
    letters = desk._known.letters[0]
    assert len(letters.boxes) == 4 * len(letters.text)
    assert desk.find_text("DEUXIEME") == 1


def test_a_long_text_is_laid_out_in_pages_without_holding_the_window(qtbot: QtBot, desk: Reader) -> None:
    text = "\n".join(f"Ligne {number} d’un message sans fin" for number in range(20_000))
    with qtbot.waitSignal(desk.opened, timeout=10_000):
        began = time.monotonic()
        desk.show_text(text)
        assert time.monotonic() - began < 0.1
    assert desk.pages > 300
    desk.to_end()
    came(qtbot, desk)
    assert "Ligne 19999 " in desk._known.letters[desk.pages - 1].text


class Breaking(Renderer):
    """Loses its process at the second page each time, as with a page that breaks PDFium."""

    times = 1_000

    def _ask(self, question: str, content: bytes, limit: int) -> Reply:
        if question.startswith("drawing 1 ") and self._child is not None and self.times:
            self.times -= 1
            os.kill(self._child.pid, signal.SIGKILL)
            self._child.wait()
        return super()._ask(question, content, limit)


class Killed(Breaking):
    """Loses its process at the second page once, as when something else ends it."""

    times = 1


def test_a_page_is_not_called_damaged_because_its_process_was_killed_once(qtbot: QtBot, desk: Reader) -> None:
    del desk
    reader = shown(qtbot, Killed)
    opened(qtbot, reader, pdf("un", "deux"))
    reader.to_end()
    came(qtbot, reader)
    assert reader._known.troubles == {}
    assert reader._known.pictures.has(reader._task(reader._sheaf.frames[1]))


def test_a_page_that_breaks_its_process_says_so_and_the_others_are_shown(qtbot: QtBot, desk: Reader) -> None:
    del desk
    reader = shown(qtbot, Breaking)
    opened(qtbot, reader, pdf("un", "deux", "trois"))
    reader.fit_page()
    reader.go_to_page(2)
    came(qtbot, reader)
    reader.to_end()
    came(qtbot, reader)
    assert reader._known.troubles == {1: "damaged"}
    assert reader._trouble(1) == "La page 2 ne s’affiche pas : elle est abîmée. Les autres pages restent lisibles."
    frame = reader._sheaf.frames[2]
    assert reader._known.pictures.has(reader._task(frame))
    assert reader._known.letters[2].text == "trois"


class Sleeping(Renderer):
    """Takes very long for the first document's page, until it is interrupted."""

    woken = threading.Event()
    slept = threading.Event()

    def drawing(self, page: int, scale: float) -> Drawing:
        if len(self._outline.sizes) == 2:
            self.slept.set()
            self.woken.wait(10)
        return super().drawing(page, scale)

    def interrupt(self) -> None:
        self.woken.set()
        super().interrupt()


def test_another_document_does_not_wait_for_a_slow_one(qtbot: QtBot, desk: Reader) -> None:
    del desk
    reader = shown(qtbot, Sleeping)
    reader.show_pages(pdf("lent", "lent"))
    qtbot.waitUntil(Sleeping.slept.is_set, timeout=10_000)
    qtbot.wait(600)
    opened(qtbot, reader, pdf("vif"))
    assert Sleeping.woken.is_set()
    assert (text_in(reader), reader.pages, reader._known.troubles) == ("vif", 1, {})


def test_documents_in_haste_end_with_the_last(qtbot: QtBot, desk: Reader) -> None:
    for number in range(30):
        desk.show_pages(pdf(f"document {number}"))
        if number % 7 == 0:
            qtbot.wait(5)
    qtbot.waitUntil(lambda: text_in(desk) == "document 29", timeout=20_000)


def test_what_cannot_be_shown_is_said_in_words(qtbot: QtBot, desk: Reader) -> None:
    with qtbot.waitSignal(desk.opened, timeout=10_000):
        desk.show_pages(b"pas un PDF", "CV")
    assert desk.accessibleDescription().startswith("Ce document ne s’affiche pas : le fichier est abîmé.")
    assert (desk.page, desk.pages) == (0, 0)
    desk.show_message("Aucun document.")
    assert desk.accessibleDescription() == "Aucun document."


def test_a_screen_reader_hears_the_page_and_its_text(qtbot: QtBot, desk: Reader) -> None:
    opened(qtbot, desk, pdf("Profil", "Expérience"))
    desk.to_end()
    came(qtbot, desk)
    spoken = QAccessible.queryAccessibleInterface(desk)
    assert spoken.role() == QAccessible.Role.Document
    kinds = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    qtbot.waitUntil(lambda: spoken.text(QAccessible.Text.Description) == "Expérience")
    assert [spoken.text(kind) for kind in kinds] == ["CV", "Page 2 sur 2", "Expérience"]


def test_a_reader_that_is_gone_leaves_no_thread_and_no_process(qtbot: QtBot, qapp: QApplication) -> None:
    del qapp
    made: list[Renderer] = []

    def renderer() -> Renderer:
        made.append(Renderer())
        return made[0]

    reader = Reader(renderer, phrases(Tongue(Language.NL)))
    reader.resize(600, 600)
    opened(qtbot, reader, pdf("un"))
    thread, child = reader._courier._thread, made[0]._child
    assert thread is not None
    assert child is not None
    reader.deleteLater()
    del reader
    gc.collect()
    qtbot.waitUntil(lambda: not thread.is_alive(), timeout=5000)
    assert child.poll() is not None


def test_tones_turn_lightness_over_and_keep_the_hue() -> None:
    image = QImage(4, 1, QImage.Format.Format_RGB32)
    for x, colour in enumerate(("#FFFFFF", "#000000", "#1A5FB4", "#C01C28")):
        image.setPixelColor(x, 0, QColor(colour))
    night = toned(image.copy(), "night")
    assert night.pixelColor(0, 0) == QColor(tokens().dark.paper)
    assert night.pixelColor(1, 0) == QColor(tokens().dark.paperink)
    for x in (2, 3):
        before, after = image.pixelColor(x, 0), night.pixelColor(x, 0)
        assert after.lightness() > before.lightness()
        assert abs(after.hslHue() - before.hslHue()) < 25
    dimmed = toned(image.copy(), "dimmed")
    assert dimmed.pixelColor(1, 0) == QColor("#000000")
    assert toned(image.copy(), "white") == image


def test_ctrl_m_goes_through_the_tones(qtbot: QtBot, desk: Reader) -> None:
    opened(qtbot, desk, pdf("un"))
    grounds = []
    for _ in range(3):
        QTest.keyClick(desk, Key.Key_M, Ctrl)
        came(qtbot, desk)
        grounds.append(pixel(desk, 30, 30).name().upper())
    assert grounds == [tokens().light.app, tokens().dark.paper, tokens().light.paper]


def test_two_hundred_pages_scroll_within_bounds_of_time_and_memory(qtbot: QtBot, desk: Reader) -> None:
    opened(qtbot, desk, long_pdf())
    assert desk.pages == 200
    frames = []
    for _ in range(120):
        began = time.perf_counter()
        desk.scroll_page(1)
        desk.viewport().repaint()
        frames.append(time.perf_counter() - began)
        QApplication.processEvents()
        assert desk._known.pictures.bytes <= BYTES
    assert statistics.median(frames) < 0.05  # a bound against mistakes; benchmarks/reader.py measures
    desk.to_end()
    came(qtbot, desk)
    assert desk.page == 200


def test_pictures_are_kept_within_their_bound_the_latest_seen_the_longest() -> None:
    kept = Pictures()
    for page in range(40):
        kept.keep(Task(page, 1.0, "white"), QImage(1000, 1000, QImage.Format.Format_RGB32))
        assert kept.best(Task(0, 1.0, "white")) is not None
    assert kept.bytes == 16 * 4_000_000 == BYTES
    assert [page for page in range(40) if kept.has(Task(page, 1.0, "white"))] == [0, *range(25, 40)]
    kept.keep(Task(0, 2.0, "white"), QImage(1000, 1000, QImage.Format.Format_RGB32))
    assert not kept.has(Task(0, 1.0, "white"))
    assert kept.bytes == BYTES


boxes = st.tuples(st.floats(0, 100), st.floats(0, 100), st.floats(200, 400), st.floats(200, 400))
sizes = st.lists(st.tuples(st.floats(401, 2000), st.floats(401, 2000)), min_size=1, max_size=12)


@given(sizes, boxes, st.sampled_from(["text", "page", "free"]), st.floats(0.5, 3), st.booleans(), st.data())
def test_pages_lie_one_below_the_other_and_points_come_back(
    pages: list[tuple[float, float]],
    margin: tuple[float, float, float, float],
    fit: str,
    zoom: float,
    cropped: bool,
    data: st.DataObject,
) -> None:
    sheaf = lay(tuple(pages), {0: margin}, Desk(640), fit, zoom, cropped=cropped)  # type: ignore[arg-type]
    for one, other in zip(sheaf.frames, sheaf.frames[1:], strict=False):
        assert one.bottom < other.top
    assert [frame.page for frame in sheaf.frames] == list(range(len(pages)))
    assert sheaf.frames[-1].bottom <= sheaf.height
    x, y = data.draw(st.floats(0, 400)), data.draw(st.floats(0, 400))
    for frame in sheaf.frames:
        assert frame.on_page(*frame.on_desk(x, y)) == pytest.approx((x, y), abs=1e-6)
    y = data.draw(st.floats(0, sheaf.height))
    assert [frame.page for frame in sheaf.within(y, y + 300)] == [
        frame.page for frame in sheaf.frames if frame.bottom > y and frame.top < y + 300
    ]


@given(st.text(max_size=80))
def test_folding_keeps_places_in_order_and_folds_once(text: str) -> None:
    said, places = folded(text)
    assert len(said) == len(places)
    assert list(places) == sorted(places)
    assert all(0 <= place < len(text) for place in places)
    assert folded(said.strip())[0] == said.strip()


def test_a_word_broken_at_the_end_of_a_line_is_found_whole() -> None:
    assert folded("coor\u00ad\r\ndination  du\nRÉSEAU œuvre")[0] == "coordination du reseau oeuvre"


def broken(every: int) -> Iterator[bytes]:
    chance = Random(11)
    for number, path in enumerate(sorted((CORPORA / "pdf").rglob("*.pdf"))):
        if number % every == 0:
            content = path.read_bytes()
            changed = bytearray(content)
            for _ in range(1 + len(content) // 1000):
                changed[chance.randrange(len(changed))] = chance.randrange(256)
            yield content
            yield bytes(changed)


def _through(qtbot: QtBot, reader: Reader, every: int) -> int:
    count = 0
    for content in broken(every):
        opened(qtbot, reader, content)
        reader.to_end()
        came(qtbot, reader)
        reader.viewport().grab()
        count += 1
    opened(qtbot, reader, pdf("debout"))
    assert text_in(reader) == "debout"
    return count


@needs_corpora
def test_broken_documents_one_after_the_other_leave_the_window_standing(qtbot: QtBot, desk: Reader) -> None:
    assert _through(qtbot, desk, 20) >= 20


@pytest.mark.long
@needs_corpora
def test_all_broken_documents_leave_the_window_standing(qtbot: QtBot, desk: Reader) -> None:
    assert _through(qtbot, desk, 1) >= 2 * 171
