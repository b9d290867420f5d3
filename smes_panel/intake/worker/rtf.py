"""The text of a Rich Text document (RTF)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

# The bytes of a picture, written as digits: no word of a text, and most of the size of a document that has one.
_PICTURE = re.compile(rb"(?:[0-9a-fA-F]{64,}\s*)+")


def text(content: bytes) -> Iterator[str]:
    """The text of the document. Raises what a damaged document provokes."""
    from striprtf.striprtf import rtf_to_text

    if not content.lstrip().startswith(b"{\\rtf"):
        raise ValueError("not a Rich Text document")
    read: Callable[..., str] = rtf_to_text
    yield read(_PICTURE.sub(b"", content).decode("cp1252", "replace"), errors="replace")
