"""What the cells of a column look like, whatever its heading says; and the dates in them, read one way for all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

import phonenumbers

from smes_panel.intake.kinds import folded
from smes_panel.intake.persons import EMAIL, looks_like_name, neat_name
from smes_panel.model.settlement import BRUSSELS
from smes_panel.model.words import Language


class DateOrder(StrEnum):
    """In which order days and months are written where both are figures."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


_FIGURES = re.compile(
    r"^(?P<a>\d{1,4})[/.\-](?P<b>\d{1,2})[/.\-](?P<c>\d{1,4})(?:[ T,àomat]+(?P<time>\d.*))?$", re.IGNORECASE
)
_WORDED = re.compile(
    r"^(?:\w+\.?,? )?(?P<day>\d{1,2})(?:er|e|st|nd|rd|th)?[ \-.]+(?P<month>[^\W\d_]{3,10})\.?,?[ \-.]+(?P<year>\d{4})"
    r"(?:[ ,àomat]+(?P<time>\d.*))?$",
    re.IGNORECASE,
)
_AMERICAN = re.compile(
    r"^(?:\w+\.?,? )?(?P<month>[^\W\d_]{3,10})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"
    r"(?:[ ,at]+(?P<time>\d.*))?$",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"^(?P<h>\d{1,2}) ?[:h.u] ?(?P<m>\d{2})?(?:[:.](?P<s>\d{2})(?:[.,]\d+)?)? ?(?P<half>[ap]\.?m\.?)?"
    r" ?(?P<zone>z|utc|gmt|cet|cest|[ew]es?t|(?:utc|gmt)?[+\-\u2212]\d{1,2}(?::?\d{2})?)?$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\s*(?:https?://|ftp://|file:|www\.|[A-Za-z]:\\|\\\\"
    r"|[^\n]{1,200}\.(?:pdf|docx?|odt|rtf|zip|jpe?g|png)\s*$)",
    re.IGNORECASE,
)
_APART = re.compile(r"[;,|\n]|\s{3,}| ou | of | or | / ")
_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan janv janvier januari january",
            "fev fevr fevrier feb februari february",
            "mar mars mrt maart march",
            "avr avril apr april",
            "mai mei may",
            "juin jun juni june",
            "juil juillet jul juli july",
            "aou aout aug augustus august",
            "sep sept septembre september",
            "oct octobre okt oktober october",
            "nov novembre november",
            "dec decembre december",
        ),
        start=1,
    )
    for word in words.split()
}
_ZONES = {"z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180}
_EARLIEST, _LATEST = 1990, 2100
_LOOKED_AT = 400
_MOBILE = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)


def date_order(values: Sequence[str]) -> tuple[DateOrder, bool, bool]:
    """The order of day and month that a whole column is written in; whether that is certain; whether lines disagree."""
    first = second = unclear = 0
    for value in values:
        found = _FIGURES.match(" ".join(value.split()))
        if found is None or len(found["a"]) > 2:
            continue
        a, b = int(found["a"]), int(found["b"])
        first += a > 12
        second += b > 12
        unclear += a != b
    order = DateOrder.MONTH_FIRST if second > first else DateOrder.DAY_FIRST
    return order, bool(first or second) or not unclear, bool(first and second)


def moment(value: str, order: DateOrder) -> tuple[datetime | None, bool]:
    """The instant that a cell gives, on Brussels time where it names no zone, and whether it gives an hour."""
    text = " ".join(value.split())[:60]
    day, clock = _day(text, order)
    if day is None:
        return None, False
    if not clock:
        return datetime.combine(day, time(), BRUSSELS), False
    at = _clock(clock)
    if at is None:
        return None, False
    hour, offset = at
    made = datetime.combine(day, hour, ZoneInfo("UTC") if offset is not None else BRUSSELS)
    return (made - timedelta(minutes=offset)).astimezone(BRUSSELS) if offset is not None else made, True


