"""What each column of a list is, proposed from its heading and its cells, and corrected by a person."""

from __future__ import annotations

from collections.abc import Mapping as Said
from dataclasses import dataclass, replace

from smes_panel.errors import BadInput
from smes_panel.intake.kinds import folded
from smes_panel.intake.lists import contents
from smes_panel.intake.lists.contents import DateOrder
from smes_panel.intake.lists.headings import Meaning, is_bare_number, is_elsewhere, meaning_of
from smes_panel.intake.lists.reading import ListSheet, Row

_TITLES = 40
_LONG = 60
_SAMPLES = 400
SEVERAL = frozenset((Meaning.PHONE, Meaning.MESSAGE, Meaning.OTHER, Meaning.LEFT_OUT))
"""What more than one column may be."""

__all__ = ["DateOrder", "Mapping", "Meaning", "Proposed", "corrected", "propose"]


@dataclass(frozen=True, slots=True)
class Proposed:
    """One column: its place from 0, its heading (empty where there is none), and what it is taken for."""

    place: int
    heading: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Mapping:
    """What each column of one sheet is. `heading_line` is the number of the line of headings, 0 where there is none.

    `doubled` are the pairs of columns (kept, passed over) that looked like one thing.
    """

    columns: tuple[Proposed, ...]
    heading_line: int
    order: DateOrder
    doubled: tuple[tuple[int, int], ...] = ()

    def places(self, meaning: Meaning) -> tuple[int, ...]:
        """The columns that are this."""
        return tuple(column.place for column in self.columns if column.meaning is meaning)

    def place(self, meaning: Meaning) -> int | None:
        """The column that is this, if there is one."""
        return next(iter(self.places(meaning)), None)


def propose(sheet: ListSheet, heading_line: int | None = None) -> Mapping:
    """What each column is. A function of headings and cells alone: the order of the columns changes nothing."""
    line = _heading_line(sheet.rows) if heading_line is None else heading_line
    headed = next((row for row in sheet.rows if row.number == line), None)
    below = [row for row in sheet.rows if row.number > line]
    columns, certain = [], {}
    for place in range(sheet.width):
        heading = " ".join(headed.cell(place).split()) if headed is not None else ""
        values = tuple(row.cell(place) for row in below)
        meaning, how = _told(heading, values, headless=headed is None)
        columns.append(Proposed(place, heading, meaning))
        # Of two that say one thing, the plainer heading, the fuller column; then whatever does not hang on their order.
        certain[place] = (how, sum(map(bool, values)), folded(heading), heading, values)
    found = Mapping(tuple(columns), line, DateOrder.DAY_FIRST)
    found = _housed(_named(found, certain))
    found = _single(found, certain)
    return replace(found, order=_order(found, below))


def corrected(sheet: ListSheet, mapping: Mapping, meanings: Said[int, Meaning]) -> Mapping:
    """The mapping with these columns, by place, as a person says. Raises BadInput where two would be one thing."""
    columns = tuple(replace(column, meaning=meanings.get(column.place, column.meaning)) for column in mapping.columns)
    made = replace(mapping, columns=columns, doubled=())
    for meaning in Meaning:
        places = made.places(meaning)
        if meaning not in SEVERAL and len(places) > 1:
            first, second = (_called(made.columns[place]) for place in places[:2])
            raise BadInput(f"{first} and {second} cannot both be {meaning}: keep one of them. Nothing was taken in.")
    return replace(made, order=_order(made, [row for row in sheet.rows if row.number > mapping.heading_line]))


def _called(column: Proposed) -> str:
    return f"“{column.heading}”" if column.heading else f"column {column.place + 1}"


def _order(mapping: Mapping, below: list[Row]) -> DateOrder:
    place = mapping.place(Meaning.RECEIVED)
    return contents.date_order([row.cell(place) for row in below] if place is not None else ())[0]


