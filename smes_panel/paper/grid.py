"""The interview grid: one block per criterion, as many pages as that takes, an overall view at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from smes_panel.model.sheet import Appraisal, Box, Choice, Page, SheetFacts, Writing, Zone
from smes_panel.model.vacancy import Criterion
from smes_panel.model.words import Words
from smes_panel.paper import captions, sheet
from smes_panel.paper.press import Face, Press, width
from smes_panel.paper.sheet import BOX, LEFT, RIGHT, Fitted, fitted

# The five boxes of a row: where each begins, and the room for its words.
_COLUMNS = (18.0, 46.0, 82.5, 119.0, 155.5)
_WORDS = 8.1
_ROOMS = (18.9, 26.2, 26.2, 26.2, 26.2)
_LABEL, _QUESTION, _ANCHOR = 5.0, 4.4, 3.35
_LABEL_LINES, _QUESTION_LINES, _ANCHOR_LINES = 4, 12, 12
_NOTE = 7.5
_FEWEST, _MOST = 2, 5
_BETWEEN = 7.75
_FIRST_TOP = 70.25
_OVERALL = 226.2
_BEFORE_OVERALL = 5.5
_CHOICES = (22.2, 52.2, 83.9, 112.8, 150.9)


@dataclass(frozen=True, slots=True)
class _Block:
    """One criterion set in type; every height counts from the top of its tab."""

    criterion: Criterion
    label: Fitted
    questions: tuple[Fitted, ...]
    anchors: tuple[Fitted, ...]

    @property
    def asked_at(self) -> float:
        return 10.35 + (len(self.label.lines) - 1) * _LABEL

    @property
    def boxes_at(self) -> float:
        lines = sum(len(question.lines) for question in self.questions)
        return self.asked_at + (2.85 + (lines - 1) * _QUESTION if lines else -2.2)

    @property
    def notes_at(self) -> float:
        """The baseline of the word *Notes*: two lines of anchors are the least, so that rows keep one rhythm."""
        return self.boxes_at + 9.95 + max(2, *(len(anchor.lines) for anchor in self.anchors)) * _ANCHOR - 3.35

    def ends(self, notes: int) -> float:
        """Where the last of so many note lines lies."""
        return self.notes_at + 4.55 + (notes - 1) * _NOTE


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One page: its blocks with their tops, how many note lines each has, and whether it is the last."""

    blocks: tuple[tuple[float, _Block], ...]
    notes: int
    last: bool


def grid_pdf(facts: SheetFacts) -> bytes:
    """The interview grid of one application and one member, as a PDF; the same facts give the same bytes."""
    title = captions.GRID.said(facts.language)
    press = Press(sheet.imprint(facts, title))
    leaves = _leaves(facts)
    for number, leaf in enumerate(leaves, start=1):
        page = _page(facts, leaf, number, len(leaves))
        sheet.furnish(press, facts, page, captions.RETURN_GRID.said(facts.language))
        if number == 1:
            _head(press, facts, title)
        else:
            sheet.next_heading(press, facts, title)
        for top, block in leaf.blocks:
            _draw(press, facts, leaf, top, block)
        if leaf.last:
            _draw_overall(press, facts, page)
        squares: tuple[Box | Choice, ...] = (*page.boxes, *page.choices)
        for square in squares:
            sheet.box(press, square)
        press.turn()
    return press.bytes()


def grid_pages(facts: SheetFacts) -> tuple[Page, ...]:
    """Where everything to be read back lies on each page of the grid that `grid_pdf` draws."""
    leaves = _leaves(facts)
    return tuple(_page(facts, leaf, number, len(leaves)) for number, leaf in enumerate(leaves, start=1))