def _day(text: str, order: DateOrder) -> tuple[date | None, str]:
    if found := _FIGURES.match(text):
        a, b, c = found["a"], found["b"], found["c"]
        if len(a) == 4:
            year, month, day = a, b, c
        else:
            day, month = (b, a) if order is DateOrder.MONTH_FIRST else (a, b)
            year = c
        return _made(year, int(month), day), found["time"] or ""
    if found := _WORDED.match(text) or _AMERICAN.match(text):
        return _made(found["year"], _MONTHS.get(folded(found["month"]), 0), found["day"]), found["time"] or ""
    return None, ""


def _made(year: str, month: int, day: str) -> date | None:
    whole = int(year) + 2000 if len(year) == 2 else int(year)
    try:
        return date(whole, month, int(day)) if _EARLIEST <= whole < _LATEST else None
    except ValueError:
        return None


def _clock(text: str) -> tuple[time, int | None] | None:
    found = _CLOCK.match(text.strip())
    if found is None:
        return None
    hour, half = int(found["h"]), (found["half"] or "").lower().replace(".", "")
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    try:
        at = time(hour, int(found["m"] or 0), int(found["s"] or 0))
    except ValueError:
        return None
    return at, _offset(found["zone"] or "")


def _offset(zone: str) -> int | None:
    """Minutes east of Greenwich; None where no zone is named."""
    named = zone.lower().replace("\u2212", "-")
    if not named:
        return None
    if named in _ZONES:
        return _ZONES[named]
    found = re.search(r"([+-])(\d{1,2}):?(\d{2})?$", named)
    if found is None:
        return None
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return -minutes if found[1] == "-" else minutes


def telephone(value: str) -> str:
    """A telephone number as `+32 470 00 00 00`, Belgian unless it says; empty where the cell holds none.

    A spreadsheet that took the number for a figure has lost its first zero.
    """
    # A slash stands between two numbers, or after the first digits of one.
    for piece in (value[:60], *_APART.split(value[:200])[:4], *value[:200].split("/")[:2]):
        digits = re.sub(r"[^\d+]", "", piece.replace("(0)", ""))
        if not 8 <= len(digits) <= 16 or re.search(r"[^\W\d_]{4,}", piece):
            continue
        for written in (piece.replace("(0)", ""), f"+{digits.lstrip('+')}"):
            number = _parsed(written)
            if number is not None:
                return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
    return ""


def is_mobile(number: str) -> bool:
    """Whether a telephone number is one that a person carries along."""
    parsed = _parsed(number)
    return parsed is not None and phonenumbers.number_type(parsed) in _MOBILE


def _parsed(written: str) -> Any:
    try:
        number = phonenumbers.parse(written, "BE")
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


_TONGUES = {
    **dict.fromkeys(("fr", "francais", "francaise", "frans", "french", "fra", "f", "fr be", "fr fr"), Language.FR),
    **dict.fromkeys(("nl", "neerlandais", "nederlands", "dutch", "nld", "n", "nl be", "nl nl", "flamand"), Language.NL),
    **dict.fromkeys(("en", "anglais", "engels", "english", "eng", "en us", "en gb"), Language.EN),
}


def tongue(value: str) -> Language | None:
    """The language that a cell names."""
    return _TONGUES.get(folded(value[:40]))


def share(values: Sequence[str], looks: Any) -> float:
    """How many of the cells that hold something look so; of many, those at the beginning tell for all."""
    filled = [value for value in values if value][:_LOOKED_AT]
    return sum(1 for value in filled if looks(value)) / len(filled) if filled else 0.0


def is_email(value: str) -> bool:
    return bool(EMAIL.search(value[:300]))


def is_telephone(value: str) -> bool:
    return len(value) < 60 and bool(telephone(value))


def is_dialled(value: str) -> bool:
    """A number written as one dials it: figures alone may be anything."""
    return value.lstrip("( ")[:1] in ("+", "0") and is_telephone(value)


def is_moment(value: str) -> bool:
    return any(moment(value, order)[0] is not None for order in DateOrder)


def is_timed(value: str) -> bool:
    return any(moment(value, order)[1] for order in DateOrder)


def is_name(value: str) -> bool:
    return 2 <= len(value.split()) <= 5 and looks_like_name(neat_name(value[:100]))


def is_reference(value: str) -> bool:
    """Whether a cell points elsewhere: an address on the web, a path, a file."""
    return bool(_REFERENCE.match(value[:500]))
