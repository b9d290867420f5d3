"""The line to a server that takes letters (RFC 6409): sealed before anything is said, every wait on it ends.

Its one danger is the end of a letter: between the last dot and the server's answer nobody can know who has it. What
breaks before that dot was not taken by anybody, what breaks after it is `Unclear`.
"""

from __future__ import annotations

import base64
import re
import ssl
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic

from smes_panel.dispatch.account import Outgoing
from smes_panel.errors import MailboxFailed
from smes_panel.intake.imap.account import looked_at
from smes_panel.intake.imap.visit import SILENT, Broken, connecting
from smes_panel.intake.imap.wire import PATIENCE_S, Line, reached
from smes_panel.intake.names import plain_line

NO_TLS = (
    "The outgoing server offers no sealed connection (TLS 1.2 or newer) there, and nothing is said in the clear: "
    "TLS is usual at port 465, STARTTLS at 587."
)
SLIPPED_IN = "Something came before the outgoing server's seal, as if from somebody on the way: nothing was said."
NOT_SMTP = "What answers there does not take letters (SMTP): look at the outgoing server's name and port."
NO_ENTRY = (
    "The outgoing server did not let this user in with this password; "
    "some providers want a password made for one program."
)
NO_WAY_IN = "The outgoing server lets nobody in with a password: ask those who keep it for one made for programs."
TOO_BIG = "The letter is bigger than the outgoing server takes"
NO_SUCH_SIGNS = "The address holds letters that the outgoing server does not know (it has no SMTPUTF8)."

_ANSWER, _LINE, _BLOCK, _SHOWN = 65_536, 4_096, 16_384, 300
_SLOWEST = 20_000
# RFC 5321, 4.5.3.2.6: a server may think for ten minutes about a letter that it has whole.
_LAST = 20
_NUL = "\0"


class Unclear(Exception):
    """The connection ended where nobody can know whether the letter was taken."""


class Said(Exception):
    """The server said no: `answer` is what, and the letter was surely not taken."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(str(answer))
        self.answer = answer


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of the server: its code, and its words as a person may see them."""

    code: int
    lines: tuple[str, ...]

    @property
    def for_now(self) -> bool:
        """Whether the same might be taken later."""
        return 400 <= self.code < 500

    def __str__(self) -> str:
        said = plain_line(" ".join(self.lines))
        return f"{self.code} {said if len(said) <= _SHOWN else said[:_SHOWN] + '…'}".strip()


