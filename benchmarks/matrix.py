"""The matrix of 200 × 14 × 8 opinions: opened, and weighed otherwise for a moment, beside the bare computation."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from benchmarks.measuring import Figure, Size, again, paired
from benchmarks.recruitments import PASSPHRASE, opened

_MEMBERS = 8
_FRAME_MS = 1000 / 60


def bench(folder: Path, size: Size) -> Iterator[Figure]:
    opened(folder, size.weighed, _MEMBERS).close()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "SMES_PANEL_HOME": str(folder / "laptop")}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.matrix", str(folder / "dossier.smes"), str(size.pairs)],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    many = f"{size.weighed} applications × 14 criteria × {_MEMBERS} members"
    for line in done.stdout.splitlines():
        what, beside, ours, bare, worked, remark = json.loads(line)
        yield Figure(f"{what}, {many}", beside, tuple(ours), tuple(bare), tuple(worked), remark)


def _measured(path: Path, pairs: int) -> Iterator[tuple[Figure, str]]:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from smes_panel.insight.comparison import compared
    from smes_panel.insight.totals import tallies, weighed, weights_of
    from smes_panel.model.vacancy import Stage
    from ui.comforts import Comforts
    from ui.cycles import keep_to_this_thread
    from ui.pages.compare import Compare
    from ui.prompts import Dialogs
    from ui.theme import Look, dress, load_fonts
    from ui.window import Window

    app = QApplication([])
    # As in the program: the sweep is between two events, not in the middle of one.
    keep_to_this_thread(app)
    load_fonts()
    dress(app, Look("light"))
    window = Window(Comforts(), Dialogs())
    window.resize(1366, 768)
    window.show()
    window.unlock(path, PASSPHRASE)
    app.processEvents()
    assert window.session is not None
    read = window.session.read

    def page() -> Compare:
        assert isinstance(window.page, Compare)
        return window.page

    def shown() -> None:
        window.go("compare")
        app.processEvents()

    def showing() -> Iterator[Callable[[], None]]:
        while True:
            # Coming back to the page is measured, leaving it is not.
            window.go("letters")
            app.processEvents()
            yield shown

    def bare_shown() -> None:
        answer = read.opened(Stage.SCREENING)
        compared(answer.applications, answer.criteria, answer.ratings)

    figure = paired(
        "the matrix opened", "the ratings read and their medians", min(pairs, 20), showing(), again(bare_shown)
    )
    yield figure, ""

    answer = read.opened(Stage.SCREENING)
    kept, weights = tallies(answer.applications, answer.criteria, answer.ratings), weights_of(answer.criteria)
    window.go("compare")
    for _ in range(2000):
        if page().aside.found is not None:
            break
        QTest.qWait(20)
    page().sort("mean")
    page().weigh()
    app.processEvents()

    def supposed(by: int) -> Callable[[], None]:
        def step() -> None:
            bar = page().supposing
            assert bar is not None
            bar.weight.stepBy(by)
            app.processEvents()

        return step

    figure = paired(
        "a what-if weight on screen, sorted by the mean",
        "every total anew, nothing shown",
        pairs,
        cycle([supposed(1), supposed(1), supposed(-1), supposed(-1)]),
        again(lambda: [weighed(tally, weights) for tally in kept.values()]),
    )
    late = sum(taken * 1000 > 2 * _FRAME_MS for taken in figure.ours)
    frames = statistics.median(figure.ours) * 1000 / _FRAME_MS
    yield figure, f"median {frames:.1f} sixtieths of a second; {late} of {len(figure.ours)} over two"
    window.close()


def main() -> None:
    """Prints a line of JSON a figure: what, beside what, the seconds of ours, those of the bare, a remark."""
    for figure, remark in _measured(Path(sys.argv[1]), int(sys.argv[2])):
        print(json.dumps([figure.what, figure.beside, figure.ours, figure.bare, figure.worked, remark]), flush=True)


if __name__ == "__main__":
    main()
