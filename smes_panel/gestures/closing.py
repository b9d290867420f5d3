"""The seal of an act: closed under a code, signed or refused by the director, reopened with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smes_panel.errors import Refused, UnknownName
from smes_panel.gestures.decision import LONGEST_REASON
from smes_panel.gestures.gesture import Gesture
from smes_panel.model.closing import (
    ABOUT_PERSON,
    Act,
    Closing,
    Lack,
    SignedHow,
    Verdict,
    code,
    person_hash,
    shown,
    written,
)
from smes_panel.model.decision import CLOSED_FIRST, LETTER_FOR, LetterState
from smes_panel.model.panel import Member, Role
from smes_panel.model.settlement import SHORTLIST_SIGNER
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.store import Pen


class NotReadyToClose(Refused):
    """An act that lacks something; `lacks` says what, one by one."""

    def __init__(self, sentence: str, lacks: tuple[Lack, ...] = ()) -> None:
        super().__init__(sentence)
        self.lacks = lacks


def _closing(read: Queries, act: Act) -> Closing:
    found = read.in_force(act)
    if found is None:
        raise Refused(f"The {act.name} deliberation is not closed. Nothing was changed.")
    return found


def _may_close(member: Member) -> None:
    if member.role not in (Role.CHAIR, Role.SECRETARY):
        raise Refused(
            f"{member.name} is {member.role.value}: the chair or the secretary closes and reopens a deliberation."
        )


@dataclass(frozen=True, slots=True)
class CloseAct(Gesture):
    """Closes an act under its code. `letters` are the digests, by application id, of the letters that wait for its
    signature: without one of them nothing is closed.
    """

    act: Act
    by: Member
    letters: tuple[tuple[str, str], ...]

    undoable: ClassVar[bool] = False

    def make(self, pen: Pen, read: Queries) -> None:
        _may_close(self.by)
        before = read.closings(self.act)
        if before and before[-1].in_force:
            raise Refused(
                f"The {self.act.name} deliberation is closed already, under the code {shown(before[-1].code)}."
            )
        letters = dict(self.letters)
        lacks = read.lacking(self.act, letters)
        if lacks:
            named = ", ".join(dict.fromkeys(one.application or one.kind.value for one in lacks))
            raise NotReadyToClose(f"The {self.act.name} deliberation cannot be closed yet: {named}.", lacks)
        number = str(len(before) + 1)
        general, persons = read.said_now(self.act, letters)
        keys, facts = read.keys(), [*general, ("number", "", number)]
        for application, text in persons.items():
            salt = pen.chance(32)
            facts.append((ABOUT_PERSON, keys[application], person_hash(salt, text)))
            pen.put("sealed", application, self.act.name, number, salt=salt.hex(), text=text)
        pen.put(
            "closing",
            self.act.name,
            number,
            code=code(facts),
            facts=written(facts),
            at=pen.now.isoformat(timespec="seconds"),
            by=self.by.id,
        )


@dataclass(frozen=True, slots=True)
class ReopenAct(Gesture):
    """Breaks the seal of an act, with a reason that the minutes keep. Letters that were released wait again."""

    act: Act
    by: Member
    reason: str

    undoable: ClassVar[bool] = False

    def make(self, pen: Pen, read: Queries) -> None:
        _may_close(self.by)
        closing = _closing(read, self.act)
        reason = self.reason.strip()
        if not reason:
            raise Refused("Reopening breaks the seal: say why, the minutes keep it. Nothing was changed.")
        if len(reason) > LONGEST_REASON:
            raise Refused(f"A reason holds at most {LONGEST_REASON} characters; this one was not saved.")
        if self.act == Act(Stage.SCREENING) and read.in_force(Act(Stage.INTERVIEW)) is not None:
            raise Refused("The interview deliberation is closed: reopen that one first. Nothing was changed.")
        if self.act == Act(Stage.INTERVIEW) and any(
            read.in_force(Act(Stage.INTERVIEW, read.keys()[one])) for one in read.promotions()
        ):
            raise Refused("The seat was offered on from the reserve since: reopen that one first. Nothing was changed.")
        at = pen.now.isoformat(timespec="seconds")
        pen.put("reopening", self.act.name, str(closing.number), reason=reason, at=at, by=self.by.id)
        waiting = set(read.awaiting_signature(self.act))
        for (application, kind), life in read.letters().items():
            of_this = kind in CLOSED_FIRST and LETTER_FOR[kind][0] is self.act.stage
            if of_this and life.state is LetterState.RELEASED and (application in waiting or not self.act.promoted):
                pen.put("letter", application, kind.value, state=LetterState.READY.value, released_at=None)


@dataclass(frozen=True, slots=True)
class RecordSignature(Gesture):
    """Records what was answered to a closing (its act and code): the director's checked reply, the signed page on
    paper, or the chair's own signature of a shortlist where the rules delegate it.
    """

    act: Act
    code: str
    verdict: Verdict
    how: SignedHow
    signer: str
    reason: str = ""
    reply: str = ""
    minutes: str = ""

    undoable: ClassVar[bool] = False

    def make(self, pen: Pen, read: Queries) -> None:
        closing = _closing(read, self.act)
        if closing.code != self.code:
            raise Refused(
                f"This answers the code {shown(self.code)}, and the {self.act.name} deliberation stands under "
                f"{shown(closing.code)}. Nothing was recorded."
            )
        if closing.signature is not None:
            raise Refused(
                f"{closing.signature.signer} has answered this code already ({closing.signature.verdict.value}). "
                "Nothing was recorded."
            )
        if self.verdict is Verdict.REFUSED and not self.reason.strip():
            raise Refused("A refusal to sign carries its reason. Nothing was recorded.")
        if self.how is SignedHow.CHAIR or self.verdict is Verdict.DELEGATED:
            self._must_be_delegated(read)
        elif not self.minutes and (self.how is SignedHow.PAPER or self.verdict is Verdict.SIGNED):
            raise Refused("A signature comes with the signed page. Nothing was recorded.")
        pen.put(
            "signature",
            self.act.name,
            str(closing.number),
            verdict=self.verdict.value,
            reason=self.reason.strip(),
            signer=self.signer,
            how=self.how.value,
            reply=self.reply,
            minutes=self.minutes,
            at=pen.now.isoformat(timespec="seconds"),
        )

    def _must_be_delegated(self, read: Queries) -> None:
        rule = read.answers().get(SHORTLIST_SIGNER)
        chairs = {one.name for one in read.panel() if one.role is Role.CHAIR}
        if self.act != Act(Stage.SCREENING) or rule is None or rule.value != "chair":
            raise Refused(
                "Only the shortlist can be delegated to the chair, by a rule: `settle shortlist_signer chair`. "
                "Nothing was recorded."
            )
        if self.signer not in chairs or self.how is not SignedHow.CHAIR or self.verdict is Verdict.SIGNED:
            raise Refused("A delegated shortlist is signed by the chair. Nothing was recorded.")


@dataclass(frozen=True, slots=True)
class EnterSigner(Gesture):
    """Enters the public card of who signs, once its four words were compared. The last one entered is in force."""

    fingerprint: str
    name: str
    card: str

    def make(self, pen: Pen, read: Queries) -> None:
        signers = read.signers()
        if signers and signers[-1].fingerprint == self.fingerprint:
            raise Refused(f"The card of {self.name} is entered already. Nothing was changed.")
        if not self.name.strip() or not self.card:
            raise UnknownName("This card names nobody. Nothing was changed.")
        at = pen.now.isoformat(timespec="microseconds")
        pen.put("signer", self.fingerprint, name=self.name.strip(), card=self.card, at=at)
