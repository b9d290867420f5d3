"""Mails that carry other mails, as the programs that forward them write them."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Mapping

CV = """Curriculum vitae
{name}
{email}
FORMATION
2010-2014 Bachelier, Haute École du Spécimen
EXPÉRIENCE
2015-2020 Animation, asbl Exemple
LANGUES
français, néerlandais
"""


def address(name: str) -> str:
    return f"{name.split(maxsplit=1)[0].lower()}@exemple.invalid"


def cv(name: str) -> bytes:
    return CV.format(name=name, email=address(name)).encode()


def part(form: str, content: bytes, *fields: str) -> bytes:
    """A part of a mail in base64, as attachments are."""
    head = "".join(f"{line}\r\n" for line in (f"Content-Type: {form}", "Content-Transfer-Encoding: base64", *fields))
    return head.encode() + b"\r\n" + base64.encodebytes(content)


def attachment(name: str, content: bytes, form: str = "text/plain; charset=utf-8") -> bytes:
    return part(form, content, f'Content-Disposition: attachment; filename="{name}"')


def text(words: str) -> bytes:
    return part("text/plain; charset=utf-8", words.encode())


def mail(sender: str, subject: str, *parts: bytes, form: str = "multipart/mixed") -> bytes:
    """A mail of these parts; `sender` is a name, whose address follows from it."""
    boundary = f"=_{hashlib.sha256(b''.join(parts) + subject.encode()).hexdigest()[:40]}"
    head = (
        f"From: {sender} <{address(sender)}>",
        "To: rh@exemple.invalid",
        f"Subject: {subject}",
        "Date: Mon, 06 Jun 2022 10:15:00 +0200",
        "MIME-Version: 1.0",
        f'Content-Type: {form}; boundary="{boundary}"',
    )
    mark = f"--{boundary}".encode()
    return (
        ("\r\n".join(head) + "\r\n\r\n").encode()
        + b"".join(mark + b"\r\n" + one + b"\r\n" for one in parts)
        + mark
        + b"--\r\n"
    )


def application(name: str) -> bytes:
    """What a person sent: a few words and a CV."""
    return mail(
        name, f"Candidature {name}", text(f"Bonjour, voici ma candidature.\n{name}"), attachment("CV.txt", cv(name))
    )


def carried(message: bytes, name: str = "") -> bytes:
    """A mail in a mail as Thunderbird and Gmail attach it."""
    named = f'; name="{name}"\r\nContent-Disposition: attachment; filename="{name}"' if name else ""
    return f"Content-Type: message/rfc822{named}\r\n\r\n".encode() + message


def as_file(message: bytes, name: str) -> bytes:
    """A mail in a mail as some Outlooks attach it: a file like any other."""
    return part("application/octet-stream", message, f'Content-Disposition: attachment; filename="{name}"')


def archive(files: Mapping[str, bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return into.getvalue()
