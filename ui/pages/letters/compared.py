"""One letter's own text beside the template, paragraph by paragraph: what was taken out, what came in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from smes_panel.model.template import Altered
from ui.pages.letters.pieces import pieces
from ui.theme import look
from ui.widgets.chipped import Chip
from ui.widgets.label import Label
from ui.wording import Tongue
from ui.wording import texts as t


@final
class Compared(QScrollArea):
    """Paragraphs that are the same stand as they are; the others stand twice, one version below the other."""

    def __init__(self, tongue: Tongue, found: Sequence[Altered]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(tongue(t.COMPARE))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("panelPage")
        column = QVBoxLayout(inside)
        column.setContentsMargins(look().px(16), look().px(12), look().px(16), look().px(12))
        column.setSpacing(look().px(8))
        if all(one.same for one in found):
            column.addWidget(Label(tongue(t.SAME), "body", "ink2", wrap=True))
        for one in found:
            if one.same:
                column.addWidget(Label(_words(tongue, one.after), "dense", "ink2", wrap=True))
            else:
                column.addWidget(_both(tongue, one))
        column.addStretch(1)
        self.setWidget(inside)


def _both(tongue: Tongue, one: Altered) -> QWidget:
    whole = QFrame()
    whole.setObjectName("quote")
    column = QVBoxLayout(whole)
    column.setContentsMargins(look().px(10), look().px(6), look().px(10), look().px(8))
    column.setSpacing(look().px(2))
    for heading, words, new in ((t.IN_TEMPLATE, one.before, False), (t.IN_LETTER, one.after, True)):
        column.addWidget(Label(tongue(heading), "caption", "ink2"))
        said = Label(_words(tongue, words) or tongue(t.LEFT_OUT if new else t.NOT_THERE), "dense", "ink", wrap=True)
        if words:
            font = said.font()
            font.setStrikeOut(not new)
            font.setBold(new)
            said.setFont(font)
        column.addWidget(said)
    return whole


def _words(tongue: Tongue, text: str) -> str:
    return "".join(f"[{one.words}]" if isinstance(one, Chip) else one for one in pieces(tongue, text))
