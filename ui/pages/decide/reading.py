"""From the dossier to what the page that decides shows of a stage and of one person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from smes_panel.model.closing import Act
from smes_panel.model.decision import OfferAnswer, Outcome, Position
from smes_panel.model.panel import Member
from smes_panel.model.vacancy import Criterion, Stage
from ui.session import Session
from ui.widgets.pile import Entry, Heading
from ui.wording import Tongue
from ui.wording import decide as w

OUTCOMES: Mapping[Stage, tuple[Outcome, ...]] = {
    Stage.SCREENING: (Outcome.INVITED, Outcome.NOT_SHORTLISTED, Outcome.WITHDRAWN, Outcome.INADMISSIBLE),
    Stage.INTERVIEW: (Outcome.SELECTED, Outcome.RESERVE, Outcome.NOT_SELECTED, Outcome.WITHDRAWN),
}
"""In the order of their digits: 1 is the first."""

SIGNS: Mapping[Outcome | None, tuple[str, str]] = {
    None: ("circle", "ink3"),
    Outcome.INVITED: ("badge-check", "accent"),
    Outcome.SELECTED: ("badge-check", "accent"),
    Outcome.RESERVE: ("bookmark", "ink2"),
    Outcome.NOT_SHORTLISTED: ("circle-slash", "ink2"),
    Outcome.NOT_SELECTED: ("circle-slash", "ink2"),
    Outcome.WITHDRAWN: ("user-x", "ink2"),
    Outcome.INADMISSIBLE: ("circle-slash", "ink3"),
}
"""The picture and tone of each outcome."""


@dataclass(frozen=True, slots=True)
class Line:
    """One person of the list: their application's id and key, name, outcome, rank, and how many members agree."""

    id: str
    key: str
    name: str
    outcome: Outcome | None
    rank: int | None
    agreeing: int
    promoted: bool


@dataclass(frozen=True, slots=True)
class Stand:
    """Where one member stands on a person: in conflict or not, out of the room or not, and their position."""

    member: Member
    conflicted: bool
    out: bool
    position: Position | None
    text: str


@dataclass(frozen=True, slots=True)
class Person:
    """All that is shown of one person at a stage. `medians` are by criterion code, where the stage is open."""

    id: str
    key: str
    name: str
    stage: Stage
    outcome: Outcome | None
    rank: int | None
    reason: str
    chosen: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    medians: Mapping[str, int]
    stands: tuple[Stand, ...]
    sealed: bool
    promoted: bool
    proposable: bool
    seated: bool
    answer: OfferAnswer | None


def lines(session: Session, stage: Stage, tongue: Tongue) -> tuple[Line, ...]:
    """Everybody about whom this stage decides, by number; at the interview stage, those who were invited."""
    read = session.read
    decisions, raters = read.decisions(), {one.name for one in read.panel() if one.role.rates}
    promoted, closed = read.promotions(), read.closed_to(session.member)
    found = []
    for one in read.applications():
        screened = decisions.get((one.id, Stage.SCREENING))
        invited = screened is not None and screened.outcome is Outcome.INVITED
        if one.merged_into or (stage is Stage.INTERVIEW and not invited):
            continue
        decided = decisions.get((one.id, stage))
        agreeing = sum(
            stand.position is Position.AGREES and stand.member in raters for stand in read.stances(one.id, stage)
        )
        found.append(
            Line(
                one.id,
                one.key,
                one.key if one.id in closed else one.identity.name or tongue(w.NO_NAME),
                decided.outcome if decided else None,
                decided.rank if decided else None,
                agreeing,
                stage is Stage.INTERVIEW and one.id in promoted,
            )
        )
    return tuple(found)


def listed(found: Sequence[Line], stage: Stage, of: int, tongue: Tongue) -> list[Heading | Entry]:
    """The list in groups: what is still to be decided first, then by outcome; the reserve by rank."""
    items: list[Heading | Entry] = []
    for outcome in (None, *OUTCOMES[stage]):
        group = [one for one in found if one.outcome is outcome]
        if not group:
            continue
        if outcome is Outcome.RESERVE:
            group.sort(key=lambda one: (one.rank or len(found) + 1, one.key))
        items.append(Heading(tongue(w.GROUPS[outcome] if outcome else w.UNDECIDED_GROUP), len(group)))
        for one in group:
            picture, tone = SIGNS[one.outcome]
            said = outcome_said(tongue, one.outcome, one.rank)
            if one.promoted:
                said = tongue(w.PROMOTED)
            agreeing = tongue(w.AGREEING, n=one.agreeing, of=of) if one.outcome else ""
            line = ", ".join(part for part in (said, agreeing) if part)
            items.append(Entry(one.key, one.name, line, picture, tone, said))
    return items


def outcome_said(tongue: Tongue, outcome: Outcome | None, rank: int | None) -> str:
    """An outcome in a word or two, with its rank."""
    if outcome is None:
        return tongue(w.UNDECIDED_GROUP)
    if outcome is Outcome.RESERVE and rank is not None:
        return tongue(w.RANKED, rank=rank)
    return tongue(w.GROUPS[outcome])


def person(session: Session, stage: Stage, key: str, tongue: Tongue) -> Person | None:
    """What is shown of the application K-…, or `None` where the stage has no such person."""
    one = next((each for each in lines(session, stage, tongue) if each.key == key), None)
    if one is None:
        return None
    read = session.read
    decided, criteria = read.decided(one.id, stage), read.rated_at(stage)
    out = set(read.stepped_out(one.id, stage))
    stances = {each.member: each for each in read.stances(one.id, stage)}
    seated, final = one.id in read.seated(), read.in_force(Act(Stage.INTERVIEW))
    return Person(
        id=one.id,
        key=key,
        name=one.name,
        stage=stage,
        outcome=one.outcome,
        rank=one.rank,
        reason=decided.reason,
        chosen=decided.criteria,
        criteria=criteria,
        medians=_medians(session, stage, one.id, criteria),
        stands=tuple(
            Stand(
                member,
                one.id in read.closed_to(member),
                member.name in out,
                stances[member.name].position if member.name in stances else None,
                stances[member.name].text if member.name in stances else "",
            )
            for member in read.panel()
            if member.role.rates
        ),
        sealed=read.in_force(Act(stage)) is not None,
        promoted=one.promoted,
        proposable=final is not None
        and final.signed
        and read.live_offer() is None
        and read.next_of_reserve() == one.id,
        seated=stage is Stage.INTERVIEW and seated,
        answer=read.offers()[one.id].answer if one.id in read.offers() else None,
    )


def _medians(session: Session, stage: Stage, application: str, criteria: Sequence[Criterion]) -> dict[str, int]:
    read = session.read
    if read.opened_at(stage) is None or application in read.closed_to(session.member):
        return {}
    found = {one.code: read.median(application, stage, one.code) for one in criteria}
    return {code: level for code, level in found.items() if level is not None}
