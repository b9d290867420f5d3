"""A signing request: readable by one key, whole, and in agreement with its own code."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.errors import RequestRefused
from smes_panel.model.change import canonical
from smes_panel.model.closing import Act, code
from smes_panel.model.decision import LetterKind
from smes_panel.signing import request as room
from smes_panel.signing.request import Enclosed, Opened, Request
from tests.signing.samples import FACTS, SALT, director, flipped, minutes, request, stranger, with_rsa

MAGIC = b"smes-request-1\n"


def enciphered(plain: bytes) -> bytes:
    return bytes(pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(director().card.recipient)]))


def spoilt(spoil: Callable[[dict[str, Any]], object], more: bytes = b"") -> bytes:
    """A request whose head is another, enciphered as it should be."""
    said = json.loads(request().head)
    spoil(said)
    head = canonical(said)
    asked = request()
    files = b"".join((asked.minutes, asked.decision, *(one.content for one in asked.letters)))
    return enciphered(MAGIC + len(head).to_bytes(4, "big") + head + files + more)


def test_a_request_is_read_as_it_was_made() -> None:
    assert Request.opened(request().sealed(director().card), director()) == request()


def test_a_request_opens_for_a_key_of_another_kind_too() -> None:
    assert Request.opened(request().sealed(with_rsa().card), with_rsa()) == request()


def test_a_request_without_letters_is_one() -> None:
    bare = replace(request(), letters=(), persons=())
    assert Request.opened(bare.sealed(director().card), director()) == bare


def test_nothing_of_a_request_is_read_by_who_carries_it() -> None:
    content = request().sealed(director().card)
    for said in (b"%PDF-", b"K-01", b"Poste fictif", request().code.encode(), director().card.recipient.encode()):
        assert said not in content


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(RequestRefused, match="not for the key of Inès"):
        Request.opened(request().sealed(director().card), stranger())


def test_each_thing_that_is_asked_has_its_part_in_the_fingerprint() -> None:
    asked = request()
    others = (
        replace(asked, dossier="77" * 32),
        replace(asked, nonce="77" * 32),
        replace(asked, minutes=minutes() + b"\n"),
        replace(asked, decision=minutes()),
        replace(asked, letters=asked.letters[:1]),
        replace(asked, letters=asked.letters[::-1]),
        replace(asked, persons=()),
    )
    assert len({asked.fingerprint, *(one.fingerprint for one in others)}) == 1 + len(others)


def test_a_bit_of_a_request_refuses_it() -> None:
    content = request().sealed(director().card)
    places = [*range(0, 400, 3), *range(400, len(content), len(content) // 80), *range(len(content) - 40, len(content))]
    for at in places:
        with pytest.raises(RequestRefused):
            Request.opened(flipped(content, at, at % 8), director())


def test_a_request_cut_anywhere_is_refused() -> None:
    content = request().sealed(director().card)
    # age enciphers by pieces of 64 KiB: a cut between two of them is one too.
    start = content.index(b"\n", content.index(b"\n--- ") + 1) + 1 + 16
    cuts = [0, 1, 21, 22, 100, start, *range(start, len(content), 65536 + 16), *range(7, len(content), 9_973)]
    for at in (*cuts, len(content) - 1):
        with pytest.raises(RequestRefused):
            Request.opened(content[:at], director())
    with pytest.raises(RequestRefused):
        Request.opened(content + b"\0", director())


@given(st.binary(max_size=300), st.sampled_from([b"", b"age-encryption.org/v1\n"]))
def test_what_is_no_request_is_refused(content: bytes, begins: bytes) -> None:
    with pytest.raises(RequestRefused):
        Request.opened(begins + content, director())


@given(st.binary(max_size=300), st.sampled_from([b"", MAGIC, MAGIC + b"\0\0\0\2{}"]))
def test_what_a_stranger_enciphers_for_the_card_is_refused_as_well(plain: bytes, begins: bytes) -> None:
    with pytest.raises(RequestRefused):
        Request.opened(enciphered(begins + plain), director())


def _stanzas(count: int) -> bytes:
    one = b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n"
    return b"age-encryption.org/v1\n" + one * count + b"--- " + b"A" * 43 + b"\n" + b"\0" * 100


def test_a_header_that_costs_much_to_refuse_is_refused_before_it_is_tried() -> None:
    # pyrage alone takes 9 s for the second of these and does not end with the third.
    for count in (65, 1_000, 100_000):
        with pytest.raises(RequestRefused, match=r"not enciphered the way|no signing request"):
            Request.opened(_stanzas(count), director())


def test_a_passphrase_in_place_of_a_key_is_refused_before_it_is_tried() -> None:
    for line in (b"-> scrypt c2FsdHNhbHRzYWx0c2FsdA 30", b"->  scrypt c2FsdA 24"):
        content = b"age-encryption.org/v1\n" + line + b"\n" + b"A" * 43 + b"\n--- " + b"A" * 43 + b"\n" + b"\0" * 99
        with pytest.raises(RequestRefused, match="not enciphered the way"):
            Request.opened(content, director())


def test_a_request_in_letters_alone_is_no_request() -> None:
    recipient = pyrage.x25519.Recipient.from_str(director().card.recipient)
    with pytest.raises(RequestRefused, match="no signing request"):
        Request.opened(bytes(pyrage.encrypt(b"x", [recipient], armored=True)), director())


def test_what_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    content = request().sealed(director().card)
    monkeypatch.setattr(room, "LARGEST", 1_000)
    with pytest.raises(RequestRefused, match="does not read"):
        Request.opened(content, director())
    monkeypatch.setattr(room, "_LARGEST_HEAD", 1_000)
    with pytest.raises(RequestRefused, match="larger than"):
        Request.opened(content, director())


def test_a_code_that_is_not_the_code_of_the_facts_is_refused() -> None:
    for wrong in (
        replace(request(), code="00" * 32),
        replace(request(), facts=FACTS[:-1], persons=(), letters=()),
        replace(request(), number=3),
        replace(request(), act=Act.named("screening")),
        replace(request(), act=Act.named("promotion:K-04")),
    ):
        with pytest.raises(RequestRefused, match="not the code of what it says: do not sign"):
            wrong.sealed(director().card)


def test_a_request_that_another_program_makes_is_not_believed_either() -> None:
    changed = [list(one) for one in FACTS]
    changed[1][2] = "Autre poste"
    with pytest.raises(RequestRefused, match="not the code of what it says"):
        Request.opened(spoilt(lambda said: said.update(facts=changed)), director())


def test_what_is_said_of_a_person_is_what_the_code_stands_for() -> None:
    for wrong in (Opened("K-01", SALT, "refused"), Opened("K-01", SALT[::-1], "selected"), Opened("K-09", SALT, "x")):
        with pytest.raises(RequestRefused, match=f"says of {wrong.key} is not what its code stands for"):
            replace(request(), persons=(wrong,)).sealed(director().card)


def test_a_letter_to_somebody_the_code_does_not_know_is_refused() -> None:
    letter = Enclosed("K-09", LetterKind.OFFER, minutes())
    with pytest.raises(RequestRefused, match="a letter to K-09"):
        replace(request(), letters=(letter,)).sealed(director().card)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda said: said.update(more="than known"),
        lambda said: said.pop("nonce"),
        lambda said: said.update(nonce="short"),
        lambda said: said.update(dossier="a\nb"),
        lambda said: said.update(dossier=7),
        lambda said: said.update(number=True),
        lambda said: said.update(number=0),
        lambda said: said.update(number="2"),
        lambda said: said.update(act="everything"),
        lambda said: said.update(act=["interview"]),
        lambda said: said.update(facts={}),
        lambda said: said.update(facts=[[]]),
        lambda said: said.update(facts=[["act", 1]]),
        lambda said: said.update(persons=[["K-01", "00" * 32]]),
        lambda said: said.update(persons=said["persons"] * 2),
        lambda said: said.update(persons=[["K-01", "00", "x"]]),
        lambda said: said["pdf"].pop(),
        lambda said: said["pdf"].append(["offer", "K-01", 0, "00" * 32]),
        lambda said: said["pdf"].reverse(),
        lambda said: said["pdf"][2].__setitem__(0, "love"),
        lambda said: said["pdf"][2].__setitem__(1, ""),
        lambda said: said["pdf"][2].__setitem__(1, "../../etc/passwd-and-more"),
        lambda said: said["pdf"][0].__setitem__(1, "K-01"),
        lambda said: said["pdf"][0].__setitem__(2, -5),
        lambda said: said["pdf"][0].__setitem__(2, 10**30),
        lambda said: said["pdf"][0].__setitem__(3, "00" * 32),
        lambda said: said.update(pdf=[]),
    ],
)
def test_a_head_that_is_otherwise_is_refused(spoil: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(RequestRefused, match="does not read"):
        Request.opened(spoilt(spoil), director())


def test_the_head_as_it_is_reads_and_with_something_after_it_does_not() -> None:
    assert Request.opened(spoilt(lambda _: None), director()) == request()
    with pytest.raises(RequestRefused, match="does not read"):
        Request.opened(spoilt(lambda _: None, b"more"), director())


def test_another_spelling_of_the_same_head_is_refused() -> None:
    head = json.dumps(json.loads(request().head)).encode()
    files = b"".join((minutes(), request().decision, *(one.content for one in request().letters)))
    with pytest.raises(RequestRefused, match="does not read"):
        Request.opened(enciphered(MAGIC + len(head).to_bytes(4, "big") + head + files), director())


def test_a_version_that_is_not_known_says_so() -> None:
    with pytest.raises(RequestRefused, match="another version"):
        Request.opened(enciphered(b"smes-request-2\n" + b"\0" * 50), director())


def test_what_is_no_pdf_is_not_asked() -> None:
    for wrong in (replace(request(), minutes=b"PK\3\4"), replace(request(), decision=b"<html>")):
        with pytest.raises(RequestRefused, match="does not read"):
            wrong.sealed(director().card)


def test_the_code_of_the_sample_is_the_one_of_the_model() -> None:
    assert request().code == code(FACTS)
