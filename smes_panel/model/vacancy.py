"""The vacancy, its posting and its checklist: what the panel recruits for and rates against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from smes_panel.model.words import Language, Words

LEVELS = (1, 2, 3, 4)

LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""What tells the sub-criteria of one criterion apart: 8a, 8b…"""


class Stage(StrEnum):
    """A stage of the selection; a rating belongs to one."""

    SCREENING = "screening"
    INTERVIEW = "interview"


@dataclass(frozen=True, slots=True)
class Profile:
    """One line of the profile as the posting words it, its lines rejoined; an asset (*atout*, *pluspunt*) is not
    essential,
    and a `detail` stands under the nearest line before it that is none.
    """

    wording: str
    asset: bool = False
    detail: bool = False


@dataclass(frozen=True, slots=True)
class Posting:
    """What a posting says and nothing more: `None` or empty where it is silent.

    `hours_per_week` counts hours; `pay_scale` and `joint_committee` are the numbers as printed ("330.04");
    `deadline` is the day named, `closes_at` the instant when the posting gives an hour (Europe/Brussels).
    """

    text: str
    language: Language
    title: str | None = None
    organisation: str | None = None
    reference: str | None = None
    contract: str | None = None
    hours_per_week: float | None = None
    ends_on: date | None = None
    renewable: bool | None = None
    joint_committee: str | None = None
    pay_scale: str | None = None
    starts: str | None = None
    apply_to: str | None = None
    deadline: date | None = None
    closes_at: datetime | None = None
    asks_reference: bool = False
    documents: tuple[str, ...] = ()
    mission: str | None = None
    missions: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    profile: tuple[Profile, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """A line of the checklist. `code` is C01…; `label` is our short name for it, `wording` the posting's own.

    `anchors` say, per stage and level, what that level looks like; `questions` are asked at the interview.
    `essential`, `weight` and `stages` are `None` while nobody has settled them. `parent` is the code of the
    criterion that a sub-criterion details. `proposed` names the columns whose values are proposals still to settle.
    `added` says that the panel added it: it is no line of the posting.
    """

    code: str
    wording: str
    label: Words = Words()
    parent: str | None = None
    essential: bool | None = None
    weight: float | None = None
    stages: tuple[Stage, ...] | None = None
    anchors: Mapping[Stage, Mapping[int, Words]] = field(default_factory=dict)
    questions: tuple[Words, ...] = ()
    proposed: tuple[str, ...] = ()
    added: bool = False

    @property
    def number(self) -> str:
        """The number on tabs and tables: 8 for C08, 8a for C08a. It stays when the criterion is moved."""
        return self.code[1:].lstrip("0")

    @property
    def retired(self) -> bool:
        """Whether it was settled that no stage rates it."""
        return self.stages == () and "stages" not in self.proposed

    def seen_at(self, stage: Stage) -> bool:
        """Whether this criterion is rated at `stage`; until its stages are settled it is rated at each."""
        return self.stages is None or stage in self.stages


@dataclass(frozen=True, slots=True)
class Remark:
    """What the linter says of one criterion; `kind` is a stable word for scripts, `words` the sentence for people."""

    criterion: str
    kind: str
    words: Words


@dataclass(frozen=True, slots=True)
class Vacancy:
    """The vacancy as it stands: what the posting says, completed by what was settled since."""

    posting: Posting
    reference: str | None
    closes_at: datetime | None
    frozen_at: datetime | None


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Something that the posting leaves open: `key` as `settle` takes it, the answer and its date once there is one."""

    key: str
    words: Words
    answer: str | None = None
    settled_at: datetime | None = None
