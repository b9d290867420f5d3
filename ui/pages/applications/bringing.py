"""What is being brought in: files on their way to applications or documents, as work that the frame runs."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from smes_panel.errors import Stopped
from smes_panel.gestures.applications import AddApplication, AttachDocuments
from smes_panel.model.application import Arrived, Identity
from ui.jobs import Step, aside

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from smes_panel.gestures.gesture import Gesture
    from smes_panel.intake.lists import ListSheet, Mapping
    from smes_panel.intake.sources import Source
    from smes_panel.model.bundle import BundleAnswer
    from ui.session import Session

IMPORT, ATTACH = "import", "attach"
"""The names that the frame knows the work by."""

LISTS = (".csv", ".tsv", ".xlsx", ".xlsm", ".ods", ".xls")
"""How the names of lists end: one that is brought in alone is asked what its columns are."""

_PATIENCE_S = 0.01


@dataclass(frozen=True, slots=True)
class Listed:
    """A list by its name, one sheet of it, and its columns as they were shown and accepted."""

    name: str
    sheet: ListSheet
    mapping: Mapping


class Import:
    """An import and its results so far. It outlives the page that began it, and more can be added while it runs."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._waiting: list[Path | Source] = []
        self._lists: list[Listed] = []
        self._read = self._total = 0
        self.results: list[Arrived] = []
        self.under_way = False

    def add(self, paths: Sequence[Path | Source]) -> None:
        """Bring these in too."""
        self._waiting += paths

    def add_list(self, listed: Listed) -> None:
        """Bring in these lines too."""
        self._lists.append(listed)

    def take(self, what: Listed | Source) -> None:
        """Bring in what a form has led to."""
        if isinstance(what, Listed):
            self.add_list(what)
        else:
            self.add([what])

    def work(self) -> Generator[Step | None, None, None]:
        """Item by item; closed at any step, what was reported stays and the unfinished item leaves nothing."""
        self.under_way = True
        try:
            while self._waiting or self._lists:
                if self._lists:
                    yield from self._lined(self._lists.pop(0))
                    continue
                paths, self._waiting = self._waiting, []
                try:
                    self._total += yield from aside(partial(_how_many, paths))
                except GeneratorExit:
                    for one in paths:
                        if not isinstance(one, Path):
                            one.abandon()
                    raise
                yield self._step()
                yield from self._taken(paths)
        finally:
            self.under_way, self._waiting, self._lists = False, [], []

    def _lined(self, listed: Listed) -> Generator[Step | None, None, None]:
        from smes_panel.intake.lists import entries, rows_in

        lines = yield from aside(partial(entries, listed.name, listed.sheet, listed.mapping))
        self._total += len(lines)
        taking = rows_in(self._do, self._session.read, listed.name, lines)
        try:
            for arrived in taking:
                self.results.append(arrived)
                self._read += 1
                yield self._step()
        finally:
            taking.close()

    def _taken(self, paths: Sequence[Path | Source]) -> Generator[Step, None, None]:
        from smes_panel.intake.arrivals import taking_in

        taking = taking_in(self._do, self._session.read, paths, _PATIENCE_S)
        try:
            for arrived in taking:
                if arrived is not None:
                    self.results.append(arrived)
                    path = Path(arrived.path)
                    self._read += _how_many((path,)) if path.is_dir() else 1
                yield self._step()
        finally:
            taking.close()

    def _step(self) -> Step:
        last = called(self.results[-1].path) if self.results else ""
        # What was counted before is about right: past it, nobody knows how far this is.
        return Step(self._read, self._total if self._read <= self._total else 0, last)

    def _do(self, gesture: Gesture) -> None:
        if not self._session.do(gesture):
            raise Stopped("The refusal was told already.")


def _how_many(paths: Sequence[Path | Source]) -> int:
    # Readers of mails and documents are brought in when something is: the list is there before.
    from smes_panel.intake.sources import how_many

    return how_many(paths)


def called(path: str) -> str:
    """What an item is called on screen: the last part of its path; a message on a server by its folder and number."""
    if not path.startswith("imap://"):
        return Path(path).name
    folder, _, number = path.split("/", 3)[-1].partition(";UIDVALIDITY=")
    return f"{unquote(folder)} · {number.rpartition('=')[2]}" if number else unquote(folder)


def attaching(session: Session, application: str, paths: Sequence[Path]) -> Iterator[object]:
    """Reads files and adds them to the application with this id."""
    from smes_panel.intake.paper import documents

    read = yield from aside(lambda: documents(paths))
    session.do(AttachDocuments(application, read))


def deciding(
    session: Session, bundle: str, answer: BundleAnswer, chosen: Collection[int]
) -> Generator[None, None, str | None]:
    """Reads a mail of several applications anew and settles what it is; returns the key of the first application, empty
    where it is none, None where it was refused.
    """
    from smes_panel.intake.deciding import decision, kept
    from smes_panel.intake.extraction import Reader

    what = kept(session.read, bundle)

    def read() -> Gesture:
        with Reader() as reader:
            return decision(what, answer, chosen, reader)

    gesture = yield from aside(read)
    if not session.do(gesture):
        return None
    return next(iter(session.read.bundle(bundle).applications), "")


def typing_in(
    session: Session, identity: Identity, received: str, note: str, paths: Sequence[Path]
) -> Generator[None, None, str]:
    """Reads what is attached and adds an application on paper; returns its key, empty where it was refused."""
    from smes_panel.intake.paper import documents, typed_in

    # What was typed is looked at first: files are read for nothing where it will not do.
    typed_in(identity, received, note)
    read = yield from aside(lambda: documents(paths))
    incoming = typed_in(identity, received, note, read)
    if not session.do(AddApplication(incoming)):
        return ""
    known = session.read.known_source(incoming.fingerprint)
    return session.read.keys().get(known or "", "")


def files_in(dropped: QMimeData) -> list[Path]:
    """The files and folders of this computer that something dropped names."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
