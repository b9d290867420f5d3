"""How an application looks in a list: its cells, and where it stands in words, tone and picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smes_panel.model.application import DocumentKind, Standing
from smes_panel.model.words import Words
from ui.widgets.cells import Cell, ChipCell, Sign, Text, Ticks
from ui.wording import Tongue, dates
from ui.wording import applications as w

if TYPE_CHECKING:
    from smes_panel.queries.answers import Line

_LOOKS: dict[Standing, tuple[str, str | None]] = {
    Standing.MERGED: ("plain", "copy"),
    Standing.DUPLICATE: ("warn", "copy"),
    Standing.COMPLETION: ("warn", "copy"),
    Standing.COMPLETED_LATE: ("plain", "clock"),
    Standing.LATE: ("plain", "clock"),
    Standing.NO_CV: ("warn", "circle-alert"),
    Standing.NO_LETTER: ("warn", "circle-alert"),
    Standing.EXAMINED: ("ok", "circle-check"),
    Standing.COMPLETE: ("ok", "circle-check"),
    Standing.WITHDRAWN: ("plain", None),
    Standing.INADMISSIBLE: ("plain", None),
}

FILTERS: dict[str, Words] = {
    "all": w.ALL,
    "incomplete": w.TO_COMPLETE,
    "duplicates": w.DUPLICATES,
    "late": w.LATE_ONES,
    "dutch": w.DUTCH_ONES,
    "to_read": w.TO_READ,
}
"""What the list can be narrowed to, as the query calls it, in words."""


def standing_cell(tongue: Tongue, standing: Standing) -> ChipCell:
    """Where an application stands, as a chip."""
    tone, picture = _LOOKS.get(standing, ("accent", None))
    return ChipCell(tongue(w.STANDINGS[standing.value]), tone, picture)


_OWN = {"to_read": ("circle", "ink2"), "begun": ("circle-dot", "ink2"), "handed_in": ("circle-check", "ok")}
_PIECES = (DocumentKind.CV, DocumentKind.LETTER)
_ASIDE = (Standing.MERGED, Standing.WITHDRAWN, Standing.INADMISSIBLE)


def cells(tongue: Tongue, line: Line | None, *, rates: bool) -> tuple[Cell, ...]:
    """A row of the list; `rates` adds how far one's own opinion is. A line that is gone is empty until then."""
    if line is None:
        return (Text(""),) * 7
    name = Text(line.name, bold=True, tone="ink2" if line.standing in _ASIDE else "ink")
    shown: tuple[Cell, ...] = (
        Text(line.key, tone="ink2", figures=True),
        name if line.name else Text(line.email or tongue(w.NO_NAME), tone="warn"),
        Text(dates.short(tongue, line.received_at), figures=True)
        if line.received_at
        else Text(tongue(w.UNKNOWN), tone="ink3"),
        Text(line.language.upper() if line.language else "–"),
        Ticks(tuple((kind.value not in line.missing, tongue(w.KINDS[kind])) for kind in _PIECES), tongue(w.MISSING)),
        standing_cell(tongue, line.standing),
    )
    if not rates:
        return shown
    picture, tone = _OWN.get(line.own, ("", "ink3"))
    return (*shown, Sign(picture, tongue(w.OWNS[line.own]), tone) if line.own else Text("–", tone="ink3"))
