"""A letter as a message: its words as text that any reader and any screen reader follows, its PDF attached.

The same facts give the same bytes. Nothing in a message calls back: no picture, no link, no receipt is asked for.
"""

from __future__ import annotations

import base64
import hashlib
import quopri
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape

from smes_panel.dispatch.account import Outgoing, address
from smes_panel.dispatch.words import mailbox, parameter, unstructured
from smes_panel.errors import LetterBlocked
from smes_panel.intake.names import plain_line, plain_name
from smes_panel.model.change import canonical
from smes_panel.model.decision import LetterKind
from smes_panel.model.letter import LetterFacts, letter_language
from smes_panel.model.words import Language
from smes_panel.paper.template import Said, said

_MEASURE = 72
_RULE = "-- "


@dataclass(frozen=True, slots=True)
class Message:
    """A letter ready to leave: to whom, known by what, and its bytes (RFC 5322, lines ended by CRLF).

    `application` is the key ("K-04"), `recipient` the bare address; `beyond_ascii` says that the address needs a
    server that takes it (RFC 6531).
    """

    application: str
    kind: LetterKind
    recipient: str
    message_id: str
    raw: bytes
    beyond_ascii: bool = False

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.raw).hexdigest()

    def eml(self) -> bytes:
        """The message as a file that mail programs open as a draft: Outlook does by `X-Unsent`."""
        return b"X-Unsent: 1\r\n" + self.raw


def message_id(dossier: str, application: str, kind: LetterKind, digest: str, domain: str) -> str:
    """What a letter is known by wherever it turns up, before it leaves: the same for the same words to the same person.

    It is a hash, so that neither the person nor the kind of letter stands in the logs of the servers on the way.
    """
    said_of = hashlib.sha256(canonical([dossier, application, kind.value, digest])).hexdigest()
    return f"<{said_of[:40]}.panel@{domain}>"


def composed(facts: LetterFacts, pdf: bytes, name: str, account: Outgoing, known_by: str, at: datetime) -> Message:
    """The message of one letter, its PDF attached under `name`; `at` has a time zone.

    Raises LetterBlocked where the letter lacks a fact, or an address to go to.
    """
    words = said(facts)
    language = letter_language(facts.language)
    recipient = address(facts.email)
    if recipient is None:
        raise LetterBlocked(
            f"{facts.application}: the letter {facts.kind} was not made; it has no e-mail address that can be written "
            "to: correct the address, or send the letter by post."
        )
    person = next((line for line in facts.recipient if plain_line(line)), "")
    heads = [
        f"From: {mailbox(account.name, account.sender)}",
        f"To: {mailbox(person, recipient)}",
        f"Subject: {unstructured(words.subject)}",
        f"Date: {format_datetime(at)}",
        f"Message-ID: {known_by}",
        f"Content-Language: {language.value}",
        "MIME-Version: 1.0",
    ]
    if account.reply_to and account.reply_to != account.sender:
        heads.insert(2, f"Reply-To: <{account.reply_to}>")
    boundary = hashlib.sha256(known_by.encode()).hexdigest()[:40]
    outer, inner = f"=_a{boundary}", f"=_b{boundary}"
    text = _part("text/plain; charset=utf-8; format=flowed", _quoted(_flowed(words, facts)))
    markup = _part("text/html; charset=utf-8", _quoted(_marked(words, facts)))
    alternative = _multipart("alternative", inner, [text, markup])
    kept = plain_name(name)
    attached = _joined(
        f"Content-Type: application/pdf;\r\n {parameter('name', kept)}",
        f"Content-Disposition: attachment;\r\n {parameter('filename', kept)}",
        "Content-Transfer-Encoding: base64",
        "",
        base64.encodebytes(pdf).decode().replace("\n", "\r\n"),
    )
    raw = "\r\n".join([*heads, _multipart("mixed", outer, [alternative, attached])])
    return Message(facts.application, facts.kind, recipient, known_by, raw.encode(), not recipient.isascii())


def _multipart(kind: str, boundary: str, parts: list[str]) -> str:
    opened = "".join(f"--{boundary}\r\n{part}\r\n" for part in parts)
    return f'Content-Type: multipart/{kind};\r\n boundary="{boundary}"\r\n\r\n{opened}--{boundary}--\r\n'


def _part(kind: str, content: str) -> str:
    return _joined(f"Content-Type: {kind}", "Content-Transfer-Encoding: quoted-printable", "", content)


def _joined(*lines: str) -> str:
    return "\r\n".join(lines)


def _quoted(text: str) -> str:
    """The text in signs that nothing on the way changes, in lines of at most 76 (RFC 2045, 6.7)."""
    return quopri.encodestring(text.encode()).decode().replace("\n", "\r\n")


def _flowed(words: Said, facts: LetterFacts) -> str:
    """The words of the letter as text whose paragraphs flow in any window (RFC 3676)."""
    colon = "\N{NO-BREAK SPACE}: " if letter_language(facts.language) is Language.FR else ": "
    paragraphs = [words.salutation]
    for block in words.blocks:
        if isinstance(block, str):
            paragraphs.append(block)
        else:
            paragraphs += [f"{heading}{colon}{text}" if text else heading for heading, text in block]
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [*_wrapped(paragraph), ""]
    for signed in words.signatures:
        lines += [*(line for part in signed if part for line in _wrapped(part)), ""]
    lines += [*_wrapped(" ".join(part for part in words.small if part)), ""]
    # A mail program sets what follows this line apart, and leaves it out of answers.
    lines += [_RULE, *_sender(facts)]
    return "\n".join(lines) + "\n"


def _wrapped(paragraph: str) -> list[str]:
    """Each line but the last ends in a space, which says that the paragraph goes on."""
    found = textwrap.wrap(
        " ".join(part for part in paragraph.split(" ") if part).replace("\n", " "),
        _MEASURE,
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )
    lines = [*(f"{line} " for line in found[:-1]), *found[-1:]]
    return [f" {line}" if line.startswith((" ", ">", "From ")) or line == _RULE else line for line in lines]


def _marked(words: Said, facts: LetterFacts) -> str:
    """The words of the letter with their order marked: a heading, paragraphs, lists of terms. No look of its own."""
    body = [f"<h1>{escape(words.subject)}</h1>", _paragraph(words.salutation)]
    for block in words.blocks:
        if isinstance(block, str):
            body.append(_paragraph(block))
        else:
            items = (f"<dt>{escape(heading)}</dt>\n<dd>{escape(text)}</dd>" for heading, text in block)
            body.append("<dl>\n" + "\n".join(items) + "\n</dl>")
    body += [_lines(signed) for signed in words.signatures]
    heading, text = words.small
    body += [f"<p><strong>{escape(heading)}</strong> {escape(text)}</p>", _lines(_sender(facts))]
    language = letter_language(facts.language).value
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(words.subject)}</title>\n</head>\n<body>\n" + "\n".join(body) + "\n</body>\n</html>\n"
    )


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _lines(lines: Iterable[str]) -> str:
    return "<p>" + "<br>\n".join(escape(line) for line in lines if line) + "</p>"


def _sender(facts: LetterFacts) -> list[str]:
    sender = facts.sender
    lines = (sender.wordmark, sender.address, sender.registered, sender.account)
    return [shown for line in lines if (shown := plain_line(line))]
