"""The only modal things. They are passed to the window, so that a test answers them from a script."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.wording import Tongue
from ui.wording import frame as w


class Prompts(Protocol):
    """What the window may ask in a dialog of its own."""

    def dossier_to_open(self, parent: QWidget, tongue: Tongue) -> Path | None:
        """The file that the person chose, or None."""

    def file_to_save(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """Where the person wants a file, `name` proposed and `kinds` as Qt's dialogs take them; or None."""

    def dossier_to_make(self, parent: QWidget, tongue: Tongue, name: str) -> Path | None:
        """Where a new dossier goes, `name` being proposed, or None."""

    def posting_to_read(self, parent: QWidget, tongue: Tongue) -> Path | None:
        """The posting that a new dossier begins with, or None."""

    def folder_for_demonstration(self, parent: QWidget, tongue: Tongue) -> Path | None:
        """The folder in which the demonstration is made, or None."""

    def files_to_take(self, parent: QWidget, title: str, kinds: str) -> list[Path]:
        """The files that the person chose to bring in, perhaps none; `kinds` as Qt's dialogs take them."""

    def folder_to_take(self, parent: QWidget, title: str) -> Path | None:
        """The folder that the person chose to bring in, or None."""

    def open_outside(self, path: Path) -> bool:
        """Hand a file to the program that this computer has for it; False where there is none."""


class Dialogs:
    """The prompts of a real screen."""

    def open_outside(self, path: Path) -> bool:
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def dossier_to_open(self, parent: QWidget, tongue: Tongue) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(parent, tongue(w.OPEN_DOSSIER), "", tongue(w.DOSSIER_FILES))
        return Path(chosen) if chosen else None

    def file_to_save(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(parent, title, name, kinds)
        return Path(chosen) if chosen else None

    def dossier_to_make(self, parent: QWidget, tongue: Tongue, name: str) -> Path | None:
        proposed = str(_home() / f"{fit_name(name)}.smes")
        chosen, _ = QFileDialog.getSaveFileName(parent, tongue(w.MAKE_DOSSIER), proposed, tongue(w.DOSSIER_FILES))
        return Path(chosen).with_suffix(".smes") if chosen else None

    def posting_to_read(self, parent: QWidget, tongue: Tongue) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(parent, tongue(w.CHOOSE_POSTING), str(_home()), tongue(w.POSTING_FILES))
        return Path(chosen) if chosen else None

    def folder_for_demonstration(self, parent: QWidget, tongue: Tongue) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(parent, tongue(w.CHOOSE_FOLDER), str(_home()))
        return Path(chosen) if chosen else None

    def files_to_take(self, parent: QWidget, title: str, kinds: str) -> list[Path]:
        chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(_home()), kinds)
        return [Path(one) for one in chosen]

    def folder_to_take(self, parent: QWidget, title: str) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(parent, title, str(_home()))
        return Path(chosen) if chosen else None


def _home() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def fit_name(name: str) -> str:
    """A title as a file may be called on every system."""
    return re.sub(r"[\\/:*?\"<>|\s\x00-\x1f]+", " ", name).strip(" .")[:80] or "dossier"
