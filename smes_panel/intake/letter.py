"""The bytes of one message taken apart: its headers, its texts, what is attached, the messages inside it."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.feedparser import BytesFeedParser
from email.message import Message
from email.policy import Compat32
from typing import Any

from smes_panel.errors import BadInput, PanelError
from smes_panel.intake import documents, headers
from smes_panel.intake.enclosed import Looked
from smes_panel.intake.extraction import DOC, DOCX, PDF
from smes_panel.intake.headers import Mailbox
from smes_panel.intake.plain import decoded, text_of_html, tidy

SIZE_LIMIT = 100_000_000
DEPTH_LIMIT = 50
PART_LIMIT = 1_000
HEAD_LIMIT = 1_000_000
LINE_LIMIT = 4_000_000

_SPACED = re.compile(rb"^([!-9;-~]{1,76})[ \t]+(?=:)", re.MULTILINE)
_SIGNATURES = frozenset(("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"))
_CONTROLS = frozenset(("application/pgp-encrypted", "text/x-amp-html", "text/rfc822-headers"))


class _Plain(Compat32):
    """Raw headers as text and nothing cleverer: the standard library's readings raise on what real mail holds."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = sourcelines[0].split(":", 1)
        whole = value + "".join(sourcelines[1:])
        # A thread names its first mail at the beginning and the one that is answered at the end.
        kept = headers.both_ends(whole) if name.lower() == "references" else whole[: headers.HEADER_LIMIT]
        return name, kept.strip()

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002 - the policy calls it by these names
        return value

    def fold_binary(self, name: str, value: str) -> bytes:
        # As it came: folded anew it would be another message, or raise.
        return f"{name}: {value}\n".encode("utf-8", "surrogateescape")


class _Part(Message):
    """A part that knows how deep it lies, so that a nest of messages is refused while it is read."""

    depth = 0

    def attach(self, payload: Any) -> None:
        payload.depth = self.depth + 1
        if payload.depth > DEPTH_LIMIT:
            raise BadInput(f"The message holds parts nested more than {DEPTH_LIMIT} deep and was not read.")
        super().attach(payload)


@dataclass
class Letter:
    """What one message says, gathered while its parts are walked."""

    head: Message
    raw: bytes = b""
    texts: list[str] = field(default_factory=list)
    markup: str = ""
    attached: list[tuple[str, bytes]] = field(default_factory=list)
    images: list[tuple[str, bytes, str]] = field(default_factory=list)
    inner: list[Letter] = field(default_factory=list)
    archives: dict[str, Looked] = field(default_factory=dict)
    joined: list[str] = field(default_factory=list)

    def says(self, name: str) -> str:
        return str(self.head.get(name, "") or "")

    @property
    def subject(self) -> str:
        return headers.words(self.says("subject"))

    @property
    def answers_to(self) -> Mailbox:
        """Who is to be answered; a mailing list names itself here, and is nobody."""
        listed = self.says("list-id") or self.says("list-post") or headers.token(self.says("precedence")) == "list"
        named = () if listed else headers.mailboxes(self.says("reply-to"))
        return named[0] if named else Mailbox()

    @property
    def sender(self) -> Mailbox:
        named = headers.mailboxes(self.says("from")) or headers.mailboxes(self.says("sender"))
        return named[0] if named else Mailbox()

    @property
    def messages(self) -> tuple[str, ...]:
        """The identifiers of this message and of those that it was joined with."""
        return headers.identifiers((self.says("message-id"), *self.joined))

    @property
    def answers(self) -> tuple[str, ...]:
        """The identifiers of the messages that this one says it answers."""
        named = [str(value) for name in ("references", "in-reply-to") for value in self.head.get_all(name, [])[:5]]
        own = self.messages
        return tuple(one for one in headers.identifiers(named) if one not in own)

    @property
    def body(self) -> str:
        plain = tidy("\n\n".join(self.texts))
        # Some programs send a stub ("this message is in HTML") as the plain alternative.
        if len(plain) < 120 and self.markup:
            return max(plain, text_of_html(self.markup), key=len)
        return plain

    @property
    def arrived(self) -> datetime | None:
        """When our side took it in (the topmost `Received` that gives an instant), else when it says it was written."""
        stamps = [*(str(value) for value in self.head.get_all("received", [])[:20]), self.says("date")]
        return next((moment for moment in map(headers.instant, stamps) if moment), None)

    def documents(self) -> Iterator[tuple[str, bytes]]:
        yield from self.attached
        for name, content, mark in self.images:
            if not mark or f"cid:{mark}".lower() not in self.markup.lower():
                yield name, content

    def brings(self) -> bool:
        """Whether it has documents of its own: not signatures in pictures, nor an archive of other messages."""
        return any(
            not documents.media_type(content, name).startswith("image/")
            and not (name in self.archives and self.archives[name].messages and not self.archives[name].documents)
            for name, content in self.documents()
        )


