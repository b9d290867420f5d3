"""A decision letter on paper: the words that `template` has filled, in the geometry of a Belgian window envelope.

Positions are millimetres from the top left of an A4 page folded in three. The address lies where the windows of C5/6
and DL envelopes show it whatever way the sheet slides, and nothing else does: the subject begins below the lowest line
a window reaches, the salutation after the first fold. What people wrote is drawn as it is and never read as markup.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, groupby, zip_longest

from reportlab.lib.colors import HexColor, black

from smes_panel.errors import LetterBlocked
from smes_panel.model.decision import LetterKind
from smes_panel.model.letter import LetterFacts, Sender, letter_language, shows
from smes_panel.model.placeholder import Fill
from smes_panel.model.template import needed, wanted
from smes_panel.model.words import Language, Words
from smes_panel.paper import prose
from smes_panel.paper.press import Face, Imprint, Press, clean, unshown, width, wrapped
from smes_panel.paper.setting import NBSP, Placed, Row, flowing, lines, pages, rows
from smes_panel.paper.template import Said, said, settled, template
from smes_panel.paths import resources

LEFT, RIGHT = 22.0, 188.0
MEASURE = RIGHT - LEFT
FOLDS = (99.0, 198.0)
ADDRESS = (110.0, 45.0, 80.0)
"""Left, top and width of the recipient's address."""
ZONE = (104.0, 41.0, 90.0, 32.0)
"""Left, top, width and height of what is kept for that address alone."""
SUBJECT_TOP, BODY_TOP, NEXT_TOP, BOTTOM = 86.0, 101.0, 34.0, 276.0
_FINE = 8.5

_REFERENCE = Words("Notre référence : ", "Onze referentie: ", "Our reference: ")
_CONTACT = Words("Contact : ", "Contact: ", "Contact: ")
_PRIVATE = Words("Personnel et confidentiel", "Persoonlijk en vertrouwelijk", "Personal and confidential")
_BY_MAIL = Words("Par e-mail : ", "Per e-mail: ", "By e-mail: ")
_PAGE = Words("page {} sur {}", "pagina {} van {}", "page {} of {}")


@dataclass(frozen=True, slots=True)
class Explained:
    """A blank of a letter for its help: the name to type, what it is, a sample, and whether the letter waits for it."""

    name: str
    words: str
    sample: str
    needed: bool


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the body is set: size in points; leading, space between paragraphs and room to sign in millimetres."""

    size: float
    lead: float
    gap: float
    sign: float
    rise: float = 3.0

    def paragraph(self, text: str, gap: float | None = None) -> list[Row]:
        found = lines([(text, Face.LETTER)], self.size, LEFT, MEASURE)
        return rows(found, self.lead, self.rise, self.gap if gap is None else gap)

    def definition(self, heading: str, text: str, *, first: bool) -> list[list[Row]]:
        """One item: its heading at the left of its text, line beside line."""
        names = lines([(heading, Face.LETTER_STRONG)], self.size, LEFT + 4.8, 29)
        texts = lines([(text, Face.LETTER)], self.size, LEFT + 34.8, MEASURE - 34.8)
        both = [(*name, *line) for name, line in zip_longest(names, texts, fillvalue=())]
        rise = self.rise + 0.6
        item = rows(both, self.lead, rise, self.gap if first else 0.0, barred=True)
        if not first:
            item[0] = replace(item[0], height=self.lead + 0.8, rise=rise + 0.8)
        return flowing(item)

    def signatures(self, signed: tuple[tuple[str, str], ...]) -> list[Row]:
        """The names and capacities, side by side when there are two, with room to sign above them."""
        columns = ((LEFT, 96.0), (LEFT + 104, MEASURE - 104))
        kinds = ((0, self.size, self.lead), (1, 9.0, self.lead - 0.6))
        found: list[Row] = []
        for part, size, lead in kinds:
            each = [lines([(one[part], Face.LETTER)], size, *at) for one, at in zip(signed, columns, strict=False)]
            beside = [tuple(chain.from_iterable(level)) for level in zip_longest(*each, fillvalue=())]
            found += rows(beside, lead, self.rise, 0.0 if part else self.sign)
        return found


# A letter a few lines too long for its page is set a little tighter; one that is longer flows as it is.
_USUAL = _Setting(size=10.5, lead=5.31, gap=2.54, sign=11.0)
_TIGHT = _Setting(size=10.0, lead=4.9, gap=2.1, sign=8.5)


def explained(kind: LetterKind, language: Language) -> tuple[Explained, ...]:
    """The blanks of a letter in the order of its text, explained in `language`."""
    letter = template(kind, letter_language(language))
    asked = wanted(letter)
    answers = {one.name: one.sample.said(language) for one in asked if one.kind in (Fill.CHOICE, Fill.START)}
    needs = {one.name for one in needed(letter, answers)}
    return tuple(
        Explained(one.name, one.words.said(language), one.sample.said(language), one.name in needs) for one in asked
    )


def letter_pdf(facts: LetterFacts) -> bytes:
    """The letter as a PDF; the same facts give the same bytes. Raises LetterBlocked, naming what is missing."""
    return drawn(facts)


def drawn(facts: LetterFacts, over: Callable[[Press], None] | None = None) -> bytes:
    """The letter, with what `over` draws on its first page."""
    facts = replace(facts, language=letter_language(facts.language))
    words = said(facts)
    _drawable(facts, words)
    sides = _sides(words)
    imprint = Imprint(words.subject, facts.sender.wordmark, facts.language, facts.dated, subject=facts.application)
    press = Press(imprint)
    reference = _reference(facts)
    for number, side in enumerate(sides, 1):
        if number == 1:
            _head(press, facts, words.subject, reference)
            if over:
                over(press)
        else:
            counted = _PAGE.said(facts.language).format(number, len(sides))
            _ink(press, "grey")
            press.write(LEFT, 22, _shortened(f"{facts.sender.wordmark} · {reference}", _FINE, 130), Face.LETTER, _FINE)
            press.write_left_of(RIGHT, 22, counted, Face.LETTER, _FINE)
        _side(press, side)
        _foot(press, facts.sender)
        press.turn()
    return press.bytes()


def _drawable(facts: LetterFacts, words: Said) -> None:
    """A letter that would show a box in a person's name is none. Raises LetterBlocked, naming the signs."""
    sender = facts.sender
    texts = [words.subject, words.salutation, *facts.recipient, facts.email, *words.small]
    texts += [sender.wordmark, sender.address, sender.place, sender.registered, sender.account]
    for block in words.blocks:
        texts += [block] if isinstance(block, str) else [part for item in block for part in item]
    texts += [part for signed in words.signatures for part in signed]
    signs = dict.fromkeys(sign for text in texts for sign in unshown(text))
    if signs:
        named = ", ".join(f"“{sign}” (U+{ord(sign):04X}, {unicodedata.name(sign, 'without a name')})" for sign in signs)
        raise LetterBlocked(
            f"{facts.application}: the letter {facts.kind} was not made; no face of the house draws {named}: "
            f"write it in other letters, as the person does."
        )


