"""Questions about the vacancy, its checklist and its panel."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from smes_panel.errors import UnknownName
from smes_panel.model.panel import Member, Role
from smes_panel.model.questions import open_questions
from smes_panel.model.vacancy import Criterion, OpenQuestion, Posting, Stage, Vacancy
from smes_panel.model.words import Language, Words, searchable
from smes_panel.queries.answers import Amendment, Settled
from smes_panel.queries.rows import Row, Rows, day, flag, instant, listed, stages, words


class Vacancies(Rows):
    """The vacancy as it stands: what the posting says, completed by the dated answers."""

    def answers(self) -> dict[str, Settled]:
        """Every settled question with its answer."""
        return {
            row["question"]: Settled(
                row["question"], row["value"], datetime.fromisoformat(row["at"]), row["reason"] or ""
            )
            for row in self._all("SELECT * FROM answer ORDER BY question")
        }

    def posting(self) -> Posting:
        """What the posting says and nothing more."""
        row = self._first("SELECT * FROM vacancy WHERE id = 'vacancy'")
        if row is None:
            return Posting("", Language.FR)
        return Posting(
            text=row["text"],
            language=Language(row["language"]),
            title=row["title"],
            organisation=row["organisation"],
            reference=row["reference"],
            contract=row["contract"],
            hours_per_week=row["hours_per_week"],
            ends_on=day(row["ends_on"]),
            renewable=flag(row["renewable"]),
            joint_committee=row["joint_committee"],
            pay_scale=row["pay_scale"],
            starts=row["starts"],
            apply_to=row["apply_to"],
            deadline=day(row["deadline"]),
            closes_at=instant(row["closes_at"]),
            asks_reference=bool(row["asks_reference"]),
            documents=listed(row["documents"]),
            mission=row["mission"],
            missions=listed(row["missions"]),
            conditions=listed(row["conditions"]),
        )

    def vacancy(self) -> Vacancy:
        """The vacancy with what was settled since; `frozen_at` once a first document was opened or a first rating
        given.
        """
        posting, answers = self.posting(), self.answers()
        frozen = self._first("SELECT at FROM freeze WHERE id = 'checklist'")
        return Vacancy(
            posting=posting,
            reference=answers["reference"].value if "reference" in answers else posting.reference,
            closes_at=instant(answers["closes_at"].value) if "closes_at" in answers else posting.closes_at,
            frozen_at=None if frozen is None else instant(frozen["at"]),
        )

    def criteria(self) -> tuple[Criterion, ...]:
        """The checklist in the posting's order or the panel's, with the settled weights, essentials and stages.

        Sub-criteria follow the criterion that they detail.
        """
        answers = self.answers()
        return tuple(_settled(_criterion(row), answers) for row in self._checklist())

    def positions(self) -> dict[str, float]:
        """Where each criterion stands among those of the same parent."""
        return {row["code"]: row["position"] or 0.0 for row in self._checklist()}

    def amendments(self) -> tuple[Amendment, ...]:
        """What was changed of the checklist after the freeze, oldest first, each with its date and reason."""
        made = [
            Amendment(row["criterion"] or "", listed(row["parts"]), datetime.fromisoformat(row["at"]), row["reason"])
            for row in self._all("SELECT * FROM amendment ORDER BY at, id")
        ]
        for settled in self.answers().values():
            about, _, code = settled.question.partition(".")
            if settled.reason:
                made.append(Amendment(code, (about,), settled.at, settled.reason))
        return tuple(sorted(made, key=lambda one: one.at))

    def _checklist(self) -> list[Row]:
        rows = list(self._all("SELECT * FROM criterion ORDER BY position, code"))
        # Two laptops apart may have nested two criteria in one another: one details another only where that one stands
        # by itself, so that none is lost between them.
        alone = {row["code"] for row in rows if row["parent"] is None}
        rows = [row if row["parent"] in alone else {**row, "parent": None} for row in rows]
        places = {row["code"]: place for place, row in enumerate(rows)}

        def place(row: Row) -> tuple[int, bool, int]:
            of = row["parent"] if row["parent"] in places else row["code"]
            return places[of], of != row["code"], places[row["code"]]

        return sorted(rows, key=place)

    def rated_at(self, stage: Stage) -> tuple[Criterion, ...]:
        """The criteria that get a rating at `stage`: a criterion with sub-criteria is rated through them."""
        criteria = self.criteria()
        parents = {criterion.parent for criterion in criteria}
        return tuple(c for c in criteria if c.code not in parents and c.seen_at(stage))

    def criterion(self, code: str) -> Criterion:
        """The criterion `code`, which may be written C08, c8 or 8. Raises UnknownName."""
        number = re.sub(r"^c?[\s.-]*0*", "", code.strip().casefold())
        found = next((c for c in self.criteria() if c.number == number), None)
        if found is None:
            raise UnknownName(f"There is no criterion {code}; `show` lists them.")
        return found

    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """What the posting leaves open, in its order, each with its answer and date once there is one."""
        answers = self.answers()
        asked = open_questions(self.posting(), tuple(_criterion(r) for r in self._checklist()))
        return tuple(
            OpenQuestion(key, said, answers[key].value, answers[key].at) if key in answers else OpenQuestion(key, said)
            for key, said in asked
        )

    def panel(self) -> tuple[Member, ...]:
        """The members in the order in which they came."""
        rows = self._all("SELECT * FROM member ORDER BY number, id")
        return tuple(Member(row["id"], row["number"], row["name"], Role(row["role"])) for row in rows)

    def member(self, name: str) -> Member:
        """The member called `name`, whatever its case and accents are spelled like. Raises UnknownName."""
        spelled = searchable(" ".join(name.split()))
        # Laptops apart may have added an Eric and an Éric: the one spelled like this comes first.
        found = next(
            iter(sorted((m for m in self.panel() if searchable(m.name) == spelled), key=lambda m: m.name != name)), None
        )
        if found is None:
            known = ", ".join(m.name for m in self.panel()) or "nobody yet"
            raise UnknownName(f"Nobody called “{name}” is on the panel ({known}). Add them with `panel --add`.")
        return found


def _criterion(row: Row) -> Criterion:
    return Criterion(
        code=row["code"],
        wording=row["wording"] or "",
        label=words(row["label"]),
        parent=row["parent"],
        essential=flag(row["essential"]),
        weight=row["weight"],
        stages=stages(row["stages"]),
        anchors=_anchors(row["anchors"] or "{}"),
        questions=_questions(row["questions"] or "[]"),
        proposed=listed(row["proposed"]),
        added=bool(row["added"]),
    )


# The same few texts are read at every gesture, and reading them was two fifths of a demonstration's time.
@lru_cache(maxsize=256)
def _anchors(text: str) -> Mapping[Stage, Mapping[int, Words]]:
    return {
        Stage(stage): {int(level): Words(**said) for level, said in levels.items()}
        for stage, levels in json.loads(text).items()
    }


@lru_cache(maxsize=256)
def _questions(text: str) -> tuple[Words, ...]:
    return tuple(Words(**said) for said in json.loads(text))


def _settled(criterion: Criterion, answers: dict[str, Settled]) -> Criterion:
    for name in ("weight", "essential", "stages"):
        settled = answers.get(f"{name}.{criterion.code}")
        if settled is None:
            continue
        proposed = tuple(one for one in criterion.proposed if one != name)
        if name == "weight":
            criterion = replace(criterion, weight=float(settled.value), proposed=proposed)
        elif name == "essential":
            criterion = replace(criterion, essential=settled.value == "true", proposed=proposed)
        else:
            seen = tuple(Stage(one) for one in settled.value.split(",") if one != "none")
            criterion = replace(criterion, stages=seen, proposed=proposed)
    return criterion
