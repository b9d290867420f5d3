"""A sheet of paper with criterion tabs at its edge: the posting, read beside the checklist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QWidget

from ui.theme import look
from ui.theme.painters import paint_tab


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; one that carries a `tab` is underlined and can be picked by it."""

    words: str
    kind: Literal["heading", "text", "bullet", "title"] = "text"
    tab: str = ""


class _Gutter(QWidget):
    """The strip at the right of the paper where the tabs stick out."""

    picked = Signal(str)

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.setFixedWidth(look().px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for tab, box in self._boxes():
            paint_tab(painter, box, tab, marked=tab == self._sheet.marked())

    def _boxes(self) -> list[tuple[str, QRectF]]:
        size, floor, boxes = float(look().px(20)), float("-inf"), []
        for tab, top in self._sheet.tops():
            # Tabs of neighbouring lines give way downwards rather than lie over one another.
            at = max(top, floor)
            floor = at + size + 2
            boxes.append((tab, QRectF(0, at, look().px(28), size)))
        return boxes

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for tab, box in self._boxes():
            if box.contains(event.position()):
                self.picked.emit(tab)


class Sheet(QTextEdit):
    """The paper itself. Everything is inserted as plain text."""

    moved = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(look().px(20))
        self._marked = ""
        self._tabs: dict[str, int] = {}
        self.verticalScrollBar().valueChanged.connect(self.moved)
        self.document().documentLayout().documentSizeChanged.connect(self.moved)

    def show_paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Set the sheet anew."""
        self.clear()
        self._tabs = {}
        cursor = self.textCursor()
        for place, paragraph in enumerate(paragraphs):
            form = QTextBlockFormat()
            form.setLineHeight(116.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            letters = QTextCharFormat()
            letters.setForeground(look().colour("paperink"))
            letters.setFont(look().font("dense"))
            if paragraph.kind in ("heading", "title"):
                letters.setFont(look().font("h2" if paragraph.kind == "title" else "name"))
                form.setTopMargin(0 if place == 0 else look().px(14))
                form.setBottomMargin(look().px(4))
            elif paragraph.kind == "bullet":
                form.setLeftMargin(look().px(14))
                form.setTextIndent(-look().px(14))
                form.setBottomMargin(look().px(4))
            else:
                form.setBottomMargin(look().px(4))
            if place:
                cursor.insertBlock()
            cursor.setBlockFormat(form)
            if paragraph.kind == "bullet":
                cursor.insertText("•  ", letters)
            if paragraph.tab:
                self._tabs[paragraph.tab] = cursor.blockNumber()
                letters.setFontUnderline(True)
                letters.setUnderlineColor(look().colour("evline"))
                letters.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            cursor.insertText(paragraph.words, letters)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self.mark(self._marked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # At another width every line has another place; the one that is read beside stays in view.
        if self._marked in self._tabs:
            self._reveal(self.document().findBlockByNumber(self._tabs[self._marked]))

    def mark(self, tab: str) -> None:
        """Lay the highlighter over the paragraph of a tab and bring it into view."""
        self._marked = tab
        chosen = []
        if tab in self._tabs:
            block = self.document().findBlockByNumber(self._tabs[tab])
            extra = QTextEdit.ExtraSelection()
            cursor = self.textCursor()
            cursor.setPosition(block.position() + 3)
            cursor.setPosition(block.position() + block.length() - 1, cursor.MoveMode.KeepAnchor)
            extra.cursor = cursor
            extra.format.setBackground(look().colour("ev"))
            extra.format.setForeground(look().colour("evink"))
            chosen.append(extra)
            # Qt brings the cursor back into view whenever it lays the sheet out: it stands where one reads.
            self.setTextCursor(QTextCursor(block))
            self._reveal(block)
        self.setExtraSelections(chosen)
        self.moved.emit()

    def marked(self) -> str:
        return self._marked

    def tops(self) -> list[tuple[str, float]]:
        """Where each tab's paragraph begins, in the gutter's coordinates."""
        layout, shift = self.document().documentLayout(), self.verticalScrollBar().value()
        found = []
        for tab, number in self._tabs.items():
            box = layout.blockBoundingRect(self.document().findBlockByNumber(number))
            found.append((tab, box.top() - shift))
        return found

    def _reveal(self, block: QTextBlock) -> None:
        box = self.document().documentLayout().blockBoundingRect(block)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if box.top() < bar.value():
            bar.setValue(round(box.top()) - look().px(20))
        elif box.bottom() > bar.value() + height:
            bar.setValue(round(box.bottom()) - height + look().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(look().colour("line"))
        painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, 0))


class Desk(QFrame):
    """The sheet on its desk, its tabs sticking out at the right; says *picked(tab)* when one is clicked."""

    picked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("paperDesk")
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(14), look().px(12), look().px(12), 0)
        row.setSpacing(0)
        self.sheet = Sheet(name)
        gutter = _Gutter(self.sheet)
        self.sheet.moved.connect(gutter.update)
        gutter.picked.connect(self.picked)
        row.addWidget(self.sheet, 1)
        row.addWidget(gutter)
