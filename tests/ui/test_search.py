"""From a word typed to the passage on paper: searched in the list, read in the details, opened and marked; by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from smes_panel.dossier import Dossier
from smes_panel.gestures.applications import Withdraw
from smes_panel.gestures.assessment import Rate
from smes_panel.gestures.gesture import Gesture
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import FreezeChecklist
from smes_panel.model.application import DocumentKind, IncomingDocument
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.panel import Role
from smes_panel.model.search import sought
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language, searchable
from tests.ui import dossiers
from tests.ui.conftest import Opener, ctrl, focused, press, settle, type_in
from tests.ui.test_reader import pdf
from ui.comforts import Comforts
from ui.pages.applications import Applications
from ui.pages.evaluate import Evaluate
from ui.widgets.found import FoundLine
from ui.widgets.label import Label
from ui.widgets.reader import Reader
from ui.widgets.reader.letters import folded
from ui.window import Window

PAGES = (
    "Parcours\nStage en psychiatrie",
    *["Une page qui parle de tout autre chose"] * 6,
    "Dix ans de psychiatrie et de coordination\nPsychologie",
)
LETTER = "Madame, Monsieur,\nmon cœur va à la coordination d’un réseau, et à l’équipe."


def documents() -> tuple[IncomingDocument, ...]:
    words = "\n".join(PAGES)
    return (
        IncomingDocument("cv.pdf", DocumentKind.CV, "application/pdf", pdf(*PAGES), words),
        IncomingDocument("lettre.txt", DocumentKind.LETTER, "text/plain", LETTER.encode(), LETTER),
    )


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three applications, the first with a CV of eight pages; two who rate, one who does not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMES_PANEL_HOME", str(tmp_path_factory.mktemp("maker")))
        path = dossiers.make(tmp_path_factory.mktemp("search") / "prêt.smes", people=False)
        with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
            for n, name in enumerate(("Yasmina Modèle", "Wout Schets", "Fatou Spécimen")):
                add = dossiers.application(name, n=n)
                if n == 0:
                    add = replace(add, incoming=replace(add.incoming, documents=documents()))
                dossier.do(add)
            for name, role in (
                ("Maude Jury", Role.CHAIR),
                ("Dries Comité", Role.MEMBER),
                ("Odile Plume", Role.SECRETARY),
            ):
                dossier.do(AddMember(name, role))
            dossier.do(FreezeChecklist())
            maude, dries, _ = dossier.read.panel()
            one, other, _ = dossier.read.keys()
            for member, application, comment in ((maude, other, "un œil sûr"), (dries, one, "un œil voilé")):
                dossier.do(Rate(member, application, Stage.SCREENING, "C03", Answer(RatingState.RATED, 3, comment)))
        return path


Sitting = Callable[..., Window]


@pytest.fixture
def sitting(open_window: Opener, ready: Path, tmp_path: Path) -> Sitting:
    """A window on a copy of the dossier, on the list, with somebody at the screen and something typed in the search."""

    def sat(typed: str, name: str = "Maude Jury", *gestures: Callable[[Dossier], Gesture]) -> Window:
        copied = Path(copyfile(ready, tmp_path / "chercher.smes"))
        with Dossier.open(copied, dossiers.PASSPHRASE) as dossier:
            member = next(one.id for one in dossier.read.panel() if one.name == name)
            Comforts().sits(dossier.panel, member)
            Comforts().share(dossier.panel, shared=False)
            for gesture in gestures:
                dossier.do(gesture(dossier))
        window = open_window(copied)
        window.unlock(copied, dossiers.PASSPHRASE)
        settle()
        window.go("applications")
        settle()
        ctrl(Qt.Key.Key_F)
        type_in(typed)
        return window

    return sat


def found(window: Window) -> list[FoundLine]:
    assert isinstance(window.page, Applications)
    assert window.page.details is not None
    return window.page.details.found.lines


def said(line: FoundLine) -> tuple[str, list[str]]:
    """Where a passage stands, and what is marked in it."""
    return line.accessibleName(), [piece for piece, marked in line._pieces if marked]


def evaluate(window: Window) -> Evaluate:
    assert isinstance(window.page, Evaluate)
    return window.page


def reader(window: Window) -> Reader:
    return evaluate(window).reader


def texts(window: Window) -> list[str]:
    return [one.text() for one in window.page.findChildren(Label) if one.isVisible()]


def test_the_passages_follow_what_is_typed_and_go_with_it(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting("psychi")
    qtbot.waitUntil(lambda: [said(one) for one in found(window)] == [("CV · cv.pdf", ["psychi"])])
    assert found(window)[0].accessibleDescription().startswith("Parcours Stage en psychiatrie")
    assert "Trouvé à 1 endroit" in texts(window)
    ctrl(Qt.Key.Key_A)
    type_in("coord COEUR")
    qtbot.waitUntil(
        lambda: (
            [said(one) for one in found(window)]
            == [("CV · cv.pdf", ["coord"]), ("Lettre · lettre.txt", ["cœur", "coord"])]
        )
    )
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: found(window) == [])
    assert [text for text in texts(window) if text.startswith("Trouvé")] == []


def test_enter_opens_the_document_at_the_passage_and_f3_goes_round(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting("psychi coord")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    desk = reader(window)
    # The words stand together on the last page: that is the passage, though one of them comes before.
    qtbot.waitUntil(lambda: desk.page == 8, timeout=20_000)
    assert focused() is desk
    assert isinstance(window.page, Evaluate)
    page = window.page.desk
    assert page is not None
    qtbot.waitUntil(lambda: page.hits.text() == "2 sur 3", timeout=20_000)
    assert page.search.text() == "psychi coord"
    press(Qt.Key.Key_F3)
    assert page.hits.text() == "3 sur 3"
    press(Qt.Key.Key_F3)
    assert (page.hits.text(), desk.page) == ("1 sur 3", 1)
    press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert (page.hits.text(), desk.page) == ("3 sur 3", 8)


def test_a_passage_of_the_letter_is_reached_by_tab_and_opened_by_enter(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting("l'équipe")
    qtbot.waitUntil(lambda: [said(one) for one in found(window)] == [("Lettre · lettre.txt", ["l’équipe"])])
    (line,) = found(window)
    for _ in range(40):
        if focused() is line:
            break
        press(Qt.Key.Key_Tab)
    assert focused() is line
    press(Qt.Key.Key_Return)
    desk = reader(window)
    qtbot.waitUntil(lambda: desk.hits == 1, timeout=20_000)
    hit = desk._known.search.hits[0]
    assert desk._known.letters[hit.page].text[hit.first : hit.last] == "l’équipe"
    assert desk._known.search.current == hit


def test_words_of_the_heading_over_a_text_do_not_move_the_passage(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting("mon modele")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    desk = reader(window)
    qtbot.waitUntil(lambda: desk._known.search.current is not None, timeout=20_000)
    hit = desk._known.search.current
    assert hit is not None
    assert folded(desk._known.letters[hit.page].text[hit.first : hit.last])[0] == "mon"


def test_what_is_sought_in_the_document_itself_takes_the_place_of_the_words(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting("psychi coord")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    desk = reader(window)
    qtbot.waitUntil(lambda: desk.hits == 3, timeout=20_000)
    ctrl(Qt.Key.Key_F)
    type_in("ans de psy")
    qtbot.waitUntil(lambda: desk.hits == 1, timeout=20_000)
    press(Qt.Key.Key_Escape)
    assert desk.hits == 0


def test_f3_asks_for_words_where_none_are_sought(sitting: Sitting) -> None:
    window = sitting("")
    window.go("evaluate")
    settle()
    press(Qt.Key.Key_F3)
    assert isinstance(window.page, Evaluate)
    assert window.page.desk is not None
    assert focused() is window.page.desk.search


def test_ones_own_comment_leads_to_its_criterion_and_a_colleagues_is_not_found(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting("oeil")
    assert isinstance(window.page, Applications)
    qtbot.waitUntil(lambda: [said(one) for one in found(window)] == [("Mon commentaire, C3", ["œil"])])
    assert window.page.table.model().rowCount() == 1
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert window.session is not None
    place = evaluate(window).place
    assert (window.session.read.keys()[place.application], place.code, place.pane) == ("K-02", "C03", "checklist")


def test_who_does_not_rate_reads_passages_that_lead_nowhere(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting("psychi", "Odile Plume")
    qtbot.waitUntil(lambda: len(found(window)) == 1)
    (line,) = found(window)
    assert (line.isEnabled(), line.focusPolicy()) == (False, Qt.FocusPolicy.NoFocus)
    assert [one for one in texts(window) if "œil" in one] == []


def test_a_passage_of_who_withdrew_is_read_in_the_list_alone(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting("psychi", "Maude Jury", lambda dossier: Withdraw(next(iter(dossier.read.keys())), "par mail"))
    qtbot.waitUntil(lambda: [line.isEnabled() for line in found(window)] == [False])


def test_the_passages_are_there_again_in_another_language(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting("psychi")
    qtbot.waitUntil(lambda: len(found(window)) == 1)
    window.speak(Language.NL)
    settle()
    qtbot.waitUntil(lambda: [said(one) for one in found(window)] == [("Cv · cv.pdf", ["psychi"])])
    assert "Op 1 plaats gevonden" in texts(window)


@pytest.mark.parametrize("text", ["l’Été œuvre", "Łódź Đặng ĳzer ﬁn Yıldız", "coordi­nation", "Straße — réseau"])
def test_the_reader_marks_what_the_list_finds(text: str) -> None:
    for word in text.split():
        for one in sought(word):
            assert list(one.occurrences(folded(text)[0])) != [], searchable(word)
