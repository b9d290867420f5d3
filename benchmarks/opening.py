"""Opening a dossier beside keying the same SQLCipher file and counting its tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import sqlcipher3

from benchmarks.measuring import Figure, Size, again, paired
from benchmarks.recruitments import PASSPHRASE, opened
from smes_panel.dossier import Dossier


def bench(folder: Path, size: Size) -> Iterator[Figure]:
    opened(folder, size.applications, size.members).close()
    path = folder / "dossier.smes"

    def ours() -> None:
        Dossier.open(path, PASSPHRASE, home=folder / "laptop").close()

    def bare() -> None:
        connection = sqlcipher3.connect(str(path))
        connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.close()

    yield paired("opening a dossier", "key and one SELECT", min(size.pairs, 40), again(ours), again(bare))
