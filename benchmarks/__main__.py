"""The runner: `python -m benchmarks [NAME…] [--mails N] [--tiny] [--write]`."""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from benchmarks import (
    applicants,
    check,
    compare,
    gesture,
    grids,
    imap,
    letters,
    listing,
    mails,
    matrix,
    opening,
    reader,
    searching,
    usable,
    window,
)
from benchmarks.measuring import TINY, Bench, Figure, Size, as_table

BENCHES: dict[str, Bench] = {
    "gesture": gesture.bench,
    "opening": opening.bench,
    "compare": compare.bench,
    "matrix": matrix.bench,
    "check": check.bench,
    "letters": letters.bench,
    "grids": grids.bench,
    "reader": reader.bench,
    "window": window.bench,
    "usable": usable.bench,
    "list": listing.bench,
    "search": searching.bench,
    "mails": mails.bench,
    "applicants": applicants.bench,
    "imap": imap.bench,
}


def figures(names: Sequence[str], size: Size) -> Iterator[tuple[str, Figure]]:
    """The figures of these benchmarks, each in a folder of its own that is gone afterwards."""
    for name in names:
        with tempfile.TemporaryDirectory(prefix="smes-panel-bench-") as folder:
            for figure in BENCHES[name](Path(folder), size):
                yield name, figure


PAGE = Path(__file__).resolve().parent.parent / "docs" / "BENCHMARKS.md"
FIGURES = re.compile(r"(?<=<!-- the figures -->\n).*?(?=\n<!-- the end of the figures -->)", re.DOTALL)


def machine() -> str:
    """The kind of machine of a run; its name and owner are nobody's business."""
    return f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(BENCHES)}; all of them if none is named")
    parser.add_argument("--mails", type=int, help="how many mails are brought in (1000)")
    parser.add_argument("--tiny", action="store_true", help="as little as shows that everything runs")
    parser.add_argument(
        "--write", action="store_true", help="put the figures of all benchmarks into docs/BENCHMARKS.md"
    )
    asked = parser.parse_args(arguments)
    if unknown := [name for name in asked.names if name not in BENCHES]:
        parser.error(f"there is no benchmark called {unknown[0]}; there are {', '.join(BENCHES)}")
    if asked.write and (asked.names or asked.tiny):
        parser.error("--write takes the figures of a whole run")
    size = TINY if asked.tiny else Size()
    if asked.mails is not None:
        size = replace(size, mails=asked.mails)
    said = []
    for line in chain((f"{machine()}.", ""), as_table(figures(asked.names or list(BENCHES), size))):
        print(line, flush=True)
        said.append(line)
    if asked.write:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(FIGURES.sub(lambda _: "\n".join(said), page), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
