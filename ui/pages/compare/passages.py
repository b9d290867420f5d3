"""The passages that colleagues rest their opinions on one cell on, under the opinions themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.pages.compare.reading import Table
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.wording import insight as i

_HEIGHT = 96


@final
class Passages(QFrame):
    """One line that says how many there are; unfolded, each with whose it is and where. Says *turned(shown)*."""

    turned = Signal(bool)

    def __init__(self, table: Table, key: str, code: str, documents: Mapping[str, str], *, shown: bool) -> None:
        super().__init__()
        self.setObjectName("panel")
        tongue = table.tongue
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(14), 0, look().px(14), look().px(6))
        column.setSpacing(look().px(4))
        self.said = [
            (
                tongue(
                    i.PASSAGE_OF,
                    name=member.name,
                    document=documents.get(one.document, tongue(i.GONE_DOCUMENT)),
                    page=one.page,
                ),
                one.words or tongue(i.DRAWN),
            )
            for member in table.members
            for one in table.answer(key, code, member.name).passages
        ]
        head = QHBoxLayout()
        if self.said:
            self.button = Button(tongue(i.READ_PASSAGES, n=len(self.said)), small=True, picture="highlighter", key="P")
            self.button.setAccessibleName(self.button.text())
            self.button.clicked.connect(lambda: self.turned.emit(not shown))
            head.addWidget(self.button)
        else:
            head.addWidget(Label(tongue(i.NO_PASSAGES), "caption", "ink2"))
        head.addStretch(1)
        column.addLayout(head)
        if self.said and shown:
            column.addWidget(self._list(tongue(i.PASSAGES)))

    def _list(self, name: str) -> QScrollArea:
        scroll, inside = QScrollArea(), QWidget()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFixedHeight(look().px(_HEIGHT))
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        scroll.setAccessibleName(name)
        inside.setObjectName("panel")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look().px(3))
        for where, words in self.said:
            lines.addWidget(Label(where, "caption", "ink2"))
            lines.addWidget(Label(words, "dense", wrap=True))
        lines.addStretch(1)
        scroll.setWidget(inside)
        return scroll
