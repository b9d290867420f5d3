"""Where the drawer stands: the shortlist is read and changed here, and the figures are worked out aside."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from smes_panel.gestures.decision import Decide, TakeBackOutcome
from smes_panel.model.decision import Outcome
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from ui import jobs
from ui.pages.compare import findings
from ui.pages.compare.drawer import Drawer
from ui.pages.compare.findings import Findings, find
from ui.pages.compare.reading import Table
from ui.session import Session
from ui.widgets.slot import Slot

_CHOSEN = {Stage.SCREENING: Outcome.INVITED, Stage.INTERVIEW: Outcome.SELECTED}
_REST_MS = 150
"""How long the matrix is left in peace before the figures are begun."""


class Aside(Slot):
    """Says *led(key)* to whom a line of the drawer leads."""

    led = Signal(str)

    def __init__(self, session: Session, unfold: bool) -> None:
        super().__init__()
        self._session, self.unfold = session, unfold
        self._table: Table | None = None
        self._shortlist: tuple[str, ...] = ()
        self.found: Findings | None = None
        self._job: jobs.Job | None = None
        self._unwanted = Event()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._begin)
        session.closing.connect(self.clear)

    @property
    def drawer(self) -> Drawer | None:
        shown = self.shown()
        return shown if isinstance(shown, Drawer) else None

    def clear(self) -> None:
        """Let go of everything that came from the stage."""
        self._stop()
        self._table = self.found = None
        self.setVisible(False)

    def show_table(self, table: Table, key: str) -> None:
        """The drawer of a stage anew; what was worked out of the same reading stays."""
        read, stage = self._session.read, table.opened.stage
        keys = read.keys()
        chosen = {keys[one] for one in read.with_outcome(stage, _CHOSEN[stage])}
        shortlist = tuple(one for one in table.lines if one in chosen)
        same = self._table is not None and self._table.opened is table.opened and self._shortlist == shortlist
        self._table, self._shortlist = table, shortlist
        me = self._session.member
        drawer = Drawer(
            table,
            shortlist,
            offered=stage is Stage.SCREENING,
            chair=me is not None and me.role is Role.CHAIR,
            unfold=self.unfold,
        )
        drawer.taken_out.connect(lambda one: self.turn(table, one))
        drawer.led.connect(self.led)
        drawer.unfolded.connect(self._unfold)
        self.show_one(drawer)
        drawer.show_person(key)
        if not same:
            self._stop()
        if self.found is not None:
            drawer.show_findings(self.found)
        elif self.isVisible():
            self._rest.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.found is None and self._table is not None and self._job is None:
            self._rest.start()

    def hideEvent(self, event: QHideEvent) -> None:
        # What nobody sees is not worked out: a drawer put away, a page that is left.
        super().hideEvent(event)
        if self.found is None:
            self._stop()

    def _unfold(self, unfold: bool) -> None:
        self.unfold = unfold

    def turn(self, table: Table, key: str) -> None:
        """Put somebody on the shortlist, or take them off. It is a gesture as any other, undone as any other."""
        if key not in table.lines or table.opened.stage is not Stage.SCREENING:
            return
        application = self._session.read.application_id(key)
        if key in self._shortlist:
            self._session.do(TakeBackOutcome(application, Stage.SCREENING))
        else:
            self._session.do(Decide(application, Stage.SCREENING, Outcome.INVITED))

    def show_person(self, key: str) -> None:
        if self.drawer is not None:
            self.drawer.show_person(key)

    def weigh(self, table: Table, key: str) -> None:
        """The same stage under other weights: what was worked out is of the agreed ones and stays."""
        self._table = table
        if self.drawer is not None:
            self.drawer.weigh(table, key)

    def on_paper(self, table: Table) -> tuple[str, ...]:
        """The sentences that go under the printed table."""
        return findings.on_paper(table, self.found, self._shortlist)

    def _begin(self) -> None:
        table, shortlist = self._table, self._shortlist
        if table is not None:
            stop = self._unwanted = Event()
            self._job = jobs.Job(jobs.aside(lambda: find(table, shortlist, stop.is_set)), self)
            self._job.ended.connect(self._worked_out)
            self._job.start()

    def _worked_out(self, outcome: jobs.Outcome) -> None:
        if outcome.done and isinstance(outcome.value, Findings):
            self.found = outcome.value
            if self.drawer is not None:
                self.drawer.show_findings(self.found)

    def _stop(self) -> None:
        self._rest.stop()
        self.found = None
        if self._job is not None:
            self._unwanted.set()
            self._job.cancel()
            self._job.deleteLater()
            self._job = None
