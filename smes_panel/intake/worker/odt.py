"""The text of an OpenDocument text (ODT)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from smes_panel.intake.plain import TEXT_LIMIT
from smes_panel.intake.worker.parts import Protected, blocks, listed, parser

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_MANIFEST = "META-INF/manifest.xml"


def text(content: bytes) -> Iterator[str]:
    """The body, then headers and footers. Raises Swollen, Protected, or what a damaged archive provokes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = {entry.filename: entry for entry in listed(archive)}
        manifest = entries.get(_MANIFEST)
        if manifest is not None and any(b"encryption-data" in block for block in blocks(archive, manifest)):
            raise Protected
        if "content.xml" not in entries:
            raise zipfile.BadZipFile("no document in it")
        for name in ("content.xml", "styles.xml"):
            entry = entries.get(name)
            if entry is None:
                continue
            words = _Words()
            reading: Any = parser(words)
            try:
                for block in blocks(archive, entry):
                    reading.feed(block)
            except SAXException as error:
                raise ValueError("not well formed") from error
            finally:
                yield "".join(words.pieces)


class _Words(ContentHandler):
    """Gathers paragraphs and headings with their tabs, breaks and runs of spaces; what was deleted is passed over."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._size = self._inside = self._skipped = 0
        self._item = False

    def startElementNS(self, name: tuple[str | None, str], _qname: str | None, attrs: Any) -> None:  # noqa: N802
        space, tag = name
        if self._skipped or (space, tag) in ((_TEXT, "tracked-changes"), (_OFFICE, "annotation")):
            self._skipped += 1
        elif space == _TEXT:
            if tag in ("p", "h"):
                self._inside += 1
                if self._item:
                    # A list is one to whoever reads the text, and to whoever looks for its points.
                    self._put("- ")
                self._item = False
            elif tag == "list-item":
                self._item = True
            elif tag == "tab":
                self._put("\t")
            elif tag == "line-break":
                self._put("\n")
            elif tag == "s":
                count = attrs.get((_TEXT, "c"), "1")
                self._put(" " * min(int(count), 80) if count.isascii() and count.isdigit() else " ")

    def endElementNS(self, name: tuple[str | None, str], _qname: str | None) -> None:  # noqa: N802
        space, tag = name
        if self._skipped:
            self._skipped -= 1
        elif space == _TEXT and tag in ("p", "h"):
            self._inside -= 1
            self._put("\n")
        elif space == _TABLE and tag == "table-cell":
            self._put("\t")

    def characters(self, content: str) -> None:
        if self._inside and not self._skipped:
            self._put(content)

    def _put(self, piece: str) -> None:
        # One character more than may be kept, so that the rest is known to be missing.
        kept = piece[: max(0, TEXT_LIMIT + 1 - self._size)]
        self._size += len(kept)
        self.pieces.append(kept)
