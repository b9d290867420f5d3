"""The form of an entry: a canonical header, its signature, and a body under its applicant's key.

The header holds the hash of the body's ciphertext, so a body can be destroyed while the chain stays verifiable, and a
hash of the plain words betrays nothing. A header never holds a value; a body holds the values as they are now and never
those before.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nacl.exceptions import BadSignatureError, CryptoError
from nacl.secret import SecretBox
from nacl.signing import SigningKey, VerifyKey

from smes_panel.model.change import Op, Stroke, canonical
from smes_panel.schema import PRIVATE
from smes_panel.seal import padded, unpadded

VERSION = 1
LONGEST_HEADER = 16 * 1024
_PLACE = {"v": int, "panel": str, "device": str, "stream": str, "seq": int, "prev": str, "seen": dict, "lam": int}
_SENSE = {"roster": int, "gesture": str, "kid": str, "size": int, "hash": str, "at": str}
_FIELDS: Mapping[str, type] = {**_PLACE, **_SENSE}
_HEXADECIMAL = {"device": "[0-9a-f]{64}", "kid": "[0-9a-f]{32}", "hash": "[0-9a-f]{64}", "prev": "([0-9a-f]{64})?"}


@dataclass(frozen=True, slots=True)
class Header:
    """What is signed. `device` is the public key, `kid` names the body's key, `hash` is of its ciphertext: all
    hexadecimal.

    `prev` is the id of the entry before it in the same stream ("" for the first), `seen` the heads of the other shared
    streams, `at` the wall clock, for display only.
    """

    v: int
    panel: str
    device: str
    stream: str
    seq: int
    prev: str
    seen: Mapping[str, Sequence[Any]]
    lam: int
    roster: int
    gesture: str
    applicant: str | None
    kid: str
    size: int
    hash: str
    at: str

    @property
    def private(self) -> bool:
        return self.stream == PRIVATE


@dataclass(frozen=True, slots=True)
class Entry:
    """One immutable line of the journal; `body` is `None` once forgotten or while it has not arrived."""

    header: bytes
    signature: bytes
    body: bytes | None

    @property
    def id(self) -> bytes:
        return hashlib.sha256(self.header).digest()

    def read(self) -> Header:
        """The header's fields. Raises ValueError on anything that is not one."""
        if len(self.header) > LONGEST_HEADER:
            raise ValueError("the header is too long")
        try:
            fields = json.loads(self.header.decode("utf-8"))
        except RecursionError:
            raise ValueError("the header is no header") from None
        if not isinstance(fields, dict) or canonical(fields) != self.header:
            raise ValueError("the header is not canonical")
        for name, kind in _FIELDS.items():
            if not isinstance(fields.get(name), kind) or isinstance(fields.get(name), bool):
                raise ValueError(f"the header has no {name}")
        if "applicant" not in fields or not isinstance(fields["applicant"], str | None):
            raise ValueError("the header's applicant is not a name")
        if not all(re.fullmatch(form, fields[name]) for name, form in _HEXADECIMAL.items()):
            raise ValueError("the header names no device, key or hash")
        if not 0 < fields["seq"] < 2**62 or not 0 < fields["lam"] < 2**62 or fields["stream"] not in (PRIVATE, "1"):
            raise ValueError("the header's place in its stream is not one")
        return Header(**{name: fields[name] for name in (*_FIELDS, "applicant")})

    def genuine(self) -> bool:
        """Whether the header is signed by the device it names, and the body, where there is one, is the one signed
        for.
        """
        try:
            header = self.read()
            VerifyKey(bytes.fromhex(header.device)).verify(self.header, self.signature)
        except (ValueError, TypeError, BadSignatureError):
            return False
        return self.body is None or hashlib.sha256(self.body).hexdigest() == header.hash


def kid_of(key: bytes, applicant: str | None) -> bytes:
    """The name of a key: it says which key opens a body and nothing about the key.

    It holds whom the key is about: a key said to be somebody else's opens nothing, and none outlives its applicant.
    """
    return hashlib.sha256(canonical(["smes-kid-1", applicant, key.hex()])).digest()[:16]


def closed(strokes: Sequence[Stroke], key: bytes, *, private: bool, chance: Callable[[int], bytes]) -> bytes:
    """The body of an entry: its strokes, padded and encrypted. What travels is padded so that its length tells
    nothing.
    """
    plain = canonical([[s.table, list(s.key), s.op.value, dict(s.columns)] for s in strokes])
    filled = len(plain).to_bytes(4, "big") + plain if private else padded(plain)
    return bytes(SecretBox(key).encrypt(filled, chance(SecretBox.NONCE_SIZE)))


def opened(body: bytes, key: bytes) -> tuple[Stroke, ...] | None:
    """The strokes of a body, or `None` where the key does not open it or what is inside is none."""
    try:
        lines = json.loads(unpadded(SecretBox(key).decrypt(body)))
        return tuple(Stroke(str(t), tuple(str(k) for k in key_), Op(op), dict(cols)) for t, key_, op, cols in lines)
    except (CryptoError, ValueError, TypeError, RecursionError):
        return None


def signed(header: Header, body: bytes, signer: SigningKey) -> Entry:
    """The entry of this header and body, signed."""
    fields = {name: getattr(header, name) for name in (*_FIELDS, "applicant")}
    raw = canonical(fields)
    return Entry(raw, bytes(signer.sign(raw).signature), body)
