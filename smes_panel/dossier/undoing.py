"""Undo: a new stroke that puts back what is still as I left it and that nobody else has written since."""

from __future__ import annotations

from collections.abc import Iterator

from smes_panel.dossier.folding import Folding
from smes_panel.model.change import Change, Columns, Key, RowChange
from smes_panel.schema import TABLES
from smes_panel.store import Store

Put = tuple[str, Key, Columns | None]


def taken_back(change: Change, device: str, store: Store, folding: Folding) -> tuple[list[Put], bool]:
    """The rows to write so that `change` is undone as far as it is still mine, and whether something had to be left.

    Both halves of the condition are needed: the value as I left it, and me (`device`) as its last writer.
    """
    puts: list[Put] = []
    partly = False
    for row in reversed(change.rows):
        table = TABLES[row.table]
        if table.derived or table.lasting:
            continue
        put = next(_put(row, device, store.row(row.table, row.key), folding), None)
        if put is not None:
            puts.append(put[0])
            partly |= put[1]
        else:
            partly = True
    return puts, partly


def _put(row: RowChange, me: str, present: Columns | None, folding: Folding) -> Iterator[tuple[Put, bool]]:
    traced = folding.trace((row.table, row.key))
    if row.before is None:
        if present is not None and traced.made_by == me and traced.writers <= {me}:
            yield (row.table, row.key, None), False
    elif row.after is None:
        applicant = TABLES[row.table].applicant
        gone = applicant is not None and row.key[TABLES[row.table].key.index(applicant)] in folding.erased()
        if present is None and traced.made_by == me and not gone:
            yield (row.table, row.key, row.before), False
    elif present is not None:
        mine = [c for c in row.moved() if present[c] == row.after[c] and traced.last.get(c) == me]
        if mine:
            columns = {**present, **{c: row.before[c] for c in mine}}
            yield (row.table, row.key, columns), len(mine) < len(row.moved())


def about(change: Change) -> frozenset[str]:
    """The applicants whose rows `change` moved."""
    found = set()
    for row in change.rows:
        table = TABLES[row.table]
        if table.applicant is not None:
            found.add(row.key[table.key.index(table.applicant)])
    return frozenset(found)
