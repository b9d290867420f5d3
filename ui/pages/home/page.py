"""Unlock: the dossiers of this computer, and the passphrase that opens one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from smes_panel.errors import PanelError
from smes_panel.model.words import Language
from ui.theme import MODES, Mode, look
from ui.widgets.button import Button, Segments
from ui.widgets.cells import Cell, ChipCell, Text
from ui.widgets.empty import Empty
from ui.widgets.field import PassphraseField
from ui.widgets.header import Header
from ui.widgets.label import Elided, Label
from ui.widgets.marks import Icon, Rule
from ui.widgets.notice import Notice
from ui.widgets.slot import Slot
from ui.widgets.table import Column, Table
from ui.wording import Tongue
from ui.wording import frame as f
from ui.wording import unlock as w
from ui.wording.errors import told

_DOOR_AT_MOST = 0.46
_MODE_ICONS = ("monitor", "sun", "moon")


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is on this page: kept over a rebuild, so that a change of language loses nothing typed."""

    path: Path | None = None
    typed: str = ""


@final
class Unlock(QWidget):
    """Says *given(path, passphrase)*; the window tries it and answers through `refuse` or by leaving this page."""

    given = Signal(Path, str)
    language_chosen = Signal(object)
    mode_chosen = Signal(str)

    def __init__(
        self,
        tongue: Tongue,
        recent: tuple[tuple[Path, date | None], ...],
        mode: Mode,
        ask: Callable[[], Path | None],
        place: Place | None = None,
    ) -> None:
        super().__init__()
        self._tongue, self._ask = tongue, ask
        self._files = {str(path): day for path, day in recent}
        place = place or Place()
        chosen = place.path or (recent[0][0] if recent else None)
        if chosen is not None:
            self._files.setdefault(str(chosen), None)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        languages = tuple(Language)
        tongues = Segments(
            tuple(f.LANGUAGES[one] for one in languages), languages.index(tongue.language), tongue(f.LANGUAGE)
        )
        tongues.chosen.connect(lambda at: self.language_chosen.emit(languages[at]))
        colours = Segments(
            tuple(tongue(f.COLOUR_MODES[one]) for one in MODES), MODES.index(mode), tongue(f.COLOURS), _MODE_ICONS
        )
        colours.chosen.connect(lambda at: self.mode_chosen.emit(MODES[at]))
        header = Header(tongue(f.HOME), (tongues, colours))
        header.line.say(tongue.counted(w.COUNT, len(self._files)) if self._files else tongue(w.NO_NETWORK))
        column.addWidget(header)

        desk = QHBoxLayout()
        desk.setContentsMargins(look().px(16), look().px(12), look().px(16), look().px(14))
        desk.setSpacing(look().px(14))
        desk.addWidget(self._shelf(), 1)
        desk.addWidget(self._door(), 0)
        column.addLayout(desk, 1)

        self.keys: tuple[tuple[str, str], ...] = (
            (tongue(f.ARROWS), tongue(f.TO_CHOOSE)),
            (tongue(f.ENTER), tongue(f.TO_OPEN)),
            ("Ctrl O", tongue(f.ANOTHER_FILE)),
        )
        self._table.show_keys(tuple(self._files))
        if chosen is not None:
            self._table.go_to(str(chosen))
        self._pointed(self._table.current_key() or "")
        self.passphrase.setText(place.typed)

    def _shelf(self) -> QWidget:
        tongue = self._tongue
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 0, 1, look().px(8))
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(look().px(11), look().px(9), look().px(14), look().px(9))
        head.addWidget(Label(tongue(w.HERE), "h2"), 1)
        self.other = Button(tongue(w.OPEN_ANOTHER), picture="folder-open")
        self.other.clicked.connect(self.choose_file)
        head.addWidget(self.other)
        column.addLayout(head)
        column.addWidget(Rule())
        columns = (Column("", 0), Column("", 210, spare=1), Column("", 140, spare=2))
        self._table = Table(tongue(w.HERE), columns, self._cells, 45)
        self._table.headings.hide()
        self._table.went.connect(self._pointed)
        self._table.entered.connect(lambda _key: self.passphrase.setFocus())
        self._pile = QStackedWidget()
        self._pile.addWidget(self._table)
        self._pile.addWidget(Empty("folder-open", tongue(w.NONE_TITLE), tongue(w.NONE_SENTENCE)))
        self._pile.setCurrentIndex(0 if self._files else 1)
        column.addWidget(self._pile, 1)
        return card

    def _door(self) -> QScrollArea:
        tongue = self._tongue
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        leaf = QWidget()
        leaf.setObjectName("clear")
        column = QVBoxLayout(leaf)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(look().px(16), look().px(14), look().px(16), look().px(18))
        inside.setSpacing(look().px(6))
        head = QHBoxLayout()
        head.setSpacing(look().px(8))
        head.addWidget(Icon("lock", "accent", 18))
        self._title = Elided(tongue(w.CHOOSE_FIRST), "h2")
        head.addWidget(self._title, 1)
        inside.addLayout(head)
        inside.addWidget(Label(tongue(w.STAYS_HERE), "dense", "ink2"))
        inside.addSpacing(look().px(8))
        name = Label(tongue(w.PASSPHRASE), "name")
        inside.addWidget(name)
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        self.passphrase = PassphraseField(tongue(w.PASSPHRASE), tongue(w.SHOW), tongue(w.HIDE))
        self.passphrase.returnPressed.connect(self._give)
        name.setBuddy(self.passphrase)
        row.addWidget(self.passphrase, 1)
        self.open = Button(tongue(w.OPEN), "primary", key=tongue(f.ENTER))
        self.open.setFixedHeight(look().px(38))
        self.open.clicked.connect(self._give)
        row.addWidget(self.open)
        inside.addLayout(row)
        column.addWidget(card)
        self._trouble = Slot()
        self._trouble.hide()
        column.addWidget(self._trouble)
        quiet = QHBoxLayout()
        quiet.setSpacing(look().px(8))
        quiet.addWidget(Icon("hard-drive", "ink2", 17), 0, Qt.AlignmentFlag.AlignTop)
        note = Label(tongue(w.NO_NETWORK), "dense", "ink2", wrap=True)
        quiet.addWidget(note, 1)
        column.addLayout(quiet)
        column.addStretch(1)
        self._area.setWidget(leaf)
        return self._area

    def _cells(self, key: str) -> tuple[Cell, ...]:
        path, day = Path(key), self._files[key]
        opened = ""
        if day is not None:
            from ui.wording import dates

            opened = self._tongue(w.OPENED_ON, day=dates.day(self._tongue, day))
        state = (
            ChipCell(self._tongue(w.LOCKED), "plain", "lock")
            if path.is_file()
            else ChipCell(self._tongue(w.MISSING), "warn", "file-x")
        )
        return Text(path.stem, bold=True), Text(opened, tone="ink2"), state

    def _pointed(self, key: str) -> None:
        named = self._tongue(w.OPEN_NAMED, name=Path(key).stem) if key else self._tongue(w.CHOOSE_FIRST)
        self._title.say(named)
        self.passphrase.setEnabled(bool(key))
        self.open.setEnabled(bool(key))
        self._trouble.hide()

    def _give(self) -> None:
        if (key := self._table.current_key()) and self.passphrase.text():
            self.given.emit(Path(key), self.passphrase.text())

    def refuse(self, error: PanelError) -> None:
        """Say why the dossier did not open; what was typed stays, selected, ready to be typed again."""
        notice = Notice(told(self._tongue, error))
        self._trouble.show_one(notice)
        self._trouble.show()
        notice.announce()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        self.passphrase.selectAll()

    def choose_file(self) -> None:
        """Ask for a file and point at it."""
        path = self._ask()
        if path is not None:
            self.point_at(path)

    def point_at(self, path: Path) -> None:
        """Put a file on the list, current, with the passphrase next to be typed."""
        self._files.setdefault(str(path), None)
        self._pile.setCurrentIndex(0)
        self._table.show_keys(tuple(self._files))
        self._table.go_to(str(path))
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrive(self) -> None:
        """Put the focus where one goes on."""
        target: QWidget = self.passphrase if self._files else self.other
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def seek(self) -> bool:
        return False

    @property
    def place(self) -> Place:
        key = self._table.current_key()
        return Place(Path(key) if key else None, self.passphrase.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._area.setFixedWidth(min(look().px(432), round(event.size().width() * _DOOR_AT_MOST)))
