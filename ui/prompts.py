"""The only modal things. They are passed to the window, so that a test answers them from a script."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.wording import Tongue
from ui.wording import frame as w


class Prompts(Protocol):
    """What the window may ask in a dialog of its own."""

    def dossier_to_open(self, parent: QWidget, tongue: Tongue) -> Path | None:
        """The file that the person chose, or None."""

    def file_to_save(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """Where the person wants a file, `name` proposed and `kinds` as Qt's dialogs take them; or None."""


class Dialogs:
    """The prompts of a real screen."""

    def dossier_to_open(self, parent: QWidget, tongue: Tongue) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(parent, tongue(w.OPEN_DOSSIER), "", tongue(w.DOSSIER_FILES))
        return Path(chosen) if chosen else None

    def file_to_save(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(parent, title, name, kinds)
        return Path(chosen) if chosen else None
