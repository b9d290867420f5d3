"""What a member may see of an application: its key alone under a conflict, no name where the panel reads blind."""

from __future__ import annotations

import re
from dataclasses import replace

from smes_panel.errors import Refused
from smes_panel.model.application import Document, Identity
from smes_panel.model.blinding import Unhidden, covered, unhidden
from smes_panel.model.panel import Member, Role
from smes_panel.model.search import indexed, sought
from smes_panel.model.vacancy import Stage
from smes_panel.queries.answers import Application, Conflict
from smes_panel.queries.applications import Applications
from smes_panel.queries.rows import instant


class Access(Applications):
    """A `reader` narrows an answer to what that member may see; without one it is what the file holds."""

    def conflicts(self, reader: Member | None = None) -> tuple[Conflict, ...]:
        """Every conflict of interest ever declared, by number; its reason for its author, the chair and the secretary
        alone.
        """
        keys, panel = self.keys(), {member.id: member for member in self.panel()}
        every = reader is not None and reader.role in (Role.CHAIR, Role.SECRETARY)
        rows = {(row["application"], row["member"]): row for row in self._all("SELECT * FROM conflict")}
        return tuple(
            Conflict(
                application=keys[one],
                member=member.name,
                at=instant(row["at"]),
                withdrawn_at=instant(row["withdrawn"]),
                reason=(row["reason"] or "") if every or member == reader else "",
            )
            for one in keys
            for member in panel.values()
            if (row := rows.get((one, member.id))) is not None
        )

    def closed_to(self, reader: Member | None) -> frozenset[str]:
        """The ids of the applications that are closed to `reader`, with all that were made one with them."""
        return frozenset() if reader is None else self._closed().get(reader.id, frozenset())

    def _closed(self) -> dict[str, frozenset[str]]:
        """By member's id, the applications closed to them."""
        return self._until_written("closed", self._conflicting)

    def _conflicting(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for application, member in self._tuples("SELECT application, member FROM conflict WHERE withdrawn IS NULL"):
            found[member] = found.get(member, frozenset()) | self.merged_with(application)
        return found

    def conflict_of(self, member: Member, application: str) -> bool:
        """Whether the member has a conflict of interest with this very application (by id) that stands."""
        return bool(
            self._first(
                "SELECT 1 FROM conflict WHERE application = ? AND member = ? AND withdrawn IS NULL",
                application,
                member.id,
            )
        )

    def must_be_open(self, application: str, reader: Member | None) -> None:
        """Raises Refused where the application with this id is closed to `reader`."""
        if application in self.closed_to(reader):
            key = self.keys().get(application, "")
            raise Refused(f"{key} is closed to {reader.name if reader else ''}, who declared a conflict of interest.")

    def application(self, key: str, reader: Member | None = None) -> Application:
        """The application K-…, with the text of its documents, as `reader` may see it. Raises UnknownName."""
        return self._as_seen((super().application(key),), reader)[0]

    def documents(self, application: str, *, texts: bool = False, reader: Member | None = None) -> tuple[Document, ...]:
        """The documents of the application with this id; `texts` adds what is written in them."""
        if application in self.closed_to(reader):
            return ()
        told = super().documents(application, texts=texts)
        return self._without_names(application, told) if self.reads_blind(reader) else told

    def document_bytes(self, application: str, document: str, reader: Member | None = None) -> bytes:
        """The bytes as received of one document, by the ids of both. Raises UnknownName while they have not arrived,
        Refused where they are closed to `reader`.
        """
        self.must_be_open(application, reader)
        return super().document_bytes(application, document)

    def reads_blind(self, reader: Member | None) -> bool:
        """Whether names are hidden from `reader`: from those who rate, until screening is open, if that was settled."""
        if reader is None or not reader.role.rates:
            return False
        settled = self._first("SELECT 1 FROM blind WHERE id = 'names' AND until = ?", Stage.INTERVIEW.value)
        opened = self._first("SELECT 1 FROM opened WHERE stage = ?", Stage.SCREENING.value)
        return settled is not None and opened is None

    def unhidden(self, application: str, reader: Member | None) -> tuple[tuple[str, Unhidden], ...]:
        """For a `reader` without names, the documents (by id) of the application with this id in which something cannot
        be hidden, and what; the bytes of a document are never changed.
        """
        if not self.reads_blind(reader):
            return ()
        told = super().documents(application, texts=True)
        return tuple((one.id, left) for one in told if (left := unhidden(one)) is not None)

    def identity(self, application: str) -> Identity:
        """Who the application with this id is from, as the file holds it: what a blind reader is not told."""
        (told,) = self._told(frozenset((application,)), texts=False)
        return told.identity

    def _without_names(self, application: str, documents: tuple[Document, ...]) -> tuple[Document, ...]:
        who = self.identity(application)
        return tuple(replace(one, name=one.kind.value, text=covered(one.text, who)) for one in documents)

    def _found_blind(self, applications: frozenset[str], search: str, reader: Member) -> frozenset[str]:
        """Those in which all is found without what is hidden."""
        wanted = [re.compile(one.pattern) for one in sought(search)]
        found = set()
        for one in applications:
            texts = [document.text for document in self.documents(one, texts=True, reader=reader)]
            rows = self._tuples("SELECT comment FROM draft WHERE application = ? AND member = ?", one, reader.id)
            # Each by itself, as in the index: no phrase reaches from one document into the next.
            said = [indexed(text or "") for text in (*texts, *(comment for (comment,) in rows))]
            if all(any(words.search(text) for text in said) for words in wanted):
                found.add(one)
        return frozenset(found)

    def _as_seen(self, told: tuple[Application, ...], reader: Member | None) -> tuple[Application, ...]:
        closed = self.closed_to(reader)
        if self.reads_blind(reader):
            told = tuple(_without_name(one) for one in told)
        return tuple(one for one in told if one.id not in closed) + tuple(
            _key_alone(one) for one in told if one.id in closed
        )


def _without_name(one: Application) -> Application:
    """All but who it is from. The form of address goes with the name."""
    return replace(
        one,
        identity=Identity(language=one.identity.language),
        proposed=Identity(),
        subject="",
        source="",
        fingerprint="",
        documents=tuple(
            replace(document, name=document.kind.value, text=covered(document.text, one.identity))
            for document in one.documents
        ),
        # Of whom it may be the twin is told by names.
        likenesses=(),
        admitted=covered(one.admitted, one.identity),
        reason=covered(one.reason, one.identity),
    )


def _key_alone(one: Application) -> Application:
    """All that is said of an application to whom it is closed."""
    return replace(
        one,
        identity=Identity(),
        proposed=Identity(),
        subject="",
        source="",
        fingerprint="",
        received_at=None,
        state="",
        documents=(),
        missing=(),
        likenesses=(),
        admitted="",
        reason="",
        merged_into="",
        additions=(),
        completed_late=(),
        closed=True,
    )
