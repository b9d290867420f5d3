"""A paper application entered by hand: who it is from, when it came, a note, and what was scanned of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from smes_panel.model.application import Identity
from smes_panel.model.words import Language
from ui.pages.applications.bringing import ATTACH, typing_in
from ui.pages.applications.form import Form
from ui.pages.applications.identity import LANGUAGES, Address
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.field import ReasonField
from ui.widgets.inplace import Choice
from ui.widgets.label import Elided, Label
from ui.widgets.marks import Icon, Rule
from ui.wording import applications as w
from ui.wording import dates
from ui.wording import importing as i

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.jobs import Outcome
    from ui.session import Session

_TYPED = {
    "name": w.NAME,
    "received": w.PAPER_RECEIVED,
    "email": w.EMAIL,
    "phone": w.PHONE,
    "salutation": w.SALUTATION,
    "note": w.NOTE,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed so far: kept over a rebuilt window."""

    typed: tuple[tuple[str, str], ...] = ()
    address: str = ""
    language: Language | None = None
    files: tuple[Path, ...] = ()

    def form(self, session: Session, frame: Frame) -> PaperForm:
        return PaperForm(session, frame, self)


@final
class PaperForm(Form):
    """Leads to the application that was entered."""

    def __init__(self, session: Session, frame: Frame, draft: Draft) -> None:
        super().__init__()
        self._session, self._frame, self.files = session, frame, draft.files
        tongue = self._tongue = frame.tongue
        self._language = draft.language
        self.setAccessibleName(tongue(w.PAPER_TITLE))
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(16), look().px(12), look().px(14), look().px(10))
        column.setSpacing(look().px(6))
        column.addWidget(Label(tongue(w.PAPER_TITLE), "h2"))
        column.addWidget(Label(tongue(w.PAPER_SENTENCE), "dense", "ink2", wrap=True))
        column.addSpacing(look().px(4))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look().px(8))
        grid.setVerticalSpacing(look().px(7))
        grid.setColumnMinimumWidth(0, look().px(78))
        self.fields: dict[str, ReasonField] = {}
        typed = dict(draft.typed)
        for place, (part, words) in enumerate(_TYPED.items()):
            field = self.fields[part] = ReasonField(tongue(w.PAPER_WHEN) if part == "received" else "", tongue(words))
            field.setText(typed.get(part, ""))
            field.gave_up.connect(self.closed)
            field.returnPressed.connect(self._give)
            grid.addWidget(Label(tongue(words), "dense", "ink2"), place, 0)
            grid.addWidget(field, place, 1)
        if not typed:
            now = dates.here(datetime.now(UTC))
            self.fields["received"].setText(f"{now:%d/%m/%Y %H:%M}")
        self.address = Address(tongue(w.ADDRESS), lambda _text: False)
        self.address.setProperty("framed", True)
        self.address.setProperty("inplace", False)
        self.address.setPlainText(draft.address)
        self.address.left.connect(self.closed)
        grid.addWidget(Label(tongue(w.ADDRESS), "dense", "ink2"), len(_TYPED), 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.address, len(_TYPED), 1)
        self.language = Choice(tuple(one.value.upper() for one in LANGUAGES), tongue(w.LANGUAGE))
        self.language.show_choice(LANGUAGES.index(draft.language) if draft.language else None)
        grid.addWidget(Label(tongue(w.LANGUAGE), "dense", "ink2"), len(_TYPED) + 1, 0)
        grid.addWidget(self.language, len(_TYPED) + 1, 1, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(grid)
        self._pieces = QVBoxLayout()
        column.addLayout(self._pieces)
        self.attach = Button(tongue(w.ATTACH), small=True, picture="file-plus")
        self.attach.clicked.connect(self._attach)
        column.addWidget(self.attach)
        column.addStretch(1)
        column.addWidget(Rule())
        row = QHBoxLayout()
        row.setContentsMargins(0, look().px(4), 0, 0)
        self.cancel = Button(tongue(w.CANCEL), small=True)
        self.cancel.clicked.connect(self.closed)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.add = Button(tongue(w.PAPER_ADD), "primary", small=True)
        self.add.clicked.connect(self._give)
        row.addWidget(self.add)
        column.addLayout(row)
        self._show_files()

    @property
    def draft(self) -> Draft:
        """What is typed at the moment."""
        place = self.language.current()
        language = LANGUAGES[place] if place >= 0 else None
        typed = tuple((part, field.text()) for part, field in self.fields.items())
        return Draft(typed, self.address.toPlainText(), language, self.files)

    @property
    def identity(self) -> Identity:
        """Who it is from, as typed."""
        said = {part: self.fields[part].text().strip() for part in ("name", "email", "phone", "salutation")}
        draft = self.draft
        return Identity(**said, address=draft.address.strip(), language=draft.language)

    def take(self, files: list[Path]) -> bool:
        """Attach these files too."""
        self.files = (*self.files, *(one for one in files if one not in self.files))
        self._show_files()
        return True

    def _give(self) -> None:
        if not self.identity.name:
            self.fields["name"].ask()
        elif self._frame.job(ATTACH) is None:
            typed = {part: field.text() for part, field in self.fields.items()}
            work = typing_in(self._session, self.identity, typed["received"], typed["note"], self.files)
            self._frame.run(ATTACH, work, self._tongue(i.ATTACHING)).ended.connect(self._given)

    def _given(self, outcome: Outcome) -> None:
        if outcome.done and outcome.value:
            self.found.emit(str(outcome.value))

    def _attach(self) -> None:
        self.take(self._frame.prompts.files_to_take(self, self._tongue(w.ATTACH), self._tongue(i.FILES_TO_IMPORT)))

    def _show_files(self) -> None:
        while (item := self._pieces.takeAt(0)) is not None:
            if (layout := item.layout()) is not None:
                while (one := layout.takeAt(0)) is not None:
                    if (widget := one.widget()) is not None:
                        widget.hide()
                        widget.deleteLater()
        for path in self.files:
            row = QHBoxLayout()
            row.setSpacing(look().px(6))
            row.addWidget(Icon("file-text", "ink2", 15))
            row.addWidget(Elided(path.name, "dense"), 1)
            self._pieces.addLayout(row)

    def arrive(self) -> None:
        """Go to the first field."""
        self.fields["name"].setFocus(Qt.FocusReason.OtherFocusReason)
