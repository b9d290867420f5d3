"""The whole job in one window by real key and mouse events; what it made is what the command line makes."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smes_panel import cli
from smes_panel.demo import mails
from smes_panel.intake.example import example
from smes_panel.model.decision import Outcome
from smes_panel.model.vacancy import Stage
from tests.ui.conftest import Opener, at, ctrl, focused, press, settle, type_in
from tests.ui.dossiers import PASSPHRASE
from tests.ui.test_applications import drop
from tests.ui.test_evaluate import AZERTY, QWERTY, send
from tests.ui.test_home import REAL, read, tab_to
from ui.pages.applications import Applications
from ui.pages.compare import Compare
from ui.pages.evaluate import Evaluate
from ui.pages.evaluate.calibration import Exercise
from ui.pages.home import Home
from ui.pages.letters import Letters
from ui.pages.vacancy import Vacancy
from ui.printing.choice import SORTS
from ui.widgets.button import Button
from ui.window import Window

Key, Mod = Qt.Key, Qt.KeyboardModifier
MAUDE, DRIES = "Maude Jury", "Dries Comité"
RATED = ("C01", "C02", "C03", "C04", "C05")
FIRST, SECOND = (1, 2, 3, 4, 0), (4, 0, 2, 1, 3)
COMMENT = "À confirmer à l’oral ; œuvre sociale."
REASON = "la gestion de projets"
WHY = "Une membre est absente."
SHARED = {
    "reference": "CP-2022-06",
    "closes_at": "2022-06-20T23:59",
    "phone": "02 000 00 00",
    "erase_on": "2023-07-08",
    "feedback_by": "2022-09-30",
    "confirm_by": "2022-07-01",
    "interview_address": "rue de la Maquette 1, 1000 Bruxelles",
    "room": "salle A",
    "position.nl": "Projectmedewerker (m/v/x)",
}


@pytest.fixture(autouse=True)
def _phrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMES_PANEL_PASSPHRASE", PASSPHRASE)


def command(*arguments: object) -> None:
    assert cli.main([str(one) for one in arguments]) == 0, arguments


def settled(file: Path, criteria: int) -> None:
    """What only the command line does so far: the panel, and many answers at once."""
    answers = dict(SHARED)
    for number in range(1, criteria + 1):
        code = f"C{number:02d}"
        answers |= {f"weight.{code}": "2", f"essential.{code}": "yes" if number < 4 else "no"}
        answers[f"stages.{code}"] = "screening" if code in RATED else "interview"
    command("settle", file, *(f"{key}={said}" for key, said in answers.items()))
    command("panel", file, "--add", MAUDE, "--role", "chair")
    command("panel", file, "--add", DRIES, "--role", "member")
    command("panel", file, "--add", "Nora Secrétariat", "--role", "secretary")


def table(path: Path, head: str, rows: Sequence[tuple[str, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head.split(","), *rows])
    return path


def click(window: Window, words: str) -> None:
    button = next(one for one in window.page.findChildren(Button) if one.text() == words and one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def rate(keyboard: dict[int, tuple[Qt.Key, str, Qt.KeyboardModifier]], levels: tuple[int, ...]) -> None:
    """Give these levels, the last with a comment, and hand in."""
    for level in levels:
        send(*keyboard[level])
        press(Key.Key_Space)
    press(Key.Key_C)
    type_in(COMMENT)
    press(Key.Key_Return, Mod.ControlModifier)


def contents(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.rglob("*.pdf")}


def unlocked(window: Window) -> None:
    type_in(PASSPHRASE)
    press(Key.Key_Return)
    assert window.session is not None


def test_a_whole_recruitment_by_real_events_is_what_the_command_line_makes(
    open_window: Opener, tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = sorted(mails.write(tmp_path / "tous") and (tmp_path / "tous").rglob("*.eml"))[:10]
    file, letter, grids = tmp_path / "fenêtre.smes", tmp_path / "lettre.pdf", tmp_path / "grilles"
    grids.mkdir()
    source = REAL
    if not REAL.is_file():
        source = tmp_path / "annonce.txt"
        source.write_text(example("connect")[0].text, "utf-8")

    # A dossier out of the posting.
    window = open_window(None, source, file, letter, grids)
    press(Key.Key_Space)
    press(Key.Key_Space)
    read(window, qtbot)
    for name in ("Phrase de passe", "Encore une fois"):
        tab_to(name)
        type_in(PASSPHRASE)
    press(Key.Key_Return)
    session = window.session
    assert session is not None
    criteria = len(session.read.criteria())
    at(window, Vacancy)

    # Ten mails dropped in.
    ctrl(Key.Key_3)
    assert drop(window.page, sent)
    keys = session.read.keys
    qtbot.waitUntil(lambda: window.job("import") is None and len(keys()) == 10, timeout=30_000)
    assert at(window, Applications).table.model().rowCount() == 10

    # Locked; the panel and the answers; unlocked, and who is at the screen.
    ctrl(Key.Key_L)
    settled(file, criteria)
    unlocked(window)
    press(Key.Key_Return)
    session = window.session
    assert session is not None
    assert session.member is not None
    assert session.member.name == MAUDE

    # Two applications, by keys alone: one on QWERTY, one on a Belgian AZERTY.
    ctrl(Key.Key_4)
    exercise = at(window, Evaluate).body.shown()
    assert isinstance(exercise, Exercise)
    while focused() is not exercise.skip:
        press(Key.Key_Tab)
    press(Key.Key_Space)
    press(Key.Key_Space)
    for key, keyboard, levels in (("K-01", QWERTY, FIRST), ("K-02", AZERTY, SECOND)):
        # Whatever order was drawn for her.
        ctrl(Key.Key_K)
        type_in(key)
        press(Key.Key_Return)
        rate(keyboard, levels)
    assert {key for name, key in session.read.progress(Stage.SCREENING).handed_in if name == MAUDE} == {"K-01", "K-02"}

    # The chair opens without the others, with a reason; the matrix.
    ctrl(Key.Key_5)
    page = at(window, Compare)
    assert page.waiting is not None
    assert page.waiting.opening is not None
    QTest.mouseClick(page.waiting.opening, Qt.MouseButton.LeftButton)
    type_in(WHY)
    press(Key.Key_Return)
    assert session.read.opened_at(Stage.SCREENING) is not None
    assert page.matrix is not None
    assert page.matrix.model().rowCount() == 10

    # An outcome each, taken back and done again; what a letter waits for.
    ctrl(Key.Key_8)
    letters = at(window, Letters)
    press(Key.Key_1)
    ctrl(Key.Key_Z)
    assert session.read.with_outcome(Stage.SCREENING, Outcome.INVITED) == ()
    ctrl(Key.Key_Y)
    press(Key.Key_Down)
    press(Key(ord("É")))
    press(Key.Key_Return)
    assert focused().accessibleName() == "Motif lié au profil"
    type_in(REASON)
    press(Key.Key_Return)

    # The letter and the grid, seen and saved.
    qtbot.waitUntil(lambda: REASON in " ".join(letters.preview.accessibleDescription().split()), timeout=10_000)
    ctrl(Key.Key_S)
    assert letter.exists()
    ctrl(Key.Key_P)
    card = letters.card
    assert card is not None
    QTest.mouseClick(card.sorts.findChildren(Button)[SORTS.index("grids")], Qt.MouseButton.LeftButton)
    QTest.mouseClick(card.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(list(grids.rglob("*.pdf"))) == 2, timeout=15_000)
    settle()

    # Another language, there and back; locked, and unlocked where one was.
    ctrl(Key.Key_1)
    click(window, "Nederlands")
    assert window.rail.last.text() == "Vergrendelen"
    click(window, "Français")
    at(window, Home)
    ctrl(Key.Key_8)
    ctrl(Key.Key_L)
    assert window.session is None
    unlocked(window)
    at(window, Letters)
    dated = letters.dated
    window.lock()

    # The same by the command line.
    twin = tmp_path / "commandes.smes"
    command("new", twin, "--posting", source)
    command("import", twin, *sent)
    settled(twin, criteria)
    rows = [
        (key, code, str(level) if level else "na", COMMENT if code == RATED[-1] else "")
        for key, levels in (("K-01", FIRST), ("K-02", SECOND))
        for code, level in zip(RATED, levels, strict=True)
    ]
    given = table(tmp_path / "notes.csv", "application,criterion,level,comment", rows)
    command("rate", twin, "--member", MAUDE, "--stage", "screening", "--from", given)
    command("hand-in", twin, "--member", MAUDE, "--stage", "screening", "--only", "K-01", "--only", "K-02")
    command("open-grids", twin, "--stage", "screening", "--reason", WHY)
    decided = [
        ("K-01", "screening", "invited", "", ""),
        ("K-02", "screening", "not_shortlisted", "", ""),
        ("K-02", "screening", "", "reason", REASON),
    ]
    command("outcome", twin, "--from", table(tmp_path / "issues.csv", "application,stage,outcome,field,value", decided))
    said = []
    for one in (file, twin):
        capsys.readouterr()
        command("ratings", one, "--member", MAUDE, "--json")
        said.append([{k: v for k, v in row.items() if k != "at"} for row in json.loads(capsys.readouterr().out)])
    assert said[0] == said[1]
    assert len(said[0]) == 10

    # And the papers of the window's dossier.
    day = ("--date", dated.isoformat())
    command("letters", file, "--kind", "refusal-screening", "--out", tmp_path / "courriers", "--only", "K-02", *day)
    command("grids", file, "--out", tmp_path / "papiers", "--only", "K-01", *day)
    assert letter.read_bytes() == next((tmp_path / "courriers").glob("K-02*.pdf")).read_bytes()
    ours, theirs = (
        {one.name: one.read_bytes() for one in place.rglob("*.pdf")} for place in (grids, tmp_path / "papiers")
    )
    assert ours == theirs
