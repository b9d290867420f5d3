"""Whether everything that is written in a window has the room it needs; what is meant to elide says so by its kind."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QLineEdit, QPushButton, QWidget

from ui.widgets.label import Elided
from ui.widgets.overlay import Overlay
from ui.widgets.rail import RailButton
from ui.widgets.table import Headings

# A glyph may reach half a pixel over its advance, on either side.
_HAIR = 1.5
_ARROW = 14


def misfits(window: QWidget) -> list[str]:
    """What does not fit, one line each: text that needs more room than it has, is cut by what holds it, or lies under
    other text.
    """
    written = [one for one in window.findChildren(QWidget) if one.isVisible() and _text(one)]
    found = [f"{_named(one)}: {why}" for one in written for why in (_tight(one), _cut(one)) if why]
    found += [
        f"{_named(one)} lies under {_named(other)}"
        for at, one in enumerate(written)
        for other in written[at + 1 :]
        if _over(one, other)
    ]
    found += [
        f"heading “{heads.model().headerData(at, heads.orientation())}”: {why}"
        for heads in window.findChildren(Headings)
        if heads.isVisible()
        for at, why in _headings(heads)
    ]
    return sorted(set(found))


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return widget.text()
    if isinstance(widget, QPushButton | RailButton):
        return widget.text().replace("&&", "&")
    return widget.placeholderText() if isinstance(widget, QLineEdit) and not widget.text() else ""


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{_text(widget)[:48]}”"


def _tight(widget: QWidget) -> str:
    """A widget with less room than its text."""
    if isinstance(widget, Elided):
        return ""
    has, text = widget.contentsRect(), _text(widget)
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            needs = widget.heightForWidth(widget.width())
            return f"{needs} px of height needed, {widget.height()} had" if needs > widget.height() + _HAIR else ""
        needs_wide = widget.sizeHint().width()
        return f"{needs_wide} px needed, {widget.width()} had" if needs_wide > widget.width() + _HAIR else ""
    wide = QFontMetricsF(widget.font()).horizontalAdvance(text)
    if isinstance(widget, QAbstractButton):
        room = widget.width() if isinstance(widget, RailButton) else widget.width() + wide - widget.sizeHint().width()
    else:
        margins = widget.textMargins() if isinstance(widget, QLineEdit) else widget.contentsMargins()
        room = has.width() - margins.left() - margins.right() - 4
    return f"{wide:.0f} px needed, {room:.0f} had" if wide > room + _HAIR else ""


def _cut(widget: QWidget) -> str:
    """A widget that hangs over the edge of one that holds it; what can be scrolled to is not cut."""
    box, holder = QRect(QPoint(), widget.size()), widget
    while (around := holder.parentWidget()) is not None and not holder.isWindow():
        box.translate(holder.pos())
        scrolls = isinstance(around.parentWidget(), QAbstractScrollArea)
        if scrolls:
            sideways = box.right() > around.width() + _HAIR or box.left() < -_HAIR
            bar = around.parentWidget().horizontalScrollBar()  # type: ignore[union-attr]
            return (
                f"cut at the side by {type(around.parentWidget()).__name__}" if sideways and not bar.maximum() else ""
            )
        if not around.rect().adjusted(-1, -1, 1, 1).contains(box):
            return f"cut by {type(around).__name__} {around.objectName()}".rstrip()
        holder = around
    return ""


def _over(one: QWidget, other: QWidget) -> bool:
    if one.isAncestorOf(other) or other.isAncestorOf(one):
        return False
    boxes = [_seen(each) for each in (one, other)]
    shared = boxes[0].intersected(boxes[1])
    return shared.width() > 2 and shared.height() > 2 and not _apart(one, other)


def _seen(widget: QWidget) -> QRect:
    """The part of a widget that its holders let be seen, in the window."""
    box = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(widget.window(), box.topLeft()), box.size())


def _apart(one: QWidget, other: QWidget) -> bool:
    """Whether one of them is on a card over the window, which is meant to cover what lies under it."""
    return card(one) is not card(other)


def card(widget: QWidget) -> Overlay | None:
    """The card over the window that a widget stands on, if it does."""
    holder: QWidget | None = widget
    while holder is not None and not isinstance(holder, Overlay):
        holder = holder.parentWidget()
    return holder


def _headings(heads: Headings) -> Iterator[tuple[int, str]]:
    metrics = QFontMetricsF(heads.font())
    for at in range(heads.count()):
        said = str(heads.model().headerData(at, heads.orientation()) or "")
        wide, room = metrics.horizontalAdvance(said), heads.sectionSize(at)
        if not heads.isSectionHidden(at) and said and wide > room:
            yield at, f"{wide:.0f} px needed, {room} had"
