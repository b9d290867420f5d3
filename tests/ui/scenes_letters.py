"""The scenes of the texts of letters."""

from __future__ import annotations

from PySide6.QtCore import Qt

from smes_panel.gestures.letters import WriteOwnText
from smes_panel.model.decision import LetterKind
from smes_panel.model.words import Language
from smes_panel.prints import letter_text
from tests.ui.conftest import ctrl, type_in
from tests.ui.scenes import FINISHED, Scene, Studio
from ui.pages.letters import Letters
from ui.widgets.button import Button, Segments


def scenes() -> tuple[Scene, ...]:
    """One after the other on one window, or each on its own."""
    return (
        Scene("letters", "4-text", FINISHED, _text),
        Scene("letters", "4-text-refused", FINISHED, _refused),
        Scene("letters", "5-two-languages", FINISHED, _both),
        Scene("letters", "6-differences", FINISHED, _differences),
        Scene("letters", "7-another-kind", FINISHED, _acknowledgements),
    )


def _text(studio: Studio) -> Letters:
    studio.go("letters")
    page = studio.window.page
    assert isinstance(page, Letters)
    if not page.place.text:
        ctrl(Qt.Key.Key_T)
    page.text.arrive()
    _look(studio)
    return page


def _look(studio: Studio) -> None:
    studio.wait(lambda: False, 0, 700)


def _take(segments: Segments, place: int) -> None:
    segments.findChildren(Button)[place].click()


def _refused(studio: Studio) -> None:
    page = _text(studio)
    type_in("{")
    ctrl(Qt.Key.Key_Return)
    _look(studio)
    assert page.text.error.isVisible()


def _both(studio: Studio) -> None:
    page = _text(studio)
    for editor in page.text.editors.values():
        editor.spring_back()
    _take(page.text.languages, 3)
    _look(studio)


def _differences(studio: Studio) -> None:
    page, session = _text(studio), studio.window.session
    one, kind = page.one(), page.kind()
    assert session is not None
    assert one is not None
    assert kind is not None
    for editor in page.text.editors.values():
        editor.spring_back()
    text = letter_text(session, kind, Language.FR).text
    session.do(WriteOwnText(one.application.id, kind, text.replace("À l’issue", "Avec plaisir, à l’issue", 1)))
    _take(page.text.languages, 0)
    page.text.compare.click()
    _look(studio)


def _acknowledgements(studio: Studio) -> None:
    page = _text(studio)
    page.making.picked.emit(LetterKind.ACKNOWLEDGEMENT)
    _take(page.making.which, 0)
    _look(studio)
