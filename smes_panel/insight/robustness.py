"""Whether a shortlist hangs on one weight, one member or one way of counting: facts for a talk, never a verdict.

One thing is changed at a time. The shortlist holds where it could still be the first ones, so many as it has; at a tie
both ways hold. Who has nothing to go by under a change is left aside for it, on the list or not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from statistics import median_low

from smes_panel.insight.totals import tallies, weighed, weights_of
from smes_panel.insight.voting import by_paths, by_score, judged
from smes_panel.model.assessment import Rating
from smes_panel.model.ballot import Method, Ranking
from smes_panel.model.comparison import Trial, Variation
from smes_panel.model.vacancy import Criterion

Weights = Mapping[str, Fraction]


def trials(
    applications: Sequence[str],
    criteria: Sequence[Criterion],
    ratings: Sequence[Rating],
    shortlist: Collection[str],
    step: Fraction = Fraction(1),
) -> Iterator[Trial]:
    """Each method with the weights and members as they are; then the mean with each weight one `step` up and down, not
    below nil, and without each member.
    """
    weights = weights_of(criteria)
    given = [rating for rating in ratings if rating.answer.level is not None and rating.criterion in weights]
    for method in Method:
        yield _tried(Variation.METHOD, method, placed(applications, criteria, given, method), shortlist)
    tallied = tallies(applications, criteria, given)
    for code, weight in weights.items():
        for variation, moved in ((Variation.WEIGHT_UP, weight + step), (Variation.WEIGHT_DOWN, weight - step)):
            if moved >= 0:
                changed = {**weights, code: moved}
                yield _tried(
                    variation, code, _means({k: weighed(t, changed).mean for k, t in tallied.items()}), shortlist
                )
    members = dict.fromkeys(rating.member for rating in given)
    for member in members if len(members) > 1 else ():
        left = [rating for rating in given if rating.member != member]
        yield _tried(Variation.WITHOUT_MEMBER, member, placed(applications, criteria, left, Method.MEAN), shortlist)


def _tried(variation: Variation, what: str, ranking: Ranking, shortlist: Collection[str]) -> Trial:
    chosen = {key for key in shortlist if key in ranking.scores}
    inside: set[str] = set()
    tied: tuple[str, ...] = ()
    for group in ranking.order:
        if len(inside) + len(group) > len(chosen):
            tied = group
            break
        inside.update(group)
    if len(inside) == len(chosen):
        tied = ()
    flat = [key for group in ranking.order for key in group]
    return Trial(
        variation,
        what,
        tuple(key for key in flat if key in inside and key not in chosen),
        tuple(key for key in flat if key in chosen and key not in inside and key not in tied),
    )


def placed(
    applications: Sequence[str], criteria: Sequence[Criterion], ratings: Sequence[Rating], method: Method
) -> Ranking:
    """The order that a method makes of the ratings; who was rated by nobody is not in it.

    `mean`: the weighted mean of `totals`. `median`: the same of the low medians of the criteria. `borda` and `schulze`:
    each member orders by their own weighted mean those they rated, and says nothing of the others; Borda's score is the
    mean share of the others on the same member's list whom one is above, a tie being half, and Schulze's pairs are
    decided by those who rated both. `majority`: majority judgment over all levels, each criterion with its weight in
    equal parts for its ratings.
    """
    weights = weights_of(criteria)
    known = set(applications)
    given = [
        rating
        for rating in ratings
        if rating.answer.level is not None and rating.criterion in weights and rating.application in known
    ]
    if method in (Method.BORDA, Method.SCHULZE):
        lists = _lists(applications, criteria, given)
        return _borda(applications, lists) if method is Method.BORDA else _schulze(applications, lists)
    if method is Method.MEAN:
        found = tallies(applications, criteria, given)
        return _means({key: weighed(tally, weights).mean for key, tally in found.items()})
    levels: dict[str, dict[str, list[int]]] = {key: {} for key in applications}
    for rating in given:
        if rating.answer.level is not None:
            levels[rating.application].setdefault(rating.criterion, []).append(rating.answer.level)
    return _medians(levels, weights) if method is Method.MEDIAN else _judged(levels, weights)


def _means(totals: Mapping[str, Fraction | None]) -> Ranking:
    return by_score({key: total for key, total in totals.items() if total is not None})


def _medians(levels: Mapping[str, Mapping[str, Sequence[int]]], weights: Weights) -> Ranking:
    # A median is one level that one person might have given.
    return _means(
        {
            key: weighed({code: (median_low(given), 1, 0) for code, given in rated.items()}, weights).mean
            for key, rated in levels.items()
        }
    )


def _judged(levels: Mapping[str, Mapping[str, Sequence[int]]], weights: Weights) -> Ranking:
    counted: dict[str, dict[int, Fraction]] = {}
    for key, rated in levels.items():
        tally: dict[int, Fraction] = {}
        for code, given in rated.items():
            for level in given if weights[code] else ():
                tally[level] = tally.get(level, Fraction()) + weights[code] / len(given)
        if tally:
            counted[key] = tally
    return judged(counted)


def _lists(
    applications: Sequence[str], criteria: Sequence[Criterion], given: Sequence[Rating]
) -> list[dict[str, Fraction]]:
    """What each member's own weighted mean is of those they rated."""
    by_member: dict[str, list[Rating]] = {}
    for rating in given:
        by_member.setdefault(rating.member, []).append(rating)
    weights = weights_of(criteria)
    return [
        {
            key: mean
            for key, tally in tallies(applications, criteria, own).items()
            if (mean := weighed(tally, weights).mean) is not None
        }
        for own in by_member.values()
    ]


def _borda(applications: Sequence[str], lists: Sequence[Mapping[str, Fraction]]) -> Ranking:
    shares: dict[str, list[Fraction]] = {key: [] for key in applications}
    for own in lists:
        below, ordered = Fraction(), by_score(own, lowest=True).order
        for group in ordered if len(own) > 1 else ():
            share = (below + Fraction(len(group) - 1, 2)) / (len(own) - 1)
            for key in group:
                shares[key].append(share)
            below += len(group)
    return by_score({key: sum(given, Fraction()) / len(given) for key, given in shares.items() if given})


def _schulze(applications: Sequence[str], lists: Sequence[Mapping[str, Fraction]]) -> Ranking:
    rated = {key for own in lists for key in own}
    names = [key for key in applications if key in rated]
    above = [[0] * len(names) for _ in names]
    for own in lists:
        means = [own.get(name) for name in names]
        for row, mine in zip(above, means, strict=True):
            for other, its in enumerate(means):
                if mine is not None and its is not None and mine > its:
                    row[other] += 1
    return by_paths(names, [[Fraction(won) for won in row] for row in above])
