"""An import, item by item: each becomes one gesture as soon as it is read, so that what was reported is kept."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Protocol

from smes_panel.gestures.applications import AddApplication, CompleteApplication
from smes_panel.gestures.bundles import PutUp
from smes_panel.gestures.gesture import Gesture
from smes_panel.intake.sources import Item, Source, items_or_waiting
from smes_panel.model.application import Arrival, Arrived, IncomingApplication

TOGETHER = "Several applications seem to have come in this mail: decide what they are."


class Asked(Protocol):
    """What an import asks of the dossier."""

    def fingerprints(self) -> frozenset[str]: ...

    def known_source(self, fingerprint: str) -> str | None: ...

    def from_source(self, source: str) -> str | None: ...

    def messages_from(self, place: str) -> dict[str, tuple[str, int]]: ...

    def keys(self) -> dict[str, str]: ...


def taken_in(
    do: Callable[[Gesture], object], read: Asked, paths: Sequence[Path | Source]
) -> Generator[Arrived, None, None]:
    """Takes in every item under `paths`, one gesture each; may be closed at any step, and what was said is kept."""
    with closing(taking_in(do, read, paths, None)) as found:
        yield from (arrived for arrived in found if arrived is not None)


def taking_in(
    do: Callable[[Gesture], object], read: Asked, paths: Sequence[Path | Source], patience: float | None
) -> Generator[Arrived | None, None, None]:
    """The same for a window: a `None` each time that nothing was ready within `patience` seconds.

    `do` raises where a gesture is refused; the import ends there, and what was said before is kept.
    """
    for path in paths:
        if not isinstance(path, Path):
            path.remember(read.messages_from(path.label))
    with closing(items_or_waiting(paths, read.fingerprints(), patience)) as found:
        for item in found:
            yield None if item is None else _arrived(do, read, item)


def _arrived(do: Callable[[Gesture], object], read: Asked, item: Item) -> Arrived:
    incoming = item.application
    if item.bundle is not None:
        do(PutUp(item.bundle))
        return Arrived(item.path, Arrival.TO_DECIDE, reason=TOGETHER)
    if incoming is None:
        known = read.known_source(item.fingerprint) if item.fingerprint else None
        return Arrived(item.path, item.result or Arrival.REFUSED, _key(read, known), item.reason)
    known = read.known_source(incoming.fingerprint)
    if known is not None:
        return Arrived(item.path, Arrival.KNOWN, _key(read, known), "This was already imported: nothing is added.")
    # A folder of somebody's that has grown since is still theirs; two mails are two until a person says otherwise.
    earlier = read.from_source(incoming.source) if incoming.received_at is None else None
    if earlier is None:
        do(AddApplication(incoming))
        return Arrived(item.path, Arrival.ADDED, _key(read, read.known_source(incoming.fingerprint)))
    do(CompleteApplication(earlier, incoming))
    return _completed(read, item, incoming, _key(read, earlier))


def _completed(read: Asked, item: Item, incoming: IncomingApplication, key: str | None) -> Arrived:
    if read.known_source(incoming.fingerprint) is None:
        return Arrived(item.path, Arrival.KNOWN, key, "Its documents were already imported.")
    return Arrived(item.path, Arrival.COMPLETED, key, "New documents were added to what was there.")


def _key(read: Asked, application: str | None) -> str | None:
    return None if application is None else read.keys().get(application)
