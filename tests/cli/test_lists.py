"""import, of a list: shown first, taken in when accepted."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from smes_panel.dossier import Dossier
from smes_panel.intake.lists import entries, propose, rows_in
from smes_panel.intake.lists.reading import ListSheet, Row
from smes_panel.model.application import Arrived
from tests.cli.walk import PASSPHRASE, Walk
from tests.intake.workbooks import xlsx

LIST = """\
Candidatures;;;
Nom;E-mail;Date;Remarque
Zoé Modèle;zoe@exemple.invalid;13/06/2022 09:30;vue au salon
Jan Voorbeeld;jan@exemple.invalid;14/06/2022 10:00;à rappeler
;;;rappeler
"""


class Terminal(io.StringIO):
    """What a person types at a terminal."""

    def isatty(self) -> bool:
        return True


def keys(walk: Walk) -> list[str]:
    return [one["key"] for one in walk.json("applications", walk.file)]


def test_nothing_is_taken_in_before_the_columns_were_shown_and_accepted(begun: Walk) -> None:
    path = begun.table("liste.csv", LIST)
    before = begun.file.read_bytes()
    out = begun.done("import", begun.file, path)
    assert "liste.csv: 2 applications." in out
    assert [line.split()[:3] for line in out.splitlines() if line[:2] in ("A ", "B ", "C ", "D ")] == [
        ["A", "Nom", "name"],
        ["B", "E-mail", "email"],
        ["C", "Date", "received"],
        ["D", "Remarque", "other"],
    ]
    shown = begun.json("import", begun.file, path)
    assert (shown["written"], shown["applications"], shown["heading_line"], shown["dates"]) == (
        False,
        2,
        2,
        "day_first",
    )
    assert [(one["line"], one["reason"][:6]) for one in shown["refused"]] == [(5, "Line 5")]
    assert begun.file.read_bytes() == before


def test_a_list_that_is_only_looked_at_asks_for_no_passphrase(begun: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SMES_PANEL_PASSPHRASE")
    assert begun.run("import", begun.file, begun.table("liste.csv", LIST))[0] == 0


def test_the_lines_of_an_accepted_list_are_applications_and_the_same_list_again_adds_nothing(begun: Walk) -> None:
    path = begun.table("liste.csv", LIST)
    results = begun.json("import", begun.file, path, "--as-proposed")
    assert [(a["path"], a["result"], a["application"]) for a in results] == [
        ("liste.csv, 3", "added", "K-03"),
        ("liste.csv, 4", "added", "K-04"),
        ("liste.csv, 5", "refused", None),
    ]
    found = begun.json("applications", begun.file)[2:]
    assert [(a["name"], a["received_at"], a["state"]) for a in found] == [
        ("Zoé Modèle", "2022-06-13T09:30:00+02:00", "received"),
        ("Jan Voorbeeld", "2022-06-14T10:00:00+02:00", "received"),
    ]
    rows = [line.split(";") for line in LIST.splitlines()[1:4]]
    other = begun.folder / "autre export.xlsx"
    other.write_bytes(xlsx([row[::-1] for row in rows]))
    assert [a["result"] for a in begun.json("import", begun.file, other, "--as-proposed")] == ["known", "known"]
    assert begun.json("check", begun.file) == {"ok": True, "problems": []}


def test_a_person_says_what_columns_are_by_heading_or_letter(begun: Walk) -> None:
    path = begun.table("liste.csv", LIST)
    begun.done("import", begun.file, path, "--columns", "message=Remarque,other=C", "--headings", 2)
    found = begun.json("applications", begun.file)[2:]
    assert [(a["received_at"], [d["kind"] for d in a["documents"]]) for a in found] == [
        (None, ["letter", "other"]),
        (None, ["letter", "other"]),
    ]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (("--columns", "nom=Nom"), "says of no column what it is"),
        (("--columns", "name=Nom complet"), "No column is called “nom complet”"),
        (("--columns", "email=A,phone=B,email=C"), "cannot both be email"),
        (("--sheet", "Mars"), "has no sheet “Mars”"),
    ],
)
def test_what_is_said_of_columns_and_cannot_be_is_refused(begun: Walk, told: tuple[str, ...], said: str) -> None:
    status, _, err = begun.run("import", begun.file, begun.table("liste.csv", LIST), *told)
    assert (status, said in err) == (1, True)
    assert len(keys(begun)) == 2


def test_columns_are_told_of_one_list_alone(begun: Walk) -> None:
    path = begun.table("liste.csv", LIST)
    status, _, err = begun.run("import", begun.file, path, begun.folder / "mails", "--as-proposed")
    assert (status, "one list" in err) == (1, True)


def test_a_list_among_other_things_is_set_aside(begun: Walk) -> None:
    begun.table("mails/liste.csv", LIST)
    (begun.folder / "mails" / "liste.xlsx").write_bytes(xlsx([["Nom"], ["Zoé Modèle"]]))
    results = begun.json("import", begun.file, begun.folder / "mails")
    assert [(Path(a["path"]).name, a["reason"]) for a in results if a["result"] == "set_aside"] == [
        ("liste.csv", "This is a list: open it alone, to choose what its columns are."),
        ("liste.xlsx", "This is a list: open it alone, to choose what its columns are."),
    ]


@pytest.mark.parametrize(("typed", "count"), [("oui", 4), ("", 2), ("n", 2)])
def test_at_a_terminal_the_question_is_asked(
    begun: Walk, monkeypatch: pytest.MonkeyPatch, typed: str, count: int
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(typed + "\n"))
    begun.done("import", begun.file, begun.table("liste.csv", LIST))
    assert len(keys(begun)) == count


def arrived(dossier: Dossier, *lines: tuple[str, ...]) -> list[tuple[str, str | None]]:
    sheet = ListSheet("", tuple(Row(number, cells) for number, cells in enumerate((HEAD, *lines), start=1)))
    found: list[Arrived] = list(rows_in(dossier.do, dossier.read, "l.csv", entries("l.csv", sheet, propose(sheet))))
    return [(one.result, one.application) for one in found]


HEAD = ("Nom", "E-mail", "Remarque")
ZOE, MORE = ("Zoé Modèle", "zoe@exemple.invalid", "a"), ("Zoé Modèle", "zoe@exemple.invalid", "b")


def test_a_line_that_has_grown_completes_its_application_and_two_of_one_person_stay_two(begun: Walk) -> None:
    with Dossier.open(begun.file, PASSPHRASE) as dossier:
        assert arrived(dossier, ZOE) == [("added", "K-03")]
        assert arrived(dossier, MORE) == [("completed", "K-03")]
        assert len(dossier.read.application("K-03").documents) == 2
        assert arrived(dossier, ZOE) == [("known", "K-03")]
        # The second of two is a second application: nobody is joined by a list.
        assert arrived(dossier, MORE, ("Zoé Modèle", "zoe@exemple.invalid", "c")) == [
            ("known", "K-03"),
            ("added", "K-04"),
        ]
        assert dossier.read.application("K-03").resembles == ("K-04",)
        dossier.undo()
        assert list(dossier.read.keys().values()) == ["K-01", "K-02", "K-03"]
        assert list(dossier.check()) == []
