"""The facts of the minutes: everything that they say, and nothing that they decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from smes_panel.model.application import ExceptionKind
from smes_panel.model.closing import Act, SignedHow, Verdict
from smes_panel.model.decision import LetterKind, OfferAnswer, Outcome
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language


@dataclass(frozen=True, slots=True)
class Met:
    """A day on which the panel met for a stage; `present` by member's name, who is not in it was not recorded."""

    stage: Stage
    day: date
    present: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Recused:
    """A conflict of interest: with whom (key), why, and at which stages they left the room for that person."""

    application: str
    reason: str
    stepped_out: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """A person of the panel, with the conflicts that they declared."""

    name: str
    role: Role
    conflicts: tuple[Recused, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """What came in, by key. `late` and `inadmissible` were not examined; `merged` are (key, the key that is kept)."""

    applications: tuple[str, ...]
    examined: tuple[str, ...]
    late: tuple[str, ...]
    inadmissible: tuple[str, ...]
    withdrawn: tuple[str, ...]
    merged: tuple[tuple[str, str], ...]
    exceptions: tuple[tuple[str, ExceptionKind, str, str], ...] = ()
    """Key, kind, why this one, why not the others."""


@dataclass(frozen=True, slots=True)
class Method:
    """How the panel read: criteria, how many of them essential, the lowest and highest weight; when the checklist was
    frozen, the seed of the orders of reading, whether names were covered, and until which stage.
    """

    criteria: int
    essential: int
    weights: tuple[float, float] | None
    frozen_on: date | None
    seed: str
    blind_until: Stage | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed for one person, with the reason, the numbers of the criteria it rests on, how many of how many
    members agree, and the minority positions (name, words). `name` is said of the person selected alone.
    """

    application: str
    name: str
    outcome: Outcome
    rank: int | None
    reason: str
    criteria: tuple[str, ...]
    agreeing: int
    of: int
    minority: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Concluded:
    """A rating of the panel's own: of whom (key), on which criterion (number), beside which median, and why."""

    application: str
    criterion: str
    level: int
    median: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Signed:
    """What was answered to a closing."""

    verdict: Verdict
    signer: str
    how: SignedHow
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Seal:
    """A closing: its number, code (64 hexadecimal signs), four words, instant, by whom; how it was answered or reopened
    (instant, by whom, why).
    """

    number: int
    code: str
    words: tuple[str, ...]
    at: datetime
    by: str
    signed: Signed | None = None
    reopened: tuple[datetime, str, str] | None = None


@dataclass(frozen=True, slots=True)
class Deliberated:
    """One act: when its grids were opened (and without which, and why), what was proposed, discussed, found and sealed.

    `apart` are (key, criterion number, low, high) where opinions lie two levels or more apart; `said` are sentences on
    agreement and robustness, ready.
    """

    act: Act
    opened_on: date | None = None
    missing: str = ""
    reason: str = ""
    proposed: tuple[Proposed, ...] = ()
    apart: tuple[tuple[str, str, int, int], ...] = ()
    concluded: tuple[Concluded, ...] = ()
    corrected: int = 0
    said: tuple[str, ...] = ()
    seals: tuple[Seal, ...] = ()

    @property
    def seal(self) -> Seal | None:
        """The closing in force."""
        return next((one for one in reversed(self.seals) if one.reopened is None), None)


@dataclass(frozen=True, slots=True)
class MinutesFacts:
    """Everything that the minutes say. `act` is the one that they are sealed for; a draft has no seal of it."""

    act: Act
    language: Language
    organisation: str
    title: str
    contract: str
    reference: str | None
    closes_at: datetime | None
    meetings: tuple[Met, ...]
    seats: tuple[Seat, ...]
    received: Received
    method: Method
    deliberated: tuple[Deliberated, ...]
    letters: Mapping[LetterKind, int] = field(default_factory=dict)
    reserve_until: str = ""
    erase_on: str = ""
    feedback_by: str = ""
    offers: tuple[tuple[str, OfferAnswer, date | None, str], ...] = ()
    """Key, what became of the offer, when, and a note."""
    dated: date = date(2000, 1, 1)

    @property
    def seal(self) -> Seal | None:
        """The closing under which these minutes stand."""
        return next((one.seal for one in self.deliberated if one.act == self.act), None)
