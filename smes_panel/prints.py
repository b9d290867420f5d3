"""From an open dossier to its prints: which there are, what each waits for, and a folder of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from smes_panel.errors import FolderReadOnly, LetterBlocked, Refused
from smes_panel.model.application import Timeliness
from smes_panel.model.decision import LETTER_FOR, ON_REQUEST, LetterKind, Outcome
from smes_panel.model.letter import LetterFacts, letter_language
from smes_panel.model.placeholder import PLACEHOLDERS, Value
from smes_panel.model.template import Altered, TemplateUnreadable, as_written, difference, parsed, wanted
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from smes_panel.paper.checklist import checklist_pdf
from smes_panel.paper.facts import Person, Recruitment, letter_facts, sheet_facts
from smes_panel.paper.grid import grid_pdf
from smes_panel.paper.letter import letter_pdf
from smes_panel.paper.placing import put
from smes_panel.paper.template import house_text, missing
from smes_panel.queries import Queries
from smes_panel.queries.answers import Application, Written

KIND_OF: dict[tuple[Stage, Outcome], LetterKind] = {asked: kind for kind, asked in LETTER_FOR.items()}
"""The letter that an outcome at a stage asks for; some ask for none."""


class Source(Protocol):
    """An open dossier, or what speaks for one."""

    @property
    def panel(self) -> str: ...
    @property
    def read(self) -> Queries: ...


@dataclass(frozen=True, slots=True)
class Print:
    """One print: what its file is called, and how it is made once it is wanted, from facts that no longer change."""

    name: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Correspondence:
    """How far one person's letter is: the letter that the outcome asks for, if any, the names of the fields it still
    needs, whether its text is its own, and why it has no text at all.
    """

    application: Application
    outcome: Outcome | None
    kind: LetterKind | None = None
    missing: tuple[str, ...] = ()
    own: bool = False
    blocked: str = ""

    @property
    def ready(self) -> bool:
        return self.kind is not None and not self.missing and not self.blocked


@dataclass(frozen=True, slots=True)
class LetterText:
    """The text of a kind of letter in a language: the one in force, and the house's; either may be missing.

    `unsaid` names the blanks that the house's text has and this one has not.
    """

    kind: LetterKind
    language: Language
    text: str
    house: str
    at: datetime | None = None
    unsaid: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        return self.at is not None


def recruitment(source: Source) -> Recruitment:
    """What every print of this dossier shares."""
    read = source.read
    rated = read.applications_read()
    return Recruitment(source.panel, read.vacancy(), read.panel(), read.answers(), rated, read.templates())


def correspondence(source: Source, stage: Stage, dated: date) -> tuple[Correspondence, ...]:
    """Everybody about whom this stage decides, by number: at the interview stage, who is invited."""
    read = source.read
    decisions = read.decisions()
    shared = recruitment(source)
    found = []
    promoted, texts = read.promotions(), _own_texts(read)
    for one in read.applications():
        fields = {at: decisions[one.id, at].fields for at in Stage if (one.id, at) in decisions}
        outcomes = {at: decisions[one.id, at].outcome for at in Stage if (one.id, at) in decisions}
        if one.merged_into or (stage is Stage.INTERVIEW and outcomes.get(Stage.SCREENING) is not Outcome.INVITED):
            continue
        outcome = outcomes.get(stage)
        kind = KIND_OF.get((stage, outcome)) if outcome else None
        if stage is Stage.INTERVIEW and one.id in promoted:
            kind = LetterKind.OFFER
        person = Person(one, fields, texts.get(one.id, {}))
        found.append(_how_far(shared, person, kind, outcome, dated) if kind else Correspondence(one, outcome))
    return tuple(found)


def correspondence_of(source: Source, kind: LetterKind, dated: date) -> tuple[Correspondence, ...]:
    """Everybody who is due a letter of this kind, by number; one that is sent on request may go to anybody."""
    read, shared = source.read, recruitment(source)
    return tuple(_how_far(shared, person, kind, None, dated) for person in _people(read, _due(read, kind)[0]))


def _how_far(
    shared: Recruitment, person: Person, kind: LetterKind, outcome: Outcome | None, dated: date
) -> Correspondence:
    facts = letter_facts(shared, kind, person, dated)
    own = (kind, facts.language) in person.texts
    try:
        lacks = tuple(field.name for field in missing(facts))
    except LetterBlocked as why:
        return Correspondence(person.application, outcome, kind, own=own, blocked=str(why))
    return Correspondence(person.application, outcome, kind, lacks, own)


def letter_texts(source: Source) -> tuple[LetterText, ...]:
    """The texts that letters are made from, kind by kind, in each language."""
    written = source.read.templates()
    return tuple(_text(kind, language, written.get((kind, language))) for kind in LetterKind for language in Language)


def letter_text(source: Source, kind: LetterKind, language: Language) -> LetterText:
    """The text that letters of this kind in this language are made from."""
    return _text(kind, language, source.read.templates().get((kind, language)))


def _text(kind: LetterKind, language: Language, written: Written | None) -> LetterText:
    try:
        house = as_written(house_text(kind, language))
    except LetterBlocked:
        house = ""
    if written is None:
        return LetterText(kind, language, house, house)
    try:
        said = set(wanted(parsed(written.text, language)))
    except TemplateUnreadable:
        said = set()
    asked = wanted(parsed(house, language)) if house else ()
    unsaid = tuple(one.name for one in asked if one not in said)
    return LetterText(kind, language, written.text, house, written.at, unsaid)


def own_difference(source: Source, kind: LetterKind, application: Application) -> tuple[Altered, ...]:
    """One letter's own text beside the template of its kind, paragraph by paragraph; empty where it has none."""
    language = letter_language(application.identity.language)
    own = source.read.own_texts().get((application.id, kind, language))
    return difference(letter_text(source, kind, language).text, own.text) if own else ()


