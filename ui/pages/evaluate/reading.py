"""From one member's sheet to what the checklist shows and says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.vacancy import LEVELS, Criterion, Stage
from smes_panel.model.words import Words
from ui.pages.evaluate.grid import Foot
from ui.widgets.checklist import Asked, Given, Item, Shown
from ui.wording import Tongue, dates
from ui.wording import evaluate as w
from ui.wording import frame as f
from ui.wording import reading as r
from ui.wording.compare import LEVELS as WORDS
from ui.wording.compare import STATES

if TYPE_CHECKING:
    from smes_panel.model.panel import Member
    from smes_panel.queries import Queries
    from smes_panel.queries.answers import Sheet

Opinions = tuple[tuple["Member", Mapping[str, Answer]], ...]


def label_of(criterion: Criterion, tongue: Tongue) -> str:
    """Our short name for a criterion, else the posting's words."""
    return criterion.label.said(tongue.language) or criterion.wording or criterion.code


def given(answer: Answer, tongue: Tongue) -> Given:
    """An answer as the checklist shows it."""
    words = tongue(WORDS[answer.level - 1]) if answer.level is not None else tongue(STATES[answer.state])
    struck = answer.state in (RatingState.NOT_ASSESSABLE, RatingState.ABSTAINED)
    return Given(words, answer.level, struck=struck, comment=answer.comment, asked=answer.state.asked)


def item(
    criterion: Criterion, answer: Answer, tongue: Tongue, opinions: Opinions = (), evidence: tuple[Shown, ...] = ()
) -> Item:
    """A criterion as a line of the checklist."""
    mine = given(answer, tongue)
    label = label_of(criterion, tongue)
    parts = [tongue(w.CRITERION, number=criterion.number, label=label)]
    if criterion.essential:
        parts.append(tongue(w.ESSENTIAL))
    parts.append(f"{answer.level} {mine.words}" if answer.level is not None else mine.words)
    if answer.comment:
        parts.append(tongue(w.COMMENTED))
    if evidence:
        parts.append(tongue.counted(w.PASSAGES, len(evidence)))
    beside = tuple(given(said.get(criterion.code, Answer()), tongue) for _member, said in opinions)
    for (member, _said), other in zip(opinions, beside, strict=True):
        score = f"{other.level} {other.words}" if other.level is not None else other.words
        parts.append(tongue(w.OPINION, who=member.name, said=score))
    return Item(
        criterion.code, criterion.number, label, bool(criterion.essential), mine, ", ".join(parts), beside, evidence
    )


def asked(criterion: Criterion, sheet: Sheet, tongue: Tongue, *, fixed: bool, opinions: Opinions = ()) -> Asked:
    """What the open criterion shows beyond its line."""
    stage = sheet.stage
    anchors = criterion.anchors.get(stage, {})
    lines, answer = [], sheet.answers.get(criterion.code, Answer())
    if answer.state is RatingState.NOT_ASKED:
        lines.append(tongue(r.NOT_ASKED_OF_YOU))
    if criterion.wording and not criterion.added:
        lines.append(tongue(w.POSTED, wording=criterion.wording.strip()))
    if stage is Stage.INTERVIEW:
        lines += [tongue(w.QUESTION, question=one.said(tongue.language)) for one in criterion.questions]
    levels = []
    for level in LEVELS:
        anchor = anchors.get(level, Words()).said(tongue.language)
        colon = tongue(w.LEVEL, word="", anchor=anchor) if anchor else ""
        levels.append((tongue(WORDS[level - 1]), colon))
    return Asked(
        tuple(lines),
        tongue(w.SHOWS),
        tuple(levels),
        tongue(w.NOT_ASSESSABLE_AT[stage]),
        tongue(w.COMMENT),
        fixed=fixed or not answer.state.asked,
        opinions=tuple(
            (member.initials, member.name, given(said.get(criterion.code, Answer()), tongue))
            for member, said in opinions
        ),
    )


def opinions_beside(read: Queries, member: Member, application: str, stage: Stage) -> Opinions:
    """Colleagues' answers beside mine: none before the opening, for nobody."""
    if read.opened_at(stage) is None or application in read.closed_to(member):
        return ()
    said = read.opinions(application, stage, member)
    return tuple((one, said.get(one.id, {})) for one in read.panel() if one.role.rates and one.id != member.id)


def columns(member: Member, opinions: Opinions, tongue: Tongue) -> tuple[tuple[str, str, bool], ...]:
    """The heads of the columns of opinions, mine first; none before the opening."""
    if not opinions:
        return ()
    others = tuple((one.initials, one.name, bool(said)) for one, said in opinions)
    return ((tongue(w.ME), member.name, True), *others)


def foot(read: Queries, sheet: Sheet, application: str, tongue: Tongue) -> Foot:
    """What there is to do with a sheet: hand it in, take it back, withdraw what closed it, or compare once the stage is
    open.
    """
    if application in read.closed_to(sheet.member):
        link, forth = tongue(r.WITHDRAW), tongue(w.NEXT_FILE)
        return Foot("circle-slash", tongue(r.CLOSED_FOOT), link=link, link_picture="undo-2", main=forth, key="N")
    opened_at = read.opened_at(sheet.stage)
    if opened_at is not None:
        said = tongue(w.OPENED, when=dates.received(tongue, opened_at))
        return Foot("eye", said, link=tongue(f.COMPARE), link_picture="grid-3x3", main=tongue(w.NEXT_FILE), key="N")
    there = read.handed_in_by(application, sheet.stage)
    colleagues = tuple(
        (one.initials, tongue(w.HAS_HANDED_IN if one.id in there else w.HAS_NOT, who=one.name), one.id in there)
        for one in read.panel()
        if one.role.rates and one.id != sheet.member.id
    )
    if sheet.handed_in_at is not None:
        sealed, back, forth = tongue(w.SEALED), tongue(w.TAKE_BACK), tongue(w.NEXT_FILE)
        return Foot("circle-check", sealed, colleagues, link=back, link_picture="undo-2", main=forth, key="N")
    hidden, key = tongue(w.HIDDEN), tongue(w.CTRL_ENTER)
    conflict = tongue(r.CONFLICT)
    return Foot("eye-off", hidden, colleagues, conflict, side=tongue(w.SKIP), main=tongue(w.HAND_IN), key=key)
