"""The scale of the open criterion: its levels as radio rows, which only digits and the mouse change."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QSizePolicy, QVBoxLayout

from ui.theme import look
from ui.theme.icons import paint_icon
from ui.theme.painters import paint_cap
from ui.theme.ring import draw_ring
from ui.theme.tokens import tokens
from ui.widgets.checklist.item import LEVELS, Given, paint_given

_BEFORE, _AFTER = 58, 30


class LevelRow(QRadioButton):
    """One level: its key, its gauge, its word and its anchor. It takes no key: arrows and Space rate nothing."""

    def __init__(self, value: int, word: str, anchor: str) -> None:
        super().__init__()
        self.value = value
        self._word, self._anchor = word, anchor
        self.setAccessibleName(f"{value} {self._said()}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _said(self) -> str:
        return self._word + self._anchor

    def _laid(self, width: float) -> tuple[QTextLayout, float]:
        """The words as lines within a width, and how high they are together."""
        font = look().font("dense")
        layout = QTextLayout(self._said(), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        strong, plain = QTextLayout.FormatRange(), QTextLayout.FormatRange()
        strong.start, strong.length = 0, len(self._word)
        strong.format = QTextCharFormat()
        strong.format.setFontWeight(QFont.Weight.DemiBold)
        strong.format.setForeground(look().colour("ink"))
        plain.start, plain.length = len(self._word), len(self._anchor)
        plain.format = QTextCharFormat()
        plain.format.setForeground(look().colour("ink"))
        layout.setFormats([strong, plain])
        leading, top = QFontMetricsF(font).height(), 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 40.0))
            line.setPosition(QPointF(0, top))
            top += leading
        layout.endLayout()
        return layout, top

    def _room(self, width: float) -> float:
        return width - look().px(_BEFORE) - look().px(_AFTER)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        _layout, height = self._laid(self._room(width))
        return max(look().px(tokens().size["anchor"]), round(height) + look().px(8))

    def sizeHint(self) -> QSize:
        return QSize(look().px(240), look().px(tokens().size["anchor"]))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(tokens().size["anchor"]))

    def hitButton(self, _place: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked():
            painter.setBrush(look().colour("rtint"))
            painter.setPen(QPen(look().colour("rink"), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        elif self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look().colour("sunken"))
            painter.drawRoundedRect(box, 5, 5)
        middle = box.center().y()
        paint_cap(painter, look().px(8), middle, str(self.value))
        size = look().px(16)
        given = Given("", self.value if self.value in LEVELS else None, struck=self.value == 0)
        paint_given(painter, QRectF(look().px(35), middle - size / 2, size, size), given)
        layout, height = self._laid(self._room(box.width()))
        layout.draw(painter, QPointF(look().px(_BEFORE), middle - height / 2))
        if self.isChecked():
            size = look().px(17)
            paint_icon(
                painter, "check", QRectF(box.right() - size - look().px(8), middle - size / 2, size, size), "rink"
            )


class Scale(QFrame):
    """Says *chosen(value)* when a level is clicked. The keyboard speaks to it as a whole; its ring tells where digits
    go.
    """

    chosen = Signal(int)

    def __init__(self, name: str, rows: tuple[tuple[int, str, str], ...]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(f"{value} {word}{anchor}" for value, word, anchor in rows))
        column = QVBoxLayout(self)
        inset = look().px(4)
        column.setContentsMargins(inset, inset, inset, inset)
        column.setSpacing(0)
        self._group = QButtonGroup(self)
        for value, word, anchor in rows:
            row = LevelRow(value, word, anchor)
            self._group.addButton(row, value)
            column.addWidget(row)
        self._group.idClicked.connect(self.chosen)

    def show_given(self, given: Given, name: str) -> None:
        """Show what stands."""
        value = given.level if given.level is not None else 0 if given.struck else -1
        self._group.setExclusive(False)
        for row in self._group.buttons():
            row.setChecked(self._group.id(row) == value)
        self._group.setExclusive(True)
        self.setAccessibleName(name)

    def fix(self) -> None:
        """Let nothing be changed by the mouse either."""
        for row in self._group.buttons():
            row.setEnabled(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        radius = tokens().radius["control"]
        painter.setBrush(look().colour("raised"))
        painter.setPen(QPen(look().colour("edge"), 1))
        painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -2.5), radius, radius)
        if self.hasFocus():
            draw_ring(painter, box, radius)
