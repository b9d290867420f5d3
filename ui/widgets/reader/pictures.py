"""The pictures of pages that are kept, the latest used the longest, within a bound of memory."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtGui import QImage

from ui.widgets.reader.source import Task

BYTES = 64_000_000


class Pictures:
    """Page pictures by what was asked for."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Task, QImage] = OrderedDict()
        self.bytes = 0

    def has(self, task: Task) -> bool:
        return task in self._kept

    def keep(self, task: Task, image: QImage) -> None:
        """Keep a picture in place of the page's others at other scales."""
        for other in [one for one in self._kept if one.page == task.page]:
            self.bytes -= self._kept.pop(other).sizeInBytes()
        self._kept[task] = image
        self.bytes += image.sizeInBytes()
        # The last one stays whatever its size, or it would be asked for again and again.
        while self.bytes > BYTES and len(self._kept) > 2:
            _, gone = self._kept.popitem(last=False)
            self.bytes -= gone.sizeInBytes()

    def best(self, task: Task) -> QImage | None:
        """The picture asked for, or one of the page at another scale until it has come."""
        if task not in self._kept:
            other = next((one for one in self._kept if one.page == task.page and one.tone == task.tone), None)
            return self._kept[other] if other else None
        self._kept.move_to_end(task)
        return self._kept[task]

    def clear(self) -> None:
        self._kept.clear()
        self.bytes = 0
