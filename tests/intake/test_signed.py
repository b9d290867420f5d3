"""Signed mail: what was signed is read as if nothing had wrapped it, and the signature is not judged."""

from __future__ import annotations

import base64
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.intake import mail
from smes_panel.intake.documents import media_type
from smes_panel.intake.extraction import ENCRYPTED, SIGNED
from smes_panel.intake.worker.signed import signed
from smes_panel.model.application import DocumentKind

HEAD = b"From: Yasmina <yasmina@exemple.invalid>\r\nSubject: Candidature\r\nMIME-Version: 1.0\r\n"
PACKED = (
    b'Content-Type: application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"\r\n'
    b'Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="smime.p7m"\r\n\r\n'
)
WRAPPED = (
    b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
    b"Bonjour, voici mon CV.\r\n--x\r\nContent-Type: text/plain\r\n"
    b'Content-Disposition: attachment; filename="CV Yasmina.txt"\r\n\r\nCurriculum vitae\r\n--x--\r\n'
)


@pytest.fixture(scope="module")
def key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def sealed(content: bytes, key: ec.EllipticCurvePrivateKey, *options: pkcs7.PKCS7Options) -> bytes:
    """The content signed by nobody in particular, in DER."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Yasmina Modèle")])
    now = datetime(2022, 6, 21, tzinfo=UTC)
    certificate = x509.CertificateBuilder(name, name, key.public_key(), 7, now, now + timedelta(days=1)).sign(
        key, hashes.SHA256()
    )
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content).add_signer(certificate, key, hashes.SHA256())
    return builder.sign(Encoding.DER, [pkcs7.PKCS7Options.Binary, *options])


def opened(*pieces: bytes) -> bytes:
    """SignedData with every length left open and its bytes in pieces, as programs write that sign as they go."""
    held = b"".join(b"\x04" + bytes([len(piece)]) + piece for piece in pieces)
    octets = b"\xa0\x80\x24\x80" + held + bytes(4)
    data = b"\x30\x80\x02\x01\x01\x31\x00\x30\x80" + bytes.fromhex("06092a864886f70d010701") + octets + bytes(4)
    return b"\x30\x80" + bytes.fromhex("06092a864886f70d010702") + b"\xa0\x80" + data + bytes(4)


def test_a_message_wrapped_in_its_signature_is_read_like_any_other(key: ec.EllipticCurvePrivateKey) -> None:
    found = mail.read_message(HEAD + PACKED + base64.encodebytes(sealed(WRAPPED, key)), "x.eml")
    assert [(one.name, one.kind, one.text) for one in found.documents] == [
        ("Candidature.eml", DocumentKind.MESSAGE, "Bonjour, voici mon CV."),
        ("CV Yasmina.txt", DocumentKind.CV, "Curriculum vitae"),
    ]


def test_a_signature_with_open_lengths_and_pieces_is_read_too() -> None:
    pieces = [WRAPPED[at : at + 100] for at in range(0, len(WRAPPED), 100)]
    found = mail.read_message(HEAD + PACKED + base64.encodebytes(opened(*pieces)), "x.eml")
    assert [one.text for one in found.documents] == ["Bonjour, voici mon CV.", "Curriculum vitae"]


def test_a_document_signed_by_itself_stands_beside_its_signature(key: ec.EllipticCurvePrivateKey) -> None:
    wrapping = sealed(b"Curriculum vitae de Yasmina", key)
    part = PACKED.replace(b"smime.p7m", b"CV.txt.p7m")
    found = mail.read_message(HEAD + part + base64.encodebytes(wrapping), "x.eml")
    assert [(one.name, one.content) for one in found.documents[1:]] == [
        ("CV.txt.p7m", wrapping),
        ("CV.txt", b"Curriculum vitae de Yasmina"),
    ]


def test_a_signature_that_stands_apart_holds_nothing(key: ec.EllipticCurvePrivateKey) -> None:
    assert signed(sealed(WRAPPED, key, pkcs7.PKCS7Options.DetachedSignature)) == b""


def test_an_encrypted_message_says_what_to_ask_for() -> None:
    wrapping = bytes.fromhex("308006092a864886f70d010703a080") + bytes(20)
    found = mail.read_message(HEAD + PACKED + base64.encodebytes(wrapping), "x.eml")
    (document,) = found.documents[1:]
    assert (document.media_type, document.content) == (ENCRYPTED, wrapping)
    assert document.remark == "The message is encrypted for somebody else's key: ask for it again, not encrypted."


def test_a_damaged_signature_is_kept_as_it_came(key: ec.EllipticCurvePrivateKey) -> None:
    cut = sealed(WRAPPED, key)[:-400]
    found = mail.read_message(HEAD + PACKED + base64.encodebytes(cut), "x.eml")
    assert [(one.name, one.media_type, one.content) for one in found.documents[1:]] == [("smime.p7m", SIGNED, cut)]


@given(st.lists(st.binary(max_size=127), max_size=20))
def test_what_was_signed_in_pieces_comes_out_whole(pieces: list[bytes]) -> None:
    assert signed(opened(*pieces)) == b"".join(pieces)
    assert media_type(opened(*pieces), "smime.p7m") == SIGNED


@given(st.binary(max_size=300), st.integers(0, 200))
def test_any_bytes_are_signed_data_or_refused(noise: bytes, at: int) -> None:
    whole = opened(b"x" * 100)
    for content in (noise, whole[:at] + noise + whole[at + len(noise) :], whole[:at]):
        with suppress(ValueError):
            assert isinstance(signed(content), bytes)
