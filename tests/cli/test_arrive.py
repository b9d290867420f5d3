"""import, applications."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path

import pytest

from smes_panel.dossier import Dossier
from smes_panel.errors import BadInput
from smes_panel.intake.arrivals import taken_in, taking_in
from smes_panel.intake.paper import documents, typed_in
from smes_panel.intake.sources import how_many
from smes_panel.model.application import PAPER, DocumentKind, Identity
from smes_panel.model.settlement import BRUSSELS
from smes_panel.model.words import Language
from tests.cli.walk import PASSPHRASE, Walk, mail


def test_each_message_becomes_an_application_with_its_documents_byte_for_byte(begun: Walk) -> None:
    found = begun.json("applications", begun.file)
    assert [(a["key"], a["name"], a["received_at"]) for a in found] == [
        ("K-01", "Yasmina Modèle", "2022-06-14T09:30:00+02:00"),
        ("K-02", "Wout Schets", "2022-06-15T09:30:00+02:00"),
    ]
    raw = (begun.folder / "mails" / "1.eml").read_bytes()
    message = next(d for d in found[0]["documents"] if d["kind"] == "message")
    assert (message["sha256"], message["bytes"]) == (hashlib.sha256(raw).hexdigest(), len(raw))
    assert {d["kind"] for d in found[0]["documents"]} == {"message", "cv", "letter"}
    assert found[1]["missing"] == ["letter"]


def test_importing_twice_adds_nothing(begun: Walk) -> None:
    again = begun.json("import", begun.file, begun.folder / "mails")
    assert [(a["result"], a["application"]) for a in again] == [("known", "K-01"), ("known", "K-02")]
    assert len(begun.json("applications", begun.file)) == 2


def test_a_late_mail_is_kept_and_flagged_once_the_closing_instant_is_known(begun: Walk) -> None:
    late = begun.folder / "tard.eml"
    late.write_bytes(mail("Jef Droombeeld", day=22))
    begun.done("import", begun.file, late)
    assert [a["late"] for a in begun.json("applications", begun.file)] == [None, None, None]
    begun.done("settle", begun.file, "closes_at=2022-06-20T23:59")
    assert [a["late"] for a in begun.json("applications", begun.file)] == [False, False, True]


def test_a_second_message_from_one_address_is_a_second_application_shown_beside_the_first(begun: Walk) -> None:
    again = begun.folder / "encore.eml"
    again.write_bytes(mail("Yasmina Modèle", day=16))
    assert begun.json("import", begun.file, again)[0]["application"] == "K-03"
    assert [a["resembles"] for a in begun.json("applications", begun.file)] == [["K-03"], [], ["K-01"]]


def test_a_folder_that_has_grown_completes_its_application(begun: Walk) -> None:
    people = begun.folder / "personnes"
    folder = people / "Théo Maquette"
    folder.mkdir(parents=True)
    (folder / "CV.pdf").write_bytes(b"%PDF-1.4 not much of one")
    assert [a["result"] for a in begun.json("import", begun.file, people)] == ["added"]
    (folder / "Lettre de motivation.txt").write_text("Madame, Monsieur, je vous propose ma candidature.", "utf-8")
    assert [(a["result"], a["application"]) for a in begun.json("import", begun.file, people)] == [
        ("completed", "K-03")
    ]
    assert [a["result"] for a in begun.json("import", begun.file, people)] == ["known"]


def test_a_broken_item_is_named_and_the_others_come_in(begun: Walk) -> None:
    mixed = begun.folder / "divers"
    mixed.mkdir()
    (mixed / "a.eml").write_bytes(b"")
    (mixed / "b.eml").write_bytes(mail("Inès Brouillon"))
    (mixed / "c.msg").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    results = begun.json("import", begun.file, mixed, begun.folder / "nulle-part.eml")
    assert [a["result"] for a in results] == ["refused", "added", "refused", "refused"]
    assert all(a["reason"] for a in results if a["result"] != "added")
    assert begun.json("check", begun.file) == {"ok": True, "problems": []}


def test_search_finds_the_beginnings_of_words_in_documents_whatever_their_accents(begun: Walk) -> None:
    for words, keys in (
        ("maraud yasm", ["K-01"]),
        ("PERMANENCES", ["K-01", "K-02"]),
        ("modele", ["K-01"]),
        ("zzz", []),
        ('"*', ["K-01", "K-02"]),
    ):
        assert [a["key"] for a in begun.json("applications", begun.file, "--search", words)] == keys


def test_every_message_of_the_corpora_ends_with_a_result_and_check_accepts_the_dossier(
    walk: Walk, shared: Path
) -> None:
    walk.done("new", walk.file, "--example", "connect")
    results = walk.json("import", walk.file, shared / "corpora" / "email" / "ruby-mail")
    assert {a["result"] for a in results} <= {"added", "completed", "known", "set_aside", "refused"}
    assert len(walk.json("applications", walk.file)) == sum(a["result"] == "added" for a in results)
    assert walk.json("check", walk.file) == {"ok": True, "problems": []}


def test_an_import_that_is_watched_takes_in_the_same(begun: Walk) -> None:
    more = begun.folder / "encore"
    more.mkdir()
    for number, name in enumerate(("Inès Brouillon", "Théo Maquette", "Elif Figurine")):
        (more / f"{number}.eml").write_bytes(mail(name))
    with Dossier.open(begun.file, PASSPHRASE) as dossier:
        seen = list(taking_in(dossier.do, dossier.read, [more], 0.0))
        assert [one.application for one in seen if one is not None] == ["K-03", "K-04", "K-05"]
        assert how_many([more]) == 3


def test_an_import_that_is_closed_keeps_what_it_said_and_nothing_of_the_next(begun: Walk) -> None:
    more = begun.folder / "encore"
    more.mkdir()
    for number, name in enumerate(("Inès Brouillon", "Théo Maquette", "Elif Figurine")):
        (more / f"{number}.eml").write_bytes(mail(name))
    with Dossier.open(begun.file, PASSPHRASE) as dossier:
        work = taken_in(dossier.do, dossier.read, [more])
        assert next(work).application == "K-03"
        work.close()
        assert list(dossier.read.keys().values()) == ["K-01", "K-02", "K-03"]
        assert list(dossier.check()) == []


def test_an_application_on_paper_has_a_name_and_an_instant(begun: Walk) -> None:
    scan = begun.folder / "CV.txt"
    scan.write_text("Curriculum vitae", "utf-8")
    zoe = Identity("Zoé Papier", language=Language.FR)
    incoming = typed_in(zoe, "20/06/2022 9h30", " déposée au guichet ", documents([scan]))
    assert (incoming.source, incoming.subject, [d.kind for d in incoming.documents]) == (
        PAPER,
        "déposée au guichet",
        [DocumentKind.CV],
    )
    assert incoming.received_at == datetime(2022, 6, 20, 9, 30, tzinfo=BRUSSELS)
    for identity, received in ((Identity(" "), ""), (zoe, "un jour"), (zoe, "20/06/2022")):
        with pytest.raises(BadInput):
            typed_in(identity, received, "")
    with pytest.raises(BadInput):
        documents([begun.folder / "nulle-part.pdf"])


def test_search_shows_where_the_words_stand(begun: Walk) -> None:
    (found,) = begun.json("search", begun.file, "MARAUD", "yasm")
    assert (found["key"], found["name"]) == ("K-01", "Yasmina Modèle")
    assert [(hit["where"], (hit["document"] or {}).get("kind")) for hit in found["hits"]][:1] == [("name", None)]
    marked = [hit["passage"][start:end] for hit in found["hits"] for start, end in hit["marks"]]
    assert {word.casefold() for word in marked} == {"maraud", "yasm"}
    assert begun.done("search", begun.file, "maraud", "yasm").splitlines()[:2] == [
        "K-01  Yasmina Modèle",
        "  name: *Yasm*ina Modèle",
    ]
    assert begun.done("search", begun.file, "zzz") == "Nothing was found.\n"


def test_search_finds_comments_for_their_author_alone(begun: Walk) -> None:
    begun.done("panel", begun.file, "--add", "Anna Modèle")
    begun.done("panel", begun.file, "--add", "Bram Voorbeeld")
    table = begun.folder / "notes.csv"
    table.write_text("application,criterion,level,comment\nK-02,C01,3,un œil sûr\n", "utf-8")
    begun.done("rate", begun.file, "--member", "Bram Voorbeeld", "--stage", "screening", "--from", table)
    assert begun.json("search", begun.file, "oeil") == []
    assert begun.json("search", begun.file, "oeil", "--member", "Anna Modèle") == []
    (found,) = begun.json("search", begun.file, "oeil", "--member", "Bram Voorbeeld")
    assert (found["key"], found["hits"]) == (
        "K-02",
        [
            {
                "where": "comment",
                "document": None,
                "stage": "screening",
                "criterion": "C01",
                "passage": "un œil sûr",
                "marks": [[3, 6]],
            }
        ],
    )
