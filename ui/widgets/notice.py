"""A matter said in the screen concerned: what happened, what is kept, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.theme import look
from ui.widgets.label import Label
from ui.widgets.marks import Chip, Icon


@dataclass(frozen=True, slots=True)
class Matter:
    """A title and up to three parts, each a heading and a sentence. `grave` is what cannot be worked around; `state`
    says in words whether one can go on.
    """

    title: str
    parts: tuple[tuple[str, str], ...]
    picture: str
    grave: bool = False
    state: str = ""


class Notice(QFrame):
    """A matter on a card with its colour along the top edge."""

    def __init__(self, matter: Matter) -> None:
        super().__init__()
        self._matter = matter
        self.setObjectName("card")
        tone = "bad" if matter.grave else "warn"
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(16), look().px(14), look().px(16), look().px(14))
        column.setSpacing(look().px(2))
        head = QHBoxLayout()
        head.setSpacing(look().px(8))
        head.addWidget(Icon(matter.picture, tone, 19))
        head.addWidget(Label(matter.title, "h2", wrap=True), 1)
        column.addLayout(head)
        for heading, sentence in matter.parts:
            column.addSpacing(look().px(6))
            column.addWidget(Label(heading, "caption", "ink2", bold=True))
            column.addWidget(Label(sentence, "dense", wrap=True))
        if matter.state:
            column.addSpacing(look().px(10))
            column.addWidget(Chip(matter.state, tone))
        self.setAccessibleName(". ".join((matter.title, *(said for _, said in matter.parts))))

    def announce(self) -> None:
        """Have a screen reader say it now."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setClipRect(0, 0, self.width(), 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look().colour("badline" if self._matter.grave else "warnline"))
        painter.setBrush(painter.pen().color())
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, 8), 8, 8)
