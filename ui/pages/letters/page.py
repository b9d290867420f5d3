"""The letters of a stage: the list of people, one letter in the making, and the letter itself as it will be printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast, final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from smes_panel import prints
from smes_panel.errors import LetterBlocked, PanelError
from smes_panel.gestures.decision import Decide, FillField, TakeBackOutcome
from smes_panel.gestures.vacancy import Settle
from smes_panel.model.decision import LETTER_FOR, LetterKind, Outcome
from smes_panel.model.letter import OF_THE_INTERVIEW, LetterFacts, letter_language
from smes_panel.model.placeholder import PLACEHOLDERS, Value, typed_day
from smes_panel.model.template import wanted
from smes_panel.model.vacancy import Stage
from smes_panel.paper.letter import ZONE
from smes_panel.paper.picture import Sheets
from smes_panel.paper.placing import put
from smes_panel.paper.template import template
from smes_panel.prints import Correspondence
from ui.jobs import Outcome as Ended
from ui.jobs import paced
from ui.pages.letters.blank import why_not
from ui.pages.letters.people import People
from ui.pages.letters.person import OUTCOMES, PersonLetter
from ui.pages.letters.person import Value as Shown
from ui.theme import look
from ui.widgets.button import Button, Segments
from ui.widgets.check import Check
from ui.widgets.empty import Empty
from ui.widgets.header import Header
from ui.widgets.label import Elided, Label, tip
from ui.widgets.marks import Rule
from ui.widgets.order import tab_through
from ui.widgets.preview import Preview
from ui.widgets.slot import Slot
from ui.wording import dates
from ui.wording import frame as f
from ui.wording import letters as w

if TYPE_CHECKING:
    from smes_panel.model.change import Change
    from ui.frame import Frame
    from ui.printing.card import PrintCard
    from ui.session import Session

_SHOWN = ("vacancy", "answer", "application", "number", "identity", "outcome", "letter_field", "member")
_WAIT = 160
_AZERTY = tuple(ord(sign) for sign in "&É\"'")


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is on this page. `kind` is empty for all; `dated` is the day that letters bear, none for today."""

    stage: Stage = Stage.SCREENING
    kind: LetterKind | None = None
    key: str = ""
    dated: date | None = None
    framed: bool = False


