"""Where in one application the search found something: a line a document or a comment, each with its passage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from smes_panel.model.application import DocumentKind
from smes_panel.queries.answers import Hit
from ui.frame import Spot
from ui.theme import look
from ui.widgets.found import FoundLine
from ui.widgets.label import Label
from ui.wording import Tongue
from ui.wording import applications as w

_MOST = 8


@final
class Found(QFrame):
    """Says *opened(Spot)* when one is to be read where it stands. Empty while nothing is sought."""

    opened = Signal(object)

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, look().px(4), 0, look().px(6))
        self._column.setSpacing(0)
        self.lines: list[FoundLine] = []
        self._spots: list[Spot] = []
        self.hide()

    def show_hits(self, application: str, words: str, hits: Sequence[Hit], leads: Callable[[Hit], bool]) -> bool:
        """Show these, less the name, which stands above already. Whether the lines are others than before."""
        told = [hit for hit in hits if hit.where != "name"]
        asked = (application, words, tuple(told))
        if asked == self._shown:
            return False
        self._shown = asked
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines, self._spots = [], []
        if told:
            self._column.addWidget(Label(self._tongue.counted(w.FOUND, len(told)), "dense", "ink2", bold=True))
        for hit in told[:_MOST]:
            line = FoundLine(_picture(hit), self._place(hit), hit.passage.pieces, leads=leads(hit))
            if leads(hit):
                spot = _spot(application, words, hit)
                self._spots.append(spot)
                line.clicked.connect(partial(self.opened.emit, spot))
            self._column.addWidget(line)
            self.lines.append(line)
        if len(told) > _MOST:
            self._column.addWidget(Label(self._tongue(w.MORE_FOUND, n=len(told) - _MOST), "dense", "ink2"))
        self.setVisible(bool(told))
        return True

    def spot(self) -> Spot | None:
        """The first of the places that lead somewhere."""
        return self._spots[0] if self._spots else None

    def _place(self, hit: Hit) -> str:
        tongue = self._tongue
        if hit.document is not None:
            return tongue(w.FOUND_IN, kind=tongue(w.KINDS[hit.document.kind]), name=hit.document.name)
        if hit.stage is not None:
            return tongue(w.FOUND_IN_COMMENT, number=hit.criterion[1:].lstrip("0"))
        return tongue(w.FOUND_IN_FIELD[hit.where])


def _picture(hit: Hit) -> str:
    if hit.document is None:
        return "message-square" if hit.stage is not None else "users"
    return "mail" if hit.document.kind is DocumentKind.MESSAGE else "file-text"


def _spot(application: str, words: str, hit: Hit) -> Spot:
    if hit.document is not None:
        return Spot(application, hit.document.id, words, hit.passage.before)
    return Spot(application, stage=hit.stage.value if hit.stage is not None else "", code=hit.criterion)
