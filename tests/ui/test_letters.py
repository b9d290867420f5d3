"""Letters by keyboard: an outcome, the field that a letter waits for, the letter itself, and a folder of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from shutil import copyfile

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smes_panel.cli.papers import print_letters
from smes_panel.dossier import Dossier
from smes_panel.gestures.decision import Decide, FillField
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import Settle
from smes_panel.model.decision import LetterKind, Outcome
from smes_panel.model.panel import Role
from smes_panel.model.template import as_written
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from smes_panel.paper.template import house_text
from smes_panel.prints import correspondence
from tests.ui import dossiers
from tests.ui.conftest import Opener, focused, press, settle, type_in
from tests.ui.test_wording import Echo, escaped
from ui.comforts import Comforts
from ui.pages.letters import Letters
from ui.pages.letters.pieces import pieces
from ui.widgets.inplace import Line
from ui.window import Window

PEOPLE = (("Yasmina Modèle", "fr"), ("Wout Schets", "nl"), ("Fatou Spécimen", "fr"))
SHARED = {
    "reference": "TEST-01",
    "phone": "02 000 00 00",
    "erase_on": "2023-07-08",
    "feedback_by": "2022-09-30",
    "confirm_by": "30/6/2022",
    "interview_address": "rue de la Maquette 1, 1000 Bruxelles",
    "room": "salle A",
    "position.nl": "Medewerker",
}
DAY = date(2022, 6, 24)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with three applications, in which every letter has what all of them share."""
    path = dossiers.make(tmp_path_factory.mktemp("letters") / "essai.smes", people=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMES_PANEL_HOME", str(tmp_path_factory.mktemp("maker")))
        with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
            for n, (name, language) in enumerate(PEOPLE):
                dossier.do(dossiers.application(name, language, n=n))
            for name, role in (("Maude Jury", Role.CHAIR), ("Nora Secrétariat", Role.SECRETARY)):
                dossier.do(AddMember(name, role))
            for question, answer in SHARED.items():
                dossier.do(Settle(question, answer))
    return path


Sitting = Callable[..., Window]


@pytest.fixture
def sitting(open_window: Opener, written: Path, tmp_path: Path) -> Sitting:
    """A window on a copy of the dossier, on the page of letters, after what `deeds` did in it."""

    def sat(*files: Path, deeds: Callable[[Dossier], object] = lambda _: None) -> Window:
        path = Path(copyfile(written, tmp_path / "lettres.smes"))
        with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
            deeds(dossier)
            Comforts().sits(dossier.panel, dossier.read.member("Maude Jury").id)
            Comforts().looked_at(dossier.panel, "letters")
        window = open_window(path, *files)
        type_in(dossiers.PASSPHRASE)
        press(Qt.Key.Key_Return)
        return window

    return sat


def refused(dossier: Dossier, *reasons: str) -> None:
    """Nobody is invited, and the first of them have their reason."""
    for application in tuple(dossier.read.keys()):
        dossier.do(Decide(application, Stage.SCREENING, Outcome.NOT_SHORTLISTED))
    for application, reason in zip(dossier.read.keys(), reasons, strict=False):
        dossier.do(FillField(application, Stage.SCREENING, "reason", reason))


def page(window: Window) -> Letters:
    assert isinstance(window.page, Letters)
    return window.page


def outcomes(window: Window) -> list[Outcome | None]:
    assert window.session is not None
    return [one.outcome for one in correspondence(window.session, Stage.SCREENING, DAY)]


def shown(window: Window) -> str:
    return page(window).preview.accessibleDescription()


def test_an_outcome_is_given_by_its_digit_on_both_keyboards_and_never_by_an_arrow(sitting: Sitting) -> None:
    window = sitting()
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Down)
    press(Qt.Key(ord("É")))
    assert outcomes(window) == [Outcome.INVITED, Outcome.NOT_SHORTLISTED, None]
    pills = page(window).person.outcomes
    assert pills is not None
    pills.enter()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(key)
    assert outcomes(window) == [Outcome.INVITED, Outcome.NOT_SHORTLISTED, None]
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert outcomes(window) == [Outcome.INVITED, None, None]


def test_an_outcome_given_again_is_taken_back(sitting: Sitting) -> None:
    window = sitting()
    press(Qt.Key.Key_1)
    pills = page(window).person.outcomes
    assert pills is not None
    assert pills.current() == 0
    pills.enter()
    press(Qt.Key.Key_Space)
    assert outcomes(window) == [None, None, None]
    assert (page(window).person.outcomes, pills.current()) == (pills, None)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert outcomes(window) == [Outcome.INVITED, None, None]


def test_a_letter_that_waits_names_the_field_and_enter_goes_there(sitting: Sitting) -> None:
    window = sitting(deeds=refused)
    waits = page(window).person.waits
    assert waits is not None
    assert waits.text() == "Il manque\u00a0: motif lié au profil"
    assert shown(window) == "Il manque\u00a0: motif lié au profil"
    press(Qt.Key.Key_Return)
    assert focused().accessibleName() == "Motif lié au profil"
    type_in("la gestion de projets")
    press(Qt.Key.Key_Return)
    assert focused() is page(window).people.table
    waits = page(window).person.waits
    assert waits is not None
    assert waits.text() == "Tous les champs sont remplis"


