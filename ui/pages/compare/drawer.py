"""The drawer beside the matrix: the shortlist, whom to discuss first, and what the figures say; it decides nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smes_panel.insight.comparison import to_discuss
from ui.pages.compare import findings
from ui.pages.compare.findings import Findings
from ui.pages.compare.reading import Table
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.label import Elided, Label, tip
from ui.widgets.marks import Rule
from ui.widgets.slot import Slot
from ui.wording import insight as i

WIDE = 248
_DISCUSSED = 6


@final
class Drawer(QFrame):
    """Says *taken_out(key)*, *led(key)* to whom a line leads, *unfolded(all)* when each change is asked for or not."""

    taken_out = Signal(str)
    led = Signal(str)
    unfolded = Signal(bool)

    def __init__(self, table: Table, shortlist: tuple[str, ...], *, offered: bool, chair: bool, unfold: bool) -> None:
        super().__init__()
        self.setObjectName("aside")
        self.setFixedWidth(look().px(WIDE))
        self._table, self._shortlist, self._chair, self._unfold = table, shortlist, chair, unfold
        tongue = table.tongue
        self.setAccessibleName(tongue(i.SHORTLIST))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.pane, inside = QScrollArea(), QWidget()
        self.pane.setWidgetResizable(True)
        self.pane.setFrameShape(QFrame.Shape.NoFrame)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pane.setAccessibleName(tongue(i.SHORTLIST))
        inside.setObjectName("panel")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(look().px(14), look().px(12), look().px(10), look().px(12))
        self._column.setSpacing(look().px(6))
        self._shortlisted(offered=offered)
        self._person_title = Elided("", "name")
        self._person = Label("", "dense", "ink2", wrap=True)
        self._add(self._person_title, self._person, apart=True)
        self._figures = Slot()
        self._add(self._figures, apart=True)
        self._discussed()
        self._agreement = Slot()
        self._add(self._agreement, apart=True)
        self._column.addStretch(1)
        self.pane.setWidget(inside)
        column.addWidget(self.pane, 1)
        foot = QFrame()
        foot.setObjectName("foot")
        under = QVBoxLayout(foot)
        under.setContentsMargins(look().px(14), look().px(8), look().px(10), look().px(8))
        under.addWidget(Label(tongue(i.NO_DECISION), "caption", "ink2", wrap=True))
        column.addWidget(foot)
        self.show_findings(None)

    def _add(self, *parts: QWidget, apart: bool = False) -> None:
        if apart:
            self._column.addSpacing(look().px(6))
            self._column.addWidget(Rule())
            self._column.addSpacing(look().px(2))
        for part in parts:
            self._column.addWidget(part)

    def _shortlisted(self, *, offered: bool) -> None:
        tongue, head = self._table.tongue, QHBoxLayout()
        head.addWidget(Label(tongue(i.SHORTLIST), "name"), 1)
        if self._shortlist:
            head.addWidget(Label(tongue.counted(i.SHORTLISTED, len(self._shortlist)), "dense", "ink2"))
        self._column.addLayout(head)
        if not offered:
            self._column.addWidget(Label(tongue(i.NOT_HERE), "dense", "ink2", wrap=True))
        elif not self._shortlist:
            self._column.addWidget(Label(tongue(i.NOBODY_CHOSEN), "dense", "ink2", wrap=True))
        for key in self._shortlist:
            row, who = QHBoxLayout(), self._table.who(key)
            row.addWidget(Elided(who, "dense"), 1)
            if offered:
                out = Button("", "quiet", small=True, picture="x")
                out.setAccessibleName(tongue(i.TAKE_OUT, who=who))
                out.setToolTip(tip(tongue(i.TAKE_OUT, who=who)))
                out.clicked.connect(lambda _checked=False, one=key: self.taken_out.emit(one))
                row.addWidget(out)
            self._column.addLayout(row)

    def _discussed(self) -> None:
        tongue = self._table.tongue
        lines = to_discuss(list(self._table.lines.values()))
        self._add(Label(tongue(i.DISCUSS), "name"), apart=True)
        words = tongue(i.DISCUSS_WHY if lines else i.NOTHING_APART)
        self._column.addWidget(Label(words, "caption", "ink2", wrap=True))
        for one in lines[:_DISCUSSED]:
            said = tongue.counted(i.APART_ON, one.disagreements, who=self._table.who(one.key))
            leads = Button(said, "link")
            leads.setFont(look().font("dense"))
            leads.clicked.connect(lambda _checked=False, key=one.key: self.led.emit(key))
            self._column.addWidget(leads)
        if len(lines) > _DISCUSSED:
            self._column.addWidget(Label(tongue.counted(i.MORE, len(lines) - _DISCUSSED), "caption", "ink2"))

    def show_person(self, key: str) -> None:
        """What is certain of the person of the current line."""
        known = key in self._table.lines
        self._person_title.say(self._table.who(key) if known else "")
        self._person.setText(findings.person(self._table, key) if known else "")

    def weigh(self, table: Table, key: str) -> None:
        """The same stage under other weights, for the person of the current line alone."""
        self._table = table
        self.show_person(key)

    def show_findings(self, found: Findings | None) -> None:
        """What was worked out; None while it is being."""
        table, tongue = self._table, self._table.tongue
        if found is None:
            self._figures.show_one(_lines(tongue(i.ROBUST), [tongue(i.COUNTING)]))
            self._agreement.show_one(_lines(tongue(i.AGREEMENT), [tongue(i.COUNTING)]))
            return
        flips = findings.each_flip(table, found)
        said = list(flips) if self._unfold and flips else [findings.robustness(table, found)]
        said += filter(None, [findings.certainty(table, found.shortlist)])
        shown = _lines(tongue(i.ROBUST), said)
        if len(flips) > 1:
            more = Button(tongue(i.FEWER_CHANGES if self._unfold else i.ALL_CHANGES), "link")
            more.setFont(look().font("dense"))
            more.clicked.connect(lambda: self._turn(found))
            layout = shown.layout()
            assert layout is not None
            layout.addWidget(more)
        self._figures.show_one(shown)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_lines(tongue(i.AGREEMENT), [findings.alike(table, found)]))
        if self._chair:
            column.addSpacing(look().px(8))
            column.addWidget(_lines(tongue(i.LEANINGS), [*findings.leans(table, found), tongue(i.LEANINGS_WHY)]))
        self._agreement.show_one(whole)

    def _turn(self, found: Findings) -> None:
        self._unfold = not self._unfold
        self.unfolded.emit(self._unfold)
        self.show_findings(found)
        again = [one for one in self._figures.findChildren(Button) if one.isVisibleTo(self)]
        if again:
            again[-1].setFocus(Qt.FocusReason.OtherFocusReason)


def _lines(title: str, said: Iterable[str]) -> QWidget:
    """A title with its sentences."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look().px(4))
    column.addWidget(Label(title, "name"))
    for words in said:
        column.addWidget(Label(words, "dense", "ink2", wrap=True))
    return whole
