"""The page of applications: dropping, searching, correcting, settling, paper; by mouse events, keys and drops."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from smes_panel.model.application import Arrival, Standing
from smes_panel.model.change import Change
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from tests.cli.walk import mail
from tests.ui import dossiers
from tests.ui.conftest import Opener, ctrl, focused, press, settle, type_in
from ui.pages import PAGES
from ui.pages.applications import Applications, Place
from ui.pages.applications.paper import PaperForm
from ui.pages.home.awaits import awaiting
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.status import StatusBar
from ui.window import Window
from ui.wording import Tongue

NAMES = ("Anna", "Bram", "Chloé", "Dirk", "Emma", "Fien", "Gilles", "Hugo", "Imane", "Joris")


@pytest.fixture
def window(window: Window) -> Window:
    """The window on this page, wherever it landed."""
    window.go("applications")
    settle()
    page(window).arrive()
    return window


def page(window: Window) -> Applications:
    assert isinstance(window.page, Applications)
    return window.page


def go_to(window: Window, key: str) -> None:
    page(window).table.go_to(key)
    settle()


def plain(text: str) -> str:
    """French as it is typed, without its no-break spaces."""
    return text.replace("\u00a0", " ")


def column(window: Window, at: int) -> list[str]:
    model = page(window).table.model()
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def said(window: Window) -> str:
    """The last gesture in the status bar."""
    return plain(window.status.message.said())


def mails(folder: Path, count: int = 10) -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{number:02d}.eml" for number in range(count)]
    for path, name in zip(paths, NAMES, strict=False):
        path.write_bytes(mail(f"{name} Modèle"))
    return paths


def drop(widget: QWidget, paths: list[Path]) -> bool:
    """Drop files on a widget as another program would; whether the drop was taken."""
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    keys = (Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(widget.rect().center(), *keys)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, let_go := QDropEvent(QPointF(widget.rect().center()), *keys))
        return let_go.isAccepted()
    return False


def button(window: Window, words: str) -> Button:
    return next(one for one in window.page.findChildren(Button) if one.text() == words and one.isVisible())


def click(window: Window, words: str) -> None:
    QTest.mouseClick(button(window, words), Qt.MouseButton.LeftButton)
    settle()


def listen(window: Window) -> list[Change]:
    heard: list[Change] = []
    assert window.session is not None
    window.session.changed.connect(heard.append)
    return heard


def ended(window: Window) -> Callable[[], bool]:
    return lambda: window.job("import") is None and window.job("attach") is None


def test_ten_mails_dropped_on_the_page_become_ten_applications(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    assert drop(window.page, mails(tmp_path / "mails"))
    qtbot.waitUntil(ended(window), timeout=20_000)
    settle()
    assert column(window, 1)[12:] == [f"{name} Modèle" for name in NAMES]
    results = page(window).place.brought
    assert results is not None
    assert [(one.result, one.application) for one in results.results] == [
        (Arrival.ADDED, f"K-{number}") for number in range(13, 23)
    ]
    assert page(window).foot.detail.isVisible()
    click(window, "Détail")
    table = page(window).foot.results
    assert [str(table.model().index(0, at).data()) for at in range(4)] == ["00.eml", "K-13", "ajoutée", "complète"]
    press(Qt.Key.Key_Return)
    assert page(window).table.current_key() == "K-13"
    window.session.undo() if window.session else None
    assert len(column(window, 1)) == 21


def test_an_import_stopped_in_the_middle_keeps_what_was_reported_and_nothing_else(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    heard = listen(window)
    assert drop(window.page, mails(tmp_path / "mails"))
    qtbot.waitUntil(lambda: len(heard) >= 3, timeout=20_000)
    job = window.job("import")
    assert job is not None
    job.cancel()
    settle()
    brought = page(window).place.brought
    assert brought is not None
    reported = [one.application for one in brought.results if one.result is Arrival.ADDED]
    assert 3 <= len(reported) < 10
    assert column(window, 0)[12:] == reported
    assert window.session is not None
    assert list(window.session._dossier.check()) == []


def test_a_second_drop_joins_the_import_and_what_is_known_is_said(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    paths = mails(tmp_path / "mails", 2)
    (tmp_path / "vide.eml").write_bytes(b"")
    drop(window.page, paths[:1])
    drop(window.page, [*paths, tmp_path / "vide.eml"])
    qtbot.waitUntil(ended(window), timeout=20_000)
    settle()
    brought = page(window).place.brought
    assert brought is not None
    assert [one.result.value for one in brought.results] == ["added", "known", "added", "refused"]
    click(window, "Détail")
    model = page(window).foot.results.model()
    assert [plain(str(model.index(row, 4).data())) for row in (1, 3)] == [
        "Déjà importée ; rien n’est ajouté.",
        "Le fichier est vide.",
    ]
    window.speak(Language.NL)
    settle()
    assert page(window).place.brought is brought
    assert button(window, "Details").isVisible()


def test_text_dragged_over_the_page_is_not_taken(window: Window) -> None:
    assert not drop(window.page, [])


def test_search_narrows_at_each_key_and_the_details_follow(window: Window, qtbot: QtBot) -> None:
    ctrl(Qt.Key.Key_F)
    shown = []
    for sign in "wout":
        type_in(sign)
        shown.append(len(column(window, 0)))
    assert shown[-1] == 1
    assert shown == sorted(shown, reverse=True)
    details = page(window).details
    assert details is not None
    qtbot.waitUntil(lambda: details.identity.lines["name"].text() == "Wout Schets")
    press(Qt.Key.Key_Escape)
    assert len(column(window, 0)) == 12


def test_filters_count_and_narrow(window: Window) -> None:
    click(window, "Doublons  2")
    assert column(window, 0) == ["K-01", "K-12"]
    click(window, "Néerlandais  3")
    assert set(column(window, 3)) == {"NL"}
    click(window, "Toutes  12")
    page(window).table.headings.sectionClicked.emit(1)
    assert column(window, 1) == sorted(column(window, 1), key=lambda name: name.replace("É", "E").casefold())


def test_a_name_is_corrected_by_keyboard_where_it_stands_and_undone(window: Window) -> None:
    go_to(window, "K-04")
    details = page(window).details
    assert details is not None
    details.identity.lines["name"].edit()
    type_in("Inès Ébauche")
    press(Qt.Key.Key_Return)
    assert column(window, 1)[3] == "Inès Ébauche"
    assert "lu : Inès Brouillon" in [plain(one.text()) for one in details.findChildren(Label) if one.isVisible()]
    assert said(window) == "K-04 : identité corrigée"
    assert focused() is page(window).table
    ctrl(Qt.Key.Key_Z)
    assert column(window, 1)[3] == "Inès Brouillon"
    assert details.identity.lines["name"].text() == "Inès Brouillon"


def test_what_is_being_typed_is_kept_when_the_window_is_rebuilt(window: Window) -> None:
    details = page(window).details
    assert details is not None
    details.identity.lines["phone"].edit()
    type_in("+32 2 555 01 02")
    window.rebuild()
    settle()
    assert window.session is not None
    assert window.session.read.application("K-01").identity.phone == "+32 2 555 01 02"


def test_the_address_takes_several_lines(window: Window) -> None:
    details = page(window).details
    assert details is not None
    details.identity.address.setFocus()
    type_in("avenue du Spécimen 1")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_in("1000 Bruxelles")
    press(Qt.Key.Key_Return)
    assert window.session is not None
    assert window.session.read.application("K-01").identity.address == "avenue du Spécimen 1\n1000 Bruxelles"


def test_duplicates_are_merged_and_taken_apart(window: Window) -> None:
    assert column(window, 5)[0] == "doublon possible"
    click(window, "Réunir, garder la plus récente")
    assert (column(window, 5)[0], column(window, 5)[11]) == ("complète", "réunie")
    assert said(window) == "K-01 et K-12 réunies"
    assert focused() is page(window).table
    press(Qt.Key.Key_End)
    go_to(window, "K-12")
    click(window, "Séparer K-12")
    assert column(window, 5)[11] == "doublon possible"
    ctrl(Qt.Key.Key_Z)
    ctrl(Qt.Key.Key_Z)
    assert column(window, 5)[0] == "doublon possible"


def test_duplicates_that_both_stay_are_not_asked_again(window: Window) -> None:
    click(window, "Garder les deux")
    assert [column(window, 5)[row] for row in (0, 11)] == ["complète", "complète"]
    ctrl(Qt.Key.Key_Z)
    assert column(window, 5)[0] == "doublon possible"


def test_a_late_one_asks_for_a_reason_and_is_settled_with_it(window: Window) -> None:
    go_to(window, "K-11")
    click(window, "Ne pas examiner")
    assert window.session is not None
    assert window.session.read.application("K-11").standing is Standing.LATE
    type_in("Reçue un jour trop tard")
    click(window, "Ne pas examiner")
    told = window.session.read.application("K-11")
    assert (told.standing, told.reason) == (Standing.INADMISSIBLE, "Reçue un jour trop tard")
    ctrl(Qt.Key.Key_Z)
    assert column(window, 5)[10] == "après l’échéance"


def test_one_decision_serves_all_late_ones(window: Window) -> None:
    assert window.session is not None
    window.session.do(dossiers.application("Jef Droombeeld", "nl", "22 10:12"))
    go_to(window, "K-11")
    settling = page(window).details.settling  # type: ignore[union-attr]
    assert settling is not None
    assert settling.also is not None
    settling.also.setChecked(True)
    settling.arrive()
    type_in("Panne de notre messagerie")
    click(window, "Examiner")
    assert [column(window, 5)[row] for row in (10, 12)] == ["à examiner", "à examiner"]
    ctrl(Qt.Key.Key_Z)
    assert [column(window, 5)[row] for row in (10, 12)] == ["après l’échéance", "après l’échéance"]


def boxes(window: Window) -> list[str]:
    details = page(window).details
    assert details is not None
    assert details.settling is not None
    return [plain(one.text()) for one in details.settling.findChildren(Label) if one.isVisible()]


def awaited(window: Window) -> list[str]:
    assert window.session is not None
    return [plain(one.title) for one in awaiting(window.session, Tongue())]


def test_one_late_person_who_is_examined_asks_and_for_the_others(window: Window) -> None:
    assert window.session is not None
    window.session.do(dossiers.application("Jef Droombeeld", "nl", "22 10:12"))
    go_to(window, "K-11")
    page(window).details.settling.arrive()  # type: ignore[union-attr]
    type_in("Panne de notre messagerie")
    click(window, "Examiner")
    assert boxes(window) == ["Examinée malgré tout. Et pour l’autre dans le même cas (K-13) ?"]
    click(window, "Seulement cette personne")
    assert window.session.read.exceptions()[0].waits
    assert "1 exception à motiver" in awaited(window)
    type_in("Sa panne est prouvée")
    click(window, "Seulement cette personne")
    assert boxes(window) == ["Pour les autres : Sa panne est prouvée. Gardé pour le procès-verbal."]
    assert said(window) == "Exception pour K-11 : motif gardé"
    assert "1 exception à motiver" not in awaited(window)
    ctrl(Qt.Key.Key_Z)
    click(window, "Les autres aussi")
    assert [column(window, 5)[row] for row in (10, 12)] == ["à examiner", "à examiner"]
    assert boxes(window) == []


def reason(window: Window) -> str:
    details = page(window).details
    assert details is not None
    assert details.settling is not None
    assert details.settling.field is not None
    return details.settling.field.text()


@pytest.mark.parametrize("leave", ["another", "language", "lock", "colleague", "by hand"])
def test_a_reason_half_typed_is_there_again_after_whatever_came_between(window: Window, leave: str) -> None:
    for key, ask in (("K-11", "Ne pas examiner"), ("K-05", "")):
        go_to(window, key)
        if ask:
            click(window, ask)
        else:
            press(Qt.Key.Key_Delete)
        type_in("Reçue un jo")
        session = window.session
        assert session is not None
        if leave == "another":
            page(window).table.setFocus(Qt.FocusReason.TabFocusReason)
            go_to(window, "K-02")
            go_to(window, key)
            if not ask:
                press(Qt.Key.Key_Delete)
        elif leave == "language":
            window.speak(Language.NL)
            settle()
            window.speak(Language.FR)
            settle()
        elif leave == "lock":
            ctrl(Qt.Key.Key_L)
            window.unlock(session.path, dossiers.PASSPHRASE)
            settle()
        elif leave == "colleague":
            session.do(dossiers.application("Jef Droombeeld", "nl", "22 10:12"))
        else:
            page(window).enter_by_hand()
            press(Qt.Key.Key_Escape)
            go_to(window, key)
            if not ask:
                press(Qt.Key.Key_Delete)
        assert reason(window) == "Reçue un jo"
        press(Qt.Key.Key_Escape)


def test_a_reason_that_was_given_up_or_used_is_not_offered_again(window: Window) -> None:
    go_to(window, "K-05")
    press(Qt.Key.Key_Delete)
    type_in("Un autre emploi")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Delete)
    assert reason(window) == ""
    type_in("Déménagement")
    press(Qt.Key.Key_Return)
    assert reason(window) == ""


def test_a_missing_letter_is_attached(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    letter = tmp_path / "Lettre de motivation.txt"
    letter.write_text("Madame, Monsieur, je vous propose ma candidature.", "utf-8")
    window.prompts.files.append(letter)  # type: ignore[attr-defined]
    go_to(window, "K-10")
    click(window, "Joindre une pièce…")
    qtbot.waitUntil(ended(window), timeout=20_000)
    settle()
    assert column(window, 5)[9] == "complète"
    assert said(window) == "K-10 : pièces jointes"


def test_delete_asks_why_and_notes_a_withdrawal(window: Window) -> None:
    go_to(window, "K-05")
    press(Qt.Key.Key_Delete)
    type_in("Un autre emploi")
    press(Qt.Key.Key_Return)
    assert column(window, 5)[4] == "désistement"
    assert window.session is not None
    one = window.session.read.application_id("K-05")
    assert window.session.read.decided(one, Stage.SCREENING).reason == "Un autre emploi"
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Escape)
    assert focused() is page(window).table
    assert column(window, 5)[3] == "complète"


def test_a_paper_application_is_entered_by_hand_with_its_scan(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    scan = tmp_path / "CV scanné.txt"
    scan.write_text("Curriculum vitae de Zoé", "utf-8")
    page(window).enter_by_hand()
    click(window, "Ajouter la candidature")
    assert window.job("attach") is None
    type_in("Zoé Papier")
    form = page(window).form
    assert isinstance(form, PaperForm)
    form.fields["received"].setText("20/06/2022 9h30")
    drop(window.page, [scan])
    window.speak(Language.NL)
    settle()
    form = page(window).form
    assert isinstance(form, PaperForm)
    assert (form.fields["name"].text(), form.files) == ("Zoé Papier", (scan,))
    click(window, "Kandidatuur toevoegen")
    qtbot.waitUntil(ended(window), timeout=20_000)
    settle()
    assert page(window).table.current_key() == "K-13"
    assert window.session is not None
    told = window.session.read.application("K-13")
    assert (told.identity.name, [one.name for one in told.documents]) == ("Zoé Papier", ["CV scanné.txt"])
    assert f"{told.received_at:%Y-%m-%d %H:%M}" == "2022-06-20 09:30"
    ctrl(Qt.Key.Key_Z)
    assert len(column(window, 0)) == 12


def test_files_are_chosen_with_a_letter_key(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.prompts.files.extend(mails(tmp_path / "mails", 1))  # type: ignore[attr-defined]
    press(Qt.Key.Key_I)
    qtbot.waitUntil(ended(window), timeout=20_000)
    settle()
    assert column(window, 1)[12:] == ["Anna Modèle"]


def test_an_empty_list_says_how_to_begin(open_window: Opener, tmp_path: Path) -> None:
    window = open_window(dossiers.make(tmp_path / "vide.smes", people=False))
    type_in(dossiers.PASSPHRASE)
    press(Qt.Key.Key_Return)
    window.go("applications", Place())
    settle()
    assert button(window, "Choisir des e-mails").isVisible()
    click(window, "Saisir une candidature papier")
    assert page(window).form is not None
    assert isinstance(window.status, StatusBar)


@pytest.mark.skipif(all(entry.name != "evaluate" for entry in PAGES), reason="missing page: evaluate")
def test_enter_opens_the_application_in_evaluate(window: Window) -> None:
    go_to(window, "K-03")
    press(Qt.Key.Key_Return)
    assert type(window.page).__name__ == "Evaluate"
    assert window.session is not None
    assert window.page.place.application == window.session.read.application_id("K-03")  # type: ignore[attr-defined]
