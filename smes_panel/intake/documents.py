"""What a document is and what it says: its format by its content, its kind by name and words, its text."""

from __future__ import annotations

import re

from smes_panel.errors import BadInput
from smes_panel.intake import ocr
from smes_panel.intake.extraction import (
    APART,
    DOC,
    DOCX,
    ENCRYPTED,
    LOCKED,
    MOST_SCANS,
    NO_TEXT,
    ODT,
    OUTLOOK,
    PDF,
    PROTECTED,
    RTF,
    SIGNED,
    TNEF,
    XLSX,
    Extracted,
    Reader,
)
from smes_panel.intake.kinds import kind
from smes_panel.intake.names import plain_name
from smes_panel.intake.plain import GARBLED, capped, decoded, garbled, text_of_html, tidy
from smes_panel.model.application import IncomingDocument

MESSAGE = "message/rfc822"
ZIP = "application/zip"
UNKNOWN = "application/octet-stream"
IMAGES = frozenset(("image/png", "image/jpeg", "image/tiff", "image/heic", "image/gif", "image/webp", "image/bmp"))
# What may be somebody's document when it lies alone in a folder that bears their name.
PAPERS = frozenset((PDF, DOCX, DOC, ODT, RTF, LOCKED)) | IMAGES

_SAYS_ITSELF = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"{\\rtf", RTF),
    (b"%!PS", "application/postscript"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"!BDN", "application/vnd.ms-outlook-pst"),
    (b"\x78\x9f\x3e\x22", TNEF),
)
_INSIDE_OLE = (
    ("__substg1.0_", OUTLOOK),
    ("EncryptedPackage", LOCKED),
    ("WordDocument", DOC),
    ("Workbook", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
)
_INSIDE_ZIP = (
    (b"word/", DOCX),
    (b"xl/", XLSX),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
# ContentInfo of RFC 5652: a sequence, its length in one of BER's forms, and the type of what it holds.
_CMS = re.compile(
    rb"0(?:[\x00-\x80]|[\x81-\x84].{1,4}?)\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07([\x02\x03])", re.DOTALL
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_TEXTS = {"csv": "text/csv", "json": "application/json", "xml": "text/xml", "htm": "text/html", "html": "text/html"}


def media_type(content: bytes, name: str) -> str:
    """The format of a document by its first bytes; its name decides only between texts, which all look alike."""
    head = content[:4096]
    for mark, form in _SAYS_ITSELF:
        if head.startswith(mark):
            return form
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_type(content)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return next(
            (kind for word, kind in _INSIDE_OLE if word.encode("utf-16-le") in content), "application/x-ole-storage"
        )
    if head[4:8] == b"ftyp":
        return "image/heic" if head[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"heim", b"hevc") else "video/mp4"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    if wrapped := _CMS.match(head):
        return SIGNED if wrapped[1] == b"\x02" else ENCRYPTED
    if b"%PDF-" in head[:1024]:
        return PDF
    return _text_type(head, name.rsplit(".", 1)[-1].lower() if "." in name else "")


def _zip_type(content: bytes) -> str:
    # Names stand uncompressed in a ZIP, so a search finds them without trusting its directory.
    if content[30:38] == b"mimetype":
        kind = re.match(rb"application/[a-z.\-]{1,80}", content[38:140])
        if kind:
            return kind.group().decode().removesuffix("-template")
    if b"[Content_Types].xml" in content:
        return next((kind for folder, kind in _INSIDE_ZIP if folder in content), ZIP)
    return ZIP


def _text_type(head: bytes, ending: str) -> str:
    marked = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not head or (
        not marked and sum(1 for byte in head if byte < 9 or 13 < byte < 27 or 27 < byte < 32) > len(head) // 200
    ):
        return UNKNOWN
    text = decoded(head)
    if _HTML.match(text):
        return "text/html"
    if text.lstrip("\ufeff").startswith("<?xml"):
        return "text/xml"
    return _TEXTS.get(ending, "text/plain")


_NO_TEXT = {
    UNKNOWN: "The format of this document is not known: it is kept as received, without its text.",
    ZIP: "This is a ZIP archive: it is kept as received and was not opened.",
    LOCKED: PROTECTED.remark,
    SIGNED: "This is an electronic signature: it is kept as received and was not judged.",
    ENCRYPTED: "The message is encrypted for somebody else's key: ask for it again, not encrypted.",
}
_FORMATS = {OUTLOOK: "Outlook (MSG)", TNEF: "Outlook (winmail.dat)"}


def text_of(content: bytes, media_type: str, reader: Reader) -> Extracted:
    """The text of a document, at most 2 MB of it; what may be hostile is read in the reader's process. Never raises."""
    if not content:
        return Extracted(remark="The document is empty.")
    if media_type in APART:
        return _read_apart(content, media_type, reader)
    if media_type.startswith("text/") or media_type == "application/json":
        source = decoded(content[:8_000_000])
        text = capped(text_of_html(source) if media_type == "text/html" else tidy(source))
        return Extracted(text, GARBLED if garbled(text) else "")
    if media_type in IMAGES:
        return _recognised(content, reader, NO_WORDS)
    if media_type in _NO_TEXT:
        return Extracted(remark=_NO_TEXT[media_type])
    named = _FORMATS.get(media_type, media_type)
    return Extracted(remark=f"The text of this format is not read yet: {named}. The document is kept as received.")


def opened_with(password: str, content: bytes, media_type: str, reader: Reader) -> Extracted:
    """The text of a document that came locked. Raises BadInput where the password does not open it."""
    found = _read_apart(content, media_type, reader, password)
    if found == PROTECTED:
        raise BadInput("This password does not open the document. Nothing was changed.")
    return found


def _read_apart(content: bytes, media_type: str, reader: Reader, password: str = "") -> Extracted:
    found = reader.text_of(content, media_type, password)
    unread = media_type == PDF and found.remark in (NO_TEXT, GARBLED)
    return _recognised(content, reader, found, password) if unread else found


RECOGNISED = "The text was recognised from pictures of the pages (OCR): it may be wrong, look at the page."
RECOGNISED_PARTLY = "Only the first pages were recognised (OCR): the others are not searched, read them."
NO_WORDS = Extracted(remark="No words were recognised in this picture: look at it.")
NO_OCR = Extracted(
    remark="No text was found: a scan or a picture is not searched, as Tesseract (French, Dutch) is not installed here."
)


def _recognised(content: bytes, reader: Reader, otherwise: Extracted, password: str = "") -> Extracted:
    """The text of scanned pages; what was found before where nothing is recognised."""
    engine = ocr.tesseract()
    if engine is None:
        return NO_OCR if otherwise.remark != GARBLED else otherwise
    pages: list[str] = []
    scans = 0
    for scan in reader.scans(content, password):
        scans += 1
        pages.append(ocr.recognised(scan, engine, min(ocr.PAGE_SECONDS, reader.left())).strip())
        if reader.left() <= 0:
            break
    text = capped(tidy("\n\n".join(page for page in pages if page)))
    if not text or garbled(text):
        return otherwise
    whole = scans < MOST_SCANS and reader.left() > 0
    return Extracted(text, RECOGNISED if whole else RECOGNISED_PARTLY)


def says(document: IncomingDocument) -> bool:
    """Whether what was read of a document is taken at its word: nothing is the matter, or it was recognised."""
    return document.remark in ("", RECOGNISED, RECOGNISED_PARTLY)


def incoming(name: str, content: bytes, reader: Reader) -> IncomingDocument:
    """A document on its way in, from the name its sender gave it and its bytes."""
    shown = plain_name(name)
    form = media_type(content, shown)
    found = text_of(content, form, reader)
    return IncomingDocument(shown, kind(shown, found.text, form), form, content, found.text, found.remark)
