"""What if a criterion weighed otherwise: tried over the matrix, never saved, and back with Escape."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QFrame, QHBoxLayout

from smes_panel.model.vacancy import Criterion
from smes_panel.model.words import Language
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.label import Label, tip
from ui.widgets.marks import Icon
from ui.wording import Tongue
from ui.wording import compare as w
from ui.wording import insight as i

_MOST = 9
_STEP = 1


class Weight(QDoubleSpinBox):
    """One weight: Up and Down by a step, or typed; Left and Right ask for the criterion beside."""

    turned = Signal(int)
    done = Signal()
    reset = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setLocale(QLocale(language.value))
        self.setDecimals(1)
        self.setSingleStep(_STEP)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFont(look().font("body", bold=True, figures=True))
        self.setFixedSize(look().px(52), look().px(28))

    def textFromValue(self, value: float) -> str:
        said = f"{value:g}"
        return said.replace(".", self.locale().decimalPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self.turned.emit(-1)
            case Qt.Key.Key_Right:
                self.turned.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.interpretText()
                self.done.emit()
            case Qt.Key.Key_Escape:
                self.reset.emit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A spin box in a style sheet keeps room for buttons that are not there, and then has none for the figure.
        self.lineEdit().setGeometry(self.rect().adjusted(2, 2, -2, -2))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()


@final
class Supposing(QFrame):
    """The bar over the matrix. Says *supposed(code, weight)*, *turned(by)* for the criterion beside, *left()* for the
    matrix, *reset()* for the agreed weights.
    """

    supposed = Signal(str, object)
    turned = Signal(int)
    left = Signal()
    reset = Signal()

    def __init__(self, tongue: Tongue, criteria: Mapping[str, Criterion]) -> None:
        super().__init__()
        self.setObjectName("accentBar")
        self._tongue, self._criteria, self._code = tongue, criteria, ""
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(14), look().px(5), look().px(14), look().px(5))
        row.setSpacing(look().px(8))
        row.addWidget(Icon("scale", "accent", 17))
        self.sentence = Label("", "dense", wrap=True)
        row.addWidget(self.sentence, 1)
        self._which = Label("", "dense", "ink2")
        row.addWidget(self._which)
        self.less, self.more = Button("−", small=True), Button("", small=True, picture="plus")
        self.weight = Weight(tongue.language)
        for button, words, step in ((self.less, i.LESS, -1), (self.more, i.MORE_WEIGHT, 1)):
            # The field beside them takes Up and Down: one stop for the keyboard is enough.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(tongue(words))
            button.setToolTip(tip(tongue(words)))
            button.clicked.connect(lambda _checked=False, by=step: self.weight.stepBy(by))
        for part in (self.less, self.weight, self.more):
            row.addWidget(part)
        self.back = Button(tongue(i.BACK_TO_AGREED), small=True, picture="undo-2", key="Esc")
        row.addWidget(self.back)
        self.weight.valueChanged.connect(self._changed)
        self.weight.turned.connect(self.turned)
        self.weight.done.connect(self.left)
        self.weight.reset.connect(self.reset)
        self.back.clicked.connect(self.reset)

    def show_weights(self, code: str, agreed: Mapping[str, Fraction], supposed: Mapping[str, Fraction]) -> None:
        """The criterion whose weight is tried now, and what is supposed so far."""
        tongue = self._tongue
        number = self._criteria[code].number
        if code != self._code:
            self._code = code
            now = float(supposed.get(code, agreed[code]))
            self.weight.blockSignals(True)  # Qt's own
            self.weight.setRange(0, max(_MOST, float(agreed[code]) + _STEP))
            self.weight.setValue(now)
            self.weight.blockSignals(False)
            self._which.setText(tongue(i.CRITERION, number=number))
            self.weight.setAccessibleName(tongue(i.WEIGHT_OF, number=number))
            self.weight.selectAll()
        self.sentence.setText(sentence(tongue, self._criteria, supposed))
        self.weight.setAccessibleDescription(self.sentence.text())

    def _changed(self, weight: float) -> None:
        self.supposed.emit(self._code, Fraction(str(round(weight, 1))))

    def enter(self) -> None:
        self.weight.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.weight.selectAll()


def sentence(tongue: Tongue, criteria: Mapping[str, Criterion], supposed: Mapping[str, Fraction]) -> str:
    """What is supposed, and that it is never saved."""
    parts = [
        tongue(i.SUPPOSE, number=criteria[code].number, weight=w.weight(tongue, float(weight)))
        for code, weight in supposed.items()
    ]
    if not parts:
        return tongue(i.SUPPOSE_NOTHING)
    last = parts.pop()
    what = tongue(i.AND).join(filter(None, (", ".join(parts), last)))
    return tongue(i.SUPPOSED, what=what)