def read_letter(raw: bytes, depth: int) -> Letter:
    if len(raw) > SIZE_LIMIT:
        raise BadInput(f"The message is bigger than {SIZE_LIMIT // 1_000_000} MB and was not read.")
    if raw.count(b"\n") + raw.count(b"\r") > LINE_LIMIT:
        raise BadInput("The message has more lines than any message should and was not read.")
    parts = 0

    def part(policy: Any = None) -> _Part:
        nonlocal parts
        parts += 1
        if parts > PART_LIMIT:
            raise BadInput(f"The message has more than {PART_LIMIT} parts and was not read.")
        made = _Part(policy)
        made.depth = depth if parts == 1 else 0
        return made

    try:
        parser = BytesFeedParser(part, policy=_Plain())
        parser.feed(_mended(raw))
        head = parser.close()
        if not head.keys():
            raise BadInput("This is not an e-mail message: it has no headers.")
        letter = Letter(head, raw)
        _walk(head, letter, depth)
    except PanelError:
        raise
    except RecursionError as error:
        raise BadInput("The message holds parts nested too deep and was not read.") from error
    except Exception as error:  # the standard library's parser raises anything at all on hostile bytes
        raise BadInput(f"The message is damaged and cannot be read ({type(error).__name__}).") from error
    return letter


def _mended(raw: bytes) -> bytes:
    """Without what stands before the first header; and `Subject :` as `Subject:`, which RFC 822 allowed."""
    raw = raw.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    end = re.search(rb"\n\r?\n", raw[:HEAD_LIMIT])
    head = raw[: end.start()] if end else b""
    return _SPACED.sub(rb"\1", head) + raw[len(head) :] if _SPACED.search(head) else raw


def _walk(part: Message, letter: Letter, depth: int) -> None:
    # The parts of a digest are messages without saying so.
    form = headers.token(str(part.get("content-type", "") or "")) or part.get_default_type()
    children = part.get_payload()
    if form.startswith("message/") and isinstance(children, list):
        _walk_message(part, letter, depth)
    elif isinstance(children, list):
        for child in _chosen(form, children):
            _walk(child, letter, depth + 1)
    else:
        _leaf(part, form, letter, depth)


def _chosen(form: str, children: list[Any]) -> list[Message]:
    found = [child for child in children if isinstance(child, Message)]
    return found[:1] if form == "multipart/signed" and len(found) == 2 else found


def _walk_message(part: Message, letter: Letter, depth: int) -> None:
    carried = part.get_payload()
    inner = carried[0] if isinstance(carried, list) and carried else None
    form = headers.token(str(part.get("content-type", "") or "")) or part.get_default_type()
    if not isinstance(inner, Message) or form not in ("message/rfc822", "message/global", "message/news"):
        return
    if not inner.keys():
        # Some programs encode the whole message although RFC 2046 forbids it, and the parser then finds no header.
        content = _bytes(inner, headers.token(str(part.get("content-transfer-encoding", "") or "")))
        if headers.looks_like_message(content):
            letter.inner.append(read_letter(content, depth + 1))
        return
    found = Letter(inner)
    _walk(inner, found, depth + 1)
    letter.inner.append(found)


def _leaf(part: Message, form: str, letter: Letter, depth: int) -> None:
    if form in _SIGNATURES or form in _CONTROLS:
        return
    said = headers.parameters(";" + str(part.get("content-type", "") or "").partition(";")[2])
    laid = str(part.get("content-disposition", "") or "")
    name = headers.parameters(";" + laid.partition(";")[2]).get("filename") or said.get("name", "")
    if not form.startswith("text/"):
        name = name or _last_of(headers.words(str(part.get("content-location", "") or "")))
    attached = headers.token(laid) == "attachment" or bool(name)
    content = _bytes(part, headers.token(str(part.get("content-transfer-encoding", "") or "")))
    if form.startswith("multipart/") and not attached:
        form = "text/plain"  # its boundary is missing: what there is can only be read
    if form.startswith("text/") and not attached and form != "text/calendar":
        text = decoded(content, said.get("charset", ""))
        if form == "text/html":
            letter.markup = letter.markup or text
        elif form == "text/plain" or not letter.texts:
            letter.texts.append(text)
        return
    if form == "text/calendar" and not attached:
        return
    if name.lower().endswith(".eml") and headers.looks_like_message(content):
        letter.inner.append(read_letter(content, depth + 1))
        return
    mark = headers.words(str(part.get("content-id", "") or "")).strip("<> ")
    if form.startswith("image/") and (mark or headers.token(laid) == "inline"):
        letter.images.append((name or f"image.{form.partition('/')[2]}", content, mark))
    elif content.strip() or attached:
        letter.attached.append((name or _nameless(form), content))


def _last_of(place: str) -> str:
    """`Photo25.jpg` of a `Content-Location`; nothing of an address on the web, whose end names a page."""
    return "" if ":" in place else re.split(r"[/\\]", place)[-1]


def _nameless(form: str) -> str:
    ending = {PDF: "pdf", DOCX: "docx", DOC: "doc", "text/plain": "txt", "text/html": "html"}.get(form, "")
    ending = ending or (form.partition("/")[2] if form.startswith("image/") else "")
    return f"document.{ending}" if ending else "document"


def _bytes(part: Message, encoding: str) -> bytes:
    """The bytes of a leaf as its sender had them; what is wrongly encoded is kept as it came."""
    payload = part.get_payload()
    text = payload if isinstance(payload, str) else ""
    if encoding == "base64":
        return _base64(text)
    try:
        content = part.get_payload(decode=True) if part.get("content-transfer-encoding") else None
    except (ValueError, binascii.Error):
        content = None
    return content if isinstance(content, bytes) else text.encode("utf-8", "surrogateescape")


def _base64(text: str) -> bytes:
    raw = text.encode("ascii", "replace")
    try:
        return binascii.a2b_base64(raw)
    except binascii.Error:
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
        letters = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
        return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))
