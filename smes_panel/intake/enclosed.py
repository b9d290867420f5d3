"""An archive that came with a mail, looked into: its documents stand beside it, a bomb costs only what is in it."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import IO

from smes_panel.errors import BadInput
from smes_panel.intake import documents
from smes_panel.intake.extraction import OUTLOOK
from smes_panel.intake.headers import looks_like_message
from smes_panel.intake.sources import archive
from smes_panel.intake.sources.node import Node, Sort, content, head, walked

FILES = 200
BYTES = 100_000_000

_SAYS = "This is a ZIP archive: it is kept as received, and what is in it stands beside it."
_EMPTY = "This is a ZIP archive with nothing in it: it is kept as received."
_MANY = f"This ZIP archive holds more than {FILES} files: only the first of them stand beside it."
_KEPT = "The archive itself is kept as received."
_STOPPED = {
    archive.DAMAGED: f"This ZIP archive is damaged and could not be looked into. {_KEPT}",
    archive.LOCKED: f"This ZIP archive is protected by a password and could not be looked into. {_KEPT}",
    archive.SWOLLEN: f"This ZIP archive unpacks to far more than it should: what follows in it was not read. {_KEPT}",
}


@dataclass(slots=True)
class Looked:
    """What was found in an archive, by name, and one sentence on what became of it."""

    documents: list[tuple[str, bytes]] = field(default_factory=list)
    messages: list[tuple[str, bytes]] = field(default_factory=list)
    remark: str = ""


@dataclass(frozen=True, slots=True)
class _Attached:
    """An attachment as a file that an import meets."""

    name: str
    raw: bytes

    @property
    def label(self) -> str:
        return self.name

    @property
    def sort(self) -> Sort:
        return Sort.FILE

    def below(self) -> list[Node]:
        return []

    def size(self) -> int:
        return len(self.raw)

    def opened(self) -> IO[bytes]:
        return io.BytesIO(self.raw)


def looked_into(name: str, raw: bytes) -> Looked:
    """What is in an archive, archives in it included. Never raises for what it holds."""
    looked = Looked()
    budget = archive.Budget(BYTES)
    try:
        folder = archive.folder_of(_Attached(name, raw), budget)
        if folder is not None:
            _gather(folder, looked, budget)
    except (BadInput, OSError, ValueError) as error:
        looked.remark = _STOPPED.get(
            str(error), f"{error} {_KEPT}" if isinstance(error, BadInput) else _STOPPED[archive.DAMAGED]
        )
    looked.remark = looked.remark or (_SAYS if looked.documents or looked.messages else _EMPTY)
    return looked


def _gather(folder: Node, looked: Looked, budget: archive.Budget) -> None:
    # One damaged file must not hide those after it; what is spent is spent for all.
    broken: BadInput | None = None
    for node in walked(folder):
        if len(looked.documents) + len(looked.messages) >= FILES:
            looked.remark = _MANY
            return
        try:
            inside = archive.folder_of(node) if archive.is_archive(head(node)) else None
            if inside is not None:
                _gather(inside, looked, budget)
                continue
            taken = content(node)
        except BadInput as error:
            if budget.left < 0:
                raise
            broken = error
            continue
        called = node.label.partition("/")[2].replace("/", " – ") or node.name
        is_message = documents.media_type(taken, node.name) in (documents.MESSAGE, OUTLOOK)
        if is_message or node.name.lower().endswith(".eml") or looks_like_message(taken):
            looked.messages.append((called, taken))
        else:
            looked.documents.append((called, taken))
    if broken is not None:
        looked.remark = _STOPPED.get(str(broken), f"{broken} {_KEPT}")
