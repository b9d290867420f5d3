"""Beside the checklist: how the panel reads it: names shown or hidden, and which criterion is asked of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from smes_panel.gestures.asking import AskNot, ReadBlind
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from ui.pages.vacancy.criterion import name_of
from ui.theme import look
from ui.widgets.button import Segments
from ui.widgets.label import Label
from ui.widgets.matrix import Head, Line, Matrix
from ui.widgets.scores import Figure, Gap, Score
from ui.wording import Tongue
from ui.wording import reading as w

if TYPE_CHECKING:
    from smes_panel.model.change import Change
    from smes_panel.model.panel import Member
    from ui.session import Session


_SHOWN = ("criterion", "answer", "not_asked", "blind", "member", "opened")


class _Asking(Matrix):
    """Space says what Enter and a click say."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.entered.emit(*self.current())
        else:
            super().keyPressEvent(event)


@final
class Rating(QFrame):
    """Settled by the chair or the secretary; the others see how it stands."""

    def __init__(self, session: Session, tongue: Tongue) -> None:
        super().__init__()
        self._session, self._tongue = session, tongue
        self._codes: dict[str, str] = {}
        self.setObjectName("panelPage")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look().px(10), 0, 0)
        column.setSpacing(look().px(6))
        head = QVBoxLayout()
        head.setContentsMargins(look().px(14), 0, look().px(14), 0)
        head.setSpacing(look().px(6))
        head.addWidget(Label(tongue(w.NAMES), "name", bold=True))
        self.names = Segments((tongue(w.NAMES_SHOWN), tongue(w.NAMES_HIDDEN)), 0, tongue(w.NAMES))
        self.names.chosen.connect(self._settle_names)
        head.addWidget(self.names, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(Label(tongue(w.NAMES_WHY), "dense", "ink2", wrap=True))
        head.addSpacing(look().px(6))
        head.addWidget(Label(tongue(w.ASKED_OF), "name", bold=True))
        self.said = Label("", "dense", "ink2", wrap=True)
        head.addWidget(self.said)
        column.addLayout(head)
        self.matrix = _Asking(tongue(w.ASKED_OF), tongue(w.CRITERION))
        self.matrix.entered.connect(self._turn)
        column.addWidget(self.matrix, 1)
        session.changed.connect(self._changed)

    @property
    def _by(self) -> Member | None:
        return self._session.member

    def _changed(self, change: Change) -> None:
        if self.isVisible() and change.touches(*_SHOWN):
            self.show_panel()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_panel()

    def show_panel(self) -> None:
        """Show which criteria are asked of whom."""
        read, tongue, by = self._session.read, self._tongue, self._by
        criteria = read.criteria()
        raters = [one for one in read.panel() if one.role.rates]
        self.names.choose(int(any(read.reads_blind(one) for one in raters)))
        may = by is not None and by.role in (Role.CHAIR, Role.SECRETARY)
        self.said.setText(tongue(w.ASKED_HOW if raters and may else w.ASKED_BY if raters else w.NO_RATERS))
        self.matrix.setVisible(bool(raters))
        unasked = {one.id: read.not_asked(one) for one in raters}
        rated = [one for one in criteria if not one.retired and not any(sub.parent == one.code for sub in criteria)]
        self._codes = {one.number: one.code for one in rated}
        people = {one.id: one for one in raters}
        names = {one.number: name_of(tongue, one) for one in rated}

        def score(number: str, member: str) -> Score:
            label, who = f"{number} {names[number]}", people[member].name
            if self._codes[number] in unasked[member]:
                return Gap(tongue(w.ASKED_NOT_SAID, criterion=label, who=who), struck=True)
            return Figure(tongue(w.YES), tongue(w.ASKED_SAID, criterion=label, who=who))

        heads = [Head(one.id, one.initials, "", "", one.name, least=44, most=64) for one in raters]
        self.matrix.show_scores(heads, [Line(number, name) for number, name in names.items()], score, ("", False))

    def _turn(self, number: str, member: str) -> None:
        by, read = self._by, self._session.read
        person = next((one for one in read.panel() if one.id == member), None)
        code = self._codes.get(number)
        if by is not None and person is not None and code is not None:
            self._session.do(AskNot(by, person, code, asked=code in read.not_asked(person)))

    def _settle_names(self, place: int) -> None:
        by = self._by
        if by is None or not self._session.do(ReadBlind(by, Stage.INTERVIEW if place else None)):
            self.names.choose(1 - place)
