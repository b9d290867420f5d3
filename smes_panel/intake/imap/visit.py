"""One visit to a mail server: a sealed connection, a user who is let in, questions that change nothing."""

from __future__ import annotations

import imaplib
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date

from imapclient import imap_utf7
from imapclient.exceptions import CapabilityError, LoginError

from smes_panel.errors import MailboxFailed
from smes_panel.intake.imap.account import Account, looked_at
from smes_panel.intake.imap.wire import PATIENCE_S, SMALL, Client, Line, Overrun
from smes_panel.intake.names import plain_line
from smes_panel.intake.sources.node import FILE_LIMIT

MESSAGES = 16_000_000
"""The bytes of the longest list of messages that is listened to: about two million of them."""

_FOLDERS = 5_000
# What the library and the standard library raise for an answer that is none.
_NO_IMAP = (
    imaplib.IMAP4.error,
    Overrun,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
)

NO_SUCH = "No mail server of this name was found: look at how it is spelled, and at the network."
SILENT = "The mail server does not answer, or hangs up: look at its name and its port, and at the network."
NO_TLS = (
    "The mail server offers no sealed connection (TLS 1.2 or newer) there, and nothing is said in the clear: "
    "TLS is usual at port 993, STARTTLS at 143."
)
UNKNOWN_AUTHORITY = (
    "The mail server's certificate comes from an authority that this computer does not know, and no password was sent: "
    "if the authority is your own, name the file of its certificate."
)
OTHER_NAME = (
    "The mail server's certificate is made out to another name, and no password was sent: "
    "ask for the server's exact name."
)
EXPIRED = "The mail server's certificate is out of date, and no password was sent: tell those who keep the server."
UNVERIFIED = "The mail server's certificate cannot be verified, and no password was sent: tell those who keep it."
NO_ENTRY = (
    "The mail server did not let this user in with this password; some providers want a password made for one program."
)
NO_FOLDER = "The mailbox has no folder of this name that may be read."
NOT_IMAP = "What answers there does not speak as a mail server (IMAP) does: look at the server's name and port."
_CERTIFICATE = {10: EXPIRED, 9: EXPIRED, 62: OTHER_NAME, 64: OTHER_NAME} | dict.fromkeys(
    (2, 18, 19, 20, 21), UNKNOWN_AUTHORITY
)


