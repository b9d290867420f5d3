"""The page: the people of a stage, one of them in the deliberation, the seal under which it is signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from smes_panel.gestures.closing import ReopenAct
from smes_panel.gestures.decision import Decide as DecideOutcome
from smes_panel.gestures.decision import FillField, TakeBackOutcome
from smes_panel.gestures.deliberation import Meet, StepOut, TakePosition
from smes_panel.gestures.gesture import Together
from smes_panel.gestures.offer import AnswerOffer, Promote
from smes_panel.model.closing import Act
from smes_panel.model.decision import OfferAnswer, Outcome, Position
from smes_panel.model.panel import Member, Role
from smes_panel.model.settlement import SHORTLIST_SIGNER
from smes_panel.model.vacancy import Stage
from smes_panel.signoff import acts
from ui.frame import Spot
from ui.pages.decide.person import PersonCard
from ui.pages.decide.place import Place
from ui.pages.decide.presence import Presence
from ui.pages.decide.reading import OUTCOMES, Person, lines, listed, person
from ui.pages.decide.seal import Seal, SealShown
from ui.pages.decide.signing import Signing
from ui.theme import look
from ui.widgets.button import Button, Segments
from ui.widgets.empty import Empty
from ui.widgets.header import Header
from ui.widgets.marks import Chip
from ui.widgets.order import tab_through
from ui.widgets.pile import Pile
from ui.widgets.slot import Slot
from ui.wording import dates
from ui.wording import decide as w
from ui.wording import frame as f

if TYPE_CHECKING:
    from smes_panel.model.change import Change
    from ui.frame import Frame
    from ui.session import Session

_SHOWN = (
    "vacancy", "criterion", "answer", "application", "number", "member", "outcome", "letter_field", "stance", "meeting",
    "attendance", "stepped_out", "closing", "reopening", "signature", "promotion", "offer", "conflict", "exception",
    "admission", "opened", "consensus", "correction", "merged", "template", "own_text", "letter", "sending",
)  # fmt: skip
_AZERTY = tuple(ord(sign) for sign in "&É\"'")
_LIST = 290
_LOOK_MS = 60
"""The seal is looked at when the hands rest: it reads every letter that it carries."""


@final
class Decide(QWidget):
    def __init__(self, session: Session, frame: Frame, place: Place | None = None) -> None:
        super().__init__()
        self._session, self._frame, self._tongue = session, frame, frame.tongue
        self._at = place or Place(stage=_furthest(session))
        tongue = self._tongue
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        names = tuple(tongue(w.STAGES[stage]) for stage in Stage)
        self.stages = Segments(names, list(Stage).index(self._at.stage), tongue(w.STAGE))
        self.stages.chosen.connect(self._stage)
        self._there = Slot()
        self.minutes = Button(tongue(w.FROM_MINUTES), picture="file-down", key="Ctrl P")
        self.minutes.clicked.connect(self.save_minutes)
        header = Header(tongue(w.TITLE), (self._there, self.stages, self.minutes))
        header.line.say(tongue(w.LINE))
        column.addWidget(header)
        self.body = Slot()
        self.body.setObjectName("panelPage")
        column.addWidget(self.body, 1)
        self._whole = QWidget()
        column.addWidget(self._whole, 1)
        self.people = Pile(tongue(w.PEOPLE))
        self.person = PersonCard(tongue)
        self.presence = Presence(tongue)
        self.seal = Seal(tongue, self.presence)
        self._lay()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_LOOK_MS)
        self._pause.timeout.connect(self.show_seal)
        self.keys = (
            (tongue(f.ARROWS), tongue(w.TO_PERSON)),
            ("1…4", tongue(w.TO_OUTCOME)),
            (tongue(f.ENTER), tongue(w.TO_REASON)),
            ("N", tongue(w.TO_NEXT)),
            ("Ctrl P", tongue(w.TO_MINUTES)),
        )
        self.all_keys = ((tongue(w.TITLE), (*self.keys, ("A", tongue(w.TO_AGREE)))),)
        QShortcut(
            QKeySequence("Ctrl+P"), self, self.save_minutes, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        session.changed.connect(self._changed)
        self._read()

    def _lay(self) -> None:
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.people.setMinimumWidth(look().px(_LIST - 60))
        self.people.setMaximumWidth(look().px(_LIST + 30))
        self.people.went.connect(self._went)
        self.people.entered.connect(lambda _key: self.to_reason())
        self.people.installEventFilter(self)
        row.addWidget(self.people, 3)
        row.addWidget(_upright())
        one = self.person
        one.decided.connect(self.decide)
        one.ranked.connect(self._rank)
        one.rests.connect(self._rest_on)
        one.reasoned.connect(self._reason)
        one.took.connect(self._take)
        one.left_room.connect(self._leave_room)
        one.all_agree.connect(self.all_agree)
        one.answered.connect(self._answer)
        one.promoted.connect(self._promote)
        one.to_compare.connect(lambda: self._frame.go("compare"))
        one.to_file.connect(self._open_file)
        one.onward.connect(self.onward)
        row.addWidget(one, 6)
        row.addWidget(_upright())
        seal = self.seal
        seal.closed.connect(self.close_act)
        seal.reopened.connect(self.reopen)
        seal.signed_by_chair.connect(self._sign_as_chair)
        seal.went.connect(self.go_to)
        signing = Signing(self._session, self._frame, self, self.act, self.show_seal)
        self.signing = signing
        seal.requested.connect(signing.prepare)
        seal.replied.connect(signing.take_reply)
        seal.scanned.connect(signing.take_page)
        seal.card_wanted.connect(signing.take_card)
        seal.worded.connect(signing.enter_card)
        self.presence.met.connect(lambda day, came: self._session.do(Meet(self._at.stage, day, came)))
        row.addWidget(seal)

    # Reading

    def _read(self) -> None:
        tongue, stage = self._tongue, self._at.stage
        found = lines(self._session, stage, tongue)
        self._whole.setVisible(bool(found))
        self.body.setVisible(not found)
        if not found:
            self.body.show_one(Empty("stamp", tongue(w.NOBODY), tongue(w.NOBODY_SENTENCE[stage])))
            return
        raters = sum(one.role.rates for one in self._session.read.panel())
        items = listed(found, stage, raters, tongue)
        keys = [one.key for one in items if hasattr(one, "key")]
        key = self._at.key if self._at.key in keys else keys[0]
        self._at = replace(self._at, key=key)
        self.people.show_items(items, key)
        self._show_person()
        self._show_meeting()
        self._pause.start()

    def one(self) -> Person | None:
        """Who is shown."""
        return person(self._session, self._at.stage, self._at.key, self._tongue)

    def _show_person(self) -> None:
        one = self.one()
        if one is not None:
            self.person.show_person(one)
            tab_through(self.stages, self.minutes, self.people, self.person, self.seal)

    def _show_meeting(self) -> None:
        read, stage = self._session.read, self._at.stage
        members = tuple(one for one in read.panel() if one.role is not Role.OBSERVER)
        meetings = read.meetings(stage)
        last = meetings[-1] if meetings else None
        today = dates.here(datetime.now(UTC)).date()
        self.presence.show_meeting(members, last, today, enabled=read.in_force(Act(stage)) is None)
        there = sum(last.present.values()) if last else 0
        said = self._tongue(w.PRESENT_COUNT, n=there, of=len(members)) if last else self._tongue(w.NO_MEETING)
        self._there.show_one(Chip(said, "ok" if last and there == len(members) else "plain", "users"))

    def show_seal(self) -> None:
        """Look at the seal of what is shown: what is lacking, or whether it still matches."""
        self._pause.stop()
        read, act, member = self._session.read, self.act(), self._session.member
        closing = read.in_force(act)
        rule = read.answers().get(SHORTLIST_SIGNER)
        self.seal.show_seal(
            SealShown(
                act=act,
                closing=closing,
                lacks=() if closing else acts.lacking(self._session, act),
                moved=acts.moved(self._session, closing) if closing else (),
                words=self.signing.words_of(closing),
                may_close=member is not None and member.role in (Role.CHAIR, Role.SECRETARY),
                delegated=act == Act(Stage.SCREENING) and rule is not None and rule.value == "chair",
                is_chair=member is not None and member.role is Role.CHAIR,
                seated=member is not None,
                has_card=bool(read.signers()),
                card_of=self.signing.card_of,
            )
        )
        tab_through(self.stages, self.minutes, self.people, self.person, self.seal)

    def act(self) -> Act:
        """What the seal shown is of: the stage, or the seat proposed to the person shown."""
        one = self.one()
        return Act(self._at.stage, one.key) if one is not None and one.promoted else Act(self._at.stage)

    # Doing

    def _changed(self, change: Change) -> None:
        if change.touches(*_SHOWN):
            self._read()

    def _went(self, key: str) -> None:
        if key != self._at.key:
            self.person.commit()
            self._at = replace(self._at, key=key)
            self._show_person()
            self._pause.start()

    def go_to(self, key: str) -> None:
        """Show somebody of the list."""
        self.people.go_to(key)
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def onward(self) -> None:
        """The next person of the list, and the focus on it."""
        self.person.commit()
        keys = self.people.keys()
        if self._at.key in keys:
            self.go_to(keys[(keys.index(self._at.key) + 1) % len(keys)])

    def _stage(self, place: int) -> None:
        self.person.commit()
        self._at = Place(list(Stage)[place])
        self._read()

    def decide(self, outcome: Outcome) -> None:
        """What is proposed for the person shown; said again, it is taken back."""
        one = self.one()
        if one is not None:
            self.person.commit()
            stage = one.stage
            again = outcome is one.outcome
            self._session.do(TakeBackOutcome(one.id, stage) if again else DecideOutcome(one.id, stage, outcome))
            self._read()

    def _rank(self, typed: str) -> None:
        one = self.one()
        if one is not None and one.outcome is not None and typed.strip().isdecimal():
            self._session.do(DecideOutcome(one.id, one.stage, one.outcome, rank=int(typed)))
        self._show_person()

    def _rest_on(self, codes: tuple[str, ...]) -> None:
        one = self.one()
        if one is not None and one.outcome is not None:
            self._session.do(DecideOutcome(one.id, one.stage, one.outcome, criteria=codes))

    def _reason(self, typed: str) -> None:
        one = self.one()
        if one is not None and typed.strip() != one.reason:
            self._session.do(FillField(one.id, one.stage, "reason", typed))

    def _take(self, member: Member, position: Position | None, text: str) -> None:
        one = self.one()
        if one is not None:
            self._session.do(TakePosition(member, one.id, one.stage, position, text))
            self._show_person()

    def _leave_room(self, member: Member, out: bool) -> None:
        one = self.one()
        if one is not None:
            self._session.do(StepOut(member, one.id, one.stage, out=out))

    def all_agree(self) -> None:
        """Everybody agrees who has said nothing yet and is in no conflict."""
        one = self.one()
        if one is None or one.outcome is None or one.sealed:
            return
        silent = [stand.member for stand in one.stands if stand.position is None and not stand.conflicted]
        if silent:
            agreed = (TakePosition(member, one.id, one.stage, Position.AGREES) for member in silent)
            self._session.do(Together(tuple(agreed)))

    def _answer(self, answer: OfferAnswer) -> None:
        one = self.one()
        if one is not None:
            given = None if answer is one.answer else answer
            day: date = dates.here(datetime.now(UTC)).date()
            self._session.do(AnswerOffer(one.id, given, day if given else None))
            self._read()

    def _promote(self, reason: str) -> None:
        one = self.one()
        if one is not None:
            self._session.do(Promote(one.id, reason))

    def _open_file(self) -> None:
        one = self.one()
        if one is not None:
            self._frame.go("evaluate", Spot(one.id))

    def close_act(self) -> None:
        """Close the deliberation under its code."""
        self.person.commit()
        member = self._session.member
        if member is not None:
            self._session.do(acts.to_close(self._session, self.act(), member))

    def reopen(self, reason: str) -> None:
        """Break the seal, with its reason."""
        member = self._session.member
        if member is not None:
            self._session.do(ReopenAct(self.act(), member, reason))

    def save_minutes(self) -> None:
        """The minutes of what is shown, as a PDF where the person wants it."""
        self.commit()
        self.signing.save_minutes()

    def _sign_as_chair(self) -> None:
        member = self._session.member
        if member is not None:
            self._session.do(acts.as_chair(self._session, self.act(), member))

    # What the frame asks

    @property
    def place(self) -> Place:
        return self._at

    def arrive(self) -> None:
        if self.people.keys():
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.stages.setFocus(Qt.FocusReason.OtherFocusReason)

    def seek(self) -> bool:
        """There is nothing to search here."""
        return False

    def reach(self, sort: str, code: str) -> bool:
        """Go to somebody, if this stage decides about them."""
        keys = self.people.keys()
        if sort != "application" or code not in keys:
            return False
        self.go_to(code)
        return True

    def commit(self) -> None:
        """Have what is being typed kept."""
        self.person.commit()

    def to_reason(self) -> None:
        """Go and write why."""
        if self.person.reason is not None:
            self.person.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Qt's own

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = event.key()
        place = _AZERTY.index(key) if key in _AZERTY else key - Qt.Key.Key_1.value
        if 0 <= place < len(OUTCOMES[self._at.stage]):
            one = self.one()
            if one is not None and not one.sealed:
                self.decide(OUTCOMES[self._at.stage][place])
            return True
        if key == Qt.Key.Key_N:
            self.onward()
            return True
        if key == Qt.Key.Key_A:
            self.all_agree()
            return True
        return False


def _furthest(session: Session) -> Stage:
    """The interview stage once the shortlist is closed or somebody is decided after the interview."""
    read = session.read
    decided = any(read.with_outcome(Stage.INTERVIEW, one) for one in OUTCOMES[Stage.INTERVIEW])
    return Stage.INTERVIEW if decided or read.in_force(Act(Stage.SCREENING)) is not None else Stage.SCREENING


def _upright() -> QFrame:
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedWidth(1)
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return line
