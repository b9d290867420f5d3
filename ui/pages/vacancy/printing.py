"""The blank checklist as a PDF, put in place whole."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QSaveFile

from smes_panel.errors import PlaceReadOnly
from smes_panel.model.vacancy import Stage
from ui.wording import Tongue, dates

if TYPE_CHECKING:
    from ui.session import Session


def print_checklist(session: Session, tongue: Tongue, path: Path) -> None:
    """Print the blank reading grid, in the language of the window. Raises PlaceReadOnly."""
    from smes_panel.paper.checklist import checklist_pdf
    from smes_panel.paper.facts import Recruitment, sheet_facts

    read = session.read
    shared = Recruitment(
        session.panel, read.vacancy(), read.panel(), read.answers(), len(read.rated_applications(Stage.SCREENING))
    )
    today = dates.here(datetime.now(UTC)).date()
    facts = sheet_facts(
        shared, Stage.SCREENING, read.rated_at(Stage.SCREENING), language=tongue.language, printed_on=today
    )
    file = QSaveFile(str(path))
    if not (file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(checklist_pdf(facts)) >= 0 and file.commit()):
        raise PlaceReadOnly(f"{path.name} cannot be written there. Nothing was printed; choose a folder of yours.")
