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
_SILENT = frozenset(("head", "script", "style", "template", "noscript", "svg", "object"))
_TAG = re.compile(r"/?([a-zA-Z][a-zA-Z0-9]*)")
# Letters that no word of our three languages holds, and that broken ligature tables put for "ti", "ff", "tt", "fi".
_DAMAGE = re.compile(r"[ƟƠơƢƣƩƪƫƬƭƮƯư](?![\u0300-\u036f])")
_VIETNAMESE = re.compile(r"[\u1ea0-\u1ef9đĐ]")
_GLYPH_NAME = re.compile(r"\(cid:\d+\)|/(?:g|uni|glyph|G|C)[0-9A-F]{1,4}\b|/[A-Za-z]+\.(?:sc|smcp|alt|onum|lf)\b")
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
    source = source[: 2 * TEXT_LIMIT]
    lowered = source.lower()
    pieces: list[str] = []
    at, no_close = 0, False
    while at < len(source):
        start = source.find("<", at)
        if start < 0 or no_close:
            pieces.append(_words(source[at:]))
            break
        pieces.append(_words(source[at:start]))
        if source.startswith("<!--", start):
            end = source.find("-->", start + 4)
            at = len(source) if end < 0 else end + 3
            continue
        end = source.find(">", start)
        if end < 0:
            no_close, at = True, start + 1
            continue
        named = _TAG.match(source, start + 1)
        tag = named.group(1).lower() if named else ""
        if not named and source[start + 1 : start + 2] not in ("!", "?", "/"):
            pieces.append("<")
            at = start + 1
            continue
        at = end + 1
        if tag in _SILENT and source[start + 1] != "/" and source[end - 1] != "/":
            close = lowered.find(f"</{tag}", at)
            if tag == "head" and close < 0:
                continue
            at = len(source) if close < 0 else close
        elif tag in _BLOCK:
            pieces.append("\n")
        elif tag in ("td", "th"):
            pieces.append("\t")
    return tidy("".join(pieces))


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
    odd = sum(1 for char in sample if char not in "\t\n\r\f" and unicodedata.category(char) in ("Cc", "Cn", "Cs"))
    inside = len(re.findall(r"[^\W\d_][\ue000-\uf8ff\ufffd][^\W\d_]", sample))
    if odd + sample.count("\ufffd") > max(3, len(sample) // 50) or inside >= max(3, len(words) // 50):
        return True
    if not _VIETNAMESE.search(sample) and len(_DAMAGE.findall(sample)) >= max(2, len(words) // 200):
        return True
    latin = [word for word in words if len(word) >= 4 and unicodedata.name(word[0], "").startswith("LATIN")]
    mute = sum(1 for word in latin if not _VOWEL.search(word))
    return len(latin) >= 20 and mute > len(latin) * 0.4
