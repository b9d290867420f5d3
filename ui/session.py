"""The dossier with a Qt voice: do, undo, redo, read; says *changed* and *refused*."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from smes_panel.errors import DiskFull, PanelError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smes_panel.dossier import Dossier
    from smes_panel.gestures.gesture import Gesture
    from smes_panel.model.change import Change
    from smes_panel.model.panel import Member
    from smes_panel.model.vacancy import Stage
    from smes_panel.queries import Queries
    from smes_panel.queries.answers import Version

RETRY_MS = 20_000


class Session(QObject):
    """An open dossier as pages know it. It owns the dossier and closes it; it keeps nothing that the dossier knows."""

    changed = Signal(object)
    """A `Change`: something in the dossier moved. Pages that show it read again."""

    refused = Signal(object)
    """A `PanelError`: a gesture did not happen. The widget that asked reads again and so springs back."""

    seated = Signal()
    """Somebody else is at the screen. What shows a member's own work is made anew."""

    closing = Signal()
    """The file is about to be let go: every window on it drops what came from it."""

    def __init__(self, dossier: Dossier, member: str = "") -> None:
        super().__init__()
        self._dossier, self._member = dossier, member
        self.saved_at = datetime.now(UTC)
        self._leave = dossier.subscribe(self._hear)
        self._windows = 0
        self._waiting: list[Gesture] = []
        self._clock = QTimer(self)
        self._clock.setInterval(RETRY_MS)
        self._clock.timeout.connect(self.try_again)

    @property
    def read(self) -> Queries:
        return self._dossier.read

    def versions(self, member: Member, application: str, stage: Stage, criterion: str) -> tuple[Version, ...]:
        """What one rating of this member's own has been, oldest first."""
        return self._dossier.versions(member, application, stage, criterion)

    @property
    def path(self) -> Path:
        return self._dossier.path

    @property
    def panel(self) -> str:
        """Which recruitment this is: the same in every copy of its file."""
        return self._dossier.panel

    def now(self) -> datetime:
        """The instant, as gestures are dated."""
        return self._dossier.now()

    @property
    def newcomer(self) -> bool:
        return self._dossier.newcomer

    @property
    def member(self) -> Member | None:
        """Who is at the screen; None is the secretary's view, without ratings of one's own."""
        return next((one for one in self.read.panel() if one.id == self._member), None)

    def seat(self, member: str) -> None:
        """Have somebody else at the screen, or nobody."""
        if member != self._member:
            self._member = member
            self._dossier.rise()
            self.seated.emit()

    @property
    def undoable(self) -> Gesture | None:
        return self._dossier.undoable

    @property
    def redoable(self) -> Gesture | None:
        return self._dossier.redoable

    def do(self, gesture: Gesture) -> bool:
        """Carry out a gesture; False where it was refused, which `refused` has then said."""
        if self._waiting:
            # What was asked first is written first: a later answer must not be overtaken by an earlier one.
            self._waiting.append(gesture)
            return self.try_again()
        try:
            self._dossier.do(gesture)
        except DiskFull as full:
            self._waiting.append(gesture)
            self._clock.start()
            self.refused.emit(full)
            return False
        except PanelError as refusal:
            self.refused.emit(refusal)
            return False
        return True

    @property
    def waiting(self) -> int:
        """How many gestures a full disk holds up; they are in memory and tried again by themselves."""
        return len(self._waiting)

    def try_again(self) -> bool:
        """Write what a full disk held up, in the order in which it was asked for."""
        while self._waiting:
            try:
                self._dossier.do(self._waiting[0])
            except DiskFull:
                return False
            except PanelError as refusal:
                self.refused.emit(refusal)
            self._waiting.pop(0)
        self._clock.stop()
        return True

    def undo(self) -> bool:
        if self._waiting:
            self._waiting.pop()
            return True
        return self._through(self._dossier.undo)

    def redo(self) -> bool:
        return self._through(self._dossier.redo)

    def enter(self) -> None:
        """One more window stands on this dossier."""
        self._windows += 1

    def leave(self) -> None:
        """One window less; the last one out locks the door."""
        self._windows -= 1
        if self._windows == 0:
            self.close()

    def close(self) -> None:
        """Say so to every window, then let go of the file."""
        self.closing.emit()
        self.try_again()
        self._clock.stop()
        self._leave()
        self._dossier.close()

    def _through(self, door: Callable[[], Change]) -> bool:
        try:
            door()
        except PanelError as refusal:
            self.refused.emit(refusal)
            return False
        return True

    def _hear(self, change: Change) -> None:
        self.saved_at = datetime.now(UTC)
        self.changed.emit(change)
