"""Tokens to style sheet and painters, light and dark; the only room that knows a colour."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from ui.theme.fonts import load_fonts
from ui.theme.icons import icon
from ui.theme.look import MODES, SCALES, Look, Mode, Role, look, wear
from ui.theme.ring import HouseStyle
from ui.theme.sheet import style_sheet

__all__ = ["MODES", "SCALES", "Look", "Mode", "Role", "dress", "icon", "load_fonts", "look"]


def dress(app: QApplication, chosen: Look) -> None:
    """Give the whole application a look; windows are rebuilt afterwards, so nothing keeps an old colour."""
    wear(chosen)
    if not isinstance(app.property("house_style"), str):
        style = HouseStyle()
        style.setParent(app)  # or Python might let go of it while widgets still ask it
        app.setStyle(style)
        app.setProperty("house_style", "worn")
    app.setPalette(chosen.qt_palette())
    app.setFont(chosen.font())
    app.setStyleSheet(style_sheet(chosen))
