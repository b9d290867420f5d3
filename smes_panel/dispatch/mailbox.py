"""The mailbox that letters leave from: where its drafts lie, and whether a message is in it."""

from __future__ import annotations

import imaplib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from smes_panel.errors import MailboxFailed
from smes_panel.intake.imap import Account, Listed
from smes_panel.intake.imap.account import looked_at
from smes_panel.intake.imap.visit import Broken, Visit, answering
from smes_panel.intake.imap.wire import PATIENCE_S, SMALL, Line

NO_DRAFTS = "The mailbox has no folder for drafts that can be told from the others: name it."
NOT_TAKEN = "The mailbox did not take the draft; it answered:"

# What mail programs of this country call them, the usual name first.
_DRAFTS = ("drafts", "draft", "brouillons", "concepten", "entwürfe")
_SENT = (
    *("sent", "sent items", "sent messages", "envoyés", "éléments envoyés", "messages envoyés"),
    *("verzonden", "verzonden items", "verzonden berichten", "gesendet", "gesendete elemente", "gesendete objekte"),
)
_APPENDED = re.compile(rb"APPENDUID \d{1,10} (\d{1,10})\]", re.IGNORECASE)


class NotTaken(Exception):
    """The mailbox said no to this one message."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A user's mailbox, with the password it opens with."""

    account: Account
    password: str = field(repr=False)

    def __post_init__(self) -> None:
        looked_at(self.password, "INBOX")


class Desk(Visit):
    """A visit that may lay a message down."""

    def lay(self, folder: str, raw: bytes) -> int | None:
        """Puts a draft into a folder; the message's UID where the server tells it.

        Raises NotTaken where it says no, Broken where it is not known whether the message is there.
        """
        client = self._client
        client.folder_encode = True
        with answering():
            client.allow(SMALL, len(raw))
            try:
                said = client.append(folder, raw, (rb"\Draft", rb"\Seen"))
            except imaplib.IMAP4.abort:
                raise
            except imaplib.IMAP4.error as error:
                raise NotTaken(_short(str(error).removeprefix("append failed: "))) from error
        found = _APPENDED.search(said if isinstance(said, bytes) else str(said).encode())
        return int(found[1]) if found else None


def drafts(folders: Iterable[Listed]) -> str:
    """The folder of the drafts: the one that the server says is, else by its name. Raises MailboxFailed."""
    found = _for("Drafts", _DRAFTS, folders)
    if found is None:
        raise MailboxFailed(NO_DRAFTS, "folder")
    return found


def place(account: Account, folder: str, validity: int, uid: int) -> str:
    """Where a message lies, as RFC 5092 writes it."""
    return f"{account.url(folder)};UIDVALIDITY={validity}/;UID={uid}"


def looked_for(
    mailbox: Mailbox, wanted: Iterable[str], line: Line | None = None, patience: float = PATIENCE_S
) -> dict[str, str]:
    """Where each of these messages, by Message-ID, lies among what came in and what was sent; those that do.

    A message found there was handed over. One that is not may have been, all the same. Drafts are not looked at.
    Raises MailboxFailed.
    """
    found: dict[str, str] = {}
    with visited(mailbox, line or Line(), patience) as desk:
        sent = _for("Sent", _SENT, desk.folders().folders)
        for folder in filter(None, dict.fromkeys(("INBOX", sent))):
            validity = desk.examine(folder)
            for one in wanted:
                if one not in found and (uids := desk.holding(one)):
                    found[one] = place(mailbox.account, folder, validity, uids[0])
    return found


@contextmanager
def visited(mailbox: Mailbox, line: Line, patience: float) -> Iterator[Desk]:
    """A visit from its beginning to its goodbye. Raises MailboxFailed."""
    try:
        desk = Desk(mailbox.account, mailbox.password, line, patience)
        try:
            yield desk
        finally:
            desk.leave()
    except Broken as error:
        raise MailboxFailed(error.said) from error


def _for(use: str, names: tuple[str, ...], folders: Iterable[Listed]) -> str | None:
    listed = list(folders)
    said = [one.name for one in listed if one.use == use]
    # A folder's own folders come after a sign that each server chooses.
    called = {re.split(r"[/.\\]", one.name)[-1].casefold(): one.name for one in reversed(listed)}
    return next(iter([*said, *(called[name] for name in names if name in called)]), None)


def _short(said: str) -> str:
    shown = "".join(sign if sign.isprintable() else " " for sign in said[:300])
    return " ".join(shown.split()).rstrip(".")
