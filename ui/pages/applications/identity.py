"""Who an application is from: proposed by the import, put right where it stands, the proposal kept in sight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from smes_panel.gestures.applications import CorrectIdentity
from smes_panel.model.application import Identity
from smes_panel.model.words import Language
from ui.theme import look
from ui.widgets.inplace import Choice, Line, Prose
from ui.widgets.label import Elided, Label
from ui.wording import Tongue
from ui.wording import applications as w

if TYPE_CHECKING:
    from smes_panel.queries.answers import Application
    from ui.session import Session

_LINES = {"name": w.NAME, "email": w.EMAIL, "phone": w.PHONE, "salutation": w.SALUTATION}
_ORDER = ("name", "email", "phone", "address", "language", "salutation")
LANGUAGES = tuple(Language)


class Address(Prose):
    """Up to five lines: Shift and Enter begin the next one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
        else:
            super().keyPressEvent(event)


@final
class IdentityFields(QWidget):
    """Fields that are kept one by one as they are left; says *left()* when Escape or Enter leaves them for the list."""

    left = Signal()

    def __init__(self, session: Session, tongue: Tongue) -> None:
        super().__init__()
        self._session, self._tongue = session, tongue
        self._shown: Application | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look().px(4))
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, look().px(78))
        grid.setColumnStretch(1, 1)
        self.lines: dict[str, Line] = {}
        self._read: dict[str, Elided] = {}
        for place, part in enumerate(_ORDER):
            words = tongue(w.ADDRESS if part == "address" else w.LANGUAGE if part == "language" else _LINES[part])
            label = Label(words, "dense", "ink2")
            label.setFixedHeight(look().px(26))
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(self._field(part, words))
            read = self._read[part] = Elided("", "caption", "ink3")
            read.setContentsMargins(look().px(9), 0, 0, look().px(3))
            read.setMinimumWidth(0)
            cell.addWidget(read)
            grid.addLayout(cell, place, 1)

    def _field(self, part: str, name: str) -> QWidget:
        if part == "language":
            self.language = Choice(tuple(one.value.upper() for one in LANGUAGES), name)
            self.language.chosen.connect(lambda place: self._correct("language", LANGUAGES[place]))
            held = QWidget()
            row = QHBoxLayout(held)
            row.setContentsMargins(look().px(6), 0, 0, 0)
            row.addWidget(self.language)
            row.addStretch(1)
            return held
        settle: Callable[[str], bool] = lambda text, part=part: self._correct(part, text.strip())  # type: ignore[misc]  # noqa: E731
        if part == "address":
            self.address = Address(name, settle)
            self.address.setAccessibleDescription(self._tongue(w.ADDRESS_KEYS))
            self.address.left.connect(self.left)
            held = QWidget()
            row = QHBoxLayout(held)
            row.setContentsMargins(look().px(3), 0, 0, 0)
            row.addWidget(self.address)
            return held
        line = self.lines[part] = Line(name, settle, "name" if part == "name" else "dense")
        line.left.connect(self.left)
        return line

    def show_one(self, application: Application) -> None:
        """Show who it is from; what is being typed stays."""
        another = self._shown is None or self._shown.id != application.id
        self._shown = application
        identity, proposed, hint = application.identity, application.proposed, self._tongue(w.TO_FILL)
        for part, line in self.lines.items():
            line.show_text(getattr(identity, part), hint, force=another)
        self.address.show_text(identity.address, hint, force=another)
        self.language.show_choice(LANGUAGES.index(identity.language) if identity.language else None)
        for part, label in self._read.items():
            value = getattr(proposed, part)
            told = value and value != getattr(identity, part)
            label.setVisible(bool(told))
            if told:
                said = " / ".join(str(value).splitlines()) if part != "language" else self._tongue(w.TONGUES[value])
                label.say(self._tongue(w.READ_PROPOSAL, value=said))

    def commit(self) -> None:
        """Have what is being typed kept."""
        for line in self.lines.values():
            line.commit()
        self.address.commit()

    def _correct(self, part: str, value: str | Language) -> bool:
        shown = self._shown
        if shown is None or getattr(shown.identity, part) == value:
            return True
        identity: Identity = replace(shown.identity, **{part: value})  # type: ignore[arg-type]
        return self._session.do(CorrectIdentity(shown.id, identity))
