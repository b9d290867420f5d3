"""What is pointed at on the pages: selected by mouse or sentence by sentence, and the passages marked there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.reader import cursor
from ui.widgets.reader.marks import Mark, tabs
from ui.widgets.reader.selection import Piece
from ui.widgets.reader.sheaf import Frame
from ui.widgets.reader.source import Box
from ui.widgets.reader.view import LINE, Leafed

_FRAMED = 900
_WIDE = 12.0


class Pointed(Leafed):
    """The part of a reader that knows what lies under the pointer and the cursor, and nothing of how it is painted."""

    selected = Signal()
    """The selection is another; `selected_text` says it."""

    tabbed = Signal(str)
    """The tab of a mark was clicked."""

    lettered = Signal()
    """More letters are known: what was lost may be found."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._pressed = 0.0
        self._marks: tuple[Mark, ...] = ()
        self._framed: Mark | None = None
        self._step: tuple[int, int, bool] | None = None
        self._wanted_mark: Mark | None = None
        self._framing = QTimer(self)
        self._framing.setSingleShot(True)
        self._framing.setInterval(_FRAMED)
        self._framing.timeout.connect(self._unframe)

    def _wish(self) -> None:
        """Ask for what is needed now."""
        raise NotImplementedError

    def _forget(self) -> None:
        """Another document: nothing is marked or on its way any more."""
        self._marks, self._framed, self._step, self._wanted_mark = (), None, None, None

    def _catch_up(self, page: int | None = None) -> None:
        """What waited for the letters of a page, or for the pages, goes on."""
        if self._step is not None and page == self._step[0]:
            self.step_sentence(self._step[1], extend=self._step[2])
        if self._wanted_mark is not None and page in (None, self._wanted_mark.page):
            self.go_to_mark(self._wanted_mark)

    def _show(self, page: int, strokes: list[Box]) -> None:
        """Bring some boxes of a page into view, or its top where there are none."""
        frame = self._sheaf.frames[page]
        if not strokes:
            self.go_to_page(page + 1)
            return
        left, top = frame.on_desk(strokes[0][0], strokes[0][1])
        right, bottom = frame.on_desk(strokes[0][2], strokes[-1][3])
        down, aside, view = self.verticalScrollBar(), self.horizontalScrollBar(), self.viewport()
        if top < down.value() + LINE or bottom > down.value() + view.height() - LINE:
            down.setValue(round(top - view.height() / 3))
        if left < aside.value() or right > aside.value() + view.width():
            aside.setValue(round(left - view.width() / 3))

    def step_sentence(self, by: int, *, extend: bool = False) -> None:
        """Take the next sentence, or the one before; `extend` adds it to what is taken."""
        frame = self._frame()
        if frame is None:
            return
        shift = self.verticalScrollBar().value()
        height = frame.on_page(0, max(shift, frame.top))[1]
        lacking = cursor.step(self._known, frame.page, height, by, extend=extend)
        self._step = None if lacking is None else (lacking, by, extend)
        if lacking is not None:
            self.go_to_page(lacking + 1)
        elif (ends := self._known.selection.ends) is not None:
            page = ends[1 if by > 0 else 0][0]
            self._show(page, self._selected_on(page))
        self._wish()
        self._selection_moved()

    def _selected_on(self, page: int) -> list[Box]:
        letters = self._known.letters.get(page)
        if letters is None:
            return []
        if letters.text.strip():
            part = self._known.selection.on(page, len(letters.text))
            return letters.strokes(*part) if part else []
        part = self._known.selection.on(page, cursor.BANDS)
        return [cursor.band(self._known.sizes[page], *part, self._known.selection.sides)] if part else []

    def pieces(self) -> list[Piece]:
        """What is selected, page by page."""
        found = []
        for page in sorted(self._known.letters):
            text = self._known.letters[page].text
            part = self._known.selection.on(page, len(text) if text.strip() else cursor.BANDS)
            if part:
                found.append(Piece(page, text, *part, tuple(self._selected_on(page))))
        return found

    def select_nothing(self) -> None:
        """Let go of what is selected; the next sentence is the one after it."""
        ends = self._known.selection.ends
        self._known.selection.begin(ends[1] if ends is not None else None)
        self._selection_moved()

    def selection_box(self) -> QRectF | None:
        """Where the end of the selection lies in the view; None where it is out of it."""
        ends = self._known.selection.ends
        strokes = self._selected_on(ends[1][0]) if ends is not None else []
        if ends is None or not strokes:
            return None
        frame, shift = self._sheaf.frames[ends[1][0]], self._shift()
        left, top = frame.on_desk(strokes[-1][0], strokes[-1][1])
        right, bottom = frame.on_desk(strokes[-1][2], strokes[-1][3])
        box = QRectF(left - shift.x(), top - shift.y(), right - left, bottom - top)
        return box if box.intersects(QRectF(self.viewport().rect())) else None

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Mark these passages of the document."""
        self._marks = tuple(marks)
        self.viewport().update()

    def go_to_mark(self, mark: Mark) -> None:
        """Bring a marked passage into view and frame it for a moment, as soon as its page is known."""
        if not 0 <= mark.page < self.pages:
            self._wanted_mark = mark
            return
        letters = self._known.letters.get(mark.page)
        self._wanted_mark = mark if mark.where is not None and letters is None else None
        self._show(mark.page, mark.strokes(letters))
        self._framed = mark
        self._framing.start()
        self._wish()
        self.viewport().update()

    def _unframe(self) -> None:
        self._framed = None
        self.viewport().update()

    def lost(self, mark: Mark) -> bool:
        """Whether a mark is not on its page any more, as far as is known."""
        known = self._known.letters.get(mark.page)
        return mark.where is not None and known is not None and not mark.strokes(known)

    def _on(self, frame: Frame) -> list[tuple[Mark, list[Box]]]:
        letters = self._known.letters.get(frame.page)
        return [(mark, mark.strokes(letters)) for mark in self._marks if mark.page == frame.page]

    # Events

    def _sign_at(self, at: QPointF) -> tuple[int, int] | None:
        """The page and the place between its letters that are nearest to a point of the view."""
        point = at + self._shift()
        frame = self._sheaf.at(point.y())
        letters = self._known.letters.get(frame.page) if frame else None
        if frame is None or letters is None:
            return None
        if not letters.text.strip():
            down = frame.on_page(point.x(), point.y())[1] / frame.size[1]
            return frame.page, max(0, min(cursor.BANDS, round(down * cursor.BANDS)))
        sign = letters.at(*frame.on_page(point.x(), point.y()))
        return None if sign is None else (frame.page, sign)

    def _across(self, at: QPointF) -> float:
        """How far across its page a point of the view lies, in points."""
        point = at + self._shift()
        frame = self._sheaf.at(point.y())
        return 0.0 if frame is None else max(0.0, min(frame.size[0], frame.on_page(point.x(), point.y())[0]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            for frame in self._in_view():
                shift = self._shift()
                box = QRectF(frame.left - shift.x(), frame.top - shift.y(), frame.width, frame.height)
                for mark, tab in tabs(box, frame, self._on(frame)):
                    if tab.contains(event.position()):
                        self.tabbed.emit(mark.name)
                        return
            self._known.selection.begin(self._sign_at(event.position()))
            self._pressed = self._across(event.position())
            self._selection_moved()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            # Beyond the edge it scrolls, so that a selection reaches further than the view.
            beyond = event.position().y() - self.viewport().height()
            if beyond > 0 or event.position().y() < 0:
                self.scroll_line(1 if beyond > 0 else -1)
            self._known.selection.reach(self._sign_at(event.position()))
            first, last = sorted((self._pressed, self._across(event.position())))
            self._known.selection.sides = (first, last) if last - first > _WIDE else None
            self._selection_moved()
        else:
            written = self._known.letters.get(self.page - 1)
            arrow, beam = Qt.CursorShape.ArrowCursor, Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(beam if written and written.text else arrow)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self._sign_at(event.position())
        if at is not None and at[0] in self._known.letters:
            first, last = self._known.letters[at[0]].word(at[1])
            self._known.selection.take(at[0], first, last)
            self._selection_moved()

    def _selection_moved(self) -> None:
        self.viewport().update()
        self.selected.emit()
