"""Lines and cells of separated text: any charset and separator that spreadsheets and web forms write."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from smes_panel.errors import BadInput
from smes_panel.intake.plain import decoded

ROWS, COLUMNS, CELL = 20_000, 200, 100_000

_SEPARATORS = ";,\t|"
_SAMPLE = 200
_SAID = re.compile(r"\A\ufeff?sep=([^\w\s\"']|\t)[^\r\n]*", re.IGNORECASE)
_MARKED = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
# Windows', then that of Excel on a Mac ("CSV (Macintosh)") and of its "CSV (MS-DOS)".
_CHARSETS = ("cp1252", "mac_roman", "cp850")
_USUAL = frozenset("éèêëàâäáçïîíñôöóùûüúœæßÉÈÊÀÂÇÎÔŒ€’‘“”«»–—…°²·\u00a0")
_LEFT = "Nothing was taken in."


def lines_of(name: str, content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The lines that hold something, each with its number in the file. Raises BadInput, naming the file and line."""
    text = text_of(name, content)
    said = _SAID.match(text)
    # The line stays, empty: numbers are those that a person sees.
    text = text[said.end() :] if said else text
    rows = csv.reader(
        io.StringIO(text, newline=""), delimiter=said.group(1) if said else separator_of(text), strict=True
    )
    kept, number = 0, 1
    try:
        for cells in rows:
            at, number = number, rows.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            kept += 1
            line = tuple(cell.strip().replace("\r\n", "\n").replace("\r", "\n") for cell in cells)
            _bounded(name, at, kept, line)
            yield at, _ended(line)
    except csv.Error as error:
        raise BadInput(f"{name}, line {number}: this is not a table ({error}). {_LEFT}") from None


def _ended(line: tuple[str, ...]) -> tuple[str, ...]:
    """Without the empty cells at its end, which spreadsheets write where another line is longer."""
    last = max(place for place, cell in enumerate(line) if cell)
    return line[: last + 1]


def _bounded(name: str, number: int, kept: int, line: tuple[str, ...]) -> None:
    if kept > ROWS:
        raise BadInput(f"{name} has more than {ROWS:,} lines, which no list of applicants has. {_LEFT}")
    if len(_ended(line)) > COLUMNS:
        raise BadInput(f"{name}, line {number}: there are more than {COLUMNS} cells, which no list has. {_LEFT}")
    if any(len(cell) > CELL for cell in line):
        raise BadInput(f"{name}, line {number}: a cell has more than {CELL:,} characters. {_LEFT}")


def text_of(name: str, content: bytes) -> str:
    """The text, in whatever charset it was written. Raises BadInput for what is no text."""
    if content.startswith(_MARKED):
        return decoded(content).removeprefix("\ufeff")
    if b"\0" in content:
        return _wide(name, content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        read = [content.decode(charset, "replace") for charset in _CHARSETS]
        return max(read, key=_likelihood)


def _wide(name: str, content: bytes) -> str:
    """UTF-16 without its mark: in our languages every second byte of it is nought."""
    sample = content[:4_000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) * 2 // 5 or min(even, odd) > len(sample) // 50:
        raise BadInput(f"{name} is not a text file: save the list as CSV or XLSX. {_LEFT}")
    return content.decode("utf-16-be" if even > odd else "utf-16-le", "replace")


def _likelihood(text: str) -> int:
    return sum(1 if char in _USUAL else -2 for char in text[:200_000] if not char.isascii())


def separator_of(text: str) -> str:
    """What parts the cells: the sign that gives the most lines of one width; where none does, a line is one cell."""
    best, most = "\t", (0, 0)
    for separator in _SEPARATORS:
        widths: Counter[int] = Counter()
        try:
            for number, cells in enumerate(csv.reader(io.StringIO(text[:500_000], newline=""), delimiter=separator)):
                if number >= _SAMPLE:
                    break
                if any(cells):
                    widths[len(cells)] += 1
        except csv.Error:
            continue
        width, lines = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]), default=(1, 0))
        if width > 1 and (lines, width) > most:
            best, most = separator, (lines, width)
    return best
