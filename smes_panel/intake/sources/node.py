"""What an import finds on its way: files and folders on the disk, and what can be looked at like them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import IO, Protocol

from smes_panel.errors import BadInput

FILE_LIMIT = 100_000_000
HEAD = 20_000
DEPTH = 40

MAILDIR = ("cur", "new")
_DROPPINGS = frozenset(("thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "icon\r"))


class Sort(Enum):
    """What a node is; a link is never followed, and a pipe or a device never opened."""

    FILE = auto()
    FOLDER = auto()
    LINK = auto()
    OTHER = auto()


class Node(Protocol):
    """A thing an import meets. `label` is its path as given, with what was found below it; `name` the last of that.

    What is read may raise OSError, ValueError or, with one sentence for a person, BadInput.
    """

    @property
    def label(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def sort(self) -> Sort: ...

    def below(self) -> list[Node]:
        """What lies in a folder, by name, without what operating systems and programs drop there."""
        ...

    def size(self) -> int: ...

    def opened(self) -> IO[bytes]:
        """The bytes of a file as a stream that can be moved about in."""
        ...


def content(node: Node) -> bytes:
    """All the bytes of a file, at most `FILE_LIMIT` of them."""
    if node.sort is not Sort.FILE:
        raise BadInput("This is not an ordinary file, and it was not opened.")
    if node.size() > FILE_LIMIT:
        raise BadInput(f"The file is bigger than {FILE_LIMIT // 1_000_000} MB and was not read.")
    with node.opened() as stream:
        return stream.read(FILE_LIMIT + 1)[:FILE_LIMIT]


def head(node: Node) -> bytes:
    """The first bytes of a file; none where they cannot be had."""
    if node.sort is not Sort.FILE:
        return b""
    try:
        with node.opened() as stream:
            return stream.read(HEAD)
    except (OSError, ValueError, BadInput):
        return b""


def walked(folder: Node, depth: int = DEPTH) -> Iterator[Node]:
    """Every file below a folder; a folder that cannot be listed holds none."""
    try:
        found = folder.below()
    except (OSError, ValueError):
        return
    for node in found:
        if node.sort is Sort.FILE:
            yield node
        elif node.sort is Sort.FOLDER and depth:
            yield from walked(node, depth - 1)


def by_name(node: Node) -> tuple[str, str]:
    return node.name.casefold(), node.name


def is_dropping(name: str) -> bool:
    """Whether a file is there for a program's sake, by its name."""
    return name.casefold() in _DROPPINGS or name.startswith(("~$", "."))


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A file, a folder, a link or something else on the disk."""

    path: Path
    sort: Sort

    @classmethod
    def named(cls, path: Path) -> OnDisk:
        """What a person named, links followed. Raises OSError where there is nothing."""
        mode = path.stat().st_mode
        return cls(path, Sort.FOLDER if stat.S_ISDIR(mode) else Sort.FILE if stat.S_ISREG(mode) else Sort.OTHER)

    @property
    def label(self) -> str:
        return str(self.path)

    @property
    def name(self) -> str:
        return self.path.name

    def below(self) -> list[Node]:
        with os.scandir(self.path) as found:
            entries = list(found)
        folders = {entry.name for entry in entries if entry.is_dir(follow_symlinks=False)}
        # Beside the messages of a Maildir lie its server's own lists, and in `tmp` what was never delivered.
        is_maildir = folders.issuperset(MAILDIR)
        kept: list[Node] = []
        for entry in entries:
            is_folder = entry.name in folders
            if is_maildir and (not is_folder or entry.name == "tmp"):
                continue
            # A Maildir names its sub-folders ".Name": hidden to the system, but full of mail.
            hidden = is_dropping(entry.name) and not (is_folder and _has_mail(Path(entry.path)))
            if not hidden:
                kept.append(OnDisk(Path(entry.path), _sort(entry)))
        return sorted(kept, key=by_name)

    def size(self) -> int:
        return self.path.stat().st_size

    def opened(self) -> IO[bytes]:
        return self.path.open("rb")


def _has_mail(folder: Path) -> bool:
    return any((folder / name).is_dir() for name in MAILDIR)


def _sort(entry: os.DirEntry[str]) -> Sort:
    if entry.is_symlink():
        return Sort.LINK
    if entry.is_dir(follow_symlinks=False):
        return Sort.FOLDER
    return Sort.FILE if entry.is_file(follow_symlinks=False) else Sort.OTHER
