"""What every test stands on: a laptop of its own, no screen, the shared corpora where they are, and an honest count."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.intake import dovecot

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# Before any QApplication; a person who wants to watch sets it to xcb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The short profile gives the same examples each time, so that a commit passes or fails for what it is; `make test-long`
# explores. A deadline would measure the neighbours on a shared machine.
settings.register_profile(
    "short", max_examples=50, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "long", max_examples=20_000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("short")


@pytest.fixture(autouse=True)
def _a_laptop_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the marks, keys and settings of the person who runs it."""
    monkeypatch.setenv("SMES_PANEL_HOME", str(tmp_path_factory.mktemp("laptop")))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of public corpora and of the posting, kept beside the project and not in it."""
    if not SHARED.is_dir():
        pytest.skip("missing folder: ../shared")
    return SHARED


@pytest.fixture(scope="session")
def mail_server() -> Iterator[dovecot.Server]:
    """A real mail server on loopback."""
    if not dovecot.is_installed():
        pytest.skip(dovecot.NOT_INSTALLED)
    with dovecot.running() as server:
        yield server


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Names what was skipped and how often, one line each: a run that checked less must not look like a whole one."""
    reasons: Counter[str] = Counter()
    for report in terminalreporter.stats.get("skipped", []):
        *_, reason = report.longrepr if isinstance(report.longrepr, tuple) else ("", str(report.longrepr))
        reasons[reason.removeprefix("Skipped: ")] += 1
    for reason, times in sorted(reasons.items()):
        terminalreporter.write_line(f"skipped {times} × {reason}")
