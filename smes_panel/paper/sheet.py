"""What every sheet has in common: corner marks, square code, heading, fields, boxes and gauges. All in millimetres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import segno

from smes_panel.model.sheet import Box, Choice, Corner, Page, SheetFacts
from smes_panel.paper import captions
from smes_panel.paper.press import PAGE, Face, Imprint, Press, width, wrapped

LEFT, RIGHT = 18.0, 192.0
BOX = 6.0
CORNERS = tuple(
    Corner(x, y, 6.0, hollow=(x, y) == (8.0, 8.0)) for y in (8.0, PAGE[1] - 14.0) for x in (8.0, PAGE[0] - 14.0)
)
QR = (171.0, 14.1, 21.0)
BODY_AFTER_HEADING = 41.6
"""Where the body of a continuation page may begin, under the square code and what is written below it."""
BODY_END = 278.2
"""Where the body of any page ends, above the bottom marks and the foot."""

_BOX_LINE, _RULE, _NOTE = 0.4, 0.25, 0.15
_FIELD_GAP = 164.0
# More characters than any line here takes; a text is read no further, or a hostile one would cost seconds.
_LINE = 400
_GAUGE = 3.2


@dataclass(frozen=True, slots=True)
class Fitted:
    """Text made to fit: the size it is set in, in points, and its lines."""

    size: float
    lines: tuple[str, ...]


def fitted(text: str, face: Face, sizes: Sequence[float], room: float, most: int = 1) -> Fitted:
    """The text in the first of the sizes at which it takes `most` lines or fewer; in the last one it is cut with …"""
    if len(text) > _LINE * most:
        text = text[: _LINE * most] + "…"
    for size in sizes:
        lines = wrapped(text, face, size, room)
        if len(lines) <= most:
            return Fitted(size, tuple(lines))
    kept = lines[:most]
    last = kept[-1].rstrip()
    while last and width(last + "…", face, size) > room:
        last = last[:-1].rstrip()
    return Fitted(size, (*kept[:-1], last + "…"))


def imprint(facts: SheetFacts, title: str) -> Imprint:
    """What the PDF of a sheet says of itself; whom it is about only by key."""
    parts = [title, facts.application or "", facts.member.name if facts.member else "", facts.title]
    return Imprint(
        title=" · ".join(part for part in parts if part),
        author=facts.organisation,
        language=facts.language,
        printed_on=facts.printed_on,
    )


def furnish(press: Press, facts: SheetFacts, page: Page, returned: str) -> None:
    """Draws what lets a page be found, read back and returned: marks, codes and foot."""
    for corner in page.corners:
        press.fill(corner.x, corner.y, corner.size, corner.size)
        if corner.hollow:
            press.clear(corner.x + 1.15, corner.y + 1.15, corner.size - 2.3, corner.size - 2.3)
            press.fill(corner.x + 2.2, corner.y + 2.2, corner.size - 4.4, corner.size - 4.4)
    x, y, side = page.qr
    press.modules(x, y, side, segno.make_qr(page.code.payload, error="m", boost_error=False).matrix)
    say = facts.language
    if facts.application or facts.member:
        initials = fitted(facts.member.initials if facts.member else "", Face.CODE, [6.4], 6).lines
        parts = (facts.application or "", *initials, f"{page.code.page}/{page.pages}")
        below = " · ".join(part for part in parts if part)
    else:
        below = captions.BLANK.said(say).format(version=facts.form_version)
    press.write_left_of(x + side, 38.1, below, Face.CODE, 6.4)
    _typed(press, x + side, 40.7, page.code.typed)
    about = captions.ABOUT if facts.application else captions.ABOUT_BLANK
    day = captions.day_said(facts.printed_on, say)
    press.write(LEFT, 288.75, about.said(say).format(version=facts.form_version, day=day), Face.TEXT, 7.5)
    number = captions.PAGE.said(say).format(page=page.code.page, pages=page.pages)
    press.write_left_of(RIGHT, 288.75, number, Face.TEXT, 7.5)
    # Centred on what the two others leave, so that it keeps clear of both in every language.
    left = LEFT + width(about.said(say).format(version=facts.form_version, day=day), Face.TEXT, 7.5)
    right = RIGHT - width(number, Face.TEXT, 7.5)
    press.write_around((left + right) / 2, 288.75, returned, Face.TEXT, 7.5)


def _typed(press: Press, right: float, baseline: float, code: str) -> None:
    """Writes the typed code in four groups, a narrow gap between them."""
    x = right
    for start in range(len(code) - 4, -1, -4):
        group = code[start : start + 4]
        press.write_left_of(x, baseline, group, Face.CODE, 6.4)
        x -= width(group, Face.CODE, 6.4) + 0.9


def first_heading(press: Press, facts: SheetFacts, title: str) -> None:
    """Draws the heading of a first page: who asks, what this is, for which post."""
    say = facts.language
    _organisation(press, facts)
    press.write(LEFT, 22.75, title, Face.TITLE, 16.6)
    post = facts.title.rstrip(" .")
    if facts.reference:
        post = f"{post}. {captions.REFERENCE.said(say).format(reference=facts.reference)}"
    about = fitted(post, Face.TEXT, [9.4, 8.4, 7.5], _FIELD_GAP - LEFT)
    if about.lines and about.lines[0].endswith("…"):
        about = fitted(post, Face.TEXT, [7.5], _FIELD_GAP - LEFT, 2)
    for number, line in enumerate(about.lines):
        press.write(LEFT, 28.2 + 3.2 * number, line, Face.TEXT, about.size)


def next_heading(press: Press, facts: SheetFacts, title: str) -> None:
    """Draws the heading of a continuation page: the same, in two lines."""
    _organisation(press, facts)
    continued = captions.CONTINUED.said(facts.language).format(title=title)
    press.write(LEFT, 22.1, continued, Face.TITLE, 12.3)
    member = facts.member.name if facts.member else ""
    known = [part for part in (whose(facts), member, facts.when or "") if part] or [facts.title.rstrip(" .")]
    line = fitted(
        " · ".join([*known, facts.reference] if facts.reference else known),
        Face.TEXT,
        [9.5, 8.4, 7.5],
        _FIELD_GAP - LEFT,
    )
    if line.lines:
        press.write(LEFT, 26.5, line.lines[0], Face.TEXT, line.size)


def _organisation(press: Press, facts: SheetFacts) -> None:
    parts = (facts.organisation, captions.CONFIDENTIAL.said(facts.language))
    line = fitted("\u00a0 · \u00a0".join(part for part in parts if part), Face.STRONG, [8, 7], _FIELD_GAP - LEFT)
    press.write(LEFT, 16.5, line.lines[0], Face.STRONG, line.size)


def whose(facts: SheetFacts) -> str:
    """Whom the sheet is about: the name with the key, or whichever of them is known."""
    if facts.candidate and facts.application:
        return f"{facts.candidate} ({facts.application})"
    return facts.candidate or facts.application or ""


def field(press: Press, x: float, right: float, line: float, *, caption: str, value: str) -> None:
    """Draws a caption, its value if there is one, and the line under it."""
    press.write(x, line - 6.75, caption, Face.TEXT, 7.4)
    shown = fitted(value, Face.STRONG, [10.9, 9.5, 8.4], right - x)
    if shown.lines and shown.lines[0].endswith("…"):
        shown = fitted(value, Face.STRONG, [7], right - x, 2)
    last = line - (2.85 if len(shown.lines) == 1 else 0.95)
    for number, part in enumerate(reversed(shown.lines)):
        press.write(x, last - 2.75 * number, part, Face.STRONG, shown.size)
    press.line(x, line, right, line, _RULE)


def rule(press: Press, x: float, right: float, y: float) -> None:
    """Draws the line that ends something."""
    press.line(x, y, right, y, _RULE)


def note(press: Press, x: float, right: float, y: float) -> None:
    """Draws a line to write on."""
    press.line(x, y, right, y, _NOTE)


def box(press: Press, square: Box | Choice) -> None:
    """Draws a box to cross: its outer edge is where the page says, and nothing is inside."""
    press.frame(square.x, square.y, square.size, square.size, weight=_BOX_LINE)


def crossed(press: Press, x: float, y: float) -> None:
    """Draws a small box crossed as asked."""
    press.frame(x, y, 4.85, 4.85, weight=_BOX_LINE)
    with press.round_ends():
        press.line(x + 1, y + 1, x + 3.85, y + 3.85, 0.6)
        press.line(x + 1, y + 3.85, x + 3.85, y + 1, 0.6)


def blackened(press: Press, x: float, y: float) -> None:
    """Draws a small box taken back as asked."""
    press.fill(x, y, 4.85, 4.85, 0.35)


def gauge(press: Press, x: float, y: float, level: int) -> None:
    """Draws the gauge of a level: filled from the bottom, n of 4; one stroke across for *cannot be assessed*."""
    press.frame(x, y, _GAUGE, _GAUGE, weight=0.35, radius=0.75)
    inset = 0.6
    inner = _GAUGE - 2 * inset
    if level:
        filled = inner * level / 4
        press.fill(x + inset, y + _GAUGE - inset - filled, inner, filled)
    else:
        press.line(x + 0.75, y + _GAUGE - 0.75, x + _GAUGE - 0.75, y + 0.75, 0.35)


def diamond(press: Press, x: float, middle: float) -> None:
    """Draws the sign of an essential criterion, 3.4 wide, from `x` and around `middle`."""
    half = 1.7
    press.shape([(x, middle), (x + half, middle - half), (x + 2 * half, middle), (x + half, middle + half)])


def tab(press: Press, x: float, y: float, wide: float, *, baseline: float, number: str) -> None:
    """Draws the tab that carries a criterion's number."""
    press.frame(x, y, wide, 6.0, weight=0.3, radius=1.5)
    shown = fitted(number, Face.STRONG, [10.4, 8, 6], wide - 1)
    if shown.lines:
        press.write_around(x + wide / 2, baseline, shown.lines[0], Face.STRONG, shown.size)
