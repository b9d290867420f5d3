"""One gesture beside one row committed to a bare SQLCipher file with the same settings, on the same disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, cycle
from pathlib import Path

from benchmarks.measuring import Figure, Size, paired
from benchmarks.recruitments import bare, begun, commit, ratings
from smes_panel.gestures.panel import AddMember
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.panel import Role

_BESIDE = "one row, one commit"


def bench(folder: Path, size: Size) -> Iterator[Figure]:
    connection = bare(folder / "bare.smes")
    rows = (
        partial(commit, connection, "INSERT OR REPLACE INTO row VALUES (?, ?)", n % 500, f"value {n}") for n in count()
    )
    with begun(folder, size.applications, size.members) as dossier:
        ticks = cycle(ratings(dossier, 0))

        def tick(number: int) -> Callable[[], object]:
            rate = next(ticks)
            level = number % 4 + 1
            again = type(rate)(
                rate.member, rate.application, rate.stage, rate.criterion, Answer(RatingState.RATED, level)
            )
            return partial(dossier.do, again)

        yield paired("a tick (`Rate`)", _BESIDE, size.pairs, map(tick, count()), rows)
        members = (partial(dossier.do, AddMember(f"Observatrice Modèle {n}", Role.OBSERVER)) for n in count())
        # Few: a panel has ten people, and the gesture looks at each for a name already taken.
        yield paired("a member more (`AddMember`)", _BESIDE, min(size.pairs, 20), members, rows)
    connection.close()
