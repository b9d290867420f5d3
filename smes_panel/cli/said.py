"""What commands print: JSON for scripts, short aligned lines for people."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from enum import Enum

from smes_panel.model.words import Words


def as_json(value: object) -> None:
    """Prints one JSON value, its dates in ISO 8601."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=_plain)
    print()


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Words):
        return {"fr": value.fr, "nl": value.nl, "en": value.en} if value else None
    raise TypeError(f"{type(value)} has no JSON form")


def one_line(text: str, most: int = 0) -> str:
    """Text from outside on one line: no control or bidirectional characters, shortened to `most` columns."""
    clean = "".join(" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c)[0] != "C")
    clean = " ".join(clean.split())
    return clean if not most or len(clean) <= most else clean[: most - 1] + "…"


def as_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints lines in columns."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(head, *cells, strict=True)]
    for row in (head, *cells):
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def counted(number: int, noun: str) -> str:
    """How a sentence begins: "1 letter is", "3 letters are"."""
    return f"{number} {noun} is" if number == 1 else f"{number} {noun}s are"


def note(text: str) -> None:
    """A remark beside the result, on stderr."""
    print(f"note: {text}", file=sys.stderr)
