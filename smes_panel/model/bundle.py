"""Bundles: mails in which several applications came together, put up for a person to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from smes_panel.model.application import IncomingApplication, IncomingDocument


class BundleAnswer(StrEnum):
    """What a person decides of a bundle: one application for each part, one for all of it, or none."""

    EACH = "each"
    ONE = "one"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Part:
    """One of the applications that seem to be in a bundle: who wrote, about what, the names of its documents."""

    name: str
    email: str
    subject: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncomingBundle:
    """A bundle on its way in, with what its mail says of itself: read as one application, and as one for each part."""

    whole: IncomingApplication
    parts: tuple[IncomingApplication, ...]
    sender: str
    subject: str
    received_at: datetime | None

    @property
    def fingerprint(self) -> str:
        return self.whole.fingerprint

    @property
    def message(self) -> IncomingDocument:
        """The mail itself, byte for byte."""
        return self.whole.documents[0]

    def listed(self) -> tuple[Part, ...]:
        """The parts as a person is shown them."""
        return tuple(
            Part(one.identity.name, one.identity.email, one.subject, tuple(document.name for document in one.documents))
            for one in self.parts
        )


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle as kept. `answer` is None while nobody has decided; `applications` are the keys of what it became."""

    id: str
    sender: str
    subject: str
    received_at: datetime | None
    parts: tuple[Part, ...]
    answer: BundleAnswer | None
    applications: tuple[str, ...]

    @property
    def handle(self) -> str:
        """How a bundle is called at the command line."""
        return self.id[:8]
