"""A file of fourteen criteria, from the passphrase to handing in: three passages and a comment, and no mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smes_panel.dossier import Dossier
from smes_panel.gestures.gesture import Together
from smes_panel.gestures.own import Calibrate
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import FreezeChecklist, Settle
from smes_panel.model.application import DocumentKind
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from tests.ui import dossiers
from tests.ui.conftest import Opener, ctrl, press, settle, type_in
from tests.ui.test_evaluate import AZERTY, QWERTY, Key, Mod, answers, here, send
from tests.ui.test_evidence import CV, LETTER, document, wait
from ui.comforts import Comforts

CODES = tuple(f"C{number:02d}" for number in range(1, 15))
GIVEN = (3, 4, 2, 1, 0, 3, 3, 4, 2, 2, 1, 0, 4, 3)
COMMENT = "À confirmer à l’oral ; 10 ans, œuvre sociale."
MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
}


class Mouse(QObject):
    """Counts what a mouse did."""

    def __init__(self) -> None:
        super().__init__()
        self.moved = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.moved += event.type() in MOUSE
        return super().eventFilter(watched, event)


@pytest.fixture
def mouse(qapp: QApplication) -> Iterator[Mouse]:
    watching = Mouse()
    qapp.installEventFilter(watching)
    yield watching
    qapp.removeEventFilter(watching)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two applications, all fourteen criteria read at the screening, one member who did the exercise."""
    path = dossiers.make(tmp_path / "quatorze.smes", people=False)
    with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
        for number, name in enumerate(("Yasmina Modèle", "Wout Schets")):
            added = dossiers.application(name, n=number)
            papers = (document("cv.pdf", DocumentKind.CV, CV), document("lettre.pdf", DocumentKind.LETTER, LETTER))
            dossier.do(replace(added, incoming=replace(added.incoming, documents=papers)))
        for code in CODES:
            dossier.do(Settle(f"stages.{code}", "dossier"))
        dossier.do(AddMember("Maude Jury", Role.CHAIR))
        dossier.do(FreezeChecklist())
        (maude,) = dossier.read.panel()
        sure = Answer(RatingState.RATED, 3)
        dossier.do(Together(tuple(Calibrate(maude, Stage.SCREENING, code, sure) for code in CODES)))
        Comforts().sits(dossier.panel, maude.id)
    return path


@pytest.mark.parametrize("keyboard", [QWERTY, AZERTY], ids=["qwerty", "azerty"])
def test_fourteen_criteria_three_passages_and_a_comment_from_the_passphrase_to_handing_in(
    open_window: Opener, path: Path, qtbot: QtBot, mouse: Mouse, keyboard: dict[int, tuple[Key, str, Mod]]
) -> None:
    window = open_window(path)
    type_in(dossiers.PASSPHRASE)
    press(Key.Key_Return)
    ctrl(Key.Key_4)
    settle()
    wait(window, qtbot)
    first, code = here(window)
    assert code == "C01"
    for number, level in enumerate(GIVEN):
        assert here(window) == (first, CODES[number])
        send(*keyboard[level])
        if number == 0:
            for _ in range(3):
                press(Key.Key_Down, Mod.AltModifier)
            press(Key.Key_E)
            press(Key.Key_Down, Mod.AltModifier)
            press(Key.Key_E)
        if number == 7:
            press(Key.Key_D)
            wait(window, qtbot)
            press(Key.Key_Down, Mod.AltModifier)
            press(Key.Key_Down, Mod.AltModifier)
            press(Key.Key_E)
        if number == 13:
            press(Key.Key_C)
            type_in(COMMENT)
        else:
            press(Key.Key_Space)
    press(Key.Key_Return, Mod.ControlModifier)
    given = answers(window, first)
    assert {code: [one.words for one in given[code].passages] for code in CODES if given[code].passages} == {
        "C01": ["Coordination de 34 services à Bruxelles", "Six journées d’étude"],
        "C08": ["Je coordonne un réseau depuis 2018."],
    }
    assert [given[code].level or 0 for code in CODES] == list(GIVEN)
    assert [given[code].state for code in CODES if not given[code].level] == [RatingState.NOT_ASSESSABLE] * 2
    assert given["C14"].comment == COMMENT
    session = window.session
    assert session is not None
    assert session.member is not None
    read = session.read
    assert read.handed_in_at(session.member, read.application_id(first), Stage.SCREENING) is not None
    assert here(window)[0] != first
    assert mouse.moved == 0
    assert QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
