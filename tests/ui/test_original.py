"""Documents that do not show: the card that says so, the password, and the way into another program."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from smes_panel.dossier import Dossier
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import FreezeChecklist
from smes_panel.intake.documents import incoming
from smes_panel.intake.extraction import Reader
from smes_panel.model.application import IncomingDocument
from smes_panel.model.panel import Role
from tests.intake.test_documents import pdf
from tests.intake.test_pictures import stored
from tests.intake.test_unlocking import SECRET, locked_docx, locked_pdf
from tests.ui import dossiers
from tests.ui.conftest import Opener, ctrl, focused, press, settle, type_in
from tests.ui.panelled import exercise
from tests.ui.test_evaluate import Key, levels, page
from ui import outside
from ui.comforts import Comforts
from ui.pages.evaluate.trouble import Trouble
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.window import Window

PAPERS = {
    "cv.pdf": locked_pdf("Travail de rue"),
    "lettre.docx": locked_docx("Bonjour à tous"),
    "photo.png": stored(Image.new("L", (400, 600), 255), "PNG"),
    "cassé.pdf": b"%PDF-1.4 et rien",
    "programme.exe": b"MZ" + bytes(200),
}


TO_DO = (
    "Ouvrez l’original dans un autre programme ou demandez un nouvel envoi. "
    "Vous pouvez noter «\u00a0pas évaluable\u00a0»."
)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMES_PANEL_HOME", str(tmp_path_factory.mktemp("maker")))
        path = dossiers.make(tmp_path_factory.mktemp("original") / "prêt.smes", people=False)
        with Dossier.open(path, dossiers.PASSPHRASE) as dossier, Reader() as reader:
            added = dossiers.application("Yasmina Modèle")
            papers: tuple[IncomingDocument, ...] = tuple(incoming(name, raw, reader) for name, raw in PAPERS.items())
            dossier.do(replace(added, incoming=replace(added.incoming, documents=papers)))
            dossier.do(AddMember("Maude Jury", Role.CHAIR))
            dossier.do(FreezeChecklist())
            exercise(dossier)
        return path


@pytest.fixture
def window(open_window: Opener, ready: Path, tmp_path: Path) -> Window:
    copied = Path(copyfile(ready, tmp_path / "pièces.smes"))
    with Dossier.open(copied, dossiers.PASSPHRASE) as dossier:
        Comforts().sits(dossier.panel, dossier.read.panel()[0].id)
    window = open_window(copied)
    window.unlock(copied, dossiers.PASSPHRASE)
    settle()
    window.go("evaluate")
    settle()
    return window


def show(window: Window, qtbot: QtBot, name: str) -> None:
    """Go to a document by its key, and wait until it shows or says why not."""
    desk = page(window).desk
    assert desk is not None
    for _ in PAPERS:
        if desk.document is not None and desk.document.name == name:
            break
        press(Key.Key_D)
    assert desk.document is not None
    assert desk.document.name == name
    qtbot.waitUntil(lambda: desk.reader.pages > 0 or desk._leaves.currentIndex() == 1, timeout=20_000)
    settle()


def card(window: Window) -> Trouble | None:
    desk = page(window).desk
    assert desk is not None
    return desk.trouble if desk._leaves.currentIndex() == 1 else None


def buttons(window: Window) -> list[str]:
    shown = card(window)
    assert shown is not None
    return [one.text() for one in shown.findChildren(Button)]


def test_a_picture_is_a_page_on_the_desk(window: Window, qtbot: QtBot) -> None:
    show(window, qtbot, "photo.png")
    assert (card(window), page(window).reader.pages) == (None, 1)


def test_a_locked_document_is_opened_by_typing_its_password(window: Window, qtbot: QtBot) -> None:
    show(window, qtbot, "cv.pdf")
    assert buttons(window) == ["Déverrouiller", "Ouvrir l’original", "Pièce suivante"]
    page(window).take_pane("reader")
    type_in("hiver")
    press(Key.Key_Return)
    shown = card(window)
    assert shown is not None
    qtbot.waitUntil(shown.said.isVisible, timeout=20_000)
    assert shown.said.text() == "Ce mot de passe n’ouvre pas le document. Rien n’a changé."
    assert focused() is shown.password
    type_in(SECRET)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: card(window) is None and page(window).reader.pages == 1, timeout=20_000)
    assert window.status.message.said() == "Pièce de K-01 déverrouillée"
    settle()
    ctrl(Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: card(window) is not None, timeout=20_000)


def test_a_locked_office_document_shows_its_text_once_it_is_open(window: Window, qtbot: QtBot) -> None:
    show(window, qtbot, "lettre.docx")
    page(window).take_pane("reader")
    type_in(SECRET)
    press(Key.Key_Return)
    reader = page(window).reader
    qtbot.waitUntil(lambda: card(window) is None and 0 in reader._known.letters, timeout=20_000)
    assert "Bonjour à tous" in reader._known.letters[0].text


def test_a_broken_document_says_what_happened_what_is_kept_and_what_to_do(window: Window, qtbot: QtBot) -> None:
    show(window, qtbot, "cassé.pdf")
    shown = card(window)
    assert shown is not None
    assert [one.text() for one in shown.notice.findChildren(Label)] == [
        "Autre de Yasmina Modèle ne s’affiche pas",
        "Ce qui s’est passé",
        "Le fichier est abîmé.",
        "Ce qui est conservé",
        "L’original, tel qu’il a été reçu, les autres pièces et vos notes.",
        "Que faire",
        TO_DO,
    ]
    assert buttons(window) == ["Ouvrir l’original", "Pièce suivante"]
    page(window).take_pane("checklist")
    press(Key.Key_1)
    assert levels(window)["C01"] == 1


def test_what_a_system_would_run_never_leaves(window: Window, qtbot: QtBot) -> None:
    show(window, qtbot, "programme.exe")
    assert buttons(window) == ["Pièce suivante"]
    page(window).take_pane("checklist")
    press(Key.Key_O)
    assert window.status.message.said().startswith("Ce format (application/octet-stream) ne s’ouvre pas d’ici")
    assert window.prompts.left == []  # type: ignore[attr-defined]


def test_leaving_is_asked_first_and_the_copy_is_private_and_goes_with_the_lock(window: Window, qtbot: QtBot) -> None:
    show(window, qtbot, "photo.png")
    press(Key.Key_O)
    desk = page(window).desk
    assert desk is not None
    assert desk.warning.isVisible()
    assert window.prompts.left == []  # type: ignore[attr-defined]
    press(Key.Key_Space)
    assert not desk.warning.isVisible()
    press(Key.Key_O)
    press(Key.Key_Tab)
    press(Key.Key_Space)
    ((path, content),) = window.prompts.left  # type: ignore[attr-defined]
    assert (path.name, content) == ("K-01 other.png", PAPERS["photo.png"])
    assert [stat.S_IMODE(one.stat().st_mode) for one in (path, path.parent, path.parent.parent)] == [
        0o600,
        0o700,
        0o700,
    ]
    window.lock()
    settle()
    assert not path.exists()


def test_what_a_crash_left_is_removed_at_the_next_start() -> None:
    path = outside.copy_of(pdf("x"), "application/pdf", "K-01 cv")
    assert path.exists()
    outside.clean()
    assert not path.parent.parent.exists()
