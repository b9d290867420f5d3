"""What one sees alone in Evaluate, by keys: notes, earlier answers, remarks, notes as given, the exercise, drift."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smes_panel.dossier import Dossier
from smes_panel.gestures.applications import AddApplication
from smes_panel.gestures.assessment import Rate
from smes_panel.gestures.gesture import Together
from smes_panel.gestures.own import Jot
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.panel import Member
from smes_panel.model.vacancy import Stage
from tests.ui import dossiers
from tests.ui.conftest import Opener, ctrl, focused, press, settle, type_in
from tests.ui.panelled import CODES, made
from ui.comforts import Comforts
from ui.pages.evaluate import Evaluate
from ui.pages.evaluate.calibration import Exercise
from ui.pages.evaluate.guard import PAUSE_MS, Guard
from ui.session import Session
from ui.widgets.label import Elided, Label
from ui.widgets.pad import Pad
from ui.window import Window

Key = Qt.Key
SCREENING = Stage.SCREENING
Sitting = Callable[..., Window]


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMES_PANEL_HOME", str(tmp_path_factory.mktemp("maker")))
        return made(tmp_path_factory.mktemp("own") / "prêt.smes")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMES_PANEL_HOME", str(tmp_path_factory.mktemp("maker")))
        return made(tmp_path_factory.mktemp("own") / "neuf.smes", exercised=False, frozen=False, rated=False)


@pytest.fixture
def sitting(open_window: Opener, ready: Path, tmp_path: Path) -> Sitting:
    """A window on a copy of a dossier, on the evaluate page, with the chair at the screen."""

    def sat(path: Path = ready, before: Callable[[Dossier, Member], object] | None = None) -> Window:
        copied = Path(copyfile(path, tmp_path / "à moi.smes"))
        with Dossier.open(copied, dossiers.PASSPHRASE) as dossier:
            member = dossier.read.panel()[0]
            Comforts().sits(dossier.panel, member.id)
            Comforts().share(dossier.panel, shared=False)
            if before is not None:
                before(dossier, member)
        window = open_window(copied)
        window.unlock(copied, dossiers.PASSPHRASE)
        settle()
        window.go("evaluate")
        settle()
        return window

    return sat


def page(window: Window) -> Evaluate:
    assert isinstance(window.page, Evaluate)
    return window.page


def session(window: Window) -> Session:
    assert window.session is not None
    return window.session


def notes(window: Window, key: str = "K-01") -> str:
    read = session(window).read
    return read.scratchpad(read.panel()[0], read.application_id(key))


def said(widget: QWidget) -> list[str]:
    found = [one.text() for one in widget.findChildren(Label) if one.isVisible() and not isinstance(one, Elided)]
    return found + [one.said() for one in widget.findChildren(Elided) if one.isVisible()]


def heard(window: Window, words: str) -> bool:
    """Whether these words are to be read on the page, whatever keeps their spaces together."""
    return any(words in one.replace("\u00a0", " ") for one in said(page(window)))


def paused() -> None:
    QTest.qWait(PAUSE_MS + 60)
    settle()


def test_private_notes_are_written_by_key_kept_on_leaving_and_said_to_be_personal_data(sitting: Sitting) -> None:
    window = sitting()
    press(Key.Key_B)
    assert isinstance(focused(), Pad)
    assert heard(window, "une demande d’accès peut les montrer")
    type_in("À rappeler : « lundi » ;")
    press(Key.Key_Return)
    type_in("deux lignes")
    press(Key.Key_Escape)
    assert notes(window) == "À rappeler : « lundi » ;\ndeux lignes"
    assert page(window)._pane() == "checklist"
    press(Key.Key_3)
    assert session(window).read.sheet(session(window).read.panel()[0], page(window).place.application, SCREENING).gaps[
        :1
    ] == ("C03",)
    press(Key.Key_N)
    assert heard(window, "Notes privées")
    press(Key.Key_B)
    assert not heard(window, "Notes privées")
    ctrl(Key.Key_Z)
    ctrl(Key.Key_Z)
    assert notes(window) == ""


def test_half_typed_notes_outlive_the_lock_and_a_rebuilt_window(sitting: Sitting) -> None:
    window = sitting()
    press(Key.Key_B)
    type_in("à moitié")
    ctrl(Key.Key_3)
    assert notes(window) == "à moitié"
    ctrl(Key.Key_4)
    settle()
    assert heard(window, "Notes privées")
    press(Key.Key_N)
    press(Key.Key_B)
    press(Key.Key_B)
    type_in("autre")
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (notes(window), notes(window, "K-02")) == ("à moitié", "autre")


def test_earlier_answers_of_the_open_criterion_stand_with_their_time_the_latest_first(sitting: Sitting) -> None:
    window = sitting()
    press(Key.Key_H)
    assert heard(window, "Vous n’avez pas encore répondu à ce critère.")
    press(Key.Key_2)
    press(Key.Key_4)
    ctrl(Key.Key_Z)
    lines = [line.split(": ", 1)[1] for line in said(page(window)) if ": 2" in line or ": 4" in line]
    assert [line for line in lines if line[0] in "24"] == ["2 En partie, annulation", "4 Très solide", "2 En partie"]
    assert focused() is page(window).grid.list.opened.scale  # type: ignore[union-attr]
    press(Key.Key_Down)
    assert heard(window, "Vous n’avez pas encore répondu à ce critère.")
    press(Key.Key_Escape)
    assert not heard(window, "vos réponses")


def test_a_word_on_a_protected_criterion_is_remarked_after_a_pause_and_put_away_for_this_text(sitting: Sitting) -> None:
    window = sitting()
    press(Key.Key_C)
    type_in("Trop jeune")
    assert not heard(window, "peut évoquer")
    paused()
    assert heard(window, "« jeune » peut évoquer l’âge. Décrivez l’expérience")
    press(Key.Key_Tab)
    press(Key.Key_Space)
    assert not heard(window, "peut évoquer")
    type_in(", un accent")
    paused()
    assert heard(window, "« accent » peut évoquer la langue ou l’accent")
    press(Key.Key_Return)
    read = session(window).read
    answer = read.sheet(read.panel()[0], page(window).place.application, SCREENING).answers["C01"]
    assert answer.comment == "Trop jeune, un accent"
    press(Key.Key_W)
    assert not heard(window, "peut évoquer")
    press(Key.Key_Down)
    press(Key.Key_Up)
    assert not heard(window, "peut évoquer")
    assert session(window).undoable is not None


def test_a_remark_on_words_is_made_of_private_notes_too(sitting: Sitting) -> None:
    window = sitting()
    press(Key.Key_B)
    type_in("zwanger")
    paused()
    assert heard(window, "« zwanger » peut évoquer la grossesse")
    pad = focused()
    assert isinstance(pad, Pad)
    assert pad.findChild(Guard) is not None
    press(Key.Key_Escape)
    assert notes(window) == "zwanger"


def test_the_notes_as_the_person_would_read_them_take_the_place_of_the_checklist(sitting: Sitting) -> None:
    def before(dossier: Dossier, member: Member) -> None:
        one = next(iter(dossier.read.keys()))
        dossier.do(Rate(member, one, SCREENING, "C01", Answer(RatingState.RATED, 3, "Vu avec Dries.")))
        dossier.do(Jot(member, one, "à rappeler"))

    window = sitting(before=before)
    press(Key.Key_V)
    assert heard(window, "RGPD, article 15")
    told = said(page(window))
    assert [one for one in told if one in ("Vu avec █████.", "à rappeler", "3 Clairement")] == [
        "3 Clairement", "Vu avec █████.", "à rappeler",
    ]  # fmt: skip
    assert not any("Dries" in one for one in told)
    press(Key.Key_4)
    press(Key.Key_Backspace)
    read = session(window).read
    member, one = read.panel()[0], page(window).place.application
    assert read.sheet(member, one, SCREENING).answers["C01"].level == 3
    press(Key.Key_N)
    assert heard(window, "Vous n’avez encore rien écrit sur cette personne.")
    press(Key.Key_V)
    press(Key.Key_4)
    assert read.sheet(member, page(window).place.application, SCREENING).answers["C01"].level == 4


def test_the_exercise_comes_first_by_keys_counts_nowhere_and_ends_at_the_anchors(sitting: Sitting, fresh: Path) -> None:
    window = sitting(fresh)
    exercise = page(window).body.shown()
    assert isinstance(exercise, Exercise)
    assert heard(window, "Rien ne compte")
    read = session(window).read
    member = read.panel()[0]
    for place, _code in enumerate(CODES):
        press(Key(Key.Key_1 + place % 4))
        press(Key.Key_Space)
    assert read.is_calibrated(member, SCREENING)
    assert read.ratings(member) == ()
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert heard(window, f"version {read.anchors_version(SCREENING)}")
    assert heard(window, "Votre réponse : 1 Pas montré")
    assert heard(window, "1 Pas montré : Sujet non abordé")
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert heard(window, "Prêt·e à lire ?")
    press(Key.Key_Space)
    assert page(window)._pane() == "checklist"
    assert read.sheet(member, page(window).place.application, SCREENING).gaps == CODES


def test_the_exercise_goes_on_where_it_was_and_may_be_passed_over(sitting: Sitting, fresh: Path) -> None:
    window = sitting(fresh)
    press(Key.Key_2)
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.status.message.said().startswith("Il reste 8 critères")
    press(Key.Key_C)
    type_in("à moitié")
    ctrl(Key.Key_3)
    ctrl(Key.Key_4)
    settle()
    exercise = page(window).body.shown()
    assert isinstance(exercise, Exercise)
    read = session(window).read
    given = read.calibration(read.panel()[0], SCREENING)
    assert {code: (one.level, one.comment) for code, one in given.items()} == {
        "C01": (2, ""),
        "C03": (None, "à moitié"),
    }
    exercise.skip.setFocus()
    press(Key.Key_Space)
    assert heard(window, "Prêt·e à lire ?")


def drifting(dossier: Dossier, member: Member) -> None:
    for n in range(3, 9):
        gesture = dossiers.application(f"Essai Fictif {n}", n=n)
        assert isinstance(gesture, AddApplication)
        dossier.do(gesture)
    for place, one in enumerate(dossier.read.reading_order(member, SCREENING)):
        answer = Answer(RatingState.RATED, 1 if place < 3 else 3)
        dossier.do(Together(tuple(Rate(member, one, SCREENING, code, answer) for code in CODES)))


def test_drift_is_said_in_one_line_to_its_reader_and_put_away_by_key(sitting: Sitting) -> None:
    window = sitting(before=drifting)
    assert heard(window, "Vos 3 derniers dossiers : 3,0 en moyenne ; les premiers : 1,0.")
    press(Key.Key_W)
    assert not heard(window, "en moyenne")
    press(Key.Key_N)
    assert not heard(window, "en moyenne")


def test_with_few_files_nothing_is_said_of_drift(sitting: Sitting) -> None:
    assert not heard(sitting(), "en moyenne")
