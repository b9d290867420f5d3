"""Lists of ten thousand applicants, from their bytes to what their lines become, beside reading the cells alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook, load_workbook

from benchmarks.measuring import Figure, Size, again, paired
from smes_panel.intake import lists
from smes_panel.intake.extraction import Reader

_HEAD = ("Horodateur", "Nom", "Prénom", "E-mail", "GSM", "Rue", "Code postal", "Commune", "Motivation")
_LETTER = "Je vous propose ma candidature pour ce poste, qui rejoint ce que je fais depuis dix ans. "


def _lines(number: int) -> Iterator[tuple[str, ...]]:
    yield _HEAD
    for n in range(number):
        when = f"{1 + n % 28:02d}/06/2022 09:{n % 60:02d}"
        who = (f"MODÈLE{n}", "Yasmina", f"yasmina{n}@exemple.invalid", f"0470{n:06d}")
        yield (when, *who, "avenue du Spécimen 1", "1000", "Bruxelles", _LETTER * (1 + n % 5))


def bench(folder: Path, size: Size) -> Iterator[Figure]:
    text, book = folder / "liste.csv", folder / "liste.xlsx"
    with text.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(_lines(size.listed))
    made = Workbook(write_only=True)
    sheet = made.create_sheet("Liste")
    for line in _lines(size.listed):
        sheet.append(line)
    made.save(book)
    pairs = min(size.pairs, 10)
    with Reader() as reader:
        for path, beside, bare in (
            (text, "csv.reader over the same bytes", _separated),
            (book, "openpyxl over the same bytes, in this process", _workbook),
        ):

            def ours(path: Path = path) -> None:
                (found, *_) = lists.read_list(path, reader)
                mapping = lists.propose(found)
                lists.nobodies(found, mapping)
                lists.remarks(found, mapping)

            def theirs(path: Path = path, bare: object = bare) -> None:
                assert callable(bare)
                bare(path)

            what = f"{size.listed} lines of {path.suffix}, their columns proposed"
            yield paired(what, beside, pairs, again(ours), again(theirs))
        (found, *_) = lists.read_list(text, reader)
        mapping = lists.propose(found)
        yield paired(
            f"{size.listed} lines made into applications",
            "csv.reader over the same bytes",
            pairs,
            again(lambda: lists.entries(text.name, found, mapping)),
            again(lambda: _separated(text)),
        )


def _separated(path: Path) -> None:
    list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline=""), delimiter=";"))


def _workbook(path: Path) -> None:
    book = load_workbook(path, read_only=True, data_only=True)
    for _row in book.worksheets[0].iter_rows(values_only=True):
        pass
    book.close()
