"""The list of applications: search, filters, order, what is dropped on it, and the one that is looked at beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui.pages import PAGES
from ui.pages.applications import blank
from ui.pages.applications.aside import Aside
from ui.pages.applications.bringing import ATTACH, IMPORT, LISTS, Import, Listed, attaching, files_in
from ui.pages.applications.bundle import BundleDraft, Waiting
from ui.pages.applications.filters import Filters
from ui.pages.applications.foot import Foot
from ui.pages.applications.paper import Draft
from ui.pages.applications.place import Place
from ui.pages.applications.states import cells
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.cells import Cell
from ui.widgets.field import SearchField
from ui.widgets.header import Header
from ui.widgets.order import tab_through
from ui.widgets.slot import Slot
from ui.widgets.table import Column, Table
from ui.wording import applications as w
from ui.wording import dates
from ui.wording import frame as f
from ui.wording import importing as i
from ui.wording import mailbox as m

if TYPE_CHECKING:
    from smes_panel.intake.sources import Source
    from smes_panel.model.change import Change
    from ui.frame import Frame
    from ui.jobs import Job, Outcome
    from ui.pages.applications.details import Details
    from ui.pages.applications.form import Draft as Drafted
    from ui.pages.applications.form import Form
    from ui.session import Session

_SHOWN = ("vacancy", "answer", "application", "number", "document", "outcome", "erasure", "merged", "kept_apart")
_SHOWN_TOO = ("admission", "exception", "draft", "grid", "member", "bundle", "conflict", "blind", "opened")
_DETAILS_AFTER_MS = 60
_READ_AGAIN_MS = 400


@final
class Applications(QWidget):
    def __init__(self, session: Session, frame: Frame, place: Place | None = None) -> None:
        super().__init__()
        self._session, self._frame, self._tongue = session, frame, frame.tongue
        self._place = place or Place()
        self._reader = session.member
        self._rates = self._reader is not None and self._reader.role.rates
        self._evaluates = any(page.name == "evaluate" for page in PAGES)
        self._built = False
        tongue = self._tongue
        self.setAcceptDrops(True)

        self.search = SearchField(tongue(w.SEARCH), tongue(w.SEARCH_NAME), "Ctrl F")
        self.search.setFixedWidth(look().px(292))
        self.search.setText(self._place.search)
        # What is dropped there is for the page, like everywhere on it.
        self.search.setAcceptDrops(False)
        self.bring = Button(tongue(i.IMPORT), "primary", picture="upload")
        self.bring.setMenu(self._ways())
        self._header = Header(tongue(f.APPLICATIONS), (self.search, self.bring))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        row = QHBoxLayout()
        row.setSpacing(0)
        column.addLayout(row, 1)

        columns = self._columns()
        self.table = Table(tongue(w.LIST), columns, self._cells, 36)
        self._sorts = {column.name: column.heading for column in columns if column.name}
        self._blank = Slot()
        self._pile = QStackedWidget()
        self._pile.addWidget(self.table)
        self._pile.addWidget(self._blank)
        left = QVBoxLayout()
        left.setSpacing(0)
        self.filters = Filters(tongue, self._place.filter, self._sorts, self._place.sort)
        left.addWidget(self.filters)
        self.waiting = Waiting(tongue)
        left.addWidget(self.waiting)
        left.addWidget(self._pile, 1)
        self.foot = Foot(tongue, session)
        left.addWidget(self.foot)
        row.addLayout(left, 1)
        self._aside = Aside(session, frame, self._place, evaluates=self._evaluates)
        row.addWidget(self._aside)

        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_details)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._read)
        self._listen()
        self.keys: tuple[tuple[str, str], ...] = (
            (tongue(f.ARROWS), tongue(f.TO_BROWSE)),
            *(((tongue(f.ENTER), tongue(w.TO_EVALUATE)),) if self._evaluates else ()),
            ("I", tongue(w.TO_IMPORT)),
            (tongue(w.DELETE), tongue(w.TO_WITHDRAW)),
            ("Ctrl F", tongue(f.TO_SEARCH)),
        )
        self._read()
        self._built = True
        self.table.go_to(self._place.key)
        self._show_details()
        if self._place.draft is not None:
            self.open_form(self._place.draft)
        job = frame.job(IMPORT)
        if job is not None:
            self._follow(job)
        self.foot.show_import(self._place.brought)

    def _columns(self) -> tuple[Column, ...]:
        tongue = self._tongue
        own = (Column(tongue(w.OWN), 104, "own", spare=3),) if self._rates else ()
        return (
            Column(tongue(w.NUMBER), 62, "number"),
            Column(tongue(w.NAME), 0, "name"),
            Column(tongue(w.RECEIVED), 118, "received"),
            Column(tongue(w.LANGUAGE), 76, "language", spare=1),
            Column(tongue(w.PIECES), 136, spare=2),
            Column(tongue(w.STATE), 158, "state"),
            *own,
        )

    def _ways(self) -> QMenu:
        menu = QMenu(self)
        for words, act in (
            (i.IMPORT_FILES, self.choose_file),
            (i.IMPORT_FOLDER, self._choose_folder),
            (m.FROM_MAILBOX, self._visit_mailbox),
            (i.BY_HAND, self.enter_by_hand),
        ):
            menu.addAction(self._tongue(words)).triggered.connect(lambda _on=False, act=act: act())
        return menu

    def _listen(self) -> None:
        self.table.went.connect(self._went)
        self.table.sorted_by.connect(self._sort)
        self.table.entered.connect(self._enter)
        self.filters.narrowed.connect(self._narrow)
        self.filters.ordered.connect(self._sort)
        self.search.sought.connect(self._read)
        self.search.sought.connect(lambda _words: self._soon.start(_DETAILS_AFTER_MS))
        self.search.left.connect(self._to_the_list)
        self.foot.asked.connect(self.choose_file)
        self.foot.went.connect(self._find)
        self.foot.closed.connect(self._close_results)
        self.waiting.asked.connect(self._decide)
        self._aside.attached.connect(self._attach)
        self._aside.evaluated.connect(lambda: self._evaluate(self.table.current_key() or ""))
        self._aside.opened.connect(lambda spot: self._frame.go("evaluate", spot))
        self._aside.left.connect(self._to_the_list)
        self._aside.laid.connect(self._order_stops)
        self._aside.found.connect(self._find)
        self._aside.brought.connect(self._bring)
        self._aside.closed.connect(self._form_closed)
        self._session.changed.connect(self._changed)
        for keys, act in (("I", self.choose_file), ("Del", self._withdraw)):
            QShortcut(QKeySequence(keys), self.table, act, context=Qt.ShortcutContext.WidgetShortcut)

    # Reading

    def _read(self, _words: str = "") -> None:
        tongue, read, place = self._tongue, self._session.read, self._place
        self._again.stop()
        search = self.search.text()
        listing = read.listing(search, only=place.filter, order=place.sort, rising=place.rising, reader=self._reader)
        vacancy = read.vacancy()
        if vacancy.closes_at is not None:
            deadline = tongue(w.DEADLINE, when=dates.instant(tongue, vacancy.closes_at))
        elif vacancy.posting.deadline is not None:
            day = dates.day(tongue, vacancy.posting.deadline)
            deadline = tongue(w.DEADLINE, when=tongue(w.HOUR_OPEN, when=day))
        else:
            deadline = tongue(w.NO_DEADLINE)
        received = tongue.counted(w.RECEIVED_COUNT, listing.total)
        if listing.examined != listing.total:
            received = tongue(w.EXAMINED_COUNT, received=received, n=listing.examined)
        self._header.line.say(f"{received}. {deadline}")
        self.filters.show_counts(listing.counts, place.filter, place.sort)
        self.table.headings.show_sorted(place.sort, rising=place.rising)
        self.table.show_keys(listing.keys)
        self.waiting.show_count(len(read.bundles(waiting=True)))
        self._show_blank(listing.total, search.strip(), vacancy.posting.apply_to)

    def _cells(self, key: str) -> tuple[Cell, ...]:
        return cells(self._tongue, self._session.read.line(key, self._reader), rates=self._rates)

    def _show_blank(self, total: int, search: str, address: str | None) -> None:
        self._aside.setVisible(total > 0 or self.form is not None)
        self.foot.setVisible(total > 0 or self._place.brought is not None)
        if self.table.rows.rowCount():
            self._pile.setCurrentWidget(self.table)
            return
        tongue = self._tongue
        if search:
            shown = blank.nothing_found(tongue, search, total, self._clear, comments=self._rates)
        elif total:
            shown = blank.nothing_here(tongue)
        else:
            shown = blank.nothing_yet(tongue, address, self.choose_file, self.enter_by_hand)
        self._blank.show_one(shown)
        self._order_stops()
        self._pile.setCurrentWidget(self._blank)

    def _went(self, _key: str) -> None:
        # While one types or scrolls, the details wait until it rests on a row.
        if self.search.hasFocus():
            self._soon.start(_DETAILS_AFTER_MS)
        elif self._built:
            self._show_details()

    def _show_details(self) -> None:
        self._soon.stop()
        self._aside.show_application(self.table.current_key(), self.search.text())

    def _order_stops(self) -> None:
        """Tab goes as one reads, though much is made anew for each application."""
        tab_through(
            self.search, self.bring, self.filters, self.waiting, self.table, self._blank, self.foot, self._aside
        )

    # Bringing in

    def choose_file(self) -> None:
        """Choose e-mails and documents to import."""
        files = self._frame.prompts.files_to_take(self, self._tongue(i.IMPORT_FILES), self._tongue(i.FILES_TO_IMPORT))
        self.import_paths(files)

    def _choose_folder(self) -> None:
        folder = self._frame.prompts.folder_to_take(self, self._tongue(i.IMPORT_FOLDER))
        self.import_paths([folder] if folder is not None else [])

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import these files and folders; what is asked for while an import runs joins it."""
        if not paths:
            return
        if len(paths) == 1 and paths[0].suffix.casefold() in LISTS and self.form is None:
            # Readers of lists are brought in when one is.
            from ui.pages.applications.columns import ListDraft

            self.open_form(ListDraft(paths[0]))
            return
        self._import(lambda brought: brought.add(paths))

    def _import(self, add: Callable[[Import], None]) -> None:
        brought = self._place.brought
        if brought is not None and self._frame.job(IMPORT) is not None:
            add(brought)
            return
        brought = Import(self._session)
        add(brought)
        job = self._frame.run(IMPORT, brought.work(), self._tongue(i.IMPORTING))
        job.setProperty(IMPORT, brought)
        self._follow(job)

    def _bring(self, what: Listed | Source) -> None:
        self._import(lambda brought: brought.take(what))

    def _follow(self, job: Job) -> None:
        self._place = replace(self.place, brought=job.property(IMPORT))
        self.foot.show()
        job.stepped.connect(self._stepped)
        job.ended.connect(self._ended)

    def _stepped(self, _step: object) -> None:
        self.foot.show_import(self._place.brought)

    def _ended(self, _outcome: Outcome) -> None:
        self._read()
        self._show_details()
        self.foot.show_import(self._place.brought)

    def _close_results(self) -> None:
        self._place = replace(self.place, brought=None)
        self.foot.show_import(None)
        self._to_the_list()

    def _attach(self) -> None:
        key = self.table.current_key()
        if key is None or self._frame.job(ATTACH) is not None:
            return
        files = self._frame.prompts.files_to_take(self, self._tongue(w.ATTACH), self._tongue(i.FILES_TO_IMPORT))
        if files:
            one = self._session.read.application_id(key)
            self._frame.run(ATTACH, attaching(self._session, one, files), self._tongue(i.ATTACHING))

    def enter_by_hand(self) -> None:
        """Enter an application that came on paper."""
        self.open_form(Draft())

    def _visit_mailbox(self) -> None:
        # What speaks with a server is brought in when it is wanted.
        from ui.pages.applications.mailbox import VisitDraft

        self.open_form(VisitDraft())

    def _decide(self) -> None:
        """Say what the first mail of several applications that waits is."""
        waiting = self._session.read.bundles(waiting=True)
        if waiting:
            self.open_form(BundleDraft(waiting[0].id))

    def open_form(self, draft: Drafted) -> None:
        """Have something brought in by hand, in the place of the details; a form that is open stays."""
        self._aside.open_form(draft)
        self._aside.fit(self.width())

    def _form_closed(self) -> None:
        self._aside.fit(self.width())
        self._read()
        self._to_the_list()

    @property
    def details(self) -> Details | None:
        """The application beside the list."""
        return self._aside.details

    @property
    def form(self) -> Form | None:
        """What is being brought in by hand."""
        return self._aside.form

    # Going and doing

    def _changed(self, change: Change) -> None:
        if not change.touches(*_SHOWN, *_SHOWN_TOO):
            return
        brought = self._place.brought
        if brought is not None and brought.under_way:
            # A list of ten thousand is not read anew for each mail.
            if not self._again.isActive():
                self._again.start(_READ_AGAIN_MS)
            return
        self._read()

    def _clear(self) -> None:
        self.search.clear()
        self.seek()

    def _to_the_list(self) -> None:
        self._show_details()
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _narrow(self, name: str) -> None:
        self._place = replace(self.place, filter=name)
        self._read()

    def _sort(self, name: str) -> None:
        rising = not self._place.rising if name == self._place.sort else True
        self._place = replace(self.place, sort=name, rising=rising)
        self._read()

    def _find(self, key: str) -> None:
        """Go to an application, whatever hides it."""
        if not key:
            return
        if self.table.rows.row_of(key) is None:
            self._place = replace(self.place, filter="all")
            self.filters.choose("all")
            self.search.clear()
            self._read()
        self.table.go_to(key)
        self._to_the_list()

    def reach(self, sort: str, code: str) -> bool:
        """Go to an application by its key; False where it is not one."""
        if sort != "application":
            return False
        self._find(code)
        return True

    def _evaluate(self, key: str) -> None:
        if self._evaluates and key:
            self._frame.go("evaluate", self._session.read.application_id(key))

    def _enter(self, key: str) -> None:
        """What was found is read where it stands; else one begins to rate."""
        if self._soon.isActive():
            self._show_details()
        spot = self.details.found.spot() if self.details is not None else None
        if spot is not None:
            self._frame.go("evaluate", spot)
        else:
            self._evaluate(key)

    def _withdraw(self) -> None:
        if self.details is not None:
            self.details.ask_withdrawal()

    def commit(self) -> None:
        """Have what is being typed kept."""
        if self.details is not None:
            self.details.commit()

    @property
    def place(self) -> Place:
        """Where one is."""
        aside, key = self._aside, self.table.current_key() or ""
        draft = aside.form.draft if aside.form is not None else None
        return replace(
            self._place,
            key=key,
            search=self.search.text(),
            draft=draft,
            reasons=aside.reasons,
            withdrawing=aside.withdrawing(key),
        )

    def arrive(self) -> None:
        if self.form is not None:
            self.form.arrive()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def seek(self) -> bool:
        """Go to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    # Qt's own

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()
            self.foot.show_ready(ready=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.foot.show_ready(ready=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.foot.show_ready(ready=False)
        files = files_in(event.mimeData())
        if files:
            # Whatever the other program would have us do, its files stay where they are.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if self.form is None or not self.form.take(files):
                self.import_paths(files)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._aside.fit(self.width())
