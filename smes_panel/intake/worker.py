"""The reading process: PDF and DOCX in, text and pages out, under limits; what kills it costs one text or one page."""

from __future__ import annotations

import contextlib
import io
import os
import warnings
import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from smes_panel.intake.child import FRAME
from smes_panel.intake.extraction import DOCX, PDF, Extracted
from smes_panel.intake.pages import Pages
from smes_panel.intake.plain import GARBLED, TEXT_LIMIT, capped, garbled, mended, tidy

MEMORY = 512 * 1024 * 1024
PAGES = 500
ENTRIES = 10_000
PART_LIMIT = 40_000_000
PARTS_LIMIT = 80_000_000

PROTECTED = Extracted(remark="The document is protected by a password: its text cannot be read.")
BROKEN = Extracted(remark="The document is damaged: its text cannot be read.")
EMPTY = "No text was found in this document: it may be a scan, read its pages."
SWOLLEN = Extracted(remark="The document unpacks to far more than a document should hold: its text was not read.")
SHORTENED = "The text is very long: only its beginning is searched."

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"


class Swollen(Exception):
    """A part of the archive that inflates past its limit."""


def serve() -> None:
    """Answers questions on standard input until it closes; standard output belongs to the answers alone."""
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    warnings.simplefilter("ignore")
    _limit()
    pages = Pages()
    answers.write(FRAME.pack(0, 0))
    answers.flush()
    while True:
        head = questions.read(FRAME.size)
        if len(head) < FRAME.size:
            return
        kind, size = FRAME.unpack(head)
        asked, content = questions.read(kind).decode(), questions.read(size)
        if "/" in asked:  # a media type asks for the text of the document; anything else is about its pages
            found = text_of(content, asked)
            first, second = found.text.encode("utf-8", "ignore"), found.remark.encode()
        else:
            first, second = pages.answer(asked, content)
        answers.write(FRAME.pack(len(first), len(second)) + first)
        answers.write(second)
        answers.flush()


def _limit() -> None:
    """Less memory, no file written, no core left behind; Windows has no such limits and relies on the time limit."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def text_of(content: bytes, media_type: str) -> Extracted:
    """The text of one document with what there is to remark; anything a hostile document provokes ends as a remark."""
    read: Callable[[bytes], Iterator[str]] | None = {PDF: _pages, DOCX: _parts}.get(media_type)
    if read is None:
        return Extracted(remark="The text of this kind of document is not read.")
    pieces: list[str] = []
    length, stopped = 0, None
    try:
        for piece in read(content):
            pieces.append(piece)
            length += len(piece)
            if length > TEXT_LIMIT:
                break
    except MemoryError:
        stopped = SWOLLEN
    except Swollen:
        stopped = SWOLLEN
    except Protected:
        stopped = PROTECTED
    except Exception:  # noqa: BLE001 - the last door before the pipe: whatever a parser raises is the document
        stopped = BROKEN
    text = capped(tidy("\n".join(pieces)))
    if stopped and not text:
        return stopped
    if garbled(text):
        return Extracted(text, GARBLED)
    if length > TEXT_LIMIT:
        return Extracted(text, SHORTENED)
    if stopped:
        return Extracted(text, "The document is damaged: only the beginning of its text could be read.")
    return Extracted(text, "" if text else EMPTY)


class Protected(Exception):
    """A document that asks for a password."""


def _pages(content: bytes) -> Iterator[str]:
    import pypdfium2

    try:
        pdf: Any = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Protected from error
        raise
    try:
        for number in range(min(len(pdf), PAGES)):
            try:
                page = pdf[number]
            except pypdfium2.PdfiumError:
                continue
            words = page.get_textpage()
            try:
                yield mended(words.get_text_range(errors="ignore"))
            finally:
                words.close()
                page.close()
    finally:
        pdf.close()


def _parts(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        if len(entries) > ENTRIES:
            raise Swollen
        wanted = sorted((entry for entry in entries if _order(entry.filename) is not None), key=_by_order)
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
                for block in _blocks(archive, entry):
                    read += len(block)
                    if read > PARTS_LIMIT:
                        raise Swollen
                    part.feed(block)
            finally:
                text = part.text()
                # Headers differ for the first, the even and the odd pages, and mostly say the same.
                if text and text not in seen:
                    seen.add(text)
                    yield text


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


def _blocks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    read = 0
    with archive.open(entry) as stream:
        while block := stream.read(65_536):
            read += len(block)
            if read > PART_LIMIT:
                raise Swollen
            yield block


class _Part:
    """One part of a DOCX, read as a stream of events so that neither depth nor length costs memory."""

    def __init__(self) -> None:
        from defusedxml.expatreader import DefusedExpatParser

        self._words = _Words()
        self._parser: Any = DefusedExpatParser(
            namespaceHandling=1, forbid_dtd=True, forbid_entities=True, forbid_external=True
        )
        self._parser.setContentHandler(self._words)

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
