"""A list whose columns are told before it is brought in, and a mail of several applications that is decided on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from smes_panel.errors import BadInput
from smes_panel.intake.extraction import Reader
from smes_panel.intake.lists import Meaning, RemarkKind, reading
from smes_panel.model.application import Arrival
from smes_panel.model.words import Language
from tests.intake.forwards import application, carried, mail
from tests.intake.workbooks import xlsx
from tests.ui.conftest import ctrl, press, settle
from tests.ui.test_applications import click, column, drop, ended, page, plain
from ui.pages.applications.bundle import BundleForm
from ui.pages.applications.columns import ListForm
from ui.pages.home.awaits import awaiting
from ui.widgets.label import Elided, Label
from ui.window import Window
from ui.wording import Tongue
from ui.wording import lists as words
from ui.wording.refusals import reason

LIST = """\
Candidatures;;;
Nom;E-mail;Date;Remarque
Zoé Modèle;zoe@exemple.invalid;01/06/2022 09:30;vue au salon
Jan Voorbeeld;jan@exemple.invalid;02/06/2022 10:00;
;;;rappeler
"""


@pytest.fixture
def window(window: Window) -> Window:
    """The window on this page."""
    window.go("applications")
    settle()
    page(window).arrive()
    return window


def listed(window: Window, qtbot: QtBot, path: Path) -> ListForm:
    """The form of a list that was dropped on the page, once it is read."""
    assert drop(window.page, [path])
    qtbot.waitUntil(lambda: window.job(f"list {path}") is None, timeout=20_000)
    settle()
    return asked(window)


def asked(window: Window) -> ListForm:
    form = page(window).form
    assert isinstance(form, ListForm)
    return form


def meanings(form: ListForm) -> list[str]:
    return [choice.text() for choice in form.choices]


def say(form: ListForm, at: int, words: str) -> None:
    """Choose what a column is from its menu."""
    menu = form.choices[at].menu()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == words).trigger()
    settle()


def sentences(form: ListForm) -> list[str]:
    return [plain(label.text()) for label in form.findChildren(Label) if not isinstance(label, Elided)]


def test_a_list_that_is_dropped_shows_its_columns_and_brings_nothing_in_before_it_is_told_to(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    csv = tmp_path / "guichet.csv"
    csv.write_text(LIST, "utf-8")
    form = listed(window, qtbot, csv)
    assert meanings(form) == ["nom complet", "e-mail", "reçue le", "autre (texte)"]
    cells = [label.said() for label in form.findChildren(Elided)]
    assert cells[:4] == ["guichet.csv", "Nom", "Zoé Modèle", "Jan Voorbeeld"]
    assert "« Date » peut se lire jour/mois ou mois/jour : vérifiez l’ordre des dates." in sentences(form)
    assert "La ligne 5 n’a ni nom ni adresse e-mail : elle n’est pas importée." in sentences(form)
    assert (form.add.text(), len(column(window, 0))) == ("Importer 2 candidatures", 12)
    press(Qt.Key.Key_Escape)
    assert (page(window).form, len(column(window, 0))) == (None, 12)


def test_what_a_person_says_of_columns_outlives_a_language_and_becomes_applications(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    csv = tmp_path / "guichet.csv"
    csv.write_text(LIST, "utf-8")
    form = listed(window, qtbot, csv)
    say(form, 3, "motivation")
    say(form, 2, "téléphone")
    say(form, 2, "reçue le")
    QTest.mouseClick(form.dates.findChildren(type(form.add))[1], Qt.MouseButton.LeftButton)
    settle()
    window.speak(Language.NL)
    settle()
    qtbot.waitUntil(lambda: window.job(f"list {csv}") is None, timeout=20_000)
    settle()
    form = asked(window)
    assert meanings(form) == ["volledige naam", "e-mail", "ontvangen op", "motivatie"]
    click(window, "2 kandidaturen importeren")
    qtbot.waitUntil(ended(window), timeout=20_000)
    settle()
    brought = page(window).place.brought
    assert brought is not None
    assert [(one.path, one.result, one.application) for one in brought.results] == [
        ("guichet.csv, 3", Arrival.ADDED, "K-13"),
        ("guichet.csv, 4", Arrival.ADDED, "K-14"),
        ("guichet.csv, 5", Arrival.REFUSED, None),
    ]
    assert (page(window).form, column(window, 1)[12:]) == (None, ["Zoé Modèle", "Jan Voorbeeld"])
    assert window.session is not None
    told = window.session.read.application("K-13")
    assert (f"{told.received_at:%Y-%m-%d}", [one.kind for one in told.documents]) == ("2022-01-06", ["letter", "other"])
    ctrl(Qt.Key.Key_Z)
    assert column(window, 1)[12:] == ["Zoé Modèle"]


def test_two_columns_are_never_one_thing_and_another_sheet_is_another_list(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    book = tmp_path / "listes.xlsx"
    book.write_bytes(xlsx([["Nom", "Mail"], ["Zoé Modèle", "z@exemple.invalid"]], [["Naam"], ["Jan Voorbeeld"]]))
    form = listed(window, qtbot, book)
    say(form, 1, "nom complet")
    assert meanings(form) == ["autre (texte)", "nom complet"]
    assert "Le classeur a d’autres feuilles, laissées de côté : Feuille2." in sentences(form)
    turn = next(one for one in form.findChildren(type(form.add)) if "Feuille1" in one.text())
    turn.menu().actions()[1].trigger()
    settle()
    assert (meanings(form), form.add.text()) == (["nom complet"], "Importer 1 candidature")
    heads = next(one for one in form.findChildren(type(form.add)) if "ligne 1" in one.text())
    heads.menu().actions()[0].trigger()
    settle()
    assert (meanings(form), form.add.isEnabled()) == (["autre (texte)"], False)


def test_a_list_that_cannot_be_read_is_told_in_one_sentence_and_leaves_the_page_as_it_was(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    old = tmp_path / "vieux.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"))
    assert drop(window.page, [old])
    qtbot.waitUntil(lambda: window.job(f"list {old}") is None, timeout=20_000)
    settle()
    assert page(window).form is None
    said = " ".join(plain(label.text()) for label in window.findChildren(Label) if label.isVisible())
    assert "vieux.xls est une feuille Excel d’avant 2007 : enregistrez-la en XLSX ou CSV." in said


def test_every_meaning_and_remark_has_its_words() -> None:
    assert [set(words.MEANINGS), set(words.REMARKS)] == [
        {one.value for one in Meaning},
        {one.value for one in RemarkKind},
    ]


LINES = (
    b'a;b\n"never closed;b\n',
    b"\x00\x01\x02\x03" * 40,
    b"a;b\n" + b"x;y\n" * 20_001,
    b"a;b\n" + b";" * 300 + b"x\n",
    b"a;b\n" + b"x" * 100_001 + b";b\n",
    b"\n",
    b"PK\x03\x04 xl/ [Content_Types].xml",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
)


def test_every_reason_for_which_a_list_is_refused_has_its_words(tmp_path: Path) -> None:
    sentences = [one.format(name="l.csv") for one in reading._TROUBLES.values()]
    with Reader() as reader:
        for raw in LINES:
            with pytest.raises(BadInput) as refusal:
                reading.sheets_of("l.csv", raw, reader)
            sentences.append(str(refusal.value))
        with pytest.raises(BadInput) as refusal:
            reading.read_list(tmp_path, reader)
        sentences.append(str(refusal.value))
    assert [one for one in sentences if "Rien n’est importé." not in reason(Tongue(), one)] == []


# Several applications in one mail


@pytest.fixture
def deciding(window: Window, qtbot: QtBot, tmp_path: Path) -> Window:
    """A mail of two applications was brought in and is being decided on."""
    forwarded = tmp_path / "TR.eml"
    both = (application("Zoé Modèle"), application("Jan Voorbeeld"))
    forwarded.write_bytes(mail("Marc Collègue", "TR: deux", *map(carried, both)))
    assert drop(window.page, [forwarded])
    qtbot.waitUntil(ended(window), timeout=20_000)
    settle()
    brought = page(window).place.brought
    assert brought is not None
    assert [one.result for one in brought.results] == [Arrival.TO_DECIDE]
    assert plain(page(window).waiting.said.said()) == "À traiter : 1 e-mail avec plusieurs candidatures"
    click(window, "Traiter")
    return window


def decide(window: Window, qtbot: QtBot, words: str) -> None:
    click(window, words)
    qtbot.waitUntil(ended(window), timeout=20_000)
    settle()


def form_of(window: Window) -> BundleForm:
    form = page(window).form
    assert isinstance(form, BundleForm)
    return form


def test_a_mail_of_two_applications_becomes_two_and_back(deciding: Window, qtbot: QtBot) -> None:
    assert [check.text() for check in form_of(deciding).parts] == ["Zoé Modèle", "Jan Voorbeeld"]
    decide(deciding, qtbot, "Créer 2 candidatures")
    assert (column(deciding, 1)[12:], page(deciding).table.current_key()) == (["Zoé Modèle", "Jan Voorbeeld"], "K-13")
    assert not page(deciding).waiting.isVisible()
    ctrl(Qt.Key.Key_Z)
    assert (len(column(deciding, 0)), page(deciding).waiting.isVisible()) == (12, True)


def test_what_is_unticked_is_no_application_and_stays_so_in_another_language(deciding: Window, qtbot: QtBot) -> None:
    QTest.mouseClick(form_of(deciding).parts[0], Qt.MouseButton.LeftButton)
    settle()
    deciding.speak(Language.NL)
    settle()
    decide(deciding, qtbot, "1 kandidatuur maken")
    assert column(deciding, 1)[12:] == ["Jan Voorbeeld"]


@pytest.mark.parametrize(
    ("words", "names"), [("Tout est d’une seule personne", ["Zoé Modèle"]), ("Aucune candidature", [])]
)
def test_all_of_it_may_be_one_persons_or_nobodys(deciding: Window, qtbot: QtBot, words: str, names: list[str]) -> None:
    decide(deciding, qtbot, words)
    assert (column(deciding, 1)[12:], page(deciding).form) == (names, None)


def test_deciding_can_wait_and_home_says_so(deciding: Window) -> None:
    click(deciding, "Décider plus tard")
    assert deciding.session is not None
    titles = [plain(one.title) for one in awaiting(deciding.session, Tongue())]
    assert "À traiter : 1 e-mail avec plusieurs candidatures" in titles
    assert (page(deciding).form, page(deciding).waiting.isVisible()) == (None, True)
    click(deciding, "Traiter")
    press(Qt.Key.Key_Escape)
    assert page(deciding).form is None
