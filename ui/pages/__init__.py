"""The pages: one per entry of the rail, named after it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from smes_panel.model.words import Words
from ui.wording import frame as w

if TYPE_CHECKING:
    from ui.frame import Maker


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of an open dossier: its room in `ui.pages`, its words, its picture, the digit that goes there."""

    name: str
    words: Words
    picture: str
    digit: int

    def maker(self) -> Maker:
        """The page's `made`. It is brought in by name when first asked for: the first screen needs none of them."""
        return cast("Maker", import_module(f"ui.pages.{self.name}").made)


# A page is on the rail, under its key and in "go to" by one line here, and a `made` in its room.
PAGES: tuple[Entry, ...] = (
    Entry("vacancy", w.VACANCY, "clipboard-list", 2),
    Entry("applications", w.APPLICATIONS, "inbox", 3),
    Entry("evaluate", w.EVALUATE, "highlighter", 4),
    Entry("compare", w.COMPARE, "grid-3x3", 5),
    Entry("decide", w.DECIDE, "stamp", 7),
    Entry("letters", w.LETTERS, "mail", 8),
)
