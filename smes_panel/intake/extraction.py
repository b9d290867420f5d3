"""The text of documents that may be hostile, read in a process of its own that can be lost without harm."""

from __future__ import annotations

import contextlib
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

READ_DOCUMENTS = "--read-documents"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
APART = frozenset((PDF, DOCX))
SECONDS = 20.0
SIZE_LIMIT = 100_000_000

_Exchange = Callable[[IO[bytes], IO[bytes]], bytes]

# A question and its answer: two lengths, then that many bytes.
FRAME = struct.Struct(">II")
REPLY_LIMIT = 2_100_000


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text found in a document; `remark` is one sentence where there is something to know about it."""

    text: str = ""
    remark: str = ""


TOO_LONG = Extracted(remark="Reading the text took too long and was stopped; the document itself is kept as received.")
BROKE = Extracted(remark="The text cannot be read: the document broke its reader; the document itself is kept.")
TOO_BIG = Extracted(remark="The document is too big for its text to be read; the document itself is kept as received.")
NO_READER = Extracted(remark="The text was not read: the reading process did not start; the document itself is kept.")


def command() -> list[str]:
    """How the reading process is started: the built program itself, or this Python on this very package."""
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_DOCUMENTS]
    root = str(Path(__file__).resolve().parents[2])
    # Isolated (-I): a `zipfile.py` lying in the folder that is being imported must never be run.
    start = f"import sys; sys.path.insert(0, {root!r}); from smes_panel.intake.worker import serve; serve()"
    return [sys.executable, "-I", "-c", start]


class Reader:
    """Reads documents one after the other in one child process, started when first needed and replaced when lost.

    A plain pair of pipes and no pickles: what a subverted child could send back is text and nothing else.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._abandoned = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child, if there is one."""
        with self._lock:
            self._end()

    def abandon(self) -> None:
        """Reads nothing more, and kills the child so that who waits for it in another thread waits no longer."""
        self._abandoned = True
        child = self._child
        if child is not None:
            child.kill()

    def text_of(self, content: bytes, media_type: str) -> Extracted:
        """The text of a PDF or DOCX; never raises for anything the document does, and returns within the time limit."""
        if len(content) > SIZE_LIMIT:
            return TOO_BIG
        with self._lock:
            if self._abandoned or (self._child is None and not self._start()):
                return NO_READER
            return self._ask(content, media_type)

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
        _, answer = self._timed(lambda out, _: out.read(FRAME.size))
        if answer != FRAME.pack(0, 0):
            self._end()
            return False
        return True

    def _ask(self, content: bytes, media_type: str) -> Extracted:
        def exchange(out: IO[bytes], into: IO[bytes]) -> bytes:
            kind = media_type.encode()
            into.write(FRAME.pack(len(kind), len(content)) + kind)
            into.write(content)
            into.flush()
            head = out.read(FRAME.size)
            if len(head) < FRAME.size:
                return b""
            text, remark = FRAME.unpack(head)
            return head + out.read(text + remark) if text + remark <= REPLY_LIMIT else b""

        late, answer = self._timed(exchange)
        if len(answer) >= FRAME.size:
            text, remark = FRAME.unpack(answer[: FRAME.size])
            body = answer[FRAME.size :]
            if len(body) == text + remark:
                return Extracted(body[:text].decode("utf-8", "replace"), body[text:].decode("utf-8", "replace"))
        self._end()
        return TOO_LONG if late else BROKE

    def _timed(self, exchange: _Exchange) -> tuple[bool, bytes]:
        """What the exchange reads; the child is killed when it takes longer than it may, which ends the reading."""
        child = self._child
        if child is None or child.stdin is None or child.stdout is None:
            return False, b""
        late = threading.Event()

        def stop() -> None:
            late.set()
            child.kill()

        watch = threading.Timer(self._seconds, stop)
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
