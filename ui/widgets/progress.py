"""A long piece of work as one row: what is being done, how far it is, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy

from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.label import Elided, Label
from ui.widgets.marks import Icon


class Bar(QProgressBar):
    """How far work is; without a total, a bar that only says that something goes on."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(look().px(180), look().px(8))
        self.setRange(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        round_ = box.height() / 2
        painter.setBrush(look().colour("line"))
        painter.drawRoundedRect(box, round_, round_)
        span = self.maximum() - self.minimum()
        share = self.value() / span if span else 0.0
        if share:
            painter.setBrush(look().colour("accent"))
            painter.drawRoundedRect(QRectF(0, 0, max(box.height(), box.width() * share), box.height()), round_, round_)


class ProgressRow(QFrame):
    """Says *stopped()* when Cancel is pressed."""

    stopped = Signal()

    def __init__(self, words: str, cancel: str, picture: str = "clock") -> None:
        super().__init__()
        self.setObjectName("progress")
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(16), look().px(7), look().px(16), look().px(7))
        row.setSpacing(look().px(12))
        row.addWidget(Icon(picture, "accent", 17))
        title = Label(words, "body", bold=True)
        title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(title)
        self.bar = Bar(words)
        row.addWidget(self.bar)
        self.count = Label("", "dense", "ink2")
        row.addWidget(self.count)
        self.doing = Elided(role="dense", tone="ink2")
        row.addWidget(self.doing, 1)
        self.cancel = Button(cancel, small=True, picture="x")
        self.cancel.clicked.connect(self.stopped)
        row.addWidget(self.cancel)

    def show_step(self, n: int, total: int, count: str, doing: str) -> None:
        """Show how far it is, and what is being done."""
        self.bar.setRange(0, total)
        self.bar.setValue(min(n, total) if total else 0)
        self.count.setText(count)
        self.doing.say(doing)
