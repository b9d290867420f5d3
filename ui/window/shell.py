"""The window: the frame around the pages, with its rail, its status bar and its keys. It can be rebuilt at any time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QMenu, QVBoxLayout, QWidget

from smes_panel.errors import PanelError
from smes_panel.model.words import Language
from ui.comforts import Comforts
from ui.frame import Page
from ui.jobs import Job
from ui.pages import PAGES
from ui.pages.unlock import Place as Door
from ui.pages.unlock import Unlock
from ui.prompts import Prompts
from ui.session import Session
from ui.theme import MODES, SCALES, Look, Mode, dress, look
from ui.theme.ring import FocusRing
from ui.widgets.rail import Entry, Rail
from ui.widgets.status import StatusBar, Step
from ui.wording import Tongue
from ui.wording import frame as w
from ui.wording.errors import trouble

SMALLEST = (1280, 690)
FIRST = (1366, 768)
# What the digit row sends without Shift on a Belgian keyboard, from 1 to 9.
_BELGIAN = "&é\"'(§è!ç"


class Window(QMainWindow):
    """One window on one dossier, or on none yet."""

    spoke = Signal(object)
    """The language changed; Qt's own words follow."""

    def __init__(self, comforts: Comforts, prompts: Prompts, path: Path | None = None) -> None:
        super().__init__()
        self.comforts, self.prompts = comforts, prompts
        self._jobs: dict[str, Job] = {}
        self.tongue = Tongue(comforts.language)
        self.session: Session | None = None
        self._name = "unlock"
        self._places: dict[str, object] = {}
        self._pointed = path
        self.setObjectName("desk")
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST)
        if comforts.geometry:
            self.restoreGeometry(comforts.geometry)
        self._ring = FocusRing(self)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        self._bind()
        self.build()

    # Building

    def build(self) -> None:
        """Make everything visible anew, in the language and the look of the moment; nothing typed is lost."""
        tongue = self.tongue
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        entries = tuple(Entry(page.name, tongue(page.words), page.picture, f"Ctrl {page.digit}") for page in PAGES)
        lock = Entry("lock", tongue(w.LOCK), "lock", "Ctrl L")
        self.rail = Rail(entries, lock, tongue(w.APPEARANCE), tongue(w.RAIL))
        self.rail.went.connect(self.go)
        self.rail.foot.connect(self.lock)
        self.rail.asked.connect(self._offer_appearance)
        self.rail.show_unlocked(unlocked=self.session is not None)
        self._row.addWidget(self.rail)
        column.addLayout(self._row, 1)
        self.status = StatusBar(tongue(w.STATUS))
        self.status.undone.connect(self.undo)
        self.status.redone.connect(self.redo)
        column.addWidget(self.status)
        self.page: QWidget = QWidget()
        self._row.addWidget(self.page, 1)
        self.setCentralWidget(central)
        central.show()
        self._show_page()

    def _show_page(self) -> None:
        page = self._made(self._name)
        self._row.replaceWidget(self.page, page)
        self.page.hide()
        self.page.deleteLater()
        self.page = page
        # The focus only goes to what is shown, and layouts show what is new a moment later.
        page.show()
        if self.session is not None:
            self.rail.show_at(self._name)
        self.status.show_keys(self._page.keys)
        self._show_state()
        self._show_title()
        self._page.arrive()

    def _made(self, name: str) -> QWidget:
        # The pages of an open dossier bring in what the first screen does not need.
        session, tongue, place = self.session, self.tongue, self._places.get(name)
        if session is None:
            door = cast("Door | None", place)
            if self._pointed is not None:
                door, self._pointed = Door(self._pointed), None
            ask = lambda: self.prompts.dossier_to_open(self, self.tongue)  # noqa: E731
            page = Unlock(tongue, self.comforts.recent(), self.comforts.mode, ask, door)
            page.given.connect(self.unlock)
            page.language_chosen.connect(self.speak)
            page.mode_chosen.connect(self.wear)
            return page
        entry = next(page for page in PAGES if page.name == name)
        return entry.maker()(session, self, place)

    @property
    def _page(self) -> Page:
        return cast("Page", self.page)

    def rebuild(self) -> None:
        """Throw everything visible away and make it again where one was."""
        self._places[self._name] = self._page.place
        self.build()

    # Opening and locking

    def unlock(self, path: Path, passphrase: str) -> None:
        """Try to open a dossier. A refusal is told on the page, which keeps what was typed."""
        from smes_panel.dossier import Dossier

        try:
            dossier = Dossier.open(path, passphrase)
        except PanelError as refusal:
            if isinstance(self.page, Unlock):
                self.page.refuse(refusal)
            return
        self.comforts.opened(path, datetime.now(UTC).astimezone().date())
        self.session = Session(dossier)
        self.session.changed.connect(self._show_state)
        self.session.refused.connect(self.tell)
        self._places = {}
        self._name = "applications" if dossier.read.keys() else "vacancy"
        self.build()
        if dossier.newcomer:
            self.status.say(self.tongue(w.NEWCOMER))

    def lock(self) -> None:
        """Let go of the dossier and of everything on screen that came from it."""
        if self.session is None:
            return
        session, self.session = self.session, None
        self._name, self._places = "unlock", {}
        self.build()
        session.close()
        session.deleteLater()

    # Going somewhere

    def go(self, name: str, place: object = None) -> None:
        """Show a page of the open dossier, at a place of that page's own kind where one is given."""
        if self.session is None or (name == self._name and place is None):
            return
        self._places[self._name] = self._page.place
        self._name = name
        if place is not None:
            self._places[name] = place
        self._show_page()

    def _go_digit(self, digit: int) -> None:
        for page in PAGES:
            if page.digit == digit:
                if self.session is None:
                    self.status.say(self.tongue(w.UNLOCK_FIRST))
                else:
                    self.go(page.name)
                return
        self.status.say(self.tongue(w.NOT_HERE, page=self.tongue(w.PAGES[digit - 1])))

    # Undo and redo

    def undo(self) -> None:
        """Take the last gesture back, or say that there is none."""
        if self.session is None or self.session.undoable is None:
            self.status.say(self.tongue(w.NOTHING_TO_UNDO))
        else:
            self.session.undo()

    def redo(self) -> None:
        """Do again what was taken back, or say that there is nothing."""
        if self.session is None or self.session.redoable is None:
            self.status.say(self.tongue(w.NOTHING_TO_REDO))
        else:
            self.session.redo()

    def say(self, words: str) -> None:
        """One line in the status bar, until the next gesture."""
        self.status.say(words)

    def run(self, name: str, work: Iterator[object], words: str) -> Job:
        """Start long work under a name of its own; it goes on when the page that began it goes."""
        job = Job(work, self)
        self._jobs[name] = job
        job.setObjectName(words)
        job.ended.connect(lambda _outcome: self._jobs.pop(name, None))
        job.start()
        return job

    def job(self, name: str) -> Job | None:
        """The work under way by that name."""
        return self._jobs.get(name)

    def tell(self, refusal: PanelError) -> None:
        """Say why something did not happen."""
        said = trouble(refusal)
        parts = (said.happened, said.kept, said.to_do)
        self.status.say(" ".join(self.tongue(part, reason=refusal) for part in parts))

    # The frame's own words

    def _show_state(self) -> None:
        session, tongue = self.session, self.tongue
        if session is None:
            self.status.saved.say(tongue(w.ALL_LOCKED))
            self.status.show_steps(None, None)
            return
        from ui.wording import dates
        from ui.wording.gestures import named

        self.status.saved.say(tongue(w.SAVED, clock=dates.clock(session.saved_at)))
        steps = []
        for gesture, link, key in (
            (session.undoable, w.UNDO, "Ctrl Z"),
            (session.redoable, w.REDO, "Ctrl Y"),
        ):
            steps.append(Step(named(gesture, tongue, session.read), tongue(link), key) if gesture else None)
        self.status.show_steps(*steps)

    def _show_title(self) -> None:
        title = self.session.read.posting().title if self.session is not None else None
        product = self.tongue(w.PRODUCT)
        self.setWindowTitle(f"{' '.join(title.split())} – {product}" if title else product)

    # Language and look

    def speak(self, language: Language) -> None:
        """Change the language of everything, at once."""
        self.comforts.language = language
        self.tongue = Tongue(language)
        self.spoke.emit(language)
        QTimer.singleShot(0, self, self.rebuild)

    def wear(self, mode: Mode, scale: int | None = None) -> None:
        """Change colours or text size, at once."""
        self.comforts.mode = mode
        self.comforts.scale = scale or self.comforts.scale
        QTimer.singleShot(0, self, self._dress_again)

    def _scheme_changed(self) -> None:
        if self.comforts.mode == "system":
            QTimer.singleShot(0, self, self._dress_again)

    def _dress_again(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        dress(app, Look(self.comforts.mode, self.comforts.scale))
        self.rebuild()

    def _offer_appearance(self) -> None:
        self.appearance().popup(self.rail.mark.mapToGlobal(self.rail.mark.rect().topRight()))

    def appearance(self) -> QMenu:
        """The menu of language, colours and text size."""
        tongue, menu = self.tongue, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choices(
            menu,
            tongue(w.LANGUAGE),
            [(w.LANGUAGES[one], one is tongue.language, lambda one=one: self.speak(one)) for one in Language],
        )
        worn = self.comforts.mode
        self._choices(
            menu,
            tongue(w.COLOURS),
            [(tongue(w.COLOUR_MODES[one]), one == worn, lambda one=one: self.wear(one)) for one in MODES],
        )
        self._choices(
            menu,
            tongue(w.TEXT_SIZE),
            [(tongue(w.PERCENT, n=one), one == look().scale, lambda one=one: self.wear(worn, one)) for one in SCALES],
        )
        return menu

    def _choices(self, menu: QMenu, heading: str, choices: list[tuple[str, bool, object]]) -> None:
        part = menu.addMenu(heading)
        group = QActionGroup(part)
        for words, chosen, act in choices:
            action = QAction(words, part)
            action.setCheckable(True)
            action.setChecked(chosen)
            action.triggered.connect(act)
            group.addAction(action)
            part.addAction(action)

    # Keys

    def _bind(self) -> None:
        for keys, act in (
            ("Ctrl+Z", self.undo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+L", self.lock),
            ("Ctrl+F", self._seek),
            ("Ctrl+O", self._other_file),
        ):
            QShortcut(QKeySequence(keys), self, act)
        for digit, sign in enumerate(_BELGIAN, start=1):
            for key in (Qt.Key(Qt.Key.Key_0 + digit), Qt.Key(ord(sign.upper()))):
                combination = QKeySequence(Qt.Modifier.CTRL | key)
                QShortcut(combination, self, lambda digit=digit: self._go_digit(digit))

    def _seek(self) -> None:
        self._page.seek()

    def _other_file(self) -> None:
        if isinstance(self.page, Unlock):
            self.page.choose_file()

    # Qt's own

    def closeEvent(self, event: QCloseEvent) -> None:
        self.comforts.geometry = self.saveGeometry()
        if self.session is not None:
            self.lock()
        super().closeEvent(event)
