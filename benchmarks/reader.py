"""Reading in the window: the first page of a long PDF, and a frame of scrolling through it."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from reportlab.pdfgen.canvas import Canvas

from benchmarks.measuring import Figure, Size, again, paired
from smes_panel.intake.rendering import Renderer
from smes_panel.model.words import Language
from ui.theme import load_fonts
from ui.widgets.reader import Reader
from ui.wording import Tongue
from ui.wording.reader import phrases

_VIEW = (625, 666)
_STEP = 120


def bench(_folder: Path, size: Size) -> Iterator[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    load_fonts()
    pages = min(200, size.pairs)
    content = _pdf(pages)
    reader = Reader(Renderer, phrases(Tongue(Language.FR)))
    reader.resize(*_VIEW)
    reader.show()
    yield paired(
        f"a PDF of {pages} pages to its first page on screen",
        "PDFium in the window's process, one page",
        min(size.pairs, 40),
        again(lambda: _shown(reader, content)),
        again(lambda: _bare(content)),
    )
    scrolled = _Scrolled(reader)
    page = _Page(_bare(content))
    page.show()
    figure = paired(
        f"a frame of scrolling through {pages} pages",
        "painting one picture of that size",
        min(size.pairs * 3, 600),
        again(scrolled),
        again(page.moved),
    )
    frames = sorted(figure.ours)
    late = sum(frame > 1 / 60 for frame in frames)
    held = f"{scrolled.most / 1_000_000:.0f} MB of pictures at most"
    slow = f"slowest {frames[-1] * 1000:.0f} ms, {late} of {len(frames)} over a sixtieth of a second"
    yield replace(figure, remark=f"{slow}; {held}")
    page.close()
    reader.close()
    reader.deleteLater()
    app.sendPostedEvents(None, 0)
    app.processEvents()


def _pdf(pages: int) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842))
    for number in range(pages):
        canvas.setFont("Helvetica", 11)
        for line in range(48):
            canvas.drawString(70, 780 - 15 * line, f"Ligne {line} de la page {number}, tout à fait fictive.")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _until(done: Callable[[], bool]) -> None:
    while not done():
        QApplication.processEvents()
        time.sleep(0.0005)  # lets the reader's thread run, as the window's own loop does


def _shown(reader: Reader, content: bytes) -> None:
    reader.show_pages(content)
    _until(lambda: bool(reader._in_view()) and reader._known.pictures.has(reader._task(reader._in_view()[0])))  # noqa: SLF001 - no one else may know
    reader.viewport().repaint()


def _bare(content: bytes) -> QImage:
    with pypdfium2.PdfDocument(content) as document:
        bitmap = document[0].render(scale=1.2, prefer_bgrx=True)
        shown = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, QImage.Format.Format_RGB32)
        return shown.copy()


class _Scrolled:
    """Scrolls a step further at each call, with all that the window does in between."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.most = 0

    def __call__(self) -> None:
        bar = self._reader.verticalScrollBar()
        bar.setValue(bar.value() + _STEP if bar.value() < bar.maximum() else 0)
        self._reader.viewport().repaint()
        QApplication.processEvents()
        self.most = max(self.most, self._reader._known.pictures.bytes)  # noqa: SLF001


class _Page(QWidget):
    """One picture, painted a step further down at each call."""

    def __init__(self, picture: QImage) -> None:
        super().__init__()
        self._picture, self._top = picture, 0
        self.resize(*_VIEW)

    def moved(self) -> None:
        self._top = (self._top - _STEP) % _VIEW[1]
        self.repaint()
        QApplication.processEvents()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.drawImage(15, self._top - _VIEW[1] // 2, self._picture)
