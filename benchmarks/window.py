"""From the start of the interpreter to the first paint of the window, beside an empty PySide6 window's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.measuring import Figure, Size, again, paired


def bench(folder: Path, size: Size) -> Iterator[Figure]:
    yield _starts(folder, size, "offscreen", [])
    if shutil.which("xvfb-run"):
        yield _starts(folder, size, "xcb", ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24"])


def _starts(folder: Path, size: Size, screen: str, inside: list[str]) -> Figure:
    """A start is asked from inside the virtual screen, so that starting that screen is not counted."""
    environment = {**os.environ, "QT_QPA_PLATFORM": screen, "SMES_PANEL_HOME": str(folder / "laptop")}
    done = subprocess.run(
        [*inside, sys.executable, "-m", "benchmarks.window", str(size.starts)],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    ours, bare = (tuple(map(float, line.split())) for line in done.stdout.splitlines())
    return Figure(f"first paint of the window ({screen})", "an empty PySide6 window", ours, bare)


def _started(which: str) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, "-m", "benchmarks.painted", which], check=True)


def main() -> None:
    """Starts each window in turns, and prints the seconds of ours, then of the empty one."""
    figure = paired("", "", int(sys.argv[1]), again(_started("ours")), again(_started("empty")))
    for side in (figure.ours, figure.bare):
        print(*side)


if __name__ == "__main__":
    main()
