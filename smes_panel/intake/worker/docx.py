"""The text of a DOCX: its zipped parts read as streams of events, under limits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from smes_panel.intake.plain import TEXT_LIMIT
from smes_panel.intake.worker.parts import PARTS_LIMIT, Protected, Swollen, blocks, listed, parser

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def text(content: bytes) -> Iterator[str]:
    """The text of each part in its order. Raises Swollen, Protected, or what a damaged archive provokes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        wanted = sorted((entry for entry in listed(archive) if _order(entry.filename) is not None), key=_by_order)
        if sum(entry.file_size for entry in wanted) > PARTS_LIMIT:
            raise Swollen
        if any(entry.flag_bits & 1 for entry in wanted):
            raise Protected
        if not any(_order(entry.filename) == 1 for entry in wanted):
            raise zipfile.BadZipFile("no document in it")
        read = 0
        seen: set[str] = set()
        for entry in wanted:
            part = _Part()
            try:
                for block in blocks(archive, entry):
                    read += len(block)
                    if read > PARTS_LIMIT:
                        raise Swollen
                    part.feed(block)
            finally:
                said = part.text()
                # Headers differ for the first, the even and the odd pages, and mostly say the same.
                if said and said not in seen:
                    seen.add(said)
                    yield said


def _by_order(entry: zipfile.ZipInfo) -> tuple[int, str]:
    return _order(entry.filename) or 0, entry.filename


def _order(name: str) -> int | None:
    """Where a part of the archive stands in the text: headers, the document, notes, footers; nothing else is read."""
    folder, _, part = name.lower().lstrip("/").rpartition("/")
    if folder != "word" or not part.endswith(".xml"):
        return None
    for number, begins in enumerate(("header", "document", "footnotes", "endnotes", "footer")):
        if part.startswith(begins):
            return number
    return None


class _Part:
    """One part of a DOCX, read as a stream of events so that neither depth nor length costs memory."""

    def __init__(self) -> None:
        self._words = _Words()
        self._parser: Any = parser(self._words)

    def feed(self, block: bytes) -> None:
        try:
            self._parser.feed(block)
        except SAXException as error:
            raise ValueError("not well formed") from error

    def text(self) -> str:
        return "".join(self._words.pieces)


class _Words(ContentHandler):
    """Gathers `w:t` with its paragraphs, tabs, breaks, cells and text boxes; the fallback copy of a box is skipped."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._size = 0
        self._inside = 0
        self._skipped = 0

    def startElementNS(self, name: tuple[str | None, str], _qname: str | None, _attrs: Any) -> None:  # noqa: N802
        space, tag = name
        if self._skipped or (space == _COMPATIBLE and tag == "Fallback"):
            self._skipped += 1
        elif space in (_W, _W_STRICT):
            if tag == "t":
                self._inside += 1
            elif tag in ("tab", "ptab"):
                self._put("\t")
            elif tag in ("br", "cr", "txbxContent"):
                self._put("\n")
            elif tag == "noBreakHyphen":
                self._put("-")

    def endElementNS(self, name: tuple[str | None, str], _qname: str | None) -> None:  # noqa: N802
        space, tag = name
        if self._skipped:
            self._skipped -= 1
        elif space in (_W, _W_STRICT):
            if tag == "t":
                self._inside -= 1
            elif tag == "p":
                self._put("\n")
            elif tag == "tc":
                self._put("\t")

    def characters(self, content: str) -> None:
        if self._inside and not self._skipped:
            self._put(content)

    def _put(self, piece: str) -> None:
        # One character more than may be kept, so that the rest is known to be missing.
        kept = piece[: max(0, TEXT_LIMIT + 1 - self._size)]
        self._size += len(kept)
        self.pieces.append(kept)
