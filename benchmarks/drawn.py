"""What a press drew, drawn again by bare reportlab: the same strings and strokes in the same places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from types import ModuleType
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from smes_panel.paper.press import Face, Press, runs

Stroke = Callable[[Canvas], object]
_HEIGHT = 297


class _Recorded(Press):
    """A press that also remembers each thing it drew, as a call on any canvas."""

    drawn: list[Stroke]

    def write(self, x: float, baseline: float, text: str, face: Face, size: float) -> float:
        parts = [(used.value, part) for used, part in runs(text, face)]
        self.drawn.append(partial(_string, x=x * mm, y=(_HEIGHT - baseline) * mm, parts=parts, size=size))
        return super().write(x, baseline, text, face, size)

    def line(self, x1: float, y1: float, x2: float, y2: float, weight: float) -> None:
        ends = (x1 * mm, (_HEIGHT - y1) * mm, x2 * mm, (_HEIGHT - y2) * mm)
        self.drawn.append(partial(_line, ends=ends, weight=weight * mm))
        super().line(x1, y1, x2, y2, weight)

    def frame(self, x: float, y: float, w: float, h: float, *, weight: float, radius: float = 0) -> None:
        box = (x * mm, (_HEIGHT - y - h) * mm, w * mm, h * mm)
        self.drawn.append(partial(_frame, box=box, weight=weight * mm, radius=radius * mm))
        super().frame(x, y, w, h, weight=weight, radius=radius)

    def fill(self, x: float, y: float, w: float, h: float, radius: float = 0) -> None:
        box = (x * mm, (_HEIGHT - y - h) * mm, w * mm, h * mm)
        self.drawn.append(lambda canvas: canvas.rect(*box, stroke=0, fill=1))
        super().fill(x, y, w, h, radius)

    def modules(self, x: float, y: float, side: float, rows: Any) -> None:
        dark = [(column, row) for row, line in enumerate(rows, start=1) for column, each in enumerate(line) if each]
        code = " ".join([*(f"{column} {-row} 1 1 re" for column, row in dark), "f"])
        self.drawn.append(lambda canvas: canvas.addLiteral(code))
        super().modules(x, y, side, rows)

    def turn(self) -> None:
        self.drawn.append(lambda canvas: canvas.showPage())
        super().turn()


def _string(canvas: Any, x: float, y: float, parts: list[tuple[str, str]], size: float) -> None:
    for face, part in parts:
        canvas.setFont(face, size)
        canvas.drawString(x, y, part)


def _line(canvas: Any, ends: tuple[float, float, float, float], weight: float) -> None:
    canvas.setLineWidth(weight)
    canvas.line(*ends)


def _frame(canvas: Any, box: tuple[float, float, float, float], weight: float, radius: float) -> None:
    canvas.setLineWidth(weight)
    if radius:
        canvas.roundRect(*box, radius, stroke=1, fill=0)
    else:
        canvas.rect(*box, stroke=1, fill=0)


@contextmanager
def _in(room: ModuleType) -> Iterator[list[Stroke]]:
    """The room's press is exchanged for one that remembers."""
    _Recorded.drawn = []
    usual = vars(room)["Press"]
    vars(room)["Press"] = _Recorded
    try:
        yield _Recorded.drawn
    finally:
        vars(room)["Press"] = usual


def drawn(room: ModuleType, work: Callable[[], object]) -> list[Stroke]:
    """Everything that `work` draws on the press of `room`, in order."""
    with _in(room) as strokes:
        work()
    return strokes


def bare(strokes: list[Stroke]) -> bytes:
    """A PDF of nothing but these."""
    sink = BytesIO()
    canvas = Canvas(sink, pagesize=A4, invariant=1, pageCompression=1)
    for stroke in strokes:
        stroke(canvas)
    canvas.save()
    return sink.getvalue()
