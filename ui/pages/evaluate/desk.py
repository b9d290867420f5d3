"""The document on the desk, with what one needs to read it: which one, which page, how large, in which tone, where a
word stands.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from smes_panel.errors import PanelError
from smes_panel.intake.extraction import PDF, is_locked
from smes_panel.intake.rendering import Renderer
from smes_panel.model.blinding import Unhidden
from smes_panel.model.search import sought
from smes_panel.model.words import Words, searchable
from ui.outside import may_leave
from ui.pages.evaluate.hidden import HiddenLine, withheld
from ui.pages.evaluate.trouble import Trouble
from ui.theme import icon, look
from ui.widgets.button import Button, one_stop
from ui.widgets.field import SearchField
from ui.widgets.label import Label, tip
from ui.widgets.leaftab import LeafTab
from ui.widgets.order import stops, tab_through
from ui.widgets.reader import Reader
from ui.widgets.slot import Slot
from ui.wording import Tongue
from ui.wording import evaluate as w
from ui.wording import reader as r
from ui.wording import reading as h
from ui.wording.reader import phrases

if TYPE_CHECKING:
    from smes_panel.model.application import Document
    from smes_panel.model.panel import Member
    from smes_panel.queries import Queries

_PICTURES = {"cv": "file-text", "letter": "file-text", "message": "mail", "other": "file-text"}
_ORDER = ("cv", "letter", "message", "other")
_ZOOMS = (75, 100, 125, 150, 200)
_NARROW = 600
_TABS = 5


class _Find(SearchField):
    """Enter goes to the next hit and Shift+Enter to the one before; Escape ends the search."""

    stepped = Signal(int)
    gave_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.gave_up.emit()
        else:
            super().keyPressEvent(event)


def in_order(documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """CV, letter, message, the others."""
    return tuple(sorted(documents, key=lambda one: _ORDER.index(one.kind.value)))


@final
class Desk(QFrame):
    """Says *picked(document id)* when another document is chosen, *widened()* when the whole frame is asked for,
    *unlocking(password)* and *leaving()* when the one on the desk is to be opened with a password or elsewhere.
    """

    picked = Signal(str)
    widened = Signal()
    unlocking = Signal(str)
    leaving = Signal()

    def __init__(self, tongue: Tongue, queries: Queries) -> None:
        super().__init__()
        self._tongue, self._read = tongue, queries
        self.member: Member | None = None
        self._shown: tuple[str, str] = ("", "")
        self._documents: tuple[Document, ...] = ()
        self._page = 0
        self._title = ""
        self._looked_for: tuple[str, int] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        said = phrases(tongue)
        todo = tongue(w.TO_DO)
        said = replace(said, troubles={matter: f"{sentence} {todo}" for matter, sentence in said.troubles.items()})
        self.reader = Reader(Renderer, said)
        self._head = self._bar()
        column.addWidget(self._head)
        self._found_bar = self._search_bar()
        column.addWidget(self._found_bar)
        self.warning = Slot()
        self.warning.hide()
        column.addWidget(self.warning)
        self.hidden = HiddenLine(tongue)
        column.addWidget(self.hidden)
        self.withheld: Button | None = None
        self.trouble: Trouble | None = None
        self._card = Slot()
        self._leaves = QStackedWidget()
        self._leaves.addWidget(self.reader)
        self._leaves.addWidget(self._card)
        column.addWidget(self._leaves, 1)
        self.reader.turned.connect(self._turned)
        self.reader.zoomed.connect(self._show_zoom)
        self.reader.found.connect(self._show_hits)
        self.reader.toned.connect(lambda _tone: self._show_tone())
        self.reader.opened.connect(self._opened)
        self.reader.troubled.connect(self._show_trouble)
        # Of the whole window: the document is turned from any pane.
        QShortcut(QKeySequence("Ctrl+M"), self, self.reader.next_tone)
        QShortcut(QKeySequence("F3"), self, lambda: self._step(1))
        QShortcut(QKeySequence("Shift+F3"), self, lambda: self._step(-1))
        for zero in (Qt.Key.Key_0, Qt.Key.Key_Agrave):
            QShortcut(QKeySequence(Qt.Modifier.CTRL | zero), self, self.reader.fit_text)
        self._show_zoom()
        self._show_tone()

    def _bar(self) -> QFrame:
        tongue, bar = self._tongue, QFrame()
        bar.setObjectName("strip")
        bar.setFixedHeight(look().px(44))
        row = QHBoxLayout(bar)
        row.setContentsMargins(look().px(12), 0, look().px(8), 0)
        row.setSpacing(look().px(4))
        self._tabs = QButtonGroup(self)
        self._tabs.idClicked.connect(lambda place: self.picked.emit(self._documents[place].id))
        self._tab_row = QHBoxLayout()
        self._tab_row.setSpacing(look().px(2))
        row.addLayout(self._tab_row)
        row.addStretch(1)
        self.back = self._tool("chevron-left", w.PREVIOUS_PAGE)
        self.page = Label("", "dense", "ink2")
        self.forth = self._tool("chevron-right", w.NEXT_PAGE)
        self.back.clicked.connect(lambda: self.reader.go_to_page(self.reader.page - 1))
        self.forth.clicked.connect(lambda: self.reader.go_to_page(self.reader.page + 1))
        for one in (self.back, self.page, self.forth):
            row.addWidget(one)
        row.addStretch(1)
        self.zoom = Button("", small=True)
        menu = QMenu(self.zoom)
        menu.addAction(tongue(w.TEXT_WIDTH), self.reader.fit_text)
        menu.addAction(tongue(w.PAGE_WIDTH), self.reader.fit_page)
        menu.addSeparator()
        for percent in _ZOOMS:
            menu.addAction(tongue(w.PERCENT, n=percent), partial(self.reader.set_zoom, percent / 100))
        menu.addSeparator()
        menu.addAction(tongue(r.OPEN_OUTSIDE), self.leaving.emit)
        self.zoom.setMenu(menu)
        self.zoom.setAccessibleDescription(tongue(w.SIZE))
        row.addWidget(self.zoom)
        self.tone = self._tool("contrast", w.TONE)
        self.tone.clicked.connect(self.reader.next_tone)
        self.finding = self._tool("search", w.FIND, "Ctrl F")
        self.finding.clicked.connect(self.seek)
        self.whole = self._tool("maximize", w.WHOLE, "F8")
        self.whole.clicked.connect(self.widened)
        for one in (self.tone, self.finding, self.whole):
            row.addWidget(one)
        return bar

    def _tool(self, picture: str, words: Words, key: str = "") -> Button:
        button = Button("", "quiet", small=True)
        button.setIcon(icon(picture, "accent"))
        button.setIconSize(QSize(look().px(17), look().px(17)))
        button.setFixedWidth(look().px(30))
        button.setStyleSheet("padding: 0;")
        if words is not w.TONE:
            self._name(button, self._tongue(words), key)
        return button

    @staticmethod
    def _name(button: Button, said: str, key: str) -> None:
        button.setAccessibleName(said)
        button.setToolTip(tip(f"{said}  {key}".strip()))

    def _search_bar(self) -> QFrame:
        tongue, bar = self._tongue, QFrame()
        bar.setObjectName("strip")
        row = QHBoxLayout(bar)
        row.setContentsMargins(look().px(12), look().px(6), look().px(8), look().px(6))
        self.search = _Find(tongue(w.FIND), tongue(w.FIND), "Ctrl F")
        self.search.sought.connect(self.reader.find_text)
        self.search.stepped.connect(self._step)
        self.search.gave_up.connect(self.end_search)
        row.addWidget(self.search, 1)
        self.hits = Label("", "dense", "ink2")
        self.hits.setMinimumWidth(look().px(90))
        row.addWidget(self.hits)
        bar.hide()
        return bar

    # What is shown

    def show_documents(
        self,
        application: str,
        who: str,
        documents: tuple[Document, ...],
        current: str,
        page: int,
        found: tuple[str, int] | None = None,
        nothing: str = "",
    ) -> str:
        """Show one of these documents; answers which. The one that is there already stays where it is. `found` is what
        to mark in it, and how many places come before the one to open it at; `nothing` says why there is none.
        """
        documents = in_order(documents)
        # A document that was unlocked meanwhile is another one of the same bytes.
        same = next((one.sha256 for one in self._documents if one.id == current), "")
        if [one.id for one in documents] != [one.id for one in self._documents]:
            self._documents = documents
            self._lay_tabs()
        self._documents = documents
        place = next((at for at, one in enumerate(documents) if current in (one.id, "") or one.sha256 == same), 0)
        if not documents:
            if self._shown != (application, ""):
                self._shown = (application, "")
                self.warn(None)
                self.hidden.hide()
                self.withheld = None
                self._leaves.setCurrentWidget(self.reader)
                self.reader.show_message(nothing or self._tongue(w.NO_DOCUMENT))
            return ""
        self._tabs.button(place).setChecked(True)
        one_stop(self._tabs)
        # Somebody may attach thirty certificates: the tabs shown go along with the one that is read.
        first = max(0, min(place - _TABS // 2, len(documents) - _TABS))
        for tab in self._tabs.buttons():
            tab.setVisible(first <= self._tabs.id(tab) < first + _TABS)
        document = documents[place]
        if self._shown != (application, document.id):
            self.warn(None)
            self._looked_for = None
            self._leaves.setCurrentWidget(self.reader)
            self._shown, self._page = (application, document.id), page
            heading = self._put(application, document, who)
            if found is not None and document.id == current:
                self._mark(*found, heading)
        return document.id

    def _put(self, application: str, document: Document, who: str, asked_for: str = "") -> str:
        """Answers the heading that stands over the text, if there is one. `asked_for` is the document whose page is to
        be shown though names are hidden and nothing of it can be covered.
        """
        tongue = self._tongue
        title = tongue(w.DOCUMENT_OF, kind=tongue(w.DOCUMENT[document.kind]), who=who)
        self._title = title
        told = self._read.documents(application, texts=True, reader=self.member)
        text = next((one.text for one in told if one.id == document.id), "")
        # Who reads without names reads the words: a drawn page shows what covering them hides.
        left = self.hidden.show_for(self._read, self.member, application, document.id)
        covered = bool(text.strip()) and self._read.reads_blind(self.member)
        self.withheld = None
        if left is Unhidden.WHOLE and document.id != asked_for:
            self.reader.show_message(tongue(h.WITHHELD))
            self._withhold(application, document, who)
            return ""
        if not covered and (document.media_type == PDF or document.media_type.startswith("image/")):
            try:
                content = self._read.document_bytes(application, document.id)
                self.reader.show_pages(content, title, self._read.password(application, document.id))
            except PanelError:
                self.reader.show_message(tongue(w.NOT_HERE_YET))
            return ""
        if text.strip():
            self.reader.show_text(text, title)
            return title
        self.reader.show_message(f"{tongue(w.NO_TEXT)} {tongue(w.TO_DO)}")
        self._show_trouble("protected" if is_locked(document.media_type, document.remark) else "format")
        return ""

    def _withhold(self, application: str, document: Document, who: str) -> None:
        def show() -> None:
            self._leaves.setCurrentWidget(self.reader)
            self._put(application, document, who, document.id)
            self.take_focus()

        card, self.withheld = withheld(self._tongue, show)
        held = self.reader.hasFocus()
        self.trouble = None
        self._card.show_one(card)
        self._leaves.setCurrentWidget(self._card)
        self._order_stops()
        if held:
            self.take_focus()

    def _show_trouble(self, matter: str) -> None:
        """A card in place of the pages: what happened, what is kept, what to do."""
        document, others = self.document, len(self._documents) > 1
        if document is None:
            return
        leaves = may_leave(document.media_type)
        card = self.trouble = Trouble(self._tongue, self._title, matter, may_leave=leaves, others=others)
        card.unlocked.connect(self.unlocking)
        card.outside.connect(self.leaving)
        card.passed.connect(self.next_document)
        held = self.reader.hasFocus()
        self._card.show_one(card)
        self._leaves.setCurrentWidget(self._card)
        self._order_stops()
        if held:
            card.take_focus()

    @property
    def document(self) -> Document | None:
        """The document on the desk."""
        return next((one for one in self._documents if one.id == self._shown[1]), None)

    def warn(self, widget: QWidget | None) -> None:
        """Something to decide before this document leaves; nothing any more."""
        if widget is not None:
            self.warning.show_one(widget)
        self.warning.setVisible(widget is not None)
        self._order_stops()

    def _mark(self, words: str, before: int, heading: str) -> None:
        """Mark what the search of the applications found here, each word where it begins one."""
        asked = sought(words)
        with QSignalBlocker(self.search):
            self.search.setText(words)
        self._found_bar.show()
        shift = sum(1 for one in asked for _place in one.occurrences(searchable(heading)))
        self._looked_for, before = (words, shift), before + shift
        self.reader.find_pattern("|".join(f"(?:{one.pattern})" for one in asked), before)

    @property
    def looked_for(self) -> tuple[str, int] | None:
        """What the search of the applications has marked here, and how many of its places come before this one."""
        if self._looked_for is None or self._found_bar.isHidden():
            return None
        words, shift = self._looked_for
        return words, max(0, self.reader.hit - 1 - shift)

    # What a passage says of its document

    @property
    def sha256(self) -> str:
        """The hash of the document on the desk."""
        return next((one.sha256 for one in self._documents if one.id == self._shown[1]), "")

    def id_of(self, sha256: str) -> str | None:
        """The document with this hash, by its id, if the application has it."""
        return next((one.id for one in self._documents if one.sha256 == sha256), None)

    def name_of(self, sha256: str) -> str:
        """What the document with this hash is called on its tab; empty where the application has it no more."""
        tabs = {one.id: tab.text() for one, tab in zip(self._documents, self._tabs.buttons(), strict=False)}
        return tabs.get(self.id_of(sha256) or "", "")

    def document_here(self, sha256: str) -> bool:
        """Whether that document is the one on the desk."""
        return bool(sha256) and self.sha256 == sha256

    def _lay_tabs(self) -> None:
        for button in self._tabs.buttons():
            self._tabs.removeButton(button)
            self._tab_row.removeWidget(button)
            button.hide()
            button.deleteLater()
        seen: dict[str, int] = {}
        several = {one.kind for one in self._documents if sum(two.kind == one.kind for two in self._documents) > 1}
        for place, document in enumerate(self._documents):
            kind = document.kind
            seen[kind] = seen.get(kind, 0) + 1
            words = self._tongue(w.DOCUMENT[kind])
            if kind in several:
                words = self._tongue(w.NTH, kind=words, n=seen[kind])
            tab = LeafTab(_PICTURES[kind.value], words)
            tab.setToolTip(tip(f"{words}, {document.name}  D"))
            self._tabs.addButton(tab, place)
            self._tab_row.addWidget(tab)
        self._order_stops()

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in the order of reading."""
        tabs = self._tabs.buttons()
        tools = [one for one in stops(self._head) if one not in tabs and one.isVisibleTo(self._head)]
        return (*tabs, *tools, self._found_bar, self.warning, self.reader, self._card)

    def _order_stops(self) -> None:
        """Tab goes as one reads, though the tabs, a warning and a card are made anew for each document."""
        tab_through(*self.parts)

    def next_document(self) -> None:
        """The next document, and after the last the first."""
        if len(self._documents) > 1:
            ids = [one.id for one in self._documents]
            at = ids.index(self._shown[1]) if self._shown[1] in ids else -1
            self.picked.emit(ids[(at + 1) % len(ids)])

    # What the reader says

    def _opened(self) -> None:
        if self._page > 1:
            self.reader.go_to_page(self._page)
        self._page = 0

    def _turned(self, page: int, pages: int) -> None:
        narrow = self.width() < look().px(_NARROW)
        words = w.PAGE_OF_SHORT if narrow else w.PAGE_OF
        self.page.setText(self._tongue(words, n=page, m=pages) if pages > narrow else "")
        for one in (self.back, self.forth):
            one.setVisible(pages > 1)
        self.back.setEnabled(page > 1)
        self.forth.setEnabled(page < pages)

    def _show_zoom(self) -> None:
        reader, tongue = self.reader, self._tongue
        words = {"text": tongue(w.TEXT_WIDTH), "page": tongue(w.PAGE_WIDTH)}
        said = words.get(reader.fit, tongue(w.PERCENT, n=reader.percent))
        self.zoom.setAccessibleName(said)
        narrow = self.width() < look().px(_NARROW)
        self.zoom.setText("" if narrow else said)
        self.zoom.setIcon(icon("chevron-down", "ink2"))
        self.zoom.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.zoom.setToolTip(tip(f"{said}  + − Ctrl 0"))
        self.zoom.updateGeometry()

    def _show_tone(self) -> None:
        said = self._tongue(w.TONE, tone=self._tongue(w.TONES[self.reader.tone]))
        self._name(self.tone, said, "Ctrl M")

    def _show_hits(self, place: int, count: int) -> None:
        if not self.search.text().strip():
            self.hits.setText("")
        elif place:
            self.hits.setText(self._tongue(w.FOUND, n=place, m=count))
        else:
            self.hits.setText(self._tongue.counted(w.FOUND_SOME, count))

    # Searching

    def seek(self) -> None:
        self._found_bar.show()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _step(self, by: int) -> None:
        if not self.search.text().strip():
            self.seek()
        elif by > 0:
            self.reader.next_hit()
        else:
            self.reader.previous_hit()

    def end_search(self) -> None:
        self._looked_for = None
        self.search.clear()
        self.reader.find_text("")
        self._found_bar.hide()
        self.take_focus()

    def take_focus(self) -> None:
        if self.withheld is not None:
            self.withheld.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.trouble is not None and self._leaves.currentWidget() is self._card:
            self.trouble.take_focus()
        else:
            self.reader.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_zoom()
        self._turned(self.reader.page, self.reader.pages)
