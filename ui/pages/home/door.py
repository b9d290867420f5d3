"""Beside the shelf: the door of a locked dossier, or what an open one waits for."""

from __future__ import annotations

from pathlib import Path
from typing import final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from smes_panel.errors import PanelError
from ui.frame import Frame
from ui.session import Session
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.field import PassphraseField
from ui.widgets.label import Elided, Label
from ui.widgets.line import LineButton
from ui.widgets.marks import Icon, Rule
from ui.widgets.notice import Matter, Notice
from ui.widgets.slot import Slot
from ui.wording import Tongue
from ui.wording import errors as e
from ui.wording import frame as f
from ui.wording import home as w
from ui.wording.errors import told


def quiet_note(words: str) -> QHBoxLayout:
    """A quiet line at the foot, with its picture."""
    row = QHBoxLayout()
    row.setSpacing(look().px(8))
    row.addWidget(Icon("hard-drive", "ink2", 17), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(words, "dense", "ink2", wrap=True), 1)
    return row


@final
class Door(QWidget):
    """The passphrase of the dossier at `key`; says *given(path, passphrase)*."""

    given = Signal(Path, str)

    def __init__(self, tongue: Tongue, key: str) -> None:
        super().__init__()
        self.refusal: PanelError | None = None
        self.setObjectName("clear")
        self.key, self._tongue = key, tongue
        column = QVBoxLayout(self)
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
        named = tongue(w.OPEN_NAMED, name=Path(key).stem) if key else tongue(w.CHOOSE_FIRST)
        head.addWidget(Elided(named, "h2"), 1)
        inside.addLayout(head)
        inside.addWidget(Label(tongue(w.STAYS_HERE), "dense", "ink2"))
        inside.addSpacing(look().px(8))
        name = Label(tongue(w.PASSPHRASE), "name")
        inside.addWidget(name)
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        self.passphrase = PassphraseField(tongue(w.PASSPHRASE), tongue(w.SHOW), tongue(w.HIDE))
        self.passphrase.returnPressed.connect(self._give)
        self.passphrase.setEnabled(bool(key))
        name.setBuddy(self.passphrase)
        row.addWidget(self.passphrase, 1)
        self.open = Button(tongue(w.OPEN), "primary", key=tongue(f.ENTER))
        self.open.setFixedHeight(look().px(38))
        self.open.setEnabled(bool(key))
        self.open.clicked.connect(self._give)
        row.addWidget(self.open)
        inside.addLayout(row)
        caps = QFrame()
        caps_row = QHBoxLayout(caps)
        caps_row.setContentsMargins(0, 0, 0, 0)
        caps_row.setSpacing(look().px(6))
        caps_row.addWidget(Icon("triangle-alert", "warn", 15))
        caps_row.addWidget(Label(tongue(w.CAPS), "dense", "warn"), 1)
        caps.hide()
        self.passphrase.capitals.connect(caps.setVisible)
        inside.addWidget(caps)
        if key:
            lost = Button(tongue(w.FORGOTTEN), "link")
            lost.setFont(look().font("dense"))
            lost.clicked.connect(self._forgotten)
            inside.addWidget(lost)
        column.addWidget(card)
        self._trouble = Slot()
        self._trouble.hide()
        column.addWidget(self._trouble)
        column.addLayout(quiet_note(tongue(w.NO_NETWORK)))
        column.addStretch(1)

    def _give(self) -> None:
        if self.key and self.passphrase.text():
            self.given.emit(Path(self.key), self.passphrase.text())

    def _forgotten(self) -> None:
        tongue = self._tongue
        parts = (
            (tongue(e.HAPPENED), tongue(w.FORGOTTEN_WHY)),
            (tongue(e.KEPT), tongue(w.FORGOTTEN_KEPT)),
            (tongue(e.TO_DO), tongue(w.FORGOTTEN_DO)),
        )
        self._tell(Matter(tongue(w.FORGOTTEN), parts, "key-round"))

    def refuse(self, error: PanelError) -> None:
        """Say why the dossier did not open; what was typed stays, selected, ready to be typed again."""
        self.refusal = error
        self._tell(told(self._tongue, error))
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        self.passphrase.selectAll()

    def _tell(self, matter: Matter) -> None:
        notice = Notice(matter)
        self._trouble.show_one(notice)
        self._trouble.show()
        notice.announce()


@final
class Waiting(QWidget):
    """What an open dossier waits for; each line leads to the page where it is done."""

    def __init__(self, session: Session, frame: Frame) -> None:
        super().__init__()
        from ui.pages import PAGES
        from ui.pages.home.awaits import awaiting

        self.setObjectName("clear")
        tongue = frame.tongue
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, look().px(12), 1, look().px(1))
        inside.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(look().px(15), 0, look().px(15), look().px(10))
        head.addWidget(Label(tongue(w.AWAITS), "h2"), 1)
        if session.member is not None:
            head.addWidget(Label(tongue(w.AWAITS_MEMBER, name=session.member.name), "dense", "ink2"))
        inside.addLayout(head)
        there = {page.name for page in PAGES}
        waiting = awaiting(session, tongue)
        self.lines: list[LineButton] = []
        for one in waiting:
            inside.addWidget(Rule())
            line = LineButton(one.picture, one.title, one.line)
            line.setEnabled(one.page in there)
            line.clicked.connect(lambda _checked=False, page=one.page: frame.go(page))
            inside.addWidget(line)
            self.lines.append(line)
        if not waiting:
            inside.addWidget(Rule())
            nothing = Label(tongue(w.NOTHING_AWAITS), "body", "ink2", wrap=True)
            nothing.setContentsMargins(look().px(15), look().px(12), look().px(15), look().px(12))
            inside.addWidget(nothing)
        column.addWidget(card)
        column.addLayout(quiet_note(tongue(w.NO_NETWORK)))
        column.addStretch(1)
