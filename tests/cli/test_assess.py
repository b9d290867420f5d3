"""rate, ratings, hand-in, open-grids, compare, outcome."""

from __future__ import annotations

import pytest

from tests.cli.walk import Walk

MAUDE = "application,criterion,level,comment\nK-01,C01,4,connaît les rues\nK-01,C02,na,\nK-02,C01,2,\nK-02,C02,1,\n"
DRIES = "application;criterion;level;comment\nK-01;C01;2;\nK-01;C02;3;\nK-02;C01;2;\nK-02;C02;abstain;\n"


def rated(walk: Walk, member: str, table: str, stage: str = "screening") -> None:
    walk.done("rate", walk.file, "--member", member, "--stage", stage, "--from", walk.table("notes.csv", table))


def levels(walk: Walk, *more: str) -> dict[tuple[str, str, str], tuple[str, int | None]]:
    return {
        (r["application"], r["member"], r["criterion"]): (r["state"], r["level"])
        for r in walk.json("ratings", walk.file, *more)
    }


def test_a_draft_is_its_authors_alone(begun: Walk) -> None:
    rated(begun, "Maude Jury", MAUDE)
    assert levels(begun) == {}
    assert levels(begun, "--member", "Dries Comité") == {}
    assert levels(begun, "--member", "Maude Jury") == {
        ("K-01", "Maude Jury", "C01"): ("rated", 4),
        ("K-01", "Maude Jury", "C02"): ("not_assessable", None),
        ("K-02", "Maude Jury", "C01"): ("rated", 2),
        ("K-02", "Maude Jury", "C02"): ("rated", 1),
    }


def test_an_empty_level_leaves_the_rating_as_it_is(begun: Walk) -> None:
    rated(begun, "Maude Jury", MAUDE)
    rated(begun, "Maude Jury", "application,criterion,level,comment\nK-01,C01,,relu\n")
    found = begun.json("ratings", begun.file, "--member", "Maude Jury")[0]
    assert (found["level"], found["comment"]) == (4, "relu")


def test_nobody_compares_before_the_stage_opens_and_it_opens_when_the_last_grid_is_in(begun: Walk) -> None:
    rated(begun, "Maude Jury", MAUDE)
    rated(begun, "Dries Comité", DRIES)
    begun.done("hand-in", begun.file, "--member", "Maude Jury", "--stage", "screening")
    status, out, err = begun.run("compare", begun.file)
    assert (status, out, "2 of 4" in err) == (1, "", True)
    status, _, err = begun.run("open-grids", begun.file, "--stage", "screening")
    assert (status, "Dries Comité (2)" in err) == (1, True)
    begun.done("hand-in", begun.file, "--member", "Dries Comité", "--stage", "screening")
    begun.done("open-grids", begun.file, "--stage", "screening")
    first, second = begun.json("compare", begun.file)
    assert (first["medians"]["C01"], first["low"]["C01"], first["high"]["C01"]) == (2, 2, 4)
    # Open weights count once each. C01: 4 and 2; C02: a gap and 3; C03: two gaps.
    assert (first["mean"], first["total_low"], first["total_high"]) == (3.0, (3 + 2 + 1) / 3, (3 + 3.5 + 4) / 3)
    assert (first["rated"], first["asked"], second["rated"], second["asked"]) == (3, 6, 3, 6)


def test_the_comparison_goes_into_a_file_once_the_stage_is_open_and_not_before(begun: Walk) -> None:
    out, table = begun.folder / "comparaison.pdf", begun.folder / "comparaison.csv"
    rated(begun, "Maude Jury", MAUDE)
    begun.done("hand-in", begun.file, "--member", "Maude Jury", "--stage", "screening")
    assert (begun.run("compare", begun.file, "--out", out)[0], out.exists()) == (1, False)
    begun.done("open-grids", begun.file, "--stage", "screening", "--reason", "Dries est malade")
    begun.done("compare", begun.file, "--out", out, "--date", "2022-06-24")
    first = out.read_bytes()
    begun.done("compare", begun.file, "--out", out, "--date", "2022-06-24")
    assert (first[:5], out.read_bytes() == first) == (b"%PDF-", True)
    begun.done("compare", begun.file, "--out", table)
    assert table.read_text("utf-8").splitlines()[0].startswith("key,name,C01,C02,C03,mean,")
    for other in (begun.file, begun.table("notes.csv", "à garder")):
        before = other.read_bytes()
        assert (begun.run("compare", begun.file, "--out", other)[0], other.read_bytes()) == (1, before)


