"""The page: which application, which document, which criterion; what each key does, and what each gesture is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, final

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from smes_panel.gestures.assessment import HandIn, Rate, TakeBackGrid
from smes_panel.gestures.vacancy import FreezeChecklist
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.vacancy import Stage
from ui.pages.evaluate import blank
from ui.pages.evaluate.calibration import Exercise, wanted
from ui.pages.evaluate.conflict import Conflict, of_closed
from ui.pages.evaluate.desk import Desk
from ui.pages.evaluate.evidence import Evidence
from ui.pages.evaluate.files import Files
from ui.pages.evaluate.going import Going
from ui.pages.evaluate.grid import Grid
from ui.pages.evaluate.keys import act_on, all_keys, bind, main_keys
from ui.pages.evaluate.order import Order, order_of
from ui.pages.evaluate.original import Original
from ui.pages.evaluate.own import Own
from ui.pages.evaluate.place import Declaring, Place
from ui.pages.evaluate.reading import asked, columns, foot, item, opinions_beside
from ui.widgets.order import tab_through
from ui.wording import dates
from ui.wording import evaluate as w
from ui.wording import reading as r

if TYPE_CHECKING:
    from smes_panel.model.change import Change
    from smes_panel.model.panel import Member
    from smes_panel.queries.answers import Sheet
    from ui.frame import Frame
    from ui.session import Session

_SHOWN = (
    *("draft", "grid", "opened", "rating", "outcome", "application", "number", "document", "merged", "admission"),
    *("criterion", "answer", "member", "freeze", "vacancy", "erasure", "conflict", "not_asked", "blind", "scratchpad"),
    "calibration",
)


@final
class Evaluate(Going):
    def __init__(self, session: Session, frame: Frame, place: Place | None = None) -> None:
        super().__init__()
        self._session, self._frame, self._tongue = session, frame, frame.tongue
        self._at = place or Place()
        self._sheet: Sheet | None = None
        self._order = Order()
        tongue = self._tongue
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.body)
        self.keys: tuple[tuple[str, str], ...] = main_keys(tongue)
        self.all_keys = all_keys(tongue)
        bind(self, self)
        session.changed.connect(self._changed)
        self._read()

    # Reading

    def _read(self) -> None:
        """Show what there is to do: the three panes, or why there is nothing to rate."""
        tongue, read, at = self._tongue, self._session.read, self._at
        stage, member = at.stage, self._member
        self._sheet = None
        if member is None:
            raters = any(one.role.rates for one in read.panel())
            self._blank(blank.nobody(tongue, self._frame.choose_member) if raters else blank.no_panel(tongue))
            return
        order = self._order = order_of(read, member, stage)
        if not read.rated_at(stage):
            self._blank(blank.no_criteria(tongue, lambda: self._frame.go("vacancy")))
        elif not order.ids:
            self._blank(blank.nothing(tongue, stage, lambda: self._frame.go("applications")))
        elif at.exercising == member.id or self._begins(member):
            self._show_exercise(member)
        elif read.vacancy().frozen_at is None:
            self._blank(blank.start(tongue, self.begin, lambda: self._frame.go("vacancy")))
        elif order.all_in and not self._at.reread:
            count, compare = len(order.readings), lambda: self._frame.go("compare")
            self._blank(blank.all_done(tongue, read, stage, count, self.reread, compare))
        else:
            self._show_panes(member)

    def _begins(self, member: Member) -> bool:
        """Whether the exercise comes before all else: not where one was led here, and not twice."""
        at = self._at
        asked = not at.reread and at.exercised != member.id
        return asked and wanted(self._session.read, member, at.stage, self._order.readings)

    def _show_exercise(self, member: Member) -> None:
        shown = self.body.shown()
        if isinstance(shown, Exercise):
            shown.show_answers()
            return
        self._at = replace(self._at, exercising=member.id)
        exercise = Exercise(self._session, self._frame, member, self._at.stage, self._at.code, told=self._at.told)
        exercise.over.connect(self._end_exercise)
        self._blank(exercise)
        self._show_keys(exercise.keys)

    def _end_exercise(self) -> None:
        self._at = replace(self._at, exercising="", exercised=self._at.exercising, code="", told=False)
        self._read()
        self.take_pane("checklist")

    def _blank(self, widget: QWidget) -> None:
        self.files = self.desk = self.grid = self.evidence = self.conflict = self._own = None
        self.body.show_one(widget)
        self._show_keys(())

    def _show_keys(self, keys: tuple[tuple[str, str], ...]) -> None:
        """The status bar says the keys that work now: where there is nothing to rate, none of these."""
        before, self.keys = self.keys, keys
        if self.isVisible() and keys != before:
            self._frame.show_keys()

    def _show_panes(self, member: Member) -> None:
        read, at, order = self._session.read, self._at, self._order
        if at.application not in order.ids:
            at = self._at = replace(at, application=order.first(), code="", document="", page=0)
        if self.desk is None:
            self._make_panes()
        assert self.files is not None
        assert self.desk is not None
        assert self.grid is not None
        other = Stage.INTERVIEW if at.stage is Stage.SCREENING else Stage.SCREENING
        two = bool(read.rated_at(other)) and bool(read.rated_applications(other))
        self.files.show_order(order, at.application, stages=two)
        key = read.keys()[at.application]
        who = next((one.name for one in order.readings if one.id == at.application), "") or key
        closed = of_closed(read, member, key, self._tongue) if order.is_closed(at.application) else ""
        documents, sought = read.documents(at.application, reader=member), at.sought
        self.desk.member = member
        shown = self.desk.show_documents(at.application, who, documents, at.document, at.page, sought, closed)
        assert self.original is not None
        self.original.application = at.application
        self._at = replace(self._at, document=shown, page=0, sought=None, leaving=False, declaring=None)
        if at.leaving:
            self.original.ask()
        self._show_sheet(member)
        # What is made anew stands last for Tab, wherever it lies.
        tab_through(self.files, *self.desk.parts, *self.grid.parts)
        if at.declaring is not None:
            self.declare(at.declaring)

    def _make_panes(self) -> None:
        tongue = self._tongue
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        files = self.files = Files(tongue, self._at.stage)
        desk = self.desk = Desk(tongue, self._session.read)
        grid = self.grid = Grid(tongue, self._comment, left_only=self._at.left_only)
        row.addWidget(files)
        row.addWidget(desk, 1)
        row.addWidget(grid)
        files.pile.went.connect(self.go_to)
        files.pile.entered.connect(lambda _key: self.take_pane("checklist"))
        files.staged.connect(self._stage)
        desk.picked.connect(self._show_document)
        desk.widened.connect(self.widen)
        grid.list.picked.connect(self._picked)
        grid.list.chosen.connect(self.rate)
        grid.list.done.connect(lambda: self.take_pane("checklist"))
        grid.narrowed.connect(self.narrow)
        grid.linked.connect(self._linked)
        grid.skipped.connect(lambda: self.next_file(1))
        grid.went_on.connect(self.go_on)
        self.evidence = Evidence(self._session, self._frame, desk, grid)
        self.original = Original(self._session, self._frame, desk)
        self._own = Own(self._session, self._frame, files, grid, self._at.beside)
        self._own.turned.connect(self._turned)
        self.evidence.showed.connect(self._show_document)
        self.evidence.picked.connect(self._picked)
        self.conflict = Conflict(self._session, self._frame, grid)
        self.conflict.declared.connect(self._declared)
        self.conflict.withdrawn.connect(self._withdrawn)
        self.conflict.given_up.connect(lambda: self.take_pane("checklist"))
        self.body.show_one(whole)
        whole.show()
        self._share_room()
        self._show_whole()

    def _show_sheet(self, member: Member) -> None:
        read, tongue, at, grid = self._session.read, self._tongue, self._at, self.grid
        assert grid is not None
        sheet = self._sheet = read.sheet(member, at.application, at.stage)
        opened_at = read.opened_at(at.stage)
        opinions = opinions_beside(read, member, at.application, at.stage)
        if at.code not in {criterion.code for criterion in sheet.criteria}:
            at = self._at = replace(at, code=next(iter(sheet.gaps), sheet.criteria[0].code))
        fixed = sheet.handed_in_at is not None or opened_at is not None
        assert self.evidence is not None
        self.evidence.show_sheet(member, at.application, sheet, at.code, fixed=fixed)
        items = [
            item(c, sheet.answers.get(c.code, Answer()), tongue, opinions, self.evidence.lines(c.code))
            for c in sheet.criteria
        ]
        criterion = next(c for c in sheet.criteria if c.code == at.code)
        title = tongue(w.STAGES[at.stage])
        if sheet.handed_in_at is not None:
            title = tongue(w.HANDED_IN_AT, when=dates.short(tongue, sheet.handed_in_at))
        if self._order.is_closed(at.application):
            title, fixed = f"{sheet.application} · {tongue(r.CLOSED)}", True
        open_one = asked(criterion, sheet, tongue, fixed=fixed, opinions=opinions)
        grid.show_columns(columns(member, opinions, tongue))
        grid.show_sheet(title, items, at.code, open_one, done=sheet.handed_in_at is not None)
        grid.list.narrow(left_only=at.left_only and not fixed, alone=at.whole)
        self.own.show_sheet(member, at.application, sheet, at.code, fixed=fixed)
        grid.show_foot(foot(read, sheet, at.application, tongue))
        self._show_keys(main_keys(tongue, fixed=fixed))

    # Hearing

    def _changed(self, change: Change) -> None:
        if not change.touches(*_SHOWN):
            return
        if change.label in ("Undo", "Redo"):
            self._follow(change)
        held = self._pane()
        self._read()
        if held is not None and self._pane() is None:
            self.take_pane(held)

    def _follow(self, change: Change) -> None:
        """What was taken back is shown: one sees where it was."""
        member = self._member
        rows = [row for row in change.rows if row.table == "draft" and member is not None and row.key[1] == member.id]
        if rows:
            application, _member, stage, code = rows[-1].key
            if application != self._at.application:
                self._at = replace(self._at, document="", page=0)
            self._at = replace(self._at, application=application, stage=Stage(stage), code=code)

    # Doing

    def begin(self) -> None:
        """Open the first document, which settles the criteria; said once."""
        if self._session.do(FreezeChecklist()):
            self._frame.notice(self._tongue(w.FROZEN), self._tongue(w.FROZEN_SENTENCE), "lock")
            self.take_pane("checklist")

    def rate(self, value: int | None) -> None:
        """Give the open criterion a level, 0 for not assessable, or nothing any more."""
        if value is None:
            state, level = RatingState.NOT_RATED, None
        elif value == 0:
            state, level = RatingState.NOT_ASSESSABLE, None
        else:
            state, level = RatingState.RATED, value
        self._answer(state, level, None)

    def _comment(self, words: str) -> bool:
        """Keep a comment; False where it has to wait, and then it stays as typed."""
        sheet = self._sheet
        was = sheet.answers.get(self._at.code, Answer()) if sheet is not None else Answer()
        return words.strip() == was.comment or self._answer(was.state, was.level, words.strip())

    def _answer(self, state: RatingState, level: int | None, comment: str | None) -> bool:
        member, at, sheet = self._member, self._at, self._sheet
        if member is None or sheet is None:
            return False
        was = sheet.answers.get(at.code, Answer())
        if not was.state.asked:
            self._frame.say(self._tongue(r.NOT_ASKED_OF_YOU if was.state is RatingState.NOT_ASKED else r.CLOSED_FOOT))
            return False
        now = replace(was, state=state, level=level, comment=was.comment if comment is None else comment)
        done = now == was or self._session.do(Rate(member, at.application, at.stage, at.code, now, was))
        if not done or now == was:
            # Nothing moved: a row that was clicked shows again what stands.
            self._spring_back()
        return done

    def _spring_back(self) -> None:
        if self._member is not None and self.grid is not None:
            self._show_sheet(self._member)

    def go_on(self) -> None:
        """Hand in and go to the next file; where something is missing, go there instead."""
        member, sheet, grid, at = self._member, self._sheet, self.grid, self._at
        if isinstance(exercise := self.body.shown(), Exercise):
            exercise.go_on()
        if member is None or sheet is None or grid is None:
            return
        done = sheet.handed_in_at is not None or self._session.read.opened_at(at.stage) is not None
        if done or self._order.is_closed(at.application):
            self.next_file(1)
            return
        self.commit()
        sheet = self._session.read.sheet(member, at.application, at.stage)
        if sheet.gaps:
            self._open(sheet.gaps[0])
            self.take_pane("checklist")
            self._frame.say(self._tongue.counted(w.LEFT, len(sheet.gaps)))
            return
        follower = self._order.after(at.application)
        self._at = replace(at, application=follower or at.application, code="", document="", page=0)
        if not self._session.do(HandIn(member, at.stage, (at.application,))):
            self._at = at
            self._read()
            return
        said, back = self._tongue(w.HANDED_IN, key=sheet.application), self._tongue(w.TAKE_BACK)
        opened = self._session.read.opened_at(at.stage) is not None
        if opened:
            self._frame.say(said)
        else:
            self._frame.say(said, back, lambda: self.take_back(at.application, at.stage))
        self.take_pane("checklist")

    def take_back(self, application: str, stage: Stage) -> None:
        """Take back what was handed in, and go on with it."""
        member = self._member
        if member is None:
            return
        self._at = replace(self._at, application=application, stage=stage, code="", document="", page=0)
        if self._session.do(TakeBackGrid(member, application, stage)):
            key = self._sheet.application if self._sheet is not None else ""
            self._frame.say(self._tongue(w.TAKEN_BACK, key=key))
        else:
            self._read()
        self.take_pane("checklist")

    def declare(self, typed: Declaring | None = None) -> None:
        """Ask about a conflict of interest with the application that is current in the list."""
        member, sheet, order, at = self._member, self._sheet, self._order, self._at
        if member is None or sheet is None or self.conflict is None or order.is_closed(at.application):
            return
        self.commit()
        one = order.readings[order.place(at.application) - 1]
        late = any(answer.state.answered for answer in sheet.answers.values())
        self.conflict.offer(member, one.id, one.name, late=late, typed=typed)

    def _declared(self, application: str) -> None:
        # The file is closed where one stands: go on to the next that is open.
        key = self._session.read.keys()[application]
        follower = self._order.after(application) or self._at.application
        self._at = replace(self._at, application=follower, code="", document="", page=0)
        self._read()
        self._frame.say(self._tongue(r.DECLARED, key=key))
        self.take_pane("checklist")

    def _withdrawn(self, application: str) -> None:
        self._at = replace(self._at, code="")
        self._read()
        self._frame.say(self._tongue(r.WITHDRAWN, key=self._session.read.keys()[application]))
        self.take_pane("checklist")

    def _linked(self) -> None:
        at, member = self._at, self._member
        if self._order.is_closed(at.application) and self.conflict is not None and member is not None:
            self.conflict.withdraw(member, at.application)
        elif self._session.read.opened_at(at.stage) is not None:
            self._frame.go("compare")
        elif self._sheet is not None and self._sheet.handed_in_at is None:
            self.declare()
        else:
            self.take_back(at.application, at.stage)

    def reread(self) -> None:
        """Show the list though everything is handed in."""
        self._at = replace(self._at, reread=True)
        self._read()
        self.take_pane("list")

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pane = self._pane()
        typing = isinstance(QApplication.focusWidget(), (QLineEdit, QPlainTextEdit))
        if self.desk is None or pane is None or typing or not act_on(event, self, pane):
            event.ignore()

    def rate_elsewhere(self) -> None:
        """A digit outside the checklist: say where ratings are given."""
        self._frame.say(self._tongue(w.RATE_THERE))

    def leave(self) -> None:
        """Out of the whole frame, else back to the list, and from there to the checklist."""
        if self._at.whole:
            self.widen()
        elif not self.own.close():
            self.take_pane("checklist" if self._pane() == "list" else "list")

    # What the frame asks

    def commit(self) -> None:
        """Have what is being typed kept."""
        if self.grid is not None:
            self.grid.list.commit()
            self.own.commit()
        if isinstance(exercise := self.body.shown(), Exercise):
            exercise.list.commit()

    @property
    def place(self) -> Place:
        page = self.desk.reader.page if self.desk is not None else 0
        at = replace(self._at, page=page, pane=self._pane() or self._at.pane)
        if isinstance(exercise := self.body.shown(), Exercise):
            return replace(at, code=exercise.code, told=exercise.is_told)
        if self.desk is None:
            return at
        typed = self.conflict.typed if self.conflict is not None else None
        leaving = not self.desk.warning.isHidden()
        return replace(at, sought=self.desk.looked_for, leaving=leaving, declaring=typed)

    def arrive(self) -> None:
        self.take_pane(self._at.pane)

    def seek(self) -> bool:
        """Go to the search in the document."""
        if self.desk is None:
            return False
        self.desk.seek()
        return True

    def reach(self, sort: str, code: str) -> bool:
        """Go to an application by its key or to a criterion by its code, if they are here."""
        if self.grid is None or self._sheet is None:
            return False
        if sort == "criterion":
            found = any(criterion.code == code for criterion in self._sheet.criteria)
            if found:
                self._picked(code)
            return found
        one = self._order.keyed(code)
        if one:
            self.go_to(one)
            self.take_pane("checklist")
        return bool(one)
