"""From the start of the interpreter to a list of ten thousand applications that takes a key, beside an empty window."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.measuring import Figure, Size, again, paired
from benchmarks.recruitments import PASSPHRASE, listed

_BESIDE = "an empty PySide6 window"


def bench(folder: Path, size: Size) -> Iterator[Figure]:
    path = listed(folder, size.listed)
    yield from _on("offscreen", [], folder, path, size)
    if shutil.which("xvfb-run"):
        yield from _on("xcb", ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24"], folder, path, size)


def _on(screen: str, inside: list[str], folder: Path, path: Path, size: Size) -> Iterator[Figure]:
    environment = {**os.environ, "QT_QPA_PLATFORM": screen, "SMES_PANEL_HOME": str(folder / "laptop")}
    done = subprocess.run(
        [*inside, sys.executable, "-m", "benchmarks.usable", str(size.starts), str(path)],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    ours, bare, opening, warming, held, bare_held = (
        tuple(map(float, line.split())) for line in done.stdout.splitlines()
    )
    rest = zip(ours, bare, opening, warming, strict=True)
    without = statistics.median((one - key - core) / two for one, two, key, core in rest)
    key, core = (round(statistics.median(part) * 1000) for part in (opening, warming))
    remark = (
        f"of ours {core} ms bring the core in while a person types the passphrase and {key} ms open the file, nearly "
        f"all of it the key; what else is waited for {without:.2f}"
    )
    if any(held):
        many, few = statistics.median(held) / 1e6, statistics.median(bare_held) / 1e6
        remark += f"; resident {many:.0f} MB ÷ {few:.0f} MB = {many / few:.2f}"
    yield Figure(f"a list of {size.listed} that takes a key ({screen})", _BESIDE, ours, bare, remark=remark)


def _resident() -> int:
    """Bytes of memory that this process holds; 0 where the system does not say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    return next(int(line.split()[1]) * 1024 for line in status.read_text().splitlines() if line.startswith("VmRSS:"))


def main() -> None:
    """Starts each in turns; prints the seconds of ours, of the empty window, of opening, of the core, then memories."""
    starts, path = int(sys.argv[1]), sys.argv[2]
    opening: list[str] = []
    warming: list[str] = []
    held: dict[str, list[str]] = {"ours": [], "empty": []}

    def started(which: str) -> Callable[[], object]:
        def run() -> None:
            asked = [sys.executable, "-m", "benchmarks.usable", which, path]
            said = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.split()
            held[which].append(said[0])
            if which == "ours":
                opening.append(said[1])
                warming.append(said[2])

        return run

    figure = paired("", "", starts, again(started("ours")), again(started("empty")))
    # The first pair warmed the disk up and is in no figure.
    for line in (figure.ours, figure.bare, opening[1:], warming[1:], held["ours"][1:], held["empty"][1:]):
        print(*line)


def _empty() -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication([])
    window = QWidget()
    window.resize(1366, 768)
    window.show()
    app.processEvents()
    print(_resident(), flush=True)
    os._exit(0)


def _ours(path: Path) -> None:
    from ui import app as program
    from ui.prompts import Dialogs
    from ui.window import Window

    application, comforts = program.start([])
    window = Window(comforts, Dialogs(), path)
    window.show()
    application.processEvents()
    begun = time.perf_counter()
    program.warm()
    warmed = time.perf_counter() - begun
    from smes_panel.dossier import Dossier

    opened, taken = Dossier.open, [0.0]

    def timed(*given: object, **named: object) -> Dossier:
        begun = time.perf_counter()
        dossier = opened(*given, **named)  # type: ignore[arg-type]
        taken[0] = time.perf_counter() - begun
        return dossier

    Dossier.open = timed  # type: ignore[method-assign]
    window.unlock(path, PASSPHRASE)
    application.processEvents()
    from ui.pages.applications import Applications

    assert isinstance(window.page, Applications)
    window.page.search.setText("c")
    application.processEvents()
    print(_resident(), taken[0], warmed, flush=True)
    os._exit(0)


if __name__ == "__main__":
    {"ours": lambda: _ours(Path(sys.argv[2])), "empty": _empty}.get(sys.argv[1], main)()
