"""The commands that anyone can check the figures with: agreement, rank."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from smes_panel.cli.opening import opened
from smes_panel.cli.said import as_json, as_table, one_line
from smes_panel.insight.agreement import agreement as agreeing
from smes_panel.insight.agreement import table_of
from smes_panel.insight.robustness import placed
from smes_panel.insight.voting import ranked
from smes_panel.intake.counting import read_ballots, read_ratings
from smes_panel.model.agreement import Table
from smes_panel.model.ballot import Method, Ranking
from smes_panel.model.vacancy import Stage


def agreement(options: argparse.Namespace) -> int:
    """Eleven coefficients of a table, or of a stage that is open: a unit is then an application on one criterion."""
    found = agreeing(_ratings(options) if options.table is None else read_ratings(options.table))
    if options.json:
        as_json({name: asdict(one) for name, one in found.items()})
    else:
        as_table(
            ("coefficient", "value", "low", "high", "note"),
            [(name, _figure(one.value), _figure(one.low), _figure(one.high), one.note) for name, one in found.items()],
        )
    return 0


def _ratings(options: argparse.Namespace) -> Table:
    with opened(options) as dossier:
        answer = dossier.read.opened(Stage(options.stage))
        seats = [member.name for member in dossier.read.panel()]
    return table_of(answer, seats)


def rank(options: argparse.Namespace) -> int:
    """The order that one way of counting makes of ballots, or of the ratings of a stage that is open."""
    method = Method(options.method)
    found = _placed(options, method) if options.table is None else ranked(read_ballots(options.table), method)
    if options.json:
        as_json({"method": method, "order": found.order, "scores": found.scores})
    else:
        as_table(
            ("place", "who", "score"),
            [
                (str(place), one_line(" = ".join(group)), _figure(found.scores[group[0]]))
                for place, group in enumerate(found.order, start=1)
            ],
        )
        print("One way of counting among others: it helps the discussion and does not decide.")
    return 0


def _placed(options: argparse.Namespace, method: Method) -> Ranking:
    with opened(options) as dossier:
        answer = dossier.read.opened(Stage(options.stage))
    return placed(answer.applications, answer.criteria, answer.ratings, method)


def _figure(figure: float | None) -> str:
    return "·" if figure is None else f"{figure:.3f}"
