"""Long work: it steps, it ends exactly once whatever happens, and what was cancelled is closed at its step."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smes_panel.errors import DiskFull, PanelError, Stopped
from tests.ui.conftest import Opener, settle
from ui.jobs import Job, Outcome, Step, aside
from ui.widgets.progress import ProgressRow
from ui.window.bars import SHOWN_AFTER_MS


def ends(qtbot: QtBot, job: Job) -> list[Outcome]:
    """Run a job to its end and a little further; how often and how it ended."""
    heard: list[Outcome] = []
    job.ended.connect(heard.append)
    job.start()
    qtbot.waitUntil(lambda: bool(heard))
    QTest.qWait(20)
    return heard


@pytest.mark.usefixtures("qapp")
def test_a_job_says_its_steps_and_then_once_what_it_made(qtbot: QtBot) -> None:
    def work() -> Generator[object, None, str]:
        yield Step(1, 2)
        yield Step(2, 2)
        return "made"

    job, steps = Job(work()), list[object]()
    job.stepped.connect(steps.append)
    assert ends(qtbot, job) == [Outcome("made")]
    assert steps == [Step(1, 2), Step(2, 2)]


@pytest.mark.parametrize("error", [DiskFull("full"), Stopped("stopped")])
def test_a_refusal_ends_a_job_once(qtbot: QtBot, error: PanelError) -> None:
    def work() -> Iterator[object]:
        yield 1
        raise error

    expected = Outcome(cancelled=True) if isinstance(error, Stopped) else Outcome(refusal=error)
    assert ends(qtbot, Job(work())) == [expected]


def test_a_bug_ends_a_job_once_and_is_not_hidden(qtbot: QtBot) -> None:
    def work() -> Iterator[object]:
        yield 1
        raise ZeroDivisionError

    with qtbot.captureExceptions() as bugs:
        assert ends(qtbot, Job(work())) == [Outcome(broken=True)]
    assert [kind for kind, *_ in bugs] == [ZeroDivisionError]


@pytest.mark.parametrize("by_a_listener", [True, False])
def test_a_cancelled_job_is_closed_at_its_step(qtbot: QtBot, by_a_listener: bool) -> None:
    trace = list[str]()

    def work() -> Iterator[object]:
        try:
            for n in range(1_000_000):
                trace.append(f"step {n}")
                yield n
        finally:
            trace.append("closed")

    job, heard = Job(work()), list[Outcome]()
    job.ended.connect(heard.append)
    if by_a_listener:
        job.stepped.connect(lambda n: job.cancel() if n == 3 else None)
    job.start()
    if not by_a_listener:
        qtbot.waitUntil(lambda: len(trace) > 3)
        job.cancel()
        job.cancel()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [Outcome(cancelled=True)]
    assert trace[-1] == "closed"
    assert trace.count("closed") == 1
    if by_a_listener:
        assert trace == ["step 0", "step 1", "step 2", "step 3", "closed"]


@pytest.mark.usefixtures("qapp")
def test_the_window_lives_while_a_job_is_under_way() -> None:
    def work() -> Iterator[object]:
        while True:
            yield None

    job = Job(work())
    job.start()
    QTest.qWait(60)
    assert job.outcome is None
    job.cancel()
    assert job.outcome == Outcome(cancelled=True)


def test_work_aside_runs_in_a_thread_of_its_own(qtbot: QtBot) -> None:
    assert ends(qtbot, Job(aside(threading.get_ident)))[0].value != threading.get_ident()


def test_a_row_with_cancel_is_shown_past_half_a_second_and_survives_a_rebuilt_window(open_window: Opener) -> None:
    window = open_window()

    def work() -> Iterator[object]:
        while True:
            yield Step(3, 12, "Yasmina Modèle")

    job = window.run("long", work(), "Import")
    settle()
    assert [row for row in window.findChildren(ProgressRow) if row.isVisible()] == []
    QTest.qWait(SHOWN_AFTER_MS + 100)
    window.rebuild()
    settle()
    QTest.qWait(30)
    (row,) = (row for row in window.findChildren(ProgressRow) if row.isVisible())
    assert (row.count.text(), row.doing.said(), row.bar.value(), row.bar.maximum()) == (
        "3 sur 12",
        "Yasmina Modèle",
        3,
        12,
    )
    row.cancel.click()
    settle()
    assert job.outcome == Outcome(cancelled=True)
    assert window.job("long") is None
    assert window.findChildren(ProgressRow) == []
