"""What every gesture is: a small frozen value that checks its rule and makes its strokes, once, here."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import ClassVar

from smes_panel.errors import PanelError
from smes_panel.queries import Queries
from smes_panel.store import Pen


@dataclass(frozen=True, slots=True)
class Gesture(ABC):
    """A thing a person did. Its class name is its label in the journal; it is never carried out again elsewhere."""

    undoable: ClassVar[bool] = True
    """Whether it can be taken back. What was handed in, opened or erased is revised instead."""

    @property
    def label(self) -> str:
        """The word for it in the journal."""
        return type(self).__name__

    def remembered(self) -> Gesture:
        """What the undo stack keeps of it, to name it by: itself, without the bytes of documents."""
        return self

    @abstractmethod
    def make(self, pen: Pen, read: Queries) -> None:
        """Checks the rule against `read` and writes with `pen`. Raises Refused, and then nothing was done."""


@dataclass(frozen=True, slots=True)
class Together(Gesture):
    """Several gestures of one kind as one: all or none, and one step back.

    `places` say where each stood ("ratings.csv, line 7: "), for the refusal that names it.
    """

    gestures: tuple[Gesture, ...]
    places: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return self.gestures[-1].label if self.gestures else "Together"

    def remembered(self) -> Gesture:
        return replace(self, gestures=tuple(gesture.remembered() for gesture in self.gestures))

    def make(self, pen: Pen, read: Queries) -> None:
        for place, gesture in enumerate(self.gestures):
            try:
                gesture.make(pen, read)
            except PanelError as refusal:
                where = self.places[place] if self.places else ""
                raise type(refusal)(f"{where}{refusal}") from refusal
