"""A closed act of the panel: what is sealed, the code that stands for it, and what still keeps it from closing.

An act is the screening, the interview stage, or the seat offered to somebody of the reserve after all. Its code is the
SHA-256 of a canonical list of facts, not of a PDF. What is said of one person enters that list as a hash under their
K-number, salted with 32 random bytes: erasing the person takes text and salt away, and the code still verifies.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self

from smes_panel.errors import UnknownName
from smes_panel.model.change import canonical
from smes_panel.model.vacancy import Stage

Fact = tuple[str, ...]
"""One line of what is sealed: what it is about, then what it says, all of it text."""

_SCHEME, _PERSON = "smes-code-1", "smes-person-1"
_PROMOTION = "promotion"
ABOUT_PERSON = "person"


@dataclass(frozen=True, slots=True)
class Act:
    """What is closed: a stage, or, with the key of somebody of the reserve, the seat that is offered to them next."""

    stage: Stage
    promoted: str = ""

    @property
    def name(self) -> str:
        return f"{_PROMOTION}:{self.promoted}" if self.promoted else self.stage.value

    @classmethod
    def named(cls, name: str) -> Self:
        """The act of this name: screening, interview, promotion:K-04. Raises UnknownName."""
        head, _, key = name.partition(":")
        if head == _PROMOTION and key:
            return cls(Stage.INTERVIEW, key)
        if head in set(Stage) and not key:
            return cls(Stage(head))
        raise UnknownName(f"“{name[:40]}” is no act of the panel: screening, interview or promotion:K-04.")


class Verdict(StrEnum):
    """What the director answers to a closing; `delegated` is the chair's own signature of a shortlist."""

    SIGNED = "signed"
    REFUSED = "refused"
    DELEGATED = "delegated"


class SignedHow(StrEnum):
    """How a signature came."""

    REPLY = "reply"
    PAPER = "paper"
    CHAIR = "chair"


@dataclass(frozen=True, slots=True)
class Reopening:
    """When a seal was broken again, by whom (a name) and why."""

    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Signature:
    """The answer to a closing. `reply` is the signed reply as it came, `minutes` the signed minutes in base64."""

    verdict: Verdict
    reason: str
    signer: str
    how: SignedHow
    at: datetime
    reply: str = ""
    minutes: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """An act closed for the `number`th time, by a member (name), with its code and the facts that the code stands
    for.
    """

    act: Act
    number: int
    code: str
    facts: tuple[Fact, ...]
    at: datetime
    by: str
    reopened: Reopening | None = None
    signature: Signature | None = None

    @property
    def in_force(self) -> bool:
        return self.reopened is None

    @property
    def signed(self) -> bool:
        """Whether what waits for a signature may leave the house."""
        return self.in_force and self.signature is not None and self.signature.verdict is not Verdict.REFUSED


@dataclass(frozen=True, slots=True)
class Sealed:
    """What a closing says of one person (an id), with the salt of its hash."""

    application: str
    salt: bytes
    text: str


class Lacking(StrEnum):
    """What keeps an act from closing."""

    NOT_OPEN = "not_open"
    NO_OUTCOME = "no_outcome"
    NO_REASON = "no_reason"
    CONFLICT = "conflict"
    EXCEPTION = "exception"
    NO_PROPOSAL = "no_proposal"
    NO_SEAT = "no_seat"
    NOT_CLOSED = "not_closed"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that keeps an act from closing: of which application (key) and about whom or what, if any."""

    kind: Lacking
    application: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What is otherwise than it was sealed: of which application ("" where of none), which fact, as sealed and now."""

    application: str
    fact: str
    sealed: str
    now: str


def person_hash(salt: bytes, text: str) -> str:
    """What stands in the list for what is said of one person."""
    return hashlib.sha256(canonical([_PERSON, salt.hex(), text])).hexdigest()


def code(facts: Sequence[Fact]) -> str:
    """The code of these facts, 64 hexadecimal signs."""
    return hashlib.sha256(canonical([_SCHEME, [list(fact) for fact in facts]])).hexdigest()


def shown(code: str) -> str:
    """The code as it stands on a page: its first sixteen signs in four groups."""
    return " ".join(code[at : at + 4] for at in range(0, 16, 4))


def person_text(said: Mapping[str, object]) -> str:
    """What is said of one person, in one canonical spelling."""
    return canonical(said).decode()


def person_facts(facts: Sequence[Fact]) -> dict[str, str]:
    """The hash that stands for each person (key)."""
    return {fact[1]: fact[2] for fact in facts if fact[0] == ABOUT_PERSON}


def written(facts: Sequence[Fact]) -> str:
    """The list as the file keeps it."""
    return canonical([list(fact) for fact in facts]).decode()


def read(text: str) -> tuple[Fact, ...]:
    """The list as the file kept it. Raises ValueError for what is none."""
    found = json.loads(text)
    if not isinstance(found, list) or not all(
        isinstance(fact, list) and fact and all(isinstance(part, str) for part in fact) for fact in found
    ):
        raise ValueError("these are no facts")
    return tuple(tuple(fact) for fact in found)


def differences(sealed: Sequence[Fact], now: Sequence[Fact]) -> tuple[Difference, ...]:
    """What is otherwise in the facts that are about no person, fact by fact, in their order."""
    before = {_about(fact): fact for fact in sealed if fact[0] != ABOUT_PERSON}
    after = {_about(fact): fact for fact in now if fact[0] != ABOUT_PERSON}
    return tuple(
        Difference("", " ".join(about), " · ".join(before.get(about, ())[2:]), " · ".join(after.get(about, ())[2:]))
        for about in dict.fromkeys((*before, *after))
        if before.get(about) != after.get(about)
    )


def person_differences(key: str, sealed: str, now: str) -> tuple[Difference, ...]:
    """What is otherwise of one person, part by part."""
    before, after = (_parts(text) for text in (sealed, now))
    return tuple(
        Difference(key, part, _flat(before.get(part)), _flat(after.get(part)))
        for part in dict.fromkeys((*before, *after))
        if before.get(part) != after.get(part)
    )


def _about(fact: Fact) -> tuple[str, ...]:
    return fact[:2]


def _parts(text: str) -> dict[str, object]:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        found = {"text": text}
    return found if isinstance(found, dict) else {"text": text}


def _flat(value: object) -> str:
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
