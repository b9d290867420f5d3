"""One person's two applications: made one, taken apart, kept both; late or incomplete ones admitted or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from smes_panel.dossier import Dossier
from smes_panel.errors import BadInput, Refused
from smes_panel.gestures.applications import (
    AddApplication,
    Admit,
    AttachDocuments,
    Erase,
    KeepBoth,
    Merge,
    TakeApart,
    Withdraw,
)
from smes_panel.gestures.decision import Decide
from smes_panel.gestures.gesture import Gesture
from smes_panel.gestures.vacancy import Settle
from smes_panel.model.application import IncomingApplication, Standing
from smes_panel.model.decision import Outcome
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.store import Pen
from tests.core.panels import PASSPHRASE, answers, begun, candidate, quick_keys


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as dossier:
        begun(dossier)
        yield dossier


def sent(number: int, text: str = "", days: int = 0) -> IncomingApplication:
    """What Zoé sent, once or again."""
    incoming = candidate(number, text, name="Zoé Modèle", email="zoe@exemple.invalid")
    assert incoming.received_at is not None
    return replace(incoming, received_at=incoming.received_at + timedelta(days=days))


@dataclass(frozen=True, slots=True)
class Backwards(Gesture):
    """A colleague who kept the other one, as when the instants are not known there yet."""

    kept: str
    aside: str

    def make(self, pen: Pen, read: Queries) -> None:
        assert read.is_here(self.kept)
        pen.put("merged", self.aside, kept=self.kept)


def twice(dossier: Dossier) -> tuple[str, str]:
    """Two applications of Zoé, the second imported first; the ids, the earlier first."""
    dossier.do(AddApplication(sent(2, "La nouvelle lettre", days=1)))
    dossier.do(AddApplication(sent(1, "La première lettre")))
    later, earlier = dossier.read.keys()
    return earlier, later


def standings(dossier: Dossier) -> list[Standing]:
    """As the list tells them, which is as the details tell them."""
    read = dossier.read
    told = [application.standing for application in read.applications()]
    assert [line.standing for key in read.listing().keys if (line := read.line(key))] == told
    return told


def test_two_of_one_person_are_shown_as_possible_duplicates(dossier: Dossier) -> None:
    earlier, later = twice(dossier)
    assert standings(dossier) == [Standing.DUPLICATE, Standing.DUPLICATE]
    assert dossier.read.resembling() == {earlier: (later,), later: (earlier,)}


def test_merged_the_earlier_keeps_its_number_and_has_the_documents_of_both_the_newest_first(dossier: Dossier) -> None:
    earlier, later = twice(dossier)
    before = answers(dossier.read)
    dossier.do(Merge(later, earlier))
    kept, aside = dossier.read.application("K-02"), dossier.read.application("K-01")
    assert [document.text for document in kept.documents] == ["La nouvelle lettre", "La première lettre"]
    assert dossier.read.document_bytes(earlier, kept.documents[0].id) == b"La nouvelle lettre"
    assert (kept.merged, aside.merged_into, kept.resembles) == (("K-01",), "K-02", ())
    assert standings(dossier)[0] is Standing.MERGED
    assert dossier.read.rated_applications(Stage.SCREENING) == (earlier,)
    assert not dossier.read.is_rated(later, Stage.SCREENING)
    assert list(dossier.check()) == []
    dossier.undo()
    assert answers(dossier.read) == before


def test_a_document_that_both_have_is_there_once(dossier: Dossier) -> None:
    dossier.do(AddApplication(sent(1, "La même lettre")))
    dossier.do(AddApplication(sent(2, "La même lettre")))
    dossier.do(Merge(*dossier.read.keys()))
    assert len(dossier.read.application("K-01").documents) == 1


def test_taken_apart_later_it_is_as_before(dossier: Dossier) -> None:
    earlier, later = twice(dossier)
    before = answers(dossier.read)
    dossier.do(Merge(earlier, later))
    dossier.do(TakeApart(later))
    assert answers(dossier.read) == before
    with pytest.raises(Refused):
        dossier.do(TakeApart(later))


def test_kept_both_nobody_is_asked_again_except_of_a_third(dossier: Dossier) -> None:
    earlier, later = twice(dossier)
    dossier.do(KeepBoth(later, earlier))
    assert dossier.read.resembling() == {}
    dossier.do(AddApplication(sent(3)))
    third = list(dossier.read.keys())[2]
    assert dossier.read.resembling() == {later: (third,), earlier: (third,), third: (later, earlier)}


def test_what_is_merged_is_not_merged_again(dossier: Dossier) -> None:
    earlier, later = twice(dossier)
    dossier.do(AddApplication(sent(3)))
    third = list(dossier.read.keys())[2]
    dossier.do(Merge(earlier, later))
    for other in (earlier, third):
        with pytest.raises(Refused):
            dossier.do(Merge(other, later))
    with pytest.raises(Refused):
        dossier.do(Merge(earlier, earlier))


def test_two_laptops_that_each_kept_the_other_s_agree_on_one(dossier: Dossier, tmp_path: Path) -> None:
    dossier.do(AddApplication(replace(sent(1), received_at=None)))
    dossier.do(AddApplication(replace(sent(2), received_at=None)))
    one, other = dossier.read.keys()
    copy = tmp_path / "colleague.smes"
    dossier.back_up(copy)
    with Dossier.open(copy, PASSPHRASE, home=tmp_path / "colleague") as colleague:
        dossier.do(Merge(one, other))
        colleague.do(Backwards(kept=other, aside=one))
        for receiver, sender in ((dossier, colleague), (colleague, dossier)):
            receiver.receive(*sender.outgoing())
        assert dossier.read.merged() == colleague.read.merged() == {other: one}
        assert dossier.read.rated_applications(Stage.SCREENING) == (one,)


def test_erasing_one_erases_the_other_that_it_was_merged_with(dossier: Dossier) -> None:
    earlier, later = twice(dossier)
    dossier.do(AddApplication(candidate(3)))
    dossier.do(Merge(earlier, later))
    dossier.do(Erase(later))
    assert list(dossier.read.keys().values()) == ["K-03"]
    assert "Zoé" not in repr(dossier.read.applications())


def test_a_late_one_is_admitted_with_a_reason_or_not_examined(dossier: Dossier) -> None:
    dossier.do(AddApplication(candidate(1)))
    dossier.do(Settle("closes_at", "2022-06-01T12:00+02:00"))
    (one,) = dossier.read.keys()
    assert standings(dossier) == [Standing.LATE]
    with pytest.raises(BadInput):
        dossier.do(Admit(one, examined=True, reason=" "))
    dossier.do(Admit(one, examined=True, reason="Panne du serveur de courriel"))
    assert standings(dossier) == [Standing.EXAMINED]
    assert dossier.read.application("K-01").admitted == "Panne du serveur de courriel"
    dossier.do(Admit(one, examined=False, reason="Trois semaines trop tard"))
    assert standings(dossier) == [Standing.INADMISSIBLE]
    assert dossier.read.application("K-01").reason == "Trois semaines trop tard"
    assert dossier.read.rated_applications(Stage.SCREENING) == ()
    dossier.do(Admit(one, examined=True, reason="Une erreur de notre part"))
    assert dossier.read.rated_applications(Stage.SCREENING) == (one,)


def test_a_person_withdraws_at_the_stage_where_they_are_and_may_come_back(dossier: Dossier) -> None:
    dossier.do(AddApplication(candidate(1)))
    (one,) = dossier.read.keys()
    dossier.do(Decide(one, Stage.SCREENING, Outcome.INVITED))
    dossier.do(Withdraw(one, "Un autre emploi"))
    decided = dossier.read.decided(one, Stage.INTERVIEW)
    assert (decided.outcome, decided.reason) == (Outcome.WITHDRAWN, "Un autre emploi")
    dossier.do(Admit(one, examined=True, reason="Elle revient sur sa décision"))
    assert dossier.read.rated_applications(Stage.INTERVIEW) == (one,)


def test_a_document_that_came_on_paper_is_attached_once_and_the_mail_is_still_known(dossier: Dossier) -> None:
    dossier.do(AddApplication(candidate(1)))
    (one,) = dossier.read.keys()
    for _ in range(2):
        dossier.do(AttachDocuments(one, candidate(1, "Une lettre sur papier").documents))
    assert [d.text for d in dossier.read.documents(one, texts=True)] == [
        "Curriculum de la candidate 1",
        "Une lettre sur papier",
    ]
    assert dossier.read.known_source(candidate(1).fingerprint) == one
