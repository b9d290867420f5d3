"""Long work: a generator in; its steps and exactly one end out."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal

from smes_panel.errors import PanelError, Stopped

T = TypeVar("T")

SLICE_S = 0.012
"""How long the work goes on before the window gets its turn: less than a frame."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far long work is: `n` of `total` done (0 where the total is not known), and what is being done, in words."""

    n: int
    total: int = 0
    words: str = ""
    value: object = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended: done with a `value` (what the generator returned), cancelled, refused, or broken by a bug."""

    value: object = None
    cancelled: bool = False
    refusal: PanelError | None = None
    broken: bool = False

    @property
    def done(self) -> bool:
        return not self.cancelled and self.refusal is None and not self.broken


class Job(QObject):
    """Runs a generator in slices on the thread of the window, so that it may touch the dossier.

    The generator yields what `stepped` then says: a `Step` is shown as a bar, anything else counts as one more done.
    Nothing happens before `start`, so that whoever made the job can listen first.
    """

    stepped = Signal(object)
    ended = Signal(object)
    """An `Outcome`, exactly once, whatever happens."""

    def __init__(self, work: Iterator[object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self.outcome: Outcome | None = None
        self.last: object = None
        self._inside = self._unwanted = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin with the next turn of the event loop."""
        self._timer.start()

    def cancel(self) -> None:
        """Close the generator where it stands; nothing of the unfinished step is kept."""
        if self.outcome is not None:
            return
        if self._inside:
            # Asked for by the work itself, or by what hears one of its steps: a running generator cannot be closed.
            self._unwanted = True
            return
        self._timer.stop()
        self._close()

    def _go_on(self) -> None:
        enough = perf_counter() + SLICE_S
        while self.outcome is None:
            self._inside = True
            try:
                step = next(self._work)
            except StopIteration as end:
                self._end(Outcome(end.value))
                return
            except Stopped:
                self._end(Outcome(cancelled=True))
                return
            except PanelError as refusal:
                self._end(Outcome(refusal=refusal))
                return
            except BaseException:
                self._end(Outcome(broken=True))
                raise
            finally:
                self._inside = False
            if self._unwanted:
                self._timer.stop()
                self._close()
                return
            self.last = step
            self.stepped.emit(step)
            if perf_counter() >= enough:
                return

    def _close(self) -> None:
        close = getattr(self._work, "close", None)
        try:
            if close is not None:
                close()
        except BaseException:
            self._end(Outcome(broken=True))
            raise
        self._end(Outcome(cancelled=True))

    def _end(self, outcome: Outcome) -> None:
        self._timer.stop()
        self._inside = False
        self.outcome = outcome
        self.ended.emit(outcome)


def paced(work: Generator[tuple[int, int], None, T]) -> Generator[Step, None, T]:
    """Work that says how many of how many are done, as steps."""
    try:
        while True:
            n, total = next(work)
            yield Step(n, total)
    except StopIteration as end:
        return cast("T", end.value)
    finally:
        work.close()


def aside(work: Callable[[], T]) -> Generator[None, None, T]:
    """Work that never meets a dossier, in a thread of its own; the generator returns what it made.

    A cancelled one is let run to its end unheard: it must not leave anything behind.
    """
    # Brought in when it is needed: the first screen is up before.
    from concurrent.futures import ThreadPoolExecutor, wait

    hands = ThreadPoolExecutor(1)
    try:
        waiting = hands.submit(work)
        while not waiting.done():
            wait([waiting], SLICE_S)
            yield None
        return waiting.result()
    finally:
        hands.shutdown(wait=False)
