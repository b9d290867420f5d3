"""The sheaf of pages on the desk: which part of each page is shown, how large, and where. Numbers only."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Literal

from ui.widgets.reader.source import Box

Fit = Literal["text", "page", "free"]

INCH = 96 / 72
STEPS = (0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
_LARGEST = STEPS[-1] * INCH
_PAD = 0.04
_NARROWEST = 0.7


@dataclass(frozen=True, slots=True)
class Frame:
    """One page on the desk: the part of it that shows, in points, at `scale` pixels a point, its corner at `left`,
    `top`.
    """

    page: int
    size: tuple[float, float]
    crop: Box
    scale: float
    left: float
    top: float

    @property
    def width(self) -> float:
        return (self.crop[2] - self.crop[0]) * self.scale

    @property
    def height(self) -> float:
        return (self.crop[3] - self.crop[1]) * self.scale

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def on_desk(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page, in pixels of the desk."""
        return self.left + (x - self.crop[0]) * self.scale, self.top + (y - self.crop[1]) * self.scale

    def on_page(self, x: float, y: float) -> tuple[float, float]:
        """A pixel of the desk, in points of the page."""
        return (x - self.left) / self.scale + self.crop[0], (y - self.top) / self.scale + self.crop[1]


@dataclass(frozen=True, slots=True)
class Desk:
    """The room there is, in pixels: the width of the view, what stays free around the pages, and between them."""

    width: float
    left: float = 15.0
    right: float = 32.0
    top: float = 13.0
    gap: float = 14.0


@dataclass(frozen=True, slots=True)
class Sheaf:
    """All pages on the desk, from top to bottom, and how large the desk must be for them."""

    frames: tuple[Frame, ...] = ()
    width: float = 0.0
    height: float = 0.0

    def within(self, top: float, bottom: float) -> tuple[Frame, ...]:
        """The pages of which something lies between two heights."""
        first = bisect_right(self.frames, top, key=lambda frame: frame.bottom)
        last = bisect_left(self.frames, bottom, key=lambda frame: frame.top)
        return self.frames[first:last]

    def at(self, y: float) -> Frame | None:
        """The page at a height, or the next one below, or the last."""
        if not self.frames:
            return None
        first = bisect_right(self.frames, y, key=lambda frame: frame.bottom)
        return self.frames[min(first, len(self.frames) - 1)]


def lay(
    sizes: tuple[tuple[float, float], ...],
    margins: dict[int, Box],
    desk: Desk,
    fit: Fit,
    zoom: float,
    *,
    cropped: bool,
) -> Sheaf:
    """Lay the pages out. With `fit` text or page each is as wide as the desk allows, else `zoom` 1.0 is life size."""
    column = _column(sizes, margins)
    room = max(desk.width - desk.left - desk.right, 64.0)
    laid, across = [], 0.0
    for page, size in enumerate(sizes):
        crop = _crop(page, size, sizes[0], column, margins) if cropped else (0.0, 0.0, *size)
        scale = zoom * INCH if fit == "free" else min(room / (crop[2] - crop[0]), _LARGEST)
        laid.append((page, crop, scale))
        across = max(across, (crop[2] - crop[0]) * scale)
    frames, top = [], desk.top
    for page, crop, scale in laid:
        width = (crop[2] - crop[0]) * scale
        frames.append(Frame(page, sizes[page], crop, scale, desk.left + max(room, across) / 2 - width / 2, top))
        top = frames[-1].bottom + desk.gap
    return Sheaf(tuple(frames), across + desk.left + desk.right, top)


def _column(sizes: tuple[tuple[float, float], ...], margins: dict[int, Box]) -> Box | None:
    """What the pages looked at show, laid over one another: the column of text of the whole document."""
    seen = [box for page, box in margins.items() if sizes[page] == sizes[0]]
    if not seen:
        return None
    lefts, tops, rights, bottoms = zip(*seen, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _crop(
    page: int, size: tuple[float, float], usual: tuple[float, float], column: Box | None, margins: dict[int, Box]
) -> Box:
    shown = column if size == usual else margins.get(page)
    if shown is None:
        return (0.0, 0.0, *size)
    pad = _PAD * max(shown[2] - shown[0], _NARROWEST * size[0])
    left, right = max(0.0, shown[0] - pad), min(size[0], shown[2] + pad)
    # Nor is a page of few words shown like a poster.
    right = min(size[0], max(right, left + _NARROWEST * size[0]))
    left = max(0.0, min(left, right - _NARROWEST * size[0]))
    top = max(0.0, shown[1] - pad)
    # A page of two lines is still a page: what shows has at least the proportions of the whole.
    bottom = min(size[1], max(shown[3] + pad, top + (right - left) * size[1] / size[0]))
    return left, top, right, bottom
