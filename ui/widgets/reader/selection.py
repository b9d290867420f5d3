"""What is selected: from one place between letters to another, over as many pages as lie between."""

from __future__ import annotations

from dataclasses import dataclass

from ui.widgets.reader.letters import Letters
from ui.widgets.reader.source import Box

Place = tuple[int, int]
"""A page and a place between its letters."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is selected of one page counted from 0: the page's text, from which sign to which, and the boxes over it. A
    page without text gives its rectangle alone.
    """

    page: int
    text: str
    first: int
    last: int
    boxes: tuple[Box, ...]


@dataclass(slots=True)
class Selection:
    anchor: Place | None = None
    reached: Place | None = None
    sides: tuple[float, float] | None = None
    """How far across a rectangle on a page without text goes, in points; None for the whole width."""

    def begin(self, at: Place | None) -> None:
        self.anchor = self.reached = at
        self.sides = None

    def reach(self, at: Place | None) -> None:
        if self.anchor is None:
            self.anchor = at
        if at is not None:
            self.reached = at

    def take(self, page: int, first: int, last: int) -> None:
        self.anchor, self.reached = (page, first), (page, last)

    @property
    def ends(self) -> tuple[Place, Place] | None:
        """From where to where in reading order; None where nothing is selected."""
        if self.anchor is None or self.reached is None or self.anchor == self.reached:
            return None
        first, last = sorted((self.anchor, self.reached))
        return first, last

    @property
    def spread(self) -> bool:
        """Whether it goes over more than one page."""
        return self.ends is not None and self.ends[0][0] != self.ends[1][0]

    def on(self, page: int, length: int) -> tuple[int, int] | None:
        """The part of a page of so many letters that is selected."""
        if self.ends is None or not self.ends[0][0] <= page <= self.ends[1][0]:
            return None
        (first_page, first), (last_page, last) = self.ends
        return first if page == first_page else 0, last if page == last_page else length

    def said(self, letters: dict[int, Letters]) -> str:
        """The selected text, of the pages whose letters are known."""
        parts = []
        for page in sorted(letters):
            part = self.on(page, len(letters[page].text))
            if part:
                parts.append(letters[page].said(*part).strip("\n"))
        return "\n".join(parts)
