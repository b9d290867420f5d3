"""The command that has letters leave by mail, and says what became of each."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from smes_panel.cli.mailbox import password_of
from smes_panel.cli.opening import opened
from smes_panel.cli.said import as_json, as_table, counted, one_line
from smes_panel.dispatch import Courier, Drafts, Mailbox
from smes_panel.dispatch.account import Outgoing
from smes_panel.dossier import Dossier
from smes_panel.errors import BadInput
from smes_panel.intake.imap import Account
from smes_panel.model.decision import LetterKind, SendingHow, SendingState
from smes_panel.signoff import dispatching


def dispatch(options: argparse.Namespace) -> int:
    """Lists the letters that wait to leave and the attempts without an end; drafts or sends them, or settles one."""
    with opened(options) as dossier:
        if options.settle is not None:
            key, kind, state = options.settle
            dispatching.settle(dossier, dossier.read.application_id(key), LetterKind(kind), _state(state))
        elif options.drafts or options.send:
            return _carry(dossier, options)
        _listed(dossier, json=options.json)
    return 0


def account(dossier: Dossier, options: argparse.Namespace, server: str) -> Outgoing:
    """In whose name letters leave: the address given, else the one that applications go to. Raises MailboxFailed."""
    posting = dossier.read.posting()
    sender = options.sender or posting.apply_to or ""
    name = options.sender_name or posting.organisation or ""
    starttls, authority = getattr(options, "starttls", False), getattr(options, "authority", None)
    return Outgoing.stated(
        server, getattr(options, "user", None) or "", sender, name, starttls=starttls, authority=authority
    )


def _carry(dossier: Dossier, options: argparse.Namespace) -> int:
    kind = LetterKind(options.kind) if options.kind else None
    out = account(dossier, options, options.send or "drafts.invalid")
    wanted = dispatching.waiting(dossier, kind, options.only)
    ready, blocked = dispatching.composed_for(dossier, wanted, out, datetime.now(UTC))
    for one in blocked:
        print(f"smes-panel: {one.why}", file=sys.stderr)
    if not ready:
        print("No letter waits to leave by mail.")
        return 1 if blocked else 0
    if options.send and options.count != len(ready):
        raise BadInput(
            f"{counted(len(ready), 'letter')} to be sent: say so with --count {len(ready)}. Nothing was sent."
        )
    carrier, how = _carrier(options, out)
    last: dict[str, SendingState] = {}
    for departure in dispatching.carried(dossier, ready, carrier, how):
        last[departure.message.message_id] = departure.state
        if departure.state is not SendingState.BEGUN:
            said = departure.error or departure.proof
            print(f"{departure.message.application} {departure.message.kind}: {departure.state} {one_line(said, 90)}")
    gone = sum(state in (SendingState.SENT, SendingState.DRAFTED) for state in last.values())
    done = "sent" if options.send else "in the drafts"
    print(f"{counted(gone, 'letter')} {done}, of {len(ready)}.")
    return 0 if gone == len(ready) and not blocked else 1


def _carrier(options: argparse.Namespace, out: Outgoing) -> tuple[Courier | Drafts, SendingHow]:
    def clock() -> datetime:
        return datetime.now(UTC)

    if options.drafts:
        mailbox = Account.typed(
            options.drafts, options.user or "", starttls=options.starttls, authority=options.authority
        )
        return Drafts(Mailbox(mailbox, password_of(options, mailbox)), clock), SendingHow.DRAFT
    password = password_of(options, out)
    box = None
    if options.copies:
        own = Account.typed(options.copies, options.user or "", authority=options.authority)
        box = Mailbox(own, password)
    return Courier(out, password, clock, box), SendingHow.SMTP


def _state(word: str) -> SendingState:
    allowed = (SendingState.SENT, SendingState.FAILED, SendingState.SETTLED)
    if word not in {one.value for one in allowed}:
        raise BadInput(f"“{one_line(word, 20)}” is not what became of a letter: sent, failed or settled.")
    return SendingState(word)


def _listed(dossier: Dossier, *, json: bool) -> None:
    keys = dossier.read.keys()
    wait = [(keys[one], kind) for one, kinds in dispatching.waiting(dossier).items() for kind in kinds]
    open_ones = dispatching.unclear(dossier)
    if json:
        as_json(
            {
                "waiting": [{"application": key, "kind": kind} for key, kind in sorted(wait)],
                "open": [
                    {
                        "application": keys[one],
                        "kind": kind,
                        "how": each.how,
                        "state": each.state,
                        "at": each.at,
                        "message_id": each.message_id,
                        "error": each.error,
                    }
                    for one, kind, each in open_ones
                ],
            }
        )
        return
    as_table(("application", "kind", "state"), [(key, kind.value, "waits to leave") for key, kind in sorted(wait)])
    for one, kind, each in open_ones:
        print(f"{keys[one]} {kind}: {each.state}, {one_line(each.error, 90)}")