class Broken(Exception):
    """The connection is of no use any more; `said` is what a person is told if another one fares no better."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


class Unreadable(Broken):
    """The answer itself was the trouble, and would be again."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A folder of a mailbox: its name, and what it is for where the server says so (Sent, Junk, Trash…)."""

    name: str
    use: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The folders of a mailbox by name, INBOX first; `unreadable` counts those whose names cannot be decoded."""

    folders: tuple[Listed, ...]
    unreadable: int = 0


_USES = {b"\\" + use.lower().encode(): use for use in ("All", "Archive", "Drafts", "Flagged", "Junk", "Sent", "Trash")}


def folders(account: Account, password: str, patience: float = PATIENCE_S) -> Listing:
    """The folders of a mailbox. Raises MailboxFailed, which says what is to be put right."""
    looked_at(password, "INBOX")
    try:
        visit = Visit(account, password, Line(), patience)
        try:
            return visit.folders()
        finally:
            visit.leave()
    except Broken as error:
        raise MailboxFailed(error.said) from error


class Visit:
    """A user let in. Raises MailboxFailed where there is something to put right, Broken where the line is at fault."""

    def __init__(self, account: Account, password: str, line: Line, patience: float = PATIENCE_S) -> None:
        context = account.context()
        with connecting():
            self._client = Client(account, context, line, patience)
        try:
            self._enter(account, context, password)
        except BaseException:
            self.leave()
            raise

    def _enter(self, account: Account, context: ssl.SSLContext, password: str) -> None:
        client = self._client
        if account.starttls:
            client.allow()
            with connecting():
                client.starttls(context)
        with answering():
            plain = client.has_capability("AUTH=PLAIN")
            client.allow()
            try:
                # Only the one of the two can carry a letter outside ASCII.
                if plain:
                    client.plain_login(account.user, password)
                else:
                    client.login(account.user, password)
            except (LoginError, UnicodeEncodeError) as error:
                if isinstance(error.__context__, imaplib.IMAP4.abort):
                    raise Broken(SILENT) from error
                raise MailboxFailed(NO_ENTRY, "password") from error

    def folders(self) -> Listing:
        """Every folder that can be opened."""
        client = self._client
        client.folder_encode = False
        with answering():
            client.allow()
            found, unreadable = {}, 0
            for flags, _, name in client.list_folders()[:_FOLDERS]:
                said = {bytes(flag).lower() for flag in flags}
                if said & {b"\\noselect", b"\\nonexistent"}:
                    continue
                decoded = _decoded(name)
                if decoded is None:
                    unreadable += 1
                else:
                    found[decoded] = Listed(decoded, next((use for flag, use in _USES.items() if flag in said), ""))
        listed = sorted(found.values(), key=lambda one: (one.name.upper() != "INBOX", one.name.casefold(), one.name))
        return Listing(tuple(listed), unreadable)

    def examine(self, folder: str) -> int:
        """Look at a folder, which stays as it is; returns what its UIDs are valid under."""
        client = self._client
        client.folder_encode = True
        with answering():
            client.allow()
            try:
                validity = client.select_folder(folder, readonly=True).get(b"UIDVALIDITY")
            except imaplib.IMAP4.abort:
                raise
            except imaplib.IMAP4.error as error:
                raise MailboxFailed(NO_FOLDER, "folder") from error
        if not isinstance(validity, int):
            raise Unreadable(NOT_IMAP)
        return validity

    def search(self, since: date | None, after: int) -> list[int]:
        """The UIDs of the messages that came in since a day, those after `after`, in order."""
        criteria: list[object] = ["UID", f"{after + 1}:*"]
        if since is not None:
            criteria += ["SINCE", since]
        with answering():
            # A server may tell of new messages only when it is asked whether there is news.
            self._client.allow()
            self._client.noop()
            self._client.allow(MESSAGES, MESSAGES)
            # A range up to the last message holds the last message, wherever it begins.
            return sorted({uid for uid in map(int, self._client.search(criteria)) if after < uid < 2**32})

    def holding(self, message_id: str) -> list[int]:
        """The UIDs of the messages of this folder that bear this Message-ID, in order."""
        with answering():
            self._client.allow()
            self._client.noop()
            return sorted(map(int, self._client.search(["HEADER", "Message-ID", message_id])))

    def sizes(self, uids: Sequence[int]) -> dict[int, int]:
        """How big each of these messages is; one that is gone is not in the answer."""
        with answering():
            self._client.allow()
            found = self._client.fetch(uids, ["RFC822.SIZE"])
            return {uid: size for uid, said in found.items() if isinstance(size := said.get(b"RFC822.SIZE"), int)}

    def messages(self, uids: Sequence[int], expected: int) -> dict[int, bytes]:
        """The bytes of these messages, about so many as `expected`, without their being marked as read."""
        with answering():
            self._client.allow(FILE_LIMIT + SMALL, expected)
            found = self._client.fetch(uids, ["BODY.PEEK[]"])
            return {uid: raw for uid, said in found.items() if isinstance(raw := said.get(b"BODY[]"), bytes)}

    def leave(self) -> None:
        """Say goodbye and hang up, whatever the other end makes of it."""
        client = self._client
        with suppress(OSError, *_NO_IMAP):
            client.hurry()
            client.logout()
            return
        with suppress(OSError, *_NO_IMAP):
            client.shutdown()


@contextmanager
def connecting(no_seal: str = NO_TLS) -> Iterator[None]:
    """What goes wrong on the way to a sealed line, as a sentence; `no_seal` where the server offers none."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise MailboxFailed(_CERTIFICATE.get(error.verify_code, UNVERIFIED)) from error
    except socket.gaierror as error:
        raise MailboxFailed(NO_SUCH) from error
    except (ssl.SSLError, CapabilityError) as error:
        raise MailboxFailed(no_seal) from error
    except OSError as error:
        raise MailboxFailed(SILENT) from error
    except imaplib.IMAP4.abort as error:
        raise MailboxFailed(SILENT) from error
    except _NO_IMAP as error:
        raise MailboxFailed(NOT_IMAP) from error


@contextmanager
def answering() -> Iterator[None]:
    """What goes wrong with an answer of a server, as a break of the line."""
    try:
        yield
    except (OSError, imaplib.IMAP4.abort) as error:
        raise Broken(SILENT) from error
    except _NO_IMAP as error:
        raise Unreadable(NOT_IMAP) from error


def _decoded(name: object) -> str | None:
    """A folder's name out of its modified UTF-7; None where it would not be found again under that name."""
    if isinstance(name, str):
        return name  # a number, which the library has turned back
    if not isinstance(name, bytes) or len(name) > 1_000:
        return None
    try:
        decoded = imap_utf7.decode(name)
        same = imap_utf7.encode(decoded) == name
    except (ValueError, LookupError, TypeError):
        return None
    return decoded if same and decoded and plain_line(decoded) == decoded else None
