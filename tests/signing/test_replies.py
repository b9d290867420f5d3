"""The signed reply: what one key said of one request, and of no other."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta, timezone
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.errors import BadInput, ReplyRefused
from smes_panel.model.change import canonical
from smes_panel.model.closing import Act, Closing, Verdict
from smes_panel.model.words import Language
from smes_panel.signing import pades
from smes_panel.signing.container import digest, to_text
from smes_panel.signing.keys import Key
from smes_panel.signing.reply import Reply, answer, joined, parted
from tests.signing.samples import AT, FACTS, director, flipped, minutes, request, stranger, with_rsa


@cache
def signed() -> bytes:
    return answer(director(), request(), Verdict.SIGNED, AT)


@cache
def refused() -> bytes:
    return answer(director(), request(), Verdict.REFUSED, AT, "Le motif de K-04 « ne dit rien ».\nÀ revoir.")


def closing(**otherwise: Any) -> Closing:
    asked = request()
    return replace(Closing(asked.act, asked.number, asked.code, FACTS, AT, "Nora Proef"), **otherwise)


@pytest.mark.parametrize("key", [director, with_rsa])
def test_a_reply_is_read_as_it_was_given(key: Callable[[], Key]) -> None:
    reply, pdf = Reply.read(answer(key(), request(), Verdict.SIGNED, AT), key().card)
    assert reply == Reply(
        dossier=request().dossier,
        act="interview",
        number=2,
        code=request().code,
        verdict="signed",
        reason="",
        at="2026-09-14T15:30:00+00:00",
        signer=key().card.fingerprint,
        request=request().fingerprint,
        minutes=digest(minutes()),
        size=len(minutes()),
        enclosed=digest(pdf),
    )
    assert reply.instant == AT
    assert pdf.startswith(minutes())
    pades.check(pdf, key().card)
    reply.answers(request().dossier, closing(), minutes())


def test_a_refusal_is_signed_with_its_reason_and_encloses_nothing() -> None:
    reply, pdf = Reply.read(refused(), director().card)
    assert (reply.verdict, reply.reason) == ("refused", "Le motif de K-04 « ne dit rien ».\nÀ revoir.")
    assert (reply.enclosed, pdf) == ("", b"")
    reply.answers(request().dossier, closing(), minutes())


def test_a_refusal_without_a_reason_is_none() -> None:
    with pytest.raises(BadInput, match="A refusal to sign carries its reason"):
        answer(director(), request(), Verdict.REFUSED, AT, "  ")
    with pytest.raises(BadInput, match="at most 2000"):
        answer(director(), request(), Verdict.REFUSED, AT, "x" * 2001)
    with pytest.raises(BadInput, match="signed or refused"):
        answer(director(), request(), Verdict.DELEGATED, AT)


def test_the_instant_keeps_its_offset() -> None:
    brussels = AT.astimezone(timezone(timedelta(hours=2)))
    reply, _ = Reply.read(answer(director(), request(), Verdict.REFUSED, brussels, "x"), director().card)
    assert reply.at == "2026-09-14T17:30:00+02:00"


def test_one_bit_of_a_refusal_refuses_it_wherever_it_is() -> None:
    for at in range(len(refused())):
        for bit in range(8):
            with pytest.raises(ReplyRefused):
                Reply.read(flipped(refused(), at, bit), director().card)


def test_one_bit_of_a_signed_reply_refuses_it() -> None:
    content = signed()
    start = content.index(b'"minutes":"') + 11
    end = content.index(b'"', start)
    places = {*range(start), *range(start, end, 211), *range(end - 9_000, end, 67), *range(end - 5, len(content))}
    for at in sorted(places):
        with pytest.raises(ReplyRefused):
            Reply.read(flipped(content, at, at % 8), director().card)


def test_a_reply_cut_or_prolonged_is_refused() -> None:
    for at in range(len(refused())):
        with pytest.raises(ReplyRefused):
            Reply.read(refused()[:at], director().card)
    for more in (b"\n", b" ", b"\0", refused()):
        with pytest.raises(ReplyRefused):
            Reply.read(refused() + more, director().card)


@given(st.binary(max_size=200))
def test_what_is_no_reply_is_refused(content: bytes) -> None:
    with pytest.raises(ReplyRefused, match="no signed reply"):
        Reply.read(content, director().card)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(sorted(json.loads(refused())["said"])), json_values)
def test_a_field_that_says_anything_else_is_refused(name: str, value: object) -> None:
    said = json.loads(refused())
    if said["said"][name] != value:
        said["said"][name] = value
        with pytest.raises(ReplyRefused):
            Reply.read(canonical(said), director().card)


def test_a_key_that_signs_nonsense_is_not_believed() -> None:
    """The signature holds, and what it is under says nothing that can be."""
    good = json.loads(refused())["said"]
    for name, value in (
        ("verdict", "delegated"),
        ("verdict", "maybe"),
        ("reason", " "),
        ("reason", "x" * 2001),
        ("at", "2026-09-14T15:30:00"),
        ("at", "yesterday"),
        ("number", 0),
        ("number", True),
        ("size", -1),
        ("act", "everything"),
        ("code", "00"),
        ("enclosed", "00"),
    ):
        said = {**good, name: value}
        signature = director().sign(canonical(["smes-reply-1", said]))
        statement = canonical({"smes": "smes-reply-1", "said": said, "signature": to_text(signature)})
        with pytest.raises(ReplyRefused, match="no signed reply"):
            Reply.read(joined(statement, b""), director().card)


def test_a_reply_of_another_key_is_refused() -> None:
    with pytest.raises(ReplyRefused, match="not made with the card of Inès"):
        Reply.read(signed(), stranger().card)
    said = json.loads(refused())
    said["signature"] = to_text(stranger().sign(Reply(**said["said"]).signed))
    with pytest.raises(ReplyRefused, match="The signature of this reply"):
        Reply.read(canonical(said), director().card)


def test_a_reply_answers_one_closing_of_one_dossier() -> None:
    reply, _ = Reply.read(signed(), director().card)
    with pytest.raises(ReplyRefused, match="another dossier"):
        reply.answers("77" * 32, closing(), minutes())
    with pytest.raises(ReplyRefused, match="closing 2 of interview, not closing 3 of interview"):
        reply.answers(request().dossier, closing(number=3), minutes())
    with pytest.raises(ReplyRefused, match="closing 2 of interview, not closing 2 of screening"):
        reply.answers(request().dossier, closing(act=Act.named("screening")), minutes())
    with pytest.raises(ReplyRefused, match="and the closing stands under 0000 0000 0000 0000"):
        reply.answers(request().dossier, closing(code="00" * 32), minutes())
    with pytest.raises(ReplyRefused, match="other minutes"):
        reply.answers(request().dossier, closing(), minutes(Language.NL))


def test_minutes_signed_elsewhere_do_not_come_with_this_reply() -> None:
    statement, _ = parted(signed())
    other = pades.sign(minutes(Language.NL), director(), AT)
    for pdf in (b"", other, minutes(), pades.sign(minutes(), director(), AT)):
        with pytest.raises(ReplyRefused, match="not those that this reply speaks of"):
            Reply.checked(statement, pdf, director().card)


def test_minutes_that_somebody_else_signed_or_that_are_others_are_refused_though_the_statement_names_them() -> None:
    good = json.loads(signed())["said"]
    for pdf, why in (
        (pades.sign(minutes(), stranger(), AT), "not signed with the key of Inès"),
        (pades.sign(minutes(Language.NL), director(), AT), "not the minutes that were seen"),
        (minutes(), "carries no signature"),
        (pades.sign(minutes(), director(), AT) + b"\n", "added to this PDF"),
    ):
        said = {**good, "enclosed": digest(pdf)}
        signature = director().sign(canonical(["smes-reply-1", said]))
        statement = canonical({"smes": "smes-reply-1", "said": said, "signature": to_text(signature)})
        with pytest.raises(ReplyRefused, match=why):
            Reply.read(joined(statement, pdf), director().card)


def test_a_statement_is_kept_apart_from_the_minutes_and_proves_as_much() -> None:
    statement, pdf = parted(signed())
    assert joined(statement, pdf) == signed()
    assert Reply.checked(statement, pdf, director().card) == Reply.read(signed(), director().card)[0]
    assert len(statement) < 2_000
