"""From bytes and markup to plain text, and whether that text can be believed."""

from __future__ import annotations

import codecs
import html
import re
import unicodedata

TEXT_LIMIT = 2_000_000
GARBLED = (
    "The text of this document comes out garbled: read its pages, do not trust what is searched or proposed from it."
)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Only ASCII is lowered: "İ" would become two characters, and every place after it would be off by one.
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_BLOCK = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "br",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_SILENT = frozenset(("title", "script", "style", "template", "noscript", "svg", "object"))
_TAG = re.compile(r"/?([a-zA-Z][a-zA-Z0-9]*)")
# Letters that no word of our three languages holds, and that broken ligature tables put for "ti", "ff", "tt", "fi".
_DAMAGE = re.compile(r"[ƟƠơƢƣƩƪƫƬƭƮƯư](?![\u0300-\u036f])")
_VIETNAMESE = re.compile(r"[\u1ea0-\u1ef9đĐ]")
_UNPRINTED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd-\uffff]")
_INSIDE = re.compile(r"[^\W\d_][\ue000-\uf8ff\ufffd][^\W\d_]")
_GLYPH_NAME = re.compile(r"\(cid:\d+\)|/(?:g|uni|glyph|G|C)[0-9A-F]{1,4}\b|/[A-Za-z]+\.(?:sc|smcp|alt|onum|lf)\b")
_LIGATURES = {
    "\x1b": "ff",
    "\x1c": "fi",
    "\x1d": "fl",
    "\x1e": "ffi",
    "\x1f": "ffl",
    "\x0b": "ff",
    "\x0c": "fi",
    "\x0e": "ffi",
}
_TEX = re.compile(r"(?<=[^\W\d_])[\x0b\x0c\x0e](?=[^\W\d_])|[\x1b-\x1f](?=[^\W\d_])|(?<=[^\W\d_])[\x1b-\x1f]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_VOWEL = re.compile(r"[aeiouyàâäáãåæéèêëíìîïóòôöõøœúùûüýÿ]", re.IGNORECASE)


def decoded(content: bytes, charset: str = "") -> str:
    """Text from bytes: as marked, as declared, else UTF-8, else Windows-1252, which never fails."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace")
    for name in (_spoken_charset(charset), "utf-8"):
        try:
            return content.decode(name)
        except (LookupError, ValueError):
            continue
    return content.decode("cp1252", "replace")


def _spoken_charset(charset: str) -> str:
    """The charset meant: plain ASCII that holds more is undeclared, Latin-1 on the Internet means Windows-1252."""
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return "utf-8"
    if name in ("ascii", "unicode-escape", "raw-unicode-escape", "idna", "punycode"):
        return "utf-8"
    return "cp1252" if name == "iso8859-1" else name


def capped(text: str) -> str:
    """At most `TEXT_LIMIT` bytes of UTF-8, without NUL nor lone surrogates: fit for a database and its search."""
    whole = text[:TEXT_LIMIT].replace("\0", "").encode("utf-8", "ignore")
    return whole[:TEXT_LIMIT].decode("utf-8", "ignore")


def mended(text: str) -> str:
    """Text of a PDF made by TeX, whose ligatures come out as the control characters of TeX's own font tables."""
    return _TEX.sub(lambda found: _LIGATURES[found.group()], text)


def tidy(text: str) -> str:
    """Lines without trailing space, never two empty ones in a row, printer's hyphens and soft hyphens mended."""
    text = re.sub("\ufffe[ \t]*\r?\n?|\u00ad", "", text.replace("\u00a0", " "))
    lines = [line.strip(" \t\f\v") for line in re.split(r"\r\n|\r|\n", text)]
    kept = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return "\n".join(kept).strip()


def text_of_html(source: str) -> str:
    """What a reader of the page would see, block by block; scripts, styles and comments are passed over.

    Written as one forward scan, since the markup is hostile: time is proportional to its length whatever it holds.
    """
    source = source[:TEXT_LIMIT]
    lowered = source.translate(_LOWER)
    pieces: list[str] = []
    at = 0
    while at < len(source):
        start = source.find("<", at)
        pieces.append(_words(source[at:start] if start >= 0 else source[at:]))
        if start < 0:
            break
        named = _TAG.match(source, start + 1)
        if source.startswith("<!--", start):
            at = _after(source, "-->", start + 4)
        elif not named and source[start + 1 : start + 2] not in ("!", "?", "/"):
            pieces.append("<")
            at = start + 1
        else:
            at = _after(source, ">", start)
            tag = named.group(1).lower() if named else ""
            if tag in _SILENT and source[start + 1] != "/" and source[at - 2] != "/":
                at = _after(source, ">", _after(lowered, f"</{tag}", at))
            elif tag in _BLOCK:
                pieces.append("\n")
            elif tag in ("td", "th"):
                pieces.append("\t")
    return tidy("".join(pieces))


def _after(source: str, sign: str, at: int) -> int:
    found = source.find(sign, at)
    return len(source) if found < 0 else found + len(sign)


def _words(piece: str) -> str:
    return html.unescape(re.sub(r"[ \t\r\n\f]+", " ", piece))


def garbled(text: str) -> bool:
    """Whether extraction went wrong: glyph names, broken ligatures, control characters, words without vowels."""
    sample = text[:20_000]
    words = _WORD.findall(sample)
    if len(sample.strip()) < 20:
        return False
    if len(_GLYPH_NAME.findall(sample)) >= max(3, len(words) // 50):
        return True
    if len(_UNPRINTED.findall(sample)) > max(3, len(sample) // 50) or len(_INSIDE.findall(sample)) >= max(
        3, len(words) // 50
    ):
        return True
    if not _VIETNAMESE.search(sample) and len(_DAMAGE.findall(sample)) >= max(2, len(words) // 200):
        return True
    latin = [word for word in words if len(word) >= 4 and unicodedata.name(word[0], "").startswith("LATIN")]
    mute = sum(1 for word in latin if not _VOWEL.search(word))
    return len(latin) >= 20 and mute > len(latin) * 0.4