def _set(facts: SheetFacts, criterion: Criterion) -> _Block:
    say = facts.language
    anchors = criterion.anchors.get(facts.stage, {})
    label = criterion.label.said(say) or criterion.wording or criterion.code
    words = [_anchor(anchors.get(level, Words()).said(say), level, facts) for level in range(5)]
    questions = [question.said(say) for question in criterion.questions if question]
    each = max(2, _QUESTION_LINES // max(1, len(questions)))
    return _Block(
        criterion,
        fitted(label, Face.STRONG, [11.6, 10], RIGHT - LEFT - 6, _LABEL_LINES),
        tuple(fitted(text, Face.TEXT, [9.5, 8.5], RIGHT - LEFT, each) for text in questions[:_QUESTION_LINES]),
        tuple(
            fitted(text, Face.TEXT, [7.45, 6.8], room, _ANCHOR_LINES) for text, room in zip(words, _ROOMS, strict=True)
        ),
    )


def _anchor(text: str, level: int, facts: SheetFacts) -> str:
    """The anchor, or the word of the scale where a level has none."""
    return text if level and text.strip() else captions.LEVELS[level].said(facts.language).lower()


def _leaves(facts: SheetFacts) -> list[_Leaf]:
    """The blocks dealt over pages, never split, then each page's spare room given to its note lines."""
    pages: list[list[_Block]] = [[]]
    for block in (_set(facts, criterion) for criterion in facts.asked):
        if pages[-1] and _end([*pages[-1], block], _top(len(pages)), _FEWEST) > sheet.BODY_END:
            pages.append([])
        pages[-1].append(block)
    if _end(pages[-1], _top(len(pages)), _FEWEST) > _OVERALL - _BEFORE_OVERALL:
        # The overall view takes the last criterion along, so as not to stand on a page of its own.
        moved = pages[-1].pop() if len(pages[-1]) > 1 else None
        pages.append([moved] if moved else [])
    leaves = []
    for number, blocks in enumerate(pages, start=1):
        last = number == len(pages)
        limit = _OVERALL - _BEFORE_OVERALL if last else sheet.BODY_END
        fits = [notes for notes in range(_FEWEST, _MOST + 1) if _end(blocks, _top(number), notes) <= limit]
        notes = max(fits, default=_FEWEST)
        leaves.append(_Leaf(tuple(_stacked(blocks, _top(number), notes)), notes, last))
    return leaves


def _top(number: int) -> float:
    return _FIRST_TOP if number == 1 else sheet.BODY_AFTER_HEADING


def _stacked(blocks: list[_Block], top: float, notes: int) -> Iterator[tuple[float, _Block]]:
    for block in blocks:
        yield top, block
        top += block.ends(notes) + _BETWEEN


def _end(blocks: list[_Block], top: float, notes: int) -> float:
    """Where the last note line of these blocks lies."""
    return top + sum(block.ends(notes) for block in blocks) + _BETWEEN * (len(blocks) - 1)


def _page(facts: SheetFacts, leaf: _Leaf, number: int, pages: int) -> Page:
    boxes = []
    zones = []
    for top, block in leaf.blocks:
        code = block.criterion.code
        row = top + block.boxes_at
        boxes += [Box(code, level, x, row, BOX) for level, x in enumerate(_COLUMNS)]
        notes = top + block.notes_at
        zones.append(Zone(Writing.NOTES, code, LEFT, notes + 0.6, RIGHT - LEFT, top + block.ends(leaf.notes) - notes))
    choices = tuple(Choice(appraisal, x, 236.65, BOX) for appraisal, x in zip(Appraisal, _CHOICES, strict=True))
    if leaf.last:
        zones.append(Zone(Writing.SENTENCE, "", 22.2, 246.6, 165.8, 15.4))
        zones += [Zone(writing, "", x, 268.6, right - x, 10.3) for writing, _, x, right in _SIGNED]
    return Page(
        code=facts.code(number),
        pages=pages,
        corners=sheet.CORNERS,
        qr=sheet.QR,
        boxes=tuple(boxes),
        choices=choices if leaf.last else (),
        zones=tuple(zones),
    )


def _head(press: Press, facts: SheetFacts, title: str) -> None:
    say = facts.language
    sheet.first_heading(press, facts, title)
    member = facts.member.name if facts.member else ""
    sheet.field(press, LEFT, 98.4, 43.55, caption=captions.CANDIDATE.said(say), value=sheet.whose(facts))
    sheet.field(press, 104.5, 164, 43.55, caption=captions.WHEN.said(say), value=facts.when or "")
    sheet.field(press, LEFT, 98.4, 54.4, caption=captions.MEMBER.said(say), value=member)
    sheet.field(press, 104.5, 164, 54.4, caption=captions.ROOM.said(say), value=facts.room or "")
    press.frame(LEFT, 57.45, RIGHT - LEFT, 8.7, weight=0.3, radius=1.6)
    sheet.crossed(press, 21.2, 59.4)
    end = press.write(28.6, 62.65, captions.ONE_CROSS.said(say) + " ", Face.STRONG, 8.5)
    end = press.write(end, 62.65, captions.TO_CORRECT.said(say), Face.TEXT, 8.5) + 2.4
    sheet.blackened(press, end, 59.4)
    sheet.crossed(press, end + 6.7, 59.4)
    essential = captions.ESSENTIAL.said(say)
    press.write_left_of(188.6, 62.65, essential, Face.TEXT, 8.5)
    sheet.diamond(press, 188.6 - width(essential, Face.TEXT, 8.5) - 4.2, 61.65)


def _draw(press: Press, facts: SheetFacts, leaf: _Leaf, top: float, block: _Block) -> None:
    sheet.tab(press, 7.15, top, 9.0, baseline=top + 3.95, number=block.criterion.number)
    end = LEFT
    for number, line in enumerate(block.label.lines):
        end = press.write(LEFT, top + 3.9 + number * _LABEL, line, Face.STRONG, block.label.size)
    if block.criterion.essential:
        sheet.diamond(press, end + 1.5, top + 2.85 + (len(block.label.lines) - 1) * _LABEL)
    baseline = top + block.asked_at
    for question in block.questions:
        for line in question.lines:
            press.write(LEFT, baseline, line, Face.TEXT, question.size)
            baseline += _QUESTION
    row = top + block.boxes_at
    for level, (x, anchor) in enumerate(zip(_COLUMNS, block.anchors, strict=True)):
        press.write(x + _WORDS, row + 2.75, str(level), Face.TITLE, 9)
        sheet.gauge(press, x + _WORDS + 2.95, row + 0.2, level)
        for number, line in enumerate(anchor.lines):
            press.write(x + _WORDS, row + 5.95 + number * _ANCHOR, line, Face.TEXT, anchor.size)
    press.write(LEFT, top + block.notes_at, captions.NOTES.said(facts.language), Face.TEXT, 6.8)
    for number in range(leaf.notes):
        sheet.note(press, LEFT, RIGHT, top + block.notes_at + 4.55 + number * _NOTE)


_SIGNED = (
    (Writing.ENDED, captions.ENDED, 18.0, 67.2),
    (Writing.DATE, captions.DATE, 73.1, 122.2),
    (Writing.SIGNATURE, captions.SIGNATURE, 128.2, 192.0),
)


def _draw_overall(press: Press, facts: SheetFacts, page: Page) -> None:
    say = facts.language
    press.frame(LEFT, _OVERALL, RIGHT - LEFT, 36.9, weight=0.3, radius=1.6)
    end = press.write(22.2, 233.05, captions.OVERALL.said(say) + " ", Face.STRONG, 11.6)
    press.write(end + 0.4, 233.05, captions.BEFORE_TALKING.said(say), Face.TEXT, 8.9)
    for choice in page.choices:
        words = captions.APPRAISALS[choice.appraisal].said(say)
        press.write(choice.x + _WORDS, choice.y + 3.7, words, Face.TEXT, 9.5)
    press.write(22.2, 246.0, captions.SENTENCE.said(say), Face.TEXT, 6.85)
    sheet.note(press, 22.2, 188, 250)
    sheet.note(press, 22.2, 188, 258)
    for _, caption, x, right in _SIGNED:
        press.write(x, 268.0, caption.said(say), Face.TEXT, 7.4)
        sheet.rule(press, x, right, 278.95)
