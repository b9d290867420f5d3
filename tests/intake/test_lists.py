"""A list of applicants: read in any shape, its columns proposed, its lines applications."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.errors import BadInput
from smes_panel.intake.extraction import Reader
from smes_panel.intake.lists import entries, propose
from smes_panel.intake.lists.reading import Row, sheets_of
from smes_panel.intake.lists.separated import lines_of
from tests.intake.workbooks import inline, ods, ods_row, raw_xlsx, xlsx

CORPORA = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpora"


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as one:
        yield one


PEOPLE = (
    ("Nom", "Prénom", "E-mail", "GSM", "Date de candidature", "Motivation", "Remarques"),
    ("MODÈLE", "Yasmina", "yasmina@exemple.invalid", "0470/12.34.56", "13/06/2022 09:30", "Je postule.", "=1+1"),
    ("VOORBEELD", "Jan", "jan@exemple.invalid", "0470 12 34 57", "14/06/2022 10:00", "", "../../etc/passwd"),
)


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "cp850"]
)
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_separated_text_is_read_in_every_charset_and_with_every_separator(charset: str, separator: str) -> None:
    into = io.StringIO()
    csv.writer(into, delimiter=separator).writerows(
        [*PEOPLE, ("Élève", "Noël", "n@exemple.invalid", "", "", "à, ç; è", "")]
    )
    read = list(lines_of("liste.csv", into.getvalue().encode(charset)))
    assert [cells for _, cells in read[:3]] == [*PEOPLE[:2], PEOPLE[2]]
    assert read[3] == (4, ("Élève", "Noël", "n@exemple.invalid", "", "", "à, ç; è"))


def test_the_line_that_names_the_separator_is_no_line_of_the_list_and_numbers_stay_those_of_the_file() -> None:
    content = b'sep=|\r\nNom|E-mail\r\n\r\n"Yasmina\r\nMod\xc3\xa8le"|y@exemple.invalid\r\nJan|j@exemple.invalid\r\n'
    assert list(lines_of("a.csv", content)) == [
        (2, ("Nom", "E-mail")),
        (4, ("Yasmina\nModèle", "y@exemple.invalid")),
        (6, ("Jan", "j@exemple.invalid")),
    ]


@pytest.mark.parametrize("said", ["sep=a", 'sep="', "sep=", "sep= "])
def test_what_separates_nothing_is_not_taken_for_a_separator(said: str) -> None:
    lines = [cells for _, cells in lines_of("a.csv", f"{said}\r\nNom;E-mail\r\nJan;j@exemple.invalid\r\n".encode())]
    assert lines[-1] == ("Jan", "j@exemple.invalid")


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=12), min_size=2, max_size=6),
        min_size=1,
        max_size=8,
    )
)
def test_what_is_written_as_separated_text_is_read_back(lines: list[list[str]]) -> None:
    into = io.StringIO()
    into.write("sep=;\r\n")
    csv.writer(into, delimiter=";").writerows(lines)
    read = dict(lines_of("a.csv", into.getvalue().encode()))
    written = {number: [cell.strip() for cell in cells] for number, cells in enumerate(lines, start=2)}
    kept = {number: cells for number, cells in written.items() if any(cells)}
    assert {number: list(cells) + [""] * (len(kept[number]) - len(cells)) for number, cells in read.items()} == kept


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'a;b\n"never closed;b\n', "line 2: this is not a table"),
        (b"\x00\x01\x02\x03" * 40, "is not a text file"),
        (b"a;b\n" + b"x;y\n" * 20_001, "more than 20,000 lines"),
        (b"a;b\n" + b";" * 300 + b"x\n", "line 2: there are more than 200 cells"),
        (b"a;b\n" + b"x" * 100_001 + b";b\n", "line 2: a cell has more than 100,000 characters"),
        (b"\n \n\t\n", "holds no line"),
    ],
)
def test_separated_text_that_is_no_list_is_refused_in_one_sentence(content: bytes, said: str, reader: Reader) -> None:
    with pytest.raises(BadInput, match=said):
        sheets_of("a.csv", content, reader)


def test_a_workbook_gives_its_values_with_dates_in_iso_and_hidden_sheets_last(reader: Reader) -> None:
    moment = datetime.fromisoformat("2022-06-14T10:00:01")
    rows = (
        ("Naam", "Datum", "Dag", "Gsm", "Oud"),
        ("Jan Voorbeeld", moment, datetime.combine(moment, time()), 470123456, True),
        ("=1+1", None, None, 2.5, None),
    )
    hidden, seen = sheets_of("a.xlsx", xlsx((("geheim",),), rows, hidden=(0,)), reader)[::-1]
    assert (hidden.name, hidden.hidden, seen.name, seen.hidden) == ("Feuille1", True, "Feuille2", False)
    assert [(row.number, row.cells) for row in seen.rows] == [
        (1, ("Naam", "Datum", "Dag", "Gsm", "Oud")),
        (2, ("Jan Voorbeeld", "2022-06-14 10:00:01", "2022-06-14", "470123456", "TRUE")),
        (3, ("", "", "", "2.5")),  # a formula is not computed, and this one was never saved with its value
    ]


def test_what_a_formula_last_came_to_is_its_value(reader: Reader) -> None:
    sheet = '<row r="1"><c r="A1" t="str"><f>HYPERLINK("http://exemple.invalid")</f><v>Yasmina</v></c></row>'
    (read,) = sheets_of("a.xlsx", raw_xlsx(sheet), reader)
    assert read.rows == (Row(1, ("Yasmina",)),)


def test_a_sheet_that_says_it_is_endless_costs_what_is_in_it(reader: Reader) -> None:
    (read,) = sheets_of("a.xlsx", raw_xlsx(inline(1, "Nom", "E-mail") + inline(999_999_999_999, "Yasmina")), reader)
    assert [row.number for row in read.rows] == [1, 999_999_999_999]


def _bombs() -> dict[str, tuple[bytes, str]]:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    far = '<row r="1"><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row>'
    repeated = '<table:table table:name="A">' + ods_row("x", repeated=1_000_000) + "</table:table>"
    across = (
        '<table:table-row><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
    )
    return {
        "shared strings that unpack to 60 MB": (
            raw_xlsx("", f"<si><t>{'a' * 60_000_000}</t></si>"),
            "unpacks to far more",
        ),
        "entities": (raw_xlsx("", "<si><t>&b;</t></si>", dtd=laughs), "is damaged"),
        "a cell in the last column": (raw_xlsx(far), "more than 200 columns"),
        "thirty thousand lines": (
            raw_xlsx("".join(inline(n, "x") for n in range(1, 30_001))),
            "more than 20,000 lines",
        ),
        "long cells": (raw_xlsx(inline(1, "x" * 100_001)), "100,000 characters"),
        "no workbook": (b"PK\x03\x04" + b"xl/ [Content_Types].xml", "is damaged"),
        "lines repeated": (ods(repeated), "more than 20,000 lines"),
        "cells repeated": (ods(f'<table:table table:name="A">{across}</table:table-row></table:table>'), "200 columns"),
        "a locked one": (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        "an old one": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "before 2007"),
    }


@pytest.mark.parametrize("what", list(_bombs()))
def test_a_hostile_workbook_is_refused_in_one_sentence(what: str, reader: Reader) -> None:
    content, said = _bombs()[what]
    with pytest.raises(BadInput, match=said):
        sheets_of("a.ods" if "repeated" in what else "a.xlsx", content, reader)


def test_external_links_of_a_workbook_are_not_looked_at(reader: Reader) -> None:
    linked = {"xl/externalLinks/externalLink1.xml": b"<not well formed"}
    (read,) = sheets_of("a.xlsx", raw_xlsx(inline(1, "Nom"), more=linked), reader)
    assert read.rows == (Row(1, ("Nom",)),)


def test_an_opendocument_sheet_is_read_without_unrolling_what_is_empty(reader: Reader) -> None:
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    dated = (
        '<table:table-row><table:table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell office:value-type="date" office:date-value="2022-06-14T10:00:00">'
        "<text:p>14 juin</text:p></table:table-cell></table:table-row>"
    )
    hides = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    tables = (
        f'<table:table table:name="Cachée" table:style-name="h">{ods_row("x")}</table:table>'
        f'<table:table table:name="Vue">{ods_row("Nom", "E-mail")}{dated}{empty}{ods_row("fin")}</table:table>'
    )
    seen, hidden = sheets_of("a.ods", ods(tables, styles=hides), reader)
    assert (seen.name, hidden.name, hidden.hidden) == ("Vue", "Cachée", True)
    assert seen.rows == (
        Row(1, ("Nom", "E-mail")),
        Row(2, ("", "", "2022-06-14 10:00:00")),
        Row(1_048_003, ("fin",)),
    )


def _found(*under: str) -> list[Path]:
    endings = (".csv", ".xlsx", ".xlsm", ".xls", ".ods")
    return sorted(
        path for one in under for path in (CORPORA / one).rglob("*") if path.suffix in endings and path.is_file()
    )


@pytest.mark.skipif(not (CORPORA / "office").is_dir(), reason="the corpora are not here")
def test_every_list_of_the_corpora_is_read_or_refused_in_one_sentence(reader: Reader) -> None:
    read, refusals = 0, []
    for path in _found("office", "ats"):
        try:
            for sheet in sheets_of(path.name, path.read_bytes(), reader):
                entries(path.name, sheet, propose(sheet))
            read += 1
        except BadInput as refusal:
            refusals.append(str(refusal))
    assert [one for one in refusals if not one.endswith("Nothing was taken in.")] == []
    assert read > 3 * len(refusals) > 0
