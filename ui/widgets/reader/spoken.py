"""The reader as a screen reader meets it: a document, the page in view as its value, and the text of that page."""

from __future__ import annotations

from functools import cache
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleValueChangeEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@runtime_checkable
class Spoken(Protocol):
    """What says where it is."""

    def said_place(self) -> str: ...


class _Document(QAccessibleWidget):
    def __init__(self, reader: QWidget) -> None:
        super().__init__(reader, QAccessible.Role.Document)

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Value:
            return cast("Spoken", self.widget()).said_place()
        return super().text(kind)


@cache
def speak() -> None:
    """Let Qt answer for readers as above. It is asked once and holds for the process."""
    QAccessible.installFactory(_interface)


def _interface(_kind: str, of: QObject) -> QAccessibleInterface | None:
    return _Document(of) if isinstance(of, QWidget) and isinstance(of, Spoken) else None


def tell(reader: QWidget, place: str) -> None:
    """Tell a screen reader that another page is in view."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(reader, place))
