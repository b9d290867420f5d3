"""Erasure: after it no word about the person is in the file, the chain stays verifiable, and nobody else is touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from smes_panel.dossier import Dossier
from smes_panel.errors import NothingToUndo, Refused
from smes_panel.gestures.applications import AddApplication, CompleteApplication, CorrectIdentity, Erase
from smes_panel.gestures.assessment import HandIn, Rate
from smes_panel.gestures.decision import Decide, FillField
from smes_panel.gestures.vacancy import FreezeChecklist
from smes_panel.model.application import DocumentKind, Identity, IncomingApplication, IncomingDocument
from smes_panel.model.decision import Outcome
from smes_panel.model.vacancy import Stage
from smes_panel.schema import TABLES
from tests.core.panels import (
    PASSPHRASE,
    FillEveryTable,
    begun,
    candidate,
    fill,
    quick_keys,
    rated,
    raw,
    screened,
    tables,
)

CANARY = "kanarievogel"


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with quick_keys():
        yield


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as dossier:
        yield dossier


def bird(number: int) -> IncomingApplication:
    """An application with a canary in each thing a person sends."""
    document = IncomingDocument(
        f"{CANARY}-name.txt", DocumentKind.LETTER, "text/plain", f"{CANARY} bytes".encode(), f"{CANARY} text", CANARY
    )
    identity = Identity(CANARY, f"{CANARY}@exemple.invalid", CANARY, f"avenue {CANARY}", None, CANARY)
    return IncomingApplication(f"{CANARY}{number}", f"{CANARY}.eml", None, identity, CANARY, (document,))


def in_clear(path: Path) -> bytes:
    """Every byte of the closed file, decrypted into a plain database beside it."""
    plain = path.with_name("plain.db")
    plain.unlink(missing_ok=True)
    connection = raw(path)
    connection.execute("ATTACH DATABASE ? AS plain KEY ''", [str(plain)])
    connection.execute("SELECT sqlcipher_export('plain')")
    connection.execute("DETACH DATABASE plain")
    connection.close()
    return plain.read_bytes()


def test_the_canary_sings_before_so_that_its_silence_means_something(dossier: Dossier) -> None:
    dossier.do(AddApplication(bird(1)))
    dossier.close()
    clear = in_clear(dossier.path).lower()
    assert clear.count(CANARY.encode()) > 8
    assert CANARY.encode() not in dossier.path.read_bytes().lower()


def test_no_word_about_an_erased_person_is_left_in_the_file(dossier: Dossier) -> None:
    begun(dossier)
    change = dossier.do(AddApplication(bird(1)))
    application = next(row.key[0] for row in change.rows if row.table == "application")
    dossier.do(AddApplication(candidate(2)))
    (neighbour,) = (one for one in dossier.read.keys() if one != application)  # noqa: SIM118  (a question, no mapping)
    dossier.do(CompleteApplication(application, IncomingApplication("", "", None, Identity(), "", bird(2).documents)))
    dossier.do(CorrectIdentity(application, Identity(f"{CANARY} corrigé")))
    dossier.do(FillField(application, Stage.SCREENING, "name", f"{CANARY} letter"))
    dossier.do(FreezeChecklist())
    for member in dossier.read.panel():
        for one in (application, neighbour):
            fill(dossier, member, one, comment=CANARY if one == application else "voisine")
        dossier.do(HandIn(member, Stage.SCREENING, (application, neighbour)))
    dossier.do(Decide(application, Stage.SCREENING, Outcome.NOT_SHORTLISTED))
    beside = {row: cells for row, cells in tables(dossier).items() if neighbour in row[1]}
    document = dossier.read.application("K-02").documents[0].id

    dossier.do(Erase(application))

    assert CANARY not in repr(dossier._done) + repr(dossier._undone)
    assert {row: cells for row, cells in tables(dossier).items() if neighbour in row[1]} == beside
    assert dossier.read.document_bytes(neighbour, document) == b"Curriculum de la candidate 2"
    assert dossier.read.applications(CANARY) == ()
    assert {table for table, key in tables(dossier) if application in key} == {"number", "erasure"}
    assert list(dossier.check()) == []
    with pytest.raises(NothingToUndo):
        dossier.undo()
    dossier.close()
    assert CANARY.encode() not in in_clear(dossier.path).lower()
    assert CANARY.encode() not in dossier.path.read_bytes().lower()


def test_a_comment_written_over_leaves_none_of_its_words_in_the_index(dossier: Dossier) -> None:
    applications = screened(dossier)
    bram = dossier.read.panel()[1]
    for comment in (CANARY, "une voisine"):
        dossier.do(Rate(bram, applications[0], Stage.SCREENING, "C01", rated(2, comment)))
    dossier.close()
    clear = in_clear(dossier.path).lower()
    assert b"voisine" in clear
    assert CANARY.encode() not in clear


def test_its_number_is_not_given_again(dossier: Dossier) -> None:
    applications = screened(dossier)
    dossier.do(Erase(applications[1]))
    dossier.do(AddApplication(candidate(7)))
    assert list(dossier.read.keys().values()) == ["K-01", "K-03"]


def test_every_table_about_an_applicant_is_emptied_of_them(dossier: Dossier) -> None:
    applications = screened(dossier)
    bram = dossier.read.panel()[1]
    dossier.do(HandIn(bram, Stage.SCREENING, tuple(applications)))
    dossier.do(FillEveryTable(applications[0]))
    about = {table.name for table in TABLES.values() if table.applicant}
    assert {table for table, key in tables(dossier) if applications[0] in key} >= about
    dossier.do(Erase(applications[0]))
    assert not {table for table, key in tables(dossier) if applications[0] in key} & about


def test_old_entries_and_keys_of_a_colleague_do_not_bring_anybody_back(dossier: Dossier, tmp_path: Path) -> None:
    applications = screened(dossier)
    copy = tmp_path / "colleague.smes"
    dossier.back_up(copy)
    with Dossier.open(copy, PASSPHRASE, home=tmp_path / "colleague") as colleague:
        colleague.do(FillField(applications[0], Stage.SCREENING, "name", CANARY))
        stale = colleague.outgoing()
        dossier.do(Erase(applications[0]))
        before = tables(dossier)
        for _ in range(2):
            dossier.receive(*stale)
            assert tables(dossier) == before
            assert not any(key.applicant == applications[0] for key in dossier.outgoing()[1])
        colleague.receive(*dossier.outgoing())
        dossier.receive(*colleague.outgoing())
        assert tables(colleague, private=False) == tables(dossier, private=False)
        assert list(colleague.check()) == []
        assert list(dossier.check()) == []
    assert CANARY.encode() not in in_clear(copy).lower()


def test_an_addition_that_was_taken_back_can_still_be_erased(dossier: Dossier) -> None:
    change = dossier.do(AddApplication(bird(1)))
    application = next(row.key[0] for row in change.rows if row.table == "application")
    dossier.undo()
    dossier.do(Erase(application))
    with pytest.raises(Refused):
        dossier.do(Erase(application))
    assert list(dossier.check()) == []
    dossier.close()
    assert CANARY.encode() not in in_clear(dossier.path).lower()


def test_nobody_who_never_was_can_be_erased(dossier: Dossier) -> None:
    with pytest.raises(Refused):
        dossier.do(Erase("nobody"))
