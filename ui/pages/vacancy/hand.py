"""How a change is asked for: done at once or, after the freeze, when its reason is given in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from smes_panel.model.words import Language, Words
from ui.wording import Tongue
from ui.wording import vacancy as w

if TYPE_CHECKING:
    from smes_panel.gestures.gesture import Gesture
    from smes_panel.model.vacancy import Criterion
    from smes_panel.queries import Queries
    from ui.session import Session

    Make = Callable[[Queries, str], Gesture]
    """The gesture, from what stands when it is made and the reason given for it."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change that somebody asked for; `what` it is about, in words."""

    what: str
    make: Make


@dataclass(frozen=True, slots=True)
class Hand:
    """What the parts of the page write with. `ask` answers False where the change waits for its reason."""

    tongue: Tongue
    session: Session
    ask: Callable[[Change], bool]

    def about(self, criterion: Criterion, part: str) -> str:
        """A part of a criterion as the question for the reason names it."""
        return self.tongue(w.ABOUT, number=criterion.number, what=self.tongue(w.PARTS[part]))

    def hint(self, words: Words, language: Language, otherwise: Words = w.NOT_WRITTEN) -> str:
        """What stands in an empty field: the same words in another language, or that there are none."""
        if words and not spoken(words, language):
            return self.tongue(w.TO_TRANSLATE, said=self.tongue(words))
        return self.tongue(otherwise)

    def lacking(self, words: Words) -> tuple[str, str]:
        """The languages that words which are there in another lack: as a mark, and said."""
        mark = " ".join(one.value.upper() for one in missing(words))
        return mark, self.tongue(w.LACKS, languages=mark) if mark else ""


def spoken(words: Words, language: Language) -> str:
    """The words in exactly this language."""
    return {Language.FR: words.fr, Language.NL: words.nl, Language.EN: words.en}[language]


def missing(words: Words) -> tuple[Language, ...]:
    """The languages that are missing of words written in another."""
    return tuple(one for one in Language if words and not spoken(words, one))


def reworded(words: Words, language: Language, text: str) -> Words:
    """The words with this text in this language."""
    match language:
        case Language.FR:
            return replace(words, fr=text)
        case Language.NL:
            return replace(words, nl=text)
        case Language.EN:
            return replace(words, en=text)
