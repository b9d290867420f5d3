"""An act closed under its code: what keeps it from closing, what it freezes, what is seen when something moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from smes_panel.dossier import Dossier
from smes_panel.errors import Refused
from smes_panel.gestures.applications import AddApplication, Admit, Erase
from smes_panel.gestures.assessment import HandIn
from smes_panel.gestures.closing import CloseAct, EnterSigner, NotReadyToClose, RecordSignature, ReopenAct
from smes_panel.gestures.conflict import DeclareConflict
from smes_panel.gestures.decision import Decide, FillField, TakeBackOutcome
from smes_panel.gestures.deliberation import CancelMeeting, Meet, StepOut, TakePosition
from smes_panel.gestures.gesture import Gesture
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import Settle
from smes_panel.model.change import Cell, Columns
from smes_panel.model.closing import Act, Difference, Lack, Lacking, SignedHow, Verdict, code, shown
from smes_panel.model.decision import Outcome, Position
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.schema import TABLES
from smes_panel.store import Pen
from tests.core.panels import (
    PASSPHRASE,
    Clock,
    candidate,
    close,
    decide,
    deliberated,
    digests,
    quick_keys,
    screened,
    sign,
    tables,
)

SCREENING, INTERVIEW = Act(Stage.SCREENING), Act(Stage.INTERVIEW)
DAY = date(2022, 7, 8)


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    home = tmp_path / "home"
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, clock=Clock(), home=home) as dossier:
        yield dossier


def now(dossier: Dossier, act: Act) -> dict[str, str]:
    return dict(digests(dossier, act))


def test_a_closed_act_stands_under_the_hash_of_its_facts_and_nothing_differs(dossier: Dossier) -> None:
    ids = deliberated(dossier)
    closing = close(dossier, SCREENING, signed=False)
    assert code(closing.facts) == closing.code
    assert shown(closing.code) == " ".join(closing.code[at : at + 4] for at in (0, 4, 8, 12))
    assert (closing.number, closing.by, closing.in_force, closing.signed) == (1, "Anna Modèle", True, False)
    assert dossier.read.changed(closing, now(dossier, SCREENING)) == ()
    assert {one.application for one in dossier.read.sealed(closing)} == set(ids)
    # What the facts say of a person is a hash: no name, no outcome and no reason stands in them.
    assert "Candidate" not in str(closing.facts)
    assert "réunions" not in str(closing.facts)


def test_an_act_is_closed_by_the_chair_or_the_secretary_and_once(dossier: Dossier) -> None:
    deliberated(dossier)
    dossier.do(AddMember("Dominique Fictive", Role.DIRECTOR))
    anna, bram, director = dossier.read.panel()
    for other in (bram, director):
        with pytest.raises(Refused, match="the chair or the secretary closes"):
            dossier.do(CloseAct(SCREENING, other, digests(dossier, SCREENING)))
    close(dossier, SCREENING)
    with pytest.raises(Refused, match="closed already, under the code"):
        dossier.do(CloseAct(SCREENING, anna, digests(dossier, SCREENING)))


def lacks(dossier: Dossier, act: Act) -> tuple[Lack, ...]:
    """What the refusal to close says; the file is as it was."""
    before = tables(dossier)
    with pytest.raises(NotReadyToClose) as refusal:
        dossier.do(CloseAct(act, dossier.read.panel()[0], digests(dossier, act)))
    assert tables(dossier) == before
    return refusal.value.lacks


def test_an_act_does_not_close_while_a_grid_an_outcome_or_a_reason_is_missing(dossier: Dossier) -> None:
    ids = screened(dossier)
    missing = Lack(Lacking.NOT_OPEN)
    assert lacks(dossier, SCREENING) == (
        missing,
        Lack(Lacking.NO_OUTCOME, "K-01"),
        Lack(Lacking.NO_OUTCOME, "K-02"),
    )
    dossier.do(HandIn(dossier.read.panel()[1], Stage.SCREENING, tuple(ids)))
    dossier.do(Decide(ids[0], Stage.SCREENING, Outcome.INVITED))
    dossier.do(Decide(ids[1], Stage.SCREENING, Outcome.NOT_SHORTLISTED))
    assert lacks(dossier, SCREENING) == (Lack(Lacking.NO_REASON, "K-02"),)
    assert lacks(dossier, INTERVIEW) == (
        missing,
        Lack(Lacking.NOT_CLOSED),
        Lack(Lacking.NO_OUTCOME, "K-01"),
    )


def test_an_act_does_not_close_while_a_conflict_or_an_exception_has_no_answer(dossier: Dossier) -> None:
    deliberated(dossier)
    dossier.do(Settle("closes_at", "2022-06-02T12:03+00:00", "une raison"))
    first, second, third, *_ = dossier.read.keys()
    anna, _ = dossier.read.panel()
    dossier.do(DeclareConflict(anna, first, "une parenté"))
    late = [one.id for one in dossier.read.applications() if one.late]
    dossier.do(Admit(late[0], examined=True, reason="une panne"))
    asked = [Lack(Lacking.CONFLICT, "K-01", "Anna Modèle")]
    exceptions = [
        Lack(Lacking.EXCEPTION, one.application, one.kind.value)
        for one in dossier.read.exceptions()
        if one.others and not one.answer
    ]
    assert list(lacks(dossier, SCREENING)) == [*asked, *exceptions]
    dossier.do(StepOut(anna, first, Stage.SCREENING))
    assert list(lacks(dossier, SCREENING)) == exceptions
    dossier.do(StepOut(anna, first, Stage.SCREENING, out=False))
    assert list(lacks(dossier, SCREENING)) == [*asked, *exceptions]
    assert dossier.read.stepped_out(first, Stage.SCREENING) == ()
    assert second != third


def test_an_act_does_not_close_while_a_letter_it_carries_is_not_complete(dossier: Dossier) -> None:
    deliberated(dossier)
    with pytest.raises(NotReadyToClose) as refusal:
        dossier.do(CloseAct(SCREENING, dossier.read.panel()[0], ()))
    assert refusal.value.lacks == (Lack(Lacking.LETTER, "K-05"),)


def test_what_was_closed_is_not_decided_otherwise_until_it_is_reopened_with_a_reason(dossier: Dossier) -> None:
    ids = deliberated(dossier)
    anna, bram = dossier.read.panel()
    dossier.do(Meet(Stage.SCREENING, DAY, ((anna.id, True), (bram.id, False))))
    first = close(dossier, SCREENING)
    frozen: tuple[Gesture, ...] = (
        Decide(ids[4], Stage.SCREENING, Outcome.NOT_SHORTLISTED, "une autre raison"),
        Decide(ids[4], Stage.SCREENING, Outcome.INVITED),
        Decide(ids[4], Stage.SCREENING, Outcome.NOT_SHORTLISTED, criteria=("C01",)),
        TakeBackOutcome(ids[4], Stage.SCREENING),
        FillField(ids[4], Stage.SCREENING, "reason", "une autre raison"),
        TakePosition(bram, ids[4], Stage.SCREENING, Position.AGREES),
        Meet(Stage.SCREENING, DAY, ((anna.id, False),)),
        CancelMeeting(dossier.read.meetings()[0].id),
        StepOut(bram, ids[4], Stage.SCREENING),
    )
    before = tables(dossier)
    for gesture in frozen:
        with pytest.raises(Refused, match=r"closed under the code|after the interview"):
            dossier.do(gesture)
    assert tables(dossier) == before
    # The day of an interview may still move: an invitation waits for no signature.
    dossier.do(FillField(ids[0], Stage.SCREENING, "interview_date", "2022-07-05"))
    assert dossier.read.changed(first, now(dossier, SCREENING)) == ()
    with pytest.raises(Refused, match="say why"):
        dossier.do(ReopenAct(SCREENING, anna, " "))
    dossier.do(ReopenAct(SCREENING, anna, "une erreur de nom"))
    reopened = dossier.read.closings(SCREENING)[0]
    assert reopened.reopened is not None
    assert (reopened.reopened.by, reopened.reopened.reason) == ("Anna Modèle", "une erreur de nom")
    assert dossier.read.in_force(SCREENING) is None
    dossier.do(Decide(ids[4], Stage.SCREENING, Outcome.NOT_SHORTLISTED, "une autre raison"))
    second = close(dossier, SCREENING)
    assert (second.number, second.code != first.code) == (2, True)
    assert [one.code for one in dossier.read.closings(SCREENING)] == [first.code, second.code]


def test_closing_is_not_undone_and_nothing_before_it_either(dossier: Dossier) -> None:
    deliberated(dossier)
    close(dossier, SCREENING)
    assert dossier.undoable is None


def test_the_screening_is_not_reopened_under_a_closed_interview_stage(dossier: Dossier) -> None:
    deliberated(dossier)
    close(dossier, SCREENING)
    close(dossier, INTERVIEW)
    anna = dossier.read.panel()[0]
    with pytest.raises(Refused, match="reopen that one first"):
        dossier.do(ReopenAct(SCREENING, anna, "une raison"))


def test_a_reserve_needs_an_announcement_and_its_ranks_are_one_each(dossier: Dossier) -> None:
    ids = screened(dossier)
    decide(dossier, Stage.SCREENING, dict.fromkeys(ids, Outcome.INVITED))
    with pytest.raises(Refused, match="neither the posting nor the rules announced a reserve"):
        dossier.do(Decide(ids[0], Stage.INTERVIEW, Outcome.RESERVE))
    dossier.do(Settle("reserve_until", "2023-12-31", "une décision du conseil"))
    dossier.do(Decide(ids[0], Stage.INTERVIEW, Outcome.RESERVE, rank=1))
    with pytest.raises(Refused, match="K-01 has rank 1"):
        dossier.do(Decide(ids[1], Stage.INTERVIEW, Outcome.RESERVE, rank=1))
    with pytest.raises(Refused, match="begin at 1"):
        dossier.do(Decide(ids[1], Stage.INTERVIEW, Outcome.RESERVE, rank=0))
    with pytest.raises(Refused, match="only the reserve has ranks"):
        dossier.do(Decide(ids[1], Stage.INTERVIEW, Outcome.NOT_SELECTED, rank=2))


def test_a_signature_answers_the_code_in_force_once_and_a_refusal_carries_its_reason(dossier: Dossier) -> None:
    deliberated(dossier)
    closing = close(dossier, SCREENING, signed=False)
    other = "0" * 64
    with pytest.raises(Refused, match="This answers the code 0000 0000 0000 0000"):
        dossier.do(RecordSignature(SCREENING, other, Verdict.SIGNED, SignedHow.PAPER, "D", minutes="x"))
    with pytest.raises(Refused, match="carries its reason"):
        dossier.do(RecordSignature(SCREENING, closing.code, Verdict.REFUSED, SignedHow.PAPER, "D", minutes="x"))
    with pytest.raises(Refused, match="comes with the signed page"):
        dossier.do(RecordSignature(SCREENING, closing.code, Verdict.SIGNED, SignedHow.PAPER, "D"))
    sign(dossier, closing, Verdict.REFUSED)
    refused = dossier.read.in_force(SCREENING)
    assert refused is not None
    assert refused.signature is not None
    assert (refused.signed, refused.signature.reason) == (False, "une raison")
    with pytest.raises(Refused, match="has answered this code already"):
        sign(dossier, closing)


def test_the_rules_may_delegate_the_shortlist_to_the_chair_and_nothing_else(dossier: Dossier) -> None:
    deliberated(dossier)
    closing = close(dossier, SCREENING, signed=False)

    def delegated(act: Act, under: str, signer: str) -> RecordSignature:
        return RecordSignature(act, under, Verdict.DELEGATED, SignedHow.CHAIR, signer)

    with pytest.raises(Refused, match="can be delegated to the chair, by a rule"):
        dossier.do(delegated(SCREENING, closing.code, "Anna Modèle"))
    dossier.do(ReopenAct(SCREENING, dossier.read.panel()[0], "la règle manquait"))
    dossier.do(Settle("shortlist_signer", "présidence", "règlement"))
    closing = close(dossier, SCREENING, signed=False)
    with pytest.raises(Refused, match="is signed by the chair"):
        dossier.do(delegated(SCREENING, closing.code, "Bram Voorbeeld"))
    dossier.do(delegated(SCREENING, closing.code, "Anna Modèle"))
    final = close(dossier, INTERVIEW, signed=False)
    with pytest.raises(Refused, match="Only the shortlist"):
        dossier.do(delegated(INTERVIEW, final.code, "Anna Modèle"))
    signed = dossier.read.in_force(SCREENING)
    assert signed is not None
    assert signed.signed


def test_the_last_card_entered_is_the_one_in_force(dossier: Dossier) -> None:
    dossier.do(EnterSigner("empreinte 1", "Dominique Fictive", "carte 1"))
    with pytest.raises(Refused, match="entered already"):
        dossier.do(EnterSigner("empreinte 1", "Dominique Fictive", "carte 1"))
    dossier.do(EnterSigner("empreinte 2", "Dominique Fictive", "carte 2"))
    assert [one.card for one in dossier.read.signers()] == ["carte 1", "carte 2"]


def test_positions_are_for_those_who_rate_and_a_minority_one_is_said_in_words(dossier: Dossier) -> None:
    ids = deliberated(dossier)
    dossier.do(AddMember("Dominique Fictive", Role.DIRECTOR))
    anna, bram, director = dossier.read.panel()
    with pytest.raises(Refused, match="the chair and the members take positions"):
        dossier.do(TakePosition(director, ids[0], Stage.SCREENING, Position.AGREES))
    with pytest.raises(Refused, match="said in words"):
        dossier.do(TakePosition(bram, ids[0], Stage.SCREENING, Position.MINORITY, " "))
    with pytest.raises(Refused, match="Nothing is proposed for K-05"):
        dossier.do(TakePosition(bram, ids[4], Stage.INTERVIEW, Position.AGREES))
    dossier.do(TakePosition(anna, ids[0], Stage.SCREENING, Position.AGREES))
    dossier.do(TakePosition(bram, ids[0], Stage.SCREENING, Position.MINORITY, "une réserve"))
    assert [(one.member, one.position, one.text) for one in dossier.read.stances(ids[0], Stage.SCREENING)] == [
        ("Anna Modèle", Position.AGREES, ""),
        ("Bram Voorbeeld", Position.MINORITY, "une réserve"),
    ]
    dossier.do(TakePosition(anna, ids[0], Stage.SCREENING, None))
    assert len(dossier.read.stances(ids[0], Stage.SCREENING)) == 1


def test_an_erased_person_leaves_the_code_verifiable_and_no_text_nor_salt(dossier: Dossier) -> None:
    ids = deliberated(dossier)
    closing = close(dossier, SCREENING)
    dossier.do(Erase(ids[4]))
    (after,) = dossier.read.closings(SCREENING)
    assert code(after.facts) == closing.code
    assert ids[4] not in {one.application for one in dossier.read.sealed(after)}
    assert dossier.read.changed(after, now(dossier, SCREENING)) == ()
    assert [fact for fact in after.facts if fact[:2] == ("person", "K-05")] != []


@dataclass(frozen=True, slots=True)
class Alter(Gesture):
    """Somebody with the passphrase writes into one cell, or takes a row away, past every rule."""

    table: str
    key: tuple[str, ...]
    column: str | None
    value: Cell = None

    def make(self, pen: Pen, read: Queries) -> None:
        del read
        if self.column is None:
            pen.drop(self.table, *self.key)
        else:
            pen.put(self.table, *self.key, **{self.column: self.value})


@dataclass(frozen=True, slots=True)
class PutBack(Gesture):
    """A row as it was; some rows outlast an undo."""

    table: str
    key: tuple[str, ...]
    row: Columns

    def make(self, pen: Pen, read: Queries) -> None:
        del read
        pen.put(self.table, *self.key, **self.row)


def other(value: object, kind: str) -> Cell:
    if kind == "TEXT":
        return {
            "yes": "no",
            "agrees": "minority",
            "member": "observer",
            "selected": "not_selected",
            "not_selected": "selected",
        }.get(str(value), "2022-07-09" if str(value)[:2] == "20" else f"{value or ''}x")
    return int(value) + 1 if isinstance(value, int | float) else 1


SEALED = {
    "vacancy": {"text", "title", "organisation"},
    "criterion": {"wording", "weight", "essential", "stages"},
    "freeze": {"at", "seed"},
    "member": {"name", "number"},
    "opened": {"at", "reason", "missing"},
    "meeting": {"day"},
    "attendance": {"present"},
    "answer": {"value"},
    "outcome": {"outcome", "reason", "criteria", "rank"},
    "stance": {"position", "text"},
    "conflict": {"reason"},
    "application": {"name", "received_at"},
    "sealed": {"salt", "text"},
    "correction": {"level", "comment", "reason"},
    "consensus": {"level", "sentence"},
}
"""What a closing of the interview stage says, by table. Each of these cells, changed alone, is seen."""


def test_every_single_alteration_of_what_was_sealed_is_seen_and_named(dossier: Dossier) -> None:
    ids = deliberated(dossier)
    anna, bram = dossier.read.panel()
    dossier.do(Meet(Stage.INTERVIEW, DAY, ((anna.id, True), (bram.id, True))))
    dossier.do(TakePosition(anna, ids[0], Stage.INTERVIEW, Position.AGREES))
    dossier.do(DeclareConflict(bram, ids[3], "une parenté"))
    dossier.do(StepOut(bram, ids[3], Stage.SCREENING))
    dossier.do(StepOut(bram, ids[3], Stage.INTERVIEW))
    close(dossier, SCREENING)
    closing = close(dossier, INTERVIEW)
    letters = now(dossier, INTERVIEW)
    assert dossier.read.changed(closing, letters) == ()
    unseen, tried = [], 0
    for (table, key), row in tables(dossier).items():
        if table not in SEALED or (table in ("outcome", "stance") and "screening" in key) or "screening" in key:
            continue
        if table == "application" and key[0] == ids[4]:
            continue
        for column in (*sorted(SEALED[table]), None):
            if table == "answer" and column is None and key[0] not in ("reserve_until", "erase_on"):
                continue
            kind = "" if column is None else TABLES[table].columns[column]
            altered = "2022-07-09T10:00:00+00:00" if column in ("at", "received_at") else None
            value = None if column is None else altered or other(row[column], kind)
            if column in ("stages", "criteria"):
                value = {"stages": '["screening"]', "criteria": '["C02"]'}[column]
            if column == "outcome" and row["outcome"] == "reserve":
                value = "not_selected"
            if table == "vacancy" and column is None:
                continue
            dossier.do(Alter(table, key, column, value))
            tried += 1
            try:
                if not dossier.read.changed(closing, letters):
                    unseen.append((table, key, column))
            finally:
                dossier.do(PutBack(table, key, row))
    assert tried > 60
    assert unseen == []
    assert dossier.read.changed(closing, letters) == ()


def test_the_difference_is_told_by_person_and_part(dossier: Dossier) -> None:
    ids = deliberated(dossier)
    close(dossier, SCREENING)
    closing = close(dossier, INTERVIEW)
    dossier.do(Alter("outcome", (ids[1], "interview"), "reason", "autre chose"))
    assert dossier.read.changed(closing, now(dossier, INTERVIEW)) == (
        Difference("K-02", "reason", "l’expérience des réunions", "autre chose"),
    )
    dossier.undo()
    words = dict(digests(dossier, INTERVIEW)) | {ids[2]: "d’autres mots"}
    assert dossier.read.changed(closing, words) == (
        Difference("K-03", "letter", "les mots de la lettre", "d’autres mots"),
    )
    dossier.do(Settle("reserve_until", "2024-12-31", "prolongée"))
    assert dossier.read.changed(closing, now(dossier, INTERVIEW)) == (
        Difference("", "rule reserve_until", "2023-12-31", "2024-12-31"),
    )


def test_an_application_that_comes_after_the_closing_is_a_difference(dossier: Dossier) -> None:
    deliberated(dossier)
    closing = close(dossier, SCREENING)
    dossier.do(AddApplication(candidate(9)))
    (moved,) = dossier.read.changed(closing, now(dossier, SCREENING))
    assert (moved.application, moved.fact) == ("K-06", "sealed")
