"""The commands that make paper: grids, checklist, letters. Each file is put in place whole."""

from __future__ import annotations

import argparse
from collections.abc import Generator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeVar, cast

from smes_panel import prints
from smes_panel.cli.opening import opened
from smes_panel.cli.said import counted
from smes_panel.dossier import Dossier
from smes_panel.errors import LetterBlocked
from smes_panel.insight.comparison import compared
from smes_panel.model.decision import LetterKind, Outcome
from smes_panel.model.settlement import BRUSSELS
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from smes_panel.paper.comparison import comparison_pdf
from smes_panel.paper.facts import comparison_facts
from smes_panel.paper.placing import put
from smes_panel.paper.spreadsheet import COMPARISON_BEGINS, comparison_rows, csv_bytes
from smes_panel.signoff.letters import printed

T = TypeVar("T")


def grids(options: argparse.Namespace) -> int:
    """One interview grid per person invited and member who rates."""
    with opened(options) as dossier:
        made = print_grids(dossier, options.out, day_of(options), _language(options, dossier), options.only)
        print(f"{counted(made, 'grid')} in {options.out}." if made else "Nobody is invited yet: `outcome` says who is.")
    return 0


def print_grids(dossier: Dossier, folder: Path, day: date, language: Language, only: Sequence[str] = ()) -> int:
    """Prints the grids into `folder`, for those named in `only` (K-01) or for all; how many there are."""
    made, _ = drained(prints.laid(prints.grids(dossier, day, language, only), folder))
    return made


def checklist(options: argparse.Namespace) -> int:
    """The blank reading grid."""
    with opened(options) as dossier:
        print_checklist(dossier, options.out, day_of(options), _language(options, dossier))
        print(f"The blank checklist is in {options.out}.")
    return 0


def print_checklist(dossier: Dossier, path: Path, day: date, language: Language) -> None:
    """Prints the blank reading grid to `path`."""
    put(path, prints.checklist(dossier, day, language).make())


def comparison(options: argparse.Namespace) -> int:
    """The comparison of an opened stage: a PDF, or a table for a spreadsheet."""
    stage, day = Stage(options.stage), options.date
    seen_at = datetime.combine(day, time(), BRUSSELS) if day else datetime.now(BRUSSELS)
    with opened(options) as dossier:
        print_comparison(dossier, options.out, stage, seen_at, _language(options, dossier))
        print(f"The comparison of the {stage} stage is in {options.out}.")
    return 0


def print_comparison(dossier: Dossier, path: Path, stage: Stage, seen_at: datetime, language: Language) -> None:
    """Puts the comparison of an opened stage at `path`: for a spreadsheet where its name ends in .csv, else a PDF."""
    read = dossier.read
    answer = read.opened(stage)
    keys = read.keys()
    lines = compared(answer.applications, answer.criteria, answer.ratings)
    names = {one.key: one.identity.name for one in read.applications()}
    if path.suffix.casefold() == ".csv":
        put(path, csv_bytes(comparison_rows(lines, names, read.consensus(stage))), COMPARISON_BEGINS)
        return
    facts = comparison_facts(
        prints.recruitment(dossier),
        answer,
        lines,
        names=names,
        outcomes={keys[one]: outcome for outcome in Outcome for one in read.with_outcome(stage, outcome)},
        language=language,
        seen_at=seen_at,
        consensus=read.consensus(stage),
        corrections=read.corrections(stage),
    )
    put(path, comparison_pdf(facts))


def print_letters(
    dossier: Dossier, kind: LetterKind, folder: Path, day: date, only: Sequence[str] = ()
) -> tuple[int, tuple[LetterBlocked, ...]]:
    """Prints the letters into `folder`: how many there are, and why each of the others could not be made."""
    return drained(printed(dossier, kind, prints.due(dossier, kind, only), folder, day))


def drained(work: Generator[object, None, T]) -> T:
    """What a long piece of work returns, once it is through."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return cast("T", end.value)


def day_of(options: argparse.Namespace) -> date:
    """The day that a print bears."""
    return options.date or datetime.now(BRUSSELS).date()


def _language(options: argparse.Namespace, dossier: Dossier) -> Language:
    return Language(options.language) if options.language else dossier.read.posting().language
