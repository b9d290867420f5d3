"""The comparison of an opened stage on paper: a wide table, black only, that reads identically on a fax."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import time
from functools import cache
from math import ceil

from smes_panel.model.assessment import RatingState
from smes_panel.model.comparison import Compared
from smes_panel.model.settlement import BRUSSELS
from smes_panel.model.vacancy import LEVELS, Criterion
from smes_panel.model.words import Language
from smes_panel.paper import captions, prose
from smes_panel.paper.facts import ComparisonFacts
from smes_panel.paper.press import LANDSCAPE, Face, Imprint, Press, width, wrapped
from smes_panel.paper.sheet import fitted
from smes_panel.paths import resources

_LEFT, _RIGHT = 12.0, 285.0
_HEAD, _ROW, _BOTTOM = 42.0, 5.78, 187.5
"""Where the line under the heads lies, how high a row is, and where the last one may end."""
_NAMES, _NAMES_AT_LEAST = 58.0, 44.0
_CELL_AT_LEAST, _CELL_AT_MOST = 11.0, 20.0
_MEAN, _MEAN_AND_INTERVAL, _UNSHOWN, _OUTCOME = 15.0, 25.0, 22.0, 23.0
_FOOT = 203.5
_MEAN_BEFORE_INTERVAL = 5.2
_SWATCH = 7.0
_SMALLEST_NAME = 7.2
_LABEL_LINES = 3
_SAID, _SAID_LINE, _LEGEND = 8.0, 4.0, 18.4
"""The size and the line of what is said under the table, and how far below its last row that begins."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the columns of one page lie: `x` of the criteria, then of what stands after them."""

    criteria: tuple[Criterion, ...]
    lines: tuple[Compared, ...]
    names: float
    cell: float
    mean: float
    unshown: float
    outcome: float
    end: float

    def x(self, place: int) -> float:
        return _LEFT + self.names + place * self.cell


