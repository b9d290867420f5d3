"""Who applies in the demonstration: what each person's papers say, and how the panel will read them."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from smes_panel.model.settlement import BRUSSELS
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from smes_panel.paths import resources


class Look(StrEnum):
    """How a person sets their papers."""

    RULED = "ruled"
    MARGIN = "margin"
    WIDE = "wide"
    LARGE = "large"


class Sending(StrEnum):
    """How the papers come in."""

    PLAIN = "plain"
    ALTERNATIVE = "alternative"
    HTML = "html"
    LATIN = "latin"
    WORD = "word"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Post:
    """One line of a career: `lines` say what was done there."""

    title: str
    place: str
    years: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What a member of the panel writes beside a rating of this person."""

    stage: Stage
    criterion: str
    member: str
    words: str


@dataclass(frozen=True, slots=True)
class Applicant:
    """A person who does not exist. An empty `letter` is a letter not sent, an empty `street` an address not given.

    `screening` and `interview` hold what the files and the interview show, a level for each criterion of that stage in
    order, `-` where they do not tell; members then differ around it.
    """

    name: str
    language: Language
    phone: str
    street: str
    town: str
    at: str
    tagline: str
    profile: str
    posts: tuple[Post, ...]
    studies: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    skills: tuple[str, ...]
    others: tuple[str, ...]
    subject: str
    note: tuple[str, ...]
    letter: tuple[str, ...]
    screening: str
    interview: str
    look: Look
    sending: Sending
    remarks: tuple[Note, ...]

    @property
    def sent(self) -> datetime:
        """When the mail was sent, on Brussels' clock; `at` is its day and hour of June 2022."""
        return datetime.strptime(f"2022-06-{self.at}", "%Y-%m-%d %H:%M").replace(tzinfo=BRUSSELS)

    @property
    def slug(self) -> str:
        """The name as a part of a file name."""
        bare = unicodedata.normalize("NFKD", self.name).encode("ascii", "ignore").decode()
        return bare.lower().replace(" ", "-")

    @property
    def email(self) -> str:
        first, _, last = self.slug.partition("-")
        # Marie-Françoise has her hyphen in the first name.
        given = self.name.split(" ", maxsplit=1)[0]
        if "-" in given:
            more, _, last = last.partition("-")
            first = f"{first}-{more}"
        return f"{first}.{last}@exemple.invalid"

    def remark(self, stage: Stage, criterion: str, member: str) -> str:
        """What this member writes there, mostly nothing."""
        asked = (stage, criterion, member)
        return next((one.words for one in self.remarks if (one.stage, one.criterion, one.member) == asked), "")


@cache
def everybody() -> tuple[Applicant, ...]:
    """All of them, in the order in which their papers came; who brought papers by hand comes last."""
    told = json.loads((resources() / "demo" / "people.json").read_text(encoding="utf-8"))
    return tuple(sorted(map(_applicant, told), key=lambda one: (one.sending is Sending.FOLDER, one.sent)))


def _applicant(told: dict[str, Any]) -> Applicant:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    values["language"] = Language(told["language"])
    values["look"], values["sending"] = Look(told["look"]), Sending(told["sending"])
    values["posts"] = tuple(Post(**{**post, "lines": tuple(post["lines"])}) for post in told["posts"])
    values["studies"] = tuple((what, year) for what, year in told["studies"])
    values["remarks"] = tuple(Note(**{**note, "stage": Stage(note["stage"])}) for note in told["remarks"])
    return Applicant(**values)
