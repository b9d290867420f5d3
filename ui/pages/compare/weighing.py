"""What the means would be under other weights, tried on the page that compares and never saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.pages.compare.aside import Aside
from ui.pages.compare.place import Place
from ui.pages.compare.reading import Table
from ui.pages.compare.supposing import Supposing
from ui.widgets.matrix import Matrix
from ui.wording import insight as i

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.wording import Tongue


class Weighing(QWidget):
    """The part of the page that knows which weights are supposed."""

    _at: Place
    _frame: Frame
    _tongue: Tongue
    _table: Table | None
    matrix: Matrix | None
    supposing: Supposing | None
    aside: Aside
    arrive: Callable[[], None]
    _show_scores: Callable[[Table], None]

    def weigh(self) -> None:
        """Try another weight of the criterion of the current column; nothing of it is ever saved."""
        if self.supposing is not None:
            self._at = replace(self._at, weighing=True)
            self._show_supposing()
            self.supposing.enter()

    def _show_supposing(self) -> None:
        """The bar, while a weight is tried or differs from what was agreed."""
        table, bar, matrix = self._table, self.supposing, self.matrix
        if table is None or bar is None or matrix is None:
            return
        bar.setVisible(self._at.weighing or bool(table.supposed))
        name = matrix.current()[1]
        code = name if name in table.criteria else next(iter(table.criteria), "")
        if code:
            bar.show_weights(code, table.weights, table.supposed)

    def _turn(self, by: int) -> None:
        if self._table is not None and self.matrix is not None:
            codes = list(self._table.criteria)
            key, name = self.matrix.current()
            at = codes.index(name) if name in codes else 0
            self.matrix.go_to(key, codes[(at + by) % len(codes)])
            self._show_supposing()

    def _suppose(self, code: str, weight: Fraction) -> None:
        if self._table is not None:
            self._weigh_anew({**self._table.supposed, code: weight})

    def _weigh_anew(self, supposed: dict[str, Fraction]) -> None:
        if self._table is None or self.matrix is None or self.supposing is None:
            return
        table = self._table = self._table.supposing(supposed)
        self._at = replace(self._at, supposed=tuple(table.supposed.items()))
        self._show_scores(table)
        self.aside.weigh(table, self.matrix.current()[0])
        self._show_supposing()

    def _agreed_again(self) -> None:
        self._at = replace(self._at, weighing=False)
        self._weigh_anew({})
        self._frame.say(self._tongue(i.AGREED_AGAIN))
        self.arrive()
