"""A laptop under the laws: whatever is done on it, they are looked at from outside, by a fold of the tests' own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from smes_panel.dossier import Dossier
from smes_panel.dossier.undoing import about
from smes_panel.errors import PanelError
from smes_panel.model import passage
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.change import Cell, Change, Columns, Key
from smes_panel.model.vacancy import Stage
from smes_panel.schema import TABLES
from smes_panel.seal import unseal
from tests.core.panels import PASSPHRASE, Chance, Clock, Tables, difference, tables

Row = tuple[str, Key]


@dataclass
class Told:
    """What the journal of one file tells, folded apart from the code under test: rows, and who wrote each cell last."""

    rows: Tables = field(default_factory=dict)
    writers: dict[Row, dict[str, str]] = field(default_factory=dict)
    droppers: dict[Row, str] = field(default_factory=dict)
    erased: frozenset[str] = frozenset()


def told(dossier: Dossier) -> Told:
    """The fold as core.md's six sentences say it, in twenty lines that share nothing with fold.py."""
    keyring: dict[str | None, list[bytes]] = {}
    for applicant, key in dossier._db.execute("SELECT applicant, key FROM keyring"):
        keyring.setdefault(applicant, []).append(bytes(key))
    lines = []
    for identity, header, body in dossier._db.execute("SELECT id, header, body FROM entry"):
        said = json.loads(header)
        for key in keyring.get(said["applicant"], []) if body is not None else []:
            try:
                plain = SecretBox(key).decrypt(bytes(body))
            except CryptoError:
                continue
            strokes = json.loads(plain[4 : 4 + int.from_bytes(plain[:4], "big")])
            lines.append((said["lam"], bytes(identity), said["device"], strokes))
            break
    result = Told()
    for _, _, device, strokes in sorted(lines, key=lambda line: line[:2]):
        for table, parts, op, columns in strokes:
            row = (table, tuple(parts))
            if op == "new":
                result.rows[row] = {**dict.fromkeys(TABLES[table].columns), **columns}
                result.writers[row] = dict.fromkeys(TABLES[table].columns, device)
            elif op == "drop":
                result.rows.pop(row, None)
                result.droppers[row] = device
            elif row in result.rows:
                result.rows[row] = {**result.rows[row], **columns}
                result.writers[row].update(dict.fromkeys(columns, device))
    result.erased = frozenset(key[0] for table, key in result.rows if table == "erasure")
    for row in [row for row in result.rows if TABLES[row[0]].applicant and row[1][0] in result.erased]:
        del result.rows[row]
    for (table, grid), columns in list(result.rows.items()):
        openings = [c for (t, k), c in result.rows.items() if t == "opening" and k[:3] == grid]
        for opening in openings if table == "grid" else []:
            found = unseal(
                dossier.panel, grid, *(str(c) for c in (columns["commitment"], columns["box"], opening["key"]))
            )
            for criterion, answer in (found or {}).items():
                result.rows["rating", (*grid, criterion)] = _cells(answer)
    return result


def _cells(answer: Answer) -> dict[str, Cell]:
    said = {"state": answer.state.value, "comment": answer.comment, "passages": passage.written(answer.passages)}
    return {**said, "level": answer.level}


def _said(draft: Columns) -> Answer:
    level, shown = draft["level"], draft["passages"]
    assert isinstance(level, int | None)
    assert isinstance(shown, str | None)
    return Answer(RatingState(str(draft["state"])), level, str(draft["comment"] or ""), passage.read(shown))


Sealed = dict[str, tuple[str, dict[str, Answer]]]
"""By commitment: the key that opens the grid, and what its member had answered when it was handed in."""


