"""import --imap, folders: a mailbox on a mail server, and what is there after the program was killed on the way."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError, PasswordSetError

from tests.cli.walk import PASSPHRASE, Walk, mail
from tests.intake.dovecot import PASSWORD, Box, Server

ROOT = Path(__file__).resolve().parents[2]
VARIABLE = "SMES_PANEL_MAIL_PASSWORD"


def filled(server: Server, user: str, number: int) -> Box:
    """A mailbox with so many applications, each from somebody else."""
    box = server.box(f"{user}@exemple.invalid")
    box.fill((_letter(place), f"{place:05d}.M{place}.exemple") for place in range(number))
    return box


def _letter(place: int) -> bytes:
    return mail("Inès Brouillon").replace(b"ines.brouillon", b"ines.brouillon%d" % place)


def asked(box: Box) -> tuple[object, ...]:
    return ("--imap", f"127.0.0.1:{box.server.tls}", "--user", box.user, "--authority", box.server.authority)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, PASSWORD)


@pytest.mark.usefixtures("told")
def test_a_mailbox_comes_in_beside_files_with_a_result_for_each_message(begun: Walk, mail_server: Server) -> None:
    box = filled(mail_server, "cli-un", 3)
    results = begun.json("import", begun.file, begun.folder / "mails", *asked(box))
    assert [(one["result"], one["application"]) for one in results] == [
        ("known", "K-01"),
        ("known", "K-02"),
        ("added", "K-03"),
        ("added", "K-04"),
        ("added", "K-05"),
    ]
    assert [one["path"].split(";")[-1] for one in results[2:]] == ["UID=1", "UID=2", "UID=3"]
    assert VARIABLE not in os.environ


@pytest.mark.usefixtures("told")
def test_the_folders_of_a_mailbox_are_listed(walk: Walk, mail_server: Server) -> None:
    box = filled(mail_server, "cli-deux", 1)
    server, *more = asked(box)[1:]
    assert walk.json("folders", server, *more) == [
        {"name": "INBOX", "use": None},
        {"name": "Envoyés", "use": "Sent"},
    ]


def test_a_password_comes_from_a_file_or_a_descriptor_too(begun: Walk, mail_server: Server) -> None:
    box = filled(mail_server, "cli-trois", 1)
    secret = begun.table("secret", PASSWORD + "\n")
    for file in (secret, "/dev/fd/{}"):
        with secret.open("rb") as held:
            results = begun.json("import", begun.file, *asked(box), "--password-file", str(file).format(held.fileno()))
        assert [one["application"] for one in results] == ["K-03"]


def test_a_mailbox_that_cannot_be_had_is_one_line_and_nothing_is_written(
    begun: Walk, mail_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = filled(mail_server, "cli-quatre", 1)
    wanted = asked(box)
    for password, more, said in (
        ("autre chose", wanted, "did not let this user in"),
        (PASSWORD, (*wanted, "--folder", "Nulle part"), "has no folder of this name"),
        (PASSWORD, (*wanted[:4], "--folder", "INBOX"), "an authority that this computer does not know"),
        (PASSWORD, wanted[:2], "The user is missing"),
        (PASSWORD, (), "Nothing was named"),
        (PASSWORD, (*wanted[:5], "/nulle/part.pem"), "holds no certificate"),
    ):
        monkeypatch.setenv(VARIABLE, password)
        status, out, err = begun.run("import", begun.file, *more)
        assert (status, out, err.count("\n")) == (1, "", 1)
        assert said in err
        assert password not in err
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(sys, "stdin", (begun.folder / "mails" / "1.eml").open("rb"))
    status, _, err = begun.run("import", begun.file, *wanted)
    assert (status, "No password was given" in err) == (1, True)
    sys.stdin.close()
    assert len(begun.json("applications", begun.file)) == 2


class Kept(KeyringBackend):
    """A keyring that keeps what it is given for as long as it lives."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # as the library has it
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Failing(Kept):
    """A keyring whose service is gone."""

    def get_password(self, service: str, username: str) -> str | None:
        raise OSError(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        raise PasswordSetError(service, username, len(password))

    def delete_password(self, service: str, username: str) -> None:
        raise PasswordDeleteError(service, username)


def test_the_keyring_of_the_system_remembers_a_password_and_forgets_one_that_is_refused(
    begun: Walk, mail_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = filled(mail_server, "cli-cinq", 1)
    before, kept = keyring.get_keyring(), Kept()
    place = ("Smes Panel", f"imap://cli-cinq%40exemple.invalid@127.0.0.1:{mail_server.tls}/")
    keyring.set_keyring(kept)
    try:
        monkeypatch.setenv(VARIABLE, PASSWORD)
        begun.done("import", begun.file, *asked(box), "--remember")
        assert kept.kept == {place: PASSWORD}
        assert [one["result"] for one in begun.json("import", begun.file, *asked(box))] == ["known"]
        kept.kept[place] = "ancien"
        _, _, err = begun.run("import", begun.file, *asked(box))
        assert "has been forgotten" in err
        assert kept.kept == {}
        keyring.set_keyring(Failing())
        monkeypatch.setenv(VARIABLE, PASSWORD)
        _, out, err = begun.run("import", begun.file, *asked(box), "--remember")
        assert (out.startswith("known K-03"), "no system keyring that works" in err) == (True, True)
    finally:
        keyring.set_keyring(before)


def applications(file: Path, environment: dict[str, str]) -> Any:
    command = [sys.executable, str(ROOT / "main.py"), "applications", str(file), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, env=environment).stdout)


def killed(command: list[str], environment: dict[str, str], after: int) -> list[str]:
    """Kills the program once it has told of so many items; what it told until then."""
    told = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment) as child:
        assert child.stdout is not None
        for line in child.stdout:
            told.append(line.decode())
            if len(told) == after:
                child.kill()
    return told


