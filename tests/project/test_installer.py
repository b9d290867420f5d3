"""What is built and handed to others: its notices, its Debian package, and that it starts on its own."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
from pathlib import Path

import pytest

from installer import build, setup

ROOT = Path(__file__).resolve().parents[2]


def test_every_package_in_the_program_brings_its_licence(tmp_path: Path) -> None:
    build.notices(tmp_path)
    brought = {entry.name for entry in (tmp_path / "licences").iterdir()}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    here = {
        name for name, marker in re.findall(r"^([a-z0-9._-]+)==\S+(.*)", lock, re.MULTILINE) if "win32" not in marker
    }
    qt = {"pyside6-essentials", "shiboken6"}
    assert here - brought == build.NOT_SHIPPED | qt
    assert brought - here == {"PySide6-and-Qt-LGPL-3.0.txt", "smes-panel.txt"}


def test_the_package_names_the_libraries_that_a_checkout_asks_for() -> None:
    fields = dict(line.split(": ", 1) for line in build.control("amd64", 4096).splitlines() if not line.startswith(" "))
    assert fields["Package"] == "smes-panel"
    assert fields["Version"] == build.PROJECT["version"]
    assert fields["Installed-Size"] == "4"
    alternatives = {name.strip() for depends in fields["Depends"].split(",") for name in depends.split("|")}
    assert set(setup.LIBRARIES.values()) - alternatives == set()


def test_the_locales_kept_are_those_of_our_languages() -> None:
    names = ["fr_BE", "nl", "en_GB", "root", "de", "frp", "nld"]
    assert [name for name in names if build.ours(Path(f"{name}.dat"), "root")] == ["fr_BE", "nl", "en_GB", "root"]


def test_the_menu_names_the_program_in_three_languages() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # names of a desktop entry have capitals
    entry.read(ROOT / "installer" / "linux" / "smes-panel.desktop", encoding="utf-8")
    fields = entry["Desktop Entry"]
    assert {key.removeprefix("Comment") for key in fields if key.startswith("Comment")} == {"", "[fr]", "[nl]"}
    assert (fields["Exec"], fields["Icon"], fields["StartupWMClass"]) == ("smes-panel", "smes-panel", "smes-panel")
    assert (ROOT / "resources" / "smes-panel.svg").is_file()


@pytest.mark.long
def test_what_is_built_passes_its_own_test() -> None:
    built = subprocess.run(
        [sys.executable, ROOT / "installer" / "build.py"], check=False, capture_output=True, text=True, timeout=1800
    )
    assert (built.returncode, built.stderr[-2000:] if built.returncode else "") == (0, "")
    assert "self-test" in built.stdout
