"""Passages marked on a page: where they lie, and the tabs that stick out beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from ui.theme import look
from ui.theme.painters import paint_tab
from ui.widgets.reader.letters import Letters
from ui.widgets.reader.painting import lay_over, within
from ui.widgets.reader.sheaf import Frame
from ui.widgets.reader.source import Box
from ui.widgets.reader.tones import palette


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage on a page counted from 0: `where` finds it in the page's text, `boxes` are a rectangle's own.

    `name` is said when its tab is clicked; `tab` is what stands on it; `strong` is for those of the open criterion.
    """

    name: str
    tab: str
    page: int
    where: Callable[[str], tuple[int, int] | None] | None = None
    boxes: tuple[Box, ...] = ()
    strong: bool = False

    def strokes(self, letters: Letters | None) -> list[Box]:
        """The boxes that cover it; none while the page's letters are not known, or where it is not there any more."""
        if self.where is None:
            return list(self.boxes)
        place = self.where(letters.text) if letters is not None else None
        return [] if place is None or letters is None else letters.strokes(*place)


Laid = Sequence[tuple[Mark, list[Box]]]


def paint_marks(painter: QPainter, box: QRectF, frame: Frame, marks: Laid, framed: Mark | None, tone: str) -> None:
    """Highlighter yellow, underlined; the open criterion's is the stronger one, and the one that was gone to is framed
    for a moment.
    """
    worn = palette(tone)
    for mark, strokes in marks:
        for stroke in strokes:
            at = within(box, frame, stroke)
            lay_over(painter, at, QColor(worn.ev if mark.strong else worn.ev2), tone)
            painter.setPen(QPen(QColor(worn.evline), 2 if mark.strong else 1))
            painter.drawLine(at.bottomLeft(), at.bottomRight())
            if mark == framed:
                painter.drawRect(at.adjusted(-2, -2, 2, 2))


def tabs(box: QRectF, frame: Frame, marks: Laid) -> list[tuple[Mark, QRectF]]:
    """The tab of each criterion's first passage on the page, sticking out at its right; none over another."""
    size, floor = float(look().px(20)), float("-inf")
    found: list[tuple[Mark, QRectF]] = []
    seen: set[tuple[str, int]] = set()
    for mark, strokes in sorted(marks, key=lambda one: one[1][0][1] if one[1] else 0.0):
        if not strokes:
            continue
        at = within(box, frame, strokes[0])
        line = (mark.tab, round(at.top()))
        if line in seen:
            continue
        seen.add(line)
        top = max(at.center().y() - size / 2, floor)
        floor = top + size + 2
        found.append((mark, QRectF(box.right() + 1, top, look().px(28), size)))
    return found


def paint_tabs(painter: QPainter, laid: Sequence[tuple[Mark, QRectF]]) -> None:
    for mark, box in laid:
        paint_tab(painter, box, mark.tab, marked=mark.strong)
