"""The key of who signs: made once, kept in one file under a passphrase, and never in a dossier."""

from __future__ import annotations

import os
import secrets
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
)
from cryptography.x509.oid import NameOID
from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id
from nacl.secret import SecretBox

from smes_panel.errors import BadInput, FileExists, KeyDamaged, KeyLocked, PlaceReadOnly
from smes_panel.model.change import canonical
from smes_panel.signing.card import LONGEST_NAME, Card, claim, public_key
from smes_panel.signing.container import is_line, spelled, to_bytes, to_text

YEARS = 30
"""How long a certificate says that it holds; nothing here ends with it."""

SHORTEST_PASSPHRASE = 12
"""In characters: whoever copies the file can try passphrases without end."""

Private = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

_SCHEME = "smes-key-1"
_LARGEST = 64 * 1024
# Argon2id, 256 MiB, about half a second. Fixed by the scheme: a file cannot ask for more.
_OPERATIONS, _MEMORY, _SALT = 3, 256 * 2**20, 16


@dataclass(frozen=True, slots=True)
class Key:
    """A signer's key in memory: the card, the private key (PKCS #8, DER) and the age identity that opens requests."""

    card: Card
    private: bytes = field(repr=False)
    identity: str = field(repr=False)

    @classmethod
    def made(cls, name: str, at: datetime, private: Private | None = None) -> Self:
        """A new key for who signs under this name: P-256, or a key of one's own (P-256 or RSA). Raises BadInput."""
        from pyrage import x25519

        name = " ".join(unicodedata.normalize("NFC", name).split())
        if not is_line(name, LONGEST_NAME):
            raise BadInput(f"A signer has a name of 1 to {LONGEST_NAME} characters. No key was made.")
        key = ec.generate_private_key(ec.SECP256R1()) if private is None else private
        certificate = _certificate(name, key, at)
        identity = x25519.Identity.generate()
        recipient = str(identity.to_public())
        proof = _signature(key, claim(name, certificate, recipient))
        plain = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        return cls(Card(name, certificate, recipient, proof), plain, str(identity))

    def sign(self, message: bytes) -> bytes:
        """The signature of a message: ECDSA over SHA-256 in DER, or RSA PKCS #1."""
        return _signature(_private(self.private), message)

    def locked(self, passphrase: str) -> bytes:
        """The file that keeps this key, `*.smeskey`. Raises BadInput for a passphrase too short."""
        if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
            raise BadInput(
                f"The passphrase of a signer’s key has at least {SHORTEST_PASSPHRASE} characters. Nothing was written."
            )
        plain = canonical([to_text(self.private), self.identity, self.card.content.decode()])
        salt = secrets.token_bytes(_SALT)
        box = bytes(SecretBox(_stretched(passphrase, salt)).encrypt(plain))
        return canonical({"smes": _SCHEME, "salt": to_text(salt), "box": to_text(box)}) + b"\n"

    @classmethod
    def unlocked(cls, content: bytes, passphrase: str) -> Self:
        """The key in a file. Raises KeyLocked for a wrong passphrase, KeyDamaged for what is no such file."""
        damaged = KeyDamaged("This file is no signer’s key, or it is damaged. Take the copy that you keep of it.")
        try:
            if len(content) > _LARGEST:
                raise ValueError("too large")
            found = spelled(content.rstrip(b"\r\n"), {"smes": str, "salt": str, "box": str})
            salt, box = to_bytes(found["salt"]), to_bytes(found["box"])
            if found["smes"] != _SCHEME or len(salt) != _SALT or len(box) < SecretBox.NONCE_SIZE + SecretBox.MACBYTES:
                raise ValueError("another version")
        except ValueError:
            raise damaged from None
        try:
            plain = SecretBox(_stretched(passphrase, salt)).decrypt(box)
        except CryptoError:
            raise KeyLocked(
                "The passphrase does not open this key, or the file is damaged: the two cannot be told apart. "
                "Nothing was changed."
            ) from None
        return cls._of(plain, damaged)

    @classmethod
    def _of(cls, plain: bytes, damaged: KeyDamaged) -> Self:
        import json

        from pyrage import IdentityError, x25519

        try:
            private, identity, card = json.loads(plain)
            key = cls(Card.read(card.encode()), to_bytes(private), identity)
            ours = _raw(_private(key.private).public_key()) == _raw(public_key(key.card.certificate))
            opens = str(x25519.Identity.from_str(identity).to_public()) == key.card.recipient
        except (ValueError, TypeError, AttributeError, UnsupportedAlgorithm, IdentityError):
            raise damaged from None
        if not (ours and opens):
            raise damaged
        return key


def keep(path: Path, content: bytes) -> None:
    """Puts a key in place whole or not at all, readable by its owner alone, and never over another file. Raises
    FileExists or PlaceReadOnly.
    """
    waiting = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        if path.exists():
            raise FileExists(f"{path} exists already. Nothing was written; choose another name.")
        descriptor = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        waiting.rename(path)
        if os.name == "posix":
            folder = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
    except OSError as error:
        raise PlaceReadOnly(
            f"{path.parent} cannot be written to ({error.strerror}). Nothing was written; choose a folder of yours."
        ) from None
    finally:
        with suppress(OSError):
            waiting.unlink(missing_ok=True)


def _certificate(name: str, key: Private, at: datetime) -> bytes:
    """A certificate that the key makes for itself: it says a name and nothing else of the person."""
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    public = key.public_key()
    usage = {
        "digital_signature": True,
        "content_commitment": True,
        "key_encipherment": False,
        "data_encipherment": False,
        "key_agreement": False,
        "key_cert_sign": False,
        "crl_sign": False,
        "encipher_only": False,
        "decipher_only": False,
    }
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + timedelta(days=YEARS * 365.25))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**usage), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(key, SHA256())
    )
    der = made.public_bytes(Encoding.DER)
    try:
        public_key(der)
    except ValueError:
        raise BadInput("A signer’s key is P-256, or RSA of 2048 to 4096 bits. No key was made.") from None
    return der


def _private(content: bytes) -> Private:
    key = load_der_private_key(content, password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise ValueError("a key of another kind")
    return key


def _signature(key: Private, message: bytes) -> bytes:
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(message, padding.PKCS1v15(), SHA256())
    return key.sign(message, ec.ECDSA(SHA256()))


def _raw(key: ec.EllipticCurvePublicKey | rsa.RSAPublicKey) -> bytes:
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _stretched(passphrase: str, salt: bytes) -> bytes:
    # The same accents typed on two systems are the same passphrase.
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return argon2id.kdf(SecretBox.KEY_SIZE, typed, salt, opslimit=_OPERATIONS, memlimit=_MEMORY)
