"""A measurement: the same work done by the program and by as little as it could take, in turns, in one run.

Seconds are of one machine and one day; the ratio of two neighbours in time is not. So ours and the bare limit are done
in alternating order, and the figure is the median of the ratios of the pairs.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: paired runs of short work, mails brought in, entries checked, starts of the window,
    applications in the list, applications weighed.
    """

    pairs: int = 200
    mails: int = 1000
    entries: int = 5000
    starts: int = 15
    applications: int = 23
    members: int = 6
    listed: int = 10_000
    weighed: int = 200


TINY = Size(pairs=2, mails=4, entries=30, starts=1, applications=2, members=2, listed=40, weighed=4)
"""Enough to see that everything runs; no figure of it means anything."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table: what was done, beside what, in seconds by the wall clock for each paired run. `worked` are
    the seconds of processor time of one of ours and of one of the bare, medians. `remark` is what else was seen.
    """

    what: str
    beside: str
    ours: tuple[float, ...]
    bare: tuple[float, ...]
    worked: tuple[float, float] | None = None
    remark: str = ""

    @property
    def ratio(self) -> float:
        """The median of the ratios of the pairs."""
        return statistics.median(one / other for one, other in zip(self.ours, self.bare, strict=True))

    @property
    def spread(self) -> tuple[float, float]:
        """The quarters between which half of the ratios lie."""
        ratios = sorted(one / other for one, other in zip(self.ours, self.bare, strict=True))
        return ratios[len(ratios) // 4], ratios[-1 - len(ratios) // 4]


Bench = Callable[[Path, Size], Iterator[Figure]]
"""A benchmark works in an empty folder and yields its figures."""


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """How long one call takes by the wall clock, where waiting for the disk counts, and in processor time."""
    started, worked = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - started, time.process_time() - worked


def paired(
    what: str,
    beside: str,
    pairs: int,
    ours: Iterable[Callable[[], object]],
    bare: Iterable[Callable[[], object]],
    *,
    warm: bool = True,
) -> Figure:
    """Does one of `ours` and one of `bare` in turns, `pairs` times, the first to go changing each time.

    With `warm`, a pair more is done before and not counted: it imports, derives keys and fills caches.
    """
    taken: tuple[list[tuple[float, float]], list[tuple[float, float]]] = [], []
    for turn, pair in enumerate(islice(zip(ours, bare, strict=False), pairs + warm)):
        for side in (0, 1) if turn % 2 else (1, 0):
            taken[side].append(seconds(pair[side]))
    walls, works = ([[run[clock] for run in side[warm:]] for side in taken] for clock in (0, 1))
    worked = (statistics.median(works[0]), statistics.median(works[1]))
    return Figure(what, beside, tuple(walls[0]), tuple(walls[1]), worked)


def again(work: Callable[[], object]) -> Iterator[Callable[[], object]]:
    """The same work as often as it is asked for."""
    while True:
        yield work


_HEAD = ("benchmark", "what", "beside", "ours", "bare", "ratio", "half of the pairs", "pairs", "processor", "remark")


def as_table(found: Iterable[tuple[str, Figure]]) -> Iterator[str]:
    """The lines of a Markdown table, a figure at a time."""
    yield f"| {' | '.join(_HEAD)} |"
    yield f"|{'---|' * len(_HEAD)}"
    for name, figure in found:
        low, high = figure.spread
        ours, bare = (_said(statistics.median(side)) for side in (figure.ours, figure.bare))
        worked = " ÷ ".join(map(_said, figure.worked)) if figure.worked else ""
        cells = (name, figure.what, figure.beside, ours, bare, f"**{figure.ratio:.2f}**", f"{low:.2f}–{high:.2f}")
        yield f"| {' | '.join(cells)} | {len(figure.ours)} | {worked} | {figure.remark} |"


def _said(taken: float) -> str:
    return f"{taken:.2f} s" if taken >= 1 else f"{taken * 1000:.2f} ms" if taken < 0.01 else f"{taken * 1000:.0f} ms"
