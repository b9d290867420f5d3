"""The life of the letters in the window, by real keys: ready, released, printed, drafted, sent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt

from smes_panel.dossier import Dossier
from smes_panel.model.closing import Act
from smes_panel.model.decision import LetterKind, LetterState
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from smes_panel.signoff import acts, signature
from tests.ui import scenes
from tests.ui.conftest import Opener, ctrl, press, settle, type_in
from ui.comforts import Comforts
from ui.pages.letters import Letters
from ui.window import Window

SCREENING = Act(Stage.SCREENING)
KIND = LetterKind.REFUSAL_SCREENING
Sitting = Callable[..., Window]


@pytest.fixture
def sitting(open_window: Opener, stage: Path, tmp_path: Path) -> Sitting:
    """The page of letters on the finished dossier, its shortlist closed and signed where asked."""

    def sat(*files: Path, signed: bool = True) -> Window:
        path = Path(copyfile(stage / scenes.FINISHED, tmp_path / "lettres.smes"))
        with Dossier.open(path, scenes.PHRASE) as dossier:
            chair = next(one for one in dossier.read.panel() if one.role is Role.CHAIR)
            acts.close(dossier, SCREENING, chair)
            if signed:
                dossier.do(signature.on_paper(dossier, SCREENING, b"%PDF-1.4", "Dominique Direction"))
            Comforts().sits(dossier.panel, chair.id)
            Comforts().looked_at(dossier.panel, "letters")
        window = open_window(path, *files)
        type_in(scenes.PHRASE)
        press(Qt.Key.Key_Return)
        settle()
        page(window)._stage(0)
        page(window).reach("application", "K-02")
        return window

    return sat


def page(window: Window) -> Letters:
    assert isinstance(window.page, Letters)
    return window.page


def state(window: Window, key: str = "K-02") -> LetterState:
    assert window.session is not None
    read = window.session.read
    return read.letter(read.application_id(key), KIND).state


def test_a_letter_is_marked_ready_by_key_taken_back_and_released(sitting: Sitting) -> None:
    window = sitting()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert state(window) is LetterState.READY
    page(window).person.taken_back.emit()
    assert state(window) is LetterState.DRAFT
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page(window).person.released.emit()
    assert state(window) is LetterState.RELEASED
    assert window.session is not None
    assert window.session.undoable is None or type(window.session.undoable).__name__ != "Release"


def test_marking_ready_is_undone(sitting: Sitting) -> None:
    window = sitting()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ctrl(Qt.Key.Key_Z)
    assert state(window) is LetterState.DRAFT


def test_without_the_signature_nothing_that_waits_for_it_is_released(sitting: Sitting) -> None:
    window = sitting(signed=False)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page(window).person.released.emit()
    assert state(window) is LetterState.READY


def test_all_of_a_kind_go_on_together_and_leave_as_drafts_that_a_person_says_were_sent(
    sitting: Sitting, tmp_path: Path
) -> None:
    folder = tmp_path / "brouillons"
    window = sitting(folder)
    here = page(window)
    here._narrow(KIND)
    for wanted in (LetterState.READY, LetterState.RELEASED):
        here.people.advance.click()
        settle()
        assert {state(window, one.application.key) for one in here._listed()} == {wanted}
    here.people.drafts.click()
    settle()
    drafts = sorted(path.name for path in folder.glob("*.eml"))
    assert "K-02-refusal-screening.eml" in drafts
    here.reach("application", "K-02")
    here.person.sent.emit()
    assert state(window) is LetterState.SENT


def test_a_released_letter_that_is_put_in_a_folder_is_printed(sitting: Sitting, tmp_path: Path) -> None:
    folder = tmp_path / "papier"
    folder.mkdir()
    window = sitting(folder)
    here = page(window)
    here._narrow(KIND)
    for _step in range(2):
        here.people.advance.click()
        settle()
    (folder / "K-02-refusal-screening.pdf").write_bytes(b"%PDF-1.4 as the press made it")
    here.life.printed(folder, here.dated)
    assert (state(window), state(window, "K-03")) == (LetterState.PRINTED, LetterState.RELEASED)