def _sides(words: Said) -> list[list[Placed]]:
    top = _body_top(words.subject)
    usual = pages(_groups(words, _USUAL), top, NEXT_TOP, BOTTOM)
    if len(usual) == 1:
        return usual
    tight = pages(_groups(words, _TIGHT), top, NEXT_TOP, BOTTOM)
    return tight if len(tight) < len(usual) else usual


def _groups(words: Said, setting: _Setting) -> list[list[Row]]:
    """The letter from its salutation to its small print, in the groups that pages may not part."""
    groups = flowing(setting.paragraph(words.salutation, gap=0))
    for block in words.blocks:
        if isinstance(block, str):
            groups += flowing(setting.paragraph(block))
        else:
            groups += chain.from_iterable(setting.definition(*item, first=not n) for n, item in enumerate(block))
            groups[-1][-1] = replace(groups[-1][-1], height=groups[-1][-1].height + 1.7)
    # A signature is never alone on its page: the end of the text goes with it.
    groups[-1] += setting.signatures(words.signatures)
    heading, text = words.small
    small = lines(((heading, Face.LETTER_STRONG), (text, Face.LETTER)), _FINE, LEFT, MEASURE)
    return [*groups, rows(small, 4.23, 3.0, 5.4, grey=True)]


def _body_top(subject: str) -> float:
    """Where the salutation begins: after the fold, or lower under a subject that runs over it."""
    return max(BODY_TOP, SUBJECT_TOP + 5.6 * len(_subject_lines(subject)) + 4.0)


def _subject_lines(subject: str) -> list[str]:
    """The subject in three lines at most; the letter's first sentence has the title in full."""
    found = wrapped(subject[:600], Face.LETTER_STRONG, 12.35, MEASURE)
    return (
        found
        if len(found) <= 3
        else [*found[:2], _shortened(f"{found[2]} {found[3]}", 12.35, MEASURE, Face.LETTER_STRONG)]
    )