@cache
def _ramp() -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The greys of the four levels and of the ink upon them, from 0 (black) to 1 (white), as the tokens say."""
    said = json.loads((resources() / "tokens.json").read_text(encoding="utf-8"))["print"]["ramp4"]
    fill, text = (tuple(int(colour[1:3], 16) / 255 for colour in said[part]) for part in ("fill", "text"))
    return fill, text


def comparison_pdf(facts: ComparisonFacts) -> bytes:
    """The table as a PDF; same facts, same bytes. Criteria that do not fit side by side go on to further pages."""
    say = facts.language
    title = captions.COMPARISON[facts.stage].said(say)
    day = facts.seen_at.astimezone(BRUSSELS).date()
    press = Press(Imprint(f"{title} · {facts.title}", facts.organisation, say, day), LANDSCAPE)
    plans = _plans(facts)
    words = [line for one in facts.said for line in wrapped(one, Face.LETTER, _SAID, _RIGHT - _LEFT)]
    # A full table leaves no room for the sentences: they go on to a page of their own.
    alone = bool(words) and _under(plans[-1]) + len(words) * _SAID_LINE > _FOOT - 4
    pages = len(plans) + alone
    for number, plan in enumerate(plans, start=1):
        _heading(press, facts, title)
        _heads(press, facts, plan)
        top = _HEAD
        for one in plan.lines:
            _row(press, facts, plan, one, top)
            top += _ROW
        _legend(press, say, top + 6.2)
        if plan is plans[-1] and not alone:
            _say(press, words, _under(plan))
        _foot(press, facts, number, pages)
        press.turn()
    if alone:
        _heading(press, facts, title)
        _say(press, words, _HEAD)
        _foot(press, facts, pages, pages)
        press.turn()
    return press.bytes()


def _under(plan: _Plan) -> float:
    """Where the first line under the legend of a page stands."""
    return _HEAD + len(plan.lines) * _ROW + _LEGEND


def _say(press: Press, words: Sequence[str], baseline: float) -> None:
    for place, line in enumerate(words):
        press.write(_LEFT, baseline + place * _SAID_LINE, line, Face.LETTER, _SAID)


def _plans(facts: ComparisonFacts) -> list[_Plan]:
    """The pages: as many criteria side by side as stay legible, the rows below them, then the next criteria."""
    mean = _MEAN if all(one.whole for one in facts.lines) else _MEAN_AND_INTERVAL
    outcome = _OUTCOME if facts.outcomes else 0.0
    after = mean + _UNSHOWN + outcome
    many = len(facts.criteria)
    names = _NAMES if many * _CELL_AT_LEAST <= _RIGHT - _LEFT - after - _NAMES else _NAMES_AT_LEAST
    room = _RIGHT - _LEFT - after - names
    side_by_side = ceil(many / ceil(many * _CELL_AT_LEAST / room)) if many else 1
    cell = min(_CELL_AT_MOST, room / side_by_side)
    high = int((_BOTTOM - _HEAD) / _ROW)
    plans = []
    for start in range(0, max(1, many), side_by_side):
        some = facts.criteria[start : start + side_by_side]
        for first in range(0, max(1, len(facts.lines)), high):
            at = _LEFT + names + len(some) * cell
            lines = facts.lines[first : first + high]
            plans.append(_Plan(some, lines, names, cell, at, at + mean, at + mean + _UNSHOWN, at + after))
    return plans


def _heading(press: Press, facts: ComparisonFacts, title: str) -> None:
    say = facts.language
    press.write(_LEFT, 15.8, title, Face.LETTER_TITLE, 16.4)
    local = facts.seen_at.astimezone(BRUSSELS)
    # Midnight sharp is a day that was named without its hour.
    hour = [prose.hour(local.time(), say)] if local.time() != time.min else []
    seen = captions.SEEN_AT.said(say).format(when=", ".join([prose.day(local.date(), say), *hour]))
    press.write_left_of(_RIGHT, 15.8, seen, Face.LETTER, 8.4)
    order = _order(facts)
    press.write_left_of(_RIGHT, 20.3, order, Face.LETTER, 8.4)
    post = ", ".join(part for part in (facts.title.rstrip(" ."), facts.reference or "") if part)
    counts = (
        prose.counted(len(facts.lines), *_PEOPLE[say], say),
        captions.GIVEN_BY.said(say).format(n=prose.counted(facts.raters, *_MEMBERS[say], say)),
    )
    about = f"{', '.join(counts)}. {captions.WORKING_PAPER.said(say)}"
    room = _RIGHT - _LEFT - width(order, Face.LETTER, 8.4) - 5
    whole = fitted(f"{post}. {about}", Face.LETTER, [10, 9.2, 8.4], room)
    if not whole.lines[0].endswith("…"):
        press.write(_LEFT, 20.3, whole.lines[0], Face.LETTER, whole.size)
        return
    press.write(_LEFT, 20.3, fitted(post, Face.LETTER, [8.4], room).lines[0] if post else "", Face.LETTER, 8.4)
    press.write(_LEFT, 24.2, about, Face.LETTER, 8.4)


def _order(facts: ComparisonFacts) -> str:
    say = facts.language
    if not facts.sorted_by:
        return captions.BY_NUMBER.said(say)
    if facts.sorted_by == "mean":
        return captions.BY_MEAN.said(say)
    number = next((one.number for one in facts.criteria if one.code == facts.sorted_by), facts.sorted_by)
    return captions.BY_CRITERION.said(say).format(number=number)


_PEOPLE = {
    Language.FR: ("candidature", "candidatures"),
    Language.NL: ("kandidatuur", "kandidaturen"),
    Language.EN: ("application", "applications"),
}
_MEMBERS = {
    Language.FR: ("membre", "membres"),
    Language.NL: ("lid", "leden"),
    Language.EN: ("member", "members"),
}


def _heads(press: Press, facts: ComparisonFacts, plan: _Plan) -> None:
    say = facts.language
    press.write(_LEFT + 1, _HEAD - 2, captions.CANDIDATE.said(say), Face.LETTER_STRONG, 8.6)
    labels = [one.label.said(say) or one.wording or one.code for one in facts.criteria]
    size = _label_size(labels, plan.cell - 1.2)
    most = max(
        (len(fitted(one, Face.LETTER_STRONG, [size], plan.cell - 1.2, _LABEL_LINES).lines) for one in labels), default=1
    )
    numbers = _HEAD - 5.8 - most * size * 0.37
    for place, criterion in enumerate(plan.criteria):
        middle = plan.x(place) + plan.cell / 2
        weighs = ""
        if criterion.weight is not None:
            weighs = captions.WEIGHT.said(say).format(weight=captions.weight_said(criterion.weight, say))
        named = criterion.label.said(say) or criterion.wording or criterion.code
        label = fitted(named, Face.LETTER_STRONG, [size], plan.cell - 1.2, _LABEL_LINES)
        number = fitted(criterion.number, Face.LETTER_TITLE, [10, 8, 6], plan.cell - 4)
        half = width(number.lines[0], Face.LETTER_TITLE, number.size) / 2
        shift = 1.5 if criterion.essential else 0.0
        press.write_around(middle + shift, numbers, number.lines[0], Face.LETTER_TITLE, number.size)
        if criterion.essential:
            _lozenge(press, middle + shift - half - 1.9, numbers - 1.2, 1.25)
        last = _HEAD - (5.3 if weighs else 2)
        for up, line in enumerate(label.lines):
            lower = (len(label.lines) - 1 - up) * size * 0.37
            press.write_around(middle, last - lower, line, Face.LETTER_STRONG, size)
        if weighs:
            small = fitted(weighs, Face.LETTER, [7.2, 6.4, 5.6], plan.cell - 0.8)
            press.write_around(middle, _HEAD - 2, small.lines[0], Face.LETTER, small.size)
    after = [(plan.mean, plan.unshown, captions.MEAN), (plan.unshown, plan.outcome, captions.UNSHOWN)]
    if facts.outcomes:
        after.append((plan.outcome, plan.end, captions.OUTCOME))
    for left, right, words in after:
        head = fitted(words.said(say), Face.LETTER_STRONG, [8.4, 7.4, 6.4], right - left - 1.2, 2)
        for up, line in enumerate(head.lines):
            baseline = _HEAD - 2 - 3.2 * (len(head.lines) - 1 - up)
            press.write_around((left + right) / 2, baseline, line.strip(), Face.LETTER_STRONG, head.size)
    press.line(_LEFT, _HEAD, plan.end, _HEAD, 0.35)


def _label_size(labels: Sequence[str], room: float) -> float:
    """The largest size at which each label takes few lines and no word is broken; the smallest where there is none."""
    sizes = (8.2, 7.4, 6.8, 6.2, 5.6)
    for size in sizes:
        broken = any(width(word, Face.LETTER_STRONG, size) > room for label in labels for word in label[:200].split())
        if not broken and all(
            len(wrapped(label[:200], Face.LETTER_STRONG, size, room)) <= _LABEL_LINES for label in labels
        ):
            return size
    return sizes[-1]


def _row(press: Press, facts: ComparisonFacts, plan: _Plan, one: Compared, top: float) -> None:
    end = press.write(_LEFT + 1.6, top + 3.95, one.key, Face.LETTER, 9) + 1.4
    said, room = facts.names.get(one.key, ""), _LEFT + plan.names - end - 1
    if width(said[:200], Face.LETTER_STRONG, _SMALLEST_NAME) > room:
        # A name that must be cut is cut where the room ends, not after the last whole word.
        said = said.replace(" ", prose.NBSP)
    name = fitted(said, Face.LETTER_STRONG, [9.2, 8.2, _SMALLEST_NAME], room)
    if name.lines:
        press.write(end, top + 3.95, name.lines[0], Face.LETTER_STRONG, name.size)
    with press.grey(0.55):
        press.line(_LEFT, top + _ROW, plan.end, top + _ROW, 0.12)
    for place, criterion in enumerate(plan.criteria):
        _cell(press, one, criterion, plan.x(place), top, plan.cell)
    with press.grey(0.55):
        for x in [plan.x(place) for place in range(len(plan.criteria) + 1)] + [plan.unshown, plan.outcome]:
            if x < plan.end:
                press.line(x, top, x, top + _ROW, 0.12)
    # The frames of disagreement lie over the rules around them.
    for place, criterion in enumerate(plan.criteria):
        if one.apart(criterion.code):
            _frame(press, plan.x(place), top, plan.cell, light=_ink(one.medians[criterion.code]))
    _mean(press, facts.language, plan, one, top)
    codes = {criterion.code: criterion.number for criterion in facts.criteria}
    unshown = ", ".join(codes.get(code, code) for code in one.unshown) or "–"
    beside = fitted(unshown, Face.LETTER, [8.8, 7.4, 6.2, 5.4], _UNSHOWN - 1.6)
    middle = (plan.unshown + plan.outcome) / 2
    press.write_around(middle, top + 3.95, beside.lines[0], Face.LETTER, beside.size)
    if one.key in facts.outcomes:
        words = captions.OUTCOMES[facts.outcomes[one.key]].said(facts.language)
        word = fitted(words, Face.LETTER_STRONG, [8.6, 7.4, 6.4], _OUTCOME - 1.6)
        press.write_around((plan.outcome + plan.end) / 2, top + 3.95, word.lines[0], Face.LETTER_STRONG, word.size)


def _mean(press: Press, say: Language, plan: _Plan, one: Compared, top: float) -> None:
    said = "–" if one.mean is None else captions.decimal(one.mean, say)
    wide = plan.unshown - plan.mean
    middle = plan.mean + (wide / 2 if wide == _MEAN else _MEAN_BEFORE_INTERVAL)
    press.write_around(middle, top + 3.95, said, Face.LETTER_TITLE, 9.6)
    if not one.whole and one.total_low is not None and one.total_high is not None:
        interval = f"({captions.decimal(one.total_low, say)}–{captions.decimal(one.total_high, say)})"
        press.write(middle + 3.6, top + 3.95, interval, Face.LETTER, 7.4)


def _ink(level: int | None) -> float:
    return 0.0 if level is None else _ramp()[1][level - 1]


def _cell(press: Press, one: Compared, criterion: Criterion, x: float, top: float, wide: float) -> None:
    """A digit and a bar of four dots on the grey of the level; or the sign of what is missing."""
    median, low, high = (part[criterion.code] for part in (one.medians, one.low, one.high))
    if median is None or low is None or high is None:
        _gap(press, one.gaps[criterion.code], x, top, wide)
        return
    fill = _ramp()[0][median - 1]
    if fill < 1:
        with press.grey(fill):
            press.fill(x, top, wide, _ROW)
    with press.grey(_ink(median)):
        press.write(x + 1.3, top + 4.05, str(median), Face.LETTER_TITLE, 9.6)
        _bar(press, x + 0.42 * wide, x + wide - 2.0, top + _ROW / 2, (low, median, high))
        if criterion.code in one.unshown:
            _lozenge(press, x + 0.9, top + 0.95, 0.75)


def _bar(press: Press, left: float, right: float, middle: float, levels: tuple[int, int, int]) -> None:
    """Four dots, a stroke from the lowest to the highest opinion, a bead on the median."""
    low, median, high = (left + (level - 1) * (right - left) / 3 for level in levels)
    for level in LEVELS:
        press.circle(left + (level - 1) * (right - left) / 3, middle, 0.17)
    if high > low:
        press.line(low, middle, high, middle, 0.45)
    press.circle(median, middle, 0.62)


def _frame(press: Press, x: float, top: float, wide: float, *, light: float) -> None:
    press.frame(x, top, wide, _ROW, weight=0.5)
    press.shape([(x + wide - 2.1, top), (x + wide, top), (x + wide, top + 2.1)])
    if light:
        # On the darkest grey a black frame would drown: a white line sets it apart.
        with press.grey(light):
            press.frame(x + 0.5, top + 0.5, wide - 1.0, _ROW - 1.0, weight=0.2)


def _gap(press: Press, gaps: Sequence[RatingState], x: float, top: float, wide: float) -> None:
    """One stroke across for *cannot be assessed*, a dotted outline for *not rated*, nothing where nobody was asked.

    What is copied from the page, or read aloud, has a sign in the place of the digit.
    """
    if RatingState.NOT_RATED in gaps:
        press.write_around(x + wide / 2, top + 4.05, "·", Face.LETTER_TITLE, 9.6)
        with press.dashed(0.35, 0.6), press.grey(0.3):
            press.frame(x + 0.9, top + 0.9, wide - 1.8, _ROW - 1.8, weight=0.25)
    elif gaps:
        press.write(x + 1.3, top + 3.8, "–", Face.LETTER, 9.6)
        press.line(x + 0.9, top + _ROW - 0.9, x + wide - 0.9, top + 0.9, 0.25)


def _lozenge(press: Press, x: float, y: float, half: float) -> None:
    """The sign of an essential criterion around a point."""
    press.shape([(x - half, y), (x, y - half), (x + half, y), (x, y + half)])


def _legend(press: Press, say: Language, baseline: float) -> None:
    """What the signs mean, in as many lines as that takes."""
    fill, text = _ramp()

    def swatch(level: int) -> Callable[[float, float], None]:
        def draw(x: float, y: float) -> None:
            with press.grey(fill[level - 1]):
                press.fill(x, y - 3.1, _SWATCH, 4.1)
            press.frame(x, y - 3.1, _SWATCH, 4.1, weight=0.15)
            with press.grey(text[level - 1]):
                press.write_around(x + _SWATCH / 2, y, str(level), Face.LETTER_TITLE, 8.6)

        return draw

    def bar(x: float, y: float) -> None:
        _bar(press, x + 0.3, x + _SWATCH - 0.3, y - 1.0, (1, 3, 4))

    def apart(x: float, y: float) -> None:
        press.frame(x, y - 3.1, _SWATCH, 4.1, weight=0.5)
        press.shape([(x + _SWATCH - 1.7, y - 3.1), (x + _SWATCH, y - 3.1), (x + _SWATCH, y - 1.4)])

    def struck(x: float, y: float) -> None:
        press.frame(x, y - 3.1, _SWATCH, 4.1, weight=0.12)
        press.line(x + 0.5, y + 0.5, x + _SWATCH - 0.5, y - 2.6, 0.25)

    def dotted(x: float, y: float) -> None:
        with press.dashed(0.35, 0.6), press.grey(0.3):
            press.frame(x, y - 3.1, _SWATCH, 4.1, weight=0.25)

    def lozenge(x: float, y: float) -> None:
        _lozenge(press, x + 1.25, y - 1.05, 1.25)

    items = [(_SWATCH, swatch(level), captions.LEVELS[level].said(say).lower()) for level in LEVELS]
    items += [
        (_SWATCH, bar, f"{captions.DIGIT_IS_MEDIAN.said(say)}, {captions.RANGE.said(say)}"),
        (_SWATCH, apart, captions.APART.said(say)),
        (2.5, lozenge, captions.ESSENTIAL.said(say)),
        (_SWATCH, struck, captions.LEVELS[0].said(say).lower()),
        (_SWATCH, dotted, captions.NOT_RATED.said(say)),
    ]
    x = _LEFT
    for wide, draw, words in items:
        long = wide + 1.4 + width(words, Face.LETTER, 8)
        if x + long > _RIGHT:
            x, baseline = _LEFT, baseline + 5.4
        draw(x, baseline)
        press.write(x + wide + 1.4, baseline, words, Face.LETTER, 8)
        x += long + 3.4


def _foot(press: Press, facts: ComparisonFacts, number: int, pages: int) -> None:
    say = facts.language
    if facts.frozen_on is not None:
        fixed = captions.RATED_AS_FIXED.said(say).format(day=prose.day(facts.frozen_on, say))
        press.write(_LEFT, _FOOT, fixed, Face.LETTER, 7.8)
    middle = (_LEFT + _RIGHT) / 2
    press.write_around(middle, _FOOT, captions.DESTROY_AFTER_MEETING.said(say), Face.LETTER, 7.8)
    page = captions.PAGE.said(say).format(page=number, pages=pages)
    press.write_left_of(_RIGHT, _FOOT, page, Face.LETTER, 7.8)
