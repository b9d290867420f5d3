"""From the ragged lines of a posting to its blocks: headings, list items and paragraphs, their lines rejoined."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from smes_panel.intake.posting.markup import LOOKS_LIKE_HTML, plain_from_html
from smes_panel.intake.posting.sections import fold, stands_as_heading


class Kind(Enum):
    """What a block is; a lead-in is the sentence ending in a colon that announces a list."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"


# Levels of headings: 1 to 6 as marked up, then the fainter ones.
BOLD, PLAIN, LEAD_IN = 7, 8, 9


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a posting. `level` is the rank of a heading (1 strongest) or the depth of an item (0 outermost)."""

    kind: Kind
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    blank_before: int
    indent: int


_SYMBOLS = "•▪◦‣⁃∙●○■□◆◇➢➤►▶▸✓✔✅☑→❖➔·◾◽●⦁\uf0b7\uf0d8\uf0a7\uf0fc\uf076\uf02d\uf06c\uf071\uf0e0"
_BULLET = re.compile(rf"(?:[{_SYMBOLS}]\s*|[-–—−*+]\s+|[-–—](?=[A-ZÀ-Ý][a-zà-ÿ’'])|o\s+(?=\S))(?=\S)")
_NUMBER = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_RULE = re.compile(r"[-=_*~\s]{3,}$")
_PAGE_NUMBER = re.compile(r"(?:page|pagina|p\.)?\s*\d{1,2}\s*(?:/|sur|van|of)\s*\d{1,2}$", re.IGNORECASE)
_HASHES = re.compile(r"(#{1,6})\s*(?=[^#\s])")
_BOLD_LINE = re.compile(r"(?:\*\*|__)(?P<text>(?:(?!\*\*|__).)+)(?:\*\*|__)\s*(?P<colon>[::]?)\s*$")
_FRONT = re.compile(r"\A\s*---[ \t]*\n(?P<head>.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_INLINE_BULLETS = re.compile(rf"\s+(?=[{_SYMBOLS.replace('·', '').replace('→', '').replace('∙', '')}]\s)")

# Fonts of some "print to PDF" drivers give these letters in place of a ligature; neither language has them.
_LIGATURES = str.maketrans(
    {"Ɵ": "ti", "Ʃ": "tt", "Ư": "ff", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
)
_INVISIBLE = re.compile(
    "[\u200b\u200e\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069\x00-\x01\x03-\x08\x0e-\x1f\x7f]"
)
GENDER_MARK = re.compile(r"[([]?\b[hfmvx]\s?[/.-]\s?[hfmvx](?:\s?[/.-]\s?[hfmvx])?\b[)\]]?\W*$", re.IGNORECASE)
_LABEL = re.compile(r"[A-ZÀ-Ý][\w’' -]{2,40}\s?:\s\S")
_SOFT_BREAK = re.compile("[\x02\ufffe][ \t]*\r?\n[ \t]*")


def front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """The `key: value` lines that open a Markdown file, and the text after them."""
    found = _FRONT.match(text.replace("\r\n", "\n").replace("\r", "\n"))
    if not found:
        return {}, text
    values: dict[str, str] = {}
    key = ""
    for line in found["head"].split("\n"):
        named = re.match(r"([\w-]+):(?:\s+(.*))?$", line)
        if named:
            key = named[1].lower()
            value = (named[2] or "").strip()
            values[key] = "" if value in (">", ">-", "|", "|-") else value
        elif key and line.startswith((" ", "\t")):
            values[key] = f"{values[key]} {line.strip()}".strip()
    return {key: _unquoted(value) for key, value in values.items()}, text.replace("\r\n", "\n")[found.end() :]


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def tidy(text: str) -> str:
    """`text` with plain line ends, the invisible taken out, markup of links and stray tags undone."""
    text = _SOFT_BREAK.sub("", text)
    text = re.sub(r"\r\n?|[\u2028\u2029\x0b\x85]", "\n", text)
    if LOOKS_LIKE_HTML.search(text):
        text = plain_from_html(text)
    before, *commented = text.split("<!--")
    text = before + " ".join(part.partition("-->")[2] for part in commented)
    text = re.sub(r"<(https?://[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>", r"\1", text)
    text = re.sub(r"<br\s*/?>", "\n", text, flags=re.IGNORECASE)
    text = re.sub(r"</?[a-zA-Z][^<>]{0,300}>", "", text)
    text = html.unescape(text)
    text = re.sub(r"!\[([^\[\]]*)\]\([^()\s]*[^()]*\)", "", text)
    text = re.sub(r"\[([^\[\]]+)\]\((?:[^()\s]|\([^()]*\))+(?:\s+\"[^\"]*\")?\)", r"\1", text)
    return _INVISIBLE.sub("", text).translate(_LIGATURES)


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    blank = 0
    for raw in _without_repeated_page_heads(text):
        line = raw.expandtabs(4)
        for number, part in enumerate(_parts(line)):
            stripped = " ".join(re.split(r"[ \t\f]+", part.strip().removesuffix("\\").rstrip()))
            if not stripped.strip("\u00a0\u202f ") or _PAGE_NUMBER.match(stripped):
                blank += 1
                continue
            stripped = re.sub(r"^\\(?=[-*+•]\s)", "", stripped)
            indent = len(part) - len(part.lstrip()) if number == 0 else 0
            lines.append(_Line(unicodedata.normalize("NFC", stripped), blank, indent))
            blank = 0
    return lines


def _parts(line: str) -> list[str]:
    """`line` cut before the bullets inside it: `a ; - b ; - c`, or the symbols of a flattened list."""
    if not line.strip():
        return [line]
    dashes = r"(?<=[;:])\s+(?=[-–]\s)" if re.search(r";\s+[-–]\s", line) else None
    return [part for piece in _INLINE_BULLETS.split(line) for part in (re.split(dashes, piece) if dashes else [piece])]


def _without_repeated_page_heads(text: str) -> Iterator[str]:
    """The lines of each page but for the head and foot that every page repeats, kept on the first page only."""
    pages = [page.split("\n") for page in text.split("\f")]
    filled = [[line.strip() for line in page if line.strip()] for page in pages]
    filled = [page for page in filled if page]
    head = foot = 0
    if len(filled) > 1:
        shortest = min(len(page) for page in filled)
        while head < shortest and len({page[head] for page in filled}) == 1:
            head += 1
        while foot < shortest - head and len({page[-1 - foot] for page in filled}) == 1:
            foot += 1
    first = True
    for page in pages:
        places = [number for number, line in enumerate(page) if line.strip()]
        dropped = set() if first else set(places[:head]) | set(places[len(places) - foot :] if foot else ())
        first = first and not places
        yield from (line for number, line in enumerate(page) if number not in dropped)


def _length(text: str) -> float:
    """Printed length in average letters: capitals are about a third wider."""
    return sum(1.3 if letter.isupper() else 1.0 for letter in text)


def blocks_of(text: str) -> list[Block]:
    """The blocks of a posting's text, front matter left out, in order."""
    lines = _lines(tidy(front_matter(text)[1]))
    if not lines:
        return []
    # The usual gap tells a double-spaced text from a plain one: only a wider gap is surely a new paragraph.
    usual = Counter(line.blank_before for line in lines[1:]).most_common(1)[0][0] if len(lines) > 1 else 0
    wrapped = sorted(length for line in lines if (length := _length(line.text)) <= 160)
    width = wrapped[int(len(wrapped) * 0.95)] if wrapped else 160.0
    width = min(max(width, 40.0), 160.0)

    found: list[Block] = []
    indents: list[int] = []
    last: _Line | None = None
    for line in lines:
        block = _marked(line, last, indents)
        if block is None and _RULE.match(line.text) and not line.text.strip("-=_*~ "):
            if set(line.text) <= {"=", "-"} and found and found[-1].kind is Kind.PARAGRAPH and len(found[-1].text) < 90:
                found[-1] = Block(Kind.HEADING, found[-1].text, 1 if "=" in line.text else 2)
            last = None
            continue
        if block is not None:
            found.append(block)
        elif found and last and found[-1].kind is not Kind.HEADING and _continues(last, line, usual, width, found[-1]):
            found[-1] = replace(found[-1], text=_joined(found[-1].text, line.text))
        else:
            found.append(Block(Kind.PARAGRAPH, line.text))
        if found[-1].kind is not Kind.ITEM:
            indents.clear()
        last = line
    return _with_headings([replace(block, text=_unmarked(block.text)) for block in found if _unmarked(block.text)])


