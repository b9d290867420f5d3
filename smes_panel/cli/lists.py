"""The command about lists of applicants: what each column is, is shown first, and taken in when it is accepted."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from smes_panel.cli.opening import opened
from smes_panel.cli.said import as_json, as_table, note, one_line
from smes_panel.errors import BadInput
from smes_panel.intake import lists
from smes_panel.intake.extraction import Reader
from smes_panel.intake.lists import DateOrder, Entry, ListSheet, Mapping, Meaning
from smes_panel.intake.lists.remarks import called, letter
from smes_panel.model.application import Arrived

_SHOWN = 3


def is_asked_for(options: argparse.Namespace) -> bool:
    """Whether one list alone is to be brought in. Raises BadInput where its options are given for something else."""
    alone = len(options.paths) == 1 and options.imap is None and lists.is_list(options.paths[0])
    told = options.columns or options.as_proposed or options.sheet or options.dates or options.headings is not None
    if told and not alone:
        raise BadInput("Columns are told of one list, CSV, XLSX or ODS, named alone. Nothing was taken in.")
    return alone


def bring_in_list(options: argparse.Namespace, said: Callable[[Iterable[Arrived], bool], int]) -> int:
    """Shows what each column of the list is taken for; takes it in once that is accepted."""
    path: Path = options.paths[0]
    with Reader() as reader:
        sheets = lists.read_list(path, reader)
    sheet = _chosen(path.name, sheets, options.sheet)
    mapping = lists.propose(sheet, options.headings)
    if options.columns:
        mapping = lists.corrected(sheet, mapping, _told(mapping, options.columns))
    if options.dates:
        mapping = replace(mapping, order=DateOrder(f"{options.dates}_first"))
    others = tuple(one.name for one in sheets if one is not sheet)
    entries = lists.entries(path.name, sheet, mapping)
    accepted = options.as_proposed or bool(options.columns)
    if options.json and not accepted:
        as_json(shown(path.name, sheet, mapping, others, entries))
        return 0
    if not options.json:
        _print(path.name, sheet, mapping, others, entries)
        if not accepted and not _accepted(entries):
            return 0
    # Nothing is opened before: a list that is only looked at asks for no passphrase.
    with opened(options) as dossier:
        return said(lists.rows_in(dossier.do, dossier.read, path.name, entries), options.json)


def _chosen(name: str, sheets: Sequence[ListSheet], asked: str | None) -> ListSheet:
    if asked is None:
        return sheets[0]
    for sheet in sheets:
        if sheet.name.casefold() == asked.casefold():
            return sheet
    named = ", ".join(f"“{sheet.name}”" for sheet in sheets if sheet.name) or "no sheets with names"
    raise BadInput(f"{name} has no sheet “{one_line(asked, 60)}”; it has {named}. Nothing was taken in.")


def _told(mapping: Mapping, told: Sequence[str]) -> dict[int, Meaning]:
    """What a person says of columns: `name=Nom`, `email=C`, `other=Remarques`; what was that before no longer is."""
    meanings: dict[int, Meaning] = {}
    pairs = [pair for one in told for pair in re.split(r",(?=\s*[a-z_]+=)", one)]
    for pair in pairs:
        which, sign, column = pair.strip().partition("=")
        if which not in set(Meaning) or not sign:
            raise BadInput(
                f"“{one_line(pair, 60)}” says of no column what it is: write one of {', '.join(Meaning)}, then = and "
                "the heading or letter of a column. Nothing was taken in."
            )
        meanings[_place(mapping, column.strip())] = Meaning(which)
    for meaning in set(meanings.values()) - {Meaning.OTHER, Meaning.MESSAGE}:
        for place in mapping.places(meaning):
            meanings.setdefault(place, Meaning.OTHER)
    return meanings


def _place(mapping: Mapping, column: str) -> int:
    wanted = " ".join(column.casefold().split())
    by_heading = [one.place for one in mapping.columns if one.heading.casefold() == wanted and wanted]
    by_letter = [one.place for one in mapping.columns if letter(one.place).casefold() == wanted]
    for found in (by_heading, by_letter):
        if len(found) == 1:
            return found[0]
    many = "several columns are" if by_heading else "no column is"
    headings = ", ".join(called(mapping, one.place) for one in mapping.columns)
    raise BadInput(f"{many} called “{one_line(column, 60)}”: there are {headings}. Nothing was taken in.".capitalize())


def _accepted(entries: Sequence[Entry]) -> bool:
    count = sum(entry.application is not None for entry in entries)
    if not count or not sys.stdin.isatty():
        note("nothing was taken in: --as-proposed accepts what is shown, --columns name=HEADING,… says it otherwise.")
        return False
    try:
        return input(f"Take in {count} {'line' if count == 1 else 'lines'}? [y/N] ").strip().casefold() in (
            "y",
            "yes",
            "o",
            "oui",
            "j",
            "ja",
        )
    except EOFError:
        return False


def shown(
    name: str, sheet: ListSheet, mapping: Mapping, others: tuple[str, ...], entries: Sequence[Entry]
) -> dict[str, object]:
    """The proposal as `--json` gives it: nothing was written."""
    return {
        "list": name,
        "sheet": sheet.name or None,
        "other_sheets": others,
        "heading_line": mapping.heading_line or None,
        "dates": mapping.order,
        "columns": [
            {
                "column": letter(one.place),
                "heading": one.heading or None,
                "meaning": one.meaning,
                "samples": _samples(sheet, mapping, one.place),
            }
            for one in mapping.columns
        ],
        "remarks": [lists.sentence(remark, mapping) for remark in lists.remarks(sheet, mapping, others)],
        "applications": sum(entry.application is not None for entry in entries),
        "refused": [{"line": entry.line, "reason": entry.reason} for entry in entries if entry.reason],
        "written": False,
    }


def _samples(sheet: ListSheet, mapping: Mapping, place: int) -> list[str]:
    below = [row for row in sheet.rows if row.number > mapping.heading_line]
    return [value for row in below if (value := row.cell(place))][:_SHOWN]


def _print(name: str, sheet: ListSheet, mapping: Mapping, others: tuple[str, ...], entries: Sequence[Entry]) -> None:
    count = sum(entry.application is not None for entry in entries)
    where = f", sheet “{one_line(sheet.name, 40)}”" if sheet.name else ""
    print(f"{one_line(name)}{where}: {count} {'application' if count == 1 else 'applications'}.")
    as_table(
        ("column", "heading", "is", "for instance"),
        [
            (
                letter(one.place),
                one_line(one.heading, 30),
                one.meaning,
                one_line(" | ".join(_samples(sheet, mapping, one.place)), 60),
            )
            for one in mapping.columns
        ],
    )
    for remark in lists.remarks(sheet, mapping, others):
        print(one_line(lists.sentence(remark, mapping)))
    for entry in entries:
        if entry.reason:
            print(entry.reason)
