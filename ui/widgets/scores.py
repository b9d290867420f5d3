"""What a cell of a matrix can show, drawn so that it reads without colour: a digit, a bar of four dots, a shape."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import look
from ui.theme.icons import paint_icon
from ui.theme.painters import paint_lozenge, paint_text
from ui.theme.tokens import tokens

SCORE = Qt.ItemDataRole.UserRole + 1
LEVELS = (1, 2, 3, 4)
_MOST_PICTURES = 256


@dataclass(frozen=True, slots=True)
class Range:
    """A median level and how far the opinions around it go. `apart` is flagged; `low_essential` wears a lozenge.
    A ring lies around the level that all of them gave together, `panel`.
    """

    median: int
    low: int
    high: int
    said: str
    apart: bool = False
    low_essential: bool = False
    panel: int | None = None


@dataclass(frozen=True, slots=True)
class One:
    """A level alone."""

    level: int
    said: str


@dataclass(frozen=True, slots=True)
class Side:
    """Several opinions side by side: levels, or None where there is none; `apart` is flagged."""

    levels: tuple[int | None, ...]
    said: str
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """No level: one stroke across where `struck`, a dotted outline where `dotted`, else nothing was asked. `panel` is
    the level that all of them gave together, in a ring.
    """

    said: str
    struck: bool = False
    dotted: bool = False
    panel: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, with a smaller one after it, and by how many places it `moved` up."""

    words: str
    said: str
    small: str = ""
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Flags:
    """Numbers that ask to be looked at; a dash where there are none."""

    words: str
    said: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A range bar alone, for a legend."""

    low: int
    median: int
    high: int
    said: str = ""
    panel: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The flag of a disagreement alone, for a legend."""

    said: str = ""


Score = Range | One | Side | Gap | Figure | Flags | Bar | Frame


def paint_range(
    painter: QPainter, room: QRectF, low: int, median: int, high: int, tone: str, panel: int | None = None
) -> None:
    """Four dots, a stroke from the lowest to the highest opinion, a bead on the median, a ring around `panel`."""
    colour = look().colour(tone)
    step = room.width() / (len(LEVELS) - 1)
    middle = room.center().y()
    at = [room.left() + step * place for place in range(len(LEVELS))]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for x in at:
        painter.drawEllipse(QPointF(x, middle), look().px(10) / 10, look().px(10) / 10)
    if high > low:
        painter.setPen(QPen(colour, look().px(20) / 10, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(at[low - 1], middle), QPointF(at[high - 1], middle))
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(at[median - 1], middle), look().px(30) / 10, look().px(30) / 10)
    if panel is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, look().px(16) / 10))
        painter.drawEllipse(QPointF(at[panel - 1], middle), look().px(60) / 10, look().px(60) / 10)


def paint_gap(painter: QPainter, box: QRectF, *, struck: bool, dotted: bool) -> None:
    """The sign of what is missing."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = tokens().radius["cell"]
    if dotted:
        pen = QPen(look().colour("edge"), 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([1, 2])
        painter.setPen(pen)
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), radius, radius)
    elif struck:
        painter.setPen(QPen(look().colour("line2"), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(QPen(look().colour("ink2"), 1.5))
        painter.drawLine(box.bottomLeft() + QPointF(5, -5), box.topRight() + QPointF(-5, 5))


def paint_apart(painter: QPainter, box: QRectF, level: int = LEVELS[0]) -> None:
    """The flag of a disagreement: a frame in ink and its corner filled. Shape only."""
    ink = look().colour("ink")
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 2))
    radius = tokens().radius["cell"]
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
    if level == LEVELS[-1]:
        # On the ground of the highest level a frame in ink would drown: a line in the digit's colour sets it apart.
        painter.setPen(QPen(look().colour(f"r{level}t"), 1))
        painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -2.5), radius - 1, radius - 1)
    reach = look().px(9)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(
        QPolygonF([box.topRight() - QPointF(reach, 0), box.topRight(), box.topRight() + QPointF(0, reach)])
    )


def paint_level(painter: QPainter, box: QRectF, level: int) -> None:
    """The ground of a level on the ramp; the lowest has an edge, or it would be lost on the panel."""
    painter.setBrush(look().colour(f"r{level}"))
    painter.setPen(QPen(look().colour("line2"), 1) if level == LEVELS[0] else QPen(Qt.PenStyle.NoPen))
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5) if level == LEVELS[0] else box
    painter.drawRoundedRect(inner, tokens().radius["cell"], tokens().radius["cell"])


def _digit_font() -> QFont:
    return look().font("h2", bold=True, figures=True)


def paint_score(painter: QPainter, box: QRectF, score: Score) -> None:
    """Draw a score into its box."""
    match score:
        case Range():
            _range(painter, box, score)
        case One(level=level):
            paint_level(painter, box, level)
            paint_text(painter, box, str(level), _digit_font(), f"r{level}t", Qt.AlignmentFlag.AlignHCenter)
        case Side():
            _side(painter, box, score)
        case Gap(struck=struck, dotted=dotted, panel=panel):
            paint_gap(painter, box, struck=struck, dotted=dotted)
            if panel is not None:
                _ringed(painter, box, panel)
        case Figure(words=words, small=small, moved=moved):
            _figure(painter, _with_arrow(painter, box, moved) if moved else box, words, small)
        case Flags(words=words):
            _flags(painter, box, words)
        case Bar(low=low, median=median, high=high, panel=panel):
            paint_range(painter, box.adjusted(3, 0, -3, 0), low, median, high, "ink", panel)
        case Frame():
            paint_apart(painter, box)


class ScoreDelegate(QStyledItemDelegate):
    """Draws a score in its cell, a hair apart from its neighbours."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: dict[object, QPixmap] = {}

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect)
        painter.fillRect(whole, look().colour("panel"))
        painter.fillRect(QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1), look().colour("line"))
        box = whole.adjusted(1, 1, -1, -2)
        score = index.data(SCORE)
        if isinstance(score, Range):
            painter.drawPixmap(box.topLeft(), self._picture(score, box.size(), painter.device().devicePixelRatioF()))
        elif isinstance(score, Score):
            paint_score(painter, box, score)
        painter.restore()

    def _picture(self, score: Range, size: QSizeF, ratio: float) -> QPixmap:
        """A range as a picture: hundreds of cells show the same few, and drawing all anew takes longer than a frame."""
        drawn = (score.median, score.low, score.high, score.apart, score.low_essential)
        key = (look(), size.width(), size.height(), ratio, drawn)
        if key not in self._pictures:
            if len(self._pictures) >= _MOST_PICTURES:
                self._pictures.clear()
            picture = QPixmap((size * ratio).toSize())
            picture.setDevicePixelRatio(ratio)
            picture.fill(look().colour("panel"))
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_score(painter, QRectF(QPointF(), size), score)
            painter.end()
            self._pictures[key] = picture
        return self._pictures[key]


