"""The lines of a list on their way in, one gesture each: a known one adds nothing, one that has grown completes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Sequence
from typing import Protocol

from smes_panel.gestures.applications import AddApplication, CompleteApplication
from smes_panel.gestures.gesture import Gesture
from smes_panel.intake.lists.rows import Entry
from smes_panel.model.application import Arrival, Arrived, IncomingApplication

KNOWN = "This was already imported: nothing is added."
GROWN = "New documents were added to what was there."


class Asked(Protocol):
    """What an import of a list asks of the dossier."""

    def known_source(self, fingerprint: str) -> str | None: ...

    def from_source(self, source: str) -> str | None: ...

    def keys(self) -> dict[str, str]: ...


def rows_in(
    do: Callable[[Gesture], object], read: Asked, name: str, entries: Sequence[Entry]
) -> Generator[Arrived, None, None]:
    """Takes the lines in, one gesture each; may be closed at any step, and what was said is kept.

    A line completes the application of the same person and moment where that is told without doubt: one line and one
    application, neither of them known from elsewhere in this list.
    """
    told = [entry.application for entry in entries if entry.application is not None]
    taken = {known for one in told if (known := read.known_source(one.fingerprint)) is not None}
    fresh = Counter(_person(one) for one in told if read.known_source(one.fingerprint) is None)
    for entry in entries:
        path = f"{name}, {entry.line}"
        if entry.application is None:
            yield Arrived(path, Arrival.REFUSED, reason=entry.reason)
            continue
        yield _arrived(do, read, path, entry.application, taken, fresh)


def _person(incoming: IncomingApplication) -> str:
    return incoming.source.rpartition(".")[0]


def _arrived(
    do: Callable[[Gesture], object],
    read: Asked,
    path: str,
    incoming: IncomingApplication,
    taken: set[str],
    fresh: Counter[str],
) -> Arrived:
    known = read.known_source(incoming.fingerprint)
    if known is not None:
        return Arrived(path, Arrival.KNOWN, read.keys().get(known), KNOWN)
    person = _person(incoming)
    earlier = [one for one in (read.from_source(f"{person}.{n}") for n in (1, 2)) if one is not None]
    if len(earlier) == 1 and earlier[0] not in taken and fresh[person] == 1:
        do(CompleteApplication(earlier[0], incoming))
        key = read.keys().get(earlier[0])
        if read.known_source(incoming.fingerprint) is None:
            return Arrived(path, Arrival.KNOWN, key, KNOWN)
        return Arrived(path, Arrival.COMPLETED, key, GROWN)
    do(AddApplication(incoming))
    return Arrived(path, Arrival.ADDED, read.keys().get(read.known_source(incoming.fingerprint) or ""))
