"""Killed at any moment, the file opens, the check is content, and every gesture that was acknowledged is there."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from smes_panel.dossier import Dossier
from smes_panel.gestures.applications import AddApplication
from smes_panel.gestures.vacancy import FreezeChecklist
from tests.core.panels import PASSPHRASE, begun, candidate, quick_keys

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="no kill -9 on this system")

WORKING = """
import sys
from pathlib import Path
from smes_panel.dossier import Dossier
from smes_panel.gestures.applications import AddApplication
from smes_panel.gestures.assessment import Rate
from smes_panel.model.vacancy import Stage
from tests.core.panels import PASSPHRASE, candidate, quick_keys, rated

path, deed, start = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with quick_keys(), Dossier.open(path, PASSPHRASE, home=path.parent / "home") as dossier:
    member, application = dossier.read.panel()[0], next(iter(dossier.read.keys()))
    print("open", flush=True)
    for number in range(start, start + 100_000):
        if deed == "import":
            dossier.do(AddApplication(candidate(number, "x" * 20_000)))
        else:
            answer = rated(number % 4 + 1, f"{number}")
            dossier.do(Rate(member, application, Stage.SCREENING, f"C0{number % 3 + 1}", answer))
        print(number, flush=True)
"""


def killed(path: Path, deed: str, start: int, wait: float, how: int = signal.SIGKILL) -> int:
    """Kills a child that works, `wait` seconds after it began; the last gesture it acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-c", WORKING, str(path), deed, str(start)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"open\n"
        time.sleep(wait)
        child.send_signal(how)
        lines = child.stdout.read().split(b"\n")
    return int(lines[-2]) if len(lines) > 1 else start - 1


def kill(path: Path, deed: str, runs: int) -> tuple[int, int]:
    """Kills as many children at random moments, looking after each; gestures acknowledged, and laptops in the end."""
    with quick_keys():
        with Dossier.create(path, PASSPHRASE, home=path.parent / "home") as dossier:
            begun(dossier)
            dossier.do(AddApplication(candidate(1)))
            dossier.do(FreezeChecklist())
        chance, last, acknowledged = random.Random(7), 1, 0
        for _ in range(runs):
            before, last = last, killed(path, deed, last + 1, chance.uniform(0.0, 0.12))
            acknowledged += last - before
            with Dossier.open(path, PASSPHRASE, home=path.parent / "home") as dossier:
                assert list(dossier.check()) == []
                if deed == "import":
                    there = {int(a.source.split("-")[1].split(".")[0]) for a in dossier.read.applications()}
                    assert there >= set(range(1, last + 1))
                    # The one that was under way may be there too.
                    assert len(there - set(range(1, last + 1))) <= 1
                    last = max(there)
                elif acknowledged:
                    comments = [int(r.answer.comment) for r in dossier.read.ratings(dossier.read.panel()[0])]
                    assert max(comments) in {last, last + 1}
                    last = max(comments)
        with Dossier.open(path, PASSPHRASE, home=path.parent / "home") as dossier:
            places = dossier._db.execute("SELECT device, private, seq FROM entry").fetchall()
            assert len(set(places)) == len(places)
            return acknowledged, len({device for device, _, _ in places})


@pytest.mark.parametrize("deed", ["import", "rate"])
def test_killed_six_times_nothing_acknowledged_is_lost(tmp_path: Path, deed: str) -> None:
    kill(tmp_path / "panel.smes", deed, 6)


@pytest.mark.long
@pytest.mark.parametrize("deed", ["import", "rate"])
def test_killed_two_hundred_times_nothing_acknowledged_is_lost(tmp_path: Path, deed: str) -> None:
    acknowledged, laptops = kill(tmp_path / "panel.smes", deed, 200)
    print(f"{deed}: {acknowledged} gestures acknowledged, {laptops} streams")
    assert acknowledged > 200


def test_a_laptop_stays_itself_when_a_person_stops_it_with_ctrl_c(tmp_path: Path) -> None:
    path, chance, last = tmp_path / "panel.smes", random.Random(3), 1
    with quick_keys():
        with Dossier.create(path, PASSPHRASE, home=tmp_path / "home") as dossier:
            begun(dossier)
            dossier.do(AddApplication(candidate(1)))
        for _ in range(8):
            last = killed(path, "import", last + 1, chance.uniform(0.05, 0.15), signal.SIGINT) + 1
            with Dossier.open(path, PASSPHRASE, home=tmp_path / "home") as dossier:
                assert dossier.newcomer is False
