"""Days and hours as people here write them; every instant is told on Brussels time."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date

from smes_panel.model.words import Language, Words
from ui.wording.tongue import Tongue

_BRUSSELS = ZoneInfo("Europe/Brussels")
_LOCALES = {Language.FR: "fr_BE", Language.NL: "nl_BE", Language.EN: "en_GB"}
_INSTANT = Words(
    "{day}, {clock} (heure de Bruxelles)",
    "{day}, {clock} (Brusselse tijd)",
    "{day}, {clock} (Brussels time)",
)
_AT = Words("le {day} à {clock}", "op {day} om {clock}", "on {day} at {clock}")
_LONG_CLOCK = {Language.FR: "{h} h {m:02d}", Language.NL: "{h}.{m:02d} uur", Language.EN: "{h}:{m:02d}"}


def here(moment: datetime) -> datetime:
    """A moment on Brussels time."""
    return moment.astimezone(_BRUSSELS)


def clock(moment: datetime) -> str:
    """HH:MM, as the status bar and tables have it in every language."""
    return here(moment).strftime("%H:%M")


def short(tongue: Tongue, moment: datetime) -> str:
    """For tables: *19 juin, 21:02*."""
    local = here(moment)
    return f"{format_date(local, 'd MMM', locale=_LOCALES[tongue.language])}, {local.hour}:{local.minute:02d}"


def day(tongue: Tongue, when: date) -> str:
    """For sentences: *20 juin 2022*."""
    return format_date(when, "d MMMM y", locale=_LOCALES[tongue.language])


def weekday(tongue: Tongue, when: date) -> str:
    """A day under a title: *mercredi 22 juin 2022*."""
    return format_date(when, "EEEE d MMMM y", locale=_LOCALES[tongue.language])


def instant(tongue: Tongue, moment: datetime) -> str:
    """A deadline to the minute: *20 juin 2022, 23 h 59 (heure de Bruxelles)*."""
    local = here(moment)
    said = _LONG_CLOCK[tongue.language].format(h=local.hour, m=local.minute)
    return tongue(_INSTANT, day=day(tongue, local.date()), clock=said)


def received(tongue: Tongue, moment: datetime) -> str:
    """*le dimanche 19 juin à 21 h 02*."""
    local = here(moment)
    said = _LONG_CLOCK[tongue.language].format(h=local.hour, m=local.minute)
    return tongue(_AT, day=format_date(local, "EEEE d MMMM", locale=_LOCALES[tongue.language]), clock=said)
