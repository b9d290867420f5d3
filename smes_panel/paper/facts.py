"""From the answers of the queries to the facts of a print: what a sheet or a letter will say, and whose it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from smes_panel.model.comparison import Compared
from smes_panel.model.decision import LETTER_FOR, LetterKind, Outcome
from smes_panel.model.letter import OF_THE_INTERVIEW, LetterFacts, Sender, letter_language, vacancy_values
from smes_panel.model.panel import Member, Role
from smes_panel.model.placeholder import PLACEHOLDERS, Value, read
from smes_panel.model.settlement import BRUSSELS, SENDER_FACTS
from smes_panel.model.sheet import SheetFacts
from smes_panel.model.vacancy import Criterion, Stage, Vacancy
from smes_panel.model.words import Language, Words
from smes_panel.paper import captions
from smes_panel.paper.prose import day, hour
from smes_panel.queries.answers import Application, Consensus, Correction, Opened, Settled, Written

_DOCUMENTS = {
    "cv": Words("le curriculum vitae", "het curriculum vitae", "the curriculum vitae"),
    "letter": Words("la lettre de motivation", "de motivatiebrief", "the covering letter"),
}
FORM_VERSION = 1
"""The version of the sheets' geometry; a scan is read with the geometry of the version it carries."""


@dataclass(frozen=True, slots=True)
class Recruitment:
    """What every print of one dossier shares. `dossier` is its id, of which a sheet carries the first eight signs."""

    dossier: str
    vacancy: Vacancy
    panel: Sequence[Member]
    answers: Mapping[str, Settled]
    applications_read: int = 0
    templates: Mapping[tuple[LetterKind, Language], Written] = field(default_factory=dict)

    @property
    def organisation(self) -> str:
        return self.vacancy.posting.organisation or "Smes"

    def _holder(self, role: Role) -> str | None:
        return next((member.name for member in self.panel if member.role is role), None)

    def common(self, language: Language) -> dict[str, Value]:
        """The values that all letters of this recruitment share, as known today."""
        known: dict[str, Value | None] = {
            **vacancy_values(self.vacancy, language),
            "chair_name": self._holder(Role.CHAIR),
            "director_name": self._holder(Role.DIRECTOR),
            "contact_person": self._holder(Role.SECRETARY),
            "panel_members": tuple(member.name for member in self.panel if member.role.rates),
            "applications_count": self.applications_read or None,
            **self._deadline(),
            **self.settled(PLACEHOLDERS, language),
        }
        return {name: value for name, value in known.items() if value is not None}

    def _deadline(self) -> dict[str, Value]:
        closes_at = self.vacancy.closes_at
        if closes_at is None:
            return {}
        closed = closes_at.astimezone(BRUSSELS)
        return {"closed_on": closed.date(), "closed_at": closed.time().replace(second=0, microsecond=0)}

    def sender(self, language: Language) -> Sender:
        """The letterhead: what was settled, nothing invented."""
        facts = self.settled([f"sender.{name}" for name in SENDER_FACTS], language)
        settled = {name.removeprefix("sender."): fact for name, fact in facts.items()}
        return Sender(
            wordmark=settled.get("wordmark", self.organisation),
            address=settled.get("address", ""),
            place=settled.get("place", ""),
            registered=settled.get("registered", ""),
            account=settled.get("account", ""),
        )

    def settled(self, names: Iterable[str], language: Language) -> dict[str, str]:
        """What was settled under these names; an answer for this very language (`sender.place.nl`) wins."""
        spoken = {name: self.answers.get(f"{name}.{language}") or self.answers.get(name) for name in names}
        return {name: answer.value for name, answer in spoken.items() if answer is not None}


@dataclass(frozen=True, slots=True)
class Person:
    """The application that a print is about, the fields typed for it at each stage, the texts of its letters."""

    application: Application
    fields: Mapping[Stage, Mapping[str, str]] = field(default_factory=dict)
    texts: Mapping[tuple[LetterKind, Language], Written] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ComparisonFacts:
    """What the comparison table of an opened stage says. `names` and `outcomes` are by application key.

    `lines` come in the order in which they are printed; `sorted_by` names the criterion code (or `mean`) when that is
    not the order of the numbers. `raters` have handed in at least one grid of the stage. `seen_at` is the instant at
    which the table said this.
    """

    organisation: str
    title: str
    reference: str | None
    stage: Stage
    language: Language
    criteria: tuple[Criterion, ...]
    lines: tuple[Compared, ...]
    names: Mapping[str, str]
    outcomes: Mapping[str, Outcome]
    raters: int
    frozen_on: date | None
    seen_at: datetime
    sorted_by: str = ""
    said: tuple[str, ...] = ()


