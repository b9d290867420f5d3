"""The words for every gesture, state and error, in the three languages side by side."""

from __future__ import annotations

from ui.wording.tongue import Counted, Tongue

__all__ = ["Counted", "Tongue"]
