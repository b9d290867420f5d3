"""What is done to bundles: mails in which several applications came together."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from smes_panel.errors import BadInput, Refused
from smes_panel.gestures.applications import added
from smes_panel.gestures.gesture import Gesture
from smes_panel.gestures.vacancy import spelled
from smes_panel.model.application import IncomingApplication
from smes_panel.model.bundle import BundleAnswer, IncomingBundle
from smes_panel.queries import Queries
from smes_panel.store import Pen


@dataclass(frozen=True, slots=True)
class PutUp(Gesture):
    """Keeps a mail in which several applications came, until a person decides. The same mail again adds nothing."""

    incoming: IncomingBundle

    def remembered(self) -> Gesture:
        whole = replace(self.incoming.whole, documents=self.incoming.whole.documents[:0])
        return replace(self, incoming=replace(self.incoming, whole=whole, parts=()))

    def make(self, pen: Pen, read: Queries) -> None:
        incoming, whole = self.incoming, self.incoming.whole
        if incoming.fingerprint in read.fingerprints():
            return
        bundle = pen.chance(16).hex()
        pen.put(
            "bundle",
            bundle,
            source=whole.source,
            fingerprint=incoming.fingerprint,
            sender=incoming.sender,
            subject=incoming.subject,
            received_at=incoming.received_at.isoformat() if incoming.received_at else None,
            parts=spelled([asdict(part) for part in incoming.listed()]),
        )
        message = incoming.message
        pen.put(
            "document",
            bundle,
            # What is in it is searched once it is somebody's.
            pen.attach(bundle, message.content, ""),
            name=message.name,
            kind=message.kind.value,
            media_type=message.media_type,
            sha256=hashlib.sha256(message.content).hexdigest(),
            size=len(message.content),
            remark=message.remark,
            position=1.0,
        )


@dataclass(frozen=True, slots=True)
class DecideBundle(Gesture):
    """Settles a bundle (by id): `incoming` are the applications that it becomes, as read from it anew for `answer`.

    One that was settled as no application at all can be taken up again; what became applications is undone, or merged.
    """

    bundle: str
    answer: BundleAnswer
    incoming: tuple[IncomingApplication, ...] = ()

    def remembered(self) -> Gesture:
        return replace(self, incoming=tuple(replace(one, documents=()) for one in self.incoming))

    def make(self, pen: Pen, read: Queries) -> None:
        found = read.bundle(self.bundle)
        if found.answer not in (None, BundleAnswer.NONE):
            raise Refused(
                "This mail was decided on already. Undo that, or merge its applications. Nothing was changed."
            )
        if bool(self.incoming) != (self.answer is not BundleAnswer.NONE):
            raise BadInput("Choose at least one part of the mail. Nothing was changed.")
        pen.put("bundle", self.bundle, answer=self.answer.value, at=pen.now.isoformat(timespec="seconds"))
        for application in _each(pen, read, self.incoming):
            pen.put("application", application, bundle=self.bundle)


def _each(pen: Pen, read: Queries, incoming: Sequence[IncomingApplication]) -> list[str]:
    """The ids of those that were not there yet."""
    return [one for one in (added(pen, read, application) for application in incoming) if one is not None]
