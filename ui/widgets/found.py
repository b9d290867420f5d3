"""A passage that was found: where it stands, and the words around, those sought marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme import look
from ui.theme.icons import paint_icon
from ui.theme.painters import paint_text
from ui.theme.ring import draw_ring

_LEFT = Qt.AlignmentFlag.AlignLeft
_LINES = 2
_ASIDE, _EDGE, _HEAD, _LINE = 26, 6, 20, 19

Pieces = Sequence[tuple[str, bool]]


def _across(line: QTextLine, place: int) -> float:
    """How far from the beginning of its line a place between two signs is."""
    found = line.cursorToX(place)
    return cast("float", found[0] if isinstance(found, tuple) else found)


def _laid(text: str, font: QFont, room: float) -> tuple[QTextLayout, list[QTextLine], int]:
    """The first lines of a text, and how much of it they hold. The layout has to live as long as its lines."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[QTextLine] = []
    layout.beginLayout()
    while len(lines) < _LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        lines.append(line)
    layout.endLayout()
    return layout, lines, lines[-1].textStart() + lines[-1].textLength() if lines else 0


class FoundLine(QAbstractButton):
    """Two lines of a passage under the name of its place; a click or Enter where it leads somewhere."""

    def __init__(self, picture: str, place: str, pieces: Pieces, *, leads: bool) -> None:
        super().__init__()
        self._picture, self._place, self._pieces = picture, place, tuple(pieces)
        self.setProperty("own_ring", True)
        self.setAccessibleName(place)
        self.setAccessibleDescription("".join(piece for piece, _marked in pieces))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setEnabled(leads)
        if leads:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look().px(200), look().px(_HEAD + _LINES * _LINE + 2 * _EDGE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse() and self.isEnabled():
            painter.fillRect(box, look().colour("sunken"))
        size, left, edge = look().px(15), look().px(_ASIDE), look().px(_EDGE)
        paint_icon(painter, self._picture, QRectF(look().px(4), edge + look().px(2), size, size), "ink2")
        room = box.width() - left - edge
        head = QRectF(left, edge, room, look().px(_HEAD))
        font = look().font("dense", bold=True)
        paint_text(painter, head, self._place, font, "accent" if self.isEnabled() else "ink", _LEFT)
        self._paint_passage(painter, QPointF(left, edge + look().px(_HEAD)), room)
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            draw_ring(painter, box.adjusted(1, 1, -1, -1), 2)

    def _paint_passage(self, painter: QPainter, corner: QPointF, room: float) -> None:
        font = look().font("dense")
        text = "".join(piece for piece, _marked in self._pieces)
        laid = _laid(text, font, room)
        if laid[2] < len(text):
            laid = _laid(text[: max(0, laid[2] - 2)].rstrip() + "…", font, room)
        lines = laid[1]
        metrics = QFontMetricsF(font)
        for row, line in enumerate(lines):
            start, end = line.textStart(), line.textStart() + line.textLength()
            top = corner.y() + row * look().px(_LINE)
            at = 0
            for piece, marked in self._pieces:
                first, last = max(at, start), min(at + len(piece), end)
                at += len(piece)
                if marked and first < last:
                    x, y = (corner.x() + _across(line, one) for one in (first, last))
                    mark = QRectF(min(x, y) - 1, top, abs(y - x) + 2, metrics.height())
                    painter.fillRect(mark, look().colour("accenttint"))
                    painter.setPen(QPen(look().colour("accent"), 1))
                    painter.drawLine(mark.bottomLeft(), mark.bottomRight())
            painter.setPen(look().colour("ink2"))
            line.draw(painter, QPointF(corner.x(), top - line.y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()
