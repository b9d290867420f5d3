"""Applications: what came in, who from, when, with what, and what is left to settle."""

from __future__ import annotations

from ui.pages.applications.page import Applications, Place

__all__ = ["Applications", "Place"]
