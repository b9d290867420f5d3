"""The commands that a member gives for oneself: scratchpad, history, calibrate, access."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from smes_panel.cli.assess import answered
from smes_panel.cli.opening import opened
from smes_panel.cli.said import as_json, as_table, note, one_line
from smes_panel.gestures.own import Calibrate, Jot
from smes_panel.intake.example import fictitious
from smes_panel.model.assessment import Answer
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language


def scratchpad(options: argparse.Namespace) -> int:
    """Shows a member's private notes on an application; with --text, writes them."""
    with opened(options) as dossier:
        member = dossier.read.member(options.member)
        application = dossier.read.application_id(options.application)
        if options.text is not None:
            dossier.do(Jot(member, application, options.text))
        print(dossier.read.scratchpad(member, application))
    note("these notes stay on this laptop; they are personal data, which an access request may show.")
    return 0


def access(options: argparse.Namespace) -> int:
    """Shows what a member wrote of a person as an access request would give it."""
    with opened(options) as dossier:
        read = dossier.read
        given = read.notes_given(read.member(options.member), read.application_id(options.application))
    lines = [
        {
            "stage": one.stage,
            "criterion": one.criterion.code,
            "state": one.answer.state,
            "level": one.answer.level,
            "comment": one.answer.comment,
            "passages": list(one.words),
        }
        for one in given.notes
    ]
    if options.json:
        as_json({"by": given.role, "notes": lines, "scratchpad": given.scratchpad, "covered": given.covered})
        return 0
    as_table(
        ("stage", "criterion", "state", "level", "comment"),
        [
            (one.stage, one.criterion.code, one.answer.state, str(one.answer.level or ""), one.answer.comment)
            for one in given.notes
        ],
    )
    print(given.scratchpad)
    note(f"given as written by one person of the panel ({given.role}); what names somebody else is covered.")
    return 0


def history(options: argparse.Namespace) -> int:
    """Lists the versions of one of a member's own ratings, as this laptop kept them."""
    with opened(options) as dossier:
        read = dossier.read
        member, application = read.member(options.member), read.application_id(options.application)
        code = read.criterion(options.criterion).code
        found = dossier.versions(member, application, Stage(options.stage), code)
    if options.json:
        as_json([asdict(one) for one in found])
    else:
        as_table(
            ("at", "by", "state", "level", "comment"),
            [
                (
                    f"{one.at:%Y-%m-%d %H:%M:%S}",
                    one.gesture,
                    one.answer.state if one.answer else "taken away",
                    str(one.answer.level or "") if one.answer else "",
                    one_line(one.answer.comment, 60) if one.answer else "",
                )
                for one in found
            ],
        )
    return 0


def calibrate(options: argparse.Namespace) -> int:
    """Prints the fictitious candidate's file and the member's own answers on it; with --criterion, gives one."""
    stage = Stage(options.stage)
    with opened(options) as dossier:
        read = dossier.read
        member = read.member(options.member)
        if options.criterion:
            code = read.criterion(options.criterion).code
            present = read.calibration(member, stage).get(code, Answer())
            dossier.do(Calibrate(member, stage, code, answered(options.level, present, "--level: ")))
        found, version = read.calibration(member, stage), read.anchors_version(stage)
    if options.json:
        given = {code: {"state": one.state, "level": one.level} for code, one in found.items()}
        as_json({"anchors": version, "answers": given})
        return 0
    print(fictitious(Language(options.language)))
    as_table(("criterion", "state", "level"), [(c, one.state, str(one.level or "")) for c, one in found.items()])
    note(f"none of this counts anywhere; the anchors read as version {version}.")
    return 0
