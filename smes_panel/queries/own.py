"""Questions that one member asks for oneself: in which order to read, one criterion across the files."""

from __future__ import annotations

from smes_panel.model.assessment import Answer
from smes_panel.model.panel import Member
from smes_panel.model.reading import drawn
from smes_panel.model.vacancy import Stage
from smes_panel.queries.answers import Across
from smes_panel.queries.assessments import Assessments


class Own(Assessments):
    """What is a member's alone; the answers are of that member, whoever asks on their laptop."""

    def seed(self) -> str:
        """The seed of the reading orders, drawn and recorded at the freeze; empty before, and in older files."""
        row = self._first("SELECT seed FROM freeze WHERE id = 'checklist'")
        return "" if row is None else row["seed"] or ""

    def reading_order(self, member: Member, stage: Stage) -> tuple[str, ...]:
        """The ids of what this member reads at `stage`, as drawn for them; what is closed to them stands last."""
        here, closed = self.rated_applications(stage), self.closed_to(member)
        order = drawn(self.seed(), member.id, (one for one in here if one not in closed))
        return (*order, *(one for one in here if one in closed))

    def across(self, member: Member, stage: Stage, criterion: str) -> tuple[Across, ...]:
        """The member's own answers on one criterion (by code), file by file in their reading order."""
        self.criterion(criterion)
        keys, closed = self.keys(), self.closed_to(member)
        order = [one for one in self.reading_order(member, stage) if one not in closed]
        sheets = (self.sheet(member, one, stage) for one in order)
        return tuple(
            Across(keys[one], place, criterion, sheet.answers.get(criterion, Answer()), sheet.handed_in_at)
            for place, (one, sheet) in enumerate(zip(order, sheets, strict=True), start=1)
        )
