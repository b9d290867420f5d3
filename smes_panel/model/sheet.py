"""Sheets of paper that can be read back: whose they are, the code they carry, and where each box lies on them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smes_panel.errors import BadInput
from smes_panel.model.application import key_of
from smes_panel.model.panel import Member
from smes_panel.model.vacancy import Criterion, Stage
from smes_panel.model.words import Language

# No 0 O 1 I L. A prime number of them, so that one weighted sum catches every wrong sign and every swap.
SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
TYPED = 16
"""How many signs the typed code has, its check sign last."""

_PRIME = len(SIGNS)
_DOSSIER = re.compile(r"[0-9A-Z]{8}\Z")
_KEY = re.compile(r"K-(\d{2,4})\Z")
_STAGES = (Stage.SCREENING, Stage.INTERVIEW)
# How many values each part of the code may take, the dossier apart (36 to the eighth).
_APPLICATIONS, _MEMBERS, _PAGES, _VERSIONS = 10_000, 100, 64, 64


@dataclass(frozen=True, slots=True)
class SheetCode:
    """What a printed page says of itself to a reader: no name, only numbers.

    `dossier` is eight signs 0-9 A-Z; `application` and `member` are numbers, `None` on a blank sheet.
    """

    dossier: str
    application: int | None
    member: int | None
    stage: Stage
    page: int
    version: int

    def __post_init__(self) -> None:
        inside = (
            _DOSSIER.match(self.dossier),
            self.application is None or 0 < self.application < _APPLICATIONS,
            self.member is None or 0 < self.member < _MEMBERS,
            0 < self.page <= _PAGES,
            0 < self.version <= _VERSIONS,
        )
        if not all(inside):
            raise ValueError(f"a sheet cannot carry {self}")

    @property
    def typed(self) -> str:
        """The whole of it in sixteen signs that are not taken for one another, the last one a check."""
        rest = int(self.dossier, 36)
        for value, among in (
            (self.application or 0, _APPLICATIONS),
            (self.member or 0, _MEMBERS),
            (_STAGES.index(self.stage), len(_STAGES)),
            (self.page - 1, _PAGES),
            (self.version - 1, _VERSIONS),
        ):
            rest = rest * among + value
        signs = []
        for _ in range(TYPED - 1):
            rest, sign = divmod(rest, _PRIME)
            signs.append(sign)
        missing = -_weighed(signs) * pow(TYPED, -1, _PRIME) % _PRIME
        return "".join(SIGNS[sign] for sign in (*signs, missing))

    @property
    def payload(self) -> str:
        """What the square code holds; its last field is the check sign of the typed code."""
        key = "" if self.application is None else key_of(self.application)
        member = "" if self.member is None else str(self.member)
        fields = (self.dossier, key, member, self.stage.value, str(self.page), str(self.version))
        return "|".join(("SMES1", *fields, self.typed[-1]))


def _weighed(signs: list[int]) -> int:
    """The sum of the signs, each times its place: weights differ and none is a multiple of the prime."""
    return sum(place * sign for place, sign in enumerate(signs, start=1)) % _PRIME


def code_typed(text: str) -> SheetCode:
    """The code that a person typed, in any case, with or without spaces. Raises BadInput where it cannot be one."""
    signs = re.sub(r"[\s·.-]", "", text).upper()
    values = [SIGNS.find(sign) for sign in signs]
    if len(values) != TYPED or min(values) < 0 or _weighed(values):
        raise BadInput("This is not the code of a sheet: one of its 16 signs is missing or misread; please check it.")
    rest = 0
    for value in reversed(values[:-1]):
        rest = rest * _PRIME + value
    parts = []
    for among in (_VERSIONS, _PAGES, len(_STAGES), _MEMBERS, _APPLICATIONS):
        rest, part = divmod(rest, among)
        parts.append(part)
    version, page, stage, member, application = parts
    if rest >= 36**8:
        raise BadInput("This is not the code of a sheet of ours; please check its 16 signs.")
    return SheetCode(_base36(rest), application or None, member or None, _STAGES[stage], page + 1, version + 1)


def code_scanned(payload: str) -> SheetCode:
    """The code read from the square. Raises BadInput where it is not one of ours or does not agree with its check."""
    fields = payload.split("|")
    try:
        form, dossier, key, member, stage, page, version, _ = fields
        number = _KEY.match(key)
        code = SheetCode(
            dossier,
            int(number[1]) if number else None,
            int(member) if member else None,
            Stage(stage),
            int(page),
            int(version),
        )
    except ValueError:
        form, code = "", None
    if form != "SMES1" or code is None or code.payload != payload:
        raise BadInput("This square code is not one of our sheets; please check that the right page was scanned.")
    return code


def _base36(number: int) -> str:
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    signs = []
    for _ in range(8):
        number, sign = divmod(number, 36)
        signs.append(digits[sign])
    return "".join(reversed(signs))


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """All that a sheet says. `dossier` is eight signs 0-9 A-Z; `application` a key as K-04.

    On a blank sheet `application`, `candidate` and `member` are `None`; `when` and `room` are as people read them.
    """

    dossier: str
    organisation: str
    title: str
    reference: str | None
    stage: Stage
    language: Language
    criteria: tuple[Criterion, ...]
    form_version: int
    printed_on: date
    application: str | None = None
    candidate: str | None = None
    member: Member | None = None
    when: str | None = None
    room: str | None = None

    @property
    def asked(self) -> tuple[Criterion, ...]:
        """The criteria of this sheet: those rated at its stage, in their order."""
        return tuple(criterion for criterion in self.criteria if criterion.seen_at(self.stage))

    def code(self, page: int) -> SheetCode:
        """The code of one page; pages count from 1."""
        number = _KEY.match(self.application or "")
        if self.application is not None and number is None:
            raise ValueError(f"not the key of an application: {self.application!r}")
        return SheetCode(
            self.dossier,
            int(number[1]) if number else None,
            self.member.number if self.member else None,
            self.stage,
            page,
            self.form_version,
        )


class Appraisal(StrEnum):
    """What a member would do with the whole, asked at the end of an interview grid."""

    RETAIN = "retain"
    DISCUSS = "discuss"
    RESERVE = "reserve"
    DECLINE = "decline"
    ABSTAIN = "abstain"


class Writing(StrEnum):
    """What is written by hand in a zone."""

    CANDIDATE = "candidate"
    NUMBER = "number"
    MEMBER = "member"
    WHEN = "when"
    ROOM = "room"
    NOTES = "notes"
    EVIDENCE = "evidence"
    SENTENCE = "sentence"
    REMARK = "remark"
    ENDED = "ended"
    DATE = "date"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Corner:
    """A square mark by which the page is found and straightened; only the top left one is hollow."""

    x: float
    y: float
    size: float
    hollow: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A square to cross, for one level of one criterion: 0 is *cannot be assessed*."""

    criterion: str
    level: int
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Choice:
    """A square to cross, for one appraisal of the whole."""

    appraisal: Appraisal
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Zone:
    """Where something is written by hand; `criterion` is empty where it concerns the whole sheet."""

    writing: Writing
    criterion: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page as a reader needs it: everything in millimetres from the top left of an A4 sheet.

    `qr` is the x, y and side of the square code without its quiet zone.
    """

    code: SheetCode
    pages: int
    corners: tuple[Corner, ...]
    qr: tuple[float, float, float]
    boxes: tuple[Box, ...]
    choices: tuple[Choice, ...]
    zones: tuple[Zone, ...]
