"""A card over the window that is no window of its own: Escape puts it away, and the focus goes back where it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.label import Label, tip
from ui.widgets.marks import Icon, Rule
from ui.widgets.order import stops

_VEIL = 0.58


class Overlay(QWidget):
    """Covers its parent. Tab stays within the card; a click beside it puts it away."""

    left = Signal()

    def __init__(self, parent: QWidget, title: str, under: str, close: str, picture: str, share: float) -> None:
        super().__init__(parent)
        self._share = share
        self._before = parent.window().focusWidget()
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        self.card = QFrame()
        self.card.setObjectName("overlay")
        self.card.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        # As high as what it shows, and never higher than there is room.
        outer.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout(self.card)
        self.column.setContentsMargins(1, 0, 1, 1)
        self.column.setSpacing(0)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(look().px(20), look().px(12), look().px(12), look().px(12))
        self.head.setSpacing(look().px(8))
        self.head.addWidget(Icon(picture, "accent", 20))
        self.head.addWidget(Label(title, "h2"))
        if under:
            self.head.addWidget(Label(under, "dense", "ink2"))
        self.head.addStretch(1)
        self._shut = Button("", "quiet", picture="x")
        self._shut.setAccessibleName(close)
        self._shut.setToolTip(tip(close))
        self._shut.clicked.connect(self.left)
        self.head.addWidget(self._shut)
        self.column.addLayout(self.head)
        self.column.addWidget(Rule())
        parent.installEventFilter(self)
        self._fit()

    def put_before_close(self, widget: QWidget) -> None:
        """Put a control at the right of the head."""
        self.head.insertWidget(self.head.count() - 1, widget)

    def go_back(self) -> None:
        """Give the focus back to whom it was taken from, if they are still there."""
        from shiboken6 import isValid

        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        margin = max(look().px(20), round(parent.height() * 0.07))
        self.layout().setContentsMargins(0, margin // 2, 0, margin)  # type: ignore[union-attr]
        self.card.setFixedWidth(min(parent.width() - 2 * look().px(24), round(look().px(1366) * self._share)))
        self.card.setMaximumHeight(parent.height() - margin - margin // 2)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def focusNextPrevChild(self, onward: bool) -> bool:
        ring = [one for one in stops(self.card) if one.isVisible() and one.isEnabled()]
        now = self.window().focusWidget()
        at = ring.index(now) if now in ring else -1
        if ring:
            reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
            ring[(at + (1 if onward else -1)) % len(ring)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        veil = QColor(look().colour("app" if look().dark else "ink"))
        veil.setAlphaF(_VEIL)
        QPainter(self).fillRect(self.rect(), veil)
