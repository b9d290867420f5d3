"""The commands about how members read: conflicts of interest, what is asked of whom, in which order."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from smes_panel.cli.opening import opened
from smes_panel.cli.said import as_json, as_table, note, one_line
from smes_panel.errors import BadInput
from smes_panel.gestures.asking import AskNot, ReadBlind
from smes_panel.gestures.conflict import DeclareConflict, WithdrawConflict
from smes_panel.insight.drift import FEWEST, Drift, drift
from smes_panel.model.vacancy import Stage


def conflict(options: argparse.Namespace) -> int:
    """Lists the conflicts of interest as --member may read them; with --application, declares or withdraws one."""
    if options.application and not options.member:
        raise BadInput("--application says with whom, --member who has the conflict: give both. Nothing was changed.")
    with opened(options) as dossier:
        member = dossier.read.member(options.member) if options.member else None
        if member is not None and options.application:
            application = dossier.read.application_id(options.application)
            if options.withdraw:
                dossier.do(WithdrawConflict(member, application))
            else:
                dossier.do(DeclareConflict(member, application, options.reason))
        found = dossier.read.conflicts(member)
    if options.json:
        as_json([asdict(one) for one in found])
    else:
        as_table(
            ("application", "member", "declared", "withdrawn", "reason"),
            [
                (
                    one.application,
                    one.member,
                    f"{one.at:%Y-%m-%d %H:%M}" if one.at else "",
                    f"{one.withdrawn_at:%Y-%m-%d %H:%M}" if one.withdrawn_at else "",
                    one_line(one.reason, 60),
                )
                for one in found
            ],
        )
        note("reasons are shown to their author, the chair and the secretary (--member).")
    return 0


def not_asked(options: argparse.Namespace) -> int:
    """Lists, by member, the criteria that are not asked of them; with --criterion, settles one."""
    given = (options.by, options.member, options.criterion)
    if any(given) and not all(given):
        raise BadInput("--by, --member and --criterion go together: give all three. Nothing was changed.")
    with opened(options) as dossier:
        read = dossier.read
        if all(given):
            code = read.criterion(options.criterion).code
            dossier.do(AskNot(read.member(options.by), read.member(options.member), code, options.again))
        found = {member.name: sorted(read.not_asked(member)) for member in read.panel() if member.role.rates}
    if options.json:
        as_json(found)
    else:
        as_table(("member", "not asked"), [(name, ", ".join(codes) or "–") for name, codes in found.items()])
    return 0


def blind(options: argparse.Namespace) -> int:
    """Settles until which stage those who rate read without names, and says what cannot be hidden."""
    with opened(options) as dossier:
        read = dossier.read
        until = None if options.until == "none" else Stage(options.until)
        dossier.do(ReadBlind(read.member(options.by), until))
        if until is None:
            print("Names are shown to those who rate.")
            return 0
        print(f"Names are hidden from those who rate until the {until} stage.")
        reader = next((one for one in read.panel() if one.role.rates), None)
        left = [key for one, key in read.keys().items() if read.unhidden(one, reader)]
        if left:
            note(f"photos, letterheads and scans stay as they are in the pages of {', '.join(left)}.")
    return 0


def order(options: argparse.Namespace) -> int:
    """Lists what a member reads in the order drawn for them; with --criterion, their own answers on it."""
    stage = Stage(options.stage)
    with opened(options) as dossier:
        read = dossier.read
        member = read.member(options.member)
        aside, seed = read.aside(member, stage), read.seed()
        if options.criterion:
            across = read.across(member, stage, read.criterion(options.criterion).code)
            if options.json:
                as_json([asdict(one) for one in across])
            else:
                as_table(
                    ("place", "application", "state", "level", "comment"),
                    [
                        (
                            str(one.place),
                            one.application,
                            one.answer.state,
                            str(one.answer.level or ""),
                            one_line(one.answer.comment, 60),
                        )
                        for one in across
                    ],
                )
            return 0
        keys = read.keys()
        found = [keys[one] for one in read.reading_order(member, stage)]
        told = drift(read.levels_in_order(member, stage)) if options.drift else None
    if options.drift:
        note(_drift(told))
    if options.json:
        as_json({"seed": seed, "order": found, "recused": aside})
    else:
        print("\n".join(f"{key} (recused)" if key in aside else key for key in found))
        note(f"drawn from the seed {seed}." if seed else "the order is drawn once the checklist is frozen.")
    return 0


def _drift(told: Drift | None) -> str:
    if told is None:
        return f"nothing is said of drift with fewer than {FEWEST} files rated."
    means = f"the first {told.files} files have a mean of {told.first:.1f}, the last {told.files} of {told.last:.1f}"
    return f"{means}; worth a second look." if told.notable else f"{means}."
