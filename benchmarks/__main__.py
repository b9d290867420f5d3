"""The runner: `python -m benchmarks [NAME…] [--mails N] [--tiny]`."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import check, compare, gesture, grids, letters, mails, opening, window
from benchmarks.measuring import TINY, Bench, Figure, Size, as_table

BENCHES: dict[str, Bench] = {
    "gesture": gesture.bench,
    "opening": opening.bench,
    "compare": compare.bench,
    "check": check.bench,
    "letters": letters.bench,
    "grids": grids.bench,
    "window": window.bench,
    "mails": mails.bench,
}


def figures(names: Sequence[str], size: Size) -> Iterator[tuple[str, Figure]]:
    """The figures of these benchmarks, each in a folder of its own that is gone afterwards."""
    for name in names:
        with tempfile.TemporaryDirectory(prefix="smes-panel-bench-") as folder:
            for figure in BENCHES[name](Path(folder), size):
                yield name, figure


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(BENCHES)}; all of them if none is named")
    parser.add_argument("--mails", type=int, help="how many mails are brought in (1000)")
    parser.add_argument("--tiny", action="store_true", help="as little as shows that everything runs")
    asked = parser.parse_args(arguments)
    if unknown := [name for name in asked.names if name not in BENCHES]:
        parser.error(f"there is no benchmark called {unknown[0]}; there are {', '.join(BENCHES)}")
    size = TINY if asked.tiny else Size()
    if asked.mails is not None:
        size = replace(size, mails=asked.mails)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}\n")
    for line in as_table(figures(asked.names or list(BENCHES), size)):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
