"""The press: the faces, the ink and the reproducible page that everything printed here shares."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from io import BytesIO
from itertools import groupby
from typing import IO, Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, PageTemplate

from smes_panel.model.words import Language
from smes_panel.paper.archive import archived
from smes_panel.paper.script import unjoined, visual
from smes_panel.paths import resources

PAGE = (210.0, 297.0)
"""Width and height of a page, in millimetres."""

LANDSCAPE = (297.0, 210.0)
"""The same page on its side."""

POINT: float = 1 / mm
"""One typographic point, in millimetres."""

# Page streams as bytes: spelling them in ASCII makes pages a quarter larger and costs milliseconds each.
rl_config.useA85 = 0


class Face(StrEnum):
    """A face of the house: forms are in the first four; letters, minutes and the comparison in the next four."""

    TEXT = "AtkinsonHyperlegibleNext-Regular"
    STRONG = "AtkinsonHyperlegibleNext-SemiBold"
    TITLE = "AtkinsonHyperlegibleNext-Bold"
    CODE = "AtkinsonHyperlegibleMono-Regular"
    LETTER = "SourceSans3-Regular"
    LETTER_STRONG = "SourceSans3-Semibold"
    LETTER_TITLE = "SourceSans3-Bold"
    LETTER_ITALIC = "SourceSans3-It"
    SPARE = "DejaVuSans"
    SPARE_BOLD = "DejaVuSans-Bold"


_FOLDERS = {
    "AtkinsonHyperlegibleNext": "atkinson-hyperlegible-next",
    "AtkinsonHyperlegibleMono": "atkinson-hyperlegible-mono",
    "SourceSans3": "source-sans-3",
    "DejaVuSans": "dejavu-sans",
}
_HEAVY = frozenset({Face.STRONG, Face.TITLE, Face.LETTER_STRONG, Face.LETTER_TITLE, Face.SPARE_BOLD})
# What <b> and <i> mean inside a Paragraph, per face it is set in: regular, bold, italic, bold italic.
_KIN = {
    Face.TEXT: (Face.TEXT, Face.STRONG, Face.TEXT, Face.STRONG),
    Face.LETTER: (Face.LETTER, Face.LETTER_STRONG, Face.LETTER_ITALIC, Face.LETTER_STRONG),
    Face.SPARE: (Face.SPARE, Face.SPARE_BOLD, Face.SPARE, Face.SPARE_BOLD),
}
_UNSHOWN = "\N{REPLACEMENT CHARACTER}"


@cache
def _font(face: Face) -> TTFont:
    """The face, read and registered under its own name. Not shaped: the result would depend on what is installed."""
    path = resources() / "fonts" / _FOLDERS[face.split("-")[0]] / f"{face}.ttf"
    font = TTFont(face.value, str(path), shapable=False)
    pdfmetrics.registerFont(font)
    kin = _KIN.get(face, (face,) * 4)
    pdfmetrics.registerFontFamily(face.value, *(each.value for each in kin))
    for each in kin:
        if each is not face:
            _font(each)
    return font


@cache
def _chain(face: Face) -> tuple[Face, ...]:
    """The faces that a character is looked for in, in order."""
    spare = (Face.SPARE_BOLD, Face.SPARE) if face in _HEAVY else (Face.SPARE,)
    return (face, *(each for each in spare if each is not face))


def _has(face: Face, character: str) -> bool:
    # Above the basic plane the text could be drawn, but no longer be copied or searched.
    return ord(character) < 0xFFFF and bool(_font(face).face.charToGlyph.get(ord(character)))


def clean(text: str) -> str:
    """One line of printable characters: composed, without control or direction marks, every break a space.

    A no-break space stays one. Any text at all may be given, lone surrogates included.
    """
    kept = []
    for character in unicodedata.normalize("NFC", text):
        category = unicodedata.category(character)
        if character in "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}":
            kept.append("\N{NO-BREAK SPACE}")
        elif category in ("Zs", "Zl", "Zp") or character in "\t\n\v\f\r\x85":
            kept.append(" ")
        elif category == "Cs":
            kept.append(_UNSHOWN)  # no file can hold one, its title included
        elif category not in ("Cc", "Cf"):
            kept.append(character)
    return "".join(kept)


@lru_cache(maxsize=8192)
def _placed(character: str, face: Face) -> tuple[tuple[Face, str], ...]:
    """The character in the first face that has it; else its compatible form (Ｊ, 𝓙); else the mark of the unshown."""
    for each in _chain(face):
        if _has(each, character):
            return ((each, character),)
    plain = unicodedata.normalize("NFKC", character)
    if plain != character:
        return tuple(part for each in clean(plain) for part in _placed(each, face))
    _font(Face.SPARE)
    return ((Face.SPARE, _UNSHOWN),)


@lru_cache(maxsize=8192)
def runs(text: str, face: Face) -> tuple[tuple[Face, str], ...]:
    """The text as drawn, in runs of one face: `face` wherever it has the character, a spare one where it lacks it."""
    text = visual(clean(text))
    if all(_has(face, character) for character in text):
        return ((face, text),) if text else ()
    placed = (part for character in text for part in _placed(character, face))
    return tuple((used, "".join(part for _, part in group)) for used, group in groupby(placed, lambda part: part[0]))


@lru_cache(maxsize=8192)
def unshown(text: str) -> tuple[str, ...]:
    """The characters of the text that no face can draw, or none as they are written; each once."""
    found = dict.fromkeys(clean(text))
    return tuple(
        each
        for each in found
        if each == _UNSHOWN or unjoined(each) or any(part == _UNSHOWN for _, part in _placed(each, Face.LETTER))
    )


@lru_cache(maxsize=8192)
def width(text: str, face: Face, size: float) -> float:
    """The width of one line of text, in millimetres; `size` in points."""
    points = sum(pdfmetrics.stringWidth(part, used.value, size) for used, part in runs(text, face))
    return float(points) * POINT


def wrapped(text: str, face: Face, size: float, room: float) -> list[str]:
    """The text in lines of at most `room` millimetres, broken between words, inside one only where it is too long."""
    lines: list[str] = []
    line = ""
    for word in clean(text).split(" "):
        if not word:
            continue
        longer = f"{line} {word}" if line else word
        if width(longer, face, size) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        while (cut := _fitting(word, face, size, room)) < len(word):
            lines.append(word[:cut])
            word = word[cut:]  # noqa: PLW2901 - what is left of the word is the word to place
        line = word
    return [*lines, line] if line else lines


def _fitting(word: str, face: Face, size: float, room: float) -> int:
    """How many characters of the word fit the room: at least one, so that breaking always ends."""
    low, high = 1, min(len(word), 64)
    # Never measured much beyond the line, or a word of ten thousand signs would take seconds.
    while high < len(word) and width(word[:high], face, size) <= room:
        low, high = high, min(len(word), 2 * high)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(word[:middle], face, size) <= room else (low, middle - 1)
    return low


def markup(text: str, face: Face) -> str:
    """The text as a Paragraph set in `face` may take it: escaped, and each foreign run named with its face."""
    _font(face)
    return "".join(
        escape(part) if used is face else f'<font name="{used}">{escape(part)}</font>'
        for used, part in runs(text, face)
    )


def style(face: Face, size: float, leading: float, **more: Any) -> ParagraphStyle:
    """A Paragraph style in a face of the house; sizes in points. `more` is what ParagraphStyle takes besides."""
    _font(face)
    faces = {"fontName": face.value, "bulletFontName": face.value}
    return ParagraphStyle(face.value, **faces, fontSize=size, leading=leading, **more)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a PDF says of itself. `printed_on` is its only date, so that the same facts give the same bytes."""

    title: str
    author: str
    language: Language
    printed_on: date
    subject: str = ""


