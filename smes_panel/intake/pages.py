"""The pages of a PDF or of a picture, drawn and read in the reading process: sizes, margins, letters, drawings."""

from __future__ import annotations

import ctypes
import struct
from array import array
from collections import Counter
from typing import Any

from smes_panel.intake.rendering import DAMAGED, LETTERS, PAGES, PIXELS, PROTECTED, SCAN_DPI

_FINE = 1 << 20
_PREVIEW = 300.0
_NOTHING = (b"", b"")


class Pages:
    """The open document. A question that a document breaks is answered with nothing, or kills the process."""

    def __init__(self) -> None:
        self._pdf: Any = None
        self._held: tuple[int, Any] | None = None

    def answer(self, question: str, content: bytes, password: str = "") -> tuple[bytes, bytes]:
        """The head and the body of the answer to a question of `rendering.Renderer` or of `ocr`."""
        word, *numbers = question.split()
        try:
            if word == "pages":
                return b"", self._open(content, password)
            page = self._page(int(numbers[0]))
            if word == "margins":
                return b"", struct.pack("<4f", *_ink(page))
            if word == "letters":
                return _letters(page)
            if word == "drawing":
                return _drawing(page, float(numbers[1]))
            if word == "scan":
                return _scan(page)
        except Exception as error:  # noqa: BLE001 - the last door before the pipe: whatever it raises is the document
            protected = "password" in str(error).lower()
            return (PROTECTED if protected else DAMAGED).encode(), b""
        return _NOTHING

    def _open(self, content: bytes, password: str) -> bytes:
        import pypdfium2

        self._let_go()
        if self._pdf is not None:
            self._pdf.close()
            self._pdf = None
        if b"%PDF-" not in content[:1024]:
            from smes_panel.intake.worker.picture import as_pdf

            content = as_pdf(content)
        self._pdf = pypdfium2.PdfDocument(content, password=password or None)
        self._pdf.init_forms()
        sizes = array("f")
        for number in range(min(len(self._pdf), PAGES)):
            try:
                sizes.extend(self._pdf.get_page_size(number))
            except pypdfium2.PdfiumError:
                sizes.extend((0.0, 0.0))
        if not sizes:
            raise ValueError("no page in it")
        return sizes.tobytes()

    def _page(self, number: int) -> Any:
        if self._held is None or self._held[0] != number:
            self._let_go()
            self._held = (number, self._pdf[number])
        return self._held[1]

    def _let_go(self) -> None:
        if self._held is not None:
            self._held[1].close()
            self._held = None


def _drawing(page: Any, scale: float) -> tuple[bytes, bytes]:
    width, height = page.get_size()
    scale = min(scale, (PIXELS / max(width * height, 1e-6)) ** 0.5, 16_000 / max(width, height))
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    try:
        if bitmap.stride != bitmap.width * 4:
            return DAMAGED.encode(), b""
        return struct.pack("<II", bitmap.width, bitmap.height), bytes(bitmap.buffer)
    finally:
        bitmap.close()


def _scan(page: Any) -> tuple[bytes, bytes]:
    """The page in greys, one byte a point, as fine as recognising its letters needs."""
    width, height = page.get_size()
    scale = min(SCAN_DPI / 72, (PIXELS / max(width * height, 1e-6)) ** 0.5, 16_000 / max(width, height))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        stride, across, down = bitmap.stride, bitmap.width, bitmap.height
        whole = bytes(bitmap.buffer)
    finally:
        bitmap.close()
    if stride != across:
        whole = b"".join(whole[row * stride : row * stride + across] for row in range(down))
    return struct.pack("<II", across, down), whole


def _ink(page: Any) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what a page shows, in points from its top left corner.

    It is read off a small picture, so that no photo, coloured column or stamp is ever taken for a margin.
    """
    width, height = page.get_size()
    scale = _PREVIEW / max(width, height)
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        stride, across, down = bitmap.stride, bitmap.width, bitmap.height
        whole = bytes(bitmap.buffer)
    finally:
        bitmap.close()
    rows = [whole[row * stride : row * stride + across] for row in range(down)]
    corners = Counter(row[at] for row in (rows[0], rows[-1]) for at in (0, -1))
    ground = bytes([corners.most_common(1)[0][0]])
    inked = [row for row, shades in enumerate(rows) if shades.strip(ground)]
    if not inked:
        return 0.0, 0.0, width, height
    left = min(across - len(rows[row].lstrip(ground)) for row in inked)
    right = max(len(rows[row].rstrip(ground)) for row in inked)
    # A pixel more on each side: the small picture is coarse, and a serif must not be cut.
    return (
        max(0.0, (left - 1) / scale),
        max(0.0, (inked[0] - 1) / scale),
        min(width, (right + 1) / scale),
        min(height, (inked[-1] + 2) / scale),
    )


def _letters(page: Any) -> tuple[bytes, bytes]:
    """Each sign of the page, in reading order, and its box as left, top, right, bottom from the top left corner."""
    import pypdfium2.raw as pdfium

    words = page.get_textpage()
    try:
        shown = _shown(page)
        signs: list[str] = []
        boxes = array("f")
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        for at in range(min(words.count_chars(), LETTERS)):
            signs.append(_sign(pdfium.FPDFText_GetUnicode(words, at)))
            if pdfium.FPDFText_GetCharBox(words, at, left, right, bottom, top):
                one = shown(left.value, top.value)
                other = shown(right.value, bottom.value)
                boxes.extend((min(one[0], other[0]), min(one[1], other[1])))
                boxes.extend((max(one[0], other[0]), max(one[1], other[1])))
            else:
                boxes.extend((0.0, 0.0, 0.0, 0.0))
        return "".join(signs).encode(), boxes.tobytes()
    finally:
        words.close()


def _sign(code: int) -> str:
    if code in (0, 0xFFFE, 2):
        return "\u00ad"  # the printer's hyphen at the end of a line, as PDFium marks it
    return chr(code) if code < 0x11_0000 and not 0xD800 <= code <= 0xDFFF else "\ufffd"


def _shown(page: Any) -> Any:
    """From a page's own coordinates to points from its top left corner as it is shown: turned, cut, flipped."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    across, down = ctypes.c_int(), ctypes.c_int()

    def corner(x: float, y: float) -> tuple[float, float]:
        pdfium.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, x, y, across, down)
        return across.value / _FINE * width, down.value / _FINE * height

    origin, right, up = corner(0, 0), corner(100, 0), corner(0, 100)
    a, b = (right[0] - origin[0]) / 100, (right[1] - origin[1]) / 100
    c, d = (up[0] - origin[0]) / 100, (up[1] - origin[1]) / 100
    return lambda x, y: (origin[0] + a * x + c * y, origin[1] + b * x + d * y)
