"""Home by keyboard: a dossier created, the demonstration made and stopped, who is at the screen, what awaits."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smes_panel.demo.place import PASSPHRASE
from smes_panel.dossier import Dossier
from smes_panel.gestures.gesture import Together
from smes_panel.gestures.panel import AddMember
from smes_panel.intake.example import example
from smes_panel.intake.posting import criteria_of, posting_text, read_posting
from smes_panel.model.panel import Role
from tests.intake.test_several import PAGE
from tests.ui import dossiers
from tests.ui.conftest import Opener, at, ctrl, focused, press, settle, type_in
from tests.ui.test_wording import Echo, escaped
from ui.comforts import Comforts
from ui.pages.home import Home
from ui.pages.home.door import Waiting
from ui.pages.home.seat import Seat
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.shelf import ShelfRow
from ui.window import Window
from ui.wording import Tongue, dates

REAL = Path(__file__).resolve().parents[2] / ".." / "shared" / "posting" / "connect-2022.txt"
SMALL = "CHARGÉ·E DE PROJETS FICTIFS\n\nProfil\n• Sens de l’organisation\n• Aisance en public\n"


def home(window: Window) -> Home:
    return at(window, Home)


def read(window: Window, qtbot: QtBot) -> None:
    """Wait until the posting was read."""
    new = home(window)._new
    assert new is not None
    qtbot.waitUntil(lambda: new.draft.read is not None)
    settle()


def posting(tmp_path: Path) -> Path:
    """The real posting where it is there, else a small one of our own."""
    if REAL.is_file():
        return REAL
    (tmp_path / "annonce.txt").write_text(SMALL, encoding="utf-8")
    return tmp_path / "annonce.txt"


def tab_to(name: str) -> None:
    """Press Tab until the focus is on the control called so."""
    for _ in range(20):
        if focused().accessibleName() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(name)


def test_a_dossier_is_created_from_the_posting_by_keyboard_alone(
    open_window: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    source, path = posting(tmp_path), tmp_path / "nouveau.smes"
    window = open_window(None, source, path)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)
    read(window, qtbot)
    expected = read_posting(posting_text(source))
    said = [label.text() for label in home(window).findChildren(Label)]
    assert expected.title in said
    assert not path.exists()
    tab_to("Phrase de passe")
    type_in(dossiers.PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert not path.exists()
    tab_to("Encore une fois")
    type_in(dossiers.PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert window.session is not None
    assert window.session.read.posting().text == expected.text
    assert [one.wording for one in window.session.read.criteria()] == [one.wording for one in criteria_of(expected)]
    window.lock()
    with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
        assert len(dossier.read.criteria()) == len(criteria_of(expected))


def test_two_passphrases_that_differ_create_nothing(open_window: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window(None, tmp_path / "nouveau.smes")
    press(Qt.Key.Key_Space)
    new = home(window)._new
    assert new is not None
    new.sources.findChildren(type(new.make))[2].click()
    read(window, qtbot)
    new.passphrase.setText("quatre tasses de thé")
    new.again.setText("quatre tasses de café")
    assert not new.make.isEnabled()
    new.again.setText("quatre tasses de thé")
    assert new.make.isEnabled()
    new.make.click()
    settle()
    assert window.session is not None
    assert window.session.read.criteria() == example("connect")[1]


def test_a_pasted_text_is_read_as_one_types_and_kept_over_a_change_of_language(
    open_window: Opener, qtbot: QtBot
) -> None:
    window = open_window()
    press(Qt.Key.Key_Space)
    new = home(window)._new
    assert new is not None
    new.sources.findChildren(type(new.make))[1].click()
    QApplication.clipboard().setText(SMALL)
    ctrl(Qt.Key.Key_V)
    read(window, qtbot)
    new.passphrase.setText("à moitié")
    window.rebuild()
    settle()
    again = home(window)._new
    assert again is not None
    assert again is not new
    assert (again.text.toPlainText(), again.passphrase.text()) == (SMALL, "à moitié")
    assert again.draft.read is not None


def test_of_several_vacancies_in_a_document_one_is_chosen(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    press(Qt.Key.Key_Space)
    new = home(window)._new
    assert new is not None
    new.sources.findChildren(type(new.make))[1].click()
    QApplication.clipboard().setText(PAGE)
    ctrl(Qt.Key.Key_V)
    read(window, qtbot)
    assert [one.text() for one in new.vacancies.findChildren(type(new.make))] == [
        "Chargé·e de projets (h/f/x) (3)",
        "Psychologue (h/f/x) (2)",
        "Begeleider m/v/x (2)",
    ]
    new.vacancies.enter()
    press(Qt.Key.Key_Right)
    assert new.draft.which == 0
    press(Qt.Key.Key_Space)
    window.rebuild()
    settle()
    again = home(window)._new
    assert again is not None
    assert again.draft.read is not None
    assert again.draft.read[0].title == "Psychologue (h/f/x)"


def test_a_posting_that_cannot_be_read_says_why(open_window: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "photo.pdf").write_bytes(b"no page at all")
    window = open_window(None, tmp_path / "photo.pdf")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(window.findChildren(Notice)))
    assert window.bars.notice is None
    assert not home(window)._new.make.isEnabled()  # type: ignore[union-attr]


def test_a_place_that_is_taken_keeps_what_is_there(open_window: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    taken = tmp_path / "pris.smes"
    taken.write_bytes(b"something else")
    window = open_window(None, taken)
    press(Qt.Key.Key_Space)
    new = home(window)._new
    assert new is not None
    new.sources.findChildren(type(new.make))[2].click()
    read(window, qtbot)
    new.passphrase.setText("quatre tasses de thé")
    new.again.setText("quatre tasses de thé")
    new.make.click()
    assert window.bars.notice is not None
    assert taken.read_bytes() == b"something else"
    assert new.passphrase.text() == "quatre tasses de thé"


def test_a_stopped_demonstration_leaves_nothing_half_made(open_window: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window(None, tmp_path)
    home(window).demo.click()
    job = window.job("demonstration")
    assert job is not None
    qtbot.waitUntil((tmp_path / "Smes Panel" / "connect.smes").is_file, timeout=10_000)
    job.cancel()
    assert list(tmp_path.iterdir()) == []
    assert window.session is None


def test_the_demonstration_opens_when_it_is_made(open_window: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window(None, tmp_path)
    home(window).demo.click()
    qtbot.waitUntil(lambda: window.session is not None, timeout=30_000)
    settle()
    at(window, Seat)
    assert window.bars.notice is not None
    assert PASSPHRASE in window.bars.notice.said
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert window.session is not None
    assert window.session.member is not None
    assert window.session.member.name == "Dries Comité"
    ctrl(Qt.Key.Key_1)
    (row,) = (one for one in window.findChildren(ShelfRow) if one.item.way)
    assert [stop.state for stop in row.item.way] == ["done", "done", "done", "done", "here"]
    assert window.findChildren(Waiting)[0].lines


@pytest.fixture
def shared(path: Path) -> Path:
    """A dossier whose panel has two raters."""
    with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
        members = (("Yasmina Modèle", Role.CHAIR), ("Rik Proef", Role.MEMBER), ("Nora Secrétariat", Role.SECRETARY))
        dossier.do(Together(tuple(AddMember(name, role) for name, role in members)))
    return path


def who(window: Window) -> str:
    """Who is at the screen."""
    assert window.session is not None
    return window.session.member.name if window.session.member is not None else ""


def unlocked(window: Window) -> None:
    type_in(dossiers.PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert window.session is not None


def test_who_is_at_the_screen_is_chosen_once_and_remembered(open_window: Opener, shared: Path) -> None:
    window = open_window(shared)
    unlocked(window)
    at(window, Seat)
    rows = [row.item.title for row in window.page.findChildren(ShelfRow)]
    assert rows == ["Yasmina Modèle", "Rik Proef", "Personne n’évalue ici"]
    assert any("ne sont pas secrètes" in label.text() for label in window.page.findChildren(Label))
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert window.session is not None
    assert window.session.member is not None
    assert window.session.member.name == "Rik Proef"
    ctrl(Qt.Key.Key_L)
    unlocked(window)
    assert not isinstance(window.page, Seat)
    assert window.session.member is not None
    kept = Path(Comforts()._kept.fileName()).read_text(errors="replace")
    assert "Rik" not in kept


def test_several_at_one_laptop_are_asked_each_time_and_nobody_is_an_answer(open_window: Opener, shared: Path) -> None:
    window = open_window(shared)
    unlocked(window)
    at(window, Seat).shared.click()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert who(window) == ""
    ctrl(Qt.Key.Key_L)
    unlocked(window)
    at(window, Seat)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert who(window) == "Rik Proef"
    window.choose_member()
    settle()
    at(window, Seat)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert who(window) == "Yasmina Modèle"


def test_what_awaits_leads_to_its_page(open_window: Opener, shared: Path) -> None:
    window = open_window(shared)
    unlocked(window)
    press(Qt.Key.Key_Return)
    ctrl(Qt.Key.Key_1)
    (waiting,) = window.findChildren(Waiting)
    assert waiting.lines[0].text() == "12 candidatures à évaluer"
    line = next(line for line in waiting.lines if line.isEnabled())
    line.setFocus()
    press(Qt.Key.Key_Space)
    assert not isinstance(window.page, Home)


def test_caps_lock_is_said_where_it_is_typed(open_window: Opener, path: Path) -> None:
    window = open_window(path)
    type_in("QUATRE")
    said = [label for label in home(window).findChildren(Label) if "Verr. Maj" in label.text()]
    assert [label.isVisible() for label in said] == [True]
    type_in("x")
    assert [label.isVisible() for label in said] == [False]


def test_no_word_of_home_escapes_the_catalogue(open_window: Opener, shared: Path, qtbot: QtBot) -> None:
    window = open_window(shared)
    window.tongue = Echo()
    window.rebuild()
    settle()
    unlocked(window)
    at(window, Seat)
    people = ("Yasmina Modèle", "Rik Proef")
    assert escaped(window, people) == []
    press(Qt.Key.Key_Return)
    ctrl(Qt.Key.Key_1)
    today = dates.weekday(Tongue(), datetime.now(UTC).astimezone().date())
    known = (*people, "Chargé·e de projets fictifs", today)
    assert escaped(window, known) == []
    press(Qt.Key.Key_F1)
    assert escaped(window, known) == []
    press(Qt.Key.Key_Escape)
    ctrl(Qt.Key.Key_K)
    assert escaped(window, known) == []
    press(Qt.Key.Key_Escape)
    home(window).new.click()
    new = home(window)._new
    assert new is not None
    new.sources.findChildren(type(new.make))[1].click()
    settle()
    assert escaped(window, known) == []
    new.sources.findChildren(type(new.make))[2].click()
    read(window, qtbot)
    said, criteria = example("connect")
    told = [*(one.label.fr for one in criteria), said.title or "", said.organisation or ""]
    assert escaped(window, (*known, *told)) == []


def test_a_dossier_stays_open_while_another_refuses_to_open(open_window: Opener, path: Path, tmp_path: Path) -> None:
    other = tmp_path / "autre.smes"
    other.write_bytes(b"no dossier")
    window = open_window(path, other)
    unlocked(window)
    ctrl(Qt.Key.Key_1)
    ctrl(Qt.Key.Key_O)
    type_in("peu importe")
    press(Qt.Key.Key_Return)
    assert window.session is not None
    assert window.session.path == path
    assert len(window.findChildren(Notice)) == 1


def test_a_former_dossier_gives_its_vacancy_and_is_left_as_it_was(
    open_window: Opener, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with Dossier.open(path, dossiers.PASSPHRASE) as old:
        old.do(AddMember("Zoé Modèle", Role.SECRETARY))
    before, made = path.read_bytes(), tmp_path / "nouveau.smes"
    window = open_window(None, path, made)
    press(Qt.Key.Key_Space)
    new = home(window)._new
    assert new is not None
    new.sources.findChildren(type(new.make))[3].click()
    assert focused() is new.former.choose
    press(Qt.Key.Key_Space)
    assert focused() is new.former.passphrase
    type_in("pas celle-ci")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.findChildren(Notice)))
    assert focused() is new.former.passphrase
    assert not new.make.isEnabled()
    type_in(dossiers.PASSPHRASE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: new.draft.read is not None)
    new.same_panel.setChecked(True)
    for field in (new.passphrase, new.again):
        field.setText("quatre tasses de thé")
    new.make.click()
    settle()
    assert window.session is not None
    read = window.session.read
    with Dossier.open(path, dossiers.PASSPHRASE) as old:
        assert [one.code for one in read.criteria()] == [one.code for one in old.read.criteria()]
        assert [one.name for one in read.panel()] == [one.name for one in old.read.panel()]
    assert (read.counts().applications, read.vacancy().reference, read.vacancy().closes_at) == (0, None, None)
    assert path.read_bytes() == before


def test_what_was_chosen_of_a_former_dossier_outlives_a_rebuilt_window(open_window: Opener, path: Path) -> None:
    window = open_window(None, path)
    press(Qt.Key.Key_Space)
    new = home(window)._new
    assert new is not None
    new.sources.findChildren(type(new.make))[3].click()
    press(Qt.Key.Key_Space)
    type_in("à moitié")
    kept = new.draft
    home(window)._begin(kept)
    again = home(window)._new
    assert again is not None
    assert (again.former.passphrase.text(), again.draft.former) == ("à moitié", path)