def sheet_facts(
    recruitment: Recruitment,
    stage: Stage,
    criteria: Sequence[Criterion],
    *,
    language: Language,
    printed_on: date,
    person: Person | None = None,
    member: Member | None = None,
) -> SheetFacts:
    """A sheet for these criteria; blank where `person` and `member` are not given."""
    fields = dict(person.fields.get(Stage.SCREENING, {})) if person else {}
    return SheetFacts(
        dossier=recruitment.dossier[:8].upper(),
        organisation=recruitment.organisation,
        title=recruitment.vacancy.posting.title or "",
        reference=recruitment.vacancy.reference,
        stage=stage,
        language=language,
        criteria=tuple(criteria),
        form_version=FORM_VERSION,
        printed_on=printed_on,
        application=person.application.key if person else None,
        candidate=(person.application.identity.name or person.application.key) if person else None,
        member=member,
        when=_when(fields, language),
        room=fields.get("room") or recruitment.settled(["room"], language).get("room"),
    )


def comparison_facts(
    recruitment: Recruitment,
    opened: Opened,
    lines: Sequence[Compared],
    *,
    names: Mapping[str, str],
    outcomes: Mapping[str, Outcome],
    language: Language,
    seen_at: datetime,
    sorted_by: str = "",
    said: Sequence[str] = (),
    consensus: Mapping[tuple[str, str], Consensus] | None = None,
    corrections: Sequence[Correction] = (),
) -> ComparisonFacts:
    """The comparison table of an opened stage, its `lines` in the order in which they are printed.

    What the panel concluded and what members corrected after the opening is said under it: the figures of the table
    are those of the initial ratings.
    """
    frozen_at = recruitment.vacancy.frozen_at
    shown = {one.key for one in lines}
    return ComparisonFacts(
        organisation=recruitment.organisation,
        title=recruitment.vacancy.posting.title or "",
        reference=recruitment.vacancy.reference,
        stage=opened.stage,
        language=language,
        criteria=opened.criteria,
        lines=tuple(lines),
        names={key: names[key] for key in shown if key in names},
        outcomes={key: outcome for key, outcome in outcomes.items() if key in shown},
        raters=len({rating.member for rating in opened.ratings}),
        frozen_on=frozen_at.astimezone(BRUSSELS).date() if frozen_at else None,
        seen_at=seen_at,
        sorted_by=sorted_by,
        said=(*_revised(consensus or {}, corrections, opened, shown, language), *said),
    )


def _revised(
    consensus: Mapping[tuple[str, str], Consensus],
    corrections: Sequence[Correction],
    opened: Opened,
    shown: Collection[str],
    language: Language,
) -> Iterator[str]:
    numbers = {criterion.code: criterion.number for criterion in opened.criteria}
    for (key, code), one in sorted(consensus.items(), key=lambda each: each[0]):
        if key in shown and code in numbers:
            median = "–" if one.median is None else str(one.median)
            words = captions.CONCLUDED.said(language)
            yield words.format(key=key, number=numbers[code], level=one.level, median=median, why=one.sentence).strip()
    for each in corrections:
        rating = each.rating
        if rating.application in shown and rating.criterion in numbers:
            first, level = ("–" if one.level is None else str(one.level) for one in (each.first, rating.answer))
            yield (
                captions.CORRECTED.said(language)
                .format(
                    member=rating.member,
                    key=rating.application,
                    number=numbers[rating.criterion],
                    first=first,
                    level=level,
                    why=each.reason,
                )
                .strip()
            )


def _when(fields: Mapping[str, str], language: Language) -> str | None:
    said = []
    for name in ("interview_date", "interview_time"):
        if name in fields:
            value = read(PLACEHOLDERS[name], fields[name])
            if isinstance(value, date):
                said.append(day(value, language, weekday=True))
            elif isinstance(value, time):
                said.append(hour(value, language))
    return ", ".join(said) or None


def letter_facts(recruitment: Recruitment, kind: LetterKind, person: Person, dated: date) -> LetterFacts:
    """The letter of this kind to this person, in their language; what was typed for them wins over what all share."""
    application = person.application
    language = letter_language(application.identity.language)
    written = person.texts.get((kind, language)) or recruitment.templates.get((kind, language))
    asked = LETTER_FOR.get(kind)
    common = recruitment.common(language)
    values: dict[str, Value] = dict(common)
    values["name"] = application.identity.name
    if application.received_at is not None:
        received = application.received_at.astimezone(BRUSSELS)
        values |= {"received_on": received.date(), "received_at": received.time().replace(second=0, microsecond=0)}
    if lacking := tuple(_DOCUMENTS[one].said(language) for one in application.missing if one in _DOCUMENTS):
        values["missing_documents"] = lacking
    invited = person.fields.get(Stage.SCREENING, {})
    values |= {name: invited[name] for name in OF_THE_INTERVIEW if name in invited}
    for stage in (asked[0],) if asked else Stage:
        values |= person.fields.get(stage, {})
    # One setting says until when data are kept, for everybody: no letter promises another day, and there is no default.
    values.pop("erase_on", None)
    if "erase_on" in common:
        values["erase_on"] = common["erase_on"]
    address = [line.strip() for line in application.identity.address.splitlines() if line.strip()]
    return LetterFacts(
        kind=kind,
        language=language,
        application=application.key,
        dated=dated,
        recipient=tuple(line for line in (application.identity.name.strip(), *address) if line),
        values=values,
        email=application.identity.email,
        sender=recruitment.sender(language),
        text=written.text if written else "",
    )
