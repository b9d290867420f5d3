"""From the figures of an opened stage to what each cell of the matrix shows and says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from smes_panel.insight.comparison import compared, to_discuss
from smes_panel.insight.totals import Tally, tallies, weighed, weights_of
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.comparison import Compared, Weighed
from smes_panel.model.panel import Member
from smes_panel.model.vacancy import Criterion, Stage
from ui.widgets.matrix import Head, Line
from ui.widgets.scores import Figure, Flags, Gap, One, Range, Score, Side
from ui.wording import Tongue, dates
from ui.wording import compare as w
from ui.wording import insight as i

if TYPE_CHECKING:
    from smes_panel.queries.answers import Consensus, Correction, Opened
    from ui.session import Session

MEAN, UNSHOWN = "mean", "unshown"
MEDIANS, MINE, BY_MEMBER = range(3)
_PER_MEMBER = 19


@dataclass(frozen=True, slots=True)
class Table:
    """An opened stage as one reads it: figures per key, names per key, each member's answer per key and criterion."""

    tongue: Tongue
    opened: Opened
    lines: Mapping[str, Compared]
    names: Mapping[str, str]
    members: tuple[Member, ...]
    answers: Mapping[tuple[str, str], Mapping[str, Answer]]
    me: Member | None
    concluded: Mapping[tuple[str, str], Consensus]
    corrected: Mapping[tuple[str, str, str], tuple[Correction, ...]]
    """What each member (by name) gave as a second version on a cell, oldest first."""
    tallies: Mapping[str, Tally]
    weights: Mapping[str, Fraction]
    agreed: Mapping[str, Weighed]
    """The total of each under the agreed weights."""
    totals: Mapping[str, Weighed]
    """The same under the weights supposed now."""
    supposed: Mapping[str, Fraction] = field(default_factory=dict)
    """What-if weights by criterion code; none of them is ever written."""
    moved: Mapping[str, int] = field(default_factory=dict)
    """How many places each mean has come nearer to the highest under them."""

    def supposing(self, supposed: Mapping[str, Fraction]) -> Table:
        """The same stage under these what-if weights; those that are as agreed suppose nothing."""
        other = {code: one for code, one in supposed.items() if code in self.weights and one != self.weights[code]}
        if not other:
            return replace(self, totals=self.agreed, supposed={}, moved={})
        weights = {**self.weights, **other}
        totals = {key: weighed(tally, weights) for key, tally in self.tallies.items()}
        before, now = _places(self.agreed), _places(totals)
        moved = {key: before[key] - place for key, place in now.items() if key in before and before[key] != place}
        return replace(self, totals=totals, supposed=other, moved=moved)

    @property
    def criteria(self) -> Mapping[str, Criterion]:
        return {one.code: one for one in self.opened.criteria}

    def who(self, key: str) -> str:
        return f"{key} {self.names.get(key, '')}".strip()

    def label(self, criterion: Criterion) -> str:
        return criterion.label.said(self.tongue.language) or criterion.wording or criterion.code

    def answer(self, key: str, code: str, member: str) -> Answer:
        """The member's answer on a cell; not asked where there is no trace of one."""
        return self.answers.get((key, code), {}).get(member, Answer(RatingState.NOT_ASKED))


def read_table(session: Session, stage: Stage, tongue: Tongue) -> Table:
    """What the query gives of a stage; it refuses while the stage is closed."""
    read, me = session.read, session.member
    opened = read.opened(stage, me)
    found = compared(opened.applications, opened.criteria, opened.ratings)
    answers: dict[tuple[str, str], dict[str, Answer]] = {}
    for rating in opened.ratings:
        answers.setdefault((rating.application, rating.criterion), {})[rating.member] = rating.answer
    given = {rating.member for rating in opened.ratings}
    corrected: dict[tuple[str, str, str], tuple[Correction, ...]] = {}
    for one in read.corrections(stage, me):
        place = (one.rating.application, one.rating.criterion, one.rating.member)
        corrected[place] = (*corrected.get(place, ()), one)
    counted, weights = tallies(opened.applications, opened.criteria, opened.ratings), weights_of(opened.criteria)
    totals = {key: weighed(tally, weights) for key, tally in counted.items()}
    return Table(
        tongue,
        opened,
        {one.key: one for one in found},
        {one.key: one.identity.name for one in read.applications(reader=me)},
        tuple(member for member in read.panel() if member.name in given),
        answers,
        me if me is not None and me.role.rates else None,
        read.consensus(stage, me),
        corrected,
        counted,
        weights,
        totals,
        totals,
    )


