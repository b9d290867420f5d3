"""The life of the letters on the page: ready, released, printed, put down as e-mail drafts, said to be sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from smes_panel import prints
from smes_panel.dispatch.account import Outgoing
from smes_panel.errors import PanelError
from smes_panel.gestures.correspondence import BackToDraft, RecordSending
from smes_panel.gestures.gesture import Together
from smes_panel.model.decision import LetterKind, LetterState, SendingState
from smes_panel.prints import Correspondence
from smes_panel.signoff import dispatching
from smes_panel.signoff.letters import digest, on_paper, to_ready, to_release
from ui.wording import life as w

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.session import Session

_GONE = (LetterState.PRINTED, LetterState.SENT)


@final
class Life(QObject):
    """What is done with whole letters, one or several."""

    def __init__(self, session: Session, frame: Frame, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._frame, self._page = session, frame, page

    def mark_ready(self, several: Sequence[Correspondence], dated: date) -> None:
        """Mark these letters ready, those that are complete."""
        gestures: list[Together] = []
        for kind, ids in _by_kind(several, LetterState.DRAFT):
            gesture, _ = to_ready(self._session, kind, ids, dated)
            if gesture.gestures:
                gestures.append(gesture)
        for gesture in gestures:
            self._session.do(gesture)

    def release(self, several: Sequence[Correspondence]) -> None:
        """Let these letters leave, those that are ready."""
        for kind, ids in _by_kind(several, LetterState.READY):
            try:
                gesture = to_release(self._session, kind, ids)
            except PanelError as refusal:
                self._frame.tell(refusal)
            else:
                self._session.do(gesture)

    def back(self, one: Correspondence) -> None:
        """Make a letter that has not left a draft again."""
        if one.kind is not None:
            self._session.do(BackToDraft(one.application.id, one.kind))

    def sent(self, one: Correspondence) -> None:
        """Say that a letter that lay in the drafts was sent."""
        if one.kind is None:
            return
        try:
            dispatching.settle(self._session, one.application.id, one.kind, SendingState.SENT)
        except PanelError as refusal:
            self._frame.tell(refusal)

    def printed(self, folder: Path, dated: date) -> None:
        """Record that those released letters were printed whose file lies in this folder."""
        for (one, kind), life in self._session.read.letters().items():
            path = folder / f"{life.application}-{kind}.pdf"
            if life.state is LetterState.RELEASED and path.is_file():
                ((_, now),) = prints.facts_of_many(self._session, {one: kind}, dated)
                facts = replace(now, dated=life.dated or dated)
                sending = on_paper(facts, path.read_bytes(), self._session.now())
                self._session.do(RecordSending(one, kind, sending, digest(facts)))

    def drafts(self, several: Sequence[Correspondence]) -> None:
        """Put the released ones down as e-mail drafts, in a folder that the person chooses."""
        tongue, posting = self._frame.tongue, self._session.read.posting()
        free = {(one.application.id, one.kind) for one in several if one.life and dispatching.may_leave(one.life)}
        wanted: dict[str, list[LetterKind]] = {}
        for application, kind in free:
            if kind is not None:
                wanted.setdefault(application, []).append(kind)
        if not wanted:
            self._frame.say(tongue(w.NOTHING_RELEASED))
            return
        folder = self._frame.prompts.folder_to_take(self._page, tongue(w.DRAFTS_WHERE))
        if folder is None:
            return
        try:
            sender = Outgoing.stated("drafts.invalid", "", posting.apply_to or "", posting.organisation or "")
            ready, blocked = dispatching.composed_for(self._session, wanted, sender, datetime.now(UTC))
            for _step in dispatching.as_files(self._session, ready, folder):
                pass
        except PanelError as refusal:
            self._frame.tell(refusal)
        else:
            said = tongue.counted(w.DRAFTED_COUNT, len(ready), folder=folder.name)
            self._frame.say(f"{said} {tongue(w.WITHOUT_ADDRESS, n=len(blocked))}" if blocked else said)


def _by_kind(several: Sequence[Correspondence], state: LetterState) -> list[tuple[LetterKind, list[str]]]:
    """The ids of those whose letter is in this state and complete, kind by kind."""
    found: dict[LetterKind, list[str]] = {}
    for one in several:
        if one.kind is not None and one.state is state and one.ready:
            found.setdefault(one.kind, []).append(one.application.id)
    return list(found.items())


def is_gone(one: Correspondence) -> bool:
    """Whether the letter has left."""
    return one.state in _GONE


def waits_for_word(one: Correspondence) -> bool:
    """Whether a person has to say what became of an attempt."""
    last = one.life.sendings[-1] if one.life and one.life.sendings else None
    return last is not None and last.state in (SendingState.DRAFTED, SendingState.UNKNOWN, SendingState.BEGUN)
