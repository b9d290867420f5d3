"""The checklist of one application with its head and its foot: how far it is, who else has handed in, handing it in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import look
from ui.theme.painters import paint_text
from ui.widgets.button import Button, Segments
from ui.widgets.checklist import COLUMN, Asked, Checklist, Item
from ui.widgets.label import Elided, Label, tip
from ui.widgets.marks import Drawn, Icon, Lozenge, Rule
from ui.widgets.meter import Meter
from ui.widgets.order import tab_through
from ui.widgets.slot import Slot
from ui.wording import Tongue
from ui.wording import evaluate as w


class Colleague(Drawn):
    """A person as initials in a circle, dotted while nothing came from them."""

    def __init__(self, initials: str, said: str, *, there: bool) -> None:
        super().__init__(look().px(24), look().px(24), said)
        self._initials, self._there = initials, there
        self.setToolTip(tip(said))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(look().colour("accenttint" if self._there else "panel"))
        style = Qt.PenStyle.SolidLine if self._there else Qt.PenStyle.DashLine
        painter.setPen(QPen(look().colour("accentline" if self._there else "edge"), 1, style))
        painter.drawEllipse(box)
        font = look().font("rail", bold=True)
        font.setPointSizeF(font.pointSizeF() * 0.84)
        paint_text(painter, box, self._initials[:2], font, "accent" if self._there else "ink2", _MIDDLE)


_MIDDLE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Foot:
    """What the foot says: a picture and a sentence, who else has handed in, a link and the main button with its key."""

    picture: str
    sentence: str
    colleagues: tuple[tuple[str, str, bool], ...] = ()
    link: str = ""
    link_picture: str = ""
    side: str = ""
    main: str = ""
    key: str = ""


@final
class Grid(QFrame):
    """Says *narrowed(only what is left)*, *linked()*, *skipped()* and *went_on()* for its controls."""

    narrowed = Signal(bool)
    linked = Signal()
    skipped = Signal()
    went_on = Signal()

    def __init__(self, tongue: Tongue, settle: Callable[[str], bool], *, left_only: bool) -> None:
        super().__init__()
        self._tongue = tongue
        self.setObjectName("aside")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        self._top = self._head(left_only=left_only)
        column.addWidget(self._top)
        self.list = Checklist(tongue(w.CHECKLIST), settle)
        column.addWidget(self.list, 1)
        self._beside = Slot()
        self._beside.hide()
        column.addWidget(self._beside)
        self.list.verticalScrollBar().rangeChanged.connect(self._align)
        self._card = Slot()
        self._card.hide()
        column.addWidget(self._card)
        self._rule = Rule()
        column.addWidget(self._rule)
        self._foot_box = QWidget()
        self._foot_column = QVBoxLayout(self._foot_box)
        self._foot_column.setContentsMargins(look().px(14), look().px(8), look().px(12), look().px(10))
        self._foot_column.setSpacing(look().px(8))
        column.addWidget(self._foot_box)
        self._shown: Foot | None = None
        self._rated, self._asking, self._alone = True, False, False
        self.link: Button | None = None
        self.skip: Button | None = None
        self.main: Button | None = None

    def _head(self, *, left_only: bool) -> QFrame:
        tongue, head = self._tongue, QFrame()
        head.setObjectName("strip")
        head.setFixedHeight(look().px(44))
        row = QHBoxLayout(head)
        row.setContentsMargins(look().px(14), 0, look().px(12), 0)
        row.setSpacing(look().px(8))
        self._tick = Icon("circle-check", "ok", 17)
        row.addWidget(self._tick)
        self.title = Elided("", "name")
        row.addWidget(self.title, 1)
        self._meter = Meter("rink", 48)
        row.addWidget(self._meter)
        self.progress = Label("", "dense", "ink2")
        row.addWidget(self.progress)
        self._essential = QWidget()
        inside = QHBoxLayout(self._essential)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look().px(4))
        inside.addWidget(Lozenge())
        inside.addWidget(Label(tongue(w.ESSENTIAL), "dense", "ink2"))
        row.addWidget(self._essential)
        self.filter = Segments((tongue(w.ALL), tongue(w.REMAINING, n=0)), int(left_only), tongue(w.SHOWN))
        self.filter.chosen.connect(lambda place: self.narrowed.emit(bool(place)))
        row.addWidget(self.filter)
        self._columns = QWidget()
        self._columns_row = QHBoxLayout(self._columns)
        self._columns_row.setContentsMargins(0, 0, 0, 0)
        self._columns_row.setSpacing(0)
        row.addWidget(self._columns)
        self._head_row = row
        return head

    def show_sheet(self, title: str, items: Sequence[Item], code: str, asked: Asked | None, *, done: bool) -> None:
        """Show the criteria of one application; `done` says that they were handed in."""
        tongue = self._tongue
        self.title.say(title)
        answered, of = sum(item.given.answered for item in items), sum(item.given.asked for item in items)
        self._meter.show_share(answered, of)
        self.progress.setText(tongue(w.N_OF_M, n=answered, m=of))
        self.filter.reword(1, tongue(w.REMAINING, n=of - answered))
        self._tick.setVisible(done and of > 0)
        self._rated = of > 0 and not done
        for one in (self._meter, self.progress, self.filter):
            one.setVisible(self._rated)
        self.list.show_items(items, code, asked)
        self._spare()

    def show_columns(self, columns: tuple[tuple[str, str, bool], ...]) -> None:
        """Name the columns of opened opinions: mine, then each colleague's (initials, name, whether there is one)."""
        while (item := self._columns_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, (initials, name, there) in enumerate(columns):
            sign: QWidget = (
                Label(initials, "dense", bold=True) if place == 0 else Colleague(initials, name, there=there)
            )
            cell = QWidget()
            cell.setFixedWidth(look().px(COLUMN))
            inside = QHBoxLayout(cell)
            inside.setContentsMargins(look().px(6), 0, 0, 0)
            inside.addWidget(sign)
            inside.addStretch(1)
            self._columns_row.addWidget(cell)
        self._columns.setVisible(bool(columns))
        self._align()

    def _align(self) -> None:
        """The heads of the columns stand over the columns, beside which there may be a scroll bar."""
        bar = self.list.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() > 0 else 0
        right = look().px(12) if self._columns.isHidden() else beside
        self._head_row.setContentsMargins(look().px(14), 0, right, 0)

    def show_foot(self, foot: Foot) -> None:
        """Show what there is to do with the whole sheet."""
        if foot == self._shown:
            return
        held = self._foot_box.isAncestorOf(self.focusWidget() or self) if self.focusWidget() else False
        self._shown = foot
        while (item := self._foot_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        above, below = QWidget(), QWidget()
        row = QHBoxLayout(above)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(6))
        row.addWidget(Icon(foot.picture, "ink2", 17))
        row.addWidget(Label(foot.sentence, "caption", "ink2", wrap=True), 1)
        for initials, said, there in foot.colleagues:
            row.addWidget(Colleague(initials, said, there=there))
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        self.link = self.skip = self.main = None
        if foot.link:
            self.link = Button(foot.link, "quiet", picture=foot.link_picture)
            self.link.clicked.connect(self.linked)
            row.addWidget(self.link)
        row.addStretch(1)
        if foot.side:
            self.skip = Button(foot.side)
            self.skip.clicked.connect(self.skipped)
            row.addWidget(self.skip)
        if foot.main:
            self.main = Button(foot.main, "primary", key=foot.key)
            self.main.clicked.connect(self.went_on)
            row.addWidget(self.main)
        self._foot_column.addWidget(above)
        self._foot_column.addWidget(below)
        if held:
            self.list.take_focus()

    def show_card(self, card: QWidget | None) -> None:
        """Something to decide before one goes on, in place of the foot; nothing any more."""
        if card is not None:
            self._card.show_one(card)
        self._asking = card is not None
        self._card.setVisible(self._asking)
        self.show_alone(alone=self._alone)

    def show_beside(self, widget: QWidget | None, *, instead: bool = False) -> None:
        """Show something under the checklist, or `instead` of it; nothing any more."""
        self.list.setVisible(not instead)
        if widget is not None:
            self._beside.show_one(widget)
        self._beside.setVisible(widget is not None)
        policy = self._beside.sizePolicy()
        policy.setVerticalPolicy(policy.Policy.Expanding if instead else policy.Policy.Maximum)
        self._beside.setSizePolicy(policy)
        tab_through(*self.parts)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in the order of reading."""
        return (self._top, self.list, self._beside, self._card, self._foot_box)

    def take_focus(self) -> None:
        """Go to the open criterion, or to what stands in its place."""
        instead = self._beside.shown() if self.list.isHidden() else None
        if instead is None:
            self.list.take_focus()
        else:
            instead.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_alone(self, *, alone: bool) -> None:
        """Leave only the open criterion."""
        self._alone = alone
        self._foot_box.setVisible(not alone and not self._asking)
        self._rule.setVisible(not alone)

    def _spare(self) -> None:
        """The legend of the lozenge gives way first, then how far one is, which the switch says too."""
        room = self.width() - look().px(26 + 5 * 8)
        needed = sum(one.sizeHint().width() for one in (self.title, self._meter, self.progress, self.filter))
        spare = self._rated and room >= needed
        self._meter.setVisible(spare)
        self.progress.setVisible(spare)
        self._essential.setVisible(self._rated and room >= needed + self._essential.sizeHint().width())

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._spare()
