"""Broken documents, one after the other, on the page where one rates: the window stands and every rating is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from smes_panel.dossier import Dossier
from smes_panel.gestures.applications import AttachDocuments
from smes_panel.model.application import DocumentKind, IncomingDocument
from smes_panel.model.assessment import RatingState
from smes_panel.model.vacancy import Stage
from tests.ui import dossiers
from tests.ui.conftest import press
from tests.ui.panelled import PEOPLE, made
from tests.ui.test_evaluate import QWERTY, Sitting, here, levels, page, ready, sitting
from tests.ui.test_reader import came
from ui.window import Window

__all__ = ["ready", "sitting"]

Key = Qt.Key


def broken(folder: Path, every: int) -> Iterator[bytes]:
    """Of every so manieth broken document: itself, itself with some bytes changed, itself cut short."""
    chance = Random(29)
    for path in sorted(folder.rglob("*.pdf"))[::every]:
        content = path.read_bytes()
        changed = bytearray(content)
        for _ in range(1 + len(content) // 500):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        yield content
        yield bytes(changed)
        yield content[: chance.randrange(1, len(content))]


def laid_out(path: Path, papers: list[bytes]) -> Path:
    """A dossier whose applications share these documents among them."""
    path = made(path, rated=False)
    with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
        for number in range(len(PEOPLE)):
            some = papers[number :: len(PEOPLE)]
            documents = (
                IncomingDocument(f"{n}.pdf", DocumentKind.OTHER, "application/pdf", content)
                for n, content in enumerate(some)
            )
            dossier.do(AttachDocuments(dossier.read.application_id(f"K-0{number + 1}"), tuple(documents)))
    return path


def read_through(qtbot: QtBot, window: Window, papers: list[bytes]) -> dict[tuple[str, str], int]:
    """Every document by key, a rating given beside each; answers the last level given to each criterion."""
    given: dict[tuple[str, str], int] = {}
    for number, key in enumerate(("K-01", "K-02", "K-03")):
        for n in range(len(papers[number :: len(PEOPLE)])):
            reader = page(window).reader
            with qtbot.waitSignal(reader.opened, timeout=60_000):
                press(Key.Key_D)
            press(Key.Key_End)
            came(qtbot, reader)
            reader.viewport().grab()
            at, level = here(window), n % 4 + 1
            assert at[0] == key
            press(QWERTY[level][0])
            given[at] = level
            assert levels(window, key)[at[1]] == level
            press(Key.Key_Down if n % 9 < 8 else Key.Key_Up)
        if key != "K-03":
            press(Key.Key_N)
    return given


def through(qtbot: QtBot, sitting: Sitting, path: Path, folder: Path, every: int) -> int:
    papers = list(broken(folder, every))
    window = sitting(path=laid_out(path, papers))
    given = read_through(qtbot, window, papers)
    assert window.session is not None
    file, member = window.session.path, window.session.member
    assert member is not None
    window.lock()
    with Dossier.open(file, dossiers.PASSPHRASE) as dossier:
        kept = {
            (key, code): answer.level
            for one, key in dossier.read.keys().items()
            for code, answer in dossier.read.sheet(member, one, Stage.SCREENING).answers.items()
            if answer.state is RatingState.RATED
        }
        assert kept == given
        assert list(dossier.check()) == []
    return len(papers)


def test_some_cost_neither_the_window_nor_a_rating(
    qtbot: QtBot, sitting: Sitting, tmp_path: Path, shared: Path
) -> None:
    assert through(qtbot, sitting, tmp_path / "abîmé.smes", shared / "corpora" / "pdf", 25) >= 24


@pytest.mark.long
def test_all_of_them_cost_neither_the_window_nor_a_rating(
    qtbot: QtBot, sitting: Sitting, tmp_path: Path, shared: Path
) -> None:
    assert through(qtbot, sitting, tmp_path / "abîmé.smes", shared / "corpora" / "pdf", 1) >= 3 * 171
