"""The look of the moment: a palette and a text scale, as the colours, fonts and lengths that painters ask for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from ui.theme.tokens import Palette, tokens

Role = Literal["caption", "dense", "body", "name", "h2", "h1", "rail"]
Mode = Literal["system", "light", "dark"]

MODES: tuple[Mode, ...] = ("system", "light", "dark")
SCALES = (100, 115, 130, 150)

_WEIGHTS: dict[Role, QFont.Weight] = {
    "name": QFont.Weight.DemiBold,
    "h2": QFont.Weight.DemiBold,
    "h1": QFont.Weight.DemiBold,
}
# The rail's labels are the one thing smaller than a caption (tokens.md, section 3); a name is set like an h3.
_SIZES: dict[Role, str] = {"name": "h3"}
_RAIL_PX = 12.0


@dataclass(frozen=True)
class Look:
    """Colours by token name, fonts by role, lengths multiplied by the reader's text size."""

    mode: Mode = "system"
    scale: int = 100

    @cached_property
    def dark(self) -> bool:
        if self.mode == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.mode == "dark"

    @cached_property
    def palette(self) -> Palette:
        return tokens().dark if self.dark else tokens().light

    def colour(self, name: str) -> QColor:
        """The colour of a token; a name that is no token raises."""
        return QColor(getattr(self.palette, name))

    def px(self, length: float) -> int:
        """A length at 100 % as whole pixels at the reader's text size."""
        return round(length * self.scale / 100)

    def font_px(self, role: Role) -> float:
        size = _RAIL_PX if role == "rail" else tokens().px[_SIZES.get(role, role)]
        return size * self.scale / 100

    def font(self, role: Role = "body", *, bold: bool = False, figures: bool = False) -> QFont:
        """The interface's face at a role's size. `figures` sets digits of one width, for columns."""
        font = QFont(tokens().family)
        # Whole points only exist in pixels through a fractional point size: setPixelSize takes integers.
        font.setPointSizeF(self.font_px(role) * 72 / _logical_dpi())
        font.setWeight(QFont.Weight.DemiBold if bold else _WEIGHTS.get(role, QFont.Weight.Normal))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if figures:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def qt_palette(self) -> QPalette:
        """The same colours for what Qt draws by itself: file dialogs, menus, text cursors and selections."""
        palette = QPalette()
        for role, name in {
            QPalette.ColorRole.Window: "app",
            QPalette.ColorRole.WindowText: "ink",
            QPalette.ColorRole.Base: "raised",
            QPalette.ColorRole.AlternateBase: "sunken",
            QPalette.ColorRole.Text: "ink",
            QPalette.ColorRole.Button: "raised",
            QPalette.ColorRole.ButtonText: "ink",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "onaccent",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.ToolTipBase: "tip",
            QPalette.ColorRole.ToolTipText: "tipink",
            QPalette.ColorRole.PlaceholderText: "ink3",
            QPalette.ColorRole.Light: "raised",
            QPalette.ColorRole.Midlight: "line",
            QPalette.ColorRole.Mid: "line2",
            QPalette.ColorRole.Dark: "edge",
            QPalette.ColorRole.Shadow: "edge",
            QPalette.ColorRole.Accent: "accent",
        }.items():
            palette.setColor(role, self.colour(name))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("edge"))
        return palette


def _logical_dpi() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInchY() if screen else 96.0


class _Now:
    look = Look()


def look() -> Look:
    """The look that the application wears now. Painters ask at each paint and keep nothing."""
    return _Now.look


def wear(chosen: Look) -> None:
    """Set the look that `look()` answers with; `theme.dress` also dresses the application."""
    _Now.look = chosen