def _marked(line: _Line, last: _Line | None, indents: list[int]) -> Block | None:
    """The block that `line` opens by a mark of its own: hashes, a bullet, a number, bold from end to end."""
    hashes = _HASHES.match(line.text)
    if hashes:
        return Block(Kind.HEADING, line.text[hashes.end() :].strip().rstrip("#").strip(), len(hashes[1]))
    bold = _BOLD_LINE.match(line.text)
    if bold and len(bold["text"]) <= 200:
        return Block(Kind.HEADING, bold["text"].strip() + bold["colon"], BOLD)
    if _RULE.match(line.text):
        return None
    number = _NUMBER.match(line.text)
    mark = _BULLET.match(line.text) or number
    if mark is None:
        return None
    rest = line.text[mark.end() :].strip()
    if number and (stands_as_heading(rest) or (last and last.text[-1:] not in ".;:!?" and rest[:1].islower())):
        return Block(Kind.HEADING, rest, PLAIN) if stands_as_heading(rest) else None
    if stands_as_heading(rest) and rest.endswith(":"):
        return Block(Kind.HEADING, rest, LEAD_IN)
    return Block(Kind.ITEM, rest, _depth(line, indents))


def _depth(line: _Line, indents: list[int]) -> int:
    # One space is the raggedness of a PDF, not a deeper list.
    place = line.indent + (2 if line.text.startswith(("\uf0d8", "o ")) else 0)
    while indents and place < indents[-1] - 1:
        indents.pop()
    if not indents or place > indents[-1] + 1:
        indents.append(place)
    return len(indents) - 1


