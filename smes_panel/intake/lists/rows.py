"""From the lines of a list to applications: one a line, each with the text of its line as a document."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from smes_panel.intake.identity import addressed
from smes_panel.intake.kinds import folded
from smes_panel.intake.language import language_of
from smes_panel.intake.lists import contents
from smes_panel.intake.lists.mapping import Mapping, Meaning
from smes_panel.intake.lists.reading import ListSheet, Row
from smes_panel.intake.names import plain_line, plain_name
from smes_panel.intake.persons import EMAIL, neat_name
from smes_panel.intake.plain import tidy
from smes_panel.model.application import LISTED, DocumentKind, Identity, IncomingApplication, IncomingDocument
from smes_panel.model.words import Language

NOBODY = "Line {line} has neither a name nor an e-mail address, so it is nobody's application: complete it in the list."
_NAME_LIMIT = 120
_LINE_LIMIT, _CELL_LIMIT = 200, 2_000
_ADDRESS = (
    (Meaning.STREET, Meaning.HOUSE_NUMBER, Meaning.BOX),
    (Meaning.ADDRESS,),
    (Meaning.POSTCODE, Meaning.TOWN),
    (Meaning.COUNTRY,),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list, by its number: an application, or why it is none."""

    line: int
    application: IncomingApplication | None = None
    reason: str = ""


def entries(name: str, sheet: ListSheet, mapping: Mapping) -> tuple[Entry, ...]:
    """What each line below the headings becomes; lines with nothing in them are passed over. `name` is the list's."""
    found = []
    times: Counter[str] = Counter()
    for row in sheet.rows:
        if row.number <= mapping.heading_line or not any(row.cells):
            continue
        identity, received = _identity(row, mapping), _received(row, mapping)
        if not identity.name and not identity.email:
            found.append(Entry(row.number, reason=NOBODY.format(line=row.number)))
            continue
        person = _digest(identity.email.casefold() or folded(identity.name), str(received or ""))
        # Who is in a list twice stands there for two applications, until a person says otherwise.
        times[person] += 1
        source = f"{LISTED}{person[:32]}.{times[person]}"
        found.append(Entry(row.number, _application(name, sheet, row, mapping, identity, received, source)))
    return tuple(found)


def nobodies(sheet: ListSheet, mapping: Mapping) -> tuple[tuple[int, ...], int]:
    """The lines that would be nobody's, by their numbers, and how many would be applications; without making them."""
    below = [row for row in sheet.rows if row.number > mapping.heading_line and any(row.cells)]
    refused = tuple(row.number for row in below if not any(_who(row, mapping)))
    return refused, len(below) - len(refused)


def _application(
    name: str, sheet: ListSheet, row: Row, mapping: Mapping, identity: Identity, received: datetime | None, source: str
) -> IncomingApplication:
    stem = f"{name.rpartition('.')[0] or name} {sheet.name} {row.number}".replace("  ", " ")
    written = "\n\n".join(sorted(filter(None, (row.cell(one) for one in mapping.places(Meaning.MESSAGE)))))
    documents = [_document(f"Motivation {stem}.txt", DocumentKind.LETTER, tidy(written))] if written.strip() else []
    documents.append(_document(f"{stem}.txt", DocumentKind.OTHER, _text(row, mapping)))
    subject = plain_line(f"{name} {sheet.name}, {row.number}".replace(" ,", ","))[:500]
    return IncomingApplication(_fingerprint(row, mapping), source, received, identity, subject, tuple(documents))


def _document(name: str, kind: DocumentKind, text: str) -> IncomingDocument:
    return IncomingDocument(plain_name(name), kind, "text/plain", text.encode("utf-8", "replace"), text)


def _digest(*pieces: str) -> str:
    return hashlib.sha256("\0".join(pieces).encode("utf-8", "replace")).hexdigest()


