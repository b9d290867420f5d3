"""The text beside the letter, by keyboard: chips, the live letter, what is refused where it stands, and undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from smes_panel import prints
from smes_panel.dossier import Dossier
from smes_panel.gestures.letters import WriteOwnText, WriteTemplate
from smes_panel.model.decision import LetterKind
from smes_panel.model.words import Language
from tests.ui.conftest import ctrl, press, settle, type_in
from tests.ui.test_letters import Sitting, page, refused, shown, sitting, written
from ui.pages.letters.pieces import pieces
from ui.pages.letters.place import Which
from ui.widgets.chipped import Chip, Chipped
from ui.window import Window
from ui.wording import Tongue

__all__ = ["sitting", "written"]

KIND, FR, NL = LetterKind.REFUSAL_SCREENING, Language.FR, Language.NL
SHARED = Which(KIND, FR)
SHORT = """\
subject: Suite

salutation: Bonjour {name},

Le motif : {reason}.

signature: {chair_name} | jury

small: H. | T."""
SIGNS = "abé {}[]|?=:-#\n\t\N{NO-BREAK SPACE}<&🙂"
TEXTS = st.lists(
    st.sampled_from(("{name}", "{reason}", "[phone? ou au {phone}]", "[contract=permanent?x]", "subject: ", "\n\n"))
    | st.text(SIGNS, max_size=12),
    max_size=12,
).map("".join)


@pytest.mark.usefixtures("qapp")
@given(text=TEXTS)
def test_any_text_is_shown_and_given_back_as_it_was_written(text: str) -> None:
    tongue = Tongue()
    assert "".join(one.raw if isinstance(one, Chip) else one for one in pieces(tongue, text)) == text
    one = Chipped("x", partial(pieces, tongue), lambda _: True)
    one.show_text(text, force=True)
    assert (one.text(), one.pending) == (text, False)
    one.selectAll()
    assert one.createMimeDataFromSelection().text() == text
    one.deleteLater()


def short(dossier: Dossier) -> None:
    refused(dossier, "la gestion", "het beheer")
    dossier.do(WriteTemplate(KIND, FR, SHORT))


def editor(window: Window, which: Which = SHARED) -> Chipped:
    return page(window).text.editors[which]


def at_text(sitting: Sitting, deeds: Callable[[Dossier], object] = short) -> Window:
    window = sitting(deeds=deeds)
    ctrl(Qt.Key.Key_T)
    return window


def go_to(one: Chipped, words: str) -> None:
    """Put the cursor after these words, with the keys that a person has."""
    ctrl(Qt.Key.Key_Home)
    for _ in range(2000):
        cursor = one.textCursor()
        if one._raw(0, cursor.position()).endswith(words):
            return
        press(Qt.Key.Key_Right)
    raise AssertionError(words)


def in_force(window: Window, language: Language = FR) -> str:
    assert window.session is not None
    return prints.letter_text(window.session, KIND, language).text


def test_the_text_opens_by_its_key_with_the_blanks_as_chips(sitting: Sitting) -> None:
    window = at_text(sitting)
    one = editor(window)
    assert one.hasFocus()
    assert one.text() == SHORT
    assert one.chips() == (
        "subject:", "salutation:", "{name}", "{reason}", "signature:", "{chair_name}", "small:",
    )  # fmt: skip
    ctrl(Qt.Key.Key_T)
    assert page(window).people.table.hasFocus()


def test_no_key_stops_inside_a_chip_and_one_backspace_takes_it_whole(sitting: Sitting) -> None:
    window = at_text(sitting)
    one = editor(window)
    go_to(one, "motif : ")
    stops = []
    for _ in range(3):
        press(Qt.Key.Key_Right)
        stops.append(one._raw(0, one.textCursor().position())[-9:])
    assert stops == [" {reason}"[-9:], "{reason}."[-9:], "reason}.\n"[-9:]]
    for _ in range(2):
        press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Backspace)
    assert "Le motif : ." in one.text()
    ctrl(Qt.Key.Key_Z)
    assert one.text() == SHORT
    go_to(one, "motif : ")
    press(Qt.Key.Key_Delete)
    assert "Le motif : ." in one.text()


def test_what_is_typed_beside_a_chip_is_no_part_of_it(sitting: Sitting) -> None:
    window = at_text(sitting)
    one = editor(window)
    go_to(one, "{reason}")
    type_in(" et plus")
    go_to(one, "motif : ")
    type_in("bien ")
    assert "Le motif : bien {reason} et plus." in one.text()
    assert one.chips().count("{reason}") == 1


def test_a_chip_is_copied_as_its_name_and_pasted_as_a_chip(sitting: Sitting) -> None:
    window = at_text(sitting)
    one = editor(window)
    go_to(one, "Le motif : ")
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    ctrl(Qt.Key.Key_C)
    assert QApplication.clipboard().text() == "{reason}"
    go_to(one, "{reason}.")
    type_in(" ")
    ctrl(Qt.Key.Key_V)
    assert "Le motif : {reason}. {reason}" in one.text()
    assert one.chips().count("{reason}") == 2


def test_a_screen_reader_reads_a_chip_as_words(sitting: Sitting) -> None:
    window = at_text(sitting)
    spoken = QAccessible.queryAccessibleInterface(editor(window)).text(QAccessible.Text.Value)
    said = spoken.replace("\N{NO-BREAK SPACE}", " ").replace("\N{ZERO WIDTH SPACE}", "")
    assert "Le motif :  motif lié au profil ." in said
    assert not set("{}\ufffc") & set(said)


def test_the_letter_follows_the_text_before_it_is_kept_and_ctrl_enter_keeps_it(sitting: Sitting, qtbot: QtBot) -> None:
    window = at_text(sitting)
    one = editor(window)
    assert "Le motif : la gestion." in shown(window).replace("\N{NO-BREAK SPACE}", " ")
    go_to(one, "Le ")
    type_in("vrai ")
    qtbot.waitUntil(lambda: "Le vrai motif" in shown(window))
    assert in_force(window) == SHORT
    ctrl(Qt.Key.Key_Return)
    assert in_force(window) == SHORT.replace("Le ", "Le vrai ")
    assert one.hasFocus()
    # Nothing typed is left to undo: the key goes on to the dossier.
    ctrl(Qt.Key.Key_Z)
    assert (in_force(window), editor(window).text()) == (SHORT, SHORT)


def test_a_text_that_is_no_letter_is_refused_in_place_and_nothing_typed_is_lost(sitting: Sitting) -> None:
    window = at_text(sitting)
    one, text = editor(window), page(window).text
    go_to(one, "{reason}")
    press(Qt.Key.Key_Backspace)
    ctrl(Qt.Key.Key_Return)
    assert text.error.text() == (
        "Cette lettre doit dire «\u00a0motif lié au profil\u00a0»\u00a0: insérez ce champ. Rien n’est changé."
    )
    assert (text.error.isVisible(), one.accessibleDescription()) == (True, text.error.text())
    broken = SHORT.replace("{reason}", "")
    press(Qt.Key.Key_Escape)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(key)
    assert text.error.isVisible()
    press(Qt.Key.Key_Return)
    one = editor(window)
    assert one.hasFocus()
    assert one.text() == broken
    assert (one.text(), in_force(window)) == (broken, SHORT)
    press(Qt.Key.Key_Escape)
    ctrl(Qt.Key.Key_T)
    ctrl(Qt.Key.Key_T)
    assert editor(window).text() == broken
    window.speak(Language.NL)
    settle()
    assert editor(window).text() == broken
    editor(window).setFocus()
    go_to(editor(window), "motif : ")
    type_in("{reason")
    ctrl(Qt.Key.Key_Return)
    assert page(window).text.error.isVisible()
    type_in("}")
    assert not page(window).text.error.isVisible()
    ctrl(Qt.Key.Key_Return)
    assert in_force(window) == SHORT


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_field_is_inserted_by_keyboard_where_the_cursor_is(sitting: Sitting, qtbot: QtBot) -> None:
    window = at_text(sitting)
    one = editor(window)
    go_to(one, "{reason}")
    type_in(" ")
    menu = page(window).text.insert.menu()
    assert isinstance(menu, QMenu)
    ctrl(Qt.Key.Key_I)
    qtbot.waitUntil(menu.isVisible)
    assert menu.actions()[0].text() == "Adresse e-mail de réponse"
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert "{reason} {apply_to}." in one.text()
    assert one.hasFocus()


def test_one_letter_alone_gets_its_own_text_and_follows_its_template_again(sitting: Sitting) -> None:
    window = at_text(sitting)
    assert window.session is not None
    text = page(window).text
    text.whose.enter()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    first = window.session.read.application_id("K-01")
    alone = Which(KIND, FR, first)
    assert tuple(text.editors) == (alone,)
    assert text.state.text().startswith("Suit le modèle")
    text.arrive()
    go_to(editor(window, alone), "Le ")
    type_in("seul ")
    ctrl(Qt.Key.Key_Return)
    assert window.session.read.own_texts()[first, KIND, FR].text == SHORT.replace("Le ", "Le seul ")
    assert (in_force(window), text.state.text()) == (SHORT, "Texte à part, pour cette lettre seule")
    text.compare.click()
    said = " ".join(label.text() for label in text.findChildren(type(text.state)))
    assert "Le seul motif" in said
    text.compare.click()
    text.back.click()
    assert window.session.read.own_texts() == {}


def test_the_two_languages_stand_under_each_other_and_each_is_kept(sitting: Sitting, qtbot: QtBot) -> None:
    window = at_text(sitting)
    text = page(window).text
    text.languages.enter()
    for _ in range(3):
        press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    assert [which.language for which in text.editors] == [FR, NL]
    dutch = editor(window, Which(KIND, NL))
    dutch.setFocus()
    ctrl(Qt.Key.Key_End)
    type_in(" Tot ziens.")
    qtbot.waitUntil(lambda: "Tot ziens." in shown(window))
    ctrl(Qt.Key.Key_Return)
    assert in_force(window, NL).endswith(" Tot ziens.")
    assert in_force(window) == SHORT


@pytest.mark.parametrize("kind", LetterKind)
def test_every_kind_is_offered_with_who_is_due_it_and_its_text(sitting: Sitting, kind: LetterKind) -> None:
    window = at_text(sitting)
    menu = page(window).making.kind.menu()
    assert isinstance(menu, QMenu)
    menu.actions()[list(LetterKind).index(kind)].trigger()
    assert window.session is not None
    assert next(iter(page(window).text.editors)).kind is kind
    due = prints.correspondence_of(window.session, kind, page(window).dated)
    assert page(window).people.table.rows.rowCount() == len(due)


def test_what_somebody_wrote_is_plain_text(sitting: Sitting) -> None:
    hostile = "<b>gras</b> &amp; <img src=x> {reason}"

    def deeds(dossier: Dossier) -> None:
        refused(dossier, "<i>motif</i>")
        dossier.do(WriteTemplate(KIND, FR, SHORT.replace("{reason}", hostile)))
        first = next(iter(dossier.read.keys()))
        dossier.do(WriteOwnText(first, KIND, SHORT.replace("{reason}", hostile)))

    window = at_text(sitting, deeds)
    one = next(iter(page(window).text.editors.values()))
    assert one.text() == SHORT.replace("{reason}", hostile)
    assert "<b>gras</b> &amp; <img src=x>" in one.toPlainText()
    assert "<b>gras</b> &amp; <img src=x> <i>motif</i>" in " ".join(shown(window).split())
