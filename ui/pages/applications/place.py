"""Where one is on this page."""

from __future__ import annotations

from dataclasses import dataclass

from ui.pages.applications.bringing import Import
from ui.pages.applications.paper import Draft


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is on this page: kept over a rebuild. An import under way and its results go with it."""

    key: str = ""
    search: str = ""
    filter: str = "all"
    sort: str = "number"
    rising: bool = True
    brought: Import | None = None
    paper: Draft | None = None
