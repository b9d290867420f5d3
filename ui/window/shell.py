"""The window itself: a rail, one page, bars, a status bar; everything visible can be made anew at any time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QMenu, QVBoxLayout, QWidget

from smes_panel.errors import PanelError
from smes_panel.model.words import Language
from ui import outside
from ui.comforts import Comforts
from ui.frame import Page
from ui.jobs import Job
from ui.pages import PAGES
from ui.pages.home import Creation, Home
from ui.pages.home import Place as Door
from ui.prompts import Prompts
from ui.session import Session
from ui.theme import Look, Mode, dress
from ui.theme.ring import FocusRing
from ui.widgets.rail import Entry, Rail
from ui.widgets.status import StatusBar, Step
from ui.window.appearance import appearance
from ui.window.bars import Bars
from ui.window.beginnings import created, demonstrate, opened, seated
from ui.window.idle import Idle
from ui.window.keys import bind
from ui.window.overlays import Overlays
from ui.wording import Tongue
from ui.wording import frame as w

SMALLEST = (1280, 690)
FIRST = (1366, 768)
IDLE_MS = 10 * 60 * 1000


class Window(QMainWindow):
    """One window on one dossier, or on none yet. Several may stand on the same one: they share its session."""

    spoke = Signal(object)
    """The language changed; Qt's own words follow."""

    def __init__(
        self,
        comforts: Comforts,
        prompts: Prompts,
        path: Path | None = None,
        *,
        session: Session | None = None,
        idle_ms: int = IDLE_MS,
    ) -> None:
        super().__init__()
        self.comforts, self.prompts = comforts, prompts
        self.tongue = Tongue(comforts.language)
        self.session: Session | None = None
        self._idle_ms = idle_ms
        self._jobs: dict[str, Job] = {}
        self._others: list[Window] = []
        self._name = "home"
        self._places: dict[str, object] = {}
        self._left: tuple[Path, str, dict[str, object]] | None = None
        self._pointed = path
        self.setObjectName("desk")
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST)
        if comforts.geometry:
            self.restoreGeometry(comforts.geometry)
        self._ring = FocusRing(self)
        self._idle = Idle(self, idle_ms)
        self._idle.passed.connect(self._nobody_there)
        self.central = QWidget()
        self.overlays = Overlays(self)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        bind(self)
        if session is not None:
            self._stand_on(session)
        self.build()

    # Building

    def build(self) -> None:
        """Make everything visible anew, in the language and the look of the moment; nothing typed is lost."""
        tongue = self.tongue
        self.overlays.close()
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._beside = QVBoxLayout()
        self._beside.setSpacing(0)
        entries = (
            Entry("home", tongue(w.HOME), "house", "Ctrl 1"),
            *(Entry(page.name, tongue(page.words), page.picture, f"Ctrl {page.digit}") for page in PAGES),
        )
        lock = Entry("lock", tongue(w.LOCK), "lock", "Ctrl L")
        self.rail = Rail(entries, lock, tongue(w.APPEARANCE), tongue(w.RAIL))
        self.rail.went.connect(self.go)
        self.rail.foot.connect(self.lock)
        self.rail.asked.connect(self._offer_appearance)
        self.rail.show_unlocked(unlocked=self.session is not None)
        row.addWidget(self.rail)
        row.addLayout(self._beside, 1)
        column.addLayout(row, 1)
        self.bars = Bars(tongue)
        for job in self._jobs.values():
            self.bars.follow(job, job.objectName(), at_once=True)
        self.status = StatusBar(tongue(w.STATUS))
        self.status.undone.connect(self.undo)
        self.status.redone.connect(self.redo)
        column.addWidget(self.status)
        self.page: QWidget = QWidget()
        self._beside.addWidget(self.page, 1)
        self._beside.addWidget(self.bars)
        self.central = central
        self.setCentralWidget(central)
        central.show()
        self._show_page()

    def _show_page(self) -> None:
        page = self._made(self._name)
        self._beside.replaceWidget(self.page, page)
        self.page.hide()
        self.page.deleteLater()
        self.page = page
        # The focus only goes to what is shown, and layouts show what is new a moment later.
        page.show()
        self.rail.show_at(self._name)
        self.show_keys()
        self._show_state()
        self._show_title()
        self._page.arrive()

    def _made(self, name: str) -> QWidget:
        session, place = self.session, self._places.get(name)
        if session is not None and name == "seat":
            from ui.pages.home.seat import Seat

            seat = Seat(session, self, place)
            seat.seated.connect(lambda member, shared: self._seat(member, shared=shared))
            return seat
        if session is not None and name != "home":
            entry = next(page for page in PAGES if page.name == name)
            return entry.maker()(session, self, place)
        door = cast("Door | None", place)
        if self._pointed is not None:
            door, self._pointed = Door(self._pointed), None
        page = Home(session, self, door)
        page.given.connect(self.unlock)
        page.created.connect(self._create)
        page.demanded.connect(lambda: demonstrate(self))
        page.language_chosen.connect(self.speak)
        page.mode_chosen.connect(self.wear)
        return page

    @property
    def _page(self) -> Page:
        return cast("Page", self.page)

    def rebuild(self) -> None:
        """Throw everything visible away and make it again where one was."""
        self._commit()
        self._places[self._name] = self._page.place
        self.build()

    def _commit(self) -> None:
        """Have what is being typed written down: a page that keeps what is typed until the focus goes has `commit`."""
        commit = getattr(self.page, "commit", None)
        if commit is not None:
            commit()

    # Opening and locking

    def unlock(self, path: Path, passphrase: str) -> None:
        """Try to open a dossier. A refusal is told on the page, which keeps what was typed."""
        if self.session is not None and path == self.session.path:
            self.go(self._landing(self.session))
            return
        try:
            session = opened(path, passphrase)
        except PanelError as refusal:
            if isinstance(self.page, Home):
                self.page.refuse(refusal)
            return
        self._arrive(session)

    def _create(self, creation: Creation) -> None:
        try:
            session = created(creation)
        except PanelError as refusal:
            self.tell(refusal)
            return
        self._arrive(session)

    def _arrive(self, session: Session) -> None:
        """Stand on a session, and let go of the one before."""
        self.lock()
        self.comforts.opened(session.path, datetime.now(UTC).astimezone().date())
        known = seated(session, self.comforts)
        self._stand_on(session)
        self._places = {}
        if self._left is not None and self._left[0] == session.path:
            _path, self._name, self._places = self._left
        self._left = None
        if not known:
            self._places["seat"], self._name = self._name, "seat"
        self.build()
        if session.newcomer:
            self.status.say(self.tongue(w.NEWCOMER))

    def _landing(self, session: Session) -> str:
        """Where one goes on: the page looked at last, else what the dossier has to show."""
        last = self.comforts.page(session.panel)
        if any(page.name == last for page in PAGES):
            return last
        return "applications" if session.read.keys() else "vacancy"

    def _stand_on(self, session: Session) -> None:
        session.enter()
        self.session = session
        session.changed.connect(self._changed)
        session.refused.connect(self.tell)
        session.seated.connect(self._seated)
        session.closing.connect(self._drop)
        self._name = self._landing(session)
        self._idle.watch()

    def lock(self) -> None:
        """Let go of the dossier and of everything on screen that came from it, in every window on it."""
        if self.session is not None:
            self.session.close()

    def _drop(self) -> None:
        session = self.session
        assert session is not None
        self._commit()
        outside.clean()
        if (field := self.focusWidget()) is not None:
            field.clearFocus()
        self._idle.rest()
        for job in tuple(self._jobs.values()):
            job.cancel()
        if self._name not in ("home", "seat"):
            self.comforts.looked_at(session.panel, self._name)
            self._places[self._name] = self._page.place
            self._left = session.path, self._name, self._places
        session.changed.disconnect(self._changed)
        session.refused.disconnect(self.tell)
        session.seated.disconnect(self._seated)
        session.closing.disconnect(self._drop)
        self.session = None
        self._name, self._places = "home", {"home": Door(session.path)}
        self.build()

    def _nobody_there(self) -> None:
        if self._jobs or (self.session is not None and not self.session.try_again()):
            # What is under way, or held up by a full disk, is somebody's wish; the door is locked when it is done.
            self._idle.watch()
            return
        self.lock()
        self.status.say(self.tongue(w.LOCKED_IDLE))

    # Who is at the screen

    def choose_member(self) -> None:
        """Ask who is at the screen."""
        if self.session is not None and self._name != "seat":
            self._places[self._name] = self._page.place
            self._places["seat"], self._name = self._name, "seat"
            self._show_page()

    def _seat(self, member: str, *, shared: bool) -> None:
        assert self.session is not None
        self.comforts.sits(self.session.panel, member)
        self.comforts.share(self.session.panel, shared=shared)
        self.session.seat(member)
        self._name = cast("str", self._places.pop("seat"))
        self._show_page()

    def _seated(self) -> None:
        if self._name != "seat":
            self.rebuild()

    # Going somewhere

    def go(self, name: str, place: object = None) -> None:
        """Show a page of the open dossier, at a place of that page's own kind where one is given."""
        self.overlays.close()
        if name == self._name and place is None:
            return
        if self.session is None and name != "home":
            self.status.say(self.tongue(w.UNLOCK_FIRST))
            return
        self._commit()
        if self._name != "seat":
            self._places[self._name] = self._page.place
        self._name = name
        if place is not None:
            self._places[name] = place
        self._show_page()

    def go_digit(self, digit: int) -> None:
        """Go to the page with this digit, or say that there is none yet."""
        name = "home" if digit == 1 else next((page.name for page in PAGES if page.digit == digit), None)
        if name is not None:
            self.go(name)
        else:
            self.status.say(self.tongue(w.NOT_HERE, page=self.tongue(w.PAGES[digit - 1])))

    def double(self) -> None:
        """Open a second window on the same dossier; they follow each other."""
        if self.session is None:
            self.status.say(self.tongue(w.UNLOCK_FIRST))
            return
        twin = Window(self.comforts, self.prompts, session=self.session, idle_ms=self._idle_ms)
        twin.spoke.connect(self.spoke)
        self._others.append(twin)
        twin.move(self.pos().x() + 32, self.pos().y() + 32)
        twin.show()

    def reach(self, sort: str, code: str) -> None:
        """Go to an application or a criterion: on this page if it can, else on the one that lists them."""
        on_page = getattr(self.page, "reach", None)
        if on_page is not None and on_page(sort, code):
            return
        if sort == "criterion":
            from ui.pages import vacancy

            self.go("vacancy", vacancy.Place(code=code))
        else:
            from ui.pages import applications

            self.go("applications", applications.Place(key=code))

    # Undo and redo

    def undo(self) -> None:
        """Take the last gesture back, or say that there is none."""
        self._commit()
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

    # What pages ask of their frame

    def say(self, words: str, link: str = "", act: Callable[[], object] | None = None) -> None:
        """One line in the status bar, until the next gesture; `link` does `act`."""
        self.status.say(words, link, act)

    def show_keys(self) -> None:
        """Have the status bar say the keys of the page, and F1."""
        self.status.show_keys((*self._page.keys, ("F1", self.tongue(w.TO_HELP))))

    def notice(self, title: str, said: str, picture: str) -> None:
        """Something to know, in the notice bar."""
        self.bars.show_notice(title, said, picture)

    def tell(self, refusal: PanelError) -> None:
        """Say why something did not happen, in the notice bar."""
        self.bars.tell(refusal)

    def run(self, name: str, work: Iterator[object], words: str, *, tell: bool = True) -> Job:
        """Start long work under a name of its own; it goes on when the page that began it goes."""
        job = Job(work, self)
        self._jobs[name] = job
        job.setObjectName(words)
        job.ended.connect(lambda outcome: self._ended(name, outcome.refusal if tell else None))
        self.bars.follow(job, words)
        job.start()
        return job

    def _ended(self, name: str, refusal: PanelError | None) -> None:
        self._jobs.pop(name).deleteLater()
        if refusal is not None:
            self.tell(refusal)

    def job(self, name: str) -> Job | None:
        """The work under way by that name."""
        return self._jobs.get(name)

    # The frame's own words

    def page_words(self) -> str:
        """What the page shown is called."""
        return self.tongue(next((page.words for page in PAGES if page.name == self._name), w.HOME))

    def page_keys(self) -> tuple[tuple[str, str], ...]:
        """The keys that the page shown puts in the status bar."""
        return self._page.keys

    def _changed(self) -> None:
        self.bars.clear()
        self._show_state()

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
        """Change the language of everything, in every window, at once."""
        self.comforts.language = language
        self.spoke.emit(language)
        for window in _windows():
            window.tongue = Tongue(language)
            QTimer.singleShot(0, window, window.rebuild)

    def wear(self, mode: Mode, scale: int | None = None) -> None:
        """Change colours or text size, in every window, at once."""
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
        for window in _windows():
            window.rebuild()

    def _offer_appearance(self) -> None:
        self.appearance().popup(self.rail.mark.mapToGlobal(self.rail.mark.rect().topRight()))

    def appearance(self) -> QMenu:
        """The menu of language, colours and text size, and of who is at the screen."""
        return appearance(self)

    # Keys

    def seek(self) -> None:
        """Go to the search of what is in front."""
        if not self.overlays.seek():
            self._page.seek()

    def take_file(self) -> None:
        """Ask for a file, on a page that takes one."""
        take = getattr(self.page, "choose_file", None)
        if take is not None:
            take()

    # Qt's own

    def closeEvent(self, event: QCloseEvent) -> None:
        self.comforts.geometry = self.saveGeometry()
        session = self.session
        if session is not None:
            self._drop()
            session.leave()
        for job in tuple(self._jobs.values()):
            job.cancel()
        super().closeEvent(event)


def _windows() -> list[Window]:
    """Every window of the application that is on the screen."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, Window) and one.isVisible()]
