"""Conflicts of interest: the file closes to the member, counts for nothing, and everything stays in the record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smes_panel.dossier import Dossier
from smes_panel.errors import GridSealed, Refused
from smes_panel.gestures.applications import Merge
from smes_panel.gestures.assessment import HandIn, Rate, TakeBackGrid
from smes_panel.gestures.conflict import DeclareConflict, WithdrawConflict
from smes_panel.gestures.panel import AddMember
from smes_panel.insight.comparison import compared
from smes_panel.model.application import Identity
from smes_panel.model.assessment import RatingState
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from smes_panel.queries.listing import FILTERS, ORDERS
from tests.core.panels import PASSPHRASE, fill, quick_folder, quick_keys, rated, screened

SCREENING = Stage.SCREENING


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as dossier:
        yield dossier


def test_a_file_under_conflict_is_listed_last_closed_and_by_its_key_only(dossier: Dossier) -> None:
    first, second = screened(dossier, comment="vu par ")
    anna, bram = dossier.read.panel()
    dossier.do(DeclareConflict(bram, first, "une parenté"))
    read = dossier.read
    for order in ORDERS:
        for rising in (True, False):
            assert read.listing(order=order, rising=rising, reader=bram).keys == ("K-02", "K-01")
    line = read.line("K-01", bram)
    assert line is not None
    assert (line.name, line.email, line.received_at, line.missing, line.own) == ("", "", None, (), "recused")
    seen = read.application("K-01", bram)
    assert (seen.key, seen.identity, seen.documents, seen.closed) == ("K-01", Identity(), (), True)
    assert [one.key for one in read.applications(reader=bram)] == ["K-02", "K-01"]
    assert read.documents(first, reader=bram) == ()
    (document,) = read.documents(first)
    with pytest.raises(Refused, match="K-01 is closed to Bram Voorbeeld"):
        read.document_bytes(first, document.id, bram)
    assert read.found("curriculum", bram) == frozenset((second,))
    assert read.hits(first, "curriculum vu", bram) == ()
    assert (read.found("K-01", bram), read.listing(reader=anna).keys) == (frozenset((first,)), ("K-01", "K-02"))


def test_a_file_under_conflict_is_in_no_count_of_that_member(dossier: Dossier) -> None:
    first, second = screened(dossier)
    bram = dossier.read.panel()[1]
    before = dossier.read.listing(reader=bram).counts
    dossier.do(DeclareConflict(bram, first, "une parenté"))
    read = dossier.read
    after = read.listing(reader=bram).counts
    assert {name: before[name] - after[name] for name in FILTERS} == {
        "all": 0, "incomplete": 1, "duplicates": 0, "late": 0, "dutch": 0, "to_read": 1,
    }  # fmt: skip
    assert [one.id for one in read.readings(bram, SCREENING)] == [second]
    assert read.aside(bram, SCREENING) == ("K-01",)
    progress = read.progress(SCREENING)
    assert ("Bram Voorbeeld", "K-01") not in progress.expected
    assert progress.recused == (("Bram Voorbeeld", "K-01"),)
    sheet = read.sheet(bram, first, SCREENING)
    assert ({answer.state for answer in sheet.answers.values()}, sheet.gaps) == ({RatingState.RECUSED}, ())


def test_a_conflict_of_the_last_grid_that_was_missing_opens_the_stage(dossier: Dossier) -> None:
    first, second = screened(dossier)
    bram = dossier.read.panel()[1]
    dossier.do(HandIn(bram, SCREENING, (second,)))
    assert dossier.read.opened_at(SCREENING) is None
    dossier.do(DeclareConflict(bram, first, "une parenté"))
    opened = dossier.read.opened(SCREENING)
    assert {(one.application, one.member) for one in opened.ratings} == {
        ("K-01", "Anna Modèle"), ("K-02", "Anna Modèle"), ("K-02", "Bram Voorbeeld"),
    }  # fmt: skip


def test_a_rating_given_before_leaves_the_totals_stays_in_the_trace_and_counts_again_once_withdrawn(
    dossier: Dossier,
) -> None:
    first, second = screened(dossier)
    bram = dossier.read.panel()[1]
    dossier.do(HandIn(bram, SCREENING, (first, second)))

    def figures() -> list[tuple[int, int]]:
        opened = dossier.read.opened(SCREENING)
        return [(one.rated, one.asked) for one in compared(opened.applications, opened.criteria, opened.ratings)]

    assert figures() == [(6, 6), (6, 6)]
    kept = dossier._store.rows("rating", first, bram.id)
    dossier.do(DeclareConflict(bram, first, "une parenté"))
    assert figures() == [(3, 3), (6, 6)]
    assert {a.state for a in dossier.read.opinions(first, SCREENING)[bram.id].values()} == {RatingState.RECUSED}
    assert dossier._store.rows("rating", first, bram.id) == kept
    with pytest.raises(Refused, match="K-01 is closed"):
        dossier.read.opinions(first, SCREENING, bram)
    assert dossier.read.opened(SCREENING, bram).applications == ("K-02",)
    dossier.do(WithdrawConflict(bram, first))
    assert figures() == [(6, 6), (6, 6)]
    (told,) = dossier.read.conflicts(bram)
    assert (told.application, told.member, told.reason) == ("K-01", "Bram Voorbeeld", "une parenté")
    assert told.at is not None
    assert told.withdrawn_at is not None
    assert [one.gesture for one in dossier.history() if not one.private][-2:] == ["DeclareConflict", "WithdrawConflict"]


def test_the_reason_is_for_its_author_the_chair_and_the_secretary_alone(dossier: Dossier) -> None:
    first, _ = screened(dossier)
    for name, role in (
        ("Chloé Modèle", Role.SECRETARY),
        ("Dirk Voorbeeld", Role.MEMBER),
        ("Emma Modèle", Role.OBSERVER),
    ):
        dossier.do(AddMember(name, role))
    anna, bram, *others = dossier.read.panel()
    dossier.do(DeclareConflict(bram, first, "une parenté"))
    said = [dossier.read.conflicts(reader)[0].reason for reader in (anna, bram, *others, None)]
    assert said == ["une parenté", "une parenté", "une parenté", "", "", ""]


def test_nothing_is_rated_handed_in_or_taken_back_under_a_conflict(dossier: Dossier) -> None:
    first, second = screened(dossier)
    anna, bram = dossier.read.panel()
    dossier.do(DeclareConflict(bram, first, "une parenté"))
    with pytest.raises(Refused, match="K-01 is closed"):
        dossier.do(Rate(bram, first, SCREENING, "C01", rated(4)))
    dossier.do(DeclareConflict(anna, first, "un ancien collègue"))
    with pytest.raises(Refused, match="K-01 is closed"):
        dossier.do(TakeBackGrid(anna, first, SCREENING))
    dossier.do(HandIn(bram, SCREENING, (first, second)))
    assert dossier.read.handed_in_at(bram, first, SCREENING) is None


def test_a_conflict_is_declared_once_with_a_reason_by_somebody_who_rates(dossier: Dossier) -> None:
    first, _ = screened(dossier)
    dossier.do(AddMember("Chloé Modèle", Role.SECRETARY))
    _, bram, chloe = dossier.read.panel()
    with pytest.raises(Refused, match="does not rate"):
        dossier.do(DeclareConflict(chloe, first, "une parenté"))
    with pytest.raises(Refused, match="needs a reason"):
        dossier.do(DeclareConflict(bram, first, " "))
    with pytest.raises(Refused, match="nothing to withdraw"):
        dossier.do(WithdrawConflict(bram, first))
    dossier.do(DeclareConflict(bram, first, "une parenté"))
    with pytest.raises(Refused, match="already"):
        dossier.do(DeclareConflict(bram, first, "une autre"))


def test_a_conflict_with_one_of_two_that_are_one_person_closes_both(dossier: Dossier) -> None:
    first, second = screened(dossier)
    bram = dossier.read.panel()[1]
    dossier.do(DeclareConflict(bram, second, "une parenté"))
    dossier.do(Merge(first, second))
    assert dossier.read.closed_to(bram) == {first, second}
    assert dossier.read.aside(bram, SCREENING) == ("K-01",)
    dossier.do(WithdrawConflict(bram, first))
    assert dossier.read.closed_to(bram) == frozenset()


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 2), st.booleans()), max_size=6))
def test_whatever_is_declared_and_withdrawn_the_expected_and_the_recused_are_all_there_is(
    deeds: list[tuple[int, int, bool]],
) -> None:
    with (
        quick_keys(),
        quick_folder() as folder,
        Dossier.create(folder / "a.smes", PASSPHRASE, home=folder / "h") as one,
    ):
        ids = screened(one, 3)
        members = one.read.panel()
        for number, place, declares in deeds:
            gesture = DeclareConflict if declares else WithdrawConflict
            with_reason = ("une parenté",) if declares else ()
            try:
                one.do(gesture(members[number], ids[place], *with_reason))
            except Refused:
                continue
        progress, keys = one.read.progress(SCREENING), one.read.keys()
        every = {(member.name, key) for member in members for key in keys.values()}
        assert {*progress.expected} | {*progress.recused} == every
        assert not {*progress.expected} & {*progress.recused}
        assert progress.handed_in <= {*progress.expected}
        for member in members:
            mine = {one for name, one in progress.recused if name == member.name}
            assert {one.key for one in one.read.readings(member, SCREENING)} == {*keys.values()} - mine
            assert {*one.read.aside(member, SCREENING)} == mine


def test_before_the_opening_a_conflict_changes_nothing_of_what_colleagues_may_see(dossier: Dossier) -> None:
    first, _ = screened(dossier, comment="canari ")
    anna, bram = dossier.read.panel()
    dossier.do(DeclareConflict(bram, first, "une parenté"))
    assert "canari" not in repr(dossier.read.ratings(bram)).replace("canari BV", "")
    with pytest.raises(GridSealed):
        dossier.read.opinions(first, SCREENING, anna)
    fill(dossier, bram, dossier.read.application_id("K-02"))
