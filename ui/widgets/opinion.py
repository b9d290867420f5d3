"""One person's opinion on a card: who, the level with its gauge and its word, what they wrote."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.theme import look
from ui.theme.painters import paint_gauge, paint_text
from ui.widgets.label import Elided, Label
from ui.widgets.marks import Drawn
from ui.widgets.scores import Score, paint_gap, paint_score

_LARGE = 130


class Initials(Drawn):
    """A person as initials in a circle."""

    def __init__(self, initials: str) -> None:
        super().__init__(look().px(26), look().px(26))
        self._initials = initials

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look().colour("accenttint"))
        painter.setPen(QPen(look().colour("accentline"), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawEllipse(box)
        font = look().font("rail", bold=True)
        font.setPointSizeF(font.pointSizeF() * 0.86)
        paint_text(painter, box, self._initials, font, "accent", Qt.AlignmentFlag.AlignHCenter)


class _Sign(Drawn):
    """The gauge of a level, or the sign of its absence."""

    def __init__(self, level: int | None, *, struck: bool, dotted: bool) -> None:
        super().__init__(look().px(16), look().px(16))
        self._level, self._struck, self._dotted = level, struck, dotted

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._level is not None:
            paint_gauge(painter, box, self._level)
        else:
            paint_gap(painter, box, struck=self._struck, dotted=self._dotted)


class OpinionCard(QFrame):
    """`level` is None where there is none, and `word` then says why. `later` are the versions that came after it."""

    def __init__(
        self,
        initials: str,
        name: str,
        word: str,
        comment: str,
        level: int | None = None,
        *,
        struck: bool = False,
        dotted: bool = False,
        quiet: bool = False,
        later: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, look().px(8), 0)
        column.setSpacing(look().px(5))
        head = QHBoxLayout()
        head.setSpacing(look().px(7))
        head.addWidget(Initials(initials))
        # Large text leaves no room for name and level side by side.
        large = look().scale >= _LARGE
        head.addWidget(Elided(name, "name") if large else Label(name, "name"))
        column.addLayout(head)
        given = QHBoxLayout() if large else head
        given.setSpacing(look().px(7))
        given.addWidget(_Sign(level, struck=struck, dotted=dotted))
        if level is not None:
            given.addWidget(Label(str(level), "name"))
        given.addWidget(Elided(word, "dense", "ink2"), 1)
        if large:
            column.addLayout(given)
        column.addWidget(Label(comment, "dense", "ink3" if quiet else "ink", wrap=True))
        for one in later:
            column.addWidget(Label(one, "dense", "ink2", wrap=True))
        column.addStretch(1)
        self.setAccessibleName(" ".join((f"{name}, {'' if level is None else f'{level} '}{word}. {comment}", *later)))


class Sample(Drawn):
    """A score in little, for a legend."""

    def __init__(self, score: Score, wide: int = 30) -> None:
        super().__init__(look().px(wide), look().px(18))
        self._score = score

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_score(painter, QRectF(self.rect()), self._score)
