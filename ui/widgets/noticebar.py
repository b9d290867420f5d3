"""The notice bar: what concerns the whole window, said above the status bar until it is read or settled."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.marks import Icon


class NoticeBar(QFrame):
    """A title, sentences, at most one action, and the way to close it; says *acted()* and *closed()*."""

    acted = Signal()
    closed = Signal()

    def __init__(self, title: str, said: str, close: str, picture: str, tone: str, action: str = "") -> None:
        super().__init__()
        self.setObjectName(f"{tone}Bar")
        self.said, self._tone = said, tone
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(16), look().px(9), look().px(10), look().px(9))
        row.setSpacing(look().px(12))
        row.addWidget(Icon(picture, tone, 19), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(look().px(1))
        words.addWidget(Label(title, "name", wrap=True))
        if said:
            words.addWidget(Label(said, "dense", wrap=True))
        row.addLayout(words, 1)
        if action:
            act = self.action = Button(action, small=True)
            act.clicked.connect(self.acted)
            row.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
        shut = self.shut = Button(close, "quiet", small=True, picture="x")
        shut.clicked.connect(self.closed)
        row.addWidget(shut, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(". ".join(filter(None, (title, said))))

    def announce(self) -> None:
        """Have a screen reader say it now."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        edge = look().colour({"bad": "badline", "warn": "warnline"}.get(self._tone, "accentline"))
        QPainter(self).fillRect(0, 0, self.width(), 2, edge)
