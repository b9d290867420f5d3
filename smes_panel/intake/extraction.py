"""The text of documents that may be hostile, read in a process of its own that can be lost without harm."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from smes_panel.intake.child import SIZE_LIMIT, Child, Reply

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
DOC = "application/msword"
ODT = "application/vnd.oasis.opendocument.text"
RTF = "application/rtf"
OUTLOOK = "application/vnd.ms-outlook"
TNEF = "application/ms-tnef"
SIGNED = "application/pkcs7-mime"
ENCRYPTED = "application/pkcs7-mime; smime-type=enveloped-data"
LOCKED = "application/x-office-encrypted"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
APART = frozenset((PDF, DOCX, DOC, ODT, RTF))
AS_MAIL = "mail"
AS_SHEETS = "sheets "
SECONDS = 20.0
# Of all documents of one item of an import together: thirty that hang must not cost thirty times as much.
ITEM_SECONDS = 15.0
REPLY_LIMIT = 2_100_000
MAIL_LIMIT = 150_000_000
SHEETS_LIMIT = 70_000_000
MOST_PAGES, MOST_SCANS = 1_000, 20
SCAN_LIMIT = 11_000_000


@dataclass(frozen=True, slots=True)
class Scan:
    """A page in greys, one byte a point, row by row."""

    width: int
    height: int
    greys: bytes


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text found in a document; `remark` is one sentence where there is something to know about it."""

    text: str = ""
    remark: str = ""


TOO_LONG = Extracted(remark="Reading the text took too long and was stopped; the document itself is kept as received.")
BROKE = Extracted(remark="The text cannot be read: the document broke its reader; the document itself is kept.")
TOO_BIG = Extracted(remark="The document is too big for its text to be read; the document itself is kept as received.")
NO_TEXT = "No text was found in this document: it may be a scan, read its pages."
PROTECTED = Extracted(remark="The document is protected by a password: its text cannot be read.")
NO_READER = Extracted(remark="The text was not read: the reading process did not start; the document itself is kept.")


def is_locked(media_type: str, remark: str) -> bool:
    """Whether a document waits for its password."""
    return remark == PROTECTED.remark or (media_type == LOCKED and not remark)


class Reader(Child):
    """Reads the text of documents one after the other, in one child process."""

    def __init__(self, seconds: float = SECONDS) -> None:
        super().__init__(seconds)

    def text_of(self, content: bytes, media_type: str, password: str = "") -> Extracted:
        """The text of a document of a kind in `APART`, or of a locked one with its password; never raises for what it
        does, and returns within the limit.
        """
        if len(content) > SIZE_LIMIT:
            return TOO_BIG
        with self._lock:
            if not self._ready():
                return NO_READER
            reply = self._ask(f"{media_type}\n{password}", content, REPLY_LIMIT)
        if reply.lost:
            return TOO_LONG if reply.lost == "late" else BROKE
        return Extracted(reply.head.decode("utf-8", "replace"), reply.body.decode("utf-8", "replace"))

    def scans(self, content: bytes, password: str = "") -> Iterator[Scan]:
        """The pages of a PDF or a picture, drawn one after the other for as long as one asks and time is left."""
        if len(content) > SIZE_LIMIT:
            return
        with self._lock:
            outline = self._ask(f"pages\n{password}", content, MOST_PAGES * 8) if self._ready() else Reply()
        for page in range(min(len(outline.body) // 8, MOST_SCANS)):
            with self._lock:
                # A child that was lost in between has no document open.
                reply = self._ask(f"scan {page}", b"", SCAN_LIMIT) if self._child is not None else Reply()
            if len(reply.head) != 8:
                return
            width, height = struct.unpack("<II", reply.head)
            if width * height != len(reply.body):
                return
            yield Scan(width, height, reply.body)

    def as_mail(self, content: bytes) -> bytes:
        """The mail that a message in a form of Outlook's (`.msg`, `winmail.dat`) was, or that a signature wraps; what
        was signed may also be a document. Empty where that fails.
        """
        if len(content) > SIZE_LIMIT:
            return b""
        with self._lock:
            return self._ask(AS_MAIL, content, MAIL_LIMIT).head if self._ready() else b""

    def as_sheets(self, content: bytes, media_type: str) -> tuple[bytes, str]:
        """The sheets of a workbook (XLSX, ODS) as JSON, and in one word why there are none; never raises."""
        if len(content) > SIZE_LIMIT:
            return b"", "swollen"
        with self._lock:
            if not self._ready():
                return b"", "unread"
            reply = self._ask(AS_SHEETS + media_type, content, SHEETS_LIMIT)
        return (b"", reply.lost) if reply.lost else (reply.head, reply.body.decode("ascii", "replace"))
