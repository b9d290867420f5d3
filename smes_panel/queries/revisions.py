"""Questions about what was said after an opening: corrections beside first versions, and the panel's own ratings."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median_low

from smes_panel.errors import GridSealed
from smes_panel.model.assessment import Answer, Rating, RatingState
from smes_panel.model.panel import Member
from smes_panel.model.vacancy import Stage
from smes_panel.queries.answers import Consensus, Correction
from smes_panel.queries.assessments import Assessments
from smes_panel.queries.rows import instant


class Revisions(Assessments):
    """Nothing here changes a rating: `opened` goes on giving the first versions, by which everything is counted."""

    def corrections(self, stage: Stage, reader: Member | None = None) -> tuple[Correction, ...]:
        """Every correction at `stage`, oldest first, each with the version it stands beside. Raises GridSealed before
        the opening.
        """
        self._must_have_opened(stage)
        keys, names, away = self.keys(), {one.id: one.name for one in self.panel()}, self._closed()
        rows = list(self._all("SELECT * FROM correction WHERE stage = ? ORDER BY at, id", stage.value))
        # Mostly there are none, and reading every rating of the stage for them is most of what a page waits for.
        first, closed = self._opened(stage) if rows else {}, self.closed_to(reader)
        found = []
        for row in rows:
            one, member, code = row["application"], row["member"], row["criterion"]
            given = first.get((one, member, stage.value, code))
            if one not in keys or member not in names or one in closed or one in away.get(member, ()) or given is None:
                continue
            answer = Answer(RatingState(row["state"]), row["level"], row["comment"] or "")
            rating = Rating(keys[one], names[member], stage, code, answer)
            found.append(Correction(rating, given, instant(row["at"]), row["reason"] or ""))
        return tuple(found)

    def median(self, application: str, stage: Stage, criterion: str) -> int | None:
        """The low median of the levels given to the application with this id; `None` where nobody gave one. Raises
        GridSealed before the opening.
        """
        opinions = self.opinions(application, stage).values()
        levels = [given[criterion].level for given in opinions if criterion in given]
        rated = [level for level in levels if level is not None]
        return median_low(rated) if rated else None

    def consensus(self, stage: Stage, reader: Member | None = None) -> Mapping[tuple[str, str], Consensus]:
        """What the panel rated together at `stage`, by application key and criterion. Raises GridSealed before the
        opening.
        """
        self._must_have_opened(stage)
        keys, closed = self.keys(), self.closed_to(reader)
        return {
            (keys[row["application"]], row["criterion"]): Consensus(
                row["level"], row["median"], row["sentence"] or "", instant(row["at"])
            )
            for row in self._all("SELECT * FROM consensus WHERE stage = ?", stage.value)
            if row["application"] in keys and row["application"] not in closed and row["level"] is not None
        }

    def _must_have_opened(self, stage: Stage) -> None:
        if self.opened_at(stage) is None:
            raise GridSealed(f"The {stage.value} grids are not open yet: colleagues' ratings are not shown.")