def facts_of(source: Source, kind: LetterKind, application: Application, dated: date) -> LetterFacts:
    """What the letter of this kind to this person would say today."""
    return letter_facts(recruitment(source), kind, next(_people(source.read, [application.id])), dated)


def specimen(source: Source, kind: LetterKind, language: Language, dated: date) -> LetterFacts:
    """A letter of this kind to nobody: what all letters share, and the samples of the fields for the rest."""
    shared = recruitment(source)
    written = shared.templates.get((kind, language))
    samples: dict[str, Value] = {name: one.sample.said(language) for name, one in PLACEHOLDERS.items()}
    return LetterFacts(
        kind=kind,
        language=language,
        application="K-00",
        dated=dated,
        recipient=(str(samples["name"]),),
        values=samples | shared.common(language),
        sender=shared.sender(language),
        text=written.text if written else "",
    )


def facts_of_many(source: Source, kinds: Mapping[str, LetterKind], dated: date) -> Iterator[tuple[str, LetterFacts]]:
    """What the letters of these kinds, by application id, would say today; what they share is read once."""
    shared = recruitment(source)
    for person in _people(source.read, list(kinds)):
        yield person.application.id, letter_facts(shared, kinds[person.application.id], person, dated)


def letter(facts: LetterFacts) -> Print:
    """One letter. Making it raises LetterBlocked where it lacks a fact."""
    return Print(f"{facts.application}-{facts.kind}.pdf", partial(letter_pdf, facts))


def letters(source: Source, kind: LetterKind, dated: date, only: Sequence[str] = ()) -> tuple[Print, ...]:
    """One letter per person who is due it, of those named in `only` (K-01) or of all. Raises Refused."""
    wanted = dict.fromkeys(due(source, kind, only), kind)
    return tuple(letter(facts) for _, facts in facts_of_many(source, wanted, dated))


def due(source: Source, kind: LetterKind, only: Sequence[str] = ()) -> tuple[str, ...]:
    """The ids of those who are due a letter of this kind, of those named in `only` (K-01) or of all. Raises Refused."""
    if kind in ON_REQUEST and not only:
        raise Refused(f"A letter {kind} is for somebody who asked: say for whom with --only. Nothing was made.")
    return tuple(_chosen(source.read, *_due(source.read, kind), only))


def grids(
    source: Source,
    printed_on: date,
    language: Language | None,
    only: Sequence[str] = (),
    members: Collection[str] | None = None,
) -> tuple[Print, ...]:
    """One interview grid per person invited and member who rates, of those named in `only` (K-01) and `members` (ids).

    Without a `language`, each is in its person's. Raises Refused.
    """
    read = source.read
    invited = _chosen(read, read.with_outcome(Stage.SCREENING, Outcome.INVITED), "is not invited", only)
    raters = [member for member in read.panel() if member.role.rates]
    if not raters:
        raise Refused(
            "Nobody on the panel rates yet: add the chair and the members with `panel --add`. No grid was made."
        )
    shared, criteria, posted = recruitment(source), read.rated_at(Stage.INTERVIEW), read.posting().language
    found = []
    for person in _people(read, invited):
        spoken = language or person.application.identity.language or posted
        for member in raters:
            if members is not None and member.id not in members:
                continue
            facts = sheet_facts(
                shared, Stage.INTERVIEW, criteria, language=spoken, printed_on=printed_on, person=person, member=member
            )
            name = f"{person.application.key}-{member.number:02d}-{_safe(member.name)}.pdf"
            found.append(Print(name, partial(grid_pdf, facts)))
    return tuple(found)


