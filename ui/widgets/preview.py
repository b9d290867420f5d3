"""The pages of a print of our own, as wide as there is room: redrawn in place, so that it may follow one's typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from ui.theme import look

_MARGIN = 14
_STEP = 48
_WIDEST = 1100
MM = 72 / 25.4
"""A millimetre in points."""


class Drawing(Protocol):
    """A print that can be drawn: sizes in points, pictures of four bytes a pixel (blue, green, red, unused)."""

    @property
    def sizes(self) -> Sequence[tuple[float, float]]: ...
    def drawing(self, page: int, scale: float) -> tuple[int, int, bytes]: ...
    def text(self, page: int) -> str: ...
    def close(self) -> None: ...


def picture(drawing: Drawing, page: int, scale: float) -> QImage:
    """A page at `scale` pixels a point."""
    width, height, rows = drawing.drawing(page, scale)
    return QImage(rows, width, height, width * 4, QImage.Format.Format_RGB32).copy()


@final
class Preview(QAbstractScrollArea):
    """Says *turned(page, of)*, counted from 1, when another page is in view."""

    turned = Signal(int, int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("reader")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._drawing: Drawing | None = None
        self._message = ""
        self._frame: tuple[float, float, float, float] | None = None
        self._pictures: dict[tuple[int, int], QImage] = {}
        self._turned = (0, 0)

    def show_print(self, drawing: Drawing) -> None:
        """Show a print; where one was looking stays in view. The preview closes it when it is done with it."""
        self._let_go()
        self._drawing, self._message = drawing, ""
        self.setAccessibleDescription("\n".join(drawing.text(page) for page in range(len(drawing.sizes)))[:20_000])
        self._lay()

    def show_message(self, sentence: str) -> None:
        """Show a sentence on the empty desk."""
        self._let_go()
        self._message = sentence
        self.setAccessibleDescription(sentence)
        self._lay()

    def show_frame(self, millimetres: tuple[float, float, float, float] | None) -> None:
        """Draw a frame on the first page: left, top, width and height, or none."""
        self._frame = millimetres
        self.viewport().update()

    def pages(self) -> int:
        return len(self._drawing.sizes) if self._drawing is not None else 0

    def to_start(self) -> None:
        self.verticalScrollBar().setValue(0)

    def _let_go(self) -> None:
        if self._drawing is not None:
            self._drawing.close()
        self._drawing = None
        self._pictures.clear()

    # Where the pages are

    def _boxes(self) -> list[QRectF]:
        if self._drawing is None:
            return []
        margin, top, found = look().px(_MARGIN), float(look().px(_MARGIN)), []
        room = min(self.viewport().width() - 2 * margin, look().px(_WIDEST))
        for width, height in self._drawing.sizes:
            box = QRectF((self.viewport().width() - room) / 2, top, room, room * height / width)
            found.append(box)
            top = box.bottom() + margin
        return found

    def _lay(self) -> None:
        boxes = self._boxes()
        high = boxes[-1].bottom() + look().px(_MARGIN) if boxes else 0.0
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, round(high) - self.viewport().height()))
        self._scrolled()

    def _scrolled(self) -> None:
        self.viewport().update()
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        boxes = self._boxes()
        now = (sum(box.top() <= middle for box in boxes) or 1, len(boxes)) if boxes else (0, 0)
        if now != self._turned:
            self._turned = now
            self.turned.emit(*now)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        step = {
            Qt.Key.Key_Down.value: _STEP,
            Qt.Key.Key_Up.value: -_STEP,
            Qt.Key.Key_PageDown.value: bar.pageStep() - _STEP,
            Qt.Key.Key_PageUp.value: _STEP - bar.pageStep(),
            Qt.Key.Key_Home.value: -bar.maximum(),
            Qt.Key.Key_End.value: bar.maximum(),
        }.get(event.key())
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        else:
            bar.setValue(bar.value() + step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drawing is None:
            self._paint_message(painter)
            return
        up, dense = self.verticalScrollBar().value(), self.devicePixelRatioF()
        for page, box in enumerate(self._boxes()):
            box.translate(0, -up)
            if box.bottom() < 0 or box.top() > self.viewport().height():
                continue
            wide = round(box.width() * dense)
            if (page, wide) not in self._pictures:
                self._pictures = {at: one for at, one in self._pictures.items() if at[1] == wide}
                self._pictures[page, wide] = picture(self._drawing, page, wide / self._drawing.sizes[page][0])
            painter.drawImage(box, self._pictures[page, wide])
            painter.setPen(QPen(look().colour("line2"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
            if page == 0 and self._frame is not None:
                self._paint_frame(painter, box)

    def _paint_frame(self, painter: QPainter, box: QRectF) -> None:
        assert self._drawing is not None
        assert self._frame is not None
        scale = box.width() / self._drawing.sizes[0][0] * MM
        left, top, width, height = (part * scale for part in self._frame)
        pen = QPen(look().colour("accent"), 1.5)
        pen.setDashPattern([2.0, 2.0])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(box.left() + left, box.top() + top, width, height), 3, 3)

    def _paint_message(self, painter: QPainter) -> None:
        box = QRectF(self.viewport().rect()).adjusted(24, 24, -24, -24)
        painter.setFont(look().font("body"))
        painter.setPen(look().colour("ink2"))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(box, flags, self._message)
