"""What is done to one criterion of the checklist: reworded, added, taken away, moved."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime

from smes_panel.errors import BadInput, Refused, UnknownName
from smes_panel.gestures.gesture import Gesture
from smes_panel.gestures.vacancy import spelled
from smes_panel.model.change import Cell
from smes_panel.model.vacancy import LETTERS, LEVELS, Criterion, Stage
from smes_panel.model.words import Words
from smes_panel.queries import Queries
from smes_panel.store import Pen

LONGEST_LABEL = 200
LONGEST_TEXT = 2_000
MOST_QUESTIONS = 30
_RULES = ("weight", "essential", "stages")

Anchors = Mapping[Stage, Mapping[int, Words]]


@dataclass(frozen=True, slots=True)
class EditCriterion(Gesture):
    """Rewords what a criterion is called, looks like and asks; `None` leaves a part as it is.

    `anchors` replace those of the same stage and level, the others stay. `wording` is the posting's own, and is only
    reworded where the criterion was added by hand. Once the checklist is frozen, with a reason.
    """

    code: str
    name: Words | None = None
    wording: str | None = None
    anchors: Anchors = field(default_factory=dict)
    questions: tuple[Words, ...] | None = None
    reason: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """Which parts this rewords."""
        said = (
            ("name", self.name is not None),
            ("wording", self.wording is not None),
            ("anchors", bool(self.anchors)),
            ("questions", self.questions is not None),
        )
        return tuple(name for name, given in said if given)

    def make(self, pen: Pen, read: Queries) -> None:
        before = _exactly(read, self.code)
        columns: dict[str, Cell] = {}
        if self.name is not None:
            columns["label"] = _label(self.name, before)
        if self.wording is not None:
            if not before.added or before.parent is not None:
                raise Refused(f"{self.code} has its wording from the posting, which stays as published.")
            columns["wording"] = _one_line(self.wording, LONGEST_TEXT)
        if self.anchors:
            columns["anchors"] = spelled(_together(before.anchors, self.anchors))
        if self.questions is not None:
            asked = [_words(question, LONGEST_TEXT) for question in self.questions]
            if len(asked) > MOST_QUESTIONS:
                raise BadInput(f"A criterion has at most {MOST_QUESTIONS} questions. Nothing was changed.")
            columns["questions"] = spelled([asdict(question) for question in asked if question])
        if _columns(before, columns) == columns:
            return
        _amended(pen, read, self.code, self.parts, self.reason)
        pen.put("criterion", self.code, **columns)


@dataclass(frozen=True, slots=True)
class AddCriterion(Gesture):
    """Adds a criterion by hand, or a sub-criterion that details `parent` in the parent's own wording.

    A sub-criterion takes over the parent's level and stages as proposals. Its weight is a question of its own: two
    halves that weigh as much as the whole would weigh double. Once the checklist is frozen, with a reason.
    """

    name: Words
    wording: str = ""
    parent: str | None = None
    reason: str = ""

    def make(self, pen: Pen, read: Queries) -> None:
        label = _words(self.name, LONGEST_LABEL)
        if not label:
            raise BadInput("A criterion needs a name. Nothing was added.")
        criteria = read.criteria()
        if self.parent is None:
            code, position = _next_code(criteria), float(max(_numbers(criteria), default=0) + 1)
            columns: dict[str, Cell] = {"wording": _one_line(self.wording, LONGEST_TEXT) or label.fr or _first(label)}
        else:
            parent = _exactly(read, self.parent)
            code, position = _sub_code(parent, criteria)
            proposed = [name for name in ("essential", "stages") if getattr(parent, name) is not None]
            columns = {
                "wording": parent.wording,
                "parent": parent.code,
                "essential": None if parent.essential is None else int(parent.essential),
                "stages": None if parent.stages is None else spelled([stage.value for stage in parent.stages]),
                "proposed": spelled(proposed),
            }
        _amended(pen, read, code, ("added",), self.reason)
        pen.put("criterion", code, **{**columns, "label": spelled(asdict(label)), "position": position, "added": 1})


@dataclass(frozen=True, slots=True)
class RemoveCriterion(Gesture):
    """Takes away a criterion that was added, with what was settled of it.

    The posting's own stay, and so does everything once the checklist is frozen, when there may be ratings: a criterion
    is then retired, by `stages` settled to none.
    """

    code: str

    def make(self, pen: Pen, read: Queries) -> None:
        gone = _exactly(read, self.code)
        if not gone.added:
            raise Refused(f"{self.code} is a line of the posting and stays; with no stage it is not rated.")
        frozen = read.vacancy().frozen_at
        if frozen is not None:
            raise Refused(
                f"The checklist was frozen on {frozen:%Y-%m-%d} and {self.code} may have ratings, so it stays; "
                "with no stage (and a reason) it is not rated any more."
            )
        if any(one.parent == self.code for one in read.criteria()):
            raise Refused(f"{self.code} has sub-criteria; take them away first. Nothing was changed.")
        for about in _RULES:
            pen.drop("answer", f"{about}.{self.code}")
        pen.drop("criterion", self.code)


@dataclass(frozen=True, slots=True)
class MoveCriterion(Gesture):
    """Puts a criterion before another of the same parent, or last where `before` is empty. Its number stays its own.

    Until the checklist is frozen: the sheets printed after that are read back in this order.
    """

    code: str
    before: str = ""

    def make(self, pen: Pen, read: Queries) -> None:
        moved = _exactly(read, self.code)
        frozen = read.vacancy().frozen_at
        if frozen is not None:
            raise Refused(
                f"The checklist was frozen on {frozen:%Y-%m-%d}: sheets are printed in this order, which stays."
            )
        beside = [one.code for one in read.criteria() if one.parent == moved.parent and one.code != self.code]
        if self.before and self.before not in beside:
            raise UnknownName(f"{self.code} cannot stand before {self.before}. Nothing was moved.")
        _placed(pen, read, self.code, beside, beside.index(self.before) if self.before else len(beside))


@dataclass(frozen=True, slots=True)
class NestCriterion(Gesture):
    """Makes a criterion detail another, as the last that does, or stand by itself where `under` is empty, after the one
    that it detailed.

    Its number, its words and its own rules stay. The criterion above is rated through those that detail it: what was
    settled of it waits until it stands alone again. Until the checklist is frozen.
    """

    code: str
    under: str = ""

    def make(self, pen: Pen, read: Queries) -> None:
        moved = _exactly(read, self.code)
        frozen = read.vacancy().frozen_at
        if frozen is not None:
            raise Refused(
                f"The checklist was frozen on {frozen:%Y-%m-%d} and {self.code} may have ratings, so it stays where it "
                "is. Nothing was moved."
            )
        if (moved.parent or "") == self.under:
            return
        criteria = read.criteria()
        if self.under:
            above = _exactly(read, self.under)
            if above.code == moved.code:
                raise Refused(f"{self.code} cannot detail itself. Nothing was moved.")
            if above.parent is not None:
                raise Refused(f"{above.code} details {above.parent} already; a sub-criterion has none of its own.")
            if any(one.parent == moved.code for one in criteria):
                raise Refused(f"{self.code} has sub-criteria; move them out first. Nothing was moved.")
        beside = [one.code for one in criteria if (one.parent or "") == self.under and one.code != self.code]
        place = len(beside) if self.under else beside.index(moved.parent or "") + 1
        pen.put("criterion", self.code, parent=self.under or None)
        _placed(pen, read, self.code, beside, place)


def _placed(pen: Pen, read: Queries, code: str, beside: Sequence[str], place: int) -> None:
    """Puts `code` at this place among those `beside` it, all of one parent."""
    positions = read.positions()
    low = positions[beside[place - 1]] if place else positions.get(beside[0], 1.0) - 1 if beside else 0.0
    high = positions[beside[place]] if place < len(beside) else low + 2
    middle = (low + high) / 2
    if low < middle < high:
        pen.put("criterion", code, position=middle)
        return
    # Two laptops apart may have put two criteria at one place, and halves end somewhere: count anew.
    for at, one in enumerate([*beside[:place], code, *beside[place:]], start=1):
        pen.put("criterion", one, position=float(at))


def _exactly(read: Queries, code: str) -> Criterion:
    found = next((one for one in read.criteria() if one.code == code), None)
    if found is None:
        raise UnknownName(f"There is no criterion {code[:20]} in this dossier. Nothing was changed.")
    return found


def _amended(pen: Pen, read: Queries, code: str, parts: Sequence[str], reason: str) -> None:
    """After the freeze, a change of the checklist has its reason and is dated; without one it is refused."""
    frozen = read.vacancy().frozen_at
    if frozen is None:
        return
    why = _one_line(reason, LONGEST_TEXT)
    if not why:
        raise Refused(
            f"The checklist was frozen on {frozen:%Y-%m-%d}: changing {code} now needs a reason. Nothing was changed."
        )
    at: datetime = pen.now
    pen.put(
        "amendment",
        pen.chance(8).hex(),
        criterion=code,
        parts=spelled(list(parts)),
        at=at.isoformat(timespec="seconds"),
        reason=why,
    )


def _columns(criterion: Criterion, like: Mapping[str, Cell]) -> dict[str, Cell]:
    """The columns of `like` as they are now, in the same spelling."""
    now: dict[str, Cell] = {
        "label": spelled(asdict(criterion.label)) if criterion.label else None,
        "wording": criterion.wording,
        "anchors": spelled(_together(criterion.anchors, {})),
        "questions": spelled([asdict(question) for question in criterion.questions]),
    }
    return {name: now[name] for name in like}


def _label(label: Words, criterion: Criterion) -> str | None:
    said = _words(label, LONGEST_LABEL)
    if not said and criterion.added:
        raise BadInput(f"{criterion.code} was added and has no other name than this one. Nothing was changed.")
    return spelled(asdict(said)) if said else None


def _together(before: Anchors, given: Anchors) -> dict[str, object]:
    merged: dict[str, object] = {}
    for stage in Stage:
        levels = {**before.get(stage, {}), **given.get(stage, {})}
        said = {str(level): _words(levels[level], LONGEST_TEXT) for level in LEVELS if level in levels}
        if any(said.values()):
            merged[stage.value] = {level: asdict(words) for level, words in said.items() if words}
    return merged


def _words(words: Words, longest: int) -> Words:
    return Words(*(_one_line(said, longest) for said in (words.fr, words.nl, words.en)))


def _one_line(text: str, longest: int) -> str:
    # Not split(): that would take the no-break spaces of French for ordinary ones.
    said = re.sub(r"[ \t\r\n\x00-\x1f\x7f\u2028\u2029]+", " ", text).strip(" ")
    if len(said) > longest:
        raise BadInput(f"This text has {len(said)} characters and there is room for {longest}. Nothing was changed.")
    return said


def _first(words: Words) -> str:
    return words.fr or words.nl or words.en


def _numbers(criteria: Sequence[Criterion]) -> list[int]:
    return [int(one.number) for one in criteria if one.parent is None and one.number.isdecimal()]


def _next_code(criteria: Sequence[Criterion]) -> str:
    return f"C{max(_numbers(criteria), default=0) + 1:02d}"


def _sub_code(parent: Criterion, criteria: Sequence[Criterion]) -> tuple[str, float]:
    if parent.parent is not None:
        raise Refused(f"{parent.code} details {parent.parent} already; a sub-criterion has none of its own.")
    taken = {one.code for one in criteria}
    free = [place for place in range(len(LETTERS)) if f"{parent.code}{LETTERS[place]}" not in taken]
    # After the last one there is, so that a letter once given is not given again while later ones are there.
    last = max((place for place in range(len(LETTERS)) if place not in free), default=-1)
    if last + 1 >= len(LETTERS):
        raise Refused(f"{parent.code} has as many sub-criteria as there are letters. Nothing was added.")
    return f"{parent.code}{LETTERS[last + 1]}", float(last + 2)
