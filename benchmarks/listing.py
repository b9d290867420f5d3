"""The page of ten thousand applications, beside a bare table of as many rows in Qt: shown, searched, scrolled."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from benchmarks.measuring import Figure, Size, again, paired
from benchmarks.recruitments import PASSPHRASE, listed

_BARE = "a table of plain texts in Qt"


def bench(folder: Path, size: Size) -> Iterator[Figure]:
    path = listed(folder, size.listed)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "SMES_PANEL_HOME": str(folder / "laptop")}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.listing", str(path), str(size.listed), str(size.pairs)],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    for line in done.stdout.splitlines():
        what, ours, bare = json.loads(line)
        yield Figure(f"{what}, {size.listed} applications", _BARE, tuple(ours), tuple(bare))


def _measured(path: Path, rows: int, pairs: int) -> Iterator[Figure]:
    from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
    from PySide6.QtWidgets import QApplication, QTableView
    from shiboken6 import isValid

    from ui.comforts import Comforts
    from ui.pages.applications import Applications
    from ui.prompts import Dialogs
    from ui.theme import Look, dress, load_fonts
    from ui.window import Window

    class Plain(QAbstractTableModel):
        def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
            return 0 if parent.isValid() else rows

        def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
            return 0 if parent.isValid() else 6

        def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
            return f"Candidate Modèle {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None

    app = QApplication([])
    load_fonts()
    dress(app, Look("light"))
    window = Window(Comforts(), Dialogs())
    window.show()
    window.unlock(path, PASSPHRASE)
    bare = QTableView()
    bare.setModel(Plain())
    bare.resize(900, 600)
    bare.show()
    app.processEvents()

    def list_page() -> Applications:
        assert isinstance(window.page, Applications)
        assert isValid(window.page)
        return window.page

    def shown() -> None:
        session = window.session
        assert session is not None
        # What the page keeps until something is written is read anew, as after opening.
        session.read.forget()
        window.rebuild()
        app.processEvents()

    def bare_shown() -> None:
        bare.setModel(Plain())
        app.processEvents()

    def painted() -> None:
        bare.viewport().update()
        app.processEvents()

    window.go("applications")
    app.processEvents()
    yield paired("the list shown anew", _BARE, min(pairs, 30), again(shown), again(bare_shown))

    def typed(text: str) -> Callable[[], None]:
        def key() -> None:
            list_page().search.setText(text)
            app.processEvents()

        return key

    # As one types, the details beside the list wait; they are no part of a key.
    window.activateWindow()
    list_page().seek()
    app.processEvents()
    words = ("c", "ca", "can", "cand", "candidate", "candidate 1", "candidate 12", "", "mod", "modele 77", "zzz", "")
    yield paired("a key in the search", _BARE, pairs, cycle([typed(text) for text in words]), again(painted))

    def scrolled(bar: Callable[[], object]) -> Callable[[], None]:
        def move() -> None:
            scroll = bar()
            scroll.setValue((scroll.value() + 7 * scroll.singleStep()) % max(1, scroll.maximum()))  # type: ignore[attr-defined]
            app.processEvents()

        return move

    ours = scrolled(list_page().table.verticalScrollBar)
    plain = scrolled(bare.verticalScrollBar)
    yield paired("a scroll", _BARE, pairs, again(ours), again(plain))
    window.close()


def main() -> None:
    """Prints a line of JSON a figure: what, the seconds of ours, those of the bare table."""
    for figure in _measured(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])):
        print(json.dumps([figure.what, figure.ours, figure.bare]), flush=True)


if __name__ == "__main__":
    main()
