"""The minutes that write themselves: from what was recorded to the facts of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from smes_panel.insight.agreement import agreement, table_of
from smes_panel.insight.comparison import compared
from smes_panel.insight.robustness import trials
from smes_panel.model.closing import Act, Closing
from smes_panel.model.decision import LETTER_FOR, LetterKind, Outcome, Position
from smes_panel.model.minutes import (
    Concluded,
    Deliberated,
    Met,
    Method,
    MinutesFacts,
    Proposed,
    Received,
    Recused,
    Seal,
    Seat,
    Signed,
)
from smes_panel.model.panel import Role
from smes_panel.model.placeholder import PLACEHOLDERS
from smes_panel.model.placeholder import read as read_value
from smes_panel.model.settlement import BRUSSELS
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from smes_panel.paper import prose
from smes_panel.paper.minutes import words as w
from smes_panel.prints import Source
from smes_panel.queries.answers import Application, Decided, Opened
from smes_panel.signing import words

_ALPHA = "alpha_ordinal"
_CHOSEN = {Stage.SCREENING: (Outcome.INVITED,), Stage.INTERVIEW: (Outcome.SELECTED,)}


def minutes_facts(source: Source, act: Act, language: Language, today: date, *, answered: bool = True) -> MinutesFacts:
    """What the minutes of this act say: of a stage and those before it, or of a seat that was offered on.

    Without `answered` they say nothing of how this act's closing in force was answered: that is what the director sees
    and signs, and the same afterwards. A draft bears the day `today`.
    """
    read = source.read
    vacancy = read.vacancy()
    posting = vacancy.posting
    acts = _acts(act)
    stages = tuple(dict.fromkeys(one.stage for one in acts))
    closing = read.in_force(act)
    said = {question: settled.value for question, settled in read.answers().items()}
    return MinutesFacts(
        act=act,
        language=language,
        organisation=posting.organisation or "Smes",
        title=posting.title or "",
        contract=posting.contract or "",
        reference=vacancy.reference,
        closes_at=vacancy.closes_at,
        # What happens at a later stage does not change what was sealed of this one.
        meetings=tuple(Met(one.stage, one.day, one.present) for one in read.meetings() if one.stage in stages),
        seats=_seats(source, stages),
        received=_received(source),
        method=_method(source),
        deliberated=tuple(_deliberated(source, one, language, answered=answered or one != act) for one in acts),
        letters=_letters(source, acts),
        reserve_until=_day(said.get("reserve_until"), "reserve_until", language),
        erase_on=_day(said.get("erase_on"), "erase_on", language),
        feedback_by=_day(said.get("feedback_by"), "feedback_by", language),
        offers=tuple(
            (read.keys()[one], offer.answer, offer.day, offer.note)
            for one, offer in sorted(read.offers().items(), key=lambda each: read.keys()[each[0]])
            if act.promoted and read.keys()[one] != act.promoted
        ),
        dated=closing.at.astimezone(BRUSSELS).date() if closing else today,
    )


def _acts(act: Act) -> tuple[Act, ...]:
    if act.promoted:
        return (Act(Stage.SCREENING), Act(Stage.INTERVIEW), act)
    return tuple(Act(stage) for stage in Stage)[: list(Stage).index(act.stage) + 1]


def _day(typed: str | None, field: str, language: Language) -> str:
    value = read_value(PLACEHOLDERS[field], typed) if typed else None
    return prose.day(value, language) if isinstance(value, date) else typed or ""


def _seats(source: Source, among: Sequence[Stage]) -> tuple[Seat, ...]:
    read = source.read
    keys = read.keys()
    found: dict[str, list[Recused]] = {}
    ids = {key: one for one, key in keys.items()}
    chair = next((one for one in read.panel() if one.role is Role.CHAIR), None)
    for conflict in read.conflicts(chair):
        if conflict.withdrawn_at is None:
            one = ids[conflict.application]
            stages = tuple(stage for stage in among if conflict.member in read.stepped_out(one, stage))
            found.setdefault(conflict.member, []).append(Recused(conflict.application, conflict.reason, stages))
    return tuple(Seat(one.name, one.role, tuple(found.get(one.name, ()))) for one in read.panel())


def _received(source: Source) -> Received:
    read = source.read
    every = read.applications()
    decisions = read.decisions()
    rated = {read.keys()[one] for one in read.rated_applications(Stage.SCREENING)}

    def screened(one: Application) -> Outcome | None:
        decided = decisions.get((one.id, Stage.SCREENING))
        return decided.outcome if decided else None

    left = [one for one in every if not one.merged_into and one.key not in rated]
    return Received(
        applications=tuple(one.key for one in every),
        examined=tuple(one.key for one in every if one.key in rated),
        late=tuple(one.key for one in left if one.late and not one.admitted and screened(one) is not Outcome.WITHDRAWN),
        inadmissible=tuple(
            one.key for one in left if screened(one) is Outcome.INADMISSIBLE and not (one.late and not one.admitted)
        ),
        withdrawn=tuple(one.key for one in left if screened(one) is Outcome.WITHDRAWN),
        merged=tuple((one.key, one.merged_into) for one in every if one.merged_into),
        exceptions=tuple(
            (made.application, made.kind, made.reason, made.answer) for made in read.exceptions() if made.others
        ),
    )


def _method(source: Source) -> Method:
    read = source.read
    criteria = read.rated_at(Stage.SCREENING) + tuple(
        one for one in read.rated_at(Stage.INTERVIEW) if one not in read.rated_at(Stage.SCREENING)
    )
    weights = [one.weight for one in criteria if one.weight is not None]
    frozen = read.vacancy().frozen_at
    return Method(
        criteria=len(criteria),
        essential=sum(bool(one.essential) for one in criteria),
        weights=(min(weights), max(weights)) if weights else None,
        frozen_on=frozen.astimezone(BRUSSELS).date() if frozen else None,
        seed=read.seed(),
        blind_until=read.blind_until(),
    )


def _deliberated(source: Source, act: Act, language: Language, *, answered: bool) -> Deliberated:
    read = source.read
    seals = tuple(_seal(one, answered=answered or not one.in_force) for one in read.closings(act))
    if act.promoted:
        return Deliberated(act, proposed=_promoted(source, act), seals=seals)
    stage = act.stage
    opened_at, progress = read.opened_at(stage), read.progress(stage)
    missing = read.opened_without(stage)
    decisions = read.decisions()
    proposed = tuple(_proposals(source, stage))
    found: tuple[str, ...] = ()
    apart: tuple[tuple[str, str, int, int], ...] = ()
    concluded: tuple[Concluded, ...] = ()
    if opened_at is not None:
        opened = read.opened(stage)
        numbers = {one.code: one.number for one in opened.criteria}
        apart = tuple(_apart(opened))
        found = tuple(_said(source, opened, decisions, stage, language))
        concluded = tuple(
            Concluded(key, numbers.get(code, code), one.level, one.median, one.sentence)
            for (key, code), one in sorted(read.consensus(stage).items())
        )
    return Deliberated(
        act,
        opened_on=opened_at.astimezone(BRUSSELS).date() if opened_at else None,
        missing=missing,
        reason=progress.reason,
        proposed=proposed,
        apart=apart,
        concluded=concluded,
        corrected=len(read.corrections(stage)) if opened_at else 0,
        said=found,
        seals=seals,
    )


def _proposals(source: Source, stage: Stage) -> Iterator[Proposed]:
    """Everybody read at this stage, in the order of the outcomes, the reserve by rank."""
    read = source.read
    decisions, raters = read.decisions(), [one for one in read.panel() if one.role.rates]
    numbers = {one.code: one.number for one in read.rated_at(stage)}
    names = {one.id: one.identity.name for one in read.applications()}
    order = list(Outcome)
    here = [
        (one, decided)
        for (one, at), decided in decisions.items()
        if at is stage and decided.outcome is not None and one in names and decided.outcome is not Outcome.INADMISSIBLE
    ]
    asked = dict.fromkeys(read.rated_applications(stage))
    here = [(one, decided) for one, decided in here if one in asked or decided.outcome is Outcome.WITHDRAWN]

    def place(each: tuple[str, Decided]) -> tuple[int, int, str]:
        outcome = each[1].outcome
        assert outcome is not None
        return order.index(outcome), each[1].rank or len(names) + 1, each[1].application

    for one, decided in sorted(here, key=place):
        assert decided.outcome is not None
        stances = {each.member: each for each in read.stances(one, stage)}
        closed = {member.name for member in raters if one in read.closed_to(member)}
        yield Proposed(
            application=decided.application,
            name=names[one] if decided.outcome is Outcome.SELECTED else "",
            outcome=decided.outcome,
            rank=decided.rank,
            reason=decided.reason,
            criteria=tuple(numbers[code] for code in decided.criteria if code in numbers),
            agreeing=sum(each.position is Position.AGREES for each in stances.values()),
            of=len([member for member in raters if member.name not in closed]),
            minority=tuple((each.member, each.text) for each in stances.values() if each.position is Position.MINORITY),
        )


def _promoted(source: Source, act: Act) -> tuple[Proposed, ...]:
    read = source.read
    for one, reason in read.promotions().items():
        if read.keys()[one] == act.promoted:
            name = read.application(act.promoted).identity.name
            return (Proposed(act.promoted, name, Outcome.SELECTED, None, reason, (), 0, 0),)
    return ()


def _apart(opened: Opened) -> Iterator[tuple[str, str, int, int]]:
    for line in compared(opened.applications, opened.criteria, opened.ratings):
        for criterion in opened.criteria:
            low, high = line.low[criterion.code], line.high[criterion.code]
            if line.apart(criterion.code) and low is not None and high is not None:
                yield line.key, criterion.number, low, high


def _said(
    source: Source,
    opened: Opened,
    decisions: dict[tuple[str, Stage], Decided],
    stage: Stage,
    language: Language,
) -> Iterator[str]:
    """What the figures say: whether the list proposed hangs on one thing, and how far members agree."""
    keys = source.read.keys()
    chosen = [
        keys[one]
        for (one, at), each in decisions.items()
        if at is stage and each.outcome in _CHOSEN[stage] and one in keys
    ]
    chosen = [key for key in chosen if key in opened.applications]
    if chosen:
        tried = list(trials(opened.applications, opened.criteria, opened.ratings, chosen))
        flips = sum(not one.holds for one in tried)
        words_said = w.FLIPS if flips else w.HOLDS
        yield words_said.said(language).format(n=len(tried), k=flips)
    one = agreement(table_of(opened, [member.name for member in source.read.panel()]), (_ALPHA,))[_ALPHA]
    if one.value is not None:
        interval = ""
        if one.low is not None and one.high is not None:
            low, high = (prose.number(round(value, 2), language) for value in (one.low, one.high))
            interval = w.BETWEEN.said(language).format(low=low, high=high)
        value = prose.number(round(one.value, 2), language)
        yield w.ALIKE.said(language).format(value=value, interval=interval)


def _seal(one: Closing, *, answered: bool) -> Seal:
    signature = one.signature if answered else None
    reopened = one.reopened
    return Seal(
        one.number,
        one.code,
        words.of_code(one.code),
        one.at,
        one.by,
        None
        if signature is None
        else Signed(signature.verdict, signature.signer, signature.how, signature.at, signature.reason),
        None if reopened is None else (reopened.at, reopened.by, reopened.reason),
    )


def _letters(source: Source, acts: Sequence[Act]) -> dict[LetterKind, int]:
    read = source.read
    stages = {act.stage for act in acts}
    merged = read.merged()
    return {
        kind: len([one for one in read.with_outcome(stage, outcome) if one not in merged])
        for kind, (stage, outcome) in LETTER_FOR.items()
        if stage in stages
    }
