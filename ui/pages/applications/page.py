"""The list of applications: search, filters, order, and the one that is looked at beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from smes_panel.model.application import DocumentKind, Timeliness
from smes_panel.model.words import Language, Words
from ui.pages.applications.details import Details, state_of
from ui.theme import look
from ui.widgets.button import Button, one_stop
from ui.widgets.cells import Cell, Text, Ticks
from ui.widgets.empty import Empty
from ui.widgets.field import SearchField
from ui.widgets.flow import Flow
from ui.widgets.header import Header
from ui.widgets.slot import Slot
from ui.widgets.table import Column, Table
from ui.wording import Tongue, dates
from ui.wording import applications as w
from ui.wording import frame as f

if TYPE_CHECKING:
    from smes_panel.model.change import Change
    from smes_panel.queries.answers import Application
    from ui.session import Session

_SHOWN = ("vacancy", "answer", "application", "number", "document", "outcome", "erasure")
_ASIDE_AT_MOST = 0.36
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is on this page: kept over a rebuild."""

    key: str = ""
    search: str = ""
    filter: str = "all"
    sort: str = "number"
    rising: bool = True


_FILTERS: dict[str, tuple[Words, Callable[[Application], bool]]] = {
    "all": (w.ALL, lambda _line: True),
    "incomplete": (w.TO_COMPLETE, lambda line: bool(line.missing)),
    "twins": (w.DUPLICATES, lambda line: bool(line.resembles)),
    "late": (w.LATE_ONES, lambda line: line.timeliness is Timeliness.LATE),
    "dutch": (w.DUTCH_ONES, lambda line: line.identity.language is Language.NL),
}