def checklist(source: Source, printed_on: date, language: Language) -> Print:
    """The blank reading grid."""
    criteria = source.read.rated_at(Stage.SCREENING)
    facts = sheet_facts(recruitment(source), Stage.SCREENING, criteria, language=language, printed_on=printed_on)
    return Print("checklist.pdf", partial(checklist_pdf, facts))


def laid(
    prints: Sequence[Print], folder: Path
) -> Generator[tuple[int, int], None, tuple[int, tuple[LetterBlocked, ...]]]:
    """Makes these prints and puts each in place whole; yields how many of how many are done.

    Returns how many there are, and why each of the others could not be made. Stopped at any step, it leaves whole
    files only. Raises FolderReadOnly, FileExists.
    """
    folder_made(folder)
    blocked: list[LetterBlocked] = []
    for done, one in enumerate(prints, 1):
        try:
            content = one.make()
        except LetterBlocked as lacking:
            blocked.append(lacking)
        else:
            put(folder / one.name, content)
        yield done, len(prints)
    return len(prints) - len(blocked), tuple(blocked)


def folder_made(path: Path) -> Path:
    """A folder for prints. Raises FolderReadOnly."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderReadOnly(f"The folder {path} cannot be made ({error.strerror}). Nothing was printed.") from None
    return path


def _people(read: Queries, chosen: Sequence[str]) -> Iterator[Person]:
    """Those chosen, with the fields typed for them; the list is read once, however many they are."""
    if len(chosen) == 1:
        known = {chosen[0]: read.application(read.keys()[chosen[0]])}
    else:
        known = {one.id: one for one in read.applications()}
    texts = _own_texts(read)
    for one in chosen:
        yield Person(known[one], {stage: read.decided(one, stage).fields for stage in Stage}, texts.get(one, {}))


def _own_texts(read: Queries) -> Mapping[str, Mapping[tuple[LetterKind, Language], Written]]:
    found: dict[str, dict[tuple[LetterKind, Language], Written]] = {}
    for (application, kind, language), text in read.own_texts().items():
        found.setdefault(application, {})[kind, language] = text
    return found


def _due(read: Queries, kind: LetterKind) -> tuple[tuple[str, ...], str]:
    """Who is due a letter of this kind, and what is said of somebody who is not."""
    if kind in LETTER_FOR:
        stage, asked = LETTER_FOR[kind]
        due = read.seated() if kind is LetterKind.OFFER else read.with_outcome(stage, asked)
        return due, f"is not {asked} at {stage}"
    match kind:
        case LetterKind.INADMISSIBLE:
            return read.with_outcome(Stage.SCREENING, Outcome.INADMISSIBLE), "is not inadmissible"
        case LetterKind.WITHDRAWAL:
            left = (one for stage in Stage for one in read.with_outcome(stage, Outcome.WITHDRAWN))
            return tuple(dict.fromkeys(left)), "is not withdrawn"
        case LetterKind.POSTPONEMENT | LetterKind.ATTESTATION:
            return read.with_outcome(Stage.SCREENING, Outcome.INVITED), "is not invited"
        case LetterKind.RENEWAL:
            return read.with_outcome(Stage.INTERVIEW, Outcome.RESERVE), "is not on the reserve list"
    own = [one for one in read.applications() if not one.merged_into]
    match kind:
        case LetterKind.MISSING_DOCUMENT:
            return tuple(one.id for one in own if one.missing), "lacks no document"
        case LetterKind.LATE:
            late = (one.id for one in own if one.timeliness is Timeliness.LATE and not one.admitted)
            return tuple(late), "is not late, or is examined all the same"
    return tuple(one.id for one in own), "is part of another application"


def _chosen(read: Queries, candidates: tuple[str, ...], otherwise: str, only: Sequence[str]) -> list[str]:
    named = [read.application_id(key) for key in only]
    for key, application in zip(only, named, strict=True):
        if application not in candidates:
            raise Refused(f"{key} {otherwise}. Nothing was made.")
    return list(dict.fromkeys(named)) or list(candidates)


def _safe(name: str) -> str:
    """A member's name as a part of a file name: letters and digits only, so that it is never a path."""
    return "-".join("".join(c if c.isalnum() else " " for c in name).split())[:60] or "member"
