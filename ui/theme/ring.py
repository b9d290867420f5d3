"""The one focus ring: a line and a gap around the widget that the keyboard speaks to."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFocusFrame,
    QLineEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

from ui.theme.look import look
from ui.theme.tokens import tokens

REACH = 4
_LINE = 2.0


def draw_ring(painter: QPainter, outer: QRectF, radius: float) -> None:
    """Draw the ring just inside `outer`, around a control of corner `radius`: focus outside, gap inside."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = _LINE / 2
    for inset, colour in ((half, "focus"), (half + _LINE, "focusgap")):
        painter.setPen(QPen(look().colour(colour), _LINE))
        rounding = max(0.0, radius + REACH - inset)
        painter.drawRoundedRect(outer.adjusted(inset, inset, -inset, -inset), rounding, rounding)
    painter.restore()


class HouseStyle(QProxyStyle):
    """Fusion with one difference: the focus is our ring, and nothing else shows it."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.ControlElement.CE_FocusFrame:
            radius = widget.property("corner") if widget is not None else None
            draw_ring(painter, QRectF(option.rect), float(radius or tokens().radius["control"]))
            return
        super().drawControl(element, option, painter, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.PrimitiveElement.PE_FrameFocusRect:
            return
        super().drawPrimitive(element, option, painter, widget)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return REACH
        return super().pixelMetric(metric, option, widget)


class FocusRing(QObject):
    """Puts the ring around a button that got the focus by key, and around a text field however it got it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._frame = QFocusFrame(window)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new.window() is not self._window:
            return
        by_key = self._window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        typed = isinstance(new, QLineEdit) or bool(new.property("typed"))
        if typed or (by_key and isinstance(new, QAbstractButton) and not new.property("own_ring")):
            if not isValid(self._frame):
                # A focus frame moves in with what it frames, and goes with it when a page is thrown away.
                self._frame = QFocusFrame(self._window)
            self._frame.setProperty("corner", new.property("corner"))
            # A field that fills a card has its ring around the card.
            card = new.parentWidget() if new.property("carded") else None
            self._frame.setWidget(card or new)
        elif isValid(self._frame):
            self._frame.setWidget(None)  # type: ignore[arg-type]
