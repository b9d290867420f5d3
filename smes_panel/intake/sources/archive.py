"""A ZIP archive looked at as a folder, in memory and under limits: nothing of it is ever unpacked to the disk."""

from __future__ import annotations

import io
import lzma
import re
import struct
import threading
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from smes_panel.errors import BadInput
from smes_panel.intake.names import plain_line
from smes_panel.intake.sources.node import Node, Sort, by_name, content, is_dropping

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

NESTED = 3
ENTRIES = 50_000
LIST_LIMIT = 16_000_000
# Mail and documents are compressed already: even a mailbox of plain text unpacks to less than this.
TIMES, BESIDE = 30, 200_000_000

_END, _END64 = b"PK\x05\x06", b"PK\x06\x06"
_TAIL = 66_000
_BLOCK = 262_144

DAMAGED = "The archive is damaged: unpack what can be saved of it, and import the folder."
SWOLLEN = "The archive unpacks to far more than an archive should hold: what follows in it was not read."
_BROKEN_INSIDE = "The file is damaged inside its archive and could not be unpacked."
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
LOCKED = "The archive is protected by a password: unpack it and import the folder."
_MANY = f"The archive holds more than {ENTRIES:,} files: unpack it and import its folders one by one."
_DEEP = f"Archives nested more than {NESTED} deep are not opened."


@dataclass(slots=True)
class Budget:
    """How many bytes may still come out of one archive and those inside it, whoever reads them."""

    left: int
    lock: threading.Lock = field(default_factory=threading.Lock)

    def spend(self, count: int) -> None:
        with self.lock:
            self.left -= count
        if self.left < 0:
            raise BadInput(SWOLLEN)


@dataclass(frozen=True, slots=True)
class Zipped:
    """A file or a folder in an archive; a folder knows what lies in it, a file how it is read."""

    label: str
    name: str
    sort: Sort
    nest: int
    budget: Budget
    inside: dict[str, Zipped] = field(default_factory=dict)
    archive: zipfile.ZipFile | None = None
    entry: zipfile.ZipInfo | None = None

    def below(self) -> list[Node]:
        return sorted((node for node in self.inside.values() if not is_dropping(node.name)), key=by_name)

    def size(self) -> int:
        return self.entry.file_size if self.entry is not None else 0

    def opened(self) -> IO[bytes]:
        if self.archive is None or self.entry is None:
            raise BadInput("This is not an ordinary file, and it was not opened.")
        if self.entry.flag_bits & 1:
            raise BadInput(LOCKED)
        try:
            packed = self.archive.open(self.entry)
        except _BROKEN as error:
            raise BadInput(_BROKEN_INSIDE) from error
        return io.BufferedReader(_Unpacking(packed, self.budget), _BLOCK)


class _OnDemand(io.RawIOBase):
    """A file that is open only while a piece of it is read: an archive is needed for as long as anything in it is."""

    def __init__(self, node: Node) -> None:
        super().__init__()
        self._node, self._at, self._size = node, 0, node.size()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        self._at = max(0, offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence])
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer).cast("B")
        with self._node.opened() as stream:
            stream.seek(self._at)
            block = stream.read(len(view))
        self._at += len(block)
        view[: len(block)] = block
        return len(block)


class _Unpacking(io.RawIOBase):
    """The bytes of one entry as they are unpacked, each of them counted, whoever asks for how many."""

    def __init__(self, packed: IO[bytes], budget: Budget) -> None:
        super().__init__()
        self._packed, self._budget = packed, budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer).cast("B")
        try:
            block = self._packed.read(len(view))
        except _BROKEN as error:
            raise BadInput(_BROKEN_INSIDE) from error
        self._budget.spend(len(block))
        view[: len(block)] = block
        return len(block)

    def close(self) -> None:
        self._packed.close()
        super().close()


def is_archive(head: bytes) -> bool:
    """Whether a file begins as ZIP archives do; an office document does too, until its list is read."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def folder_of(node: Node, budget: Budget | None = None) -> Zipped | None:
    """The archive as a folder, or None for what is one document of an office program.

    `budget` is what may come out of it, where more than itself draws on it. Raises BadInput, in one sentence, for what
    is damaged, locked, too deep or too big to be looked into.
    """
    above = node if isinstance(node, Zipped) else None
    nest = above.nest + 1 if above else 1
    if nest > NESTED:
        raise BadInput(_DEEP)
    # What lies in another archive cannot be moved about in: it is held whole, under the limit of a file.
    archive = _listed(io.BytesIO(content(node)) if above else io.BufferedReader(_OnDemand(node), _BLOCK))
    entries = archive.infolist()
    if _is_document(entries):
        return None
    if len(entries) > ENTRIES:
        raise BadInput(_MANY)
    allowed = above.budget if above else budget or Budget(BESIDE + TIMES * node.size())
    top = Zipped(node.label, node.name, Sort.FOLDER, nest, allowed)
    for entry in entries:
        _hang(top, entry, archive)
    return top


def _listed(stream: IO[bytes]) -> zipfile.ZipFile:
    """The archive with its list read, after its own word that the list is not too long to be held."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _TAIL))
    tail = stream.read(_TAIL)
    at, at64 = tail.rfind(_END), tail.rfind(_END64)
    length = LIST_LIMIT + 1
    if at >= 0 and len(tail) >= at + 22:
        length = struct.unpack_from("<I", tail, at + 12)[0]
        if length == 0xFFFF_FFFF and at64 >= 0 and len(tail) >= at64 + 56:
            length = struct.unpack_from("<Q", tail, at64 + 40)[0]
    elif at < 0:
        raise BadInput(DAMAGED)
    if length > LIST_LIMIT:
        raise BadInput(_MANY)
    try:
        return zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, struct.error, OverflowError) as error:
        raise BadInput(DAMAGED) from error


def _is_document(entries: list[zipfile.ZipInfo]) -> bool:
    return any(entry.filename == "[Content_Types].xml" for entry in entries) or (
        bool(entries) and entries[0].filename == "mimetype"
    )


def _hang(top: Zipped, entry: zipfile.ZipInfo, archive: zipfile.ZipFile) -> None:
    """Put an entry where its name says, as long as that is below the top."""
    parts = list(_parts(entry))
    if not parts or len(parts) > 40:
        return
    place = top
    for part in parts if entry.is_dir() else parts[:-1]:
        below = place.inside.get(part)
        if below is None or below.sort is not Sort.FOLDER:
            below = Zipped(f"{place.label}/{part}", part, Sort.FOLDER, top.nest, top.budget)
            place.inside[part] = below
        place = below
    if entry.is_dir():
        return
    name = parts[-1]
    while name in place.inside:  # two entries of one name are two files
        name = f"_{name}"
    place.inside[name] = Zipped(
        f"{place.label}/{name}", name, Sort.FILE, top.nest, top.budget, archive=archive, entry=entry
    )


def _parts(entry: zipfile.ZipInfo) -> Iterator[str]:
    name = entry.filename
    if not entry.flag_bits & 0x800:
        # Some programs write UTF-8 without saying so; read as the old code page it is never UTF-8 by accident.
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = entry.filename
    for part in re.split(r"[/\\]", name):
        shown = plain_line(part)
        if shown.strip(". ") and not re.fullmatch(r"[A-Za-z]:", shown):
            yield shown
