"""A search through a document whose pages become known one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field

from ui.widgets.reader.letters import Letters, folded

_MOST = 5000


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    page: int
    first: int
    last: int


@dataclass(slots=True)
class Search:
    """What is looked for, where it was found so far, and which of the hits is the current one."""

    text: str = ""
    pattern: str = ""
    """A regular expression over folded text, in the place of the text."""
    aim: int | None = None
    """The hit to go to by itself once it is known, counted from 0."""
    hits: list[Hit] = field(default_factory=list)
    current: Hit | None = None
    searched: set[int] = field(default_factory=set)

    @property
    def wanted(self) -> str:
        """What is looked for; nothing is, while it is empty."""
        return self.pattern or folded(self.text)[0].strip()

    def through(self, page: int, letters: Letters) -> bool:
        """Search one page more. Answers whether something was found on it."""
        if page in self.searched or not self.wanted:
            return False
        self.searched.add(page)
        places = letters.matches(self.pattern) if self.pattern else letters.hits(self.wanted)
        found = [Hit(page, first, last) for first, last in places]
        self.hits = sorted([*self.hits, *found[: max(0, _MOST - len(self.hits))]])
        return bool(found)

    def on(self, page: int) -> list[Hit]:
        return [hit for hit in self.hits if hit.page == page]

    @property
    def place(self) -> int:
        """Which hit is the current one, counted from 1; 0 for none."""
        return self.hits.index(self.current) + 1 if self.current in self.hits else 0

    def arrive(self, pages: int) -> Hit | None:
        """Make the hit that is aimed at the current one as soon as it is known to be that; where there are less, the
        last one.
        """
        known = next((page for page in range(pages) if page not in self.searched), pages)
        sure = [hit for hit in self.hits if hit.page < known]
        if self.aim is None or not sure or (len(sure) <= self.aim and known < pages):
            return None
        self.current, self.aim = sure[min(self.aim, len(sure) - 1)], None
        return self.current

    def step(self, by: int, page: int) -> Hit | None:
        """Make the next hit the current one, or the one before; the first from a page on where there is none yet."""
        if not self.hits:
            return None
        if self.current is None:
            after = [hit for hit in self.hits if hit.page >= page]
            self.current = (after or self.hits)[0] if by > 0 else self.hits[-1]
        else:
            self.current = self.hits[(self.place - 1 + by) % len(self.hits)]
        return self.current
