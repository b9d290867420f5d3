"""The child process that opens documents which may be hostile, asked one question at a time over a pair of pipes."""

from __future__ import annotations

import contextlib
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

READ_DOCUMENTS = "--read-documents"
SIZE_LIMIT = 100_000_000

# A question and its answer: two lengths, then that many bytes.
FRAME = struct.Struct(">II")

_Exchange = Callable[[IO[bytes], IO[bytes]], bytes]


@dataclass(frozen=True, slots=True)
class Reply:
    """The two parts of an answer; `lost` is why there is none: the child broke, or was stopped at its time limit."""

    head: bytes = b""
    body: bytes = b""
    lost: str = ""


BROKE = Reply(lost="broke")
LATE = Reply(lost="late")


def command() -> list[str]:
    """How the reading process is started: the built program itself, or this Python on this very package."""
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_DOCUMENTS]
    root = str(Path(__file__).resolve().parents[2])
    # Isolated (-I): a `zipfile.py` lying in the folder that is being imported must never be run.
    start = f"import sys; sys.path.insert(0, {root!r}); from smes_panel.intake.worker import serve; serve()"
    # Isolated, it does not hear from the environment that no compiled modules are to be written either.
    caching = ["-B"] if sys.dont_write_bytecode else []
    return [sys.executable, "-I", *caching, "-c", start]


class Child:
    """One child process, started when first needed and replaced when lost.

    A plain pair of pipes and no pickles: what a subverted child could send back is bytes, and as many as asked for.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._until: float | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._abandoned = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child, if there is one."""
        with self._lock:
            self._end()

    def give(self, seconds: float) -> None:
        """All that is asked from now on is to be answered within so many seconds together."""
        self._until = time.monotonic() + seconds

    def left(self) -> float:
        """For how many seconds more something may be asked."""
        return self._seconds if self._until is None else min(self._seconds, self._until - time.monotonic())

    def abandon(self) -> None:
        """Reads nothing more, and kills the child so that who waits for it in another thread waits no longer."""
        self._abandoned.set()
        self.interrupt()

    def interrupt(self) -> None:
        """Kills the child; who waits for its answer gets none, and the next question starts another."""
        child = self._child
        if child is not None:
            child.kill()

    def _ready(self) -> bool:
        """Whether there is a child to ask; one is started where there is none."""
        if self._abandoned.is_set() or not (self._child is not None or self._start()):
            return False
        if self._abandoned.is_set():  # while it was being started, when there was nothing to kill yet
            self._end()
        return not self._abandoned.is_set()

    def _start(self) -> bool:
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        try:
            self._child = subprocess.Popen(  # noqa: S603 - our own program, no word of it comes from outside
                command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=flags,
                pipesize=1 << 20,
            )
        except OSError:
            return False
        _, answer = self._timed(lambda out, _: out.read(FRAME.size), self._seconds)
        if answer != FRAME.pack(0, 0):
            self._end()
            return False
        return True

    def _ask(self, question: str, content: bytes, limit: int) -> Reply:
        """The answer to a question, of at most `limit` bytes; without one the child is ended."""
        if self.left() <= 0:
            return LATE

        def exchange(out: IO[bytes], into: IO[bytes]) -> bytes:
            asked = question.encode()
            into.write(FRAME.pack(len(asked), len(content)) + asked)
            into.write(content)
            into.flush()
            lengths = out.read(FRAME.size)
            if len(lengths) < FRAME.size:
                return b""
            head, body = FRAME.unpack(lengths)
            return lengths + out.read(head + body) if head + body <= limit else b""

        late, answer = self._timed(exchange, self.left())
        if len(answer) >= FRAME.size:
            head, body = FRAME.unpack_from(answer)
            if len(answer) == FRAME.size + head + body:
                return Reply(answer[FRAME.size : FRAME.size + head], answer[FRAME.size + head :])
        self._end()
        return LATE if late else BROKE

    def _timed(self, exchange: _Exchange, seconds: float) -> tuple[bool, bytes]:
        """What the exchange reads; the child is killed when it takes longer than it may, which ends the reading."""
        child = self._child
        if child is None or child.stdin is None or child.stdout is None:
            return False, b""
        late = threading.Event()

        def stop() -> None:
            late.set()
            child.kill()

        watch = threading.Timer(max(seconds, 0.0), stop)
        watch.daemon = True
        watch.start()
        try:
            answer = exchange(child.stdout, child.stdin)
        except OSError:
            answer = b""
        finally:
            watch.cancel()
        return late.is_set(), answer

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        child.wait()