def _continues(last: _Line, line: _Line, usual: int, width: float, block: Block) -> bool:
    """Whether `line` goes on with the sentence of `last`, rather than opening a paragraph of its own."""
    if line.blank_before > usual:
        return False
    head = line.text.lstrip("(«“\"'*_ ")
    if stands_as_heading(line.text, apart=line.blank_before > 0):
        return False
    if head[:1].isupper() and (GENDER_MARK.search(line.text) or _LABEL.match(head)):
        return False
    ended = last.text.rstrip('*_ »”"')[-1:] in (".", "!", "?", ":", ";")
    if line.blank_before and ended:
        return False
    if head[:1].islower():
        return not (ended and last.text.rstrip("*_ ").endswith((";", ":")))
    first_word = line.text.split(" ", 1)[0]
    full = _length(last.text) + 1 + _length(first_word) > 0.8 * width
    if block.kind is Kind.ITEM:
        return full and not ended if line.indent <= last.indent else True
    return full


def _joined(before: str, after: str) -> str:
    if re.search(r"\w-$", before[-2:]) and after[:1].islower() and not re.match(r"(?:en|of|et|ou)\b", after):
        return before + after
    return f"{before} {after}"


def _unmarked(text: str) -> str:
    """`text` without the marks of emphasis of Markdown."""
    text = re.sub(r"(\*\*|__)(?=\S)(.{1,400}?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"(?<![\w*])([*_])(?=\S)([^*_]{1,400}?)(?<=\S)\1(?![\w*])", r"\2", text)
    text = text.replace("**", "").replace("`", "")
    text = re.sub(r"\\(?=[-_*.#()\[\]+!>])", "", text)
    return " ".join(re.split(r"[ \t]+", text)).strip()


def _with_headings(found: list[Block]) -> list[Block]:
    """The same blocks, paragraphs that work as headings or announce a list named so."""
    named: list[Block] = []
    for number, block in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        if block.kind is Kind.PARAGRAPH:
            level = _heading_level(block.text, following)
            if level:
                block = Block(Kind.HEADING, block.text, level)  # noqa: PLW2901  # the same block under its true name
        named.append(block)
    return named


def _heading_level(text: str, following: Block | None) -> int:
    before_list = following is not None and following.kind is Kind.ITEM
    if text.endswith((":", ":")) and len(text) <= 300 and (before_list or len(text) <= 90):
        return PLAIN if stands_as_heading(text) else LEAD_IN
    if stands_as_heading(text, apart=True):
        return PLAIN
    letters = [letter for letter in text if letter.isalpha()]
    short = len(text) <= 60 and text[:1].isalnum() and not text.endswith((".", ";", ",", "!"))
    if (
        short
        and letters
        and (all(letter.isupper() for letter in letters) or (before_list and fold(text)[:1].isalpha()))
    ):
        return PLAIN if text[:1].isupper() else 0
    return 0
