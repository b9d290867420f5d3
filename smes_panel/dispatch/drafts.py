"""Letters laid into the Drafts folder of a mailbox, each once, whatever becomes of the connection."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from datetime import datetime

from smes_panel.dispatch import mailbox as boxes
from smes_panel.dispatch.departure import Departure
from smes_panel.dispatch.mailbox import Desk, Mailbox, NotTaken
from smes_panel.dispatch.message import Message
from smes_panel.errors import MailboxFailed
from smes_panel.intake.imap.account import looked_at
from smes_panel.intake.imap.visit import Broken
from smes_panel.intake.imap.wire import PATIENCE_S, Line
from smes_panel.model.decision import SendingState

TRIES = 4
SETTLING_S = 2.0
"""How long a server may go on with what it had been given when the connection broke."""

BROKE_OFF = "The connection to the mailbox broke off and did not come back: this draft was not laid down, try again."
UNCLEAR = "The connection broke off while this draft was being laid down: look into the drafts before trying again."
TWICE = "This draft lies in the mailbox twice, as the connection broke off on the way: throw one of the two away."


class Drafts:
    """Lays letters down as drafts. Its connection serves one run; it may be cut from another thread."""

    def __init__(
        self,
        mailbox: Mailbox,
        clock: Callable[[], datetime],
        folder: str = "",
        patience: float = PATIENCE_S,
        settling: float = SETTLING_S,
    ) -> None:
        looked_at(mailbox.password, folder or "INBOX")
        self._mailbox, self._clock, self._folder = mailbox, clock, folder
        self._patience, self._settling = patience, settling
        self._line = Line()
        self._desk: Desk | None = None
        self._validity = 0

    def steps(self, messages: Sequence[Message]) -> Generator[Departure, None, None]:
        """Two steps for each letter, in order: that it begins, and what became of it.

        May be closed after any step, and what was laid down stays. A letter that lies there already is not laid down
        again. Raises MailboxFailed before the first step where there is something to put right.
        """
        try:
            try:
                self._entered()
            except Broken as error:
                raise MailboxFailed(error.said) from error
            given_up = ""
            for message in messages:
                if self._line.is_cut():
                    return
                yield Departure(message, SendingState.BEGUN, self._clock())
                departure = self._failed(message, given_up) if given_up else self._laid(message)
                if self._desk is None and not given_up:
                    given_up = BROKE_OFF if departure.error in ("", UNCLEAR) else departure.error
                yield departure
        finally:
            self._leave()

    def abandon(self) -> None:
        """End every wait of the thread that lays letters down."""
        self._line.cut()

    def _laid(self, message: Message) -> Departure:
        unclear, said = False, BROKE_OFF
        for attempt in range(TRIES):
            try:
                desk = self._entered()
                found = desk.holding(message.message_id)
                if found:
                    return self._there(message, found, again=not unclear)
                # What a broken connection had carried may still come in after this.
                before, unclear = unclear, True
                laid = desk.lay(self._folder, message.raw)
                there = [laid] if laid and not before else desk.holding(message.message_id)
                return self._there(message, there)
            except NotTaken as error:
                return self._failed(message, f"{boxes.NOT_TAKEN} {error}")
            except Broken:
                self._leave()
            except MailboxFailed as error:
                self._leave()
                # On the way, a server may be restarting; a person is needed for the rest.
                if error.about != "server":
                    said = str(error)
                    break
            if self._line.is_cut():
                break
            self._line.pause(max(self._settling if unclear else 0.0, min(self._patience, 2.0**attempt)))
        if unclear:
            return Departure(message, SendingState.UNKNOWN, self._clock(), error=UNCLEAR)
        return self._failed(message, said)

    def _entered(self) -> Desk:
        if self._desk is None:
            box = self._mailbox
            self._desk = Desk(box.account, box.password, self._line, self._patience)
            self._folder = self._folder or boxes.drafts(self._desk.folders().folders)
            self._validity = self._desk.examine(self._folder)
        return self._desk

    def _there(self, message: Message, uids: list[int], *, again: bool = False) -> Departure:
        proof = boxes.place(self._mailbox.account, self._folder, self._validity, uids[0]) if uids else ""
        twice = TWICE if len(uids) > 1 else ""
        return Departure(message, SendingState.DRAFTED, self._clock(), proof, twice, again)

    def _failed(self, message: Message, sentence: str) -> Departure:
        return Departure(message, SendingState.FAILED, self._clock(), error=sentence)

    def _leave(self) -> None:
        desk, self._desk = self._desk, None
        if desk is not None:
            desk.leave()
