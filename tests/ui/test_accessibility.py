"""Every state of every page as a screen reader and a keyboard meet it, through Qt's accessibility interface."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QTextEdit,
    QWidget,
)

from smes_panel.model.words import Language
from tests.ui.conftest import ctrl, focused, press, settle
from tests.ui.fitting import card
from tests.ui.scenes import Scene, Studio, known
from ui.widgets.button import Button
from ui.widgets.overlay import Overlay
from ui.window import Window

ROLES = {
    QAbstractButton: (
        QAccessible.Role.Button,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.ButtonMenu,
        QAccessible.Role.PageTab,
        QAccessible.Role.ListItem,
    ),
    QLineEdit: (QAccessible.Role.EditableText,),
    QAbstractItemView: (QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.Tree),
}
MUTE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane)
MOST = 200
SEEN = 12


def heard(widget: QWidget) -> QAccessibleInterface:
    """A widget as a screen reader has it."""
    return QAccessible.queryAccessibleInterface(widget)


def usable(window: QWidget) -> list[QWidget]:
    """What a person can do something with now; under a card, only what is on it."""
    veiled = any(one.isVisible() for one in window.findChildren(Overlay))
    return [
        one
        for one in window.findChildren(QWidget)
        if _by_itself(one) and one.isEnabled() and not (veiled and card(one) is None)
    ]


def _by_itself(widget: QWidget) -> bool:
    """Whether it is seen and no part of another: the line within a field of figures hands its focus on to the field."""
    return widget.isVisible() and widget.focusProxy() is None


def stops(window: QWidget) -> list[QWidget]:
    """Where Tab stops, in the order in which it comes by, from the focus and once around."""
    found = [focused()]
    for _turn in range(MOST):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        settle()
        assert focused().window() is window
        if focused() in found:
            # The first may be one that only a click or the page itself goes to, such as the chosen one of a group.
            start = found.index(focused())
            assert start <= 1, f"Tab goes in a circle at {described(focused())}"
            return found[start:]
        found.append(focused())
    raise AssertionError("Tab never comes back")


def described(widget: QWidget) -> str:
    interface = heard(widget)
    return f"{type(widget).__name__} “{interface.text(QAccessible.Text.Name)}” {interface.role().name}"


def _by_arrows(widget: QWidget, order: list[QWidget]) -> bool:
    """Whether it is one of a few of which Tab stops at one, and the arrows go to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and any(one in order for one in group.buttons())


def unnamed(widgets: list[QWidget]) -> Iterator[str]:
    for widget in widgets:
        interface = heard(widget)
        name, role = interface.text(QAccessible.Text.Name).strip(), interface.role()
        if not name:
            yield f"{described(widget)} has no name"
        if role in MUTE and not isinstance(widget, QAbstractScrollArea):
            yield f"{described(widget)} does not say what it is"
        for kind, roles in ROLES.items():
            if isinstance(widget, kind) and role not in roles:
                yield f"{described(widget)} says that it is a {role.name}"


def backwards(order: list[QWidget]) -> list[str]:
    """The steps that go up without going to the right: against the order of reading."""
    return [
        f"{described(one)} → {described(other)}"
        for one, other in zip(order, [*order[1:], order[0]], strict=True)
        if _up(one, other)
    ]


def _up(one: QWidget, other: QWidget) -> bool:
    rolls = [_roll(each) for each in (one, other)]
    here, then = (
        _box(each, None if rolls[0] is rolls[1] else roll) for each, roll in zip((one, other), rolls, strict=True)
    )
    return then.bottom() <= here.top() and then.left() < here.right()


def _roll(widget: QWidget) -> QScrollArea | None:
    """What scrolls a widget."""
    holder = widget.parentWidget()
    while holder is not None and not isinstance(holder, QScrollArea):
        holder = holder.parentWidget()
    return holder


def _box(widget: QWidget, roll: QScrollArea | None) -> QRect:
    """Where a widget is in the window; what is scrolled away counts as just at the edge of what scrolls it."""
    window = widget.window()
    box = QRect(widget.mapTo(window, QPoint()), widget.size())
    if roll is not None:
        seen = QRect(roll.mapTo(window, QPoint()), roll.size())
        box.moveTop(max(seen.top(), min(box.top(), seen.bottom() - 1)))
    return box


