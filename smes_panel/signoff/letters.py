"""Letters on their way out: what each says as a digest, which are complete, which may leave."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from smes_panel import prints
from smes_panel.dossier import Dossier
from smes_panel.errors import LetterBlocked, Refused
from smes_panel.gestures.correspondence import MarkReady, RecordSending, Release, act_of
from smes_panel.gestures.gesture import Together
from smes_panel.model.change import canonical
from smes_panel.model.closing import Act
from smes_panel.model.decision import LETTER_FOR, SIGNED_FIRST, LetterKind, LetterState, SendingHow, SendingState
from smes_panel.model.letter import LetterFacts
from smes_panel.paper.placing import put
from smes_panel.paper.template import said
from smes_panel.prints import Source
from smes_panel.queries.answers import Sending

NO_DAY = date(2000, 1, 1)
"""Stands for the day of a letter where only its words are asked for: no day is among them."""


@dataclass(frozen=True, slots=True)
class Blocked:
    """A letter that is not complete: of whom (key), and why in one sentence."""

    application: str
    kind: LetterKind
    why: str


def digest(facts: LetterFacts) -> str:
    """What a letter says, whatever the day it bears: SHA-256 of its words, its reader and its sender. Raises
    LetterBlocked where it is not complete.
    """
    words = said(facts)
    reader = [facts.kind.value, facts.language.value, facts.application, list(facts.recipient), facts.email]
    return hashlib.sha256(canonical([reader, asdict(facts.sender), asdict(words)])).hexdigest()


def kind_for(source: Source, application: str, act: Act) -> LetterKind:
    """The letter that waits for the signature of this act for the application with this id."""
    if act.promoted:
        return LetterKind.OFFER
    outcome = source.read.decided(application, act.stage).outcome
    return next(kind for kind, asked in LETTER_FOR.items() if asked == (act.stage, outcome))


def digests(source: Source, act: Act) -> tuple[dict[str, str], tuple[Blocked, ...]]:
    """The digests of the letters (by application id) that wait for this act, and which of them are not complete."""
    found: dict[str, str] = {}
    blocked: list[Blocked] = []
    kinds = {one: kind_for(source, one, act) for one in source.read.awaiting_signature(act)}
    for one, facts in prints.facts_of_many(source, kinds, NO_DAY):
        try:
            found[one] = digest(facts)
        except LetterBlocked as lacking:
            blocked.append(Blocked(facts.application, facts.kind, str(lacking)))
    return found, tuple(blocked)


def to_ready(
    source: Source, kind: LetterKind, applications: Sequence[str], dated: date
) -> tuple[Together, tuple[Blocked, ...]]:
    """The gesture that marks the letters of this kind to these applications (ids) ready, all that are complete as one
    step, and why each of the others is not.
    """
    gestures: list[MarkReady] = []
    blocked: list[Blocked] = []
    for one, facts in prints.facts_of_many(source, dict.fromkeys(applications, kind), dated):
        try:
            gestures.append(MarkReady(one, kind, digest(facts), dated))
        except LetterBlocked as lacking:
            blocked.append(Blocked(facts.application, kind, str(lacking)))
    return Together(tuple(gestures)), tuple(blocked)


def to_release(source: Source, kind: LetterKind, applications: Sequence[str]) -> Release:
    """The gesture that releases the letters of this kind to these applications (ids), all or none. Raises Refused."""
    return Release(kind, tuple(applications), tuple(_now(source, kind, applications).items()))


def printed(
    dossier: Dossier, kind: LetterKind, applications: Sequence[str], folder: Path, dated: date
) -> Generator[tuple[int, int], None, tuple[int, tuple[LetterBlocked, ...]]]:
    """Prints letters of this kind into a folder, each put in place whole; yields how many of how many are done.

    One that was released is recorded as printed, under the day it bears; any other is a draft to look at. Returns how
    many there are, and why each of the others could not be made. Stopped at any step, it leaves whole files only.
    Raises FolderReadOnly, FileExists.
    """
    prints.folder_made(folder)
    blocked: list[LetterBlocked] = []
    lives = dossier.read.letters(kind=kind)
    every = prints.facts_of_many(dossier, dict.fromkeys(applications, kind), dated)
    for done, (one, now) in enumerate(tuple(every), 1):
        life = lives.get((one, kind))
        free = life is not None and life.state not in (LetterState.DRAFT, LetterState.READY)
        facts = replace(now, dated=life.dated) if life is not None and free and life.dated else now
        made = prints.letter(facts)
        try:
            content = made.make()
        except LetterBlocked as lacking:
            blocked.append(lacking)
        else:
            put(folder / made.name, content)
            if free:
                dossier.do(RecordSending(one, kind, _on_paper(dossier, facts, content), digest(facts)))
        yield done, len(applications)
    return len(applications) - len(blocked), tuple(blocked)


def _on_paper(dossier: Dossier, facts: LetterFacts, content: bytes) -> Sending:
    at = dossier.now()
    return Sending(
        f"print {at.isoformat(timespec='microseconds')}",
        SendingHow.PRINT,
        SendingState.PRINTED,
        at,
        recipient=" · ".join(facts.recipient),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def in_state(source: Source, kind: LetterKind, state: LetterState) -> tuple[str, ...]:
    """The ids of those whose letter of this kind is that far, by number."""
    lives, keys = source.read.letters(kind=kind), source.read.keys()
    return tuple(one for one in keys if (one, kind) in lives and lives[one, kind].state is state)


def _now(source: Source, kind: LetterKind, applications: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    if kind in SIGNED_FIRST:
        for act in _acts(source, kind, applications):
            found |= digests(source, act)[0]
    for one, facts in prints.facts_of_many(source, dict.fromkeys(applications, kind), NO_DAY):
        if one not in found:
            try:
                found[one] = digest(facts)
            except LetterBlocked as lacking:
                raise Refused(f"{lacking} Nothing was released.") from None
    return found


def _acts(source: Source, kind: LetterKind, applications: Iterable[str]) -> Iterator[Act]:
    yield from dict.fromkeys(act_of(source.read, one, kind) for one in applications)


def unanswered(source: Source) -> tuple[str, ...]:
    """The keys of those who have no answer yet: no letter that ends their application has left."""
    read = source.read
    last = {
        LetterKind.LATE,
        LetterKind.INADMISSIBLE,
        LetterKind.REFUSAL_SCREENING,
        LetterKind.REFUSAL_INTERVIEW,
        LetterKind.RESERVE,
        LetterKind.OFFER,
        LetterKind.WITHDRAWAL,
    }
    merged, gone = read.merged(), {LetterState.SENT, LetterState.PRINTED}
    answered = {one for (one, kind), life in read.letters().items() if kind in last and life.state in gone}
    return tuple(
        key for one, key in read.keys().items() if one not in answered and one not in merged and read.is_here(one)
    )
