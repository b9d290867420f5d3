"""Letters on their way: put together for the mail, handed to what carries them, each step recorded before the next."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from smes_panel import prints
from smes_panel.dispatch import Departure, Mailbox, Message, looked_for
from smes_panel.dispatch.account import Outgoing
from smes_panel.dispatch.message import composed, message_id
from smes_panel.dossier import Dossier
from smes_panel.errors import LetterBlocked, Refused
from smes_panel.gestures.correspondence import RecordSending
from smes_panel.model.decision import LetterKind, LetterState, SendingHow, SendingState
from smes_panel.paper.placing import put
from smes_panel.prints import Source
from smes_panel.queries.answers import LetterLife, Sending
from smes_panel.signoff.letters import Blocked, digest

_OPEN = frozenset({SendingState.BEGUN, SendingState.UNKNOWN, SendingState.DRAFTED})
_EML = b"X-Unsent: 1"


@dataclass(frozen=True, slots=True)
class Ready:
    """A released letter with the message that carries it; `digest` is that of its words now."""

    application: str
    message: Message
    digest: str


class Carrier(Protocol):
    """What carries letters: into the drafts of a mailbox, or to a server that sends them."""

    def steps(self, messages: Sequence[Message]) -> Iterator[Departure]: ...


def waiting(source: Source, kind: LetterKind | None = None, only: Sequence[str] = ()) -> dict[str, list[LetterKind]]:
    """The released letters that have not left by mail, nor may have: kinds by application id."""
    chosen = {source.read.application_id(key) for key in only}
    found: dict[str, list[LetterKind]] = {}
    for (one, each), life in source.read.letters().items():
        if (kind is None or each is kind) and (not chosen or one in chosen) and may_leave(life):
            found.setdefault(one, []).append(each)
    return found


def may_leave(life: LetterLife) -> bool:
    """Whether a letter is free to leave by mail: released or printed, and no attempt has gone or may have."""
    if life.state not in (LetterState.RELEASED, LetterState.PRINTED):
        return False
    return not any(one.state in _OPEN or one.state is SendingState.SENT for one in life.sendings)


def unclear(source: Source) -> tuple[tuple[str, LetterKind, Sending], ...]:
    """The attempts (application id, kind) of which nobody knows yet what became of them, and those that failed."""
    wanted = (SendingState.BEGUN, SendingState.UNKNOWN, SendingState.FAILED)
    return tuple(
        (one, kind, each)
        for (one, kind), life in source.read.letters().items()
        for each in life.sendings
        if each.state in wanted
    )


def composed_for(
    source: Source, wanted: Mapping[str, Sequence[LetterKind]], account: Outgoing, at: datetime
) -> tuple[tuple[Ready, ...], tuple[Blocked, ...]]:
    """The messages of these letters, by number, and why each of the others has none."""
    found: list[Ready] = []
    blocked: list[Blocked] = []
    lives = source.read.letters()
    domain = account.sender.rpartition("@")[2]
    for kind in LetterKind:
        of_kind = {one: kind for one, kinds in wanted.items() if kind in kinds}
        for one, now in prints.facts_of_many(source, of_kind, at.date()) if of_kind else ():
            facts = replace(now, dated=lives[one, kind].dated or now.dated)
            try:
                said = digest(facts)
                name = f"{facts.application}-{facts.kind}.pdf"
                known_by = message_id(source.panel, facts.application, kind, said, domain)
                message = composed(facts, prints.letter(facts).make(), name, account, known_by, at)
            except LetterBlocked as lacking:
                blocked.append(Blocked(facts.application, kind, str(lacking)))
            else:
                found.append(Ready(one, message, said))
    return tuple(sorted(found, key=lambda one: (one.message.application, one.message.kind))), tuple(blocked)


def carried(
    dossier: Dossier, ready: Sequence[Ready], carrier: Carrier, how: SendingHow, by: str = ""
) -> Generator[Departure, None, None]:
    """Has letters carried, each step in the dossier before the next is taken; yields every step.

    Raises Refused where a letter may not leave any more: it and those after it were not handed over. Stopped at any
    step, it leaves each letter in the state that is true of it.
    """
    known = {one.message.message_id: one for one in ready}
    attempts: dict[str, str] = {}
    steps = carrier.steps([one.message for one in ready])
    for departure in steps:
        one = known[departure.message.message_id]
        attempt = attempts.setdefault(
            one.message.message_id, f"{how} {departure.at.isoformat(timespec='microseconds')}"
        )
        sending = Sending(
            attempt,
            how,
            departure.state,
            departure.at,
            recipient=one.message.recipient,
            by=by,
            message_id=one.message.message_id,
            sha256=one.message.sha256,
            proof=departure.proof,
            error=departure.error,
        )
        dossier.do(RecordSending(one.application, one.message.kind, sending, one.digest))
        yield departure


def as_files(dossier: Dossier, ready: Sequence[Ready], folder: Path) -> Generator[tuple[int, int], None, int]:
    """Puts each letter into a folder as an e-mail draft (`.eml`), recorded as drafted; yields how many of how many."""
    prints.folder_made(folder)
    for done, one in enumerate(ready, 1):
        name = f"{one.message.application}-{one.message.kind}.eml"
        put(folder / name, one.message.eml(), _EML)
        at = dossier.now()
        sending = Sending(
            f"eml {at.isoformat(timespec='microseconds')}",
            SendingHow.EML,
            SendingState.DRAFTED,
            at,
            recipient=one.message.recipient,
            message_id=one.message.message_id,
            sha256=one.message.sha256,
            proof=name,
        )
        dossier.do(RecordSending(one.application, one.message.kind, sending, one.digest))
        yield done, len(ready)
    return len(ready)


def settle(dossier: Dossier, application: str, kind: LetterKind, state: SendingState, note: str = "") -> None:
    """A person says what became of the last open attempt of a letter: sent, failed, or dealt with. Raises Refused."""
    life = dossier.read.letter(application, kind)
    waiting_on = [one for one in life.sendings if one.state in (*_OPEN, SendingState.FAILED)]
    if not waiting_on:
        raise Refused(f"No attempt to send the letter {kind} to {life.application} is open. Nothing was recorded.")
    last = replace(waiting_on[-1], state=state, at=dossier.now(), proof=note or waiting_on[-1].proof, error="")
    dossier.do(RecordSending(application, kind, last))


def come_to_light(dossier: Dossier, mailbox: Mailbox) -> tuple[str, ...]:
    """Looks for the copies of the letters whose end is unclear; those found are recorded as sent. Their keys.

    Raises MailboxFailed.
    """
    open_ones = [each for each in unclear(dossier) if each[2].state is not SendingState.FAILED]
    found = looked_for(mailbox, [sending.message_id for _, _, sending in open_ones]) if open_ones else {}
    keys = dossier.read.keys()
    sent: list[str] = []
    for one, kind, sending in open_ones:
        if sending.message_id in found:
            at = dossier.now()
            known = replace(sending, state=SendingState.SENT, at=at, proof=found[sending.message_id], error="")
            dossier.do(RecordSending(one, kind, known))
            sent.append(keys[one])
    return tuple(sent)
