"""The card on the desk in place of a document that does not show: what happened, what is kept, what to do."""

from __future__ import annotations

from typing import final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.field import PassphraseField
from ui.widgets.label import Label
from ui.widgets.notice import Matter, Notice
from ui.wording import Tongue
from ui.wording import reader as w


@final
class Trouble(QScrollArea):
    """Says *unlocked(password)*, *outside()* when the original is to be opened elsewhere, *passed()* for the next
    document.
    """

    unlocked = Signal(str)
    outside = Signal()
    passed = Signal()

    def __init__(self, tongue: Tongue, who: str, matter: str, *, may_leave: bool, others: bool) -> None:
        super().__init__()
        self._tongue = tongue
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("reader")
        leaf = QWidget()
        leaf.setObjectName("paperDesk")
        across = QHBoxLayout(leaf)
        column = QVBoxLayout()
        across.addStretch(1)
        across.addLayout(column, 6)
        across.addStretch(1)
        happened, todo = w.CARDS[matter]
        title = tongue(w.LOCKED_TITLE if matter == "protected" else w.CARD_TITLE, document=who)
        parts = (
            (tongue(w.HAPPENED), tongue(happened)),
            (tongue(w.KEPT), tongue(w.IS_KEPT)),
            (tongue(w.TO_DO), tongue(todo)),
        )
        picture = "lock" if matter == "protected" else "file-x"
        self.notice = Notice(Matter(title, parts, picture, state=tongue(w.GO_ON)))
        column.addStretch(1)
        column.addWidget(self.notice)
        inside = self.notice.layout()
        assert isinstance(inside, QVBoxLayout)
        self.password: PassphraseField | None = None
        self.said = Label("", "dense", "bad", wrap=True)
        self.said.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(look().px(8))
        if matter == "protected":
            inside.addSpacing(look().px(8))
            field = self.password = PassphraseField(tongue(w.PASSWORD), tongue(w.SHOW), tongue(w.HIDE))
            field.setPlaceholderText(tongue(w.PASSWORD))
            field.returnPressed.connect(self._give)
            inside.addWidget(field)
            inside.addWidget(self.said)
            give = Button(tongue(w.UNLOCK), "primary")
            give.clicked.connect(self._give)
            buttons.addWidget(give)
        if may_leave:
            self.original = Button(tongue(w.OPEN_ORIGINAL))
            self.original.clicked.connect(self.outside)
            buttons.addWidget(self.original)
        if others:
            further = Button(tongue(w.OTHER_DOCUMENT), "quiet")
            further.clicked.connect(self.passed)
            buttons.addWidget(further)
        buttons.addStretch(1)
        inside.addSpacing(look().px(8))
        inside.addLayout(buttons)
        column.addStretch(2)
        self.setWidget(leaf)
        self.setAccessibleName(self.notice.accessibleName())

    def _give(self) -> None:
        if self.password is not None and self.password.text():
            self.unlocked.emit(self.password.text())

    def tell(self, sentence: str) -> None:
        """Say why the password will not do, under it; what was typed stays, selected."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        if self.password is not None and sentence:
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            self.password.selectAll()

    def take_focus(self) -> None:
        """Go to what there is to do."""
        first: QWidget | None = self.password or next(iter(self.findChildren(Button)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
