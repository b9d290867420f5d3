"""The self-test that a built program runs: it passes here, and it leaves nothing behind."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

import smes_panel
from smes_panel import selftest


def test_the_self_test_passes_in_one_line_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("SMES_PANEL_HOME", str(tmp_path / "laptop"))
    said = selftest.run()
    assert said.startswith(f"Smes Panel {smes_panel.__version__} passes its self-test (Python ")
    assert "\n" not in said
    assert list(tmp_path.iterdir()) == []


def test_an_installation_without_its_letters_does_not_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, "print_letters", lambda *_: (0, ()))
    monkeypatch.setenv("SMES_PANEL_HOME", str(tmp_path / "laptop"))
    with pytest.raises(selftest.SelfTestFailed, match="a letter is printed"):
        selftest.run()