def misstated(widgets: list[QWidget]) -> Iterator[str]:
    """What says another state or another value than it has."""
    for widget in widgets:
        interface = heard(widget)
        state, value = interface.state(), interface.text(QAccessible.Text.Value)
        said: list[tuple[str, object, object]] = [
            ("disabled", bool(state.disabled), not widget.isEnabled()),
            ("focused", bool(state.focused), widget is QApplication.focusWidget()),
        ]
        if widget.isEnabled():
            said.append(("focusable", bool(state.focusable), widget.focusPolicy() != Qt.FocusPolicy.NoFocus))
        if isinstance(widget, QAbstractButton):
            said.append(("checked", bool(state.checked), widget.isChecked()))
            said.append(("checkable", bool(state.checkable), widget.isCheckable()))
        if isinstance(widget, QPushButton):
            said.append(("has a menu", bool(state.hasPopup), widget.menu() is not None))
        if isinstance(widget, QLineEdit):
            secret = widget.echoMode() is QLineEdit.EchoMode.Password
            said.append(("secret", bool(state.passwordEdit), secret))
            said.append(("read only", bool(state.readOnly), widget.isReadOnly()))
            said.append(("value", value, widget.displayText()))
        if isinstance(widget, (QPlainTextEdit, QTextEdit)):
            said.append(("read only", bool(state.readOnly), widget.isReadOnly()))
            said.append(("value", value.replace("\xa0", " "), widget.toPlainText()))
        for what, told, true in said:
            if told != true:
                yield f"{described(widget)}: {what} is {true!r}, and {told!r} is said"


def cells_of(view: QAbstractItemView) -> Iterator[str]:
    """What a screen reader does not find in the rows that are seen, or finds otherwise than it is."""
    model, interface = view.model(), heard(view)
    # Qt counts the heads of a table among its children, those of its rows too.
    heads = int(isinstance(view, QTableView))
    rows, columns = (
        model.rowCount(QModelIndex()),
        1 if isinstance(view, QListView) else model.columnCount(QModelIndex()),
    )
    if interface.childCount() != (rows + heads) * (columns + heads):
        yield f"{described(view)} says {interface.childCount()} cells of {rows} × {columns}"
        return
    shown = [row for row in range(rows) if not view.visualRect(model.index(row, 0)).isEmpty()][:SEEN]
    for row, column in product(shown, range(columns)):
        index = model.index(row, column)
        if view.visualRect(index).isEmpty():
            continue
        cell = interface.child((row + heads) * (columns + heads) + column + heads)
        told, true = cell.text(QAccessible.Text.Name), index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
        if told != (true or ""):
            yield f"{described(view)} {row}, {column}: {true!r}, and {told!r} is said"
        if bool(cell.state().selected) != view.selectionModel().isSelected(index):
            yield f"{described(view)} {row}, {column}: said to be selected or not, and is not so"
        place = cell.tableCellInterface() if heads else None
        if place is not None and (place.rowIndex(), place.columnIndex()) != (row, column):
            yield f"{described(view)} {row}, {column}: said to be at another place"
    for row in shown:
        if not any(str(model.index(row, column).data() or "") for column in range(columns)):
            yield f"{described(view)} {row} says nothing"
    if isinstance(view, QTableView) and not view.horizontalHeader().isHidden():
        for column in range(columns):
            head = model.headerData(column, Qt.Orientation.Horizontal)
            told = interface.child(column + 1).text(QAccessible.Text.Name)
            if told != (head or ""):
                yield f"{described(view)} column {column}: {head!r}, and {told!r} is said"


@pytest.mark.parametrize("scene", known(), ids=lambda scene: scene.name)
def test_all_that_is_there_says_its_state_its_value_and_its_cells(studio: Studio, scene: Scene) -> None:
    window = studio.stand(scene.dossier, locked=scene.locked)
    scene.play(studio)
    studio.calm()
    there = [one for one in window.findChildren(QWidget) if _by_itself(one) and one.focusPolicy()]
    there = [one for one in there if not isinstance(one, (QScrollArea, QAbstractItemView)) or one.accessibleName()]
    assert sorted(misstated(there)) == []
    assert [word for one in there if isinstance(one, QAbstractItemView) for word in cells_of(one)] == []


def test_enter_does_what_the_button_says_wherever_it_has_the_focus(window: Window) -> None:
    ctrl(Qt.Key.Key_3)
    before = window.tongue.language
    ctrl(Qt.Key.Key_1)
    dutch = next(one for one in window.page.findChildren(Button) if one.text() == "Nederlands")
    dutch.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    assert (before, window.tongue.language) == (Language.FR, Language.NL)


@pytest.mark.parametrize("scene", known(), ids=lambda scene: scene.name)
def test_all_that_can_be_used_has_a_name_and_is_come_by_in_the_order_of_reading(studio: Studio, scene: Scene) -> None:
    window = studio.stand(scene.dossier, locked=scene.locked)
    scene.play(studio)
    studio.calm()
    there = [one for one in usable(window) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    there = [one for one in there if not isinstance(one, QScrollArea) or one.accessibleName()]
    order = stops(window)
    assert sorted({described(one) for one in there if not (one in order or _by_arrows(one, order))}) == []
    assert list(unnamed(order)) == []
    assert len(backwards(order)) <= 1, backwards(order)
    order[0].setFocus(Qt.FocusReason.TabFocusReason)
    back = [order[0]]
    for _turn in order[1:]:
        QTest.keyClick(focused(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        settle()
        back.append(focused())
    assert [described(one) for one in back] == [described(one) for one in (order[0], *reversed(order[1:]))]
