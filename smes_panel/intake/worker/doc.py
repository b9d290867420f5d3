"""The text of a Word document of before 2007 (DOC): its pieces in their order ([MS-DOC] 2.4.1, 2.8.35, 2.9.38)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Any

from smes_panel.intake.plain import TEXT_LIMIT
from smes_panel.intake.worker.compound import compound
from smes_panel.intake.worker.parts import Protected

_MAGIC = 0xA5EC
_MAGIC_95 = 0xA5DC
_IN_PIECES = 0x0004
_LOCKED, _SECOND_TABLE = 0x0100, 0x0200
_PACKED = 0x4000_0000
_FIELD = re.compile("([\x13\x14\x15])")
_SIGNS = str.maketrans(
    dict.fromkeys(map(chr, range(32)), "")
    | {"\t": "\t", "\n": "\n", "\r": "\n", "\x07": "\t", "\x0b": "\n", "\x0c": "\n", "\x1e": "-"}
)


def text(content: bytes) -> Iterator[str]:
    """The text of the document, its notes, headers and boxes. Raises Protected, or what damage provokes."""
    with compound(content) as file:
        said = "".join(_pieces(file))
    yield _shown(said).translate(_SIGNS)


def _shown(said: str) -> str:
    """The text without what its fields ask: a field is begun, asks, is parted, shows, is ended, and may hold others."""
    kept: list[str] = []
    asking: list[bool] = []
    # Counted along: fields may lie in one another by the hundred thousand.
    hidden = 0
    for piece in _FIELD.split(said):
        if piece == "\x13":
            asking.append(True)
            hidden += 1
        elif piece in "\x14\x15" and piece:
            hidden -= bool(asking and asking[-1])
            asking[-1:] = [False] if asking and piece == "\x14" else []
        elif not hidden:
            kept.append(piece)
    return "".join(kept)


def _pieces(file: Any) -> Iterator[str]:
    main = file.openstream("WordDocument").read()
    magic = struct.unpack_from("<H", main, 0)[0]
    flags = struct.unpack_from("<H", main, 10)[0]
    if flags & _LOCKED:
        raise Protected
    if magic == _MAGIC_95 and not flags & _IN_PIECES:
        first, last = struct.unpack_from("<II", main, 0x18)
        yield main[first:last].decode("cp1252", "replace")
        return
    if magic != _MAGIC:
        raise ValueError("not a document of Word whose pieces are known")
    table = file.openstream("1Table" if flags & _SECOND_TABLE else "0Table").read()
    start, length = struct.unpack_from("<II", main, 0x01A2)
    listed = _table_of_pieces(table[start : start + length])
    count = (len(listed) - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", listed, 0)
    size = 0
    for number in range(count):
        at = struct.unpack_from("<I", listed, 4 * (count + 1) + 8 * number + 2)[0]
        signs = max(0, ends[number + 1] - ends[number])
        if at & _PACKED:
            at = (at & ~_PACKED) // 2
            piece = main[at : at + signs].decode("cp1252", "replace")
        else:
            piece = main[at : at + 2 * signs].decode("utf-16-le", "replace")
        yield piece
        size += len(piece)
        if size > TEXT_LIMIT:
            return


def _table_of_pieces(clx: bytes) -> bytes:
    """The table of pieces, behind the formattings that stand before it."""
    at = 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at >= len(clx) or clx[at] != 2:
        raise ValueError("no table of pieces")
    length = struct.unpack_from("<I", clx, at + 1)[0]
    return clx[at + 5 : at + 5 + length]
