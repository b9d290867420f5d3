"""What takes the place of the details while something is brought in by hand: the page keeps one such form at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

if TYPE_CHECKING:
    from pathlib import Path

    from ui.frame import Frame
    from ui.session import Session


class Form(QFrame):
    """Says *closed()* when it is put away, *found(key)* when it has led to an application, *brought(what)* when it has
    led to lines of a list or to a folder on a server, *laid()* when what is in it was made anew. A `wide` one takes
    more of the page.
    """

    closed = Signal()
    found = Signal(str)
    brought = Signal(object)
    laid = Signal()
    wide = False

    @property
    def draft(self) -> Draft:
        """What is typed at the moment."""
        raise NotImplementedError

    def take(self, files: list[Path]) -> bool:
        """Files were dropped on the page: whether they are this form's, else they are imported."""
        del files
        return False

    def arrive(self) -> None:
        """Go to the first field."""
        raise NotImplementedError


class Draft(Protocol):
    """What was typed in a form so far: kept over a rebuilt window, in which it makes the form anew."""

    def form(self, session: Session, frame: Frame) -> Form: ...
