"""What one rating of one's own has been: each answer with its time, the latest first; nothing is done here."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from smes_panel.model.assessment import RatingState
from ui.pages.evaluate.heading import heading
from ui.pages.evaluate.reading import given
from ui.theme import look
from ui.widgets.label import Label
from ui.wording import Tongue, dates
from ui.wording import evaluate as e
from ui.wording import own as w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smes_panel.queries.answers import Version

_ROOM = 150
_TOLD = {"Undo": w.UNDONE, "Redo": w.REDONE}


def said(tongue: Tongue, version: Version) -> str:
    """One version in one line: the level and its word, the comment, how many passages, and whether it was an undo."""
    answer, parts = version.answer, []
    if answer is None:
        parts.append(tongue(w.CLEARED))
    else:
        words = given(answer, tongue).words
        parts.append(f"{answer.level} {words}" if answer.level is not None else words)
        if answer.state is RatingState.NOT_RATED and answer.comment:
            parts.pop()
        if answer.comment:
            parts.append(tongue(e.PASSAGE_WORDS, words=answer.comment))
        if answer.passages:
            parts.append(tongue.counted(e.PASSAGES, len(answer.passages)))
    if version.gesture in _TOLD:
        parts.append(tongue(_TOLD[version.gesture]))
    return tongue(w.VERSION, when=dates.short(tongue, version.at), said=", ".join(parts))


@final
class History(QFrame):
    def __init__(self, tongue: Tongue, number: str, versions: Sequence[Version]) -> None:
        super().__init__()
        self.setObjectName("beside")
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(14), look().px(6), look().px(12), look().px(8))
        column.setSpacing(look().px(2))
        title = tongue(w.HISTORY, number=number)
        head, self.close_button = heading(title, "clock", tongue(w.CLOSE), "H")
        column.addLayout(head)
        lines = [said(tongue, one) for one in reversed(versions)] or [tongue(w.HISTORY_NONE)]
        leaf = QWidget()
        leaf.setObjectName("panel")
        inside = QVBoxLayout(leaf)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look().px(3))
        for place, line in enumerate(lines):
            inside.addWidget(Label(line, "dense", "ink" if place == 0 else "ink2", wrap=True))
        inside.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(title)
        self.area.setAccessibleDescription("; ".join(lines))
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(leaf)
        self.area.setFixedHeight(min(look().px(_ROOM), look().px(26) * max(2, len(lines))))
        column.addWidget(self.area)
