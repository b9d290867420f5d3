"""Drift: whether one's own last files were rated higher or lower than one's first. A hint for that member alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

FEWEST = 8
"""With fewer files rated nothing is said: two halves of three say nothing."""

NOTABLE = 0.5
"""Half a level between the means of the first and of the last third is worth a second look."""


@dataclass(frozen=True, slots=True)
class Drift:
    """The mean level of one's `first` and of one's `last` files, over `files` of them each."""

    first: float
    last: float
    files: int

    @property
    def notable(self) -> bool:
        """Whether it is worth a second look. It is no proof: the last files may simply be better or weaker."""
        return abs(self.last - self.first) >= NOTABLE


def drift(levels: Sequence[Sequence[int]]) -> Drift | None:
    """Compares the first third of the files with the last; `levels` are those given, file by file in the order of
    reading, on the scale of 1 to 4. `None` with fewer than eight files that have a level.

    Each file counts once, by its mean, so that a file with many gaps weighs as much as another. As each member reads in
    an order drawn at random (`model/reading.py`), a difference beyond chance cannot come from the files' numbers. That
    raters become more lenient or more severe over a session is described as *differential rater functioning over time*
    by Myford and Wolfe (Journal of Educational Measurement 46, 2009); here it is only shown, never corrected.
    """
    means = [fmean(given) for given in levels if given]
    if len(means) < FEWEST:
        return None
    third = len(means) // 3
    return Drift(fmean(means[:third]), fmean(means[-third:]), third)
