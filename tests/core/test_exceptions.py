"""The ledger of exceptions: whenever one person is treated differently, it asks what becomes of the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from smes_panel.dossier import Dossier
from smes_panel.errors import BadInput, Refused
from smes_panel.gestures.applications import AddApplication, Admit, Erase, Merge, Withdraw
from smes_panel.gestures.exceptions import OnlyThisOne, TheOthersToo
from smes_panel.gestures.vacancy import Settle
from smes_panel.model.application import DocumentKind, ExceptionKind, ExceptionMade
from tests.core.panels import PASSPHRASE, begun, candidate, quick_keys

LATE, INCOMPLETE = ExceptionKind.LATE, ExceptionKind.INCOMPLETE


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    """Five people; the last three are late, all with a CV and a letter but the first, who has no letter."""
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as dossier:
        begun(dossier)
        dossier.do(Settle("closes_at", "2022-06-02T12:02+00:00"))
        for number in range(1, 6):
            incoming = candidate(number)
            (cv,) = incoming.documents
            letter = replace(cv, name="lettre.txt", kind=DocumentKind.LETTER, content=f"lettre {number}".encode())
            dossier.do(AddApplication(replace(incoming, documents=(cv, letter) if number > 1 else (cv,))))
        yield dossier


def ids(dossier: Dossier) -> list[str]:
    return list(dossier.read.keys())


def test_one_late_person_who_is_examined_asks_for_the_other_late_ones(dossier: Dossier) -> None:
    assert dossier.read.exceptions() == ()
    dossier.do(Admit(ids(dossier)[3], examined=True, reason="panne de la poste"))
    made = ExceptionMade("K-04", LATE, "panne de la poste", ("K-03", "K-05"))
    assert dossier.read.exceptions() == (made,)
    assert made.waits


def test_the_others_too_examines_them_for_the_same_reason_in_one_gesture(dossier: Dossier) -> None:
    dossier.do(Admit(ids(dossier)[3], examined=True, reason="panne de la poste"))
    dossier.do(TheOthersToo(ids(dossier)[3], LATE))
    assert [(one.application, one.reason, one.others, one.waits) for one in dossier.read.exceptions()] == [
        (key, "panne de la poste", (), False) for key in ("K-03", "K-04", "K-05")
    ]
    dossier.undo()
    assert [one.others for one in dossier.read.exceptions()] == [("K-03", "K-05")]
    with pytest.raises(Refused, match="not treated differently"):
        dossier.do(TheOthersToo(ids(dossier)[0], LATE))


def test_why_the_others_are_not_is_kept_and_taken_back(dossier: Dossier) -> None:
    one = ids(dossier)[3]
    dossier.do(Admit(one, examined=True, reason="panne de la poste"))
    for empty in ("", "  "):
        with pytest.raises(BadInput, match="Say why the others"):
            dossier.do(OnlyThisOne(one, LATE, empty))
    with pytest.raises(BadInput, match="at most 2000"):
        dossier.do(OnlyThisOne(one, LATE, "x" * 2_001))
    dossier.do(OnlyThisOne(one, LATE, " seule sa lettre porte le cachet "))
    (made,) = dossier.read.exceptions()
    assert (made.answer, made.waits) == ("seule sa lettre porte le cachet", False)
    dossier.undo()
    assert dossier.read.exceptions()[0].waits
    assert list(dossier.check()) == []


def test_an_incomplete_person_asks_for_the_incomplete_ones_alone(dossier: Dossier) -> None:
    dossier.do(Admit(ids(dossier)[0], examined=True, reason="lettre promise"))
    assert dossier.read.exceptions() == (ExceptionMade("K-01", INCOMPLETE, "lettre promise", ()),)
    with pytest.raises(Refused, match="Nobody else is in the same situation"):
        dossier.do(TheOthersToo(ids(dossier)[0], INCOMPLETE))


def test_who_withdrew_was_merged_or_erased_is_nobody_to_be_asked_about(dossier: Dossier) -> None:
    third, fourth, fifth = ids(dossier)[2:]
    dossier.do(Admit(fourth, examined=True, reason="panne"))
    dossier.do(Withdraw(third, ""))
    assert dossier.read.exceptions()[0].others == ("K-05",)
    dossier.do(Merge(ids(dossier)[1], fifth))
    assert dossier.read.exceptions()[0].others == ()
    dossier.do(OnlyThisOne(fourth, LATE, "un motif qui nomme"))
    dossier.do(Erase(fourth))
    assert dossier.read.exceptions() == ()
    assert dossier._store.rows("exception") == {}


def test_who_was_set_aside_as_late_is_still_one_of_the_others(dossier: Dossier) -> None:
    dossier.do(Admit(ids(dossier)[2], examined=False, reason="hors délai"))
    dossier.do(Admit(ids(dossier)[3], examined=True, reason="panne"))
    assert dossier.read.exceptions()[0].others == ("K-03", "K-05")