def _heading_line(rows: tuple[Row, ...]) -> int:
    """The number of the line of headings: exports have titles above it, and some have none at all."""
    best, most = 0, 0
    usual = sorted(sum(map(bool, row.cells)) for row in rows[: _TITLES * 2])
    width = usual[len(usual) // 2] if usual else 0
    for row in rows[:_TITLES]:
        cells = [cell for cell in row.cells if cell]
        if len(cells) < width // 2:
            continue  # a title, or when and by whom it was drawn up
        if any(contents.is_email(cell) or contents.is_moment(cell) or contents.is_dialled(cell) for cell in cells):
            break  # here the people begin
        if any(len(cell) > 300 for cell in cells):
            continue
        told = {meaning for meaning, how in map(meaning_of, cells) if how}
        if not told and any(map(contents.is_name, cells)):
            break
        # "Candidatures" above the table is a word of headings too, but alone on its line.
        alone = len(cells) == 1 and width > 1
        score = 0 if alone else len(told) * 4 + (len(cells) >= max(2, width // 2)) * 3
        if score > most:
            best, most = row.number, score
    return best


def _told(heading: str, values: tuple[str, ...], *, headless: bool) -> tuple[Meaning, int]:
    filled = tuple(value for value in values if value)[:_SAMPLES]
    meaning, how = meaning_of(heading) if heading else (Meaning.OTHER, 0)
    if how and not _denied(meaning, filled):
        return meaning, how
    if heading and (how == 0 and is_elsewhere(heading)):
        return Meaning.OTHER, 0
    return _looks(filled, headless=headless or not heading), 0


def _denied(meaning: Meaning, filled: tuple[str, ...]) -> bool:
    """Whether what is in a column is not what its heading says: "Mail: oui" is no address."""
    if not filled:
        return False
    if meaning is Meaning.EMAIL:
        return contents.share(filled, contents.is_email) < 0.3
    if meaning is Meaning.PHONE:
        return contents.share(filled, contents.is_telephone) < 0.3
    if meaning is Meaning.RECEIVED:
        return contents.share(filled, contents.is_moment) < 0.5
    if meaning in (Meaning.NAME, Meaning.FIRST_NAME, Meaning.SURNAME, Meaning.TOWN):
        return contents.share(filled, lambda value: len(value) < 120 and any(map(str.isalpha, value))) < 0.5
    return False


def _looks(filled: tuple[str, ...], *, headless: bool) -> Meaning:
    """What a column looks like. An address tells itself under any heading; the rest where nothing else is said."""
    if contents.share(filled, lambda value: contents.is_email(value) and len(value) < 120) >= 0.6:
        return Meaning.EMAIL
    if not headless:
        return Meaning.OTHER
    if contents.share(filled, contents.is_dialled) >= 0.6:
        return Meaning.PHONE
    if contents.share(filled, contents.is_timed) >= 0.8:
        return Meaning.RECEIVED
    if contents.share(filled, lambda value: contents.tongue(value) is not None) >= 0.9:
        return Meaning.LANGUAGE
    if contents.share(filled, contents.is_name) >= 0.7:
        return Meaning.NAME
    if filled and sum(map(len, filled)) / len(filled) > 4 * _LONG:
        return Meaning.MESSAGE
    return Meaning.OTHER


_Certain = dict[int, tuple[int, int, str, str, tuple[str, ...]]]


def _named(mapping: Mapping, certain: _Certain) -> Mapping:
    """Beside a first name, "Nom" is the family name; where both halves have a column, the whole is not needed."""
    names = mapping.places(Meaning.NAME)
    if not names or not mapping.places(Meaning.FIRST_NAME):
        return mapping
    changed = Meaning.OTHER
    if not mapping.places(Meaning.SURNAME):
        halves = [place for place in names if certain[place][2] in ("nom", "naam", "name")]
        if not halves:
            # "Nom complet" and "Prénom": the whole says more than the half.
            return _with(mapping, dict.fromkeys(mapping.places(Meaning.FIRST_NAME), Meaning.OTHER))
        names, changed = tuple(halves), Meaning.SURNAME
        whole = [place for place in mapping.places(Meaning.NAME) if place not in halves]
        return _with(mapping, {**dict.fromkeys(names, changed), **dict.fromkeys(whole, Meaning.OTHER)})
    return _with(mapping, dict.fromkeys(names, changed))


def _housed(mapping: Mapping) -> Mapping:
    """Beside a street, "Nr" is the number of the house."""
    if not mapping.places(Meaning.STREET) or mapping.places(Meaning.HOUSE_NUMBER):
        return mapping
    numbers = [one.place for one in mapping.columns if one.meaning is Meaning.OTHER and is_bare_number(one.heading)]
    return _with(mapping, dict.fromkeys(numbers, Meaning.HOUSE_NUMBER) if len(numbers) == 1 else {})


def _single(mapping: Mapping, certain: _Certain) -> Mapping:
    doubled: list[tuple[int, int]] = []
    passed: dict[int, Meaning] = {}
    for meaning in Meaning:
        places = mapping.places(meaning)
        if meaning in SEVERAL or len(places) < 2:
            continue
        kept = max(places, key=lambda place: certain[place])
        for place in places:
            if place != kept:
                passed[place] = Meaning.OTHER
                doubled.append((kept, place))
    return replace(_with(mapping, passed), doubled=tuple(doubled))


def _with(mapping: Mapping, meanings: Said[int, Meaning]) -> Mapping:
    columns = tuple(replace(column, meaning=meanings.get(column.place, column.meaning)) for column in mapping.columns)
    return replace(mapping, columns=columns)
