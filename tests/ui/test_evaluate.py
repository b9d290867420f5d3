"""Evaluate by keyboard alone: read, rate, comment, hand in, take back, on QWERTY and on a Belgian keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copyfile
from typing import TypeAlias

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from smes_panel.dossier import Dossier
from smes_panel.gestures.assessment import HandIn, Rate, TakeBackGrid
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from tests.ui import dossiers
from tests.ui.conftest import Opener, ctrl, focused, press, settle, type_in
from tests.ui.panelled import CODES, PANEL, PEOPLE, SECRET, made
from tests.ui.test_wording import Echo, escaped
from ui.comforts import Comforts
from ui.pages.evaluate import Evaluate
from ui.widgets.button import Button
from ui.widgets.label import Elided, Label
from ui.widgets.noticebar import NoticeBar
from ui.window import Window

Key: TypeAlias = Qt.Key
Mod: TypeAlias = Qt.KeyboardModifier


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMES_PANEL_HOME", str(tmp_path_factory.mktemp("maker")))
        return made(tmp_path_factory.mktemp("evaluate") / "prêt.smes")


Sitting = Callable[..., Window]


@pytest.fixture
def sitting(open_window: Opener, ready: Path, tmp_path: Path) -> Sitting:
    """A window on a copy of a dossier, on the evaluate page, with somebody at the screen."""

    def sat(name: str = "Maude Jury", path: Path = ready) -> Window:
        copied = Path(copyfile(path, tmp_path / "évaluer.smes"))
        with Dossier.open(copied, dossiers.PASSPHRASE) as dossier:
            member = next((one.id for one in dossier.read.panel() if one.name == name), "")
            Comforts().sits(dossier.panel, member)
            Comforts().share(dossier.panel, shared=False)
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


def answers(window: Window, key: str = "K-01") -> dict[str, Answer]:
    """What the member at the screen has said of an application."""
    session = window.session
    assert session is not None
    assert session.member is not None
    read = session.read
    return dict(read.sheet(session.member, read.application_id(key), Stage.SCREENING).answers)


def levels(window: Window, key: str = "K-01") -> dict[str, int | None]:
    return {code: answer.level for code, answer in answers(window, key).items()}


def here(window: Window) -> tuple[str, str]:
    """The application and the criterion that one is at."""
    assert window.session is not None
    place = page(window).place
    return window.session.read.keys()[place.application], place.code


def said(window: Window) -> list[str]:
    found = [one.text() for one in page(window).findChildren(Label) if one.isVisible()]
    return found + [one.said() for one in page(window).findChildren(Elided) if one.isVisible()]


def send(key: Key, text: str, held: Mod = Mod.NoModifier) -> None:
    """A key as a keyboard layout sends it: with the sign it makes."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focused(), QKeyEvent(kind, key, held, text))
    settle()


QWERTY = {n: (Key(Key.Key_0 + n), str(n), Mod.NoModifier) for n in range(5)}
SHIFTED = {n: (Key(Key.Key_0 + n), str(n), Mod.ShiftModifier) for n in range(5)}
KEYPAD = {n: (Key(Key.Key_0 + n), str(n), Mod.KeypadModifier) for n in range(5)}
AZERTY = {
    1: (Key.Key_Ampersand, "&", Mod.NoModifier),
    2: (Key.Key_Eacute, "é", Mod.NoModifier),
    3: (Key.Key_QuoteDbl, '"', Mod.NoModifier),
    4: (Key.Key_Apostrophe, "'", Mod.NoModifier),
    0: (Key.Key_Agrave, "à", Mod.NoModifier),
}


@pytest.mark.parametrize("keyboard", [QWERTY, AZERTY, SHIFTED, KEYPAD], ids=["qwerty", "azerty", "shifted", "keypad"])
def test_an_application_is_rated_and_handed_in_by_keys_alone(
    sitting: Sitting, keyboard: dict[int, tuple[Key, str, Mod]]
) -> None:
    window = sitting()
    assert here(window) == ("K-01", "C01")
    for value in (1, 2, 3, 4, 0, 1, 2, 3, 4):
        send(*keyboard[value])
        press(Key.Key_Space)
    press(Key.Key_Up)
    press(Key.Key_C)
    type_in("À confirmer à l’oral ; 10 ans, œuvre sociale.")
    press(Key.Key_Return, Mod.ControlModifier)
    given = [(answer.state.value, answer.level) for answer in answers(window).values()]
    assert dict(zip(CODES, given, strict=True)) == {
        code: ("rated", value) if value else ("not_assessable", None)
        for code, value in zip(CODES, (1, 2, 3, 4, 0, 1, 2, 3, 4), strict=True)
    }
    assert answers(window)["C12"].comment == "À confirmer à l’oral ; 10 ans, œuvre sociale."
    assert here(window) == ("K-02", "C01")
    assert window.status.message.said() == "Avis sur K-01 remis."
    assert page(window).files is not None
    assert page(window).files.progress.said() == "1 sur 3 remis"  # type: ignore[union-attr]


