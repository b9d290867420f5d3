"""Who is at the screen: chosen at unlocking where several people rate, and changed whenever they change seats."""

from __future__ import annotations

from typing import final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.frame import Frame
from ui.session import Session
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.header import Header
from ui.widgets.label import Label
from ui.widgets.marks import Icon
from ui.widgets.order import tab_through
from ui.widgets.shelf import Item, Shelf
from ui.wording import frame as f
from ui.wording import home as w
from ui.wording.gestures import ROLES

_NOBODY = "-"


@final
class Seat(QWidget):
    """Says *seated(member id or nothing, whether to ask each time)*."""

    seated = Signal(str, bool)

    def __init__(self, session: Session, frame: Frame, place: object) -> None:
        super().__init__()
        self.place = place
        tongue, read = frame.tongue, session.read
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        header = Header(tongue(w.WHO))
        header.line.say(tongue(w.WHO_LINE))
        column.addWidget(header)
        desk = QHBoxLayout()
        desk.setContentsMargins(look().px(16), look().px(12), look().px(16), look().px(14))
        desk.addStretch(1)
        leaf = QVBoxLayout()
        leaf.setSpacing(look().px(12))
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(look().px(560))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        self.shelf = Shelf(tongue(w.WHO))
        raters = [one for one in read.panel() if one.role.rates]
        items = [Item(one.id, one.name, tongue(ROLES[one.role]).capitalize()) for one in raters]
        items.append(Item(_NOBODY, tongue(w.NOBODY), tongue(w.NOBODY_LINE)))
        self.shelf.show_items(tuple(items))
        known, asked = frame.comforts.member(session.panel), frame.comforts.asks(session.panel)
        before = known or (_NOBODY if asked is not None else items[0].key)
        now = session.member.id if session.member is not None else before
        self.shelf.go_to(now)
        self.shelf.entered.connect(lambda _key: self._go_on())
        inside.addWidget(self.shelf)
        card.setMaximumHeight(self.shelf.height_of_all() + 6)
        card.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        leaf.addWidget(card, 100)
        self.shared = Check(tongue(w.ASK_EACH_TIME))
        self.shared.setChecked(bool(frame.comforts.asks(session.panel)))
        leaf.addWidget(self.shared)
        note = QHBoxLayout()
        note.setSpacing(look().px(8))
        note.addWidget(Icon("users", "ink2", 17), 0, Qt.AlignmentFlag.AlignTop)
        said = Label(tongue(w.NOT_SECRET), "dense", "ink2", wrap=True)
        said.setFixedWidth(look().px(530))
        note.addWidget(said, 1)
        leaf.addLayout(note)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.go_on = Button(tongue(w.CONTINUE), "primary", key=tongue(f.ENTER))
        self.go_on.setFixedHeight(look().px(38))
        self.go_on.clicked.connect(self._go_on)
        foot.addWidget(self.go_on)
        leaf.addLayout(foot)
        leaf.addStretch(1)
        desk.addLayout(leaf)
        desk.addStretch(1)
        column.addLayout(desk, 1)
        self.keys: tuple[tuple[str, str], ...] = (
            (tongue(f.ARROWS), tongue(f.TO_CHOOSE)),
            (tongue(f.ENTER), tongue(w.CONTINUE).lower()),
        )
        tab_through(self.shelf, self.shared, self.go_on)

    def _go_on(self) -> None:
        key = self.shelf.current_key()
        self.seated.emit("" if key == _NOBODY else key, self.shared.isChecked())

    def arrive(self) -> None:
        self.shelf.take_focus()

    def seek(self) -> bool:
        return False
