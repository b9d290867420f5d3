"""The line to a mail server: every wait on it ends, and it never brings more than was asked for."""

from __future__ import annotations

import imaplib
import socket
import ssl
import threading
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from imapclient import IMAPClient

from smes_panel.intake.imap.account import Account

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

PATIENCE_S = 30.0
"""How long a server may be silent. A whole answer may take four times that, and more for what is big."""

SMALL = 2_000_000
_SLOWEST = 20_000
_BLOCK = 262_144


class Overrun(Exception):
    """The server sent more than the answer may hold, or announced to."""


class Line:
    """What another thread may cut: the socket of the moment, from before it is connected."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._cut = threading.Event()

    def is_cut(self) -> bool:
        return self._cut.is_set()

    def hold(self, held: socket.socket) -> None:
        with self._lock:
            self._socket = held
        if self.is_cut():
            self.cut()

    def cut(self) -> None:
        """End every wait on this line, now and later."""
        self._cut.set()
        with self._lock:
            if self._socket is not None:
                with suppress(OSError):
                    # Past the seal of TLS, which belongs to the thread that reads.
                    socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def pause(self, seconds: float) -> None:
        self._cut.wait(seconds)


def reached(account: Account, context: ssl.SSLContext, line: Line, patience: float) -> socket.socket:
    """The first address of the server that answers, sealed at once unless STARTTLS comes. Raises OSError."""
    failed: OSError = OSError("no address")
    for family, kind, protocol, _, address in socket.getaddrinfo(account.host, account.port, type=socket.SOCK_STREAM):
        bare = socket.socket(family, kind, protocol)
        line.hold(bare)
        bare.settimeout(patience / 2)
        try:
            bare.connect(address)
        except OSError as error:
            bare.close()
            failed = error
            continue
        if account.starttls:
            return bare
        sealed = context.wrap_socket(bare, server_hostname=account.host)
        line.hold(sealed)
        return sealed
    raise failed


class Wire(imaplib.IMAP4):
    """IMAP over a socket of ours: its reads are bounded in bytes and in time."""

    def __init__(self, account: Account, context: ssl.SSLContext, line: Line, patience: float) -> None:
        self._account, self._context, self._line, self._patience = account, context, line, patience
        self._held = bytearray()
        self._of: object = None
        self.allow()
        super().__init__(account.host, account.port)

    def allow(self, size: int = SMALL, expected: int = 0) -> None:
        """The answers to the next command may hold so many bytes, and take as long as so many of them need."""
        self._left = size
        self._until = monotonic() + 4 * self._patience + expected / _SLOWEST

    def hurry(self) -> None:
        """Wait for nothing much longer than a goodbye takes."""
        self._patience = min(self._patience, 0.5)
        self.allow()

    def _create_socket(self, timeout: float | None = None) -> socket.socket:  # noqa: ARG002  # imaplib's
        return reached(self._account, self._context, self._line, self._patience)

    def send(self, data: ReadableBuffer) -> None:
        self._look_at_the_seal()
        super().send(data)

    def read(self, size: int) -> bytes:
        self._look_at_the_seal()
        if size - len(self._held) > self._left:
            raise Overrun
        while len(self._held) < size:
            if not self._more():
                raise self.abort("the connection ended within an answer")
        return self._taken(size)

    def readline(self) -> bytes:
        self._look_at_the_seal()
        looked = 0
        while (end := self._held.find(b"\n", looked)) < 0:
            looked = len(self._held)
            if not self._more():
                return b""
        return self._taken(end + 1)

    def _look_at_the_seal(self) -> None:
        # What came in the clear after STARTTLS would else be taken for the server's sealed answer.
        if self.sock is not self._of:
            if self._held:
                raise self.abort("something came before the seal")
            self._of = self.sock
            self._line.hold(self.sock)

    def _more(self) -> bool:
        left = self._until - monotonic()
        if left <= 0:
            raise TimeoutError
        self.sock.settimeout(min(left, self._patience))
        block = self.sock.recv(_BLOCK)
        self._left -= len(block)
        if self._left < 0:
            raise Overrun
        self._held += block
        return bool(block)

    def _taken(self, size: int) -> bytes:
        taken = bytes(memoryview(self._held)[:size])
        del self._held[:size]
        return taken


class Client(IMAPClient):  # type: ignore[misc]  # the library publishes no types
    """The library's client over our wire."""

    def __init__(self, account: Account, context: ssl.SSLContext, line: Line, patience: float) -> None:
        self._made_of = (account, context, line, patience)
        # `ssl` says how the library would connect: we do, and nothing is said before the seal but STARTTLS.
        super().__init__(account.host, account.port, ssl=False, timeout=patience)
        # It formats every line for a log, passwords and messages among them.
        self._imap.debug = 0

    def _create_IMAP4(self) -> Wire:  # noqa: N802  # the library's name
        return Wire(*self._made_of)

    def allow(self, size: int = SMALL, expected: int = 0) -> None:
        """How much the next answer may be: see `Wire`."""
        wire: Any = self._imap
        wire.allow(size, expected)

    def hurry(self) -> None:
        """Say goodbye next: see `Wire`."""
        wire: Any = self._imap
        wire.hurry()