def test_the_status_bar_promises_only_the_keys_that_work_now(sitting: Sitting) -> None:
    window = sitting()
    rating = ["1–4", "0", "C", "E", "Espace", "N", "F6"]
    assert [key for key, _ in page(window).keys] == rating
    for value in (1, 2, 3, 4, 0, 1, 2, 3, 4):
        send(*QWERTY[value])
        press(Key.Key_Space)
    press(Key.Key_Return, Mod.ControlModifier)
    assert [key for key, _ in page(window).keys] == rating
    assert window.session is not None
    page(window).go_to(window.session.read.application_id("K-01"))
    assert [key for key, _ in page(window).keys] == ["N", "F6"]
    page(window).go_to(window.session.read.application_id("K-02"))
    assert [key for key, _ in page(window).keys] == rating


def test_a_gap_is_gone_to_instead_of_handing_in(sitting: Sitting) -> None:
    window = sitting()
    for value in (1, 2):
        press(QWERTY[value][0])
        press(Key.Key_Down)
    press(Key.Key_End)
    for _ in range(9):
        press(Key.Key_Down)
    assert here(window) == ("K-01", "C13")
    press(Key.Key_Return, Mod.ControlModifier)
    assert here(window) == ("K-01", "C04")
    assert window.status.message.said().startswith("Il reste 7 critères.")
    assert window.session is not None
    assert window.session.read.progress(Stage.SCREENING).handed_in == {
        ("Dries Comité", "K-01"),
        ("Dries Comité", "K-02"),
    }


def test_what_was_handed_in_is_taken_back_from_the_status_bar(sitting: Sitting) -> None:
    window = sitting()
    for _ in CODES:
        press(Key.Key_3)
        press(Key.Key_Space)
    press(Key.Key_Return, Mod.ControlModifier)
    link = window.status.act_link
    assert link is not None
    assert link.text() == "Reprendre"
    link.click()
    settle()
    assert here(window)[0] == "K-01"
    press(Key.Key_2)
    assert levels(window)["C01"] == 2


def test_an_undo_names_what_it_takes_back_and_shows_where_it_was(sitting: Sitting) -> None:
    window = sitting()
    press(Key.Key_2)
    press(Key.Key_3)
    assert window.status.message.said() == "C1\u00a0: 2 devenu 3"
    press(Key.Key_N)
    assert here(window)[0] == "K-02"
    ctrl(Key.Key_Z)
    assert (here(window), levels(window)) == (("K-01", "C01"), {"C01": 2})
    ctrl(Key.Key_Z)
    assert answers(window) == {}
    ctrl(Key.Key_Y)
    assert levels(window) == {"C01": 2}
    press(Key.Key_Backspace)
    assert window.status.message.said() == "C1\u00a0: note effacée"
    assert answers(window) == {}


def test_a_comment_being_typed_is_kept_by_a_change_of_language_and_by_locking(sitting: Sitting) -> None:
    window = sitting()
    press(Key.Key_C)
    type_in("à moitié")
    window.speak(Language.NL)
    settle()
    assert answers(window)["C01"] == Answer(comment="à moitié")
    press(Key.Key_C)
    type_in(" écrit")
    path = window.session.path if window.session is not None else Path()
    ctrl(Key.Key_L)
    window.unlock(path, dossiers.PASSPHRASE)
    settle()
    assert answers(window)["C01"].comment == "à moitié écrit"


def test_a_comment_that_is_refused_stays_as_typed(sitting: Sitting) -> None:
    window = sitting()
    press(Key.Key_C)
    field = focused()
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("x" * 20_001)
    press(Key.Key_Return)
    assert field.toPlainText() == "x" * 20_001
    assert answers(window) == {}


def test_escape_leaves_the_comment_and_then_the_checklist(sitting: Sitting) -> None:
    window = sitting()
    press(Key.Key_C)
    press(Key.Key_Escape)
    assert page(window).place.pane == "checklist"
    press(Key.Key_Escape)
    assert page(window).place.pane == "list"
    press(Key.Key_Down)
    assert here(window)[0] == "K-02"
    press(Key.Key_F6)
    assert page(window).place.pane == "reader"
    press(Key.Key_F6, Mod.ShiftModifier)
    assert page(window).place.pane == "list"


def test_remaining_only_and_the_next_document_and_the_whole_frame(sitting: Sitting) -> None:
    window = sitting()
    press(Key.Key_1)
    press(Key.Key_Down)
    press(Key.Key_R)
    grid, before = page(window).grid, page(window).place.document
    assert grid is not None
    assert grid.list.shown() == CODES[1:]
    press(Key.Key_D)
    assert page(window).place.document != before
    press(Key.Key_D)
    assert page(window).place.document == before
    press(Key.Key_F8)
    files = page(window).files
    assert files is not None
    assert files.isHidden()
    press(Key.Key_Escape)
    assert files.isVisible()


