"""The letters of a stage or of a kind: the list of people, one letter in the making, and that letter as printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from smes_panel import prints
from smes_panel.errors import LetterBlocked
from smes_panel.gestures.decision import Decide, FillField, TakeBackOutcome
from smes_panel.gestures.vacancy import Settle
from smes_panel.model.decision import LETTER_FOR, ON_REQUEST, LetterKind, Outcome
from smes_panel.model.letter import LetterFacts, letter_language
from smes_panel.model.placeholder import PLACEHOLDERS, typed_day
from smes_panel.model.vacancy import Stage
from smes_panel.prints import Correspondence
from ui.pages.letters import files
from ui.pages.letters.blank import why_not
from ui.pages.letters.fields import fields, kept_at
from ui.pages.letters.making import Making
from ui.pages.letters.people import People
from ui.pages.letters.person import OUTCOMES, PersonLetter
from ui.pages.letters.place import Place
from ui.pages.letters.side import Side
from ui.pages.letters.text import TextPane
from ui.widgets.button import Button, Segments
from ui.widgets.empty import Empty
from ui.widgets.header import Header
from ui.widgets.order import tab_through
from ui.widgets.slot import Slot
from ui.wording import dates
from ui.wording import frame as f
from ui.wording import letters as w
from ui.wording import texts as t

if TYPE_CHECKING:
    from smes_panel.model.change import Change
    from ui.frame import Frame
    from ui.printing.card import PrintCard
    from ui.session import Session

_SHOWN = (
    "vacancy",
    "answer",
    "application",
    "number",
    "identity",
    "outcome",
    "letter_field",
    "member",
    "template",
    "own_text",
)
_WAIT = 160
_AZERTY = tuple(ord(sign) for sign in "&É\"'")


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
        self.text = TextPane(session, tongue, self._at.writing)
        self.making = Making(tongue, self.person, self.text, at_text=self._at.text)
        self.side = Side(tongue, framed=self._at.framed)
        self.preview = self.side.preview
        self._made_body()
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(_WAIT)
        self._debounce.timeout.connect(self.show_preview)
        self.keys = (
            (tongue(f.ARROWS), tongue(w.TO_LETTER)),
            ("1…4", tongue(w.TO_OUTCOME)),
            (tongue(f.ENTER), tongue(w.TO_FIELD)),
            ("Ctrl T", tongue(t.TO_TEXT)),
            ("Ctrl P", tongue(w.TO_PRINT)),
        )
        more = (("Ctrl I", tongue(t.TO_INSERT)), (f"Ctrl {tongue(f.ENTER)}", tongue(t.TO_KEEP)))
        self.all_keys = ((tongue(w.TITLE), (*self.keys, *more, ("Ctrl S", tongue(w.TO_SAVE)))),)
        for keys, act in (
            ("Ctrl+P", self.offer_print),
            ("Ctrl+S", self.save_one),
            ("Ctrl+T", self.turn),
            ("Ctrl+I", self.text.offer_fields),
        ):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        session.changed.connect(self._changed)
        self._read(force=True)

    def _made_body(self) -> None:
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.people.went.connect(self._went)
        self.people.entered.connect(self._enter)
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
        self.text.left.connect(self.people.arrive)
        self.text.wrote.connect(self._again)
        self.making.picked.connect(self._pick)
        self.making.turned.connect(self._turn)
        row.addWidget(self.making, 10)
        row.addWidget(_upright())
        self.side.saving.connect(self.save_one)
        self.side.framed.connect(self._show_frame)
        row.addWidget(self.side, 10)

    # Reading

    @property
    def dated(self) -> date:
        """The day that the letters bear."""
        return self._at.dated or dates.here(datetime.now(UTC)).date()

    @property
    def _other(self) -> LetterKind | None:
        """The kind whose letters are shown whatever the outcomes; none where the outcomes say which."""
        return None if self._at.kind in LETTER_FOR else self._at.kind

    def _read(self, *, force: bool = False) -> None:
        other = self._other
        found = (
            prints.correspondence_of(self._session, other, self.dated)
            if other
            else prints.correspondence(self._session, self._at.stage, self.dated)
        )
        self._all = {one.application.key: one for one in found}
        nobody = not found and other is None and not self._at.text
        self._whole.setVisible(not nobody)
        self.body.setVisible(nobody)
        if nobody:
            screening = self._at.stage is Stage.SCREENING
            title, sentence = (
                (w.NOBODY_SCREENING, w.NOBODY_SCREENING_SENTENCE)
                if screening
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

    def kind(self) -> LetterKind | None:
        """The kind of the letter shown, be it anybody's."""
        one = self.one()
        return one.kind if one is not None and one.kind is not None else self._at.kind

    def _show_person(self, *, force: bool) -> None:
        one, kind = self.one(), self.kind()
        self.making.show_kind(kind, somebody=one is not None)
        if one is not None:
            language = letter_language(one.application.identity.language)
            shown = fields(self._session, self._tongue, one, self.dated)
            decides = self._at.stage if self._other is None else None
            self.person.show_person(one, decides, language, shown, force=force)
        # Without an outcome there is no letter yet, and texts can be read all the same.
        self.text.show_kind(kind or _first(self._at.stage), one if one is not None and one.kind else None, force=force)
        self.show_preview() if force else self._debounce.start()
        side = self.side
        tab_through(self.stages, self.print, self.people, self.making, side.window_shown, side.save, side.preview)

    # The letter itself

    def facts(self) -> LetterFacts | None:
        """What the letter shown says, with what is being typed; none where the outcome asks for no letter."""
        one = self.one()
        if one is None or one.kind is None:
            return None
        facts = prints.facts_of(self._session, one.kind, one.application, self.dated)
        typed = {name: said for name, said in self.person.pending().items() if not why_not(self._tongue, name, said)}
        return replace(facts, values={**facts.values, **typed})

    def _drawn(self) -> tuple[LetterFacts | None, bool]:
        """The letter to draw, its text as it is being written; and whether it is a specimen, to nobody."""
        facts = self.facts()
        which = self.text.read() if self._at.text else None
        if which is None:
            return facts, False
        one = self.one()
        apart = not which.application and one is not None and one.own
        specimen = facts is None or which.language is not facts.language or apart
        if facts is None or specimen:
            facts = prints.specimen(self._session, which.kind, which.language, self.dated)
        written = self.text.written(which)
        return (facts if written is None else replace(facts, text=written)), specimen

    def show_preview(self) -> None:
        """Draw the letter as it stands."""
        self._debounce.stop()
        one, tongue = self.one(), self._tongue
        facts, specimen = self._drawn()
        if facts is None:
            decided = one is not None and one.outcome is not None
            why = w.NO_LETTER_FOR if decided else w.DECIDE_FIRST if one is not None else w.NONE_OF_THESE_SENTENCE
            self.side.show_message(tongue(why))
            return
        try:
            content = prints.letter(facts).make()
        except LetterBlocked:
            what = ", ".join(tongue(w.NAMES[name]) for name in one.missing) if one is not None else ""
            blocked = specimen or (one is not None and bool(one.blocked))
            words = tongue(t.NO_TEXT) if blocked else tongue(w.WAITS_FOR, what=what) if what else tongue(w.NO_FIT)
            self.side.show_message(words)
            return
        self.side.show_letter(content, specimen=specimen)

    def _again(self) -> None:
        self._debounce.start()

    def _show_frame(self, shown: bool) -> None:
        self._at = replace(self._at, framed=shown)

    # Doing

    def _changed(self, change: Change) -> None:
        if change.touches(*_SHOWN):
            self._read()

    def _went(self, key: str) -> None:
        if key != self._at.key:
            self.commit()
            self._at = replace(self._at, key=key)
            self._show_person(force=True)

    def _enter(self) -> None:
        if self._at.text:
            self.text.arrive()
        else:
            self.person.fill()

    def turn(self) -> None:
        """The text in place of the fields, or the fields again."""
        self._turn(not self._at.text)
        if self._at.text:
            self.text.arrive()
        else:
            self.people.arrive()

    def _turn(self, text: bool) -> None:
        self.commit()
        self._at = replace(self._at, text=text)
        self.making.show_text(text)
        self._read(force=True)

    def _stage(self, place: int) -> None:
        self.commit()
        self._at = replace(self._at, stage=list(Stage)[place], kind=None)
        self._read(force=True)

    def _pick(self, kind: LetterKind) -> None:
        """The letters of this kind, at its stage if it has one."""
        stage = LETTER_FOR[kind][0] if kind in LETTER_FOR else self._at.stage
        self.commit()
        self._at = replace(self._at, stage=stage, kind=kind)
        self.stages.choose(list(Stage).index(stage))
        self._read(force=True)

    def _narrow(self, kind: LetterKind | None) -> None:
        self.commit()
        self._at = replace(self._at, kind=kind)
        self._read(force=True)

    def _date(self, typed: str) -> None:
        self._at = replace(self._at, dated=typed_day(typed))
        self._read(force=True)

    def decide(self, outcome: Outcome) -> None:
        """What became of the person shown, at this stage; said again, it is taken back."""
        if (one := self.one()) is not None and self._other is None:
            who, stage = one.application.id, self._at.stage
            self._session.do(TakeBackOutcome(who, stage) if outcome is one.outcome else Decide(who, stage, outcome))
            self._read()

    def _keep(self, name: str, typed: str) -> bool:
        one = self.one()
        if one is None:
            return False
        return self._session.do(FillField(one.application.id, kept_at(self._session, one, name), name, typed))

    def _share(self, name: str, typed: str) -> bool:
        """Settled for all letters, unless this person's own was given before: then that one is changed."""
        one = self.one()
        if one is None:
            return False
        stage = kept_at(self._session, one, name)
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
        facts = self.facts()
        if facts is None:
            return
        try:
            files.save_one(self._frame, self, facts)
        except LetterBlocked:
            self.person.fill()

    def export(self) -> None:
        """Every letter shown that is ready; of those that somebody has to ask for, the one shown."""
        self.commit()
        shown = [one for one in self._all.values() if one.ready and self._at.kind in (None, one.kind)]
        if self._at.kind in ON_REQUEST:
            shown = [one for one in shown if one is self.one()]
        files.export(self._session, self._frame, self, shown, self.dated)

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
        return replace(self._at, writing=self.text.place)

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
        self.text.commit()

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


def _furthest(session: Session) -> Stage:
    """The stage at which somebody has to be written to: the interviews, once there is an outcome there."""
    read = session.read
    at_interview = any(read.with_outcome(Stage.INTERVIEW, one) for one in OUTCOMES[Stage.INTERVIEW])
    return Stage.INTERVIEW if at_interview else Stage.SCREENING


def _first(stage: Stage) -> LetterKind:
    return next(kind for kind, (at, _) in LETTER_FOR.items() if at is stage)


def _upright() -> QFrame:
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedWidth(1)
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return line
