"""Lucide's line icons, drawn in a colour of the palette at any size."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from smes_panel import paths
from ui.theme.look import look

STROKE = 1.75
RAIL_STROKE = 1.6


@cache
def _source(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str, stroke: float) -> QSvgRenderer:
    drawing = _source(name).replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(drawing.encode()))


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: str, stroke: float = STROKE) -> None:
    """Draw an icon into `box` in the colour of the token `colour`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, look().colour(colour).name(), stroke).render(painter, box)


def icon(name: str, colour: str = "ink2", disabled: str = "edge", *, apart: int = 0) -> QIcon:
    """An icon for a button or an action; `apart` leaves room at its right, where Qt leaves too little before words."""
    made, size, room = QIcon(), look().px(17), look().px(apart)
    for ratio in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}):
        for mode, token in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
            picture = QPixmap(QSize(round((size + room) * ratio), round(size * ratio)))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            paint_icon(painter, name, QRectF(0, 0, size, size), token)
            painter.end()
            made.addPixmap(picture, mode)
    return made