@final
class Letters(QWidget):
    def __init__(self, session: Session, frame: Frame, place: Place | None = None) -> None:
        super().__init__()
        self._session, self._frame, self._tongue = session, frame, frame.tongue
        self._at = place or Place(stage=_furthest(session))
        self._all: dict[str, Correspondence] = {}
        tongue = self._tongue
        self.card: PrintCard | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        names = tuple(tongue(w.STAGES[stage]) for stage in Stage)
        self.stages = Segments(names, list(Stage).index(self._at.stage), tongue(w.STAGE))
        self.stages.chosen.connect(self._stage)
        self.print = Button(tongue(w.PRINT_MORE), picture="printer", key="Ctrl P")
        self.print.clicked.connect(self.offer_print)
        header = Header(tongue(w.TITLE), (self.stages, self.print))
        header.line.say(tongue(w.LINE))
        column.addWidget(header)
        self.body = Slot()
        self.body.setObjectName("panelPage")
        column.addWidget(self.body, 1)
        self._whole = QWidget()
        column.addWidget(self._whole, 1)
        self.people = People(tongue)
        self.person = PersonLetter(tongue, self._keep, self._share)
        self.preview = Preview(tongue(w.PREVIEW))
        self._made_body()
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(_WAIT)
        self._debounce.timeout.connect(self.show_preview)
        self.keys = (
            (tongue(f.ARROWS), tongue(w.TO_LETTER)),
            ("1…4", tongue(w.TO_OUTCOME)),
            (tongue(f.ENTER), tongue(w.TO_FIELD)),
            ("Ctrl P", tongue(w.TO_PRINT)),
        )
        self.all_keys = ((tongue(w.TITLE), (*self.keys, ("Ctrl S", tongue(w.TO_SAVE)))),)
        for keys, act in (("Ctrl+P", self.offer_print), ("Ctrl+S", self.save_one)):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        session.changed.connect(self._changed)
        self._read(force=True)

    def _made_body(self) -> None:
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.people.went.connect(self._went)
        self.people.entered.connect(self.person.fill)
        self.people.table.installEventFilter(self)
        self.people.narrowed.connect(self._narrow)
        self.people.exported.connect(self.export)
        self.people.dated.connect(self._date)
        row.addWidget(self.people, 11)
        row.addWidget(_upright())
        self.person.decided.connect(self.decide)
        self.person.left.connect(self.people.arrive)
        self.person.typed.connect(self._again)
        self.person.astray.connect(lambda: self._frame.go("applications"))
        row.addWidget(self.person, 10)
        row.addWidget(_upright())
        row.addWidget(self._made_preview(), 10)

    def _made_preview(self) -> QWidget:
        tongue, side = self._tongue, QFrame()
        side.setObjectName("panel")
        side.setMinimumWidth(look().px(200))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(look().px(14), look().px(6), look().px(14), look().px(6))
        head.setSpacing(look().px(8))
        head.addWidget(Label(tongue(w.PREVIEW), "name"))
        self.turned = Elided("", "dense", "ink2")
        head.addWidget(self.turned, 1)
        self.framed = Check(tongue(w.ENVELOPE))
        self.framed.setChecked(self._at.framed)
        self.framed.toggled.connect(self._show_frame)
        head.addWidget(self.framed)
        self.save = Button("", "quiet", picture="file-down", small=True)
        self.save.setAccessibleName(tongue(w.SAVE_ONE))
        self.save.setToolTip(tip(tongue(w.SAVE_ONE)))
        self.save.clicked.connect(self.save_one)
        head.addWidget(self.save)
        column.addLayout(head)
        column.addWidget(Rule())
        self.preview.turned.connect(self._turned)
        column.addWidget(self.preview, 1)
        self._show_frame(self._at.framed)
        return side

    # Reading

    @property
    def dated(self) -> date:
        """The day that the letters bear."""
        return self._at.dated or dates.here(datetime.now(UTC)).date()

    def _read(self, *, force: bool = False) -> None:
        found = prints.correspondence(self._session, self._at.stage, self.dated)
        self._all = {one.application.key: one for one in found}
        self._whole.setVisible(bool(found))
        self.body.setVisible(not found)
        if not found:
            nobody = self._at.stage is Stage.SCREENING
            title, sentence = (
                (w.NOBODY_SCREENING, w.NOBODY_SCREENING_SENTENCE)
                if nobody
                else (w.NOBODY_INTERVIEW, w.NOBODY_INTERVIEW_SENTENCE)
            )
            self.body.show_one(Empty("mail", self._tongue(title), self._tongue(sentence)))
            return
        key = self._at.key
        self.people.table.blockSignals(True)
        self.people.show_people(self._all, self._at.stage, self._at.kind, self.dated)
        self.people.table.go_to(key)
        self.people.table.blockSignals(False)
        shown = self.people.table.current_key() or ""
        self._at = replace(self._at, key=shown)
        self._show_person(force=force or shown != key)

    def one(self) -> Correspondence | None:
        """Whose letter is shown."""
        return self._all.get(self.people.table.current_key() or "")

    def _show_person(self, *, force: bool) -> None:
        one = self.one()
        if one is None:
            self.person.setVisible(False)
            self.preview.show_message(self._tongue(w.NONE_OF_THESE_SENTENCE))
            return
        self.person.setVisible(True)
        language = letter_language(one.application.identity.language)
        self.person.show_person(one, self._at.stage, language, self._fields(one), force=force)
        self.show_preview() if force else self._debounce.start()
        tab_through(self.stages, self.print, self.people, self.person, self.framed, self.save, self.preview)

    def _fields(self, one: Correspondence) -> dict[str, Shown]:
        if one.kind is None:
            return {}
        read, language = self._session.read, letter_language(one.application.identity.language)
        typed = dict(read.decided(one.application.id, Stage.SCREENING).fields)
        typed = {
            name: said for name, said in typed.items() if name in OF_THE_INTERVIEW or self._at.stage is Stage.SCREENING
        }
        typed |= read.decided(one.application.id, self._at.stage).fields
        answers = read.answers()
        facts = prints.facts_of(self._session, one.kind, one.application, self.dated)
        found = {}
        for placeholder in wanted(template(one.kind, language)):
            name = placeholder.name
            if name == "name":
                continue
            said = typed.get(name, "")
            answer = answers.get(f"{name}.{language}") or answers.get(name)
            if not said and answer is not None and name not in OF_THE_INTERVIEW[:2]:
                said = answer.value
            hint = self._spelled(facts.values.get(name))
            sample = self._tongue(w.FOR_EXAMPLE, sample=placeholder.sample.said(language))
            found[name] = Shown(said, hint or sample)
        return found

    def _spelled(self, value: Value | None) -> str:
        match value:
            case None:
                return ""
            case bool():
                return "yes" if value else "no"
            case date():
                return dates.day(self._tongue, value)
            case tuple():
                return "; ".join(value)
            case "soon":
                return self._tongue(w.SOON)
        return f"{value:g}" if isinstance(value, float) else str(value)

    # The letter itself

    def facts(self) -> LetterFacts | None:
        """What the letter shown says, with what is being typed; none where the outcome asks for no letter."""
        one = self.one()
        if one is None or one.kind is None:
            return None
        facts = prints.facts_of(self._session, one.kind, one.application, self.dated)
        typed = {name: said for name, said in self.person.pending().items() if not why_not(self._tongue, name, said)}
        return replace(facts, values={**facts.values, **typed})

    def show_preview(self) -> None:
        """Draw the letter as it stands."""
        self._debounce.stop()
        facts, one, tongue = self.facts(), self.one(), self._tongue
        self.save.setEnabled(False)
        if facts is None:
            decided = one is not None and one.outcome is not None
            self.preview.show_message(tongue(w.NO_LETTER_FOR if decided else w.DECIDE_FIRST))
            return
        try:
            content = prints.letter(facts).make()
        except LetterBlocked:
            what = ", ".join(tongue(w.NAMES[name]) for name in one.missing) if one is not None else ""
            self.preview.show_message(tongue(w.WAITS_FOR, what=what) if what else tongue(w.NO_FIT))
            return
        self.save.setEnabled(True)
        self.preview.show_print(Sheets(content))

    def _again(self) -> None:
        self._debounce.start()

    def _turned(self, page: int, pages: int) -> None:
        self.turned.say(self._tongue(w.PAGE_OF, page=page, pages=pages) if pages else "")

    def _show_frame(self, shown: bool) -> None:
        self._at = replace(self._at, framed=shown)
        self.preview.show_frame(ZONE if shown else None)

    # Doing

    def _changed(self, change: Change) -> None:
        if change.touches(*_SHOWN):
            self._read()

    def _went(self, key: str) -> None:
        if key != self._at.key:
            self.person.commit()
            self._at = replace(self._at, key=key)
            self._show_person(force=True)

    def _stage(self, place: int) -> None:
        self.person.commit()
        self._at = replace(self._at, stage=list(Stage)[place], kind=None)
        self._read(force=True)

    def _narrow(self, kind: LetterKind | None) -> None:
        self._at = replace(self._at, kind=kind)
        self._read(force=True)

    def _date(self, typed: str) -> None:
        self._at = replace(self._at, dated=typed_day(typed))
        self._read(force=True)

    def decide(self, outcome: Outcome) -> None:
        """What became of the person shown, at this stage; said again, it is taken back."""
        if (one := self.one()) is not None:
            who, stage = one.application.id, self._at.stage
            self._session.do(TakeBackOutcome(who, stage) if outcome is one.outcome else Decide(who, stage, outcome))
            self._read()

    def _keep(self, name: str, typed: str) -> bool:
        one = self.one()
        if one is None:
            return False
        stage = Stage.SCREENING if name in OF_THE_INTERVIEW else self._at.stage
        return self._session.do(FillField(one.application.id, stage, name, typed))

    def _share(self, name: str, typed: str) -> bool:
        """Settled for all letters, unless this person's own was given before: then that one is changed."""
        one = self.one()
        if one is None:
            return False
        stage = Stage.SCREENING if name in OF_THE_INTERVIEW else self._at.stage
        if self._session.read.decided(one.application.id, stage).fields.get(name):
            return self._keep(name, typed)
        if not typed.strip():
            self._frame.say(self._tongue(w.NOT_EMPTY))
            return True
        language = letter_language(one.application.identity.language)
        question = f"{name}.{language}" if PLACEHOLDERS[name].spoken else name
        return self._session.do(Settle(question, typed))

    # Files and paper

    def save_one(self) -> None:
        """The letter shown as a PDF, where the person wants it."""
        self.commit()
        facts, tongue = self.facts(), self._tongue
        if facts is None:
            return
        one = prints.letter(facts)
        try:
            content = one.make()
            path = self._frame.prompts.file_to_save(self, tongue(w.SAVE_ONE), one.name, tongue(w.PDF_FILES))
            if path is None:
                return
            put(path if path.suffix else path.with_suffix(".pdf"), content)
        except LetterBlocked:
            self.person.fill()
        except PanelError as refusal:
            self._frame.tell(refusal)
        else:
            self._frame.say(tongue(w.SAVED_ONE, name=path.name))

    def export(self) -> None:
        """Every letter shown that is ready, each in a file of its own, in a folder that the person chooses."""
        self.commit()
        tongue = self._tongue
        ready = [one for one in self._all.values() if one.ready and self._at.kind in (None, one.kind)]
        if not ready or self._frame.job("letters") is not None:
            self._frame.say(tongue(w.NOTHING_READY))
            return
        folder = self._frame.prompts.folder_to_take(self, tongue(w.EXPORT_WHERE))
        if folder is None:
            return
        wanted_prints = letters_of(self._session, ready, self.dated)
        job = self._frame.run("letters", paced(prints.laid(wanted_prints, folder)), tongue(w.EXPORTING))
        frame = self._frame
        job.ended.connect(lambda ended: _tell_end(frame, ended, folder))

    def offer_print(self) -> None:
        """The card that says what to print."""
        from ui.printing.card import PrintCard
        from ui.printing.choice import Wish

        window = self.window()
        if self.card is not None or window is None:
            return
        self.commit()
        one = self.one()
        ready = one.application.key if one is not None and one.ready else ""
        wish = Wish("letters" if ready else "grids", (ready,) if ready else (), stage=self._at.stage)
        self.card = PrintCard(self._session, self._frame, self, wish, self.dated)
        self.card.closed.connect(self._card_closed)

    def _card_closed(self) -> None:
        self.card = None

    # What the frame asks

    @property
    def place(self) -> Place:
        return self._at

    def arrive(self) -> None:
        if self._all:
            self.people.arrive()
        else:
            self.stages.setFocus(Qt.FocusReason.OtherFocusReason)

    def seek(self) -> bool:
        """There is nothing to search here."""
        return False

    def reach(self, sort: str, code: str) -> bool:
        """Go to somebody's letter, if they are at this stage."""
        if sort != "application" or code not in self._all:
            return False
        self._at = replace(self._at, kind=None, key=code)
        self._read(force=True)
        self.people.arrive()
        return True

    def commit(self) -> None:
        """Have what is being typed kept."""
        self.person.commit()

    # Qt's own

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            key = event.key()
            place = _AZERTY.index(key) if key in _AZERTY else key - Qt.Key.Key_1.value
            if plain and 0 <= place < len(OUTCOMES[self._at.stage]):
                self.decide(OUTCOMES[self._at.stage][place])
                return True
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.card is not None:
            self.card.shut()


def letters_of(session: Session, chosen: list[Correspondence], dated: date) -> list[prints.Print]:
    """The letters of these people, kind by kind, each list read once."""
    found: list[prints.Print] = []
    for kind in LETTER_FOR:
        keys = [one.application.key for one in chosen if one.kind is kind]
        if keys:
            found += prints.letters(session, kind, dated, keys)
    return found


def _tell_end(frame: Frame, ended: Ended, folder: Path) -> None:
    tongue = frame.tongue
    if ended.cancelled:
        frame.say(tongue(w.STOPPED))
    elif ended.done:
        made, _ = cast("tuple[int, tuple[LetterBlocked, ...]]", ended.value)
        frame.say(tongue.counted(w.EXPORTED, made, folder=folder.name))


def _furthest(session: Session) -> Stage:
    """The stage at which somebody has to be written to: the interviews, once there is an outcome there."""
    read = session.read
    at_interview = any(read.with_outcome(Stage.INTERVIEW, one) for one in OUTCOMES[Stage.INTERVIEW])
    return Stage.INTERVIEW if at_interview else Stage.SCREENING


def _upright() -> QFrame:
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedWidth(1)
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return line
