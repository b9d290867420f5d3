"""The theme: every colour comes from the tokens, every icon is there, and both modes dress the window."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo

from smes_panel import paths
from ui.theme import SCALES, Look, load_fonts
from ui.theme.painters import TONES
from ui.theme.sheet import style_sheet
from ui.theme.tokens import names, tokens

UI = Path(__file__).resolve().parents[2] / "ui"
SOURCES = sorted(UI.rglob("*.py"))
LITERAL = re.compile(
    r"#[0-9A-Fa-f]{3}\b|#[0-9A-Fa-f]{6,8}\b|\brgba?\(|QColor\(\s*[\d\"']|fromRgb|GlobalColor\.(?!transparent)"
)


def test_the_palette_is_exactly_that_of_the_tokens() -> None:
    said = json.loads((paths.resources() / "tokens.json").read_text(encoding="utf-8"))
    assert set(said["light"]) == set(said["dark"]) == set(names())
    assert {name: getattr(tokens().dark, name) for name in names()} == said["dark"]


def test_no_colour_is_written_outside_the_tokens() -> None:
    found = [
        f"{file.name}: {line.strip()}"
        for file in SOURCES
        for line in file.read_text(encoding="utf-8").splitlines()
        if LITERAL.search(line) and "`#RRGGBB`" not in line
    ]
    assert found == []


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.usefixtures("qapp")
def test_the_sheet_is_whole_in_each_look(mode: str, scale: int) -> None:
    sheet = style_sheet(Look(mode, scale))  # type: ignore[arg-type]
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.usefixtures("qapp")
def test_our_faces_are_found_by_their_own_names() -> None:
    assert {tokens().family, tokens().mono} <= set(load_fonts())
    for bold, weight in ((False, 400), (True, 600)):
        found = QFontInfo(Look("light").font("body", bold=bold))
        assert (found.family(), found.weight()) == (tokens().family, weight)


def test_every_icon_that_is_named_is_there_and_every_one_there_is_named() -> None:
    folder = paths.resources() / "icons"
    there = {file.stem for file in folder.glob("*.svg")}
    words = {
        word for file in SOURCES for word in re.findall(r"\"([a-z][a-z0-9-]*)\"", file.read_text(encoding="utf-8"))
    }
    assert there - words == set()
    assert (folder / "LICENSE").read_text(encoding="utf-8").startswith("ISC License")
    asked = re.compile(r"(?:Icon|picture=|icon\(|Empty\(|paint_icon\(painter, )\(?\"([a-z][a-z0-9-]+)\"")
    named = {name for file in SOURCES for name in asked.findall(file.read_text(encoding="utf-8"))}
    assert named - there == set()


def test_every_tone_of_a_chip_is_made_of_tokens() -> None:
    assert {token for tone in TONES.values() for token in tone if token} <= set(names())


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


PAIRS = [
    ("ink", "panel", 7),
    ("ink2", "panel", 7),
    ("ink3", "panel", 4.5),
    ("ink3", "sunken", 4.5),
    ("ink2", "app", 4.5),
    ("edge", "panel", 3),
    ("accent", "panel", 4.5),
    ("onaccent", "accent", 4.5),
    ("ink", "accenttint", 7),
    ("railink", "rail", 4.5),
    ("railink", "rail2", 4.5),
    ("evink", "ev", 7),
    ("ok", "oktint", 4.5),
    ("warn", "warntint", 4.5),
    ("warn", "accenttint", 4.5),
    ("focus", "panel", 3),
    ("tipink", "tip", 7),
]


@pytest.mark.parametrize(("ink", "ground", "needed"), PAIRS)
def test_what_is_read_stands_out_from_its_ground(ink: str, ground: str, needed: float) -> None:
    for palette in (tokens().light, tokens().dark):
        one, other = _light(getattr(palette, ink)), _light(getattr(palette, ground))
        assert (max(one, other) + 0.05) / (min(one, other) + 0.05) >= needed
