"""The table: rows made when seen, and the current row found again after a refresh."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from ui.theme import look
from ui.widgets.cells import Cell, Text
from ui.widgets.table import Column, Table

COLUMNS = (Column("N°", 60, "number"), Column("Nom", 0, "name"))


def cells(key: str) -> tuple[Cell, ...]:
    return Text(key), Text(f"name of {key}")


def test_the_model_keeps_its_promises_to_qt(qtbot: QtBot) -> None:
    table = Table("list", COLUMNS, cells, 36)
    qtbot.addWidget(table)
    tester = QAbstractItemModelTester(table.rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    for keys in ((), ("a", "b", "c"), ("c", "a"), ("c", "a"), ("d",), ()):
        table.show_keys(keys)
    tester.deleteLater()


def test_the_current_row_is_found_again_wherever_it_went(qtbot: QtBot) -> None:
    table = Table("list", COLUMNS, cells, 36)
    qtbot.addWidget(table)
    table.show_keys(("a", "b", "c"))
    table.go_to("b")
    table.show_keys(("c", "x", "b"))
    assert (table.current_key(), table.currentIndex().row()) == ("b", 2)
    table.show_keys(("c", "x"))
    assert table.current_key() == "c"
    table.show_keys(())
    assert table.current_key() is None


def test_a_row_is_made_when_it_is_seen(qtbot: QtBot) -> None:
    made: list[str] = []

    def counted(key: str) -> tuple[Cell, ...]:
        made.append(key)
        return cells(key)

    table = Table("list", COLUMNS, counted, 36)
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show_keys([str(number) for number in range(10_000)])
    table.show()
    qtbot.waitExposed(table)
    table.grab()
    assert 0 < len(made) < 40


def test_a_refresh_of_the_same_rows_says_what_changed(qtbot: QtBot) -> None:
    words = {"a": "before"}
    table = Table("list", COLUMNS, lambda key: (Text(key), Text(words[key])), 36)
    qtbot.addWidget(table)
    table.show_keys(("a",))
    assert table.model().index(0, 1).data() == "before"
    words["a"] = "after"
    with qtbot.waitSignal(table.model().dataChanged):
        table.show_keys(("a",))
    assert table.model().index(0, 1).data() == "after"


def test_columns_that_can_be_spared_give_way_in_order(qtbot: QtBot) -> None:
    columns = (Column("a", 0), Column("b", 100, spare=2), Column("c", 100, spare=1))
    table = Table("list", columns, lambda key: (Text(key), Text(key), Text(key)), 36)
    qtbot.addWidget(table)
    table.show()
    hidden = []
    for width in (500, 300, 200):
        table.resize(width, 200)
        settle()
        hidden.append([table.isColumnHidden(place) for place in (1, 2)])
    assert hidden == [[False, False], [False, True], [True, True]]


def test_a_heading_is_never_cut_by_its_column(qtbot: QtBot) -> None:
    table = Table("list", (Column("Mijn beoordelingen", 40, "own"), Column("Nom", 0, "name")), cells, 36)
    qtbot.addWidget(table)
    table.resize(600, 200)
    table.show()
    settle()
    heading = QFontMetricsF(look().font("caption", bold=True)).horizontalAdvance("Mijn beoordelingen")
    assert table.columnWidth(0) > heading + look().px(10)
