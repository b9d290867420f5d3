"""The strokes: the only writer of folded rows, of document bytes and of the words that search finds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nacl.secret import SecretBox

from smes_panel.engine import Database, whole
from smes_panel.errors import WriteOutside
from smes_panel.fold import cells
from smes_panel.model.change import Cell, Columns, Key, RowChange
from smes_panel.schema import TABLES, Table

_FORGETS = "INSERT INTO search (search, rank) VALUES ('secure-delete', 1)"


@dataclass(frozen=True, slots=True)
class Indexed:
    """A place that search finds: of an application the document with this id, of a `member` their comment on this stage
    and criterion; "" for who the application is from.
    """

    application: str
    place: str = ""
    member: str = ""


class Store:
    """The folded tables of one open file. Writes only inside the dossier's transaction; the engine refuses any
    other.
    """

    def __init__(self, db: Database, path: Path) -> None:
        self._db, self._path = db, path

    def row(self, table: str, key: Key) -> dict[str, Cell] | None:
        """The row as it is now, key columns left out, or `None`."""
        shape = TABLES[table]
        columns = ", ".join(shape.columns) or "1"
        found = self._db.execute(f"SELECT {columns} FROM {table} WHERE {_where(shape)}", list(key)).fetchone()  # noqa: S608
        return None if found is None else dict(zip(shape.columns, whole(found, self._path), strict=False))

    def rows(self, table: str, *start: str) -> dict[Key, dict[str, Cell]]:
        """Every row whose key begins with `start`."""
        shape = TABLES[table]
        where = " AND ".join(f"{name} = ?" for name in shape.key[: len(start)]) or "1"
        names = (*shape.key, *shape.columns)
        found = self._db.execute(f"SELECT {', '.join(names)} FROM {table} WHERE {where}", list(start))  # noqa: S608
        width = len(shape.key)
        return {tuple(line[:width]): dict(zip(shape.columns, line[width:], strict=True)) for line in found.fetchall()}

    def write(self, table: str, key: Key, after: Columns | None) -> RowChange | None:
        """Makes the row what `after` says (`None`: no row); the change, or `None` where it was so already."""
        if not self._db.conn.in_transaction:
            raise WriteOutside(f"a write to {table} outside a gesture")
        shape = TABLES[table]
        before = self.row(table, key)
        whole = None if after is None else {**dict.fromkeys(shape.columns), **cells(shape, after)}
        if whole == before:
            return None
        if whole is None:
            self._db.execute(f"DELETE FROM {table} WHERE {_where(shape)}", list(key))  # noqa: S608
        else:
            names = (*shape.key, *shape.columns)
            marks = ", ".join("?" * len(names))
            self._db.execute(
                f"INSERT OR REPLACE INTO {table} ({', '.join(names)}) VALUES ({marks})",  # noqa: S608
                [*key, *whole.values()],
            )
        return RowChange(table, key, before, whole)

    def forget(self, applicant: str) -> list[RowChange]:
        """Takes away every row, document and word about `applicant`, lasting rows excepted."""
        changes = []
        for table in TABLES.values():
            if table.applicant is None:
                continue
            names = ", ".join(table.key)
            found = self._db.execute(f"SELECT {names} FROM {table.name} WHERE {table.applicant} = ?", [applicant])  # noqa: S608
            changes += [self.write(table.name, tuple(line), None) for line in found.fetchall()]
        self._db.execute("DELETE FROM content WHERE applicant = ?", [applicant])
        for (row,) in self._db.execute("SELECT row FROM indexed WHERE application = ?", [applicant]).fetchall():
            self._out_of_index(row)
        return [change for change in changes if change is not None]

    def keep(self, applicant: str, content: bytes, text: str, key: bytes, chance: Callable[[int], bytes]) -> str:
        """Keeps a document's bytes under its applicant's key; their name there, the hash of the ciphertext."""
        cipher = bytes(SecretBox(key).encrypt(content, chance(SecretBox.NONCE_SIZE)))
        identity = hashlib.sha256(cipher).hexdigest()
        self._db.execute(
            "INSERT INTO content (id, applicant, bytes, text) VALUES (?, ?, ?, ?)", [identity, applicant, cipher, text]
        )
        return identity

    def index(self, place: Indexed, words: str) -> None:
        """Makes `words`, as `model.search` has them, what search finds there; the empty string takes the place out."""
        found = self._db.execute(
            "SELECT row FROM indexed WHERE application = ? AND member = ? AND place = ?",
            [place.application, place.member, place.place],
        ).fetchone()
        if found is not None:
            known = self._db.execute("SELECT words FROM search WHERE rowid = ?", found).fetchone()
            if known == (words,):
                return
            self._out_of_index(*found)
        if words:
            self._db.execute("INSERT INTO search (words) VALUES (?)", [words])
            self._db.execute(
                "INSERT INTO indexed (row, application, member, place) VALUES (last_insert_rowid(), ?, ?, ?)",
                [place.application, place.member, place.place],
            )

    def _out_of_index(self, row: int) -> None:
        self._db.execute("DELETE FROM search WHERE rowid = ?", [row])
        self._db.execute("DELETE FROM indexed WHERE row = ?", [row])

    def empty_index(self) -> None:
        """Drops and creates the index of the search, which is many times faster than taking each word out of it."""
        (made,) = self._db.execute("SELECT sql FROM sqlite_master WHERE name = 'search'").fetchone()
        for statement in ("DROP TABLE search", made, _FORGETS, "DELETE FROM indexed"):
            self._db.execute(statement)

    def empty(self) -> None:
        """Drops and creates every folded table, to be folded anew."""
        for table in TABLES.values():
            self._db.execute(f"DROP TABLE IF EXISTS {table.name}")
            for statement in (table.sql(), *table.indexes()):
                self._db.execute(statement)


def _where(table: Table) -> str:
    return " AND ".join(f"{name} = ?" for name in table.key)


def _sayable(cell: Cell) -> Cell:
    # A keyboard or a mail can hand over half a character or a NUL, which no file can hold; a question mark stands in.
    return cell.encode("utf-8", "replace").decode().replace("\0", "?") if isinstance(cell, str) else cell


class Pen:
    """What a gesture writes with. It notes each row before and after, and hands over nothing if the gesture refuses."""

    def __init__(
        self,
        store: Store,
        panel: str,
        now: datetime,
        chance: Callable[[int], bytes],
        key_about: Callable[[str], bytes],
        me: Callable[[], str],
    ) -> None:
        self.panel, self.now, self.chance, self.me = panel, now, chance, me
        self._store, self._key_about = store, key_about
        self._first: dict[tuple[str, Key], Columns | None] = {}
        self._last: dict[tuple[str, Key], Columns | None] = {}

    def put(self, table: str, *key: str, **columns: Cell) -> None:
        """Makes these columns of the row so; a row that is not there is made, its other columns empty."""
        said = {name: _sayable(cell) for name, cell in columns.items()}
        self._note(table, key, {**(self._store.row(table, key) or {}), **said})

    def drop(self, table: str, *key: str) -> None:
        """Takes the row away, if it is there."""
        self._note(table, key, None)

    def attach(self, application: str, content: bytes, text: str) -> str:
        """Keeps a document's bytes, once, under the key of its applicant; the id to put in its row."""
        return self._store.keep(application, content, text, self._key_about(application), self.chance)

    def _note(self, table: str, key: Key, after: Columns | None) -> None:
        if TABLES[table].derived:
            raise WriteOutside(f"{table} is derived")
        change = self._store.write(table, key, after)
        if change is not None:
            self._first.setdefault((table, key), change.before)
            self._last[table, key] = change.after

    def rows(self) -> tuple[RowChange, ...]:
        """What was written, one change a row, rows put back as they were left out."""
        return tuple(
            RowChange(table, key, before, self._last[table, key])
            for (table, key), before in self._first.items()
            if before != self._last[table, key]
        )
