"""The original of a document: opened with its password, or in another program after a warning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from smes_panel.errors import PanelError
from smes_panel.gestures.documents import Unlock
from smes_panel.intake.extraction import Reader
from ui import outside
from ui.jobs import aside
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.wording import reader as w
from ui.wording import reading as h
from ui.wording.refusals import reason

if TYPE_CHECKING:
    from smes_panel.model.application import Document
    from ui.frame import Frame
    from ui.jobs import Outcome
    from ui.pages.evaluate.desk import Desk
    from ui.session import Session

UNLOCK = "unlock"
"""The name that the frame knows the work by."""


@final
class Original(QObject):
    """Of the document on the desk."""

    def __init__(self, session: Session, frame: Frame, desk: Desk) -> None:
        super().__init__(desk)
        self._session, self._frame, self._desk = session, frame, desk
        self._tongue = frame.tongue
        self.application = ""
        self.yes: Button | None = None
        desk.unlocking.connect(self.unlock)
        desk.leaving.connect(self.ask)

    def unlock(self, password: str) -> None:
        """Read the document with this password; where it fits, it is kept with it."""
        document, frame = self._desk.document, self._frame
        if document is None or frame.job(UNLOCK) is not None:
            return
        work = self._unlocking(self.application, document, password)
        frame.run(UNLOCK, work, self._tongue(w.UNLOCKING), tell=False).ended.connect(self._ended)

    def _unlocking(self, application: str, document: Document, password: str) -> Iterator[object]:
        from smes_panel.intake.documents import opened_with

        content = self._session.read.document_bytes(application, document.id)

        def read() -> Unlock:
            with Reader() as reader:
                found = opened_with(password, content, document.media_type, reader)
            return Unlock(application, document.id, password, found.text, found.remark)

        unlocked = yield from aside(read)
        self._session.do(unlocked)

    def _ended(self, outcome: Outcome) -> None:
        card = self._desk.trouble
        if card is not None and outcome.refusal is not None:
            card.tell(reason(self._tongue, str(outcome.refusal)))

    def ask(self) -> None:
        """Warn, in place, before the document on the desk goes to another program; some never do."""
        document, tongue = self._desk.document, self._tongue
        if document is None:
            return
        if not outside.may_leave(document.media_type):
            self._frame.say(tongue(w.OUTSIDE_NEVER, form=document.media_type))
            return
        strip = QFrame()
        strip.setObjectName("strip")
        column = QVBoxLayout(strip)
        column.setContentsMargins(look().px(14), look().px(10), look().px(14), look().px(10))
        column.setSpacing(look().px(4))
        column.addWidget(Label(tongue(w.OUTSIDE_TITLE, document=document.name), "name", bold=True, wrap=True))
        sentences = [tongue(w.OUTSIDE, form=document.media_type)]
        if document.media_type in outside.ACTIVE:
            sentences.append(tongue(w.OUTSIDE_ACTIVE))
        if self._session.read.reads_blind(self._session.member):
            sentences.append(tongue(h.HIDDEN_OUTSIDE))
        column.addWidget(Label(" ".join(sentences), "dense", "ink2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        stay = Button(tongue(w.OUTSIDE_NO), "primary", small=True)
        stay.clicked.connect(self._stay)
        self.yes = Button(tongue(w.OUTSIDE_YES), small=True)
        self.yes.clicked.connect(self._leave)
        for button in (stay, self.yes):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self._desk.warn(strip)
        stay.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _stay(self) -> None:
        self._desk.warn(None)
        self._desk.take_focus()

    def _leave(self) -> None:
        document = self._desk.document
        self._stay()
        if document is None:
            return
        try:
            content = self._session.read.document_bytes(self.application, document.id)
            key = self._session.read.keys()[self.application]
            path = outside.copy_of(content, document.media_type, f"{key} {document.kind.value}")
        except PanelError as refusal:
            self._frame.tell(refusal)
            return
        except OSError:
            self._frame.say(self._tongue(w.OUTSIDE_FAILED))
            return
        if self._frame.prompts.open_outside(path):
            self._frame.say(self._tongue(w.OUTSIDE_DONE))
        else:
            path.unlink(missing_ok=True)
            self._frame.say(self._tongue(w.OUTSIDE_FAILED))
