"""conflict, not-asked, order, correct, consensus, guard."""

from __future__ import annotations

from tests.cli.test_assess import DRIES, MAUDE, rated
from tests.cli.walk import Walk


def test_a_conflict_is_declared_listed_and_withdrawn(begun: Walk) -> None:
    rated(begun, "Maude Jury", MAUDE)
    named = ("--member", "Dries Comité", "--application", "K-01")
    begun.done("conflict", begun.file, *named, "--reason", "ancien collègue")
    (told,) = begun.json("conflict", begun.file)
    assert (told["application"], told["member"], told["reason"]) == ("K-01", "Dries Comité", "")
    (told,) = begun.json("conflict", begun.file, "--member", "Nora Secrétariat")
    assert told["reason"] == "ancien collègue"
    order = begun.json("order", begun.file, "--member", "Dries Comité")
    assert (order["order"], order["recused"]) == (["K-02", "K-01"], ["K-01"])
    begun.done("hand-in", begun.file, "--member", "Maude Jury", "--stage", "screening")
    status, _, err = begun.run("open-grids", begun.file, "--stage", "screening")
    assert (status, "Dries Comité (1)" in err) == (1, True)
    begun.done("conflict", begun.file, *named, "--withdraw")
    (told,) = begun.json("conflict", begun.file)
    assert told["withdrawn_at"]
    status, _, err = begun.run("conflict", begun.file, "--application", "K-01")
    assert (status, "give both" in err) == (1, True)


def test_a_criterion_is_not_asked_of_a_member_until_it_is_again(begun: Walk) -> None:
    asked = ("not-asked", begun.file, "--by", "Nora Secrétariat", "--member", "Dries Comité", "--criterion", "2")
    begun.done(*asked)
    assert begun.json("not-asked", begun.file) == {"Maude Jury": [], "Dries Comité": ["C02"]}
    begun.done(*asked, "--again")
    assert begun.json("not-asked", begun.file) == {"Maude Jury": [], "Dries Comité": []}
    status, _, err = begun.run("not-asked", begun.file, "--by", "Nora Secrétariat")
    assert (status, "give all three" in err) == (1, True)


def test_one_criterion_is_listed_across_the_files_in_the_order_drawn(begun: Walk) -> None:
    rated(begun, "Maude Jury", MAUDE)
    order = begun.json("order", begun.file, "--member", "Maude Jury")
    across = begun.json("order", begun.file, "--member", "Maude Jury", "--criterion", "C01")
    assert [one["application"] for one in across] == order["order"]
    assert {one["application"]: one["answer"]["level"] for one in across} == {"K-01": 4, "K-02": 2}
    assert len(order["seed"]) == 32


def test_a_correction_and_the_panels_rating_stand_beside_what_was_given(begun: Walk) -> None:
    for member, table in (("Maude Jury", MAUDE), ("Dries Comité", DRIES)):
        rated(begun, member, table)
        begun.done("hand-in", begun.file, "--member", member, "--stage", "screening")
    about = ("--application", "K-01", "--criterion", "C01")
    before = begun.json("compare", begun.file)
    begun.done("correct", begun.file, "--member", "Dries Comité", *about, "--level", "3", "--reason", "relu")
    (told,) = begun.json("correct", begun.file)
    assert (told["first"]["level"], told["rating"]["answer"]["level"], told["reason"]) == (2, 3, "relu")
    begun.done("consensus", begun.file, *about)
    status, _, err = begun.run("consensus", begun.file, *about, "--level", "4")
    assert (status, "say why in one sentence" in err) == (1, True)
    begun.done("consensus", begun.file, *about, "--level", "4", "--sentence", "la lettre le montre")
    (told,) = begun.json("consensus", begun.file)
    assert (told["application"], told["criterion"], told["median"], told["level"]) == ("K-01", "C01", 2, 4)
    assert begun.json("compare", begun.file) == before
    begun.done("consensus", begun.file, *about, "--level", "none")
    assert begun.json("consensus", begun.file) == []


def test_a_note_is_hinted_at_and_never_refused(walk: Walk) -> None:
    note = walk.table("note.txt", "Un peu jeune, mais met l’accent sur l’équipe.")
    (hint,) = walk.json("guard", "--from", note)
    assert hint == {"start": 7, "end": 12, "ground": "age"}
    _, out, _ = walk.run("guard", "--from", note, "--language", "fr")
    assert "jeune  (l’âge). Décrivez l’expérience" in out


def test_names_are_hidden_from_those_who_rate_and_what_stays_is_said(begun: Walk) -> None:
    _, out, _ = begun.run("blind", begun.file, "--by", "Nora Secrétariat", "--until", "interview")
    assert out == "Names are hidden from those who rate until the interview stage.\n"
    status, _, err = begun.run("blind", begun.file, "--by", "Dries Comité", "--until", "none")
    assert (status, "settled by the chair or the secretary" in err) == (1, True)
    _, out, _ = begun.run("blind", begun.file, "--by", "Maude Jury", "--until", "none")
    assert out == "Names are shown to those who rate.\n"


def test_what_is_ones_own_stays_ones_own(begun: Walk) -> None:
    rated(begun, "Maude Jury", MAUDE)
    rated(begun, "Maude Jury", "application,criterion,level,comment\nK-01,C01,3,relu\n")
    own = ("--application", "K-01")
    told = begun.json("history", begun.file, "--member", "Maude Jury", *own, "--criterion", "1")
    assert [(one["gesture"], one["answer"]["level"]) for one in told] == [("Rate", 4), ("Rate", 3)]
    assert begun.json("history", begun.file, "--member", "Dries Comité", *own, "--criterion", "1") == []
    begun.done("scratchpad", begun.file, "--member", "Maude Jury", *own, "--text", "à rappeler")
    assert begun.run("scratchpad", begun.file, "--member", "Maude Jury", *own)[1] == "à rappeler\n"
    assert begun.run("scratchpad", begun.file, "--member", "Dries Comité", *own)[1] == "\n"
    told = begun.json("access", begun.file, "--member", "Maude Jury", *own)
    assert (told["by"], told["scratchpad"], told["covered"]) == ("chair", "à rappeler", False)
    assert [(one["criterion"], one["level"], one["comment"]) for one in told["notes"]][:1] == [("C01", 3, "relu")]
    given = begun.json("calibrate", begun.file, "--member", "Dries Comité", "--criterion", "1", "--level", "3")
    assert given["answers"] == {"C01": {"state": "rated", "level": 3}}
    _, out, _ = begun.run("calibrate", begun.file, "--member", "Maude Jury", "--language", "nl")
    assert out.startswith("FICTIEVE KANDIDATUUR")
    _, _, err = begun.run("order", begun.file, "--member", "Maude Jury", "--drift")
    assert "nothing is said of drift with fewer than 8 files" in err
