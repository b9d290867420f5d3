"""Vacancy: the posting beside the criteria drawn from it, and what is still to be settled."""

from __future__ import annotations

from ui.pages.vacancy.page import Place, Vacancy

__all__ = ["Place", "Vacancy"]
