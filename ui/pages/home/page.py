"""The dossiers of this computer beside the passphrase of one, or beside what an open one waits for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from smes_panel.errors import PanelError
from smes_panel.model.words import Language
from ui.frame import Frame
from ui.pages.home.creation import Draft, NewDossier
from ui.pages.home.door import Door, Waiting
from ui.session import Session
from ui.theme import MODES, look
from ui.widgets.button import Button, Segments
from ui.widgets.empty import Empty
from ui.widgets.header import Header
from ui.widgets.label import Elided, Label
from ui.widgets.marks import Icon, Rule
from ui.widgets.order import tab_through
from ui.widgets.shelf import Item, Shelf
from ui.widgets.slot import Slot
from ui.wording import frame as f
from ui.wording import home as w

_DOOR_AT_MOST = 0.46
_LARGE = 130
_MODE_ICONS = ("monitor", "sun", "moon")


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is on this page: kept over a rebuild, so that a change of language loses nothing typed."""

    path: Path | None = None
    typed: str = ""
    draft: Draft | None = None
    refusal: PanelError | None = None


@final
class Home(QWidget):
    """Says *given(path, passphrase)*; the window tries it and answers through `refuse` or by leaving this page."""

    given = Signal(Path, str)
    created = Signal(object)
    demanded = Signal()
    language_chosen = Signal(object)
    mode_chosen = Signal(str)

    def __init__(self, session: Session | None, frame: Frame, place: Place | None = None) -> None:
        super().__init__()
        self._session, self._frame, self._tongue = session, frame, frame.tongue
        tongue, place = frame.tongue, place or Place()
        self._files: dict[str, date | None] = {str(path): day for path, day in frame.comforts.recent()}
        chosen = place.path or (session.path if session is not None else None)
        if session is not None:
            self._files.setdefault(str(session.path), None)
        if chosen is not None:
            self._files.setdefault(str(chosen), None)
        self.setAcceptDrops(True)
        self._new: NewDossier | None = None
        self.door: Door | None = None

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        self._pile = QStackedWidget()
        column.addWidget(self._pile, 1)
        self._desk = QWidget()
        self._desk.setObjectName("clear")
        desk = QHBoxLayout(self._desk)
        desk.setContentsMargins(look().px(16), look().px(12), look().px(16), look().px(14))
        desk.setSpacing(look().px(14))
        desk.addWidget(self._shelf(), 1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._aside = Slot()
        self._aside.setObjectName("clear")
        self._area.setWidget(self._aside)
        desk.addWidget(self._area, 0)
        self._pile.addWidget(self._desk)
        self.keys: tuple[tuple[str, str], ...] = (
            (tongue(f.ARROWS), tongue(f.TO_CHOOSE)),
            (tongue(f.ENTER), tongue(f.TO_OPEN)),
            ("Ctrl O", tongue(f.ANOTHER_FILE)),
        )
        self.shelf.went.connect(self._point)
        self.shelf.entered.connect(self._enter)
        self._fill()
        if chosen is not None:
            self.shelf.go_to(str(chosen))
        self._restore(place)
        if session is not None:
            session.changed.connect(self._fill)

    def _header(self) -> Header:
        tongue = self._tongue
        languages = tuple(Language)
        tongues = Segments(
            tuple(f.LANGUAGES[one] for one in languages), languages.index(tongue.language), tongue(f.LANGUAGE)
        )
        tongues.chosen.connect(lambda at: self.language_chosen.emit(languages[at]))
        worn = self._frame.comforts.mode
        colours = Segments(
            tuple(tongue(f.COLOUR_MODES[one]) for one in MODES), MODES.index(worn), tongue(f.COLOURS), _MODE_ICONS
        )
        colours.chosen.connect(lambda at: self.mode_chosen.emit(MODES[at]))
        header = Header(tongue(f.HOME), (tongues, colours))
        if self._files:
            from ui.wording import dates

            header.line.say(dates.weekday(tongue, datetime.now(UTC).astimezone().date()))
        return header

    def _shelf(self) -> QFrame:
        tongue = self._tongue
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 0, 1, look().px(12))
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(look().px(15), look().px(9), look().px(14), look().px(9))
        head.setSpacing(look().px(8))
        head.addWidget(Elided(tongue(w.HERE if look().scale < _LARGE else w.HERE_SHORT), "h2"), 1)
        self.other = Button(tongue(w.OPEN_ANOTHER), picture="folder-open")
        self.other.clicked.connect(self.choose_file)
        head.addWidget(self.other)
        self.new = Button(tongue(w.NEW), picture="plus")
        self.new.clicked.connect(lambda: self._begin(Draft()))
        head.addWidget(self.new)
        column.addLayout(head)
        column.addWidget(Rule())
        self.shelf = Shelf(tongue(w.HERE))
        self._leaves = QStackedWidget()
        self._leaves.addWidget(self.shelf)
        self._leaves.addWidget(Empty("folder-open", tongue(w.NONE_TITLE), tongue(w.NONE_SENTENCE)))
        column.addWidget(self._leaves, 1)
        offer = QFrame()
        offer.setObjectName("dashed")
        row = QHBoxLayout(offer)
        row.setContentsMargins(look().px(14), look().px(10), look().px(14), look().px(10))
        row.setSpacing(look().px(12))
        row.addWidget(Icon("play", "accent", 20))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(tongue(w.DEMO_TITLE), "name", wrap=True))
        if look().scale < _LARGE:
            words.addWidget(Label(tongue(w.DEMO_SENTENCE), "dense", "ink2", wrap=True))
        row.addLayout(words, 1)
        self.demo = Button(tongue(w.DEMO), small=True)
        self.demo.clicked.connect(self.demanded)
        self.demo.setAccessibleDescription(tongue(w.DEMO_SENTENCE))
        row.addWidget(self.demo)
        around = QHBoxLayout()
        around.setContentsMargins(look().px(15), look().px(8), look().px(15), 0)
        around.addWidget(offer)
        column.addLayout(around)
        return card

    def _fill(self) -> None:
        self._leaves.setCurrentIndex(0 if self._files else 1)
        self.shelf.show_items(tuple(self._item(key) for key in self._files))
        if not self._files:
            self._point("")
        self._order()

    def _order(self) -> None:
        tab_through(self.other, self.new, self.shelf, self.demo, self._aside)

    def _item(self, key: str) -> Item:
        tongue, path, day = self._tongue, Path(key), self._files[key]
        if self._session is not None and path == self._session.path:
            from ui.pages.home.awaits import facts, way

            title = " ".join((self._session.read.posting().title or path.stem).split())
            chip = (tongue(w.UNLOCKED), "accent", "circle-dot")
            return Item(key, title, facts(self._session, tongue), chip, way(self._session, tongue))
        line = tongue(w.NEVER_OPENED)
        if day is not None:
            from ui.wording import dates

            line = tongue(w.OPENED_ON, day=dates.day(tongue, day))
        there = path.is_file()
        chip = (tongue(w.LOCKED), "plain", "lock") if there else (tongue(w.MISSING), "warn", "file-x")
        return Item(key, path.stem, line, chip)

    # Beside the shelf

    def _point(self, key: str) -> None:
        if self._session is not None and key == str(self._session.path):
            self.door = None
            waiting = Waiting(self._session, self._frame)
            self._aside.show_one(waiting)
            self._order()
            return
        before = self.door.passphrase.text() if self.door is not None and self.door.key == key else ""
        self.door = Door(self._tongue, key)
        self.door.passphrase.setText(before)
        self.door.given.connect(self.given)
        self._aside.show_one(self.door)
        self._order()

    def _enter(self, _key: str) -> None:
        if self.door is not None:
            self.door.passphrase.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._session is not None:
            self.given.emit(self._session.path, "")

    @property
    def passphrase(self) -> QWidget:
        """The field of the passphrase of the dossier pointed at."""
        assert self.door is not None
        return self.door.passphrase

    def refuse(self, error: PanelError) -> None:
        """Say why the dossier did not open; what was typed stays, selected, ready to be typed again."""
        if self.door is not None:
            self.door.refuse(error)

    def choose_file(self) -> None:
        """Ask for a file and point at it."""
        path = self._frame.prompts.dossier_to_open(self, self._tongue)
        if path is not None:
            self.point_at(path)

    def point_at(self, path: Path) -> None:
        """Put a file on the list, current, with the passphrase next to be typed."""
        self._end()
        self._files.setdefault(str(path), None)
        self._fill()
        self.shelf.go_to(str(path))
        self._enter(str(path))

    # A new dossier

    def _begin(self, draft: Draft) -> None:
        self._end()
        new = self._new = NewDossier(self._frame, draft)
        around = QWidget()
        around.setObjectName("clear")
        row = QHBoxLayout(around)
        row.setContentsMargins(look().px(16), look().px(12), look().px(16), look().px(14))
        row.addWidget(new)
        new.created.connect(self.created)
        new.left.connect(self._leave_new)
        self._pile.addWidget(around)
        self._pile.setCurrentWidget(around)
        new.arrive()

    def _leave_new(self) -> None:
        self._end()
        self.arrive()

    def _end(self) -> None:
        if self._new is not None:
            self._new = None
            leaf = self._pile.currentWidget()
            assert leaf is not None
            self._pile.setCurrentIndex(0)
            self._pile.removeWidget(leaf)
            leaf.deleteLater()

    def _restore(self, place: Place) -> None:
        if self.door is not None:
            self.door.passphrase.setText(place.typed)
            if place.refusal is not None:
                self.door.refuse(place.refusal)
        if place.draft is not None:
            self._begin(place.draft)

    # What every page owes the frame

    def arrive(self) -> None:
        """Put the focus where one goes on."""
        if self._new is not None:
            self._new.arrive()
        elif self.door is not None and self._files:
            self.door.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._files:
            self.shelf.take_focus()
        else:
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def seek(self) -> bool:
        return False

    @property
    def place(self) -> Place:
        key = self.shelf.current_key()
        typed = self.door.passphrase.text() if self.door is not None else ""
        draft = self._new.draft if self._new is not None else None
        return Place(Path(key) if key else None, typed, draft, self.door.refusal if self.door is not None else None)

    # Qt's own

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not files:
            return
        if files[0].suffix == ".smes":
            self.point_at(files[0])
        else:
            self._begin(Draft())
            assert self._new is not None
            self._new.take(files[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._area.setFixedWidth(min(look().px(432), round(event.size().width() * _DOOR_AT_MOST)))
