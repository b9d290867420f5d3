"""Before the opening: what is still to come in, from whom, and how the chair opens without it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smes_panel.model.panel import Member, Role
from smes_panel.model.vacancy import Stage
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.label import Label
from ui.widgets.marks import Icon
from ui.widgets.slot import Slot
from ui.wording import Tongue
from ui.wording import compare as w

if TYPE_CHECKING:
    from smes_panel.queries.answers import StageProgress

_WIDE = 460


@final
class Waiting(QWidget):
    """Says *read_on()* when one goes back to reading, *opened(reason)* when the chair opens the stage."""

    read_on = Signal()
    opened = Signal(str)

    def __init__(self, tongue: Tongue, progress: StageProgress, me: Member | None, reason: str | None = None) -> None:
        super().__init__()
        self._tongue = tongue
        self.setObjectName("panelPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look().px(24))
        column.setSpacing(0)
        self.reading: Button | None = None
        self.opening: Button | None = None
        self.reason: QLineEdit | None = None
        self.see: Button | None = None
        column.addWidget(self._empty(progress, me), 1)
        self._ask = Slot()
        if progress.expected:
            column.addSpacing(look().px(16))
            column.addWidget(self._who(progress), 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(look().px(14))
        column.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._resume(reason)

    def _resume(self, reason: str | None) -> None:
        if reason is not None and self.opening is not None:
            self._confirm(reason)

    @property
    def typed(self) -> str | None:
        """The reason as typed so far; None while nobody is asked for one."""
        return self.reason.text() if self.reason is not None else None

    def _empty(self, progress: StageProgress, me: Member | None) -> Empty:
        tongue = self._tongue
        if not progress.expected:
            why = w.NOBODY_SCREENING if progress.stage is Stage.SCREENING else w.NOBODY_INTERVIEW
            return Empty("grid-3x3", tongue(w.NOBODY), tongue(why))
        missing = Counter(name for name, _key in progress.missing)
        actions: list[QWidget] = []
        mine = missing[me.name] if me is not None else 0
        if mine:
            self.reading = Button(tongue(w.KEEP_READING), "primary", picture="highlighter", key="Ctrl 4")
            self.reading.clicked.connect(self.read_on)
            actions.append(self.reading)
            title, sentence = tongue(w.WAITING), tongue.counted(w.WAITING_FOR_ME, mine)
        else:
            who = ", ".join(tongue(w.NAME_AND_COUNT, name=name, n=count) for name, count in missing.items())
            title, sentence = tongue(w.WAITING_FOR_ALL), tongue(w.STILL_MISSING, who=who)
        if me is not None and me.role is Role.CHAIR and progress.handed_in:
            self.opening = Button(tongue(w.OPEN_NOW))
            self.opening.clicked.connect(lambda: self._confirm(""))
            actions.append(self.opening)
        return Empty("eye-off", title, sentence, tuple(actions))

    def _who(self, progress: StageProgress) -> QFrame:
        """Who has handed in how many: never what."""
        tongue, card = self._tongue, QFrame()
        card.setObjectName("card")
        card.setFixedWidth(look().px(_WIDE))
        grid = QGridLayout(card)
        grid.setContentsMargins(look().px(16), look().px(12), look().px(16), look().px(12))
        grid.setHorizontalSpacing(look().px(10))
        grid.setVerticalSpacing(look().px(6))
        grid.setColumnStretch(1, 1)
        expected = Counter(name for name, _key in progress.expected)
        done = Counter(name for name, key in progress.expected if (name, key) in progress.handed_in)
        for row, (name, of) in enumerate(expected.items()):
            whole = done[name] == of
            grid.addWidget(Icon("circle-check" if whole else "clock", "ok" if whole else "ink3"), row, 0)
            grid.addWidget(Label(name, "dense", bold=True), row, 1)
            grid.addWidget(Label(tongue(w.HANDED_IN, n=done[name], of=of), "dense", "ink2"), row, 2)
        grid.addWidget(Label(tongue(w.WHO_HANDED_IN), "caption", "ink3"), len(expected), 0, 1, 3)
        return card

    def _confirm(self, typed: str) -> None:
        """Ask for the reason where one is: opening is not undone."""
        tongue, card = self._tongue, QFrame()
        card.setObjectName("card")
        card.setFixedWidth(look().px(_WIDE))
        card.setAccessibleName(f"{tongue(w.SEE_THEM_TITLE)} {tongue(w.SEE_THEM)}")
        column = QVBoxLayout(card)
        column.setContentsMargins(look().px(16), look().px(14), look().px(16), look().px(14))
        column.setSpacing(look().px(8))
        column.addWidget(Label(tongue(w.SEE_THEM_TITLE), "h2", wrap=True))
        body = Label(tongue(w.SEE_THEM), "dense", wrap=True)
        body.setFixedHeight(body.heightForWidth(look().px(_WIDE - 34)))
        column.addWidget(body)
        said = Label(tongue(w.REASON), "dense", "ink2")
        column.addWidget(said)
        reason = self.reason = QLineEdit()
        reason.setFont(look().font())
        reason.setAccessibleName(tongue(w.REASON))
        said.setBuddy(reason)
        column.addWidget(reason)
        column.addSpacing(look().px(6))
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        row.addStretch(1)
        later = Button(tongue(w.LATER))
        later.clicked.connect(self._later)
        row.addWidget(later)
        see = self.see = Button(tongue(w.SEE), "primary", picture="eye")
        see.setEnabled(False)
        see.clicked.connect(self._open)
        row.addWidget(see)
        column.addLayout(row)
        reason.textChanged.connect(lambda text: see.setEnabled(bool(text.strip())))
        reason.returnPressed.connect(self._open)
        reason.setText(typed)
        self._ask.show_one(card)
        reason.setFocus(Qt.FocusReason.TabFocusReason)

    def _later(self) -> None:
        self.reason = self.see = None
        self._ask.show_one(QWidget())
        if self.opening is not None:
            self.opening.setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self) -> None:
        if self.reason is not None and self.reason.text().strip():
            self.opened.emit(self.reason.text().strip())

    def arrive(self) -> None:
        """Put the focus on the first thing that can be done."""
        for one in (self.reason, self.reading, self.opening, self):
            if one is not None:
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                return