class _Printed:
    """The instant that reportlab writes and signs with: the day printed, at midnight, whatever the clock says."""

    def __init__(self, day: date) -> None:
        self.t = day.toordinal()
        self.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
        self.dhh = self.dmm = 0
        self.tzname = "UTC"


class _Page(Canvas):  # type: ignore[misc]
    """A canvas that knows no clock, no chance and no face but ours."""

    def __init__(self, sink: IO[bytes], imprint: Imprint, **asked: Any) -> None:
        ours = {"invariant": 1, "pageCompression": 1, "lang": imprint.language.value}
        _font(Face.TEXT)
        super().__init__(
            sink,
            **{"pagesize": A4, **asked, **ours, "initialFontName": asked.get("initialFontName") or Face.TEXT.value},
        )
        stamp = _Printed(imprint.printed_on)
        document = self._doc
        document._timeStamp = stamp  # noqa: SLF001 - reportlab offers only the clock or the year 2000
        document.signature = hashlib.md5(str(stamp.t).encode(), usedforsecurity=False)
        self.entitle(imprint)

    def entitle(self, imprint: Imprint) -> None:
        self.setTitle(clean(imprint.title))
        self.setAuthor(clean(imprint.author))
        self.setSubject(clean(imprint.subject))
        self.setCreator("Smes Panel")
        self.setProducer("Smes Panel")
        self.setViewerPreference("DisplayDocTitle", "true")
        said = {"title": imprint.title, "author": imprint.author, "subject": imprint.subject, "creator": "Smes Panel"}
        words = {name: clean(text) for name, text in said.items()}
        archived(self._doc, words | {"language": imprint.language.value}, imprint.printed_on)

    def showPage(self) -> None:  # noqa: N802 - reportlab's own name
        super().showPage()
        # An empty transition is still one, and PDF/A forbids it.
        self._doc.Pages.pages[-1].Trans = None


