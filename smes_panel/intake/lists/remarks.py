"""What to know of a proposed mapping before it is accepted, each thing in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from smes_panel.intake.lists import contents
from smes_panel.intake.lists.mapping import Mapping, Meaning
from smes_panel.intake.lists.reading import ListSheet, Row


class RemarkKind(StrEnum):
    """Everything that a mapping may have to be told about."""

    NO_NAME = "no_name"
    NO_EMAIL = "no_email"
    TWICE = "twice"
    NO_HEADINGS = "no_headings"
    DATES_AMBIGUOUS = "dates_ambiguous"
    DATES_MIXED = "dates_mixed"
    DATES_UNREAD = "dates_unread"
    NO_HOURS = "no_hours"
    NO_DATES = "no_dates"
    NOT_FOLLOWED = "not_followed"
    OTHER_SHEETS = "other_sheets"


@dataclass(frozen=True, slots=True)
class Remark:
    """One of them: about which columns (their places) or sheets (their names), and of how many lines."""

    kind: RemarkKind
    columns: tuple[int, ...] = ()
    count: int = 0
    sheets: tuple[str, ...] = ()


_SENTENCES = {
    RemarkKind.NO_NAME: "No column holds a name: say which one does, or each person is called by their e-mail address.",
    RemarkKind.NO_EMAIL: "No column holds an e-mail address.",
    RemarkKind.TWICE: "{names[0]} and {names[1]} look like the same thing: {names[0]} is taken.",
    RemarkKind.NO_HEADINGS: "No line of headings was found: every line is taken for a person.",
    RemarkKind.DATES_AMBIGUOUS: "{names[0]} may be written day first or month first: day first is assumed.",
    RemarkKind.DATES_MIXED: "{names[0]} has dates with the day first and others with the month first.",
    RemarkKind.DATES_UNREAD: "{names[0]}: {count} dates cannot be read; those lines come in without one.",
    RemarkKind.NO_HOURS: "{names[0]}: {count} dates give no hour; they count from the beginning of that day.",
    RemarkKind.NO_DATES: "No column says when an application came: in time or late stays open.",
    RemarkKind.NOT_FOLLOWED: "{names[0]} holds links or file names: they are kept as text, and nothing is opened.",
    RemarkKind.OTHER_SHEETS: "The workbook has other sheets, which are left aside: {listed}.",
}


def sentence(remark: Remark, mapping: Mapping) -> str:
    """The remark in English."""
    names = [called(mapping, place) for place in remark.columns]
    return _SENTENCES[remark.kind].format(names=names, count=remark.count, listed=", ".join(remark.sheets))


def called(mapping: Mapping, place: int) -> str:
    """A column as a person knows it: by its heading, else by its letter."""
    heading = mapping.columns[place].heading
    return f"“{heading[:60]}”" if heading else f"column {letter(place)}"


def letter(place: int) -> str:
    """The letters of a column, as spreadsheets count: A, B… Z, AA."""
    text, rest = "", place + 1
    while rest:
        rest, last = divmod(rest - 1, 26)
        text = chr(65 + last) + text
    return text


def remarks(sheet: ListSheet, mapping: Mapping, others: tuple[str, ...] = ()) -> tuple[Remark, ...]:
    """What to know of this mapping; `others` are the names of the sheets that are left aside."""
    below = [row for row in sheet.rows if row.number > mapping.heading_line]
    found = []
    if not any(mapping.places(one) for one in (Meaning.NAME, Meaning.FIRST_NAME, Meaning.SURNAME)):
        found.append(Remark(RemarkKind.NO_NAME))
    if mapping.place(Meaning.EMAIL) is None:
        found.append(Remark(RemarkKind.NO_EMAIL))
    if not mapping.heading_line:
        found.append(Remark(RemarkKind.NO_HEADINGS))
    found += [Remark(RemarkKind.TWICE, pair) for pair in mapping.doubled]
    found += _of_dates(below, mapping)
    found += [
        Remark(RemarkKind.NOT_FOLLOWED, (column.place,))
        for column in mapping.columns
        if contents.share([row.cell(column.place) for row in below], contents.is_reference) >= 0.3
    ]
    if others:
        found.append(Remark(RemarkKind.OTHER_SHEETS, sheets=others))
    return tuple(found)


def _of_dates(below: list[Row], mapping: Mapping) -> list[Remark]:
    place = mapping.place(Meaning.RECEIVED)
    if place is None:
        return [Remark(RemarkKind.NO_DATES)]
    values = [value for row in below if (value := row.cell(place))]
    _, certain, mixed = contents.date_order(values)
    read = [contents.moment(value, mapping.order) for value in values]
    unread, whole = sum(one is None for one, _ in read), sum(one is not None and not timed for one, timed in read)
    found = [Remark(RemarkKind.DATES_MIXED, (place,))] if mixed else []
    found += [] if certain else [Remark(RemarkKind.DATES_AMBIGUOUS, (place,))]
    found += [Remark(RemarkKind.DATES_UNREAD, (place,), unread)] if unread else []
    return [*found, *([Remark(RemarkKind.NO_HOURS, (place,), whole)] if whole else [])]
