"""The window: the frame around the pages, with its rail, its status bar, its notices and its keys."""

from __future__ import annotations

from ui.window.shell import FIRST, IDLE_MS, SMALLEST, Window

__all__ = ["FIRST", "IDLE_MS", "SMALLEST", "Window"]
