"""Rows out of the file, and columns back into the words of the model."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar, cast

from smes_panel.engine import Database, translated, whole
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Words

Row = Mapping[str, Any]
T = TypeVar("T")


class Rows:
    """What every group of questions stands on: the connection, read only."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db, self._path = db, path
        self._kept: dict[object, tuple[int, object]] = {}

    def _all(self, sql: str, *parameters: object) -> Iterator[Row]:
        # Not by sqlite-utils' own `query`: it puts a savepoint around each, which costs more than most questions.
        with translated(self._path):
            found = self._db.execute(sql, list(parameters))
            names, path = [column[0] for column in found.description], self._path
            # One row is as long as the next: `strict` would ask again of each.
            yield from (dict(zip(names, whole(row, path))) for row in found)  # noqa: B905

    def _tuples(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        """The rows of many applications at once, without their names."""
        with translated(self._path):
            return [whole(row, self._path) for row in self._db.execute(sql, list(parameters))]

    def _numbers(self, sql: str, *parameters: object) -> Iterator[int]:
        """The first column of very many rows, which holds numbers."""
        with translated(self._path):
            return chain.from_iterable(self._db.execute(sql, list(parameters)).fetchall())

    def _until_written(self, name: object, make: Callable[[], T]) -> T:
        """What `make` answers, kept until anything is written. Within a gesture nothing is kept: it may yet refuse."""
        if self._db.conn.in_transaction:
            return make()
        written = self._db.conn.total_changes
        known = self._kept.get(name)
        if known is None or known[0] != written:
            self._kept[name] = known = (written, make())
        return cast("T", known[1])

    def forget(self) -> None:
        """Let go of the answers kept."""
        self._kept.clear()

    def _first(self, sql: str, *parameters: object) -> Row | None:
        return next(self._all(sql, *parameters), None)


def instant(text: str | None) -> datetime | None:
    """A stored instant; always with its offset, in UTC where none was kept."""
    if not text:
        return None
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def words(text: str | None) -> Words:
    """Words as stored: a JSON object by language."""
    return Words(**json.loads(text)) if text else Words()


def listed(text: str | None) -> tuple[str, ...]:
    """A stored JSON list of texts."""
    return tuple(json.loads(text)) if text else ()


def stages(text: str | None) -> tuple[Stage, ...] | None:
    return None if text is None else tuple(Stage(one) for one in json.loads(text))


def flag(cell: int | None) -> bool | None:
    return None if cell is None else bool(cell)
