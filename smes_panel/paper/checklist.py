"""The reading grid: one row per criterion, for reading a file on paper."""

from __future__ import annotations

from dataclasses import dataclass

from smes_panel.model.sheet import Box, Page, SheetFacts, Writing, Zone
from smes_panel.model.vacancy import Criterion
from smes_panel.model.words import Words
from smes_panel.paper import captions, sheet
from smes_panel.paper.press import Face, Press, width
from smes_panel.paper.sheet import BOX, LEFT, RIGHT, Fitted, fitted

_COLUMNS = (67.45, 83.4, 102.65, 121.9, 141.1)
_ROOMS = (15.2, 17.3, 17.3, 17.3, 17.6)
_LABEL_X, _LABEL_ROOM = 29.5, 36.9
_EVIDENCE_X = 161.25
_LABEL, _ANCHOR = 3.95, 3.05
_LABEL_LINES, _ANCHOR_LINES = 12, 16
_LEAST = 18.4
_FIRST_HEAD, _NEXT_HEAD = 73.1, 51.5
_FIRST_FIELDS = (
    (Writing.CANDIDATE, captions.CANDIDATE, LEFT, 98.4, 42.4),
    (Writing.NUMBER, captions.NUMBER, 104.5, 164.0, 42.4),
    (Writing.MEMBER, captions.MEMBER, LEFT, 98.4, 53.0),
    (Writing.DATE, captions.DATE, 104.5, 164.0, 53.0),
)
# What joins a loose page to its first one.
_NEXT_FIELDS = (
    (Writing.NUMBER, captions.NUMBER, LEFT, 58.0, 39.2),
    (Writing.MEMBER, captions.MEMBER, 64.1, 164.0, 39.2),
)
_CLOSING = 262.3
"""Where the remark and the signature begin on the last page."""
_SIGNED = (
    (Writing.REMARK, captions.REMARK, LEFT, 130.0),
    (Writing.SIGNATURE, captions.SIGNATURE, 136.0, RIGHT),
)


@dataclass(frozen=True, slots=True)
class _Row:
    """One criterion set in type."""

    criterion: Criterion
    label: Fitted
    weighs: str
    anchors: tuple[Fitted, ...]

    @property
    def height(self) -> float:
        label = 5.5 + (len(self.label.lines) - 1) * _LABEL + (4.2 if self.weighs else 0) + 1.6
        anchors = 11.85 + (max(len(anchor.lines) for anchor in self.anchors) - 1) * _ANCHOR + 1.2
        return max(_LEAST, label, anchors)


_Leaf = tuple[tuple[float, _Row], ...]


def checklist_pdf(facts: SheetFacts) -> bytes:
    """The reading grid as a PDF, blank where application, candidate and member are `None`; same facts, same bytes."""
    say = facts.language
    title = captions.CHECKLIST.said(say)
    press = Press(sheet.imprint(facts, title))
    leaves = _leaves(facts)
    for number, leaf in enumerate(leaves, start=1):
        page = _page(facts, leaf, number, len(leaves))
        sheet.furnish(press, facts, page, captions.RETURN_CHECKLIST.said(say))
        if number == 1:
            _head(press, facts, title)
        else:
            sheet.next_heading(press, facts, title)
        _fields(press, facts, number)
        _columns(press, facts, _head_line(number))
        for top, row in leaf:
            _draw(press, top, row)
        if number == len(leaves):
            for _, caption, x, right in _SIGNED:
                press.write(x, 266, caption.said(say), Face.TEXT, 7.4)
                sheet.rule(press, x, right, 275.5)
        for square in page.boxes:
            sheet.box(press, square)
        press.turn()
    return press.bytes()


def checklist_pages(facts: SheetFacts) -> tuple[Page, ...]:
    """Where everything to be read back lies on each page of the grid that `checklist_pdf` draws."""
    leaves = _leaves(facts)
    return tuple(_page(facts, leaf, number, len(leaves)) for number, leaf in enumerate(leaves, start=1))


def _set(facts: SheetFacts, criterion: Criterion) -> _Row:
    say = facts.language
    anchors = criterion.anchors.get(facts.stage, {})
    label = criterion.label.said(say) or criterion.wording or criterion.code
    # The head of each column says the scale: a level without an anchor needs no more words.
    words = ["", *(anchors.get(level, Words()).said(say) for level in range(1, 5))]
    weight = "" if criterion.weight is None else captions.weight_said(criterion.weight, say)
    parts = (
        captions.ESSENTIAL.said(say) if criterion.essential else "",
        captions.WEIGHT.said(say).format(weight=weight) if weight else "",
    )
    return _Row(
        criterion,
        fitted(label, Face.STRONG, [9.4, 8.4], _LABEL_ROOM, _LABEL_LINES),
        " · ".join(part for part in parts if part),
        tuple(
            fitted(text, Face.TEXT, [6.8, 6.2], room, _ANCHOR_LINES) for text, room in zip(words, _ROOMS, strict=True)
        ),
    )


