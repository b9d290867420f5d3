"""Evidence by keyboard alone: a sentence is taken, attached, gone to, taken away; lost rather than shown wrong."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from smes_panel.dossier import Dossier
from smes_panel.gestures.assessment import AttachPassage
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import FreezeChecklist
from smes_panel.model.application import DocumentKind, IncomingDocument
from smes_panel.model.panel import Role
from smes_panel.model.passage import Passage
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from tests.ui import dossiers
from tests.ui.conftest import Opener, ctrl, press, settle
from tests.ui.panelled import exercise
from tests.ui.test_evaluate import AZERTY, QWERTY, Key, Mod, answers, here, page, send
from ui.comforts import Comforts
from ui.window import Window

CV = (
    (
        "Yasmina Modèle",
        "Dix ans de travail de rue.",
        "• Coordination de 34 services à Bruxelles",
        "• Six journées d’étude",
    ),
    ("Langues", "Néerlandais C1. Anglais B2."),
)
LETTER = (("Madame, Monsieur,", "Je coordonne un réseau depuis 2018."),)
SHIFT_ALT = Mod.ShiftModifier | Mod.AltModifier


def pdf(pages: tuple[tuple[str, ...], ...]) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, invariant=1)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(72, 760 - 40 * number, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def document(name: str, kind: DocumentKind, pages: tuple[tuple[str, ...], ...]) -> IncomingDocument:
    text = "\n".join(line for page in pages for line in page)
    return IncomingDocument(name, kind, "application/pdf", pdf(pages), text)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMES_PANEL_HOME", str(tmp_path_factory.mktemp("maker")))
        path = dossiers.make(tmp_path_factory.mktemp("evidence") / "prêt.smes", people=False)
        with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
            added = dossiers.application("Yasmina Modèle")
            papers = (
                document("cv.pdf", DocumentKind.CV, CV),
                document("lettre.pdf", DocumentKind.LETTER, LETTER),
                document("scan.pdf", DocumentKind.OTHER, ((),)),
            )
            dossier.do(replace(added, incoming=replace(added.incoming, documents=papers)))
            dossier.do(AddMember("Maude Jury", Role.CHAIR))
            dossier.do(FreezeChecklist())
            exercise(dossier)
        return path


@pytest.fixture
def window(open_window: Opener, ready: Path, tmp_path: Path, qtbot: QtBot) -> Window:
    copied = Path(copyfile(ready, tmp_path / "preuves.smes"))
    with Dossier.open(copied, dossiers.PASSPHRASE) as dossier:
        Comforts().sits(dossier.panel, dossier.read.panel()[0].id)
    window = open_window(copied)
    window.unlock(copied, dossiers.PASSPHRASE)
    settle()
    window.go("evaluate")
    wait(window, qtbot)
    return window


def wait(window: Window, qtbot: QtBot) -> None:
    """Until the letters of the page in view are known."""
    reader = page(window).reader
    qtbot.waitUntil(lambda: reader.pages > 0 and reader.page - 1 in reader._known.letters, timeout=20_000)
    settle()


def evidence(window: Window, code: str = "C01") -> list[tuple[str, int]]:
    given = answers(window).get(code)
    return [(one.words, one.page) for one in given.passages] if given is not None else []


def lines(window: Window) -> list[str]:
    grid = page(window).grid
    assert grid is not None
    assert grid.list.opened is not None
    return [line.accessibleName().replace("\u00a0", " ") for line in grid.list.opened.evidence]


def marks(window: Window) -> list[tuple[str, int, bool]]:
    return [(mark.tab, mark.page, mark.strong) for mark in page(window).reader._marks]


@pytest.mark.parametrize("keyboard", [QWERTY, AZERTY], ids=["qwerty", "azerty"])
def test_three_passages_and_a_comment_are_given_without_a_mouse(
    window: Window, keyboard: dict[int, tuple[Key, str, Mod]]
) -> None:
    send(*keyboard[3])
    for _ in range(2):
        press(Key.Key_Down, Mod.AltModifier)
    press(Key.Key_E)
    assert evidence(window) == [("Dix ans de travail de rue.", 1)]
    assert window.status.message.said() == "Passage attaché à C1"
    press(Key.Key_Down, Mod.AltModifier)
    press(Key.Key_Down, SHIFT_ALT)
    press(Key.Key_E)
    assert evidence(window)[0] == ("Dix ans de travail de rue.", 1)
    assert len(evidence(window)) == 2
    press(Key.Key_D)


def test_a_sentence_goes_on_to_the_next_page_and_back(window: Window, qtbot: QtBot) -> None:
    for _ in range(5):
        press(Key.Key_Down, Mod.AltModifier)
    qtbot.waitUntil(lambda: page(window).reader.selected_text() == "Langues", timeout=10_000)
    press(Key.Key_Down, Mod.AltModifier)
    assert page(window).reader.selected_text() == "Néerlandais C1."
    press(Key.Key_Down, SHIFT_ALT)
    assert page(window).reader.selected_text() == "Néerlandais C1. Anglais B2."
    press(Key.Key_E)
    assert evidence(window) == [("Néerlandais C1. Anglais B2.", 2)]
    assert marks(window) == [("1", 1, True)]
    assert lines(window) == ["Passage « Néerlandais C1. Anglais B2. », CV p. 2"]


def test_e_without_a_selection_takes_a_sentence_first_and_says_so(window: Window) -> None:
    press(Key.Key_E)
    assert evidence(window) == []
    assert page(window).reader.selected_text() == "Yasmina Modèle"
    assert window.status.message.said() == "Phrase prise\u00a0: E l’attache, Alt ↑ ↓ en prend une autre."
    press(Key.Key_E)
    assert evidence(window) == [("Yasmina Modèle", 1)]


def test_the_next_sentence_after_an_attached_one_is_the_one_after_it(window: Window) -> None:
    press(Key.Key_Down, Mod.AltModifier)
    press(Key.Key_E)
    press(Key.Key_Down, Mod.AltModifier)
    assert page(window).reader.selected_text() == "Dix ans de travail de rue."
    press(Key.Key_Up, Mod.AltModifier)
    press(Key.Key_E)
    assert window.status.message.said() == "Ce passage est déjà attaché au critère 1."
    assert evidence(window) == [("Yasmina Modèle", 1)]


def test_another_criterion_is_named_by_its_number(window: Window) -> None:
    press(Key.Key_Down, Mod.AltModifier)
    press(Key.Key_E, Mod.ShiftModifier)
    for sign in "99":
        send(Key(Key.Key_0 + int(sign)), sign)
    press(Key.Key_Return)
    assert window.status.message.said() == "Aucun critère ne porte le numéro 99 à cette étape."
    press(Key.Key_Backspace)
    press(Key.Key_Backspace)
    send(Key.Key_4, "4")
    press(Key.Key_Return)
    assert evidence(window, "C04") == [("Yasmina Modèle", 1)]
    assert (evidence(window), here(window)) == ([], ("K-01", "C01"))
    assert marks(window) == [("4", 0, False)]


def test_a_passage_is_gone_to_in_its_document_detached_and_brought_back(window: Window, qtbot: QtBot) -> None:
    press(Key.Key_D)
    wait(window, qtbot)
    press(Key.Key_Down, Mod.AltModifier)
    press(Key.Key_Down, Mod.AltModifier)
    press(Key.Key_E)
    assert evidence(window) == [("Je coordonne un réseau depuis 2018.", 1)]
    press(Key.Key_D)
    press(Key.Key_D)
    wait(window, qtbot)
    desk = page(window).desk
    assert desk is not None
    assert desk.sha256 != answers(window)["C01"].passages[0].document
    page(window).take_pane("checklist")
    press(Key.Key_Return)
    wait(window, qtbot)
    assert desk.sha256 == answers(window)["C01"].passages[0].document
    assert marks(window) == [("1", 0, True)]
    grid = page(window).grid
    assert grid is not None
    assert grid.list.opened is not None
    grid.list.opened.evidence[0].setFocus()
    press(Key.Key_Delete)
    assert (evidence(window), window.status.message.said()) == ([], "Passage détaché de C1")
    ctrl(Key.Key_Z)
    assert evidence(window) == [("Je coordonne un réseau depuis 2018.", 1)]


def test_a_page_without_text_gives_a_part_of_the_page(window: Window, qtbot: QtBot) -> None:
    press(Key.Key_D)
    press(Key.Key_D)
    wait(window, qtbot)
    press(Key.Key_Down, Mod.AltModifier)
    press(Key.Key_Down, SHIFT_ALT)
    press(Key.Key_E)
    (given,) = answers(window)["C01"].passages
    assert (given.words, given.page, given.boxes) == ("", 1, ((0.0, 0.0, 595.3, 140.3),))
    assert lines(window) == ["Passage Partie de la page, Autre p. 1"]


def test_a_passage_that_is_not_there_any_more_is_said_to_be_lost(window: Window, qtbot: QtBot) -> None:
    session = window.session
    assert session is not None
    assert session.member is not None
    application = session.read.application_id("K-01")
    document = session.read.documents(application)[0].sha256
    gone = Passage(document, 1, "Ces mots n’y sont pas")
    session.do(AttachPassage(session.member, application, Stage.SCREENING, "C01", gone))
    qtbot.waitUntil(
        lambda: lines(window) == ["Passage « Ces mots n’y sont pas », introuvable, CV p. 1"], timeout=10_000
    )


def test_the_tab_in_the_margin_opens_its_criterion_and_a_rebuilt_window_keeps_the_marks(
    window: Window, qtbot: QtBot
) -> None:
    press(Key.Key_Down, Mod.AltModifier)
    press(Key.Key_E)
    press(Key.Key_Down)
    assert here(window) == ("K-01", "C03")
    assert marks(window) == [("1", 0, False)]
    page(window).reader.tabbed.emit("C01")
    settle()
    assert here(window) == ("K-01", "C01")
    window.speak(Language.NL)
    wait(window, qtbot)
    assert marks(window) == [("1", 0, True)]
    assert lines(window) == ["Passage “Yasmina Modèle”, Cv p. 1"]


def test_what_is_handed_in_keeps_its_passages_and_takes_no_more(window: Window) -> None:
    press(Key.Key_Down, Mod.AltModifier)
    press(Key.Key_E)
    for _ in range(9):
        send(*QWERTY[3])
        press(Key.Key_Space)
    press(Key.Key_Return, Mod.ControlModifier)
    assert window.session is not None
    assert window.session.read.opened_at(Stage.SCREENING) is not None
    opinions = window.session.read.opinions(window.session.read.application_id("K-01"), Stage.SCREENING)
    (mine,) = opinions.values()
    assert [one.words for one in mine["C01"].passages] == ["Yasmina Modèle"]


def test_a_drag_takes_words_and_the_bar_under_them_attaches_by_mouse(window: Window) -> None:
    reader = page(window).reader
    letters = reader._known.letters[0]
    (line,) = letters.strokes(0, 14)
    frame, shift = reader._sheaf.frames[0], reader._shift()
    ends = [QPointF(*frame.on_desk(x, (line[1] + line[3]) / 2)) - shift for x in (line[0], line[2] + 1)]
    kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease)
    for kind, at in zip(kinds, (ends[0], ends[1], ends[1]), strict=True):
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        where = reader.viewport().mapToGlobal(at)
        event = QMouseEvent(kind, at, where, Qt.MouseButton.LeftButton, held, Mod.NoModifier)
        QApplication.sendEvent(reader.viewport(), event)
    settle()
    assert reader.selected_text() == "Yasmina Modèle"
    bar = page(window).evidence.bar  # type: ignore[union-attr]
    assert bar.isVisible()
    at = bar._boxes()[0][1].center()
    press_at = QMouseEvent(
        QEvent.Type.MouseButtonPress, at, bar.mapToGlobal(at), Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton, Mod.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(bar, press_at)
    settle()
    assert evidence(window) == [("Yasmina Modèle", 1)]
    assert not bar.isVisible()