def _places(totals: Mapping[str, Weighed]) -> dict[str, int]:
    """How many means are higher than each."""
    # Equal fractions are the same float, and two means of a panel lie further apart than floats do.
    means = {key: float(total.mean) for key, total in totals.items() if total.mean is not None}
    falling = sorted(means.values(), reverse=True)
    first: dict[float, int] = {}
    for place, mean in enumerate(falling):
        first.setdefault(mean, place)
    return {key: first[mean] for key, mean in means.items()}


def heads(table: Table, view: int) -> tuple[Head, ...]:
    """The columns: the criteria, then the mean and the essential criteria not shown."""
    tongue = table.tongue
    least = max(62, _PER_MEMBER * len(table.members)) if view == BY_MEMBER else 62
    found = []
    for one in table.opened.criteria:
        weighs = supposes = tongue(w.WEIGHT, weight=w.weight(tongue, one.weight)) if one.weight is not None else ""
        if one.code in table.supposed:
            agreed, now = (w.weight(tongue, float(by[one.code])) for by in (table.weights, table.supposed))
            weighs, supposes = f"{agreed} → {now}", tongue(i.SUPPOSED_WEIGHT, weight=now, agreed=agreed)
        parts = (
            tongue(w.HEAD, number=one.number, label=table.label(one)),
            tongue(w.ESSENTIAL) if one.essential else "",
            supposes,
        )
        said = ", ".join(filter(None, parts))
        marked = bool(one.essential)
        tried = one.code in table.supposed
        found.append(Head(one.code, one.number, table.label(one), weighs, said, marked, least, max(92, least), tried))
    whole = all(line.whole for line in table.lines.values())
    found.append(
        Head(
            MEAN,
            "",
            tongue(w.MEAN),
            "",
            tongue(w.MEAN),
            least=104 if whole else 120,
            most=140,
        )
    )
    found.append(Head(UNSHOWN, "", tongue(w.UNSHOWN), "", tongue(w.UNSHOWN), least=104, most=104))
    return tuple(found)


def score(table: Table, view: int, key: str, name: str) -> Score:
    """What the cell of this person under this column shows."""
    if name == MEAN:
        return _mean(table, key)
    if name == UNSHOWN:
        return _unshown(table, key)
    line, criterion, tongue = table.lines[key], table.criteria[name], table.tongue
    what = tongue(w.HEAD, number=criterion.number, label=table.label(criterion))

    def said(words: str) -> str:
        return tongue(w.CELL, who=table.who(key), what=what, score=words)

    if view == MINE and table.me is not None:
        mine = table.answer(key, name, table.me.name)
        if mine.level is not None:
            return One(mine.level, said(level_words(tongue, mine)))
        return gap((mine.state,), said(level_words(tongue, mine)))
    if view == BY_MEMBER:
        answers = [(one.name, table.answer(key, name, one.name)) for one in table.members]
        each = [tongue(w.OF_MEMBER, name=who, opinion=level_words(tongue, answer)) for who, answer in answers]
        return Side(tuple(answer.level for _, answer in answers), said("; ".join(each)), line.apart(name))
    median, low, high = line.medians[name], line.low[name], line.high[name]
    panel = table.concluded.get((key, name))
    ours = tongue(w.PANEL_SAYS, level=panel.level) if panel is not None else ""
    words = said(", ".join(filter(None, (cell_words(tongue, line, name), ours))))
    level = panel.level if panel is not None else None
    if median is None or low is None or high is None:
        return replace(gap(line.gaps[name], words), panel=level)
    return Range(median, low, high, words, line.apart(name), name in line.unshown, level)


def gap(states: tuple[RatingState, ...], said: str) -> Gap:
    """The sign of a cell without any level."""
    dotted = RatingState.NOT_RATED in states
    missing = any(state.asked for state in states)
    return Gap(said, struck=missing and not dotted, dotted=dotted)


