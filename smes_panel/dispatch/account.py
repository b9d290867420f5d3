"""Where letters are handed over, and in whose name: what a person types, looked at before anything goes over a line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from smes_panel.errors import MailboxFailed
from smes_panel.intake.imap.account import Account, located, on_a_line

TLS_PORT, STARTTLS_PORT = 465, 587

NO_PLACE = "The outgoing server is a name such as smtp.centre.example, with :465 after it if need be."
NO_USER = "The user of the outgoing server is missing: often it is the whole address of the mailbox."
NO_SENDER = "The sender's address is one such as jobs@centre.example, in plain letters."
NO_REPLY = "The address for replies is one such as jobs@centre.example, in plain letters."

# RFC 5321, 4.5.3.1: longer ones need not be taken by anybody.
_LOCAL, _DOMAIN = 64, 255
_ATEXT = re.compile(r"[^\s\"(),.:;<>@\[\\\]\x00-\x20\x7f]+(?:\.[^\s\"(),.:;<>@\[\\\]\x00-\x20\x7f]+)*")
_LABELS = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))*")


def address(text: str) -> str | None:
    """An address as it goes over a line, its domain in ASCII; None for what is none, or more than one.

    The part before the @ may be outside ASCII (RFC 6531); one in quotation marks is not taken.
    """
    local, at, domain = unicodedata.normalize("NFC", text.strip()).rpartition("@")
    if not at or not on_a_line(local) or not _ATEXT.fullmatch(local) or len(local.encode()) > _LOCAL:
        return None
    if any(unicodedata.category(sign)[0] in "CZ" for sign in local):
        return None
    try:
        host = domain.encode("idna").decode().lower()
    except UnicodeError:
        return None
    return f"{local}@{host}" if len(host) <= _DOMAIN and _LABELS.fullmatch(host) else None


@dataclass(frozen=True, slots=True)
class Outgoing(Account):
    """A user of a server that takes letters (RFC 6409). They leave from `sender`, under `name`.

    `reply_to` is where answers go, where that is not the sender's address. With `copy`, each letter also goes to the
    sender: what came back was surely handed over, which tells what became of one whose connection was cut.
    """

    port: int = TLS_PORT
    sender: str = ""
    name: str = ""
    reply_to: str = ""
    copy: bool = True

    @classmethod
    def stated(
        cls,
        server: str,
        user: str,
        sender: str,
        name: str = "",
        *,
        reply_to: str = "",
        starttls: bool = False,
        authority: Path | None = None,
        copy: bool = True,
    ) -> Outgoing:
        """From what a person typed; the user is the sender's address where none is given. Raises MailboxFailed."""
        place = located(server, STARTTLS_PORT if starttls else TLS_PORT)
        if place is None:
            raise MailboxFailed(NO_PLACE)
        own = address(sender)
        if own is None or not own.isascii():
            raise MailboxFailed(NO_SENDER, "sender")
        user = user.strip() or own
        if not on_a_line(user):
            raise MailboxFailed(NO_USER, "user")
        answers = address(reply_to) if reply_to.strip() else ""
        if answers is None or not answers.isascii():
            raise MailboxFailed(NO_REPLY, "reply_to")
        return cls(place[0], user, place[1], starttls, authority, own, name.strip(), answers, copy)

    def url(self, folder: str = "") -> str:  # noqa: ARG002  # a mailbox's
        """The server and its user, and never a password: what a keyring knows the password by."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"smtp://{quote(self.user, safe='')}@{host}:{self.port}/"
