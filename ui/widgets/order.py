"""The order in which Tab goes from one control to the next: the order of reading, whatever was made when."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops(widget: QWidget) -> list[QWidget]:
    """The controls within a widget where Tab stops, itself first."""
    return [one for one in (widget, *widget.findChildren(QWidget)) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def tab_through(*parts: QWidget) -> None:
    """Have Tab go through these parts of one window in this order."""
    for one, other in pairwise([stop for part in parts for stop in stops(part)]):
        QWidget.setTabOrder(one, other)
