"""Controls side by side that break into lines where the text is large and the window small."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.theme import look


class Flow(QLayout):
    """Lays out from left to right, then on the next line; the last item stands at the right edge of its line, unless
    all keep to the left.
    """

    def __init__(self, parent: QWidget, gap: int, line: int, *, aligned: bool = True) -> None:
        super().__init__(parent)
        self._aligned = aligned
        self._items: list[QLayoutItem] = []
        self._gap, self._line = look().px(gap), look().px(line)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return QSize(0, self._line)

    def minimumSize(self) -> QSize:
        return QSize(0, self._line)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._laid(rect, move=True)

    def _laid(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        left, right, top = rect.left() + margins.left(), rect.right() - margins.right(), rect.top()
        at = left
        shown = [item for item in self._items if not item.isEmpty()]
        for place, item in enumerate(shown):
            size = item.sizeHint()
            if at + size.width() > right + 1 and at > left:
                at, top = left, top + self._line
            if move:
                x = max(at, right + 1 - size.width()) if self._aligned and place == len(shown) - 1 else at
                item.setGeometry(QRect(QPoint(x, top + (self._line - size.height()) // 2), size))
            at += size.width() + self._gap
        return top + self._line - rect.top()
