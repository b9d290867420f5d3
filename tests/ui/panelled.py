"""A dossier for the page that rates: three applications, two members, one of whom has handed in all but the last."""

from __future__ import annotations

from pathlib import Path
from random import Random

from smes_panel.dossier import Dossier
from smes_panel.gestures.assessment import HandIn, Rate
from smes_panel.gestures.gesture import Together
from smes_panel.gestures.own import Calibrate
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import FreezeChecklist
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from tests.ui import dossiers

PEOPLE = ("Yasmina Modèle", "Wout Schets", "Fatou Spécimen")
PANEL = (("Maude Jury", Role.CHAIR), ("Dries Comité", Role.MEMBER))
CODES = ("C01", "C03", "C04", "C06", "C07", "C09", "C10", "C12", "C13")
_BY_NUMBER = 0
SECRET = "un avis de collègue qui reste caché"


def made(
    path: Path,
    *,
    panel: bool = True,
    people: bool = True,
    frozen: bool = True,
    rated: bool = True,
    exercised: bool = True,
) -> Path:
    """A dossier of three applications and two members, who did the exercise; the second has handed in all but the last
    of them.
    """
    dossiers.make(path, people=False)
    # Drawn so that both read by number, which the tests of other matters count on.
    with Dossier.open(path, dossiers.PASSPHRASE, chance=Random(_BY_NUMBER).randbytes) as dossier:
        for n, name in enumerate(PEOPLE if people else ()):
            dossier.do(dossiers.application(name, n=n))
        for name, role in PANEL if panel else ():
            dossier.do(AddMember(name, role))
        if frozen:
            dossier.do(FreezeChecklist())
        if panel and exercised:
            exercise(dossier)
        if rated:
            read = dossier.read
            other, keys = read.panel()[1], read.rated_applications(Stage.SCREENING)[:2]
            answer = Answer(RatingState.RATED, 3, SECRET)
            rates = tuple(Rate(other, key, Stage.SCREENING, code, answer) for key in keys for code in CODES)
            dossier.do(Together(rates))
            dossier.do(HandIn(other, Stage.SCREENING, keys))
    return path


def exercise(dossier: Dossier) -> None:
    """Have everybody who rates do the exercise on the fictitious candidate."""
    raters = (one for one in dossier.read.panel() if one.role.rates)
    sure = Answer(RatingState.RATED, 3)
    dossier.do(Together(tuple(Calibrate(one, Stage.SCREENING, code, sure) for one in raters for code in CODES)))
