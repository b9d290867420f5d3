"""A letter's text as words and chips: what is filled in, what is said on a condition, what a line is in the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smes_panel.model.placeholder import PLACEHOLDERS, Fill
from smes_panel.model.words import Language
from ui.widgets.chipped import Chip
from ui.wording import Tongue
from ui.wording import letters as w
from ui.wording import texts as t

_PIECE = re.compile(
    r"(?P<line>^(?:subject|salutation|signature|small):(?= ))"
    r"|\{(?P<slot>[a-z_]+)(?:\|[^{}|\[\]\n]+\|[^{}|\[\]\n]+)?\}"
    r"|\[(?P<on>[a-z_]+)(?:(?P<test>!?=)(?P<answer>[a-z_]+))?\?"
    r"|(?P<end>\])",
    re.MULTILINE,
)


def pieces(tongue: Tongue, text: str) -> list[str | Chip]:
    """The text apart; what names no field stays as it was typed, for the grammar to refuse."""
    found: list[str | Chip] = []
    at = 0
    for match in _PIECE.finditer(text):
        chip = _chip(tongue, match)
        if chip is None:
            continue
        if match.start() > at:
            found.append(text[at : match.start()])
        found.append(chip)
        at = match.end()
    return [*found, text[at:]] if at < len(text) else found


def _chip(tongue: Tongue, match: re.Match[str]) -> Chip | None:
    raw = match[0]
    if match["line"]:
        return Chip(raw, tongue(t.LINES[raw[:-1]]), tongue(t.LINE_HELP), "mark")
    if match["end"]:
        return Chip(raw, tongue(t.END_IF), tongue(t.END_IF_HELP), "mark")
    name = match["slot"] or match["on"]
    if name not in PLACEHOLDERS:
        return None
    if match["slot"]:
        return Chip(raw, tongue(w.NAMES[name]), tongue(PLACEHOLDERS[name].words))
    said = tongue(w.NAMES[name])
    if match["answer"]:
        words = tongue(
            t.IF_NOT if match["test"] == "!=" else t.IF_IS, name=said, answer=_answer(tongue, match["answer"])
        )
    else:
        words = tongue(t.IF, name=said)
    return Chip(raw, words, tongue(t.IF_HELP), "mark")


def _answer(tongue: Tongue, answer: str) -> str:
    if answer in w.CONTRACTS:
        return tongue(w.CONTRACTS[answer]).lower()
    return tongue(w.SOON) if answer == "soon" else answer


_COUNTED = {
    Language.FR: "candidature|candidatures",
    Language.NL: "kandidatuur|kandidaturen",
    Language.EN: "application|applications",
}


def insertable(tongue: Tongue, language: Language) -> Iterator[tuple[str, Chip]]:
    """Every field that can be set in a text in `language`, by what it is called. A flag only opens a passage."""
    for name, placeholder in PLACEHOLDERS.items():
        if placeholder.kind is Fill.FLAG:
            continue
        raw = f"{{{name}|{_COUNTED[language]}}}" if placeholder.kind is Fill.COUNT else f"{{{name}}}"
        words = tongue(w.NAMES[name])
        yield words[:1].upper() + words[1:], Chip(raw, words, tongue(placeholder.words))
