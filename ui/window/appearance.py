"""The menu at the head of the rail: language, colours, text size, and who is at the screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from smes_panel.model.words import Language
from ui.theme import MODES, SCALES, Mode, look
from ui.wording import frame as w

if TYPE_CHECKING:
    from ui.window.shell import Window


def appearance(window: Window) -> QMenu:
    """The menu; what it offers about a dossier is there once one is open."""
    tongue, menu = window.tongue, QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _choices(
        menu,
        tongue(w.LANGUAGE),
        [(w.LANGUAGES[one], one is tongue.language, partial(_speak, window, one)) for one in Language],
    )
    worn = window.comforts.mode
    _choices(
        menu,
        tongue(w.COLOURS),
        [(tongue(w.COLOUR_MODES[one]), one == worn, partial(_wear, window, one, None)) for one in MODES],
    )
    _choices(
        menu,
        tongue(w.TEXT_SIZE),
        [(tongue(w.PERCENT, n=one), one == look().scale, partial(_wear, window, worn, one)) for one in SCALES],
    )
    if window.session is not None:
        menu.addSeparator()
        if any(member.role.rates for member in window.session.read.panel()):
            menu.addAction(tongue(w.CHANGE_MEMBER), window.choose_member)
        menu.addAction(tongue(w.SECOND_WINDOW), window.double)
    return menu


# Qt hands `triggered` the check mark on, which is no choice.
def _speak(window: Window, language: Language, *_checked: bool) -> None:
    window.speak(language)


def _wear(window: Window, mode: Mode, scale: int | None, *_checked: bool) -> None:
    window.wear(mode, scale)


def _choices(menu: QMenu, heading: str, choices: list[tuple[str, bool, Callable[[], object]]]) -> None:
    part = menu.addMenu(heading)
    group = QActionGroup(part)
    for words, chosen, act in choices:
        action = QAction(words, part)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(act)
        group.addAction(action)
        part.addAction(action)
