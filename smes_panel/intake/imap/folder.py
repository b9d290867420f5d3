"""A folder of a mailbox as a source of an import: fetched ahead, gone on with after a break, known ones not fetched."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import islice

from smes_panel.errors import MailboxFailed
from smes_panel.intake.extraction import Reader
from smes_panel.intake.imap.account import Account, looked_at
from smes_panel.intake.imap.visit import Broken, Unreadable, Visit
from smes_panel.intake.imap.wire import PATIENCE_S, Line
from smes_panel.intake.sources.mailbox import Enclosed
from smes_panel.intake.sources.node import FILE_LIMIT
from smes_panel.intake.sources.reading import KNOWN, Item, Step, one_file, saying
from smes_panel.model.application import Arrival

TRIES = 4
_SINGLY = 2
_SPOILT = 5
_AGAIN = 5
_ASKED = 500
# A lot is held in memory while it is read: one message, or many small ones for one question to the server.
_LOT, _LOT_BYTES = 20, 4_000_000

GONE = "This message was taken out of the mailbox while the import ran."
GARBLED = "The mail server does not give this message in a form that can be read: save it as .eml and import that."
BROKE_OFF = "The connection to the mail server broke off and did not come back: import again, and it goes on there."
REBUILT = "The mail server numbered its messages anew meanwhile: import again, and what is known is not taken twice."


class ServerFolder:
    """What came into a folder since a day. Its connection serves one import; it may be cut from another thread."""

    def __init__(
        self, account: Account, password: str, folder: str, since: date | None = None, patience: float = PATIENCE_S
    ) -> None:
        looked_at(password, folder)
        self.account, self.folder, self.since = account, folder, since
        self._password, self._patience = password, patience
        self._line = Line()
        self._visit: Visit | None = None
        self._validity: int | None = None
        self._known: Mapping[str, tuple[str, int]] = {}
        self._count = 0
        self._lot = _LOT
        self._failing, self._spoilt = (0, 0), 0

    @property
    def label(self) -> str:
        return self.account.url(self.folder)

    def how_many(self) -> int:
        """How many messages there are, after connecting. Raises MailboxFailed, which says what is to be put right."""
        if self._visit is None:
            try:
                self._count = len(self._entered().search(self.since, 0))
            except Broken as error:
                self._leave()
                raise MailboxFailed(error.said) from error
            if self._line.is_cut():
                self._leave()
        return self._count

    def remember(self, known: Mapping[str, tuple[str, int]]) -> None:
        """What is known of this mailbox: the fingerprint and the size of each message, by its label."""
        self._known = known

    def steps(self, known: Container[str], _reader: Reader) -> Iterator[Step]:
        """A step for each message, in the order of arrival; where the server fails for good, one that says so."""
        reached = failed = 0
        try:
            while True:
                try:
                    for uid, step in self._from(reached, known):
                        reached, failed = uid, 0
                        yield step
                    return
                except Broken as error:
                    failed += 1
                    said = error.said if isinstance(error, Unreadable) or not reached else BROKE_OFF
                except MailboxFailed as error:
                    # Before the first message it is for a person to put right; on the way a server may be restarting.
                    again = reached and error.about == "server"
                    failed += 1 if again else TRIES
                    said = BROKE_OFF if again else str(error)
                self._leave()
                # One by one past what was the matter, then again many at a time.
                self._lot = 1
                if self._line.is_cut():
                    return
                if failed >= TRIES or self._spoilt >= _SPOILT:
                    yield saying(self.label, said)
                    return
                self._line.pause(min(self._patience, 2.0 ** (failed - 1)))
        finally:
            self._leave()

    def abandon(self) -> None:
        """End every wait of the thread that fetches."""
        self._line.cut()

    def close(self) -> None:
        """Hang up, if that was not done yet."""
        self._leave()

    def _from(self, reached: int, known: Container[str]) -> Iterator[tuple[int, Step]]:
        visit = self._visit or self._entered()
        for _ in range(_AGAIN):
            # What comes in while the import runs is looked for once those are through that were there.
            uids = iter(visit.search(self.since, reached))
            found = False
            while asked := list(islice(uids, _ASKED)):
                found = True
                for uid, step in self._asked(visit, asked, known):
                    reached = uid
                    yield uid, step
            if not found:
                return

    def _asked(self, visit: Visit, uids: list[int], known: Container[str]) -> Iterator[tuple[int, Step]]:
        sizes = visit.sizes(uids)
        lot: list[int] = []
        held = 0
        for uid in uids:
            size = sizes.get(uid)
            at_hand = self._at_hand(uid, size)
            if lot and (at_hand is not None or len(lot) >= self._lot or held + (size or 0) > _LOT_BYTES):
                yield from self._fetched(visit, lot, held, known)
                lot, held = [], 0
            if at_hand is not None:
                yield uid, at_hand
            else:
                lot.append(uid)
                held += size or 0
        if lot:
            yield from self._fetched(visit, lot, held, known)

    def _at_hand(self, uid: int, size: int | None) -> Step | None:
        """What can be said of a message that is not fetched."""
        label = self._label(uid)
        if size is None:
            return saying(label, GONE)
        if size > FILE_LIMIT:
            return partial(one_file, Enclosed(label, f"{uid}.eml", None), ())
        # The same number under the same validity is the same message, or the server is not one.
        fingerprint, known_size = self._known.get(label, ("", -1))
        if known_size != size:
            return None
        item = Item(label, result=Arrival.KNOWN, reason=KNOWN, fingerprint=fingerprint)
        return lambda _: item

    def _fetched(self, visit: Visit, lot: list[int], held: int, known: Container[str]) -> Iterator[tuple[int, Step]]:
        try:
            messages = visit.messages(lot, held)
        except Broken as error:
            if len(lot) == 1:
                self._failing = (lot[0], self._failing[1] + 1 if self._failing[0] == lot[0] else 1)
                # There are messages that a server breaks off at each time: they do not keep the others out.
                if isinstance(error, Unreadable) or self._failing[1] == _SINGLY:
                    self._spoilt += 1
                    yield lot[0], saying(self._label(lot[0]), GARBLED)
            raise
        self._lot = min(_LOT, 2 * self._lot)
        for uid in lot:
            raw = messages.pop(uid, None)
            label = self._label(uid)
            if raw is None:
                yield uid, saying(label, GONE)
            else:
                kept = raw if len(raw) <= FILE_LIMIT else None
                yield uid, partial(one_file, Enclosed(label, f"{uid}.eml", kept), known)

    def _entered(self) -> Visit:
        visit = self._visit = Visit(self.account, self._password, self._line, self._patience)
        try:
            validity = visit.examine(self.folder)
        except (Broken, MailboxFailed):
            self._leave()
            raise
        if self._validity not in (None, validity):
            self._leave()
            raise MailboxFailed(REBUILT, "folder")
        self._validity = validity
        return visit

    def _leave(self) -> None:
        visit, self._visit = self._visit, None
        if visit is not None:
            visit.leave()

    def _label(self, uid: int) -> str:
        return f"{self.label};UIDVALIDITY={self._validity}/;UID={uid}"
