"""Where one is on the page, as a rebuilt window is told."""

from __future__ import annotations

from dataclasses import dataclass

from smes_panel.model.vacancy import Stage
from ui.pages.evaluate.keys import Pane
from ui.pages.evaluate.own import Beside

_NOTHING = Beside()


@dataclass(frozen=True, slots=True)
class Declaring:
    """A conflict of interest that is being declared: with which application, of which kind, in which words."""

    application: str
    kind: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is on this page: kept over a rebuild. `left_only` shows what remains, `whole` the document and the open
    criterion alone, `reread` the list though all is handed in. `sought` is for the document shown next: what was
    searched, and how many of its places come before the one to open it at. `leaving` is while one is asked whether it
    goes to another program, `declaring` while a conflict of interest is being declared. `beside` is what one sees
    alone, `exercising` who (by id) has the fictitious candidate on the page, `told` whether the answers stand by
    the anchors there, `exercised` who went on from it.
    """

    stage: Stage = Stage.SCREENING
    application: str = ""
    code: str = ""
    document: str = ""
    page: int = 0
    pane: Pane = "checklist"
    left_only: bool = False
    whole: bool = False
    reread: bool = False
    sought: tuple[str, int] | None = None
    leaving: bool = False
    declaring: Declaring | None = None
    beside: Beside = _NOTHING
    exercising: str = ""
    told: bool = False
    exercised: str = ""
