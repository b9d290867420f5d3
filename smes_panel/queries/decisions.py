"""Questions about outcomes, and the facts of the papers that say them."""

from __future__ import annotations

from collections.abc import Mapping

from smes_panel.model.decision import Outcome
from smes_panel.model.vacancy import Stage
from smes_panel.queries.answers import Counts, Decided
from smes_panel.queries.assessments import Assessments
from smes_panel.queries.rows import Row, listed


class Decisions(Assessments):
    """What was decided, and the figures that the papers and the first page state."""

    def decided(self, application: str, stage: Stage) -> Decided:
        """The outcome of the application with this id at `stage`, with the letter fields typed for it."""
        row = self._first("SELECT * FROM outcome WHERE application = ? AND stage = ?", application, stage.value)
        fields = self._all(
            "SELECT field, value FROM letter_field WHERE application = ? AND stage = ?", application, stage.value
        )
        typed = {field["field"]: field["value"] for field in fields if field["value"]}
        return _decided(self.keys()[application], stage, row, typed)

    def decisions(self) -> dict[tuple[str, Stage], Decided]:
        """Everything that was decided or typed for a letter, by application id and stage."""
        keys = self.keys()
        outcomes = {(row["application"], row["stage"]): row for row in self._all("SELECT * FROM outcome")}
        fields: dict[tuple[str, str], dict[str, str]] = {}
        for row in self._all("SELECT application, stage, field, value FROM letter_field"):
            if row["value"]:
                fields.setdefault((row["application"], row["stage"]), {})[row["field"]] = row["value"]
        found = {}
        for one in outcomes.keys() | fields.keys():
            application, stage = one
            if application in keys:
                found[application, Stage(stage)] = _decided(
                    keys[application], Stage(stage), outcomes.get(one), fields.get(one, {})
                )
        return found

    def with_outcome(self, stage: Stage, outcome: Outcome) -> tuple[str, ...]:
        """The ids of the applications with this outcome at this stage, by number."""
        found = {
            row["application"]
            for row in self._all(
                "SELECT application FROM outcome WHERE stage = ? AND outcome = ?", stage.value, outcome.value
            )
        }
        return tuple(one for one in self.keys() if one in found)

    def counts(self) -> Counts:
        """The figures of the first page; `late` is unknown while the closing instant is open."""
        applications = self.applications()
        return Counts(
            criteria=len(self.criteria()),
            members=len(self.panel()),
            applications=len(applications),
            documents=sum(len(a.documents) for a in applications),
            late=None if self.vacancy().closes_at is None else sum(a.late for a in applications),
            incomplete=sum(bool(a.missing) for a in applications),
            handed_in={stage.value: len(self.progress(stage).handed_in) for stage in Stage},
        )


def _decided(key: str, stage: Stage, row: Row | None, typed: Mapping[str, str]) -> Decided:
    if row is None or not row["outcome"]:
        return Decided(key, stage, None, typed)
    reason = row["reason"] or ""
    return Decided(
        application=key,
        stage=stage,
        outcome=Outcome(row["outcome"]),
        # A letter gives the reason that was recorded, and no other.
        fields={**typed, "reason": reason} if reason else typed,
        reason=reason,
        criteria=listed(row["criteria"]),
        rank=row["rank"],
    )
