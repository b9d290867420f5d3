"""The comparison of an opened stage, from the file to the medians, beside one SELECT of the same ratings."""

from __future__ import annotations

import random
import statistics
from collections.abc import Iterator
from pathlib import Path

import sqlcipher3

from benchmarks.measuring import Figure, Size, again, paired
from benchmarks.recruitments import PASSPHRASE, opened
from smes_panel.dossier import Dossier
from smes_panel.insight.comparison import compared
from smes_panel.insight.totals import tallied, weighed, weights_of
from smes_panel.model.vacancy import Criterion, Stage


def bench(folder: Path, size: Size) -> Iterator[Figure]:
    opened(folder, size.applications, size.members).close()
    path = folder / "dossier.smes"
    copy = folder / "copy.smes"
    copy.write_bytes(path.read_bytes())
    connection = sqlcipher3.connect(str(copy))
    connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
    with Dossier.open(path, PASSPHRASE, home=folder / "laptop") as dossier:

        def ours() -> None:
            answer = dossier.read.opened(Stage.SCREENING)
            compared(answer.applications, answer.criteria, answer.ratings)

        def bare() -> None:
            cells: dict[tuple[str, str], list[int]] = {}
            for application, criterion, level in connection.execute(
                "SELECT application, criterion, level FROM rating WHERE stage = 'screening' AND level IS NOT NULL"
            ):
                cells.setdefault((application, criterion), []).append(level)
            for levels in cells.values():
                statistics.median_low(levels)

        what = f"comparing {size.applications} applications × 14 criteria × {size.members} members"
        yield paired(what, "one SELECT and the medians", min(size.pairs, 40), again(ours), again(bare))
    connection.close()
    yield _what_if(size)


def _what_if(size: Size) -> Figure:
    """A weight moved in thought: every total with its interval anew, exactly, from what is kept of the cells."""
    chance = random.Random(1)
    criteria = [Criterion(f"C{place:02d}", "critère", weight=chance.choice((0.5, 1, 2))) for place in range(1, 15)]
    keys = [f"K-{number}" for number in range(1, size.weighed + 1)]
    levels = [None, 1, 2, 3, 3, 4]
    cells = {key: {c.code: chance.choices(levels, k=8) for c in criteria} for key in keys}
    kept = {key: tallied(given) for key, given in cells.items()}
    weights = weights_of(criteria)
    floats = {code: float(weight) for code, weight in weights.items()}

    def bare() -> None:
        for tally in kept.values():
            low = high = mean = over = asked = 0.0
            for code, (total, rated, gaps) in tally.items():
                weight = floats[code]
                mean += weight * total / rated if rated else 0
                over += weight if rated else 0
                low += weight * (total + gaps) / (rated + gaps)
                high += weight * (total + 4 * gaps) / (rated + gaps)
                asked += weight
            _ = (mean / over if over else None, low / asked, high / asked)

    return paired(
        f"a what-if weight over {size.weighed} applications × 14 criteria × 8 members",
        "the same sums in floating point",
        size.pairs,
        again(lambda: [weighed(tally, weights) for tally in kept.values()]),
        again(bare),
    )
