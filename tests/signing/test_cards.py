"""A signer's card: what its own key made, and nothing else that looks like it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from asn1crypto import x509 as asn1
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.errors import BadInput, CardRefused
from smes_panel.model.change import canonical
from smes_panel.signing.card import Card, claim
from smes_panel.signing.container import to_bytes, to_text
from smes_panel.signing.keys import Key
from tests.signing.samples import AT, director, flipped, stranger, with_rsa


def spoilt(spoil: Callable[[dict[str, str]], object]) -> bytes:
    said = json.loads(director().card.content)
    spoil(said)
    return canonical(said) + b"\n"


@pytest.mark.parametrize("key", [director, with_rsa])
def test_a_card_is_read_as_it_was_made(key: Callable[[], Key]) -> None:
    card = key().card
    assert Card.read(card.content) == card
    assert Card.read(card.content.replace(b"\n", b"\r\n")) == card
    assert card.content.count(b"\n") == 1


def test_a_card_says_a_name_and_nothing_else_of_a_person() -> None:
    from cryptography import x509

    certificate = x509.load_der_x509_certificate(director().card.certificate)
    assert certificate.subject.rfc4514_string() == certificate.issuer.rfc4514_string() == "CN=Inès Voorbeeld-Lefictif"
    assert {type(one.value) for one in certificate.extensions} == {
        x509.BasicConstraints,
        x509.KeyUsage,
        x509.SubjectKeyIdentifier,
    }


def test_two_people_of_one_name_have_other_fingerprints_and_words() -> None:
    assert director().card.name == stranger().card.name
    assert director().card.fingerprint != stranger().card.fingerprint
    assert director().card.words != stranger().card.words


def test_one_bit_of_a_card_refuses_it() -> None:
    content = director().card.content
    for at in range(len(content) - 1):
        with pytest.raises(CardRefused):
            Card.read(flipped(content, at, at % 8))


@given(st.binary(max_size=200))
def test_what_is_no_card_is_refused(content: bytes) -> None:
    with pytest.raises(CardRefused, match="no signer’s card"):
        Card.read(content)


def test_a_file_too_large_is_not_read() -> None:
    with pytest.raises(CardRefused, match="larger than 16 KB"):
        Card.read(b" " * 20_000)


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(CardRefused, match="no signer’s card"):
        Card.read(b"[" * 8_000)


def test_a_key_of_another_takes_no_name_or_recipient() -> None:
    other = stranger().card
    for swapped in (
        spoilt(lambda said: said.update(recipient=other.recipient)),
        spoilt(lambda said: said.update(proof=to_text(other.proof))),
    ):
        with pytest.raises(CardRefused, match="not made by the key"):
            Card.read(swapped)
    with pytest.raises(CardRefused, match="name on this card"):
        Card.read(spoilt(lambda said: said.update(name="Somebody Else")))


def test_a_recipient_that_is_none_is_refused() -> None:
    for recipient in ("", "age1", "ssh-ed25519 AAAA", director().identity):
        said = json.loads(director().card.content) | {"recipient": recipient}
        with pytest.raises(CardRefused, match="no key that can be used"):
            Card.read(canonical(said) + b"\n")


@pytest.mark.parametrize("name", ["", " ", "x" * 65, "A\u202eB", "A\nB".replace("\n", "\x07"), "\u200b"])
def test_a_name_that_cannot_be_shown_makes_no_key(name: str) -> None:
    with pytest.raises(BadInput, match="A signer has a name"):
        Key.made(name, AT)


def test_a_weak_key_makes_no_card_and_is_refused_in_one() -> None:
    with pytest.raises(BadInput, match="P-256, or RSA"):
        Key.made("Ana Verzonnen", AT, rsa.generate_private_key(65537, 1024))
    with pytest.raises(BadInput, match="P-256, or RSA"):
        Key.made("Ana Verzonnen", AT, ec.generate_private_key(ec.SECP384R1()))
    negative = asn1.Certificate.load(director().card.certificate)
    negative["tbs_certificate"]["serial_number"] = -7
    said = to_text(negative.dump(force=True))
    with pytest.raises(CardRefused, match="no key that can be used"):
        Card.read(spoilt(lambda card: card.update(certificate=said)))
    foreign = _certified(ed25519.Ed25519PrivateKey.generate(), "Ana Verzonnen")
    with pytest.raises(CardRefused, match="no key that can be used"):
        Card.read(foreign)


def _certified(key: ed25519.Ed25519PrivateKey, name: str) -> bytes:
    """A card whose own proof would hold, but for a key of a kind that is not taken."""
    from datetime import timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509.oid import NameOID

    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(key.public_key())
    made = made.serial_number(7).not_valid_before(AT).not_valid_after(AT + timedelta(days=9))
    certificate, recipient = made.sign(key, None).public_bytes(Encoding.DER), director().card.recipient
    proof = key.sign(claim(name, certificate, recipient))
    assert to_bytes(to_text(proof)) == proof
    return Card(name, certificate, recipient, proof).content