class Laptop:
    """One laptop with its file of the panel."""

    def __init__(self, path: Path, home: Path, seed: int, sealed: Sealed) -> None:
        self.path, self.home, self.sealed = path, home, sealed
        self._chance, self._clock = Chance(seed), Clock()
        self.refused: list[str] = []
        self.open()

    def open(self) -> None:
        self.dossier = Dossier.open(self.path, PASSPHRASE, chance=self._chance, clock=self._clock, home=self.home)
        self.lawful()

    def reopen(self) -> None:
        before = tables(self.dossier)
        self.dossier.close()
        self.open()
        assert tables(self.dossier) == before
        assert self.dossier.undoable is None

    def act(self, deed: Callable[[], Change]) -> Change | None:
        """Does `deed` and looks at laws 1, 2, 3, 7, 8 and 10; the change, or `None` where it was refused."""
        heard: list[Change] = []
        stop = self.dossier.subscribe(heard.append)
        before, entries = tables(self.dossier), self.entries()
        try:
            change = deed()
        except PanelError as refusal:
            assert tables(self.dossier) == before
            assert self.entries() == entries
            self.refused.append(str(refusal))
            return None
        finally:
            stop()
        assert difference(before, tables(self.dossier)) == {
            (row.table, row.key): (row.before, row.after) for row in change.rows
        }
        assert heard == ([change] if change else [])
        assert self.entries() >= entries
        self.lawful()
        return change

    def entries(self) -> set[bytes]:
        return {bytes(identity) for (identity,) in self.dossier._db.execute("SELECT id FROM entry")}

    def lawful(self) -> None:
        """Laws 1 and 7: the tables are the journal's fold. Law 8: opened is sealed. Law 10: the erased are gone."""
        tale = told(self.dossier)
        here = tables(self.dossier)
        assert here == tale.rows
        self._opened_is_sealed(here)
        for one in tale.erased:
            for question in (
                "SELECT count(*) FROM entry WHERE applicant = ? AND body IS NOT NULL",
                "SELECT count(*) FROM keyring WHERE applicant = ?",
                "SELECT count(*) FROM content WHERE applicant = ?",
                "SELECT count(*) FROM indexed WHERE application = ?",
                "SELECT count(*) FROM touch JOIN entry ON entry.id = touch.entry WHERE applicant = ?",
            ):
                assert self.dossier._db.execute(question, [one]).fetchone() == (0,)
            for step in (*self.dossier._done, *self.dossier._undone):
                assert one not in about(step.change)

    def _opened_is_sealed(self, here: Tables) -> None:
        for (table, key), grid in here.items():
            if table != "grid" or grid["commitment"] not in self.sealed:
                continue
            secret, given = self.sealed[str(grid["commitment"])]
            keys = {row["key"] for (t, k), row in here.items() if t == "opening" and k[:3] == key}
            shown = {k[3]: row for (t, k), row in here.items() if t == "rating" and k[:3] == key}
            expected = given if secret in keys else {}
            assert shown == {criterion: _cells(answer) for criterion, answer in expected.items()}

    def remember_sealed(self, change: Change) -> None:
        """Notes what a hand-in sealed, from the drafts of its member."""
        grids = {row.key: row.after for row in change.rows if row.table == "grid" and row.after is not None}
        keys = {row.key: row.after for row in change.rows if row.table == "seal_key" and row.after is not None}
        drafts = self.dossier._store.rows("draft")
        for key, grid in grids.items():
            criteria = [c.code for c in self.dossier.read.rated_at(Stage(key[2]))]
            given = {code: _said(draft) if (draft := drafts.get((*key, code))) else Answer() for code in criteria}
            self.sealed[str(grid["commitment"])] = (str(keys[key]["key"]), given)

    def take_back(self, deed: Callable[[], Change]) -> Change | None:
        """An undo or a redo, with law 4: no cell whose last writer is another laptop moves."""
        tale = told(self.dossier)
        change = self.act(deed)
        if change is None or self.dossier._device is None:
            return None
        me = self.dossier._device.id
        for row in change.rows:
            where = (row.table, row.key)
            if TABLES[row.table].derived:
                continue
            if row.before is None:
                assert tale.droppers[where] == me
            elif row.after is None:
                assert set(tale.writers[where].values()) == {me}
            else:
                assert {tale.writers[where][column] for column in row.moved()} == {me}
        return change
