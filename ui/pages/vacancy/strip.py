"""What is asked in place, between the list and the details: the reason of a change, the name of something new."""

from __future__ import annotations

from typing import final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.inplace import Blank
from ui.widgets.label import Label
from ui.widgets.marks import Icon
from ui.wording import Tongue
from ui.wording import vacancy as w

_NARROW = 560


@final
class Strip(QFrame):
    """A question with its fields. Says *given* once all of them are filled in, *given_up* on Escape."""

    given = Signal()
    given_up = Signal()

    def __init__(self, tongue: Tongue, picture: str, question: str, names: tuple[str, ...], done: str) -> None:
        super().__init__()
        self.setObjectName("hint")
        self.setAccessibleName(question)
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(12), look().px(8), look().px(12), look().px(8))
        column.setSpacing(look().px(6))
        head = QHBoxLayout()
        head.setSpacing(look().px(8))
        head.addWidget(Icon(picture, "warn", 16), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(question, "dense", bold=True, wrap=True), 1)
        column.addLayout(head)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(look().px(8))
        fields, buttons = QHBoxLayout(), QHBoxLayout()
        fields.setSpacing(look().px(8))
        buttons.setSpacing(look().px(8))
        self.blanks = tuple(Blank(name) for name in names)
        for place, blank in enumerate(self.blanks):
            blank.setAccessibleDescription(question)
            blank.entered.connect(lambda place=place: self._go_on(place))
            blank.left.connect(self.given_up)
            fields.addWidget(blank, 1)
        ok = Button(done, "primary", small=True)
        ok.clicked.connect(lambda: self._go_on(0))
        no = Button(tongue(w.GIVE_UP), "quiet", small=True)
        no.clicked.connect(self.given_up)
        buttons.addWidget(ok)
        buttons.addWidget(no)
        buttons.addStretch(1)
        self._row.addLayout(fields, 1)
        self._row.addLayout(buttons)
        column.addLayout(self._row)

    def texts(self) -> tuple[str, ...]:
        return tuple(blank.text().strip() for blank in self.blanks)

    def fill(self, texts: tuple[str, ...]) -> None:
        """Put back what was typed before."""
        for blank, text in zip(self.blanks, texts, strict=False):
            blank.setText(text)

    def start(self) -> None:
        """Go to the first field that is empty."""
        empty = [blank for blank in self.blanks if not blank.text().strip()]
        (empty or list(self.blanks))[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self, place: int) -> None:
        waiting = [blank for blank in (*self.blanks[place:], *self.blanks[:place]) if not blank.text().strip()]
        if waiting:
            waiting[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.given.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < look().px(_NARROW)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


def nothing() -> QWidget:
    """What stands there when nothing is asked."""
    made = QWidget()
    made.setFixedHeight(0)
    return made
