"""What is done with the file itself: another passphrase, a copy, a newer form; each wholly or not at all."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from smes_panel import schema
from smes_panel.dossier import Dossier, doors, file
from smes_panel.engine import disconnect
from smes_panel.errors import BadInput, FileExists, PanelError, PlaceReadOnly, Stopped, WrongPassphrase
from smes_panel.gestures.applications import AddApplication
from smes_panel.gestures.panel import AddMember
from smes_panel.model.panel import Role
from tests.core.panels import PASSPHRASE, answers, begun, candidate, quick_keys, raw, screened, tables

ROOT = Path(__file__).resolve().parents[2]
OTHER = "une autre phrase fictive"


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as dossier:
        yield dossier


def test_another_passphrase_opens_and_the_old_one_does_not(tmp_path: Path) -> None:
    path = tmp_path / "panel.smes"
    with Dossier.create(path, PASSPHRASE, home=tmp_path / "home") as dossier:
        begun(dossier)
        before = answers(dossier.read)
        dossier.change_passphrase(OTHER)
        dossier.do(AddMember("Chloé Modèle", Role.MEMBER))
        dossier.undo()
    with pytest.raises(WrongPassphrase):
        Dossier.open(path, PASSPHRASE)
    with Dossier.open(path, OTHER, home=tmp_path / "home") as dossier:
        assert not dossier.newcomer
        assert answers(dossier.read) == before
        assert list(dossier.check()) == []


@pytest.mark.parametrize("passphrase", ["", " ", "a\0b"])
def test_a_passphrase_that_is_none_changes_nothing(dossier: Dossier, passphrase: str) -> None:
    with pytest.raises(BadInput):
        dossier.change_passphrase(passphrase)
    dossier.close()
    Dossier.open(dossier.path, PASSPHRASE).close()


CHANGING = """
import sys
from pathlib import Path
from smes_panel.dossier import Dossier
with Dossier.open(Path(sys.argv[1]), sys.argv[2]) as dossier:
    print("open", flush=True)
    dossier.change_passphrase(sys.argv[3])
    print("changed", flush=True)
