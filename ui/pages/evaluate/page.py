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
from ui.pages.evaluate.desk import Desk
from ui.pages.evaluate.evidence import Evidence
from ui.pages.evaluate.files import Files
from ui.pages.evaluate.grid import Grid
from ui.pages.evaluate.keys import act_on, all_keys, bind, main_keys
from ui.pages.evaluate.original import Original
from ui.pages.evaluate.own import Own
from ui.pages.evaluate.panes import Panes
from ui.pages.evaluate.place import Place
from ui.pages.evaluate.reading import asked, columns, first_to_read, foot, item, opinions_beside, to_read_after
from ui.wording import dates
from ui.wording import evaluate as w

if TYPE_CHECKING:
    from smes_panel.model.change import Change
    from smes_panel.model.panel import Member
    from smes_panel.queries.answers import Reading, Sheet
    from ui.frame import Frame
    from ui.session import Session

_SHOWN = (
    *("draft", "grid", "opened", "rating", "outcome", "application", "number", "document", "merged", "admission"),
    *("criterion", "answer", "member", "freeze", "vacancy", "erasure", "conflict", "not_asked", "blind", "scratchpad"),
    "calibration",
)


@final
class Evaluate(Panes):
    def __init__(self, session: Session, frame: Frame, place: Place | None = None) -> None:
        super().__init__()
        self._session, self._frame, self._tongue = session, frame, frame.tongue
        self._at = place or Place()
        self._sheet: Sheet | None = None
        self._readings: tuple[Reading, ...] = ()
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

    @property
    def _member(self) -> Member | None:
        member = self._session.member
        return member if member is not None and member.role.rates else None

    def _read(self) -> None:
        """Show what there is to do: the three panes, or why there is nothing to rate."""
        tongue, read, at = self._tongue, self._session.read, self._at
        stage, member = at.stage, self._member
        self._sheet = None
        if member is None:
            raters = any(one.role.rates for one in read.panel())
            self._blank(blank.nobody(tongue, self._frame.choose_member) if raters else blank.no_panel(tongue))
            return
        self._readings = read.readings(member, stage)
        if not read.rated_at(stage):
            self._blank(blank.no_criteria(tongue, lambda: self._frame.go("vacancy")))
        elif not self._readings:
            self._blank(blank.nothing(tongue, stage, lambda: self._frame.go("applications")))
        elif at.exercising == member.id or self._begins(member):
            self._show_exercise(member)
        elif read.vacancy().frozen_at is None:
            self._blank(blank.start(tongue, self.begin, lambda: self._frame.go("vacancy")))
        elif all(one.handed_in_at is not None for one in self._readings) and not self._at.reread:
            count, compare = len(self._readings), lambda: self._frame.go("compare")
            self._blank(blank.all_done(tongue, read, stage, count, self.reread, compare))
        else:
            self._show_panes(member)

    def _begins(self, member: Member) -> bool:
        """Whether the exercise comes before all else: not where one was led here, and not twice."""
        at = self._at
        asked = not at.reread and at.exercised != member.id
        return asked and wanted(self._session.read, member, at.stage, self._readings)

    def _show_exercise(self, member: Member) -> None:
        shown = self.body.shown()
        if isinstance(shown, Exercise):
            shown.show_answers()
            return
        self._at = replace(self._at, exercising=member.id)
        exercise = Exercise(self._session, self._frame, member, self._at.stage)
        exercise.over.connect(self._end_exercise)
        self._blank(exercise)
        self._show_keys(exercise.keys)

    def _end_exercise(self) -> None:
        self._at = replace(self._at, exercising="", exercised=self._at.exercising)
        self._read()
        self.take_pane("checklist")

    def _blank(self, widget: QWidget) -> None:
        self.files = self.desk = self.grid = self.evidence = self._own = None
        self.body.show_one(widget)
        self._show_keys(())

    def _show_keys(self, keys: tuple[tuple[str, str], ...]) -> None:
        """The status bar says the keys that work now: where there is nothing to rate, none of these."""
        before, self.keys = self.keys, keys
        if self.isVisible() and keys != before:
            self._frame.show_keys()

    def _show_panes(self, member: Member) -> None:
        read, at = self._session.read, self._at
        ids = [one.id for one in self._readings]
        if at.application not in ids:
            at = self._at = replace(at, application=first_to_read(self._readings), code="", document="", page=0)
        if self.desk is None:
            self._make_panes()
        assert self.files is not None
        assert self.desk is not None
        assert self.grid is not None
        other = Stage.INTERVIEW if at.stage is Stage.SCREENING else Stage.SCREENING
        two = bool(read.rated_at(other)) and bool(read.rated_applications(other))
        asks = self._readings[0].asked
        self.files.show_readings(self._readings, asks, at.application, stages=two)
        one = next(one for one in self._readings if one.id == at.application)
        who, documents = one.name or one.key, read.documents(at.application, reader=member)
        self.desk.member = member
        shown = self.desk.show_documents(at.application, who, documents, at.document, at.page, at.sought)
        assert self.original is not None
        self.original.application = at.application
        self._at = replace(self._at, document=shown, page=0, sought=None, leaving=False)
        if at.leaving:
            self.original.ask()
        self._show_sheet(member)

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
        if sheet.handed_in_at is not None or self._session.read.opened_at(at.stage) is not None:
            self.next_file(1)
            return
        self.commit()
        sheet = self._session.read.sheet(member, at.application, at.stage)
        if sheet.gaps:
            self._open(sheet.gaps[0])
            self.take_pane("checklist")
            self._frame.say(self._tongue.counted(w.LEFT, len(sheet.gaps)))
            return
        follower = to_read_after(self._readings, at.application)
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

    def _linked(self) -> None:
        if self._session.read.opened_at(self._at.stage) is not None:
            self._frame.go("compare")
        else:
            self.take_back(self._at.application, self._at.stage)

    def reread(self) -> None:
        """Show the list though everything is handed in."""
        self._at = replace(self._at, reread=True)
        self._read()
        self.take_pane("list")

    # Going

    def go_to(self, application: str) -> None:
        """Another application."""
        if application == self._at.application:
            return
        self.commit()
        self._at = replace(self._at, application=application, code="", document="", page=0)
        self._read()

    def next_file(self, by: int) -> None:
        """The next or the previous application as they stand in the list."""
        if self.files is None:
            return
        keys = self.files.pile.keys()
        if self._at.application in keys:
            at = keys.index(self._at.application) + by
            if 0 <= at < len(keys):
                self.go_to(keys[at])

    def _show_document(self, document: str) -> None:
        self._at = replace(self._at, document=document, page=0)
        if self.desk is not None and self._member is not None:
            self._show_panes(self._member)

    def _stage(self, stage: Stage) -> None:
        self.commit()
        self._at = Place(stage=stage, pane="list", left_only=self._at.left_only, beside=self._at.beside)
        self._read()
        self.take_pane("list")

    def _picked(self, code: str) -> None:
        self._open(code)
        self.take_pane("checklist")

    def _open(self, code: str) -> None:
        """Another criterion."""
        if self.grid is not None and code != self._at.code:
            held = self._pane() == "checklist"
            self.commit()
            self._at = replace(self._at, code=code)
            self._spring_back()
            if held:
                self.grid.list.take_focus()

    def next_criterion(self, by: int) -> None:
        """The next or the previous of the criteria shown."""
        if self.grid is None:
            return
        codes = self.grid.list.shown()
        if self._at.code in codes:
            self._open(codes[max(0, min(len(codes) - 1, codes.index(self._at.code) + by))])

    def next_gap(self) -> None:
        """The next criterion without an answer, going round; where all have one, that is said."""
        sheet = self._sheet
        if sheet is None:
            return
        codes = [criterion.code for criterion in sheet.criteria]
        place = codes.index(self._at.code)
        around = (*codes[place + 1 :], *codes[:place])
        follower = next((code for code in around if code in sheet.gaps), None)
        if follower is not None:
            self._open(follower)
        elif not sheet.gaps:
            self._frame.say(self._tongue(w.NONE_LEFT))

    def narrow(self, left_only: bool | None = None) -> None:
        """Show only what is left to rate, or everything; without a word, the other of the two."""
        if left_only is None:
            left_only = not self._at.left_only
            assert self.grid is not None
            self.grid.filter.choose(int(left_only))
        self._at = replace(self._at, left_only=left_only)
        self._spring_back()

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
        if self.desk is None:
            return at
        return replace(at, sought=self.desk.looked_for, leaving=not self.desk.warning.isHidden())

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
        one = next((one for one in self._readings if one.key == code), None)
        if one is not None:
            self.go_to(one.id)
            self.take_pane("checklist")
        return one is not None
