"""One SQLite library in the process, whichever room comes first: sqlite-utils must meet our engine, not its own."""

from __future__ import annotations

import subprocess
import sys

import pytest
import sqlcipher3._sqlite3 as engine

ROOMS = ["dossier", "store", "queries", "journal.log", "cli.begin"]
LOADED = """
import importlib, sys
importlib.import_module(sys.argv[1])
import sqlite_utils.utils
print(sqlite_utils.utils.OperationalError.__module__)
print(sorted({line.split()[-1] for line in open("/proc/self/maps") if "sqlite3" in line.lower()}))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="missing file: /proc/self/maps")
@pytest.mark.parametrize("room", ROOMS)
def test_only_sqlcipher_is_loaded(room: str) -> None:
    asked = [sys.executable, "-c", LOADED, f"smes_panel.{room}"]
    said = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    assert said == f"sqlcipher3.dbapi2\n{[engine.__file__]}\n"
