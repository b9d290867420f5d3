"""agreement and rank: tables of anybody's, published ones among them, and the stages of a dossier that are open."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.walk import Walk
from tests.insight.published import rows, tables, votes

KEYS = [
    "alpha_nominal",
    "alpha_ordinal",
    "alpha_interval",
    "icc_1_1",
    "icc_2_1",
    "icc_3_1",
    "icc_1_k",
    "icc_2_k",
    "icc_3_k",
    "kendall_w",
    "fleiss_kappa",
]


def agreeing(walk: Walk, table: str) -> Any:
    return walk.json("agreement", "--from", walk.table("t.csv", table))


def ranking(walk: Walk, table: str, method: str) -> tuple[list[set[str]], dict[str, float]]:
    found = walk.json("rank", "--from", walk.table("b.csv", table), "--method", method)
    return [set(group) for group in found["order"]], found["scores"]


def written(table: Any) -> str:
    return "\n".join(",".join("" if cell is None else str(cell) for cell in row) for row in rows(table)) + "\n"


def test_a_published_table_has_all_coefficients_with_their_intervals(walk: Walk) -> None:
    found = agreeing(walk, written(tables()["shrout_fleiss_1979"]))
    assert list(found) == KEYS
    assert all(set(one) == {"value", "low", "high", "note"} for one in found.values())
    assert [round(found[f"icc_{form}_{many}"]["value"], 2) for many in "1k" for form in "123"] == [
        0.17,
        0.29,
        0.71,
        0.44,
        0.62,
        0.91,
    ]
    assert all(one["low"] <= one["value"] <= one["high"] for one in found.values())


def test_the_same_table_has_the_same_interval_again(walk: Walk) -> None:
    table = "1,2,2\n2,2,3\n4,3,4\n1,1,2\n"
    assert agreeing(walk, table) == agreeing(walk, table)


PLAIN = "1,2\n2,2\n4,3\n,1\n-1,0.5\n"


@pytest.mark.parametrize(
    "written",
    [
        "anna,bert\n" + PLAIN,
        "\ufeff" + PLAIN,
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace(",", ";"),
        PLAIN.replace(",", ";").replace(".", ","),
        PLAIN.replace(",", "\t"),
        PLAIN.replace(",1\n", " na , 1 \n"),
        "sep=,\n" + PLAIN,
        PLAIN.rstrip(),
    ],
)
def test_a_table_is_the_same_however_a_spreadsheet_writes_it(walk: Walk, written: str) -> None:
    assert agreeing(walk, written) == agreeing(walk, PLAIN)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "holds no ratings"),
        ("anna,bert\n", "holds no ratings"),
        ("1,2\n1,x\n", "line 2, column 2: “x” is not a number"),
        ("1,2\n1,nan\n", "“nan” is not a number"),
        ("1,2\n1,inf\n", "“inf” is not a number"),
        ("a,b\n1,2,3\n", "line 2: there are more cells than raters"),
        ('1,2\n"1,2\n', "is not a table"),
        (",".join(["1"] * 201) + "\n", "which no panel has"),
        ("1,2\n" * 20_001, "more than 20000 lines"),
    ],
)
def test_a_hostile_table_is_one_sentence(walk: Walk, table: str, said: str) -> None:
    status, out, err = walk.run("agreement", "--from", walk.table("t.csv", table), "--json")
    assert (status, out, said in err, err.count("\n")) == (1, "", True, 1)


@pytest.mark.parametrize("table", ["1\n2\n", "3,3\n3,3\n", "1,\n2,\n", "1,2\n", ",\n,\n"])
def test_what_is_not_defined_is_null_with_its_reason(walk: Walk, table: str) -> None:
    found = agreeing(walk, table)
    undefined = {name for name, one in found.items() if one["value"] is None}
    assert {name for name, one in found.items() if one["note"].startswith("Not defined: ")} == undefined
    assert undefined >= {"icc_1_1", "kendall_w"}


EDGES = {
    "one rater": ("1\n2\n4\n", set(KEYS)),
    "one unit": ("1,2,4\n", {name for name in KEYS if name.startswith(("icc", "kendall"))}),
    "one unit, one rater": ("3\n", set(KEYS)),
    "all equal": ("2,2,2\n2,2,2\n2,2,2\n", set(KEYS)),
    "gaps but for one": (",\n,3\n,\n", set(KEYS)),
    "no unit rated twice": ("1,\n,2\n3,\n,4\n", set(KEYS)),
    "each rater ties all": ("1,3\n1,3\n1,3\n", {"kendall_w", "icc_1_k", "icc_3_1", "icc_3_k"}),
    "perfect": ("1,1\n2,2\n4,4\n", set()),
}


@pytest.mark.parametrize("edge", EDGES)
def test_a_table_at_an_edge_has_a_reason_for_each_value_it_lacks(walk: Walk, edge: str) -> None:
    table, expected = EDGES[edge]
    found = agreeing(walk, table)
    assert {name for name, one in found.items() if one["value"] is None} == expected
    for one in found.values():
        assert one["note"].startswith("Not defined: ") is (one["value"] is None)
        assert one["value"] is not None or (one["low"], one["high"]) == (None, None)
        assert one["low"] is None or one["low"] <= one["high"]


def test_a_header_is_no_line_of_ratings_and_a_rater_who_rated_nothing_says_nothing(walk: Walk) -> None:
    found = agreeing(walk, "Maude,Dries,Sofia\n1,2,\n2,2,\n4,3,\n")
    assert {name: one["value"] for name, one in found.items()} == {
        name: one["value"] for name, one in agreeing(walk, "1,2\n2,2\n4,3\n").items()
    }


METHODS = ["mean", "median", "borda", "schulze", "majority"]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    ("table", "order"),
    [
        ("1,A\n", [{"A"}]),
        ("1,A=B=C\n", [{"A", "B", "C"}]),
        ("3,A=B\n2,B=A\n", [{"A", "B"}]),
        ("1,A,B\n1,B,A\n", [{"A", "B"}]),
        ("1,A,B,C\n" * 1000, [{"A"}, {"B"}, {"C"}]),
        ("1000,A,B=C\n", [{"A"}, {"B", "C"}]),
    ],
)
def test_ballots_at_an_edge_are_counted_by_every_method(
    walk: Walk, method: str, table: str, order: list[set[str]]
) -> None:
    assert ranking(walk, table, method)[0] == order


def test_published_ballots_come_out_as_published(walk: Walk) -> None:
    case = next(one for one in votes()["rankings"] if one["id"] == "schulze_wikipedia_45")
    lines = [line.split("*")[::-1] for line in case["ballots"]]
    found, _ = ranking(walk, "\n".join(f"{count},{order.replace('>', ',')}" for count, order in lines), "schulze")
    assert found == [{"E"}, {"A"}, {"C"}, {"B"}, {"D"}]


@pytest.mark.parametrize("method", ["mean", "median", "borda", "schulze", "majority"])
@pytest.mark.parametrize(
    "table", ["2,A,B,C\n1,C,A=B\n", "count,first,second,third\r\n2;A;B;C\r\n".replace(",", ";") + "1;C;A = B;\r\n"]
)
def test_ballots_with_ties_are_counted_by_every_method(walk: Walk, method: str, table: str) -> None:
    found, scores = ranking(walk, table, method)
    assert (found[0], set(scores)) == ({"A"}, {"A", "B", "C"})


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "holds no ballot"),
        ("0,A,B\n", "holds no ballot"),
        ("3\n", "holds no ballot"),
        ("1,A,B,A\n", "line 1: “A” stands there twice"),
        ("1,A=A\n", "“A” stands there twice"),
        ("1,A==B\n", "ties a name with none"),
        ("-1,A,B\n", "is not how many ballots"),
        ("A,B,C\n", "line 1: “A” is not how many ballots"),
        ("1," + ",".join(map(str, range(201))) + "\n", "more than is counted here"),
    ],
)
def test_hostile_ballots_are_one_sentence(walk: Walk, table: str, said: str) -> None:
    status, out, err = walk.run("rank", "--from", walk.table("b.csv", table), "--method", "schulze", "--json")
    assert (status, out, said in err, err.count("\n")) == (1, "", True, 1)


def test_a_stage_tells_its_agreement_and_its_orders_once_it_is_open_and_not_before(begun: Walk) -> None:
    for member, levels in (("Maude Jury", "4413"), ("Dries Comité", "4321")):
        lines = "".join(
            f"{key},{code},{level}\n"
            for (key, code), level in zip(
                (("K-01", "C01"), ("K-01", "C02"), ("K-02", "C01"), ("K-02", "C02")), levels, strict=True
            )
        )
        begun.done(
            "rate",
            begun.file,
            "--member",
            member,
            "--stage",
            "screening",
            "--from",
            begun.table("notes.csv", "application,criterion,level\n" + lines),
        )
    for command in (("agreement",), ("rank", "--method", "borda")):
        status, out, err = begun.run(*command, begun.file)
        assert (status, out, "0 of 4" in err or "4 of 4" in err) == (1, "", True)
    for member in ("Maude Jury", "Dries Comité"):
        begun.done("hand-in", begun.file, "--member", member, "--stage", "screening")
    begun.done("open-grids", begun.file, "--stage", "screening")
    assert begun.json("agreement", begun.file) == agreeing(begun, "4,4\n4,3\n,\n1,2\n3,1\n,\n")
    found = begun.json("rank", begun.file, "--method", "borda")
    assert (found["order"], found["scores"]) == ([["K-01"], ["K-02"]], {"K-01": 1.0, "K-02": 0.0})
