"""The blank checklist as a PDF, put in place whole."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QSaveFile

from smes_panel.errors import PlaceReadOnly
from ui.wording import Tongue, dates

if TYPE_CHECKING:
    from ui.session import Session


def print_checklist(session: Session, tongue: Tongue, path: Path) -> None:
    """Print the blank reading grid, in the language of the window. Raises PlaceReadOnly."""
    from smes_panel.prints import checklist

    made = checklist(session, dates.here(datetime.now(UTC)).date(), tongue.language).make()
    file = QSaveFile(str(path))
    if not (file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(made) >= 0 and file.commit()):
        raise PlaceReadOnly(f"{path.name} cannot be written there. Nothing was printed; choose a folder of yours.")
