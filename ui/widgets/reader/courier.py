"""The courier: a thread that owns the renderer, does the most urgent wishes first and forgets the stale ones."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ui.widgets.reader.source import Box, Opened, Picture, Renderer, Signs, Task
from ui.widgets.reader.tones import toned

SAMPLED = 6
_PATIENCE = 0.4


class Courier(QObject):
    """Says *answered(number, answer)* in the thread of the window; `number` is that of the document asked for."""

    answered = Signal(int, object)

    def __init__(self, renderer: Callable[[], Renderer]) -> None:
        super().__init__()
        self._make = renderer
        self._renderer: Renderer | None = None
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None
        self._number = 0
        self._content: bytes | None = None
        self._password = ""
        self._tasks: list[Task] = []
        self._posted: set[tuple[int, Task]] = set()
        self._looked_at: set[int] = set()
        self._busy_since = 0.0
        self._over = False

    def show(self, number: int, content: bytes, password: str = "") -> None:
        """Open a document, which later tasks are about; what is asked of an earlier one is let go."""
        with self._wake:
            self._number, self._content, self._password, self._tasks = number, content, password, []
            if self._renderer and self._busy_since and time.monotonic() - self._busy_since > _PATIENCE:
                self._renderer.interrupt()
            if self._thread is None and not self._over:
                self._thread = threading.Thread(target=self._work, name="reader", daemon=True)
                self._thread.start()
            self._wake.notify()

    def want(self, tasks: Sequence[Task]) -> None:
        """Everything that is wanted now, the most urgent first; what is no longer in it is not done."""
        with self._wake:
            self._tasks = [task for task in tasks if (self._number, task) not in self._posted]
            self._wake.notify()

    def taken(self, number: int, answer: object) -> None:
        """The window has this answer now, and may want the same anew."""
        if isinstance(answer, (Picture, Signs)):
            with self._wake:
                self._posted.discard((number, answer.task))

    def close(self) -> None:
        """End the thread and the process; nothing is answered afterwards."""
        with self._wake:
            self._over = True
            self._wake.notify()
        if self._renderer is not None:
            self._renderer.abandon()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(5)

    def _work(self) -> None:
        self._renderer = self._make()
        try:
            while (work := self._next()) is not None:
                number, wish = work
                answer = self._opened(wish) if isinstance(wish, bytes) else self._done(wish)
                # A document that came in between makes the answer stale, and one interrupted for it untrue.
                if answer is not None and number == self._number and not self._over:
                    self.answered.emit(number, answer)
        finally:
            self._renderer.close()

    def _next(self) -> tuple[int, bytes | Task] | None:
        """Waits for what is to be done next: a document to open, else the most urgent task; None at the end."""
        with self._wake:
            self._busy_since = 0.0
            self._wake.wait_for(lambda: self._over or self._content is not None or self._tasks)
            if self._over:
                return None
            self._busy_since = time.monotonic()
            if self._content is not None:
                content, self._content = self._content, None
                self._posted.clear()
                return self._number, content
            task = self._tasks.pop(0)
            self._posted.add((self._number, task))
            return self._number, task

    def _opened(self, content: bytes) -> Opened | None:
        renderer = self._renderer
        assert renderer is not None
        outline = renderer.open(content, self._password)
        if outline.trouble == "damaged":
            outline = renderer.open(
                content, self._password
            )  # once more: the process may have been lost to the document before
        margins: dict[int, Box] = {}
        self._looked_at = set(range(min(SAMPLED, len(outline.sizes))))
        for page in sorted(self._looked_at):
            if self._content is not None or self._over:
                return None
            box = renderer.margins(page)
            if box is not None:
                margins[page] = box
        return Opened(outline.sizes, margins, outline.trouble)

    def _done(self, task: Task) -> Picture | Signs:
        renderer = self._renderer
        assert renderer is not None
        if not task.scale:
            letters = renderer.letters(task.page)
            return Signs(task, letters.text, letters.boxes)
        drawing = renderer.drawing(task.page, task.scale)
        if drawing.trouble:
            return Picture(task, None, drawing.trouble)
        rows = QImage(drawing.pixels, drawing.width, drawing.height, drawing.width * 4, QImage.Format.Format_RGB32)
        # A copy, as the rows belong to the answer.
        image = toned(rows.copy(), task.tone)
        if task.page in self._looked_at:
            return Picture(task, image)
        self._looked_at.add(task.page)
        return Picture(task, image, margins=renderer.margins(task.page))