def cell_words(tongue: Tongue, line: Compared, code: str) -> str:
    """Median, range, spread, what is missing, what is flagged: as a screen reader says a cell."""
    median, low, high = line.medians[code], line.low[code], line.high[code]
    parts = []
    if median is not None:
        parts.append(
            tongue(w.ALIKE, median=median) if low == high else tongue(w.RANGE, median=median, low=low, high=high)
        )
    if line.apart(code):
        parts.append(tongue(w.SPREAD, n=line.spread(code)))
    for state, count in Counter(line.gaps[code]).items():
        parts.append(tongue.counted(w.MISSING[state], count))
    if code in line.unshown:
        parts.append(tongue(w.NOT_SHOWN))
    return ", ".join(parts) or tongue(w.NOTHING_ASKED)


def corrections_words(table: Table, key: str, code: str, member: str) -> tuple[str, ...]:
    """Each second version a member gave on a cell, with its day and its reason, oldest first."""
    tongue = table.tongue
    return tuple(
        tongue(
            w.CORRECTED,
            when=dates.short(tongue, one.at) if one.at is not None else "",
            opinion=level_words(tongue, one.rating.answer),
            reason=one.reason,
        )
        for one in table.corrected.get((key, code, member), ())
    )


def level_words(tongue: Tongue, answer: Answer) -> str:
    """An answer in words: the level with its word, or why there is none."""
    if answer.level is None:
        return tongue(w.STATES[answer.state])
    return tongue(w.LEVEL, level=answer.level, word=tongue(w.LEVELS[answer.level - 1]))


def _mean(table: Table, key: str) -> Figure:
    line, total, tongue = table.lines[key], table.totals[key], table.tongue
    if total.mean is None:
        return Figure("–", tongue(w.CELL, who=table.who(key), what=tongue(w.MEAN), score=tongue(w.NO_MEAN)))
    mean, small = w.decimal(tongue, float(total.mean)), ""
    words = mean
    if not line.whole and total.low is not None and total.high is not None:
        low, high = (w.decimal(tongue, float(one)) for one in (total.low, total.high))
        small, words = f"{low}–{high}", tongue(w.INTERVAL, mean=mean, low=low, high=high)
    by = table.moved.get(key, 0)
    if by:
        words += ", " + tongue(i.MOVED_UP if by > 0 else i.MOVED_DOWN, n=abs(by))
    return Figure(mean, tongue(w.CELL, who=table.who(key), what=tongue(w.MEAN), score=words), small, by)


def _unshown(table: Table, key: str) -> Flags:
    numbers = ", ".join(table.criteria[code].number for code in table.lines[key].unshown)
    tongue = table.tongue
    words = tongue(w.CELL, who=table.who(key), what=tongue(w.UNSHOWN), score=numbers or tongue(w.NONE))
    return Flags(numbers, words)


def ordered(table: Table, view: int, sort: str, *, falling: bool, apart_only: bool) -> tuple[Line, ...]:
    """The rows: in the order of the numbers unless a person asked for another; those without a figure last."""
    keys = [key for key, line in table.lines.items() if not apart_only or line.disagreements]
    if sort:
        figures = {key: _figure(table, view, sort, key) for key in keys}
        keys.sort(key=lambda key: _last(figures[key], falling=falling))
    return tuple(Line(key, table.names.get(key, "")) for key in keys)


def _last(figure: float | None, *, falling: bool) -> tuple[bool, float]:
    return (figure is None, 0.0 if figure is None else -figure if falling else figure)


def _figure(table: Table, view: int, sort: str, key: str) -> float | None:
    line = table.lines[key]
    if sort == MEAN:
        mean = table.totals[key].mean
        return None if mean is None else float(mean)
    if sort == UNSHOWN:
        return len(line.unshown)
    if view == MINE and table.me is not None:
        return table.answer(key, sort, table.me.name).level
    return line.medians.get(sort)


def widest(table: Table, key: str) -> str:
    """The criterion on which the opinions on this person lie furthest apart; the first of several."""
    line = table.lines[key]
    return max(table.criteria, key=lambda code: line.spread(code) or 0)


def next_apart(table: Table, key: str, name: str) -> tuple[str, str] | None:
    """The next cell on which the members disagree, in the order of the discussion, round to the first."""
    cells = [
        (one.key, code) for one in to_discuss(list(table.lines.values())) for code in table.criteria if one.apart(code)
    ]
    if not cells:
        return None
    return cells[(cells.index((key, name)) + 1) % len(cells)] if (key, name) in cells else cells[0]
