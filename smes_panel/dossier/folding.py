"""From entries to rows: the same fold for one row, for those a packet touches, for all of them, and for `check`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from smes_panel.dossier.indexing import Indexing
from smes_panel.engine import Database
from smes_panel.fold import GRID_KEY, Traced, folded, opened_ratings
from smes_panel.journal.log import Log, Row
from smes_panel.model.change import Columns, Key, RowChange
from smes_panel.schema import TABLES
from smes_panel.store import Store


class Folding:
    """Joins the journal and the tables of one open file."""

    def __init__(self, db: Database, panel: str, log: Log, store: Store) -> None:
        self._db, self._panel, self._log, self._store = db, panel, log, store
        self._indexing = Indexing(db, store)

    def erased(self) -> frozenset[str]:
        """The applicants who were erased."""
        return frozenset(row["application"] for row in self._db.query("SELECT application FROM erasure"))

    def trace(self, row: Row) -> Traced:
        """The row as the journal has it, and who wrote each of its cells last."""
        return folded(TABLES[row[0]], self._log.writings(row))

    def refold(self, rows: Iterable[Row]) -> list[RowChange]:
        """Makes each of these rows what the journal says, and derived rows follow; exactly what moved.

        An erasure that arrives takes the applicant's rows, keys and bodies with it.
        """
        known = [row for row in rows if row[0] in TABLES and not TABLES[row[0]].derived]
        # Erasures first: no row of an erased applicant is folded back.
        erasures = [row for row in known if row[0] == "erasure"]
        changes = self._written(erasures, frozenset())
        changes += self._written([row for row in known if row[0] != "erasure"], self.erased())
        return joined([*changes, *self.follow(changes)])

    def _written(self, rows: Iterable[Row], erased: frozenset[str]) -> list[RowChange]:
        changes = []
        for table, key in rows:
            about = TABLES[table].applicant
            gone = about is not None and key[TABLES[table].key.index(about)] in erased
            changes.append(self._store.write(table, key, None if gone else self.trace((table, key)).row))
        return [change for change in changes if change is not None]

    def follow(self, changes: Iterable[RowChange]) -> list[RowChange]:
        """What these changes draw after them: ratings out of grids and openings, search, and everything of an erased
        person.
        """
        changes = list(changes)
        more: list[RowChange] = []
        grids = dict.fromkeys(c.key[: len(GRID_KEY)] for c in changes if c.table in ("grid", "opening"))
        for key in grids:
            more += self._open(key)
        for change in changes:
            if change.table == "erasure" and change.after is not None:
                self._log.forget(change.key[0])
                more += self._store.forget(change.key[0])
        self._indexing.follow(changes)
        return more

    def _open(self, key: Key) -> list[RowChange]:
        now = opened_ratings(
            self._panel, key, self._store.row("grid", key), list(self._store.rows("opening", *key).values())
        )
        before = self._store.rows("rating", *key)
        changes = [self._store.write("rating", row, now.get(row)) for row in {**before, **now}]
        return [change for change in changes if change is not None]

    def rebuild(self) -> None:
        """Folds the whole journal into fresh tables."""
        self._log.reindex()
        self._store.empty()
        for (table, key), columns in self._all():
            self._store.write(table, key, columns)
        for key in self._store.rows("grid"):
            self._open(key)
        self._indexing.rebuild()

    def _all(self) -> Iterator[tuple[Row, Columns]]:
        rows = {row: writings for row, writings in self._log.all_writings().items() if row[0] in TABLES}
        erased = {key[0] for table, key in rows if table == "erasure"}
        for (table, key), writings in rows.items():
            about = TABLES[table].applicant
            row = folded(TABLES[table], writings).row
            if row is not None and not (about and key[TABLES[table].key.index(about)] in erased):
                yield (table, key), row

    def problems(self, own: frozenset[str] = frozenset()) -> Iterator[str]:
        """Each row that is not what the journal says, named by its table and key, never by its content.

        Documents that the devices `own` brought in have to be here with their bytes; others may still be on their way.
        """
        expected = dict(self._all())
        for name in TABLES:
            if TABLES[name].derived:
                continue
            present = self._store.rows(name)
            for key in sorted({*present, *(k for t, k in expected if t == name)}):
                if present.get(key) != expected.get((name, key)):
                    yield f"the row {'/'.join(key)} of {name} is not what the journal says"
        for key, grid in self._store.rows("grid").items():
            openings = list(self._store.rows("opening", *key).values())
            if opened_ratings(self._panel, key, grid, openings) != self._store.rows("rating", *key):
                yield f"the ratings of grid {'/'.join(key)} are not what was sealed"
        grids = self._store.rows("grid")
        for key in self._store.rows("rating"):
            if key[:3] not in grids:
                yield f"the rating {'/'.join(key)} belongs to no grid"
        for key in self._store.rows("document"):
            kept = self._db.execute("SELECT bytes FROM content WHERE id = ?", [key[1]]).fetchone()
            if kept is None and self.trace(("document", key)).made_by in own:
                yield f"the bytes of document {key[1][:8]} are gone"
            elif kept is not None and hashlib.sha256(bytes(kept[0])).hexdigest() != key[1]:
                yield f"the bytes of document {key[1][:8]} are not those that came"


def joined(changes: Iterable[RowChange]) -> list[RowChange]:
    """One change a row: where a row moved twice, from the first before to the last after."""
    rows: dict[tuple[str, Key], RowChange] = {}
    for change in changes:
        first = rows.get((change.table, change.key))
        rows[change.table, change.key] = (
            change if first is None else RowChange(change.table, change.key, first.before, change.after)
        )
    return [row for row in rows.values() if row.before != row.after]
