"""Text in the three languages of the house."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

_NBSP = "\N{NO-BREAK SPACE}"


class Language(StrEnum):
    """A language that the interface, a criterion or a letter can be in (ISO 639-1)."""

    FR = "fr"
    NL = "nl"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in French, Dutch and English. An empty string means "not written yet"."""

    fr: str = ""
    nl: str = ""
    en: str = ""

    def said(self, language: Language) -> str:
        """These words in `language`; where they are not written yet, in the first language they have."""
        spoken = {Language.FR: self.fr, Language.NL: self.nl, Language.EN: self.en}
        return spoken[language] or self.fr or self.nl or self.en

    def __bool__(self) -> bool:
        return bool(self.fr or self.nl or self.en)


def typeset(text: str, language: Language) -> str:
    """Our own words as they are printed: in French, no-break spaces before ? ! : ; » and after «."""
    if language is not Language.FR:
        return text
    return re.sub(r"« ", f"«{_NBSP}", re.sub(r" (?=[?!:;»])", _NBSP, text))


_UNFOLDED = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ĳ": "ij", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t"}
    | {"ı": "i"}
    | dict.fromkeys("’‘ʼʻ´", "'")
)
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_MOST_SIGNS = 20_000


class _Folded(dict[int, str]):
    """Each sign as search compares it, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        if len(self) > _MOST_SIGNS:
            self.clear()
        sign, before = chr(point), ""
        # What comes out may have another form of its own: a mathematical capital is a capital first.
        while sign != before:
            before = sign
            decomposed = unicodedata.normalize("NFKD", sign.casefold().translate(_UNFOLDED))
            sign = "".join(c for c in decomposed if not (unicodedata.combining(c) or unicodedata.category(c) == "Cf"))
        self[point] = sign
        return sign


_SIGNS = _Folded()


def searchable(text: str) -> str:
    """Text as search compares it: lower case, no accents, ligatures apart, nothing that is not seen. Both sides go
    through this, and it takes each sign by itself, so that a place in the one is a place in the other.
    """
    # Only what is not ASCII is looked at: the text of every document goes through this.
    return _FOREIGN.sub(_plain, text).lower()


def _plain(found: re.Match[str]) -> str:
    return found[0].translate(_SIGNS)


class Places:
    """Where each sign of the searchable form of a text stood in the text itself."""

    def __init__(self, text: str) -> None:
        self.text, self.folded = text, searchable(text)
        # Beyond each run of signs that are not ASCII the two go side by side again.
        self._ends, self._runs, grown = [0], [(0, "")], 0
        for run in _FOREIGN.finditer(text):
            start = run.start() + grown
            grown += len(_plain(run)) - len(run[0])
            self._ends.append(start)
            self._runs.append((run.start(), run[0]))

    def source(self, place: int) -> int:
        """The place in the text of the sign that stands at this place of the searchable form; its length at the end."""
        at = bisect_right(self._ends, place) - 1
        start, run = self._runs[at]
        left = place - self._ends[at]
        for sign in run:
            width = len(_SIGNS[ord(sign)])
            if left < width:
                return start
            left -= width
            start += 1
        return start + left
