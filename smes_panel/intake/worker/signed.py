"""What was signed, out of its signature: a message or document wrapped in CMS SignedData (RFC 5652, in BER).

The signature itself is not judged: who an application is from is what the person says and the panel sees. Only the one
path to the signed bytes is walked; pyasn1 stumbles over the lengths left open that signing programs write there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

_DEPTH = 20
_OPEN = 0x80
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")

Part = tuple[int, int, int]
"""One value of a BER encoding: its tag, where its content begins and where it ends."""


def signed(content: bytes) -> bytes:
    """The bytes that were signed; empty where the signature stands apart from them. Raises ValueError if damaged."""
    try:
        whole = _first(content, 0, len(content))
        # ContentInfo: its type, then the SignedData: version, algorithms, then what was signed: its type and its bytes.
        kind, explicit = _some(content, whole, 2)
        if content[kind[1] - 2 : kind[2]] != _SIGNED_DATA:
            raise ValueError("not SignedData")
        (data,) = _some(content, explicit, 1)
        _version, _algorithms, encapsulated = _some(content, data, 3)
        held = _some(content, encapsulated, 2)
        return b"".join(_octets(content, _some(content, held[1], 1)[0], 0)) if len(held) == 2 else b""
    except IndexError as error:
        raise ValueError("cut short") from error


def _some(content: bytes, part: Part, count: int) -> list[Part]:
    """The first so many values inside another, or as many as there are."""
    return list(islice(_parts(content, part), count))


def _octets(content: bytes, part: Part, depth: int) -> Iterator[bytes]:
    """An octet string, whole or in pieces (X.690, 8.7)."""
    tag, begin, end = part
    if depth > _DEPTH or tag & 0x1F != 4:
        raise ValueError("not octets")
    if not tag & 0x20:
        yield content[begin:end]
        return
    for inner in _parts(content, part):
        yield from _octets(content, inner, depth + 1)


def _parts(content: bytes, part: Part) -> Iterator[Part]:
    at, end = part[1], part[2]
    while at < end:
        one = _first(content, at, end)
        yield one
        at = one[2] + (2 if _is_open(content, at) else 0)


def _is_open(content: bytes, at: int) -> bool:
    return content[at + 1] == _OPEN


def _first(content: bytes, at: int, end: int, depth: int = 0) -> Part:
    """The value that begins at `at`; one whose length is left open ends before two zero bytes (X.690, 8.1.3.6)."""
    if depth > _DEPTH or at + 2 > end or content[at] & 0x1F == 0x1F:
        raise ValueError("no value here")
    length, begin = content[at + 1], at + 2
    if length == _OPEN:
        inner = begin
        while content[inner : inner + 2] != b"\0\0":
            one = _first(content, inner, end, depth + 1)
            inner = one[2] + (2 if _is_open(content, inner) else 0)
        return content[at], begin, inner
    if length > _OPEN:
        count = length - _OPEN
        length, begin = int.from_bytes(content[begin : begin + count]), begin + count
    if begin + length > end:
        raise ValueError("cut short")
    return content[at], begin, begin + length
