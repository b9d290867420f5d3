"""Questions about the applications and their documents."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from smes_panel.errors import FileDamaged, UnknownName
from smes_panel.model.application import (
    Document,
    DocumentKind,
    Grown,
    Identity,
    Timeliness,
    key_of,
    standing,
    timeliness,
)
from smes_panel.model.change import Cell
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from smes_panel.queries.answers import Application
from smes_panel.queries.persons import Persons, doubt
from smes_panel.queries.rows import Row, instant
from smes_panel.schema import TABLES

_EXPECTED = (DocumentKind.CV, DocumentKind.LETTER)
_FEW = 200


class Applications(Persons):
    """The list and its details. The number is the only name an application has; the e-mail address never is."""

    def application(self, key: str) -> Application:
        """The application K-…, with the text of its documents. Raises UnknownName."""
        return self._told(frozenset((self.application_id(key),)), texts=True)[0]

    def _told(self, wanted: frozenset[str] | None, *, texts: bool) -> tuple[Application, ...]:
        closes_at, keys, merged = self.vacancy().closes_at, self.keys(), self.merged()
        documents, outcomes = self._documents(wanted, texts=texts), self._outcomes()
        admitted = {row["application"]: row["reason"] or "" for row in self._all("SELECT * FROM admission")}
        likenesses, grown = self.likenesses(), self.grown()
        told = []
        for row in self._rows("application.*, number.number", wanted):
            one = row["id"]
            received_at = instant(row["received_at"])
            kinds = {document.kind for document in documents.get(one, ())}
            missing = tuple(kind.value for kind in _EXPECTED if kind not in kinds)
            alike, more = likenesses.get(one, ()), grown.get(one, Grown())
            outcome, reason = outcomes.get(one, ("", ""))
            intime = timeliness(received_at, closes_at)
            told.append(
                Application(
                    id=one,
                    number=row["number"],
                    identity=_identity(row),
                    proposed=_proposed(row["proposed"]),
                    subject=row["subject"] or "",
                    source=row["source"] or "",
                    fingerprint=row["fingerprint"] or "",
                    received_at=received_at,
                    timeliness=intime,
                    state=outcome or "received",
                    documents=documents.get(one, ()),
                    missing=missing,
                    likenesses=tuple(replace(like, with_=keys[like.with_]) for like in alike),
                    standing=standing(
                        merged=one in merged,
                        outcome=outcome,
                        late=intime is Timeliness.LATE,
                        admitted=one in admitted,
                        completed_late=bool(more.late),
                        resembles=doubt(alike),
                        missing=missing,
                    ),
                    admitted=admitted.get(one, ""),
                    reason=reason,
                    merged_into=keys.get(merged.get(one, ""), ""),
                    additions=tuple(replace(each, application=keys[each.application]) for each in more.additions),
                    completed_late=more.late,
                )
            )
        return tuple(told)

    def _rows(self, columns: str, wanted: frozenset[str] | None = None) -> Iterator[Row]:
        """These columns of the applications, by number; of all of them, or of those wanted."""
        sql = f"SELECT {columns} FROM application JOIN number ON number.application = application.id"  # noqa: S608
        if wanted is not None and len(wanted) <= _FEW:
            marks = ", ".join("?" * len(wanted))
            return self._all(f"{sql} WHERE application.id IN ({marks}) ORDER BY number", *wanted)
        rows = self._all(f"{sql} ORDER BY number")
        return rows if wanted is None else (row for row in rows if row["id"] in wanted)

    def application_id(self, key: str) -> str:
        """The id behind K-01, which may be written k-1, K01 or 1. Raises UnknownName."""
        number = re.sub(r"^(?:k[\s‐-–-]*)?", "", key.strip().casefold())
        row = self._first(
            "SELECT number.application FROM number JOIN application ON application.id = number.application WHERE "
            "number = ?",
            int(number) if number.isascii() and number.isdigit() and len(number) < 10 else -1,
        )
        if row is None:
            raise UnknownName(f"There is no application {key}; `applications` lists them.")
        return str(row["application"])

    def keys(self) -> dict[str, str]:
        """The K-key of each application, by id."""
        return self._until_written("keys", self._keys)

    def _keys(self) -> dict[str, str]:
        rows = self._tuples(
            "SELECT application, number FROM number JOIN application ON application.id = number.application ORDER BY "
            "number"
        )
        return {one: key_of(number) for one, number in rows}

    def holds(self, application: str) -> bool:
        """Whether the file knows anything of the application with this id, be its addition taken back or not."""
        row = self._first(
            "SELECT 1 FROM number WHERE application = ? AND application NOT IN (SELECT application FROM erasure)",
            application,
        )
        return row is not None

    def last_number(self) -> int:
        """The greatest number ever given: none is given twice, whatever became of its application."""
        row = self._first("SELECT max(number) AS last FROM number")
        return 0 if row is None else row["last"] or 0

    def known_source(self, fingerprint: str) -> str | None:
        """The id of the application that this very source became, if any."""
        row = self._first("SELECT id FROM application WHERE fingerprint = ?", fingerprint)
        return None if row is None else str(row["id"])

    def fingerprints(self) -> frozenset[str]:
        """The fingerprint of every source brought in, by which it is known again."""
        rows = self._tuples("SELECT fingerprint FROM application UNION SELECT fingerprint FROM bundle")
        return frozenset(fingerprint for (fingerprint,) in rows)

    def from_source(self, source: str) -> str | None:
        """The id of the latest application brought in from a source of this name."""
        row = self._first(
            "SELECT id FROM application JOIN number ON number.application = id WHERE source = ? ORDER BY number DESC",
            source,
        )
        return None if row is None else str(row["id"])

    def messages_from(self, place: str) -> dict[str, tuple[str, int]]:
        """The fingerprint and the size of each message whose source begins with `place`, by its source."""
        rows = self._tuples(
            "SELECT source, fingerprint, size FROM application JOIN document ON document.application = application.id "
            "AND document.sha256 = application.fingerprint WHERE substr(source, 1, ?) = ?",
            len(place),
            place,
        )
        return {source: (fingerprint, size) for source, fingerprint, size in rows}

    def document_bytes(self, application: str, document: str) -> bytes:
        """The bytes as received of one document, by the ids of both. Raises UnknownName while they have not arrived."""
        rows = self._all(
            "SELECT content.bytes, keyring.key FROM content JOIN keyring ON keyring.applicant = content.applicant "
            "WHERE content.id = ? AND content.applicant = ?",
            document,
            application,
        )
        locked = False
        for row in rows:
            locked = True
            # An applicant may have several keys: two laptops that knew nothing of each other each made one.
            with suppress(CryptoError):
                return SecretBox(bytes(row["key"])).decrypt(bytes(row["bytes"]))
        if locked:
            raise FileDamaged(
                "This document does not read: its place in the file is damaged. Open the newest copy made by `backup`."
            )
        raise UnknownName("The bytes of this document have not arrived on this laptop yet.")

    def documents(self, application: str, *, texts: bool = False) -> tuple[Document, ...]:
        """The documents of the application with this id; `texts` adds what is written in them."""
        return self._documents(frozenset((application,)), texts=texts).get(application, ())

    def document_row(self, application: str, document: str) -> dict[str, Cell] | None:
        """The row of a document as it is, for a gesture that puts another in its place; None where there is none."""
        columns = ", ".join(TABLES["document"].columns)
        row = self._first(
            f"SELECT {columns} FROM document WHERE application = ? AND id = ?",  # noqa: S608 - names of our own
            application,
            document,
        )
        return None if row is None else dict(row)

    def password(self, application: str, document: str) -> str:
        """The password of a document that was unlocked; empty where none is known."""
        row = self._first("SELECT password FROM document WHERE application = ? AND id = ?", application, document)
        return "" if row is None else row["password"] or ""

    def is_here(self, application: str) -> bool:
        """Whether there is an application with this id."""
        return bool(self._first("SELECT 1 FROM application JOIN number ON application = id WHERE id = ?", application))

    def first_position(self, application: str) -> float:
        """The place of the first document of the application with this id."""
        row = self._first("SELECT min(position) AS first FROM document WHERE application = ?", application)
        return float(row["first"] if row is not None and row["first"] is not None else 1.0)

    def last_position(self, application: str) -> float:
        """The place of the last document of the application with this id."""
        row = self._first("SELECT max(position) AS last FROM document WHERE application = ?", application)
        return float(row["last"] if row is not None and row["last"] is not None else 0.0)

    def _documents(self, wanted: frozenset[str] | None, *, texts: bool) -> dict[str, tuple[Document, ...]]:
        text = "content.text" if texts else "''"
        few = wanted is not None and len(wanted) <= _FEW
        marks = ", ".join("?" * len(wanted or ()))
        found: dict[str, list[Document]] = {}
        for row in self._all(
            f"SELECT document.*, {text} AS text FROM document LEFT JOIN content ON content.id = document.id "  # noqa: S608
            f"{f'WHERE document.application IN ({marks}) ' if few else ''}"
            "ORDER BY document.application, document.position, document.id",
            *((wanted or ()) if few else ()),
        ):
            if wanted is None or row["application"] in wanted:
                found.setdefault(row["application"], []).append(_document(row))
        return {application: tuple(documents) for application, documents in found.items()}

    def _outcomes(self) -> dict[str, tuple[str, str]]:
        """The outcome of the furthest stage that has one, with its reason."""
        outcomes: dict[str, tuple[str, str]] = {}
        for stage in Stage:
            for row in self._all("SELECT application, outcome, reason FROM outcome WHERE stage = ?", stage.value):
                if row["outcome"]:
                    outcomes[row["application"]] = (row["outcome"], row["reason"] or "")
        return outcomes


def _language(text: str | None) -> Language | None:
    return Language(text) if text in set(Language) else None


def _identity(row: Row) -> Identity:
    return Identity(
        name=row["name"] or "",
        email=row["email"] or "",
        phone=row["phone"] or "",
        address=row["address"] or "",
        language=_language(row["language"]),
        salutation=row["salutation"] or "",
    )


def _proposed(text: str | None) -> Identity:
    return _identity({**dict.fromkeys(Identity.__slots__), **json.loads(text or "{}")})


def _document(row: Row) -> Document:
    return Document(
        id=row["id"],
        name=row["name"] or "",
        kind=DocumentKind(row["kind"] or "other"),
        media_type=row["media_type"] or "",
        sha256=row["sha256"] or "",
        size=row["size"] or 0,
        text=row["text"] or "",
        remark=row["remark"] or "",
    )
