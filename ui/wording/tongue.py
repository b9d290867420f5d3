"""Saying words in the language of the moment: fields filled, plurals right."""

from __future__ import annotations

from dataclasses import dataclass

from smes_panel.model.words import Language, Words


@dataclass(frozen=True, slots=True)
class Counted:
    """Words that depend on a number, said as `{n}`. French says none in the singular, Dutch and English do not."""

    one: Words
    many: Words

    def of(self, number: float, language: Language) -> Words:
        alone = abs(number) < 2 if language is Language.FR else number == 1
        return self.one if alone else self.many


@dataclass(frozen=True, slots=True)
class Tongue:
    """The interface's language. Calling it says words; fields are filled in after the language is chosen."""

    language: Language = Language.FR

    def __call__(self, words: Words, /, **fields: object) -> str:
        said = words.said(self.language)
        return said.format(**fields) if fields else said

    def counted(self, words: Counted, n: int, /, **fields: object) -> str:
        """Words that go with the number `n`."""
        return self(words.of(n, self.language), n=n, **fields)
