"""The facts of one letter, and those of them that the vacancy gives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from smes_panel.model.decision import LetterKind
from smes_panel.model.placeholder import PLACEHOLDERS, Value, read
from smes_panel.model.vacancy import Vacancy
from smes_panel.model.words import Language

_PERMANENT = re.compile(r"ind[eé]termin[eé]e|\bCDI\b|onbepaalde|permanent|open.ended", re.IGNORECASE)
_FIXED_TERM = re.compile(r"d[eé]termin[eé]e|\bCDD\b|bepaalde|fixed.term", re.IGNORECASE)
_REPLACEMENT = re.compile(r"remplacement|vervanging|replacement", re.IGNORECASE)
_PART_TIME = re.compile(r"temps.partiel|mi-?temps|deeltijds|halftijds|part.time", re.IGNORECASE)
_QUOTES = {
    Language.FR: ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»"),
    Language.NL: ("“", "”"),
    Language.EN: ("“", "”"),
}

OF_THE_INTERVIEW = ("interview_date", "interview_time", "interview_address", "room", "lift", "bilingual")
"""What was typed for a person's invitation and holds for their later letters too."""
OF_THE_PERSON = frozenset(
    {"name", "received_on", "reason", "noted_point", "strengths", "interview_date", "interview_time"}
)
"""What differs from one letter to the next; the rest is mostly said once for all of them."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose letter it is. The registered details are settings: what is not given is left out, never invented.

    `shift` moves the recipient's address by so many millimetres right and down, for the envelopes at hand.
    """

    wordmark: str = "Smes"
    address: str = ""
    place: str = ""
    registered: str = ""
    account: str = ""
    shift: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """All that one letter says. `application` is the key ("K-04"); `recipient` the address lines, the name first.

    `dated` is the day the letter bears and the only date its file carries. A value may also be a text as typed:
    it is read as its placeholder says. Without a postal address the letter goes by e-mail, to `email`. The letter is in
    the language that `letter_language` answers for `language`; the sender's lines are given in that one. `text` is the
    template to fill, in that language too; empty for the house's own.
    """

    kind: LetterKind
    language: Language
    application: str
    dated: date
    recipient: tuple[str, ...]
    values: Mapping[str, Value]
    email: str = ""
    sender: Sender = field(default_factory=Sender)
    text: str = ""


def letter_language(language: Language | None) -> Language:
    """The language a person wrote in; French where it is not known."""
    return language or Language.FR


def known(values: Mapping[str, Value], name: str) -> bool:
    """Whether `name` has a value; a text in which nothing shows, or a list of such, is none."""
    value = values.get(name)
    if isinstance(value, tuple):
        return any(shows(one) for one in value)
    return shows(value) if isinstance(value, str) else value is not None


def shows(text: str) -> bool:
    """Whether anything of the text would be seen on paper."""
    return any(each.isprintable() and not each.isspace() for each in text)


def vacancy_values(vacancy: Vacancy, language: Language) -> dict[str, Value]:
    """What a letter in `language` may take from the vacancy: only what the posting says or what was settled since.

    A title in another language than the letter's is quoted as it stands, and words on the start that are neither a day
    nor "as soon as possible" are left for a person to say in the letter's language.
    """
    posting, language = vacancy.posting, letter_language(language)
    foreign = posting.language is not language
    said: dict[str, Value | None] = {
        "reference": vacancy.reference,
        "apply_to": posting.apply_to,
        "ends_on": posting.ends_on,
        "hours_per_week": posting.hours_per_week,
        "renewable": posting.renewable,
        "joint_committee": posting.joint_committee,
        "pay_scale": posting.pay_scale,
    }
    if posting.title:
        opening, closing = _QUOTES[language] if foreign else ("", "")
        said["position"] = f"{opening}{posting.title}{closing}"
    words = posting.contract or ""
    said["contract"] = _length(words, ends=posting.ends_on is not None)
    if _PART_TIME.search(words):
        said["part_time"] = True
    if posting.starts:
        start = read(PLACEHOLDERS["starts"], posting.starts)
        if start == "soon" or isinstance(start, date) or not foreign:
            said["starts"] = start
    return {name: value for name, value in said.items() if value is not None}


def _length(contract: str, *, ends: bool) -> str | None:
    """Whether the contract is for a fixed term or permanent, where the posting leaves no doubt.

    A fixed term "with a view to" a permanent contract, a permanent one with an end and a replacement are for a person
    to settle: an offer that took them one way could be wrong in law.
    """
    permanent = bool(_PERMANENT.search(contract))
    fixed_term = ends or bool(_FIXED_TERM.search(_PERMANENT.sub("", contract)))
    if permanent is fixed_term or _REPLACEMENT.search(contract):
        return None
    return "permanent" if permanent else "fixed_term"