@final
class Applications(QWidget):
    def __init__(self, session: Session, tongue: Tongue, place: Place | None = None) -> None:
        super().__init__()
        self._session, self._tongue = session, tongue
        self._place = place or Place()
        self._lines: dict[str, Application] = {}

        self.search = SearchField(tongue(w.SEARCH), tongue(w.SEARCH_NAME), "Ctrl F")
        self.search.setFixedWidth(look().px(292))
        self.search.setText(self._place.search)
        self._header = Header(tongue(f.APPLICATIONS), (self.search,))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        row = QHBoxLayout()
        row.setSpacing(0)
        column.addLayout(row, 1)

        columns = (
            Column(tongue(w.NUMBER), 62, "number"),
            Column(tongue(w.NAME), 0, "name"),
            Column(tongue(w.RECEIVED), 118, "received"),
            Column(tongue(w.LANGUAGE), 76, "language", spare=1),
            Column(tongue(w.PIECES), 150, spare=2),
            Column(tongue(w.STATE), 172, "state"),
        )
        self.table = Table(tongue(w.LIST), columns, self._cells, 36)
        self._sorts = {column.name: column.heading for column in columns if column.name}
        self._blank = Slot()
        self._pile = QStackedWidget()
        self._pile.addWidget(self.table)
        self._pile.addWidget(self._blank)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._strip())
        left.addWidget(self._pile, 1)
        row.addLayout(left, 1)
        self._aside = Slot()
        self._aside.setObjectName("aside")
        row.addWidget(self._aside)

        self.table.went.connect(self._show_details)
        self.table.sorted_by.connect(self._sort)
        self.search.sought.connect(self._sought)
        self.search.left.connect(lambda: self.table.setFocus(Qt.FocusReason.TabFocusReason))
        session.changed.connect(self._changed)
        self.keys: tuple[tuple[str, str], ...] = (
            (tongue(f.ARROWS), tongue(f.TO_BROWSE)),
            ("Ctrl F", tongue(f.TO_SEARCH)),
            ("Ctrl L", tongue(f.TO_LOCK)),
        )
        self._read()
        self.table.go_to(self._place.key)

    def _strip(self) -> QFrame:
        strip = QFrame()
        strip.setObjectName("strip")
        row = Flow(strip, 7, 46)
        row.setContentsMargins(look().px(14), 0, look().px(14), 0)
        self._filters = QButtonGroup(self)
        for place, name in enumerate(_FILTERS):
            button = Button("", small=True)
            button.setCheckable(True)
            button.setProperty("filter", True)
            button.setChecked(name == self._place.filter)
            self._filters.addButton(button, place)
            row.addWidget(button)
        one_stop(self._filters)
        self._filters.idClicked.connect(self._filtered)
        self.sort = Button("", "quiet", small=True)
        self.sort.setFont(look().font("dense"))
        menu = QMenu(self.sort)
        group = QActionGroup(menu)
        for name, heading in self._sorts.items():
            action = QAction(heading, menu)
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name == self._place.sort)
            group.addAction(action)
            menu.addAction(action)
        menu.triggered.connect(lambda action: self._sort(action.data()))
        self.sort.setMenu(menu)
        row.addWidget(self.sort)
        return strip

    # Reading

    def _read(self) -> None:
        tongue, read = self._tongue, self._session.read
        search = self.search.text()
        found = read.applications(search)
        total = len(read.keys()) if search.strip() else len(found)
        vacancy = read.vacancy()
        if vacancy.closes_at is not None:
            deadline = tongue(w.DEADLINE, when=dates.instant(tongue, vacancy.closes_at))
        elif vacancy.posting.deadline is not None:
            day = dates.day(tongue, vacancy.posting.deadline)
            deadline = tongue(w.DEADLINE, when=tongue(w.HOUR_OPEN, when=day))
        else:
            deadline = tongue(w.NO_DEADLINE)
        self._header.line.say(f"{tongue.counted(w.RECEIVED_COUNT, total)}. {deadline}")
        for place, (name, (words, within)) in enumerate(_FILTERS.items()):
            count = sum(1 for line in found if within(line))
            button = self._filters.button(place)
            button.setText(f"{tongue(words)}  {count}")
            button.setVisible(name == "all" or count > 0 or name == self._place.filter)
        within = _FILTERS[self._place.filter][1]
        shown = sorted((line for line in found if within(line)), key=self._rank, reverse=not self._place.rising)
        self._lines = {line.key: line for line in shown}
        self.table.headings.show_sorted(self._place.sort, rising=self._place.rising)
        self.sort.setText(tongue(w.SORTED_BY[self._place.sort]))
        self.table.show_keys(tuple(self._lines))
        self._show_blank(total, search.strip(), vacancy.posting.apply_to)

    def _rank(self, line: Application) -> tuple[object, ...]:
        match self._place.sort:
            case "name":
                return (line.identity.name.casefold(), line.number)
            case "received":
                return (line.received_at or _LONG_AGO, line.number)
            case "language":
                return (line.identity.language or "", line.number)
            case "state":
                return (state_of(self._tongue, line).words, line.number)
            case _:
                return (line.number,)

    def _cells(self, key: str) -> tuple[Cell, ...]:
        line, tongue = self._lines[key], self._tongue
        kinds = {document.kind for document in line.documents}
        name = line.identity.name
        return (
            Text(line.key, tone="ink2", figures=True),
            Text(name, bold=True) if name else Text(tongue(w.NO_NAME), tone="warn"),
            Text(dates.short(tongue, line.received_at), figures=True)
            if line.received_at
            else Text(tongue(w.UNKNOWN), tone="ink3"),
            Text(line.identity.language.upper() if line.identity.language else "–"),
            Ticks(
                tuple((kind in kinds, tongue(w.KINDS[kind])) for kind in (DocumentKind.CV, DocumentKind.LETTER)),
                tongue(w.MISSING),
            ),
            state_of(tongue, line),
        )

    def _show_blank(self, total: int, search: str, address: str | None) -> None:
        if self._lines:
            self._pile.setCurrentWidget(self.table)
            return
        tongue = self._tongue
        if search:
            clear = Button(tongue(w.CLEAR_SEARCH), picture="x")
            clear.clicked.connect(self._clear)
            sentence = tongue.counted(w.SEARCHED, total)
            blank = Empty("search", tongue(w.NOTHING_FOR, words=search), sentence, (clear,))
        elif total:
            blank = Empty("inbox", tongue(w.NOTHING_HERE), "")
        elif address:
            blank = Empty("inbox", tongue(w.EMPTY_TITLE), tongue(w.EMPTY_SENTENCE, address=address))
        else:
            blank = Empty("inbox", tongue(w.EMPTY_TITLE), tongue(w.EMPTY_SENTENCE_PLAIN))
        self._blank.show_one(blank)
        self._pile.setCurrentWidget(self._blank)

    def _show_details(self, key: str) -> None:
        line = self._lines.get(key)
        self._aside.show_one(Details(self._tongue, line) if line is not None else QWidget())

    # Doing

    def _changed(self, change: Change) -> None:
        if change.touches(*_SHOWN):
            self._read()

    def _sought(self, _words: str) -> None:
        self._read()

    def _clear(self) -> None:
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filtered(self, place: int) -> None:
        self._place = self.place_with(filter=tuple(_FILTERS)[place])
        self._read()

    def _sort(self, name: str) -> None:
        rising = not self._place.rising if name == self._place.sort else True
        self._place = self.place_with(sort=name, rising=rising)
        self._read()

    def place_with(self, **moved: object) -> Place:
        """Where one is, with some of it moved."""
        here = {
            "key": self.table.current_key() or "",
            "search": self.search.text(),
            "filter": self._place.filter,
            "sort": self._place.sort,
            "rising": self._place.rising,
        }
        return Place(**{**here, **moved})  # type: ignore[arg-type]

    @property
    def place(self) -> Place:
        return self.place_with()

    def arrive(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def seek(self) -> bool:
        """Go to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._aside.setFixedWidth(min(look().px(372), round(event.size().width() * _ASIDE_AT_MOST)))
