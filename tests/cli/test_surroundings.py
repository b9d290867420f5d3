"""What surrounds a command: closed and full streams, pipes, locales, and paths with odd names."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from smes_panel.cli.arrive import arrivals
from smes_panel.dossier import Dossier
from smes_panel.gestures.panel import AddMember
from smes_panel.model.application import Arrival
from smes_panel.model.panel import Role
from tests.cli.walk import PASSPHRASE, Walk
from tests.conftest import ROOT


def test_a_refusal_is_one_line_whatever_the_path_holds(walk: Walk) -> None:
    status, _, err = walk.run("show", walk.folder / "deux\nlignes\u202e.smes")
    assert (status, err.count("\n"), "\u202e" in err) == (1, 1, False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="missing: named pipes")
def test_a_pipe_is_no_dossier_and_is_not_waited_on(walk: Walk) -> None:
    pipe = walk.folder / "tube.smes"
    os.mkfifo(pipe)
    status, _, err = walk.run("show", pipe)
    assert (status, "not an ordinary file" in err) == (1, True)


def test_a_table_without_end_is_refused(walk: Walk) -> None:
    endless = walk.folder / "sans-fin.csv"
    with endless.open("wb") as file:
        file.truncate(10_000_001)
    walk.done("new", walk.file, "--example", "connect")
    walk.done("panel", walk.file, "--add", "Maude Jury", "--role", "chair")
    said = ("rate", walk.file, "--member", "Maude Jury", "--stage", "screening", "--from", endless)
    status, _, err = walk.run(*said)
    assert (status, "larger than 10 MB" in err) == (1, True)


def test_closed_streams_stop_nothing(begun: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert begun.run("show", begun.file, "--json")[0] == 0
    assert begun.run("panel", begun.file, "--add", "Sofia Lectrice")[0] == 0
    for stream in (sys.stdout, sys.stderr):
        stream.close()


def test_a_full_disk_under_stdout_is_said_in_one_line(begun: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    device = Path("/dev/full")
    if not device.exists():
        pytest.skip("missing: /dev/full")
    full = device.open("w", encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", full)
    assert begun.run("panel", begun.file)[0] == 1
    full.close()


def test_the_passphrase_is_the_same_in_every_locale_and_from_every_editor(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMES_PANEL_PASSPHRASE", "l’été, déjà")
    walk.done("new", walk.file, "--example", "connect")
    disguised = unicodedata.normalize("NFD", "l’été, déjà").encode().decode("ascii", "surrogateescape")
    monkeypatch.setattr("os.environ", {**os.environ, "SMES_PANEL_PASSPHRASE": disguised})
    walk.done("panel", walk.file)
    file = walk.folder / "phrase.txt"
    file.write_bytes("\ufeffl’été, déjà\r\nautre ligne\r\n".encode())
    walk.done("panel", walk.file, "--passphrase-file", file)


def test_a_passphrase_in_no_encoding_is_refused_before_anything_is_made(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.environ", {**os.environ, "SMES_PANEL_PASSPHRASE": f"{PASSPHRASE}\udce9"})
    status, _, err = walk.run("new", walk.file, "--example", "connect")
    assert (status, err.count("\n"), list(walk.folder.iterdir())) == (1, 1, [])


def test_a_dossier_that_lies_among_what_it_imports_stays_locked(begun: Walk) -> None:
    # Closing any handle on a file drops the locks that POSIX gave this process on it.
    with Dossier.open(begun.file, PASSPHRASE) as dossier:
        assert {a.result for a in arrivals(dossier, [begun.folder])} <= set(Arrival)
        other = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "panel", str(begun.file), "--add", "Rachid Assesseur"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert (other.returncode, "already open" in other.stderr) == (1, True)
        dossier.do(AddMember("Sofia Lectrice", Role.MEMBER))
        assert list(dossier.check()) == []