KEYS: tuple[tuple[Key, str, Mod], ...] = (
    *((key, "", Mod.NoModifier) for key in (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)),
    *((key, "", Mod.NoModifier) for key in (Key.Key_PageUp, Key.Key_PageDown, Key.Key_Home, Key.Key_End)),
    *((key, "", Mod.NoModifier) for key in (Key.Key_F6, Key.Key_F8, Key.Key_Escape, Key.Key_Tab, Key.Key_Delete)),
    *((key, "", Mod.AltModifier) for key in (Key.Key_Up, Key.Key_Down)),
    *((Key(ord(sign.upper())), sign, Mod.NoModifier) for sign in "npdcreswtbz+-"),
    *((Key(ord(sign)), "", Mod.ControlModifier) for sign in "M0F"),
    (Key.Key_Space, " ", Mod.NoModifier),
    (Key.Key_Return, "\r", Mod.NoModifier),
    (Key.Key_Enter, "\r", Mod.KeypadModifier),
    (Key.Key_Return, "\r", Mod.ControlModifier),
    (Key.Key_5, "5", Mod.NoModifier),
    (Key.Key_ParenLeft, "(", Mod.NoModifier),
    (Key.Key_Ampersand, "&", Mod.ShiftModifier),
    (Key.Key_F6, "", Mod.ShiftModifier),
)
RATING = (
    *AZERTY.values(),
    *QWERTY.values(),
    *SHIFTED.values(),
    *KEYPAD.values(),
    (Key.Key_Backspace, "\b", Mod.NoModifier),
)


