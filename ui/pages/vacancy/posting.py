"""The posting as it was read, set on a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.sheet import Paragraph
from ui.wording import Tongue, dates
from ui.wording import vacancy as w

if TYPE_CHECKING:
    from smes_panel.model.vacancy import Criterion, Vacancy


def paragraphs(tongue: Tongue, vacancy: Vacancy, criteria: tuple[Criterion, ...]) -> tuple[Paragraph, ...]:
    """The posting's sections in its own words under our headings; what it does not say is not there."""
    posting = vacancy.posting
    made: list[Paragraph] = []
    if posting.title:
        made.append(Paragraph(posting.title, "title"))
    if posting.mission:
        made += [Paragraph(tongue(w.MISSION), "heading"), Paragraph(posting.mission)]
    if posting.missions:
        made.append(Paragraph(tongue(w.TASKS), "heading"))
        made += [Paragraph(one, "bullet") for one in posting.missions]
    # In the posting's order, wherever the panel moved them: the numbers were given in it.
    profile = sorted((one for one in criteria if not one.added), key=lambda one: one.code)
    if profile:
        made.append(Paragraph(tongue(w.PROFILE), "heading"))
        made += [Paragraph(one.wording, "bullet", one.number) for one in profile]
    if posting.conditions:
        made.append(Paragraph(tongue(w.CONDITIONS), "heading"))
        made += [Paragraph(one, "bullet") for one in posting.conditions]
    facts = _facts(tongue, vacancy)
    if facts:
        made.append(Paragraph(tongue(w.FACTS), "heading"))
        made += [Paragraph(one) for one in facts]
    return tuple(made)


def _facts(tongue: Tongue, vacancy: Vacancy) -> list[str]:
    posting = vacancy.posting
    hours = posting.hours_per_week
    if vacancy.closes_at is not None:
        deadline: str | None = dates.instant(tongue, vacancy.closes_at)
    else:
        deadline = dates.day(tongue, posting.deadline) if posting.deadline else None
    said = (
        (w.ORGANISATION, posting.organisation),
        (w.REFERENCE, vacancy.reference),
        (w.CONTRACT, posting.contract),
        (w.HOURS, f"{hours:g}" if hours is not None else None),
        (w.ENDS_ON, dates.day(tongue, posting.ends_on) if posting.ends_on else None),
        (w.COMMITTEE, posting.joint_committee),
        (w.PAY, posting.pay_scale),
        (w.STARTS, posting.starts),
        (w.APPLY_TO, posting.apply_to),
        (w.DEADLINE, deadline),
        (w.DOCUMENTS, ", ".join(posting.documents) or None),
    )
    return [tongue(words, said=value) for words, value in said if value]
