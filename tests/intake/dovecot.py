"""A real mail server for the tests: Dovecot from Debian's package, in a folder of its own, on loopback."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from smes_panel.intake.imap import Account
from tests.intake.certificates import Authority

NOT_INSTALLED = "Dovecot is not installed (Debian: dovecot-imapd)"
PASSWORD = "un-été-à-l’ombre"

_CONFIGURATION = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 0
first_valid_gid = 0
ssl = required
ssl_cert = <{certificate}
ssl_key = <{certificate}
ssl_min_protocol = TLSv1.2
disable_plaintext_auth = yes
auth_mechanisms = plain login
mail_location = maildir:{folder}/mail/%u
mail_uid = {uid}
mail_gid = {gid}
mail_fsync = never
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Envoyés {{
    special_use = \\Sent
    auto = create
  }}
}}
auth_failure_delay = 0
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {starttls}
  }}
  inet_listener imaps {{
    port = {tls}
    ssl = yes
  }}
}}
service auth {{
  unix_listener auth-client {{
    mode = 0666
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
"""


def is_installed() -> bool:
    return program() is not None


def program() -> str | None:
    """Dovecot's own program: Debian puts it where only root's path leads."""
    return shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin")


@dataclass(frozen=True)
class Box:
    """The mailbox of one user; `mail` is its Maildir, which can be looked at without asking the server."""

    server: Server
    user: str

    @property
    def mail(self) -> Path:
        return self.server.folder / "mail" / self.user

    def account(self, **other: object) -> Account:
        """The user, who is let in with `PASSWORD`."""
        known = {"host": "127.0.0.1", "user": self.user, "port": self.server.tls, "authority": self.server.authority}
        return Account(**(known | other))  # type: ignore[arg-type]

    def deliver(self, raw: bytes, name: str, folder: str = "") -> None:
        """A message that has just come in, as a delivery program writes it: aside first, then moved in."""
        self.fill([(raw, name)], folder)

    def fill(self, messages: Iterable[tuple[bytes, str]], folder: str = "") -> None:
        """Many at once."""
        box = self.mail / f".{folder}" if folder else self.mail
        for part in ("tmp", "new", "cur"):
            (box / part).mkdir(parents=True, exist_ok=True)
        for raw, name in messages:
            (box / "tmp" / name).write_bytes(raw)
        _give(self.mail)
        for path in (box / "tmp").iterdir():
            path.rename(box / "new" / path.name)

    def messages(self) -> dict[str, bytes]:
        """Every message by its place and name, in which a Maildir keeps its flags."""
        files = (path for part in ("new", "cur") for path in self.mail.glob(f"**/{part}/*"))
        return {str(path.relative_to(self.mail)): path.read_bytes() for path in files}


def _give(folder: Path) -> None:
    """Dovecot refuses to answer the network as root: then all of it belongs to, and runs as, nobody."""
    import pwd

    if os.getuid() == 0:
        who = pwd.getpwnam("nobody")
        for path in (folder, *folder.rglob("*")):
            os.chown(path, who.pw_uid, who.pw_gid, follow_symlinks=False)


@dataclass
class Server:
    """A mail server that lets anybody in who knows `PASSWORD`, each to a mailbox of their own."""

    folder: Path
    certificate: Path
    authority: Path
    tls: int
    starttls: int
    process: subprocess.Popen[bytes] | None = None

    def box(self, user: str) -> Box:
        box = Box(self, user)
        box.mail.mkdir(exist_ok=True)
        _give(box.mail)
        return box

    @property
    def sasl(self) -> Path:
        """Where another server asks whether a password is right."""
        return self.folder / "run" / "auth-client"

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text("utf-8")

    def start(self) -> None:
        # Where there is no Dovecot there may be no such modules either.
        import grp
        import pwd

        self.folder.mkdir(parents=True, exist_ok=True)
        for part in ("run", "state", "mail"):
            (self.folder / part).mkdir(exist_ok=True)
        certificate = self.folder / "server.pem"
        certificate.write_bytes(self.certificate.read_bytes())
        certificate.chmod(0o600)
        who = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        configuration = self.folder / "dovecot.conf"
        configuration.write_text(
            _CONFIGURATION.format(
                folder=self.folder,
                user=who.pw_name,
                group=grp.getgrgid(who.pw_gid).gr_name,
                uid=who.pw_uid,
                gid=who.pw_gid,
                certificate=certificate,
                password=PASSWORD,
                tls=self.tls,
                starttls=self.starttls,
            ),
            "utf-8",
        )
        found = program()
        assert found is not None
        _give(self.folder)
        nobody: dict[str, Any] = {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
        quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        command = [found, "-F", "-c", str(configuration)]
        self.process = subprocess.Popen(command, **quiet, **(nobody if os.getuid() == 0 else {}))
        for _ in range(200):
            if self.process.poll() is not None or _listens(self.tls):
                break
            time.sleep(0.05)
        if self.process.poll() is not None or not _listens(self.tls):
            raise RuntimeError((self.folder / "log").read_text("utf-8") if (self.folder / "log").exists() else "no log")

    def stop(self) -> None:
        if self.process is not None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(20)
            self.process = None


@contextmanager
def running() -> Iterator[Server]:
    """A server that is gone afterwards, with its folder."""
    # Not in a folder of pytest's, which is closed to the user that the server becomes when root starts it.
    with tempfile.TemporaryDirectory(prefix="smes-panel-mail-") as folder:
        Path(folder).chmod(0o711)
        server = served(Path(folder) / "server", Authority(Path(folder)))
        try:
            yield server
        finally:
            server.stop()


def served(folder: Path, authority: Authority, name: str = "127.0.0.1", days: int = 30) -> Server:
    """A server in this folder, started."""
    server = Server(folder, authority.makes_out(name, days=days), authority.pem, free_port(), free_port())
    server.start()
    return server


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _listens(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), 1):
            return True
    except OSError:
        return False
