"""The design's values, read once from tokens.json: colours by name, type, radii and sizes."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from smes_panel import paths


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one mode, as `#RRGGBB`, under the names of tokens.json."""

    app: str
    panel: str
    raised: str
    sunken: str
    rail: str
    rail2: str
    line: str
    line2: str
    edge: str
    ink: str
    ink2: str
    ink3: str
    railink: str
    accent: str
    accent2: str
    accenttint: str
    accentline: str
    onaccent: str
    ev: str
    ev2: str
    evline: str
    evink: str
    evtext: str
    r1: str
    r2: str
    r3: str
    r4: str
    r1t: str
    r2t: str
    r3t: str
    r4t: str
    rink: str
    rtint: str
    ok: str
    oktint: str
    warn: str
    warntint: str
    warnline: str
    bad: str
    badtint: str
    badline: str
    focus: str
    focusgap: str
    paper: str
    paperink: str
    desk: str
    tip: str
    tipink: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything of tokens.json that a screen needs; lengths are in pixels at 100 %."""

    light: Palette
    dark: Palette
    family: str
    mono: str
    px: dict[str, float]
    radius: dict[str, int]
    size: dict[str, int]


@cache
def tokens() -> Tokens:
    """Read the tokens. A colour that is missing or unknown is a mistake in tokens.json and raises at once."""
    said: dict[str, Any] = json.loads((paths.resources() / "tokens.json").read_text(encoding="utf-8"))
    return Tokens(
        light=Palette(**said["light"]),
        dark=Palette(**said["dark"]),
        family=said["type"]["family"],
        mono=said["type"]["mono"],
        px=said["type"]["px"],
        radius=said["radius"],
        size=said["size"],
    )


def names() -> tuple[str, ...]:
    return tuple(field.name for field in fields(Palette))
