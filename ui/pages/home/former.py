"""The former dossier that a new one starts from: which it is, and the passphrase that opens it to be read."""

from __future__ import annotations

from pathlib import Path
from typing import final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.field import PassphraseField
from ui.widgets.label import Label
from ui.wording import Tongue
from ui.wording import home as w


@final
class FormerChoice(QWidget):
    """Says *wanted()* when a file is to be chosen and *given(passphrase)* when the one that is chosen is to be read."""

    wanted = Signal()
    given = Signal(str)

    def __init__(self, tongue: Tongue, file: Path | None, typed: str) -> None:
        super().__init__()
        self.setObjectName("clear")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        line = QHBoxLayout()
        line.setSpacing(look().px(10))
        self.choose = Button(tongue(w.CHOOSE_FORMER), picture="folder-open")
        self.choose.clicked.connect(self.wanted)
        line.addWidget(self.choose)
        line.addWidget(Label(file.name if file else "", "body", bold=True, wrap=True), 1)
        column.addLayout(line)
        label = Label(tongue(w.FORMER_PASSPHRASE), "name")
        self.passphrase = PassphraseField(tongue(w.FORMER_PASSPHRASE), tongue(w.SHOW), tongue(w.HIDE))
        self.passphrase.setText(typed)
        label.setBuddy(self.passphrase)
        self.read = Button(tongue(w.READ_FORMER))
        row = QHBoxLayout()
        row.setSpacing(look().px(10))
        row.addWidget(self.passphrase, 1)
        row.addWidget(self.read)
        column.addWidget(label)
        column.addLayout(row)
        for part in (label, self.passphrase, self.read):
            part.setVisible(file is not None)
        self.passphrase.returnPressed.connect(self._give)
        self.read.clicked.connect(self._give)
        column.addWidget(Label(tongue(w.FORMER_SENTENCE), "dense", "ink2", wrap=True))
        column.addStretch(1)

    def _give(self) -> None:
        if self.passphrase.text():
            self.given.emit(self.passphrase.text())
