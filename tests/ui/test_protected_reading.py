"""What protects the reading, by keys: conflicts of interest, what is not asked, the order drawn, reading across."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from smes_panel.dossier import Dossier
from smes_panel.gestures.applications import AttachDocuments
from smes_panel.gestures.asking import AskNot, ReadBlind
from smes_panel.model.application import DocumentKind, IncomingDocument
from smes_panel.model.assessment import RatingState
from smes_panel.model.vacancy import Stage
from tests.ui import dossiers
from tests.ui.conftest import Opener, ctrl, press, settle, type_in
from tests.ui.panelled import CODES, made
from tests.ui.test_evaluate import AZERTY, QWERTY, Key, Mod, here, levels, page, said, send
from ui.comforts import Comforts
from ui.pages.vacancy import Vacancy
from ui.widgets.button import Button
from ui.window import Window

FIRST, SECOND, THIRD = "K-01", "K-02", "K-03"


@pytest.fixture
def window(open_window: Opener, tmp_path: Path) -> Window:
    """Maude, who chairs, on the page that rates; the fourth criterion of the file is not asked of her."""
    path = made(tmp_path / "lire.smes", rated=False)
    with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
        chair = dossier.read.panel()[0]
        dossier.do(AskNot(chair, chair, CODES[3]))
        Comforts().sits(dossier.panel, chair.id)
        Comforts().share(dossier.panel, shared=False)
    window = open_window(path)
    window.unlock(path, dossiers.PASSPHRASE)
    settle()
    window.go("evaluate")
    settle()
    return window


def listed(window: Window) -> list[str]:
    """The keys in the list, from the top."""
    files, session = page(window).files, window.session
    assert files is not None
    assert session is not None
    shown, keys = files.pile.keys(), session.read.keys()
    return [keys[one] for one in shown]


def conflicts(window: Window) -> list[tuple[str, str, bool]]:
    session = window.session
    assert session is not None
    found = session.read.conflicts(session.member)
    return [(one.application, one.reason, one.withdrawn_at is not None) for one in found]


@pytest.mark.parametrize("keyboard", [QWERTY, AZERTY], ids=["qwerty", "azerty"])
def test_a_late_conflict_is_declared_by_keys_and_the_ratings_given_leave_every_count(
    window: Window, keyboard: dict[int, tuple[Key, str, Mod]]
) -> None:
    send(*keyboard[3])
    assert levels(window, FIRST)["C01"] == 3
    ctrl(Key.Key_I)
    card = page(window).conflict.card  # type: ignore[union-attr]
    assert card is not None
    assert "Les notes déjà données quittent les totaux et restent dans la trace." in " ".join(said(window))
    press(Key.Key_Right)
    press(Key.Key_Space)
    send(*keyboard[4])
    assert levels(window, FIRST)["C01"] == 3, "nothing is rated while one declares"
    card.words.setFocus()
    type_in("même équipe en 2019")
    press(Key.Key_Return)
    assert conflicts(window) == [(FIRST, "Lien de travail\u00a0: même équipe en 2019", False)]
    assert listed(window) == [SECOND, THIRD, FIRST]
    assert here(window)[0] == SECOND
    assert window.status.message.said() == ("K-01\u00a0: conflit d’intérêts déclaré. Elle est en fin de liste, fermée.")
    assert page(window).files.progress.said() == "0 sur 2 remis"  # type: ignore[union-attr]
    assert levels(window, FIRST) == dict.fromkeys(CODES)


def test_a_closed_file_shows_its_key_its_reason_and_no_name_and_takes_no_rating_until_it_is_withdrawn(
    window: Window,
) -> None:
    send(*QWERTY[3])
    ctrl(Key.Key_I)
    press(Key.Key_Space)
    type_in("")
    press(Key.Key_Tab)
    press(Key.Key_Return)
    assert conflicts(window) == [(FIRST, "Famille ou proche", False)]
    page(window).files.pile.setFocus()  # type: ignore[union-attr]
    press(Key.Key_N)
    press(Key.Key_N)
    assert here(window)[0] == FIRST
    reader = page(window).reader
    assert reader.accessibleDescription().startswith("K-01 vous est fermée. Conflit d’intérêts déclaré")
    assert reader.accessibleDescription().endswith("Motif\u00a0: Famille ou proche")
    assert "Yasmina" not in " ".join(said(window))
    page(window).take_pane("checklist")
    send(*QWERTY[4])
    assert set(levels(window, FIRST).values()) == {None}
    press(Key.Key_Return, Mod.ControlModifier)
    assert page(window).grid.link.text() == "Retirer la déclaration"  # type: ignore[union-attr]
    page(window).grid.link.click()  # type: ignore[union-attr]
    settle()
    assert conflicts(window) == [(FIRST, "Famille ou proche", True)]
    assert here(window)[0] == FIRST
    assert levels(window, FIRST)["C01"] == 3, "what was rated counts again"
    assert listed(window) == [FIRST, SECOND, THIRD]


def test_escape_declares_nothing_and_another_asks_for_its_words(window: Window) -> None:
    ctrl(Key.Key_I)
    press(Key.Key_Escape)
    assert page(window).conflict.card is None  # type: ignore[union-attr]
    ctrl(Key.Key_I)
    for _ in range(3):
        press(Key.Key_Right)
    press(Key.Key_Space)
    press(Key.Key_Tab)
    press(Key.Key_Return)
    assert window.status.message.said() == "Dites-le en quelques mots."
    assert conflicts(window) == []
    press(Key.Key_Escape)
    send(*QWERTY[2])
    assert levels(window)["C01"] == 2


def test_a_half_typed_conflict_outlives_a_rebuilt_window(window: Window) -> None:
    ctrl(Key.Key_I)
    press(Key.Key_Right)
    press(Key.Key_Space)
    press(Key.Key_Tab)
    type_in("même équ")
    window.rebuild()
    settle()
    card = page(window).conflict.card  # type: ignore[union-attr]
    assert card is not None
    assert (card.kinds.current(), card.words.text()) == (1, "même équ")


def test_a_criterion_not_asked_is_shown_so_passed_over_and_in_no_count(window: Window) -> None:
    grid = page(window).grid
    assert grid is not None
    assert grid.progress.text() == "0 sur 8"
    given = grid.list._items[CODES[3]]
    assert (given.given.words, given.given.asked, given.given.left) == ("Pas demandé", False, False)
    for _ in range(3):
        send(*QWERTY[3])
        press(Key.Key_Space)
    assert here(window)[1] == CODES[4]
    press(Key.Key_Up)
    assert here(window)[1] == CODES[3]
    assert any(one.startswith("Ce critère ne vous est pas demandé") for one in said(window))
    send(*QWERTY[3])
    session = window.session
    assert session is not None
    assert session.member is not None
    sheet = session.read.sheet(session.member, session.read.application_id(FIRST), Stage.SCREENING)
    assert sheet.answers[CODES[3]].state is RatingState.NOT_ASKED
    press(Key.Key_R)
    assert CODES[3] in grid.list.shown(), "the open one stays"
    press(Key.Key_Down)
    assert CODES[3] not in grid.list.shown()


@pytest.mark.parametrize("sign", ["N", "n"], ids=["shift", "caps lock"])
def test_one_criterion_is_read_across_the_files_in_the_order_drawn(window: Window, sign: str) -> None:
    press(Key.Key_Down)
    send(*QWERTY[3])
    # Rated, the first file moves to another group of the list; in the order drawn it stays where it is.
    send(Key.Key_N, sign, Mod.ShiftModifier)
    assert here(window) == (SECOND, CODES[1])
    assert window.status.message.said() == "C3, candidature 2 sur 3"
    send(*QWERTY[2])
    send(Key.Key_N, sign, Mod.ShiftModifier)
    assert here(window) == (THIRD, CODES[1])
    send(Key.Key_N, sign, Mod.ShiftModifier)
    assert here(window) == (THIRD, CODES[1])
    assert window.status.message.said() == "Aucune autre candidature de ce côté dans votre ordre de lecture."
    send(Key.Key_P, "P", Mod.ShiftModifier)
    assert here(window) == (SECOND, CODES[1])
    assert [levels(window, key).get(CODES[1]) for key in (FIRST, SECOND, THIRD)] == [3, 2, None]


def test_files_stand_in_the_order_drawn_for_the_member_and_the_seed_is_said(window: Window) -> None:
    session = window.session
    assert session is not None
    assert session.member is not None
    keys = session.read.keys()
    assert listed(window) == [keys[one] for one in session.read.reading_order(session.member, Stage.SCREENING)]
    files = page(window).files
    assert files is not None
    assert files.drawn.said() == f"Ordre tiré au sort\u00a0: {session.read.seed()}"
    assert session.read.seed() in files.drawn.accessibleName()


def test_the_foot_of_a_draft_offers_to_declare(window: Window) -> None:
    link = page(window).grid.link  # type: ignore[union-attr]
    assert isinstance(link, Button)
    assert link.text() == "Conflit d’intérêts…"
    link.click()
    settle()
    assert page(window).conflict.card is not None  # type: ignore[union-attr]


def test_the_card_keeps_what_the_page_would_take_for_its_own_keys(window: Window) -> None:
    ctrl(Key.Key_I)
    press(Key.Key_N)
    press(Key.Key_D)
    assert here(window) == (FIRST, CODES[0])
    press(Qt.Key.Key_Return, Mod.ControlModifier)
    assert here(window)[0] == FIRST


def test_the_chair_settles_by_keys_which_criterion_is_asked_of_whom_and_may_undo_it(window: Window) -> None:
    session = window.session
    assert session is not None
    window.go("vacancy")
    settle()
    vacancy = window.page
    assert isinstance(vacancy, Vacancy)
    vacancy.turn(3)
    vacancy.rating.matrix.setFocus()
    dries = session.read.panel()[1]
    press(Key.Key_Right)
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert session.read.not_asked(dries) == {"C02"}
    assert vacancy.rating.matrix.currentIndex().data() == "2 Adhésion aux valeurs\u00a0: pas demandé à Dries Comité"
    press(Key.Key_Return)
    assert session.read.not_asked(dries) == frozenset()
    ctrl(Key.Key_Z)
    assert session.read.not_asked(dries) == {"C02"}


def test_names_are_hidden_from_the_vacancy_page_and_the_desk_says_what_is_covered(window: Window) -> None:
    session = window.session
    assert session is not None
    window.go("vacancy")
    settle()
    vacancy = window.page
    assert isinstance(vacancy, Vacancy)
    vacancy.turn(3)
    vacancy.rating.names.chosen.emit(1)
    settle()
    assert session.read.reads_blind(session.member)
    window.go("evaluate")
    settle()
    assert any(one.startswith("Lecture sans les noms") for one in said(window))
    assert "Yasmina" not in " ".join([*said(window), page(window).reader.accessibleDescription()])


def test_a_page_of_which_nothing_can_be_covered_is_shown_on_a_key_alone(window: Window) -> None:
    session = window.session
    assert session is not None
    assert session.member is not None
    first = session.read.application_id(FIRST)
    scan = IncomingDocument("attestation", DocumentKind.OTHER, "application/pdf", b"%PDF-1.4 a scan of ours")
    session.do(AttachDocuments(first, (scan,)))
    session.do(ReadBlind(session.member, Stage.INTERVIEW))
    settle()
    desk = page(window).desk
    assert desk is not None
    for _ in range(4):
        if "Page non montrée" not in said(window):
            press(Key.Key_D)
    assert "Page non montrée" in said(window)
    assert desk.reader.pages == 0
    page(window).take_pane("reader")
    press(Key.Key_Space)
    assert "Page non montrée" not in said(window)


def test_who_neither_chairs_nor_keeps_the_file_settles_nothing(window: Window) -> None:
    session = window.session
    assert session is not None
    dries = session.read.panel()[1]
    session.seat(dries.id)
    settle()
    window.go("vacancy")
    settle()
    vacancy = window.page
    assert isinstance(vacancy, Vacancy)
    vacancy.turn(3)
    vacancy.rating.matrix.setFocus()
    press(Key.Key_Space)
    assert session.read.not_asked(session.read.panel()[0]) == {CODES[3]}
    vacancy.rating.names.chosen.emit(1)
    settle()
    assert not session.read.reads_blind(dries)
