"""What a reader may not see is not on the screen: a file under conflict, a name while the panel reads without names."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from smes_panel.dossier import Dossier
from smes_panel.gestures.asking import ReadBlind
from smes_panel.gestures.conflict import DeclareConflict
from smes_panel.model.vacancy import Stage
from tests.ui import dossiers
from tests.ui.conftest import Opener, settle
from tests.ui.panelled import made
from ui.comforts import Comforts
from ui.pages.applications import Applications
from ui.pages.evaluate import Evaluate
from ui.widgets.label import Label
from ui.window import Window


@pytest.fixture
def window(open_window: Opener, tmp_path: Path) -> Window:
    """Maude, who chairs, at the screen."""
    path = made(tmp_path / "caché.smes", rated=False)
    with Dossier.open(path, dossiers.PASSPHRASE) as dossier:
        Comforts().sits(dossier.panel, dossier.read.panel()[0].id)
        Comforts().share(dossier.panel, shared=False)
    window = open_window(path)
    window.unlock(path, dossiers.PASSPHRASE)
    settle()
    return window


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisible())


def here(window: Window) -> QWidget | None:
    return window.page


def cells(page: Applications) -> list[str]:
    rows = page.table.model()
    return [str(rows.index(row, at).data()) for row in range(rows.rowCount()) for at in range(rows.columnCount())]


def test_a_file_under_conflict_shows_its_key_and_why_and_is_not_there_to_evaluate(window: Window) -> None:
    session = window.session
    assert session is not None
    assert session.member is not None
    first = session.read.application_id("K-01")
    name = session.read.application("K-01").identity.name
    window.go("applications")
    settle()
    assert isinstance(window.page, Applications)
    window.page.table.go_to("K-01")
    settle()
    page = window.page
    assert said(page) != ""
    session.do(DeclareConflict(session.member, first, "une parenté"))
    settle()
    page.table.go_to("K-01")
    settle()
    assert page.details is None
    assert "Vous avez déclaré un conflit d’intérêts" in said(page)
    assert name not in "\n".join(cells(page))
    window.go("evaluate")
    settle()
    there = here(window)
    assert isinstance(there, Evaluate)
    assert there.place.application != first
    assert name not in said(there)


def test_while_the_panel_reads_without_names_no_page_shows_one_to_who_rates(window: Window) -> None:
    session = window.session
    assert session is not None
    assert session.member is not None
    names = [one.identity.name for one in session.read.applications()]

    def listed() -> list[str]:
        window.go("applications")
        settle()
        assert isinstance(window.page, Applications)
        shown = "\n".join(cells(window.page))
        return [name for name in names if name in shown]

    assert listed() == names
    session.do(ReadBlind(session.member, Stage.INTERVIEW))
    settle()
    assert listed() == []
    for page in ("applications", "evaluate"):
        window.go(page)
        settle()
        there = here(window)
        assert there is not None
        assert [name for name in names if name in said(there)] == []
