"""Buttons: a verb with its object, an icon before it, the key that does the same after it."""

from __future__ import annotations

from math import ceil
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.theme import icon, look
from ui.theme.painters import cap_width, paint_cap

Kind = Literal["plain", "primary", "quiet", "link"]
_APART = 4
_OTHER_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_INK: dict[Kind, str] = {"plain": "ink", "primary": "onaccent", "quiet": "accent", "link": "accent"}


class Button(QPushButton):
    """A button in the house's look. `key` is drawn as a key cap at its end."""

    def __init__(
        self,
        text: str,
        kind: Kind = "plain",
        *,
        picture: str | None = None,
        key: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._key, self._kind = key, kind
        self.setProperty("kind", kind)
        self.setProperty("small", small)
        self.setFont(look().font("dense" if small else "body", bold=kind != "link"))
        if picture:
            self.setIcon(icon(picture, _INK[kind], apart=_APART))
            self.setIconSize(QSize(look().px(17 + _APART), look().px(17)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if key:
            self.setStyleSheet("text-align: left;")

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self.isCheckable():
            # A chosen segment is set bolder; its neighbours must not move for that.
            plain, bold = (QFontMetricsF(look().font("dense", bold=one)) for one in (False, True))
            wider = bold.horizontalAdvance(self.text()) - plain.horizontalAdvance(self.text())
            hint.setWidth(hint.width() + ceil(wider))
        if self._key:
            hint.setWidth(hint.width() + round(cap_width(self._key)) + look().px(8))
        return hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt leaves Enter to dialogs, and there are none here: a button does what it says by Space and by Enter.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _OTHER_KEYS:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._key:
            painter = QPainter(self)
            left = self.width() - look().px(13) - cap_width(self._key)
            paint_cap(painter, left, self.height() / 2, self._key, on_accent=self._kind == "primary")


def one_stop(group: QButtonGroup) -> None:
    """Have Tab stop at the chosen button of a group, as Qt does after the first visit; the arrows go on from there."""
    for button in group.buttons():
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus)


class Segments(QWidget):
    """One choice among a few, side by side; says *chosen(place)*."""

    chosen = Signal(int)

    def __init__(self, words: tuple[str, ...], current: int, name: str, pictures: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        for place, text in enumerate(words):
            button = Button(text, small=True, picture=pictures[place] if pictures else None)
            button.setCheckable(True)
            button.setProperty("segment", True)
            button.setProperty("place", "first" if place == 0 else "last" if place == len(words) - 1 else "middle")
            button.setChecked(place == current)
            button.setAccessibleDescription(name)
            self._group.addButton(button, place)
            row.addWidget(button)
        one_stop(self._group)
        self._group.idClicked.connect(self.chosen)

    def current(self) -> int:
        return self._group.checkedId()

    def offer(self, place: int, *, offered: bool) -> None:
        """Show a choice or leave it out; the last of those shown keeps the round corner."""
        self._group.button(place).setVisible(offered)

    def enter(self) -> None:
        """Put the focus on what is chosen, else on the first."""
        self._group.button(max(self._group.checkedId(), 0)).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reword(self, place: int, text: str) -> None:
        """Have a choice say something else, such as another count."""
        self._group.button(place).setText(text.replace("&", "&&"))

    def choose(self, place: int) -> None:
        self._group.button(place).setChecked(True)
