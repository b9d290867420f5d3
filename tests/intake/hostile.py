"""A mail server that answers wrongly: real IMAP over real TLS, until the one command that it was told to spoil."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from smes_panel.intake.imap import Account
from tests.intake.certificates import Authority

Answer = Callable[[bytes], Iterable[bytes]]
"""From the tag of a command to the pieces of the answer; after the last one, an empty piece hangs up."""

HANG_UP = b""


class Hostile:
    """Knows one mailbox of three messages. `spoilt` maps a command, or `greeting`, to what is answered instead."""

    def __init__(self, folder: Path, messages: tuple[bytes, ...], *, starttls: bool = False) -> None:
        folder.mkdir(exist_ok=True)
        authority = Authority(folder)
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(authority.makes_out("127.0.0.1"))
        self._messages, self._starttls = messages, starttls
        self._listener = socket.create_server(("127.0.0.1", 0))
        port = int(self._listener.getsockname()[1])
        self.account = Account("127.0.0.1", "rh", port, starttls=starttls, authority=authority.pem)
        self.spoilt: dict[str, Answer] = {}
        self.bodies: dict[int, bytes] = {}
        """What is answered for the bytes of a message instead of them."""
        self.heard: list[str] = []
        """Each command, with `clear` before it where it came unsealed."""
        self.said: list[bytes] = []
        """The old commands that carry a password, whole."""
        self.slipped_in = b""
        """What comes in the clear after the word that the seal may begin, as somebody on the way could add it."""
        self._open = True
        self._threads = [threading.Thread(target=self._listen)]
        self._threads[0].start()

    def close(self) -> None:
        self._open = False
        socket.create_connection(self._listener.getsockname()).close()
        for thread in self._threads:
            thread.join(60)
        self._listener.close()

    def _listen(self) -> None:
        while True:
            caller, _ = self._listener.accept()
            if not self._open:
                caller.close()
                return
            self._threads.append(threading.Thread(target=self._serve, args=(caller,)))
            self._threads[-1].start()

    def _serve(self, caller: socket.socket) -> None:
        # Whoever has had enough hangs up, in the middle of whatever it is.
        with suppress(OSError):
            caller.settimeout(30)
            if self._starttls:
                with caller:
                    self._answer(caller)
            else:
                with self._context.wrap_socket(caller, server_side=True) as sealed:
                    self._answer(sealed)

    def _answer(self, line: socket.socket) -> None:
        lines = line.makefile("rb")
        try:
            if not self._say(line, self.spoilt.get("greeting", _greeting)(b"*")):
                return
            while command := lines.readline(100_000):
                tag, _, rest = command.strip().partition(b" ")
                name = _name(rest)
                if name == "LOGIN":
                    self.said.append(rest)
                self.heard.append(name if isinstance(line, ssl.SSLSocket) else f"clear {name}")
                if name in self.spoilt:
                    if not self._say(line, self.spoilt[name](tag)):
                        return
                elif name == "STARTTLS":
                    line.sendall(tag + b" OK begin\r\n" + self.slipped_in)
                    lines.close()
                    line = self._context.wrap_socket(line, server_side=True)
                    lines = line.makefile("rb")
                else:
                    if name == "AUTHENTICATE":
                        line.sendall(b"+ \r\n")
                        lines.readline(100_000)
                    line.sendall(self._usual(name, rest) + tag + b" OK done\r\n")
        finally:
            lines.close()
            line.close()

    def _say(self, line: socket.socket, pieces: Iterable[bytes]) -> bool:
        for piece in pieces:
            if piece == HANG_UP:
                return False
            line.sendall(piece)
        return True

    def _usual(self, name: str, rest: bytes) -> bytes:
        numbers = range(1, len(self._messages) + 1)
        if name == "CAPABILITY":
            return b"* CAPABILITY IMAP4rev1 AUTH=PLAIN" + (b" STARTTLS" if self._starttls else b"") + b"\r\n"
        if name == "LIST":
            return b'* LIST () "/" INBOX\r\n'
        if name == "EXAMINE":
            return b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\n"
        if name == "SEARCH":
            first = int(rest.split(b":")[0].split()[-1])
            return b"* SEARCH " + b" ".join(b"%d" % n for n in numbers if n >= first) + b"\r\n"
        asked = [n for n in numbers if n in _set(rest)] if name in ("SIZES", "BODIES") else []
        if name == "SIZES":
            return b"".join(
                b"* %d FETCH (UID %d RFC822.SIZE %d)\r\n" % (n, n, len(self._messages[n - 1])) for n in asked
            )
        return b"".join(self.bodies.get(n, self.body(n, self._messages[n - 1])) for n in asked)

    @staticmethod
    def body(number: int, raw: bytes) -> bytes:
        return b"* %d FETCH (UID %d BODY[] {%d}\r\n%b)\r\n" % (number, number, len(raw), raw)


def _greeting(_tag: bytes) -> Iterable[bytes]:
    yield b"* OK ready\r\n"


def _name(rest: bytes) -> str:
    """The command; the two that fetch are told apart."""
    words = rest.upper().split()
    if words[:1] == [b"UID"]:
        words = words[1:]
    if words[:1] == [b"FETCH"]:
        return "BODIES" if b"BODY.PEEK" in rest else "SIZES"
    return words[0].decode("latin-1") if words else ""


def _set(rest: bytes) -> set[int]:
    numbers: set[int] = set()
    for part in rest.split()[2].split(b","):
        first, _, last = part.partition(b":")
        numbers |= set(range(int(first), int(last or first) + 1))
    return numbers
