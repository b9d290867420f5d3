"""The bars above the status bar: long work under way, and notices for the whole window."""

from __future__ import annotations

from collections.abc import Callable
from typing import final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smes_panel.errors import PanelError
from ui.jobs import Job, Step
from ui.widgets.noticebar import NoticeBar
from ui.widgets.progress import ProgressRow
from ui.wording import Tongue
from ui.wording import frame as w
from ui.wording.errors import told

SHOWN_AFTER_MS = 500


@final
class JobRow(ProgressRow):
    """A job's row. Its slots are its own, so that Qt lets go of them when the window is made anew."""

    def __init__(self, tongue: Tongue, words: str) -> None:
        super().__init__(words, tongue(w.CANCEL))
        self._tongue = tongue

    def hear(self, step: object) -> None:
        """Show a step of the job."""
        said = step if isinstance(step, Step) else Step(0)
        count = self._tongue(w.N_OF_M, n=said.n, m=said.total) if said.total else str(said.n or "")
        self.show_step(said.n, said.total, count, said.words)


class Bars(QWidget):
    """One row per long piece of work, and at most one notice."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.notice: NoticeBar | None = None

    def follow(self, job: Job, words: str, *, at_once: bool = False) -> None:
        """Show a job's progress, once it has lasted long enough to be worth a row."""
        row = JobRow(self._tongue, words)
        row.hide()
        self._column.insertWidget(0, row)
        row.stopped.connect(job.cancel)
        job.stepped.connect(row.hear)
        job.ended.connect(row.deleteLater)
        if job.last is not None:
            row.hear(job.last)
        if at_once:
            row.show()
        else:
            QTimer.singleShot(SHOWN_AFTER_MS, row, row.show)

    def tell(self, refusal: PanelError) -> None:
        """Say why something did not happen: what happened, what is kept, what to do."""
        matter = told(self._tongue, refusal)
        said = " ".join(words for _heading, words in matter.parts)
        self.show_notice(matter.title, said, matter.picture, "bad" if matter.grave else "warn")

    def show_notice(
        self,
        title: str,
        said: str = "",
        picture: str = "circle-alert",
        tone: str = "accent",
        action: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        """Show a notice in place of the one before, until it is closed or taken away."""
        self.clear()
        bar = self.notice = NoticeBar(title, said, self._tongue(w.CLOSE), picture, tone, action)
        bar.closed.connect(self.clear)
        if act is not None:
            bar.acted.connect(self.clear)
            bar.acted.connect(act)
        self._column.addWidget(bar)
        bar.announce()

    def clear(self) -> None:
        """Take the notice away."""
        if self.notice is not None:
            self.notice.hide()
            self.notice.deleteLater()
            self.notice = None
