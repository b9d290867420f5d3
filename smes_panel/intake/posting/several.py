"""Several vacancies in one document: told apart where each has its title and its own profile."""

from __future__ import annotations

import re

from smes_panel.intake.posting.naming import is_title
from smes_panel.intake.posting.reader import read_posting
from smes_panel.intake.posting.sections import fold

MOST = 20
_SCANNED = 150_000
_ASKED = 2
"""How many lines a profile has at least: a page's own "we look for" is none."""


def vacancies_in(text: str) -> tuple[str, ...]:
    """The text of each vacancy of a document, in its order; the whole text where it is one. Never raises.

    What stands before the first title belongs to the first. A title that comes back, or that no profile follows, begins
    nothing.
    """
    starts = [0]
    for line in re.finditer(r"[^\n\f]+", text[:_SCANNED]):
        if line.start() and is_title(line.group().strip(" \t#*_>|-–•")) and len(starts) <= 10 * MOST:
            starts.append(line.start())
    pieces = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    parts: list[str] = []
    titles: list[str] = []
    for piece in pieces:
        title = fold(piece.strip().partition("\n")[0])
        own = len(read_posting(piece).profile) >= _ASKED
        known = not parts or title in titles or len(parts) >= MOST
        before = bool(parts) and len(read_posting(parts[-1]).profile) >= _ASKED
        if not parts or (own and before and not known):
            parts.append(piece)
        else:
            parts[-1] += piece
        titles.append(title)
    return tuple(parts)
