"""What a reader of the finished PDF sees: its fonts, its text where it lies, its pixels. All in millimetres."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pypdf
import pypdfium2 as pdfium
from numpy.typing import NDArray
from pypdfium2 import raw

MM = 72 / 25.4
HEIGHT = 297.0

Rects = NDArray[np.float64]
"""Rectangles, one a row: left, top, right, bottom."""


def fonts_without_a_file(content: bytes) -> list[str]:
    """The fonts of every page that are named and not carried along."""
    missing = []
    for page in pypdf.PdfReader(BytesIO(content)).pages:
        fonts: Any = page["/Resources"].get("/Font", {})  # type: ignore[attr-defined]
        for font in fonts.values():
            described = font.get_object().get("/FontDescriptor", {})
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(described):
                missing.append(str(font.get_object()["/BaseFont"]))
    return missing


def fonts_listed(content: bytes, folder: Path) -> list[list[str]] | None:
    """What `pdffonts` says of each font, or None where it is not installed."""
    tool = shutil.which("pdffonts")
    if tool is None:
        return None
    file = folder / "listed.pdf"
    file.write_bytes(content)
    said = subprocess.run([tool, str(file)], capture_output=True, text=True, check=True).stdout
    return [line.split() for line in said.splitlines()[2:]]


def words(content: bytes) -> str:
    """The text of all pages, one line a line, as copied from the PDF."""
    document = pdfium.PdfDocument(content)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document).replace("\r\n", "\n")
    finally:
        document.close()


def pictures(content: bytes, dpi: int = 150) -> list[NDArray[np.uint8]]:
    """Each page as grey pixels."""
    document = pdfium.PdfDocument(content)
    try:
        return [np.asarray(page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")) for page in document]
    finally:
        document.close()


def ink_inside(picture: NDArray[np.uint8], x: float, y: float, wide: float, high: float) -> float:
    """The share of a rectangle that is dark."""
    scale = picture.shape[0] / HEIGHT
    part = picture[round(y * scale) : round((y + high) * scale), round(x * scale) : round((x + wide) * scale)]
    return float((part < 200).mean())


def lines_and_rules(content: bytes) -> list[tuple[Rects, Rects]]:
    """Per page, where the ink of each line of text lies and where each long horizontal stroke does."""
    document = pdfium.PdfDocument(content)
    try:
        return [(_lines(page), _rules(page)) for page in document]
    finally:
        document.close()


def _lines(page: Any) -> Rects:
    found = (each.get_bounds() for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]))
    rows = [(x1 / MM, HEIGHT - y2 / MM, x2 / MM, HEIGHT - y1 / MM) for x1, y1, x2, y2 in found if x2 > x1]
    return np.array(rows).reshape(-1, 4)


def _rules(page: Any) -> Rects:
    rows = []
    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = each.get_bounds()
        if right - left > 20 * MM and top - bottom < 2 * MM:
            middle = HEIGHT - (top + bottom) / 2 / MM
            rows.append((left / MM, middle, right / MM, middle))
    return np.array(rows).reshape(-1, 4)


def overlaps(lines: Rects) -> int:
    """How many lines of text are printed over another one; a tenth of a millimetre of touching is allowed."""
    wide, high = _shared(lines, lines)
    met = (wide > 0.1) & (high > 0.1)
    np.fill_diagonal(met, val=False)
    return int(met.sum()) // 2


def struck(lines: Rects, rules: Rects) -> int:
    """How many lines of text a stroke runs through."""
    wide, high = _shared(lines, rules)
    return int(((wide > 0) & (high >= 0)).sum())


def _shared(some: Rects, others: Rects) -> tuple[Rects, Rects]:
    """The width and height that each two have in common; negative where they are apart."""
    wide = np.minimum(some[:, None, 2], others[None, :, 2]) - np.maximum(some[:, None, 0], others[None, :, 0])
    high = np.minimum(some[:, None, 3], others[None, :, 3]) - np.maximum(some[:, None, 1], others[None, :, 1])
    return wide, high
