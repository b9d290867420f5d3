"""What search finds: who an application is from, what each of its documents says, and one's own comments."""

from __future__ import annotations

from collections.abc import Iterable

from smes_panel.engine import Database
from smes_panel.model.change import Columns, Key, RowChange
from smes_panel.model.search import indexed
from smes_panel.store import Indexed, Store

_IDENTITY = ("name", "email", "phone", "address", "subject")
_SEEN = ("application", "document", "draft")


class Indexing:
    """Keeps the index of the search beside the tables. Ratings of colleagues are never in it."""

    def __init__(self, db: Database, store: Store) -> None:
        self._db, self._store = db, store

    def follow(self, changes: Iterable[RowChange]) -> None:
        """Indexes again what these changes are about."""
        for change in changes:
            if change.table in _SEEN and (change.table != "draft" or _comment(change.before) != _comment(change.after)):
                self._index(change.table, change.key)

    def rebuild(self) -> None:
        """Indexes everything anew."""
        self._store.empty_index()
        for table in _SEEN:
            for key in self._store.rows(table):
                self._index(table, key)

    def _index(self, table: str, key: Key) -> None:
        if table == "application":
            row = self._store.row(table, key) or {}
            self._store.index(Indexed(*key), indexed(*(str(row.get(name) or "") for name in _IDENTITY)))
        elif table == "document":
            self._store.index(Indexed(*key), indexed(self._text(*key)))
        else:
            application, member, *place = key
            comment = indexed(_comment(self._store.row(table, key)))
            self._store.index(Indexed(application, " ".join(place), member), comment)

    def _text(self, application: str, document: str) -> str:
        found = self._db.execute(
            "SELECT content.text FROM document JOIN content ON content.id = document.id "
            "WHERE document.application = ? AND document.id = ?",
            [application, document],
        ).fetchone()
        return "" if found is None else str(found[0])


def _comment(row: Columns | None) -> str:
    return str((row or {}).get("comment") or "")
