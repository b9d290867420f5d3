"""Compare by keyboard alone: closed until the opening, then a matrix that says in words what it draws."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit

from smes_panel.errors import GridSealed
from smes_panel.gestures.decision import FillField
from smes_panel.gestures.panel import AddMember
from smes_panel.insight.comparison import compared
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from tests.ui import dossiers
from tests.ui.compared import PANEL, PEOPLE, Sitting, keys, matrix, page, said
from tests.ui.conftest import focused, press, settle, type_in
from tests.ui.test_wording import Echo, escaped
from ui.pages.compare.opinions import Opinions
from ui.widgets.opinion import OpinionCard
from ui.widgets.scores import SCORE, Flags, Gap, Range, Side
from ui.window import Window


def cell(window: Window, key: str, name: str) -> object:
    place = matrix(window).scores.place_of(key, name)
    assert place is not None
    return place.data(SCORE)


def test_before_the_opening_one_sees_who_handed_in_and_never_what(sitting: Sitting) -> None:
    window = sitting("Sofia Lectrice", opened=False)
    assert window.session is not None
    assert page(window).matrix is None
    shown = said(window)
    assert "La comparaison s’ouvre après vos avis" in shown
    assert [one for one in shown if one.endswith("remis")] == ["4 sur 4 remis", "4 sur 4 remis", "3 sur 4 remis"]
    assert not any("vu 4" in one or "Très solide" in one for one in shown)
    with pytest.raises(GridSealed):
        window.session.read.opened(Stage.SCREENING)


def test_only_the_chair_opens_without_waiting_and_says_why(sitting: Sitting) -> None:
    waiting = page(sitting("Sofia Lectrice", opened=False)).waiting
    assert waiting is not None
    assert waiting.opening is None


def test_the_chair_opens_by_keyboard_and_the_reason_is_kept(sitting: Sitting) -> None:
    window = sitting(opened=False)
    assert window.session is not None
    waiting = page(window).waiting
    assert waiting is not None
    assert focused() is waiting.opening
    press(Qt.Key.Key_Space)
    assert isinstance(focused(), QLineEdit)
    assert "Voir les avis des collègues\u00a0?" in said(window)
    press(Qt.Key.Key_Return)
    assert page(window).matrix is None
    type_in("Sofia est malade")
    press(Qt.Key.Key_Return)
    assert window.session.read.progress(Stage.SCREENING).reason == "Sofia est malade"
    assert focused() is matrix(window)
    assert keys(window) == ["K-01", "K-02", "K-03", "K-04"]


def test_a_reason_being_typed_outlives_a_colleague_who_hands_in_and_another_language(sitting: Sitting) -> None:
    window = sitting(opened=False)
    assert window.session is not None
    press(Qt.Key.Key_Space)
    type_in("Sofia est")
    window.session.do(FillField(window.session.read.application_id("K-01"), Stage.SCREENING, "reason", "x"))
    window.session.do(AddMember("Nora Secrétariat", Role.SECRETARY))
    window.speak(Language.NL)
    settle()
    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Sofia est"
    type_in(" malade")
    press(Qt.Key.Key_Return)
    assert window.session.read.progress(Stage.SCREENING).reason == "Sofia est malade"


def test_the_matrix_is_walked_with_the_arrows_and_enter_shows_the_opinions(sitting: Sitting) -> None:
    window = sitting()
    table = matrix(window)
    assert focused() is table
    assert table.current() == ("K-01", "C01")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right)
    assert table.current() == ("K-02", "C03")
    assert page(window).findChildren(Opinions) == []
    press(Qt.Key.Key_Return)
    (opinions,) = page(window).findChildren(Opinions)
    assert "écart de 2" in opinions.accessibleName()
    cards = [card.accessibleName() for card in opinions.findChildren(OpinionCard)]
    assert cards == [
        "Maude Jury, 1 Pas montré. vu 1",
        "Dries Comité, 3 Clairement. vu 3",
        "Sofia Lectrice, 1 Pas montré. vu 1",
    ]
    for _ in range(2):
        press(Qt.Key.Key_Down)
    (opinions,) = page(window).findChildren(Opinions)
    assert [card.accessibleName()[:24] for card in opinions.findChildren(OpinionCard)] == [
        "Maude Jury, 3 Clairement",
        "Dries Comité, 4 Très sol",
        "Sofia Lectrice, 1 Pas mo",
    ]
    assert focused() is table
    press(Qt.Key.Key_Escape)
    assert (
        page(window).findChildren(Opinions, options=Qt.FindChildOption.FindChildrenRecursively)[0].isVisible() is False
    )
    assert focused() is table


def test_each_cell_says_who_what_median_and_spread(sitting: Sitting) -> None:
    window = sitting()
    found = QAccessible.queryAccessibleInterface(matrix(window))
    children = [found.child(at).text(QAccessible.Text.Name) for at in range(found.childCount())]
    # One line of heads, then a head and eleven cells a line.
    heads, *words = [children[at + 1 : at + 12] for at in range(0, len(children), 12)]
    assert heads[7:] == [
        "critère 12, Créativité, poids 1",
        "critère 13, Initiative, proactivité, poids 2",
        "Moyenne pondérée",
        "Essentiels non montrés",
    ]
    assert children[12::12] == [f"K-0{n} {name}" for n, name in enumerate(PEOPLE, start=1)]
    assert words[0][0] == (
        "K-01 Yasmina Modèle, critère 1, Diplôme ou expérience équivalente\u00a0: médiane 4, avis unanimes"
    )
    assert words[1][1].endswith("médiane 1, de 1 à 3, écart de 2, essentiel non montré")
    assert words[2][4].endswith("\u00a0: 3 avis pas notés")
    assert words[3][0].endswith("\u00a0: 3 avis pas évaluable")
    assert words[3][9].startswith("K-04 Nel Denkbeeldig, Moyenne pondérée\u00a0: ")
    assert ", entre " in words[3][9]
    assert words[1][10] == "K-02 Wout Schets, Essentiels non montrés\u00a0: 1, 3, 7, 9"


def test_what_is_drawn_is_what_the_query_says(sitting: Sitting) -> None:
    window = sitting()
    assert window.session is not None
    opened = window.session.read.opened(Stage.SCREENING)
    for one in compared(opened.applications, opened.criteria, opened.ratings):
        for code, median in one.medians.items():
            shown = cell(window, one.key, code)
            if median is None:
                assert isinstance(shown, Gap)
                assert (shown.dotted, shown.struck) == (one.key == "K-03", one.key == "K-04")
            else:
                assert isinstance(shown, Range)
                assert (shown.median, shown.low, shown.high) == (median, one.low[code], one.high[code])
                assert (shown.apart, shown.low_essential) == (one.apart(code), code in one.unshown)
        flags = cell(window, one.key, "unshown")
        assert isinstance(flags, Flags)
        assert flags.words == ", ".join(code[1:].lstrip("0") for code in one.unshown)


def test_the_order_is_that_of_the_numbers_until_t_sorts_and_says_so(sitting: Sitting) -> None:
    window = sitting()
    assert keys(window) == ["K-01", "K-02", "K-03", "K-04"]
    assert page(window).order.text() == "Dans l’ordre des numéros, jamais un classement"
    press(Qt.Key.Key_T)
    assert keys(window) == ["K-01", "K-03", "K-02", "K-04"]
    assert page(window).order.text() == "Tri\u00a0: critère 1, décroissant. Pas un classement."
    assert window.status.message.said() == page(window).order.text()
    press(Qt.Key.Key_T)
    assert keys(window) == ["K-02", "K-03", "K-01", "K-04"]
    press(Qt.Key.Key_T)
    assert (keys(window), matrix(window).current()) == (["K-01", "K-02", "K-03", "K-04"], ("K-01", "C01"))


def test_disagreements_alone_and_the_three_views(sitting: Sitting) -> None:
    window = sitting()
    shown = page(window)
    assert shown.apart.text() == "Désaccords  4"
    shown.apart.click()
    assert keys(window) == ["K-01", "K-02", "K-04"]
    shown.apart.click()
    shown.views.chosen.emit(2)
    side = cell(window, "K-04", "C03")
    assert isinstance(side, Side)
    assert (side.levels, side.apart) == ((3, 4, 1), True)
    assert "Dries Comité\u00a0: 4 Très solide" in side.said
    shown.views.chosen.emit(1)
    assert getattr(cell(window, "K-04", "C03"), "level", None) == 3
    assert isinstance(cell(window, "K-04", "C01"), Gap)


def test_a_stage_that_is_closed_stays_closed_beside_an_open_one(sitting: Sitting) -> None:
    window = sitting()
    page(window).stages.chosen.emit(1)
    settle()
    assert page(window).matrix is None
    assert "Personne n’est encore invité à un entretien." in said(window)
    page(window).stages.chosen.emit(0)
    assert keys(window) == ["K-01", "K-02", "K-03", "K-04"]


def test_the_table_is_printed_and_exported_where_one_wants_it(sitting: Sitting, tmp_path: Path) -> None:
    pdf, table, other = tmp_path / "t.pdf", tmp_path / "t.csv", tmp_path / "notes.csv"
    other.write_text("à garder", encoding="utf-8")
    window = sitting("Maude Jury", pdf, table, other)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert window.status.message.said() == "Tableau enregistré\u00a0: t.pdf"
    text = pypdf.PdfReader(BytesIO(pdf.read_bytes())).pages[0].extract_text()
    assert all(name in text for name in PEOPLE)
    assert "jamais un classement" in text
    page(window).export.click()
    head, *rows = csv.reader(StringIO(table.read_text(encoding="utf-8"), newline=""))
    assert [row[:3] for row in rows] == [
        ["K-01", "Yasmina Modèle", "4"],
        ["K-02", "Wout Schets", "1"],
        ["K-03", "Fatou Spécimen", "2"],
        ["K-04", "Nel Denkbeeldig", ""],
    ]
    assert head[2] == "C01"
    page(window).export.click()
    assert other.read_text(encoding="utf-8") == "à garder"


def test_a_rebuilt_window_shows_the_same_cell_in_the_other_language(sitting: Sitting) -> None:
    window = sitting()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_T)
    before = page(window).place
    window.speak(Language.NL)
    settle()
    assert page(window).place == before
    assert page(window).order.text() == "Sortering: criterium 1, aflopend. Geen rangschikking."
    assert len([one for one in page(window).findChildren(Opinions) if one.isVisible()]) == 1


def test_no_word_on_the_page_escapes_the_catalogue(sitting: Sitting) -> None:
    window = sitting()
    assert window.session is not None
    known = [*PEOPLE, *(name for name, _ in PANEL), "vu", "Chargé·e de projets fictifs"]
    known += [label.said(Language.FR) for label in dossiers.LABELS]
    window.tongue = Echo()
    window.rebuild()
    settle()
    press(Qt.Key.Key_Return)
    months = ("novembre", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
    assert escaped(window, (*sorted(known, key=len, reverse=True), *months)) == []
