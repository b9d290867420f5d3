"""A signature inside a PDF (PAdES, ETSI EN 319 142-1, baseline B-B): made as an addition at its end, and checked.

Checking reads no PDF. The signature covers every byte but the hole that it lies in; where the hole is stands in the
signed bytes (ISO 32000-1, 12.8.1). What is not signed inside the hole has one spelling, so that no byte of a file can
change unseen. Nothing is fetched: who signed is known by the certificate of a card, not by an authority.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import BytesIO

from asn1crypto import cms, keys, tsp, x509

from smes_panel.errors import SignatureBroken
from smes_panel.signing.card import Card, holds, public_key
from smes_panel.signing.container import digest
from smes_panel.signing.keys import Key

FIELD = "Signature1"

_RANGE = re.compile(rb"/ByteRange\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]")
_HASH = "sha256"
_IDENTIFIED = tsp.SigningCertificateV2
"""How a message names its certificate (RFC 5035). Its module, once imported, has `cms` know the attribute."""
_ALGORITHMS = {"ec": "sha256_ecdsa", "rsa": "sha256_rsa"}


class State(StrEnum):
    """What the signature of a PDF proves."""

    INTACT = "intact"
    """The whole file is as it was signed."""
    ADDED = "added"
    """The file is as it was signed, and something was added at its end afterwards."""
    BROKEN = "broken"
    """The file or the signature was changed, or the signature is of a kind that is not read here."""
    UNSIGNED = "unsigned"
    """There is no signature."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What the last signature of a PDF proves, and with which certificate (DER; empty unless intact or added)."""

    state: State
    certificate: bytes = b""

    @property
    def signer(self) -> str:
        """The name in the certificate, which the signer gave it."""
        return str(x509.Certificate.load(self.certificate).subject.native.get("common_name", ""))

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the certificate, which other programs show too."""
        return digest(self.certificate)

    def by(self, card: Card) -> bool:
        """Whether the certificate is the one of this card."""
        return self.certificate == card.certificate


def sign(content: bytes, key: Key, at: datetime) -> bytes:
    """The same PDF with a signature added at its end; every byte that was there stays. `at` is the time it states.

    The field has no place on a page, which PDF/A-2b allows without an appearance (ISO 19005-2, 6.3.3). Raises
    SignatureBroken for what is no PDF that can be signed.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
    from pyhanko.sign.signers.pdf_byterange import SignatureObject

    try:
        writer = IncrementalPdfFileWriter(BytesIO(content))
        steps = PdfCMSEmbedder(SigFieldSpec(FIELD)).write_cms(FIELD, writer)
        next(steps)
        placeholder = SignatureObject(at, SigSeedSubFilter.PADES, name=key.card.name, bytes_reserved=_room(key))
        steps.send(SigObjSetup(placeholder))
        prepared, output = steps.send(SigIOSetup(_HASH))
        steps.send(_message(prepared.document_digest, key))
    except (PdfError, ValueError, KeyError, TypeError):
        raise SignatureBroken("This is no PDF that can be signed. Nothing was signed.") from None
    return bytes(output.getvalue())


def examined(content: bytes) -> Examined:
    """What the last signature of a PDF proves. Never raises."""
    every = list(_RANGE.finditer(content))
    found = every[-1] if every else None
    if found is None:
        return Examined(State.UNSIGNED)
    before, after, rest = (int(part) for part in found.groups())
    end = after + rest
    hole = content[before:after]
    if not (found.end() < before or found.start() > after) or end > len(content) or len(hole) != after - before:
        return Examined(State.BROKEN)
    try:
        covered = hashlib.sha256(content[:before] + content[after:end]).digest()
        certificate = _certificate(_unwrapped(hole), covered)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return Examined(State.BROKEN)
    return Examined(State.INTACT if end == len(content) else State.ADDED, certificate)


