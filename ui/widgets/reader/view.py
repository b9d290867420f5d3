"""The desk that pages lie on: scrolled, zoomed, laid out anew with what is read staying in place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.theme import look
from ui.widgets.reader.known import Known
from ui.widgets.reader.sheaf import INCH, STEPS, Desk, Fit, Frame, Sheaf, lay

LINE = 48


class Leafed(QAbstractScrollArea):
    """The half of a reader that knows where pages are, and nothing of what is on them."""

    zoomed = Signal()
    """`fit` or `percent` is another."""

    laid = Signal()
    """The pages lie elsewhere."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._known = Known()
        self._sheaf = Sheaf()
        self._fit: Fit = "text"
        self._zoom = 1.0
        self._cropped = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Always there: a bar that comes and goes would change the width that the pages are laid out for.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(LINE)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    # Where one is

    @property
    def page(self) -> int:
        """The page in view, counted from 1; 0 where there is none."""
        frame = self._frame()
        return frame.page + 1 if frame else 0

    def _frame(self) -> Frame | None:
        """The page in view: the one a third down, and at the end the last."""
        bar = self.verticalScrollBar()
        at_end = bar.value() == bar.maximum() > 0
        return self._sheaf.at(bar.value() + self.viewport().height() * (1 if at_end else 1 / 3))

    @property
    def pages(self) -> int:
        return len(self._known.sizes)

    def go_to_page(self, number: int) -> None:
        """Bring the top of a page, counted from 1, to the top of the view."""
        if self._sheaf.frames:
            frame = self._sheaf.frames[max(1, min(number, self.pages)) - 1]
            self.verticalScrollBar().setValue(round(frame.top - Desk(0).top))

    def scroll_page(self, by: int) -> None:
        """A screenful down, or up where `by` is negative; a line stays in view."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * (self.viewport().height() - LINE))

    def scroll_line(self, by: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * LINE)

    def scroll_aside(self, by: int) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + by * LINE)

    def to_start(self) -> None:
        self.verticalScrollBar().setValue(0)

    def to_end(self) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    # How large

    @property
    def fit(self) -> Fit:
        return self._fit

    @property
    def percent(self) -> int:
        """How large the page in view is, 100 being life size."""
        frame = self._frame()
        return round((frame.scale / INCH if frame else self._zoom) * 100)

    def zoom_in(self) -> None:
        now = self.percent / 100
        self.set_zoom(next((step for step in STEPS if step > now + 0.005), STEPS[-1]))

    def zoom_out(self) -> None:
        now = self.percent / 100
        self.set_zoom(next((step for step in reversed(STEPS) if step < now - 0.005), STEPS[0]))

    def set_zoom(self, zoom: float) -> None:
        """1.0 is life size."""
        self._zoom = max(STEPS[0], min(zoom, STEPS[-1]))
        self._resize("free", cropped=self._cropped)

    def fit_text(self) -> None:
        """As wide as the text, the margins cut away."""
        self._resize("text", cropped=True)

    def fit_page(self) -> None:
        """As wide as the whole page."""
        self._resize("page", cropped=False)

    def _resize(self, fit: Fit, *, cropped: bool) -> None:
        self._fit, self._cropped = fit, cropped
        self._lay()
        self.zoomed.emit()

    # Laying out

    def _shift(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _in_view(self) -> tuple[Frame, ...]:
        top = self.verticalScrollBar().value()
        return self._sheaf.within(top, top + self.viewport().height())

    def _lay(self) -> None:
        """Lay the pages out anew, with what stands at the top of the view staying there."""
        down, view = self.verticalScrollBar(), self.viewport()
        before = self._sheaf.at(down.value())
        height = before.on_page(0, down.value())[1] if before else 0.0
        started = down.value() > 0
        desk = Desk(view.width(), right=max(look().px(32), 32))
        self._sheaf = (
            lay(self._known.sizes, self._known.margins, desk, self._fit, self._zoom, cropped=self._cropped)
            if self._known.sizes
            else Sheaf()
        )
        down.setRange(0, max(0, round(self._sheaf.height) - view.height()))
        down.setPageStep(view.height())
        down.setEnabled(down.maximum() > 0)  # a bar that is off shows no handle
        aside = self.horizontalScrollBar()
        aside.setRange(0, max(0, round(self._sheaf.width) - view.width()))
        aside.setPageStep(view.width())
        if before and started and before.page < len(self._sheaf.frames):
            down.setValue(round(self._sheaf.frames[before.page].on_desk(0, height)[1]))
        self.laid.emit()
        view.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()
