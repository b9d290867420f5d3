"""How a document is spoilt: bytes changed, cut, doubled and swapped, inside the parts of an archive too."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from random import Random

LONGEST = 400_000

# What parsers trip over: lengths at the edges of integers, ends of lines, marks of the formats read here.
TOKENS = (
    b"\x00", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x80\x00\x00\x00", b"\xff\xfe", b"\xef\xbb\xbf",
    b"\r\n", b"\r\n\r\n", b"--", b"=?utf-8?q?", b"=?utf-16?b?", b"?=", b"%00", b"\xe2\x80\xae", b'"', b";",
    b"<", b"&#x110000;", b"<!DOCTYPE x [", b"../", b"{\\rtf", b"\\bin99999 ", b"\\u-1 ", b"stream\r\n",
    b"endobj", b"/Kids [1 0 R]", b"PK\x03\x04", b"PK\x01\x02", b"Content-Type: message/rfc822\r\n\r\n",
    b'Content-Type: multipart/mixed; boundary="', b"Content-Transfer-Encoding: base64\r\n", b"\nFrom ",
    b"begin 644 x\n", "é’œ\u0301".encode(), b"31/02/2022 25h61", b"9" * 40,
)  # fmt: skip


def spoilt(source: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    """One of the ways a document can be wrong; the same for the same chance."""
    if source[:4] == b"PK\x03\x04" and chance.random() < 0.6 and (inside := _one_part(source, others, chance)):
        return inside
    if b"FlateDecode" in source and chance.random() < 0.5 and (inside := _one_stream(source, others, chance)):
        return inside
    return _bytes(source, others, chance)


def _bytes(source: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    content = bytearray(source[:LONGEST])
    for _ in range(1 << chance.randrange(6)):
        at = chance.randrange(len(content) + 1)
        length = min(1 << chance.randrange(12), len(content) - at)
        match chance.randrange(8):
            case 0 if at < len(content):
                content[at] ^= 1 << chance.randrange(8)
            case 1 if at < len(content):
                content[at] = chance.randrange(256)
            case 2:
                content[at:at] = chance.choice(TOKENS)
            case 3:
                del content[at : at + length]
            case 4:
                content[at:at] = content[at : at + length] * (1 << chance.randrange(5))
            case 5:
                to = chance.randrange(len(content) + 1)
                content[to : to + length] = content[at : at + length]
            case 6:
                other = chance.choice(others)
                begin = chance.randrange(len(other) + 1)
                content[at:at] = other[begin : begin + length]
            case _ if chance.random() < 0.2:
                del content[at:]
        if len(content) > LONGEST:
            del content[LONGEST:]
    return bytes(content)


def _one_part(source: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    """An archive that is sound around one part that is not."""
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            parts = [(one.filename, archive.read(one)) for one in archive.infolist() if one.file_size < LONGEST]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return b""
    if not parts:
        return b""
    chosen = chance.randrange(len(parts))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, (name, content) in enumerate(parts):
            # An entry named by itself bears no time of day.
            entry = zipfile.ZipInfo(name)
            archive.writestr(entry, _bytes(content, others, chance) if place == chosen else content)
    return made.getvalue()


def _one_stream(source: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    """A PDF with one of its packed streams spoilt and packed again."""
    begins = [at for at in range(len(source)) if source.startswith(b"stream", at) and source[at - 3 : at] != b"end"]
    if not begins:
        return b""
    begin = chance.choice(begins) + len(b"stream")
    while source[begin : begin + 1] in (b"\r", b"\n"):
        begin += 1
    end = source.find(b"endstream", begin)
    try:
        plain = zlib.decompressobj().decompress(source[begin:end], LONGEST)
    except zlib.error:
        return b""
    return source[:begin] + zlib.compress(_bytes(plain, others, chance), 1) + b"\n" + source[end:]
