"""The commands about what is said after the opening: correct, consensus."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from smes_panel.cli.assess import answered
from smes_panel.cli.opening import opened
from smes_panel.cli.said import as_json, as_table, one_line
from smes_panel.errors import BadInput
from smes_panel.gestures.revision import AgreeOn, Correct
from smes_panel.model.assessment import Answer
from smes_panel.model.vacancy import Stage


def correct(options: argparse.Namespace) -> int:
    """Lists the corrections of an opened stage beside their first versions; with --level, makes one."""
    stage = Stage(options.stage)
    given = (options.member, options.application, options.criterion, options.level)
    if any(given) and not all(given):
        raise BadInput("--member, --application, --criterion and --level go together. Nothing was changed.")
    with opened(options) as dossier:
        read = dossier.read
        if all(given):
            member, application = read.member(options.member), read.application_id(options.application)
            code, answer = read.criterion(options.criterion).code, answered(options.level, Answer(), "--level: ")
            dossier.do(Correct(member, application, stage, code, answer, options.reason))
        found = read.corrections(stage)
    if options.json:
        as_json([asdict(one) for one in found])
    else:
        as_table(
            ("application", "member", "criterion", "first", "corrected", "at", "reason"),
            [
                (
                    one.rating.application,
                    one.rating.member,
                    one.rating.criterion,
                    str(one.first.level or one.first.state),
                    str(one.rating.answer.level or one.rating.answer.state),
                    f"{one.at:%Y-%m-%d %H:%M}" if one.at else "",
                    one_line(one.reason, 60),
                )
                for one in found
            ],
        )
    return 0


def consensus(options: argparse.Namespace) -> int:
    """Lists the panel's own ratings beside the medians they started from; with --criterion, rates one."""
    stage = Stage(options.stage)
    if bool(options.application) != bool(options.criterion) or (options.level and not options.application):
        raise BadInput("--application and --criterion go together, with --level if any. Nothing was changed.")
    with opened(options) as dossier:
        read = dossier.read
        if options.application:
            application, code = read.application_id(options.application), read.criterion(options.criterion).code
            if not options.level:
                level = read.median(application, stage, code)
                if level is None:
                    raise BadInput("Nobody gave a level here: --level says which the panel gives. Nothing was changed.")
            elif options.level == "none":
                level = None
            else:
                level = answered(options.level, Answer(), "--level: ").level or 0
            dossier.do(AgreeOn(application, stage, code, level, options.sentence))
        found = read.consensus(stage)
    if options.json:
        as_json([{"application": key, "criterion": code, **asdict(one)} for (key, code), one in found.items()])
    else:
        as_table(
            ("application", "criterion", "median", "panel", "sentence"),
            [
                (key, code, str(one.median or "·"), str(one.level), one_line(one.sentence, 60))
                for (key, code), one in found.items()
            ],
        )
    return 0
