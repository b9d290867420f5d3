"""The locks, the commands and the preparation of a checkout."""

from __future__ import annotations

import argparse
import os
import re
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from installer import screen, setup
from smes_panel.cli.arguments import parser

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = {
    "requirements.lock": PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["build"],
    "requirements-dev.lock": PROJECT["project"]["dependencies"]
    + PROJECT["dependency-groups"]["build"]
    + PROJECT["dependency-groups"]["dev"],
}


def locked(name: str) -> list[Requirement]:
    """What a lock pins; a package may stand there once per Python version or platform."""
    lines = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    return [Requirement(line.split("--hash=")[0].strip()) for line in lines if line]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address_and_a_hash_for_everything(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert [line for line in text.splitlines() if line.startswith("-")] == []
    assert [line for line in text.replace("\\\n", " ").splitlines() if line and "--hash=sha256:" not in line] == []


@pytest.mark.parametrize(("name", "wanted"), LOCKS.items(), ids=LOCKS)
def test_a_lock_answers_what_the_project_asks(name: str, wanted: list[str]) -> None:
    pins: dict[str, list[Requirement]] = {}
    for pin in locked(name):
        pins.setdefault(canonicalize_name(pin.name), []).append(pin)
    unmet = [
        requirement
        for requirement in map(Requirement, wanted)
        if not any(
            requirement.specifier.contains(next(iter(pin.specifier)).version)
            for pin in pins.get(canonicalize_name(requirement.name), [])
        )
    ]
    assert unmet == []


def test_both_locks_pin_the_same_versions() -> None:
    run, work = (
        {(canonicalize_name(pin.name), str(pin.specifier)) for pin in locked(name)}
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert run - work == set()


def test_setup_and_project_agree_on_the_pythons() -> None:
    oldest, first_too_new = (".".join(map(str, version)) for version in (setup.OLDEST, setup.FIRST_TOO_NEW))
    assert PROJECT["project"]["requires-python"] == f">={oldest},<{first_too_new}"


def test_this_python_is_among_them() -> None:
    assert setup.OLDEST <= sys.version_info[:2] < setup.FIRST_TOO_NEW


def test_a_library_is_asked_of_the_loader() -> None:
    assert setup.loads("libc.so.6" if sys.platform == "linux" else sys.executable) is (sys.platform == "linux")
    assert setup.loads("libnothing-of-that-name.so.1") is False


def test_a_forgotten_display_is_no_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert [screen.x_answers(display) for display in (":987", "", "nonsense", ":x")] == [False] * 4
    assert screen.wayland_answers("wayland-0") is False


def test_a_listening_compositor_is_a_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-0"))
        compositor.listen()
        assert screen.wayland_answers("wayland-0") is True


def make(*arguments: str) -> str:
    """What make would do, without doing it."""
    asked = ["make", "--dry-run", "--no-print-directory", "--always-make", *arguments]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("MAKE") and key != "MFLAGS"}
    return subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True, env=environment).stdout


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


PAGES = [
    "README.md",
    "CONTRIBUTING.md",
    *(str(page.relative_to(ROOT)) for page in sorted((ROOT / "docs").rglob("*.md"))),
]


@pytest.mark.parametrize("page", PAGES)
def test_every_make_command_named_in_a_page_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert (
        set(re.findall(r"`make ([a-z-]+)", text) + re.findall(r"^make ([a-z-]+)", text, re.MULTILINE)) - targets()
        == set()
    )


def test_help_tells_every_command_a_person_needs() -> None:
    told = set(re.findall(r'"make ([a-z-]+)', (ROOT / "Makefile").read_text(encoding="utf-8")))
    inner = {"help", "lint", "types", "contracts", "pytest"}
    assert told == targets() - inner


def test_a_long_run_takes_the_marked_tests_and_a_short_one_leaves_them() -> None:
    assert "--hypothesis-profile=long" in make("test-long")
    assert "long or not long" in make("test-long")
    assert "--hypothesis-profile" not in make("pytest")
    assert PROJECT["tool"]["pytest"]["ini_options"]["addopts"][-2:] == ["-m", "not long"]


def test_the_check_of_the_server_is_the_check_of_the_desk() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").splitlines()[-1] == "exec make test </dev/null"


def test_every_locked_package_has_its_licence_on_the_list() -> None:
    page = (ROOT / "docs" / "decisions" / "licence.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| ")]
    named = {canonicalize_name(name.split("(")[0].strip()) for row in rows for name in row.split(",")}
    assert {canonicalize_name(pin.name) for pin in locked("requirements-dev.lock")} - named == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_panel_command_named_in_a_page_exists(page: str) -> None:
    chosen = next(action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    text = (ROOT / page).read_text(encoding="utf-8")
    assert (
        set(re.findall(r"^(?:\.venv/bin/)?smes-panel ([a-z][a-z-]*)", text, re.MULTILINE)) - set(chosen.choices)
        == set()
    )


def test_programs_for_tests_are_looked_for_where_root_finds_them_and_a_missing_one_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(setup, "TEST_PROGRAMS", {"sh": "dash", "no-such-program": "no-such-package"})
    assert setup.missing_programs() == ["no-such-package"]
    # Nobody installs anything here: the one file that the path leads to writes down what it was asked, and fails.
    (tmp_path / "apt-get").write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\nexit 1\n')
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    setup.offer(["no-such-package"])
    if (tmp_path / "asked").exists():
        assert (tmp_path / "asked").read_text().splitlines() == [
            "update -qq",
            "install -y -qq --no-install-recommends no-such-package",
        ]
    else:
        assert "no-such-package" in capsys.readouterr().out
    setup.offer([])
