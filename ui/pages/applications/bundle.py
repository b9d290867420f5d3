"""A mail in which several applications came: what it seems to hold, and what a person says it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smes_panel.model.bundle import Bundle, BundleAnswer, Part
from ui.pages.applications.bringing import ATTACH, deciding
from ui.pages.applications.form import Form
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.label import Elided, Label
from ui.widgets.marks import Icon, Rule
from ui.wording import Tongue, dates
from ui.wording import lists as w

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.jobs import Outcome
    from ui.session import Session


@final
class Waiting(QFrame):
    """Over the list: how many such mails wait. Says *asked()* when one is to be decided on."""

    asked = Signal()

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self.setObjectName("hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(14), look().px(6), look().px(14), look().px(6))
        row.setSpacing(look().px(10))
        row.addWidget(Icon("mail", "warn", 17))
        self.said = Elided("", "dense", bold=True)
        row.addWidget(self.said, 1)
        self.decide = Button(tongue(w.DECIDE), small=True)
        self.decide.clicked.connect(self.asked)
        row.addWidget(self.decide)
        self.hide()

    def show_count(self, count: int) -> None:
        """How many wait; nothing is shown for none."""
        self.said.say(self._tongue.counted(w.WAITING, count))
        self.setVisible(count > 0)


@dataclass(frozen=True, slots=True)
class BundleDraft:
    """Which mail, and which of its parts are no application: kept over a rebuilt window."""

    bundle: str
    unticked: tuple[int, ...] = ()

    def form(self, session: Session, frame: Frame) -> BundleForm:
        return BundleForm(session, frame, self)


@final
class BundleForm(Form):
    """Leads to the first of the applications that the mail becomes."""

    def __init__(self, session: Session, frame: Frame, draft: BundleDraft) -> None:
        super().__init__()
        self._session, self._frame, self._draft = session, frame, draft
        tongue = self._tongue = frame.tongue
        found = next((one for one in session.read.bundles(waiting=True) if one.id == draft.bundle), None)
        self.setAccessibleName(tongue(w.BUNDLE_TITLE))
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(16), look().px(12), look().px(14), look().px(10))
        column.setSpacing(look().px(6))
        column.addWidget(Label(tongue(w.BUNDLE_TITLE), "h2", wrap=True))
        self.parts: list[Check] = []
        # A colleague may have decided meanwhile: then there is nothing but the way out.
        if found is not None:
            column.addWidget(Elided(self._from(found), "dense", "ink2"))
            column.addWidget(Elided(found.subject, "dense", bold=True))
            column.addWidget(Label(tongue(w.BUNDLE_SENTENCE), "dense", "ink2", wrap=True))
        column.addWidget(self._listed(found.parts if found is not None else ()), 1)
        self.each = Button("", "primary", small=True)
        self.one = Button(tongue(w.ONE), small=True)
        self.none = Button(tongue(w.NONE), small=True)
        self.later = Button(tongue(w.LATER), "quiet", small=True)
        for button, answer in (
            (self.each, BundleAnswer.EACH),
            (self.one, BundleAnswer.ONE),
            (self.none, BundleAnswer.NONE),
        ):
            button.clicked.connect(partial(self._decide, answer))
            column.addWidget(button)
            # Shown before it has a place, it would be a window of its own.
            button.setVisible(found is not None)
        column.addWidget(Rule())
        self.later.clicked.connect(self.closed)
        column.addWidget(self.later)
        self._count()

    def _from(self, bundle: Bundle) -> str:
        if bundle.received_at is None:
            return self._tongue(w.BUNDLE_UNDATED, who=bundle.sender)
        when = dates.received(self._tongue, bundle.received_at)
        return self._tongue(w.BUNDLE_FROM, who=bundle.sender, when=when)

    def _listed(self, parts: tuple[Part, ...]) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("panelPage")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, look().px(4), 0, 0)
        column.setSpacing(look().px(2))
        for place, part in enumerate(parts):
            check = Check(part.name or part.email or self._tongue(w.NOBODY))
            check.setChecked(place not in self._draft.unticked)
            check.toggled.connect(self._count)
            self.parts.append(check)
            column.addWidget(check)
            for name in part.documents:
                row = QHBoxLayout()
                row.setContentsMargins(look().px(27), 0, 0, 0)
                row.setSpacing(look().px(6))
                row.addWidget(Icon("file-text", "ink2", 14))
                row.addWidget(Elided(name, "caption", "ink2"), 1)
                column.addLayout(row)
            column.addSpacing(look().px(6))
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _chosen(self) -> tuple[int, ...]:
        return tuple(place for place, check in enumerate(self.parts) if check.isChecked())

    def _count(self) -> None:
        count = len(self._chosen())
        self.each.setText(self._tongue.counted(w.EACH, count))
        self.each.setEnabled(count > 0)

    def _decide(self, answer: BundleAnswer) -> None:
        if self._frame.job(ATTACH) is None:
            chosen = self._chosen() if answer is BundleAnswer.EACH else ()
            work = deciding(self._session, self._draft.bundle, answer, chosen)
            self._frame.run(ATTACH, work, self._tongue(w.DECIDING)).ended.connect(self._decided)

    def _decided(self, outcome: Outcome) -> None:
        if not outcome.done or outcome.value is None:
            return
        if outcome.value:
            self.found.emit(str(outcome.value))
        else:
            self.closed.emit()

    @property
    def draft(self) -> BundleDraft:
        """What is ticked at the moment."""
        chosen = self._chosen()
        return BundleDraft(self._draft.bundle, tuple(place for place in range(len(self.parts)) if place not in chosen))

    def arrive(self) -> None:
        """Go to the first part."""
        (self.parts[0] if self.parts else self.later).setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
