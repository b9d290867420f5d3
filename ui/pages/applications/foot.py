"""Under the list: where to drop what came in, and what became of each item of an import."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from smes_panel.model.application import Arrival
from ui.pages.applications.bringing import called
from ui.pages.applications.states import standing_cell
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.cells import Cell, ChipCell, Text
from ui.widgets.label import Elided
from ui.widgets.marks import Chip, Icon
from ui.widgets.table import Column, Table
from ui.wording import Tongue
from ui.wording import applications as w
from ui.wording import frame as f
from ui.wording import importing as i
from ui.wording import mailbox as m

if TYPE_CHECKING:
    from smes_panel.model.application import Arrived
    from ui.pages.applications.bringing import Import
    from ui.session import Session

_TONES = {
    Arrival.ADDED: ("ok", "circle-check"),
    Arrival.COMPLETED: ("ok", "file-plus"),
    Arrival.KNOWN: ("plain", "copy"),
    Arrival.TO_DECIDE: ("warn", "mail"),
    Arrival.SET_ASIDE: ("warn", "circle-alert"),
    Arrival.REFUSED: ("warn", "file-x"),
}


@final
class Foot(QFrame):
    """Says *asked()* when files are to be chosen, *went(key)* when an item leads to an application, *closed()*."""

    asked = Signal()
    went = Signal(str)
    closed = Signal()

    def __init__(self, tongue: Tongue, session: Session) -> None:
        super().__init__()
        self._tongue, self._session = tongue, session
        self._import: Import | None = None
        self._shown = -1
        self.setObjectName("foot")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        columns = (
            Column(tongue(i.FILE), 0),
            Column(tongue(w.NUMBER), 62),
            Column(tongue(i.RESULT), 128),
            Column(tongue(w.STATE), 160, spare=1),
            Column(tongue(i.WHY), 280, spare=2),
        )
        self.results = Table(tongue(i.RESULTS), columns, self._cells, 30)
        self.results.setFixedHeight(look().px(190))
        self.results.entered.connect(lambda place: self.went.emit(self._key_at(place)))
        self.results.hide()
        column.addWidget(self.results)
        bottom = QWidget()
        row = QHBoxLayout(bottom)
        row.setContentsMargins(look().px(14), look().px(10), look().px(14), look().px(10))
        row.setSpacing(look().px(14))
        row.addWidget(self._zone(), 5)
        row.addWidget(self._summary(), 6)
        column.addWidget(bottom)

    def _zone(self) -> QFrame:
        tongue = self._tongue
        zone = self.zone = QFrame()
        zone.setObjectName("dropZone")
        row = QHBoxLayout(zone)
        row.setContentsMargins(look().px(14), look().px(8), look().px(12), look().px(8))
        row.setSpacing(look().px(12))
        row.addWidget(Icon("upload", "accent", 24))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Elided(tongue(i.DROP_HERE), "body", bold=True))
        words.addWidget(Elided(tongue(i.DROP_FORMS), "dense", "ink2"))
        row.addLayout(words, 1)
        self.browse = Button(tongue(i.BROWSE), small=True)
        self.browse.clicked.connect(self.asked)
        row.addWidget(self.browse)
        return zone

    def _summary(self) -> QWidget:
        self._said = QWidget()
        column = QVBoxLayout(self._said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(6))
        head = QHBoxLayout()
        head.setSpacing(look().px(8))
        self._title = Elided("", "body", bold=True)
        head.addWidget(self._title, 1)
        self.detail = Button(self._tongue(i.SHOW_RESULTS), small=True)
        self.detail.clicked.connect(self._turn)
        head.addWidget(self.detail)
        self.close_results = Button(self._tongue(f.CLOSE), "quiet", small=True, picture="x")
        self.close_results.clicked.connect(self._close)
        head.addWidget(self.close_results)
        column.addLayout(head)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(look().px(6))
        column.addLayout(self._chips)
        self._said.hide()
        return self._said

    # Showing

    def show_import(self, brought: Import | None) -> None:
        """Show what became of each item so far; nothing where there is no import."""
        self._import = brought
        self._said.setVisible(brought is not None)
        if brought is None:
            self.results.hide()
            self._shown = -1
            return
        self.close_results.setVisible(not brought.under_way)
        count = len(brought.results)
        title = i.IMPORTING if brought.under_way else i.RESULTS if count else i.NOTHING_FOUND
        self._title.say(self._tongue(title))
        if count == self._shown and brought.under_way:
            return
        self._shown = count
        self.detail.setVisible(bool(count))
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for result in Arrival:
            n = sum(one.result is result for one in brought.results)
            if n:
                tone, picture = _TONES[result]
                self._chips.addWidget(Chip(self._tongue.counted(i.ARRIVED[result.value], n), tone, picture))
        self._chips.addStretch(1)
        self.results.show_keys(tuple(map(str, range(count))))

    def show_ready(self, *, ready: bool) -> None:
        """Whether what is being dragged may be dropped."""
        self.zone.setProperty("ready", ready)
        self.zone.style().unpolish(self.zone)
        self.zone.style().polish(self.zone)

    def _turn(self) -> None:
        self.results.setVisible(not self.results.isVisible())
        self.detail.setText(self._tongue(i.HIDE_RESULTS if self.results.isVisible() else i.SHOW_RESULTS))
        if self.results.isVisible():
            self.results.setFocus()

    def _close(self) -> None:
        self.closed.emit()

    def _item(self, place: str) -> Arrived:
        assert self._import is not None
        return self._import.results[int(place)]

    def _key_at(self, place: str) -> str:
        return self._item(place).application or ""

    def _cells(self, place: str) -> tuple[Cell, ...]:
        one, tongue = self._item(place), self._tongue
        tone, picture = _TONES[one.result]
        line = self._session.read.line(one.application) if one.application else None
        return (
            Text(called(one.path)),
            Text(one.application or "", tone="ink2", figures=True),
            ChipCell(tongue(i.ARRIVALS[one.result.value]), tone, picture),
            standing_cell(tongue, line.standing) if line is not None else Text(""),
            Text(reason(tongue, one.reason), tone="ink2"),
        )


def reason(tongue: Tongue, said: str) -> str:
    """Why something became of an item: in the words of the window where it has some, else the core's own sentence."""
    known = next((words for start, words in (i.REASONS | m.REASONS).items() if said.startswith(start)), None)
    return tongue(known) if known is not None else said