def check(content: bytes, card: Card) -> None:
    """Raises SignatureBroken unless the whole PDF is as the holder of this card signed it."""
    found = examined(content)
    match found.state:
        case State.UNSIGNED:
            raise SignatureBroken("This PDF carries no signature. Ask for the signed one.")
        case State.BROKEN:
            raise SignatureBroken("This PDF was changed after it was signed. Ask for it again.")
        case State.ADDED:
            raise SignatureBroken("Something was added to this PDF after it was signed. Ask for it again.")
    if not found.by(card):
        raise SignatureBroken(f"This PDF is not signed with the key of {card.name}. Compare the four words again.")


def _message(covered: bytes, key: Key) -> cms.ContentInfo:
    """The signature as a CMS message (RFC 5652) with the attributes that PAdES asks for (EN 319 142-1, 6.3)."""
    import asyncio

    from pyhanko.sign.signers.pdf_cms import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    certificate = x509.Certificate.load(key.card.certificate)
    signer = SimpleSigner(certificate, keys.PrivateKeyInfo.load(key.private), SimpleCertificateStore())  # type: ignore[no-untyped-call]
    return asyncio.run(signer.async_sign(covered, _HASH, use_pades=True))


def _room(key: Key) -> int:
    """How many hexadecimal signs to leave for the signature, which is always shorter."""
    return 2 * (2 * len(key.card.certificate) + 2048)


def _unwrapped(hole: bytes) -> bytes:
    """The message in a hole: `<`, hexadecimal signs, `>`, filled up with zeros; ValueError for another spelling."""
    message = bytes.fromhex(hole[1:-1].decode("ascii"))
    if hole not in {b"<%s>" % message.hex().encode(), b"<%s>" % message.hex().upper().encode()}:
        raise ValueError("another spelling")
    size = len(cms.ContentInfo.load(message).dump())
    if message[size:].strip(b"\0"):
        raise ValueError("more than the message")
    return message[:size]


def _certificate(message: bytes, covered: bytes) -> bytes:
    """The certificate whose key signed these bytes (SHA-256). Raises ValueError if none did, or where anything in the
    message that the signature does not cover is otherwise than the one way to say it.
    """
    signed = cms.ContentInfo.load(message, strict=True)["content"]
    (signer,) = signed["signer_infos"]
    (choice,) = signed["certificates"]
    certificate, attributes = choice.chosen, signer["signed_attrs"].untag()
    der, signature = bytes(certificate.dump()), signer["signature"].native
    said = {one["type"].native: one["values"] for one in attributes}
    (typed,), (hashed,), (own,) = (said[one] for one in ("content_type", "message_digest", "signing_certificate_v2"))
    identified = own["certs"][0]
    if (
        hashed.native != covered
        or typed.native != "data"
        or len(said) != len(attributes)
        or not isinstance(own, _IDENTIFIED)
        or identified["hash_algorithm"]["algorithm"].native != _HASH
        or identified["cert_hash"].native != hashlib.sha256(der).digest()
        or message != _spelled(certificate, attributes, signature)
        or not holds(public_key(der), signature, attributes.dump())
    ):
        raise ValueError("not the signature of these bytes")
    return der


def _spelled(certificate: x509.Certificate, attributes: cms.CMSAttributes, signature: bytes) -> bytes:
    """The message of these three: what else is in it has no other way to be."""
    algorithm = {"algorithm": _HASH}
    signer = {
        "version": "v1",
        "sid": {"issuer_and_serial_number": {"issuer": certificate.issuer, "serial_number": certificate.serial_number}},
        "digest_algorithm": algorithm,
        "signed_attrs": attributes,
        "signature_algorithm": {"algorithm": _ALGORITHMS[certificate.public_key.algorithm]},
        "signature": signature,
    }
    content = {
        "version": "v1",
        "digest_algorithms": [algorithm],
        "encap_content_info": {"content_type": "data"},
        "certificates": [certificate],
        "signer_infos": [signer],
    }
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": content}).dump())
