"""The three panes of the page: which has the focus, how wide each is, the document alone with its criterion, and what
is asked of the document from wherever one is.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.pages.evaluate.calibration import Exercise
from ui.pages.evaluate.desk import Desk
from ui.pages.evaluate.evidence import Evidence
from ui.pages.evaluate.files import Files
from ui.pages.evaluate.grid import Grid
from ui.pages.evaluate.keys import Pane
from ui.pages.evaluate.original import Original
from ui.pages.evaluate.own import Beside, Own
from ui.pages.evaluate.place import Place
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.reader import Reader
from ui.widgets.slot import Slot

_WIDTHS = (1230, 1000)
_LISTS, _GRIDS = (212, 192, 158), (446, 424, 312)


class Panes(QWidget):
    """The half of the page that knows where things stand, and hands on what is asked of them."""

    _at: Place

    def __init__(self) -> None:
        super().__init__()
        self.body = Slot()
        self.files: Files | None = None
        self.desk: Desk | None = None
        self.grid: Grid | None = None
        self.evidence: Evidence | None = None
        self.original: Original | None = None
        self._own: Own | None = None

    def _pane(self) -> Pane | None:
        """The pane that has the focus."""
        focus = QApplication.focusWidget()
        panes: tuple[tuple[Pane, QWidget | None], ...] = (
            ("list", self.files),
            ("reader", self.desk),
            ("checklist", self.grid),
        )
        for name, pane in panes:
            if pane is not None and focus is not None and (pane is focus or pane.isAncestorOf(focus)):
                return name
        return None

    def take_pane(self, name: Pane) -> None:
        """Put the focus into a pane."""
        if self.files is None or self.desk is None or self.grid is None:
            shown = self.body.shown()
            if isinstance(shown, Exercise):
                shown.take_focus()
                return
            for button in shown.findChildren(Button)[:1] if shown is not None else ():
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if name == "list" and not self._at.whole:
            self.files.pile.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif name == "reader":
            self.desk.take_focus()
        else:
            self.grid.take_focus()

    def next_pane(self, by: int) -> None:
        """The next or the previous pane."""
        panes: list[Pane] = ["reader", "checklist"] if self._at.whole else ["list", "reader", "checklist"]
        now = self._pane()
        at = panes.index(now) if now in panes else -1
        self.take_pane(panes[(at + by) % len(panes)])

    def widen(self) -> None:
        """The document and the open criterion alone, or everything again."""
        if self.grid is not None:
            held = self._pane()
            self._at = replace(self._at, whole=not self._at.whole)
            self._show_whole()
            self.take_pane("checklist" if held == "list" else held or "checklist")

    def next_document(self) -> None:
        if self.desk is not None:
            self.desk.next_document()

    @property
    def reader(self) -> Reader:
        """The document on the desk."""
        assert self.desk is not None
        return self.desk.reader

    def open_outside(self) -> None:
        """Ask whether the document goes to another program."""
        if self.original is not None:
            self.original.ask()

    def attach(self) -> None:
        """Have what is selected speak for the open criterion."""
        if self.evidence is not None:
            self.evidence.attach()

    def attach_elsewhere(self) -> None:
        """Ask for the number of the criterion that what is selected speaks for."""
        if self.evidence is not None:
            self.evidence.ask()

    def next_passage(self) -> None:
        """Go to the passages of the open criterion, one after the other."""
        if self.evidence is not None:
            self.evidence.next_passage()

    def step_sentence(self, by: int, *, extend: bool = False) -> None:
        """Take the next or the previous sentence of the document."""
        if self.desk is not None:
            self.desk.reader.step_sentence(by, extend=extend)

    @property
    def own(self) -> Own:
        """What one sees alone beside the checklist."""
        assert self._own is not None
        return self._own

    def _turned(self, beside: Beside) -> None:
        self._at = replace(self._at, beside=beside)

    def comment(self) -> None:
        """Go to the comment of the open criterion."""
        if self.grid is not None:
            self.grid.list.take_comment()

    def _show_whole(self) -> None:
        assert self.files is not None
        assert self.grid is not None
        self.files.setVisible(not self._at.whole)
        self.grid.show_alone(alone=self._at.whole)
        self.grid.list.narrow(left_only=self._at.left_only, alone=self._at.whole)

    def _share_room(self) -> None:
        if self.files is None or self.grid is None:
            return
        # Text that is large in a small window leaves each of the three less.
        step = sum(self.width() < look().px(least) for least in _WIDTHS)
        self.files.setFixedWidth(look().px(_LISTS[step]))
        self.grid.setFixedWidth(min(look().px(_GRIDS[step]), round(self.width() * 0.42)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
