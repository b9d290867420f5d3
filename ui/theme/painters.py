"""The signs that are drawn, not styled: tabs, gauges, weight dots, lozenges, chips and key caps."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from ui.theme.icons import paint_icon
from ui.theme.look import look
from ui.theme.tokens import tokens

TONES = {
    "ok": ("ok", "oktint", None),
    "warn": ("warn", "warntint", None),
    "bad": ("bad", "badtint", None),
    "plain": ("ink2", "sunken", "line2"),
    "accent": ("accent", "accenttint", None),
}
"""What a chip's tone means: its text, its ground and its edge, as tokens."""


def paint_text(painter: QPainter, box: QRectF, text: str, font: QFont, colour: str, align: Qt.AlignmentFlag) -> bool:
    """Draw one line of plain text, cut with an ellipsis where the box ends. Answers whether it was cut."""
    painter.setFont(font)
    painter.setPen(look().colour(colour))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
    return shown != text


def paint_tab(painter: QPainter, box: QRectF, number: str, *, marked: bool, flat_left: bool = True) -> None:
    """The criterion tab, our one signature: flat where it is attached, yellow where it is marked."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = float(tokens().radius["cell"])
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    path = QPainterPath()
    if flat_left:
        path.moveTo(inner.topLeft())
        path.lineTo(inner.right() - radius, inner.top())
        path.quadTo(inner.topRight(), QPointF(inner.right(), inner.top() + radius))
        path.lineTo(inner.right(), inner.bottom() - radius)
        path.quadTo(inner.bottomRight(), QPointF(inner.right() - radius, inner.bottom()))
        path.lineTo(inner.bottomLeft())
        path.closeSubpath()
    else:
        path.addRoundedRect(inner, radius, radius)
    painter.setBrush(look().colour("ev" if marked else "sunken"))
    painter.setPen(QPen(look().colour("evline" if marked else "line2"), 1))
    painter.drawPath(path)
    font = look().font("caption", bold=True, figures=True)
    colour = "evink" if marked else "ink2"
    paint_text(painter, box, number, font, colour, Qt.AlignmentFlag.AlignHCenter)


def paint_gauge(painter: QPainter, box: QRectF, level: int, of: int = 4) -> None:
    """A rounded square filled from the bottom, `level` of `of`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = box.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look().colour("rink"), 1.5))
    painter.drawRoundedRect(frame, 3, 3)
    inside = frame.adjusted(1.75, 1.75, -1.75, -1.75)
    filled = QRectF(inside)
    filled.setTop(inside.bottom() - inside.height() * level / of)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().colour("rink"))
    painter.drawRoundedRect(filled, 1, 1)


def paint_dots(painter: QPainter, left: float, middle: float, filled: int, of: int, tone: str) -> float:
    """`filled` of `of` small discs from `left`; answers where they end."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    size, step = float(look().px(8)), float(look().px(12))
    for place in range(of):
        disc = QRectF(left + place * step, middle - size / 2, size, size).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look().colour(tone), 1))
        painter.setBrush(look().colour(tone) if place < filled else QColor(Qt.GlobalColor.transparent))
        painter.drawEllipse(disc)
    return left + of * step


def paint_lozenge(painter: QPainter, centre: QPointF, tone: str, *, filled: bool, size: float = 10) -> None:
    """Essential is a full lozenge, desirable an empty one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    reach = look().px(size) / 2
    shape = QPolygonF(
        [
            QPointF(centre.x(), centre.y() - reach),
            QPointF(centre.x() + reach, centre.y()),
            QPointF(centre.x(), centre.y() + reach),
            QPointF(centre.x() - reach, centre.y()),
        ]
    )
    painter.setPen(QPen(look().colour(tone), 1))
    painter.setBrush(look().colour(tone) if filled else QColor(Qt.GlobalColor.transparent))
    painter.drawPolygon(shape)


def chip_width(text: str, *, icon: bool) -> float:
    """How wide `paint_chip` draws."""
    words = QFontMetricsF(look().font("dense", bold=False)).horizontalAdvance(text)
    return words + look().px(16) + (look().px(20) if icon else 0)


def paint_chip(painter: QPainter, box: QRectF, text: str, tone: str, icon: str | None) -> None:
    """A short state in words on a tinted ground, with its icon; cut where the box ends."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink, ground, edge = TONES[tone]
    font = look().font("dense")
    height = look().px(22)
    width = min(box.width(), chip_width(text, icon=icon is not None))
    chip = QRectF(box.left(), box.center().y() - height / 2, width, height)
    painter.setBrush(look().colour(ground))
    painter.setPen(QPen(look().colour(edge), 1) if edge else QPen(Qt.PenStyle.NoPen))
    radius = tokens().radius["chip"]
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    inside = chip.adjusted(look().px(8), 0, -look().px(6), 0)
    if icon:
        size = look().px(15)
        paint_icon(painter, icon, QRectF(inside.left(), chip.center().y() - size / 2, size, size), ink)
        inside.setLeft(inside.left() + look().px(20))
    paint_text(painter, inside, text, font, ink, Qt.AlignmentFlag.AlignLeft)


def cap_width(text: str) -> float:
    """How wide `paint_cap` draws."""
    return max(QFontMetricsF(_cap_font()).horizontalAdvance(text) + look().px(10), look().px(18))


def paint_cap(painter: QPainter, left: float, middle: float, text: str, *, on_accent: bool = False) -> float:
    """A key as it looks on the keyboard; answers where it ends."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(left, middle - look().px(17) / 2, cap_width(text), look().px(17))
    painter.setBrush(QColor(Qt.GlobalColor.transparent) if on_accent else look().colour("raised"))
    painter.setPen(QPen(look().colour("onaccent" if on_accent else "line2"), 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    ink = "onaccent" if on_accent else "ink2"
    paint_text(painter, box, text, _cap_font(), ink, Qt.AlignmentFlag.AlignHCenter)
    return box.right()


def _cap_font() -> QFont:
    font = look().font("rail", bold=True)
    font.setPointSizeF(font.pointSizeF() * 0.92)
    return font


def paint_mark(painter: QPainter, box: QRectF) -> None:
    """The mark of the house: a page with a tab."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    unit = box.height() / 26
    page = QRectF(box.left(), box.top(), 19 * unit, 26 * unit)
    painter.setBrush(look().colour("railink"))
    painter.drawRoundedRect(page, 3 * unit, 3 * unit)
    painter.setBrush(look().colour(bright()))
    painter.drawRoundedRect(QRectF(page.left() + 15 * unit, page.top() + 9 * unit, 9 * unit, 7 * unit), unit, unit)
    painter.setBrush(look().colour("rail"))
    for line, length in enumerate((9.5, 9.5, 7.0, 9.5)):
        top = page.top() + (5.5 + 4.4 * line) * unit
        painter.drawRoundedRect(QRectF(page.left() + 4 * unit, top, length * unit, 1.9 * unit), unit, unit)


def bright() -> str:
    """The token of the yellow that shows on the rail: the highlighter by day, its edge by night."""
    return "evline" if look().dark else "ev"
