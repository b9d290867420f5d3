"""From a posting's file to its text: plain, Markdown, HTML, PDF and what word processors write, each within limits."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

import charset_normalizer
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from smes_panel.errors import BadInput
from smes_panel.intake.extraction import DOC, NO_TEXT, ODT, PDF, RTF, Extracted, Reader
from smes_panel.intake.posting.markup import plain_from_html

MAX_BYTES = 10_000_000
MAX_TEXT = 1_000_000

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = "a .txt, .md, .html, .pdf, .docx or .odt file"
_APART = {".odt": ODT, ".doc": DOC, ".rtf": RTF}


def posting_text(path: Path) -> str:
    """The text of the posting in `path`, list items kept as bullets where the file tells them.

    Raises `BadInput` with one sentence when the file is not there, too large, of another kind, or holds no text.
    """
    name = path.name
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        raise BadInput(f"The posting “{name}” was not read ({why}): check the name and try again.") from error
    if len(content) > MAX_BYTES:
        raise BadInput(f"The posting “{name}” is larger than 10 MB and was not read: give the posting alone.")
    suffix = path.suffix.lower()
    if suffix == ".pdf" or content.startswith(b"%PDF-"):
        text = _pdf(content, name)
    elif suffix in _APART:
        text = _apart(content, _APART[suffix], name)
    elif suffix == ".docx":
        text = _docx(content, name)
    elif suffix in (".html", ".htm"):
        text = plain_from_html(_decoded(content, name))
    elif suffix in (".txt", ".md", ".markdown", ".text", ""):
        text = _decoded(content, name)
    else:
        raise BadInput(f"The posting “{name}” is of a kind that is not read: save it as {_KINDS}.")
    if not text.strip():
        raise BadInput(f"The posting “{name}” holds no text (a scan, perhaps): give {_KINDS} with the text in it.")
    return text[:MAX_TEXT]


def _decoded(content: bytes, name: str) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content:
        raise BadInput(f"The posting “{name}” is not a text: give {_KINDS}.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Word's "plain text" is cp1252 here; guessing goes wrong on short texts, so it comes second.
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError:
            guess = charset_normalizer.from_bytes(content).best()
            return str(guess) if guess else content.decode("latin-1")


def _pdf(content: bytes, name: str) -> str:
    found = _read_apart(content, PDF)
    if not found.text and found.remark != NO_TEXT:
        raise BadInput(f"The posting “{name}” does not open as a PDF (damaged or locked): give another copy.")
    return found.text


def _apart(content: bytes, form: str, name: str) -> str:
    found = _read_apart(content, form)
    if not found.text and found.remark != NO_TEXT:
        raise BadInput(f"The posting “{name}” does not open (damaged or locked): save it again, or give {_KINDS}.")
    return found.text


def _read_apart(content: bytes, form: str) -> Extracted:
    # A posting may come from anywhere: what opens it is the process that may be lost.
    with Reader() as reader:
        return reader.text_of(content, form)


def _docx(content: bytes, name: str) -> str:
    damaged = f"The posting “{name}” does not open as a DOCX: save it again, or give {_KINDS}."
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("word/document.xml") as part:
            xml = part.read(MAX_BYTES + 1)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise BadInput(damaged) from error
    if len(xml) > MAX_BYTES:
        raise BadInput(f"The posting “{name}” unfolds to more than 10 MB and was not read: give the posting alone.")
    try:
        body = fromstring(xml)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise BadInput(damaged) from error
    return "\n".join(_paragraph(paragraph) for paragraph in body.iter(f"{_W}p")) + "\n"


def _paragraph(paragraph: Element) -> str:
    words: list[str] = []
    for node in paragraph.iter():
        if node.tag == f"{_W}t":
            words.append(node.text or "")
        elif node.tag in (f"{_W}tab", f"{_W}ptab"):
            words.append(" ")
        elif node.tag in (f"{_W}br", f"{_W}cr"):
            words.append("\n")
        elif node.tag == f"{_W}noBreakHyphen":
            words.append("-")
    text = "".join(words).strip()
    if not text:
        return ""
    style_node = paragraph.find(f"{_W}pPr/{_W}pStyle")
    style = (style_node.get(f"{_W}val") or "").lower() if style_node is not None else ""
    if style.startswith(("heading", "titre", "kop", "title", "titel")):
        return f"\n# {text}\n"
    if style.startswith(("list", "paragraphedeliste", "lijst", "opsomming")) or _numbered(paragraph):
        return f"{'  ' * _depth(paragraph)}- {text}"
    return text


def _numbered(paragraph: Element) -> bool:
    number = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    return number is not None and number.get(f"{_W}val") != "0"


def _depth(paragraph: Element) -> int:
    level = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
    value = level.get(f"{_W}val") if level is not None else None
    return min(int(value), 8) if value and value.isdecimal() else 0
