"""The pages of a PDF or a picture that may be hostile, drawn in a process of its own that may be lost."""

from __future__ import annotations

import struct
from array import array
from dataclasses import dataclass, field

from smes_panel.intake.child import SIZE_LIMIT, Child, Reply

SECONDS = 8.0
PAGES = 1000
PIXELS = 10_000_000
SCAN_DPI = 220
LETTERS = 40_000

# Why something is not shown; the window has a sentence for each.
PROTECTED = "protected"
DAMAGED = "damaged"
SLOW = "slow"
BIG = "big"
UNAVAILABLE = "unavailable"

_LOST = {"broke": DAMAGED, "late": SLOW, "unavailable": UNAVAILABLE}
_NO_CHILD = Reply(lost="unavailable")


@dataclass(frozen=True, slots=True)
class Outline:
    """The sizes of a document's pages, width and height in points as shown; a page that has none cannot be read."""

    sizes: tuple[tuple[float, float], ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Letters:
    """The signs of a page and their boxes, four numbers a sign: left, top, right, bottom, in points from the corner."""

    text: str = ""
    boxes: array[float] = field(default_factory=lambda: array("f"))


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page as a picture: rows of four bytes a pixel (blue, green, red, unused), or why there is none."""

    width: int = 0
    height: int = 0
    pixels: bytes = b""
    trouble: str = ""


class Renderer(Child):
    """Draws and reads the pages of one document at a time. Calls wait; none raises for anything a document does."""

    def __init__(self, seconds: float = SECONDS) -> None:
        super().__init__(seconds)
        self._content, self._password = b"", ""
        self._outline = Outline()

    def open(self, content: bytes, password: str = "") -> Outline:
        """The pages of a document, which the next calls are about."""
        with self._lock:
            self._content, self._password, self._outline = content, password, Outline()
            if len(content) > SIZE_LIMIT:
                return Outline(trouble=BIG)
            return self._opened()

    def margins(self, page: int) -> tuple[float, float, float, float] | None:
        """Left, top, right and bottom of what the page shows, in points; None where it cannot be told."""
        reply = self._about(f"margins {page}", 16)
        if reply.lost or len(reply.body) != 16:
            return None
        left, top, right, bottom = struct.unpack("<4f", reply.body)
        width, height = self._outline.sizes[page]
        # Comparisons that not-a-number fails: what the child says is as little trusted as the document.
        if 0 <= left < right <= width + 1 and 0 <= top < bottom <= height + 1:
            return left, top, right, bottom
        return None

    def letters(self, page: int) -> Letters:
        """The signs of a page in reading order; none where it has none or cannot be read."""
        reply = self._about(f"letters {page}", LETTERS * 20)
        text, boxes = reply.head.decode("utf-8", "replace"), array("f")
        if reply.lost or len(reply.body) != len(text) * 4 * boxes.itemsize:
            return Letters()
        boxes.frombytes(reply.body)
        return Letters(text, boxes)

    def drawing(self, page: int, scale: float) -> Drawing:
        """A page at `scale` pixels a point, or a smaller scale where that would be more than `PIXELS`."""
        reply = self._about(f"drawing {page} {scale:.4f}", PIXELS * 4 + 200_000)
        if reply.lost:
            return Drawing(trouble=_LOST[reply.lost])
        if len(reply.head) == 8:
            width, height = struct.unpack("<II", reply.head)
            if width and height and len(reply.body) == width * height * 4:
                return Drawing(width, height, reply.body)
        return Drawing(trouble=DAMAGED)

    def _about(self, question: str, limit: int) -> Reply:
        """Asks about the open document, opening it again where the child was lost in between; once more where it is
        lost now: what ended it may have had nothing to do with the page, and a page that breaks it does so again.
        """
        with self._lock:
            reply = self._once(question, limit)
            return self._once(question, limit) if reply.lost == "broke" else reply

    def _once(self, question: str, limit: int) -> Reply:
        if self._child is None and self._outline.sizes:
            self._opened()
        if self._child is None:
            return _NO_CHILD
        return self._ask(question, b"", limit)

    def _opened(self) -> Outline:
        if not self._ready():
            return Outline(trouble=UNAVAILABLE)
        reply = self._ask(f"pages\n{self._password}", self._content, PAGES * 8 + 100)
        if reply.lost:
            return Outline(trouble=_LOST[reply.lost])
        numbers = array("f")
        if reply.head or len(reply.body) % (2 * numbers.itemsize):
            return Outline(trouble=PROTECTED if reply.head == PROTECTED.encode() else DAMAGED)
        numbers.frombytes(reply.body)
        sizes = tuple((_length(w), _length(h)) for w, h in zip(numbers[::2], numbers[1::2], strict=True))
        self._outline = Outline(sizes, "" if sizes else DAMAGED)
        return self._outline


def _length(points: float) -> float:
    """A page's side that can be laid out: what is absurd counts as A4 is wide, and the drawing says what is wrong."""
    return points if 1 <= points <= 100_000 else 595.0
