"""A document on the desk: PDF pages or clean text, one below the other, zoomed, searched, selected, in three tones."""

from __future__ import annotations

from ui.widgets.reader.marks import Mark
from ui.widgets.reader.reader import Reader
from ui.widgets.reader.selection import Piece
from ui.widgets.reader.sheaf import Fit
from ui.widgets.reader.source import Phrases, Renderer
from ui.widgets.reader.tones import TONES, Tone

__all__ = ["TONES", "Fit", "Mark", "Phrases", "Piece", "Reader", "Renderer", "Tone"]
