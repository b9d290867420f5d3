"""Outlook's own forms of a message, `.msg` ([MS-OXMSG]) and `winmail.dat` ([MS-OXTNEF]), written as the mail it was."""

from __future__ import annotations

import base64
import hashlib
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any
from urllib.parse import quote

from smes_panel.intake.worker.compound import compound

DEPTH = 10
ATTACHED = 1_000

# The properties that are read, by their numbers in [MS-OXPROPS].
_CLASS, _SUBJECT, _HEADERS, _BODY, _RTF, _HTML = 0x001A, 0x0037, 0x007D, 0x1000, 0x1009, 0x1013
_SENT, _DELIVERED = 0x0039, 0x0E06
_NAMES, _ADDRESSES = (0x0C1A, 0x0042), (0x5D01, 0x5D02, 0x0C1F, 0x0065)
_DATA, _SHORT_NAME, _LONG_NAME, _MIME, _MARK, _HIDDEN = 0x3701, 0x3704, 0x3707, 0x370E, 0x3712, 0x7FFE
_CODE_PAGE, _INTERNET_CODE_PAGE = 0x3FFD, 0x3FDE

_TOP, _EMBEDDED, _LESSER = 32, 24, 8
"""How much stands before the list of fixed properties of a message, of one inside another, of an attachment."""

_MESSAGES = ("ipm.note", "ipm.post", "report.")
_FIELD = re.compile(r"[!-9;-~]{1,76}:")
_OUR_OWN = re.compile(r"(?:content-[a-z-]+|mime-version):", re.IGNORECASE)
_FORM = re.compile(r"[a-z]+/[\w.+-]{1,80}", re.ASCII | re.IGNORECASE)


@dataclass
class Said:
    """What a message in a form of Outlook's says."""

    kind: str = ""
    headers: str = ""
    subject: str = ""
    name: str = ""
    address: str = ""
    moment: datetime | None = None
    plain: str = ""
    markup: bytes = b""
    charset: str = "utf-8"
    attached: list[Attached] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Attached:
    """What came with a message; `mark` is what its markup calls a picture by."""

    name: str
    content: bytes
    form: str = "application/octet-stream"
    mark: str = ""


def as_mail(content: bytes) -> bytes:
    """The mail, in MIME. Raises anything at all on damaged bytes."""
    if content.startswith(b"\x78\x9f\x3e\x22"):
        return _written(_packed(content))
    with compound(content) as file:
        return _written(_message(file, [], 0))


def _message(file: Any, place: list[str], depth: int) -> Said:
    if depth > DEPTH:
        raise ValueError("messages nested too deep")
    fixed = _fixed(file, place, _EMBEDDED if place else _TOP)
    code_page = _codec(fixed.get(_CODE_PAGE, 0) or fixed.get(_INTERNET_CODE_PAGE, 0))

    def text(number: int) -> str:
        return _text(file, place, number, code_page)

    markup = _binary(file, place, _HTML)
    said = Said(
        kind=text(_CLASS),
        headers=text(_HEADERS),
        subject=text(_SUBJECT),
        name=next(filter(None, map(text, _NAMES)), ""),
        address=next((one for one in map(text, _ADDRESSES) if "@" in one), ""),
        moment=_moment(fixed.get(_DELIVERED, 0)) or _moment(fixed.get(_SENT, 0)),
        plain=text(_BODY),
        markup=markup or text(_HTML).encode("utf-8", "ignore"),
        charset=_codec(fixed.get(_INTERNET_CODE_PAGE, 0)) if markup else "utf-8",
    )
    if not said.plain and not said.markup:
        said.plain = _rich(_binary(file, place, _RTF))
    depth_here = len(place)
    storages = sorted({path[depth_here] for path in file.listdir() if _is_attachment(path, place)})
    for storage in storages[:ATTACHED]:
        said.attached.extend(_attachment(file, [*place, storage], code_page, depth))
    return said


def _is_attachment(path: list[str], place: list[str]) -> bool:
    return len(path) > len(place) and path[: len(place)] == place and path[len(place)].startswith("__attach_version1.0")


def _attachment(file: Any, place: list[str], code_page: str, depth: int) -> Iterator[Attached]:
    name = _text(file, place, _LONG_NAME, code_page) or _text(file, place, _SHORT_NAME, code_page)
    inside = [*place, f"__substg1.0_{_DATA:04X}000D"]
    if file.exists([*inside, "__properties_version1.0"]):
        yield Attached(name, _written(_message(file, inside, depth + 1)), "message/rfc822")
        return
    content = _binary(file, place, _DATA)
    form = _text(file, place, _MIME, code_page)
    hidden = _fixed(file, place, _LESSER).get(_HIDDEN, 0) & 1
    if content and not (hidden and form.startswith("image/")):
        yield Attached(name, content, form, _text(file, place, _MARK, code_page))


def _fixed(file: Any, place: list[str], before: int) -> dict[int, int]:
    """The properties that stand in eight bytes, each as a whole number without a sign."""
    listed = _stream(file, [*place, "__properties_version1.0"])[before:]
    whole = len(listed) // 16 * 16
    return {
        kind >> 16: value
        for kind, _flags, value in (struct.unpack_from("<IIQ", listed, at) for at in range(0, whole, 16))
    }


def _text(file: Any, place: list[str], number: int, code_page: str) -> str:
    wide = _stream(file, [*place, f"__substg1.0_{number:04X}001F"])
    if wide:
        return wide.decode("utf-16-le", "replace").rstrip("\0")
    return _decoded(_stream(file, [*place, f"__substg1.0_{number:04X}001E"]), code_page).rstrip("\0")


