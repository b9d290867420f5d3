"""A second mail that completes the first, and one document under two addresses: proposed, joined by a person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smes_panel.dossier import Dossier
from smes_panel.errors import Refused
from smes_panel.gestures.applications import AddApplication, Merge, TakeApart
from smes_panel.gestures.gesture import Together
from smes_panel.gestures.vacancy import Settle
from smes_panel.model.application import DocumentKind, IncomingApplication, Standing
from smes_panel.model.likeness import Relation, Trait, says_whose
from tests.core.panels import PASSPHRASE, answers, begun, candidate, quick_keys


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as dossier:
        begun(dossier)
        yield dossier


def mail(
    number: int, kind: DocumentKind, *, email: str = "zoe@exemple.invalid", answers: str = ""
) -> IncomingApplication:
    """The mail of this number, of Zoé's unless said otherwise, a minute after the one before it."""
    incoming = candidate(number, f"Pièce {number}", name="Zoé Modèle", email=email)
    (document,) = incoming.documents
    named = (f"{answers}@exemple.invalid",) if answers else ()
    messages = (f"{number}@exemple.invalid",)
    return replace(incoming, documents=(replace(document, kind=kind),), messages=messages, answers=named)


CV, LETTER = DocumentKind.CV, DocumentKind.LETTER
THREAD = (mail(1, CV), mail(2, LETTER, answers="1"), mail(3, DocumentKind.OTHER, answers="2"))


def proposals(dossier: Dossier) -> set[tuple[str, str, Relation]]:
    """Each proposal by what the applications came from, whatever their numbers."""
    told = {one.key: one.fingerprint for one in dossier.read.applications()}
    return {
        (one.fingerprint, told[like.with_], like.relation)
        for one in dossier.read.applications()
        for like in one.likenesses
    }


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_in_whatever_order_they_come_the_same_is_proposed_and_joined_in_one_gesture(
    dossier: Dossier, order: tuple[int, ...]
) -> None:
    for place in order:
        dossier.do(AddApplication(THREAD[place]))
    first, second, third = (one.fingerprint for one in THREAD)
    found = {(one, other) for one, other, relation in proposals(dossier) if relation is Relation.COMPLETES}
    assert found == {(second, first), (third, first), (third, second)}
    before = answers(dossier.read)
    dossier.do(Together(tuple(Merge(*pair) for pair in dossier.read.completions())))
    (kept,) = [one for one in dossier.read.applications() if not one.merged_into]
    assert (kept.fingerprint, kept.received_at, kept.missing) == (first, THREAD[0].received_at, ())
    assert [document.kind for document in kept.documents][:1] == [CV]
    dossier.undo()
    assert answers(dossier.read) == before


def test_joined_and_taken_apart_later_it_is_as_before(dossier: Dossier) -> None:
    for one in THREAD[:2]:
        dossier.do(AddApplication(one))
    before = answers(dossier.read)
    ((first, second),) = dossier.read.completions()
    dossier.do(Merge(first, second))
    dossier.do(TakeApart(second))
    assert answers(dossier.read) == before


def test_an_answer_from_another_address_is_said_to_be_one_and_never_joined_with_the_others(dossier: Dossier) -> None:
    dossier.do(AddApplication(mail(1, CV)))
    dossier.do(AddApplication(mail(2, LETTER, email="autre@exemple.invalid", answers="1")))
    (like,) = dossier.read.application("K-02").likenesses
    assert (like.relation, like.stranger, like.traits[0]) == (Relation.COMPLETES, True, Trait.ANSWER)
    assert dossier.read.completions() == ()


def test_completed_after_the_deadline_it_waits_for_a_decision_and_says_so(dossier: Dossier) -> None:
    for one in THREAD[:2]:
        dossier.do(AddApplication(one))
    assert THREAD[0].received_at is not None
    dossier.do(Settle("closes_at", THREAD[0].received_at.isoformat()))
    dossier.do(Merge(*dossier.read.completions()[0]))
    kept = dossier.read.application("K-01")
    line = dossier.read.line("K-01")
    assert line is not None
    assert (kept.completed_late, kept.standing, line.standing) == (
        ("letter",),
        Standing.COMPLETED_LATE,
        Standing.COMPLETED_LATE,
    )


def test_a_document_that_several_names_send_says_nothing_of_anybody() -> None:
    assert says_whose("other", {"Zoé Modèle", "Z. Modele", ""})
    assert not says_whose("other", {"Zoé Modèle", "Jan Voorbeeld"})
    assert says_whose("cv", {"Zoé Modèle", "Jan Voorbeeld"})
    assert not says_whose("cv", {"Zoé Modèle", "Jan Voorbeeld", "Ann Example"})


def test_very_many_of_one_name_are_each_told_of_the_first_and_not_of_one_another(dossier: Dossier) -> None:
    for number in range(40):
        dossier.do(AddApplication(mail(number, CV, email=f"a{number}@exemple.invalid")))
    told = [len(one.likenesses) for one in dossier.read.applications()]
    assert sorted(told) == [1] * 39 + [39]


JOINS = st.lists(st.tuples(st.sampled_from(("join", "apart")), st.integers(0, 2), st.integers(0, 2)), max_size=6)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=JOINS)
def test_whatever_is_joined_and_taken_apart_undone_it_is_as_before(
    dossier: Dossier, steps: list[tuple[str, int, int]]
) -> None:
    for one in THREAD:
        dossier.do(AddApplication(one))
    ids, before, done = list(dossier.read.keys()), answers(dossier.read), 0
    for what, first, second in steps:
        with suppress(Refused):
            dossier.do(Merge(ids[first], ids[second]) if what == "join" else TakeApart(ids[first]))
            done += 1
    for _ in range(done):
        dossier.undo()
    assert answers(dossier.read) == before
