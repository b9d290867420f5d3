"""What the headers of a message say, whatever their state: no function here raises, and none trusts what it reads."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import unquote_to_bytes

from smes_panel.intake.names import plain_line
from smes_panel.intake.plain import decoded

HEADER_LIMIT = 16_000

_ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_PARAMETER = re.compile(r';\s*([^\s=;"]{1,80})\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))', re.DOTALL)
_ANGLED = re.compile(r"<\s*(?:[^<>\s]*:)?([^<>\s@]{1,100}@[^<>\s@]{1,255})\s*>")
_BARE = re.compile(r"[^\s<>,;:\"()\[\]@']{1,100}@[^\s<>,;:\"()\[\]@']{1,255}")
_IDENTIFIER = re.compile(r"<\s*([^<>\s]{1,250})\s*>")
_MOST_NAMED = 40
_ZONE = re.compile(r"(?:[+-]\d{4}|\b(?:GMT|UTC?|[ECMP][SD]T|Z))\b", re.IGNORECASE)
_FIELD = re.compile(rb"[!-9;-~]{1,76}[ \t]*:")
_TELLING = re.compile(
    rb"^(?:from|to|subject|date|received|message-id|return-path|mime-version|content-type|x-[a-z-]+):",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A name and an e-mail address, either of which may be empty."""

    name: str = ""
    email: str = ""


def looks_like_message(raw: bytes) -> bool:
    """Whether bytes under any name are an e-mail message: they begin with headers, two of them telling."""
    head = raw[:20_000].lstrip(b"\xef\xbb\xbf\r\n")
    head = head.split(b"\n", 1)[-1] if head.startswith((b"From ", b">From ")) else head
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return bool(_FIELD.match(head)) and len({found.lower() for found in _TELLING.findall(block)}) >= 2


def unescaped(value: str) -> str:
    """The text of a raw header: bytes that no charset was declared for are UTF-8 if they can be, else Windows-1252."""
    return value if value.isascii() else decoded(value.encode("utf-8", "surrogateescape"))


def words(value: str) -> str:
    """A header as a person reads it: RFC 2047 words decoded, on one line, without control characters."""
    return plain_line(_decoded_words(value[:HEADER_LIMIT]))


def _decoded_words(value: str) -> str:
    out: list[str] = []
    pending, charset, end = b"", "", 0
    for found in _ENCODED.finditer(value):
        between = value[end : found.start()]
        chunk = _chunk(found.group(2), found.group(3))
        named = found.group(1).split("*")[0].lower()
        # Two encoded words in a row are one text, and a letter may be cut between them.
        if (between.strip() or named != charset) and pending:
            out.append(decoded(pending, charset))
            pending = b""
        if between.strip() or end == 0:
            out.append(unescaped(between))
        pending, charset, end = pending + chunk, named, found.end()
    if pending:
        out.append(decoded(pending, charset))
    return "".join([*out, unescaped(value[end:])])


def _chunk(way: str, text: str) -> bytes:
    raw = text.encode("utf-8", "surrogateescape")
    if way in "qQ":
        return quopri.decodestring(raw, header=True)
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    letters = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
    try:
        return base64.b64decode(letters + b"=" * (-len(letters) % 4))
    except binascii.Error:
        return b""


def parameters(value: str) -> dict[str, str]:
    """The parameters of a `Content-Type` or `Content-Disposition` (RFC 2231 continuations and charsets included)."""
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[bool, str]]] = {}
    for found in _PARAMETER.finditer(value[:HEADER_LIMIT]):
        name, quoted, bare = found.group(1).lower(), found.group(2), found.group(3)
        text = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else bare.strip()
        base, *rest = name.split("*")
        encoded = len(rest) > 0 and rest[-1] == ""
        number = rest[0] if rest and rest[0].isascii() and rest[0].isdigit() else ""
        if not rest:
            plain.setdefault(base, text)
        elif len(number) < 4:
            pieces.setdefault(base, {}).setdefault(int(number or 0), (encoded, text))
    joined = {base: _joined(parts) for base, parts in pieces.items()}
    return {name: words(text) for name, text in plain.items()} | {
        name: plain_line(text) for name, text in joined.items() if text
    }


