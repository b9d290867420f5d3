"""A server that takes letters, for the tests: aiosmtpd over real TLS on loopback, with users and passwords."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from smes_panel.dispatch import Outgoing
from tests.intake.certificates import Authority
from tests.intake.dovecot import PASSWORD, free_port

USER = "selection@maquette.invalid"


@dataclass(frozen=True)
class Taken:
    """One letter as the server took it on itself."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes

    @property
    def message_id(self) -> str:
        return str(message_from_bytes(self.raw)["Message-ID"])


class Taking:
    """Takes what `USER` hands over, and keeps it in `taken`, in order."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        self.port = free_port()
        self.taken: list[Taken] = []
        self.tried: list[bytes] = []
        """Each password, as it came."""
        self.no: dict[str, str] = {}
        """What is answered to a recipient instead of yes."""
        self.at_the_end: Callable[[Taken, int], str | None] = lambda _taken, _number: None
        """Called with a letter that is whole, before it is taken, and how many were; may answer something else."""
        self.once_taken: Callable[[Taken, int], None] = lambda _taken, _number: None
        """Called once a letter is taken, before that is answered."""

    def account(self, **other: object) -> Outgoing:
        known = {"host": "127.0.0.1", "port": self.port, "user": USER, "authority": self._authority.pem}
        known |= {"sender": USER, "name": "Maquette asbl, sélection"}
        return Outgoing(**(known | other))  # type: ignore[arg-type]

    def authenticate(self, _server: SMTP, _session: Session, _envelope: Envelope, _way: str, given: Any) -> AuthResult:
        assert isinstance(given, LoginPassword)
        self.tried.append(given.password)
        known = (given.login, given.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=known, handled=False)

    async def handle_MAIL(  # aiosmtpd's name
        self, _server: SMTP, session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        # aiosmtpd itself warns where it asks for a user on a line that was sealed from its beginning.
        if not session.authenticated:
            return "530 5.7.0 who is it?"
        envelope.mail_from = address
        return "250 2.1.0 OK"

    async def handle_RCPT(  # aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address in self.no:
            return self.no[address]
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        content = envelope.original_content
        assert content is not None
        whole = Taken(str(envelope.mail_from), tuple(envelope.rcpt_tos), content)
        answer = self.at_the_end(whole, len(self.taken) + 1)
        if answer is not None:
            return answer
        self.taken.append(whole)
        self.once_taken(whole, len(self.taken))
        return f"250 2.0.0 OK: queued as {len(self.taken):04}"


@contextmanager
def taking(folder: Path, *, starttls: bool = False, **settings: Any) -> Iterator[Taking]:
    """A server that is gone afterwards."""
    folder.mkdir(exist_ok=True)
    authority = Authority(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority.makes_out("127.0.0.1"))
    server = Taking(authority)
    sealed: dict[str, Any] = (
        {"tls_context": context, "require_starttls": True} if starttls else {"ssl_context": context}
    )
    usual: dict[str, Any] = {
        "authenticator": server.authenticate,
        "auth_require_tls": starttls,
        "enable_SMTPUTF8": False,
    }
    controller = Controller(server, "127.0.0.1", server.port, **(usual | sealed | settings))
    controller.start()
    try:
        yield server
    finally:
        controller.stop()
