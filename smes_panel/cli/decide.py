"""The commands of the deliberation: outcomes said one by one, meetings, positions, closing, the seat."""

from __future__ import annotations

import argparse
from datetime import datetime

from smes_panel.cli.opening import opened
from smes_panel.cli.said import as_json, as_table, one_line
from smes_panel.dossier import Dossier
from smes_panel.errors import BadInput, PanelError, UnknownName
from smes_panel.gestures.closing import NotReadyToClose, ReopenAct
from smes_panel.gestures.deliberation import Meet, StepOut, TakePosition
from smes_panel.gestures.offer import AnswerOffer, Promote, TakeBackPromotion
from smes_panel.model.closing import Act, Closing, Difference, Lack, Lacking, shown
from smes_panel.model.decision import OfferAnswer, Position
from smes_panel.model.panel import Member, Role
from smes_panel.model.settlement import BRUSSELS
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.signoff import acts

_LACKS = {
    Lacking.NOT_OPEN: "the grids are not open",
    Lacking.NOT_CLOSED: "the act before it is not closed, or not signed",
    Lacking.NO_OUTCOME: "no outcome",
    Lacking.NO_REASON: "no reason",
    Lacking.CONFLICT: "a conflict of interest has no answer: `step-out` says that they left the room",
    Lacking.EXCEPTION: "an exception has no answer: `exceptions` gives one",
    Lacking.NO_PROPOSAL: "the seat is not proposed to them",
    Lacking.NO_SEAT: "the seat is not free",
    Lacking.LETTER: "the letter is not complete",
}


def act_of(options: argparse.Namespace) -> Act:
    """The act that a command names: a stage, or the seat proposed to somebody of the reserve."""
    return Act(Stage.INTERVIEW, options.promotion) if options.promotion else Act(Stage(options.stage))


def closer(read: Queries, name: str | None) -> Member:
    """Who closes: the person named, or the only chair. Raises UnknownName."""
    if name:
        return read.member(name)
    chairs = [one for one in read.panel() if one.role is Role.CHAIR]
    if len(chairs) != 1:
        raise UnknownName("Say who closes: --by NAME. Nothing was changed.")
    return chairs[0]


def deliberation(options: argparse.Namespace) -> int:
    """Shows how far an act is, closes it under its code, or reopens it with a reason."""
    with opened(options) as dossier:
        act, read = act_of(options), dossier.read
        if options.step == "close":
            try:
                closing = acts.close(dossier, act, closer(read, options.by))
            except NotReadyToClose as refusal:
                raise PanelError(f"{refusal} {'; '.join(lack_said(one) for one in refusal.lacks)}.") from None
            print(f"The {act.name} deliberation is closed under the code {shown(closing.code)} ({closing.number}).")
        elif options.step == "reopen":
            dossier.do(ReopenAct(act, closer(read, options.by), options.reason))
            print(f"The {act.name} deliberation is open again; the seal is broken.")
        else:
            _show(dossier, act, json=options.json)
    return 0


def lack_said(lack: Lack) -> str:
    """One thing that is lacking, in a few words."""
    about = f" ({lack.about})" if lack.about else ""
    return f"{lack.application}: {_LACKS[lack.kind]}{about}" if lack.application else f"{_LACKS[lack.kind]}{about}"


def difference_said(one: Difference) -> str:
    """One thing that is otherwise than it was sealed."""
    about = f"{one.application}, {one.fact}" if one.application else one.fact
    return f"{about}: sealed “{one_line(one.sealed, 60)}”, now “{one_line(one.now, 60)}”"


def _show(dossier: Dossier, act: Act, *, json: bool) -> None:
    read = dossier.read
    closings = read.closings(act)
    last = closings[-1] if closings and closings[-1].in_force else None
    lacks = acts.lacking(dossier, act) if last is None else ()
    moved = acts.moved(dossier, last) if last is not None else ()
    if json:
        as_json(
            {
                "act": act.name,
                "closings": [_plain(one) for one in closings],
                "lacking": [{"what": one.kind, "application": one.application, "about": one.about} for one in lacks],
                "changed": [
                    {"application": one.application, "fact": one.fact, "sealed": one.sealed, "now": one.now}
                    for one in moved
                ],
                "meetings": [
                    {"day": one.day, "stage": one.stage, "present": dict(one.present)}
                    for one in read.meetings(act.stage)
                ],
            }
        )
        return
    for one in closings:
        said = "in force" if one.in_force else f"reopened: {one.reopened.reason if one.reopened else ''}"
        print(f"{one.number}. closed {one.at:%Y-%m-%d %H:%M} under {shown(one.code)}, {said}{_signed(one)}")
    for lack in lacks:
        print(f"lacking: {lack_said(lack)}")
    for difference in moved:
        print(f"changed: {difference_said(difference)}")
    if not closings and not lacks:
        print(f"The {act.name} deliberation can be closed.")


