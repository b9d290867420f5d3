"""Postfix from Debian's package for the tests, in a folder of its own, on loopback; only root can run it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from smes_panel.dispatch import Outgoing
from tests.intake.certificates import Authority
from tests.intake.dovecot import Server, free_port

NOT_INSTALLED = "Postfix is not installed (Debian: postfix)"
NOT_ROOT = "Postfix is run by root alone"
PROGRAMS = Path("/usr/lib/postfix/sbin")
"""Postfix's own programs, which are on nobody's path."""

_QUEUES = "active bounce corrupt defer deferred flush hold incoming maildrop pid private public saved trace"
_MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
daemon_directory = {programs}
shlib_directory = no
mail_owner = daemon
setgid_group = mail
default_privs = nobody
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
import_environment = MAIL_CONFIG TZ LANG=C LD_LIBRARY_PATH
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = serveur.maquette.invalid
mydestination =
alias_maps =
local_recipient_maps =
virtual_mailbox_domains = static:all
virtual_mailbox_maps = static:all/
virtual_mailbox_base = {folder}/mail
virtual_uid_maps = static:1
virtual_gid_maps = static:1
virtual_minimum_uid = 1
smtpd_tls_security_level = encrypt
smtpd_tls_chain_files = {certificate}
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = {sasl}
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
message_size_limit = 200000
"""
_MASTER = """
127.0.0.1:{tls} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
127.0.0.1:{starttls} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""


def missing() -> str:
    """Why it cannot run here; nothing where it can."""
    if not (PROGRAMS / "master").is_file():
        return NOT_INSTALLED
    return "" if os.getuid() == 0 else NOT_ROOT


@dataclass(frozen=True)
class Postfix:
    """A running server; who is let in is known by the Dovecot beside it."""

    folder: Path
    authority: Path
    tls: int
    starttls: int

    def account(self, user: str, **other: object) -> Outgoing:
        known = {"host": "127.0.0.1", "port": self.tls, "user": user, "authority": self.authority, "sender": user}
        return Outgoing(**(known | other))  # type: ignore[arg-type]

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text("utf-8")

    def delivered(self) -> list[bytes]:
        """Every message that reached a mailbox, once for each recipient."""
        return [path.read_bytes() for path in (self.folder / "mail" / "all" / "new").glob("*")]


@contextmanager
def running(folder: Path, dovecot: Server) -> Iterator[Postfix]:
    """A server that is gone afterwards. `folder` can be entered by everybody."""
    server = Postfix(folder, folder / "authority.pem", free_port(), free_port())
    certificate = Authority(folder).makes_out("127.0.0.1")
    # Postfix wants the key before its certificate.
    head, mark, tail = certificate.read_text().partition("-----BEGIN PRIVATE KEY-----")
    certificate.write_text(mark + tail + head)
    configuration = folder / "etc"
    for part in ("etc", "data", "mail", *(f"queue/{one}" for one in _QUEUES.split())):
        (folder / part).mkdir(parents=True)
    told = {"folder": folder, "programs": PROGRAMS, "certificate": certificate, "sasl": dovecot.sasl}
    (configuration / "main.cf").write_text(_MAIN.format(**told))
    (configuration / "master.cf").write_text(_MASTER.format(tls=server.tls, starttls=server.starttls))
    for path in (folder / "data", folder / "mail", *(folder / "queue").iterdir()):
        shutil.chown(path, "daemon", "mail")
    shutil.chown(folder / "queue" / "pid", "root", "root")
    process = subprocess.Popen(
        [str(PROGRAMS / "master"), "-d", "-c", str(configuration)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "MAIL_CONFIG": str(configuration)},
    )
    try:
        _await(process, server)
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def _await(process: subprocess.Popen[bytes], server: Postfix) -> None:
    for _ in range(200):
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", server.tls), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(server.log if (server.folder / "log").exists() else "no log")
