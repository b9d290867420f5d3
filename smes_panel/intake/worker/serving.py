"""The questions that the reading process answers, one at a time, with less memory than a bomb needs."""

from __future__ import annotations

import contextlib
import os
import warnings
from collections.abc import Callable, Iterator
from importlib import import_module

from smes_panel.intake.child import FRAME
from smes_panel.intake.extraction import (
    AS_MAIL,
    AS_SHEETS,
    DOC,
    DOCX,
    LOCKED,
    NO_TEXT,
    ODT,
    PDF,
    PROTECTED,
    RTF,
    Extracted,
)
from smes_panel.intake.pages import Pages
from smes_panel.intake.plain import GARBLED, TEXT_LIMIT, capped, garbled, tidy
from smes_panel.intake.worker.parts import Protected, Swollen, Unread

# Three processes read at once, and all of an import stays under 1 GiB.
MEMORY = 320 * 1024 * 1024

BROKEN = Extracted(remark="The document is damaged: its text cannot be read.")
SWOLLEN = Extracted(remark="The document unpacks to far more than a document should hold: its text was not read.")
SHORTENED = "The text is very long: only its beginning is searched."

_READERS = {PDF: "pdf", DOCX: "docx", ODT: "odt", DOC: "doc", RTF: "rtf"}


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
        asked, _, password = questions.read(kind).decode().partition("\n")
        content = questions.read(size)
        if asked == AS_MAIL:
            first, second = _as_mail(content), b""
        elif asked.startswith(AS_SHEETS):
            first, second = _as_sheets(content, asked.removeprefix(AS_SHEETS))
        elif "/" in asked:  # a media type asks for the text of the document; anything else is about its pages
            found = text_of(content, asked, password)
            first, second = found.text.encode("utf-8", "ignore"), found.remark.encode()
        else:
            first, second = pages.answer(asked, content, password)
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


def _as_mail(content: bytes) -> bytes:
    """A message in a form of Outlook's as the mail it was, what was signed out of its signature; nothing where it is
    damaged.
    """
    from smes_panel.intake.worker.outlook import as_mail
    from smes_panel.intake.worker.signed import signed

    try:
        return signed(content) if content.startswith(b"0") else as_mail(content)
    except Exception:  # noqa: BLE001 - the last door before the pipe: whatever a parser raises is the document
        return b""


def _as_sheets(content: bytes, form: str) -> tuple[bytes, bytes]:
    from smes_panel.intake.worker.sheets import answer

    return answer(content, form)


def text_of(content: bytes, media_type: str, password: str = "") -> Extracted:
    """The text of one document with what there is to remark; anything a hostile document provokes ends as a remark."""
    pieces: list[str] = []
    length, stopped = 0, None
    try:
        for piece in _pieces(content, media_type, password):
            pieces.append(piece)
            length += len(piece)
            if length > TEXT_LIMIT:
                break
    except (MemoryError, Swollen):
        stopped = SWOLLEN
    except Protected:
        stopped = PROTECTED
    except Unread:
        return Extracted(remark="The text of this kind of document is not read.")
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
    return Extracted(text, "" if text else NO_TEXT)


def _pieces(content: bytes, media_type: str, password: str) -> Iterator[str]:
    if password and media_type in (LOCKED, DOC):
        from smes_panel.intake.documents import media_type as form_of
        from smes_panel.intake.worker.unlocked import unlocked

        content = unlocked(content, password)
        media_type = form_of(content, "")
    named = _READERS.get(media_type)
    if named is None:
        raise Unread
    # Brought in when the first of its kind comes: most imports meet two kinds of documents.
    read: Callable[..., Iterator[str]] = import_module(f"smes_panel.intake.worker.{named}").text
    yield from read(content, password) if media_type == PDF else read(content)
