"""The line over the matrix: the stage, what it is narrowed to, where it can go, and that it decides nothing."""

from __future__ import annotations

from typing import final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from smes_panel.model.vacancy import Stage
from ui.theme import look
from ui.widgets.button import Button, Segments
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.marks import Icon
from ui.wording import Tongue
from ui.wording import compare as w
from ui.wording import insight as i


@final
class Strip(QFrame):
    def __init__(self, tongue: Tongue, stage: int, *, apart_only: bool) -> None:
        super().__init__()
        self.setObjectName("strip")
        row = Flow(self, 10, 44)
        row.setContentsMargins(look().px(14), 0, look().px(14), 0)
        self.stages = Segments(tuple(tongue(w.STAGE_NAMES[one]) for one in Stage), stage, tongue(w.STAGE))
        row.addWidget(self.stages)
        self.apart = Button("", small=True, picture="funnel")
        self.export = Button(tongue(w.EXPORT), small=True, picture="file-down")
        self.drawer = Button(tongue(i.SHORTLIST), small=True)
        for button in (self.apart, self.drawer):
            button.setCheckable(True)
            button.setProperty("filter", True)
        self.apart.setChecked(apart_only)
        for button in (self.apart, self.export, self.drawer):
            row.addWidget(button)
        self.order = Label("", "dense", "ink2")
        row.addWidget(self.order)
        self.aid = QWidget()
        inside = QHBoxLayout(self.aid)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look().px(6))
        inside.addWidget(Icon("scale", "ink2", 16))
        inside.addWidget(Label(tongue(w.AID), "dense", "ink2"))
        row.addWidget(self.aid)
        # A Flow sets its last item at the right edge; while the stage is closed that would be the switch of stages.
        self._end = QWidget()
        self._end.setFixedSize(0, 1)
        row.addWidget(self._end)

    def offer(self, *, opened: bool) -> None:
        """Before the opening there is nothing to do but to choose the stage."""
        for tool in (self.apart, self.export, self.drawer, self.order, self.aid):
            tool.setVisible(opened)
        self._end.setVisible(not opened)
