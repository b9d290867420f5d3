"""The public half of a signer's key: a name, a certificate and an age recipient, in a small text file `*.smescard`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from smes_panel.errors import CardRefused
from smes_panel.model.change import canonical
from smes_panel.signing import words
from smes_panel.signing.container import digest, is_line, spelled, to_bytes, to_text

LONGEST_NAME = 64
"""What the common name of a certificate holds (X.520)."""

_SCHEME = "smes-card-1"
_LARGEST = 16 * 1024
_FIELDS = {"smes": str, "name": str, "certificate": str, "recipient": str, "proof": str}


@dataclass(frozen=True, slots=True)
class Card:
    """Who signs: name, certificate (DER), age recipient, and the key's own signature of the three."""

    name: str
    certificate: bytes
    recipient: str
    proof: bytes

    @classmethod
    def read(cls, content: bytes) -> Self:
        """The card in a file, once its key has proved that it made it. Raises CardRefused."""
        if len(content) > _LARGEST:
            raise CardRefused(f"This card is larger than {_LARGEST // 1024} KB and was not read. Ask for it again.")
        try:
            found = spelled(content.rstrip(b"\r\n"), _FIELDS)
            if found["smes"] != _SCHEME:
                raise ValueError("another version")
            name, recipient = str(found["name"]), str(found["recipient"])
            card = cls(name, to_bytes(found["certificate"]), recipient, to_bytes(found["proof"]))
        except ValueError:
            raise CardRefused("This file is no signer’s card, or was altered on its way. Ask for it again.") from None
        card._prove()
        return card

    @property
    def content(self) -> bytes:
        """The file."""
        said = {"certificate": to_text(self.certificate), "proof": to_text(self.proof), "recipient": self.recipient}
        return canonical({"smes": _SCHEME, "name": self.name, **said}) + b"\n"

    @property
    def fingerprint(self) -> str:
        """What tells this card from every other: SHA-256 of what its key signs, 64 hexadecimal signs."""
        return digest(claim(self.name, self.certificate, self.recipient))

    @property
    def words(self) -> tuple[str, ...]:
        """The four words to compare by telephone. Takes about 100 ms the first time."""
        return words.of_card(self.fingerprint)

    def signed(self, signature: bytes, message: bytes) -> bool:
        """Whether the key of this card made this signature of this message."""
        return holds(public_key(self.certificate), signature, message)

    def _prove(self) -> None:
        from pyrage import RecipientError, x25519

        try:
            key = public_key(self.certificate)
            subject = x509.load_der_x509_certificate(self.certificate).subject
            names = [str(one.value) for one in subject.get_attributes_for_oid(NameOID.COMMON_NAME)]
            x25519.Recipient.from_str(self.recipient)
        except (ValueError, TypeError, RecipientError):
            raise CardRefused(
                "This card holds no key that can be used here: P-256, or RSA of 2048 to 4096 bits. Ask for another."
            ) from None
        if names != [self.name] or not is_line(self.name, LONGEST_NAME):
            raise CardRefused("The name on this card is not the one in its certificate. Ask for it again.")
        if not holds(key, self.proof, claim(self.name, self.certificate, self.recipient)):
            raise CardRefused("This card was not made by the key that it shows. Ask for it again.")


def claim(name: str, certificate: bytes, recipient: str) -> bytes:
    """What the key of a card signs to prove that the card is its own."""
    return canonical([_SCHEME, name, to_text(certificate), recipient])


def public_key(certificate: bytes) -> ec.EllipticCurvePublicKey | rsa.RSAPublicKey:
    """The key in a certificate (DER). Raises ValueError for one of a kind or a strength that is not taken."""
    # cryptography only warns of a serial number that no certificate may have.
    if asn1.Certificate.load(certificate, strict=True).serial_number <= 0:
        raise ValueError("a serial number that is none")
    try:
        key = x509.load_der_x509_certificate(certificate).public_key()
    except (x509.InvalidVersion, UnsupportedAlgorithm) as error:
        raise ValueError("a certificate of another kind") from error
    match key:
        case ec.EllipticCurvePublicKey(curve=ec.SECP256R1()):
            return key
        case rsa.RSAPublicKey() if 2048 <= key.key_size <= 4096 and key.public_numbers().e == 65537:
            return key
    raise ValueError("a key of another kind")


def holds(key: ec.EllipticCurvePublicKey | rsa.RSAPublicKey, signature: bytes, message: bytes) -> bool:
    """Whether this key made this signature of this message, over SHA-256."""
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, message, padding.PKCS1v15(), SHA256())
        else:
            key.verify(signature, message, ec.ECDSA(SHA256()))
    except InvalidSignature:
        return False
    return True
