"""What a kind program understands: tables as Belgian spreadsheets write them, and what it refuses rather than guess."""

from __future__ import annotations

import pytest

from smes_panel.errors import BadInput
from smes_panel.intake.tables import read_table
from tests.cli.walk import Walk

COLUMNS = ("application", "criterion", "level"), ("comment",)

FROM_EXCEL = (
    "sep=;\r\n"
    "Application;Criterion;Level;Comment;;\r\n"
    'K-1;c1; 3 ;"dit « ça » ; et ""ceci""";;\r\n'
    "k-01;C2;4,0;;;\r\n"
    "K01;3;N/A;;;\r\n"
    "K–2;c01;Abstention;;;\r\n"
    "2;C02;onthouding;;;\r\n"
    "K-02;C03;déport;;;\r\n"
    ";;;;;\r\n"
)


def test_every_unambiguous_spelling_of_a_key_a_code_and_a_level_is_taken(begun: Walk) -> None:
    table = begun.folder / "notes.csv"
    table.write_bytes(FROM_EXCEL.encode("cp1252"))
    begun.done("rate", begun.file, "--member", "dries comité", "--stage", "screening", "--from", table)
    found = begun.json("ratings", begun.file, "--member", "Dries Comité")
    assert [(r["application"], r["criterion"], r["state"], r["level"]) for r in found] == [
        ("K-01", "C01", "rated", 3),
        ("K-01", "C02", "rated", 4),
        ("K-01", "C03", "not_assessable", None),
        ("K-02", "C01", "abstained", None),
        ("K-02", "C02", "abstained", None),
        ("K-02", "C03", "recused", None),
    ]
    assert found[0]["comment"] == 'dit « ça » ; et "ceci"'


def test_a_weight_of_c1_is_that_of_c01(begun: Walk) -> None:
    said = begun.done("settle", begun.file, "Weight.c1=2,5", "stages.2=both", "closes_at=20/06/2022 à 23h59")
    assert said.splitlines()[0].startswith("weight.C01 = 2.5 ")
    shown = begun.json("show", begun.file)
    assert (shown["criteria"][0]["weight"], shown["criteria"][1]["stages"]) == (2.5, ["screening", "interview"])
    assert shown["vacancy"]["closes_at"] == "2022-06-20T23:59:00+02:00"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("K-01,C01,3,bien, mais court", "line 2: there are more cells than columns"),
        ('K-01,C01,3,"jamais fermé\nK-02,C01,2,', "this is not a table"),
        ("K-01,C01,3," + "x" * 140_000, "this is not a table"),
        ("K-01,C01,3,a\0b", "not a text file"),
        ("K-01,C01,3,\n" * 20_001, "more than 20000 lines"),
    ],
)
def test_a_table_that_would_lose_words_is_refused(walk: Walk, lines: str, said: str) -> None:
    table = walk.table("notes.csv", f"application,criterion,level,comment\n{lines}\n")
    with pytest.raises(BadInput, match=said):
        read_table(table, *COLUMNS)


def test_two_columns_of_one_name_are_refused_and_empty_lines_above_the_table_are_not(walk: Walk) -> None:
    with pytest.raises(BadInput, match="two columns called level"):
        read_table(walk.table("a.csv", "application;criterion;level;Level\nK-01;C01;3;4\n"), *COLUMNS)
    (line,) = read_table(walk.table("b.csv", "\n;;\napplication;criterion;level\nK-01;C01;3\n"), *COLUMNS)
    assert (line.number, line["level"]) == (4, "3")


def test_two_lines_that_contradict_each_other_are_refused_and_the_same_line_twice_is_not(begun: Walk) -> None:
    head = "application,criterion,level\nK-01,C01,3\n"
    said = ("rate", begun.file, "--member", "Maude Jury", "--stage", "screening", "--from")
    begun.done(*said, begun.table("r.csv", f"{head}K-1,c1,3\n"))
    status, _, err = begun.run(*said, begun.table("r.csv", f"{head}K-1,c1,4\n"))
    assert (status, "r.csv, line 3: this is not what r.csv, line 2 says" in err) == (1, True)


def test_outcomes_are_read_however_they_are_cased_and_a_value_without_a_field_is_refused(begun: Walk) -> None:
    head = "application,stage,outcome,field,value\n"
    table = begun.table("o.csv", f"{head}k-1,Screening,Invited,Room,Salle A\n2,screening,Not shortlisted,,\n")
    begun.done("outcome", begun.file, "--from", table)
    assert [a["state"] for a in begun.json("applications", begun.file)] == ["invited", "not_shortlisted"]
    status, _, err = begun.run(
        "outcome", begun.file, "--from", begun.table("p.csv", f"{head}K-01,screening,withdrawn,,salle B\n")
    )
    assert (status, "“salle B” stands in no field" in err) == (1, True)
    status, _, err = begun.run(
        "outcome", begun.file, "--from", begun.table("q.csv", f"{head}1,screening,,room,A\n1,screening,,room,B\n")
    )
    assert (status, "line 3" in err) == (1, True)