def _leaves(facts: SheetFacts) -> list[_Leaf]:
    """The rows dealt over pages, never split; the last page keeps room for the remark and the signature."""
    pages: list[list[tuple[float, _Row]]] = [[]]
    top = _head_line(1)
    for row in (_set(facts, criterion) for criterion in facts.asked):
        if pages[-1] and top + row.height > sheet.BODY_END:
            pages.append([])
            top = _head_line(len(pages))
        pages[-1].append((top, row))
        top += row.height
    if top > _CLOSING:
        moved = [pages[-1].pop()[1]] if len(pages[-1]) > 1 else []
        pages.append([(_head_line(len(pages) + 1), row) for row in moved])
    return [tuple(page) for page in pages]


def _head_line(number: int) -> float:
    """Where the line under the heads of the columns lies on a page."""
    return _FIRST_HEAD if number == 1 else _NEXT_HEAD


def _page(facts: SheetFacts, leaf: _Leaf, number: int, pages: int) -> Page:
    boxes: list[Box] = []
    zones: list[Zone] = []
    fields = _FIRST_FIELDS if number == 1 else _NEXT_FIELDS
    zones += [Zone(writing, "", x, line - 6.2, right - x, 6.2) for writing, _, x, right, line in fields]
    for top, row in leaf:
        code = row.criterion.code
        boxes += [Box(code, level, x, top + 3.5, BOX) for level, x in enumerate(_COLUMNS)]
        zones.append(Zone(Writing.EVIDENCE, code, _EVIDENCE_X, top + 1, RIGHT - _EVIDENCE_X, row.height - 2))
    if number == pages:
        zones += [Zone(writing, "", x, 266.6, right - x, 8.9) for writing, _, x, right in _SIGNED]
    return Page(
        code=facts.code(number),
        pages=pages,
        corners=sheet.CORNERS,
        qr=sheet.QR,
        boxes=tuple(boxes),
        choices=(),
        zones=tuple(zones),
    )


def _head(press: Press, facts: SheetFacts, title: str) -> None:
    say = facts.language
    sheet.first_heading(press, facts, title)
    sheet.crossed(press, LEFT, 57.05)
    end = press.write(26, 60.35, captions.RULE.said(say) + " ", Face.STRONG, 8.6)
    press.write(end, 60.35, captions.ONE_A_LINE.said(say), Face.TEXT, 8.5)
    essential = captions.ESSENTIAL.said(say)
    press.write_left_of(RIGHT, 60.35, essential, Face.TEXT, 8.5)
    sheet.diamond(press, RIGHT - width(essential, Face.TEXT, 8.5) - 6, 59.4)


def _fields(press: Press, facts: SheetFacts, page: int) -> None:
    known = {
        Writing.CANDIDATE: facts.candidate,
        Writing.NUMBER: facts.application,
        Writing.MEMBER: facts.member.name if facts.member else None,
    }
    for writing, caption, x, right, line in _FIRST_FIELDS if page == 1 else _NEXT_FIELDS:
        sheet.field(press, x, right, line, caption=caption.said(facts.language), value=known.get(writing) or "")


def _columns(press: Press, facts: SheetFacts, line: float) -> None:
    say = facts.language
    heads = [
        (LEFT + 1, captions.ORDER.said(say), 9.0),
        (_LABEL_X, captions.CRITERION.said(say), _LABEL_ROOM),
        (_COLUMNS[0], captions.NOT_ASSESSABLE_BRIEFLY.said(say), 13.0),
        *((_COLUMNS[level], captions.LEVELS[level].said(say), _ROOMS[level] - 0.6) for level in range(1, 5)),
        (_EVIDENCE_X, captions.EVIDENCE.said(say), 24.0),
    ]
    for x, words, room in heads:
        head = fitted(words, Face.STRONG, [8.1], room, 2)
        first = line - 3.85 - 1.75 * (len(head.lines) - 1)
        for number, part in enumerate(head.lines):
            press.write(x, first + number * 3.5, part, Face.STRONG, head.size)
    sheet.rule(press, LEFT, RIGHT, line)


def _draw(press: Press, top: float, row: _Row) -> None:
    sheet.tab(press, 19.2, top + 3.4, 8.1, baseline=top + 7.75, number=row.criterion.number)
    baseline = top + 5.5
    for number, line in enumerate(row.label.lines):
        press.write(_LABEL_X, baseline + number * _LABEL, line, Face.STRONG, row.label.size)
    if row.weighs:
        baseline += (len(row.label.lines) - 1) * _LABEL + 4.2
        if row.criterion.essential:
            sheet.diamond(press, _LABEL_X - 0.1, baseline - 0.85)
        press.write(_LABEL_X + (4.0 if row.criterion.essential else 0), baseline, row.weighs, Face.TEXT, 7.45)
    for level, (x, anchor) in enumerate(zip(_COLUMNS, row.anchors, strict=True)):
        press.write(x + 7.35, top + 7.4, str(level), Face.TITLE, 9)
        sheet.gauge(press, x + 10.85, top + 4.9, level)
        for number, line in enumerate(anchor.lines):
            press.write(x, top + 11.85 + number * _ANCHOR, line, Face.TEXT, anchor.size)
    sheet.note(press, _EVIDENCE_X, RIGHT, top + 9.3)
    sheet.rule(press, LEFT, RIGHT, top + row.height)
