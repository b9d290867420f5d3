"""What came on paper: an application that a person types in, and documents that are added by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from smes_panel.errors import BadInput
from smes_panel.intake.extraction import Reader
from smes_panel.intake.sources import document
from smes_panel.model.application import PAPER, Identity, IncomingApplication, IncomingDocument
from smes_panel.model.settlement import instant


def documents(paths: Iterable[Path]) -> tuple[IncomingDocument, ...]:
    """These files as documents to be added. Raises BadInput, which names the file, where one cannot be read."""
    reader, read = Reader(), []
    try:
        for path in paths:
            try:
                read.append(document(path, reader))
            except BadInput as refusal:
                raise BadInput(f"{path.name}: {refusal}") from refusal
    finally:
        reader.close()
    return tuple(read)


def typed_in(
    identity: Identity, received: str, note: str, attached: Sequence[IncomingDocument] = ()
) -> IncomingApplication:
    """An application on paper; `received` is a day with its hour as typed, or empty. Raises BadInput."""
    if not identity.name.strip():
        raise BadInput("An application on paper needs at least a name. Nothing was added.")
    received_at = instant("received", received.strip()) if received.strip() else None
    told = (*(str(getattr(identity, part) or "") for part in Identity.__slots__), str(received_at), note)
    papers = (hashlib.sha256(one.content).hexdigest() for one in attached)
    fingerprint = hashlib.sha256("\0".join((PAPER, *told, *papers)).encode("utf-8", "replace")).hexdigest()
    return IncomingApplication(fingerprint, PAPER, received_at, identity, note.strip(), tuple(attached))
