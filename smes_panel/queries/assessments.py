"""Questions about ratings. A rating that its reader may not see is not in the answer, nor in a count, an order or an
error.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from smes_panel.errors import GridSealed
from smes_panel.model import passage
from smes_panel.model.assessment import Answer, Rating, RatingState
from smes_panel.model.decision import Outcome
from smes_panel.model.panel import Member
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from smes_panel.queries.answers import Opened, Reading, Sheet, StageProgress
from smes_panel.queries.rows import Row, instant
from smes_panel.queries.searching import Searches

_LANGUAGES = {language.value: language for language in Language}
_RECUSED, _NOT_ASKED = Answer(RatingState.RECUSED), Answer(RatingState.NOT_ASKED)
_OUT = {Outcome.WITHDRAWN.value, Outcome.INADMISSIBLE.value}


class Assessments(Searches):
    """Own drafts for their author, who has handed in for everybody, and what is in a grid once its stage is open."""

    def rated_applications(self, stage: Stage) -> tuple[str, ...]:
        """The ids of those read at `stage`, by number: at screening all but merged, withdrawn and inadmissible, then
        those invited.
        """
        outcomes: dict[str, dict[str, str | None]] = {}
        for row in self._all("SELECT application, stage, outcome FROM outcome"):
            outcomes.setdefault(row["application"], {})[row["stage"]] = row["outcome"]
        merged = self.merged()
        return tuple(one for one in self.keys() if one not in merged and _read_at(stage, outcomes.get(one, {})))

    def is_rated(self, application: str, stage: Stage) -> bool:
        """Whether the application with this id is read at `stage`, without asking about all the others."""
        there = self._first(
            "SELECT 1 FROM application JOIN number ON number.application = application.id WHERE id = ?", application
        )
        rows = self._all("SELECT stage, outcome FROM outcome WHERE application = ?", application)
        if there is None or application in self.merged():
            return False
        return _read_at(stage, {row["stage"]: row["outcome"] for row in rows})

    def sheet(self, member: Member, application: str, stage: Stage) -> Sheet:
        """The member's own answers on the application with this id."""
        drafts = self._all(
            "SELECT * FROM draft WHERE application = ? AND member = ? AND stage = ?",
            application,
            member.id,
            stage.value,
        )
        criteria = self.rated_at(stage)
        answers = {row["criterion"]: answer(row) for row in drafts}
        if application in self.closed_to(member):
            answers = dict.fromkeys((criterion.code for criterion in criteria), _RECUSED)
        else:
            unasked = self.not_asked(member)
            answers |= {one.code: _NOT_ASKED for one in criteria if one.code in unasked}
        return Sheet(
            application=self.keys()[application],
            member=member,
            stage=stage,
            criteria=criteria,
            answers=answers,
            handed_in_at=self.handed_in_at(member, application, stage),
        )

    def readings(self, member: Member, stage: Stage) -> tuple[Reading, ...]:
        """The applications that this member reads at `stage`, by number, and how far the member is with each. Those
        that are closed to the member are `aside`.
        """
        said = (member.id, stage.value)
        asked = {criterion.code for criterion in self.rated_at(stage)} - self.not_asked(member)
        done: dict[str, int] = {}
        for one, code, state in self._tuples(
            "SELECT application, criterion, state FROM draft WHERE member = ? AND stage = ?", *said
        ):
            if code in asked and RatingState(state).answered:
                done[one] = done.get(one, 0) + 1
        handed = dict(self._tuples("SELECT application, at FROM grid WHERE member = ? AND stage = ?", *said))
        here, blind = frozenset(self.rated_applications(stage)) - self.closed_to(member), self.reads_blind(member)
        return tuple(
            Reading(
                row["id"],
                row["number"],
                "" if blind else row["name"] or "",
                _LANGUAGES.get(row["language"] or ""),
                done.get(row["id"], 0),
                instant(handed.get(row["id"])),
                len(asked),
            )
            for row in self._rows("id, number, name, language", here)
        )

    def aside(self, member: Member, stage: Stage) -> tuple[str, ...]:
        """The keys of what is read at `stage` and closed to this member, listed after all the others."""
        keys, closed = self.keys(), self.closed_to(member)
        return tuple(keys[one] for one in self.rated_applications(stage) if one in closed)

    def not_asked(self, member: Member) -> frozenset[str]:
        """The codes of the criteria that are not asked of this member, with the sub-criteria of each."""
        unasked = {code for (code,) in self._tuples("SELECT criterion FROM not_asked WHERE member = ?", member.id)}
        return frozenset(c.code for c in self.criteria() if unasked & {c.code, c.parent}) if unasked else frozenset()

    def handed_in_by(self, application: str, stage: Stage) -> frozenset[str]:
        """Which members, by id, have handed in their grid on the application with this id."""
        found = self._tuples("SELECT member FROM grid WHERE application = ? AND stage = ?", application, stage.value)
        return frozenset(member for (member,) in found)

    def opinions(
        self, application: str, stage: Stage, reader: Member | None = None
    ) -> Mapping[str, Mapping[str, Answer]]:
        """Everybody's answers on the application with this id, by member's id and criterion. Raises GridSealed before
        the opening, Refused where it is closed to `reader`.
        """
        self.must_be_open(application, reader)
        if self.opened_at(stage) is None:
            raise GridSealed(f"The {stage.value} grids are not open yet: colleagues' ratings are not shown.")
        found: dict[str, dict[str, Answer]] = {}
        recused = {member for member, closed in self._closed().items() if application in closed}
        for row in self._all("SELECT * FROM rating WHERE application = ? AND stage = ?", application, stage.value):
            given = _RECUSED if row["member"] in recused else answer(row)
            found.setdefault(row["member"], {})[row["criterion"]] = given
        return found

    def handed_in_at(self, member: Member, application: str, stage: Stage) -> datetime | None:
        """When the member's grid came in, or `None` while it is a draft."""
        row = self._first(
            "SELECT at FROM grid WHERE application = ? AND member = ? AND stage = ?",
            application,
            member.id,
            stage.value,
        )
        return None if row is None else instant(row["at"])

    def has_handed_in(self, member: Member, stage: Stage) -> bool:
        """Whether any grid of this member is in at `stage`."""
        return bool(self._first("SELECT 1 FROM grid WHERE member = ? AND stage = ?", member.id, stage.value))

    def opened_at(self, stage: Stage) -> datetime | None:
        """When the stage was opened, or `None` while its grids are closed."""
        row = self._first("SELECT at FROM opened WHERE stage = ?", stage.value)
        return None if row is None else instant(row["at"])

    def progress(self, stage: Stage) -> StageProgress:
        """Which grids the stage expects and has, and whether it is open."""
        opened = self._first("SELECT * FROM opened WHERE stage = ?", stage.value)
        keys, panel = self.keys(), self.panel()
        names = {member.id: member.name for member in panel}
        read_here, closed = self.rated_applications(stage), self._closed()
        recused = {(member, one) for member, ones in closed.items() for one in ones}
        return StageProgress(
            stage=stage,
            opened_at=None if opened is None else instant(opened["at"]),
            reason="" if opened is None else opened["reason"] or "",
            expected=tuple(
                (member.name, keys[one])
                for member in panel
                if member.role.rates
                for one in read_here
                if (member.id, one) not in recused
            ),
            handed_in=frozenset(
                (names[row["member"]], keys[row["application"]])
                for row in self._all("SELECT member, application FROM grid WHERE stage = ?", stage.value)
                if row["member"] in names
                and row["application"] in keys
                and (row["member"], row["application"]) not in recused
            ),
            recused=tuple(
                (member.name, keys[one]) for member in panel for one in read_here if (member.id, one) in recused
            ),
        )

    def ratings(self, reader: Member | None = None) -> tuple[Rating, ...]:
        """Every rating that `reader` may see: one's own, drafts included, and everybody's of the stages that are
        open.
        """
        opened = [stage for stage in Stage if self.opened_at(stage) is not None]
        closed = self.closed_to(reader)
        visible = {
            key: given
            for stage in opened
            for key, given in self._opened(stage).items()
            if reader is None or key[0] not in closed or key[1] == reader.id
        }
        if reader is not None:
            unasked = self.not_asked(reader)
            for row in self._all("SELECT * FROM draft WHERE member = ?", reader.id):
                given = _NOT_ASKED if row["criterion"] in unasked else answer(row)
                place = (row["application"], row["member"], row["stage"], row["criterion"])
                visible.setdefault(place, _RECUSED if row["application"] in closed else given)
        keys, names = self.keys(), {m.id: m.name for m in self.panel()}
        numbers = {one: place for place, one in enumerate((*keys, *names))}
        return tuple(
            Rating(keys[one], names[member], Stage(stage), criterion, answer)
            for (one, member, stage, criterion), answer in sorted(
                visible.items(),
                key=lambda item: (
                    numbers.get(item[0][0], 0),
                    item[0][2] != "screening",
                    numbers.get(item[0][1], 0),
                    item[0][3],
                ),
            )
            if one in keys and member in names
        )

    def opened(self, stage: Stage, reader: Member | None = None) -> Opened:
        """What `insight` compares, of a stage that is open, without what is closed to `reader`. Raises GridSealed
        before.
        """
        progress = self.progress(stage)
        if progress.opened_at is None:
            waiting = len(progress.missing)
            raise GridSealed(
                f"The {stage.value} grids are not open yet: "
                f"{waiting} of {len(progress.expected)} are still to be handed in. "
                "They open for everybody at once, when all are in or when the chair opens them with a reason."
            )
        keys, names = self.keys(), {m.id: m.name for m in self.panel()}
        closed = self.closed_to(reader)
        return Opened(
            stage=stage,
            criteria=self.rated_at(stage),
            applications=tuple(keys[one] for one in self.rated_applications(stage) if one not in closed),
            ratings=tuple(
                Rating(keys[one], names[member], stage, criterion, answer)
                for (one, member, _, criterion), answer in sorted(self._opened(stage).items())
                if one in keys and member in names and one not in closed
            ),
        )

    def unpublished(self, stage: Stage) -> list[tuple[tuple[str, str, str], str]]:
        """The grids of this laptop at `stage` whose opening it has not published yet, with their keys."""
        rows = self._all(
            "SELECT seal_key.* FROM seal_key JOIN grid USING (application, member, stage) "
            "WHERE stage = ? AND NOT EXISTS (SELECT 1 FROM opening WHERE opening.application = seal_key.application "
            "AND opening.member = seal_key.member AND opening.stage = seal_key.stage AND opening.key = seal_key.key)",
            stage.value,
        )
        return [((row["application"], row["member"], row["stage"]), row["key"]) for row in rows]

    def misfits(self) -> tuple[tuple[str, str, str], ...]:
        """The (application key, member, stage) of grids that have an opening and no ratings: the opening does not
        fit.
        """
        keys, names = self.keys(), {m.id: m.name for m in self.panel()}
        rows = self._all(
            "SELECT DISTINCT application, member, stage FROM opening JOIN grid USING (application, member, stage) "
            "WHERE NOT EXISTS (SELECT 1 FROM rating WHERE rating.application = grid.application "
            "AND rating.member = grid.member AND rating.stage = grid.stage)"
        )
        return tuple((keys.get(r["application"], ""), names.get(r["member"], ""), r["stage"]) for r in rows)

    def _opened(self, stage: Stage) -> dict[tuple[str, str, str, str], Answer]:
        """Every rating in an opened grid; of a member who is recused since, only that."""
        closed = self._closed()
        return {
            (row["application"], row["member"], row["stage"], row["criterion"]): (
                _RECUSED if row["application"] in closed.get(row["member"], ()) else answer(row)
            )
            for row in self._all("SELECT * FROM rating WHERE stage = ?", stage.value)
        }


def _read_at(stage: Stage, outcomes: Mapping[str, str | None]) -> bool:
    first, second = outcomes.get(Stage.SCREENING.value), outcomes.get(Stage.INTERVIEW.value)
    invited = first == Outcome.INVITED.value and second not in _OUT
    return first not in _OUT and (stage is Stage.SCREENING or invited)


@cache
def _alone(state: str, level: int | None) -> Answer:
    """An answer with nothing beside it: there are few, and thousands of rows say each."""
    return Answer(RatingState(state), level)


def answer(row: Row) -> Answer:
    """An answer as a row of drafts or ratings keeps it."""
    if not row["comment"] and not row["passages"]:
        return _alone(row["state"], row["level"])
    return Answer(RatingState(row["state"]), row["level"], row["comment"] or "", passage.read(row["passages"]))
