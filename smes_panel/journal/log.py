"""The entries in the file: appended by this laptop, taken in from others, read back row by row, checked, forgotten."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nacl.secret import SecretBox

from smes_panel.engine import Database
from smes_panel.fold import Writing, concerns, sayable
from smes_panel.journal.device import Device
from smes_panel.journal.entry import VERSION, Entry, Header, closed, kid_of, opened, signed
from smes_panel.model.change import Key, Stroke, canonical
from smes_panel.schema import PRIVATE, SHARED

Row = tuple[str, Key]


@dataclass(frozen=True, slots=True)
class BodyKey:
    """A key that opens bodies, with the applicant they are about (`None`: about nobody)."""

    applicant: str | None
    key: bytes


def spelled(key: Key) -> str:
    """A row's key as the journal indexes it."""
    return canonical(list(key)).decode("utf-8", "surrogatepass")


class Log:
    """The journal of one open file. Writes only inside the dossier's transaction."""

    def __init__(self, db: Database, panel: str, chance: Callable[[int], bytes], clock: Callable[[], datetime]) -> None:
        self._db, self._panel, self._chance, self._clock = db, panel, chance, clock

    # Writing

    def append(
        self, device: Device, label: str, stream: str, applicant: str | None, strokes: Sequence[Stroke]
    ) -> Entry:
        """Adds one entry of this laptop, about at most one applicant, at the end of its stream."""
        private = stream == PRIVATE
        seq, prev = self._head(device.id, private=private)
        lam = self._one("SELECT max(lam) FROM entry WHERE private = ?", [int(private)]) or 0
        kid, key = self._key_for(applicant)
        body = closed(strokes, key, private=private, chance=self._chance)
        header = Header(
            v=VERSION,
            panel=self._panel,
            device=device.id,
            stream=stream,
            seq=seq + 1,
            prev=prev,
            seen={} if private else self._seen(device.id),
            lam=lam + 1,
            roster=0,
            gesture=label,
            applicant=applicant,
            kid=kid.hex(),
            size=len(body),
            hash=hashlib.sha256(body).hexdigest(),
            at=self._clock().isoformat(timespec="seconds"),
        )
        entry = signed(header, body, device.signer)
        self._insert(entry, header)
        self._index(entry.id, header.lam, strokes)
        return entry

    def take_in(self, entries: Iterable[Entry], keys: Iterable[BodyKey], erased: frozenset[str]) -> list[Row]:
        """Stores the union of what is here and `entries`; the rows that have to be folded anew.

        Entries that are not genuine, or of another panel, are passed over. Bodies of erased applicants are not kept. An
        entry may come before its body, and a body before the key that opens it; each is indexed when it can be read.
        """
        new_kids: list[bytes] = []
        for key in keys:
            if len(key.key) != SecretBox.KEY_SIZE or not sayable(key.applicant or ""):
                continue
            kid = kid_of(key.key, key.applicant)
            if key.applicant not in erased and self._key(kid, key.applicant) is None:
                self._db.execute(
                    "INSERT INTO keyring (kid, applicant, key) VALUES (?, ?, ?)", [kid, key.applicant, key.key]
                )
                new_kids.append(kid)
        fresh: list[bytes] = []
        for entry in entries:
            if not entry.genuine():
                continue
            header = entry.read()
            if header.panel != self._panel or header.private:
                continue
            kept = entry if header.applicant not in erased else Entry(entry.header, entry.signature, None)
            known = self._one("SELECT body IS NOT NULL FROM entry WHERE id = ?", [entry.id])
            if known is None:
                self._insert(kept, header)
            elif not known and kept.body is not None:
                self._db.execute("UPDATE entry SET body = ? WHERE id = ?", [kept.body, entry.id])
            else:
                continue
            fresh.append(entry.id)
        for kid in new_kids:
            fresh += [bytes(row["id"]) for row in self._db.query("SELECT id FROM entry WHERE kid = ?", [kid])]
        rows: dict[Row, None] = {}
        for identity in dict.fromkeys(fresh):
            lam, strokes = self._strokes(identity)
            self._index(identity, lam, strokes)
            rows.update(dict.fromkeys((s.table, s.key) for s in strokes))
        return list(rows)

    def forget(self, applicant: str) -> None:
        """Destroys every body about `applicant` and the keys that opened them; the headers and their chain remain."""
        self._db.execute("DELETE FROM touch WHERE entry IN (SELECT id FROM entry WHERE applicant = ?)", [applicant])
        self._db.execute("UPDATE entry SET body = NULL WHERE applicant = ?", [applicant])
        self._db.execute("DELETE FROM keyring WHERE applicant = ?", [applicant])

    # Reading

    def writings(self, row: Row) -> list[Writing]:
        """The strokes of one row with their writers, in the order of the fold."""
        found = self._db.query(
            "SELECT entry.device, entry.private, entry.kid, entry.body, entry.applicant "
            "FROM touch JOIN entry ON entry.id = touch.entry "
            "WHERE tbl = ? AND key = ? ORDER BY touch.lam, touch.entry",
            [row[0], spelled(row[1])],
        )
        writings: list[Writing] = []
        for line in found:
            device = bytes(line["device"]).hex()
            strokes = self._read(line)
            writings += [Writing(device, stroke) for stroke in strokes if (stroke.table, stroke.key) == row]
        return writings

    def dated(self, row: Row) -> list[Header]:
        """The headers of the entries that wrote a row, in the order of the fold, one per stroke."""
        found = self._db.query(
            "SELECT entry.header, entry.signature, entry.body, entry.private, entry.kid, entry.applicant "
            "FROM touch JOIN entry ON entry.id = touch.entry WHERE tbl = ? AND key = ? ORDER BY touch.lam, touch.entry",
            [row[0], spelled(row[1])],
        )
        return [
            _entry(line).read() for line in found for stroke in self._read(line) if (stroke.table, stroke.key) == row
        ]

    def all_writings(self) -> dict[Row, list[Writing]]:
        """Every row's strokes in the order of the fold: private stream and shared stream never meet in one row."""
        rows: dict[Row, list[Writing]] = {}
        for line in self._db.query("SELECT device, private, kid, body, applicant FROM entry ORDER BY lam, id"):
            device = bytes(line["device"]).hex()
            for stroke in self._read(line):
                rows.setdefault((stroke.table, stroke.key), []).append(Writing(device, stroke))
        return rows

    def outgoing(self) -> list[Entry]:
        """Every entry that may travel: the shared streams, in the order of the fold."""
        rows = self._db.query("SELECT header, signature, body FROM entry WHERE private = 0 ORDER BY lam, id")
        return [_entry(row) for row in rows]

    def keys(self) -> list[BodyKey]:
        """The keys of this laptop's ring."""
        return [
            BodyKey(row["applicant"], bytes(row["key"]))
            for row in self._db.query("SELECT applicant, key FROM keyring ORDER BY kid")
        ]

    def key_about(self, applicant: str) -> bytes:
        """A key of this applicant, made if there is none yet."""
        return self._key_for(applicant)[1]

    def problems(self, erased: frozenset[str]) -> Iterator[str]:
        """What is wrong with the chains: a forged, altered, missing or stripped entry, each named."""
        heads: dict[tuple[bytes, int], tuple[int, str]] = {}
        for row in self._db.query("SELECT * FROM entry ORDER BY device, private, seq, id"):
            entry = _entry(row)
            name = f"entry {row['seq']} of {bytes(row['device']).hex()[:8]}"
            if not entry.genuine() or entry.id != bytes(row["id"]):
                yield f"{name} is not as it was signed"
                continue
            header = entry.read()
            place = (row["seq"], row["lam"], bool(row["private"]))
            named = (bytes(row["device"]).hex(), row["applicant"], bytes(row["kid"]).hex())
            if (*place, *named) != (
                header.seq,
                header.lam,
                header.private,
                header.device,
                header.applicant,
                header.kid,
            ):
                yield f"{name} is filed under something else than it says"
            chain = (bytes(row["device"]), row["private"])
            seq, prev = heads.get(chain, (0, ""))
            if header.seq != seq + 1:
                yield f"{name} follows a gap" if header.seq > seq else f"{name} has a twin: its stream forked"
            elif header.prev != prev:
                yield f"{name} does not follow the entry before it"
            heads[chain] = (header.seq, entry.id.hex())
            if entry.body is None and header.applicant not in erased:
                yield f"{name} has lost its body"
            key = self._key(bytes(row["kid"]), header.applicant)
            if entry.body is not None and key is not None and opened(entry.body, key) is None:
                yield f"{name} has a body that does not open"

        rows = self._db.query("SELECT tbl, key, lam, entry FROM touch")
        present = {(row["tbl"], row["key"], row["lam"], bytes(row["entry"])) for row in rows}
        for table in sorted({line[0] for line in present ^ set(self._touched())}):
            yield f"the journal's index of {table} is not what the journal says"

    def _touched(self) -> Iterator[tuple[str, str, int, bytes]]:
        for row in self._db.query("SELECT id, lam, private, kid, body, applicant FROM entry"):
            for stroke in self._read(row):
                yield stroke.table, spelled(stroke.key), row["lam"], bytes(row["id"])

    def reindex(self) -> None:
        """Indexes every entry anew: a later version reads strokes that an earlier one passed over."""
        lines = sorted(set(self._touched()))
        self._db.execute("DELETE FROM touch")
        for line in lines:
            self._db.execute("INSERT INTO touch (tbl, key, lam, entry) VALUES (?, ?, ?, ?)", list(line))

    def history(self) -> Iterator[Header]:
        """Every header in the order of the fold, oldest first."""
        for row in self._db.query("SELECT header, signature, NULL AS body FROM entry ORDER BY private, lam, id"):
            yield _entry(row).read()

    # Inside

    def _one(self, sql: str, parameters: list[object]) -> int | None:
        row = self._db.execute(sql, parameters).fetchone()
        return None if row is None else row[0]

    def _head(self, device: str, *, private: bool) -> tuple[int, str]:
        row = self._db.execute(
            "SELECT seq, id FROM entry WHERE device = ? AND private = ? ORDER BY seq DESC LIMIT 1",
            [bytes.fromhex(device), int(private)],
        ).fetchone()
        return (0, "") if row is None else (row[0], bytes(row[1]).hex())

    def _seen(self, own: str) -> Mapping[str, Sequence[object]]:
        seen: dict[str, Sequence[object]] = {}
        device = b""
        # One step of the index per device, however long the streams are.
        while (row := self._db.execute("SELECT min(device) FROM entry WHERE device > ?", [device]).fetchone()) and row[
            0
        ]:
            device = bytes(row[0])
            seq, head = self._head(device.hex(), private=False)
            if device.hex() != own and seq:
                seen[f"{device.hex()}:{SHARED}"] = [seq, head]
        return seen

    def _insert(self, entry: Entry, header: Header) -> None:
        values = [
            entry.id,
            bytes.fromhex(header.device),
            int(header.private),
            header.seq,
            header.lam,
            header.applicant,
            bytes.fromhex(header.kid),
            entry.header,
            entry.signature,
            entry.body,
        ]
        self._db.execute(
            "INSERT INTO entry (id, device, private, seq, lam, applicant, kid, header, signature, body) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )

    def _index(self, identity: bytes, lam: int, strokes: Iterable[Stroke]) -> None:
        for table, key in dict.fromkeys((s.table, s.key) for s in strokes):
            self._db.execute("INSERT OR IGNORE INTO touch VALUES (?, ?, ?, ?)", [table, spelled(key), lam, identity])

    def _strokes(self, identity: bytes) -> tuple[int, Sequence[Stroke]]:
        row = next(
            iter(self._db.query("SELECT lam, private, kid, body, applicant FROM entry WHERE id = ?", [identity]))
        )
        return row["lam"], self._read(row)

    def _read(self, row: Mapping[str, Any]) -> tuple[Stroke, ...]:
        """The strokes of an entry's row that it may carry; none where its body is gone or its key has not come."""
        key = self._key(bytes(row["kid"]), row["applicant"]) if row["body"] is not None else None
        if key is None:
            return ()
        stream = PRIVATE if row["private"] else SHARED
        return tuple(s for s in opened(bytes(row["body"]), key) or () if concerns(s, row["applicant"], stream))

    def _key(self, kid: bytes, applicant: str | None) -> bytes | None:
        row = self._db.execute("SELECT key FROM keyring WHERE kid = ? AND applicant IS ?", [kid, applicant]).fetchone()
        return None if row is None else bytes(row[0])

    def _key_for(self, applicant: str | None) -> tuple[bytes, bytes]:
        row = self._db.execute(
            "SELECT kid, key FROM keyring WHERE applicant IS ? ORDER BY kid LIMIT 1", [applicant]
        ).fetchone()
        if row is not None:
            return bytes(row[0]), bytes(row[1])
        key = self._chance(SecretBox.KEY_SIZE)
        kid = kid_of(key, applicant)
        self._db.execute("INSERT INTO keyring (kid, applicant, key) VALUES (?, ?, ?)", [kid, applicant, key])
        return kid, key


def _entry(row: Mapping[str, Any]) -> Entry:
    body = row["body"]
    return Entry(bytes(row["header"]), bytes(row["signature"]), None if body is None else bytes(body))
