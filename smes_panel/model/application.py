"""Applications and their documents: what people sent, and what was proposed from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from smes_panel.model.words import Language


class DocumentKind(StrEnum):
    """What a document is, proposed from its name and content and corrected by a person."""

    CV = "cv"
    LETTER = "letter"
    MESSAGE = "message"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who an application is from; an empty string where nothing was found. `address` holds up to five lines."""

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    language: Language | None = None
    salutation: str = ""


@dataclass(frozen=True, slots=True)
class IncomingDocument:
    """A document on its way in: its display name (never a path), its bytes as received, the text found in them.

    `text` is empty where no text could be read; `remark` then says why, in one sentence.
    """

    name: str
    kind: DocumentKind
    media_type: str
    content: bytes
    text: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class IncomingApplication:
    """One application on its way in. `fingerprint` is the SHA-256 (hex) of the source, by which it is known again.

    `messages` are the Message-IDs of the mails that it is made of, `answers` those that they say they answer.
    """

    fingerprint: str
    source: str
    received_at: datetime | None
    identity: Identity
    subject: str
    documents: tuple[IncomingDocument, ...]
    messages: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


PAPER = "paper"
"""The source of an application that a person typed in from paper; its note is its subject."""


LISTED = "list:"
"""How the source of an application out of a list begins; who it is and when it came are hashed after it."""


class Arrival(StrEnum):
    """What became of one item of an import."""

    ADDED = "added"
    COMPLETED = "completed"
    KNOWN = "known"
    TO_DECIDE = "to_decide"
    SET_ASIDE = "set_aside"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Arrived:
    """The result of one item: its path as given, what became of it, the key of the application concerned, and why."""

    path: str
    result: Arrival
    application: str | None = None
    reason: str = ""


class Timeliness(StrEnum):
    """Whether an application came before the closing instant; unknown while that instant or its own is open."""

    IN_TIME = "in_time"
    LATE = "late"
    UNKNOWN = "unknown"


def timeliness(received_at: datetime | None, closes_at: datetime | None) -> Timeliness:
    """Late means strictly after the closing instant; both instants carry their offset."""
    if received_at is None or closes_at is None:
        return Timeliness.UNKNOWN
    return Timeliness.LATE if received_at > closes_at else Timeliness.IN_TIME


@dataclass(frozen=True, slots=True)
class Addition:
    """A later mail of the same person, merged into their application: which (its id or key), when it came, and which of
    CV and letter it brought.
    """

    application: str
    received_at: datetime | None
    timeliness: Timeliness
    brought: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grown:
    """What later mails brought to an application; `late` are the kinds that came in no mail before the deadline."""

    additions: tuple[Addition, ...] = ()
    late: tuple[str, ...] = ()


class ExceptionKind(StrEnum):
    """In what one person is treated differently: examined though late, or though a document is missing."""

    LATE = "late"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class ExceptionMade:
    """One person treated differently, and what of the others: `others` are the keys of those in the same situation who
    are not examined; `answer` says why they are not, once it was asked.
    """

    application: str
    kind: ExceptionKind
    reason: str
    others: tuple[str, ...]
    answer: str = ""

    @property
    def waits(self) -> bool:
        """Whether it is still to be said what becomes of the others."""
        return bool(self.others) and not self.answer


class Standing(StrEnum):
    """The one thing to know first: what was decided, else what is the matter, else that all is there."""

    MERGED = "merged"
    INVITED = "invited"
    NOT_SHORTLISTED = "not_shortlisted"
    SELECTED = "selected"
    RESERVE = "reserve"
    NOT_SELECTED = "not_selected"
    WITHDRAWN = "withdrawn"
    INADMISSIBLE = "inadmissible"
    DUPLICATE = "duplicate"
    COMPLETION = "completion"
    LATE = "late"
    COMPLETED_LATE = "completed_late"
    NO_CV = "no_cv"
    NO_LETTER = "no_letter"
    EXAMINED = "examined"
    COMPLETE = "complete"


_DECIDED = frozenset(list(Standing)[1:8])
_LACKS = {"cv": Standing.NO_CV, "letter": Standing.NO_LETTER}


def standing(
    *,
    merged: bool,
    outcome: str | None,
    late: bool,
    completed_late: bool,
    admitted: bool,
    resembles: Standing | None,
    missing: tuple[str, ...],
) -> Standing:
    """Where an application stands. What a person has admitted all the same is no matter any more."""
    if merged:
        return Standing.MERGED
    if outcome in _DECIDED:
        return Standing(outcome)
    if resembles is not None:
        return resembles
    if admitted:
        return Standing.EXAMINED if late or completed_late or missing else Standing.COMPLETE
    if late:
        return Standing.LATE
    if missing:
        return _LACKS[missing[0]]
    return Standing.COMPLETED_LATE if completed_late else Standing.COMPLETE


@dataclass(frozen=True, slots=True)
class Document:
    """A document of an application as kept: `sha256` is of its bytes as received, `size` their number."""

    id: str
    name: str
    kind: DocumentKind
    media_type: str
    sha256: str
    size: int
    text: str = ""
    remark: str = ""


def key_of(number: int) -> str:
    """The key people say and print: K-01, K-99, K-100."""
    return f"K-{number:02d}"
