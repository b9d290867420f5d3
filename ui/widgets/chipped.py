"""Text with chips in it: a word of another order, set among the others, that goes and comes whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Literal

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QToolTip

from ui.theme import look
from ui.theme.tokens import tokens
from ui.widgets.inplace import Settle
from ui.widgets.label import tip

_RAW, _LABEL, _ONE, _HELP, _TONE = (QTextFormat.Property.UserProperty.value + place for place in range(1, 6))
_NBSP = "\N{NO-BREAK SPACE}"
_ZERO = "\N{ZERO WIDTH SPACE}"
_APART = 5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TONES = {"field": ("accent", "accenttint", "accentline"), "mark": ("ink2", "sunken", "line2")}


@dataclass(frozen=True, slots=True)
class Chip:
    """What stands for `raw` in the text: `words` as they are read, `help_` when one points at them."""

    raw: str
    words: str
    help_: str = ""
    tone: Literal["field", "mark"] = "field"


Pieces = Callable[[str], list[str | Chip]]
"""Takes a text apart into words and chips; their raw texts in a row are that text."""


@dataclass(frozen=True, slots=True)
class _Set:
    """Where a chip is set: from one place of the document to another."""

    start: int
    end: int
    raw: str
    label: str


class Chipped(QTextEdit):
    """Says *typed* at each sign and *left* on Escape; hands over what was written on leaving it, or on Ctrl and Enter.

    A chip is text of the document, so that it is read, wrapped and undone as text is; but no cursor stops inside one,
    and one key takes it whole.
    """

    typed = Signal()
    left = Signal()

    def __init__(self, name: str, pieces: Pieces, settle: Settle) -> None:
        super().__init__()
        self._pieces, self._settle = pieces, settle
        self._shown, self._waiting = "", ""
        self._was, self._numbers, self._busy = 0, count(1), False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFont(look().font("body"))
        self.setProperty("chipped", True)
        self.document().setDocumentMargin(look().px(14))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cursorPositionChanged.connect(self._snap)
        self.selectionChanged.connect(self._snap)
        self.document().contentsChanged.connect(self._whole_chips)

    # What is shown, what is written

    def show_text(self, text: str, *, force: bool = False) -> None:
        """Show what stands; what is being written stays, unless forced."""
        kept = self.pending and not force
        self._shown = text
        if not kept and (force or self.text() != text):
            self._waiting = ""
            self.write(text)
            self.document().clearUndoRedoStacks()

    def write(self, text: str) -> None:
        """Have this text there in place of what is, as somebody who types it."""
        at = self.textCursor().position()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        self._insert(cursor, text)
        cursor.select(QTextCursor.SelectionType.Document)
        apart = QTextBlockFormat()
        apart.setLineHeight(look().px(_APART), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        cursor.mergeBlockFormat(apart)
        cursor.endEditBlock()
        cursor.setPosition(min(at, self._last()))
        self.setTextCursor(cursor)

    def text(self) -> str:
        """What is written, chips as they are raw."""
        return self._raw(0, self._last())

    @property
    def pending(self) -> bool:
        """Whether something is written that was not taken yet."""
        return self.text() != self._shown

    def commit(self) -> None:
        """Hand over what was written, once."""
        text = self.text()
        if text in (self._shown, self._waiting):
            return
        # Asking may take the focus elsewhere, which would ask again.
        self._waiting = text
        if self._settle(text):
            self.show_text(self._shown, force=True)

    def spring_back(self) -> None:
        """Show what stands again."""
        self.show_text(self._shown, force=True)
        self.typed.emit()

    def insert(self, chip: Chip) -> None:
        """Set a chip where the cursor is."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.insertText(_label(chip), self._format(chip))
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self._snap()

    # The chips of the document

    def _format(self, chip: Chip) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setProperty(_RAW, chip.raw)
        form.setProperty(_LABEL, _label(chip))
        form.setProperty(_ONE, next(self._numbers))
        form.setProperty(_HELP, chip.help_)
        form.setProperty(_TONE, chip.tone)
        form.setForeground(look().colour(_TONES[chip.tone][0]))
        form.setFontWeight(QFont.Weight.DemiBold if chip.tone == "field" else QFont.Weight.Normal)
        return form

    def _insert(self, cursor: QTextCursor, text: str) -> None:
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for piece in self._pieces(text.replace("\r\n", "\n").replace("\r", "\n")):
            if isinstance(piece, Chip):
                cursor.insertText(_label(piece), self._format(piece))
            else:
                cursor.insertText(piece, QTextCharFormat())
        cursor.endEditBlock()

    def _fragments(self) -> Iterator[tuple[int, int, QTextCharFormat]]:
        block = self.document().begin()
        while block.isValid():
            inside = block.begin()
            while not inside.atEnd():
                fragment = inside.fragment()
                start = fragment.position()
                yield start, start + fragment.length(), fragment.charFormat()
                inside += 1
            block = block.next()

    def _found(self) -> list[_Set]:
        """Where each chip is set, in the order of the text."""
        found: list[_Set] = []
        one: object = None
        for start, end, form in self._fragments():
            number = form.property(_ONE)
            if number is not None and number == one and found[-1].end == start:
                found[-1] = replace(found[-1], end=end)
            elif number is not None:
                found.append(_Set(start, end, str(form.property(_RAW)), str(form.property(_LABEL))))
            one = number
        return found

    def chips(self) -> tuple[str, ...]:
        """What stands in chips, raw, in the order of the text."""
        return tuple(one.raw for one in self._found())

    def _around(self, place: int) -> _Set | None:
        return next((one for one in self._found() if one.start < place < one.end), None)

    def _raw(self, start: int, end: int) -> str:
        """The text from one place to another. Not toPlainText(): that takes no-break spaces for ordinary ones."""
        whole = _places(self.document().toRawText())
        said, at = "", start
        for one in self._found():
            if one.start >= start and one.end <= end:
                said += _plain(whole, at, one.start) + one.raw
                at = one.end
        return said + _plain(whole, at, end)

    def _last(self) -> int:
        return self.document().characterCount() - 1

    def _snap(self) -> None:
        """No cursor stands inside a chip, and no selection begins or ends in one."""
        if self._busy:
            return
        cursor = self.textCursor()
        place, anchor = cursor.position(), cursor.anchor()
        went = place - self._was
        if place != anchor:
            if inside := self._around(place):
                place = inside.end if went > 0 else inside.start
            if inside := self._around(anchor):
                anchor = inside.start if anchor <= place else inside.end
        elif inside := self._around(place):
            pointed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
            nearer = inside.start if place - inside.start < inside.end - place else inside.end
            place = anchor = nearer if pointed else inside.end if went > 0 else inside.start
        self._was = place
        self._busy = True
        if (anchor, place) != (cursor.anchor(), cursor.position()):
            cursor.setPosition(anchor)
            cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        if anchor == place:
            # What is typed beside a chip is no part of it.
            self.setCurrentCharFormat(QTextCharFormat())
        self._busy = False

    def _whole_chips(self) -> None:
        """What a way of typing that is not ours left of a chip goes; what it put into one is plain text."""
        if self._busy:
            return
        self._busy = True
        whole = _places(self.document().toRawText())
        for one in reversed(self._found()):
            said = _cut(whole, one.start, one.end)
            if said == one.label:
                continue
            cursor = QTextCursor(self.document())
            cursor.joinPreviousEditBlock()
            at = said.find(one.label)
            begins = one.start + len(_places(said[: max(at, 0)])) // 2
            ends = begins + len(_places(one.label)) // 2
            for first, last in ((ends, one.end), (one.start, begins)) if at >= 0 else ():
                cursor.setPosition(first)
                cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(QTextCharFormat())
            if at < 0:
                cursor.setPosition(one.start)
                cursor.setPosition(one.end, QTextCursor.MoveMode.KeepAnchor)
                cursor.removeSelectedText()
            cursor.endEditBlock()
        self._busy = False
        self.typed.emit()

    # Qt's own

    def createMimeDataFromSelection(self) -> QMimeData:
        copied = QMimeData()
        cursor = self.textCursor()
        copied.setText(self._raw(cursor.selectionStart(), cursor.selectionEnd()))
        return copied

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            cursor = self.textCursor()
            self._insert(cursor, source.text())
            self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            form = self.cursorForPosition(event.pos()).charFormat()
            QToolTip.showText(event.globalPos(), tip(str(form.property(_HELP) or "")), self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (ctrl and event.key() in _ENTER):
            # Whoever asks again is answered again.
            self._waiting = ""
            self.commit()
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not cursor.hasSelection():
            back = event.key() == Qt.Key.Key_Backspace
            at = cursor.position()
            beside = next((one for one in self._found() if (one.end if back else one.start) == at), None)
            if beside is None:
                super().keyPressEvent(event)
                return
            self._busy = True
            cursor.setPosition(beside.start)
            cursor.setPosition(beside.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            self.setTextCursor(cursor)
            self._busy = False
            self._snap()
            self.typed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.commit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = tokens().radius["chip"]
        for box, tone in self._boxes(QRectF(event.rect())):
            _, ground, edge = _TONES[tone]
            painter.setBrush(look().colour(ground))
            painter.setPen(QPen(look().colour(edge), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()
        super().paintEvent(event)

    def _boxes(self, seen: QRectF) -> Iterator[tuple[QRectF, str]]:
        """Where the chips in view stand, each with its tone: one box for each line that a chip is on."""
        shift = -self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        for start, end, form in self._fragments():
            if form.property(_ONE) is None:
                continue
            block = self.document().findBlock(start)
            corner = layout.blockBoundingRect(block).topLeft()
            lines = block.layout()
            first = lines.lineForTextPosition(start - block.position()).lineNumber()
            last = lines.lineForTextPosition(end - 1 - block.position()).lineNumber()
            for number in range(first, last + 1):
                line = lines.lineAt(number)
                ends = (max(start - block.position(), line.textStart()), end - block.position())
                left, right = (_across(line.cursorToX(one)) for one in ends)
                if right - left < 2:
                    continue  # the line ended before it
                box = QRectF(corner.x() + left, corner.y() + line.y() + shift, right - left, line.height())
                box = box.adjusted(1.5, -1.5, -1.5, 1.5)
                if box.intersects(seen):
                    yield box, str(form.property(_TONE))


def _across(found: object) -> float:
    # PySide answers the place and the position it took.
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]


def _label(chip: Chip) -> str:
    """A chip's words in the text: they have room at both ends, a line may end before them and never inside them."""
    return f"{_ZERO}{_NBSP}{chip.words.replace(' ', _NBSP)}{_NBSP}"


def _places(text: str) -> bytes:
    """A text by Qt's places, two bytes each: a sign beyond the first plane takes two of them."""
    return text.encode("utf-16-le", "surrogatepass")


def _cut(whole: bytes, start: int, end: int) -> str:
    return whole[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def _plain(whole: bytes, start: int, end: int) -> str:
    return _cut(whole, start, end).replace("\u2029", "\n").replace("\u2028", "\n")