def _binary(file: Any, place: list[str], number: int) -> bytes:
    return _stream(file, [*place, f"__substg1.0_{number:04X}0102"])


def _stream(file: Any, path: list[str]) -> bytes:
    return bytes(file.openstream(path).read()) if file.exists(path) else b""


def _codec(number: int) -> str:
    """What Python calls a code page of Windows."""
    number &= 0xFFFF_FFFF
    if 28591 <= number <= 28606:
        return f"iso8859-{number - 28590}"
    return {0: "cp1252", 65001: "utf-8", 20127: "cp1252", 1200: "utf-16-le"}.get(number, f"cp{number}")


def _decoded(content: bytes, codec: str) -> str:
    try:
        return content.decode(codec)
    except (LookupError, ValueError):
        return content.decode("cp1252", "replace")


def _moment(ticks: int) -> datetime | None:
    """An instant counted in tenths of microseconds since 1601."""
    try:
        return datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10) if ticks else None
    except OverflowError:
        return None


def _rich(packed: bytes) -> str:
    if not packed:
        return ""
    from compressed_rtf import decompress

    from smes_panel.intake.worker.rtf import text

    return "".join(text(decompress(packed)))


def _packed(content: bytes) -> Said:
    from tnefparse import TNEF

    found = TNEF(content, do_checksum=False)
    markup = found.htmlbody or b""
    said = Said(
        subject=_decoded_or_said(next((one.data for one in found.mapiprops if one.name == _SUBJECT), "")),
        plain=_decoded_or_said(found.body),
        markup=markup if isinstance(markup, bytes) else markup.encode("utf-8", "ignore"),
        charset="utf-8",
    )
    if not said.plain and not said.markup and found.rtfbody:
        from smes_panel.intake.worker.rtf import text

        said.plain = "".join(text(found.rtfbody))
    for one in found.attachments[:ATTACHED]:
        name = _decoded_or_said(one.long_filename() or one.name)
        mark = next((attribute.data for attribute in one.mapi_attrs if attribute.name == _MARK), "")
        said.attached.append(Attached(name, bytes(one.data), mark=_decoded_or_said(mark)))
    return said


def _decoded_or_said(found: Any) -> str:
    if isinstance(found, (list, tuple)):
        found = found[0] if found else ""
    said = found.decode("cp1252", "replace") if isinstance(found, bytes) else str(found or "")
    return said.rstrip("\0")


def _written(said: Said) -> bytes:
    """The mail in MIME: the headers it travelled with where Outlook kept them, else what it knows of them."""
    sign = hashlib.sha256(repr(said).encode("utf-8", "ignore")).hexdigest()
    lines = [*_head(said), "MIME-Version: 1.0", f'Content-Type: {_form(said)}; boundary="{sign}"', ""]
    pieces = ["\r\n".join(lines).encode("utf-8", "ignore")]
    parts: list[bytes] = []
    if said.plain or not said.markup:
        parts.append(_part("text/plain; charset=utf-8", said.plain.encode("utf-8", "ignore")))
    if said.markup:
        parts.append(_part(f"text/html; charset={said.charset}", said.markup))
    parts += map(_attached, said.attached)
    for part in parts:
        pieces += [f"\r\n--{sign}\r\n".encode(), part]
    return b"".join([*pieces, f"\r\n--{sign}--\r\n".encode()])


def _form(said: Said) -> str:
    # A report of what was not delivered or was read, in the words in which programs of other makers say so.
    return "multipart/report" if said.kind.upper().startswith("REPORT.") else "multipart/mixed"


def _head(said: Said) -> Iterator[str]:
    kept: list[str] = []
    ours = True
    for line in said.headers.splitlines():
        if line[:1] in (" ", "\t"):
            if kept and not ours:
                kept.append(line)
        elif _FIELD.match(line):
            ours = bool(_OUR_OWN.match(line))
            if not ours:
                kept.append(line)
        else:
            ours = True
    yield from kept
    given = {line.partition(":")[0].lower() for line in kept}
    if "from" not in given and (said.name or said.address):
        yield f'From: "{_line(said.name).replace(chr(34), "")}" <{_line(said.address)}>'
    if "subject" not in given:
        yield f"Subject: {_line(said.subject)}"
    if said.moment is not None and not given & {"date", "received"}:
        yield f"Date: {format_datetime(said.moment)}"
    kind = said.kind.lower()
    if kind.startswith("ipm.note.rules.ooftemplate"):
        yield "Auto-Submitted: auto-replied"
    elif kind and not kind.startswith(_MESSAGES):
        yield f"X-Message-Class: {_line(said.kind)}"


def _line(said: str) -> str:
    return " ".join(said.replace("\0", "").split())


def _attached(one: Attached) -> bytes:
    form = one.form.lower() if _FORM.fullmatch(one.form) else "application/octet-stream"
    if form == "message/rfc822":
        return b"Content-Type: message/rfc822\r\n\r\n" + one.content
    if form.startswith(("message/", "multipart/")):
        form = "application/octet-stream"
    named = f"; filename*=utf-8''{quote(one.name, safe='')}" if one.name else ""
    mark = f"\r\nContent-ID: <{_line(one.mark)}>" if one.mark else ""
    return _part(f"{form}\r\nContent-Disposition: attachment{named}{mark}", one.content)


def _part(form: str, content: bytes) -> bytes:
    head = f"Content-Type: {form}\r\nContent-Transfer-Encoding: base64\r\n\r\n".encode("utf-8", "ignore")
    return head + base64.encodebytes(content)
