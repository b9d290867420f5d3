"""The matrix of an opened stage: medians and their range, in the order of the numbers, and the opinions below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smes_panel.errors import PanelError
from smes_panel.gestures.assessment import OpenGrids
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Words
from ui.pages.compare.consensus import Kind, Talk, Typed, begun
from ui.pages.compare.legend import Legend
from ui.pages.compare.opinions import Opinions
from ui.pages.compare.reading import MEAN, MEDIANS, MINE, UNSHOWN, Table, heads, ordered, read_table, score
from ui.pages.compare.waiting import Waiting
from ui.theme import look
from ui.widgets.button import Button, Segments
from ui.widgets.empty import Empty
from ui.widgets.flow import Flow
from ui.widgets.header import Header
from ui.widgets.label import Label
from ui.widgets.marks import Icon, Rule
from ui.widgets.matrix import Matrix
from ui.widgets.slot import Slot
from ui.wording import compare as w
from ui.wording import dates
from ui.wording import frame as f

if TYPE_CHECKING:
    from smes_panel.model.change import Change
    from ui.frame import Frame as Around
    from ui.session import Session

_SHOWN = (
    *("vacancy", "answer", "application", "number", "outcome", "grid", "opened", "opening", "rating", "member"),
    *("conflict", "consensus", "correction"),
)


_ROOM_FOR_BOTH = 560


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is on this page: kept over a rebuild. `sort` is empty for the order of the numbers."""

    stage: Stage = Stage.SCREENING
    view: int = 0
    apart_only: bool = False
    sort: str = ""
    falling: bool = True
    key: str = ""
    name: str = ""
    reading: bool = False
    reason: str | None = None
    """Why one opens without waiting, as typed so far; None while one does not."""
    typed: Typed | None = None
    """What one says of a cell after the opening, as typed so far."""