def test_the_chair_opens_without_a_missing_grid_and_the_reason_stays(begun: Walk) -> None:
    rated(begun, "Maude Jury", MAUDE)
    begun.done("hand-in", begun.file, "--member", "Maude Jury", "--stage", "screening")
    begun.done("open-grids", begun.file, "--stage", "screening", "--reason", "Dries est malade")
    assert {r["member"] for r in begun.json("ratings", begun.file)} == {"Maude Jury"}
    status, _, err = begun.run(
        "rate", begun.file, "--member", "Dries Comité", "--stage", "screening", "--from", begun.table("d.csv", DRIES)
    )
    assert (status, "opened on" in err) == (1, True)


def test_a_grid_handed_in_is_sealed(begun: Walk) -> None:
    rated(begun, "Maude Jury", MAUDE)
    begun.done("hand-in", begun.file, "--member", "Maude Jury", "--stage", "screening", "--only", "K-01")
    status, _, err = begun.run(
        "rate", begun.file, "--member", "Maude Jury", "--stage", "screening", "--from", begun.table("m.csv", MAUDE)
    )
    assert (status, "line 2" in err, "sealed" in err) == (1, True, True)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("application,criterion,level\nK-01,C01,5\n", "line 2: “5” is not a level"),
        ("application,criterion,level\nK-01,C01,3\nK-77,C01,3\n", "line 3: There is no application K-77"),
        ("application,criterion,level\nK-01,C99,3\n", "no criterion C99"),
        ("application,level\nK-01,3\n", "lacks the column criterion"),
        ("\0\1\2", "not a text file"),
    ],
)
def test_a_table_with_one_wrong_line_changes_nothing_and_names_it(begun: Walk, table: str, said: str) -> None:
    status, _, err = begun.run(
        "rate", begun.file, "--member", "Maude Jury", "--stage", "screening", "--from", begun.table("x.csv", table)
    )
    assert (status, said in err, err.count("\n")) == (1, True, 1)
    assert levels(begun, "--member", "Maude Jury") == {}
    assert begun.json("show", begun.file)["vacancy"]["frozen_at"] is None


def test_who_does_not_rate_is_told_so(begun: Walk) -> None:
    status, _, err = begun.run(
        "rate",
        begun.file,
        "--member",
        "Nora Secrétariat",
        "--stage",
        "screening",
        "--from",
        begun.table("n.csv", MAUDE),
    )
    assert (status, "does not rate" in err) == (1, True)


def test_the_first_rating_freezes_the_checklist_says_so_once_and_later_changes_carry_a_reason(begun: Walk) -> None:
    table = begun.table("m.csv", MAUDE)
    first = begun.run("rate", begun.file, "--member", "Maude Jury", "--stage", "screening", "--from", table)[2]
    second = begun.run("rate", begun.file, "--member", "Maude Jury", "--stage", "screening", "--from", table)[2]
    assert ("frozen" in first, "frozen" in second) == (True, False)
    status, _, err = begun.run("settle", begun.file, "weight.C01=3")
    assert (status, "needs a reason" in err) == (1, True)
    begun.done("settle", begun.file, "weight.C01=3", "--reason", "décision du jury du 16 juin")
    assert begun.json("show", begun.file)["settled"][0]["reason"] == "décision du jury du 16 juin"


def test_outcomes_and_letter_fields_come_from_one_table_all_or_none(begun: Walk) -> None:
    good = (
        "application,stage,outcome,field,value\nK-01,screening,invited,room,Salle A\nK-02,screening,not_shortlisted,,\n"
    )
    begun.done("outcome", begun.file, "--from", begun.table("o.csv", good))
    assert [a["state"] for a in begun.json("applications", begun.file)] == ["invited", "not_shortlisted"]
    bad = "application,stage,outcome,field,value\nK-01,interview,selected,,\nK-02,interview,selected,,\n"
    status, _, err = begun.run("outcome", begun.file, "--from", begun.table("b.csv", bad))
    assert (status, "b.csv, line 3: K-02 is not_shortlisted" in err) == (1, True)
    assert [a["state"] for a in begun.json("applications", begun.file)] == ["invited", "not_shortlisted"]
