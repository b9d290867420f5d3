"""The fold: a row is what the entries that touch it make of it, in order, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from smes_panel.fold import Writing, cells, concerns, folded
from smes_panel.model.change import Op, RowChange, Stroke
from smes_panel.schema import PRIVATE, SHARED, TABLES

MEMBER = TABLES["member"]
KEY = ("m1",)


def new(device: str = "a", **columns: str | int | None) -> Writing:
    return Writing(device, Stroke("member", KEY, Op.NEW, columns))


def put(device: str = "a", **columns: str | int | None) -> Writing:
    return Writing(device, Stroke("member", KEY, Op.SET, columns))


def drop(device: str = "a") -> Writing:
    return Writing(device, Stroke("member", KEY, Op.DROP, {}))


writings = st.lists(
    st.builds(
        lambda device, op, columns: Writing(device, Stroke("member", KEY, op, columns)),
        st.sampled_from("abc"),
        st.sampled_from(Op),
        st.dictionaries(st.sampled_from(["name", "role", "number", "shoe"]), st.none() | st.integers() | st.text()),
    ),
    max_size=8,
)


def test_an_edit_of_a_row_that_is_not_there_does_nothing() -> None:
    assert folded(MEMBER, [put(name="Anna")]).row is None


def test_a_row_taken_away_comes_back_only_whole() -> None:
    assert folded(MEMBER, [new(name="Anna", role="chair"), drop("b"), put(name="Anne")]).row is None
    back = folded(MEMBER, [new(name="Anna", role="chair"), drop("b"), put(name="Anne"), new(name="Ann")])
    assert back.row == {"name": "Ann", "role": None, "number": None}


def test_a_later_edit_moves_its_own_columns_and_no_other() -> None:
    traced = folded(MEMBER, [new("a", name="Anna", role="chair", number=1), put("b", role="member")])
    assert traced.row == {"name": "Anna", "role": "member", "number": 1}
    assert traced.last == {"name": "a", "role": "b", "number": "a"}
    assert (traced.made_by, traced.writers) == ("a", frozenset("ab"))


def test_cells_of_an_unknown_column_or_of_the_wrong_type_are_passed_over() -> None:
    row = folded(MEMBER, [new(name=7, shoe="38", number="three", role="chair")]).row
    assert row == {"name": None, "role": "chair", "number": None}


def test_cells_that_no_file_can_hold_are_passed_over() -> None:
    assert cells(MEMBER, {"number": 2**63, "name": "\ud800", "role": "chair"}) == {"role": "chair"}
    assert cells(TABLES["criterion"], {"weight": float("nan"), "position": float("inf"), "label": "ok"}) == {
        "label": "ok"
    }
    assert cells(MEMBER, {"number": True}) == {}
    assert cells(TABLES["criterion"], {"weight": 2**60 + 1}) == {}


@given(writings)
def test_a_row_is_whole_or_not_there(made: list[Writing]) -> None:
    traced = folded(MEMBER, made)
    ops = [writing.stroke.op for writing in made]
    there = Op.NEW in ops and Op.DROP not in ops[len(ops) - 1 - ops[::-1].index(Op.NEW) :]
    assert (traced.row is not None) == there
    if traced.row is not None:
        assert set(traced.row) == set(MEMBER.columns)


@given(writings, writings)
def test_what_came_before_the_last_whole_row_leaves_no_trace(before: list[Writing], after: list[Writing]) -> None:
    start = [new("a", name="Anna")]
    assert folded(MEMBER, [*before, *start, *after]) == folded(MEMBER, [*start, *after])


@given(st.dictionaries(st.sampled_from(sorted(MEMBER.columns)), st.none() | st.integers(0, 9)))
def test_a_change_and_its_stroke_say_the_same(columns: dict[str, int | None]) -> None:
    before = {"name": None, "role": None, "number": None}
    after = {**before, **columns}
    change = RowChange("member", KEY, before, after)
    assert {**before, **change.stroke().columns} == after
    assert set(change.stroke().columns) == set(change.moved())


def test_an_entry_speaks_of_its_applicant_and_of_nobody_else() -> None:
    about_zoe = Stroke("document", ("zoe", "d1"), Op.NEW, {})
    assert concerns(about_zoe, "zoe", SHARED)
    assert not concerns(about_zoe, "max", SHARED)
    assert not concerns(about_zoe, None, SHARED)
    assert concerns(Stroke("member", KEY, Op.NEW, {}), None, SHARED)
    assert not concerns(Stroke("member", KEY, Op.NEW, {}), "zoe", SHARED)


def test_a_shared_entry_never_writes_what_is_private_nor_the_other_way_round() -> None:
    draft = Stroke("draft", ("zoe", "m1", "screening", "C01"), Op.NEW, {"level": 1})
    assert concerns(draft, "zoe", PRIVATE)
    assert not concerns(draft, "zoe", SHARED)
    assert not concerns(Stroke("outcome", ("zoe", "screening"), Op.NEW, {}), "zoe", PRIVATE)


def test_derived_and_unknown_tables_and_keys_of_another_length_are_passed_over() -> None:
    assert not concerns(Stroke("rating", ("zoe", "m1", "screening", "C01"), Op.NEW, {}), "zoe", SHARED)
    assert not concerns(Stroke("from_the_future", ("x",), Op.NEW, {}), None, SHARED)
    assert not concerns(Stroke("member", ("m1", "m2"), Op.NEW, {}), None, SHARED)
    assert not concerns(Stroke("member", ("\ud800",), Op.NEW, {}), None, SHARED)
