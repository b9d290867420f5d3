"""Scripts written from right to left: Arabic letters joined, and a line put in the order in which it is drawn.

The joined forms are those that Unicode names (Arabic Presentation Forms), so that a face needs no shaping engine and
the same facts give the same bytes whatever is installed. The order is that of Unicode's bidirectional algorithm (UAX 9)
for one line without embeddings, which nothing printed here can hold: direction marks are dropped before. Its rule on
paired brackets (N0) is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_TATWEEL, _LAM = "\N{ARABIC TATWEEL}", "\N{ARABIC LETTER LAM}"
_MIRRORED = str.maketrans("()<>[]{}«»‹›", ")(><][}{»«›‹")
_NUMBERS, _NEUTRAL = ("EN", "AN"), ("B", "S", "WS", "ON")


def _named_forms() -> tuple[dict[str, dict[str, str]], dict[str, dict[str, str]]]:
    """By letter, and by lam with its alef, the sign for each of its forms."""
    letters: dict[str, dict[str, str]] = {}
    pairs: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)):
        form, *parts = unicodedata.decomposition(chr(code)).split() or [""]
        letter = "".join(chr(int(part, 16)) for part in parts)
        if len(letter) == 1:
            letters.setdefault(letter, {}).setdefault(form, chr(code))
        elif len(letter) == 2 and letter[0] == _LAM and letter[1] in "آأإا":
            pairs.setdefault(letter, {}).setdefault(form, chr(code))
    return letters, pairs


_FORMS, _LAM_ALEF = _named_forms()


def unjoined(sign: str) -> bool:
    """Whether this sign would be drawn wrongly: a letter of a joining script whose forms are not known here."""
    if unicodedata.bidirectional(sign) == "AL":
        return sign not in _FORMS and unicodedata.category(sign) == "Lo" and ord(sign) < 0xFB50
    return unicodedata.bidirectional(sign) == "R" and not 0x590 <= ord(sign) < 0x600 and ord(sign) < 0xFB1D


def visual(text: str) -> str:
    """One line as it is drawn from left to right; text without a letter from the right comes back as it is."""
    if not _FROM_THE_RIGHT.search(text):
        return text
    return _ordered(_joined(text))


def _joined(text: str) -> str:
    """The Arabic letters in the forms that their neighbours ask for; marks above and below change nothing."""
    letters = [at for at, sign in enumerate(text) if unicodedata.category(sign) != "Mn"]
    shown = list(text)
    skipped = -1
    for place, at in enumerate(letters):
        sign = text[at]
        if at == skipped or sign not in _FORMS:
            continue
        before = place > 0 and _reaches_on(text[letters[place - 1]]) and _reaches_back(sign)
        after = place + 1 < len(letters) and _reaches_on(sign) and _reaches_back(text[letters[place + 1]])
        pair = text[at : at + 2]
        if pair in _LAM_ALEF:
            shown[at], shown[at + 1] = _LAM_ALEF[pair]["<final>" if before else "<isolated>"], ""
            skipped = at + 1
            continue
        form = ("<medial>" if after else "<final>") if before else ("<initial>" if after else "<isolated>")
        shown[at] = _FORMS[sign].get(form, sign)
    return "".join(shown)


def _reaches_on(sign: str) -> bool:
    return sign == _TATWEEL or "<initial>" in _FORMS.get(sign, ())


def _reaches_back(sign: str) -> bool:
    return sign == _TATWEEL or "<final>" in _FORMS.get(sign, ())


def _ordered(text: str) -> str:
    kinds = [unicodedata.bidirectional(sign) or "L" for sign in text]
    base = next((int(kind != "L") for kind in kinds if kind in ("L", "R", "AL")), 0)
    levels = _levels(kinds, base)
    # L1: white space at the end of a line belongs to the line.
    end = len(text.rstrip())
    levels[end:] = [base] * (len(text) - end)
    # L3: a mark stays after the letter that carries it.
    clusters: list[tuple[int, str]] = []
    for sign, level in zip(text, levels, strict=True):
        if clusters and unicodedata.category(sign) == "Mn":
            clusters[-1] = (clusters[-1][0], clusters[-1][1] + sign)
        else:
            clusters.append((level, sign.translate(_MIRRORED) if level % 2 else sign))
    # L2: from the highest level to the lowest that is odd, what lies at or above it is turned around.
    for level in range(max(levels), 0, -1):
        at = 0
        while at < len(clusters):
            until = at
            while until < len(clusters) and clusters[until][0] >= level:
                until += 1
            clusters[at:until] = reversed(clusters[at:until])
            at = until + 1
    return "".join(sign for _, sign in clusters)


def _levels(given: Sequence[str], base: int) -> list[int]:
    """The level of each sign by the rules W1 to W7, N1, N2, I1 and I2; even levels run from left to right."""
    kinds = list(given)
    start = "R" if base else "L"
    _weak(kinds, start)
    at = 0
    while at < len(kinds):
        until = at
        while until < len(kinds) and kinds[until] in _NEUTRAL:
            until += 1
        if until > at:
            sides = (kinds[at - 1] if at else start, kinds[until] if until < len(kinds) else start)
            left, right = ("R" if side in _NUMBERS else side for side in sides)
            kinds[at:until] = [left if left == right else start] * (until - at)
        at = until + 1
    above = ({"L": 0, "R": 1, "EN": 2, "AN": 2}, {"L": 1, "R": 0, "EN": 1, "AN": 1})[base]
    return [base + above[kind] for kind in kinds]


def _weak(kinds: list[str], start: str) -> None:
    """W1 to W7, in place: what numbers, marks and separators count as."""
    strong = start
    for at, kind in enumerate(kinds):
        if kind in ("NSM", "BN"):
            kinds[at] = kinds[at - 1] if at else start
        if kinds[at] in ("L", "R", "AL"):
            strong = kinds[at]
        elif kinds[at] == "EN" and strong == "AL":
            kinds[at] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        around = (kinds[at - 1], kinds[at + 1])
        if (kinds[at] == "ES" and around == ("EN", "EN")) or (
            kinds[at] == "CS" and around in (("EN", "EN"), ("AN", "AN"))
        ):
            kinds[at] = around[0]
    for way in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        for at in way:
            beside = kinds[at - 1] if way.step > 0 else kinds[at + 1]
            if kinds[at] == "ET" and beside == "EN":
                kinds[at] = "EN"
    kinds[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in kinds]
    strong = start
    for at, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
