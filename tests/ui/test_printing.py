"""Printing: sheets at life size, as many as were asked for, and the card that asks for them."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smes_panel.cli.papers import print_checklist, print_grids
from smes_panel.dossier import Dossier
from smes_panel.errors import PrinterFailed
from smes_panel.gestures.decision import Decide
from smes_panel.model.decision import Outcome
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from smes_panel.paper.envelope import envelope_test_pdf
from tests.ui import dossiers
from tests.ui.conftest import press, settle
from tests.ui.test_letters import Sitting, page, sitting, written
from ui.printing import system
from ui.printing.card import PrintCard
from ui.widgets.overlay import Overlay
from ui.window import Window

__all__ = ["sitting", "written"]
INK = 128


def invited(dossier: Dossier) -> None:
    for application in list(dossier.read.keys())[:2]:
        dossier.do(Decide(application, Stage.SCREENING, Outcome.INVITED))


def edges(content: bytes, page: int) -> tuple[float, float, float, float]:
    """Where the ink of a page begins and ends, in millimetres from its left and its top."""
    with pypdfium2.PdfDocument(content) as document:
        grey = document[page].render(scale=150 / 72, grayscale=True).to_numpy().squeeze()
    rows, columns = (grey < INK).any(axis=1).nonzero()[0], (grey < INK).any(axis=0).nonzero()[0]
    left, right, top, bottom = (at / 150 * 25.4 for at in (columns[0], columns[-1], rows[0], rows[-1]))
    return float(left), float(right), float(top), float(bottom)


def test_a_print_comes_out_on_a4_at_life_size(tmp_path: Path, qapp: QApplication) -> None:
    del qapp
    content, out = envelope_test_pdf(Language.FR), tmp_path / "papier.pdf"
    work = system.sent(system.to_pdf(out), [lambda: content], 2, "essai")
    assert list(work) == [(1, 2), (2, 2)]
    printed = pypdf.PdfReader(out)
    millimetres = [tuple(round(float(side) / 72 * 25.4) for side in one.mediabox[2:]) for one in printed.pages]
    assert millimetres == [(210, 297)] * 2
    assert edges(out.read_bytes(), 1) == pytest.approx(edges(content, 0), abs=0.35)


def test_a_landscape_table_turns_its_sheet(sitting: Sitting, tmp_path: Path) -> None:
    del sitting
    from reportlab.pdfgen.canvas import Canvas

    drawn, out = tmp_path / "large.pdf", tmp_path / "papier.pdf"
    canvas = Canvas(str(drawn), pagesize=(841.89, 595.28))
    canvas.rect(100, 100, 500, 300)
    canvas.save()
    content = drawn.read_bytes()
    list(system.sent(system.to_pdf(out), [lambda: content], 1, "essai"))
    assert edges(out.read_bytes(), 0) == pytest.approx(edges(content, 0), abs=0.35)


def card(window: Window) -> PrintCard:
    found = page(window).card
    assert found is not None
    return found


def test_the_card_prints_the_grids_of_those_ticked_and_enter_does_it(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    out = tmp_path / "papier.pdf"
    monkeypatch.setattr(system, "printers", lambda: ("Imprimante d’essai",))
    monkeypatch.setattr(system, "to_printer", lambda _name: system.to_pdf(out))
    window = sitting(deeds=invited)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert card(window).count.text() == "2 grilles."
    assert "à 100\u00a0%" in card(window).note.text()
    check = card(window).people_checks["K-02"]
    check.setFocus()
    press(Qt.Key.Key_Space)
    assert card(window).count.text() == "1 grille."
    assert "Yasmina Modèle" in card(window).preview.accessibleDescription()
    press(Qt.Key.Key_Return)
    assert page(window).card is None
    qtbot.waitUntil(lambda: window.job("printing") is None)
    assert len(pypdf.PdfReader(out).pages) > 0


def test_the_card_saves_what_the_command_line_prints(sitting: Sitting, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "grilles"
    window = sitting(folder, deeds=invited)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    card(window).save.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.job("prints") is None)
    assert window.session is not None
    path, day = window.session.path, page(window).dated
    window.lock()
    with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
        assert print_grids(dossier, tmp_path / "cli", day, Language.FR, ["K-01"]) == 1
        print_checklist(dossier, tmp_path / "cli" / "checklist.pdf", day, Language.FR)
    name = "K-01-01-Maude-Jury.pdf"
    assert sorted(one.name for one in folder.iterdir()) == [name, "K-02-01-Maude-Jury.pdf"]
    assert (folder / name).read_bytes() == (tmp_path / "cli" / name).read_bytes()


def test_escape_puts_the_card_away_and_the_focus_back(sitting: Sitting) -> None:
    window = sitting()
    before = QApplication.focusWidget()
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert card(window).count.text() == "Personne n’est encore invité à un entretien."
    press(Qt.Key.Key_Escape)
    assert (page(window).card, QApplication.focusWidget()) == (None, before)


def test_the_card_goes_with_its_page(sitting: Sitting) -> None:
    window = sitting()
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    window.go("vacancy")
    settle()
    assert window.findChildren(Overlay) == []


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_says_so(tmp_path: Path, qapp: QApplication) -> None:
    del qapp
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nulle part" / "papier.pdf"))
    content = envelope_test_pdf(Language.FR)
    with pytest.raises(PrinterFailed):
        list(system.sent(printer, [lambda: content], 1, "essai"))


def test_locking_or_another_language_takes_the_card_away(sitting: Sitting) -> None:
    window = sitting()
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    window.speak(Language.NL)
    settle()
    assert (window.findChildren(Overlay), page(window).card) == ([], None)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert card(window).overlay.accessibleName() == "Afdrukken"
    window.lock()
    settle()
    assert window.findChildren(Overlay) == []
