"""The order of reading: drawn per member from a recorded seed, drawn again by anybody, disturbed by no late arrival."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.dossier import Dossier
from smes_panel.errors import UnknownName
from smes_panel.gestures.applications import AddApplication
from smes_panel.gestures.conflict import DeclareConflict
from smes_panel.gestures.vacancy import FreezeChecklist
from smes_panel.model.reading import drawn
from smes_panel.model.vacancy import Stage
from tests.core.panels import PASSPHRASE, begun, candidate, quick_keys, screened

SCREENING = Stage.SCREENING
ids = st.lists(st.text("0123456789abcdef", min_size=1, max_size=8), unique=True, max_size=12)


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as dossier:
        yield dossier


@given(st.text(min_size=1), st.text(), ids, st.randoms())
def test_the_order_is_a_permutation_that_does_not_depend_on_the_order_given(
    seed: str, member: str, applications: list[str], chance: object
) -> None:
    order = drawn(seed, member, applications)
    assert sorted(order) == sorted(applications)
    chance.shuffle(applications)  # type: ignore[attr-defined]
    assert drawn(seed, member, applications) == order


@given(st.text(min_size=1), st.text(), ids, st.text("0123456789abcdef", min_size=9, max_size=12))
def test_a_late_application_takes_its_place_and_moves_none_of_the_others(
    seed: str, member: str, applications: list[str], late: str
) -> None:
    with_it = drawn(seed, member, [*applications, late])
    assert tuple(one for one in with_it if one != late) == drawn(seed, member, applications)


def test_the_order_is_the_documented_one() -> None:
    applications = [f"a{number}" for number in range(20)]
    said = [sha256(f"graine|m|{one}".encode()).hexdigest() for one in drawn("graine", "m", applications)]
    assert said == sorted(said)
    assert len({drawn("graine", member, applications) for member in "abcdefgh"}) == 8


def test_without_a_seed_the_order_stays_that_of_the_numbers() -> None:
    assert drawn("", "m", ["b", "a"]) == ("b", "a")


def test_the_seed_is_recorded_at_the_freeze_and_never_drawn_again(dossier: Dossier) -> None:
    begun(dossier)
    assert dossier.read.seed() == ""
    dossier.do(FreezeChecklist())
    seed = dossier.read.seed()
    assert len(seed) == 32
    dossier.do(FreezeChecklist())
    assert dossier.read.seed() == seed


def test_each_member_reads_in_an_order_of_their_own_that_a_late_one_does_not_disturb(dossier: Dossier) -> None:
    screened(dossier, 8)
    read = dossier.read
    anna, bram = read.panel()
    before = {member: read.reading_order(member, SCREENING) for member in (anna, bram)}
    assert before[anna] != before[bram]
    assert before[anna] == drawn(read.seed(), anna.id, read.rated_applications(SCREENING))
    dossier.do(AddApplication(candidate(9)))
    for member, order in before.items():
        now = read.reading_order(member, SCREENING)
        assert [one for one in now if one in order] == list(order)
    first = before[bram][0]
    dossier.do(DeclareConflict(bram, first, "une parenté"))
    assert read.reading_order(bram, SCREENING)[-1] == first


def test_one_criterion_is_read_across_the_files_in_the_members_own_order(dossier: Dossier) -> None:
    screened(dossier, 4, comment="vu par ")
    read = dossier.read
    bram = read.panel()[1]
    keys = [read.keys()[one] for one in read.reading_order(bram, SCREENING)]
    across = read.across(bram, SCREENING, "C02")
    assert [(one.application, one.place) for one in across] == list(zip(keys, (1, 2, 3, 4), strict=True))
    assert {(one.answer.level, one.answer.comment) for one in across} == {(2, "vu par BV")}
    dossier.do(DeclareConflict(bram, read.application_id(keys[0]), "une parenté"))
    assert [one.application for one in read.across(bram, SCREENING, "C02")] == keys[1:]
    with pytest.raises(UnknownName):
        read.across(bram, SCREENING, "C99")
