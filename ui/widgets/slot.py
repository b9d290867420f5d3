"""A place for one widget at a time: what is shown next throws away what was shown before."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Slot(QFrame):
    """Empty until `show_one`."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None

    def show_one(self, widget: QWidget) -> None:
        """Show a widget in place of the one before."""
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = widget
        self._column.addWidget(widget)

    def shown(self) -> QWidget | None:
        return self._shown
