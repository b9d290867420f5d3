"""The posting's text as it came, where each criterion has its own passage: one goes there from it, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from ui.theme import look

if TYPE_CHECKING:
    from smes_panel.model.vacancy import Criterion


@final
class Original(QPlainTextEdit):
    """Says *picked(code)* when one clicks in the passage of a criterion or presses Enter there."""

    picked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFont(look().font("dense"))
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(look().px(16))
        self._text: str | None = None
        self._wordings: tuple[tuple[str, str], ...] = ()
        self._places: dict[str, tuple[int, int]] = {}
        self._marked = ""

    def show_text(self, text: str, criteria: tuple[Criterion, ...]) -> None:
        """Show the posting's text; each of its own criteria is looked for where the posting has it."""
        # In the posting's order, wherever the panel moved them: the numbers were given in it.
        own = sorted((one for one in criteria if not one.added), key=lambda one: one.code)
        wordings = tuple((one.code, one.wording) for one in own)
        if (text, wordings) == (self._text, self._wordings):
            return
        if text != self._text:
            # Qt takes every kind of line's end for one sign; so do the places.
            self.setPlainText(_lines(text))
        self._text, self._wordings = text, wordings
        from smes_panel.intake.posting import places_of

        found = places_of(_lines(text), [wording for _, wording in wordings])
        self._places = {code: place for (code, _), place in zip(wordings, found, strict=True) if place is not None}
        self.mark(self._marked)

    def mark(self, code: str) -> None:
        """Lay the highlighter over the passage of a criterion, and stand there."""
        self._marked = code
        chosen = []
        if code in self._places:
            first, last = self._places[code]
            passage = QTextEdit.ExtraSelection()
            cursor = self._at(first)
            cursor.setPosition(_wide(self._text or "", last), QTextCursor.MoveMode.KeepAnchor)
            passage.cursor = cursor
            passage.format.setBackground(look().colour("ev"))
            passage.format.setForeground(look().colour("evink"))
            chosen.append(passage)
            if self.pointed() != code:
                self.setTextCursor(self._at(first))
                self.centerCursor()
        self.setExtraSelections(chosen)

    def pointed(self) -> str:
        """The criterion in whose passage the cursor stands; none where it stands in no passage."""
        text, place = self._text or "", self.textCursor().position()
        around = (
            code for code, (first, last) in self._places.items() if _wide(text, first) <= place <= _wide(text, last)
        )
        return next(around, "")

    def _at(self, place: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(_wide(self._text or "", place))
        return cursor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(self.pointed())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection() and (code := self.pointed()):
            self.picked.emit(code)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wide(text: str, place: int) -> int:
    """A place as Qt counts: a sign beyond the first plane is two."""
    return place + sum(1 for sign in _lines(text)[:place] if sign > "\uffff")