def _fingerprint(row: Row, mapping: Mapping) -> str:
    """The same for the same line in another export, whatever the order of its columns and the spelling of its dates.

    What the columns were taken for does not enter, so that a corrected mapping brings nothing in twice.
    """
    return _digest(LISTED, *sorted(filter(None, (_normal(cell, mapping) for cell in row.cells))))


def _normal(cell: str, mapping: Mapping) -> str:
    at, _ = contents.moment(cell, mapping.order) if len(cell) < 60 else (None, False)
    return at.isoformat() if at is not None else " ".join(plain_line(cell).casefold().split())


def _text(row: Row, mapping: Mapping) -> str:
    """All that a line says, a column a line: what is known first, the rest by the name of its column."""
    order = {meaning: place for place, meaning in enumerate(Meaning)}
    told = []
    for column in mapping.columns:
        cell = row.cell(column.place)
        if cell and column.meaning is not Meaning.LEFT_OUT:
            heading = plain_line(column.heading)[:_LINE_LIMIT]
            shown = tidy(cell)
            told.append((order[column.meaning], heading.casefold(), f"{heading}: {shown}" if heading else shown))
    return "\n".join(text for *_, text in sorted(told))


def _received(row: Row, mapping: Mapping) -> datetime | None:
    place = mapping.place(Meaning.RECEIVED)
    return None if place is None else contents.moment(row.cell(place), mapping.order)[0]


def _line(row: Row, mapping: Mapping, meaning: Meaning) -> str:
    place = mapping.place(meaning)
    return "" if place is None else plain_line(row.cell(place)[:_CELL_LIMIT])[:_LINE_LIMIT]


def _who(row: Row, mapping: Mapping) -> tuple[str, str]:
    """Whose line it is: the name and the e-mail address."""
    halves = (neat_name(_line(row, mapping, Meaning.FIRST_NAME)), _cased(_line(row, mapping, Meaning.SURNAME)))
    name = " ".join(filter(None, halves)) or neat_name(_line(row, mapping, Meaning.NAME))
    email = EMAIL.search(_line(row, mapping, Meaning.EMAIL))
    return name[:_NAME_LIMIT].strip(), email.group() if email else ""


def _identity(row: Row, mapping: Mapping) -> Identity:
    def line(meaning: Meaning) -> str:
        return _line(row, mapping, meaning)

    name, email = _who(row, mapping)
    place = mapping.place(Meaning.ADDRESS)
    language = contents.tongue(line(Meaning.LANGUAGE)) or _spoken(row, mapping)
    return Identity(
        name=name,
        email=email,
        phone=_phone(row, mapping),
        address=_address(line, "" if place is None else row.cell(place)[:_CELL_LIMIT]),
        language=language,
        salutation=addressed(line(Meaning.SALUTATION), language),
    )


def _phone(row: Row, mapping: Mapping) -> str:
    """The first telephone number of the line, a mobile one before others; what cannot be read as one stays as typed."""
    cells = sorted(filter(None, (plain_line(row.cell(place)[:_CELL_LIMIT]) for place in mapping.places(Meaning.PHONE))))
    read = sorted(filter(None, map(contents.telephone, cells)), key=lambda number: not contents.is_mobile(number))
    return next(iter([*read, *(cell[:40] for cell in cells)]), "")


def _cased(surname: str) -> str:
    """A family name in capitals as it is written: neither its first word nor a particle stands for a first name."""
    return " ".join(neat_name(word) for word in surname.split()) if surname.isupper() else surname


def _spoken(row: Row, mapping: Mapping) -> Language | None:
    return language_of(" ".join(row.cell(place) for place in mapping.places(Meaning.MESSAGE)))


def _address(line: Callable[[Meaning], str], whole: str) -> str:
    lines = []
    for meanings in _ADDRESS:
        if meanings == (Meaning.ADDRESS,):
            lines += [plain_line(one)[:_LINE_LIMIT] for one in whole.splitlines()[:5]]
        else:
            lines.append(" ".join(filter(None, (line(meaning) for meaning in meanings))))
    return "\n".join([one for one in lines if one][:5])
