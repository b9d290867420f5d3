"""How each member's levels lie beside the colleagues': severity and halo, for the chair's talk after the opening.

Saal, F. E., Downey, R. G. & Lahey, M. A. (1980), Rating the ratings, *Psychological Bulletin* 88, 413-428: severity as
the distance of a rater's mean from the others' on the same ratees, halo as a small standard deviation across
the dimensions of one ratee. Both may as well be the truth: a member may have met weaker people, and a person
may be good at everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, pstdev

from smes_panel.model.assessment import Rating
from smes_panel.model.comparison import Leaning


def leanings(ratings: Sequence[Rating]) -> tuple[Leaning, ...]:
    """One for each member who gave a level, in the order met. The ratings are those of one opened stage."""
    cells: dict[tuple[str, str], dict[str, int]] = {}
    members: dict[str, None] = {}
    for rating in ratings:
        if rating.answer.level is not None:
            cells.setdefault((rating.application, rating.criterion), {})[rating.member] = rating.answer.level
            members[rating.member] = None
    return tuple(_leaning(member, cells) for member in members)


def _leaning(member: str, cells: dict[tuple[str, str], dict[str, int]]) -> Leaning:
    shared = {place: given for place, given in cells.items() if member in given and len(given) > 1}
    severity = [
        given[member] - fmean(level for other, level in given.items() if other != member) for given in shared.values()
    ]
    by_application: dict[str, list[dict[str, int]]] = {}
    for (application, _), given in shared.items():
        by_application.setdefault(application, []).append(given)
    own, others = [], []
    for given_there in by_application.values():
        if len(given_there) < 2:
            continue
        colleagues = [
            pstdev(levels)
            for other in {other for given in given_there for other in given if other != member}
            if len(levels := [given[other] for given in given_there if other in given]) == len(given_there)
        ]
        if colleagues:
            own.append(pstdev([given[member] for given in given_there]))
            others.append(fmean(colleagues))
    return Leaning(
        member=member,
        cells=len(severity),
        severity=fmean(severity) if severity else None,
        applications=len(own),
        spread=fmean(own) if own else None,
        colleagues_spread=fmean(others) if others else None,
    )
