"""agreement and rank on whatever table somebody brings: an answer or one sentence, never a traceback."""

from __future__ import annotations

import io
import json
import math
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smes_panel import cli
from tests.cli.test_counts import KEYS, METHODS, written
from tests.insight.published import order, tables, votes
from tests.insight.test_coefficients import PUBLISHED, by_pairs

CELLS = st.sampled_from(
    ("", "1", "2", "3", "4", "4", "-1", "2.5", "2,5", "1e3", "na", "x", " 3 ", "=", '"', "é", "0", "1e99", "-0", "\t")
)
LINES = st.lists(st.lists(CELLS, max_size=6), max_size=8)
JOINTS = st.sampled_from((",", ";", "\t"))
ENDS = st.sampled_from(("\n", "\r\n", "\r"))
HEADS = st.sampled_from(("", "\ufeff", "anna,bert\n", "count,first,second\n", "sep=;\n", "\0", "\n\n"))


@pytest.fixture(scope="module", autouse=True)
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("odd")))
        yield


def run(command: str, content: bytes, *options: str) -> tuple[int, Any, str]:
    """The exit status, the answer where there is one, and what was said on stderr."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        path.write_bytes(content)
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            status = cli.main([command, "--from", str(path), *options, "--json"])
    return status, json.loads(out.getvalue()) if status == 0 else out.getvalue(), err.getvalue()


def answered_or_refused(status: int, answer: Any, said: str) -> bool:
    """Whether it was answered; where it was not, one sentence was said and nothing else."""
    assert (status, said) == (0, "") if status == 0 else (status, answer, said.count("\n")) == (1, "", 1), said
    return status == 0


def is_sound(found: Any) -> None:
    """Every key, each with a value or its reason, and finite."""
    assert list(found) == KEYS
    for one in found.values():
        assert [*one] == ["value", "low", "high", "note"]
        assert (one["value"] is None) is one["note"].startswith("Not defined: ")
        assert all(one[name] is None or math.isfinite(one[name]) for name in ("value", "low", "high"))
        assert (one["low"] is None) is (one["high"] is None)


@given(lines=LINES, joint=JOINTS, end=ENDS, head=HEADS)
def test_any_table_of_cells_is_answered_or_refused_in_one_sentence(
    lines: list[list[str]], joint: str, end: str, head: str
) -> None:
    content = (head + end.join(joint.join(line) for line in lines)).encode()
    status, found, said = run("agreement", content)
    if answered_or_refused(status, found, said):
        is_sound(found)
    for method in METHODS:
        status, found, said = run("rank", content, "--method", method)
        if answered_or_refused(status, found, said):
            assert {name for group in found["order"] for name in group} == {*found["scores"]}


@given(content=st.binary(max_size=60))
def test_any_bytes_are_answered_or_refused_in_one_sentence(content: bytes) -> None:
    answered_or_refused(*run("agreement", content))
    answered_or_refused(*run("rank", content, "--method", "schulze"))


PUBLISHED_TABLES = (
    "shrout_fleiss_1979",
    "krippendorff_2011_C",
    "fleiss_1971_diagnoses",
    "gwet_4raters",
    "siegel_1956_job_applicants",
)

GRIDS = st.integers(1, 5).flatmap(
    lambda raters: st.lists(
        st.lists(st.one_of(st.none(), st.integers(-2, 4).map(float)), min_size=raters, max_size=raters),
        min_size=1,
        max_size=8,
    )
)


def table(grid: list[list[float | None]]) -> bytes:
    # One column is a line of its own: an empty line of it would be none.
    return "\n".join(",".join("na" if cell is None else f"{cell:g}" for cell in row) for row in grid).encode()


@given(grid=GRIDS, data=st.data())
def test_neither_the_order_of_units_nor_of_raters_nor_a_header_changes_a_value(
    grid: list[list[float | None]], data: st.DataObject
) -> None:
    seats = data.draw(st.permutations(range(len(grid[0]))))
    moved = [[row[seat] for seat in seats] for row in data.draw(st.permutations(grid))]
    heading = ",".join(f"r{seat}" for seat in seats).encode() + b"\r\n"
    _, found, _ = run("agreement", table(grid))
    _, other, _ = run("agreement", heading + table(moved))
    is_sound(found)
    assert {name: one["value"] for name, one in other.items()} == pytest.approx(
        {name: one["value"] for name, one in found.items()}, abs=1e-6
    )
    for kind in ("nominal", "ordinal", "interval"):
        assert found[f"alpha_{kind}"]["value"] == pytest.approx(by_pairs(grid, kind), abs=1e-9)


@settings(max_examples=20)
@given(column=st.lists(st.integers(1, 4), min_size=2, max_size=12).filter(lambda column: len({*column}) > 1))
def test_two_raters_who_say_the_same_agree_wholly(column: list[int]) -> None:
    _, found, _ = run("agreement", table([[float(one)] * 2 for one in column]))
    assert {name: one["value"] for name, one in found.items()} == pytest.approx(dict.fromkeys(KEYS, 1.0), abs=1e-9)


def test_a_thousand_units_are_counted() -> None:
    grid = "\n".join(f"{unit % 4 + 1},{unit * 7 % 4 + 1},{unit // 3 % 4 + 1}" for unit in range(1000))
    _, found, _ = run("agreement", grid.encode())
    is_sound(found)
    assert all(one["low"] <= one["value"] <= one["high"] for one in found.values())


NAMES = st.lists(st.sampled_from("ABCDE"), max_size=5, unique=True)
BALLOTS = st.lists(st.tuples(st.integers(0, 3), NAMES, st.lists(st.booleans(), min_size=5, max_size=5)), max_size=6)


def lines_of(ballots: list[tuple[int, list[str], list[bool]]]) -> list[str]:
    """A line for each ballot, truncated as it is, some of its places joined by `=`."""
    return [
        f"{count}"
        + "".join(("=" if at and tie else ",") + name for at, (name, tie) in enumerate(zip(names, ties, strict=False)))
        for count, names, ties in ballots
    ]


@pytest.mark.parametrize("method", METHODS)
@given(ballots=BALLOTS, data=st.data())
def test_neither_the_order_of_ballots_nor_a_count_written_as_so_many_lines_changes_a_place(
    method: str, ballots: list[tuple[int, list[str], list[bool]]], data: st.DataObject
) -> None:
    lines = lines_of(ballots)
    apart = [f"1{line[1:]}" for line, (count, _, _) in zip(lines, ballots, strict=True) for _ in range(count)]
    named_by_none = [line for line, (count, _, _) in zip(lines, ballots, strict=True) if not count]
    said = run("rank", "\n".join(lines).encode(), "--method", method)
    again = run("rank", "\n".join(data.draw(st.permutations([*apart, *named_by_none]))).encode(), "--method", method)
    assert answered_or_refused(*said) is answered_or_refused(*again)
    if said[0] == 0:
        assert [{*group} for group in again[1]["order"]] == [{*group} for group in said[1]["order"]]
        assert again[1]["scores"] == said[1]["scores"]


@pytest.mark.parametrize("name", PUBLISHED_TABLES)
def test_published_tables_come_out_of_the_command_to_their_digits(name: str) -> None:
    published = tables()[name]
    places = published["expected"]["round"]
    known = {PUBLISHED[key]: value for key, value in published["expected"].items() if key in PUBLISHED}
    _, found, _ = run("agreement", written(published).encode())
    assert known
    assert {key: round(found[key]["value"], places) for key in known} == {
        key: round(value, places) for key, value in known.items()
    }


def test_no_published_table_of_a_coefficient_of_ours_is_left_out() -> None:
    ours = {name for name, one in tables().items() if not PUBLISHED.keys().isdisjoint(one["expected"])}
    assert ours == {*PUBLISHED_TABLES}


def test_published_elections_come_out_of_the_command_as_published() -> None:
    tried = []
    for case in votes()["rankings"]:
        lines = [line.partition("*") for line in case["ballots"]]
        content = "\n".join(f"{count or 1},{said.replace('>', ',')}" for said, _, count in lines).encode()
        for key, method in (("schulze_winning", "schulze"), ("borda", "borda")):
            if key in case["expected"]:
                _, found, _ = run("rank", content, "--method", method)
                assert [{*group} for group in found["order"]] == order(case["expected"][key])
                tried.append(case["id"])
        if winner := case["expected"].get("condorcet_winner"):
            assert run("rank", content, "--method", "schulze")[1]["order"][0] == [winner]
            tried.append(case["id"])
    assert tried == ["schulze_wikipedia_45", "schulze_tie_9", "borda_wikipedia_fr_1", "ranked_pairs_tennessee"]


@pytest.mark.parametrize("name", ["mj_few_judgments", "mj_readme"])
def test_published_judgments_come_out_of_the_command_as_published(name: str) -> None:
    """A ballot says a grade by its place, the best first; the how manieth voter gave which grade does not matter."""
    case = next(one for one in votes()["majority_judgment"] if one["id"] == name)
    grades = [[grade for grade, count in enumerate(tally) for _ in range(count)] for tally in case["tallies"]]
    best = len(case["tallies"][0]) - 1
    lines = [
        "1,"
        + ",".join("=".join(str(at) for at, one in enumerate(ballot) if one == grade) for grade in range(best, -1, -1))
        for ballot in zip(*grades, strict=True)
    ]
    _, found, _ = run("rank", "\n".join(lines).encode(), "--method", "majority")
    places = {name: 1 + sum(map(len, found["order"][:at])) for at, group in enumerate(found["order"]) for name in group}
    assert [places[str(at)] for at in range(len(grades))] == case["ranks"]
