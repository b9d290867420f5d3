"""One application beside the list: who, what came, what is in order and what a person has to settle."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from smes_panel.model.application import DocumentKind, Timeliness
from ui.theme import look
from ui.widgets.cells import ChipCell
from ui.widgets.label import Elided, Label, Tone
from ui.widgets.marks import Icon, Rule
from ui.wording import Tongue, dates
from ui.wording import applications as w

if TYPE_CHECKING:
    from smes_panel.queries.answers import Application

_MISSING = {DocumentKind.CV.value: w.MISSING_CV, DocumentKind.LETTER.value: w.MISSING_LETTER}


def state_of(tongue: Tongue, line: Application) -> ChipCell:
    """The one thing to know first: what was decided, else what is the matter, else that all is there."""
    if line.state in w.OUTCOMES:
        return ChipCell(tongue(w.OUTCOMES[line.state]), "accent")
    if line.timeliness is Timeliness.LATE:
        return ChipCell(tongue(w.LATE), "plain", "clock")
    if line.resembles:
        return ChipCell(tongue(w.DUPLICATE), "warn", "copy")
    if line.missing:
        return ChipCell(tongue(_MISSING[line.missing[0]]), "warn", "circle-alert")
    return ChipCell(tongue(w.COMPLETE), "ok", "circle-check")


@final
class Details(QFrame):
    """Made for one line and thrown away for the next."""

    def __init__(self, tongue: Tongue, line: Application) -> None:
        super().__init__()
        self._tongue, self._line = tongue, line
        self.setAccessibleName(tongue(w.DETAILS))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look().px(16), look().px(13), look().px(16), look().px(16))
        self._column.setSpacing(look().px(6))
        name = line.identity.name
        self._column.addWidget(Elided(name or tongue(w.NO_NAME), "h2", "ink" if name else "warn"))
        if line.received_at is None:
            when = tongue(w.DATE_UNKNOWN, key=line.key)
        else:
            when = tongue(w.KEY_AND_DATE, key=line.key, when=dates.received(tongue, line.received_at))
        self._column.addWidget(Elided(when, "dense", "ink2"))
        self._column.addSpacing(look().px(6))
        self._facts()
        self._column.addSpacing(look().px(4))
        self._column.addWidget(Rule())
        self._column.addSpacing(look().px(4))
        self._checks()
        self._column.addStretch(1)

    def _facts(self) -> None:
        tongue, line = self._tongue, self._line
        grid = QGridLayout()
        grid.setHorizontalSpacing(look().px(10))
        grid.setVerticalSpacing(look().px(5))
        grid.setColumnMinimumWidth(0, look().px(78))
        grid.setColumnStretch(1, 1)
        said = line.identity.language
        facts = (
            (w.FROM, line.identity.email),
            (w.PHONE, line.identity.phone),
            (w.SUBJECT, line.subject),
            (w.LANGUAGE, tongue(w.TONGUES[said]) if said else ""),
        )
        for words, value in facts:
            if value:
                row = grid.rowCount()
                grid.addWidget(Label(tongue(words), "dense", "ink2"), row, 0)
                grid.addWidget(Elided(value, "dense"), row, 1)
        if line.proposed.name and line.proposed.name != line.identity.name:
            row = grid.rowCount()
            grid.addWidget(Label(tongue(w.READ_AS), "dense", "ink3"), row, 0)
            grid.addWidget(Elided(line.proposed.name, "dense", "ink3"), row, 1)
        row = grid.rowCount()
        grid.addWidget(Label(tongue(w.PIECES), "dense", "ink2"), row, 0, Qt.AlignmentFlag.AlignTop)
        pieces = QVBoxLayout()
        pieces.setSpacing(look().px(4))
        for document in line.documents:
            piece = QHBoxLayout()
            piece.setSpacing(look().px(5))
            piece.addWidget(Icon("file-text", "ink2", 15))
            piece.addWidget(Label(tongue(w.KINDS[document.kind]), "dense"))
            piece.addWidget(Elided(document.name, "dense", "ink3"), 1)
            pieces.addLayout(piece)
        if not line.documents:
            pieces.addWidget(Label(tongue(w.NO_PIECES), "dense", "warn"))
        grid.addLayout(pieces, row, 1)
        self._column.addLayout(grid)

    def _checks(self) -> None:
        tongue, line = self._tongue, self._line
        match line.timeliness:
            case Timeliness.IN_TIME:
                self._check(tongue(w.IN_TIME_CHECK), "circle-check", "ok")
            case Timeliness.LATE:
                self._check(tongue(w.LATE_CHECK), "clock", "warn")
            case _:
                self._check(tongue(w.UNKNOWN_CHECK), "circle-question-mark", "ink2")
        for kind in line.missing:
            self._check(tongue(_MISSING[kind]).capitalize(), "circle-alert", "warn")
        if not line.missing:
            self._check(tongue(w.PIECES_CHECK), "circle-check", "ok")
        for document in line.documents:
            if document.remark:
                words = tongue(w.NOT_READ, name=document.name)
                self._check(words, "file-x", "warn")
        if line.resembles:
            self._check(tongue(w.DUPLICATE_CHECK), "copy", "warn")
            box = QFrame()
            box.setObjectName("hint")
            inside = QVBoxLayout(box)
            inside.setContentsMargins(look().px(12), look().px(9), look().px(12), look().px(9))
            inside.addWidget(Label(tongue(w.LOOKS_LIKE, keys=", ".join(line.resembles)), "dense", wrap=True))
            self._column.addWidget(box)

    def _check(self, words: str, picture: str, tone: Tone) -> None:
        row = QHBoxLayout()
        row.setSpacing(look().px(9))
        row.addWidget(Icon(picture, tone, 17), 0, Qt.AlignmentFlag.AlignTop)
        asks = tone == "warn"
        row.addWidget(Label(words, "dense", "warn" if asks else "ink", bold=asks, wrap=True), 1)
        self._column.addLayout(row)
