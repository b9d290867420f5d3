"""The dossier with a Qt voice: do, undo, redo, read; says *changed* and *refused*."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from smes_panel.errors import PanelError

if TYPE_CHECKING:
    from collections.abc import Callable

    from smes_panel.dossier import Dossier
    from smes_panel.gestures.gesture import Gesture
    from smes_panel.model.change import Change
    from smes_panel.queries import Queries


class Session(QObject):
    """An open dossier as pages know it. It owns the dossier and closes it; it keeps nothing that the dossier knows."""

    changed = Signal(object)
    """A `Change`: something in the dossier moved. Pages that show it read again."""

    refused = Signal(object)
    """A `PanelError`: a gesture did not happen. The widget that asked reads again and so springs back."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self._dossier = dossier
        self.saved_at = datetime.now(UTC)
        self._leave = dossier.subscribe(self._hear)

    @property
    def read(self) -> Queries:
        return self._dossier.read

    @property
    def undoable(self) -> Gesture | None:
        return self._dossier.undoable

    @property
    def redoable(self) -> Gesture | None:
        return self._dossier.redoable

    def do(self, gesture: Gesture) -> bool:
        """Carry out a gesture; False where it was refused, which `refused` has then said."""
        return self._through(lambda: self._dossier.do(gesture))

    def undo(self) -> bool:
        return self._through(self._dossier.undo)

    def redo(self) -> bool:
        return self._through(self._dossier.redo)

    def close(self) -> None:
        """Let go of the file; every page on this session must be gone."""
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
