"""Days and hours as postings write them in French and Dutch."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier januari jan",
            "fevrier februari feb fev",
            "mars maart mrt",
            "avril april apr avr",
            "mai mei",
            "juin juni",
            "juillet juli",
            "aout augustus aug",
            "septembre september sept sep",
            "octobre oktober okt oct",
            "novembre november nov",
            "decembre december dec",
        ),
        start=1,
    )
    for name in names.split()
}
DAY = (
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|maandag|dinsdag|woensdag|donderdag|vrijdag"
    r"|zaterdag|zondag),? )?"
    r"(?:(?P<d>\d{1,2})(?:er|ste|de)?\s+(?P<m>"
    + "|".join(sorted(_MONTHS, key=len, reverse=True))
    + r")\.?\s+(?P<y>20\d\d)"
    r"|(?P<d2>\d{1,2})\s?[/.-]\s?(?P<m2>\d{1,2})\s?[/.-]\s?(?P<y2>20\d\d|\d\d)\b"
    r"|(?P<y3>20\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d))"
)
_HOUR = re.compile(
    r"(?:\b(?:a|avant|om|voor|tot|jusqu'a|h:)\s+|^\W*)"
    r"(?:(?P<h>[01]?\d|2[0-4])\s?(?:h|heures?|u(?:ur|ren)?\b|:"
    r"|\.(?=\d\d\s?u))\s?(?P<min>[0-5]\d)?(?:\s?u(?:ur)?\b)?|(?P<noon>midi|'s middags)\b)"
)


def day_of(found: re.Match[str]) -> date | None:
    """The day that `DAY` matched (on folded text), or None when there is no such day."""
    part = found.groupdict()
    if part["m"]:
        year, month, day = int(part["y"]), _MONTHS[part["m"]], int(part["d"])
    elif part["m2"]:
        year, month, day = int(part["y2"]), int(part["m2"]), int(part["d2"])
        year += 2000 if year < 100 else 0
    else:
        year, month, day = int(part["y3"]), int(part["m3"]), int(part["d3"])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def instant_of(day: date, after: str) -> datetime | None:
    """The instant of `day` at the hour that `after`, the words right behind it, gives; None when they give none.

    Midnight is left open: postings mean by it now the first, now the last instant of the day.
    """
    found = _HOUR.search(after[:45])
    if not found:
        return None
    hour = 12 if found["noon"] else int(found["h"])
    if hour in (0, 24):
        return None
    return datetime.combine(day, time(hour, int(found["min"] or 0)), BRUSSELS)
