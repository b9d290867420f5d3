"""The reader: a scroll area of pages. What it shows it asks for, and paints what has come."""

from __future__ import annotations

from collections.abc import Callable
from typing import final

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from ui.theme import look
from ui.theme.ring import draw_ring
from ui.widgets.reader import painting, spoken
from ui.widgets.reader.courier import Courier
from ui.widgets.reader.keys import act_on
from ui.widgets.reader.known import Known
from ui.widgets.reader.marks import paint_marks, paint_tabs, tabs
from ui.widgets.reader.pointed import Pointed
from ui.widgets.reader.scribe import Scribe
from ui.widgets.reader.search import Hit, Search
from ui.widgets.reader.sheaf import Frame
from ui.widgets.reader.source import Opened, Phrases, Picture, Renderer, Signs, Task
from ui.widgets.reader.tones import TONES, Tone

_OVERLAY = 1200
_SPOKEN = 20_000


@final
class Reader(Pointed):
    """One document at a time. The page around it owns the toolbar and the search bar, and may call every method here
    from any pane.
    """

    turned = Signal(int, int)
    """The page in view, counted from 1, and how many there are; 0, 0 while there are none."""

    found = Signal(int, int)
    """The current hit, counted from 1 (0 before the first step), and how many there are so far."""

    toned = Signal(str)
    """The tone of the paper is another."""

    troubled = Signal(str)
    """The document does not show; what is the matter, as the renderer names it."""

    opened = Signal()
    """The document, the text or the message stands on the desk."""

    def __init__(self, renderer: Callable[[], Renderer], phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        spoken.speak()
        self._phrases = phrases
        self._courier = Courier(renderer)
        self._courier.answered.connect(self._hear)
        self.destroyed.connect(self._courier.close)
        self._scribe = Scribe(self)
        self._scribe.answered.connect(self._hear)
        self._from: Courier | Scribe = self._scribe
        self._number = 0
        self._title = ""
        self._message = ""
        self._tone: Tone = "night" if look().dark else "white"
        self._turned = (0, 0)
        self._overlay = QTimer(self)
        self._overlay.setSingleShot(True)
        self._overlay.setInterval(_OVERLAY)
        self._overlay.timeout.connect(self.viewport().update)
        self.setObjectName("reader")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(phrases.document)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.laid.connect(self._wish)

    # What is shown

    def show_pages(self, content: bytes, title: str = "", password: str = "") -> None:
        """Show a PDF or a picture from its first page. Returns at once; the pages come as they are drawn."""
        self._begin(self._courier, title)
        self._courier.show(self._number, content, password)

    def show_text(self, text: str, title: str = "") -> None:
        """Show plain text, laid out as paper, under its title."""
        self._begin(self._scribe, title)
        self._scribe.show(self._number, text, title)

    def show_message(self, sentence: str) -> None:
        """Show a sentence on the empty desk."""
        self._begin(self._scribe, "")
        self._scribe.close()
        self._say(sentence)

    def close_document(self) -> None:
        """Show nothing."""
        self.show_message("")

    def _begin(self, source: Courier | Scribe, title: str) -> None:
        self._from = source
        self._number += 1
        self._title, self._message = title, ""
        self._known = Known(search=Search(self._known.search.text, self._known.search.pattern))
        self._forget()
        self._lay()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)

    def _say(self, sentence: str) -> None:
        self._message = sentence
        self._tell()
        self.viewport().update()
        self.opened.emit()

    # In which tone

    @property
    def tone(self) -> Tone:
        return self._tone

    def set_tone(self, tone: Tone) -> None:
        if tone != self._tone:
            self._tone = tone
            self._known.pictures.clear()
            self._wish()
            self.viewport().update()
            self.toned.emit(tone)

    def next_tone(self) -> None:
        self.set_tone(TONES[(TONES.index(self._tone) + 1) % len(TONES)])

    # What is looked for and taken along

    def find_text(self, text: str) -> int:
        """Mark a text wherever it stands, whatever its accents and capitals. Answers how many hits are known now; those
        on pages that are not read yet are told by `found`. An empty text ends the search.
        """
        return self._look_for(Search(text))

    def find_pattern(self, pattern: str, aim: int) -> int:
        """The same for what a regular expression finds in text without accents and capitals, and go by itself to one of
        the hits, counted from 0, once that is known.
        """
        return self._look_for(Search(pattern=pattern, aim=aim))

    def _look_for(self, search: Search) -> int:
        hits = self._known.look_for(search)
        self._arrive()
        self._wish()
        self._tell_hits()
        return hits

    def _arrive(self) -> None:
        if (hit := self._known.search.arrive(self.pages)) is not None:
            self._reveal(hit)

    @property
    def hits(self) -> int:
        return len(self._known.search.hits)

    @property
    def hit(self) -> int:
        """The current hit, counted from 1; 0 before the first step."""
        return self._known.search.place

    def next_hit(self) -> None:
        self._go_to_hit(1)

    def previous_hit(self) -> None:
        self._go_to_hit(-1)

    def _go_to_hit(self, by: int) -> None:
        hit = self._known.search.step(by, max(self.page - 1, 0))
        if hit is not None:
            self._reveal(hit)
        self._tell_hits()

    def _tell_hits(self) -> None:
        self.viewport().update()
        self.found.emit(self._known.search.place, len(self._known.search.hits))

    def _reveal(self, hit: Hit) -> None:
        letters = self._known.letters.get(hit.page)
        self._show(hit.page, letters.strokes(hit.first, hit.last) if letters else [])

    def selected_text(self) -> str:
        return self._known.selection.said(self._known.letters)

    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        if text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    # What comes and what is asked for

    def _hear(self, number: int, answer: object) -> None:
        self._courier.taken(number, answer)
        if number != self._number:
            return
        if isinstance(answer, Opened):
            self._open(answer)
        elif isinstance(answer, Picture):
            if self._known.take_picture(answer, self._tone):
                self._lay()
            self.viewport().update()
        elif isinstance(answer, Signs):
            found = self._known.take_signs(answer)
            self._arrive()
            if found:
                self._tell_hits()
            self._catch_up(answer.task.page)
            self.lettered.emit()
            if answer.task.page == self.page - 1:
                self._tell()
        self._wish()

    def _open(self, answer: Opened) -> None:
        self._known.sizes, self._known.margins = answer.sizes, dict(answer.margins)
        self._lay()
        if answer.trouble:
            self.troubled.emit(answer.trouble)
            self._say(self._phrases.troubles.get(answer.trouble, self._phrases.troubles["damaged"]))
            return
        self._scrolled()
        self.opened.emit()
        self._catch_up()

    def _wish(self) -> None:
        frames = self._sheaf.frames
        inside = self._in_view()
        if frames:
            near = [self._task(frames[page]) for page in self._known.beside([frame.page for frame in inside])]
            self._from.want(self._known.wishes([self._task(frame) for frame in inside], near))

    def _task(self, frame: Frame) -> Task:
        return Task(frame.page, round(frame.scale * self.devicePixelRatioF(), 4), self._tone)

    def _scrolled(self) -> None:
        self._overlay.start()
        self._wish()
        self.viewport().update()
        self._tell()

    def said_place(self) -> str:
        """The page in view, in words."""
        return self._phrases.place.format(page=self.page, pages=self.pages) if self.pages else ""

    def _tell(self) -> None:
        """Say the page in view to the page around and to screen readers, with its text once that is known."""
        now = (self.page, self.pages)
        name = self._title or self._phrases.document
        if name != self.accessibleName():
            self.setAccessibleName(name)
        letters = self._known.letters.get(now[0] - 1)
        said = self._message or self._trouble(now[0] - 1) or (letters.said(0, _SPOKEN) if letters else "")
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
        if now != self._turned:
            self._turned = now
            spoken.tell(self, self.said_place())
            self.turned.emit(*now)

    def _trouble(self, page: int) -> str:
        """Why a page is not shown, as a sentence."""
        if page not in self._known.troubles:
            return ""
        words = self._phrases.page_troubles
        return words.get(self._known.troubles[page], words["damaged"]).format(page=page + 1)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), look().colour("desk"))
        shift = self._shift()
        for frame in self._in_view():
            box = QRectF(frame.left - shift.x(), frame.top - shift.y(), frame.width, frame.height)
            picture = self._known.pictures.best(self._task(frame))
            painting.paint_page(painter, box, frame, picture, self._tone, self._trouble(frame.page))
            marks = self._on(frame)
            if marks:
                paint_marks(painter, box, frame, marks, self._framed, self._tone)
                paint_tabs(painter, tabs(box, frame, marks))
            letters = self._known.letters.get(frame.page)
            if letters:
                hits = [
                    (hit == self._known.search.current, letters.strokes(hit.first, hit.last))
                    for hit in self._known.search.on(frame.page)
                ]
                painting.paint_hits(painter, box, frame, hits, self._tone)
                if chosen := self._selected_on(frame.page):
                    painting.paint_selection(painter, box, frame, chosen, self._tone)
        if self._message:
            painting.paint_message(painter, QRectF(self.viewport().rect()), self._message)
        elif self._overlay.isActive() and self.pages > 1:
            painting.paint_place(painter, QRectF(self.viewport().rect()), self.said_place())
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            draw_ring(painter, QRectF(self.viewport().rect()), 0)

    # Events

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._wish()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not act_on(event, self):
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)
