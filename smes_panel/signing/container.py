"""One spelling for what travels: canonical JSON that is refused in any other spelling, and binary parts in base64."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping

from smes_panel.model.change import canonical


def spelled(content: bytes, fields: Mapping[str, type]) -> dict[str, object]:
    """The JSON object that `content` spells, with exactly these fields of these types.

    Raises ValueError for anything else, another spelling of the same object included: a file that differs in one byte
    is another file.
    """
    try:
        found = json.loads(content)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(found, dict) or found.keys() != fields.keys() or canonical(found) != content:
        raise ValueError("not the canonical spelling")
    if any(type(found[name]) is not kind for name, kind in fields.items()):
        raise ValueError("not the fields that are expected")
    return found


def to_text(content: bytes) -> str:
    """Bytes as base64."""
    return base64.b64encode(content).decode("ascii")


def to_bytes(text: object) -> bytes:
    """What `to_text` was given. Raises ValueError for every other spelling of the same bytes."""
    if not isinstance(text, str):
        raise ValueError("not a text")
    content = base64.b64decode(text, validate=True)
    if to_text(content) != text:
        raise ValueError("not the canonical base64")
    return content


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def is_digest(text: object) -> bool:
    """Whether a text can be a SHA-256 in hexadecimal."""
    return isinstance(text, str) and len(text) == 64 and not text.strip("0123456789abcdef")


def is_line(text: object, longest: int) -> bool:
    """Whether a text can be shown on one line: printable signs alone, so no line break, no direction override."""
    return isinstance(text, str) and 0 < len(text) <= longest and text.isprintable() and text == text.strip()
