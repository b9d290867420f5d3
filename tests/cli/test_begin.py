"""new, show, settle, panel."""

from __future__ import annotations

from pathlib import Path

import pytest

from smes_panel import cli
from smes_panel.errors import DiskFull
from smes_panel.gestures.vacancy import OpenVacancy
from tests.cli.walk import Walk
from tests.intake.test_several import PAGE


def test_the_real_posting_gives_its_fourteen_criteria_and_its_facts_and_nothing_more(walk: Walk, shared: Path) -> None:
    walk.done("new", walk.file, "--posting", shared / "posting" / "connect-2022.txt")
    shown = walk.json("show", walk.file)
    vacancy = shown["vacancy"]
    assert [c["code"] for c in shown["criteria"]] == [f"C{n:02d}" for n in range(1, 15)]
    assert shown["criteria"][3]["wording"] == "Bonne connaissance de l’environnement sociopolitique bruxellois"
    assert {
        name: vacancy[name] for name in ("hours_per_week", "ends_on", "deadline", "joint_committee", "pay_scale")
    } == {
        "hours_per_week": 19,
        "ends_on": "2022-12-31",
        "deadline": "2022-06-20",
        "joint_committee": "330.04",
        "pay_scale": "330.01.10",
    }
    assert (vacancy["apply_to"], vacancy["reference"], vacancy["closes_at"]) == ("rh@smes.be", None, None)
    assert {c["weight"] for c in shown["criteria"]} == {None}
    assert {c["essential"] for c in shown["criteria"]} == {None}
    assert {c["stages"] for c in shown["criteria"]} == {None}
    two_things = {r["criterion"] for r in shown["linter"] if r["kind"] == "asks_two_things"}
    assert {"C03", "C06", "C07", "C08", "C09"} <= two_things


def test_of_several_vacancies_in_a_document_one_is_named(walk: Walk) -> None:
    (page := walk.folder / "annonces.txt").write_text(PAGE, "utf-8")
    status, _, said = walk.run("new", walk.file, "--posting", page)
    assert (status, walk.file.exists()) == (1, False)
    assert "3 vacancies: 1 Chargé·e de projets (h/f/x); 2 Psychologue (h/f/x); 3 Begeleider m/v/x." in said
    assert walk.run("new", walk.file, "--posting", page, "--which", "4")[0] == 1
    walk.done("new", walk.file, "--posting", page, "--which", "2")
    assert [one["wording"] for one in walk.json("show", walk.file)["criteria"]] == [
        "master en psychologie",
        "expérience de deux ans",
    ]


def test_what_a_posting_leaves_open_is_asked_and_answered_with_a_date(begun: Walk) -> None:
    asked = {q["key"]: q["answer"] for q in begun.json("show", begun.file)["open_questions"]}
    assert (asked["reference"], asked["closes_at"], asked["weight.C01"]) == (None, None, None)
    begun.done(
        "settle", begun.file, "reference=EX-1", "closes_at=2022-06-20T23:59", "weight.C01=2,5", "essential.C02=non"
    )
    shown = begun.json("show", begun.file)
    answered = {q["key"]: q["answer"] for q in shown["open_questions"]}
    assert answered["closes_at"] == "2022-06-20T23:59:00+02:00"
    assert shown["vacancy"]["reference"] == "EX-1"
    assert (shown["criteria"][0]["weight"], shown["criteria"][1]["essential"]) == (2.5, False)
    assert all(s["settled_at"] for s in shown["settled"])


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("weight.C01=lourd", "not a weight"),
        ("weight.C99=1", "no criterion C99"),
        ("closes_at=2022-06-20", "gives no hour"),
        ("essential.C01=peut-être", "neither yes nor no"),
        ("stages.C01=jeudi", "names no stage"),
        ("couleur=bleu", "not a question"),
        ("reference", "not KEY=VALUE"),
        ("reference=", "no answer"),
    ],
)
def test_an_answer_that_cannot_be_read_changes_nothing_not_even_its_neighbours(
    begun: Walk, answer: str, said: str
) -> None:
    status, _, err = begun.run("settle", begun.file, "reference=EX-2", answer)
    assert (status, said in err, err.count("\n")) == (1, True, 1)
    assert begun.json("show", begun.file)["vacancy"]["reference"] is None


def test_two_members_of_one_name_need_something_that_tells_them_apart(begun: Walk) -> None:
    for same in ("maude jury", "Dries Comite\u0301", "dries  comite"):
        status, _, err = begun.run("panel", begun.file, "--add", same)
        assert (status, "on the panel already" in err) == (1, True)
    assert [m["name"] for m in begun.json("panel", begun.file)] == ["Maude Jury", "Dries Comité", "Nora Secrétariat"]


def test_the_example_has_labels_and_proposals_still_to_settle(walk: Walk) -> None:
    walk.done("new", walk.file, "--example", "connect")
    shown = walk.json("show", walk.file)
    assert (len(shown["criteria"]), shown["criteria"][7]["label"]["nl"] != "") == (14, True)
    assert {tuple(c["proposed"]) for c in shown["criteria"]} == {("weight", "essential", "stages")}


def test_nothing_is_written_over_a_file_that_is_there(walk: Walk) -> None:
    walk.file.write_bytes(b"something else")
    status, _, err = walk.run("new", walk.file, "--example", "connect")
    assert (status, "exists already" in err, walk.file.read_bytes()) == (1, True, b"something else")


def test_a_posting_that_cannot_be_read_leaves_no_dossier_behind(walk: Walk) -> None:
    status, _, _ = walk.run("new", walk.file, "--posting", walk.folder / "absent.txt")
    assert (status, walk.file.exists()) == (1, False)


def test_a_dossier_whose_vacancy_cannot_be_written_is_not_left_behind(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull("The disk is full.")

    monkeypatch.setattr(OpenVacancy, "make", full)
    assert walk.run("new", walk.file, "--example", "connect")[0] == 1
    assert list(walk.folder.iterdir()) == []


def test_wrong_usage_ends_with_two_and_help_is_everywhere(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        ["new"],
        ["frobnicate"],
        ["rate", "x.smes", "--stage", "lunch"],
        ["show", "x.smes", "--passphrase", "x"],
    ):
        with pytest.raises(SystemExit) as ended:
            cli.main(arguments)
        assert ended.value.code == 2
    for command in (
        "new",
        "show",
        "settle",
        "panel",
        "import",
        "applications",
        "rate",
        "ratings",
        "hand-in",
        "open-grids",
    ):
        with pytest.raises(SystemExit) as ended:
            cli.main([command, "--help"])
        assert ended.value.code == 0
    assert "SMES_PANEL_PASSPHRASE" in capsys.readouterr().out


def test_the_passphrase_comes_from_a_file_too_and_a_wrong_one_opens_nothing(
    begun: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SMES_PANEL_PASSPHRASE")
    before = begun.file.read_bytes()
    right, wrong = begun.table("right", "trois petits chats dorment\n"), begun.table("wrong", "autre chose\n")
    assert begun.run("panel", begun.file, "--passphrase-file", right)[0] == 0
    status, out, err = begun.run("panel", begun.file, "--passphrase-file", wrong)
    assert (status, out, "does not open" in err) == (1, "", True)
    assert begun.file.read_bytes() == before


def test_a_command_without_a_passphrase_and_without_a_terminal_says_where_to_give_it(
    begun: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SMES_PANEL_PASSPHRASE")
    status, _, err = begun.run("panel", begun.file)
    assert (status, "SMES_PANEL_PASSPHRASE" in err) == (1, True)
