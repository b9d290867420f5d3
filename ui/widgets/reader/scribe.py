"""The scribe: plain text laid out as pages, a piece at a time in the thread of the window."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextLayout, QTextLine, QTextOption

from ui.theme import look
from ui.theme.tokens import tokens
from ui.widgets.reader.source import Box, Opened, Picture, Signs, Task
from ui.widgets.reader.tones import toned

_WIDTH, _HEIGHT, _MARGIN = 530.0, 750.0, 44.0
_TEXT, _TITLE = 13.0, 17.0
_PIXELS = 10_000_000
_TAB = 32.0


@dataclass(frozen=True, slots=True)
class _Line:
    layout: QTextLayout
    number: int
    text: str
    top: float


class Scribe(QObject):
    """Says *answered(number, answer)*, as the courier does for a PDF."""

    answered = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._pages: list[list[_Line]] = []
        self._setting: Iterator[None] | None = None
        self._tasks: list[Task] = []
        self._tick = QTimer(self)
        self._tick.setInterval(0)
        self._tick.timeout.connect(self._work)

    def show(self, number: int, text: str, title: str) -> None:
        """Lay out a text, which later tasks are about."""
        self._number, self._pages, self._tasks = number, [], []
        self._setting = self._set(text, title)
        self._tick.start()

    def want(self, tasks: Sequence[Task]) -> None:
        self._tasks = list(tasks)
        if self._tasks:
            self._tick.start()

    def close(self) -> None:
        """Forget the text."""
        self._tick.stop()
        self._number, self._pages, self._tasks, self._setting = 0, [], [], None

    def _work(self) -> None:
        if self._setting is not None:
            if next(self._setting, self) is not self:
                return
            self._setting = None
            margin: Box = (_MARGIN, _MARGIN, _WIDTH - _MARGIN, _HEIGHT - _MARGIN)
            sizes = ((_WIDTH, _HEIGHT),) * len(self._pages)
            self.answered.emit(self._number, Opened(sizes, dict.fromkeys(range(len(sizes)), margin)))
            return
        if not self._tasks:
            self._tick.stop()
            return
        task = self._tasks.pop(0)
        self.answered.emit(self._number, self._drawn(task) if task.scale else self._lettered(task))

    def _set(self, text: str, title: str) -> Iterator[None]:
        """Breaks the text into lines and the lines into pages; gives way after every few paragraphs."""
        top = _HEIGHT
        heads = [line for line in title.splitlines() if line.strip()]
        paragraphs = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
        for at, paragraph in enumerate([*heads, *paragraphs]):
            size, bold = (_TITLE, True) if at < len(heads) else (_TEXT, False)
            if not paragraph.strip():
                top += _TEXT * 0.7
                continue
            layout = QTextLayout(paragraph, _font(size, bold=bold))
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            option.setTabStopDistance(_TAB)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(_WIDTH - 2 * _MARGIN)
            layout.endLayout()
            for number in range(layout.lineCount()):
                height = layout.lineAt(number).height() * 1.12
                if top + height > _HEIGHT - _MARGIN:
                    self._pages.append([])
                    top = _MARGIN
                self._pages[-1].append(_Line(layout, number, paragraph, top))
                top += height
            top += _TEXT * (0.6 if at < len(heads) else 0.15)
            if at % 200 == 199:
                yield
        if not self._pages:
            self._pages.append([])

    def _drawn(self, task: Task) -> Picture:
        scale = min(task.scale, (_PIXELS / (_WIDTH * _HEIGHT)) ** 0.5)
        image = QImage(round(_WIDTH * scale), round(_HEIGHT * scale), QImage.Format.Format_RGB32)
        image.fill(QColor(tokens().light.paper))
        painter = QPainter(image)
        painter.scale(scale, scale)
        painter.setPen(QColor(tokens().light.paperink))
        for line in self._pages[task.page]:
            drawn = line.layout.lineAt(line.number)
            drawn.draw(painter, QPointF(_MARGIN, line.top - drawn.y()))
        painter.end()
        return Picture(task, toned(image, task.tone))

    def _lettered(self, task: Task) -> Signs:
        signs: list[str] = []
        boxes = array("f")
        for line in self._pages[task.page]:
            drawn = line.layout.lineAt(line.number)
            at = drawn.textStart()
            said = _units(line.text, at, drawn.textLength())
            left = _MARGIN + _x(drawn, at)
            for sign in said:
                at += 1 if sign < "\U00010000" else 2
                right = _MARGIN + _x(drawn, at)
                boxes.extend((min(left, right), line.top, max(left, right), line.top + drawn.height()))
                left = right
            signs.append(said + "\n")
            boxes.extend((0.0, 0.0, 0.0, 0.0))
        return Signs(task, "".join(signs), boxes)


def _units(text: str, first: int, length: int) -> str:
    """A part of a text by Qt's count, where a sign outside the basic plane is two."""
    return text.encode("utf-16-le", "surrogatepass")[2 * first : 2 * (first + length)].decode("utf-16-le", "replace")


def _x(line: QTextLine, at: int) -> float:
    """Where a place in the text stands. The binding answers a pair, its stubs say a number."""
    x, _ = cast("tuple[float, int]", line.cursorToX(at))
    return x


def _font(size: float, *, bold: bool) -> QFont:
    """The interface's face in units of the page, whatever the screen: the picture is scaled afterwards."""
    font = look().font("body", bold=bold)
    font.setPixelSize(round(size))
    return font
