"""One's notes on a person as that person would read them, in place of the checklist: on paper, by key, for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.pages.evaluate.heading import heading
from ui.pages.evaluate.reading import given, label_of
from ui.theme import look
from ui.widgets.label import Label
from ui.wording import Tongue
from ui.wording import evaluate as e
from ui.wording import own as w

if TYPE_CHECKING:
    from smes_panel.queries.answers import NotesGiven

_RATES = (Qt.Key.Key_C, Qt.Key.Key_R, Qt.Key.Key_E, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Space: 5}


@final
class Access(QFrame):
    def __init__(self, tongue: Tongue, told: NotesGiven) -> None:
        super().__init__()
        self.setObjectName("beside")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tongue(w.ACCESS))
        self.setAccessibleDescription(tongue(w.ACCESS_SENTENCE))
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(14), look().px(6), look().px(12), look().px(8))
        column.setSpacing(look().px(6))
        head, self.close_button = heading(tongue(w.ACCESS), "eye", tongue(w.CLOSE), "V")
        column.addLayout(head)
        column.addWidget(Label(tongue(w.ACCESS_SENTENCE), "caption", "ink2", wrap=True))
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(_leaf(tongue, told))
        column.addWidget(self.area, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = Qt.Key(event.key()), self.area.verticalScrollBar()
        if key in _STEPS:
            bar.setValue(bar.value() + _STEPS[key] * look().px(48))
        elif key in _RATES or (event.text() and event.text() in "0123456789&é\"'(§à!"):
            # No criterion is to be seen here: none is rated.
            event.accept()
        else:
            event.ignore()


def _leaf(tongue: Tongue, told: NotesGiven) -> QWidget:
    leaf = QWidget()
    leaf.setObjectName("panel")
    column = QVBoxLayout(leaf)
    column.setContentsMargins(0, look().px(4), look().px(6), 0)
    column.setSpacing(look().px(2))
    pad = told.scratchpad.strip()
    if not told.notes and not pad:
        column.addWidget(Label(tongue(w.ACCESS_NONE), "dense", "ink2", wrap=True))
    else:
        column.addWidget(Label(tongue(w.WRITTEN_BY), "caption", "ink2", bold=True, wrap=True))
    if told.covered:
        column.addWidget(Label(tongue(w.COVERED), "caption", "ink2", wrap=True))
    stage = None
    for one in told.notes:
        if one.stage is not stage:
            stage = one.stage
            column.addSpacing(look().px(8))
            column.addWidget(Label(tongue(e.STAGES[stage]), "caption", "ink2", bold=True))
        words, level = given(one.answer, tongue).words, one.answer.level
        title = tongue(e.CRITERION, number=one.criterion.number, label=label_of(one.criterion, tongue))
        rated = f"{level} {words}" if level is not None else words
        column.addSpacing(look().px(6))
        column.addWidget(Label(title, "dense", bold=True, wrap=True))
        column.addWidget(Label(rated, "dense", wrap=True))
        if one.answer.comment:
            column.addWidget(Label(one.answer.comment, "dense", wrap=True))
        for passage in one.words:
            column.addWidget(Label(tongue(e.PASSAGE_WORDS, words=passage), "dense", "ink2", wrap=True))
    if pad:
        column.addSpacing(look().px(10))
        column.addWidget(Label(tongue(w.NOTES), "dense", bold=True))
        column.addWidget(Label(pad, "dense", wrap=True))
    column.addStretch(1)
    return leaf
