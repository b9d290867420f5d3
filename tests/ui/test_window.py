"""The first window by keyboard alone: unlock, list, search, vacancy, undo, languages, lock."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QWidget

from smes_panel.dossier import Dossier
from smes_panel.gestures.vacancy import OpenVacancy, Settle
from smes_panel.intake.example import example
from smes_panel.model.words import Language
from tests.ui import dossiers
from tests.ui.conftest import Opener, ctrl, focused, press, settle, type_in
from ui.comforts import Comforts
from ui.pages import PAGES
from ui.pages.applications import Applications
from ui.pages.home import Home as Unlock
from ui.pages.vacancy import Vacancy
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.table import Table
from ui.window import Window
from ui.wording import Tongue, frame


def column(table: Table, at: int) -> list[str]:
    """What a screen reader would read down a column."""
    model = table.model()
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def links(window: Window) -> list[str]:
    """The links of the status bar."""
    return [one.text() for one in (window.status.undo_link, window.status.redo_link) if one is not None]


def applications(window: Window) -> Applications:
    assert isinstance(window.page, Applications)
    return window.page


def vacancy(window: Window) -> Vacancy:
    assert isinstance(window.page, Vacancy)
    return window.page


def test_a_dossier_is_unlocked_by_keyboard_alone(open_window: Opener, path: Path) -> None:
    window = open_window(path)
    type_in(dossiers.PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert isinstance(window.page, Applications)
    assert window.windowTitle() == "Chargé·e de projets fictifs – Smes Panel"
    assert focused() is window.page.table


def test_a_copy_from_another_laptop_says_so_when_it_opens(window: Window) -> None:
    assert window.status.message.said().startswith("Copie ou autre ordinateur")


def test_a_wrong_passphrase_says_why_and_stays_selected_to_be_typed_again(open_window: Opener, path: Path) -> None:
    window = open_window(path)
    type_in("quatre tasses de café")
    press(Qt.Key.Key_Return)
    assert isinstance(window.page, Unlock)
    field = cast("QLineEdit", window.page.passphrase)
    assert (field.text(), field.selectedText()) == ("quatre tasses de café", "quatre tasses de café")
    said = [label.text() for notice in window.findChildren(Notice) for label in notice.findChildren(Label)]
    assert said[0] == "Phrase de passe incorrecte"
    assert "Rien n’est effacé, même après plusieurs essais." in said
    type_in(dossiers.PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert applications(window)


def test_a_file_that_is_no_dossier_is_refused_in_words(open_window: Opener, tmp_path: Path) -> None:
    file = tmp_path / "photo.smes"
    file.write_bytes(b"not a dossier")
    window = open_window(None, file)
    ctrl(Qt.Key.Key_O)
    type_in("peu importe")
    press(Qt.Key.Key_Return)
    assert isinstance(window.page, Unlock)
    assert len(window.findChildren(Notice)) == 1
    assert file.read_bytes() == b"not a dossier"


def test_the_dossiers_of_this_computer_are_remembered_by_path_alone(open_window: Opener, path: Path) -> None:
    open_window(path)
    type_in(dossiers.PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert [known for known, _day in Comforts().recent()] == [path]
    kept = (path.parent, *Path(Comforts()._kept.fileName()).parent.iterdir())
    assert not any("Esquisse" in file.read_text(errors="replace") for file in kept if file.is_file())


def test_the_list_shows_each_application_with_its_state(window: Window) -> None:
    table = applications(window).table
    assert column(table, 0) == [f"K-{number:02d}" for number in range(1, 13)]
    assert column(table, 1) == [name for name, *_ in dossiers.PEOPLE]
    assert column(table, 2)[:4] == ["19 juin, 21:02", "19 juin, 22:47", "19 juin, 23:15", "20 juin, 8:31"]
    assert column(table, 5)[0] == "doublon possible"
    assert column(table, 5)[1] == "complète"
    assert column(table, 5)[9:11] == ["lettre manquante", "après l’échéance"]
    assert column(table, 4)[9] == "CV, Lettre (manque)"


def test_search_filters_as_one_types_and_escape_brings_all_back(window: Window) -> None:
    page = applications(window)
    ctrl(Qt.Key.Key_F)
    type_in("mod")
    assert column(page.table, 1) == []
    assert "Rien pour « mod »" in [label.text() for label in page.findChildren(Label)]
    press(Qt.Key.Key_Escape)
    type_in("théo")
    assert column(page.table, 0) == ["K-03"]
    press(Qt.Key.Key_Down)
    assert focused() is page.table
    ctrl(Qt.Key.Key_F)
    press(Qt.Key.Key_Escape)
    assert len(column(page.table, 0)) == 12
    assert page.table.current_key() == "K-03"


def test_a_column_head_sorts_and_sorts_back(window: Window) -> None:
    page = applications(window)
    page.table.sorted_by.emit("name")
    assert column(page.table, 1)[:3] == ["Elif Figurine", "Fatou Spécimen", "Hanne Proefstuk"]
    page.table.sorted_by.emit("name")
    assert column(page.table, 1)[0] == "Wout Schets"
    assert page.table.current_key() == "K-01"


def test_ctrl_2_shows_the_fourteen_criteria(window: Window) -> None:
    ctrl(Qt.Key.Key_2)
    table = vacancy(window).table
    assert column(table, 0) == [str(number) for number in range(1, 15)]
    assert column(table, 1) == [label.fr for label in dossiers.LABELS]
    assert column(table, 2)[2:4] == ["essentiel", "souhaité"]
    assert focused() is table
    press(Qt.Key.Key_Down)
    assert vacancy(window).desk.sheet.marked() == "2"
    ctrl(Qt.Key.Key_3)
    assert isinstance(window.page, Applications)


@pytest.mark.parametrize(
    ("sign", "page"), [(Qt.Key.Key_Eacute, Vacancy), (Qt.Key.Key_QuoteDbl, Applications)], ids=["é is 2", "quote is 3"]
)
def test_belgian_digits_go_there_without_shift(window: Window, sign: Qt.Key, page: type) -> None:
    ctrl(Qt.Key.Key_2 if page is Applications else Qt.Key.Key_3)
    ctrl(sign)
    assert isinstance(window.page, page)


def test_every_key_of_the_window_has_one_meaning(window: Window) -> None:
    keys = [one.key().toString() for one in window.findChildren(QShortcut)]
    assert sorted(keys) == sorted(set(keys))
    assert QKeySequence("Ctrl+Z").toString() in keys


def plain(text: str) -> str:
    """French as it is typed, without its no-break spaces."""
    return text.replace("\u00a0", " ")


def stops() -> list[str]:
    """What Tab comes by, from where the keyboard is and once around."""
    names: list[str] = []
    first = focused()
    while True:
        widget = focused()
        names.append(widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "?"))
        press(Qt.Key.Key_Tab)
        if focused() is first:
            return names


@pytest.mark.usefixtures("window")
def test_tab_goes_in_the_order_of_reading() -> None:
    assert [plain(stop) for stop in stops()] == [
        "Liste des candidatures",
        "Parcourir",
        "Réunir, garder la plus récente",
        "Garder les deux",
        "Nom",
        "E-mail",
        "Téléphone",
        "Adresse",
        "FR",
        "Appel",
        "CV, cv.pdf : changer le genre",
        "Lettre, lettre.pdf : changer le genre",
        "Désistement",
        "Joindre une pièce…",
        "Évaluer",
        "Langue et affichage",
        "Accueil",
        *(Tongue()(entry.words) for entry in PAGES),
        "Verrouiller",
        "Chercher dans les candidatures",
        "Importer",
        "Toutes  12",
        "triées par numéro",
    ]


def test_the_key_of_a_page_that_does_not_exist_says_so(window: Window) -> None:
    ctrl(Qt.Key.Key_6)
    assert window.status.message.said() == "Entretiens n’existe pas encore dans cette version."


def test_an_undo_is_named_and_taken_back(window: Window) -> None:
    session = window.session
    assert session is not None
    assert session.do(Settle("weight.C07", "3"))
    assert window.status.message.said() == "C7, poids : 3"
    ctrl(Qt.Key.Key_2)
    assert column(vacancy(window).table, 3)[6] == "3"
    ctrl(Qt.Key.Key_Z)
    assert column(vacancy(window).table, 3)[6] == "2"
    assert links(window) == ["Rétablir"]
    ctrl(Qt.Key.Key_Y)
    assert column(vacancy(window).table, 3)[6] == "3"
    assert links(window) == ["Annuler"]
    QTest.mouseClick(cast("QWidget", window.status.undo_link), Qt.MouseButton.LeftButton)
    assert column(vacancy(window).table, 3)[6] == "2"


def test_nothing_to_undo_is_said_and_not_an_error(window: Window) -> None:
    ctrl(Qt.Key.Key_Z)
    assert window.status.message.said() == "Rien à annuler."
    ctrl(Qt.Key.Key_Y)
    assert window.status.message.said() == "Rien à rétablir."


def test_undo_in_a_field_takes_back_typing_first(window: Window) -> None:
    session = window.session
    assert session is not None
    session.do(Settle("weight.C07", "3"))
    ctrl(Qt.Key.Key_F)
    type_in("x")
    ctrl(Qt.Key.Key_Z)
    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == ""
    assert session.undoable is not None
    ctrl(Qt.Key.Key_Z)
    assert session.undoable is None


def test_a_refused_gesture_says_why_and_leaves_no_step(window: Window) -> None:
    session = window.session
    assert session is not None
    assert session.do(Settle("weight.C07", "heavy")) is False
    assert window.bars.notice is not None
    assert window.bars.notice.said.endswith("Rien n’a changé. Corrigez, puis recommencez.")
    assert session.undoable is None


@pytest.mark.parametrize(
    ("language", "heading", "lock"),
    [(Language.NL, "Kandidaturen", "Vergrendelen"), (Language.EN, "Applications", "Lock")],
)
def test_the_language_changes_at_once_and_one_stays_where_one_was(
    window: Window, language: Language, heading: str, lock: str
) -> None:
    page = applications(window)
    page.search.setText("fr")
    page.search.setText("théo")
    window.speak(language)
    settle()
    assert page is not window.page
    assert next(label.text() for label in window.page.findChildren(Label)) == heading
    assert window.rail.last.text() == lock
    assert applications(window).search.text() == "théo"
    assert column(applications(window).table, 0) == ["K-03"]
    assert Comforts().language is language


def test_a_change_of_language_keeps_the_passphrase_being_typed(open_window: Opener, path: Path) -> None:
    window = open_window(path)
    type_in("à moitié")
    window.speak(Language.NL)
    settle()
    assert cast("QLineEdit", cast("Unlock", window.page).passphrase).text() == "à moitié"
    assert focused() is cast("Unlock", window.page).passphrase


def test_colours_and_text_size_change_at_once(window: Window) -> None:
    before = applications(window).table.rowHeight(0)
    window.wear("dark", 150)
    settle()
    assert applications(window).table.rowHeight(0) == round(before * 1.5)
    ground = window.grab().toImage().pixelColor(window.width() // 2, window.height() - 3)
    assert ground.lightness() < 40


def test_locking_lets_go_of_the_file_and_of_everything_on_screen(window: Window, path: Path) -> None:
    ctrl(Qt.Key.Key_L)
    assert isinstance(window.page, Unlock)
    assert window.session is None
    assert window.windowTitle() == "Smes Panel"
    said = [label.text() for label in window.findChildren(Label)]
    assert not [text for text in said if "Esquisse" in text]
    ctrl(Qt.Key.Key_2)
    assert window.status.message.said() == "Déverrouillez d’abord un dossier."
    with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
        assert len(dossier.read.applications()) == 12


def test_a_closed_page_stops_listening(window: Window) -> None:
    session = window.session
    assert session is not None
    ctrl(Qt.Key.Key_2)
    assert len(window.findChildren(Vacancy)) + len(window.findChildren(Applications)) == 1
    session.do(Settle("weight.C07", "1"))
    assert column(vacancy(window).table, 3)[6] == "1"


def test_a_rebuilt_window_shows_the_same(window: Window) -> None:
    ctrl(Qt.Key.Key_2)
    vacancy(window).table.go_to("C09")
    settle()
    before = [label.text() for label in window.findChildren(Label)]
    window.rebuild()
    settle()
    assert [label.text() for label in window.findChildren(Label)] == before


def test_there_is_never_a_second_window_on_the_screen(window: Window) -> None:
    def shown() -> list[QWidget]:
        return [one for one in QApplication.topLevelWidgets() if one.isVisible()]

    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_L):
        ctrl(key)
        window.rebuild()
        settle()
        assert shown() == [window]
        assert window.isActiveWindow()


def test_a_vacancy_with_nothing_settled_shows_what_is_open(open_window: Opener, tmp_path: Path) -> None:
    path = dossiers.make(tmp_path / "ouvert.smes", people=False, settled=False)
    window = open_window(path)
    type_in(dossiers.PASSPHRASE)
    press(Qt.Key.Key_Return)
    page = vacancy(window)
    assert set(column(page.table, 2)) == {"à arrêter"}
    assert len(window.session.read.open_questions()) == 44  # type: ignore[union-attr]
    assert [button.text() for button in page.views.findChildren(Button)] == [
        "Annonce",
        "Texte d’origine",
        "À arrêter 44",
        "Lecture",
    ]
    ctrl(Qt.Key.Key_3)
    assert "Aucune candidature pour le moment" in [label.text() for label in window.findChildren(Label)]


def test_a_proposal_is_told_from_what_was_settled(open_window: Opener, tmp_path: Path) -> None:
    path = tmp_path / "exemple.smes"
    with Dossier.create(path, dossiers.PASSPHRASE) as dossier:
        dossier.do(OpenVacancy(*example("connect")))
        dossier.do(Settle("weight.C01", "2"))
    window = open_window(path)
    type_in(dossiers.PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert column(vacancy(window).table, 3)[:3] == ["2", "3 (proposition)", "3 (proposition)"]
    vacancy(window).table.go_to("C01")
    settle()
    said = [label.text() for label in vacancy(window).findChildren(Label)]
    assert "Propositions à confirmer\u00a0: niveau, étape" in said


def test_the_choice_of_language_is_on_the_rail_too(window: Window) -> None:
    menu = window.appearance()
    below = {action.text(): cast("QMenu", action.menu()) for action in menu.actions() if action.menu()}
    parts = {text: [one.text() for one in part.actions()] for text, part in below.items()}
    tongue = Tongue()
    assert parts == {
        tongue(frame.LANGUAGE): ["Français", "Nederlands", "English"],
        tongue(frame.COLOURS): ["Système", "Clair", "Sombre"],
        tongue(frame.TEXT_SIZE): ["100 %", "115 %", "130 %", "150 %"],
    }
    menu.deleteLater()
