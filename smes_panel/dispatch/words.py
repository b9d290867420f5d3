"""Words on the lines of a message: every sign comes through as it is, and none begins a line of its own (RFC 2047)."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from urllib.parse import quote

from smes_panel.intake.names import plain_line

_FIRST, _ROOM = 36, 45
"""The bytes of an encoded word: at most 75 signs in a line, the first of which has a field's name before it."""
_PIECE = 50
_PLAIN = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")
_QUOTED = re.compile(r"[ -~]+")


def unstructured(text: str) -> str:
    """A subject as it stands after its colon, in lines of at most 78 signs."""
    text = plain_line(text)
    if _QUOTED.fullmatch(text) and len(text) <= 60 and "=?" not in text:
        return text
    return _encoded(text)


def phrase(name: str) -> str:
    """The name before an address; nothing for nothing."""
    name = plain_line(name)
    if not name:
        return ""
    # Quotation marks are lawful around other signs, and not every reader heeds them.
    if _PLAIN.fullmatch(name) and len(name) <= 60 and "=?" not in name:
        return name
    return _encoded(name)


def mailbox(name: str, address: str) -> str:
    """A name and its address, the address on a line of its own where the name is long."""
    shown = phrase(name)
    return f"{shown}{_FOLD if len(shown) > 40 else ' '}<{address}>" if shown else f"<{address}>"


def parameter(name: str, value: str) -> str:
    """A parameter of a part, on lines of its own where it is outside ASCII or long (RFC 2231)."""
    value = plain_line(value)
    if _QUOTED.fullmatch(value) and len(value) <= 55:
        return f'{name}="' + re.sub(r'(["\\])', r"\\\1", value) + '"'
    pieces = list(_percented(value))
    if len(pieces) == 1:
        return f"{name}*=utf-8''{pieces[0]}"
    first, *others = pieces
    said = [f"{name}*0*=utf-8''{first}", *(f"{name}*{at}*={piece}" for at, piece in enumerate(others, 1))]
    return f";{_FOLD}".join(said)


_FOLD = "\r\n "


def _encoded(text: str) -> str:
    return _FOLD.join(f"=?utf-8?b?{base64.b64encode(piece.encode()).decode()}?=" for piece in _pieces(text))


def _pieces(text: str) -> Iterator[str]:
    """The text cut into what goes into one encoded word each; no sign is cut."""
    piece, left = "", _FIRST
    for sign in text:
        size = len(sign.encode())
        if size > left:
            yield piece
            piece, left = "", _ROOM
        piece, left = piece + sign, left - size
    yield piece


def _percented(value: str) -> Iterator[str]:
    piece = ""
    for sign in value:
        spelt = quote(sign, safe="")
        if piece and len(piece) + len(spelt) > _PIECE:
            yield piece
            piece = ""
        piece += spelt
    yield piece
