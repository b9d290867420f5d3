"""What is done to applications and their documents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import ClassVar

from smes_panel.errors import Refused, UnknownName
from smes_panel.gestures.gesture import Gesture
from smes_panel.gestures.vacancy import spelled
from smes_panel.model.application import DocumentKind, Identity, IncomingApplication, IncomingDocument
from smes_panel.model.change import Cell
from smes_panel.queries import Queries
from smes_panel.queries.answers import Application
from smes_panel.store import Pen


def _columns(identity: Identity) -> dict[str, Cell]:
    return {**asdict(identity), "language": identity.language.value if identity.language else None}


def _keep(pen: Pen, application: str, documents: Iterable[IncomingDocument], known: set[str], start: int) -> None:
    for place, document in enumerate(documents, start=start):
        sha256 = hashlib.sha256(document.content).hexdigest()
        if sha256 in known:
            continue
        known.add(sha256)
        pen.put(
            "document",
            application,
            pen.attach(application, document.content, document.text),
            name=document.name,
            kind=document.kind.value,
            media_type=document.media_type,
            sha256=sha256,
            size=len(document.content),
            remark=document.remark,
            position=float(place),
        )


@dataclass(frozen=True, slots=True)
class AddApplication(Gesture):
    """Takes in what a person sent, under the next number. The same source a second time adds nothing."""

    incoming: IncomingApplication

    def make(self, pen: Pen, read: Queries) -> None:
        incoming = self.incoming
        if read.known_source(incoming.fingerprint) is not None:
            return
        application = pen.chance(16).hex()
        # The number outlives an undo and an erasure: it has been said on the phone and written on paper.
        pen.put("number", application, number=read.last_number() + 1)
        pen.put(
            "application",
            application,
            **_columns(incoming.identity),
            source=incoming.source,
            fingerprint=incoming.fingerprint,
            subject=incoming.subject,
            received_at=incoming.received_at.isoformat() if incoming.received_at else None,
            proposed=spelled(_columns(incoming.identity)),
        )
        _keep(pen, application, incoming.documents, set(), 1)


@dataclass(frozen=True, slots=True)
class CompleteApplication(Gesture):
    """Adds the documents of `incoming` that the application (by id) does not have yet."""

    application: str
    incoming: IncomingApplication

    def make(self, pen: Pen, read: Queries) -> None:
        application = _found(read, self.application)
        known = {document.sha256 for document in application.documents}
        before = len(known)
        _keep(pen, self.application, self.incoming.documents, known, before + 1)
        if len(known) > before:
            pen.put("application", self.application, fingerprint=self.incoming.fingerprint)


@dataclass(frozen=True, slots=True)
class CorrectIdentity(Gesture):
    """Puts right who an application is from; what intake had proposed stays beside it."""

    application: str
    identity: Identity

    def make(self, pen: Pen, read: Queries) -> None:
        _found(read, self.application)
        pen.put("application", self.application, **_columns(self.identity))


@dataclass(frozen=True, slots=True)
class SettleKind(Gesture):
    """Says what a document is, where intake proposed something else."""

    application: str
    document: str
    kind: DocumentKind

    def make(self, pen: Pen, read: Queries) -> None:
        if self.document not in {document.id for document in _found(read, self.application).documents}:
            raise UnknownName("This application has no such document. Nothing was changed.")
        pen.put("document", self.application, self.document, kind=self.kind.value)


@dataclass(frozen=True, slots=True)
class Erase(Gesture):
    """Destroys everything about a person: rows, documents, words, keys and the bodies of the journal. Number and chain
    remain.
    """

    application: str

    undoable: ClassVar[bool] = False

    def make(self, pen: Pen, read: Queries) -> None:
        # An addition that was taken back is in the journal all the same.
        if not read.holds(self.application):
            raise Refused("This application is not in the dossier any more. Nothing was changed.")
        pen.put("erasure", self.application, at=pen.now.isoformat(timespec="seconds"))


def _found(read: Queries, application: str) -> Application:
    found = next((one for one in read.applications() if one.id == application), None)
    if found is None:
        raise Refused("This application is not in the dossier any more. Nothing was changed.")
    return found
