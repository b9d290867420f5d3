"""Compound files ([MS-CFB]) as Outlook and old Word write them, made for tests."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFF_FFFF, 0xFFFF_FFFE, 0xFFFF_FFFD

Tree = Mapping[str, "bytes | Tree"]


def compound(tree: Tree) -> bytes:
    """A file with these streams (bytes) and storages (mappings)."""
    entries: list[list[object]] = [["Root Entry", 5, _FREE, b""]]  # name, sort, first child, content
    siblings: dict[int, int] = {}

    def add(below: Tree, parent: int) -> None:
        last = None
        for name, content in below.items():
            at = len(entries)
            entries.append(
                [name, 2 if isinstance(content, bytes) else 1, _FREE, content if isinstance(content, bytes) else b""]
            )
            if last is None:
                entries[parent][2] = at
            else:
                siblings[last] = at
            last = at
            if not isinstance(content, bytes):
                add(content, at)

    add(tree, 0)
    sectors: list[bytes] = []
    fat: list[int] = []

    def laid(content: bytes) -> int:
        first = len(sectors)
        pieces = [content[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(content), _SECTOR)]
        sectors.extend(pieces)
        fat.extend([*range(first + 1, first + len(pieces)), _END])
        return first

    mini, mini_fat = b"", list[int]()
    starts: list[int] = []
    for _name, sort, _child, content in entries:
        assert isinstance(content, bytes)
        if sort != 2 or not content:
            starts.append(_END)
        elif len(content) >= _CUTOFF:
            starts.append(laid(content))
        else:
            first, count = len(mini_fat), -(-len(content) // _MINI)
            mini += content.ljust(count * _MINI, b"\0")
            mini_fat += [*range(first + 1, first + count), _END]
            starts.append(first)
    starts[0] = laid(mini) if mini else _END
    listed = struct.pack(f"<{len(mini_fat)}I", *mini_fat)
    mini_first = laid(listed + b"\xff" * (-len(listed) % _SECTOR)) if listed else _END
    directory = b"".join(
        _entry(str(name), int(str(sort)), siblings.get(number, _FREE), int(str(child)), starts[number], size)
        for number, (name, sort, child, content) in enumerate(entries)
        for size in (len(mini) if number == 0 else len(content) if isinstance(content, bytes) else 0,)
    )
    directory_first = laid(directory + b"\0" * (-len(directory) % _SECTOR))
    count = 1
    while count * 128 < len(fat) + count:
        count += 1
    fat_first = len(sectors)
    whole = [*fat, *[_FAT] * count]
    whole += [_FREE] * (count * 128 - len(whole))
    table = struct.pack(f"<{len(whole)}I", *whole)
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, count, directory_first, 0, _CUTOFF, mini_first, -(-len(listed) // _SECTOR), _END, 0,
    )  # fmt: skip
    places = [*range(fat_first, fat_first + count)]
    assert len(places) <= 109
    return head + struct.pack("<109I", *places, *[_FREE] * (109 - count)) + b"".join(sectors) + table


def _entry(name: str, sort: int, right: int, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII36xIII", written, len(written), sort, 1, _FREE, right, child, start, size, 0
    )  # fmt: skip
