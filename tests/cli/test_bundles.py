"""bundles: mails of several applications, listed and decided on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from smes_panel.dossier import Dossier
from smes_panel.errors import BadInput, Refused
from smes_panel.gestures.applications import Erase
from smes_panel.intake.arrivals import taken_in
from smes_panel.intake.deciding import decision, kept
from smes_panel.intake.extraction import Reader
from smes_panel.model.bundle import BundleAnswer
from tests.cli.walk import PASSPHRASE, Walk
from tests.intake.forwards import application, attachment, carried, cv, mail, text

ZOE, JAN = "Zoé Modèle", "Jan Voorbeeld"


@pytest.fixture
def forwarded(begun: Walk) -> Path:
    path = begun.folder / "TR.eml"
    path.write_bytes(mail("Marc Collègue", "TR: deux", text("Pour info"), *map(carried, map(application, (ZOE, JAN)))))
    return path


def keys(walk: Walk) -> list[tuple[str, str]]:
    return [(one["key"], one["name"]) for one in walk.json("applications", walk.file)[2:]]


def test_a_mail_of_several_applications_waits_and_is_known_again(begun: Walk, forwarded: Path) -> None:
    (arrived,) = begun.json("import", begun.file, forwarded)
    assert (arrived["result"], arrived["application"]) == ("to_decide", None)
    assert [a["result"] for a in begun.json("import", begun.file, forwarded)] == ["known"]
    (waiting,) = begun.json("bundles", begun.file)
    assert (waiting["sender"], waiting["subject"], waiting["answer"], keys(begun)) == (
        "Marc Collègue",
        "TR: deux",
        None,
        [],
    )
    assert [(part["name"], part["documents"]) for part in waiting["parts"]] == [
        (ZOE, [f"Candidature {ZOE}.eml", "CV.txt"]),
        (JAN, [f"Candidature {JAN}.eml", "CV.txt"]),
    ]
    out = begun.done("bundles", begun.file)
    assert "Marc Collègue  TR: deux  to decide" in out
    assert f"  2. {JAN} <jan@exemple.invalid>: Candidature {JAN}.eml, CV.txt" in out.splitlines()
    assert begun.json("check", begun.file) == {"ok": True, "problems": []}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (("each",), [("K-03", ZOE), ("K-04", JAN)]),
        (("each", "--parts", "2"), [("K-03", JAN)]),
        (("one",), [("K-03", ZOE)]),
        (("none",), []),
    ],
)
def test_a_person_says_what_it_is(
    begun: Walk, forwarded: Path, told: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    begun.done("import", begun.file, forwarded)
    (waiting,) = begun.json("bundles", begun.file)
    (settled,) = begun.json("bundles", begun.file, "--decide", waiting["bundle"], "--as", *told)
    assert (settled["answer"], settled["applications"]) == (told[0], [key for key, _ in expected])
    assert (keys(begun), begun.json("bundles", begun.file)) == (expected, [])
    assert len(begun.json("bundles", begun.file, "--all")) == 1
    assert begun.json("check", begun.file) == {"ok": True, "problems": []}


def test_the_command_says_what_is_wrong_with_an_answer(begun: Walk, forwarded: Path) -> None:
    begun.done("import", begun.file, forwarded)
    (waiting,) = begun.json("bundles", begun.file)
    decide = ("bundles", begun.file, "--decide", waiting["bundle"])
    for told, said in (
        (decide, "give both"),
        ((*decide, "--as", "each", "--parts", "3"), "from 1 to 2"),
        (("bundles", begun.file, "--decide", "ffff", "--as", "one"), "There is no mail of several applications"),
    ):
        status, _, err = begun.run(*told)
        assert (status, said in err) == (1, True)
    assert keys(begun) == []


def test_a_decision_is_undone_and_made_again_and_only_once_without(begun: Walk, forwarded: Path) -> None:
    with Dossier.open(begun.file, PASSPHRASE) as dossier, Reader() as reader:
        list(taken_in(dossier.do, dossier.read, [forwarded]))
        (waiting,) = dossier.read.bundles(waiting=True)
        what = kept(dossier.read, waiting.id)
        dossier.do(decision(what, BundleAnswer.ONE, (), reader))
        assert [
            document.content for document in decision(what, BundleAnswer.ONE, (), reader).incoming[0].documents
        ] == [
            forwarded.read_bytes(),
            cv(ZOE),
            cv(JAN),
        ]
        with pytest.raises(Refused, match="decided on already"):
            dossier.do(decision(what, BundleAnswer.EACH, (), reader))
        dossier.undo()
        assert (dossier.read.bundles(waiting=True), len(dossier.read.keys())) == ((waiting,), 2)
        dossier.do(decision(what, BundleAnswer.NONE, (), reader))
        dossier.do(decision(what, BundleAnswer.EACH, (), reader))
        assert dossier.read.bundle(waiting.id).applications == ("K-04", "K-05")
        assert list(dossier.check()) == []


def test_what_a_mail_becomes_came_from_where_the_mail_came_from(begun: Walk, forwarded: Path) -> None:
    begun.done("import", begun.file, forwarded)
    (waiting,) = begun.json("bundles", begun.file)
    begun.done("bundles", begun.file, "--decide", waiting["bundle"], "--as", "each")
    with Dossier.open(begun.file, PASSPHRASE) as dossier:
        assert [one.source for one in dossier.read.applications()[2:]] == [f"{forwarded}#1", f"{forwarded}#2"]


def test_parts_that_are_read_otherwise_than_they_were_shown_are_not_chosen_by_their_place(
    begun: Walk, forwarded: Path
) -> None:
    with Dossier.open(begun.file, PASSPHRASE) as dossier, Reader() as reader:
        list(taken_in(dossier.do, dossier.read, [forwarded]))
        (waiting,) = dossier.read.bundles()
        shown = replace(kept(dossier.read, waiting.id), parts=waiting.parts[::-1])
        with pytest.raises(BadInput, match="read otherwise"):
            decision(shown, BundleAnswer.EACH, (1,), reader)
        assert len(decision(shown, BundleAnswer.EACH, (), reader).incoming) == 2


def test_erasing_one_person_takes_the_mail_that_held_both_and_leaves_the_other(begun: Walk, forwarded: Path) -> None:
    with Dossier.open(begun.file, PASSPHRASE) as dossier, Reader() as reader:
        list(taken_in(dossier.do, dossier.read, [forwarded]))
        (waiting,) = dossier.read.bundles()
        dossier.do(decision(kept(dossier.read, waiting.id), BundleAnswer.EACH, (), reader))
        dossier.do(Erase(dossier.read.application_id("K-03")))
        assert (dossier.read.bundles(), list(dossier.read.keys().values())) == ((), ["K-01", "K-02", "K-04"])
        assert dossier.read._first("SELECT 1 FROM content WHERE applicant = ?", waiting.id) is None
        other = dossier.read.application("K-04")
        assert dossier.read.document_bytes(other.id, other.documents[1].id) == cv(JAN)
        assert list(dossier.check()) == []


def test_cvs_of_several_people_wait_too(begun: Walk) -> None:
    path = begun.folder / "cvs.eml"
    path.write_bytes(mail("Marc Collègue", "CV", attachment("CV Zoé.txt", cv(ZOE)), attachment("CV Jan.txt", cv(JAN))))
    assert [a["result"] for a in begun.json("import", begun.file, path)] == ["to_decide"]