@final
class Compare(QWidget):
    def __init__(self, session: Session, frame: Around, place: Place | None = None) -> None:
        super().__init__()
        self._session, self._frame, self._tongue = session, frame, frame.tongue
        self._at = place or Place()
        self._table: Table | None = None
        tongue = self._tongue
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        views = [tongue(w.MEDIANS), tongue(w.MINE), tongue(w.BY_MEMBER)]
        self.views = Segments(tuple(views), self._at.view, tongue(w.VIEW))
        self.print = Button(tongue(w.PRINT), picture="printer")
        self._header = Header("", (self.views, self.print))
        column.addWidget(self._header)
        column.addWidget(self._strip())
        self.body = Slot()
        self.body.setObjectName("panelPage")
        column.addWidget(self.body, 1)
        self.matrix: Matrix | None = None
        self.waiting: Waiting | None = None
        self._under: Slot | None = None
        self._legend: Slot | None = None
        self._walk = (
            (tongue(f.ARROWS), tongue(w.TO_MOVE)),
            (tongue(f.ENTER), tongue(w.TO_SEE)),
            ("T", tongue(f.TO_SORT)),
            ("C", tongue(w.TO_CONCLUDE)),
            ("R", tongue(w.TO_CORRECT)),
        )
        self.keys: tuple[tuple[str, str], ...] = self._walk
        self.views.chosen.connect(self._view)
        self.print.clicked.connect(self.save_pdf)
        QShortcut(QKeySequence("Ctrl+P"), self, self.save_pdf, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        session.changed.connect(self._changed)
        self._read()

    def _strip(self) -> QFrame:
        tongue, strip = self._tongue, QFrame()
        strip.setObjectName("strip")
        row = Flow(strip, 10, 44)
        row.setContentsMargins(look().px(14), 0, look().px(14), 0)
        names = tuple(tongue(w.STAGE_NAMES[stage]) for stage in Stage)
        self.stages = Segments(names, list(Stage).index(self._at.stage), tongue(w.STAGE))
        self.stages.chosen.connect(self._stage)
        row.addWidget(self.stages)
        self.apart = Button("", small=True, picture="funnel")
        self.apart.setCheckable(True)
        self.apart.setProperty("filter", True)
        self.apart.setChecked(self._at.apart_only)
        self.apart.clicked.connect(self._filter)
        row.addWidget(self.apart)
        self.export = Button(tongue(w.EXPORT), small=True, picture="file-down")
        self.export.clicked.connect(self.save_csv)
        row.addWidget(self.export)
        self.order = Label("", "dense", "ink2")
        row.addWidget(self.order)
        self.aid = QWidget()
        inside = QHBoxLayout(self.aid)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look().px(6))
        inside.addWidget(Icon("scale", "ink2", 16))
        inside.addWidget(Label(tongue(w.AID), "dense", "ink2"))
        row.addWidget(self.aid)
        # A Flow sets its last item at the right edge; while the stage is closed that would be the switch of stages.
        self._end = QWidget()
        self._end.setFixedSize(0, 1)
        row.addWidget(self._end)
        return strip

    # Reading

    def _read(self) -> None:
        tongue, read, stage = self._tongue, self._session.read, self._at.stage
        self._header.title.setText(tongue(w.STAGES[stage]))
        progress = read.progress(stage)
        opened = progress.opened_at is not None and bool(progress.expected)
        for tool in (self.views, self.print, self.apart, self.export, self.order, self.aid):
            tool.setVisible(opened)
        self._end.setVisible(not opened)
        lock = ("Ctrl L", tongue(f.TO_LOCK))
        self.keys = (*self._walk, lock) if opened else ((tongue(f.TAB), tongue(f.TO_BROWSE)), lock)
        if not opened:
            self._table = self.matrix = self._under = self._legend = None
            handed_in = tongue.counted(w.COUNT, len({key for _name, key in progress.expected}))
            self._header.line.say(handed_in)
            reason = self._at.reason if self.waiting is None else self.waiting.typed
            self.waiting = Waiting(tongue, progress, self._session.member, reason)
            self.waiting.read_on.connect(lambda: self._frame.go("evaluate"))
            self.waiting.opened.connect(lambda reason: self._session.do(OpenGrids(self._at.stage, reason)))
            self.body.show_one(self.waiting)
            return
        self.waiting = None
        self._at = replace(self._at, reason=None)
        table = self._table = read_table(self._session, stage, tongue)
        if self._at.view == MINE and table.me is None:
            self._at = replace(self._at, view=0)
            self.views.choose(0)
        if self._at.sort not in {"", MEAN, UNSHOWN, *table.criteria}:
            self._at = replace(self._at, sort="", falling=True)
        self.views.offer(MINE, offered=table.me is not None)
        assert progress.opened_at is not None
        parts = [
            tongue.counted(w.COUNT, len(table.lines)),
            tongue.counted(w.GIVEN_BY, len(table.members)),
            tongue(w.OPENED, when=dates.received(tongue, progress.opened_at)),
        ]
        if progress.missing:
            parts.append(tongue.counted(w.WITHOUT, len(progress.missing)))
        self._header.line.say(", ".join(parts))
        count = sum(line.disagreements for line in table.lines.values())
        self.apart.setText(tongue(w.DISAGREEMENTS, n=count))
        self.apart.updateGeometry()
        self._show_table(table)

    def _show_table(self, table: Table) -> None:
        at = self._at
        lines = ordered(table, at.view, at.sort, falling=at.falling, apart_only=at.apart_only)
        self.order.setText(self._order(table))
        self.order.updateGeometry()
        if not lines:
            self.matrix = self._under = self._legend = None
            title, sentence = self._tongue(w.NO_DISAGREEMENT), self._tongue(w.NO_DISAGREEMENT_SENTENCE)
            self.body.show_one(Empty("circle-check", title, sentence))
            return
        if self.matrix is None:
            self.body.show_one(self._made_matrix())
        assert self.matrix is not None
        view = at.view
        self.matrix.show_scores(
            heads(table, view), lines, lambda key, name: score(table, view, key, name), (at.sort, at.falling)
        )
        self.matrix.go_to(at.key, at.name)
        if self._legend is not None:
            self._legend.show_one(Legend(table, view))
        self._show_opinions()

    def _made_matrix(self) -> QWidget:
        tongue, whole = self._tongue, QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.matrix = Matrix(tongue(w.TABLE), tongue(w.CANDIDATE))
        self.matrix.went.connect(self._went)
        self.matrix.entered.connect(self._entered)
        self.matrix.left.connect(self._close)
        self.matrix.sort_asked.connect(self.sort)
        column.addWidget(self.matrix, 1)
        column.addWidget(Rule())
        self._legend = Slot()
        column.addWidget(self._legend)
        self._under = Slot()
        self._under.setObjectName("under")
        self._under.setVisible(False)
        column.addWidget(self._under)
        return whole

    def _order(self, table: Table) -> str:
        tongue, sort = self._tongue, self._at.sort
        if not sort:
            return tongue(w.BY_NUMBER)
        if sort == MEAN:
            what = tongue(w.THE_MEAN)
        elif sort == UNSHOWN:
            what = tongue(w.THE_UNSHOWN)
        else:
            what = tongue(w.THE_CRITERION, number=table.criteria[sort].number)
        return tongue(w.SORTED_DOWN if self._at.falling else w.SORTED_UP, what=what)

    def _show_opinions(self, *, back: bool = False) -> None:
        """Under the matrix, the opinions on the current cell while one reads them."""
        if self._under is None or self._table is None or self.matrix is None:
            return
        key, name = self.matrix.current()
        shown = self._at.reading and name in self._table.criteria
        self._under.setVisible(shown)
        self._spare_legend()
        if not shown:
            return
        before = self._under.shown()
        held = before is not None and before.isAncestorOf(QApplication.focusWidget() or self)
        talk = Talk(self._session, self._table, key, name, self._at.typed)
        talk.typed.connect(self._typed)
        talk.settled.connect(lambda: self._show_opinions(back=True))
        opinions = Opinions(self._table, key, name, talk)
        opinions.shut.connect(self._close)
        opinions.asked.connect(self.say_of_cell)
        self._under.show_one(opinions)
        opinions.show()
        if held and not back and talk.saying is not None:
            talk.saying.arrive()
        elif held:
            self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
        opinions.announce()
        self.matrix.scrollTo(self.matrix.currentIndex())

    def _spare_legend(self) -> None:
        """Where room is short, opinions that spell the levels out take the place of the legend."""
        if self._legend is not None and self._under is not None:
            self._legend.setVisible(self.height() >= look().px(_ROOM_FOR_BOTH) or self._under.isHidden())

    # Doing

    def _changed(self, change: Change) -> None:
        if change.touches(*_SHOWN):
            held = self.hasFocus() or any(one.hasFocus() for one in self.findChildren(QWidget))
            before = self.matrix
            self._read()
            if held and self.matrix is not before:
                self.arrive()

    def _went(self, key: str, name: str) -> None:
        self._at = replace(self._at, key=key, name=name)
        if self._at.reading:
            self._show_opinions()

    def _entered(self, key: str, name: str) -> None:
        self._at = replace(self._at, key=key, name=name, reading=True)
        self._show_opinions()

    def _close(self) -> None:
        self._at = replace(self._at, reading=False)
        self._show_opinions()
        if self.matrix is not None:
            self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, typed: Typed | None) -> None:
        self._at = replace(self._at, typed=typed)

    def say_of_cell(self, kind: Kind) -> None:
        """Begin, or go on, saying what the panel concludes on the current cell or how one corrects one's own rating."""
        if self._table is None or self.matrix is None or self.matrix.current()[1] not in self._table.criteria:
            return
        key, code = self.matrix.current()
        typed = self._at.typed
        if typed is None or (typed.key, typed.code, typed.kind) != (key, code, kind):
            typed = begun(self._table, key, code, kind)
        if typed is None:
            self._frame.say(self._tongue(w.NOTHING_TO_CORRECT))
            return
        self._at = replace(self._at, typed=typed, reading=True)
        self._show_opinions()
        opinions = self._under.shown() if self._under is not None else None
        if isinstance(opinions, Opinions) and opinions.talk.saying is not None:
            opinions.talk.saying.arrive()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        kind = {Qt.Key.Key_C: Kind.AGREE, Qt.Key.Key_R: Kind.CORRECT}.get(Qt.Key(event.key()))
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if kind is None or not plain or isinstance(QApplication.focusWidget(), QLineEdit):
            super().keyPressEvent(event)
        else:
            self.say_of_cell(kind)

    def sort(self, name: str) -> None:
        """Highest first, then lowest first, then the order of the numbers again; and say which."""
        if name != self._at.sort:
            self._at = replace(self._at, sort=name, falling=True)
        elif self._at.falling:
            self._at = replace(self._at, falling=False)
        else:
            self._at = replace(self._at, sort="", falling=True)
        if self._table is not None:
            self._show_table(self._table)
            self._frame.say(self.order.text())

    def _view(self, view: int) -> None:
        self._at = replace(self._at, view=view)
        if self._table is not None:
            self._show_table(self._table)

    def _stage(self, place: int) -> None:
        self._at = replace(self._at, stage=list(Stage)[place], sort="", falling=True, reason=None)
        self.waiting = None
        self._read()

    def _filter(self, apart_only: bool) -> None:
        self._at = replace(self._at, apart_only=apart_only)
        if self._table is not None:
            self._show_table(self._table)

    # Paper and spreadsheet

    def save_pdf(self) -> None:
        """The table as it stands on paper, where the person wants it."""
        self._save(w.PRINT, ".pdf", w.PDF_FILES)

    def save_csv(self) -> None:
        """The figures for a spreadsheet."""
        self._save(w.EXPORT, ".csv", w.CSV_FILES)

    def _save(self, title: Words, ending: str, kinds: Words) -> None:
        # Paper is brought in when it is asked for: the window opens without it.
        from smes_panel.paper.placing import PDF, put
        from smes_panel.paper.spreadsheet import COMPARISON_BEGINS
        from ui.pages.compare.saving import as_csv, as_pdf

        table, tongue, at = self._table, self._tongue, self._at
        if table is None:
            return
        name = tongue(w.FILE_NAME[at.stage]) + ending
        path = self._frame.prompts.file_to_save(self, tongue(title), name, tongue(kinds))
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(ending)
        try:
            if ending == ".csv":
                put(path, as_csv(table), COMPARISON_BEGINS)
            else:
                shown = ordered(table, MEDIANS, at.sort, falling=at.falling, apart_only=at.apart_only)
                lines = [table.lines[line.key] for line in shown]
                put(path, as_pdf(self._session, table, lines, at.sort, tongue.language), PDF)
        except PanelError as refusal:
            self._frame.tell(refusal)
            return
        self._frame.say(tongue(w.SAVED_AS, name=path.name))

    # What the frame asks

    @property
    def place(self) -> Place:
        if self.matrix is None:
            typed = self.waiting.typed if self.waiting is not None else None
            return replace(self._at, reason=typed)
        key, name = self.matrix.current()
        return replace(self._at, key=key, name=name)

    def arrive(self) -> None:
        if self.matrix is not None:
            self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.waiting is not None:
            self.waiting.arrive()

    def seek(self) -> bool:
        """There is nothing to search here."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare_legend()
