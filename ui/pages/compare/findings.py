"""What the figures of an opened stage say beside the matrix: worked out apart, then put into plain sentences."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from smes_panel.errors import Stopped
from smes_panel.insight.agreement import agreement, table_of
from smes_panel.insight.leanings import leanings
from smes_panel.insight.robustness import trials
from smes_panel.insight.totals import beside, certain
from smes_panel.model.agreement import Coefficient
from smes_panel.model.agreement import Table as Units
from smes_panel.model.ballot import Method
from smes_panel.model.comparison import Leaning, Trial, Variation
from ui.pages.compare.reading import Table
from ui.wording import compare as w
from ui.wording import insight as i

_ALPHA = "alpha_ordinal"
_FEW_RATERS = 5
_LEANS = 0.5
"""From half a level away from the colleagues on, a member is spoken of."""
_NARROW = 0.5
"""A member's spread below this share of the colleagues' may be a general impression."""
_NAMED = 6


@dataclass(frozen=True, slots=True)
class Findings:
    """The changes tried on the shortlist, how far the members agree, and how each leans; for one reading of a stage."""

    shortlist: tuple[str, ...]
    trials: tuple[Trial, ...]
    alpha: Coefficient
    raters: int
    pairs: bool
    """Whether any cell has two ratings to compare."""
    leanings: tuple[Leaning, ...]


def find(table: Table, shortlist: Collection[str], unwanted: Callable[[], bool] = lambda: False) -> Findings:
    """Everything, with the agreed weights. It touches no dossier, so that it may be done aside, where it is asked
    between two steps whether it is `unwanted` by now. Raises Stopped then.
    """
    opened = table.opened
    units: Units = table_of(opened, [member.name for member in table.members])
    tried = []
    for one in trials(opened.applications, opened.criteria, opened.ratings, shortlist) if shortlist else ():
        if unwanted():
            raise Stopped
        tried.append(one)
    return Findings(
        tuple(shortlist),
        tuple(tried),
        agreement(units, (_ALPHA,))[_ALPHA],
        len(units[0]) if units else 0,
        any(sum(level is not None for level in row) > 1 for row in units),
        leanings(opened.ratings),
    )


def robustness(table: Table, found: Findings) -> str:
    """One plain sentence: whether the shortlist holds, else a change that flips it. Never a verdict."""
    tongue = table.tongue
    if not found.shortlist:
        return tongue(i.CHOOSE)
    flips = [one for one in found.trials if not one.holds]
    if not flips:
        return tongue(i.HOLDS, n=len(found.trials))
    if flips[0].variation is Variation.METHOD and flips[0].what == Method.MEAN:
        return tongue(i.OTHER_THAN_MEANS, who=moves(table, flips[0]))
    # What is nearest to hand first: a weight by one step, then a member, then another way of counting.
    first = min(flips, key=lambda one: one.variation is Variation.METHOD)
    said = flip(table, first)
    if len(flips) > 1:
        said += " " + tongue.counted(i.FLIPS_MORE, len(flips) - 1, of=len(found.trials))
    return said


def each_flip(table: Table, found: Findings) -> tuple[str, ...]:
    """A sentence for each change that flips the shortlist."""
    return tuple(flip(table, one) for one in found.trials if not one.holds)


def flip(table: Table, trial: Trial) -> str:
    """A change that flips the shortlist, with whom it moves."""
    return table.tongue(i.FLIPS, what=_change(table, trial), who=moves(table, trial))


def _change(table: Table, trial: Trial) -> str:
    tongue = table.tongue
    if trial.variation is Variation.METHOD:
        return tongue(i.IF_METHOD, method=tongue(i.METHODS[Method(trial.what)]))
    if trial.variation is Variation.WITHOUT_MEMBER:
        return tongue(i.IF_WITHOUT, name=trial.what)
    words = i.IF_UP if trial.variation is Variation.WEIGHT_UP else i.IF_DOWN
    return tongue(words, number=table.criteria[trial.what].number)


def moves(table: Table, trial: Trial) -> str:
    """Who would come in and who would go out."""
    tongue = table.tongue
    parts = [
        tongue.counted(words, len(keys), who=", ".join(keys))
        for words, keys in ((i.ENTERS, trial.entering), (i.LEAVES, trial.leaving))
        if keys
    ]
    return ", ".join(parts)


def certainty(table: Table, shortlist: Sequence[str]) -> str:
    """How many of the shortlist are among as many highest totals whatever the gaps hold."""
    tongue = table.tongue
    if all(line.whole for line in table.lines.values()):
        return tongue(i.NOTHING_MISSING)
    if not shortlist:
        return ""
    inside, _ = certain(table.agreed, len(shortlist))
    return tongue(i.CERTAIN, n=len(inside.intersection(shortlist)), of=len(shortlist))


def person(table: Table, key: str) -> str:
    """One person's total with what the gaps leave open, and which orders are certain whatever they hold."""
    tongue, total = table.tongue, table.totals[key]
    if total.low is None or total.high is None:
        return tongue(i.NO_TOTAL)
    low, high = (w.decimal(tongue, float(one)) for one in (total.low, total.high))
    if total.mean is None:
        said = tongue(i.TOTAL_UNKNOWN, low=low, high=high)
    elif table.lines[key].whole:
        said = tongue(i.TOTAL_EXACT, mean=w.decimal(tongue, float(total.mean)))
    else:
        said = tongue(i.TOTAL, mean=w.decimal(tongue, float(total.mean)), low=low, high=high)
    if all(line.whole for line in table.lines.values()):
        return said
    by = beside(table.totals, key)
    said += " " + tongue(i.BESIDE, above=_people(table, by.above), below=_people(table, by.below))
    if by.open:
        who = ", ".join(by.open[:_NAMED])
        if len(by.open) > _NAMED:
            who += ", " + tongue.counted(i.MORE, len(by.open) - _NAMED)
        said += " " + tongue(i.OPEN_WITH, who=who)
    return said


