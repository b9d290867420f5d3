"""A scan of two hundred pages read to its end on the page where one rates, its renderer killed half-way."""

from __future__ import annotations

import io
import os
import signal
import sys
from pathlib import Path
from random import Random

import pytest
from PIL import Image, ImageDraw, ImageFilter
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from smes_panel.dossier import Dossier
from smes_panel.gestures.applications import AttachDocuments
from smes_panel.intake.rendering import Renderer
from smes_panel.model.application import DocumentKind, IncomingDocument
from smes_panel.model.vacancy import Stage
from tests.ui import dossiers
from tests.ui.conftest import press, settle
from tests.ui.panelled import CODES, made
from tests.ui.test_evaluate import QWERTY, Sitting, levels, page, ready, sitting
from tests.ui.test_reader import came
from ui.widgets.reader import Reader
from ui.widgets.reader.pictures import BYTES

__all__ = ["ready", "sitting"]

Key = Qt.Key
PAGES = 200
A4 = (827, 1170)  # pixels, a hundred to the inch
MB = 1_000_000
WINDOW, CHILD = BYTES + 150 * MB, 300 * MB
"""What the window may grow by, and all that the process that draws may hold: its document and a page at a time."""


def scan(pages: int = PAGES) -> bytes:
    """Pages that are pictures and nothing else, no two alike, with the grain of paper."""
    grain = Image.frombytes("L", A4, Random(1).randbytes(A4[0] * A4[1])).filter(ImageFilter.GaussianBlur(2))
    paper = grain.point(lambda grey: 215 + grey // 8)
    made_of = io.BytesIO()
    canvas = Canvas(made_of, pagesize=(595, 842))
    for number in range(1, pages + 1):
        one = paper.copy()
        pen = ImageDraw.Draw(one)
        for line in range(40):
            pen.text(
                (100, 100 + 24 * line), f"Page {number}, ligne {line}, tout à fait fictive " * 2, fill=40, font_size=15
            )
        jpeg = io.BytesIO()
        one.save(jpeg, "JPEG", quality=40)
        canvas.drawImage(ImageReader(jpeg), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return made_of.getvalue()


def resident(process: int) -> int:
    """Bytes of memory that a process holds."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def drawing(reader: Reader) -> int:
    """The process that draws for this reader."""
    renderer = reader._courier._renderer
    assert isinstance(renderer, Renderer)
    assert renderer._child is not None
    return renderer._child.pid


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_two_hundred_scanned_pages_are_read_to_the_end_although_the_renderer_is_killed(
    qtbot: QtBot, sitting: Sitting, tmp_path: Path
) -> None:
    path = made(tmp_path / "scan.smes", rated=False)
    with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
        paper = IncomingDocument("scan.pdf", DocumentKind.OTHER, "application/pdf", scan())
        dossier.do(AttachDocuments(dossier.read.application_id("K-01"), (paper,)))
    window = sitting(path=path)
    reader = page(window).reader
    for _ in range(3):
        with qtbot.waitSignal(reader.opened, timeout=60_000):
            press(Key.Key_D)
        if reader.pages == PAGES:
            break
    assert reader.pages == PAGES
    came(qtbot, reader)
    at_first, first = resident(os.getpid()), drawing(reader)
    window_most = child_most = 0
    given: list[int] = []
    for number in range(1, PAGES + 1):
        reader.go_to_page(number)
        settle()
        if number % 2 == 0:
            came(qtbot, reader)
        reader.viewport().grab()
        window_most = max(window_most, resident(os.getpid()) - at_first)
        child_most = max(child_most, resident(drawing(reader)) if number % 2 == 0 else 0)
        if number % 25 == 0:
            given.append(number // 25 % 4 + 1)
            press(QWERTY[given[-1]][0])
            press(Key.Key_Down)
        if number == PAGES // 2:
            os.kill(drawing(reader), signal.SIGKILL)
    assert drawing(reader) != first
    assert (reader.page, window.isVisible(), reader._known.troubles) == (PAGES, True, {})
    assert reader._known.pictures.bytes <= BYTES
    assert window_most < WINDOW, f"{window_most / MB:.0f} MB"
    assert child_most < CHILD, f"{child_most / MB:.0f} MB"
    asked = dict(zip(CODES, given, strict=False))
    assert {code: level for code, level in levels(window).items() if level} == asked
    assert window.session is not None
    file, member = window.session.path, window.session.member
    assert member is not None
    window.lock()
    with Dossier.open(file, dossiers.PASSPHRASE) as dossier:
        kept = dossier.read.sheet(member, dossier.read.application_id("K-01"), Stage.SCREENING).answers
        assert {code: answer.level for code, answer in kept.items() if answer.level} == asked
        assert list(dossier.check()) == []
