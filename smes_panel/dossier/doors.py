"""The doors of a dossier: `do` for the person, `receive` for colleagues, `changed` out. Nothing writes outside them."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from smes_panel import paths
from smes_panel.dossier import file
from smes_panel.dossier.folding import Folding, joined
from smes_panel.dossier.undoing import Put, about, taken_back
from smes_panel.engine import Database, EngineError, disconnect, rekey, translated, writing
from smes_panel.errors import NothingOfYours, NothingToUndo, PanelError
from smes_panel.fold import folded
from smes_panel.gestures.gesture import Gesture
from smes_panel.journal.device import Device, Mark, Marks, heads, known, marked, started
from smes_panel.journal.entry import Entry, Header
from smes_panel.journal.log import BodyKey, Log
from smes_panel.model.change import Change, RowChange, Stroke
from smes_panel.model.panel import Member
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.queries.answers import Version
from smes_panel.queries.assessments import answer
from smes_panel.schema import FOLD, TABLES
from smes_panel.store import Pen, Store

Chance = Callable[[int], bytes]
Clock = Callable[[], datetime]
_FROZEN = ("vacancy", "criterion", "answer")


def now() -> datetime:
    """The wall clock, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the undo stack: the gesture that was made and what it moved. In memory only, gone with the window."""

    gesture: Gesture
    change: Change


class Dossier:
    """One recruitment, open. `newcomer` is true where this laptop is not one that this file knows: it then writes a
    stream of its own.

    `chance` and `clock` are given, so that tests can repeat a life of a dossier exactly.
    """

    def __init__(self, path: Path, db: Database, chance: Chance, clock: Clock, home: Path) -> None:
        self.path = path
        self._db, self._chance, self._clock = db, chance, clock
        with translated(path):
            self.panel = file.meta(db, "panel", path)
            self._marks = Marks(home, self.panel)
            self._device: Device | None = known(db, self._marks)
            self.newcomer = self._device is None and bool(db.execute("SELECT count(*) FROM device").fetchone()[0])
            self._log = Log(db, self.panel, chance, clock)
            self._store = Store(db, path)
            self._folding = Folding(db, self.panel, self._log, self._store)
            if file.number(db, "fold", path) != FOLD:
                with writing(db):
                    self._folding.rebuild()
                    db.execute("UPDATE meta SET value = ? WHERE name = 'fold'", [str(FOLD)])
        self.read = Queries(db, path)
        self._signing: tuple[Device, Mark | None] | None = None
        self._durable = False
        self._listeners: list[Callable[[Change], None]] = []
        self._done: list[Step] = []
        self._undone: list[Step] = []

    # Opening and closing

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        *,
        chance: Chance = secrets.token_bytes,
        clock: Clock = now,
        home: Path | None = None,
    ) -> Dossier:
        """A new, empty dossier at `path`, open. Raises FileExists, PlaceReadOnly, DiskFull, BadInput."""
        file.made(path, passphrase, chance(16).hex())
        return cls.open(path, passphrase, chance=chance, clock=clock, home=home)

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str,
        *,
        chance: Chance = secrets.token_bytes,
        clock: Clock = now,
        home: Path | None = None,
    ) -> Dossier:
        """The dossier at `path`. Raises one PanelError per thing that can be the matter; the file is then as it was."""
        db = file.opened(path, passphrase)
        try:
            return cls(path, db, chance, clock, home or paths.laptop())
        except BaseException:
            disconnect(db)
            raise

    def close(self) -> None:
        """Lets go of the file. Everything done is on the disk already."""
        self._done.clear()
        self._undone.clear()
        disconnect(self._db)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # The doors in

    def do(self, gesture: Gesture) -> Change:
        """Carries out one gesture: everything it moves is on the disk when this returns, or it refused and nothing
        moved.
        """
        with self._transaction():
            pen = self._pen()
            gesture.make(pen, self.read)
            change = self._recorded(gesture.label, pen.rows())
        if change:
            self._remember(gesture, change)
        return self._told(change)

    def undo(self) -> Change:
        """Takes the last gesture back, as far as nobody else has written since. Raises NothingToUndo,
        NothingOfYours.
        """
        return self._back(self._done, self._undone, "Undo")

    def redo(self) -> Change:
        """Does again what was last undone, under the same condition."""
        return self._back(self._undone, self._done, "Redo")

    def receive(self, entries: Iterable[Entry], keys: Iterable[BodyKey] = ()) -> Change:
        """Takes in colleagues' entries and keys, in any order and any number of times; exactly what moved here."""
        with self._transaction():
            rows = self._folding.refold(self._log.take_in(entries, keys, self._folding.erased()))
            change = Change("Receive", tuple(rows))
        if change.touches("erasure"):
            self._done.clear()
            self._undone.clear()
        self._freeze(change)
        return self._told(change)

    # The door out

    def subscribe(self, changed: Callable[[Change], None]) -> Callable[[], None]:
        """Calls `changed` with every change from now on; the answer ends that."""
        self._listeners.append(changed)
        return lambda: self._listeners.remove(changed)

    def now(self) -> datetime:
        """The instant, as gestures are dated."""
        return self._clock()

    @property
    def undoable(self) -> Gesture | None:
        """The gesture that `undo` would take back."""
        return self._done[-1].gesture if self._done else None

    @property
    def redoable(self) -> Gesture | None:
        """The gesture that `redo` would do again."""
        return self._undone[-1].gesture if self._undone else None

    def history(self) -> Iterator[Header]:
        """Who did what and when, oldest first: the headers of the journal, which hold no content."""
        with translated(self.path):
            yield from self._log.history()

    def versions(self, member: Member, application: str, stage: Stage, criterion: str) -> tuple[Version, ...]:
        """The history of one of this member's own ratings on this laptop, oldest first, for that member alone: drafts
        never travel, so there is none of anybody else's.
        """
        row = ("draft", (application, member.id, stage.value, criterion))
        with translated(self.path):
            writings, headers = self._log.writings(row), self._log.dated(row)
            rows = [folded(TABLES["draft"], writings[: place + 1]).row for place in range(len(writings))]
        return tuple(
            Version(datetime.fromisoformat(header.at), header.gesture, None if cells is None else answer(cells))
            for header, cells in zip(headers, rows, strict=True)
        )

    def outgoing(self) -> tuple[list[Entry], list[BodyKey]]:
        """What may travel: the entries of the shared streams and the keys that open their bodies."""
        with translated(self.path):
            return self._log.outgoing(), self._log.keys()

    # The file

    def back_up(self, path: Path, going_on: Callable[[], bool] | None = None) -> None:
        """A whole copy at `path`, under the same passphrase. Opened later, it starts a stream of its own."""
        file.copy(self._db, path, going_on)
        # The next gesture here makes the copy an old one, and a power cut after it must not make that forgotten.
        self._durable = False

    def change_passphrase(self, passphrase: str) -> None:
        """Encrypts the file under another passphrase, wholly or not at all. Copies keep the one they have."""
        with translated(self.path):
            rekey(self._db, passphrase)

    def check(self) -> Iterator[str]:
        """Everything that is wrong, one line each: damaged pages, altered or missing entries, rows that the journal
        does not say.
        """
        try:
            for (page,) in self._db.execute("PRAGMA cipher_integrity_check").fetchall():
                yield f"damaged page: {page}"
            for (line,) in self._db.execute("PRAGMA integrity_check").fetchall():
                if line != "ok":
                    yield f"damaged structure: {line}"
            yield from self._log.problems(self._folding.erased())
            yield from self._folding.problems(marked(self._db, self._marks))
        except EngineError as error:
            yield f"the rest could not be read: {error}"

    # Inside

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        device, self._signing = self._device, None
        try:
            with translated(self.path), writing(self._db):
                yield
                self._move_mark()
        except BaseException:
            if not self._stood():
                self._device = device
                self._put_mark_back()
            raise
        self._durable |= self._signing is not None

    def _move_mark(self) -> None:
        """Just before the commit: a crash between the two makes this laptop a newcomer, never a fork."""
        writer, mark = self._signing or (None, None)
        if writer is not None and mark is not None:
            after = Mark(mark.key, heads(self._db, writer.id))
            self._marks.write(writer.id, after, durable=not self._durable)

    def _stood(self) -> bool:
        """Whether what was interrupted is on the disk all the same: Ctrl+C may come just after the commit."""
        writer, mark = self._signing or (None, None)
        try:
            return writer is not None and mark is not None and heads(self._db, writer.id) != mark.heads
        except EngineError:
            return False

    def _put_mark_back(self) -> None:
        if self._signing is not None:
            writer, mark = self._signing
            # What stopped the gesture is what the person has to hear of.
            with suppress(OSError, PanelError):
                if writer != self._device:
                    self._marks.forget(writer.id)
                elif mark is not None:
                    self._marks.write(writer.id, mark, durable=False)

    def _pen(self) -> Pen:
        return Pen(self._store, self.panel, self._clock(), self._chance, self._log.key_about, lambda: self._me().id)

    def _me(self) -> Device:
        """This laptop, made known to the file at its first write, and again where its stream went on in a copy."""
        if self._signing is None:
            mark = None if self._device is None else self._marks.read(self._device.id)
            if self._device is None or mark is None or mark.heads != heads(self._db, self._device.id):
                self._device = started(self._db, self._marks, self._chance)
                mark = self._marks.read(self._device.id)
            self._signing = self._device, mark
        return self._signing[0]

    def _recorded(self, label: str, rows: Sequence[RowChange]) -> Change:
        """The entries of these rows, one per applicant and stream, and what follows from them, in the same
        transaction.
        """
        grouped: dict[tuple[str, str | None], list[Stroke]] = {}
        for row in rows:
            table = TABLES[row.table]
            applicant = row.key[table.key.index(table.applicant)] if table.applicant else None
            grouped.setdefault((table.stream, applicant), []).append(row.stroke())
        for (stream, applicant), strokes in grouped.items():
            self._log.append(self._me(), label, stream, applicant, strokes)
        return Change(label, tuple(joined([*rows, *self._folding.follow(rows)])))

    def _freeze(self, change: Change) -> None:
        """Once the checklist is frozen, what was settled before is changed with a reason and no longer taken back."""
        if change.touches("freeze"):
            self._done = [step for step in self._done if not step.change.touches(*_FROZEN)]
            self._undone = [step for step in self._undone if not step.change.touches(*_FROZEN)]

    def _remember(self, gesture: Gesture, change: Change) -> None:
        self._undone.clear()
        self._freeze(change)
        if change.touches("erasure", "closing"):
            # The stacks are the last place that remembers an erased name; and what was closed is reopened, not undone.
            self._done.clear()
        elif gesture.undoable:
            self._done.append(Step(gesture.remembered(), change))
        else:
            settled = about(change)
            self._done = [step for step in self._done if not about(step.change) & settled]

    def _back(self, stack: list[Step], other: list[Step], label: str) -> Change:
        if not stack:
            raise NothingToUndo(
                "There is nothing of this session to take back." if label == "Undo" else "There is nothing to do again."
            )
        step = stack[-1]
        with self._transaction():
            puts, partly = taken_back(step.change, self._me().id, self._store, self._folding)
            change = self._put(label, puts)
            if not change:
                stack.pop()
                raise NothingOfYours("Somebody else has changed this since; it was left as it is now.")
        stack.pop()
        change = Change(label, change.rows, partly)
        other.append(Step(step.gesture, change))
        return self._told(change)

    def _put(self, label: str, puts: Sequence[Put]) -> Change:
        moved = [self._store.write(table, key, columns) for table, key, columns in puts]
        return self._recorded(label, [row for row in moved if row is not None])

    def _told(self, change: Change) -> Change:
        if change:
            for listener in tuple(self._listeners):
                listener(change)
        return change
