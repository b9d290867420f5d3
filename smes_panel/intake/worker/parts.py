"""The parts of a zipped document, unpacked under limits and read as XML that can ask for nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

ENTRIES = 10_000
PART_LIMIT = 40_000_000
PARTS_LIMIT = 80_000_000
_BLOCK = 65_536


class Swollen(Exception):
    """A document that unpacks past its limit."""


class Protected(Exception):
    """A document that asks for a password."""


class Unread(Exception):
    """A document of a kind whose text nobody reads here."""


def listed(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """What an archive holds. Raises Swollen where that is more than any document holds."""
    entries = archive.infolist()
    if len(entries) > ENTRIES:
        raise Swollen
    return entries


def blocks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of one part, a block at a time, whatever the archive says of its size."""
    read = 0
    with archive.open(entry) as stream:
        while block := stream.read(_BLOCK):
            read += len(block)
            if read > PART_LIMIT:
                raise Swollen
            yield block


def parser(heard: Any) -> Any:
    """A reader of XML that knows no document type, no entity and no other file, and tells `heard` what it meets."""
    from defusedxml.expatreader import DefusedExpatParser

    made = DefusedExpatParser(namespaceHandling=1, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    made.setContentHandler(heard)
    return made
