"""The letter in the making: which kind it is, and either its fields or its text."""

from __future__ import annotations

from functools import partial
from typing import final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from smes_panel.model.decision import LetterKind
from ui.pages.letters.person import PersonLetter
from ui.pages.letters.text import TextPane
from ui.theme import look
from ui.widgets.button import Button, Segments
from ui.widgets.flow import Flow
from ui.wording import Tongue
from ui.wording import letters as w
from ui.wording import texts as t


@final
class Making(QFrame):
    """Says *picked(kind)*, *turned(whether the text is shown)*."""

    picked = Signal(object)
    turned = Signal(bool)

    def __init__(self, tongue: Tongue, person: PersonLetter, text: TextPane, *, at_text: bool) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._tongue = tongue
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        strip = QFrame()
        strip.setObjectName("strip")
        row = Flow(strip, 8, 44)
        row.setContentsMargins(look().px(12), 0, look().px(12), 0)
        self.kind = Button("", small=True, picture="chevron-down")
        self.kind.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        menu = QMenu(self.kind)
        for kind in LetterKind:
            menu.addAction(tongue(w.KINDS[kind]), partial(self.picked.emit, kind))
        self.kind.setMenu(menu)
        self.kind.setAccessibleDescription(tongue(t.KIND))
        self.which = Segments((tongue(t.FIELDS), tongue(t.TEXT)), int(at_text), tongue(t.SHOWN))
        self.which.chosen.connect(lambda place: self.turned.emit(bool(place)))
        row.addWidget(self.kind)
        row.addWidget(self.which)
        column.addWidget(strip)
        self._stack = QStackedWidget()
        self._person, self._text, self._nobody = person, text, QWidget()
        for part in (person, text, self._nobody):
            self._stack.addWidget(part)
        self._at_text, self._somebody = at_text, True
        column.addWidget(self._stack, 1)
        self.show_text(at_text)

    def show_kind(self, kind: LetterKind | None, *, somebody: bool) -> None:
        """Name the kind of the letter shown, and whether it is to somebody."""
        self._somebody = somebody
        self.show_text(self._at_text)
        self.kind.setText(self._tongue(w.KINDS[kind] if kind else t.KIND))

    def show_text(self, shown: bool) -> None:
        self._at_text = shown
        fields = self._person if self._somebody else self._nobody
        self._stack.setCurrentWidget(self._text if shown else fields)
        self.which.choose(int(shown))
