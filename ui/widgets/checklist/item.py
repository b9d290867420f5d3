"""What a line of the checklist shows, and how it is drawn: closed, open, and with the colleagues beside."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from ui.theme import look
from ui.theme.icons import paint_icon
from ui.theme.painters import paint_gauge, paint_lozenge, paint_tab, paint_text
from ui.widgets.checklist.evidence import Shown

LEVELS = (1, 2, 3, 4)
COLUMN = 44
_LEFT, _MIDDLE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: a level, a stroke for not assessable, or neither while there is none; in `words`, with its comment.
    Where nothing is `asked` the words stand in its place.
    """

    words: str
    level: int | None = None
    struck: bool = False
    comment: str = ""
    asked: bool = True

    @property
    def answered(self) -> bool:
        return self.struck or self.level is not None

    @property
    def left(self) -> bool:
        """Whether an answer is still to be given."""
        return self.asked and not self.answered


@dataclass(frozen=True, slots=True)
class Item:
    """A criterion in the list. `beside` are colleagues' answers once they are open, `evidence` the passages attached;
    `said` is all of it in words.
    """

    code: str
    number: str
    label: str
    essential: bool
    given: Given
    said: str
    beside: tuple[Given, ...] = ()
    evidence: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the open criterion shows beyond its line. `levels` are each a word and an anchor, perhaps empty; `fixed`
    says that nothing can be changed any more.
    """

    lines: tuple[str, ...]
    shows: str
    levels: tuple[tuple[str, str], ...]
    not_assessable: str
    comment: str
    fixed: bool = False
    opinions: tuple[tuple[str, str, Given], ...] = ()


def paint_given(painter: QPainter, box: QRectF, given: Given) -> None:
    """The gauge of a level; the same square with a stroke, or dotted, where there is none."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if given.level is not None:
        paint_gauge(painter, box, given.level, len(LEVELS))
        return
    frame = box.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if given.struck:
        painter.setPen(QPen(look().colour("ink2"), 1.5))
        painter.drawRoundedRect(frame, 3, 3)
        painter.drawLine(frame.bottomLeft() + QPointF(1.5, -1.5), frame.topRight() + QPointF(-1.5, 1.5))
    else:
        pen = QPen(look().colour("edge"), 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([1, 1.6])
        painter.setPen(pen)
        painter.drawRoundedRect(frame, 3, 3)


def sign(given: Given) -> str:
    """The digit beside the gauge: a dash for not assessable, nothing where nothing is rated."""
    return str(given.level) if given.level is not None else "–" if given.struck else ""


def paint_line(painter: QPainter, box: QRectF, item: Item, *, opened: bool = False) -> None:
    """The line of a criterion: its tab, its lozenge, its label, whether there is a comment, and the answer."""
    middle = box.center().y()
    tab = QRectF(box.left(), middle - look().px(11), look().px(32), look().px(22))
    paint_tab(painter, tab, item.number, marked=bool(item.evidence))
    if item.essential:
        paint_lozenge(painter, QPointF(box.left() + look().px(45), middle), "ink2", filled=True)
    right = box.right()
    if item.beside:
        right -= columns(len(item.beside) + 1)
        for place, given in enumerate((item.given, *item.beside)):
            _paint_small(painter, QRectF(right + columns(place), box.top(), columns(1), box.height()), given)
    elif not item.given.asked:
        font = look().font("caption")
        wide = QFontMetricsF(font).horizontalAdvance(item.given.words) + 2
        right -= look().px(12) + wide
        paint_text(painter, QRectF(right, box.top(), wide, box.height()), item.given.words, font, "ink2", _LEFT)
    else:
        size = look().px(18 if opened else 15)
        centre = right - look().px(37)
        paint_given(painter, QRectF(centre - size / 2, middle - size / 2, size, size), item.given)
        font = look().font("h2" if opened else "name", bold=True, figures=True)
        digit = QRectF(right - look().px(26), box.top(), look().px(18), box.height())
        paint_text(painter, digit, sign(item.given), font, "rink" if opened else "ink", _MIDDLE)
        right -= look().px(50)
    if item.given.comment and not opened:
        size = look().px(16)
        right -= size + look().px(8)
        paint_icon(painter, "message-square", QRectF(right, middle - size / 2, size, size), "ink2")
    if item.evidence and not opened:
        size = look().px(16)
        figures = look().font("dense", figures=True)
        right -= look().px(18)
        count = QRectF(right, box.top(), look().px(14), box.height())
        paint_text(painter, count, str(len(item.evidence)), figures, "evtext", _LEFT)
        right -= size + look().px(2)
        paint_icon(painter, "highlighter", QRectF(right, middle - size / 2, size, size), "evtext")
    room = QRectF(box.left() + look().px(58), box.top(), right - box.left() - look().px(64), box.height())
    font = look().font("h2" if opened else "body", bold=opened or item.given.left)
    paint_text(painter, room, item.label, font, "ink" if item.given.asked else "ink2", _LEFT)


def columns(n: int) -> float:
    """How wide so many columns of answers are."""
    return n * look().px(COLUMN)


def _paint_small(painter: QPainter, box: QRectF, given: Given) -> None:
    size = look().px(14)
    left = box.left() + look().px(8)
    paint_given(painter, QRectF(left, box.center().y() - size / 2, size, size), given)
    digit = QRectF(left + size + look().px(2), box.top(), look().px(16), box.height())
    paint_text(painter, digit, sign(given), look().font("name", figures=True), "ink", _MIDDLE)