def _signed(one: Closing) -> str:
    return "" if one.signature is None else f"; {one.signature.verdict.value} by {one.signature.signer}"


def _plain(one: Closing) -> dict[str, object]:
    return {
        "number": one.number,
        "code": one.code,
        "shown": shown(one.code),
        "at": one.at,
        "by": one.by,
        "in_force": one.in_force,
        "reopened": one.reopened.reason if one.reopened else None,
        "signature": None
        if one.signature is None
        else {
            "verdict": one.signature.verdict,
            "by": one.signature.signer,
            "how": one.signature.how,
            "reason": one.signature.reason,
            "at": one.signature.at,
        },
    }


def meeting(options: argparse.Namespace) -> int:
    """Lists the days on which the panel met; with --day, records one with who was there."""
    with opened(options) as dossier:
        read, stage = dossier.read, Stage(options.stage)
        if options.day is None and (options.present or options.absent):
            raise BadInput("--present and --absent go with --day. Nothing was recorded.")
        if options.day is not None:
            came = [(read.member(name).id, True) for name in options.present]
            came += [(read.member(name).id, False) for name in options.absent]
            dossier.do(Meet(stage, options.day, tuple(came)))
        found = read.meetings()
    if options.json:
        as_json([{"day": one.day, "stage": one.stage, "present": dict(one.present)} for one in found])
    else:
        as_table(
            ("day", "stage", "there", "not there"),
            [
                (
                    one.day.isoformat(),
                    one.stage.value,
                    ", ".join(name for name, here in one.present.items() if here),
                    ", ".join(name for name, here in one.present.items() if not here),
                )
                for one in found
            ],
        )
    return 0


def position(options: argparse.Namespace) -> int:
    """Records that a member agrees with an outcome, or a minority position in their words."""
    with opened(options) as dossier:
        read = dossier.read
        member, application = read.member(options.member), read.application_id(options.application)
        taken = None if options.take_back else Position.MINORITY if options.minority else Position.AGREES
        dossier.do(TakePosition(member, application, Stage(options.stage), taken, options.minority or ""))
        print(f"{member.name}, {options.application}: {'no position' if taken is None else taken.value}.")
    return 0


def step_out(options: argparse.Namespace) -> int:
    """Records that a member left the room while a person was talked of."""
    with opened(options) as dossier:
        read = dossier.read
        member, application = read.member(options.member), read.application_id(options.application)
        dossier.do(StepOut(member, application, Stage(options.stage), out=not options.stayed))
        print(f"{member.name} {'stayed' if options.stayed else 'left the room'} for {options.application}.")
    return 0


def offer(options: argparse.Namespace) -> int:
    """Lists who the seat was offered to and what they answered; records an answer, or the next of the reserve."""
    with opened(options) as dossier:
        read = dossier.read
        if options.application is None and (options.answer or options.promote is not None):
            raise BadInput("--application says whose offer it is. Nothing was recorded.")
        if options.application is not None:
            one = read.application_id(options.application)
            if options.promote is not None:
                dossier.do(Promote(one, options.promote))
            elif options.answer == "none":
                dossier.do(
                    TakeBackPromotion(one)
                    if one in read.promotions() and one not in read.offers()
                    else AnswerOffer(one, None)
                )
            elif options.answer:
                day = options.day or datetime.now(BRUSSELS).date()
                dossier.do(AnswerOffer(one, OfferAnswer(options.answer), day, options.note))
            else:
                raise BadInput("--answer or --promote says what became of it. Nothing was recorded.")
        keys, offers = read.keys(), read.offers()
        rows = [
            {
                "application": keys[one],
                "answer": offers[one].answer if one in offers else None,
                "day": offers[one].day if one in offers else None,
                "note": offers[one].note if one in offers else "",
                "promoted": read.promotions().get(one),
            }
            for one in dict.fromkeys((*read.seated(), *offers))
        ]
        after = read.next_of_reserve()
        following = None if after is None else keys[after]
    if options.json:
        as_json({"offers": rows, "next": following})
    else:
        as_table(
            ("application", "answer", "day", "note", "promoted"),
            [tuple("" if value is None else str(value) for value in row.values()) for row in rows],
        )
        print(f"Next of the reserve: {following or 'nobody'}.")
    return 0