def _joined(parts: dict[int, tuple[bool, str]]) -> str:
    charset, content = "", b""
    for number, (encoded, text) in sorted(parts.items()):
        if encoded and number == min(parts) and text.count("'") >= 2:
            charset, _, rest = text.split("'", 2)
        else:
            rest = text
        raw = rest.encode("utf-8", "surrogateescape")
        content += unquote_to_bytes(raw) if encoded else raw
    return _decoded_words(decoded(content, charset))


def token(value: str) -> str:
    """The first word of a structured header, lower case: `multipart/mixed`, `attachment`, `base64`."""
    return re.sub(r"\s+|\([^()]*\)", "", value[:HEADER_LIMIT].split(";", 1)[0]).lower()


def mailboxes(value: str) -> tuple[Mailbox, ...]:
    """Who a `From`, `Reply-To` or `Sender` names, in order; what is not an address is a name alone."""
    return tuple(_mailbox(piece) for piece in _pieces(value[:HEADER_LIMIT]) if piece.strip(" \t;"))


def _pieces(value: str) -> Iterator[str]:
    """The comma-separated parts of a list; quoted commas, comments and `Last, First <a@b>` are kept whole."""
    piece, quoted, comment, escaped = "", False, 0, False
    for char in value:
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == '"' and not comment:
            quoted = not quoted
        elif not quoted and char in "()":
            comment = max(0, comment + (1 if char == "(" else -1))
        elif char == "," and not quoted and not comment and "@" in piece:
            yield piece
            piece = ""
            continue
        piece += char
    yield piece


def _mailbox(piece: str) -> Mailbox:
    angled = _ANGLED.search(piece)
    found = angled or _BARE.search(re.sub(r'"[^"]*"', lambda gone: " " * len(gone.group()), piece))
    if not found:
        return Mailbox(name=_spoken(piece.replace("<", " ").replace(">", " ")))
    email = angled.group(1) if angled else found.group()
    before, after = piece[: found.start()], piece[found.end() :]
    comment = re.search(r"\(([^()]*)\)", before + after)
    name = _spoken(re.sub(r"\([^()]*\)", " ", before)) or _spoken(comment.group(1) if comment else "")
    return Mailbox("" if name.casefold() == email.casefold() else name, plain_line(email).strip(".'\""))


def _spoken(name: str) -> str:
    unquoted = re.sub(r"\\(.)", r"\1", name.strip().strip('"'))
    return words(unquoted.replace('"', "")).strip(" ,;'\"")


def both_ends(value: str) -> str:
    """A header without the middle of it, where it is longer than any should be."""
    half = HEADER_LIMIT // 2
    return value if len(value) <= HEADER_LIMIT else f"{value[:half]} {value[-half:]}"


def identifiers(values: Iterable[str]) -> tuple[str, ...]:
    """The message identifiers that headers name (`Message-ID`, `In-Reply-To`, `References`), each once, in order. Of
    very many, the first and the last: those name the mail that a thread began with, and the one that is answered.
    """
    found: dict[str, None] = {}
    for value in values:
        text = unescaped(both_ends(value))
        bare = (word.strip("<>") for word in text.split() if len(word) <= 250)
        named = _IDENTIFIER.findall(text) or [word for word in bare if "@" in word]
        found |= dict.fromkeys(named)
    every = tuple(found)
    return every if len(every) <= _MOST_NAMED else (every[0], *every[1 - _MOST_NAMED :])


def instant(value: str) -> datetime | None:
    """The moment a `Date` names, or a `Received` after its last semicolon; nothing where it names no time zone."""
    text = words(value).rsplit(";", 1)[-1].strip()[:200]
    try:
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is None:
            if not _ZONE.search(text):
                return None
            moment = moment.replace(tzinfo=UTC)
        moment.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None
    return moment if 1970 <= moment.year < 2200 else None
