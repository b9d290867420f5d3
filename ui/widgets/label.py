"""Text on screen: every label shows plain text, so that a name from outside is never markup and opens no file."""

from __future__ import annotations

import re
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import Role, look

Tone = Literal["ink", "ink2", "ink3", "accent", "ok", "warn", "bad"]


def tip(text: str) -> str:
    """Text for a tool tip. Qt guesses there whether it is markup, so it is given markup that says exactly this text."""
    said = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<p style="white-space:pre-wrap">{said}</p>' if said else ""


class Label(QLabel):
    """Plain text in a role of the type scale and a tone of the palette."""

    def __init__(
        self,
        text: str = "",
        role: Role = "body",
        tone: Tone = "ink",
        *,
        bold: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look().font(role, bold=bold))
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)


class Elided(Label):
    """One line that gives way: cut with an ellipsis, whole in its tool tip and for a screen reader."""

    def __init__(self, text: str = "", role: Role = "body", tone: Tone = "ink", *, bold: bool = False) -> None:
        self._whole = text
        super().__init__(text, role, tone, bold=bold)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text."""
        # Not split(): that would take the no-break spaces of French for ordinary ones.
        self._whole = re.sub(r"[ \t\r\n]+", " ", text).strip(" ")
        self.setAccessibleName(self._whole)
        self.updateGeometry()
        self._fit()

    def said(self) -> str:
        return self._whole

    def _fit(self) -> None:
        shown = QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(tip(self._whole) if shown != self._whole else "")

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, QFontMetrics(self.font()).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
