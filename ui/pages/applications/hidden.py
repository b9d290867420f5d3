"""What stands beside the list where its reader may not see, or not yet, whose application it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smes_panel.model.application import Standing
from ui.theme import look
from ui.widgets.label import Label
from ui.wording import Tongue
from ui.wording import applications as w

if TYPE_CHECKING:
    from smes_panel.model.panel import Member
    from smes_panel.queries import Queries
    from smes_panel.queries.answers import Line

_MANY_ALIKE = 50


def why_hidden(tongue: Tongue, read: Queries, line: Line, reader: Member | None) -> QWidget | None:
    """The key and why there is no more; `None` where its details may be shown and corrected."""
    closed = line.id in read.closed_to(reader)
    if not closed and not read.reads_blind(reader):
        return None
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(look().px(16), look().px(12), look().px(14), look().px(12))
    column.addWidget(Label(line.key, "h2"))
    column.addWidget(Label(tongue(w.CLOSED if closed else w.WITHOUT_NAMES), "body", "ink2", wrap=True))
    column.addStretch(1)
    return widget


def alike_late(read: Queries, line: Line) -> tuple[str, ...]:
    """The ids of the other late ones that wait for a decision, where this one does."""
    if line.standing is not Standing.LATE:
        return ()
    alike = read.listing(only="late").keys[:_MANY_ALIKE]
    lines = (read.line(one) for one in alike if one != line.key)
    return tuple(one.id for one in lines if one is not None and one.standing is Standing.LATE)
