"""The command about words: where a note may speak of a protected criterion."""

from __future__ import annotations

import argparse
import sys

from smes_panel.cli.said import as_json, one_line
from smes_panel.errors import BadInput
from smes_panel.insight.guard import GROUNDS, INSTEAD, guarded
from smes_panel.model.words import Language

_MOST = 1_000_000


def guard(options: argparse.Namespace) -> int:
    """Reads a text from a file, or from the standard input, and hints; nothing is kept and nothing is refused."""
    try:
        if options.text is None:
            said = sys.stdin.read(_MOST)
        else:
            with options.text.open(encoding="utf-8-sig") as file:
                said = file.read(_MOST)
    except UnicodeDecodeError:
        raise BadInput("This text is not UTF-8. Nothing was read.") from None
    language, hints = Language(options.language), guarded(said)
    if options.json:
        as_json([{"start": one.start, "end": one.end, "ground": one.ground} for one in hints])
        return 0
    for one in hints:
        word, what = one_line(said[one.start : one.end], 40), getattr(GROUNDS[one.ground], language.value)
        print(f"{one.start}  {word}  ({what}). {getattr(INSTEAD[one.ground], language.value)}")
    return 0
