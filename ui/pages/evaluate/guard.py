"""The guard on words: under what is typed, a remark where it may speak of a protected criterion. It blocks nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor

from smes_panel.insight.guard import GROUNDS, INSTEAD, Hint, guarded
from ui.widgets.inplace import Prose
from ui.widgets.remark import Remark
from ui.widgets.slot import Slot
from ui.wording import Tongue
from ui.wording import own as w

PAUSE_MS = 700
"""Nobody is spoken to in the middle of a word."""


@final
class Guard(QObject):
    """Of one field, with which it goes. `is_quiet` says whether words were put away here; *quieted(words)* that they
    are now. *told()* that the remark came, changed or went.
    """

    quieted = Signal(str)
    told = Signal()

    def __init__(self, words: Prose, slot: Slot, tongue: Tongue, is_quiet: Callable[[str], bool]) -> None:
        super().__init__(words)
        self._words, self._slot, self._tongue, self._is_quiet = words, slot, tongue, is_quiet
        self.remark: Remark | None = None
        self._put = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look)
        words.textChanged.connect(self._pause.start)
        words.left.connect(self.look)
        self.look()

    def look(self) -> None:
        """Show the first thing to say of what stands there now; one at a time is enough."""
        self._pause.stop()
        text = self._words.typed()
        hint = next((one for one in guarded(text) if not self._is_quiet(self._as_put(text, one))), None)
        said = self._said(text, hint) if hint is not None else ""
        if said == (self.remark.said if self.remark is not None else ""):
            return
        self.remark, self._put = None, ""
        if hint is not None:
            remark = self.remark = Remark(said, self._tongue(w.KEEP), "W")
            self._put = self._as_put(text, hint)
            remark.put_away.connect(self.put_away)
            self._slot.show_one(remark)
            if self._words.hasFocus():
                remark.announce()
        self._slot.setVisible(self.remark is not None)
        self.told.emit()

    def put_away(self) -> None:
        """Say this no more of this text; whoever was at the button is at the field again."""
        if self.remark is None:
            return
        held = self.remark.button.hasFocus()
        self.quieted.emit(self._put)
        self.look()
        if held:
            self._words.setFocus(Qt.FocusReason.OtherFocusReason)
            self._words.moveCursor(QTextCursor.MoveOperation.End)

    @staticmethod
    def _as_put(text: str, hint: Hint) -> str:
        return f"{hint.ground.value} {text[hint.start : hint.end].casefold()}"

    def _said(self, text: str, hint: Hint) -> str:
        tongue = self._tongue
        word, what = text[hint.start : hint.end], tongue(GROUNDS[hint.ground])
        return tongue(w.GUARDED, word=word, what=what, instead=tongue(INSTEAD[hint.ground]))
