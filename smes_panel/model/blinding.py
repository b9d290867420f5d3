"""Reading without names: which passages of a text say who somebody is, and the text with these covered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from smes_panel.model.application import Document, Identity
from smes_panel.model.words import Places, searchable

COVER = "█"
"""Stands for each covered sign, so that every place of a text stays its place."""


class Trait(StrEnum):
    """What a passage gives away."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Giveaway:
    """A passage that says who somebody is: from `start` up to and without `end`."""

    start: int
    end: int
    trait: Trait


class Unhidden(StrEnum):
    """What covering words cannot hide in a document: the drawn pages (photo, handwriting, letterhead), or everything,
    where no text of it could be read.
    """

    PAGES = "pages"
    WHOLE = "whole"


# Begun within a run of signs it would look through the rest of the run once for each of them.
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
_DIGITS = re.compile(r"(?<![\w])\+?\(?\d(?:[\s./()-]{0,2}\d){7,14}(?!\w)")
_WORD = re.compile(r"[^\W_]+")
# Between the parts of a name they say nothing of anybody by themselves.
_SMALL = frozenset(
    ("de", "du", "des", "la", "le", "van", "von", "den", "der", "el", "al", "ben", "da", "di", "dos", "et")
)

# Said first, they are somebody's first name.
_FIRST_NAMES = frozenset(("ben", "al"))


def giveaways(text: str, identity: Identity) -> tuple[Giveaway, ...]:
    """Where `text` gives away who the person is, in order and apart from each other.

    Every e-mail address, the person's own telephone number and address however they are set, and each word of the name
    that is not a particle in it, whatever its case and accents. A name that is also a common word is covered there too.
    """
    spans = sorted(_spans(text, identity), key=lambda one: (one.start, -one.end))
    found: list[Giveaway] = []
    for one in spans:
        if found and one.start < found[-1].end:
            last = found[-1]
            found[-1] = Giveaway(last.start, max(last.end, one.end), last.trait)
        else:
            found.append(one)
    return tuple(found)


def _spans(text: str, identity: Identity) -> Iterator[Giveaway]:
    places = Places(text)

    def at(pattern: str, trait: Trait) -> Iterator[Giveaway]:
        for found in re.finditer(pattern, places.folded):
            if found.start() < found.end():
                yield Giveaway(places.source(found.start()), places.source(found.end() - 1) + 1, trait)

    for found in _EMAIL.finditer(text):
        yield Giveaway(*found.span(), Trait.EMAIL)
    name, local = _words(identity.name), _words(identity.email.partition("@")[0])
    telling = {word for word in name if len(word) > 1 and word not in _SMALL} | ({*name[:1]} & _FIRST_NAMES)
    for word in sorted(telling | {word for word in local if len(word) > 3 and not word.isdigit()}):
        yield from at(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", Trait.NAME)
    if len(name) > 1:
        yield from at(rf"(?<![^\W_]){_apart(name)}(?![^\W_])", Trait.NAME)
    # With or without the country, with or without the first nought: the last eight digits are the line.
    line = re.sub(r"\D", "", identity.phone)[-8:]
    if len(line) == 8:
        for found in _DIGITS.finditer(text):
            if re.sub(r"\D", "", found[0]).endswith(line):
                yield Giveaway(*found.span(), Trait.PHONE)
    for part in re.split(r"[\n,;]", identity.address):
        if len(words := _words(part)) > 1:
            yield from at(rf"(?<![^\W_]){_apart(words)}(?![^\W_])", Trait.ADDRESS)


def _words(text: str) -> list[str]:
    return _WORD.findall(searchable(text))


def _apart(words: list[str]) -> str:
    return r"[\W_]+".join(re.escape(word) for word in words)


def covered(text: str, identity: Identity) -> str:
    """The text as long as it was, with every sign of what gives the person away covered; blanks stay."""
    pieces, last = [], 0
    for one in giveaways(text, identity):
        pieces += [text[last : one.start], re.sub(r"\S", COVER, text[one.start : one.end])]
        last = one.end
    return "".join((*pieces, text[last:]))


def unhidden(document: Document) -> Unhidden | None:
    """What of this document is not hidden when its words are covered; `None` for plain text."""
    if document.media_type == "text/plain":
        return None
    return Unhidden.PAGES if document.text.strip() else Unhidden.WHOLE
