"""From ballots to an order: mean rank, median rank, Borda, Schulze and majority judgment, ties kept as ties.

Who is not named on a ballot is tied last on it. Everything is counted in fractions, so that a tie is a tie.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from math import lcm

from smes_panel.model.ballot import Ballot, Method, Ranking


def ranked(ballots: Sequence[Ballot], method: Method) -> Ranking:
    """The order that the method makes of the ballots. Candidates are those named on any of them."""
    names = tuple(dict.fromkeys(name for ballot in ballots for place in ballot.places for name in place))
    return _METHODS[method](ballots, names)


def _middles(ballot: Ballot, names: Sequence[str]) -> dict[str, Fraction]:
    """The place of each from 1; the tied share the middle of the places they take."""
    named = {name for place in ballot.places for name in place}
    found: dict[str, Fraction] = {}
    for place in (*ballot.places, [name for name in names if name not in named]):
        middle = len(found) + Fraction(len(place) + 1, 2)
        found.update(dict.fromkeys(place, middle))
    return found


def mean(ballots: Sequence[Ballot], names: Sequence[str]) -> Ranking:
    """The mean place of each, the lowest first; the tied share the middle of their places (Kendall 1948, chapter 3)."""
    voters = sum((ballot.count for ballot in ballots), Fraction())
    totals = dict.fromkeys(names, Fraction())
    for ballot in ballots:
        for name, place in _middles(ballot, names).items():
            totals[name] += ballot.count * place
    return by_score({name: total / voters for name, total in totals.items()}, lowest=True)


def median(ballots: Sequence[Ballot], names: Sequence[str]) -> Ranking:
    """The median place of each, the lowest first: half-way between the two middle voters where there are two."""
    given: dict[str, list[tuple[Fraction, Fraction]]] = {name: [] for name in names}
    for ballot in ballots:
        for name, place in _middles(ballot, names).items():
            given[name].append((place, ballot.count))
    return by_score({name: _median(places) for name, places in given.items()}, lowest=True)


def _median(weighted: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    places = sorted(one for one in weighted if one[1])
    ends = list(accumulate(count for _, count in places))
    half = ends[-1] / 2
    lower = next(place for (place, _), end in zip(places, ends, strict=True) if end >= half)
    upper = next(place for (place, _), end in zip(places, ends, strict=True) if end > half)
    return (lower + upper) / 2


def borda(ballots: Sequence[Ballot], names: Sequence[str]) -> Ranking:
    """One point for the last place, one more for each place above; the tied share what their places give.

    Borda, J.-C. de (1781), *Mémoire sur les élections au scrutin*, 657-665, with a = b = 1. Counting from 0 takes one
    point off for each voter and changes no order.
    """
    points = dict.fromkeys(names, Fraction())
    for ballot in ballots:
        for name, place in _middles(ballot, names).items():
            points[name] += ballot.count * (len(names) + 1 - place)
    return by_score(points)


def schulze(ballots: Sequence[Ballot], names: Sequence[str]) -> Ranking:
    """The Schulze method, by winning votes; the score is how many others one beats by the strongest path.

    Schulze, M. (2011), A new monotonic, clone-independent … voting method, *Social Choice and Welfare* 36, 267-303,
    section 2. Its relation leaves some pairs open: the order lists together all whom nobody left beats.
    """
    above = [[Fraction()] * len(names) for _ in names]
    for ballot in ballots:
        middles = _middles(ballot, names)
        places = [middles[name] for name in names]
        for row, place in zip(above, places, strict=True):
            for other, its in enumerate(places):
                if place < its:
                    row[other] += ballot.count
    return by_paths(names, above)


def by_paths(names: Sequence[str], above: Sequence[Sequence[Fraction]]) -> Ranking:
    """The Schulze order from how many voters put the one of the row above the one of the column."""
    # A defeat is as strong as the votes of those who won it; what is no defeat is no path.
    path = [
        [won if won > above[other][one] else Fraction() for other, won in enumerate(row)]
        for one, row in enumerate(above)
    ]
    parts = lcm(*(won.denominator for row in path for won in row))
    whole = [[int(won * parts) for won in row] for row in path]
    for by, onwards in enumerate(whole):
        for one, row in enumerate(whole):
            if one != by and (there := row[by]):
                # Written out, since this line is all the time that it takes.
                whole[one] = [
                    step if step >= on or step >= there else min(on, there)
                    for step, on in zip(row, onwards, strict=True)
                ]
    beats = [
        {other for other in range(len(names)) if other != one and row[other] > whole[other][one]}
        for one, row in enumerate(whole)
    ]
    order, left = [], list(range(len(names)))
    while left:
        beaten = {other for one in left for other in beats[one]}
        order.append(tuple(names[one] for one in left if one not in beaten))
        left = [one for one in left if one in beaten]
    return Ranking(tuple(order), {name: float(len(beats[one])) for one, name in enumerate(names)})


def majority(ballots: Sequence[Ballot], names: Sequence[str]) -> Ranking:
    """Majority judgment, each place of a ballot read as a grade, the first the best; who is not named has the worst.

    Empty places count, so that a ballot can say grades: `A=B,,C` gives C the third. The score is the place that is the
    majority grade.
    """
    longest = max(len(names), *(len(ballot.places) for ballot in ballots))
    tallies: dict[str, dict[int, Fraction]] = {name: {} for name in names}
    for ballot in ballots:
        grades = {name: place for place, tied in enumerate(ballot.places, start=1) for name in tied}
        for name in names:
            grade = -grades.get(name, longest)
            tallies[name][grade] = tallies[name].get(grade, Fraction()) + ballot.count
    found = judged(tallies)
    return Ranking(found.order, {name: -grade for name, grade in found.scores.items()})


def judged(tallies: Mapping[str, Mapping[int, Fraction]]) -> Ranking:
    """Majority judgment from how often each grade was given, higher grades being better; the score is the majority
    grade, the lower of the two in the middle.

    Balinski, M. & Laraki, R. (2007), A theory of measuring, electing, and ranking, *PNAS* 104, 8720-8725: who are tied
    by the majority grade are compared by the one that remains when it is taken away, and so on. Taken away one by one,
    the middle grades go outwards by turns, below first; that is compared in runs here. Who has fewer grades is taken
    as often as it takes to have as many.
    """
    totals = [sum(tally.values(), Fraction()) for tally in tallies.values()]
    parts = lcm(*(count.denominator for tally in tallies.values() for count in tally.values()))
    whole = lcm(*(int(total * parts) for total in totals))
    runs = {
        name: [(grade, int(count * parts) * (whole // int(total * parts))) for grade, count in sorted(tally.items())]
        for (name, tally), total in zip(tallies.items(), totals, strict=True)
    }
    middle, even = (whole + 1) // 2, whole % 2 == 0
    ends = {name: list(accumulate(count for _, count in run)) for name, run in runs.items()}
    # Where anybody's grades change, in steps from the middle: between two of them one look suffices.
    turns = {middle - end for row in ends.values() for end in row}
    turns |= {end + 1 - even - middle for row in ends.values() for end in row}
    steps = sorted({0} | {turn for turn in turns if 0 < turn < middle})
    keys = {
        name: tuple(
            (_grade(runs[name], ends[name], middle - step), _grade(runs[name], ends[name], middle + step + even))
            for step in steps
        )
        for name in tallies
    }
    order = tuple(
        tuple(name for name, key in keys.items() if key == best) for best in sorted(set(keys.values()), reverse=True)
    )
    return Ranking(order, {name: float(key[0][0]) for name, key in keys.items()})


def _grade(run: Sequence[tuple[int, int]], ends: Sequence[int], place: int) -> int:
    return next(grade for (grade, _), end in zip(run, ends, strict=True) if end >= place)


def by_score(scores: Mapping[str, Fraction], *, lowest: bool = False) -> Ranking:
    """Those with the best score first, equal ones together."""
    order = [
        tuple(name for name, score in scores.items() if score == one)
        for one in sorted(set(scores.values()), reverse=not lowest)
    ]
    return Ranking(tuple(order), {name: float(score) for name, score in scores.items()})


_METHODS: Mapping[Method, Callable[[Sequence[Ballot], Sequence[str]], Ranking]] = {
    Method.MEAN: mean,
    Method.MEDIAN: median,
    Method.BORDA: borda,
    Method.SCHULZE: schulze,
    Method.MAJORITY: majority,
}
