"""The seat: one live offer, then the next of the reserve with a reason and a signature of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from smes_panel.dossier import Dossier
from smes_panel.errors import Refused
from smes_panel.gestures.applications import AddApplication
from smes_panel.gestures.closing import NotReadyToClose, ReopenAct
from smes_panel.gestures.decision import Decide
from smes_panel.gestures.offer import AnswerOffer, Promote, TakeBackPromotion
from smes_panel.model.closing import Act, Difference
from smes_panel.model.decision import LetterKind, OfferAnswer, Outcome
from smes_panel.model.vacancy import Stage
from tests.core.panels import (
    PASSPHRASE,
    Clock,
    candidate,
    close,
    deliberated,
    digests,
    leave,
    quick_keys,
    tables,
)

SCREENING, INTERVIEW = Act(Stage.SCREENING), Act(Stage.INTERVIEW)
ACCEPTED, DECLINED, LAPSED, LEFT = OfferAnswer
DAY = date(2022, 7, 20)


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    home = tmp_path / "home"
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, clock=Clock(), home=home) as dossier:
        yield dossier


def final(dossier: Dossier) -> list[str]:
    """Both acts closed and signed, the offer gone; the ids: selected, first and second of the reserve, two refused."""
    ids = deliberated(dossier)
    close(dossier, SCREENING)
    close(dossier, INTERVIEW)
    leave(dossier, ids[0], LetterKind.OFFER, INTERVIEW)
    return ids


def test_the_next_of_the_reserve_follows_only_an_offer_that_ended(dossier: Dossier) -> None:
    selected, first, second, refused, not_invited = final(dossier)
    read = dossier.read
    assert read.live_offer() == selected
    with pytest.raises(Refused, match="The offer to K-01 still stands"):
        dossier.do(Promote(first, "une raison"))
    dossier.do(AnswerOffer(selected, DECLINED, DAY, "un autre emploi"))
    assert (read.live_offer(), read.next_of_reserve()) == (None, first)
    for other in (refused, not_invited, selected):
        with pytest.raises(Refused, match="is not on the reserve list"):
            dossier.do(Promote(other, "une raison"))
    with pytest.raises(Refused, match="The next of the reserve is K-02, not K-03"):
        dossier.do(Promote(second, "une raison"))
    with pytest.raises(Refused, match="Say why"):
        dossier.do(Promote(first, " "))
    dossier.do(Promote(first, "première de la réserve"))
    assert (read.live_offer(), read.seated(), dict(read.promotions())) == (
        first,
        (selected, first),
        {first: "première de la réserve"},
    )


def test_an_accepted_offer_ends_the_search(dossier: Dossier) -> None:
    selected, first, *_ = final(dossier)
    dossier.do(AnswerOffer(selected, ACCEPTED, DAY))
    with pytest.raises(Refused, match="still stands"):
        dossier.do(Promote(first, "une raison"))


def test_the_seat_goes_on_as_an_act_of_its_own_closed_and_signed(dossier: Dossier) -> None:
    selected, first, second, *_ = final(dossier)
    dossier.do(AnswerOffer(selected, LAPSED, DAY))
    dossier.do(Promote(first, "première de la réserve"))
    act = Act(Stage.INTERVIEW, "K-02")
    closing = close(dossier, act)
    assert closing.act == Act.named("promotion:K-02")
    letters = dict(digests(dossier, act))
    assert set(letters) == {first}
    assert dossier.read.changed(closing, letters) == ()
    # The first seal stands as it was, and the new one answers it.
    before = dossier.read.in_force(INTERVIEW)
    assert before is not None
    assert ("after", "", before.code) in closing.facts
    with pytest.raises(Refused, match="offered on from the reserve"):
        dossier.do(ReopenAct(INTERVIEW, dossier.read.panel()[0], "une raison"))
    leave(dossier, first, LetterKind.OFFER, act)
    dossier.do(AnswerOffer(first, DECLINED, DAY))
    assert dossier.read.next_of_reserve() == second
    dossier.do(Promote(second, "seconde de la réserve"))
    assert dossier.read.live_offer() == second


def test_a_proposal_is_closed_only_under_a_signed_final_decision_that_stands(dossier: Dossier) -> None:
    ids = deliberated(dossier)
    close(dossier, SCREENING)
    close(dossier, INTERVIEW, signed=False)
    with pytest.raises(Refused, match="not closed and signed"):
        dossier.do(Promote(ids[1], "une raison"))
    with pytest.raises(NotReadyToClose):
        close(dossier, Act(Stage.INTERVIEW, "K-02"))


def test_whoever_left_the_reserve_is_passed_over(dossier: Dossier) -> None:
    selected, first, second, refused, _ = final(dossier)
    with pytest.raises(Refused, match="is not on the reserve list"):
        dossier.do(AnswerOffer(refused, LEFT, DAY))
    dossier.do(AnswerOffer(first, LEFT, DAY))
    dossier.do(AnswerOffer(selected, DECLINED, DAY))
    with pytest.raises(Refused, match="The next of the reserve is K-03"):
        dossier.do(Promote(first, "une raison"))
    dossier.do(Promote(second, "une raison"))
    with pytest.raises(Refused, match="The seat is offered to K-03: say whether they accept"):
        dossier.do(AnswerOffer(second, LEFT, DAY))


def test_an_answer_waits_for_the_offer_and_is_one(dossier: Dossier) -> None:
    ids = deliberated(dossier)
    close(dossier, SCREENING)
    close(dossier, INTERVIEW)
    for answer in (ACCEPTED, LAPSED):
        with pytest.raises(Refused, match="The offer has not left for K-01 yet"):
            dossier.do(AnswerOffer(ids[0], answer, DAY))
    with pytest.raises(Refused, match="No offer was made to K-04"):
        dossier.do(AnswerOffer(ids[3], ACCEPTED, DAY))
    leave(dossier, ids[0], LetterKind.OFFER, INTERVIEW)
    dossier.do(AnswerOffer(ids[0], ACCEPTED, DAY))
    with pytest.raises(Refused, match="K-01 is accepted already"):
        dossier.do(AnswerOffer(ids[0], DECLINED, DAY))
    dossier.do(AnswerOffer(ids[0], None))
    assert dict(dossier.read.offers()) == {}


def test_an_answer_is_not_taken_back_once_the_seat_was_offered_on(dossier: Dossier) -> None:
    selected, first, *_ = final(dossier)
    dossier.do(AnswerOffer(selected, DECLINED, DAY))
    dossier.do(Promote(first, "une raison"))
    with pytest.raises(Refused, match="The seat was offered to K-02 since"):
        dossier.do(AnswerOffer(selected, None))
    dossier.do(TakeBackPromotion(first))
    dossier.do(AnswerOffer(selected, None))
    assert dossier.read.live_offer() == selected


def test_a_reserve_that_is_over_offers_nobody_the_seat(dossier: Dossier, tmp_path: Path) -> None:
    del tmp_path
    selected, first, *_ = final(dossier)
    dossier.do(AnswerOffer(selected, DECLINED, DAY))
    before = tables(dossier)
    dossier._clock = lambda: Clock()().replace(year=2024)
    with pytest.raises(Refused, match="valid until 2023-12-31"):
        dossier.do(Promote(first, "une raison"))
    assert tables(dossier) == before


def test_no_offer_goes_to_somebody_refused_withdrawn_or_inadmissible(dossier: Dossier) -> None:
    ids = deliberated(dossier)
    dossier.do(AddApplication(candidate(8)))
    extra = list(dossier.read.keys())[5]
    dossier.do(Decide(extra, Stage.SCREENING, Outcome.INADMISSIBLE, "hors délai"))
    for one in (ids[4], extra):
        with pytest.raises(Refused, match="the interview stage has no outcome"):
            dossier.do(Decide(one, Stage.INTERVIEW, Outcome.SELECTED))
    dossier.do(Decide(ids[1], Stage.INTERVIEW, Outcome.WITHDRAWN))
    with pytest.raises(Refused, match="is withdrawn"):
        dossier.do(Decide(ids[1], Stage.INTERVIEW, Outcome.SELECTED))
    with pytest.raises(Refused, match="K-01 is selected already"):
        dossier.do(Decide(ids[2], Stage.INTERVIEW, Outcome.SELECTED))


def test_the_proposal_says_what_was_otherwise_when_it_was_closed(dossier: Dossier) -> None:
    selected, first, *_ = final(dossier)
    dossier.do(AnswerOffer(selected, LAPSED, DAY))
    dossier.do(Promote(first, "première de la réserve"))
    act = Act(Stage.INTERVIEW, "K-02")
    closing = close(dossier, act)
    assert dossier.read.changed(closing, {first: "d’autres mots"}) == (
        Difference("K-02", "letter", "les mots de la lettre", "d’autres mots"),
    )
