"""Words that flow over pages: headings that stay with what follows, tables that say their heads again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from smes_panel.paper.press import Face, Press, wrapped

LEFT, RIGHT = 22.0, 190.0
TOP, NEXT_TOP, BOTTOM = 42.0, 27.0, 272.0
SIZE, LEADING = 10.2, 4.75
"""In points, and in millimetres from line to line."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something of a height in millimetres that draws itself at a top. `glued` to what follows it; a row of a table has
    the `head` that is said again at the top of a page.
    """

    height: float
    draw: Callable[[Press, float], None]
    glued: bool = False
    head: Block | None = None


@dataclass(slots=True)
class Flow:
    """The blocks in their order."""

    blocks: list[Block] = field(default_factory=list)

    def heading(self, words: str) -> None:
        """A numbered heading."""
        lines = wrapped(words, Face.LETTER_STRONG, 12.4, RIGHT - LEFT)

        def draw(press: Press, top: float) -> None:
            for place, line in enumerate(lines):
                press.write(LEFT, top + 8.6 + 5.4 * place, line, Face.LETTER_STRONG, 12.4)

        self.blocks.append(Block(6.0 + 5.4 * len(lines), draw, glued=True))

    def paragraph(self, words: str, *, face: Face = Face.LETTER, gap: float = 1.4) -> None:
        """Words over the whole measure, line by line, so that a long paragraph breaks over pages."""
        found = wrapped(words, face, SIZE, RIGHT - LEFT)
        for place, line in enumerate(found):
            last = place == len(found) - 1
            # Neither the first line nor the last of a paragraph stands alone on a page.
            glued = (place == 0 and len(found) > 1) or place == len(found) - 2
            self.blocks.append(Block(LEADING + (gap if last else 0), _line(line, face), glued=glued))

    def facts(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Names and what they are, side by side."""
        for name, said in pairs:
            lines = wrapped(said, Face.LETTER, SIZE, RIGHT - LEFT - 41) or [""]
            self.blocks.append(Block(LEADING * len(lines) + 0.9, _fact(name, lines)))

    def table(
        self,
        columns: Sequence[tuple[str, float]],
        rows: Sequence[Sequence[str]],
        *,
        bold: int = -1,
        roomy: bool = False,
    ) -> None:
        """A table: the columns with their left edges in millimetres from the margin, the rows as text. The third cell
        of the row at place `bold` stands out; `roomy` rows leave room for a hand.
        """
        edges = [LEFT + at for _, at in columns] + [RIGHT + 2]
        rooms = [right - left - 2 for left, right in pairwise(edges)]
        head = Block(7.4, _head([name for name, _ in columns], edges), glued=True)
        self.blocks.append(head)
        for place, row in enumerate(rows):
            cells = [wrapped(cell, Face.LETTER, 9.3, room) or [""] for cell, room in zip(row, rooms, strict=True)]
            high = max(map(len, cells)) * 4.3 + (8.6 if roomy else 2.6)
            self.blocks.append(Block(high, _row(cells, edges, high, strong=place == bold), head=head))
        self.space(2.0)

    def space(self, height: float) -> None:
        """Nothing, of a height."""
        self.blocks.append(Block(height, lambda _press, _top: None))

    def pages(self) -> list[list[tuple[float, Block]]]:
        """The blocks dealt over pages, each with its top."""
        found: list[list[tuple[float, Block]]] = [[]]
        top = TOP
        for together in _together(self.blocks):
            high = sum(one.height for one in together)
            if found[-1] and top + high > BOTTOM:
                found.append([])
                top = NEXT_TOP
                head = together[0].head
                if head is not None:
                    found[-1].append((top, head))
                    top += head.height
            for one in together:
                found[-1].append((top, one))
                top += one.height
        return found


def _together(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks in groups that no page parts."""
    group: list[Block] = []
    for one in blocks:
        group.append(one)
        if not one.glued:
            yield group
            group = []
    if group:
        yield group


def _line(line: str, face: Face) -> Callable[[Press, float], None]:
    def draw(press: Press, top: float) -> None:
        press.write(LEFT, top + 3.7, line, face, SIZE)

    return draw


def _fact(name: str, lines: Sequence[str]) -> Callable[[Press, float], None]:
    def draw(press: Press, top: float) -> None:
        press.write(LEFT, top + 3.7, name, Face.LETTER_STRONG, SIZE)
        for place, line in enumerate(lines):
            press.write(LEFT + 41, top + 3.7 + LEADING * place, line, Face.LETTER, SIZE)

    return draw


def _head(names: Sequence[str], edges: Sequence[float]) -> Callable[[Press, float], None]:
    def draw(press: Press, top: float) -> None:
        for name, left in zip(names, edges, strict=False):
            press.write(left, top + 4.4, name, Face.LETTER_STRONG, 9.3)
        press.line(LEFT, top + 6.6, RIGHT, top + 6.6, 0.3)

    return draw


def _row(
    cells: Sequence[Sequence[str]], edges: Sequence[float], high: float, *, strong: bool
) -> Callable[[Press, float], None]:
    def draw(press: Press, top: float) -> None:
        for place, (lines, left) in enumerate(zip(cells, edges, strict=False)):
            face = Face.LETTER_STRONG if strong and place == 2 else Face.LETTER
            for number, line in enumerate(lines):
                press.write(left, top + 3.9 + 4.3 * number, line, face, 9.3)
        with press.grey(0.35):
            press.line(LEFT, top + high - 0.3, RIGHT, top + high - 0.3, 0.15)

    return draw
