"""A small panel that has rated everybody, and a window on what it says together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt

from smes_panel.dossier import Dossier
from smes_panel.gestures.assessment import AttachPassage, HandIn, Rate
from smes_panel.gestures.gesture import Together
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import FreezeChecklist
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.panel import Role
from smes_panel.model.passage import Passage
from smes_panel.model.vacancy import Stage
from tests.ui import conftest as driver
from tests.ui import dossiers
from ui.comforts import Comforts
from ui.pages.compare import Compare
from ui.widgets.label import Label
from ui.widgets.matrix import Matrix
from ui.window import Window

PEOPLE = ("Yasmina Modèle", "Wout Schets", "Fatou Spécimen", "Nel Denkbeeldig")
PANEL = (("Maude Jury", Role.CHAIR), ("Dries Comité", Role.MEMBER), ("Sofia Lectrice", Role.MEMBER))
# One digit a criterion: 0 cannot be assessed, a dot is not rated.
GRIDS = (
    ("433214321", "423213321", "443212321"),
    ("111111111", "131111111", "111111111"),
    ("2222.2222", "2322.2222", "2222.2222"),
    ("030404040", "040303030", "010303030"),
)


def answered(sign: str) -> Answer:
    if sign == "0":
        return Answer(RatingState.NOT_ASSESSABLE)
    return Answer() if sign == "." else Answer(RatingState.RATED, int(sign), f"vu {sign}")


@pytest.fixture(scope="module")
def rated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier in which everybody but the last member has handed in, and that member all but one."""
    path = dossiers.make(tmp_path_factory.mktemp("compare") / "essai.smes", people=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMES_PANEL_HOME", str(tmp_path_factory.mktemp("maker")))
        with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
            for n, name in enumerate(PEOPLE):
                dossier.do(dossiers.application(name, n=n))
            for name, role in PANEL:
                dossier.do(AddMember(name, role))
            dossier.do(FreezeChecklist())
            codes = [one.code for one in dossier.read.rated_at(Stage.SCREENING)]
            members, keys = dossier.read.panel(), dossier.read.rated_applications(Stage.SCREENING)
            dossier.do(
                Together(
                    tuple(
                        Rate(member, key, Stage.SCREENING, code, answered(sign))
                        for key, grids in zip(keys, GRIDS, strict=True)
                        for member, grid in zip(members, grids, strict=True)
                        for code, sign in zip(codes, grid, strict=True)
                        if sign != "."
                    )
                )
            )
            document = dossier.read.documents(keys[3])[0]
            passage = Passage(document.sha256, 2, "trois ans de coordination fictive")
            dossier.do(AttachPassage(members[1], keys[3], Stage.SCREENING, "C03", passage))
            dossier.do(HandIn(members[0], Stage.SCREENING, keys))
            dossier.do(HandIn(members[1], Stage.SCREENING, keys))
            dossier.do(HandIn(members[2], Stage.SCREENING, keys[:3]))
    return path


Sitting = Callable[..., Window]


@pytest.fixture
def sitting(open_window: Callable[..., Window], rated: Path, tmp_path: Path) -> Sitting:
    """A window on a copy of the dossier, on the compare page, with somebody at the screen."""

    def sat(name: str = "Maude Jury", *files: Path, opened: bool = True) -> Window:
        path = Path(copyfile(rated, tmp_path / "comparer.smes"))
        with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
            if opened:
                last = dossier.read.member(PANEL[2][0])
                dossier.do(HandIn(last, Stage.SCREENING, dossier.read.rated_applications(Stage.SCREENING)))
            Comforts().sits(dossier.panel, dossier.read.member(name).id)
            Comforts().looked_at(dossier.panel, "compare")
        window = open_window(path, *files)
        driver.type_in(dossiers.PASSPHRASE)
        driver.press(Qt.Key.Key_Return)
        return window

    return sat


def page(window: Window) -> Compare:
    assert isinstance(window.page, Compare)
    return window.page


def matrix(window: Window) -> Matrix:
    found = page(window).matrix
    assert found is not None
    return found


def keys(window: Window) -> list[str]:
    return [line.key for line in matrix(window).scores.lines]


def said(window: Window) -> list[str]:
    return [label.text() for label in page(window).findChildren(Label) if label.isVisible()]
