"""The comparison of an opened stage, from the file to the medians, beside one SELECT of the same ratings."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

import sqlcipher3

from benchmarks.measuring import Figure, Size, again, paired
from benchmarks.recruitments import PASSPHRASE, opened
from smes_panel.dossier import Dossier
from smes_panel.insight.comparison import compared
from smes_panel.model.vacancy import Stage


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
