"""What each key does on the page: from which pane, and never while one types."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.pages.evaluate.own import Own
from ui.widgets.checklist import digit
from ui.widgets.reader import Reader
from ui.wording import Tongue
from ui.wording import evaluate as w
from ui.wording import frame as f
from ui.wording import own as o
from ui.wording import reading as r

Pane = Literal["list", "reader", "checklist"]
Groups = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


class Moved(Protocol):
    """What keys do to the page."""

    @property
    def reader(self) -> Reader: ...
    def rate(self, value: int | None) -> None: ...
    def rate_elsewhere(self) -> None: ...
    def next_file(self, by: int) -> None: ...
    def across(self, by: int) -> None: ...
    def declare(self) -> None: ...
    def next_document(self) -> None: ...
    def next_criterion(self, by: int) -> None: ...
    def next_gap(self) -> None: ...
    def next_pane(self, by: int) -> None: ...
    def comment(self) -> None: ...
    def narrow(self, left_only: bool | None = None) -> None: ...
    def widen(self) -> None: ...
    def go_on(self) -> None: ...
    def leave(self) -> None: ...
    def attach(self) -> None: ...
    def open_outside(self) -> None: ...
    def attach_elsewhere(self) -> None: ...
    def next_passage(self) -> None: ...
    def step_sentence(self, by: int, *, extend: bool = False) -> None: ...
    @property
    def own(self) -> Own: ...


_Act = Callable[[Moved], object]
_ANYWHERE: dict[Qt.Key, _Act] = {
    Qt.Key.Key_N: lambda page: page.next_file(1),
    Qt.Key.Key_P: lambda page: page.next_file(-1),
    Qt.Key.Key_D: lambda page: page.next_document(),
    Qt.Key.Key_PageDown: lambda page: page.reader.scroll_page(1),
    Qt.Key.Key_PageUp: lambda page: page.reader.scroll_page(-1),
    Qt.Key.Key_Home: lambda page: page.reader.to_start(),
    Qt.Key.Key_End: lambda page: page.reader.to_end(),
    Qt.Key.Key_Escape: lambda page: page.leave(),
    Qt.Key.Key_E: lambda page: page.attach(),
    Qt.Key.Key_O: lambda page: page.open_outside(),
    Qt.Key.Key_B: lambda page: page.own.turn("notes"),
    Qt.Key.Key_H: lambda page: page.own.turn("history"),
    Qt.Key.Key_V: lambda page: page.own.turn("access"),
    Qt.Key.Key_W: lambda page: page.own.put_away(),
}
_IN_CHECKLIST: dict[Qt.Key, _Act] = {
    Qt.Key.Key_Up: lambda page: page.next_criterion(-1),
    Qt.Key.Key_Down: lambda page: page.next_criterion(1),
    Qt.Key.Key_Space: lambda page: page.next_gap(),
    Qt.Key.Key_Backspace: lambda page: page.rate(None),
    Qt.Key.Key_C: lambda page: page.comment(),
    Qt.Key.Key_R: lambda page: page.narrow(),
    Qt.Key.Key_Return: lambda page: page.next_passage(),
    Qt.Key.Key_Enter: lambda page: page.next_passage(),
}


_ACROSS = {Qt.Key.Key_N: 1, Qt.Key.Key_P: -1}


def act_on(event: QKeyEvent, page: Moved, pane: Pane) -> bool:
    """Do what a key asks in a pane; False where it asks nothing. Ratings are given in the checklist alone."""
    if (value := digit(event)) is not None:
        if pane == "checklist":
            page.rate(value)
        else:
            page.rate_elsewhere()
        return True
    if event.key() == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
        page.attach_elsewhere()
        return True
    if event.modifiers() == Qt.KeyboardModifier.ShiftModifier and event.key() in _ACROSS:
        page.across(_ACROSS[Qt.Key(event.key())])
        return True
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    acts = _ANYWHERE | _IN_CHECKLIST if pane == "checklist" else _ANYWHERE
    act = acts.get(Qt.Key(event.key()))
    if act is not None:
        act(page)
    return act is not None


def bind(widget: QWidget, page: Moved) -> None:
    """The keys that also work while one types."""
    keys: tuple[tuple[QKeySequence, Callable[[], object]], ...] = (
        (QKeySequence("F6"), lambda: page.next_pane(1)),
        (QKeySequence("Shift+F6"), lambda: page.next_pane(-1)),
        (QKeySequence("F8"), page.widen),
        (QKeySequence("Alt+Down"), lambda: page.step_sentence(1)),
        (QKeySequence("Alt+Up"), lambda: page.step_sentence(-1)),
        (QKeySequence("Shift+Alt+Down"), lambda: page.step_sentence(1, extend=True)),
        (QKeySequence("Shift+Alt+Up"), lambda: page.step_sentence(-1, extend=True)),
        (QKeySequence("Ctrl+I"), page.declare),
        (QKeySequence("Ctrl+Return"), page.go_on),
        (QKeySequence("Ctrl+Enter"), page.go_on),
    )
    for sequence, act in keys:
        QShortcut(sequence, widget, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)


def main_keys(tongue: Tongue, *, fixed: bool = False) -> tuple[tuple[str, str], ...]:
    """Those that the status bar shows; where nothing is rated any more, no key for it is promised."""
    rating = (
        ("1–4", tongue(w.TO_RATE)),
        ("0", tongue(w.TO_NOT_ASSESS)),
        ("C", tongue(w.TO_COMMENT)),
        ("E", tongue(w.TO_PROVE)),
        (tongue(w.SPACE), tongue(w.TO_NEXT_GAP)),
    )
    return (*(() if fixed else rating), ("N", tongue(w.TO_NEXT_FILE)), ("F6", tongue(w.TO_PANE)))


def all_keys(tongue: Tongue) -> Groups:
    """All of them, in four groups."""
    evidence = (
        *((tongue(keys), tongue(does)) for keys, does in w.EVIDENCE_KEYS),
        ("E", tongue(w.ATTACH_HERE)),
        (tongue(w.SHIFT_E), tongue(w.ATTACH_THERE)),
        (tongue(f.ENTER), tongue(w.NEXT_PASSAGE)),
        (tongue(w.DELETE), tongue(w.DETACH)),
    )
    reading = (
        *((key, tongue(does)) for key, does in w.READING_KEYS),
        (tongue(r.SHIFT_N_P), tongue(r.SAME_CRITERION)),
        (tongue(w.SHIFT_F6), tongue(w.BACK_A_PANE)),
        (tongue(w.PAGE_KEYS), tongue(w.SCROLL)),
        (tongue(w.START_END), tongue(w.ENDS)),
    )
    rating = (
        *((key, tongue(does)) for key, does in w.RATING_KEYS),
        (tongue(w.SPACE), tongue(w.NEXT_GAP)),
        (tongue(w.UP_DOWN), tongue(w.CRITERIA)),
        (tongue(w.BACKSPACE), tongue(w.CLEARS)),
        (tongue(f.ESCAPE), tongue(w.BACK)),
        (tongue(w.CTRL_ENTER_SAID), tongue(w.HANDS_IN)),
        ("Ctrl I", tongue(r.DECLARES)),
    )
    alone = tuple((key, tongue(does)) for key, does in o.KEYS)
    return (
        (tongue(w.READING), reading),
        (tongue(w.RATING), rating),
        (tongue(w.PROVING), evidence),
        (tongue(o.ALONE), alone),
    )
