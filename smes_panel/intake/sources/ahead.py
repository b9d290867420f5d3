"""The items of an import one after the other, the next ones read while the first is being taken in."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import closing
from itertools import chain
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from smes_panel.intake.extraction import ITEM_SECONDS, Reader
from smes_panel.intake.sources.reading import Item, Source, Step
from smes_panel.intake.sources.walking import steps

AT_ONCE = 2
_SLICE_S = 0.05


def items(paths: Iterable[Path | Source], known: Container[str] = ()) -> Generator[Item, None, None]:
    """Every item under `paths`, in the order given and by name within; a generator that may be closed at any step.

    An item whose fingerprint is in `known` is reported as known without being read again. Nothing is raised for what
    a file holds or fails to hold. While an item is taken in, the next ones are read in threads of their own, since
    half of the time goes by in waiting for the reading process; nothing but reading happens there.
    """
    with closing(items_or_waiting(paths, known, None)) as found:
        yield from (item for item in found if item is not None)


def items_or_waiting(
    paths: Iterable[Path | Source], known: Container[str], patience: float | None
) -> Generator[Item | None, None, None]:
    """The same for a window: a `None` each time that nothing was ready within `patience` seconds."""
    readers = [Reader() for _ in range(AT_ONCE + 1)]
    free: SimpleQueue[Reader] = SimpleQueue()
    for reader in readers[1:]:
        free.put(reader)

    def taken(step: Step) -> Item:
        reader = free.get()
        reader.give(ITEM_SECONDS)
        try:
            return step(reader)
        finally:
            free.put(reader)

    ahead: deque[Future[Item]] = deque()
    pool = ThreadPoolExecutor(AT_ONCE + 1)
    asked = list(paths)
    found = chain.from_iterable(_steps(one, known, readers[0]) for one in asked)
    try:
        # A folder of one person's is read while the steps are looked for, which therefore is work for a thread too.
        looking: Future[Step | None] | None = pool.submit(next, found, None)
        while looking is not None or ahead:
            first: Future[Any] = ahead[0] if looking is None or len(ahead) > AT_ONCE else looking
            if not wait((first,), _SLICE_S if patience is None else patience).done:
                # A source may be slow, or far away: what is ready meanwhile does not wait for it.
                yield ahead.popleft().result() if ahead and ahead[0].done() else None
            elif first is looking:
                step = looking.result()
                looking = None if step is None else pool.submit(next, found, None)
                if step is not None:
                    ahead.append(pool.submit(taken, step))
            else:
                yield ahead.popleft().result()
    finally:
        for reader in readers:
            reader.abandon()
        for one in asked:
            if not isinstance(one, Path):
                one.abandon()
        pool.shutdown(cancel_futures=True)
        for reader in readers:
            reader.close()
        for one in asked:
            if not isinstance(one, Path):
                one.close()


def _steps(one: Path | Source, known: Container[str], reader: Reader) -> Iterator[Step]:
    return steps(one, known, reader) if isinstance(one, Path) else one.steps(known, reader)
