"""An empty place: a title, a sentence, an action. Never blame, never a dead end."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import look
from ui.theme.icons import paint_icon
from ui.widgets.label import Label
from ui.widgets.marks import Drawn


class _Picture(Drawn):
    def __init__(self, picture: str) -> None:
        super().__init__(look().px(64), look().px(64))
        self._picture = picture

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self._picture, QRectF(self.rect()), "ink3", 0.9)


class Empty(QWidget):
    def __init__(self, picture: str, title: str, sentence: str, actions: tuple[QWidget, ...] = ()) -> None:
        super().__init__()
        self.setObjectName("panelPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setSpacing(look().px(8))
        column.addStretch(2)
        column.addWidget(_Picture(picture), 0, Qt.AlignmentFlag.AlignHCenter)
        heading = Label(title, "h2", wrap=True)
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(heading)
        said = Label(sentence, "body", "ink2", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        said.setFixedWidth(look().px(460))
        said.setFixedHeight(said.heightForWidth(look().px(460)))
        column.addWidget(said, 0, Qt.AlignmentFlag.AlignHCenter)
        if actions:
            row = QHBoxLayout()
            row.addStretch(1)
            for action in actions:
                row.addWidget(action)
            row.addStretch(1)
            column.addSpacing(look().px(4))
            column.addLayout(row)
        column.addStretch(3)
        self.setAccessibleName(f"{title} {sentence}")
