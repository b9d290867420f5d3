"""Questions about the applications and their documents."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from contextlib import suppress

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from smes_panel.errors import UnknownName
from smes_panel.model.application import Document, DocumentKind, Identity, key_of, timeliness
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language, searchable
from smes_panel.queries.answers import Application
from smes_panel.queries.rows import Row, instant
from smes_panel.queries.vacancies import Vacancies

_EXPECTED = (DocumentKind.CV, DocumentKind.LETTER)


class Applications(Vacancies):
    """The list and its details. The number is the only name an application has; the e-mail address never is."""

    def applications(self, search: str = "", *, texts: bool = False) -> tuple[Application, ...]:
        """The applications in the order of their numbers; with `search`, those in which every word begins some word.

        The words of names, addresses, subjects and documents are searched, never those of ratings. `texts` adds the
        documents' text.
        """
        closes_at = self.vacancy().closes_at
        found = None if not search.strip() else self._found(search)
        rows = [
            row
            for row in self._all(
                "SELECT application.*, number.number FROM application JOIN number ON number.application = "
                "application.id "
                "ORDER BY number.number"
            )
            if found is None or row["id"] in found
        ]
        documents = self._documents([row["id"] for row in rows], texts=texts)
        states = self._states()
        twins = self._twins()
        return tuple(
            Application(
                id=row["id"],
                number=row["number"],
                identity=_identity(row),
                proposed=_proposed(row["proposed"]),
                subject=row["subject"] or "",
                source=row["source"] or "",
                fingerprint=row["fingerprint"] or "",
                received_at=instant(row["received_at"]),
                timeliness=timeliness(instant(row["received_at"]), closes_at),
                state=states.get(row["id"], "received"),
                documents=documents.get(row["id"], ()),
                missing=tuple(
                    kind.value for kind in _EXPECTED if kind not in {d.kind for d in documents.get(row["id"], ())}
                ),
                resembles=tuple(key_of(number) for number in twins.get(row["id"], ())),
            )
            for row in rows
        )

    def application(self, key: str) -> Application:
        """The application K-…, with the text of its documents. Raises UnknownName."""
        found = next((a for a in self.applications(texts=True) if a.key == key.strip().upper()), None)
        if found is None:
            raise UnknownName(f"There is no application {key}; `applications` lists them.")
        return found

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
        rows = self._all(
            "SELECT application, number FROM number JOIN application ON application.id = number.application ORDER BY "
            "number"
        )
        return {row["application"]: key_of(row["number"]) for row in rows}

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
        return frozenset(row["fingerprint"] for row in self._all("SELECT fingerprint FROM application"))

    def from_source(self, source: str) -> str | None:
        """The id of the latest application brought in from a source of this name."""
        row = self._first(
            "SELECT id FROM application JOIN number ON number.application = id WHERE source = ? ORDER BY number DESC",
            source,
        )
        return None if row is None else str(row["id"])

    def document_bytes(self, application: str, document: str) -> bytes:
        """The bytes as received of one document, by the ids of both. Raises UnknownName while they have not arrived."""
        rows = self._all(
            "SELECT content.bytes, keyring.key FROM content JOIN keyring ON keyring.applicant = content.applicant "
            "WHERE content.id = ? AND content.applicant = ?",
            document,
            application,
        )
        for row in rows:
            # An applicant may have several keys: two laptops that knew nothing of each other each made one.
            with suppress(CryptoError):
                return SecretBox(bytes(row["key"])).decrypt(bytes(row["bytes"]))
        raise UnknownName("The bytes of this document have not arrived on this laptop yet.")

    def _found(self, search: str) -> frozenset[str]:
        wanted = " ".join(f'"{word}"*' for word in searchable(search).replace('"', " ").split())
        if not wanted:
            return frozenset()
        rows = list(self._all("SELECT application FROM search WHERE search MATCH ?", wanted))
        by_key = {one for one, key in self.keys().items() if key.casefold() == search.strip().casefold()}
        return frozenset(row["application"] for row in rows) | by_key

    def _documents(self, wanted: Iterable[str], *, texts: bool) -> dict[str, tuple[Document, ...]]:
        text = "content.text" if texts else "''"
        found: dict[str, list[Document]] = {}
        ids = set(wanted)
        for row in self._all(
            f"SELECT document.*, {text} AS text FROM document LEFT JOIN content ON content.id = document.id "  # noqa: S608
            "ORDER BY document.application, document.position, document.id"
        ):
            if row["application"] in ids:
                found.setdefault(row["application"], []).append(_document(row))
        return {application: tuple(documents) for application, documents in found.items()}

    def _states(self) -> dict[str, str]:
        states: dict[str, str] = {}
        for stage in Stage:
            for row in self._all("SELECT application, outcome FROM outcome WHERE stage = ?", stage.value):
                if row["outcome"]:
                    states[row["application"]] = row["outcome"]
        return states

    def _twins(self) -> dict[str, tuple[int, ...]]:
        """Applications that may be the same person's: same address, number or name, however it is spelled."""
        traits: dict[tuple[str, str], list[tuple[str, int]]] = {}
        for row in self._all(
            "SELECT id, name, email, phone, number.number FROM application JOIN number ON number.application = "
            "application.id"
        ):
            for name in ("name", "email", "phone"):
                trait = "".join(c for c in searchable(row[name] or "") if c.isalnum() or c in "@+")
                if trait:
                    traits.setdefault((name, trait), []).append((row["id"], row["number"]))
        twins: dict[str, set[int]] = {}
        for same in traits.values():
            for one, _ in same:
                twins.setdefault(one, set()).update(number for other, number in same if other != one)
        return {one: tuple(sorted(numbers)) for one, numbers in twins.items() if numbers}


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