def _range(painter: QPainter, box: QRectF, score: Range) -> None:
    paint_level(painter, box, score.median)
    tone = f"r{score.median}t"
    digit = QRectF(box.left() + look().px(7), box.top(), look().px(14), box.height())
    paint_text(painter, digit, str(score.median), _digit_font(), tone, Qt.AlignmentFlag.AlignLeft)
    bar = QRectF(box)
    bar.setLeft(box.left() + max(look().px(24), box.width() - look().px(50)))
    bar.setRight(box.right() - look().px(9))
    paint_range(painter, bar, score.low, score.median, score.high, tone, score.panel)
    if score.low_essential:
        centre = QPointF(box.left() + look().px(4), box.top() + look().px(5))
        paint_lozenge(painter, centre, "ink", filled=True, size=8)
    if score.apart:
        paint_apart(painter, box, score.median)


def _ringed(painter: QPainter, box: QRectF, level: int) -> None:
    painter.setPen(QPen(look().colour("ink"), look().px(16) / 10))
    painter.setBrush(look().colour("panel"))
    painter.drawEllipse(box.center(), look().px(10), look().px(10))
    paint_text(painter, box, str(level), look().font("dense", bold=True), "ink", Qt.AlignmentFlag.AlignHCenter)


def _side(painter: QPainter, box: QRectF, score: Side) -> None:
    wide = box.width() / max(1, len(score.levels))
    font = look().font("dense", bold=True, figures=True)
    for place, level in enumerate(score.levels):
        part = QRectF(box.left() + place * wide, box.top(), wide, box.height()).adjusted(0.5, 0, -0.5, 0)
        if level is None:
            paint_text(painter, part, "–", font, "ink3", Qt.AlignmentFlag.AlignHCenter)
            continue
        paint_level(painter, part, level)
        paint_text(painter, part, str(level), font, f"r{level}t", Qt.AlignmentFlag.AlignHCenter)
    if score.apart:
        paint_apart(painter, box)


def _figure(painter: QPainter, box: QRectF, words: str, small: str) -> None:
    font = look().font("h2", bold=True, figures=True)
    if not small:
        paint_text(painter, box, words, font, "ink", Qt.AlignmentFlag.AlignHCenter)
        return
    left, right = QRectF(box), QRectF(box)
    left.setRight(box.left() + box.width() * 0.42)
    right.setLeft(left.right() + look().px(5))
    paint_text(painter, left, words, font, "ink", Qt.AlignmentFlag.AlignRight)
    paint_text(painter, right, small, look().font("caption", figures=True), "ink2", Qt.AlignmentFlag.AlignLeft)


def _with_arrow(painter: QPainter, box: QRectF, moved: int) -> QRectF:
    """An arrow and a number at the right edge; what room is left."""
    font = look().font("caption", bold=True, figures=True)
    number, size = str(abs(moved)), look().px(11)
    wide = QFontMetricsF(font).horizontalAdvance(number) + 1
    text = QRectF(box.right() - wide - look().px(4), box.top(), wide, box.height())
    paint_text(painter, text, number, font, "accent", Qt.AlignmentFlag.AlignLeft)
    arrow = QRectF(text.left() - size - 1, box.center().y() - size / 2, size, size)
    paint_icon(painter, "arrow-up" if moved > 0 else "arrow-down", arrow, "accent")
    return box.adjusted(0, 0, arrow.left() - box.right(), 0)


def _flags(painter: QPainter, box: QRectF, words: str) -> None:
    if not words:
        paint_text(painter, box, "–", look().font("dense"), "ink2", Qt.AlignmentFlag.AlignHCenter)
        return
    font = look().font("dense", bold=True, figures=True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().colour("warntint"))
    chip = box.adjusted(look().px(4), look().px(4), -look().px(4), -look().px(4))
    painter.drawRoundedRect(chip, tokens().radius["chip"], tokens().radius["chip"])
    sign = look().px(17)
    wide = min(QFontMetricsF(font).horizontalAdvance(words) + 1, chip.width() - sign - look().px(8))
    left = chip.center().x() - (wide + sign) / 2
    paint_lozenge(painter, QPointF(left + look().px(5), chip.center().y()), "warn", filled=False)
    text = QRectF(left + sign, chip.top(), wide, chip.height())
    paint_text(painter, text, words, font, "warn", Qt.AlignmentFlag.AlignLeft)