def test_the_letter_follows_the_typing_before_anything_is_kept(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting(deeds=lambda dossier: refused(dossier, "la première version"))
    assert "la première version" in shown(window)
    assert "Yasmina Modèle" in shown(window)
    press(Qt.Key.Key_Tab)
    page(window).person.blanks["reason"].go_there()
    type_in("le cœur du métier")
    qtbot.waitUntil(lambda: "le cœur du métier" in shown(window))
    assert window.session is not None
    one = window.session.read.application_id("K-01")
    assert window.session.read.decided(one, Stage.SCREENING).fields == {"reason": "la première version"}
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "la première version" in shown(window))


def test_a_date_that_cannot_be_read_says_what_is_expected_and_stays_as_typed(sitting: Sitting) -> None:
    window = sitting(deeds=refused)
    blank = page(window).person.blanks["feedback_by"]
    blank.go_there()
    type_in("31/2/2022")
    press(Qt.Key.Key_Tab)
    assert blank.error.text() == "«\u00a031/2/2022\u00a0» ne se lit pas comme une date. Tapez par exemple 5/7/2022."
    assert blank.error.isVisible()
    assert blank.line is not None
    assert blank.line.text() == "31/2/2022"
    assert window.session is not None
    assert window.session.read.answers()["feedback_by"].value == "2022-09-30"
    blank.go_there()
    type_in("1/10/2022")
    press(Qt.Key.Key_Return)
    assert not blank.error.isVisible()
    assert window.session.read.answers()["feedback_by"].value == "1/10/2022"


def test_what_letters_share_is_settled_in_the_language_of_the_letter(sitting: Sitting) -> None:
    window = sitting(deeds=refused)
    press(Qt.Key.Key_Down)
    blank = page(window).person.blanks["position"]
    blank.go_there()
    type_in("Projectmedewerker")
    press(Qt.Key.Key_Return)
    assert window.session is not None
    answers = window.session.read.answers()
    assert (answers["position.nl"].value, "position" in answers) == ("Projectmedewerker", False)


def test_the_saved_letter_is_the_one_of_the_command_line(sitting: Sitting, tmp_path: Path) -> None:
    place = tmp_path / "ici.pdf"
    window = sitting(place, deeds=lambda dossier: refused(dossier, "la gestion de projets"))
    page(window).people.day.edit()
    type_in("24/6/2022")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert window.session is not None
    path = window.session.path
    window.lock()
    with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
        made, blocked = print_letters(dossier, LetterKind.REFUSAL_SCREENING, tmp_path / "cli", DAY)
    assert (made, len(blocked)) == (1, 2)
    assert place.read_bytes() == (tmp_path / "cli" / "K-01-refusal-screening.pdf").read_bytes()
    assert "Yasmina Modèle" in pypdf.PdfReader(BytesIO(place.read_bytes())).pages[0].extract_text()


def test_a_batch_makes_what_the_command_line_makes_and_names_nobody_else(
    sitting: Sitting, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "lettres"
    window = sitting(folder, deeds=lambda dossier: refused(dossier, "un motif", "een motief"))
    page(window).people.export.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.job("letters") is None)
    assert sorted(one.name for one in folder.iterdir()) == [
        "K-01-refusal-screening.pdf",
        "K-02-refusal-screening.pdf",
    ]


def test_a_batch_that_is_stopped_leaves_whole_letters_only(sitting: Sitting, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "lettres"
    window = sitting(folder, deeds=lambda dossier: refused(dossier, "un motif", "een motief", "un autre"))
    page(window).export()
    job = window.job("letters")
    assert job is not None
    job.stepped.connect(lambda _step: job.cancel())
    qtbot.waitUntil(lambda: window.job("letters") is None)
    left = sorted(one.name for one in folder.iterdir())
    assert left == ["K-01-refusal-screening.pdf"]
    assert len(pypdf.PdfReader(folder / left[0]).pages) == 1


def test_a_rebuilt_window_shows_the_same_letter_in_the_other_language(sitting: Sitting) -> None:
    window = sitting(deeds=lambda dossier: refused(dossier, "un motif", "een motief"))
    press(Qt.Key.Key_Down)
    before = shown(window)
    assert "Wout Schets" in before
    window.speak(Language.NL)
    settle()
    assert (shown(window), page(window).people.table.current_key()) == (before, "K-02")
    assert page(window).stages.accessibleName() == "Fase"


def test_a_page_that_went_away_listens_no_more(sitting: Sitting) -> None:
    window = sitting(deeds=refused)
    old = page(window)
    window.go("vacancy")
    settle()
    from shiboken6 import isValid

    assert not isValid(old)
    assert window.session is not None
    assert window.session.do(Settle("room", "salle B"))


def test_no_word_on_the_page_escapes_the_catalogue(sitting: Sitting) -> None:
    window = sitting(deeds=lambda dossier: refused(dossier, "un motif"))
    window.tongue = Echo()
    window.rebuild()
    settle()
    known = [name for name, _ in PEOPLE] + list(SHARED.values())
    known += ["un motif", "K-01", "K-02", "K-03", "Maude Jury", "Nora Secrétariat", "rh@exemple.invalid"]
    known += ["Chargé·e de projets fictifs", "19"]
    house = as_written(house_text(LetterKind.REFUSAL_SCREENING, Language.FR))
    parts = [part.strip() for one in pieces(Echo(), house) if isinstance(one, str) for part in one.split("\n")]
    known += [part for part in parts if len(part) > 1]
    days = [one.text() for one in page(window).findChildren(Line)]
    assert escaped(window, tuple(sorted([*known, *days, shown(window), "20 juin 2022"], key=len, reverse=True))) == []
    assert QApplication.focusWidget() is not None