"""


def killed_while_changing(path: Path, passphrase: str, other: str, wait: float) -> bool:
    """Kills a child at `wait` seconds into a change of passphrase; whether it had said that it was done."""
    with subprocess.Popen(
        [sys.executable, "-c", CHANGING, str(path), passphrase, other], stdout=subprocess.PIPE, cwd=ROOT
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"open\n"
        time.sleep(wait)
        child.send_signal(signal.SIGKILL)
        return b"changed" in child.stdout.read()


def opens(path: Path, passphrase: str) -> bool:
    try:
        with Dossier.open(path, passphrase) as dossier:
            assert list(dossier.check()) == []
            assert len(dossier.read.applications()) == 3
        return True
    except WrongPassphrase:
        return False


def change_and_kill(tmp_path: Path, runs: int) -> None:
    path = tmp_path / "panel.smes"
    with Dossier.create(path, PASSPHRASE, home=tmp_path / "home") as dossier:
        for number in range(1, 4):
            dossier.do(AddApplication(candidate(number, "x" * 200_000)))
    chance, passphrase, other = random.Random(5), PASSPHRASE, OTHER
    for _ in range(runs):
        done = killed_while_changing(path, passphrase, other, chance.uniform(0.0, 0.5))
        found = [opens(path, one) for one in (passphrase, other)]
        assert sorted(found) == [False, True]
        assert found[1] or not done
        if found[1]:
            passphrase, other = other, passphrase


@pytest.mark.skipif(os.name != "posix", reason="no kill -9 on this system")
def test_a_change_of_passphrase_that_is_killed_leaves_exactly_one_that_opens(tmp_path: Path) -> None:
    change_and_kill(tmp_path, 3)


@pytest.mark.long
@pytest.mark.skipif(os.name != "posix", reason="no kill -9 on this system")
def test_a_change_of_passphrase_that_is_killed_a_hundred_times_leaves_exactly_one_that_opens(tmp_path: Path) -> None:
    change_and_kill(tmp_path, 100)


def test_a_backup_is_the_whole_file_under_the_same_passphrase(dossier: Dossier, tmp_path: Path) -> None:
    screened(dossier)
    dossier.back_up(tmp_path / "copy.smes")
    with Dossier.open(tmp_path / "copy.smes", PASSPHRASE, home=tmp_path / "another") as copy:
        assert copy.newcomer
        assert tables(copy) == tables(dossier)
        assert list(copy.check()) == []
    dossier.do(AddMember("Chloé Modèle", Role.MEMBER))


def test_a_backup_overwrites_nothing(dossier: Dossier, tmp_path: Path) -> None:
    (tmp_path / "copy.smes").write_bytes(b"something else")
    with pytest.raises(FileExists):
        dossier.back_up(tmp_path / "copy.smes")
    assert (tmp_path / "copy.smes").read_bytes() == b"something else"


@pytest.mark.parametrize("name", ["missing/copy.smes", "panel.smes/copy.smes", "x" * 300])
def test_a_backup_to_a_place_that_is_none_is_refused_and_the_dossier_works_on(dossier: Dossier, name: str) -> None:
    with pytest.raises(PlaceReadOnly):
        dossier.back_up(dossier.path.parent / name)
    dossier.do(AddMember("Chloé Modèle", Role.MEMBER))


def test_a_backup_that_is_stopped_leaves_nothing_and_says_so(dossier: Dossier, tmp_path: Path) -> None:
    screened(dossier)
    before = sorted(path.name for path in tmp_path.iterdir())
    asked = iter([True, True, False])
    with pytest.raises(Stopped):
        dossier.back_up(tmp_path / "copy.smes", lambda: next(asked))
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    dossier.do(AddMember("Chloé Modèle", Role.MEMBER))


LATER = (
    *schema.STEPS,
    ("0002 a later step", "CREATE TABLE later (id TEXT PRIMARY KEY) STRICT;\nCREATE INDEX later_id ON later (id);\n"),
)


def structure(path: Path) -> set[tuple[str, ...]]:
    connection = raw(path)
    found = {tuple(row) for row in connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")}
    connection.close()
    return found


def test_a_later_step_copies_the_file_first_and_takes_nothing_away(dossier: Dossier, tmp_path: Path) -> None:
    screened(dossier)
    before = tables(dossier)
    dossier.close()
    shape = structure(dossier.path)
    disconnect(file.opened(dossier.path, PASSPHRASE, LATER))
    assert structure(dossier.path) > shape
    assert {name for _, name, *_ in structure(dossier.path) - shape} >= {"later", "later_id"}
    copy = tmp_path / "panel.before-0002.smes"
    assert structure(copy) == shape
    with Dossier.open(copy, PASSPHRASE, home=tmp_path / "home") as old:
        assert tables(old) == before
    with Dossier.open(dossier.path, PASSPHRASE, home=tmp_path / "home") as new:
        assert tables(new) == before
        assert list(new.check()) == []


def test_a_step_is_taken_once(dossier: Dossier, tmp_path: Path) -> None:
    dossier.close()
    for _ in range(2):
        disconnect(file.opened(dossier.path, PASSPHRASE, LATER))
    assert len(list(tmp_path.glob("panel.before-*"))) == 1


def test_a_step_that_fails_changes_nothing_and_leaves_the_copy(dossier: Dossier, tmp_path: Path) -> None:
    begun(dossier)
    dossier.close()
    before = structure(dossier.path)
    broken = (*schema.STEPS, ("0002 broken", "CREATE TABLE later (id TEXT);\nCREATE TABLE meta (id TEXT);\n"))
    with pytest.raises(PanelError):
        file.opened(dossier.path, PASSPHRASE, broken)
    assert structure(dossier.path) == before
    assert structure(tmp_path / "panel.before-0002.smes") == before


def test_a_raised_fold_number_folds_the_same_tables_anew(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    screened(dossier)
    before, said = tables(dossier), answers(dossier.read)
    dossier.close()
    shape = structure(dossier.path)
    monkeypatch.setattr(doors, "FOLD", schema.FOLD + 1)
    with Dossier.open(dossier.path, PASSPHRASE, home=dossier.path.parent / "home") as again:
        assert not again.newcomer
        assert (tables(again), answers(again.read)) == (before, said)
        assert list(again.check()) == []
    assert structure(dossier.path) == shape
