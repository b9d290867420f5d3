"""What a gesture does: strokes that travel, and the change that refreshes and undoes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Cell = str | int | float | None
Columns = Mapping[str, Cell]
Key = tuple[str, ...]


class Op(StrEnum):
    """A whole new row, some columns of a row that is there, or a row taken away."""

    NEW = "new"
    SET = "set"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Stroke:
    """One edit of one row, with the values as they are now and never those before."""

    table: str
    key: Key
    op: Op
    columns: Columns


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after, in memory only; `None` where there is no row."""

    table: str
    key: Key
    before: Columns | None
    after: Columns | None

    def moved(self) -> tuple[str, ...]:
        """The columns whose value differs between the two."""
        before, after = self.before or {}, self.after or {}
        return tuple(c for c in {**before, **after} if before.get(c) != after.get(c))

    def stroke(self) -> Stroke:
        """This change in its travelling form."""
        if self.after is None:
            return Stroke(self.table, self.key, Op.DROP, {})
        if self.before is None:
            return Stroke(self.table, self.key, Op.NEW, dict(self.after))
        return Stroke(self.table, self.key, Op.SET, {c: self.after[c] for c in self.moved()})


@dataclass(frozen=True, slots=True)
class Change:
    """Everything one gesture, or one reception, moved: exactly the difference of the tables, row by row.

    `partly` says that an undo left alone what a colleague has written since.
    """

    label: str
    rows: tuple[RowChange, ...]
    partly: bool = False

    def touches(self, *tables: str) -> bool:
        """Whether a view that shows these tables has to read again."""
        return any(row.table in tables for row in self.rows)

    def __bool__(self) -> bool:
        return bool(self.rows)


def canonical(value: object) -> bytes:
    """The one spelling of a JSON value: keys sorted, no spaces, UTF-8. Refuses what has no single spelling (NaN)."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode(
        "utf-8", "surrogatepass"
    )
