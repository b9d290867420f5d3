"""The shape of the file: one declaration per folded table, and append-only steps for the journal's own tables.

Folded tables are never migrated: raise `FOLD` and they are dropped, created and folded from the journal again. They
carry no foreign key, NOT NULL, UNIQUE or CHECK: two colleagues' legal edits may meet in a row that breaks one, and a
packet that cannot be taken in is worse than a row that a query points at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

APPLICATION_ID = 0x534D4553
"""Marks the file as ours in its header: "SMES" (SQLite file format, offset 68)."""

FORMAT = 1
"""The file format. A file with a greater one was written by a newer version and is not opened."""

FOLD = 6
"""The shape of the folded tables. State codes of two laptops compare only between equal numbers."""

PRIVATE, SHARED = "p", "1"
"""The two streams of a laptop: what never leaves it, and what travels."""


@dataclass(frozen=True, slots=True)
class Table:
    """A folded table. Every key column is text; `columns` gives the others with their SQLite type.

    `applicant` is the key column that names the applicant a row is about: such a row is written only by entries about
    that applicant and goes when the applicant is erased. `lasting` rows stay when the gesture that made them is undone.
    `derived` rows come from other rows by a rule of the fold and are written by nothing else. `found_by` names the
    columns that have an index.
    """

    name: str
    key: tuple[str, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    applicant: str | None = None
    stream: str = SHARED
    lasting: bool = False
    derived: bool = False
    found_by: tuple[str, ...] = ()

    def sql(self) -> str:
        """The statement that creates this table."""
        lines = [f"{name} TEXT" for name in self.key]
        lines += [f"{name} {kind}" for name, kind in self.columns.items()]
        lines.append(f"PRIMARY KEY ({', '.join(self.key)})")
        return f"CREATE TABLE {self.name} ({', '.join(lines)}) STRICT, WITHOUT ROWID"

    def indexes(self) -> tuple[str, ...]:
        """The statements that create its indexes; they go with the table."""
        return tuple(f"CREATE INDEX {self.name}_{column} ON {self.name} ({column})" for column in self.found_by)


def _text(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, "TEXT")


TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table(
            "vacancy",
            ("id",),
            {
                **_text("text", "language", "title", "organisation", "reference", "contract"),
                "hours_per_week": "REAL",
                **_text(
                    "ends_on", "joint_committee", "pay_scale", "starts", "apply_to", "deadline", "closes_at", "mission"
                ),
                "renewable": "INTEGER",
                "asks_reference": "INTEGER",
                **_text("documents", "missions", "conditions"),
            },
        ),
        Table(
            "criterion",
            ("code",),
            {
                **_text("wording", "label", "parent", "stages", "anchors", "questions", "proposed"),
                "position": "REAL",
                "weight": "REAL",
                "essential": "INTEGER",
                "added": "INTEGER",
            },
        ),
        Table("amendment", ("id",), _text("criterion", "parts", "at", "reason")),
        Table("answer", ("question",), _text("value", "at", "reason")),
        Table("freeze", ("id",), _text("at", "seed"), lasting=True),
        Table("member", ("id",), {**_text("name", "role"), "number": "INTEGER"}),
        Table("not_asked", ("member", "criterion"), _text("at")),
        Table("blind", ("id",), _text("until", "at")),
        Table("number", ("application",), {"number": "INTEGER"}, lasting=True),
        Table(
            "application",
            ("id",),
            {
                **_text("source", "fingerprint", "subject", "received_at"),
                **_text("name", "email", "phone", "address", "language", "salutation", "proposed", "bundle"),
                **_text("messages", "answers"),
            },
            applicant="id",
            found_by=("fingerprint", "source"),
        ),
        Table(
            "bundle",
            ("id",),
            _text("source", "fingerprint", "sender", "subject", "received_at", "parts", "answer", "at"),
            applicant="id",
        ),
        Table(
            "document",
            ("application", "id"),
            {
                **_text("name", "kind", "media_type", "sha256", "same_text", "remark", "origin", "password"),
                "size": "INTEGER",
                "position": "REAL",
            },
            applicant="application",
            found_by=("sha256", "same_text"),
        ),
        Table("merged", ("application",), _text("kept", "at"), applicant="application"),
        Table("kept_apart", ("application", "other"), _text("at"), applicant="application"),
        Table("admission", ("application",), _text("reason", "at"), applicant="application"),
        Table("exception", ("application", "kind"), _text("answer", "at"), applicant="application"),
        Table(
            "draft",
            ("application", "member", "stage", "criterion"),
            {**_text("state", "comment", "passages"), "level": "INTEGER"},
            applicant="application",
            stream=PRIVATE,
        ),
        Table("scratchpad", ("application", "member"), _text("text"), applicant="application", stream=PRIVATE),
        Table(
            "calibration",
            ("member", "stage", "criterion"),
            {**_text("state", "comment"), "level": "INTEGER"},
            stream=PRIVATE,
        ),
        Table("conflict", ("application", "member"), _text("reason", "at", "withdrawn"), applicant="application"),
        Table("seal_key", ("application", "member", "stage"), _text("key"), applicant="application", stream=PRIVATE),
        Table(
            "grid",
            ("application", "member", "stage"),
            _text("commitment", "box", "at", "anchors"),
            applicant="application",
        ),
        Table("opening", ("application", "member", "stage", "by"), _text("key", "at"), applicant="application"),
        Table(
            "rating",
            ("application", "member", "stage", "criterion"),
            {**_text("state", "comment", "passages"), "level": "INTEGER"},
            applicant="application",
            derived=True,
        ),
        Table(
            "correction",
            ("application", "member", "stage", "criterion", "id"),
            {**_text("state", "comment", "at", "reason"), "level": "INTEGER"},
            applicant="application",
        ),
        Table(
            "consensus",
            ("application", "stage", "criterion"),
            {"level": "INTEGER", "median": "INTEGER", **_text("sentence", "at")},
            applicant="application",
        ),
        Table("opened", ("stage",), _text("at", "reason", "missing", "by"), lasting=True),
        Table(
            "outcome",
            ("application", "stage"),
            {**_text("outcome", "at", "reason", "criteria"), "rank": "INTEGER"},
            applicant="application",
        ),
        Table("stance", ("application", "stage", "member"), _text("position", "text", "at"), applicant="application"),
        Table("meeting", ("id",), _text("stage", "day")),
        Table("attendance", ("meeting", "member"), _text("present")),
        Table("stepped_out", ("application", "stage", "member"), _text("at"), applicant="application"),
        Table("closing", ("act", "number"), _text("code", "facts", "at", "by"), lasting=True),
        Table("sealed", ("application", "act", "number"), _text("salt", "text"), applicant="application"),
        Table("reopening", ("act", "number"), _text("reason", "at", "by"), lasting=True),
        Table(
            "signature",
            ("act", "number"),
            _text("verdict", "reason", "signer", "how", "reply", "minutes", "at"),
            lasting=True,
        ),
        Table("signer", ("id",), _text("name", "card", "at")),
        Table("promotion", ("application",), _text("reason", "at"), applicant="application"),
        Table("offer", ("application",), _text("answer", "day", "note", "at"), applicant="application"),
        Table("letter_field", ("application", "stage", "field"), _text("value"), applicant="application"),
        Table("template", ("kind", "language"), _text("text", "at")),
        Table("own_text", ("application", "kind", "language"), _text("text", "at"), applicant="application"),
        Table(
            "letter",
            ("application", "kind"),
            _text("state", "dated", "digest", "ready_at", "released_at"),
            applicant="application",
        ),
        Table(
            "sending",
            ("application", "kind", "id"),
            _text("how", "state", "recipient", "by", "message_id", "sha256", "proof", "error", "at"),
            applicant="application",
        ),
        Table("erasure", ("application",), _text("at"), lasting=True),
    )
}

STEPS: tuple[tuple[str, str], ...] = (
    (
        "0001 the journal, its keys and the documents",
        """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) STRICT, WITHOUT ROWID;
        CREATE TABLE step (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE device (id BLOB PRIMARY KEY, sealed_key BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE entry (
            id BLOB PRIMARY KEY, device BLOB NOT NULL, private INTEGER NOT NULL, seq INTEGER NOT NULL,
            lam INTEGER NOT NULL, applicant TEXT, kid BLOB NOT NULL, header BLOB NOT NULL,
            signature BLOB NOT NULL, body BLOB
        ) STRICT;
        CREATE INDEX entry_clock ON entry (private, lam);
        CREATE INDEX entry_chain ON entry (device, private, seq);
        CREATE INDEX entry_applicant ON entry (applicant);
        CREATE INDEX entry_kid ON entry (kid);
        CREATE TABLE touch (
            tbl TEXT NOT NULL, key TEXT NOT NULL, lam INTEGER NOT NULL, entry BLOB NOT NULL,
            PRIMARY KEY (tbl, key, lam, entry)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX touch_entry ON touch (entry);
        CREATE TABLE keyring (kid BLOB PRIMARY KEY, applicant TEXT, key BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE content (
            id TEXT NOT NULL, applicant TEXT NOT NULL, bytes BLOB NOT NULL, text TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (id)
        ) STRICT;
        CREATE INDEX content_applicant ON content (applicant);
        CREATE VIRTUAL TABLE search
            USING fts5 (application UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2');
        INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
        """,
    ),
    (
        "0002 where the search index has an application",
        """
        CREATE TABLE indexed (row INTEGER PRIMARY KEY, application TEXT NOT NULL) STRICT;
        INSERT INTO indexed (row, application) SELECT rowid, application FROM search;
        CREATE INDEX indexed_application ON indexed (application);
        """,
    ),
    (
        # Words come folded and parted by spaces, so that the index cuts them nowhere else than `model.search` does. Its
        # lists of beginnings answer the first keys; nothing here is ever ranked, so that no sizes are kept.
        "0003 the search index says where it found something",
        """
        DROP TABLE search;
        DROP TABLE indexed;
        CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = 'ascii', prefix = '2 3', columnsize = 0);
        INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
        CREATE TABLE indexed (
            row INTEGER PRIMARY KEY, application TEXT NOT NULL, member TEXT NOT NULL, place TEXT NOT NULL
        ) STRICT;
        CREATE INDEX indexed_application ON indexed (application);
        UPDATE meta SET value = '0' WHERE name = 'fold';
        """,
    ),
)
"""Named steps of the journal's own tables, in order. A step once released is never edited; add one."""
