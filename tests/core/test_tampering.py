"""Whoever changes the file behind the program's back is found out; whoever has only the file reads nothing."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from smes_panel.dossier import Dossier
from smes_panel.gestures.assessment import HandIn
from smes_panel.gestures.decision import Decide, FillField
from smes_panel.model.decision import Outcome
from smes_panel.model.vacancy import Stage
from smes_panel.schema import TABLES
from tests.core.panels import PASSPHRASE, FillEveryTable, quick_keys, raw, screened


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with quick_keys():
        yield


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "panel.smes"
    with quick_keys(), Dossier.create(path, PASSPHRASE, home=path.parent / "home") as dossier:
        applications = screened(dossier)
        dossier.do(HandIn(dossier.read.panel()[1], Stage.SCREENING, tuple(applications)))
        dossier.do(Decide(applications[0], Stage.SCREENING, Outcome.INVITED))
        dossier.do(FillField(applications[0], Stage.SCREENING, "name", "Zoé Modèle"))
        dossier.do(FillEveryTable(applications[1]))
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made.parent / "home", tmp_path / "home")
    return Path(shutil.copy(made, tmp_path / "panel.smes"))


def complaints(path: Path) -> list[str]:
    with Dossier.open(path, PASSPHRASE, home=path.parent / "home") as dossier:
        return list(dossier.check())


def cell(value: object) -> object:
    """Another value of the same type."""
    if isinstance(value, int | float):
        return value + 1
    return bytes(value[:-1]) + bytes([value[-1] ^ 1]) if isinstance(value, bytes) else f"{value or ''}x"


def test_an_untouched_file_gives_no_complaint(path: Path) -> None:
    assert complaints(path) == []


def test_every_column_of_every_folded_table_is_under_check(path: Path) -> None:
    whole = path.read_bytes()
    connection = raw(path)
    filled = {
        table.name: connection.execute(f"SELECT * FROM {table.name}").fetchone() is not None
        for table in TABLES.values()
    }
    connection.close()
    assert [name for name, there in filled.items() if not there] == ["erasure"]
    for table in TABLES.values():
        for column in (*table.key, *table.columns) if filled[table.name] else ():
            connection = raw(path)
            where = " AND ".join(f"{name} = ?" for name in table.key)
            names = ", ".join((*table.key, column))
            *key, value = connection.execute(f"SELECT {names} FROM {table.name}").fetchone()
            kind = table.columns.get(column, "TEXT")
            other = cell(value if value is not None else 1 if kind != "TEXT" else "")
            connection.execute(f"UPDATE {table.name} SET {column} = ? WHERE {where}", [other, *key])
            connection.close()
            assert any(table.name in line or "rating" in line or "document" in line for line in complaints(path)), (
                table.name,
                column,
            )
            path.write_bytes(whole)


@pytest.mark.parametrize(
    "column", ["id", "device", "private", "seq", "lam", "applicant", "kid", "header", "signature", "body"]
)
def test_every_column_of_an_entry_is_under_check(path: Path, column: str) -> None:
    connection = raw(path)
    identity, value = connection.execute(
        f"SELECT id, {column} FROM entry WHERE private = 0 AND applicant IS NOT NULL ORDER BY seq LIMIT 1"
    ).fetchone()
    connection.execute(f"UPDATE entry SET {column} = ? WHERE id = ?", [cell(value), identity])
    connection.close()
    assert any(line.startswith("entry") for line in complaints(path))


def test_an_entry_taken_out_of_the_middle_leaves_a_gap_that_is_named(path: Path) -> None:
    connection = raw(path)
    for private in (0, 1):
        (seq,) = connection.execute("SELECT max(seq) / 2 FROM entry WHERE private = ?", [private]).fetchone()
        connection.execute("DELETE FROM entry WHERE private = ? AND seq = ?", [private, seq])
    connection.close()
    assert len([line for line in complaints(path) if line.endswith("follows a gap")]) == 2


def test_two_bodies_that_change_places_are_named(path: Path) -> None:
    connection = raw(path)
    (one, first), (two, second) = connection.execute("SELECT id, body FROM entry WHERE private = 1 LIMIT 2").fetchall()
    connection.execute("UPDATE entry SET body = ? WHERE id = ?", [second, one])
    connection.execute("UPDATE entry SET body = ? WHERE id = ?", [first, two])
    connection.close()
    assert len([line for line in complaints(path) if line.endswith("is not as it was signed")]) == 2


STATEMENTS = {
    "a body that was destroyed": "UPDATE entry SET body = NULL WHERE seq = 3",
    "a row added": "INSERT INTO member (id, name) VALUES ('m9', 'Menteuse')",
    "a row taken away": "DELETE FROM outcome",
    "a rating added": "INSERT INTO rating (application, member, stage, criterion) VALUES ('a', 'm', 's', 'C')",
    "a rating taken away": "DELETE FROM rating WHERE criterion = 'C02'",
    "the bytes of a document": "UPDATE content SET bytes = x'00'",
    "a document without bytes": "DELETE FROM content",
    "a key taken away": "DELETE FROM keyring WHERE applicant IS NOT NULL",
    "a key changed": "UPDATE keyring SET key = zeroblob(32)",
    "an index entry taken away": "DELETE FROM touch WHERE tbl = 'outcome'",
    "an index entry moved": "UPDATE touch SET lam = lam + 1 WHERE tbl = 'outcome'",
    "an index entry added": "INSERT INTO touch VALUES ('member', '[\"m9\"]', 1, x'00')",
}


@pytest.mark.parametrize("what", STATEMENTS)
def test_the_check_names(path: Path, what: str) -> None:
    connection = raw(path)
    connection.execute(STATEMENTS[what])
    connection.close()
    assert complaints(path) != []


def test_the_check_names_rows_by_their_key_and_never_by_their_content(path: Path) -> None:
    connection = raw(path)
    connection.execute("UPDATE application SET name = 'kanarievogel'")
    connection.execute("UPDATE rating SET comment = 'kanarievogel'")
    connection.close()
    said = complaints(path)
    assert len(said) >= 2
    assert "kanarievogel" not in "".join(said)
    assert "Modèle" not in "".join(said)


def test_the_file_shows_nothing_to_whoever_has_only_the_file(made: Path) -> None:
    content = made.read_bytes()
    for word in ("SQLite", "Modèle", "Voorbeeld", "candidate", "exemple.invalid", "Curriculum", "CREATE TABLE"):
        for encoding in ("utf-8", "utf-16-le"):
            assert word.encode(encoding) not in content
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        sqlite3.connect(made).execute("SELECT * FROM sqlite_master").fetchone()


def test_the_engine_alone_opens_it_with_the_passphrase(made: Path) -> None:
    connection = raw(made)
    assert connection.execute("SELECT name FROM member ORDER BY number").fetchall() == [
        ("Anna Modèle",),
        ("Bram Voorbeeld",),
    ]
    connection.close()
