"""What a decision letter costs beside bare reportlab drawing the same strings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import cycle
from pathlib import Path

from benchmarks.drawn import bare, drawn
from benchmarks.measuring import Figure, Size, paired
from smes_panel.model.decision import LetterKind
from smes_panel.model.letter import LetterFacts
from smes_panel.model.placeholder import PLACEHOLDERS
from smes_panel.model.words import Language
from smes_panel.paper import letter as room
from smes_panel.paper.letter import letter_pdf


def facts(kind: LetterKind, language: Language) -> LetterFacts:
    """A letter whose blanks are filled with their samples."""
    values = {name: one.sample.said(language) for name, one in PLACEHOLDERS.items()}
    lines = ("Yasmina Modèle", "avenue du Spécimen 48", "1060 Saint-Gilles")
    return LetterFacts(kind, language, "K-04", date(2022, 6, 24), lines, values)


def bench(_folder: Path, size: Size) -> Iterator[Figure]:
    letters = [facts(kind, language) for kind in LetterKind for language in (Language.FR, Language.NL)]
    strokes = [drawn(room, partial(letter_pdf, letter)) for letter in letters]
    yield paired(
        "a letter, all ten in turn",
        "bare reportlab, the same strings",
        size.pairs,
        cycle([partial(letter_pdf, letter) for letter in letters]),
        cycle([partial(bare, one) for one in strokes]),
    )
