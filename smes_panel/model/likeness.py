"""Applications that may be one person's: what they share, and when the later is taken to complete the earlier."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from smes_panel.model.application import DocumentKind
from smes_panel.model.words import searchable

EXPECTED = frozenset((DocumentKind.CV.value, DocumentKind.LETTER.value))
"""The kinds of document that an application is complete with."""

_SAME_TEXT = 200


class Trait(StrEnum):
    """What two applications share, the most telling first."""

    ANSWER = "answer"
    MESSAGE = "message"
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"
    DOCUMENT = "document"


class Relation(StrEnum):
    """What the other is taken to be: the same once more, what this one completes, what completes this one."""

    DOUBLE = "double"
    COMPLETES = "completes"
    COMPLETED = "completed"


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another application, `with_` its id or key, that may be the same person's. `stranger` says that the mails name
    one another and yet come from two addresses: anybody can write such a header.
    """

    with_: str
    traits: tuple[Trait, ...]
    relation: Relation
    stranger: bool = False


def completes(first: Collection[str], second: Collection[str]) -> bool:
    """Whether what came second from one address completes what came first, by the kinds of document in each.

    It does where not both are complete and it brings what the first lacks, or has neither CV nor letter itself. A
    complete application sent again, or another version of the CV alone, is a double.
    """
    before, after = EXPECTED & set(first), EXPECTED & set(second)
    return not (before == after == EXPECTED) and (bool(after - before) or not after)


def says_whose(kind: str, names: Collection[str]) -> bool:
    """Whether a document that several applications have says that they are one person's, by the names on them.

    It does where all bear one name, some perhaps in short or none at all; a CV also where they bear two. What is sent
    under more names is a form, an attestation or a logo that everybody sends, and says nothing of anybody.
    """
    parts = {frozenset(searchable(name).split()) for name in names} - {frozenset[str]()}
    apart = sum(not any(_short_for(one, other) for other in parts if other != one) for one in parts)
    return apart <= (2 if kind == DocumentKind.CV.value else 1)


def _short_for(short: frozenset[str], whole: frozenset[str]) -> bool:
    """Whether a name says in short what another says whole: `Z. Modele` for `Zoé Modèle`."""
    left = {word.strip(".,-") for word in short} - {""}
    words = {word.strip(".,-") for word in whole}
    return len(left) <= len(words) and all(
        word in words or (len(word) == 1 and any(other.startswith(word) for other in words)) for word in left
    )


def same_text(text: str) -> str:
    """The mark by which the same words are known in another file; empty where there are too few to tell."""
    plain = "".join(sign for sign in searchable(text) if sign.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()[:32] if len(plain) >= _SAME_TEXT else ""
