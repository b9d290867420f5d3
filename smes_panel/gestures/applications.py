"""What is done to applications and their documents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import ClassVar

from smes_panel.errors import BadInput, Refused, UnknownName
from smes_panel.gestures.decision import Decide, may_become
from smes_panel.gestures.gesture import Gesture
from smes_panel.gestures.vacancy import spelled
from smes_panel.model.application import Document, DocumentKind, Identity, IncomingApplication, IncomingDocument
from smes_panel.model.change import Cell
from smes_panel.model.decision import Outcome
from smes_panel.model.likeness import Relation, same_text
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.store import Pen

LONGEST_REASON = 2_000


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
            same_text=same_text(document.text),
            size=len(document.content),
            remark=document.remark,
            position=float(place),
        )


@dataclass(frozen=True, slots=True)
class AddApplication(Gesture):
    """Takes in what a person sent, under the next number. The same source a second time adds nothing."""

    incoming: IncomingApplication

    def remembered(self) -> Gesture:
        return replace(self, incoming=replace(self.incoming, documents=()))

    def make(self, pen: Pen, read: Queries) -> None:
        added(pen, read, self.incoming)


def added(pen: Pen, read: Queries, incoming: IncomingApplication) -> str | None:
    """Writes an application; its id, or None where the same source is there already."""
    if read.known_source(incoming.fingerprint) is not None:
        return None
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
        messages=" ".join(incoming.messages),
        answers=" ".join(incoming.answers),
    )
    _keep(pen, application, incoming.documents, set(), 1)
    return application


@dataclass(frozen=True, slots=True)
class CompleteApplication(Gesture):
    """Adds the documents of `incoming` that the application (by id) does not have yet."""

    application: str
    incoming: IncomingApplication

    def remembered(self) -> Gesture:
        return replace(self, incoming=replace(self.incoming, documents=()))

    def make(self, pen: Pen, read: Queries) -> None:
        known = {document.sha256 for document in _documents(read, self.application)}
        before = len(known)
        _keep(pen, self.application, self.incoming.documents, known, before + 1)
        if len(known) > before:
            pen.put("application", self.application, fingerprint=self.incoming.fingerprint)


@dataclass(frozen=True, slots=True)
class AttachDocuments(Gesture):
    """Adds documents that came by another way, paper for instance; those that are there already add nothing."""

    application: str
    documents: tuple[IncomingDocument, ...]

    def make(self, pen: Pen, read: Queries) -> None:
        known = {document.sha256 for document in _documents(read, self.application)}
        _keep(pen, self.application, self.documents, known, len(known) + 1)


@dataclass(frozen=True, slots=True)
class CorrectIdentity(Gesture):
    """Puts right who an application is from; what intake had proposed stays beside it."""

    application: str
    identity: Identity

    def make(self, pen: Pen, read: Queries) -> None:
        _documents(read, self.application)
        pen.put("application", self.application, **_columns(self.identity))


@dataclass(frozen=True, slots=True)
class SettleKind(Gesture):
    """Says what a document is, where intake proposed something else."""

    application: str
    document: str
    kind: DocumentKind

    def make(self, pen: Pen, read: Queries) -> None:
        if self.document not in {document.id for document in _documents(read, self.application)}:
            raise UnknownName("This application has no such document. Nothing was changed.")
        pen.put("document", self.application, self.document, kind=self.kind.value)


@dataclass(frozen=True, slots=True)
class Merge(Gesture):
    """Makes one application of two that are the same person's: the earlier keeps its number and takes the documents
    of the later, which is set aside and keeps what it has. They stand before its own, as the newest; or after them,
    where the later completes the earlier.
    """

    one: str
    other: str

    def make(self, pen: Pen, read: Queries) -> None:
        kept, aside = _in_order(read, self.one, self.other)
        keys, merged = read.keys(), read.merged()
        for one in (kept, aside):
            if one in merged:
                raise Refused(f"{keys[one]} is merged with {keys[merged[one]]} already. Nothing was changed.")
        known = {document.sha256 for document in _documents(read, kept)}
        new = [one for one in _documents(read, aside, texts=True) if one.sha256 not in known]
        completes = read.relation(aside, kept) is Relation.COMPLETES
        start = read.last_position(kept) + 1 if completes else read.first_position(kept) - len(new)
        for place, document in enumerate(new):
            pen.put(
                "document",
                kept,
                pen.attach(kept, read.document_bytes(aside, document.id), document.text),
                name=document.name,
                kind=document.kind.value,
                media_type=document.media_type,
                sha256=document.sha256,
                same_text=same_text(document.text),
                size=document.size,
                remark=document.remark,
                position=start + place,
                origin=aside,
            )
        pen.put("merged", aside, kept=kept, at=pen.now.isoformat(timespec="seconds"))


@dataclass(frozen=True, slots=True)
class TakeApart(Gesture):
    """Takes an application that was merged (by id) out again, with the documents that it had brought."""

    application: str

    def make(self, pen: Pen, read: Queries) -> None:
        _documents(read, self.application)
        kept = read.merged_into(self.application)
        if kept is None:
            raise Refused("This application is not merged with another. Nothing was changed.")
        _taken_back(pen, read, kept, self.application, read.brought_by(kept, self.application))
        pen.drop("merged", self.application)


@dataclass(frozen=True, slots=True)
class KeepBoth(Gesture):
    """Says that two applications that look alike both stay, so that nobody is asked again."""

    one: str
    other: str

    def make(self, pen: Pen, read: Queries) -> None:
        pair = _in_order(read, self.one, self.other)
        for one, other in (pair, pair[::-1]):
            pen.put("kept_apart", one, other, at=pen.now.isoformat(timespec="seconds"))


@dataclass(frozen=True, slots=True)
class Admit(Gesture):
    """Says whether an application that is late or incomplete is examined all the same, and why. One that had been set
    aside or withdrawn is examined again.
    """

    application: str
    examined: bool
    reason: str

    def make(self, pen: Pen, read: Queries) -> None:
        _documents(read, self.application)
        reason = _reason(self.reason)
        if not reason:
            raise BadInput("Say why in a few words: it is kept beside the decision. Nothing was changed.")
        if self.examined:
            pen.put("admission", self.application, reason=reason, at=pen.now.isoformat(timespec="seconds"))
            for stage in Stage:
                if read.decided(self.application, stage).outcome in (Outcome.WITHDRAWN, Outcome.INADMISSIBLE):
                    may_become(pen, read, self.application, stage, None)
                    pen.drop("outcome", self.application, stage.value)
        else:
            pen.drop("admission", self.application)
            Decide(self.application, Stage.SCREENING, Outcome.INADMISSIBLE, reason).make(pen, read)


@dataclass(frozen=True, slots=True)
class Withdraw(Gesture):
    """The person gives up: withdrawn, at the stage where the application is, with what they said if they did."""

    application: str
    reason: str = ""

    def make(self, pen: Pen, read: Queries) -> None:
        _documents(read, self.application)
        invited = read.decided(self.application, Stage.SCREENING).outcome is Outcome.INVITED
        stage = Stage.INTERVIEW if invited else Stage.SCREENING
        Decide(self.application, stage, Outcome.WITHDRAWN, _reason(self.reason)).make(pen, read)


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
            raise Refused(_GONE)
        # Applications that were merged are one person's, and share documents.
        together = read.merged_with(self.application)
        # The mail in which they came with others holds their documents too; the others keep their own.
        for one in (*together, *read.came_in(together)):
            pen.put("erasure", one, at=pen.now.isoformat(timespec="seconds"))


def _taken_back(pen: Pen, read: Queries, kept: str, aside: str, brought: Mapping[str, str]) -> None:
    """Takes the documents (hash by id) away that one application had brought to another, and on to where that one was
    merged in turn. What yet another of those merged has as well stays, as brought by that one.
    """
    onward = read.merged_into(kept)
    further = {} if onward is None else read.brought_by(onward, kept)
    for document, sha256 in brought.items():
        if (other := read.has_too(kept, sha256, aside)) is not None:
            pen.put("document", kept, document, origin=other)
            continue
        pen.drop("document", kept, document)
        if onward is not None:
            copies = {one: same for one, same in further.items() if same == sha256}
            _taken_back(pen, read, onward, kept, copies)


_GONE = "This application is not in the dossier any more. Nothing was changed."


def _documents(read: Queries, application: str, *, texts: bool = False) -> tuple[Document, ...]:
    """The documents of an application that is there."""
    if not read.is_here(application):
        raise Refused(_GONE)
    return read.documents(application, texts=texts)


def _in_order(read: Queries, one: str, other: str) -> tuple[str, str]:
    """Two applications as they came, the earlier first."""
    if one == other:
        raise Refused("An application is not its own duplicate. Nothing was changed.")
    for each in (one, other):
        if not read.is_here(each):
            raise Refused(_GONE)
    return read.in_order(one, other)


def _reason(text: str) -> str:
    reason = text.strip()
    if len(reason) > LONGEST_REASON:
        raise BadInput(f"A reason holds at most {LONGEST_REASON} characters. Nothing was changed.")
    return reason
