"""A mailbox in one file (mbox, RFC 4155 and its older kin), read message by message in one pass."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from smes_panel.errors import BadInput
from smes_panel.intake.headers import looks_like_message
from smes_panel.intake.sources.node import FILE_LIMIT, Node, Sort

_LINE = 1_000_000
_FIELD = re.compile(rb"(?:>?From |[A-Za-z][!-9;-~]{0,75}[ \t]*:)")
# What a message begins with; after any other word and a colon, a line that begins with "From " is a sentence.
_FIRST = re.compile(
    rb"(?:>?From |(?:from|to|cc|subject|date|received|message-id|return-path|delivered-to|mime-version|sender|reply-to"
    rb"|status|x-[!-9;-~]{1,70}|arc-[a-z-]+|dkim-signature|authentication-results|content-[a-z-]+|envelope-to)[ \t]*:)",
    re.IGNORECASE,
)
# "From sender Mon Jun  6 10:00:00 2022", with or without a zone: what no sentence looks like.
_ENVELOPE = re.compile(rb"From \S+\s+\w{3} \w{3} [ \d]\d \d\d:\d\d(?::\d\d)?(?: [+\w-]+)? \d{4}\s*$")
_QUOTED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Enclosed:
    """One message of a mailbox; `raw` is None for one that is too big to be held."""

    label: str
    name: str
    raw: bytes | None

    @property
    def sort(self) -> Sort:
        return Sort.FILE

    def below(self) -> list[Node]:
        return []

    def size(self) -> int:
        return len(self.raw or b"")

    def opened(self) -> IO[bytes]:
        if self.raw is None:
            raise BadInput(f"The message is bigger than {FILE_LIMIT // 1_000_000} MB and was not read.")
        return io.BytesIO(self.raw)


def is_mailbox(head: bytes, name: str) -> bool:
    """Whether a file begins as mailboxes do; so does a message that a program saved with its envelope."""
    return head.startswith(b"From ") and looks_like_message(head) and not name.lower().endswith(".eml")


def messages_of(box: Node) -> Iterator[Enclosed]:
    """The messages of a mailbox, each as soon as it is read. May raise OSError or BadInput at any step."""
    with box.opened() as stream:
        for number, raw in enumerate(_messages(stream), start=1):
            yield Enclosed(f"{box.label}#{number}", f"{box.name}#{number}", raw)


def about_how_many(box: Node, at_most: int) -> int:
    """How many messages there seem to be: each line that may begin one is taken at its word. May raise OSError."""
    counted, rest = 1, b""
    with box.opened() as stream:
        while counted < at_most and (block := stream.read(_LINE)):
            counted += (rest + block).count(b"\nFrom ")
            rest = block[-5:]
    return counted


def _messages(stream: IO[bytes]) -> Iterator[bytes | None]:
    held: list[bytes] | None = None
    size, blank = 0, True
    line = stream.readline(_LINE)
    while line:
        following = stream.readline(_LINE)
        if line.startswith(b"From ") and _begins(line, following, blank=blank):
            if held is not None:
                yield _whole(held, size)
            held, size = [], 0
        elif held is not None:
            size += len(line)
            if size <= FILE_LIMIT:
                held.append(line)
        blank = line in (b"\n", b"\r\n")
        line = following
    if held is not None:
        yield _whole(held, size)


def _begins(line: bytes, following: bytes, *, blank: bool) -> bool:
    """Whether a line that begins with "From " is the envelope of a message, and not a sentence of the one before."""
    known = _FIELD if _ENVELOPE.match(line) else _FIRST if blank else None
    return known is not None and known.match(following) is not None


def _whole(held: list[bytes], size: int) -> bytes | None:
    if size > FILE_LIMIT:
        held.clear()
        return None
    # The empty line before the next `From ` belongs to the box; so does a `>` before a `From `.
    if len(held) > 1 and held[-1] in (b"\n", b"\r\n"):
        held.pop()
    return _QUOTED.sub(b"", b"".join(held))