class Submission:
    """A user let in, who hands letters over one by one.

    Raises MailboxFailed where there is something to put right, Broken where the line is at fault.
    """

    def __init__(self, account: Outgoing, password: str, line: Line, patience: float = PATIENCE_S) -> None:
        looked_at(password, "INBOX")
        self._account, self._line, self._patience = account, line, patience
        self._held = bytearray()
        self._offers: dict[str, str] = {}
        context = account.context()
        with connecting(NO_TLS):
            self._socket = reached(account, context, line, patience)
        try:
            self._greeted()
            if account.starttls:
                self._seal(context)
            self._let_in(password)
        except BaseException:
            self.leave()
            raise

    def hand_over(self, sender: str, recipient: str, raw: bytes, *, beyond_ascii: bool = False) -> Answer:
        """Hands a letter over; the answer with which the server took it on itself.

        Raises Said where it did not, Broken where the line broke before it could, Unclear where it may have.
        """
        most = self._offers.get("size", "")
        # A size of 0 is none.
        if most.isascii() and most.isdigit() and 0 < int(most[:18]) < len(raw):
            raise Said(Answer(552, (f"{TOO_BIG} ({int(most[:18]):,} bytes).",)))
        if beyond_ascii and "smtputf8" not in self._offers:
            raise Said(Answer(553, (NO_SUCH_SIGNS,)))
        sized = f" SIZE={len(raw)}" if "size" in self._offers else ""
        utf8 = " BODY=8BITMIME SMTPUTF8" if beyond_ascii else ""
        self._asked(f"MAIL FROM:<{sender}>{sized}{utf8}", 250)
        self._asked(f"RCPT TO:<{recipient}>", 250, 251)
        # A copy is a comfort: where it is not taken, the letter still goes.
        if self._account.copy and recipient != sender and self._answered(f"RCPT TO:<{sender}>").code == 421:
            raise Broken(SILENT)
        self._asked("DATA", 354)
        body = raw if raw.endswith(b"\r\n") else raw + b"\r\n"
        self._send(re.sub(rb"(?m)^\.", b"..", body), len(raw))
        try:
            self._send(b".\r\n")
            answer = self._answer(_LAST)
        except Broken as error:
            raise Unclear(error.said) from error
        if 200 <= answer.code < 300:
            return answer
        if 400 <= answer.code < 600:
            raise Said(answer)
        raise Unclear(NOT_SMTP)

    def forget(self) -> None:
        """Have the server forget a letter that it did not take. Raises Broken."""
        if self._answered("RSET").code != 250:
            raise Broken(NOT_SMTP)

    def leave(self) -> None:
        """Say goodbye and hang up, whatever the other end makes of it."""
        with suppress(OSError, Broken):
            self._patience = min(self._patience, 0.5)
            if isinstance(self._socket, ssl.SSLSocket):
                self._answered("QUIT")
        with suppress(OSError):
            self._socket.close()

    def _greeted(self) -> None:
        answer = self._answer()
        if answer.for_now:
            raise Broken(SILENT)
        if answer.code != 220:
            raise MailboxFailed(NOT_SMTP)
        self._introduced()

    def _introduced(self) -> None:
        # The name of this computer is nobody's business.
        answer = self._answered("EHLO [127.0.0.1]")
        if answer.for_now:
            raise Broken(SILENT)
        if answer.code != 250:
            raise MailboxFailed(NOT_SMTP)
        self._offers = {}
        for line in answer.lines[1:]:
            name, _, rest = line.partition(" ")
            self._offers[name.casefold()] = rest.strip()

    def _seal(self, context: ssl.SSLContext) -> None:
        if "starttls" not in self._offers or self._answered("STARTTLS").code != 220:
            raise MailboxFailed(NO_TLS)
        if self._held:
            # It would else be taken for the first sealed answer.
            raise MailboxFailed(SLIPPED_IN)
        with connecting(NO_TLS):
            self._socket.settimeout(self._patience)
            self._socket = context.wrap_socket(self._socket, server_hostname=self._account.host)
        self._line.hold(self._socket)
        # What was offered in the clear may be anybody's.
        self._introduced()

    def _let_in(self, password: str) -> None:
        ways = self._offers.get("auth", "").upper().split()
        user = self._account.user
        if "PLAIN" in ways:
            answer = self._answered(f"AUTH PLAIN {_spelt(_NUL.join(('', user, password)))}")
        elif "LOGIN" in ways:
            answer = self._answered("AUTH LOGIN")
            for part in (user, password):
                if answer.code == 334:
                    answer = self._answered(_spelt(part))
        else:
            raise MailboxFailed(NO_WAY_IN, "password")
        if answer.code == 235:
            return
        if answer.for_now:
            raise Broken(SILENT)
        if 500 <= answer.code < 600:
            raise MailboxFailed(NO_ENTRY, "password")
        raise MailboxFailed(NOT_SMTP)

    def _asked(self, command: str, *good: int) -> Answer:
        answer = self._answered(command)
        if answer.code in good:
            return answer
        if answer.code == 421:
            raise Broken(SILENT)
        if 400 <= answer.code < 600:
            raise Said(answer)
        raise Broken(NOT_SMTP)

    def _answered(self, command: str) -> Answer:
        if self._held:
            # An answer to a question that was not asked yet.
            raise Broken(NOT_SMTP)
        self._send(command.encode() + b"\r\n")
        return self._answer()

    def _send(self, said: bytes, size: int = 0) -> None:
        try:
            self._socket.settimeout(self._patience + size / _SLOWEST)
            self._socket.sendall(said)
        except (OSError, ValueError) as error:
            raise Broken(SILENT) from error

    def _answer(self, longer: int = 1) -> Answer:
        """The next answer, of bounded size and time. Raises Broken where none comes that is one."""
        until, left = monotonic() + max(4, longer) * self._patience, _ANSWER
        lines: list[str] = []
        code = b""
        while True:
            while (end := self._held.find(b"\n")) < 0:
                if len(self._held) > _LINE:
                    raise Broken(NOT_SMTP)
                self._more(until, longer * self._patience)
            raw = bytes(self._held[:end]).rstrip(b"\r")
            del self._held[: end + 1]
            left -= end + 1
            found = re.fullmatch(rb"([2-5]\d\d)(?:([ -])(.*))?", raw, re.DOTALL)
            if found is None or left < 0 or len(raw) > _LINE or (code and found[1] != code):
                raise Broken(NOT_SMTP)
            code = found[1]
            lines.append((found[3] or b"").decode("utf-8", "replace").strip())
            if found[2] != b"-":
                return Answer(int(code), tuple(lines))

    def _more(self, until: float, patience: float) -> None:
        try:
            left = until - monotonic()
            if left <= 0:
                raise TimeoutError
            self._socket.settimeout(min(left, patience))
            block = self._socket.recv(_BLOCK)
        except (OSError, ValueError) as error:
            raise Broken(SILENT) from error
        if not block:
            raise Broken(SILENT)
        self._held += block


def _spelt(text: str) -> str:
    return base64.b64encode(text.encode()).decode()
