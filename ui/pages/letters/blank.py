"""One blank of a letter, filled where it stands: read as one leaves it, and what cannot be read is said under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smes_panel.errors import BadInput
from smes_panel.model.placeholder import PLACEHOLDERS, Fill, read
from ui.theme import look
from ui.widgets.inplace import Choice, Line
from ui.widgets.label import Label, tip
from ui.wording import Tongue
from ui.wording import letters as w

Keep = Callable[[str, str], bool]
"""Takes a field's name and what was typed; False where it was refused."""

_CHOSEN = (Fill.FLAG, Fill.CHOICE)


def label(tongue: Tongue, name: str) -> str:
    """What a field is called over its place."""
    said = tongue(w.NAMES[name])
    return said[:1].upper() + said[1:]


def why_not(tongue: Tongue, name: str, typed: str) -> str:
    """Why what was typed for a field cannot be read, and what is expected; empty where it can."""
    placeholder = PLACEHOLDERS[name]
    if not typed.strip():
        return ""
    try:
        read(placeholder, typed)
    except BadInput:
        return tongue(w.BAD.get(placeholder.kind, w.BAD_DAY), typed=typed.strip()[:40])
    return ""


@final
class Blank(QWidget):
    """Says *left* when one leaves it for the list, *typed* whenever it shows something else."""

    left = Signal()
    typed = Signal(str)

    def __init__(self, name: str, tongue: Tongue, keep: Keep) -> None:
        super().__init__()
        self.name, self._tongue, self._keep = name, tongue, keep
        self._placeholder = PLACEHOLDERS[name]
        self._said = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(2))
        self.line: Line | None = None
        self.choice: Choice | None = None
        help_ = tongue(self._placeholder.words)
        if self._placeholder.kind in _CHOSEN:
            words = (w.YES, w.NO) if self._placeholder.kind is Fill.FLAG else tuple(w.CONTRACTS.values())
            self.choice = Choice(tuple(tongue(one) for one in words), label(tongue, name))
            self.choice.chosen.connect(self._chose)
            self.choice.setToolTip(tip(help_))
            column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.line = Line(label(tongue, name), self._settle, "body", framed=True)
            self.line.setToolTip(tip(help_))
            self.line.left.connect(self.left)
            self.line.textEdited.connect(lambda: self._show_error(""))
            self.line.textChanged.connect(self.typed)
            column.addWidget(self.line)
        self.error = Label("", "caption", "bad", wrap=True)
        self.error.hide()
        column.addWidget(self.error)

    def show_value(self, said: str, hint: str, *, lacking: bool, force: bool) -> None:
        """Show what was typed, or `hint` for what holds without it; a letter that is `lacking` it marks it."""
        self._said = said
        if self.choice is not None:
            self.choice.show_choice(self._place(said or hint))
            return
        assert self.line is not None
        self.line.show_text(said, hint, force=force)
        if self.line.property("wanted") != lacking:
            self.line.setProperty("wanted", lacking)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)
        if force or not self.pending:
            self._show_error("")

    @property
    def pending(self) -> str:
        """What is typed and not kept yet; empty where nothing is."""
        return self.line.text() if self.line is not None and self.line.text() != self._said else ""

    def go_there(self) -> None:
        """Put the focus into it."""
        if self.line is not None:
            self.line.edit()
        elif self.choice is not None:
            self.choice.enter()

    def commit(self) -> None:
        if self.line is not None:
            self.line.commit()

    def _place(self, said: str) -> int | None:
        if self._placeholder.kind is Fill.CHOICE:
            return self._placeholder.choices.index(said) if said in self._placeholder.choices else None
        try:
            return None if not said else 0 if read(self._placeholder, said) else 1
        except BadInput:
            return None

    def _chose(self, place: int) -> None:
        answers = self._placeholder.choices or ("yes", "no")
        self._keep(self.name, answers[place])

    def _settle(self, typed: str) -> bool:
        wrong = why_not(self._tongue, self.name, typed)
        self._show_error(wrong)
        return not wrong and self._keep(self.name, typed)

    def _show_error(self, words: str) -> None:
        self.error.setText(words)
        self.error.setVisible(bool(words))
        if self.line is not None:
            self.line.setAccessibleDescription(words or self._tongue(self._placeholder.words))
