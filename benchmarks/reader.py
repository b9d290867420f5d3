"""Reading in the window: the first page of a long PDF, and a frame of scrolling through it and through a scan."""

from __future__ import annotations

import io
import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random

import pypdfium2
from PIL import Image, ImageDraw
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from reportlab.lib.utils import ImageReader
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
_SCAN = (827, 1170)


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
    frames = min(size.pairs * 3, 600)
    yield _scrolling(reader, content, f"a frame of scrolling through {pages} pages", frames)
    content = _scan(pages)
    _shown(reader, content)
    # Steps as long as a scan of this many pages needs to be gone through once, from its beginning to its end.
    step = max(_STEP, -(-reader.verticalScrollBar().maximum() // frames))
    yield _scrolling(reader, content, f"a frame of scrolling through a scan of {pages} pages to its end", frames, step)
    reader.close()
    reader.deleteLater()
    app.sendPostedEvents(None, 0)
    app.processEvents()


def _scrolling(reader: Reader, content: bytes, what: str, frames: int, step: int = _STEP) -> Figure:
    scrolled = _Scrolled(reader, step)
    page = _Page(_bare(content))
    page.show()
    figure = paired(what, "painting one picture of that size", frames, again(scrolled), again(page.moved))
    page.close()
    taken = sorted(figure.ours)
    slowest = taken[-1] / statistics.median(figure.bare)
    late = sum(frame > 1 / 60 for frame in taken)
    slow = f"slowest {taken[-1] * 1000:.0f} ms ({slowest:.0f} times the bare), {late} of {len(taken)} over a sixtieth"
    held = f"{scrolled.most / 1_000_000:.0f} MB of pictures at most"
    return replace(figure, remark=f"{slow} of a second; {held}{scrolled.resident()}")


def _scan(pages: int) -> bytes:
    """Pages that are pictures of A4 at a hundred dots an inch and nothing else, no two alike."""
    grain = Image.frombytes("L", _SCAN, Random(1).randbytes(_SCAN[0] * _SCAN[1]))
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842))
    for number in range(pages):
        one = grain.point([215 + grey // 8 for grey in range(256)])
        for line in range(40):
            ImageDraw.Draw(one).text((100, 100 + 24 * line), f"Page {number}, ligne {line}, fictive", fill=40)
        jpeg = io.BytesIO()
        one.save(jpeg, "JPEG", quality=40)
        canvas.drawImage(ImageReader(jpeg), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


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

    def __init__(self, reader: Reader, step: int) -> None:
        self._reader, self._step = reader, step
        self.most = 0
        self._held: list[tuple[int, int]] = []

    def __call__(self) -> None:
        bar = self._reader.verticalScrollBar()
        bar.setValue(bar.value() + self._step if bar.value() < bar.maximum() else 0)
        self._reader.viewport().repaint()
        QApplication.processEvents()
        self.most = max(self.most, self._reader._known.pictures.bytes)  # noqa: SLF001
        child = getattr(self._reader._courier._renderer, "_child", None)  # noqa: SLF001
        if child is not None and Path("/proc/self/statm").exists():
            with suppress(OSError, IndexError):
                self._held.append((_resident("self"), _resident(str(child.pid))))

    def resident(self) -> str:
        """What this process and the one that draws held at most, where the system tells."""
        if not self._held:
            return ""
        own, child = (max(side) / 1_000_000 for side in zip(*self._held, strict=True))
        return f"; resident {own:.0f} MB at most, the process that draws {child:.0f} MB"


def _resident(process: str) -> int:
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


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
