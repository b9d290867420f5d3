"""The page that decides, by real keys: proposals, reasons, positions, the seal, the director's signature in files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt

from smes_panel.dossier import Dossier
from smes_panel.gestures.decision import Decide as DecideOutcome
from smes_panel.gestures.decision import TakeBackOutcome
from smes_panel.model.closing import Act, Verdict
from smes_panel.model.decision import Outcome, Position
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.signing.keys import Key
from smes_panel.signing.reply import answer
from smes_panel.signing.request import Request
from tests.ui import scenes
from tests.ui.conftest import Opener, ctrl, press, settle, type_in
from ui.comforts import Comforts
from ui.pages.decide import Decide
from ui.window import Window

SCREENING, INTERVIEW = Act(Stage.SCREENING), Act(Stage.INTERVIEW)
AT = datetime(2026, 9, 14, 15, 30, tzinfo=UTC)
CHAIR = "Maude Jury"
Sitting = Callable[..., Window]


@pytest.fixture
def sitting(open_window: Opener, stage: Path, tmp_path: Path) -> Sitting:
    """A window on a copy of the finished dossier, on the page that decides, after what `deeds` did in it."""

    def sat(*files: Path, who: str = CHAIR, deeds: Callable[[Dossier], object] = lambda _: None) -> Window:
        path = Path(copyfile(stage / scenes.FINISHED, tmp_path / "décision.smes"))
        with Dossier.open(path, scenes.PHRASE) as dossier:
            deeds(dossier)
            Comforts().sits(dossier.panel, dossier.read.member(who).id if who else "")
            Comforts().looked_at(dossier.panel, "decide")
        window = open_window(path, *files)
        type_in(scenes.PHRASE)
        press(Qt.Key.Key_Return)
        settle()
        return window

    return sat


def page(window: Window) -> Decide:
    assert isinstance(window.page, Decide)
    window.page.show_seal()
    return window.page


def read(window: Window) -> Queries:
    assert window.session is not None
    return window.session.read


def undecided(dossier: Dossier) -> None:
    """K-05 is not decided after the interview any more."""
    dossier.do(TakeBackOutcome(dossier.read.application_id("K-05"), Stage.INTERVIEW))


def outcome(window: Window, key: str = "K-05") -> Outcome | None:
    return read(window).decided(read(window).application_id(key), Stage.INTERVIEW).outcome


def test_a_proposal_is_given_by_its_digit_on_both_keyboards_and_undone(sitting: Sitting) -> None:
    window = sitting(deeds=undecided)
    page(window).go_to("K-05")
    press(Qt.Key.Key_2)
    assert outcome(window) is Outcome.RESERVE
    press(Qt.Key(ord('"')))
    assert outcome(window) is Outcome.NOT_SELECTED
    ctrl(Qt.Key.Key_Z)
    assert outcome(window) is Outcome.RESERVE
    press(Qt.Key.Key_2)
    assert outcome(window) is None


def test_a_reason_is_written_where_it_stands_and_the_next_person_is_one_key_away(sitting: Sitting) -> None:
    window = sitting()
    here = page(window)
    here.go_to("K-08")
    press(Qt.Key.Key_Return)
    assert here.person.reason is not None
    assert here.person.reason.hasFocus()
    ctrl(Qt.Key.Key_A)
    type_in("la pratique des deux langues")
    press(Qt.Key.Key_Escape)
    one = read(window).decided(read(window).application_id("K-08"), Stage.INTERVIEW)
    assert one.reason == "la pratique des deux langues"
    here.arrive()
    press(Qt.Key.Key_N)
    assert here.place.key != "K-08"


def test_everybody_agrees_with_one_key_and_a_minority_position_is_kept_in_words(sitting: Sitting) -> None:
    window = sitting()
    here = page(window)
    here.go_to("K-05")
    press(Qt.Key.Key_A)
    one = read(window).application_id("K-05")
    stances = {each.member: each.position for each in read(window).stances(one, Stage.INTERVIEW)}
    assert set(stances.values()) == {Position.AGREES}
    assert here.person.positions is not None
    member = next(each for each in read(window).panel() if each.name == "Sofia Lectrice")
    line = here.person.positions.words[member.id]
    line.edit()
    type_in("une seule personne en réserve")
    press(Qt.Key.Key_Return)
    found = {each.member: (each.position, each.text) for each in read(window).stances(one, Stage.INTERVIEW)}
    assert found["Sofia Lectrice"] == (Position.MINORITY, "une seule personne en réserve")


def test_what_is_typed_is_kept_when_a_colleague_changes_something_else(sitting: Sitting) -> None:
    window = sitting()
    here = page(window)
    here.go_to("K-08")
    press(Qt.Key.Key_Return)
    ctrl(Qt.Key.Key_A)
    type_in("à moitié écr")
    assert window.session is not None
    window.session.do(
        DecideOutcome(read(window).application_id("K-09"), Stage.INTERVIEW, Outcome.NOT_SELECTED, "autre")
    )
    assert here.person.reason is not None
    assert here.person.reason.typed() == "à moitié écr"


def test_the_seal_says_what_is_lacking_and_leads_there(sitting: Sitting) -> None:
    window = sitting(deeds=undecided)
    here = page(window)
    shown = here.seal._shown
    assert shown is not None
    assert "K-05" in {lack.application for lack in shown.lacks}
    assert here.seal.main is not None
    assert not here.seal.main.isEnabled()
    here.seal.went.emit("K-05")
    assert here.place.key == "K-05"


def test_only_the_chair_or_the_secretary_closes(sitting: Sitting) -> None:
    window = sitting(who="Dries Comité")
    assert page(window).seal.main is None


def closed(window: Window) -> Decide:
    """Both stages closed by the chair, the second one shown."""
    here = page(window)
    for place in (0, 1):
        here.stages.chosen.emit(place)
        here.show_seal()
        assert here.seal.main is not None
        here.seal.main.click()
        settle()
    here.show_seal()
    return here


def test_closing_freezes_what_is_shown_and_reopening_asks_why(sitting: Sitting) -> None:
    window = sitting()
    here = closed(window)
    closing = read(window).in_force(INTERVIEW)
    assert closing is not None
    here.go_to("K-05")
    press(Qt.Key.Key_1)
    assert outcome(window) is Outcome.RESERVE
    assert here.person.reason is not None
    assert here.person.reason.isReadOnly()
    here.reopen("")
    assert read(window).in_force(INTERVIEW) is not None
    here.reopen("une coquille")
    assert read(window).in_force(INTERVIEW) is None


def test_the_director_signs_through_files_and_the_page_tells_each_step(sitting: Sitting, tmp_path: Path) -> None:
    key = Key.made("Dominique Direction", AT)
    card = tmp_path / "direction.smescard"
    card.write_bytes(key.card.content)
    window = sitting()
    here = closed(window)
    prompts = window.prompts
    prompts.files.append(card)  # type: ignore[attr-defined]  # the scripted ones
    assert here.seal.main is not None
    here.seal.main.click()
    assert here.seal.four is not None
    here.seal.worded.emit("des mots qui sont faux")
    assert read(window).signers() == ()
    here.seal.worded.emit(" ".join(key.card.words))
    assert [one.name for one in read(window).signers()] == ["Dominique Direction"]

    asked = tmp_path / "interview.smesrequest"
    prompts.files.append(asked)  # type: ignore[attr-defined]
    here.seal.requested.emit()
    request = Request.opened(asked.read_bytes(), key)
    closing = read(window).in_force(INTERVIEW)
    assert closing is not None
    assert (request.code, len(request.letters)) == (closing.code, 5)

    reply = tmp_path / "interview.smesreply"
    reply.write_bytes(answer(key, request, Verdict.SIGNED, AT))
    prompts.files.append(reply)  # type: ignore[attr-defined]
    here.seal.replied.emit()
    signed = read(window).in_force(INTERVIEW)
    assert signed is not None
    assert signed.signed
    here.show_seal()
    shown = here.seal._shown
    assert shown is not None
    assert (shown.moved, shown.closing) == ((), signed)


def test_the_minutes_are_saved_as_they_stand(sitting: Sitting, tmp_path: Path) -> None:
    where = tmp_path / "pv.pdf"
    window = sitting(where)
    page(window)
    ctrl(Qt.Key.Key_P)
    assert where.read_bytes().startswith(b"%PDF-")


def test_who_was_there_is_ticked_and_counted(sitting: Sitting) -> None:
    window = sitting()
    here = page(window)
    member = next(iter(here.presence.checks))
    here.presence.checks[member].click()
    (meeting,) = read(window).meetings(Stage.INTERVIEW)
    assert sum(meeting.present.values()) == 1
