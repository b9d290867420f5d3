"""Makes the dossier of a released format that `tests/files/` keeps: `python -m tests.core.released`, once per release.

It is small and fictitious, and every kind of row but a rating not yet opened is in it.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from smes_panel.dossier import Dossier
from smes_panel.gestures.applications import AddApplication, Erase
from smes_panel.gestures.assessment import HandIn
from smes_panel.gestures.decision import Decide, FillField
from smes_panel.model.decision import Outcome
from smes_panel.model.vacancy import Stage
from smes_panel.schema import FORMAT
from tests.core.panels import Chance, Clock, candidate, screened

FILES = Path(__file__).resolve().parents[1] / "files"
PASSPHRASE = "une phrase fictive de 2022"


def make(path: Path) -> None:
    """Two applications read by two members and opened, one invited, a third erased."""
    home = Path(tempfile.mkdtemp())
    with Dossier.create(path, PASSPHRASE, chance=Chance(1), clock=Clock(), home=home) as dossier:
        applications = screened(dossier, comment="vu par ")
        third = dossier.do(AddApplication(candidate(3)))
        dossier.do(Erase(next(row.key[0] for row in third.rows if row.table == "application")))
        dossier.do(HandIn(dossier.read.panel()[1], Stage.SCREENING, tuple(applications)))
        dossier.do(Decide(applications[0], Stage.SCREENING, Outcome.INVITED))
        dossier.do(FillField(applications[0], Stage.SCREENING, "name", "Yasmina Modèle"))
    shutil.rmtree(home)


if __name__ == "__main__":
    make(FILES / f"format-{FORMAT}.smes")
