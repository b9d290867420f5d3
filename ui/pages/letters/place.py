"""Where one is on the page of letters, as a rebuilt window is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from smes_panel.model.decision import LetterKind
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language


@dataclass(frozen=True, slots=True)
class Which:
    """A text: of all letters of a kind in a language, or of the letter to one application (by id) alone."""

    kind: LetterKind
    language: Language
    application: str = ""


@dataclass(frozen=True, slots=True)
class Writing:
    """Which texts are written in: their languages, none for that of the person shown, and whether it is that person's
    text alone, None for whether they have one. `compared` shows that one beside the template. `unkept` is what was
    written and not kept.
    """

    languages: tuple[Language, ...] = ()
    alone: bool | None = None
    compared: bool = False
    unkept: Mapping[Which, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is on this page. `kind` is empty for all that the outcomes ask for; `dated` is the day that letters
    bear, none for today. `text` is whether the text stands there in place of the fields.
    """

    stage: Stage = Stage.SCREENING
    kind: LetterKind | None = None
    key: str = ""
    dated: date | None = None
    framed: bool = False
    text: bool = False
    writing: Writing = field(default_factory=Writing)