def killed_twice(walk: Walk, server: Server, number: int) -> None:
    """A folder of so many applications is complete though the program was killed a third and two thirds through."""
    box = filled(server, f"cli-mort-{number}", number)
    walk.done("new", walk.file, "--example", "connect")
    environment = {**os.environ, "SMES_PANEL_PASSPHRASE": PASSPHRASE, VARIABLE: PASSWORD}
    command = [sys.executable, str(ROOT / "main.py"), "import", str(walk.file), *map(str, asked(box))]
    for run in (1, 2):
        told = killed(command, environment, number * run // 3)
        # What was told before the kill is kept, whichever run told it.
        there = {one["key"] for one in applications(walk.file, environment)}
        assert {line.split()[1] for line in told if line.startswith(("added", "known"))} <= there
        assert number * run // 3 <= len(there) < number
    results = walk_json(command, environment)
    assert len(results) == number
    assert {one["result"] for one in results} == {"known", "added"}
    found = applications(walk.file, environment)
    assert len(found) == number
    kept = sorted(document["sha256"] for one in found for document in one["documents"] if document["kind"] == "message")
    assert kept == sorted(hashlib.sha256(_letter(place)).hexdigest() for place in range(number))
    assert walk.json("check", walk.file) == {"ok": True, "problems": []}


def walk_json(command: list[str], environment: dict[str, str]) -> Any:
    return json.loads(subprocess.run([*command, "--json"], check=True, capture_output=True, env=environment).stdout)


@pytest.mark.skipif(os.name != "posix", reason="no kill -9 on this system")
def test_killed_twice_on_the_way_forty_applications_are_there_once_each(walk: Walk, mail_server: Server) -> None:
    killed_twice(walk, mail_server, 40)


@pytest.mark.long
@pytest.mark.skipif(os.name != "posix", reason="no kill -9 on this system")
def test_killed_twice_on_the_way_a_thousand_applications_are_there_once_each(walk: Walk, mail_server: Server) -> None:
    killed_twice(walk, mail_server, 1_000)
