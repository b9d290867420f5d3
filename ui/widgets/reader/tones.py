"""The tones of paper: white, dimmed by multiplying, night by turning lightness over and keeping the hue."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from ui.theme import look
from ui.theme.tokens import Palette, tokens

Tone = Literal["white", "dimmed", "night"]
TONES: tuple[Tone, ...] = ("white", "dimmed", "night")

_Mode = QPainter.CompositionMode


def palette(tone: str) -> Palette:
    """The colours of marks on a paper: they follow the paper, whatever the window wears."""
    return tokens().dark if tone == "night" else tokens().light


def ground(tone: str) -> QColor:
    """The colour of empty paper."""
    if tone == "dimmed":
        return QColor(tokens().dark.ink2 if look().dark else tokens().light.app)
    return QColor(palette(tone).paper)


def toned(image: QImage, tone: str) -> QImage:
    """The picture of a page on that paper; it may be changed in place."""
    if tone == "dimmed":
        _over(image, ground(tone), _Mode.CompositionMode_Multiply)
    elif tone == "night":
        image = _turned(image)
        dark, light = ground(tone), QColor(palette(tone).paperink)
        span = QColor(light.red() - dark.red(), light.green() - dark.green(), light.blue() - dark.blue())
        _over(image, span, _Mode.CompositionMode_Multiply)
        _over(image, dark, _Mode.CompositionMode_Plus)
    return image


def _turned(image: QImage) -> QImage:
    """Each colour c becomes 255 - 2·grey + c: its lightness is turned over, its hue stays.

    Done with whole-picture operations, which saturate: so the part of a colour above its grey and the part below it
    are found apart, and put back onto the inverted grey.
    """
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(QImage.Format.Format_RGB32)
    inverted = grey.copy()
    inverted.invertPixels()
    if image.allGray():
        return inverted
    below = _sum(image, inverted)
    below.invertPixels()
    negative = image.copy()
    negative.invertPixels()
    above = _sum(negative, grey)
    above.invertPixels()
    found = _sum(inverted, above)
    found.invertPixels()
    found = _sum(found, below)
    found.invertPixels()
    return found


def _sum(one: QImage, other: QImage) -> QImage:
    found = one.copy()
    painter = QPainter(found)
    painter.setCompositionMode(_Mode.CompositionMode_Plus)
    painter.drawImage(0, 0, other)
    painter.end()
    return found


def _over(image: QImage, colour: QColor, mode: QPainter.CompositionMode) -> None:
    painter = QPainter(image)
    painter.setCompositionMode(mode)
    painter.fillRect(QRect(0, 0, image.width(), image.height()), colour)
    painter.end()
