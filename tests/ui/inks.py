"""How well something reads, measured on the pixels that were drawn: the ratio of its ink to its ground."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

_FINE = 3
"""Pixels for one of the window's: there, even a thin stem is drawn in its full colour somewhere."""


def drawn(widget: QWidget) -> QImage:
    """A widget as it looks, three pixels for one."""
    picture = QPixmap(widget.size() * _FINE)
    picture.setDevicePixelRatio(_FINE)
    widget.render(picture, QPoint())
    return picture.toImage().convertToFormat(QImage.Format.Format_RGB32)


def luminance(colour: int) -> float:
    """WCAG 2's relative luminance of 0xRRGGBB."""
    parts = ((colour >> shift & 0xFF) / 255 for shift in (16, 8, 0))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: int, other: int) -> float:
    """WCAG 2's ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def measured(picture: QImage, box: QRect) -> float:
    """The ratio of what is written in a box of the window: between the colour there is most of, and the one that stands
    out most from it over more than a few pixels.
    """
    whole = np.frombuffer(picture.constBits(), np.uint32).reshape(picture.height(), picture.bytesPerLine() // 4)
    left, top, right, bottom = (edge * _FINE for edge in (box.left(), box.top(), box.right() + 1, box.bottom() + 1))
    part = whole[max(0, top) : bottom, max(0, left) : min(picture.width(), right)] & 0xFFFFFF
    colours, counts = np.unique(part, return_counts=True)
    ground = int(colours[counts.argmax()])
    return max((contrast(int(ink), ground) for ink in colours[counts >= 4]), default=1.0)
