"""The faces of the interface, from resources/fonts."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFontDatabase

from smes_panel import paths
from ui.theme.tokens import tokens


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the interface's faces once and return the families found; missing files leave Qt's own face."""
    families: dict[str, None] = {}
    for family in (tokens().family, tokens().mono):
        folder = paths.resources() / "fonts" / family.lower().replace(" ", "-")
        for file in sorted(folder.glob("*.ttf")):
            number = QFontDatabase.addApplicationFont(str(file))
            families.update(dict.fromkeys(QFontDatabase.applicationFontFamilies(number) if number >= 0 else ()))
    return tuple(families)
