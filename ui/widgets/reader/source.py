"""What the reader asks of those who open documents for it, and the words it is given."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QImage

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the top left corner of a page."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """The sentences of a reader in the language of the moment. `troubles` are for a document, by what is the matter;
    `page_troubles` for one page, with `{page}`; `place` says `{page}` of `{pages}`.
    """

    document: str
    place: str
    troubles: dict[str, str]
    page_troubles: dict[str, str]


class Outlined(Protocol):
    @property
    def sizes(self) -> tuple[tuple[float, float], ...]: ...
    @property
    def trouble(self) -> str: ...


class Lettered(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def boxes(self) -> array[float]: ...


class Drawn(Protocol):
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def pixels(self) -> bytes: ...
    @property
    def trouble(self) -> str: ...


class Renderer(Protocol):
    """Opens one PDF at a time. Its calls wait, so a thread owns it; `interrupt` and `abandon` may come from another."""

    def open(self, content: bytes, password: str = "") -> Outlined: ...
    def margins(self, page: int) -> Box | None: ...
    def letters(self, page: int) -> Lettered: ...
    def drawing(self, page: int, scale: float) -> Drawn: ...
    def interrupt(self) -> None: ...
    def abandon(self) -> None: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Task:
    """What the reader wants of a page: its picture at a scale in pixels a point, or, without a scale, its letters."""

    page: int
    scale: float = 0.0
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document's pages, and what those that were looked at show of margins."""

    sizes: tuple[tuple[float, float], ...]
    margins: dict[int, Box]
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture, or why there is none; with what it shows of margins where that was not known."""

    task: Task
    image: QImage | None
    trouble: str = ""
    margins: Box | None = None


@dataclass(frozen=True, slots=True)
class Signs:
    """The letters of a page and their boxes, four numbers a letter."""

    task: Task
    text: str
    boxes: array[float]
