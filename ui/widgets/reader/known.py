"""What is known of the document on the desk so far, and what should be asked for next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ui.widgets.reader.letters import Letters
from ui.widgets.reader.pictures import Pictures
from ui.widgets.reader.search import Search
from ui.widgets.reader.selection import Selection
from ui.widgets.reader.source import Box, Picture, Signs, Task

_LETTERS = 3_000_000
_AHEAD = 1


@dataclass(slots=True)
class Known:
    """Thrown away with the document."""

    sizes: tuple[tuple[float, float], ...] = ()
    margins: dict[int, Box] = field(default_factory=dict)
    troubles: dict[int, str] = field(default_factory=dict)
    letters: dict[int, Letters] = field(default_factory=dict)
    pictures: Pictures = field(default_factory=Pictures)
    selection: Selection = field(default_factory=Selection)
    search: Search = field(default_factory=Search)
    _signs: int = 0

    def take_picture(self, answer: Picture, tone: str) -> bool:
        """Keep a picture. Answers whether the margins are others now."""
        page = answer.task.page
        if answer.image is None:
            self.troubles[page] = answer.trouble
        elif answer.task.tone == tone:
            self.pictures.keep(answer.task, answer.image)
        if answer.margins is None:
            return False
        self.margins[page] = answer.margins
        return True

    def take_signs(self, answer: Signs) -> bool:
        """Keep a page's letters, and search them. Answers whether something was found."""
        page = answer.task.page
        # Past the bound a page counts as one without letters: a document of that length is read, not searched.
        full = self._signs + len(answer.text) > _LETTERS
        self.letters[page] = Letters() if full else Letters(answer.text, answer.boxes)
        self._signs += len(self.letters[page].text)
        return self.search.through(page, self.letters[page])

    def look_for(self, search: Search) -> int:
        """Begin a search on what is known. Answers how many hits there are."""
        self.search = search
        for page, letters in self.letters.items():
            self.search.through(page, letters)
        return len(self.search.hits)

    def wishes(self, seen: Sequence[Task], near: Sequence[Task]) -> list[Task]:
        """The pictures in view, then their letters, then what is next to them, then what search and selection need."""
        wanted = [*seen, *(Task(task.page) for task in seen), *near]
        if self.search.wanted:
            wanted += [Task(page) for page in range(len(self.sizes))]
        elif self.selection.ends is not None:
            (first, _), (last, _) = self.selection.ends
            wanted += [Task(page) for page in range(first, last + 1)]
        return [task for task in dict.fromkeys(wanted) if self._lacks(task)]

    def beside(self, pages: Sequence[int]) -> list[int]:
        """The pages just after and just before those."""
        if not pages:
            return []
        near = (*range(pages[-1] + 1, pages[-1] + 1 + _AHEAD), *range(pages[0] - 1, pages[0] - 1 - _AHEAD, -1))
        return [page for page in near if 0 <= page < len(self.sizes)]

    def _lacks(self, task: Task) -> bool:
        if not task.scale:
            return task.page not in self.letters
        return task.page not in self.troubles and not self.pictures.has(task)
