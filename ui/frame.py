"""Between the window and its pages: what a page may ask of the frame around it, and what it owes the frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from smes_panel.errors import PanelError
    from ui.comforts import Comforts
    from ui.jobs import Job
    from ui.prompts import Prompts
    from ui.session import Session
    from ui.wording import Tongue


@dataclass(frozen=True, slots=True)
class Spot:
    """Where to go on the page that evaluates: an application (by id), of it a document with the `words` that were
    searched there and how many places they have `before` the one meant, or a stage and the code of a criterion.
    """

    application: str
    document: str = ""
    words: str = ""
    before: int = 0
    stage: str = ""
    code: str = ""


class Frame(Protocol):
    """What a page may ask of the window around it."""

    @property
    def tongue(self) -> Tongue: ...

    @property
    def comforts(self) -> Comforts: ...

    @property
    def prompts(self) -> Prompts: ...

    def go(self, name: str, place: object = None) -> None:
        """Show another page, at a place of that page's own kind where one is given."""

    def say(self, words: str, link: str = "", act: Callable[[], object] | None = None) -> None:
        """One line in the status bar, until the next gesture; `link` does `act`."""

    def show_keys(self) -> None:
        """Have the status bar say the page's keys again, which have become others."""

    def notice(self, title: str, said: str, picture: str) -> None:
        """Something to know, in the notice bar."""

    def choose_member(self) -> None:
        """Ask who is at the screen."""

    def tell(self, refusal: PanelError) -> None:
        """Say why something did not happen, in the notice bar."""

    def run(self, name: str, work: Iterator[object], words: str, *, tell: bool = True) -> Job:
        """Start long work under a name of its own; past half a second it shows a row with its progress and Cancel.

        It goes on when the page goes; a page made meanwhile finds it through `job`. Where `tell` is off, the page says
        a refusal itself.
        """

    def job(self, name: str) -> Job | None:
        """The work under way by that name."""


class Page(Protocol):
    """What the frame asks of a page.

    A page may also have `all_keys`, groups of (title, ((key, what it does), …)) for F1 where the status bar cannot show
    all of them; `reach(sort, code)`, which goes to an "application" by its key or a "criterion" by its code and answers
    whether it could; and `commit()`, which writes down what is being typed before the page goes.
    """

    keys: tuple[tuple[str, str], ...]

    def arrive(self) -> None:
        """Put the focus where one goes on."""

    def seek(self) -> bool:
        """Go to the page's search, if it has one."""

    @property
    def place(self) -> object:
        """Where one is, to be given to the page that takes this one's place in a rebuilt window."""


class Maker(Protocol):
    """`made`, which each page's room in `ui.pages` says: a page on an open dossier, at the place one left it."""

    def __call__(self, session: Session, frame: Frame, place: object) -> QWidget: ...
