"""What becomes of the seat: the offer accepted, declined or lapsed, then the next of the reserve."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from smes_panel.errors import Refused, UnknownName
from smes_panel.gestures.decision import LONGEST_REASON
from smes_panel.gestures.gesture import Gesture
from smes_panel.model.closing import Act
from smes_panel.model.decision import LetterKind, OfferAnswer, Outcome
from smes_panel.model.placeholder import PLACEHOLDERS
from smes_panel.model.placeholder import read as read_field
from smes_panel.model.settlement import BRUSSELS
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.store import Pen


def _key(read: Queries, application: str) -> str:
    key = read.keys().get(application)
    if key is None or not read.is_here(application):
        raise UnknownName("This application is not in the dossier. Nothing was recorded.")
    return key


@dataclass(frozen=True, slots=True)
class AnswerOffer(Gesture):
    """What a person (by application id) answered to the offer, and on which day; that it lapsed; or that somebody left
    the reserve. `None` takes it back.
    """

    application: str
    answer: OfferAnswer | None
    day: date | None = None
    note: str = ""

    def make(self, pen: Pen, read: Queries) -> None:
        key = _key(read, self.application)
        offers, seated = read.offers(), read.seated()
        before = offers.get(self.application)
        if self.answer is None:
            self._take_back(pen, read, key, seated)
            return
        if len(self.note) > LONGEST_REASON:
            raise Refused(f"A note holds at most {LONGEST_REASON} characters; this one was not saved.")
        if before is not None and before.answer is not self.answer:
            raise Refused(f"{key} is {before.answer.value} already: take that back first. Nothing was recorded.")
        if self.answer is OfferAnswer.LEFT:
            if read.decided(self.application, Stage.INTERVIEW).outcome is not Outcome.RESERVE:
                raise Refused(f"{key} is not on the reserve list. Nothing was recorded.")
            if self.application in seated:
                raise Refused(f"The seat is offered to {key}: say whether they accept. Nothing was recorded.")
        elif self.application not in seated:
            raise Refused(f"No offer was made to {key}. Nothing was recorded.")
        elif LetterKind.OFFER not in read.left(self.application) and self.answer is not OfferAnswer.DECLINED:
            raise Refused(f"The offer has not left for {key} yet. Nothing was recorded.")
        pen.put(
            "offer",
            self.application,
            answer=self.answer.value,
            day=None if self.day is None else self.day.isoformat(),
            note=self.note.strip(),
            at=pen.now.isoformat(timespec="seconds"),
        )

    def _take_back(self, pen: Pen, read: Queries, key: str, seated: tuple[str, ...]) -> None:
        live = read.live_offer()
        if self.application in seated and live not in (None, self.application):
            raise Refused(f"The seat was offered to {read.keys()[str(live)]} since. Nothing was changed.")
        if self.application in seated and seated[-1] != self.application:
            raise Refused(f"The seat was offered on since {key} gave it up. Nothing was changed.")
        pen.drop("offer", self.application)


@dataclass(frozen=True, slots=True)
class Promote(Gesture):
    """Proposes the seat to the next of the reserve (by application id), once it is free, with its own reason; it is
    closed and signed as an act of its own.
    """

    application: str
    reason: str

    def make(self, pen: Pen, read: Queries) -> None:
        key = _key(read, self.application)
        final = read.in_force(Act(Stage.INTERVIEW))
        if final is None or not final.signed:
            raise Refused("The final decision is not closed and signed: its reserve is not in force yet.")
        if read.decided(self.application, Stage.INTERVIEW).outcome is not Outcome.RESERVE:
            raise Refused(f"{key} is not on the reserve list. Nothing was changed.")
        live = read.live_offer()
        if live is not None:
            raise Refused(f"The offer to {read.keys()[live]} still stands, and there is one seat. Nothing was changed.")
        first = read.next_of_reserve()
        if first != self.application:
            named = "nobody" if first is None else read.keys()[first]
            raise Refused(f"The next of the reserve is {named}, not {key}. Nothing was changed.")
        reason = self.reason.strip()
        if not reason or len(reason) > LONGEST_REASON:
            raise Refused(f"Say why in at most {LONGEST_REASON} characters: it is kept for the minutes.")
        # A renewal does not touch what was signed: it is settled beside it.
        answers = read.answers()
        until = answers.get("renewed_until") or answers.get("reserve_until")
        last = None if until is None else read_field(PLACEHOLDERS["reserve_until"], until.value)
        if isinstance(last, date) and pen.now.astimezone(BRUSSELS).date() > last:
            raise Refused(f"The reserve was valid until {last:%Y-%m-%d}; `settle renewed_until` renews it.")
        pen.put("promotion", self.application, reason=reason, at=pen.now.isoformat(timespec="seconds"))


@dataclass(frozen=True, slots=True)
class TakeBackPromotion(Gesture):
    """Takes a proposal to somebody of the reserve (by application id) back, before it is closed."""

    application: str

    def make(self, pen: Pen, read: Queries) -> None:
        key = _key(read, self.application)
        if self.application not in read.promotions():
            raise Refused(f"The seat is not proposed to {key}. Nothing was changed.")
        if read.closings(Act(Stage.INTERVIEW, key)) or self.application in read.offers():
            raise Refused(f"The proposal to {key} was closed: it stays on record. Nothing was changed.")
        pen.drop("promotion", self.application)
