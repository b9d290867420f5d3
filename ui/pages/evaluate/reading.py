"""From one member's sheet to what the checklist shows and says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.vacancy import LEVELS, Criterion, Stage
from smes_panel.model.words import Words
from ui.widgets.checklist import Asked, Given, Item
from ui.wording import Tongue
from ui.wording import evaluate as w
from ui.wording.compare import LEVELS as WORDS
from ui.wording.compare import STATES

if TYPE_CHECKING:
    from smes_panel.model.panel import Member
    from smes_panel.queries.answers import Sheet

Opinions = tuple[tuple["Member", Mapping[str, Answer]], ...]


def label_of(criterion: Criterion, tongue: Tongue) -> str:
    """Our short name for a criterion, else the posting's words."""
    return criterion.label.said(tongue.language) or criterion.wording or criterion.code


def given(answer: Answer, tongue: Tongue) -> Given:
    """An answer as the checklist shows it."""
    words = tongue(WORDS[answer.level - 1]) if answer.level is not None else tongue(STATES[answer.state])
    struck = answer.state in (RatingState.NOT_ASSESSABLE, RatingState.ABSTAINED)
    return Given(words, answer.level, struck=struck, comment=answer.comment)


def item(criterion: Criterion, answer: Answer, tongue: Tongue, opinions: Opinions = ()) -> Item:
    """A criterion as a line of the checklist."""
    mine = given(answer, tongue)
    label = label_of(criterion, tongue)
    parts = [tongue(w.CRITERION, number=criterion.number, label=label)]
    if criterion.essential:
        parts.append(tongue(w.ESSENTIAL))
    parts.append(f"{answer.level} {mine.words}" if answer.level is not None else mine.words)
    if answer.comment:
        parts.append(tongue(w.COMMENTED))
    beside = tuple(given(said.get(criterion.code, Answer()), tongue) for _member, said in opinions)
    for (member, _said), other in zip(opinions, beside, strict=True):
        score = f"{other.level} {other.words}" if other.level is not None else other.words
        parts.append(tongue(w.OPINION, who=member.name, said=score))
    return Item(
        criterion.code, criterion.number, label, bool(criterion.essential), mine, ", ".join(parts), beside=beside
    )


def asked(criterion: Criterion, sheet: Sheet, tongue: Tongue, *, fixed: bool, opinions: Opinions = ()) -> Asked:
    """What the open criterion shows beyond its line."""
    stage = sheet.stage
    anchors = criterion.anchors.get(stage, {})
    lines = []
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
        fixed=fixed,
        opinions=tuple(
            (member.initials, member.name, given(said.get(criterion.code, Answer()), tongue))
            for member, said in opinions
        ),
    )
