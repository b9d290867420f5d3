"""The vacancy page by keyboard: edited in place, undone, settled, and after the freeze with a reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from smes_panel.dossier import Dossier
from smes_panel.gestures.criterion import EditCriterion
from smes_panel.gestures.vacancy import FreezeChecklist, OpenVacancy, Settle
from smes_panel.intake.example import example
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language, Words
from tests.ui import dossiers
from tests.ui.conftest import Opener, ctrl, focused, press, settle, type_in
from ui.pages.vacancy import Vacancy
from ui.pages.vacancy.strip import Strip
from ui.theme import Look, dress
from ui.widgets.button import Button
from ui.widgets.inplace import Line, Prose
from ui.widgets.label import Elided, Label
from ui.widgets.sheet import Desk, Paragraph
from ui.widgets.table import Table
from ui.window import Window

ALT = Qt.KeyboardModifier.AltModifier
At = Callable[[bool], Window]


@pytest.fixture(scope="module")
def beginnings(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """The example fresh from its posting, and the same with its checklist frozen."""
    folder = tmp_path_factory.mktemp("beginnings")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMES_PANEL_HOME", str(folder / "home"))
        for frozen in (False, True):
            with Dossier.create(folder / f"{frozen}.smes", dossiers.PASSPHRASE) as dossier:
                dossier.do(OpenVacancy(*example("connect")))
                if frozen:
                    dossier.do(FreezeChecklist())
    return {frozen: folder / f"{frozen}.smes" for frozen in (False, True)}


@pytest.fixture
def at(beginnings: dict[bool, Path], open_window: Opener, tmp_path: Path) -> At:
    def opened(frozen: bool) -> Window:
        path = Path(copyfile(beginnings[frozen], tmp_path / "connect.smes"))
        window = open_window(path)
        window.unlock(path, dossiers.PASSPHRASE)
        settle()
        ctrl(Qt.Key.Key_2)
        page(window).arrive()
        return window

    return opened


def page(window: Window) -> Vacancy:
    assert isinstance(window.page, Vacancy)
    return window.page


def label(window: Window, code: str) -> Words:
    assert window.session is not None
    return window.session.read.criterion(code).label


def column(table: Table, place: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


def said(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(Label)]


def rewrite(text: str) -> None:
    """Type over what stands in the field."""
    ctrl(Qt.Key.Key_A)
    type_in(text)


def test_a_name_is_edited_undone_and_done_again_by_keyboard(at: At) -> None:
    window = at(False)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_F2)
    assert focused().accessibleName() == "Nom du critère 2"
    rewrite("Valeurs partagées")
    assert label(window, "C02").fr == "Adhésion aux valeurs du Smes"
    press(Qt.Key.Key_Return)
    assert focused() is page(window).table
    assert label(window, "C02") == Words(
        "Valeurs partagées", "Onderschrijft de waarden van Smes", "Commitment to Smes’s values"
    )
    assert column(page(window).table, 1)[1] == "Valeurs partagées"
    assert window.status.message.said() == "C2\u00a0: nom, nouvelle version"
    ctrl(Qt.Key.Key_Z)
    assert label(window, "C02").fr == "Adhésion aux valeurs du Smes"
    assert page(window).details.name.text() == "Adhésion aux valeurs du Smes"
    ctrl(Qt.Key.Key_Y)
    assert page(window).details.name.text() == "Valeurs partagées"


def test_escape_gives_back_what_was_there_and_writes_nothing(at: At) -> None:
    window = at(False)
    press(Qt.Key.Key_F2)
    rewrite("à moitié")
    press(Qt.Key.Key_Escape)
    assert page(window).details.name.text() == "Diplôme ou expérience équivalente"
    assert window.session is not None
    assert window.session.undoable is None


def test_leaving_a_field_keeps_it_and_undo_in_a_field_takes_back_typing_first(at: At) -> None:
    window = at(False)
    press(Qt.Key.Key_F2)
    rewrite("Autre nom")
    ctrl(Qt.Key.Key_Z)
    ctrl(Qt.Key.Key_Z)
    assert label(window, "C01").fr == "Diplôme ou expérience équivalente"
    rewrite("Autre nom")
    press(Qt.Key.Key_Tab)
    assert label(window, "C01").fr == "Autre nom"
    assert focused() is not page(window).details.name
    ctrl(Qt.Key.Key_Z)
    assert label(window, "C01").fr == "Diplôme ou expérience équivalente"


@pytest.mark.parametrize("leave", ["lock", "language"])
def test_what_is_being_typed_is_kept_by_a_lock_and_a_change_of_language(at: At, leave: str, tmp_path: Path) -> None:
    window = at(False)
    press(Qt.Key.Key_F2)
    rewrite("Presque fini")
    if leave == "lock":
        ctrl(Qt.Key.Key_L)
        with Dossier.open(tmp_path / "connect.smes", dossiers.PASSPHRASE) as dossier:
            assert dossier.read.criterion("C01").label.fr == "Presque fini"
    else:
        window.speak(Language.NL)
        settle()
        assert label(window, "C01").fr == "Presque fini"


def test_each_text_says_which_language_it_lacks(at: At) -> None:
    window = at(False)
    details = page(window).details
    press(Qt.Key.Key_F2)
    details._speak(1)
    assert details.name.text() == "Diploma of gelijkwaardige ervaring"
    ctrl(Qt.Key.Key_A)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    assert details.name.accessibleDescription() == "manque\u00a0: NL"
    assert details.name.placeholderText() == "à traduire\u00a0: Diplôme ou expérience équivalente"
    tabs = [one.accessibleName() for one in details.findChildren(Button) if one.text() in ("FR", "NL", "EN")]
    assert tabs == ["Français", "Nederlands, incomplet", "English"]


def test_an_anchor_is_written_at_its_stage_and_level_in_its_language(at: At) -> None:
    window = at(False)
    page(window).table.go_to("C05")
    line = page(window).details.levels.lines[3]
    line.edit()
    rewrite("liens nommés, avec un exemple")
    press(Qt.Key.Key_Return)
    assert window.session is not None
    anchors = window.session.read.criterion("C05").anchors
    assert anchors[Stage.SCREENING][3].fr == "liens nommés, avec un exemple"
    assert anchors[Stage.SCREENING][3].nl == "verbanden tussen problemen"
    assert anchors[Stage.SCREENING][2].fr == "problèmes séparés"


def test_questions_are_added_moved_and_removed(at: At) -> None:
    window = at(False)
    session = window.session
    assert session is not None
    page(window).table.go_to("C05")
    beside = page(window).details.beside
    beside.add.click()
    press(Qt.Key.Key_Escape)
    # One that is left empty is no question.
    assert (len(beside.proses), session.undoable) == (1, None)
    beside.add.click()
    assert isinstance(focused(), Prose)
    type_in("Et pour vous ?")
    press(Qt.Key.Key_Return)

    def asked() -> list[str]:
        return [one.fr[:12] for one in session.read.criterion("C05").questions]

    assert asked() == ["Racontez une", "Et pour vous"]
    beside.proses[1].setFocus()
    press(Qt.Key.Key_Up, ALT)
    assert asked() == ["Et pour vous", "Racontez une"]
    remove = next(one for one in beside.findChildren(Button) if one.accessibleName() == "Retirer la question 2")
    remove.click()
    assert asked() == ["Et pour vous"]
    ctrl(Qt.Key.Key_Z)
    assert asked() == ["Et pour vous", "Racontez une"]
    # Going through a text leaves its no-break spaces, and so the text itself, as they were.
    before = session.undoable
    beside.proses[1].setFocus()
    press(Qt.Key.Key_Tab)
    assert session.undoable is before


def test_a_criterion_that_asks_two_things_is_split_and_rated_through_its_halves(at: At) -> None:
    window = at(False)
    session = window.session
    assert session is not None
    page(window).table.go_to("C08")
    next(one for one in page(window).details.findChildren(Button) if one.text() == "Scinder").click()
    type_in("Français")
    press(Qt.Key.Key_Return)
    type_in("Néerlandais")
    press(Qt.Key.Key_Return)
    settle()
    assert column(page(window).table, 0)[6:11] == ["7", "8", "8a", "8b", "9"]
    assert page(window).table.current_key() == "C08a"
    assert [one.code for one in session.read.rated_at(Stage.SCREENING)][7:9] == ["C08a", "C08b"]
    halves = [session.read.criterion(code) for code in ("C08a", "C08b")]
    assert [one.wording for one in halves] == ["Maîtrise du français et du néerlandais"] * 2
    assert [one.weight for one in halves] == [None, None]
    assert page(window).desk.sheet.marked() == "8"
    ctrl(Qt.Key.Key_Z)
    assert column(page(window).table, 0)[6:9] == ["7", "8", "9"]


def test_a_criterion_is_added_by_hand_moved_and_taken_away_again(at: At) -> None:
    window = at(False)
    page(window).add.click()
    type_in("Écoute")
    press(Qt.Key.Key_Return)
    settle()
    table = page(window).table
    assert table.current_key() == "C15"
    assert window.status.message.said() == "Critère ajouté\u00a0: Écoute"
    press(Qt.Key.Key_Up, ALT)
    assert column(table, 0)[-2:] == ["15", "14"]
    assert table.current_key() == "C15"
    assert "Ne plus noter" not in [one.text() for one in page(window).details.findChildren(Button)]
    next(one for one in page(window).details.findChildren(Button) if one.text() == "Retirer").click()
    assert column(table, 0)[-1] == "14"
    assert "Retirer" not in [one.text() for one in page(window).details.findChildren(Button)]
    ctrl(Qt.Key.Key_Z)
    assert column(table, 0)[-2:] == ["15", "14"]


def test_every_proposal_is_settled_by_one_gesture(at: At) -> None:
    window = at(False)
    session = window.session
    assert session is not None
    page(window).turn(2)
    next(
        one for one in page(window).settling.findChildren(Button) if one.text() == "Arrêter les 42 propositions"
    ).click()
    assert [one.key for one in session.read.open_questions() if one.answer is None] == ["reference", "closes_at"]
    assert "2 (proposition)" not in column(page(window).table, 3)
    ctrl(Qt.Key.Key_Z)
    assert sum(one.answer is None for one in session.read.open_questions()) == 44


def test_the_reference_and_the_closing_instant_are_typed_in_place_and_dated(at: At) -> None:
    window = at(False)
    session = window.session
    assert session is not None
    page(window).turn(2)
    lines = page(window).settling.lines
    lines["reference"].edit()
    type_in("CP-2022-06")
    press(Qt.Key.Key_Tab)
    assert session.read.vacancy().reference == "CP-2022-06"
    assert lines["day"].text() == "20/06/2022"
    lines["hour"].edit()
    type_in("23 h 59")
    press(Qt.Key.Key_Return)
    assert session.read.answers()["closes_at"].value == "2022-06-20T23:59:00+02:00"
    assert lines["hour"].text() == "23:59"
    shown = said(page(window).settling)
    assert sum(one.startswith("arrêté le ") for one in shown) == 2


def test_a_weight_that_is_none_springs_back(at: At) -> None:
    window = at(False)
    weight = page(window).details.rules.weight
    weight.edit()
    rewrite("lourd")
    press(Qt.Key.Key_Return)
    assert weight.text() == "1"
    assert window.session is not None
    assert window.session.undoable is None


def test_after_the_freeze_a_weight_asks_for_its_reason_in_place_and_shows_it(at: At) -> None:
    window = at(True)
    session = window.session
    assert session is not None
    weight = page(window).details.rules.weight
    weight.edit()
    rewrite("2")
    press(Qt.Key.Key_Return)
    assert session.read.criterion("C01").weight == 1
    strip = page(window).findChild(Strip)
    assert strip is not None
    assert focused() is strip.blanks[0]
    assert said(strip)[0].endswith("Pourquoi changer C1, poids\u00a0?")
    press(Qt.Key.Key_Return)
    assert session.read.criterion("C01").weight == 1
    type_in("plus utile que prévu")
    press(Qt.Key.Key_Return)
    settle()
    assert (session.read.criterion("C01").weight, session.read.answers()["weight.C01"].reason) == (
        2,
        "plus utile que prévu",
    )
    assert page(window).findChild(Strip) is None
    assert any(one.endswith("poids\u00a0: plus utile que prévu") for one in said(page(window).details))
    ctrl(Qt.Key.Key_Z)
    assert session.read.criterion("C01").weight == 1


def test_a_change_without_its_reason_is_given_up_by_escape_and_kept_over_a_rebuild(at: At) -> None:
    window = at(True)
    press(Qt.Key.Key_F2)
    rewrite("Diplôme")
    press(Qt.Key.Key_Return)
    type_in("à moitié")
    window.speak(Language.NL)
    settle()
    strip = page(window).findChild(Strip)
    assert strip is not None
    assert strip.texts() == ("à moitié",)
    press(Qt.Key.Key_Escape)
    assert page(window).findChild(Strip) is None or page(window).findChild(Strip) is not strip
    assert label(window, "C01").fr == "Diplôme ou expérience équivalente"


def test_what_may_have_ratings_is_retired_with_a_reason(at: At) -> None:
    window = at(True)
    session = window.session
    assert session is not None
    page(window).table.go_to("C14")
    next(one for one in page(window).details.findChildren(Button) if one.text() == "Ne plus noter").click()
    type_in("les années prédisent peu")
    press(Qt.Key.Key_Return)
    assert "C14" not in [one.code for one in session.read.rated_at(Stage.SCREENING)]
    assert column(page(window).table, 4)[13] == "aucune"
    assert "n’est plus noté" in said(page(window).details)


def test_the_blank_checklist_is_saved_whole(at: At, tmp_path: Path) -> None:
    window = at(False)
    made = tmp_path / "grille.pdf"
    window.prompts.file_to_save = lambda *_: made  # type: ignore[method-assign]
    page(window).print.click()
    assert made.read_bytes().startswith(b"%PDF-")
    assert window.status.message.said() == "Grille enregistrée\u00a0: grille.pdf"


@pytest.mark.parametrize("frozen", [False, True])
def test_nothing_is_clipped_in_dutch_in_the_smallest_window(at: At, qapp: QApplication, frozen: bool) -> None:
    window = at(frozen)
    dress(qapp, Look("light"))
    window.resize(1280, 690)
    window.speak(Language.NL)
    settle()
    page(window).turn(2)
    page(window).table.go_to("C08")
    settle()
    settle()
    assert [text for one in page(window).findChildren(QWidget) if one.isVisible() for text in clipped(one)] == []


def clipped(widget: QWidget) -> list[str]:
    """The text of a widget that does not fit where it stands."""
    if widget.visibleRegion().isEmpty():
        return []
    match widget:
        case Button():
            fits = widget.width() >= widget.sizeHint().width()
        case Elided():
            fits = True
        case Label() if widget.wordWrap():
            fits = widget.height() >= widget.heightForWidth(widget.width())
        case Label():
            fits = widget.width() >= widget.sizeHint().width()
        case Line():
            fits = widget.geometry().right() <= cast("QWidget", widget.parentWidget()).width()
        case _:
            return []
    return [] if fits else [widget.accessibleName() or widget.property("text")]


def test_tab_goes_in_the_order_of_reading(at: At) -> None:
    window = at(False)
    names: list[str] = []
    while page(window).isAncestorOf(focused()):
        names.append(focused().accessibleName() or cast("Button", focused()).text())
        press(Qt.Key.Key_Tab)
    assert names == [
        "Les critères",
        "Nom du critère 1",
        "Français",
        "essentiel",
        "Poids du critère 1",
        "dossier",
        "Scinder",
        "Ne plus noter",
        "Repère 1, Pas montré",
        "Repère 2, En partie",
        "Repère 3, Clairement",
        "Repère 4, Très solide",
        "Confirmer",
    ]


def test_the_page_follows_what_is_done_elsewhere_and_once_closed_hears_nothing(at: At) -> None:
    window = at(False)
    session, before = window.session, page(window)
    assert session is not None
    session.do(EditCriterion("C01", name=Words(fr="Diplôme")))
    assert before.details.name.text() == "Diplôme"
    ctrl(Qt.Key.Key_3)
    session.do(EditCriterion("C01", name=Words(fr="Autre nom")))
    ctrl(Qt.Key.Key_2)
    assert page(window) is not before
    assert page(window).details.name.text() == "Autre nom"


def test_what_a_colleague_settles_does_not_take_away_what_is_being_typed(at: At) -> None:
    window = at(False)
    session = window.session
    assert session is not None
    press(Qt.Key.Key_F2)
    rewrite("En cours")
    session.do(Settle("weight.C01", "3"))
    assert page(window).details.name.text() == "En cours"
    assert page(window).details.rules.weight.text() == "3"


def test_the_passage_of_the_criterion_stays_in_view_at_every_width(at: At) -> None:
    window = at(False)
    sheet = page(window).desk.sheet
    for width, height in ((1366, 768), (1280, 690), (1900, 700)):
        window.resize(width, height)
        settle()
        for _ in range(2):
            press(Qt.Key.Key_Down)
        top = dict(sheet.tops())[sheet.marked()]
        assert 0 <= top < sheet.viewport().height()
    window.resize(1280, 690)
    settle()
    top = dict(sheet.tops())[sheet.marked()]
    assert 0 <= top < sheet.viewport().height()


def test_the_passage_is_in_view_from_the_first_moment_on_a_long_posting(qtbot: QtBot) -> None:
    desk = Desk("annonce")
    qtbot.addWidget(desk)
    said = [Paragraph(f"Un alinéa de l’annonce, le numéro {n}, assez long pour deux lignes.") for n in range(60)]
    desk.sheet.show_paragraphs((said[0], Paragraph("Diplôme", "bullet", "1"), *said[1:]))
    desk.sheet.mark("1")
    for width in (600, 380, 900):
        desk.resize(width, 400)
        desk.show()
        settle()
        assert 0 <= dict(desk.sheet.tops())["1"] < 200
    desk.sheet.setFocus()
    settle()
    assert 0 <= dict(desk.sheet.tops())["1"] < 200
