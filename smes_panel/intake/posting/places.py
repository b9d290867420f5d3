"""Where in the text of a posting each line of its profile stands, whatever is said there twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from smes_panel.intake.posting.blocks import Block, Kind, blocks_of, tidy
from smes_panel.intake.posting.reader import profile_blocks

Place = tuple[int, int]
"""The first sign and the one after the last."""

_MARKUP = re.compile(
    r"(?<=\])\((?:[^()\s]|\([^()]*\))+(?:\s+\"[^\"]*\")?\)|</?(?!https?:|[^\s<>]+@)[a-zA-Z][^<>]{0,300}>"
)
_READ = 150_000
_NEAR = 4_000
_LONG = 40
_EDGE = 24


def places_of(posting: str, wordings: Sequence[str]) -> tuple[Place | None, ...]:
    """The place in `posting` of each of `wordings`, which are lines of its profile in the posting's order.

    The posting is followed block by block, so that words that also stand among the tasks, or twice in the profile, are
    found where this line has them. None where a line is not found in the text as it stands.
    """
    # What the reader leaves out of a line leaves as many blanks, so that a place here is a place there.
    text = _MARKUP.sub(lambda found: " " * len(found[0]), posting[:_READ])
    blocks = blocks_of(posting[:_READ])
    profile = {id(block) for block in profile_blocks(blocks)}
    lines = [(block, place) for block, place in _followed(text, blocks) if id(block) in profile]
    found: list[Place | None] = []
    at = 0
    for wording in wordings:
        sought = _signs(wording)[0]
        match = next(
            (number for number in range(at, len(lines)) if sought and sought in _signs(lines[number][0].text)[0]), None
        )
        if match is None:
            found.append(None)
            continue
        block, (first, last) = lines[match]
        if block.kind is Kind.PARAGRAPH:
            # A profile in sentences: several of them lie in one paragraph.
            signs, places = _signs(text[first:last])
            start = signs.find(sought)
            found.append((first + places[start], first + places[start + len(sought) - 1] + 1) if start >= 0 else None)
            at = match
        else:
            found.append((first, last))
            at = match + 1
    return tuple(found)


def _followed(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Block, Place]]:
    """Each block with its place, in one pass from the beginning to the end; a block that is not found is left out."""
    signs, places = _signs(text)
    at = 0
    for block in blocks:
        sought = _signs(block.text)[0]
        if not sought:
            continue
        start = signs.find(sought, at)
        end = start + len(sought)
        if start < 0 and len(sought) > 2 * _EDGE:
            # Something stood in between that the reader left out: the address of a link, the head of a page.
            start = signs.find(sought[:_EDGE], at)
            tail = signs.find(sought[-_EDGE:], start) if start >= 0 else -1
            end = tail + _EDGE
            if tail < 0 or end - start > len(sought) + _NEAR:
                start = -1
        # A short word far away is another one.
        if start < 0 or (start - at > _NEAR and len(sought) < _LONG):
            continue
        at = end
        yield block, (places[start], places[end - 1] + 1)


def _signs(text: str) -> tuple[str, list[int]]:
    """The letters and figures of `text` as the reader reads them, and where each stands."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for one in (sign if sign.isascii() else tidy(sign)).casefold():
            if one.isalnum():
                signs.append(one)
                places.append(place)
    return "".join(signs), places
