"""The matrix of an opened stage: medians and their range, in the order of the numbers, and the opinions below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from smes_panel.errors import PanelError
from smes_panel.gestures.assessment import OpenGrids
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Words
from ui.pages.compare.aside import Aside
from ui.pages.compare.consensus import Kind, Typed, begun
from ui.pages.compare.drawer import WIDE
from ui.pages.compare.legend import Legend
from ui.pages.compare.place import Place
from ui.pages.compare.reading import (
    MEAN,
    MEDIANS,
    MINE,
    UNSHOWN,
    Table,
    heads,
    next_apart,
    ordered,
    read_table,
    score,
    widest,
)
from ui.pages.compare.strip import Strip
from ui.pages.compare.supposing import Supposing
from ui.pages.compare.under import Under
from ui.pages.compare.waiting import Waiting
from ui.pages.compare.weighing import Weighing
from ui.theme import look
from ui.widgets.button import Button, Segments
from ui.widgets.empty import Empty
from ui.widgets.header import Header
from ui.widgets.marks import Rule
from ui.widgets.matrix import Matrix
from ui.widgets.scores import Gap, Score
from ui.widgets.slot import Slot
from ui.wording import compare as w
from ui.wording import dates
from ui.wording import frame as f
from ui.wording import insight as i

if TYPE_CHECKING:
    from smes_panel.model.change import Change
    from ui.frame import Frame as Around
    from ui.session import Session

_SHOWN = (
    *("vacancy", "answer", "application", "number", "outcome", "grid", "opened", "opening", "rating", "member"),
    *("conflict", "consensus", "correction"),
)


_ROOM_FOR_BOTH = 560


@final
class Compare(Weighing):
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
        self.strip = Strip(tongue, list(Stage).index(self._at.stage), apart_only=self._at.apart_only)
        self.stages, self.apart, self.order = self.strip.stages, self.strip.apart, self.strip.order
        self.export, self.drawer = self.strip.export, self.strip.drawer
        self.stages.chosen.connect(self._stage)
        self.apart.clicked.connect(self._filter)
        self.export.clicked.connect(self.save_table)
        self.drawer.clicked.connect(self._draw_out)
        column.addWidget(self.strip)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        column.addLayout(beside, 1)
        self.body = Slot()
        self.body.setObjectName("panelPage")
        beside.addWidget(self.body, 1)
        self.aside = Aside(session, self._at.unfold)
        self.aside.led.connect(self._lead)
        beside.addWidget(self.aside)
        self.matrix: Matrix | None = None
        self.waiting: Waiting | None = None
        self.supposing: Supposing | None = None
        self._cells: Callable[[str, str], Score] = lambda _key, _name: Gap("")
        self._under: Slot | None = None
        self._legend: Slot | None = None
        self._walk = (
            (tongue(f.ARROWS), tongue(w.TO_MOVE)),
            (tongue(f.ENTER), tongue(w.TO_SEE)),
            ("S", tongue(i.TO_SHORTLIST)),
            ("T", tongue(f.TO_SORT)),
            ("C", tongue(w.TO_CONCLUDE)),
            ("R", tongue(w.TO_CORRECT)),
            ("W", tongue(i.TO_WEIGH)),
        )
        self.keys: tuple[tuple[str, str], ...] = self._walk
        self.views.chosen.connect(self._view)
        self.print.clicked.connect(self.save_pdf)
        QShortcut(QKeySequence("Ctrl+P"), self, self.save_pdf, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        session.changed.connect(self._changed)
        self._read()

    # Reading

    def _read(self) -> None:
        tongue, read, stage = self._tongue, self._session.read, self._at.stage
        self._header.title.setText(tongue(w.STAGES[stage]))
        progress = read.progress(stage)
        opened = progress.opened_at is not None and bool(progress.expected)
        for tool in (self.views, self.print):
            tool.setVisible(opened)
        self.strip.offer(opened=opened)
        lock = ("Ctrl L", tongue(f.TO_LOCK))
        self.keys = (*self._walk, lock) if opened else ((tongue(f.TAB), tongue(f.TO_BROWSE)), lock)
        if not opened:
            self._table = self.matrix = self.supposing = self._under = self._legend = None
            self.aside.clear()
            handed_in = tongue.counted(w.COUNT, len({key for _name, key in progress.expected}))
            self._header.line.say(handed_in)
            reason = self._at.reason if self.waiting is None else self.waiting.typed
            self.waiting = Waiting(tongue, progress, self._session.member, reason)
            self.waiting.read_on.connect(lambda: self._frame.go("evaluate"))
            self.waiting.opened.connect(
                lambda reason: self._session.do(OpenGrids(self._at.stage, reason, self._session.member))
            )
            self.body.show_one(self.waiting)
            return
        self.waiting = None
        self._at = replace(self._at, reason=None)
        table = self._table = read_table(self._session, stage, tongue).supposing(dict(self._at.supposed))
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
            self.matrix = self.supposing = self._under = self._legend = None
            title, sentence = self._tongue(w.NO_DISAGREEMENT), self._tongue(w.NO_DISAGREEMENT_SENTENCE)
            self.body.show_one(Empty("circle-check", title, sentence))
            return
        if self.matrix is None:
            self.body.show_one(self._made_matrix())
        assert self.matrix is not None
        view = at.view
        self._cells = cache(lambda key, name: score(table, view, key, name))
        self._show_scores(table)
        self.matrix.go_to(at.key, at.name)
        if self._legend is not None:
            self._legend.show_one(Legend(table, view))
        self._show_opinions()
        self._show_supposing()
        self.aside.show_table(table, self.matrix.current()[0])
        self._make_room()

    def _show_scores(self, table: Table) -> None:
        at, cells = self._at, self._cells
        lines = ordered(table, at.view, at.sort, falling=at.falling, apart_only=at.apart_only)

        def shown(key: str, name: str) -> Score:
            # A what-if weight moves the means, and nothing else of what was opened.
            return score(table, at.view, key, name) if name == MEAN else cells(key, name)

        assert self.matrix is not None
        self.matrix.show_scores(heads(table, at.view), lines, shown, (at.sort, at.falling))

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
        for key, act in (
            ("S", self.shortlist),
            ("W", self.weigh),
            ("D", self.discuss),
            ("P", self.show_passages),
            ("Ctrl+C", self.copy),
            ("C", partial(self.say_of_cell, Kind.AGREE)),
            ("R", partial(self.say_of_cell, Kind.CORRECT)),
        ):
            QShortcut(QKeySequence(key), self.matrix, act, context=Qt.ShortcutContext.WidgetShortcut)
        assert self._table is not None
        self.supposing = Supposing(tongue, self._table.criteria)
        self.supposing.supposed.connect(self._suppose)
        self.supposing.turned.connect(self._turn)
        self.supposing.left.connect(self.arrive)
        self.supposing.reset.connect(self._agreed_again)
        column.addWidget(self.supposing)
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
        under = Under(self._session, self._table, key, name, self._at.typed, passages=self._at.passages)
        under.shut.connect(self._close)
        under.turned.connect(self._fold)
        under.asked.connect(self.say_of_cell)
        under.typed.connect(self._typed)
        under.settled.connect(lambda: self._show_opinions(back=True))
        self._under.show_one(under)
        under.show()
        if held and not back and under.says:
            under.arrive()
        elif held:
            self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
        under.announce()
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
        self.aside.show_person(key)
        if self._at.reading:
            self._show_opinions()

    def _entered(self, key: str, name: str) -> None:
        self._at = replace(self._at, key=key, name=name, reading=True)
        self._show_opinions()

    def _close(self) -> None:
        if not self._at.reading and self._at.weighing:
            self._agreed_again()
            return
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
        under = self._under.shown() if self._under is not None else None
        if isinstance(under, Under):
            under.arrive()

    def _fold(self, passages: bool) -> None:
        self._at = replace(self._at, passages=passages)
        self._show_opinions()
        self.arrive()

    def show_passages(self) -> None:
        """The passages of the current cell with its opinions, or the opinions alone again."""
        if self.matrix is not None:
            unfold = not (self._at.reading and self._at.passages)
            self._at = replace(self._at, passages=unfold, reading=True)
            self._show_opinions()

    def shortlist(self) -> None:
        """Put the person of the current row on the shortlist, or take them off."""
        if self.matrix is not None and self._table is not None:
            self.aside.turn(self._table, self.matrix.current()[0])

    def discuss(self) -> None:
        """Go to the next cell on which the members disagree, person by person in the order of the discussion."""
        if self.matrix is not None and self._table is not None:
            there = next_apart(self._table, *self.matrix.current())
            if there:
                self.matrix.go_to(*there)

    def _lead(self, key: str) -> None:
        if self.matrix is not None and self._table is not None:
            code = widest(self._table, key)
            self.matrix.go_to(key, code)
            self._entered(key, code)
            self.arrive()

    def copy(self) -> None:
        """The table as the page shows it, for a spreadsheet or a letter."""
        from PySide6.QtGui import QGuiApplication

        from ui.pages.compare.copying import as_mime, as_rows

        table, at = self._table, self._at
        if table is not None:
            lines = ordered(table, at.view, at.sort, falling=at.falling, apart_only=at.apart_only)
            QGuiApplication.clipboard().setMimeData(as_mime(as_rows(table, at.view, lines)))
            self._frame.say(self._tongue.counted(i.COPIED, len(lines)))

    def _draw_out(self, out: bool) -> None:
        self._at = replace(self._at, drawer=out)
        self._make_room()

    def _make_room(self) -> None:
        """The drawer is out where there is room for it, or where a person asked."""
        asked, opened = self._at.drawer, self._table is not None
        out = opened and (self._has_room() if asked is None else asked)
        self.aside.setVisible(out)
        self.drawer.setChecked(out)
        # The drawer says the same at its foot.
        self.strip.aid.setVisible(opened and not out)

    def _has_room(self) -> bool:
        """Whether the whole matrix stands beside the drawer."""
        return self.matrix is not None and self.matrix.least_width() + look().px(WIDE) <= self.width()

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

    def save_table(self) -> None:
        """The figures for a spreadsheet."""
        self._save(w.EXPORT, ".xlsx", w.TABLE_FILES)

    def _save(self, title: Words, ending: str, kinds: Words) -> None:
        # Paper is brought in when it is asked for: the window opens without it.
        from smes_panel.paper.placing import PDF, put
        from smes_panel.paper.spreadsheet import COMPARISON_BEGINS
        from ui.pages.compare.saving import as_csv, as_pdf, as_xlsx

        table, tongue, at = self._table, self._tongue, self._at
        if table is None:
            return
        name = tongue(w.FILE_NAME[at.stage]) + ending
        path = self._frame.prompts.file_to_save(self, tongue(title), name, tongue(kinds))
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(ending)
        try:
            if path.suffix.lower() == ".xlsx":
                put(path, *as_xlsx(table))
            elif ending != ".pdf":
                put(path, as_csv(table), COMPARISON_BEGINS)
            else:
                shown = ordered(table, MEDIANS, at.sort, falling=at.falling, apart_only=at.apart_only)
                lines = [table.lines[line.key] for line in shown]
                put(path, as_pdf(self._session, table, lines, at.sort, self.aside.on_paper(table)), PDF)
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
        return replace(self._at, key=key, name=name, unfold=self.aside.unfold)

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
        self._make_room()
