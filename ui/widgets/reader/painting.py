"""What is painted of a page: paper, picture, hits, selection, and the sentences where there is no picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from ui.theme import look
from ui.theme.icons import paint_icon
from ui.widgets.reader.sheaf import Frame
from ui.widgets.reader.source import Box
from ui.widgets.reader.tones import ground, palette

_Mode = QPainter.CompositionMode


def paint_page(painter: QPainter, box: QRectF, frame: Frame, picture: QImage | None, tone: str, trouble: str) -> None:
    """The paper with its picture, or with a sentence where it cannot be drawn. `box` is where it lies in the view."""
    ratio = painter.device().devicePixelRatioF()
    # On whole device pixels, or the picture would be blurred by half of one.
    box = QRectF(
        round(box.left() * ratio) / ratio,
        round(box.top() * ratio) / ratio,
        round(box.width() * ratio) / ratio,
        round(box.height() * ratio) / ratio,
    )
    painter.fillRect(box, ground(tone))
    if picture is not None:
        _paint_picture(painter, box, frame, picture, ratio)
    if trouble:
        inside = box.adjusted(24, 24, -24, -24)
        inside.setHeight(min(inside.height(), 160.0))
        painter.setPen(QColor(palette(tone).ink2))
        painter.setFont(look().font("body"))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), trouble)
    painter.setPen(QPen(look().colour("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))


def _paint_picture(painter: QPainter, box: QRectF, frame: Frame, picture: QImage, ratio: float) -> None:
    per = picture.width() / frame.size[0]
    left, top = round(frame.crop[0] * per), round(frame.crop[1] * per)
    sharp = abs(picture.width() - frame.size[0] * frame.scale * ratio) <= 1
    if sharp:
        across = min(round(box.width() * ratio), picture.width() - left)
        down = min(round(box.height() * ratio), picture.height() - top)
        box = QRectF(box.left(), box.top(), across / ratio, down / ratio)
    else:
        across, down = round((frame.crop[2] - frame.crop[0]) * per), round((frame.crop[3] - frame.crop[1]) * per)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not sharp)
    painter.drawImage(box, picture, QRectF(left, top, across, down))


def paint_hits(painter: QPainter, box: QRectF, frame: Frame, hits: Sequence[tuple[bool, list[Box]]], tone: str) -> None:
    """Each hit tinted and underlined, the current one, told by True, framed. Petrol: yellow is kept for proof."""
    worn = palette(tone)
    for current, strokes in hits:
        for stroke in strokes:
            at = within(box, frame, stroke)
            lay_over(painter, at, QColor(worn.accentline if current else worn.accenttint), tone)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(worn.accent), 2 if current else 1))
            if current:
                painter.drawRect(at.adjusted(-1, -1, 1, 1))
            else:
                painter.drawLine(at.bottomLeft(), at.bottomRight())


def paint_selection(painter: QPainter, box: QRectF, frame: Frame, strokes: list[Box], tone: str) -> None:
    for stroke in strokes:
        lay_over(painter, within(box, frame, stroke), QColor(palette(tone).accentline), tone)


def within(box: QRectF, frame: Frame, stroke: Box) -> QRectF:
    left, top = box.left() - frame.left, box.top() - frame.top
    a, b = frame.on_desk(stroke[0], stroke[1])
    c, d = frame.on_desk(stroke[2], stroke[3])
    return QRectF(a + left - 1, b + top - 1, c - a + 2, d - b + 2).intersected(box)


def lay_over(painter: QPainter, box: QRectF, colour: QColor, tone: str) -> None:
    """Colour the paper and let the letters stand out from it: as dark as before by day, as light by night."""
    painter.setCompositionMode(_Mode.CompositionMode_Screen if tone == "night" else _Mode.CompositionMode_Multiply)
    painter.fillRect(box, colour)
    painter.setCompositionMode(_Mode.CompositionMode_SourceOver)


def paint_message(painter: QPainter, box: QRectF, sentence: str) -> None:
    """A sentence on the empty desk, under the sign of a page that is not there."""
    size = look().px(28)
    middle = box.center()
    inside = QRectF(0, 0, min(box.width() - look().px(48), look().px(380)), look().px(200))
    inside.moveTopLeft(middle)
    inside.moveLeft(middle.x() - inside.width() / 2)
    paint_icon(painter, "file-x", QRectF(middle.x() - size / 2, middle.y() - size - look().px(12), size, size), "ink3")
    painter.setPen(look().colour("ink2"))
    painter.setFont(look().font("body"))
    align = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    painter.drawText(inside, int(align | Qt.TextFlag.TextWordWrap), sentence)


def paint_place(painter: QPainter, box: QRectF, place: str) -> None:
    """Which page is in view, at the bottom right while one scrolls."""
    font = look().font("caption", figures=True)
    width, height = QFontMetricsF(font).horizontalAdvance(place) + look().px(20), look().px(26)
    pill = QRectF(box.right() - width - look().px(14), box.bottom() - height - look().px(12), width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().colour("tip"))
    painter.drawRoundedRect(pill, 6, 6)
    painter.setPen(look().colour("tipink"))
    painter.setFont(font)
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), place)
