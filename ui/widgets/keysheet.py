"""All the keys that work now, in groups, found by what they are called or by what they do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import look
from ui.widgets.field import SearchField
from ui.widgets.label import Label
from ui.widgets.marks import Cap, Rule


@dataclass(frozen=True, slots=True)
class Group:
    """Keys that belong together: each as it is written on the keyboard, and what it does."""

    title: str
    keys: tuple[tuple[str, str], ...]


class KeySearch(SearchField):
    """Escape empties it, and then leaves."""

    gave_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.text():
            self.gave_up.emit()
        else:
            super().keyPressEvent(event)


class KeySheet(QScrollArea):
    """Two columns of groups; `seek` leaves those whose key or words have the sought ones in them."""

    def __init__(self, groups: tuple[Group, ...], name: str, nothing: str) -> None:
        super().__init__()
        self._groups, self._nothing = groups, nothing
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.shown: tuple[tuple[str, str], ...] = ()
        self.seek("")

    def height_at(self, width: int) -> int:
        """How high it is at a width with nothing to scroll."""
        leaf = self.widget()
        inside = leaf.layout() if leaf is not None else None
        return inside.totalHeightForWidth(width) + look().px(10) if inside is not None else 0

    def lacks(self) -> int:
        """How much higher it would have to be for nothing to scroll, once it is shown."""
        return self.verticalScrollBar().maximum()

    def seek(self, words: str) -> None:
        sought = words.casefold().split()
        kept = []
        for group in self._groups:
            keys = tuple(
                (key, does) for key, does in group.keys if all(one in f"{key} {does}".casefold() for one in sought)
            )
            if keys:
                kept.append(Group(group.title, keys))
        self.shown = tuple(pair for group in kept for pair in group.keys)
        leaf = QWidget()
        leaf.setObjectName("clear")
        row = QHBoxLayout(leaf)
        row.setContentsMargins(look().px(20), look().px(14), look().px(20), look().px(16))
        row.setSpacing(look().px(34))
        half = (sum(len(group.keys) + 2 for group in kept) + 1) // 2
        left, right = QVBoxLayout(), QVBoxLayout()
        so_far = 0
        for group in kept:
            column = left if so_far < half and so_far + (len(group.keys) + 2) / 2 <= half else right
            so_far += len(group.keys) + 2
            self._add(column, group)
        if not kept:
            left.addWidget(Label(self._nothing, "body", "ink2"))
        for column in (left, right):
            column.setSpacing(0)
            column.addStretch(1)
            row.addLayout(column, 1)
        self.setWidget(leaf)

    def _add(self, column: QVBoxLayout, group: Group) -> None:
        if column.count():
            column.addSpacing(look().px(16))
        column.addWidget(Label(group.title, "name"))
        column.addSpacing(look().px(4))
        for key, does in group.keys:
            line = QHBoxLayout()
            line.setContentsMargins(0, look().px(4), 0, look().px(4))
            line.setSpacing(look().px(6))
            caps = QWidget()
            caps.setFixedWidth(look().px(138))
            inside = QHBoxLayout(caps)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(look().px(4))
            inside.addWidget(Cap(key))
            inside.addStretch(1)
            line.addWidget(caps)
            said = Label(does, "body", wrap=True)
            said.setAccessibleName(f"{key} {does}")
            line.addWidget(said, 1)
            column.addLayout(line)
            column.addWidget(Rule())