def _people(table: Table, keys: Sequence[str]) -> str:
    return table.tongue.counted(i.SHORTLISTED, len(keys))


def alike(table: Table, found: Findings) -> str:
    """How far the members agree in plain words, with the coefficient and its interval, and what that allows."""
    tongue, one = table.tongue, found.alpha
    if one.value is None:
        return tongue(i.NO_VARIATION if found.pairs else i.NO_PAIRS)
    words = next(tongue(said) for least, said in i.ALIKE if one.value >= least)
    value = w.hundredths(tongue, one.value)
    if one.low is None or one.high is None:
        said = tongue(i.ALPHA_ALONE, alike=words, value=value)
    else:
        low, high = w.hundredths(tongue, one.low), w.hundredths(tongue, one.high)
        said = tongue(i.ALPHA, alike=words, value=value, low=low, high=high)
    return f"{said} {tongue(i.ROUGH, n=found.raters)}" if found.raters <= _FEW_RATERS else said


def leans(table: Table, found: Findings) -> tuple[str, ...]:
    """What the chair may bring up with each member: severity, and a spread much smaller than the colleagues'."""
    tongue, said = table.tongue, []
    for one in found.leanings:
        if one.severity is not None and abs(one.severity) >= _LEANS:
            words, far = i.LOWER if one.severity < 0 else i.HIGHER, w.decimal(tongue, abs(one.severity))
            said.append(tongue(words, name=one.member, n=far, cells=one.cells))
        if one.spread is not None and one.colleagues_spread and one.spread < _NARROW * one.colleagues_spread:
            own, others = w.decimal(tongue, one.spread), w.decimal(tongue, one.colleagues_spread)
            said.append(tongue(i.HALO, name=one.member, own=own, others=others))
    return tuple(said) or (tongue(i.NO_LEANING),)


def on_paper(table: Table, found: Findings | None, shortlist: Sequence[str]) -> tuple[str, ...]:
    """The sentences that go under the printed table."""
    found = found if found is not None and found.shortlist == tuple(shortlist) else find(table, shortlist)
    named = f"{table.tongue(i.SHORTLIST)} ({', '.join(shortlist)}). " if shortlist else ""
    parts = (named + robustness(table, found), certainty(table, shortlist), alike(table, found))
    return tuple(filter(None, (*parts, table.tongue(i.NO_DECISION))))
