"""The text of a Rich Text document (RTF)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

# The bytes of a picture, written as digits: no word of a text, and most of the size of a document that has one.
_PICTURE = re.compile(rb"(?:[0-9a-fA-F]{64,}\s*)+")
# striprtf looks for the names of fonts in a way that takes the cube of a table in which none ends. Nothing of that
# table is text: ends may be put in.
_LONG = re.compile(r"(?=\})|[^\n}]{200}")


def text(content: bytes) -> Iterator[str]:
    """The text of the document. Raises what a damaged document provokes."""
    from striprtf.striprtf import font_table_group, rtf_to_text

    if not content.lstrip().startswith(b"{\\rtf"):
        raise ValueError("not a Rich Text document")
    read: Callable[..., str] = rtf_to_text
    fonts_in: Callable[[str], str] = font_table_group
    plain = _PICTURE.sub(b"", content).decode("cp1252", "replace")
    fonts = fonts_in(plain)
    yield read(plain.replace(fonts, _LONG.sub(r"\g<0>;\n", fonts), 1) if fonts else plain, errors="replace")
