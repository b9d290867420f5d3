"""Text in the three languages of the house."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


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


_UNFOLDED = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ł": "l", "ĳ": "ij", "’": "'", "ø": "o", "đ": "d"})
_FOREIGN = re.compile(r"[^\x00-\x7f]+")


def searchable(text: str) -> str:
    """Text as search compares it: lower case, no accents, ligatures apart. Both sides go through this."""
    # Only what is not ASCII is looked at: the text of every document goes through this.
    return _FOREIGN.sub(_plain, text.casefold())


def _plain(found: re.Match[str]) -> str:
    decomposed = unicodedata.normalize("NFKD", found[0].translate(_UNFOLDED))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