class Press:
    """A document drawn by hand: positions and sizes in millimetres from the top left, type in points, ink black."""

    def __init__(self, imprint: Imprint, page: tuple[float, float] = PAGE) -> None:
        self._sink = BytesIO()
        self._height = page[1]
        self.canvas = _Page(self._sink, imprint, pagesize=(page[0] * mm, page[1] * mm))

    def write(self, x: float, baseline: float, text: str, face: Face, size: float) -> float:
        """Writes one line of any text from `x`; answers where it ends."""
        # No ActualText beside what runs from the right: Poppler would turn it around once more.
        for used, part in runs(text, face):
            self.canvas.setFont(used.value, size)
            self.canvas.drawString(x * mm, (self._height - baseline) * mm, part)
            x += float(pdfmetrics.stringWidth(part, used.value, size)) * POINT
        return x

    def write_left_of(self, x: float, baseline: float, text: str, face: Face, size: float) -> None:
        """Writes one line that ends at `x`."""
        self.write(x - width(text, face, size), baseline, text, face, size)

    def write_around(self, x: float, baseline: float, text: str, face: Face, size: float) -> None:
        """Writes one line centred on `x`."""
        self.write(x - width(text, face, size) / 2, baseline, text, face, size)

    def line(self, x1: float, y1: float, x2: float, y2: float, weight: float) -> None:
        """Draws a stroke of `weight` millimetres."""
        self.canvas.setLineWidth(weight * mm)
        self.canvas.line(x1 * mm, (self._height - y1) * mm, x2 * mm, (self._height - y2) * mm)

    def frame(self, x: float, y: float, w: float, h: float, *, weight: float, radius: float = 0) -> None:
        """Draws an outline whose outer edge is the rectangle given, so that its size on paper is the one said.

        Its corners are worn by half its weight; by `radius` where there is one.
        """
        self.canvas.setLineWidth(weight * mm)
        inner = (x + weight / 2, self._height - y - h + weight / 2, w - weight, h - weight)
        x0, y0, w0, h0 = (side * mm for side in inner)
        if radius:
            self.canvas.roundRect(x0, y0, w0, h0, (radius - weight / 2) * mm, stroke=1, fill=0)
        else:
            self.canvas.setLineJoin(1)
            self.canvas.rect(x0, y0, w0, h0, stroke=1, fill=0)

    def fill(self, x: float, y: float, w: float, h: float, radius: float = 0) -> None:
        """Fills a rectangle."""
        box = (x * mm, (self._height - y - h) * mm, w * mm, h * mm)
        if radius:
            self.canvas.roundRect(*box, radius * mm, stroke=0, fill=1)
        else:
            self.canvas.rect(*box, stroke=0, fill=1)

    def clear(self, x: float, y: float, w: float, h: float) -> None:
        """Takes the ink of a rectangle away again."""
        self.canvas.setFillGray(1)
        self.fill(x, y, w, h)
        self.canvas.setFillGray(0)

    @contextmanager
    def grey(self, light: float) -> Iterator[None]:
        """What is drawn inside is grey: 0 is black, 1 is white."""
        self.canvas.setFillGray(light)
        self.canvas.setStrokeGray(light)
        yield
        self.canvas.setFillGray(0)
        self.canvas.setStrokeGray(0)

    @contextmanager
    def dashed(self, on: float, off: float) -> Iterator[None]:
        """Strokes drawn inside are cut in dashes, in millimetres."""
        self.canvas.setDash([on * mm, off * mm])
        yield
        self.canvas.setDash()

    def circle(self, x: float, y: float, radius: float) -> None:
        """Fills a disc around a point."""
        self.canvas.circle(x * mm, (self._height - y) * mm, radius * mm, stroke=0, fill=1)

    @contextmanager
    def round_ends(self) -> Iterator[None]:
        """Strokes drawn inside end round, as a pen's do."""
        self.canvas.setLineCap(1)
        yield
        self.canvas.setLineCap(0)

    def shape(self, points: Sequence[tuple[float, float]]) -> None:
        """Fills a polygon."""
        path = self.canvas.beginPath()
        (x0, y0), *others = points
        path.moveTo(x0 * mm, (self._height - y0) * mm)
        for x, y in others:
            path.lineTo(x * mm, (self._height - y) * mm)
        path.close()
        self.canvas.drawPath(path, stroke=0, fill=1)

    def modules(self, x: float, y: float, side: float, rows: Sequence[Sequence[int]]) -> None:
        """Draws a square code: each run of dark modules one rectangle, all filled at once so that no seam shows."""
        runs_of_dark = []
        for number, row in enumerate(rows, start=1):
            start = 0
            for dark, group in groupby(row):
                count = len(list(group))
                if dark:
                    runs_of_dark.append(f"{start} {-number} {count} 1 re")
                start += count
        # Whole numbers under one scale: a third of the page's figures would else be formatted one by one.
        self.canvas.saveState()
        self.canvas.translate(x * mm, (self._height - y) * mm)
        self.canvas.scale(side * mm / len(rows), side * mm / len(rows))
        self.canvas.addLiteral(" ".join([*runs_of_dark, "f"]))
        self.canvas.restoreState()

    def turn(self) -> None:
        """Ends the page."""
        self.canvas.showPage()

    def bytes(self) -> bytes:
        """Ends the document: its bytes."""
        self.canvas.save()
        return self._sink.getvalue()


def bound(imprint: Imprint, templates: Sequence[PageTemplate], story: Sequence[Flowable]) -> bytes:
    """A document that flows: the story over the page templates, with the same reproducibility as `Press`."""
    sink = BytesIO()
    document = BaseDocTemplate(
        sink, pagesize=A4, leftMargin=0, rightMargin=0, topMargin=0, bottomMargin=0, initialFontName=Face.TEXT.value
    )
    document.addPageTemplates(list(templates))
    document.build(list(story), canvasmaker=_maker(imprint))
    return sink.getvalue()


def _maker(imprint: Imprint) -> Callable[..., _Page]:
    class Page(_Page):
        def __init__(self, sink: IO[bytes], **asked: Any) -> None:
            super().__init__(sink, imprint, **asked)

        def save(self) -> None:
            self.entitle(imprint)  # the template has set its own title since
            super().save()

    return Page
