"""The doors of a dossier: what can be taken back, what cannot any more, and what is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from smes_panel.dossier import Dossier
from smes_panel.errors import NothingOfYours, NothingToUndo, Refused, WriteOutside
from smes_panel.gestures.applications import AddApplication
from smes_panel.gestures.assessment import HandIn, Rate
from smes_panel.gestures.gesture import Together
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import FreezeChecklist, Settle
from smes_panel.model.change import Change
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from tests.core.panels import PASSPHRASE, begun, candidate, journal, quick_keys, rated, screened, tables


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as dossier:
        yield dossier


def take_everything_back(dossier: Dossier) -> None:
    while dossier.undoable is not None:
        dossier.undo()
    with pytest.raises(NothingToUndo):
        dossier.undo()


def test_a_weight_settled_before_the_freeze_is_not_taken_back_after_it(dossier: Dossier) -> None:
    begun(dossier)
    dossier.do(Settle("reference", "REF-1"))
    dossier.do(Settle("weight.C01", "2"))
    dossier.do(FreezeChecklist())
    take_everything_back(dossier)
    assert dossier.read.answers()["weight.C01"].value == "2"
    with pytest.raises(Refused):
        dossier.do(Settle("weight.C01", "3"))


def test_a_weight_settled_after_the_freeze_with_a_reason_is_taken_back_at_once(dossier: Dossier) -> None:
    begun(dossier)
    dossier.do(FreezeChecklist())
    dossier.do(Settle("weight.C01", "2", "une raison"))
    dossier.undo()
    assert "weight.C01" not in dossier.read.answers()


def test_a_freeze_that_comes_from_a_colleague_shuts_what_it_would_shut_here(dossier: Dossier, tmp_path: Path) -> None:
    begun(dossier)
    copy = tmp_path / "colleague.smes"
    dossier.back_up(copy)
    dossier.do(Settle("weight.C01", "2"))
    with Dossier.open(copy, PASSPHRASE, home=tmp_path / "colleague") as colleague:
        colleague.do(FreezeChecklist())
        dossier.receive(*colleague.outgoing())
    take_everything_back(dossier)
    assert dossier.read.answers()["weight.C01"].value == "2"


def test_a_draft_is_not_taken_back_once_its_grid_is_handed_in(dossier: Dossier) -> None:
    applications = screened(dossier)
    bram = dossier.read.panel()[1]
    dossier.do(Rate(bram, applications[0], Stage.SCREENING, "C01", rated(4)))
    dossier.do(HandIn(bram, Stage.SCREENING, tuple(applications)))
    before = tables(dossier)
    take_everything_back(dossier)
    drafts = {row: cells for row, cells in before.items() if row[0] == "draft"}
    assert {row: cells for row, cells in tables(dossier).items() if row[0] == "draft"} == drafts


def test_one_gesture_of_many_is_one_step_back(dossier: Dossier) -> None:
    begun(dossier)
    before = tables(dossier)
    dossier.do(Together((AddMember("Chloé Modèle", Role.MEMBER), AddMember("Dirk Voorbeeld", Role.MEMBER))))
    dossier.undo()
    assert tables(dossier) == before


def test_a_refusal_among_many_refuses_them_all(dossier: Dossier) -> None:
    begun(dossier)
    before, entries = tables(dossier), journal(dossier)
    with pytest.raises(Refused):
        dossier.do(Together((AddMember("Chloé Modèle", Role.MEMBER), AddMember("Anna Modèle", Role.MEMBER))))
    assert (tables(dossier), journal(dossier)) == (before, entries)


def test_a_gesture_that_moves_nothing_writes_nothing_and_is_no_step(dossier: Dossier) -> None:
    begun(dossier)
    dossier.do(Settle("reference", "REF-1"))
    told: list[Change] = []
    dossier.subscribe(told.append)
    entries, last = journal(dossier), dossier.undoable
    assert not dossier.do(Settle("reference", "REF-1"))
    assert (journal(dossier), dossier.undoable, told) == (entries, last, [])


def test_every_change_is_told_once_until_one_stops_listening(dossier: Dossier) -> None:
    told: list[Change] = []
    stop = dossier.subscribe(told.append)
    change = dossier.do(AddMember("Anna Modèle", Role.CHAIR))
    back = dossier.undo()
    stop()
    dossier.redo()
    assert told == [change, back]


def test_a_write_outside_a_gesture_is_a_fault(dossier: Dossier) -> None:
    with pytest.raises(WriteOutside):
        dossier._store.write("member", ("m1",), {"name": "Anna"})
    with pytest.raises(Exception, match="readonly"):
        dossier._db.execute("DELETE FROM member")


def test_what_a_colleague_has_changed_since_is_left_to_them(dossier: Dossier, tmp_path: Path) -> None:
    begun(dossier)
    dossier.do(Settle("reference", "REF-1"))
    copy = tmp_path / "colleague.smes"
    dossier.back_up(copy)
    with Dossier.open(copy, PASSPHRASE, home=tmp_path / "colleague") as colleague:
        colleague.do(Settle("reference", "REF-2"))
        dossier.receive(*colleague.outgoing())
    with pytest.raises(NothingOfYours):
        dossier.undo()
    assert dossier.read.answers()["reference"].value == "REF-2"


def test_an_application_taken_back_and_brought_in_again_has_a_new_number(dossier: Dossier) -> None:
    dossier.do(AddApplication(candidate(1)))
    dossier.undo()
    dossier.do(AddApplication(candidate(1)))
    assert list(dossier.read.keys().values()) == ["K-02"]