def stops(window: Window) -> list[QWidget]:
    """Everything on the page that takes the keyboard."""
    found = [one for one in page(window).findChildren(QWidget) if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
    return [one for one in found if one.isVisible() and one.isEnabled()]


def test_no_key_but_digits_zero_and_backspace_changes_a_rating_wherever_the_focus_is(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window = sitting()

    def shown() -> None:
        """The documents here are none: the card that says so brings controls of its own."""
        desk = page(window).desk
        assert desk is not None
        qtbot.waitUntil(lambda: desk._leaves.currentIndex() == 1, timeout=20_000)

    shown()
    session = window.session
    assert session is not None
    assert session.member is not None
    ids = session.read.rated_applications(Stage.SCREENING)
    for one in ids:
        session.do(Rate(session.member, one, Stage.SCREENING, "C01", Answer(RatingState.RATED, 2)))
    home = page(window).place

    def everything() -> dict[tuple[str, str], tuple[object, int | None]]:
        assert session is not None
        found = session.read.ratings(session.member)
        said = [one for one in found if one.answer.state.answered]
        return {(one.application, one.criterion): (one.answer.state, one.answer.level) for one in said}

    def back() -> None:
        desk = page(window).desk
        if replace(page(window).place, page=0, pane="list") != replace(home, page=0, pane="list"):
            page(window)._at = home
            page(window)._show_whole()
            page(window)._read()
        if desk is not None and desk.search.isVisible():
            desk.end_search()
        if desk is not None:
            desk.warn(None)
        shown()
        settle()

    ctrl(Key.Key_F)
    back_to = len(stops(window))
    back()
    places = len(stops(window))
    assert (places > 12, back_to) == (True, places + 1)
    rated_from = set()
    for place in range(places + 1):
        for key, text, held in (*KEYS, *RATING):
            if place == places:
                ctrl(Key.Key_F)
            widget = page(window).desk.search if place == places else stops(window)[place]  # type: ignore[union-attr]
            if isinstance(widget, QPushButton) and widget.menu() is not None and not text.isalnum():
                continue
            widget.setFocus()
            grid, before = page(window).grid, everything()
            within = grid is not None and grid.isAncestorOf(widget)
            typing = isinstance(widget, (QLineEdit, QPlainTextEdit))
            if held & Mod.ControlModifier:
                QTest.keyClick(focused(), key, held)
            else:
                send(key, text, held)
            moved = everything() != before
            assert moved <= ((key, text, held) in RATING and within and not typing), (type(widget).__name__, key, text)
            if moved:
                rated_from.add(type(widget).__name__)
            back()
    assert "Scale" in rated_from


def test_a_level_that_is_clicked_is_rated_and_what_is_not_rated_does_not_look_like_one(sitting: Sitting) -> None:
    window = sitting()
    grid = page(window).grid
    assert grid is not None
    assert grid.list.opened is not None
    rows = grid.list.opened.scale.findChildren(QRadioButton)
    assert [row.isChecked() for row in rows] == [False] * 5
    rows[3].click()
    settle()
    assert levels(window) == {"C01": 4}
    names = [row.accessibleName() for row in grid.list.opened.scale.findChildren(QRadioButton)]
    assert names[3].startswith("4 Très solide")
    assert "Pas noté" in grid.list._rows["C03"].accessibleName()


def test_colleagues_are_nowhere_before_the_opening_and_beside_mine_after_it(sitting: Sitting) -> None:
    window = sitting()
    session = window.session
    assert session is not None
    assert session.member is not None

    def everywhere() -> str:
        texts = said(window) + [one.accessibleName() for one in page(window).findChildren(QWidget)]
        return " ".join(texts + [one.toolTip() for one in page(window).findChildren(QWidget)])

    assert SECRET not in everywhere()
    assert "Dries Comité a remis" in everywhere()
    for name, one in zip(("Maude Jury", "Dries Comité"), session.read.panel(), strict=True):
        assert one.name == name
        for key in session.read.rated_applications(Stage.SCREENING):
            for code in CODES:
                session.do(Rate(one, key, Stage.SCREENING, code, Answer(RatingState.RATED, 2)))
        session.do(HandIn(one, Stage.SCREENING, session.read.rated_applications(Stage.SCREENING)))
    settle()
    assert "Tous les avis sont remis et ouverts. La comparaison vous attend." in said(window)
    page(window).reread()
    settle()
    assert SECRET in everywhere()
    press(Key.Key_F6)
    press(Key.Key_F6)
    press(Key.Key_4)
    assert levels(window)["C01"] == 2
    member = session.member
    taken = session.do(TakeBackGrid(member, session.read.application_id("K-01"), Stage.SCREENING))
    assert (taken, len(session.read.progress(Stage.SCREENING).missing)) == (False, 0)


def test_the_first_opening_of_a_document_settles_the_criteria_and_says_so_once(
    sitting: Sitting, tmp_path: Path
) -> None:
    window = sitting(path=made(tmp_path / "neuf.smes", frozen=False, rated=False))
    assert window.session is not None
    assert "Prêt·e à lire\u00a0?" in said(window)
    assert window.session.read.vacancy().frozen_at is None
    assert isinstance(focused(), Button)
    press(Key.Key_Space)
    assert window.session.read.vacancy().frozen_at is not None
    assert window.bars.notice is not None
    session = window.session
    assert session.member is not None
    first = session.read.keys()[session.read.reading_order(session.member, Stage.SCREENING)[0]]
    assert here(window) == (first, "C01")
    press(Key.Key_1)
    assert levels(window, first) == {"C01": 1}
    assert [one for one in window.findChildren(NoticeBar) if one.isVisible()] == []


@pytest.mark.parametrize(
    ("shape", "name", "words"),
    [
        ({"panel": False, "rated": False}, "", "Le jury n’est pas encore composé."),
        ({"people": False, "rated": False}, "Maude Jury", "Rien à lire pour le moment."),
        ({}, "", "Qui lit\u00a0?"),
    ],
)
def test_what_is_empty_says_what_comes_next(
    sitting: Sitting, tmp_path: Path, shape: dict[str, bool], name: str, words: str
) -> None:
    window = sitting(name, made(tmp_path / "vide.smes", **shape))
    assert words in said(window)
    for key in (Key.Key_3, Key.Key_Space, Key.Key_N, Key.Key_F6, Key.Key_F8):
        page(window).setFocus()
        QTest.keyClick(page(window), key)
    ctrl(Key.Key_F)
    assert words in said(window)
    # No key is promised that does nothing here.
    assert page(window).keys == ()


def test_when_all_is_handed_in_the_page_says_who_is_missing(sitting: Sitting) -> None:
    window = sitting()
    for _application in PEOPLE:
        for _ in CODES:
            press(Key.Key_3)
            press(Key.Key_Space)
        press(Key.Key_Return, Mod.ControlModifier)
    assert "Vous avez remis vos 3 avis." in said(window)
    assert any("Dries Comité (1)" in one for one in said(window))


def test_no_word_on_the_page_escapes_the_catalogue(sitting: Sitting) -> None:
    window = sitting()
    assert window.session is not None
    known = [*PEOPLE, *(name for name, _ in PANEL), "Chargé·e de projets fictifs", "cv.pdf", "lettre.pdf"]
    known += [label.said(Language.FR) for label in dossiers.LABELS]
    known += [words.said(Language.FR) for words in dossiers.ANCHORS.values()]
    known += [criterion.wording for criterion in window.session.read.criteria()]
    known += ["Ctrl Entrée", "Ctrl ↵", "MJ", "DC"]
    window.tongue = Echo()
    window.rebuild()
    settle()
    assert escaped(window, tuple(sorted(known, key=len, reverse=True))) == []
