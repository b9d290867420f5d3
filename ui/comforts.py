"""The user's comforts, outside every dossier: language, colours, text size, window, recent paths."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from smes_panel.model.words import Language
from ui.theme import MODES, SCALES, Mode

_RECENT = 8
_CONFIG = QStandardPaths.StandardLocation.GenericConfigLocation


class Comforts:
    """Read when asked, written when set. A value that makes no sense is taken for unset."""

    def __init__(self) -> None:
        # Qt's own folder for settings: asking the core for its folder costs the first screen a tenth of its time.
        chosen = os.environ.get("SMES_PANEL_HOME")
        place = Path(chosen or QStandardPaths.writableLocation(_CONFIG) + "/smes-panel")
        self._kept = QSettings(str(place / "comforts.ini"), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language:
        said = self._kept.value("language", Language.FR.value)
        return Language(said) if isinstance(said, str) and said in set(Language) else Language.FR

    @language.setter
    def language(self, chosen: Language) -> None:
        self._kept.setValue("language", chosen.value)

    @property
    def mode(self) -> Mode:
        said = self._kept.value("colours", "system")
        return said if said in MODES else "system"

    @mode.setter
    def mode(self, chosen: Mode) -> None:
        self._kept.setValue("colours", chosen)

    @property
    def scale(self) -> int:
        said = str(self._kept.value("text_size", SCALES[0]))
        return int(said) if said.isdecimal() and int(said) in SCALES else SCALES[0]

    @scale.setter
    def scale(self, chosen: int) -> None:
        self._kept.setValue("text_size", chosen)

    @property
    def geometry(self) -> QByteArray:
        said = self._kept.value("window")
        return said if isinstance(said, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, shape: QByteArray) -> None:
        self._kept.setValue("window", shape)

    def recent(self) -> tuple[tuple[Path, date | None], ...]:
        """The dossiers opened last, latest first, each with the day."""
        found = []
        for line in self._lines():
            day, _, path = line.partition(" ")
            try:
                found.append((Path(path), date.fromisoformat(day)))
            except ValueError:
                continue
        return tuple(found)

    def opened(self, path: Path, day: date) -> None:
        """Remember that a dossier was opened: where it lies and when, never what is in it."""
        lines = [line for line in self._lines() if line.partition(" ")[2] != str(path)]
        self._kept.setValue("recent", [f"{day.isoformat()} {path}", *lines][:_RECENT])

    def member(self, panel: str) -> str:
        """Who of a panel uses this laptop, by id; empty where nobody was chosen or nobody rates."""
        said = self._kept.value(f"dossiers/{panel}/member", "")
        return said if isinstance(said, str) else ""

    def sits(self, panel: str, member: str) -> None:
        """Remember who of a panel uses this laptop."""
        self._kept.setValue(f"dossiers/{panel}/member", member)

    def asks(self, panel: str) -> bool | None:
        """Whether to ask at each unlocking who is at the screen; None where it was never said."""
        said = str(self._kept.value(f"dossiers/{panel}/shared", ""))
        return {"yes": True, "no": False}.get(said)

    def share(self, panel: str, *, shared: bool) -> None:
        """Remember whether several members share this laptop."""
        self._kept.setValue(f"dossiers/{panel}/shared", "yes" if shared else "no")

    def page(self, panel: str) -> str:
        """The page that was looked at last in a dossier: its name and nothing of what was on it."""
        said = self._kept.value(f"dossiers/{panel}/page", "")
        return said if isinstance(said, str) else ""

    def looked_at(self, panel: str, page: str) -> None:
        """Remember on which page one was."""
        self._kept.setValue(f"dossiers/{panel}/page", page)

    @property
    def mailbox(self) -> tuple[str, str, str, bool, bool]:
        """The mailbox that was visited last: its server, user and folder, whether by STARTTLS, whether the
        system was asked to keep its password. Never the password itself.
        """
        server, user, folder = (str(self._kept.value(f"mailbox/{part}", "")) for part in ("server", "user", "folder"))
        starttls, kept = (self._kept.value(f"mailbox/{part}", "") == "yes" for part in ("starttls", "kept"))
        return server, user, folder, starttls, kept

    @mailbox.setter
    def mailbox(self, visited: tuple[str, str, str, bool, bool]) -> None:
        for part, said in zip(("server", "user", "folder"), visited[:3], strict=True):
            self._kept.setValue(f"mailbox/{part}", said)
        for part, holds in zip(("starttls", "kept"), visited[3:], strict=True):
            self._kept.setValue(f"mailbox/{part}", "yes" if holds else "no")

    def _lines(self) -> list[str]:
        said = self._kept.value("recent", [])
        lines = [said] if isinstance(said, str) else said
        return [line for line in lines if isinstance(line, str)] if isinstance(lines, list) else []
