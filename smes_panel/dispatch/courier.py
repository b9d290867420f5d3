"""Letters handed over to a server, one after the other, none of them twice.

A letter whose connection ended between its last dot and the server's answer is `unknown`: it is never handed over
again from here. Its copy is looked for in the sender's mailbox afterwards; where it came back, the letter was taken.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from datetime import datetime
from time import monotonic

from smes_panel.dispatch.account import Outgoing
from smes_panel.dispatch.departure import Departure
from smes_panel.dispatch.mailbox import Mailbox, looked_for
from smes_panel.dispatch.message import Message
from smes_panel.dispatch.submission import Said, Submission, Unclear
from smes_panel.errors import MailboxFailed
from smes_panel.intake.imap.account import looked_at
from smes_panel.intake.imap.visit import Broken
from smes_panel.intake.imap.wire import PATIENCE_S, Line
from smes_panel.model.decision import SendingState

TRIES = 4
PAUSE_S = 0.2
"""Between two letters, which providers like better than none."""
LOOKING_S = 60.0
"""How long a copy may take to come back."""

BROKE_OFF = "The connection to the outgoing server broke off and did not come back: this letter did not leave."
NOT_TAKEN = "The outgoing server did not take this letter; it answered:"
NOT_NOW = "The outgoing server does not take this letter for now; it answered:"
UNCLEAR = (
    "The connection broke off before the outgoing server said whether it took this letter: "
    "look before sending it again."
)


class Courier:
    """Hands letters over. Its connection serves one run; it may be cut from another thread.

    With `mailbox`, the sender's own, what became of an unclear letter is looked for there.
    """

    def __init__(
        self,
        account: Outgoing,
        password: str,
        clock: Callable[[], datetime],
        mailbox: Mailbox | None = None,
        patience: float = PATIENCE_S,
        pause: float = PAUSE_S,
        looking: float = LOOKING_S,
    ) -> None:
        looked_at(password, "INBOX")
        self._account, self._password, self._clock, self._mailbox = account, password, clock, mailbox
        self._patience, self._pause, self._looking = patience, pause, looking
        self._line = Line()
        self._submission: Submission | None = None

    def steps(self, messages: Sequence[Message]) -> Generator[Departure, None, None]:
        """Two steps for each letter, in order: that it begins, and what became of it; then, for each whose end was
        unclear and has come to light since, a third.

        May be closed after any step: a letter that began and was not gone on with did not leave. Raises MailboxFailed
        before the first step where there is something to put right.
        """
        unclear: list[Message] = []
        given_up = ""
        try:
            try:
                self._entered()
            except Broken as error:
                raise MailboxFailed(error.said) from error
            for number, message in enumerate(messages):
                if number:
                    self._line.pause(0.0 if given_up else self._pause)
                if self._line.is_cut():
                    break
                yield Departure(message, SendingState.BEGUN, self._clock())
                departure = self._failed(message, given_up) if given_up else self._handed(message)
                if departure.state is SendingState.UNKNOWN:
                    unclear.append(message)
                elif self._submission is None:
                    given_up = departure.error
                yield departure
            yield from self._come_to_light(unclear)
        finally:
            self._leave()

    def abandon(self) -> None:
        """End every wait of the thread that hands letters over."""
        self._line.cut()

    def _handed(self, message: Message) -> Departure:
        said = BROKE_OFF
        for attempt in range(TRIES):
            try:
                answer = self._entered().hand_over(
                    self._account.sender, message.recipient, message.raw, beyond_ascii=message.beyond_ascii
                )
                return Departure(message, SendingState.SENT, self._clock(), proof=str(answer))
            except Unclear:
                self._leave()
                return Departure(message, SendingState.UNKNOWN, self._clock(), error=UNCLEAR)
            except Said as no:
                said = f"{NOT_NOW if no.answer.for_now else NOT_TAKEN} {no.answer}"
                self._forgotten()
                if not no.answer.for_now or attempt:
                    return self._failed(message, said)
            except Broken:
                self._leave()
            except MailboxFailed as error:
                self._leave()
                # On the way, a server may be restarting; a person is needed for the rest.
                if error.about != "server":
                    return self._failed(message, str(error))
            if self._line.is_cut():
                break
            self._line.pause(min(self._patience, 2.0**attempt))
        return self._failed(message, said)

    def _come_to_light(self, unclear: list[Message]) -> Iterator[Departure]:
        """The letters that were taken after all, as their copies show; the others stay as they are."""
        until = monotonic() + self._looking
        wait = 1.0
        while unclear and self._mailbox is not None and not self._line.is_cut():
            try:
                found = looked_for(self._mailbox, [one.message_id for one in unclear], self._line, self._patience)
            except MailboxFailed:
                # What could not be looked at says nothing of the letters.
                found = {}
            for one in [one for one in unclear if one.message_id in found]:
                unclear.remove(one)
                yield Departure(one, SendingState.SENT, self._clock(), proof=found[one.message_id])
            if not unclear or monotonic() + wait > until:
                return
            self._line.pause(wait)
            wait = min(2 * wait, 15.0)

    def _entered(self) -> Submission:
        if self._submission is None:
            self._submission = Submission(self._account, self._password, self._line, self._patience)
        return self._submission

    def _forgotten(self) -> None:
        try:
            self._entered().forget()
        except (Broken, MailboxFailed):
            self._leave()

    def _failed(self, message: Message, sentence: str) -> Departure:
        return Departure(message, SendingState.FAILED, self._clock(), error=sentence)

    def _leave(self) -> None:
        submission, self._submission = self._submission, None
        if submission is not None:
            submission.leave()
