"""Whose mailbox it is and where it lies: what a person types, looked at before anything goes over the network."""

from __future__ import annotations

import re
import ssl
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from smes_panel.errors import MailboxFailed

TLS_PORT, STARTTLS_PORT = 993, 143

# Where systems keep the authorities that they trust, for an OpenSSL that was built elsewhere and looks elsewhere.
_TRUSTED = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)
# The characters that RFC 5092 leaves as they are in a user's name, and the further ones in a folder's.
_USER, _FOLDER = "!$'()*+,&=~", "!$'()*+,&=~:@/"


@dataclass(frozen=True, slots=True)
class Account:
    """A user of a mail server. `authority` names a file with the one authority to trust instead of the system's."""

    host: str
    user: str
    port: int = TLS_PORT
    starttls: bool = False
    authority: Path | None = None

    @classmethod
    def typed(cls, server: str, user: str, *, starttls: bool = False, authority: Path | None = None) -> Account:
        """From a server's name, perhaps with its port after a colon. Raises MailboxFailed where it cannot be one."""
        place = located(server, STARTTLS_PORT if starttls else TLS_PORT)
        if place is None:
            raise MailboxFailed("The server is a name such as mail.centre.example, with :993 after it if need be.")
        if not on_a_line(user.strip()):
            raise MailboxFailed("The user is missing: often it is the whole address of the mailbox.", "user")
        return cls(place[0], user.strip(), place[1], starttls, authority)

    def url(self, folder: str = "") -> str:
        """The mailbox as RFC 5092 writes it: whose, where, which folder, and never a password."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = self.port in (TLS_PORT, STARTTLS_PORT)
        at = host if usual else f"{host}:{self.port}"
        return f"imap://{quote(self.user, safe=_USER)}@{at}/{quote(folder, safe=_FOLDER)}"

    def context(self) -> ssl.SSLContext:
        """What the connection is sealed with: TLS 1.2 or newer, the certificate and its name verified."""
        try:
            context = ssl.create_default_context(cafile=self.authority)
        except (OSError, ValueError) as error:
            raise MailboxFailed("The file of the authority holds no certificate that can be read.", "server") from error
        if self.authority is None and not _has_authorities(context):
            for place in filter(Path.exists, map(Path, _TRUSTED)):
                # One that does not read is as good as none; the server is then not trusted.
                with suppress(OSError):
                    context.load_verify_locations(cafile=place)
                    break
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        return context


def looked_at(password: str, folder: str) -> None:
    """Raises MailboxFailed for what would not go over the line as it is: a line end is another command there."""
    if not password or not on_a_line(password):
        raise MailboxFailed("The password is missing, or holds what no keyboard writes.", "password")
    if not on_a_line(folder):
        raise MailboxFailed("The folder is missing: the first one of a mailbox is called INBOX.", "folder")


def located(server: str, usual: int) -> tuple[str, int] | None:
    """The host and the port of a server as a person types it; nothing where it cannot be one."""
    found = re.fullmatch(r"\s*(\[[0-9A-Fa-f:.]+\]|[^\s:/@\[\]]+)(?::(\d{1,5}))?\s*", server)
    port = int(found[2]) if found and found[2] else usual
    if found is None or not 0 < port < 65_536:
        return None
    try:
        host = found[1].strip("[]").rstrip(".").encode("idna").decode().lower()
    except UnicodeError:
        return None
    return (host, port) if host else None


def on_a_line(text: str) -> bool:
    """Whether a text can be said on one line of a protocol: a line end is another command there."""
    return 0 < len(text) <= 1_000 and not any(unicodedata.category(char) in ("Cc", "Cs") for char in text)


def _has_authorities(context: ssl.SSLContext) -> bool:
    paths = ssl.get_default_verify_paths()
    return bool(context.cert_store_stats()["x509_ca"] or paths.cafile or paths.capath)