def _head(press: Press, facts: LetterFacts, subject: str, reference: str) -> None:
    sender, language = facts.sender, facts.language
    values, _ = settled(facts.values)
    _ink(press, "black")
    end = press.write(LEFT, 20.9, _shortened(sender.wordmark, 24.2, 68, Face.LETTER_TITLE), Face.LETTER_TITLE, 24.2)
    _ink(press, "rail")
    press.fill(end + 1.5, 16.9, 4.0, 4.1, radius=1.0)
    press.fill(end + 1.5, 16.9, 2.0, 4.1)
    _ink(press, "grey")
    contact = " · ".join(str(values[name]) for name in ("phone", "apply_to") if name in values)
    for number, line in enumerate(filter(None, (sender.address, contact))):
        press.write(LEFT, 28.1 + 4.1 * number, _shortened(line, 8.6, 80), Face.LETTER, 8.6)

    _ink(press, "black")
    when = prose.day(facts.dated, language)
    place = f"{sender.place}, {'le ' if language is Language.FR else ''}{when}" if sender.place else when
    dated = place if sender.place or language is not Language.FR else f"Le {when}"
    person = ", ".join(str(values[name]) for name in ("contact_person", "apply_to") if name in values)
    beside = [_REFERENCE.said(language) + reference, f"{_CONTACT.said(language)}{person}" if person else ""]
    press.write(LEFT, 48.1, _shortened(dated, 9.15, 78, Face.LETTER_STRONG), Face.LETTER_STRONG, 9.15)
    for number, line in enumerate(filter(None, [*beside, _PRIVATE.said(language)]), 1):
        press.write(LEFT, 48.1 + 4.68 * number, _shortened(line, 9.15, 78), Face.LETTER, 9.15)
    _address(press, facts)

    for number, line in enumerate(_subject_lines(subject)):
        press.write(LEFT, 89.9 + 5.6 * number, line.replace(NBSP, " "), Face.LETTER_STRONG, 12.35)
    press.canvas.setStrokeColor(HexColor("#777777"))
    for fold in FOLDS:
        press.line(5, fold + 0.1, 9, fold + 0.1, 0.2)


def _address(press: Press, facts: LetterFacts) -> None:
    """The recipient, in the smallest change of size that keeps every line in the window; never cut."""
    given = [line for line in facts.recipient if shows(line)] or [str(facts.values["name"])]
    if len(given) < 2 and facts.email:
        given.append(_BY_MAIL.said(facts.language) + facts.email)
    x, top, room = ADDRESS
    right, down = facts.sender.shift
    for size in (10.8, 9.6, 8.6):
        found = [part for line in given for part in wrapped(line, Face.LETTER, size, room)]
        lead = size * 1.245 * 25.4 / 72
        if len(found) * lead <= 24.5:
            for number, line in enumerate(found):
                press.write(x + right, top + down + 3.3 + lead * number, line.replace(NBSP, " "), Face.LETTER, size)
            return
    raise LetterBlocked(
        f"{facts.application}: the letter {facts.kind} was not made; its address does not fit the envelope's window: "
        f"give the name and address in at most five lines."
    )


def _side(press: Press, side: list[Placed]) -> None:
    _ink(press, "rail")
    for barred, group in groupby(side, lambda placed: placed.row.barred):
        listed = list(group)
        if barred:
            first, last = listed[0].top - 0.6, listed[-1].top + listed[-1].row.rise + 1.9
            press.fill(LEFT, first, 0.9, last - first)
    for grey, group in groupby(side, lambda placed: placed.row.grey):
        _ink(press, "grey" if grey else "black")
        for placed in group:
            for run in placed.row.runs:
                press.write(run.x, placed.top + placed.row.rise, run.text, run.face, run.size)


def _foot(press: Press, sender: Sender) -> None:
    """The registered details, as far as they are given; without any, no rule either."""
    if not (sender.registered or sender.account):
        return
    press.canvas.setStrokeColor(HexColor("#777777"))
    press.line(LEFT, 278, RIGHT, 278, 0.2)
    _ink(press, "grey")
    for number, line in enumerate(wrapped(sender.registered, Face.LETTER, 7.5, 125)[:3]):
        press.write(LEFT, 282.1 + 3.7 * number, line.replace(NBSP, " "), Face.LETTER, 7.5)
    press.write_left_of(RIGHT, 282.1, _shortened(sender.account, 7.5, 38), Face.LETTER, 7.5)


def _reference(facts: LetterFacts) -> str:
    values, _ = settled(facts.values)
    return " / ".join(str(one) for one in (values.get("reference"), facts.application) if one)


def _shortened(text: str, size: float, room: float, face: Face = Face.LETTER) -> str:
    """A line beside the letter that must stay one line; the letter itself says the same in full."""
    whole = clean(text[:400]).replace(NBSP, " ").strip()
    if width(whole, face, size) <= room:
        return whole
    first, *_ = wrapped(whole.replace(" ", NBSP), face, size, room - width("…", face, size))
    return f"{first.replace(NBSP, ' ')}…"


def _ink(press: Press, name: str) -> None:
    press.canvas.setFillColor({"black": black, "grey": HexColor("#222222")}.get(name) or colour(name))


@cache
def colour(name: str) -> HexColor:
    """A colour of the house, as the window has it in its light theme."""
    tokens = json.loads((resources() / "tokens.json").read_text(encoding="utf-8"))
    return HexColor(tokens["light"][name])
