"""Who goes on with a stream and who starts one: no two entries ever share a laptop, a stream and a place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from smes_panel.dossier import Dossier
from smes_panel.errors import DiskFull
from smes_panel.gestures.gesture import Together
from smes_panel.gestures.panel import AddMember
from smes_panel.model.panel import Role
from tests.core.panels import PASSPHRASE, journal, quick_keys


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with quick_keys():
        yield


def opened(path: Path) -> Dossier:
    return Dossier.open(path, PASSPHRASE, home=path.parent / "laptop")


def work(dossier: Dossier, *names: str) -> None:
    for name in names:
        dossier.do(AddMember(name, Role.MEMBER))


def streams(*paths: Path) -> int:
    """The number of laptops in these files, after checking that no place of any stream was given twice."""
    places: dict[tuple[bytes, int, int], bytes] = {}
    for path in paths:
        with opened(path) as dossier:
            for device, private, seq, identity in dossier._db.execute("SELECT device, private, seq, id FROM entry"):
                assert places.setdefault((device, private, seq), identity) == identity
            assert list(dossier.check()) == []
    return len({device for device, _, _ in places})


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "panel.smes"
    with Dossier.create(path, PASSPHRASE, home=tmp_path / "laptop") as dossier:
        work(dossier, "Anna Modèle", "Bram Voorbeeld")
    return path


def test_the_same_laptop_goes_on_with_its_stream_at_every_opening(original: Path) -> None:
    for name in ("Chloé Modèle", "Dirk Voorbeeld"):
        with opened(original) as dossier:
            assert not dossier.newcomer
            work(dossier, name)
    assert streams(original) == 1


def test_a_file_without_its_mark_starts_a_stream(original: Path) -> None:
    shutil.rmtree(original.parent / "laptop")
    with opened(original) as dossier:
        assert dossier.newcomer
        work(dossier, "Chloé Modèle")
    assert streams(original) == 2


def test_another_laptop_starts_a_stream_and_leaves_the_first_alone(original: Path, tmp_path: Path) -> None:
    with Dossier.open(original, PASSPHRASE, home=tmp_path / "another laptop") as dossier:
        assert dossier.newcomer
        work(dossier, "Chloé Modèle")
    with opened(original) as dossier:
        assert not dossier.newcomer
        work(dossier, "Dirk Voorbeeld")
    assert streams(original) == 2


def test_a_backup_starts_a_stream_once_the_original_went_on(original: Path) -> None:
    copy = original.with_name("copy.smes")
    with opened(original) as dossier:
        work(dossier, "Chloé Modèle")
        dossier.back_up(copy)
        work(dossier, "Dirk Voorbeeld")
    with opened(copy) as dossier:
        assert dossier.newcomer
        work(dossier, "Emma Modèle")
    with opened(original) as dossier:
        assert not dossier.newcomer
        work(dossier, "Fatima Modèle")
    assert streams(original, copy) == 2


def test_a_copy_taken_while_the_panel_works_starts_a_stream(original: Path) -> None:
    copy = original.with_name("copy.smes")
    with opened(original) as dossier:
        work(dossier, "Chloé Modèle")
        shutil.copy(original, copy)
        work(dossier, "Dirk Voorbeeld")
    with opened(copy) as dossier:
        assert dossier.newcomer
        work(dossier, "Emma Modèle")
    assert streams(original, copy) == 2


def test_a_copy_opened_before_the_original_writes_again_takes_the_stream_over(original: Path) -> None:
    copy = original.with_name("copy.smes")
    shutil.copy(original, copy)
    with opened(copy) as dossier:
        assert not dossier.newcomer
        work(dossier, "Chloé Modèle")
    with opened(original) as dossier:
        assert dossier.newcomer
        work(dossier, "Dirk Voorbeeld")
    assert streams(original, copy) == 2


@pytest.mark.parametrize("worked_before", [False, True])
def test_a_file_and_its_copy_open_side_by_side_never_share_a_place(original: Path, *, worked_before: bool) -> None:
    copy = original.with_name("copy.smes")
    with opened(original) as first:
        if worked_before:
            work(first, "Chloé Modèle")
        shutil.copy(original, copy)
        with opened(copy) as second:
            work(second, "Dirk Voorbeeld")
            work(first, "Emma Modèle")
            work(second, "Fatima Modèle")
            work(first, "Gilles Voorbeeld")
    assert streams(original, copy) == 2


def test_an_old_copy_put_back_in_place_starts_a_stream(original: Path) -> None:
    old = original.with_name("old.smes")
    shutil.copy(original, old)
    with opened(original) as dossier:
        work(dossier, "Chloé Modèle")
    new = original.with_name("new.smes")
    shutil.copy(original, new)
    shutil.copy(old, original)
    with opened(original) as dossier:
        assert dossier.newcomer
        work(dossier, "Dirk Voorbeeld")
    assert streams(original, new) == 2


def test_a_gesture_that_fails_after_the_mark_was_moved_puts_it_back(original: Path) -> None:
    with opened(original) as dossier:
        work(dossier, "Chloé Modèle")
        dossier._db.execute("PRAGMA max_page_count = 1")
        with pytest.raises(DiskFull):
            work(dossier, *(f"Membre {'x' * 90} {number}" for number in range(200)))
    with opened(original) as dossier:
        assert not dossier.newcomer
    assert streams(original) == 1


def test_a_first_gesture_that_finds_no_room_leaves_no_mark_wherever_the_room_ends(original: Path) -> None:
    home = original.parent / "another laptop"
    large = Together(tuple(AddMember(f"Membre {'x' * 90} {number}", Role.MEMBER) for number in range(200)))
    with Dossier.open(original, PASSPHRASE, home=home) as dossier:
        (pages,) = dossier._db.execute("PRAGMA page_count").fetchone()
        for room in range(100):
            dossier._db.execute(f"PRAGMA max_page_count = {pages + room}")
            before = journal(dossier)
            try:
                dossier.do(large)
                break
            except DiskFull:
                assert list(home.glob("marks/*")) == []
                assert journal(dossier) == before
    assert room > 10
    assert len(list(home.glob("marks/*"))) == 1
    assert streams(original) == 2


def test_a_mark_that_does_not_read_is_no_mark(original: Path) -> None:
    for mark in (original.parent / "laptop" / "marks").iterdir():
        mark.write_bytes(b"\0\xff not a mark")
    with opened(original) as dossier:
        assert dossier.newcomer
        work(dossier, "Chloé Modèle")
    assert streams(original) == 2


def test_the_mark_is_for_its_owner_alone(original: Path) -> None:
    modes = {mark.stat().st_mode & 0o777 for mark in (original.parent / "laptop" / "marks").iterdir()}
    assert modes == {0o600}
