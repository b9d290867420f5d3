"""What is done to the vacancy and its checklist."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import ClassVar

from smes_panel.errors import Refused
from smes_panel.gestures.gesture import Gesture
from smes_panel.model.change import canonical
from smes_panel.model.settlement import is_rule, settled
from smes_panel.model.vacancy import Criterion, Posting
from smes_panel.model.words import Words
from smes_panel.queries import Queries
from smes_panel.store import Pen


def spelled(value: object) -> str:
    """A structured column as it is stored."""
    return canonical(value).decode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class OpenVacancy(Gesture):
    """Starts the recruitment: what the posting says, and its profile as the checklist."""

    posting: Posting
    criteria: tuple[Criterion, ...]

    def make(self, pen: Pen, read: Queries) -> None:
        if read.criteria() or read.posting().text:
            raise Refused(
                "This dossier has its vacancy already; nothing was changed. A new recruitment is a new dossier."
            )
        said = self.posting
        pen.put(
            "vacancy",
            "vacancy",
            text=said.text,
            language=said.language.value,
            title=said.title,
            organisation=said.organisation,
            reference=said.reference,
            contract=said.contract,
            hours_per_week=said.hours_per_week,
            ends_on=said.ends_on.isoformat() if said.ends_on else None,
            renewable=None if said.renewable is None else int(said.renewable),
            joint_committee=said.joint_committee,
            pay_scale=said.pay_scale,
            starts=said.starts,
            apply_to=said.apply_to,
            deadline=said.deadline.isoformat() if said.deadline else None,
            closes_at=said.closes_at.isoformat() if said.closes_at else None,
            asks_reference=int(said.asks_reference),
            documents=spelled(list(said.documents)),
            mission=said.mission,
            missions=spelled(list(said.missions)),
            conditions=spelled(list(said.conditions)),
        )
        for place, criterion in enumerate(self.criteria, start=1):
            pen.put(
                "criterion",
                criterion.code,
                position=float(place),
                wording=criterion.wording,
                label=_said(criterion.label),
                parent=criterion.parent,
                essential=None if criterion.essential is None else int(criterion.essential),
                weight=criterion.weight,
                stages=None if criterion.stages is None else spelled([stage.value for stage in criterion.stages]),
                anchors=spelled({stage.value: _levels(levels) for stage, levels in criterion.anchors.items()}),
                questions=spelled([asdict(question) for question in criterion.questions]),
                proposed=spelled(list(criterion.proposed)),
                **({"added": 1} if criterion.added else {}),
            )


def _said(words: Words) -> str | None:
    return json.dumps(asdict(words), ensure_ascii=False) if words else None


def _levels(levels: Mapping[int, Words]) -> dict[str, object]:
    return {str(level): asdict(words) for level, words in levels.items()}


@dataclass(frozen=True, slots=True)
class Settle(Gesture):
    """Answers a question that the posting leaves open; `answer` as typed. Dated; once the checklist is frozen, with a
    reason.
    """

    question: str
    answer: str
    reason: str = ""

    def make(self, pen: Pen, read: Queries) -> None:
        value = settled(self.question, self.answer, [c.code for c in read.criteria()])
        frozen = read.vacancy().frozen_at
        if frozen is not None and is_rule(self.question) and not self.reason.strip():
            raise Refused(
                f"The checklist was frozen on {frozen:%Y-%m-%d}, when the first file was opened or rated: "
                f"changing {self.question} now needs a reason (--reason). Nothing was changed."
            )
        present = read.answers().get(self.question)
        if present is None or (present.value, present.reason) != (value, self.reason.strip()):
            pen.put(
                "answer",
                self.question,
                value=value,
                at=pen.now.isoformat(timespec="seconds"),
                reason=self.reason.strip(),
            )


@dataclass(frozen=True, slots=True)
class FreezeChecklist(Gesture):
    """Freezes what is settled: done once, at the first opening of a document or the first rating, and never taken
    back.
    """

    undoable: ClassVar[bool] = False

    def make(self, pen: Pen, read: Queries) -> None:
        if read.vacancy().frozen_at is None:
            # The seed is for the order in which each member reads; it is recorded before anybody reads.
            seed = pen.chance(16).hex()
            pen.put("freeze", "checklist", at=pen.now.isoformat(timespec="seconds"), seed=seed)
