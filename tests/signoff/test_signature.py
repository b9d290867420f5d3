"""The director's signature by files and on paper: what is asked, what is answered, what is refused."""

from __future__ import annotations

import pytest

from smes_panel.dossier import Dossier
from smes_panel.errors import BadInput, Refused, ReplyRefused
from smes_panel.gestures.closing import ReopenAct
from smes_panel.gestures.vacancy import Settle
from smes_panel.model.closing import Verdict
from smes_panel.model.words import Language
from smes_panel.signing.keys import Key
from smes_panel.signing.reply import answer
from smes_panel.signing.request import Request
from smes_panel.signoff import signature
from tests.signoff.conftest import AT, INTERVIEW, SCREENING, closed, signed


def asked(dossier: Dossier, key: Key) -> Request:
    return Request.opened(signature.request(dossier, SCREENING, Language.FR, AT.date()), key)


def entered(dossier: Dossier, key: Key) -> None:
    dossier.do(signature.to_enter(key.card.content, " ".join(key.card.words)))


def test_nothing_is_asked_before_the_act_is_closed_and_a_card_is_entered(dossier: Dossier, director: Key) -> None:
    with pytest.raises(Refused, match="is not closed: there is nothing to sign yet"):
        asked(dossier, director)
    closed(dossier, SCREENING)
    with pytest.raises(Refused, match="No signer’s card was entered"):
        asked(dossier, director)
    with pytest.raises(Refused, match="The four words of this card are others"):
        dossier.do(signature.to_enter(director.card.content, "quatre mots tout autres"))


def test_the_director_sees_the_minutes_the_letters_and_what_the_code_says_of_each_person(
    dossier: Dossier, director: Key
) -> None:
    closed(dossier, SCREENING)
    entered(dossier, director)
    request = asked(dossier, director)
    closing = dossier.read.in_force(SCREENING)
    assert closing is not None
    assert (request.code, request.number) == (closing.code, 1)
    assert {one.kind for one in request.letters} == {"refusal-screening"}
    assert len(request.letters) == 7
    assert len(request.persons) == len(dossier.read.sealed(closing)) == 15


def test_a_signed_reply_is_recorded_with_the_signed_minutes_and_not_twice(dossier: Dossier, director: Key) -> None:
    closed(dossier, SCREENING)
    signed(dossier, director, SCREENING)
    closing = dossier.read.in_force(SCREENING)
    assert closing is not None
    assert closing.signature is not None
    assert (closing.signed, closing.signature.signer) == (True, "Dominique Direction")
    again = answer(director, asked(dossier, director), Verdict.SIGNED, AT)
    with pytest.raises(Refused, match="has answered this code already"):
        dossier.do(signature.to_attach(dossier, again, AT.date()))


def test_a_refusal_to_sign_keeps_the_letters_and_its_reason(dossier: Dossier, director: Key) -> None:
    closed(dossier, SCREENING)
    signed(dossier, director, SCREENING, verdict=Verdict.REFUSED)
    closing = dossier.read.in_force(SCREENING)
    assert closing is not None
    assert closing.signature is not None
    assert (closing.signed, closing.signature.verdict, closing.signature.reason) == (
        False,
        Verdict.REFUSED,
        "une raison",
    )


def test_a_reply_to_what_was_reopened_or_changed_since_is_refused(dossier: Dossier, director: Key) -> None:
    closed(dossier, SCREENING)
    entered(dossier, director)
    reply = answer(director, asked(dossier, director), Verdict.SIGNED, AT)
    dossier.do(Settle("feedback_by", "2022-10-31", "prolongé"))
    with pytest.raises(ReplyRefused, match="other minutes than the dossier makes now"):
        dossier.do(signature.to_attach(dossier, reply, AT.date()))
    dossier.undo()
    chair = dossier.read.panel()[0]
    dossier.do(ReopenAct(SCREENING, chair, "une coquille"))
    with pytest.raises(Refused, match="is not closed"):
        dossier.do(signature.to_attach(dossier, reply, AT.date()))
    closed(dossier, SCREENING)
    with pytest.raises(ReplyRefused):
        dossier.do(signature.to_attach(dossier, reply, AT.date()))


def test_a_reply_by_another_key_is_refused(dossier: Dossier, director: Key) -> None:
    closed(dossier, SCREENING)
    entered(dossier, director)
    other = Key.made("Dominique Direction", AT)
    entered(dossier, other)
    request = asked(dossier, other)
    with pytest.raises(ReplyRefused, match="not made with the card of Dominique Direction"):
        dossier.do(signature.to_attach(dossier, answer(director, request, Verdict.SIGNED, AT), AT.date()))


def test_the_signed_page_on_paper_is_a_pdf_and_names_who_signed(dossier: Dossier) -> None:
    closed(dossier)
    with pytest.raises(BadInput, match="The signed page is a PDF"):
        dossier.do(signature.on_paper(dossier, SCREENING, b"GIF89a", "Dominique Direction"))
    with pytest.raises(BadInput, match="Say who signed"):
        dossier.do(signature.on_paper(dossier, SCREENING, b"%PDF-1.4", " "))
    dossier.do(signature.on_paper(dossier, INTERVIEW, b"%PDF-1.4", "Dominique Direction"))
    closing = dossier.read.in_force(INTERVIEW)
    assert closing is not None
    assert closing.signed
